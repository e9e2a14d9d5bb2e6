"""The multivariate normal family."""

from functools import cache
from itertools import combinations

from sympy import Add, Basic, Gt, Matrix, Mul, Symbol, Tuple, cancel, fraction, log, pi, true

from ..language.binder import COORDINATES, sympify_basic
from ..language.distribution import Distribution
from ..language.domains import Real
from ..language.forms import Matrix as Rows
from ..language.forms import Vector
from ..language.joint import named
from ..language.matrices import Column
from ..language.support import Interval, Region
from ..language.vector_forms import Covariance, Diagonal, MeanVector
from ..language.vectors import NormalVector, diagonal

SIZE = Symbol("n", integer=True, positive=True)


class MultivariateNormal(Distribution):
    """The normal law of variables with means μ and covariances Σ: MultivariateNormal([m, n], [[a, c], [c, b]]).

    MultivariateNormal(mu, Sigma), with names, is that of a vector of n variables; 0 is the vector 0, I the identity,
    diag(sigma**2) a diagonal matrix.
    """

    is_explicit = True
    forms = (
        (MeanVector("mu"), Covariance("Sigma")),
        (Vector("mu", Real()), Rows("Sigma", Real(), definite=True)),
    )
    needs = "as many rows as there are means, and a positive definite matrix"
    latex_form = r"\mathcal{{N}}\left({0},\, {1}\right)"

    def __new__(cls, mean, covariance):
        if isinstance(covariance, Diagonal):
            return diagonal(mean, covariance.entry, SIZE)
        if isinstance(mean, Column):
            return NormalVector(mean, covariance, SIZE)
        means = Tuple(*map(sympify_basic, mean))
        rows = Tuple(*(Tuple(*map(sympify_basic, row)) for row in covariance))
        if {len(means)} != {len(rows), *map(len, rows)} or len(means) > len(COORDINATES):
            raise ValueError(f"{len(means)} means need as many rows and columns (at most {len(COORDINATES)})")
        if any((rows[i][j] - rows[j][i]).expand() != 0 for i, j in combinations(range(len(rows)), 2)):
            raise ValueError("a matrix of covariances is symmetric")
        return Basic.__new__(cls, means, rows)

    @property
    def coordinates(self):
        means, _ = self.args
        return named(len(means))

    @property
    def support(self):
        size = len(self.coordinates)
        return Interval() if size == 1 else Region(size)

    def conditions(self):
        """Σ is positive definite: all principal minors are positive (Sylvester asks it of the leading ones)."""
        return minors(self.args[1])

    def moments(self):
        """The means and the covariances, as matrices."""
        return Matrix(list(self.args[0])), _matrix(self.args[1])

    def log_density(self, *point):
        means, rows = self.args
        size, (determinant, inverse) = len(means), inverted(rows)
        d = [x - m for x, m in zip(point, means, strict=True)]
        squares = Add(*(inverse[i, i] * d[i] ** 2 / 2 for i in range(size)))
        products = Add(*(inverse[i, j] * d[i] * d[j] for i, j in combinations(range(size), 2)))
        return -size * log(2 * pi) / 2 - log(determinant) / 2 - squares - products

    def tilts(self, *point_and_t):
        *point, t = point_and_t
        means, rows = self.args
        for x, row in zip(point, rows, strict=True):
            yield x, MultivariateNormal([m + t * c for m, c in zip(means, row, strict=True)], rows)

    def marginal(self, places):
        means, rows = self.args
        return MultivariateNormal([means[i] for i in places], [[rows[i][j] for j in places] for i in places])


def _matrix(rows):
    return Matrix([list(row) for row in rows])


@cache
def inverted(rows):
    """The determinant, its positive factors apart, and the inverse with the rest of it as the denominator."""
    matrix = _matrix(rows)
    plain, rest = _apart(matrix.det(method="berkowitz"))
    return plain * rest, matrix.adjugate(method="berkowitz").applyfunc(lambda c: _over(c, plain, rest))


def _over(cofactor, plain, rest):
    """Their quotient: over the whole determinant, unless its sums cancel."""
    least = cancel(cofactor / (plain * rest))
    return cancel(cofactor / plain) / rest if any(f.is_Add for f in Mul.make_args(fraction(least)[1])) else least


def _apart(polynomial):
    """The product of the factors that are positive symbols or numbers, and that of the others."""
    factors = Mul.make_args(polynomial.factor())
    plain = Mul(*(f for f in factors if f.is_positive))
    return plain, Mul(*(f for f in factors if not f.is_positive)).expand()


@cache
def minors(rows):
    """The conditions that the principal minors are positive, without their factors that plainly are."""
    size, matrix = len(rows), _matrix(rows)
    own = [c for k in range(1, size + 1) for c in combinations(range(size), k)]
    minors = [matrix.extract(list(c), list(c)).det(method="berkowitz") for c in own]
    return tuple(dict.fromkeys(c for c in (Gt(_apart(m)[1], 0) for m in minors) if c != true))
