"""Joint laws and their coordinates.  A random variable is a coordinate of a joint law."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from sympy import Add, Basic, Eq, Expr, Ge, Matrix, Rational, Symbol, Tuple, log, true
from sympy.core.symbol import Str
from sympy.logic.boolalg import Boolean

from .binder import COORDINATES, sympify_basic
from .distribution import Distribution
from .domains import Unit
from .forms import Chance, Names, Rows
from .marginals import Marginal, marginal_charges, names_in
from .support import ANY, Points, Support, Unknown, kind_of
from .terms import ConditionalEntropy, Density, Entropy, MutualInformation


class Joint(Distribution):
    """An arbitrary joint law of named variables: Joint("X", "Y").  Its density is p(x, y)."""

    is_explicit: ClassVar[bool] = False
    is_arbitrary = True
    forms = ((Names("X"),),)

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
    def extent(self) -> str:
        return f"the variables {', '.join(map(str, self.coordinates))}"

    @property
    def support(self) -> Support:
        return Unknown(self, self.args[1].name)

    def log_density(self, *point: Any) -> Expr:
        return log(Density(self, *point))

    def charges(self, d: Density, point: tuple[Any, ...]) -> bool:
        return marginal_charges(self, self.coordinates, d, point)

    def _sympystr(self, printer: Any) -> str:
        return ", ".join(map(printer._print, self.coordinates))


class Cells(Distribution):
    """A joint law of X and Y on finitely many points: a subclass lists the probability of each in `cells`."""

    is_explicit: ClassVar[bool] = True

    @property
    def coordinates(self) -> tuple[Str, ...]:
        return (Str("X"), Str("Y"))

    @cached_property
    def cells(self) -> dict[tuple[Expr, ...], Expr]:
        """Probability by cell; impossible cells are left out."""
        raise NotImplementedError(type(self).__name__)

    @property
    def support(self) -> Support:
        return Points(tuple(self.cells))

    def charges(self, d: Density, point: tuple[Any, ...]) -> bool:
        return marginal_charges(self, self.coordinates, d, point)

    def log_density(self, *point: Any) -> Expr:
        made = self.cells.get(tuple(map(sympify_basic, point)))
        return log(made) if made is not None else log(Density(self, *point))


class Table(Cells):
    """A joint law of X (rows) and Y (columns), given by its probabilities: Table([[1/8, 3/8], [0, 1/2]])."""

    forms = ((Rows("rows"),),)

    def __new__(cls, rows: Any) -> Any:
        entries = Tuple(*(Tuple(*map(sympify_basic, row)) for row in rows))
        if not entries or len({len(row) for row in entries}) != 1:
            raise ValueError("a table needs rows of one length")
        return Basic.__new__(cls, entries)

    @property
    def extent(self) -> str:
        return f"{len(self.args[0])} by {len(self.args[0][0])} cells"

    @cached_property
    def cells(self) -> dict[tuple[Expr, ...], Expr]:
        """Probability by cell; rows and columns are counted from 1."""
        rows = self.args[0]
        return {
            (sympify_basic(i), sympify_basic(j)): entry
            for i, row in enumerate(rows, start=1)
            for j, entry in enumerate(row, start=1)
            if entry != 0
        }

    def conditions(self) -> tuple[Boolean, ...]:
        entries = [e for row in self.args[0] for e in row]
        found = [*(Ge(e, 0) for e in entries), Eq(Add(*entries), 1)]
        return tuple(c for c in found if c != true)


class Outcomes(Cells):
    """Named variables on listed outcomes: Outcomes("X Y Z", {(0, 0, 0): 1/2, (1, 1, 1): 1/2})."""

    def __new__(cls, names: Any, rows: Any) -> Any:
        words = names.split() if isinstance(names, str) else [str(n) for n in names]
        made = Tuple(*map(Str, words))
        listed = [(*at, p) for at, p in rows.items()] if isinstance(rows, Mapping) else rows
        entries = Tuple(*(Tuple(*map(sympify_basic, row)) for row in listed))
        if not made or len(set(made)) != len(made):
            raise ValueError(f"a table needs distinct variables, not {made}")
        if not entries or any(len(row) != len(made) + 1 for row in entries):
            raise ValueError("an outcome has a value for each variable, and its probability")
        if len({row[:-1] for row in entries}) != len(entries) or not all(v.is_Integer for r in entries for v in r[:-1]):
            raise ValueError("outcomes are distinct whole numbers")
        return Basic.__new__(cls, made, entries)

    @property
    def coordinates(self) -> tuple[Str, ...]:
        return tuple(self.args[0])

    @property
    def extent(self) -> str:
        return f"the variables {', '.join(map(str, self.coordinates))}"

    @cached_property
    def cells(self) -> dict[tuple[Expr, ...], Expr]:
        return {tuple(row[:-1]): row[-1] for row in self.args[1]}

    def conditions(self) -> tuple[Boolean, ...]:
        chances = list(self.cells.values())
        found = [*(Ge(p, 0) for p in chances), Eq(Add(*chances), 1)]
        return tuple(c for c in found if c != true)


class Channel(Cells):
    """X ~ Bernoulli(p), sent through a channel; a subclass says its `name`, and p(y | x) in `outputs`.

    p and ε lie strictly between 0 and 1, or are written 0 or 1.
    """

    forms = ((Chance("p"), Chance("epsilon")),)
    name: ClassVar[str] = ""

    def __new__(cls, p: Any, epsilon: Any) -> Any:
        return Basic.__new__(cls, sympify_basic(p), sympify_basic(epsilon))

    @classmethod
    def outputs(cls, epsilon: Expr, x: int) -> dict[int, Expr]:
        """The probability of each output y, given the input x."""
        raise NotImplementedError(cls.__name__)

    @cached_property
    def cells(self) -> dict[tuple[Expr, ...], Expr]:
        p, epsilon = self.args
        return {
            (sympify_basic(x), sympify_basic(y)): chance * q
            for x, chance in ((0, 1 - p), (1, p))
            for y, q in self.outputs(epsilon, x).items()
            if chance * q != 0
        }

    def conditions(self) -> tuple[Boolean, ...]:
        return tuple(c for value in self.args if value not in (0, 1) for c in Unit().conditions(value))

    def _sympystr(self, printer: Any) -> str:
        return f"{type(self).__name__}({', '.join(map(printer._print, self.args))})"


def variables_of(*laws: Any) -> tuple[Symbol, ...]:
    """Reserved bound variables, one a coordinate, that occur in none of the laws."""
    taken = set().union(*(law.free_symbols for law in laws))
    return tuple(v for v in COORDINATES if v not in taken)[: size_of(laws[0])]


def named(size: int) -> tuple[Str, ...]:
    """The names of so many coordinates: X, Y, Z, …"""
    return tuple(Str(v.name.upper()) for v in COORDINATES[:size])


def size_of(law: Any) -> int:
    """How many variables a law has."""
    return int(getattr(law, "dimension", 1)) and len(getattr(law, "coordinates", (None,)))


def entropy(law: Any, of: Any = None, given: Any = ()) -> Expr:
    """H(of | given) under a joint law; of everything if `of` is left out, and of a plain law as it is."""
    if not hasattr(law, "coordinates"):
        return Entropy(law)
    of, given = names_in(of if of is not None else law.coordinates), names_in(given)
    of = tuple(c for c in of if c not in given)
    if not of:
        return sympify_basic(0)
    return ConditionalEntropy(law, of, given) if given else Entropy(Marginal(law, of))


def mutual_information(law: Any, a: Any = None, b: Any = None, given: Any = ()) -> Expr:
    """I(a; b | given) under a joint law; of its two coordinates if they are left out."""
    first, second = (law.coordinates[:1], law.coordinates[1:]) if a is None else (names_in(a), names_in(b))
    return MutualInformation(law, first, second, names_in(given))


def table(rows: Any) -> Table:
    """A table from rows of numbers or fractions."""
    return Table(Matrix([[Rational(e) if isinstance(e, str) else e for e in row] for row in rows]).tolist())
