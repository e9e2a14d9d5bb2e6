"""Laws that a joint law has in it: of some coordinates, of some given others, of independent ones."""

from __future__ import annotations

from functools import cached_property
from itertools import product
from typing import Any

from sympy import Basic, Expr, Tuple, log
from sympy.core.symbol import Str
from sympy.logic.boolalg import Boolean

from .binder import sympify_basic
from .distribution import Distribution
from .support import Points, Support, Unknown
from .terms import Density


def names_in(value: Any) -> tuple[Str, ...]:
    """Names of variables, given as one or as several."""
    return tuple(value) if isinstance(value, tuple | list | Tuple) else (value,)


class Marginal(Distribution):
    """The law of some coordinates of a joint law: Marginal(J, (X,))."""

    def __new__(cls, law: Any, names: Any) -> Any:
        names = Tuple(*names_in(names))
        missing = [n for n in names if n not in law.coordinates]
        if missing:
            raise ValueError(f"{missing[0]} is no variable of {law}")
        ordered = Tuple(*(c for c in law.coordinates if c in names))
        return law if len(ordered) == len(law.coordinates) else Basic.__new__(cls, law, ordered)

    law = property(lambda self: self.args[0])

    @property
    def coordinates(self) -> tuple[Str, ...]:
        return tuple(self.args[1])

    @property
    def places(self) -> tuple[int, ...]:
        """Which coordinates of the joint law these are."""
        return tuple(self.law.coordinates.index(c) for c in self.coordinates)

    @cached_property
    def cells(self) -> dict[tuple[Expr, ...], Expr]:
        """Probability by cell, where the joint law is a table."""
        found: dict[tuple[Expr, ...], Expr] = {}
        for point, p in self.law.cells.items():
            key = tuple(point[i] for i in self.places)
            found[key] = found.get(key, sympify_basic(0)) + p
        return found

    @property
    def support(self) -> Support:
        inside = self.law.support
        return Points(tuple(self.cells)) if isinstance(inside, Points) else Unknown(self, inside.kind)

    def conditions(self) -> tuple[Boolean, ...]:
        own: tuple[Boolean, ...] = self.law.conditions()
        return own

    def charges(self, d: Density, point: tuple[Any, ...]) -> bool:
        return marginal_charges(self.law, self.coordinates, d, point)

    def log_density(self, *point: Any) -> Expr:
        if hasattr(self.law, "cells"):
            made = self.cells.get(tuple(map(sympify_basic, point)))
            if made is not None:
                return log(made)
        return log(Density(self, *point))

    def _sympystr(self, printer: Any) -> str:
        return ", ".join(map(printer._print, self.coordinates))


def marginal_charges(joint: Any, names: tuple[Str, ...], d: Density, point: tuple[Any, ...]) -> bool:
    """Where p(x, y) > 0, the density of every choice of coordinates is positive as well."""
    law, *at = d.args
    known = law == joint or (isinstance(law, Marginal) and law.law == joint)
    own = law.coordinates if known else ()
    where = dict(zip(names, point, strict=True))
    return bool(own) and all(c in where for c in own) and at == [where[c] for c in own]


class Conditional(Distribution):
    """The law of some coordinates, given others: Conditional(J, (X,), (Y,), (y,)) is that of X given Y = y."""

    def __new__(cls, law: Any, of: Any, given: Any, values: Any) -> Any:
        strange = [n for n in (*of, *given) if n not in law.coordinates]
        if strange or len(given) != len(values):
            raise ValueError(f"{strange[0] if strange else given} does not fit {law}")
        return Basic.__new__(cls, law, Tuple(*of), Tuple(*given), Tuple(*values))

    law = property(lambda self: self.args[0])

    @property
    def coordinates(self) -> tuple[Str, ...]:
        return tuple(self.args[1])

    @property
    def support(self) -> Support:
        inside = self.law.support
        return Points(tuple(self.cells)) if isinstance(inside, Points) else Unknown(self, inside.kind)

    @cached_property
    def cells(self) -> dict[tuple[Expr, ...], Expr]:
        """Probability by cell, where the joint law is a table and the values are numbers."""
        whole = Marginal(self.law, self.args[2]).cells[tuple(self.args[3])]
        return {
            tuple(point[i] for i in self._places(self.args[1])): p / whole
            for point, p in self.law.cells.items()
            if tuple(point[i] for i in self._places(self.args[2])) == tuple(self.args[3])
        }

    def _places(self, names: Any) -> list[int]:
        return [self.law.coordinates.index(c) for c in names]

    def conditions(self) -> tuple[Boolean, ...]:
        positive = Density(Marginal(self.law, self.args[2]), *self.args[3]) > 0
        return (*self.law.conditions(), positive)

    def log_density(self, *point: Any) -> Expr:
        """log p(x | y) = log p(x, y) − log p(y)"""
        at = dict(zip((*self.args[1], *self.args[2]), (*point, *self.args[3]), strict=True))
        whole = [at[c] for c in self.law.coordinates]
        condition = Marginal(self.law, self.args[2])
        return self.law.log_density(*whole) - condition.log_density(*(at[c] for c in condition.coordinates))

    def charges(self, d: Density, point: tuple[Any, ...]) -> bool:
        at = dict(zip((*self.args[1], *self.args[2]), (*point, *self.args[3]), strict=True))
        whole = tuple(at.get(c) for c in self.law.coordinates)
        return Distribution.charges(self, d, point) or self.law.charges(d, whole)

    def _shown(self, printer: Any, bar: str) -> str:
        given = ", ".join(f"{printer._print(n)} = {printer._print(v)}" for n, v in zip(*self.args[2:], strict=True))
        return f"{', '.join(map(printer._print, self.args[1]))} {bar} {given}"

    def _latex(self, printer: Any) -> str:
        return self._shown(printer, r"\mid")

    def _sympystr(self, printer: Any) -> str:
        return self._shown(printer, "|")

    _unicode = _sympystr


class ProductLaw(Distribution):
    """The joint law of independent copies of the marginals of a joint law."""

    law = property(lambda self: self.args[0])

    @property
    def coordinates(self) -> tuple[Str, ...]:
        own: tuple[Str, ...] = self.law.coordinates
        return own

    @property
    def marginals(self) -> tuple[Marginal, ...]:
        return tuple(Marginal(self.law, (c,)) for c in self.coordinates)

    @property
    def support(self) -> Support:
        inside = [m.support for m in self.marginals]
        if all(isinstance(s, Points) for s in inside):
            parts = [s.points for s in inside if isinstance(s, Points)]
            return Points(tuple(tuple(c for p in point for c in p) for point in product(*parts)))
        return Unknown(self, inside[0].kind)

    def conditions(self) -> tuple[Boolean, ...]:
        own: tuple[Boolean, ...] = self.law.conditions()
        return own

    def log_density(self, *point: Any) -> Expr:
        return sum((m.log_density(v) for m, v in zip(self.marginals, point, strict=True)), sympify_basic(0))

    def _sympystr(self, printer: Any) -> str:
        return " ⊗ ".join(printer._print(c) for c in self.coordinates)
