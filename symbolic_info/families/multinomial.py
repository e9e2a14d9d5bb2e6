"""The multinomial family."""

from sympy import Add, Basic, Eq, Gt, cancel, exp, factorial, log, true

from ..language.binder import COORDINATES, sympify_basic
from ..language.distribution import Distribution
from ..language.domains import Natural
from ..language.forms import Number, Probabilities
from ..language.joint import named
from ..language.support import Counts


class Multinomial(Distribution):
    """How often each outcome occurs in n trials, with probabilities p₁, …, p_k: Multinomial(n, p_1, …, p_k).

    The mass function is one of the first k − 1 counts; the last one is what they leave.
    """

    is_explicit = True
    forms = ((Number("n", Natural()), Probabilities("p", none_is_zero=True)),)
    needs = f"2 to {len(COORDINATES) + 1} positive probabilities"

    def __new__(cls, n, *probabilities):
        if not 2 <= len(probabilities) <= len(COORDINATES) + 1:
            raise ValueError(f"Multinomial takes {cls.needs}, not {len(probabilities)}")
        return Basic.__new__(cls, sympify_basic(n), *map(sympify_basic, probabilities))

    @property
    def coordinates(self):
        return named(len(self.args) - 2)

    @property
    def extent(self):
        return f"{self.args[0]} trials with {len(self.args) - 1} outcomes"

    @property
    def support(self):
        return Counts(len(self.coordinates), self.args[0])

    def conditions(self):
        n, *p = self.args
        found = [*Natural().conditions(n), *(Gt(a, 0) for a in p), Eq(cancel(Add(*p)), 1)]
        return tuple(c for c in found if c != true)

    def rest(self, *point):
        """The last count."""
        return self.args[0] - Add(*point)

    def log_density(self, *point):
        n, *p = self.args
        counts = (*point, self.rest(*point))
        ways = log(factorial(n)) - Add(*(log(factorial(x)) for x in counts))
        return ways + Add(*(x * log(a) for x, a in zip(counts, p, strict=True)))

    def tilts(self, *point_and_t):
        *point, t = point_and_t
        n, *p = self.args
        for i, x in enumerate(point):
            weights = [a * exp(t) if i == j else a for j, a in enumerate(p)]
            yield x, Multinomial(n, *(w / Add(*weights) for w in weights))

    def marginal(self, places):
        n, *p = self.args
        return Multinomial(n, *(p[i] for i in places), Add(*(a for i, a in enumerate(p) if i not in places)))
