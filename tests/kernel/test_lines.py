"""What is a line at all: every part real, finite and defined, or it is refused before any rule is looked at."""

import pytest
from sympy import (
    Abs,
    Float,
    Max,
    Piecewise,
    Rational,
    Symbol,
    acos,
    binomial,
    exp,
    factorial,
    gamma,
    log,
    loggamma,
    nan,
    oo,
    polygamma,
    sqrt,
    symbols,
    tan,
    zeta,
    zoo,
)

from symbolic_info.exact.given import Given
from symbolic_info.families import Bernoulli, Exponential, Geometric, Normal, Poisson, Uniform
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import Derivation, Step, calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import canonical, x
from symbolic_info.language.claims import Covers, Finite
from symbolic_info.language.distribution import Law
from symbolic_info.language.joint import Table
from symbolic_info.language.operators import Integral, Limit, Maximum, Sum
from symbolic_info.language.support import COUNTING
from symbolic_info.language.terms import KL, CrossEntropy, Entropy, SelfInformation
from symbolic_info.rules import RULES

algebra, definition, linearity, tilting, support, jensen, log_tangent, stationary_point, limits, normalisation = (
    RULES[n] for n in (
        "algebra", "definition", "linearity", "tilting", "support", "jensen", "log_tangent", "stationary_point",
        "limits", "normalisation",
    )
)  # fmt: skip
a, b, v = symbols("a b v", real=True)
p, q, s = symbols("p q s", positive=True)
u = Symbol("u", nonnegative=True)
n = Symbol("n", integer=True, positive=True)
i = Symbol("i", integer=True)
N01, half = Normal(0, 1), Rational(1, 2)


def refused(derivation, match=None):
    with pytest.raises(Rejected, match=match) as why:
        check(derivation)
    return str(why.value)


