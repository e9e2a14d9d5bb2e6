"""How the parameters of a law are written in a question: numbers, names, vectors, matrices, probabilities.

A law says in `forms` in which ways it can be written.  A way is a tuple of places, the last of which may take all
arguments that are left; where there are several ways, the first that fits the shape of the arguments is meant:

    class Dirichlet(Distribution):
        forms = (
            (Name("alpha"), Size("k")),  # Dirichlet(alpha, k): as many components as the symbol k says
            (Several("alpha", Positive()),),  # Dirichlet(alpha_1, alpha_2, …)
        )

    class MultivariateNormal(Distribution):
        forms = (
            (Name("mu"), Name("Sigma")),  # MultivariateNormal(mu, Sigma)
            (Vector("mu", Real()), Matrix("Sigma", Real(), definite=True)),  # … ([m_1, m_2], [[a, c], [c, b]])
        )

The law is then made of one argument a place: a formula for a `Number`, a plain symbol for a `Name`, a whole positive
symbol for a `Size`, a Tuple for a `Vector`, a Tuple of Tuples (its rows) for a `Matrix` or `Rows`; and of one
formula an item for `Several` and `Probabilities`.  The forms of a family are its domains.  A place judges the numbers
that stand in it; what several places must satisfy together is among the law's `conditions()`, and `needs` says it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from sympy import Expr, Symbol, Tuple

from .domains import Domain, Natural, Positive, Unit
from .entries import check_definite, distributed, items, number, rows
from .grammar import bare

if TYPE_CHECKING:
    from .read import Reader

MAX_SIZE = 8  # numbers in a vector, rows and columns of a matrix
MAX_TABLE = 16  # rows and columns of a table


@dataclass(frozen=True)
class Place:
    """A place for one argument of a law, or for all that are left; `default` is meant where it is left out."""

    name: str
    default: Any = field(default=None, kw_only=True)

    many: ClassVar[bool] = False
    kind: ClassVar[str] = "a number, not a list"

    @property
    def usage(self) -> str:
        return f"{self.name}_1, {self.name}_2, …" if self.many else self.name

    def fits(self, node: Any, before: Sequence[Any]) -> bool:
        """Whether an argument has the shape of this place; `before` are the arguments to its left."""
        return bool(node.data != "list")

    def read(self, reader: Reader, law: str, nodes: Sequence[Any]) -> tuple[Any, ...]:
        """What stands here, checked."""
        raise NotImplementedError(type(self).__name__)


@dataclass(frozen=True)
class Number(Place):
    """One number of a domain."""

    domain: Domain

    def read(self, reader: Reader, law: str, nodes: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(number(reader, f"{self.name} of {law}", a, self.domain) for a in nodes)


@dataclass(frozen=True)
class Chance(Place):
    """A probability strictly between 0 and 1, or written 0 or 1."""

    @property
    def domain(self) -> Domain:
        return Unit()

    def read(self, reader: Reader, law: str, nodes: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(number(reader, f"{self.name} of {law}", a, self.domain, ends=(0, 1)) for a in nodes)


@dataclass(frozen=True)
class Several(Place):
    """All arguments that are left, each a number of a domain."""

    domain: Domain
    many = True

    def read(self, reader: Reader, law: str, nodes: Sequence[Any]) -> tuple[Any, ...]:
        named = enumerate(nodes, start=1)
        return tuple(number(reader, f"{self.name}_{i} of {law}", a, self.domain) for i, a in named)


@dataclass(frozen=True)
class Probabilities(Place):
    """All arguments that are left: probabilities that add up to 1, each positive unless it is written 0.

    Where `none_is_zero`, they are all positive.
    """

    none_is_zero: bool = False
    many = True

    def read(self, reader: Reader, law: str, nodes: Sequence[Any]) -> tuple[Any, ...]:
        return distributed(reader, law, nodes, nodes[0], self.none_is_zero)


@dataclass(frozen=True)
class Name(Place):
    """A bare name: of a vector, a matrix or a law."""

    kind = "a name such as f"

    def fits(self, node: Any, before: Sequence[Any]) -> bool:
        return bare(node) is not None

    def read(self, reader: Reader, law: str, nodes: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(Symbol(str(bare(a))) for a in nodes)


@dataclass(frozen=True)
class Names(Name):
    """All arguments that are left, each a bare name."""

    many = True


@dataclass(frozen=True)
class Size(Place):
    """How many components there are: p, k are a name and a size, but p_1, p_2 are two numbers."""

    kind = "the name of a size"

    def fits(self, node: Any, before: Sequence[Any]) -> bool:
        own = bare(node)
        return own is not None and all(_stem(own) != _stem(bare(a) or own) for a in before)

    def read(self, reader: Reader, law: str, nodes: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(number(reader, f"{self.name} of {law}", a, Natural()) for a in nodes)


@dataclass(frozen=True)
class _List(Place):
    """A place for a list."""

    @property
    def kind(self) -> str:  # type: ignore[override]
        return f"a list such as {self.usage}"

    def fits(self, node: Any, before: Sequence[Any]) -> bool:
        return bool(node.data == "list")


@dataclass(frozen=True)
class Vector(_List):
    """A list of numbers of a domain."""

    domain: Domain

    @property
    def usage(self) -> str:
        return f"[{self.name}_1, {self.name}_2]"

    def read(self, reader: Reader, law: str, nodes: Sequence[Any]) -> tuple[Any, ...]:
        own = items(reader, f"{self.name} of {law}", nodes[0], MAX_SIZE)
        return (Tuple(*Several(self.name, self.domain).read(reader, law, own)),)


@dataclass(frozen=True)
class Matrix(_List):
    """A list of rows of numbers of a domain.  `definite`: square, symmetric and positive definite."""

    domain: Domain
    definite: bool = False

    @property
    def usage(self) -> str:
        return "[[a, c], [c, b]]" if self.definite else "[[a, b], [c, d]]"

    def read(self, reader: Reader, law: str, nodes: Sequence[Any]) -> tuple[Any, ...]:
        what = f"{self.name} of {law}"
        cells = rows(reader, what, nodes[0], MAX_SIZE, self.usage)
        made = [[self._entry(reader, what, a, i, j) for j, a in enumerate(row)] for i, row in enumerate(cells)]
        if self.definite:
            check_definite(reader, what, nodes[0], cells, made)
        return (Tuple(*(Tuple(*row) for row in made)),)

    def _entry(self, reader: Reader, what: str, node: Any, i: int, j: int) -> Expr:
        domain = Positive() if self.definite and i == j else self.domain
        return number(reader, f"row {i + 1}, column {j + 1} of {what}", node, domain)


@dataclass(frozen=True)
class Rows(_List):
    """A list of rows of probabilities that add up to 1."""

    @property
    def usage(self) -> str:
        return "[[1/4, 1/4], [0, 1/2]]"

    def read(self, reader: Reader, law: str, nodes: Sequence[Any]) -> tuple[Any, ...]:
        cells = rows(reader, law, nodes[0], MAX_TABLE, self.usage)
        flat = iter(distributed(reader, law, [a for row in cells for a in row], nodes[0]))
        return (Tuple(*(Tuple(*(next(flat) for _ in row)) for row in cells)),)


Form = tuple[Place, ...]


def usages(law: str, forms: Sequence[Form]) -> list[str]:
    """The ways in which a law is written."""
    return [f"{law}({', '.join(place.usage for place in form)})" for form in forms]


def _stem(name: str) -> str:
    return name.rstrip("0123456789_")
