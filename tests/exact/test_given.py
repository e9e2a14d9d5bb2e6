"""What follows from facts by signs, and what must not."""

import pytest
from sympy import Abs, Contains, Eq, Interval, Ne, Rational, S, Symbol, exp, false, log, sqrt, symbols, true

from symbolic_info.exact.given import Given
from symbolic_info.exact.signs import ANY
from symbolic_info.families import Normal
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Covers, Finite
from symbolic_info.language.distribution import Law
from symbolic_info.language.operators import Maximum, Sum, limit
from symbolic_info.language.terms import Entropy

a, b, c, d = symbols("a b c d", real=True)
p, q, r, alpha = symbols("p q r alpha", positive=True)
s, t = symbols("s t", nonnegative=True)
n, k = symbols("n k", integer=True, positive=True)
j = Symbol("j", integer=True)
R = Rational

PROVED = {
    "itself": ([a < b], a < b),
    "weaker": ([a < b], a <= b),
    "turned": ([a < b], b > a),
    "difference": ([a < b], b - a > 0),
    "scaled": ([a < b], 3 * a < 3 * b),
    "negated": ([a < b], -b < -a),
    "not equal": ([a < b], Ne(a, b)),
    "square": ([a < b], (a - b) ** 2 > 0),
    "shifted": ([a < b], a + c < b + c),
    "positive product": ([a < b], p * (b - a) > 0),
    "log of a difference": ([a + 1 < b], log(b - a) > 0),
    "chain": ([a < b, b < c], a < c),
    "long chain": ([a <= b, b < c, c <= d], a < d),
    "weak chain": ([a <= b, b <= c], a <= c),
    "inside": ([c <= a, a < b, b <= d], d - c > 0),
    "inside parts": ([c <= a, a < b, b <= d], (b - a) / (d - c) > 0),
    "unit below": ([p < 1], 1 - p > 0),
    "unit product": ([p < 1], p * (1 - p) > 0),
    "unit quotient": ([p < 1], p / (1 - p) > 0),
    "unit log": ([p < 1], log(p) < 0),
    "unit log of the rest": ([p < 1], log(1 - p) < 0),
    "unit square": ([p < 1], 1 - p**2 > 0),
    "unit square below": ([p < 1], p**2 < p),
    "two units": ([p < 1, q < 1], p * q < 1),
    "two units, union": ([p < 1, q < 1], p + q - p * q > 0),
    "mixture": ([p < 1, q < 1], p * q + (1 - p) * (1 - q) > 0),
    "real unit": ([a > 0, a < 1], a * (1 - a) > 0),
    "half open": ([a >= 0, a < 1], 1 - a > 0),
    "rho": ([a > -1, a < 1], 1 - a**2 > 0),
    "above one": ([alpha > 1], alpha / (alpha - 1) > 0),
    "above one, log": ([alpha > 1], log(alpha) > 0),
    "above two": ([alpha > 2], (alpha - 1) * (alpha - 2) > 0),
    "above two is above one": ([alpha > 2], alpha > 1),
    "sum below one": ([p + q < 1], 1 - p - q > 0),
    "sum below one, one": ([p + q < 1], p < 1),
    "sums to one": ([Eq(p + q, 1)], p < 1),
    "sums to one, rest": ([Eq(p + q, 1)], 1 - q > 0),
    "three sum to one": ([Eq(p + q + r, 1)], p + q < 1),
    "three sum to one, two": ([Eq(p + q + r, 1)], 1 - r > 0),
    "equation": ([Eq(a, b)], Eq(a + 1, b + 1)),
    "equation with a factor": ([Eq(2 * a, b)], Eq(b - 2 * a, 0)),
    "whole": ([], n >= 1),
    "whole, twice": ([], 2 * n - 1 > 0),
    "whole, log": ([], log(n) >= 0),
    "whole and above": ([n > 1], n - 1 > 0),
    "two wholes": ([], n * k >= 1),
    "determinant": ([a * b > c**2], a * b - c**2 > 0),
    "determinant, scaled": ([a * b > c**2], 2 * a * b - 2 * c**2 > 0),
    "determinant, product": ([p * q > c**2], (p * q - c**2) / p > 0),
    "determinant, weak": ([a * b > c**2], a * b >= c**2),
    "not equal, stated": ([Ne(a, 0)], Ne(a, 0)),
    "not equal, square": ([Ne(a, 0)], a**2 > 0),
    "not equal, Abs": ([Ne(a, 0)], Abs(a) > 0),
    "not equal, product": ([Ne(a, 0)], Ne(a * p, 0)),
    "member": ([], Contains(n, S.Integers)),
    "stated member": ([Contains(a, S.Integers)], Contains(a, S.Integers)),
    "true": ([], true),
    "covers itself": ([], Covers(Normal(a, p), Normal(a, p))),
    "stated claim": ([Finite(Entropy(Law("f")))], Finite(Entropy(Law("f")))),
    "about a term": ([Entropy(Law("f")) > 2], Entropy(Law("f")) > 1),
}  # fmt: skip

