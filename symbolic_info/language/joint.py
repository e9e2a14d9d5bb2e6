"""Joint laws and their coordinates.  A random variable is a coordinate of a joint law."""

from __future__ import annotations

from itertools import product
from typing import Any, ClassVar

from sympy import Basic, Eq, Expr, Ge, Matrix, Rational, Symbol, Tuple, log, sympify, true
from sympy.core.symbol import Str
from sympy.logic.boolalg import Boolean

from .binder import COORDINATES, sympify_basic
from .distribution import Distribution
from .support import ANY, Points, Support, Unknown, kind_of
from .terms import ConditionalEntropy, Density, Entropy, MutualInformation

NAMES = ("X", "Y", "Z", "U", "V", "W")


class Joint(Distribution):
    """An arbitrary joint law of named variables: Joint("X", "Y").  Its density is p(x, y)."""

    is_explicit: ClassVar[bool] = False
    is_arbitrary = True

    def __new__(cls, *names: Any, of: Any = ANY) -> Any:
        if names and isinstance(names[0], Tuple):  # rebuilt from its arguments
            return Basic.__new__(cls, names[0], Str(kind_of(names[1])))
        made = Tuple(*(Str(str(n)) for n in names))
        if len(set(made)) != len(made) or not made:
            raise ValueError(f"a joint law needs distinct variables, not {made}")
        return Basic.__new__(cls, made, Str(kind_of(of)))

    @property
    def coordinates(self) -> tuple[Str, ...]:
        return tuple(self.args[0])

    @property
    def support(self) -> Support:
        return Unknown(self, self.args[1].name)

    def log_density(self, *point: Any) -> Expr:
        return log(Density(self, *point))

    def charges(self, d: Density, point: tuple[Any, ...]) -> bool:
        return _marginal_charges(self, self.coordinates, d, point)

    def _sympystr(self, printer: Any) -> str:
        return ", ".join(map(printer._print, self.coordinates))


class Table(Distribution):
    """A joint law of X (rows) and Y (columns), given by its probabilities: Table([[1/8, 3/8], [0, 1/2]])."""

    is_explicit: ClassVar[bool] = True

    def __new__(cls, rows: Any) -> Any:
        entries = Tuple(*(Tuple(*map(sympify_basic, row)) for row in rows))
        if not entries or len({len(row) for row in entries}) != 1:
            raise ValueError("a table needs rows of one length")
        return Basic.__new__(cls, entries)

    @property
    def coordinates(self) -> tuple[Str, ...]:
        return (Str("X"), Str("Y"))

    @property
    def cells(self) -> dict[tuple[Expr, ...], Expr]:
        """Probability by cell; rows and columns are counted from 1, impossible cells are left out."""
        rows = self.args[0]
        return {
            (sympify(i), sympify(j)): entry
            for i, row in enumerate(rows, start=1)
            for j, entry in enumerate(row, start=1)
            if entry != 0
        }

    @property
    def support(self) -> Support:
        return Points(tuple(self.cells))

    def conditions(self) -> tuple[Boolean, ...]:
        entries = [e for row in self.args[0] for e in row]
        found = [*(Ge(e, 0) for e in entries), Eq(sum(entries), 1)]
        return tuple(c for c in found if c != true)

    def charges(self, d: Density, point: tuple[Any, ...]) -> bool:
        return _marginal_charges(self, self.coordinates, d, point)

    def log_density(self, *point: Any) -> Expr:
        made = self.cells.get(tuple(map(sympify, point)))
        return log(made) if made is not None else log(Density(self, *point))

    def _sympystr(self, printer: Any) -> str:
        rows = ", ".join(f"[{', '.join(map(printer._print, row))}]" for row in self.args[0])
        return f"Table([{rows}])"


