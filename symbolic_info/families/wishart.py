"""The Wishart family."""

from functools import cache
from itertools import combinations_with_replacement

from sympy import Basic, Gt, Matrix, Symbol, Tuple, cancel, log, loggamma, oo, pi, true

from ..language.binder import sympify_basic
from ..language.distribution import Distribution
from ..language.domains import Positive, Real
from ..language.forms import Matrix as Rows
from ..language.forms import Number
from ..language.joint import named
from ..language.matrices import Square
from ..language.support import Cone, Interval
from ..language.vector_forms import Covariance, Diagonal
from ..language.vectors import WishartMatrix
from .multivariate_normal import inverted, minors

SIZE = Symbol("p", integer=True, positive=True)


class Wishart(Distribution):
    """The law of Σ Z Zᵀ over ν normal vectors Z of covariance V: Wishart(nu, [[a, c], [c, b]]), or Wishart(nu, V).

    The variables are the entries of the matrix on and above its diagonal, row by row.
    """

    is_explicit = True
    forms = (
        (Number("nu", Positive()), Covariance("V")),
        (Number("nu", Positive()), Rows("V", Real(), definite=True)),
    )
    needs = "nu > p - 1 and a positive definite matrix of p <= 2 rows"
    nu = property(lambda self: self.args[0])
    rows = property(lambda self: self.args[1])

    def __new__(cls, nu, rows):
        if isinstance(rows, Diagonal):
            raise ValueError("Wishart takes the name of a matrix, or a list of rows")
        if isinstance(rows, Square):
            return WishartMatrix(nu, rows, SIZE)
        rows = Tuple(*(Tuple(*map(sympify_basic, row)) for row in rows))
        if len(rows) > 2 or {len(rows)} != {*map(len, rows)} or any(r[1][0] != r[0][1] for r in [rows] if len(r) > 1):
            raise ValueError(f"Wishart needs {cls.needs}")
        return Basic.__new__(cls, sympify_basic(nu), rows)

    @property
    def coordinates(self):
        return named(len(self.places))

    @property
    def places(self):
        """Which entries of the matrix the variables are."""
        return list(combinations_with_replacement(range(len(self.rows)), 2))

    @property
    def support(self):
        return Interval(0, oo) if len(self.rows) == 1 else Cone(len(self.places))

    def conditions(self):
        own = Gt(self.nu, len(self.rows) - 1)
        return (*([own] if own != true else []), *minors(self.rows))

    def log_density(self, *point):
        nu, p = self.nu, len(self.rows)
        determinant, inverse = inverted(self.rows)
        trace = sum((1 if i == j else 2) * inverse[i, j] * x for (i, j), x in zip(self.places, point, strict=True))
        gammas = sum(loggamma((nu - i) / 2) for i in range(p))
        constant = nu * p * log(2) / 2 + nu * log(determinant) / 2 + p * (p - 1) * log(pi) / 4 + gammas
        return (nu - p - 1) * log(self.determinant(point)) / 2 - trace / 2 - constant

    def determinant(self, point):
        """det X"""
        return point[0] * point[2] - point[1] ** 2 if len(self.rows) == 2 else point[0]

    def tilts(self, *point_and_t):
        *point, t = point_and_t
        yield log(self.determinant(point)), Wishart(self.nu + 2 * t, self.rows)
        for place, x in zip(self.places, point, strict=True):
            yield x, Wishart(self.nu, moved(self.rows, place, t))


@cache
def moved(rows, place, t):
    """(V⁻¹ − tB)⁻¹, where tr(BX)/2 is the entry at a place: it is V at t = 0."""
    i, j = place
    step = Matrix.zeros(len(rows))
    step[i, j] += t
    step[j, i] += t
    inverse = inverted(rows)[1] - step
    determinant = inverse.det(method="berkowitz")
    return inverse.adjugate(method="berkowitz").applyfunc(lambda c: cancel(c / determinant)).tolist()