NOT_PROVED = {
    "the converse": ([a < b], b < a),
    "stronger": ([a <= b], a < b),
    "unrelated": ([a < b], a < c),
    "no sign": ([a < b], b > 0),
    "square of both": ([a < b], a**2 < b**2),
    "product with a real": ([a < b], a * c < b * c),
    "inverse": ([a < b], 1 / b < 1 / a),
    "chain broken": ([a < b, c < d], a < d),
    "chain in two directions": ([a < b, c < b], a < c),
    "weak chain is not strict": ([a <= b, b <= c], a < c),
    "log without a bound": ([a < b], log(b - a) > 0),
    "unit without a bound": ([], p < 1),
    "unit half": ([p < 1], p < R(1, 2)),
    "unit quotient above one": ([p < 1], p / (1 - p) > 1),
    "unit two": ([p < 1, q < 1], p + q < 1),
    "unit order": ([p < 1, q < 1], p < q),
    "half open at the end": ([a >= 0, a < 1], a > 0),
    "rho sign": ([a > -1, a < 1], a > 0),
    "above one, not two": ([alpha > 1], alpha > 2),
    "above one, not below": ([alpha > 1], (alpha - 1) * (alpha - 2) > 0),
    "sum below one, half": ([p + q < 1], p < R(1, 2)),
    "sum of real parts": ([a + b < 1], a < 1),
    "sums to one, half": ([Eq(p + q, 1)], p <= R(1, 2)),
    "real parts that sum to one": ([Eq(a + b, 1)], a < 1),
    "whole, above one": ([], n > 1),
    "whole, real": ([], p >= 1),
    "an integer has no sign": ([], j > 0),
    "no integer": ([], Contains(a, S.Integers)),
    "no integer, positive": ([], Contains(p, S.Integers)),
    "integer in a set": ([], Contains(n, Interval(5, 6))),
    "natural, perhaps not": ([], Contains(j, S.Naturals)),
    "determinant, other order": ([a * b > c**2], a * b < c**2),
    "determinant, one factor": ([a * b > c**2], a > 0),
    "determinant, bigger": ([a * b > c**2], a * b > 2 * c**2),
    "not equal has no sign": ([Ne(a, 0)], a > 0),
    "not equal of another": ([Ne(a, 0)], Ne(b, 0)),
    "not equal of a sum": ([Ne(a, 0), Ne(b, 0)], Ne(a + b, 0)),
    "equation of others": ([Eq(a, b)], Eq(a, c)),
    "nonnegative may vanish": ([], s > 0),
    "nonnegative, product": ([], s * p > 0),
    "nonnegative, not equal": ([], Ne(s, 0)),
    "false": ([], false),
    "covers another": ([], Covers(Normal(a, p), Normal(b, p))),
    "claim about another": ([Finite(Entropy(Law("f")))], Finite(Entropy(Law("g")))),
    "about a term, too much": ([Entropy(Law("f")) > 1], Entropy(Law("f")) > 2),
    "of an even power": ([a**2 > 1], a > 1),
}  # fmt: skip


