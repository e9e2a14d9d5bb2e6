"""How the parameters of a law of symbolic dimension are written: mu or 0, and Sigma, c, c*I or diag(sigma**2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sympy import Basic, Expr, Integer, Symbol

from .domains import Positive
from .forms import Place, Size
from .grammar import bare, plain
from .matrices import Column, Square, matrix, vector
from .models import Entry

if TYPE_CHECKING:
    from .read import Reader

IDENTITY = "I"


class Diagonal(Basic):
    """The diagonal matrix of the entries of a positive vector, to a power: Diagonal(sigma, 2)."""

    def entry(self, i: Expr) -> Expr:
        """The i-th standard deviation."""
        name, power = self.args
        return Entry(name, i) ** (power / 2)


@dataclass(frozen=True)
class Count(Size):
    """How many components there are, by one of the usual names: Dirichlet(alpha, beta) has two shapes."""

    kind = "the name of a number of components, such as k"

    def fits(self, node: Any, before: Sequence[Any]) -> bool:
        return (bare(node) or "").rstrip("0123456789_") in set("kKnNdDmM") and super().fits(node, before)


@dataclass(frozen=True)
class MeanVector(Place):
    """The name of a vector, or 0."""

    kind = "the name of a vector, or 0"

    def fits(self, node: Any, before: Sequence[Any]) -> bool:
        return bare(node) is not None or (node.data == "number" and str(node.children[0]) == "0")

    def read(self, reader: Reader, law: str, nodes: Sequence[Any]) -> tuple[Any, ...]:
        (node,) = nodes
        return (Column(0) if node.data == "number" else Column(vector(str(bare(node)))),)


@dataclass(frozen=True)
class Covariance(Place):
    """The name of a matrix, a number c (or c*I) for c times the identity, or diag(sigma**2) of a vector sigma."""

    kind = "the name of a matrix, a number times I, or diag(sigma**2)"

    @property
    def usage(self) -> str:
        return f"{self.name} | diag(sigma**2) | I"

    def fits(self, node: Any, before: Sequence[Any]) -> bool:
        return bool(node.data != "list")

    def read(self, reader: Reader, law: str, nodes: Sequence[Any]) -> tuple[Any, ...]:
        (node,) = nodes
        name = bare(node)
        if node.data == "call" and plain(node.children[0]) == "diag":
            return (self._diagonal(reader, node),)
        if name is not None:
            return (Square(1) if name == IDENTITY else Square(matrix(name)),)
        one = {IDENTITY: Integer(1)}
        c = reader.within({**reader.scope, **one}).parameter(node, Positive())
        if c.is_number and not c.is_positive:
            raise reader.refuse(node, f"{self.name} of {law} must be positive definite, not {c} times the identity")
        return (Square(c),)

    def _diagonal(self, reader: Reader, node: Any) -> Diagonal:
        inside = [a for a in node.children[1:] if a is not None]
        base, power = (inside[0], Integer(1)) if len(inside) == 1 else (node, Integer(0))
        if base.data == "power":
            base, _, raised = base.children
            power = reader.within(reader.scope).expr(raised)
        elif base.data == "superscript":
            base, digits = base.children
            power = Integer(2) if str(digits) == "²" else Integer(0)
        name = bare(base)
        if name is None or power not in (1, 2):
            raise reader.refuse(node, "diag takes the name of a vector or its square", ["diag(sigma**2)", "diag(v)"])
        made: Diagonal = Diagonal(Symbol(name, real=True, positive=True), power)
        return made


def real_vector(mean: Column) -> Symbol | Expr:
    """The entries of a mean are those of a real vector; 0 stays 0."""
    (e,) = mean.args
    return Symbol(e.name, real=True) if isinstance(e, Symbol) else e


__all__ = ["Covariance", "Diagonal", "MeanVector", "real_vector"]