ILL_FORMED = {
    "log of a real": (log(a), []),
    "log of a negative": (log(-p), []),
    "log of a difference": (log(b - a), [a <= b]),
    "log of a nonnegative": (log(u), []),
    "log inside": (p + exp(log(a) ** 2), []),
    "inverse of a real": (1 / a, []),
    "inverse of a nonnegative": (1 / u, []),
    "inverse of a difference": (1 / (a - b), [a <= b]),
    "inverse of a sum": (1 / (a**2 + b**2), []),
    "root of a real": (sqrt(a), []),
    "root of a negative": (sqrt(-p), []),
    "real power of a real": (a**b, []),
    "power of a nonnegative": (u**a, []),
    "zero to the zero": (u**u, []),
    "gamma of a real": (gamma(a), []),
    "gamma at a pole": (gamma(1 - n), []),
    "gamma of a negative number": (gamma(Rational(-1, 3)), []),
    "loggamma of a real": (loggamma(a), []),
    "digamma of a real": (polygamma(0, a), []),
    "polygamma of a symbolic order": (polygamma(n, p), []),
    "factorial of a real": (factorial(p), []),
    "binomial of reals": (binomial(p, q), []),
    "zeta below its pole": (zeta(p), []),
    "nan": (nan, []),
    "zoo": (zoo, []),
    "the imaginary unit": (sqrt(-2) * p, []),
    "a complex symbol": (Symbol("z") ** 2, []),
    "an imaginary symbol": (Symbol("z", imaginary=True) ** 2, []),
    "a float": (Float("0.5") * p, []),
    "a float alone": (Float("0.3333333333333333"), []),
    "a float inside": (Normal(Float(0), 1).expect(x), []),
    "tangent": (tan(p), []),
    "acos": (acos(p), []),
    "a maximum of numbers": (Max(p, q), []),
    "piecewise": (Piecewise((p, a > 0), (q, True)), []),
    "self-information of a real": (SelfInformation(a), []),
    "self-information of zero": (SelfInformation(u), []),
    "a coin of 2": (Entropy(Bernoulli(2)), []),
    "a coin of p": (Derivation(Entropy(Bernoulli(p))), None),
    "a negative deviation": (Entropy(Normal(0, -1)), []),
    "no deviation": (Entropy(Normal(0, 0)), []),
    "a real deviation": (Derivation(Entropy(Normal(0, a))), None),
    "an empty interval": (Entropy(Uniform(1, 1)), []),
    "a turned interval": (Entropy(Uniform(1, 0)), []),
    "a negative rate": (Entropy(Exponential(-1)), []),
    "a table of 2": (Entropy(Table([[1, 1]])), []),
    "a table with a negative entry": (Entropy(Table([[2, -1]])), []),
    "an infinite parameter": (Entropy(Normal(oo, 1)), []),
    "a complex parameter": (Entropy(Normal(sqrt(-1), 1)), []),
    "a law inside an expectation": (Normal(0, 1).expect(x * KL(Bernoulli(3), Bernoulli(half))), []),
    "log of the variable": (Normal(0, 1).expect(log(x)), []),
    "inverse of the variable": (Normal(0, 1).expect(1 / x), []),
    "inverse of the variable at 0": (Geometric(half).expect(1 / x), []),
    "log of the variable at 0": (Poisson(p).expect(log(x)), []),
    "log in an integral": (Integral(-1, 1, log(v), v), []),
    "log in a sum": (Sum(0, n, log(i), i), []),
    "log in a maximum": (Maximum(-1, 1, log(v), v), []),
    "log in a limit": (Limit(0, -1, log(v), v), []),
    "a sum to a half": (Sum(0, half, i, i), []),
    "a sum to a real": (Sum(1, p, i, i), []),
    "a divergence in a sum, perhaps infinite": (KL(Law("p"), Law("q")) + 1, []),
    "a difference of divergences, perhaps infinite": (KL(Law("p"), Law("q")) - KL(Law("q"), Law("p")), []),
    "an entropy in a sum, perhaps infinite": (Entropy(Law("p")) + Entropy(Law("q")), []),
    "a multiple of a divergence": (2 * KL(Law("p"), Law("q")), []),
    "a cross-entropy, halved": (CrossEntropy(Law("p", COUNTING), Law("q", COUNTING)) / 2, []),
    "a function of a divergence": (exp(-KL(Law("p"), Law("q"))), []),
    "a mean in a sum, perhaps infinite": (Law("p").expect(x**2) - 1, []),
    "a mean of an infinite thing": (N01.expect(x + KL(Law("p"), Law("q"))), []),
    "an infinite divergence in a sum": (KL(Uniform(0, 2), Uniform(0, 1)) - 1, []),
}  # fmt: skip


@pytest.mark.parametrize("name", ILL_FORMED)
def test_what_may_be_undefined_is_no_line(name):
    e, facts = ILL_FORMED[name]
    refused(e if isinstance(e, Derivation) else calc(e, given=facts))


@pytest.mark.parametrize("name", [n for n, (e, _) in ILL_FORMED.items() if not isinstance(e, Derivation)])
def test_what_may_be_undefined_is_no_later_line_either(name):
    e, facts = ILL_FORMED[name]
    said = refused(Derivation(log(p), (Step("=", e, (algebra,)),), Given() | facts))
    assert "one gets" not in said


WELL_FORMED = {
    "log": (log(p), []),
    "log of a length": (log(b - a), [a < b]),
    "inverse": (1 / (b - a), [a < b]),
    "root": (sqrt(1 - p), [p < 1]),
    "whole power of a real": (a**3, []),
    "power of a nonnegative": (u**p, []),
    "power of a positive": (p**a, []),
    "gamma": (gamma(p) + loggamma(p) + polygamma(0, p), []),
    "exp": (exp(-(a**2)), []),
    "Abs": (Abs(a) + Abs(a - b), []),
    "a coin": (Entropy(Bernoulli(p)), []),
    "a sum": (Sum(1, n, log(i), i), []),
    "an integral": (Integral(0, 1, log(v), v), []),
    "mean of a log": (Exponential(p).expect(log(x)), []),
    "one divergence, perhaps infinite": (KL(Law("p"), Law("q")), []),
    "finite by assumption": (KL(Law("p"), Law("q")) + 1, [Finite(KL(Law("p"), Law("q")))]),
    "finite by the support": (1 + Law("p", COUNTING, 3).expect(x**2), []),
    "an infinite line": (oo, []),
    "a table": (Entropy(Table([[half, 0], [0, half]])), []),
}


