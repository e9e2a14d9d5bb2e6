"""Definite vectors and matrices in the place of names: laws and numbers of symbolic dimension at a small one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from random import Random
from typing import Any

from sympy import Add, Basic, Expr, ImmutableMatrix, Integer, Matrix, Rational, eye

from ..families import FAMILIES
from ..language.binder import COORDINATES
from ..language.matrices import (
    Column,
    Determinant,
    DrawnDeterminant,
    DrawnTrace,
    Number,
    Quadratic,
    Square,
    Trace,
    is_vector,
)
from ..language.models import Entry
from ..language.operators import Sum
from ..language.terms import Expectation
from ..language.vectors import DirichletVector, NormalVector, WishartMatrix

Values = dict[Basic, Any]  # a column for the name of a vector, a symmetric matrix for that of a matrix


def names_in(lines: Iterable[Basic]) -> set[Basic]:
    """The names of vectors and matrices."""
    parts = (a for e in lines for a in e.atoms(Column, Square))
    return {s for a in parts for s in a.free_symbols if not s.is_Dummy and (not s.is_commutative or is_vector(s))}


def sizes_in(lines: Iterable[Basic], attempt: int = 0) -> dict[Expr, Expr]:
    """Small numbers for the symbols that stand for dimensions."""
    every = tuple(lines)
    square = {a.args[-1]: Integer((2, 1, 3)[attempt % 3]) for e in every for a in e.atoms(Number, NormalVector)}
    square |= {a.size: Integer(2 - attempt % 2) for e in every for a in e.atoms(WishartMatrix)}
    shares = {a.size: Integer((3, 2, 4)[attempt % 3]) for e in every for a in e.atoms(DirichletVector)}
    return {n: size for n, size in (square | shares).items() if n.is_Symbol}


def drawn(names: Iterable[Basic], size: int, seed: int) -> Values:
    """A random vector or positive definite matrix for each name; the seed and the name decide."""
    found: Values = {}
    for s in sorted(names, key=str):
        random = Random(f"{s} {seed}")
        if s.is_commutative:
            found[s] = ImmutableMatrix([Rational(random.randint(-14, 14), 7) for _ in range(size)])
        else:
            root = Matrix(size, size, lambda i, j, r=random: Rational(r.randint(-3, 3), 2) if j < i else 0)
            root += Matrix.diag(*(Rational(random.randint(1, 12), 4) for _ in range(size)))
            found[s] = ImmutableMatrix(root * root.T)
    return found


def explicit(e: Any, values: Mapping[Basic, Any]) -> Any:
    """The expression with these in the place of the names, also where a random vector is bound."""
    if isinstance(e, NormalVector):
        mean, covariance = column(e.mean, values, int(e.size)), square(e.covariance, values, int(e.size))
        return FAMILIES["MultivariateNormal"](list(mean), covariance.tolist())
    if isinstance(e, Expectation) and isinstance(e.law, NormalVector):
        (x,), point = e.variables, COORDINATES[: int(e.law.size)]
        body = explicit(e.body, {**values, x: Matrix(point)})
        return Expectation(explicit(e.law, values), body, point)
    if isinstance(e, DirichletVector):
        return FAMILIES["Dirichlet"](*(e.shape(Integer(i)) for i in range(1, int(e.size) + 1)))
    if isinstance(e, Expectation) and isinstance(e.law, DirichletVector):
        (x,), size = e.variables, int(e.law.size)
        point = COORDINATES[: size - 1]
        shares = {Entry(x, i): v for i, v in enumerate((*point, 1 - Add(*point)), start=1)}
        return Expectation(explicit(e.law, values), written_out(e.body, x).xreplace(shares), point)
    if isinstance(e, WishartMatrix):
        return FAMILIES["Wishart"](e.nu, square(e.scale, values, int(e.size)).tolist())
    if isinstance(e, Expectation) and isinstance(e.law, WishartMatrix):
        (x,), size = e.variables, int(e.law.size)
        point = COORDINATES[: size * (size + 1) // 2]
        drawn_ = Matrix(size, size, lambda i, j: point[i + j])  # of one or two rows
        return Expectation(explicit(e.law, values), explicit(e.body, {**values, x: drawn_}), point)
    if isinstance(e, DrawnDeterminant):
        return values[e.args[0].args[0]].det()
    if isinstance(e, DrawnTrace):
        return (square(e.args[0], values, int(e.args[-1])) * values[e.args[1].args[0]]).trace()
    if isinstance(e, Determinant):
        return square(e.args[0], values, int(e.args[-1])).det()
    if isinstance(e, Trace):
        return square(e.args[0], values, int(e.args[-1])).trace()
    if isinstance(e, Quadratic):
        A, v, n = e.args
        u = column(v, values, int(n))
        return (u.T * square(A, values, int(n)) * u)[0]
    if not e.args:
        return e
    args = [explicit(a, values) for a in e.args]
    return e.func(*args) if any(a is not b for a, b in zip(args, e.args, strict=True)) else e


def written_out(e: Any, x: Basic) -> Any:
    """The finite sums over the components of a vector term by term."""
    sums = (s for s in e.atoms(Sum) if s.has(x))
    return e.xreplace({s: Add(*(s.at(Integer(i)) for i in range(int(s.outer[0]), int(s.outer[1]) + 1))) for s in sums})


def column(v: Column, values: Mapping[Basic, Any], size: int) -> Any:
    """A linear combination of columns."""
    (e,) = v.args
    total = Matrix.zeros(size, 1)
    for s in e.free_symbols:
        total += e.coeff(s) * values[s]
    return total


def square(A: Square, values: Mapping[Basic, Any], size: int) -> Any:
    """A polynomial in matrices and their inverses."""
    total = Matrix.zeros(size, size)
    for c, word in A.terms:
        product = eye(size)
        for s, k in (w.as_base_exp() for w in word):
            product *= values[s] ** k
        total += c * product
    return total


__all__ = ["drawn", "explicit", "names_in", "sizes_in"]
