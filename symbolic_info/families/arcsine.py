"""The arcsine family."""

from sympy import Rational, log, pi

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Real
from ..language.images import image
from ..language.support import Interval
from .beta import Beta


class Arcsine(Family):
    """The law on (a, b) of the projection of a uniform angle."""

    a = Real()
    b = Real()

    def relations(self):
        return (self.a < self.b,)

    @property
    def support(self):
        return Interval(self.a, self.b)

    def log_density(self, x):
        return -log(pi) - log(x - self.a) / 2 - log(self.b - x) / 2

    def root(self):
        return image(
            Beta(Rational(1, 2), Rational(1, 2)),
            self.a + (self.b - self.a) * x,
            (x - self.a) / (self.b - self.a),
        )