@pytest.mark.parametrize("name", WELL_FORMED)
def test_what_is_defined_is_a_line(name):
    e, facts = WELL_FORMED[name]
    assert check(calc(e, given=facts)).status == "proved"


def test_infinity_is_a_value_but_no_number():
    D = KL(Uniform(0, 2), Uniform(0, 1))
    assert check(calc(D).eq(oo, by=support)).claim.right == oo
    refused(calc(D).eq(oo, by=support).eq(oo, by=()).then("=", oo - p * oo, algebra))
    refused(calc(D).eq(oo, by=support).eq(p, by=algebra))
    refused(calc(p).eq(oo, by=algebra))
    refused(calc(oo).eq(-oo, by=algebra))
    refused(calc(oo).lt(oo, by=algebra))


def test_a_finite_quantity_is_not_infinite():
    refused(calc(KL(Uniform(0, 1), Uniform(0, 2))).eq(oo, by=support))
    refused(calc(KL(Uniform(a, b), Uniform(0, 1))).eq(oo, by=support))


def test_the_range_of_a_bound_variable_is_not_what_its_name_promises():
    """E X of a law with mean −5 is not positive because the variable is called p > 0."""
    refused(calc(Normal(-5, 1).expect(p, p)).gt(0, by=algebra))
    refused(calc(Normal(-5, 1).expect(u, u)).ge(0, by=algebra))
    refused(calc(Normal(-5, 1).expect(log(p), p)))
    refused(calc(Integral(-1, 1, log(p), p)))
    refused(calc(Limit(0, -1, log(p), p)))
    refused(calc(Maximum(-1, 1, log(p), p)))
    refused(calc(Sum(-3, 3, log(n), n)))
    refused(calc(Integral(-1, 1, log(p**2 + p), p)).eq(Integral(-1, 1, log(p) + log(p + 1), p), by=algebra))


def test_a_reserved_name_is_not_captured():
    own = canonical(N01.expect(x)).variable
    refused(calc(N01.expect(x * own)).eq(N01.expect(x**2), by=algebra))


def test_ill_typed_terms_are_refused_in_words():
    refused(calc(KL(Table([[half, 0], [0, half]]), Geometric(half))).eq(1, by=definition))
    refused(calc(KL(Normal(0, 1), Geometric(half))).eq(1, by=definition))


def test_what_is_no_expression_is_refused():
    for start in (a < b, Normal(0, 1), Finite(Entropy(N01))):
        refused(Derivation(start))


def test_every_line_is_looked_at_even_if_the_ends_agree():
    refused(calc(p).eq(log(exp(p) - exp(p) * a), by=algebra).eq(p, by=algebra), "step 1")


def test_a_derivation_without_steps_claims_nothing_false():
    theorem = check(calc(Entropy(N01)))
    assert theorem.claim.left == theorem.claim.right and theorem.claim.relation == "="


def test_conditions_of_a_law_in_a_later_line_are_shown_too():
    refused(calc(p).eq(p + 0 * a, by=algebra).then("<=", p + Entropy(Uniform(a, b)) ** 2, algebra))
    refused(calc(N01.expect(x)).eq(Normal(0, a).expect(x), by=tilting))


def test_a_false_condition_is_never_assumed_quietly():
    """A condition that is assumed and plainly false makes no theorem that is called proved."""
    false_fact = Covers(Uniform(0, 2), Uniform(0, 1))
    D = calc(KL(Uniform(0, 2), Uniform(0, 1)), given=[false_fact])
    try:
        status = check(D.eq(-log(2), by=(definition, linearity))).status
    except Rejected:
        status = "refused"
    assert status in ("refused", "vacuous")
