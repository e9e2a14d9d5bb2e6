"""The law of some coordinates: inside the conditions and outside.  A law cannot lie about its coordinates."""

import pytest
from sympy import Integer, digamma, log, symbols

from symbolic_info.families import Beta, BivariateNormal, Dirichlet, Exponential, MultivariateNormal, Normal
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import x, y, z
from symbolic_info.language.claims import Finite
from symbolic_info.language.distribution import Distribution
from symbolic_info.language.joint import Joint, named
from symbolic_info.language.marginals import Marginal
from symbolic_info.language.support import Region
from symbolic_info.rules import RULES

from .table import three_from

marginal_law = RULES["marginal_law"]
a, b, c, s, t = symbols("a b c s t", positive=True)
m, n, r = symbols("m n r", real=True)
X, Y, Z = named(3)

normal = BivariateNormal(m, n, s, t, r)
shares = Dirichlet(a, b, c)
space = MultivariateNormal([m, n, 0], [[2, 1, 0], [1, 3, 1], [0, 1, 4]])


def mean(law, f, variables, value):
    return calc(law.expect(f, variables)).eq(value, by=marginal_law)


def density(law, names, point, other):
    """E[log p(some) − log p(all)], with the density of some as that of another law."""
    at = (x, y, z)[: len(law.coordinates)]
    logs = (log(Marginal(law, names).density(*point)), other.log_density(*point))
    start, end = (law.expect(p - law.log_density(*at), at) for p in logs)
    return calc(start).eq(end, by=marginal_law)


INSIDE = {
    "marginal_law.density": [
        density(normal, (X,), (x,), Normal(m, s)),
        density(normal, (Y,), (y,), Normal(n, t)),
        density(shares, (Y,), (y,), Beta(b, a + c)),
        density(space, (Z,), (z,), Normal(0, 2)),
        density(space, (X, Y), (x, y), MultivariateNormal([m, n], [[2, 1], [1, 3]])),
    ],
    "marginal_law.expectation": [
        mean(normal, y**2, (x, y), Normal(n, t).expect(y**2, y)),
        mean(shares, log(1 - x), (x, y), Dirichlet(a, b + c).expect(log(1 - x), x)),
    ],
    "marginal_law.finite": [
        (Finite(shares.expect(log(1 - y), (x, y))), []),
        (Finite(normal.expect(log(Marginal(normal, (X,)).density(x)), (x, y))), [r > -1, r < 1]),
    ],
}
OUTSIDE = {
    "marginal_law.density": [
        density(normal, (X,), (x,), Normal(m, t)),
        density(normal, (Y,), (y,), Normal(m, s)),
        density(shares, (Y,), (y,), Beta(b, c)),
        density(space, (X, Y), (x, y), MultivariateNormal([m, n], [[2, 0], [0, 3]])),
    ],
    "marginal_law.expectation": [
        mean(normal, y**2, (x, y), Normal(m, s).expect(y**2, y)),
        mean(normal, x * y, (x, y), Normal(n, t).expect(x * y, y)),
        mean(shares, log(1 - x - y), (x, y), Dirichlet(c, a + b).expect(log(x), x)),
        mean(shares, log(1 - x), (x, y), digamma(b + c) - digamma(a + b + c)),
    ],
    "marginal_law.finite": [
        (Finite(shares.expect(1 / x, (x, y))), []),
        (Finite(Joint("X", "Y").expect(x**2, (x, y))), []),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


class WrongCoordinate(Distribution):
    """Two independent standard normal variables, of which the first is said to have standard deviation 2."""

    coordinates = named(2)
    support = Region(2)

    def log_density(self, *point):
        return BivariateNormal(0, 0, 1, 1, 0).log_density(*point)

    def tilts(self, *point_and_t):
        return BivariateNormal(0, 0, 1, 1, 0).tilts(*point_and_t)

    def marginal(self, places):
        return Normal(0, 2) if places == (0,) else Normal(0, 1)


class WrongKind(WrongCoordinate):
    """The same, of which the first is said to be exponential: with a moment generating function of its own."""

    def marginal(self, places):
        return Exponential(1) if places == (0,) else Normal(0, 1)


@pytest.mark.parametrize("law", [WrongCoordinate(), WrongKind()])
def test_a_law_cannot_lie_about_its_coordinates(law):
    assert list(marginal_law.outcomes(Marginal(law, (X,)).density(x), calc(Integer(0)).given)) == []
    wrong = law.marginal((0,))
    with pytest.raises(Rejected):
        check(mean(law, x**2, (x, y), wrong.expect(x**2, x)))
    assert check(mean(law, y**2, (x, y), Normal(0, 1).expect(y**2, y))).status == "proved"