class Marginal(Distribution):
    """The law of some coordinates of a joint law: Marginal(J, (X,))."""

    def __new__(cls, law: Any, names: Any) -> Any:
        names = Tuple(*_names(names))
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

    @property
    def cells(self) -> dict[tuple[Expr, ...], Expr]:
        """Probability by cell, where the joint law is a table."""
        found: dict[tuple[Expr, ...], Expr] = {}
        for point, p in self.law.cells.items():
            key = tuple(point[i] for i in self.places)
            found[key] = found.get(key, sympify(0)) + p
        return found

    @property
    def support(self) -> Support:
        inside = self.law.support
        return Points(tuple(self.cells)) if isinstance(inside, Points) else Unknown(self, inside.kind)

    def conditions(self) -> tuple[Boolean, ...]:
        own: tuple[Boolean, ...] = self.law.conditions()
        return own

    def charges(self, d: Density, point: tuple[Any, ...]) -> bool:
        return _marginal_charges(self.law, self.coordinates, d, point)

    def log_density(self, *point: Any) -> Expr:
        if isinstance(self.law, Table):
            made = self.cells.get(tuple(map(sympify, point)))
            if made is not None:
                return log(made)
        return log(Density(self, *point))

    def _sympystr(self, printer: Any) -> str:
        return ", ".join(map(printer._print, self.coordinates))


def _marginal_charges(joint: Any, names: tuple[Str, ...], d: Density, point: tuple[Any, ...]) -> bool:
    """Where p(x, y) > 0, the density of every choice of coordinates is positive as well."""
    law, *at = d.args
    known = law == joint or (isinstance(law, Marginal) and law.law == joint)
    own = law.coordinates if known else ()
    where = dict(zip(names, point, strict=True))
    return bool(own) and all(c in where for c in own) and at == [where[c] for c in own]


class Conditional(Distribution):
    """The law of some coordinates, given others: Conditional(J, (X,), (Y,), (y,)) is that of X given Y = y."""

    def __new__(cls, law: Any, of: Any, given: Any, values: Any) -> Any:
        return Basic.__new__(cls, law, Tuple(*of), Tuple(*given), Tuple(*values))

    law = property(lambda self: self.args[0])

    @property
    def coordinates(self) -> tuple[Str, ...]:
        return tuple(self.args[1])

    @property
    def support(self) -> Support:
        inside = self.law.support
        return Points(tuple(self.cells)) if isinstance(inside, Points) else Unknown(self, inside.kind)

    @property
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
        return sum((m.log_density(v) for m, v in zip(self.marginals, point, strict=True)), sympify(0))

    def _sympystr(self, printer: Any) -> str:
        return " ⊗ ".join(printer._print(c) for c in self.coordinates)


def variables_of(*laws: Any) -> tuple[Symbol, ...]:
    """Reserved bound variables, one a coordinate, that occur in none of the laws."""
    taken = set().union(*(law.free_symbols for law in laws))
    return tuple(v for v in COORDINATES if v not in taken)[: size_of(laws[0])]


def size_of(law: Any) -> int:
    """How many variables a law has."""
    return len(getattr(law, "coordinates", (None,)))


def entropy(law: Any, of: Any = None, given: Any = ()) -> Expr:
    """H(of | given) under a joint law; of everything if `of` is left out, and of a plain law as it is."""
    if not hasattr(law, "coordinates"):
        return Entropy(law)
    of, given = _names(of if of is not None else law.coordinates), _names(given)
    of = tuple(c for c in of if c not in given)
    if not of:
        return sympify(0)
    return ConditionalEntropy(law, of, given) if given else Entropy(Marginal(law, of))


def mutual_information(law: Any, a: Any = None, b: Any = None, given: Any = ()) -> Expr:
    """I(a; b | given) under a joint law; of its two coordinates if they are left out."""
    first, second = (law.coordinates[:1], law.coordinates[1:]) if a is None else (_names(a), _names(b))
    return MutualInformation(law, first, second, _names(given))


def _names(value: Any) -> tuple[Str, ...]:
    return tuple(value) if isinstance(value, tuple | list | Tuple) else (value,)


def table(rows: Any) -> Table:
    """A table from rows of numbers or fractions."""
    return Table(Matrix([[Rational(e) if isinstance(e, str) else e for e in row] for row in rows]).tolist())
