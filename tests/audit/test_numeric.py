"""Values from the definitions, against closed forms that mpmath computes, and against mpmath's own quadrature."""

from __future__ import annotations

from typing import Any

import mpmath
import pytest
from mpmath import mpf
from sympy import Abs, Integer, Rational, Symbol, airyai, cos, exp, log, oo

from symbolic_info.audit.numeric import CannotEvaluate, evaluated, reached, value
from symbolic_info.exact.given import Given
from symbolic_info.exact.point import admissible_point
from symbolic_info.families import FAMILIES
from symbolic_info.language.binder import x, y
from symbolic_info.language.distribution import Distribution, Family, Law
from symbolic_info.language.domains import conditions_of
from symbolic_info.language.images import image, scaled, shifted
from symbolic_info.language.joint import entropy, mutual_information, table
from symbolic_info.language.marginals import Marginal, ProductLaw
from symbolic_info.language.operators import Integral, Sum, argmax, argmin, derivative, limit, maximum, minimum
from symbolic_info.language.terms import (  # fmt: skip
    KL,
    CrossEntropy,
    Density,
    Entropy,
    Expectation,
    Measured,
    SelfInformation,
    Variance,
)

R = Rational
Normal, Laplace, Gamma, Beta = (FAMILIES[n] for n in ("Normal", "Laplace", "Gamma", "Beta"))
Exponential, Uniform, LogNormal = (FAMILIES[n] for n in ("Exponential", "Uniform", "LogNormal"))
Poisson, Geometric, Bernoulli = (FAMILIES[n] for n in ("Poisson", "Geometric", "Bernoulli"))
Categorical, DiscreteUniform = (FAMILIES[n] for n in ("Categorical", "DiscreteUniform"))
p, s = Symbol("p", positive=True), Symbol("s", positive=True)
t = Symbol("t", real=True)
DIGITS = 30
T = table([["1/8", "1/4"], ["0", "5/8"]])
X, Y = T.coordinates


def gamma_entropy(a: Any, b: Any) -> Any:
    return a - mpmath.log(b) + mpmath.loggamma(a) + (1 - a) * mpmath.digamma(a)


def beta_entropy(a: Any, b: Any) -> Any:
    psi = mpmath.digamma
    return mpmath.log(mpmath.beta(a, b)) - (a - 1) * psi(a) - (b - 1) * psi(b) + (a + b - 2) * psi(a + b)


def normal_entropy(s: Any) -> Any:
    return mpmath.log(2 * mpmath.pi * mpmath.e * s**2) / 2


