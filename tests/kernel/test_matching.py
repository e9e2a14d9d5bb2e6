"""What may stand for what in a theorem that is cited: symbols, laws, bound variables."""

import pytest
from sympy import Rational, Symbol, log, symbols

from symbolic_info.families import Bernoulli, Categorical, DiscreteUniform, Geometric, Normal
from symbolic_info.kernel.check import Citation, check
from symbolic_info.kernel.derivation import calc
from symbolic_info.kernel.instances import instances, match
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import canonical, x
from symbolic_info.language.distribution import Law
from symbolic_info.language.images import scaled
from symbolic_info.language.joint import Joint, entropy
from symbolic_info.language.support import ANY, COUNTING, FINITE, LEBESGUE
from symbolic_info.language.terms import KL, CrossEntropy, Entropy
from symbolic_info.rules import RULES

algebra, definition, linearity, tilting, log_tangent, normalisation, jensen = (
    RULES[n] for n in ("algebra", "definition", "linearity", "tilting", "log_tangent", "normalisation", "jensen")
)
half = Rational(1, 2)
a, b, m, mu, v = symbols("a b m mu v", real=True)
p, q, s, t = symbols("p q s t", positive=True)
u = Symbol("u", nonnegative=True)
k = Symbol("k", integer=True, positive=True)
P, Q = Law("p", of=ANY), Law("q", of=ANY)
N = Normal


MEAN = Citation("mean", calc(N(mu, s).expect(x)).eq(mu, by=tilting))


def refused(derivation):
    with pytest.raises(Rejected):
        check(derivation)


CARRIED = {
    "positive": (s, 1, Rational(-1), 0),
    "nonnegative": (u, 0, Rational(-2), None),
    "negative": (Symbol("n", negative=True), -1, Rational(5), None),
    "nonzero": (Symbol("w", real=True, nonzero=True), 3, Rational(0), None),
    "nonpositive": (Symbol("w", nonpositive=True), -1, Rational(1, 3), None),
    "integer": (Symbol("i", integer=True), 2, half, None),
    "positive integer": (k, 2, half, None),
}


@pytest.mark.parametrize("name", CARRIED)
def test_what_its_symbols_carry_is_a_condition_too(name):
    symbol, inside, outside, _ = CARRIED[name]
    cited = Citation("mean", calc(N(symbol, 1).expect(x)).eq(symbol, by=tilting))
    assert check(calc(N(inside, 1).expect(x)).eq(inside, by=cited)).status == "proved"
    refused(calc(N(outside, 1).expect(x)).eq(outside, by=cited))
    refused(calc(N(a, 1).expect(x)).eq(a, by=cited))


def test_signs_of_symbols_are_not_lost():
    below = Symbol("n", negative=True)
    apart = Symbol("w", real=True, nonzero=True)
    first = Citation("below", calc(N(below, 1).expect(x)).lt(0, by=tilting))
    second = Citation("apart", calc(N(apart, 1).expect(x**2)).gt(1, by=tilting))
    refused(calc(N(5, 1).expect(x)).lt(0, by=first))
    refused(calc(N(0, 1).expect(x**2)).gt(1, by=second))
    assert check(calc(N(-5, 1).expect(x)).lt(0, by=first))
    assert check(calc(N(2, 1).expect(x**2)).gt(1, by=second))
    refused(calc(N(5, 1).expect(x**2)).gt(1, by=MEAN))


def test_one_law_of_the_theorem_is_one_law_of_the_instance():
    same = Citation("same", calc(KL(P, P)).eq(0, by=(definition, linearity)))
    assert check(calc(KL(N(a, s), N(a, s))).eq(0, by=same))
    refused(calc(KL(N(a, s), N(b, s))).eq(0, by=same))
    twice = Citation("twice", calc(CrossEntropy(P, P)).eq(Entropy(P), by=definition))
    refused(calc(CrossEntropy(N(a, s), N(b, s))).eq(Entropy(N(a, s)), by=twice))


def test_one_symbol_of_the_theorem_is_one_value():
    equal = Citation("equal", calc(KL(N(mu, s), N(mu, s))).eq(0, by=(definition, linearity)))
    refused(calc(KL(N(0, 1), N(1, 1))).eq(0, by=equal))
    refused(calc(KL(N(0, 1), N(0, 2))).eq(0, by=equal))
    assert check(calc(KL(N(0, 1), N(0, 1))).eq(0, by=equal))


