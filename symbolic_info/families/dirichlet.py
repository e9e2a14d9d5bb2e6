"""The Dirichlet family."""

from sympy import Add, Basic, Dummy, Gt, Symbol, log, loggamma, true

from ..language.binder import COORDINATES, sympify_basic
from ..language.distribution import Distribution
from ..language.domains import Positive
from ..language.forms import Name, Several
from ..language.joint import named
from ..language.matrices import is_vector
from ..language.models import Coordinates, Entry
from ..language.support import Interval, Simplex
from ..language.vector_forms import Count
from ..language.vectors import DirichletVector

PLACE = Dummy("i", integer=True, positive=True)


class Dirichlet(Distribution):
    """Positive shares of a whole with shapes α₁, …, α_k: Dirichlet(alpha_1, …, alpha_k), or Dirichlet(alpha, k).

    The density is one of the first k − 1 shares; the last one is what they leave.
    """

    is_explicit = True
    forms = ((Name("alpha"), Count("k")), (Several("alpha", Positive()),))
    needs = f"2 to {len(COORDINATES) + 1} positive shapes"

    def __new__(cls, *shapes):
        if len(shapes) == 2 and is_vector(shapes[0]):
            name, size = shapes
            return DirichletVector(size, Coordinates(Entry(Symbol(name.name, positive=True), PLACE), PLACE))
        if not 2 <= len(shapes) <= len(COORDINATES) + 1:
            raise ValueError(f"Dirichlet takes {cls.needs}, not {len(shapes)}")
        return Basic.__new__(cls, *map(sympify_basic, shapes))

    @property
    def extent(self):
        return f"{len(self.args)} shapes"

    @property
    def coordinates(self):
        *first, _ = self.args
        return named(len(first))

    @property
    def support(self):
        size = len(self.coordinates)
        return Interval(0, 1) if size == 1 else Simplex(size)

    def conditions(self):
        return tuple(c for c in (Gt(a, 0) for a in self.args) if c != true)

    def rest(self, *point):
        """The last share."""
        return 1 - Add(*point)

    def log_density(self, *point):
        shares = (*point, self.rest(*point))
        powers = Add(*((a - 1) * log(x) for a, x in zip(self.args, shares, strict=True)))
        return powers + loggamma(Add(*self.args)) - Add(*map(loggamma, self.args))

    def tilts(self, *point_and_t):
        *point, t = point_and_t
        for i, x in enumerate((*point, 1 - Add(*point))):
            yield log(x), Dirichlet(*(a + t if i == j else a for j, a in enumerate(self.args)))

    def marginal(self, places):
        own = [self.args[i] for i in places]
        rest = Add(*(a for i, a in enumerate(self.args) if i not in places))
        return Dirichlet(*own, rest)
