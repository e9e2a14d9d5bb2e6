"""Laws in text: each by its name, with parameters in the places that the law has for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sympy import false
from sympy.core.symbol import Str

from .arguments import arguments
from .distribution import Distribution, Law
from .grammar import Node, bare
from .joint import Joint, Table

if TYPE_CHECKING:
    from .read import Reader


def known_laws() -> dict[str, Any]:
    """Every law that can be named in text."""
    from ..families import FAMILIES  # here, because the families themselves import the language

    return {"Law": Law, "Joint": Joint, "Table": Table, **FAMILIES}


def law(reader: Reader, node: Node, name: str, args: Sequence[Any]) -> Distribution:
    """The law that is called `name`, or Unreadable at the argument that does not fit."""
    kind = known_laws()[name]
    values = arguments(reader, node, name, kind.forms, args)
    made: Distribution = reader.guarded(node, lambda: kind(*values))
    if false in made.conditions():
        raise reader.refuse(args[-1], f"{made} is no law" + (f": it needs {kind.needs}" if kind.needs else ""))
    return made


def coordinate(reader: Reader, P: Distribution, node: Any) -> Str:
    """The variable of a joint law that a node names."""
    own = [str(c) for c in getattr(P, "coordinates", ())]
    name = bare(node)
    if name not in own:
        raise reader.refuse(node, f"{name or 'this'} is no variable of {P}", own)
    return Str(name)
