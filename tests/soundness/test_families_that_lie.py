"""A family declares its law; what it says wrongly proves nothing."""

import pytest
from sympy import Abs, Rational, sqrt

from symbolic_info.blackboard import (
    Entropy,
    Exponential,
    Normal,
    Positive,
    Real,
    algebra,
    calc,
    change_of_variable,
    definition,
    half,
    image,
    linearity,
    log,
    mean_distance,
    oo,
    pi,
    positive,
    symmetry,
    tilting,
    x,
)
from symbolic_info.exact.given import Given
from symbolic_info.kernel.conditions import holds
from symbolic_info.language.claims import Finite
from symbolic_info.language.distribution import Family
from symbolic_info.language.domains import Domain
from symbolic_info.language.support import Interval

from .said import N, a, proved, refused

p = positive("p")


def bell(self, x):
    return -log(2 * pi) / 2 - (x - self.mu) ** 2 / 2


OVERRIDDEN = {
    "expect": lambda self, f, variables=x: Normal(self.mu, 3).expect(f, variables),
    "charges": lambda self, d, point: True,
    "density": lambda self, *point: N.density(*point) * 2,
    "conditions": lambda self: (),
}


@pytest.mark.parametrize("name", OVERRIDDEN)
def test_a_family_declares_nothing_but_its_law(name):
    body = {"mu": Real(), "support": Interval(), "log_density": bell}
    assert issubclass(type("Honest", (Family,), dict(body)), Family)
    with pytest.raises(TypeError):
        type("Lie", (Family,), {**body, name: OVERRIDDEN[name]})


def test_a_family_is_no_variant_of_another():
    """The rules of the normal law would hold of a wider one."""
    with pytest.raises(TypeError):
        type("Wide", (Normal,), {"log_density": lambda self, x: bell(self, x / 2) - log(2)})
    proved(calc(N.expect(Abs(x))).eq(sqrt(2 / pi), by=mean_distance))


def test_a_root_is_used_only_if_it_has_the_declared_density():
    def root(self):
        return image(Normal(self.mu, 1), 2 * x, x / 2)

    once = type("Once", (Family,), {"mu": Real(), "root": root})
    proved(calc(once(0).expect(x**2)).eq(4, by=(change_of_variable, linearity, tilting)))
    twice = type("Twice", (Family,), {"mu": Real(), "root": root, "log_density": bell, "support": Interval()})
    refused(calc(twice(0).expect(x**2)).eq(4, by=(change_of_variable, linearity, tilting)))


class Above(Family):
    """An exponential law above μ, said to be symmetric about μ."""

    mu = Real()
    b = Positive()
    centre = "mu"

    @property
    def support(self):
        return Interval(self.mu, oo)

    def log_density(self, x):
        return -log(self.b) - Abs(x - self.mu) / self.b

    def tilts(self, x, t):
        yield Abs(x - self.mu), Above(self.mu, self.b / (1 - self.b * t))


def test_a_law_on_one_side_is_not_symmetric():
    refused(calc(Above(a, p).expect(x)).eq(a, by=symmetry))
    facts = [Finite(Above(a, p).expect(Abs(x - a)))]
    refused(calc(Above(a, p).expect(x), given=facts).eq(a, by=symmetry))
    refused(calc(Above(a, p).expect((x - a) ** 3)).eq(0, by=symmetry))


class Square(Family):
    """The law of the unit interval, said to be symmetric about any point."""

    mu = Real()
    support = Interval(0, 1)
    centre = "mu"

    def log_density(self, x):
        return 0 * x


def test_a_centre_lies_in_the_middle_of_the_support():
    refused(calc(Square(3).expect(x)).eq(3, by=symmetry))
    proved(calc(Square(half).expect(x)).eq(half, by=symmetry))


class Bordered(Family):
    """A law on the half-line that still is one at the border 0 of its parameter, where it has no mean."""

    theta = Domain("nonneg", low=0 * p, closed=True)
    support = Interval(0, oo)

    def log_density(self, x):
        return -log(pi) / 2 - 3 * log(x) / 2 - 1 / x - self.theta * x + 2 * sqrt(self.theta)

    def tilts(self, x, t):
        yield x, Bordered(self.theta - t)


def test_the_mean_at_the_border_of_the_parameters_is_not_finite():
    mean = Bordered(0).expect(x)
    assert not holds(Finite(mean), Given())
    refused(calc(1 + mean - Bordered(0).expect(x + 1)).eq(0, by=linearity))
    refused(calc(1 + Bordered(a).expect(x) - Bordered(a).expect(x + 1), given=[a >= 0]).eq(0, by=linearity))
    inside = calc(1 + Bordered(p).expect(x) - Bordered(p).expect(x + 1))
    proved(inside.eq(0, by=linearity))


class Rounded(Family):
    """The normal law, written with 0.5."""

    mu = Real()
    support = Interval()

    def log_density(self, x):
        return -log(2 * pi) / 2 - 0.5 * (x - self.mu) ** 2

    def tilts(self, x, t):
        yield x, Rounded(self.mu + t)


class Exact(Family):
    """The same, written exactly."""

    mu = Real()
    support = Interval()
    log_density = bell

    def tilts(self, x, t):
        yield x, Exact(self.mu + t)


def test_a_half_in_decimals_is_not_a_half_in_a_density():
    by = (definition, linearity, tilting)
    truth = log(2 * pi) / 2 + half
    for value in (truth + Rational(1, 10**30), truth):
        refused(calc(Entropy(Rounded(0))).eq(value, by=by))
    refused(calc(Entropy(Exact(0))).eq(truth + Rational(1, 10**30), by=by))
    proved(calc(Entropy(Exact(0))).eq(truth, by=by))


def test_a_law_on_part_of_the_line_is_not_charged_by_a_density_elsewhere():
    D = Exponential(1).density(x)
    refused(calc(Exact(0).expect(D)).gt(0, by=algebra))
    refused(calc(Exact(0).expect(log(D))))
    refused(calc(Entropy(Normal(0, -1))).eq(Entropy(Normal(0, -1)), by=algebra))
