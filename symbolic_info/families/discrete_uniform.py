"""The uniform law on finitely many outcomes."""

from sympy import log

from ..language.distribution import Family
from ..language.domains import Natural
from ..language.support import Integers


class DiscreteUniform(Family):
    """The law of k equally likely outcomes 1, …, k."""

    k = Natural()

    @property
    def support(self):
        return Integers(1, self.k)

    def log_density(self, x):
        return -log(self.k)
