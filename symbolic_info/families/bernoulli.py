"""The Bernoulli family."""

from sympy import exp, log

from ..language.distribution import Family
from ..language.domains import Unit
from ..language.support import Points


class Bernoulli(Family):
    """The law of one toss of a coin: 1 with probability φ, else 0."""

    phi = Unit()
    support = Points(((0,), (1,)))

    def log_density(self, x):
        return x * log(self.phi) + (1 - x) * log(1 - self.phi)

    def tilts(self, x, t):
        yield x, Bernoulli(self.phi * exp(t) / (1 - self.phi + self.phi * exp(t)))
