"""What the laws of a quantity must have in common, and the variables that a joint law has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sympy import Expr
from sympy.core.symbol import Str

from .distribution import Distribution
from .functions import did_you_mean
from .grammar import bare
from .joint import Cells, Table
from .models import Independent
from .support import Region

if TYPE_CHECKING:
    from .read import Reader


def variables(law: Any) -> Any:
    """How many variables a law has; a symbol, where it has as many as that says."""
    if isinstance(law, Independent):
        return law.size
    size = law.support.dimension if isinstance(law.support, Region) else 1
    return size if isinstance(size, Expr) else len(getattr(law, "coordinates", (None,)))


def check_named(reader: Reader, node: Any, law: Any) -> None:
    """Refuse a law of so many variables that they have no names."""
    if isinstance(variables(law), Expr):
        raise reader.refuse(node, f"{law} is a law of {variables(law)} variables without names")


def check_alike(reader: Reader, nodes: Sequence[Any], laws: Sequence[Any]) -> None:
    """Refuse laws of different numbers of variables, and tables or lists of different sizes."""
    first = laws[0]
    for node, law in zip(nodes[1:], laws[1:], strict=True):
        if type(law) is type(first) and law.extent != first.extent:
            raise reader.refuse(node, f"both laws must be of one size: the first has {first.extent}, this {law.extent}")
        if variables(law) != variables(first):
            numbers = f"{first} has {variables(first)}, {law} has {variables(law)}"
            raise reader.refuse(node, f"both laws must have the same number of variables: {numbers}")
        if {True, False} == {isinstance(P, Table) for P in (first, law)} and isinstance(law, Cells):
            raise reader.refuse(node, "a table counts from 1, a channel its bits from 0: write both as tables")


def check_one_variable(reader: Reader, node: Any, law: Any, quantity: str) -> None:
    """Refuse a joint law."""
    if variables(law) != 1:
        raise reader.refuse(node, f"{quantity} needs the law of one variable, and {law} has {variables(law)}")


def given_variable(reader: Reader, P: Distribution, named: Sequence[Any]) -> tuple[Str, ...]:
    """The variable that `given=Y` names."""
    for node in named:
        word = str(node.children[0])
        if word != "given":
            raise reader.refuse(
                node, f"nothing is called {word} here{did_you_mean(word, ['given'])}", ["H(J, given=Y)"]
            )
    if len(named) > 1:
        raise reader.refuse(named[1], "given stands once", ["H(J, given=Y)"])
    node = named[0].children[1]
    own = [str(c) for c in getattr(P, "coordinates", ())]
    if len(own) < 2:
        raise reader.refuse(node, f"given needs a joint law, and {P} has one variable", ["H(J, given=Y)"])
    name = bare(node)
    if name not in own:
        raise reader.refuse(node, f"{name or 'this'} is no variable of {P}", own)
    return (Str(name),)
