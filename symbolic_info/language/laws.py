"""Laws in text: each by its name, with parameters in the places that the law has for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sympy import false

from .arguments import arguments
from .distribution import Distribution, Law
from .forms import usages
from .grammar import Node
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
        message = f"{made} is no law" + (f": it needs {kind.needs}" if kind.needs else "")
        raise reader.refuse(args[-1], message, usages(name, kind.forms))
    return made