@pytest.mark.parametrize("name", PROVED)
def test_what_follows_is_proved(name):
    facts, claim = PROVED[name]
    assert (Given() | facts).proves(claim)


@pytest.mark.parametrize("name", NOT_PROVED)
def test_what_does_not_follow_is_not_proved(name):
    facts, claim = NOT_PROVED[name]
    assert not (Given() | facts).proves(claim)


def test_facts_are_conjunctions_taken_apart():
    given = Given() | [(a < b) & (b < c)]
    assert given.facts == {a < b, b < c}
    assert given | [true] is given
    assert given.proves(a < c)


def test_equations_are_used_in_expressions():
    given = Given() | [Eq(p + q, 1), Eq(a, 2 * b)]
    assert given.reduce(p + q) == 1
    assert given.reduce(a - 2 * b) == 0


def test_a_scope_knows_where_its_variable_lies():
    v = Symbol("v", real=True)
    f = Maximum(a, b, v**2, v)
    assert Given().under(f).proves(v > a) and Given().under(f).proves(v < b)
    assert Given().under(Sum(0, n, v, v)).proves(v >= 0)
    assert not Given().under(Sum(0, n, v, v)).proves(v > 0)
    assert Given().under(limit(sqrt(v), v, 0, 1)).proves(v > 0)
    assert Given().under(limit(log(1 - v), v, 1, -1)).proves(v < 1)


def test_outer_facts_about_the_name_of_a_bound_variable_stay_outside():
    v = Symbol("v", real=True)
    outer = Given() | [v > 5, b > 7]
    inner = outer.under(Maximum(0, 1, v, v))
    assert inner.proves(v < 1) and inner.proves(b > 7)
    assert not inner.proves(v > 5)


def test_densities_are_positive_where_their_law_puts_its_mass():
    P, Q = Law("p"), Law("q")
    e = P.expect(log(P.density(x)) + log(Q.density(x)))
    assert Given().under(e).proves(P.density(x) > 0)
    assert not Given().under(e).proves(Q.density(x) > 0)
    assert (Given() | [Covers(P, Q)]).under(e).proves(Q.density(x) > 0)
    assert not (Given() | [Covers(Q, P)]).under(e).proves(Q.density(x) > 0)
    other = P.expect(log(P.density(x + 1)))
    assert not Given().under(other).proves(P.density(x + 1) > 0)


def test_what_holds_at_a_point_strictly_holds_around_it():
    v = Symbol("v", real=True)
    inner = (Given() | [a > 1]).under(limit(exp(v), v, a))
    assert inner.proves(v > 1)
    assert not (Given() | [a >= 1]).under(limit(exp(v), v, a)).proves(v >= 1)


def test_a_given_cannot_be_told_what_is_shown():
    """What has been shown is the kernel's own record: a caller has no door to it."""
    given = Given()
    claim = Covers(Law("p"), Law("q"))
    with pytest.raises((AttributeError, TypeError)):
        given.shown[claim] = ()


def test_positive_numbers_of_a_given_sum():
    p = [Symbol(f"p_{i}", positive=True) for i in range(6)]
    one = Given(frozenset([Eq(sum(p), 1)]))
    assert one.positive(1 - p[0]) and one.positive(p[3] + p[4]) and one.positive(1 - p[0] - p[5])
    assert one.positive(1 - p[0] * p[1]) and one.positive(p[5] * (2 - p[4]))
    assert one.signs(p[0] - p[1]) == ANY and one.signs(1 - 2 * p[0]) == ANY
    below = Given(frozenset([p[0] + p[1] < 2, p[0] > Rational(1, 2)]))
    assert below.positive(2 - p[0]) and below.signs(1 - p[0]) == ANY and below.signs(p[1] - p[0]) == ANY