def test_a_symbol_that_the_left_side_does_not_fix_is_never_chosen():
    free = Citation("free", calc(N(mu, s).expect(x)).le(mu + t, by=tilting))
    refused(calc(N(0, 1).expect(x)).le(5, by=free))
    refused(calc(N(0, 1).expect(x)).le(t, by=free))


def test_the_number_of_outcomes_is_matched():
    L = Law("p", COUNTING, k)
    U = DiscreteUniform(k)
    T = Citation("lack", calc(KL(L, U)).eq(log(k) - Entropy(L), by=(definition, linearity)))
    five = Law("r", COUNTING, 5)
    assert check(T.derivation).status == "proved"
    refused(calc(KL(five, DiscreteUniform(3))).eq(log(3) - Entropy(five), by=T))
    fair = Categorical(*[Rational(1, 5)] * 5)
    refused(calc(KL(fair, DiscreteUniform(3))).eq(log(3) - Entropy(fair), by=T))
    for number, law in ((5, five), (5, fair)):
        for outcome in instances(check(T.derivation), KL(law, DiscreteUniform(number))):
            assert outcome.result.xreplace({Entropy(law): log(2)}) == log(number) - log(2)


KINDS = {
    (ANY, LEBESGUE): True, (ANY, COUNTING): True, (LEBESGUE, LEBESGUE): True, (COUNTING, COUNTING): True,
    (FINITE, FINITE): True, (COUNTING, FINITE): True, (ANY, FINITE): True,
    (LEBESGUE, COUNTING): False, (COUNTING, LEBESGUE): False, (LEBESGUE, ANY): False, (COUNTING, ANY): False,
    (FINITE, COUNTING): False, (FINITE, ANY): False, (FINITE, LEBESGUE): False, (LEBESGUE, FINITE): False,
}  # fmt: skip


@pytest.mark.parametrize(("of", "target"), KINDS, ids="-".join)
def test_a_law_stands_only_for_laws_of_its_kind(of, target):
    """A theorem about laws on finitely many outcomes says nothing of others: there everything is finite unsaid."""
    found = match(Entropy(Law("p", of=of)), Entropy(Law("r", of=target)), {})
    assert (found is not None) == KINDS[of, target]


def test_a_finite_law_is_no_infinite_one():
    T = Citation(
        "finite",
        calc(Entropy(Law("p", of=FINITE))).eq(
            Law("p", of=FINITE).expect(-log(Law("p", of=FINITE).density(x))), by=definition
        ),
    )
    assert not list(instances(check(T.derivation), Entropy(Geometric(half))))
    assert list(instances(check(T.derivation), Entropy(Bernoulli(half))))


def test_bound_variables_do_not_leave_their_scope():
    T = Citation("power", calc(N(mu, s).expect(a * x)).eq(a * mu, by=(linearity, tilting)))
    assert check(calc(N(0, 1).expect(3 * x)).eq(0, by=T))
    refused(calc(N(0, 1).expect(x * x)).eq(0, by=T))
    refused(calc(N(0, 1).expect(x**3)).eq(0, by=T))
    assert match(calc(N(mu, s).expect(a + x)).start, N(0, 1).expect(x + x), {}) is None


def test_an_image_is_matched_with_its_law():
    image, of_q, of_p = (canonical(scaled(law, c)) for law, c in ((P, a), (Q, 2), (P, 2)))
    assert match(image, of_q, {}) == {P: Q, a: 2}
    assert match(image, of_p, {P: Q}) is None
    assert match(image, of_q, {a: Rational(3)}) is None
    assert match(KL(P, image), KL(Q, of_p), {}) is None


def test_joint_laws_keep_their_coordinates_and_their_kind():
    J, K = Joint("X", "Y"), Joint("X", "Y", "Z")
    assert match(entropy(J), entropy(K), {}) is None
    assert match(entropy(J), entropy(J), {}) is not None
    assert match(entropy(J, J.coordinates[0]), entropy(J, J.coordinates[1]), {}) is None
    assert match(entropy(Joint("X", "Y", of=COUNTING)), entropy(Joint("X", "Y", of=LEBESGUE)), {}) is None