KNOWN = [
    (Entropy(Normal(R(1, 3), R(5, 7))), lambda: normal_entropy(mpf(5) / 7)),
    (Entropy(Normal(1000, R(1, 1000))), lambda: normal_entropy(mpf(1) / 1000)),
    (Entropy(Gamma(R(1, 2), R(3, 2))), lambda: gamma_entropy(mpf(1) / 2, mpf(3) / 2)),
    (Entropy(Gamma(R(5, 29), 2)), lambda: gamma_entropy(mpf(5) / 29, 2)),
    (Entropy(Gamma(R(35, 3), 2)), lambda: gamma_entropy(mpf(35) / 3, 2)),
    (Entropy(Beta(R(1, 2), 3)), lambda: beta_entropy(mpf(1) / 2, 3)),
    (Entropy(Beta(R(5, 29), R(10, 29))), lambda: beta_entropy(mpf(5) / 29, mpf(10) / 29)),
    (Entropy(Laplace(R(1, 2), 3)), lambda: 1 + mpmath.log(6)),
    (Entropy(Exponential(R(2, 7))), lambda: 1 - mpmath.log(mpf(2) / 7)),
    (Entropy(LogNormal(R(1, 2), R(3, 4))), lambda: mpf(1) / 2 + normal_entropy(mpf(3) / 4)),
    (Entropy(LogNormal(3, 5)), lambda: 3 + normal_entropy(5)),
    (Entropy(Uniform(R(-1, 2), 3)), lambda: mpmath.log(mpf(7) / 2)),
    (Entropy(Geometric(R(1, 29))), lambda: mpmath.log(29) - 28 * mpmath.log(mpf(28) / 29)),
    (Entropy(DiscreteUniform(7)), lambda: mpmath.log(7)),
    (Entropy(Bernoulli(R(1, 10))), lambda: mpmath.log(10) - mpmath.log(9) * 9 / 10),
    (KL(Normal(R(1, 2), 2), Normal(-1, R(1, 3))), lambda: (4 + mpf(9) / 4) * 9 / 2 - mpf(1) / 2 - mpmath.log(6)),
    (KL(Exponential(2), Normal(1, 3)), lambda: mpmath.log(6) + mpmath.log(2 * mpmath.pi) / 2 - 1 + mpf(1) / 36),
    (KL(Beta(R(1, 2), 3), Uniform(0, 1)), lambda: -beta_entropy(mpf(1) / 2, 3)),
    (KL(Poisson(3), Poisson(2)), lambda: 3 * mpmath.log(mpf(3) / 2) - 1),
    (CrossEntropy(Uniform(-1, 2), Laplace(R(1, 2), 2)), lambda: mpmath.log(4) + mpf(3) / 8),
    (Expectation(Normal(0, 1), Abs(x)), lambda: mpmath.sqrt(2 / mpmath.pi)),
    (Expectation(Normal(0, 1), log(Abs(x))), lambda: -(mpmath.euler + mpmath.log(2)) / 2),
    (Expectation(Laplace(0, 1), Abs(x**2 - 2)), lambda: 4 * (1 + mpmath.sqrt(2)) * mpmath.exp(-mpmath.sqrt(2))),
    (Variance(Laplace(3, 2)), lambda: mpf(8)),
    (Entropy(scaled(Laplace(1, 2), -3)), lambda: 1 + mpmath.log(12)),
    (Entropy(shifted(Poisson(R(1, 2)), 0)) - Entropy(shifted(Poisson(R(1, 2)), 0)), lambda: mpf(0)),
    (Expectation(image(Normal(0, 1), exp(x), log(x)), log(x) ** 2), lambda: mpf(1)),
    (Entropy(image(Bernoulli(R(1, 2)), 2 * x + 1, (x - 1) / 2)), lambda: mpmath.log(2)),
    (maximum(Entropy(Bernoulli(p)), p), lambda: mpmath.log(2)),
    (argmax(Entropy(Bernoulli(p)), p), lambda: mpf(1) / 2),
    (argmin(KL(Exponential(2), Exponential(s)), s), lambda: mpf(2)),
    (minimum(s - log(s), s), lambda: mpf(1)),
    (limit(Entropy(Bernoulli(p)), p, 0), lambda: mpf(0)),
    (limit(Entropy(Bernoulli(p)), p, 1), lambda: mpf(0)),
    (derivative(Entropy(Bernoulli(p)), p, R(1, 3)), lambda: mpmath.log(2)),
    (Sum(0, oo, p * Density(Poisson(3), p), p), lambda: mpf(3)),
    (Sum(1, 6, Density(DiscreteUniform(6), p), p), lambda: mpf(1)),
    (Integral(-oo, oo, exp(-(t**2) / 2), t), lambda: mpmath.sqrt(2 * mpmath.pi)),
    (Integral(-oo, oo, 1 / (1 + t**2), t), lambda: +mpmath.pi),
    (Integral(1, oo, t ** R(-3, 2), t), lambda: mpf(2)),
    (Integral(1, 0, log(t), t), lambda: mpf(1)),
    (Integral(1, oo, t ** R(-51, 50), t), lambda: mpf(50)),
    (Integral(0, 1, t ** R(-49, 50) * log(t), t), lambda: mpf(-2500)),
    (Integral(0, 1, (1 - t ** R(1, 3)) ** R(-9, 10), t), lambda: 3 * mpmath.beta(3, mpf(1) / 10)),
    (Integral(0, oo, (1 - 3 * t / (3 * t + 7)) ** R(6, 5), t), lambda: mpf(35) / 3),
    (Integral(-oo, oo, log(R(1, 4) + (t - 40) ** 2) / (1 + t**2), t), lambda: mpmath.pi * mpmath.log(1602.25)),
    (Integral(-oo, oo, Density(Exponential(2), t) * t, t), lambda: mpf(1) / 2),
    (Measured(Entropy(Bernoulli(R(1, 2))), Symbol("bits")), lambda: mpf(1)),
    (SelfInformation(R(1, 8)), lambda: mpmath.log(8)),
    (entropy(T, X, (Y,)), lambda: _x_given_y()),
]  # fmt: skip


