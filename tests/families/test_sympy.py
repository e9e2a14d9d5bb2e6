"""A second way: SymPy integrates and sums the densities of the textbook, at rational parameters."""

from __future__ import annotations

import pytest
from sympy import (
    Rational,
    Symbol,
    binomial,
    exp,
    expand_log,
    factorial,
    integrate,
    log,
    oo,
    pi,
    sqrt,
    summation,
    zeta,
)

from symbolic_info.families import FAMILIES
from symbolic_info.language.terms import KL, CrossEntropy, Entropy
from symbolic_info.tactics.closed_form import closed_form

R = Rational
u, i = Symbol("u", positive=True), Symbol("i", integer=True, nonnegative=True)
Bernoulli, Geometric, Poisson = (FAMILIES[n] for n in ("Bernoulli", "Geometric", "Poisson"))
Exponential, Gamma, Beta, Uniform = (FAMILIES[n] for n in ("Exponential", "Gamma", "Beta", "Uniform"))
Laplace, Normal, DiscreteUniform = (FAMILIES[n] for n in ("Laplace", "Normal", "DiscreteUniform"))
Binomial, LogSeries, Zeta = (FAMILIES[n] for n in ("Binomial", "LogSeries", "Zeta"))


def exponential(rate):
    return rate * exp(-rate * u)


def power(a, b):
    """The beta density for whole shapes."""
    return a * binomial(a + b - 1, a) * u ** (a - 1) * (1 - u) ** (b - 1)


def on_the_line(p, f, low=0, high=oo):
    """E f under the density p."""
    return integrate((p * expand_log(f, force=True)).expand(), (u, low, high))


def gaussian(f):
    """E f under the standard normal law."""
    z = Symbol("z", real=True)
    return integrate((exp(-(z**2) / 2) / sqrt(2 * pi) * f(z)).expand(), (z, -oo, oo))


def on_the_integers(p, f, high=oo):
    """E f for a mass function p and f linear in i."""
    f = f.expand()
    return sum(f.coeff(i, k) * summation(i**k * p, (i, 0, high)) for k in (0, 1))


def geometric(p):
    return p * (1 - p) ** i


WAYS = {
    "exponential entropy": (
        Entropy(Exponential(R(3, 2))),
        lambda: on_the_line(exponential(R(3, 2)), -log(exponential(R(3, 2)))),
    ),
    "exponential divergence": (
        KL(Exponential(R(1, 2)), Exponential(3)),
        lambda: on_the_line(exponential(R(1, 2)), log(exponential(R(1, 2))) - log(exponential(3))),
    ),
    "beta entropy": (Entropy(Beta(2, 3)), lambda: on_the_line(power(2, 3), -log(power(2, 3)), 0, 1)),
    "beta divergence": (
        KL(Beta(3, 2), Beta(2, 4)),
        lambda: on_the_line(power(3, 2), log(power(3, 2)) - log(power(2, 4)), 0, 1),
    ),
    "uniform entropy": (Entropy(Uniform(R(1, 3), 2)), lambda: integrate(R(3, 5) * log(R(5, 3)), (u, R(1, 3), 2))),
    "uniform against exponential": (
        KL(Uniform(1, 3), Exponential(2)),
        lambda: on_the_line(R(1, 2), -log(2) - log(exponential(2)), 1, 3),
    ),
    "uniform against gamma": (
        KL(Uniform(1, 3), Gamma(3, 1)),
        lambda: on_the_line(R(1, 2), -log(2) - log(u**2 * exp(-u) / 2), 1, 3),
    ),
    "laplace entropy": (
        Entropy(Laplace(1, R(2, 3))),
        lambda: 2 * on_the_line(R(3, 4) * exp(-3 * u / 2), -log(R(3, 4)) + 3 * u / 2),
    ),
    "normal divergence": (
        KL(Normal(1, 2), Normal(0, 3)),
        lambda: gaussian(lambda z: log(3) - log(2) + (1 + 2 * z) ** 2 / 18 - z**2 / 2),
    ),
    "normal entropy": (
        Entropy(Normal(R(1, 2), 3)),
        lambda: gaussian(lambda z: z**2 / 2 + log(3) + log(2 * pi) / 2),
    ),
    "coin entropy": (Entropy(Bernoulli(R(1, 3))), lambda: -R(1, 3) * log(R(1, 3)) - R(2, 3) * log(R(2, 3))),
    "coin divergence": (
        KL(Bernoulli(R(1, 3)), Bernoulli(R(1, 5))),
        lambda: R(1, 3) * log(R(5, 3)) + R(2, 3) * log(R(5, 6)),
    ),
    "geometric entropy": (
        Entropy(Geometric(R(1, 3))),
        lambda: on_the_integers(geometric(R(1, 3)), log(3) + i * log(R(3, 2))),
    ),
    "geometric divergence": (
        KL(Geometric(R(1, 3)), Geometric(R(3, 4))),
        lambda: on_the_integers(geometric(R(1, 3)), log(R(4, 9)) + i * log(R(8, 3))),
    ),
    "poisson against geometric": (
        CrossEntropy(Poisson(2), Geometric(R(1, 3))),
        lambda: on_the_integers(2**i * exp(-2) / factorial(i), log(3) + i * log(R(3, 2))),
    ),
    "entropy of three tosses": (
        Entropy(Binomial(3, R(1, 3))),
        lambda: -sum(w * log(w) for k in range(4) for w in [binomial(3, k) * R(2) ** (3 - k) / 27]),
    ),
    "three tosses against poisson": (
        KL(Binomial(3, R(1, 3)), Poisson(2)),
        lambda: sum(
            w * log(w * factorial(k) * exp(2) / 2**k) for k in range(4) for w in [binomial(3, k) * R(2) ** (3 - k) / 27]
        ),
    ),
    "binomial divergence": (
        KL(Binomial(4, R(1, 3)), Binomial(4, R(3, 4))),
        lambda: 4 * (R(1, 3) * log(R(4, 9)) + R(2, 3) * log(R(8, 3))),
    ),
    "logarithmic series divergence": (
        KL(LogSeries(R(1, 3)), LogSeries(R(1, 2))),
        lambda: log(log(R(1, 2)) / log(R(2, 3))) + log(R(2, 3)) * R(1, 2) / log(R(3, 2)),
    ),
    "uniform choice against zeta": (
        KL(DiscreteUniform(4), Zeta(4)),
        lambda: log(zeta(4)) - log(4) + log(factorial(4)),
    ),
    "uniform choice against geometric": (
        KL(DiscreteUniform(4), Geometric(R(1, 2))),
        lambda: on_the_integers(R(1, 4), (i + 2) * log(2) - log(4), 3),
    ),
}


@pytest.mark.parametrize("name", WAYS)
def test_sympy_integrates_to_the_same(name):
    question, other = WAYS[name]
    found = closed_form(question)
    assert found.status == "proved"
    ours, theirs = found.theorem.claim.right, other()
    assert not ours.free_symbols and not theirs.free_symbols and theirs.is_finite is not False
    assert abs((ours - theirs).evalf(40, chop=False)) < R(1, 10**30)
    assert abs(ours.evalf(40)) > R(1, 10**3)  # not two ways to say nothing
