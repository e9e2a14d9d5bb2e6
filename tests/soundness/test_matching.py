"""A theorem that is cited says nothing of what it was not proved for."""

import pytest
from sympy import E, Rational, Tuple

from symbolic_info.blackboard import (
    ANY,
    FINITE,
    Covers,
    Density,
    Entropy,
    Image,
    Integral,
    Law,
    Normal,
    Poisson,
    antiderivative,
    calc,
    exp,
    linearity,
    normalisation,
    oo,
    positive,
    real,
    table,
    x,
)
from symbolic_info.kernel.check import Citation
from symbolic_info.kernel.instances import match
from symbolic_info.language.binder import canonical
from symbolic_info.language.images import Map

from .said import proved, refused, v

end = real("b")
c, d = positive("c d")
f, g = Law("f"), Law("g")


def multiplied(P, c):
    return Image(P, Map(c * x, x), Map(x / c, x))


def test_a_real_symbol_does_not_stand_for_infinity():
    """(e^v + 1)^(1/v) tends to e at infinity, where SymPy says 1."""
    F = (exp(v) + 1) ** (1 / v)
    slope = F.diff(v)
    by = antiderivative(F, v)
    chain = calc(Integral(1, end, slope, v), given=[end > 1]).eq(F.xreplace({v: end}) - E - 1, by=by)
    cited = Citation("area", chain)
    refused(calc(Integral(1, oo, slope, v)).eq(-E, by=cited))
    proved(calc(Integral(1, 2, slope, v)).eq(F.xreplace({v: Rational(2)}) - E - 1, by=cited))


A, B = Law("p", ANY), Law("q", ANY)
RATIO = calc(A.expect(Density(B, x) / Density(A, x))).le(1, by=normalisation)


@pytest.mark.parametrize(("P", "Q"), [(Poisson(1), Normal(0, Rational(1, 100))), (Normal(0, 1), Poisson(1))])
def test_two_laws_of_any_kind_do_not_stand_for_laws_of_two_kinds(P, Q):
    refused(calc(P.expect(Density(Q, x) / Density(P, x))).le(1, by=Citation("ratio", RATIO)))


@pytest.mark.parametrize(("P", "Q"), [(Poisson(1), Poisson(2)), (Normal(0, 1), Normal(1, 1))])
def test_two_laws_of_any_kind_stand_for_laws_of_one_kind(P, Q):
    proved(calc(P.expect(Density(Q, x) / Density(P, x))).le(1, by=Citation("ratio", RATIO)))


def test_a_law_of_one_variable_does_not_stand_for_a_table_when_cited_backwards():
    P, pairs = Law("p", FINITE), table([["1/4", "1/4"], [0, "1/2"]])
    cited = Citation("constant", calc(P.expect(Entropy(P), x)).eq(Entropy(P), by=linearity))
    refused(calc(Entropy(pairs)).eq(pairs.expect(Entropy(pairs), x), by=cited))
    proved(calc(P.expect(Entropy(P), x)).eq(Entropy(P), by=cited))


def test_the_law_of_an_image_is_not_another_one_than_outside():
    pattern, target = (canonical(Tuple(P, multiplied(f, 3), P)) for P in (f, g))
    assert match(pattern, target, {}) is None
    assert match(pattern, canonical(Tuple(g, multiplied(g, 3), g)), {}) == {f: g}


def balanced(P, c):
    """f(x/c)/(c f(x)), with the density of c X in it."""
    D = Density(multiplied(P, c), x)
    return Density(P, x / c) / (c * Density(P, x)) + abs(D + 1) - D - 1


@pytest.mark.parametrize("name", ["f", "h", "k", "q", "r", "s", "u"])
def test_the_mass_of_an_image_is_not_that_under_another_law(name):
    P, by = Law(name), normalisation
    cited = Citation("mass", calc(P.expect(balanced(P, c))).le(1, by=by))
    for scale in (d, Rational(3)):
        refused(calc(g.expect(balanced(P, scale)), given=[Covers(g, P)]).le(1, by=cited))
    proved(calc(P.expect(Density(multiplied(P, c), x) / Density(P, x))).le(1, by=by))
