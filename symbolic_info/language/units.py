"""Units of information.  Everything is computed in nats; a unit says how many nats it is."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Expr, Integer, log
from sympy.core.symbol import Str


@dataclass(frozen=True)
class Unit:
    """A unit of information, `size` nats large."""

    name: str
    size: Expr

    @property
    def symbol(self) -> Str:
        """The name as it stands in a formula."""
        return Str(self.name)


nats = Unit("nats", Integer(1))
bits = Unit("bits", log(2))
UNITS = {unit.name: unit for unit in (nats, bits)}
