"""Expectations under laws of several variables: against mpmath's own integrals in the plane, and what is refused."""

from __future__ import annotations

import math

import mpmath
import pytest
from sympy import Rational, exp, log

from symbolic_info.audit.numeric import CannotEvaluate, value
from symbolic_info.families import BivariateNormal, Dirichlet, MultivariateNormal, Normal
from symbolic_info.language.binder import x, y, z
from symbolic_info.language.distribution import Distribution
from symbolic_info.language.joint import mutual_information, named
from symbolic_info.language.support import Region
from symbolic_info.language.terms import KL, Entropy

R = Rational
space = MultivariateNormal([1, 0, -1], [[2, 1, 0], [1, 3, 1], [0, 1, 4]])
shares = Dirichlet(R(3, 2), 2, R(5, 2))


def near(a, b, digits):
    assert abs(mpmath.mpf(a) - mpmath.mpf(b)) < mpmath.mpf(10) ** -digits


def test_a_known_entropy():
    near(value(Entropy(shares), 30), "-1.00100238770459081929180", 22)


def test_an_entropy_on_the_simplex_by_mpmath():
    def minus_p_log_p(a, b):
        c = 1 - a
        log_p = 0.5 * mpmath.log(a) + mpmath.log(c * b) + 1.5 * mpmath.log(c * (1 - b))
        log_p += mpmath.loggamma(6) - mpmath.loggamma(1.5) - mpmath.loggamma(2) - mpmath.loggamma(2.5)
        return -c * mpmath.exp(log_p) * log_p

    near(value(Entropy(shares), 20), mpmath.quad(minus_p_log_p, [0, 1], [0, 1]), 8)


def test_a_divergence_of_normal_laws_by_a_plain_sum():
    """The trapezoidal sum of the textbook's densities, in the machine's numbers."""
    P, Q = BivariateNormal(1, 0, 1, 2, R(1, 2)), BivariateNormal(0, 1, R(3, 2), 1, R(-1, 3))

    def log_normal(a, b, m, n, s, t, r):
        u, v = (a - m) / s, (b - n) / t
        square = (u * u - 2 * r * u * v + v * v) / (2 * (1 - r * r))
        return -square - math.log(2 * math.pi * s * t * math.sqrt(1 - r * r))

    total, step = 0.0, 0.125
    for i in range(-80, 97):
        for j in range(-160, 161):
            p = log_normal(i * step, j * step, 1, 0, 1, 2, 0.5)
            total += step * step * math.exp(p) * (p - log_normal(i * step, j * step, 0, 1, 1.5, 1, -1 / 3))
    near(value(KL(P, Q), 30), total, 10)


def test_three_variables():
    near(value(Entropy(space), 30), mpmath.log(18 * (2 * mpmath.pi * mpmath.e) ** 3) / 2, 14)


def test_what_is_no_polynomial_under_a_normal_law():
    law = BivariateNormal(0, 0, 1, 1, R(1, 2))
    near(value(law.expect(exp(x + y), (x, y)), 30), mpmath.exp(mpmath.mpf(3) / 2), 14)


@pytest.mark.parametrize("law", [BivariateNormal(0, 0, 1, 1, R(1, 2)), shares])
def test_mutual_information_rests_on_the_integrated_density(law):
    assert value(mutual_information(law), 20) > 0


class TooHeavy(Distribution):
    """A normal law in the plane, times 2."""

    coordinates = named(2)
    support = Region(2)

    def moments(self):
        return BivariateNormal(0, 0, 1, 1, 0).moments()

    def log_density(self, *point):
        return BivariateNormal(0, 0, 1, 1, 0).log_density(*point) + log(2)


class WrongCoordinate(TooHeavy):
    """A normal law in the plane, with a coordinate that it does not have."""

    is_explicit = True

    def log_density(self, *point):
        return BivariateNormal(0, 0, 1, 1, 0).log_density(*point)

    def marginal(self, places):
        return Normal(0, 2)


@pytest.mark.parametrize(
    "e",
    [
        Entropy(TooHeavy()),
        mutual_information(WrongCoordinate()),
        shares.expect(exp(x * y), (x, y)),
        space.expect(exp(x), (x, y, z)),
    ],
)
def test_what_cannot_be_integrated_is_refused(e):
    with pytest.raises(CannotEvaluate):
        value(e, 20)