def _x_given_y() -> Any:
    """H(X|Y) of the table: the first column is certain, the second has 2/7 and 5/7 with weight 7/8."""
    return mpf(7) / 8 * -(mpf(2) / 7 * mpmath.log(mpf(2) / 7) + mpf(5) / 7 * mpmath.log(mpf(5) / 7))


@pytest.mark.parametrize(("e", "known"), KNOWN, ids=lambda a: "" if callable(a) else str(a)[:50])
def test_thirty_digits_of_what_is_known(e: Any, known: Any) -> None:
    found = value(e, DIGITS)
    with mpmath.workdps(50):
        right = known()
        assert abs(found - right) <= mpf(10) ** -DIGITS * max(1, abs(right))


@pytest.mark.parametrize(
    ("law", "other", "cuts"),
    [
        (Normal(1, 3), Laplace(R(1, 2), 2), [-60, R(1, 2), 1, 60]),
        (Gamma(R(7, 2), 3), Exponential(2), [0, 1, 5, 60]),
        (LogNormal(0, R(1, 2)), Gamma(2, 3), [0, R(1, 2), 1, 3, 3000]),
        (Laplace(0, 1), Normal(1, 2), [-100, 0, 1, 100]),
        (Normal(100, R(1, 100)), Laplace(R(1, 2), 2), [99, 100, 101]),
    ],
    ids=str,
)
def test_divergences_agree_with_the_quadrature_of_mpmath(law: Any, other: Any, cuts: Any) -> None:
    from sympy import lambdify

    logs = [lambdify(x, d.log_density(x), "mpmath") for d in (law, other)]
    with mpmath.workdps(40):
        ends = [mpf(int(R(c).p)) / int(R(c).q) for c in cuts]
        peer = mpmath.quad(lambda a: mpmath.exp(logs[0](a)) * (logs[0](a) - logs[1](a)) if a else mpf(0), ends)
        assert abs(value(KL(law, other), DIGITS) - peer) < mpf(10) ** -20


NAMES = [
    name
    for name, f in FAMILIES.items()
    if isinstance(f, type) and issubclass(f, Family) and f.domains and not hasattr(f, "coordinates")
]
STRIDE = 5  # each family meets one in so many of the others, and all distances between names occur


@pytest.mark.parametrize("name", NAMES)
def test_every_family_against_others(name: str) -> None:
    """D(P‖Q) ≥ 0, H(P, Q) = H(P) + D(P‖Q), all to thirty digits at random admissible parameters."""
    for seed, other in list(enumerate(NAMES))[NAMES.index(name) % STRIDE :: STRIDE]:
        law, peer = FAMILIES[name].generic("_1"), FAMILIES[other].generic("_2")
        pair = CrossEntropy(law, peer)
        point = admissible_point(Given() | conditions_of(pair), [pair], seed=seed)
        assert point is not None
        divergence = value(KL(law, peer).xreplace(point), DIGITS)
        cross = value(pair.xreplace(point), DIGITS)
        assert divergence >= 0
        if divergence == mpmath.inf:
            assert cross == mpmath.inf
        else:
            with mpmath.workdps(50):
                gap = cross - value(Entropy(law).xreplace(point), DIGITS) - divergence
                assert abs(gap) < mpf(10) ** -DIGITS * max(1, abs(cross))


def test_poisson_entropy_is_the_sum_of_its_definition() -> None:
    with mpmath.workdps(50):
        log_p = lambda k: k * mpmath.log(mpf(7) / 2) - mpf(7) / 2 - mpmath.loggamma(k + 1)  # noqa: E731
        peer = -sum(mpmath.exp(log_p(k)) * log_p(k) for k in range(120))
        assert abs(value(Entropy(Poisson(R(7, 2))), DIGITS) - peer) < mpf(10) ** -DIGITS


def test_tables_agree_with_their_identities() -> None:
    information = value(mutual_information(T), 40)
    assert abs(information - value(KL(T, ProductLaw(T)), 40)) < mpf(10) ** -39
    assert abs(information - value(entropy(T, X) + entropy(T, Y) - Entropy(T), 40)) < mpf(10) ** -39
    chained = Expectation(T, -log(Density(T, x, y) / Density(Marginal(T, (X,)), x)), (x, y))
    assert abs(value(chained, 40) - value(entropy(T, Y, (X,)), 40)) < mpf(10) ** -39


