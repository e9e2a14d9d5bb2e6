"""The triangular family."""

from sympy import Min, log

from ..language.binder import x
from ..language.distribution import Family
from ..language.domains import Real
from ..language.images import image
from ..language.support import Interval
from .beta import Beta


class Triangular(Family):
    """The law on (a, b) whose density rises linearly to the mode c and falls linearly from there."""

    a = Real()
    b = Real()
    c = Real()

    def relations(self):
        return (self.a < self.c, self.c < self.b)

    @property
    def support(self):
        return Interval(self.a, self.b)

    def log_density(self, x):
        a, b, c = self.args
        return log(2 / (b - a)) + log(Min((x - a) / (c - a), (b - x) / (b - c)))

    def pieces(self):
        a, b, c = self.args
        yield (c - a) / (b - a), image(Beta(2, 1), a + (c - a) * x, (x - a) / (c - a))
        yield (b - c) / (b - a), image(Beta(1, 2), c + (b - c) * x, (x - c) / (b - c))
