"""Vectors and symmetric matrices of symbolic dimension, and the numbers that are made of them.

A `Column` is a linear combination of names of vectors, a `Square` a polynomial in names of symmetric matrices and
their inverses, in which a number c stands for c times the identity.  Both are no formulas: a name of a vector or a
matrix is no number, and nothing but these two takes one.
"""

from __future__ import annotations

from typing import Any

from sympy import Add, Basic, Expr, Mul, Symbol, true
from sympy.logic.boolalg import Boolean

from .binder import Term, sympify_basic
from .claims import Claim


def vector(name: str) -> Symbol:
    """The name of a vector."""
    return Symbol(name)


def matrix(name: str) -> Symbol:
    """The name of a symmetric matrix."""
    return Symbol(name, commutative=False)


def is_vector(s: Basic) -> bool:
    """Whether a symbol may be the name of a vector: one that is no number, or a bound one."""
    return isinstance(s, Symbol) and bool(s.is_commutative) and (s.is_Dummy or s.is_extended_real is None)


class Column(Basic):
    """A vector: Column(x − mu)."""

    def __new__(cls, e: Any) -> Any:
        e = sympify_basic(e).expand()
        for t in Add.make_args(e) if e != 0 else ():
            c, name = t.as_coeff_Mul()
            if not c.is_Rational or not is_vector(name):
                raise TypeError(f"{e} is no linear combination of vectors")
        return Basic.__new__(cls, e)

    def _latex(self, printer: Any) -> str:
        return printer._print(self.args[0])

    _sympystr = _unicode = _latex


class Square(Basic):
    """A matrix: Square(Sigma_2**-1 * Sigma_1); Square(1) is the identity."""

    def __new__(cls, e: Any) -> Any:
        e = sympify_basic(e).expand()
        for t in Add.make_args(e):
            numbers, word = t.args_cnc()
            names = [w.as_base_exp() for w in word]
            if not all(s.is_Symbol and k.is_Integer for s, k in names) or not Mul(*numbers).is_extended_real:
                raise TypeError(f"{e} is no polynomial in matrices and their inverses")
        return Basic.__new__(cls, e)

    @property
    def terms(self) -> tuple[tuple[Expr, tuple[Expr, ...]], ...]:
        """The sum as pairs (number, word of matrices)."""
        pairs = (t.args_cnc() for t in Add.make_args(self.args[0]))
        return tuple((Mul(*numbers), tuple(word)) for numbers, word in pairs)

    @property
    def inverse(self) -> Square:
        """The inverse of a multiple of one name or of the identity."""
        ((c, word),) = self.terms
        made: Square = Square(Mul(*(w**-1 for w in reversed(word))) / c)
        return made

    @property
    def is_name(self) -> bool:
        """Whether it is nothing but the name of a matrix."""
        return bool(self.args[0].is_Symbol and not self.args[0].is_commutative)

    def names(self) -> list[Symbol]:
        """The names of matrices in it."""
        return sorted((s for s in self.free_symbols if not s.is_commutative), key=str)

    def _written(self, printer: Any, join: str, identity: str) -> str:
        terms = []
        for c, word in self.terms:
            factors = [] if c == 1 and word else [printer._print(c)]
            factors = [] if c == 1 and not word else factors
            factors += [_factor(printer, w) for w in word] or [identity]
            terms.append(join.join(factors))
        return " + ".join(terms)

    def _latex(self, printer: Any) -> str:
        return self._written(printer, " ", "I")

    def _unicode(self, printer: Any) -> str:
        return self._written(printer, "", "I")

    def _sympystr(self, printer: Any) -> str:
        return str(printer._print(self.args[0]))


def _factor(printer: Any, w: Expr) -> str:
    base, k = w.as_base_exp()
    name = printer._print(base)
    return str(name if k == 1 else printer.raised(name, k))


class Number(Term):
    """A number that is made of matrices of size n, its last argument; their names must be those of definite ones."""

    def needs(self) -> tuple[Boolean, ...]:
        matrices = [a for a in self.args if isinstance(a, Square)]
        return tuple(dict.fromkeys(Definite(Square(s), self.args[-1]) for a in matrices for s in a.names()))


class Determinant(Number):
    """det A of a positive definite matrix: Determinant(Square(A), n)."""

    notation = r"\det {}"
    spelling = "Determinant({})"
    unicode = "det {}"

    def _eval_is_positive(self) -> bool:
        return True

    def needs(self) -> tuple[Boolean, ...]:
        return (Definite(*self.args),)


class Trace(Number):
    """The trace of a matrix: Trace(Square(A), n)."""

    notation = r"\operatorname{{tr}}\left({}\right)"
    spelling = "Trace({})"
    unicode = "tr({})"


class Quadratic(Number):
    """vᵀ A v: Quadratic(Square(A), Column(v), n)."""

    def _shown(self, printer: Any, transposed: str, join: str) -> str:
        A, v, _ = self.args
        shown = printer._print(v)
        shown = f"({shown})" if v.args[0].is_Add else shown
        return join.join([shown + transposed, *([printer._print(A)] if Square(1) != A else []), shown])

    def _latex(self, printer: Any) -> str:
        return self._shown(printer, r"^\top", " ")

    def _unicode(self, printer: Any) -> str:
        return self._shown(printer, "ᵀ", "")

    def _sympystr(self, printer: Any) -> str:
        return f"Trace({self._shown(printer, '.T', '*')})"


class DrawnTrace(Number):
    """tr(AX) of a random matrix X: DrawnTrace(Square(A), Column(x), p)."""

    notation = r"\operatorname{{tr}}\left({} {}\right)"
    spelling = "Trace({}*{})"
    unicode = "tr({}{})"


class DrawnDeterminant(Number):
    """det X of a random positive definite matrix X: DrawnDeterminant(Column(x), p)."""

    notation = r"\det {}"
    spelling = "Determinant({})"
    unicode = "det {}"

    def _eval_is_positive(self) -> bool:
        return True


class Definite(Claim):
    """The matrix is symmetric and positive definite: Definite(Square(A), n)."""

    spelling = "{0} is symmetric and positive definite ({1} × {1})"

    def _latex(self, printer: Any) -> str:
        A, n = map(printer._print, self.args)
        return rf"{A} \succ 0\ ({n} \times {n})"

    def _unicode(self, printer: Any) -> str:
        A, n = map(printer._print, self.args)
        return f"{A} ≻ 0 ({n} × {n})"


def definite(A: Square, n: Expr) -> tuple[Boolean, ...]:
    """The condition that a matrix is positive definite, if it is not plain."""
    numbers = [c for c, word in A.terms if not word]
    made = Definite(A, n) if len(numbers) < len(A.terms) else Add(*numbers) > 0
    return tuple(c for c in (made,) if c != true)


__all__ = ["Column", "Definite", "Determinant", "Quadratic", "Square", "Trace", "definite", "matrix", "vector"]