@pytest.mark.parametrize(
    "e",
    [
        KL(Normal(1, 3), Exponential(2)),
        KL(Uniform(0, 2), Uniform(0, 1)),
        KL(Beta(R(1, 2), 3), Uniform(0, R(1, 2))),
        CrossEntropy(Poisson(2), DiscreteUniform(9)),
        KL(Categorical(R(1, 2), R(1, 2)), Categorical(1, 0)),
        KL(Bernoulli(R(1, 2)), Normal(0, 1)),
    ],
    ids=str,
)
def test_a_law_that_is_not_covered_has_infinite_divergence(e: Any) -> None:
    assert value(e, DIGITS) == mpmath.inf


def test_impossible_outcomes_count_nothing() -> None:
    assert value(Entropy(Categorical(1, 0)), DIGITS) == 0
    assert value(KL(Categorical(1, 0), Categorical(R(1, 2), R(1, 2))), 20) == pytest.approx(0.6931471805599453)


def test_a_limit_that_diverges_is_infinite() -> None:
    assert value(limit(Entropy(Uniform(0, p)), p, 0), DIGITS) == -mpmath.inf


@pytest.mark.parametrize(
    "e",
    [
        Integral(1, oo, 1 / t, t),
        Integral(0, 1, 1 / t, t),
        Integral(-oo, oo, log(1 + t**2) / (1 + Abs(t)), t),
        Exponential(R(1, 3)).expect(exp(x / 3)),
        Laplace(0, 2).expect(exp(x)),
        Gamma(1, R(2, 3)).expect(1 / x),
        Beta(3, R(1, 2)).expect(1 / (1 - x)),
        Normal(1, 1).expect(exp(x**2)),
    ],
    ids=str,
)
def test_an_integral_that_diverges_is_infinite(e: Any) -> None:
    assert value(e, DIGITS) == mpmath.inf
    assert value(-e, DIGITS) == -mpmath.inf


@pytest.mark.parametrize("low", [R(101, 100), R(1001, 1000), R(10001, 10000)])
def test_an_integral_that_converges_slowly_is_not_infinite(low: Any) -> None:
    assert evaluated(Integral(1, oo, t**-low, t), DIGITS).overlaps(evaluated(1 / (low - 1), DIGITS))


@pytest.mark.parametrize(
    ("e", "said"),
    [
        (Integral(-oo, oo, t / (1 + t**2), t), "not defined"),
        (Entropy(Law("f")), "not a definite law"),
        (log(p), "p has no value"),
        (airyai(Integer(1)), "airyai is not known"),
        (Entropy(Bernoulli(p)), "p has no value"),
        (Sum(1, oo, cos(p) / p, p), "has not converged"),
        (Integral(0, oo, cos(t), t), ""),
        (Measured(log(2), Symbol("stones")), "not a unit"),
    ],
    ids=str,
)
def test_what_has_no_value_says_why(e: Any, said: str) -> None:
    with pytest.raises(CannotEvaluate) as caught:
        value(e, DIGITS)
    assert said in caught.value.reason


class Lying(Distribution):
    """A law whose density does not add up to 1."""

    support = Normal(0, 1).support

    def log_density(self, *point: Any) -> Any:
        return Normal(0, 1).log_density(*point) + R(1, 10**9)


def test_a_density_that_does_not_add_up_to_one_is_refused() -> None:
    with pytest.raises(CannotEvaluate, match="adds up to"):
        value(Entropy(Lying()), DIGITS)


def test_digits_are_not_overstated() -> None:
    """The oscillating kinks of |cos 5x| converge slowly: what is claimed must still hold against more work."""
    hard = Expectation(Normal(0, 1), Abs(cos(5 * x)))
    rough, fine = evaluated(hard, 12), evaluated(hard, 40)
    assert rough.overlaps(fine)
    for e in (Entropy(LogNormal(0, 1)), Entropy(Gamma(R(1, 3), 1)), Entropy(Poisson(3))):
        few, many = evaluated(e, 10), evaluated(e, 45)
        assert few.overlaps(many)
        assert reached(few) >= 10
        assert reached(many) >= 45
