"""What is found out about a statement: proved with theorems of the kernel, refuted with a table, or unknown."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from ..kernel.check import Theorem
from .refute import Counterexample
from .statement import Fact

PROVED, NON_SHANNON, REFUTED, UNKNOWN = "proved", "proved-non-shannon", "refuted", "unknown"


@dataclass(frozen=True)
class Verdict:
    """The verdict on one statement.

    `theorems` are one, or two for an equation that is proved from both sides.  `certificate` has the exact
    multipliers by what they multiply; `equality` says when an inequality is an equality.  `counterexample` is the
    table of a refuted statement, `missing` an assumption that would make it true, `notes` what else
    there is to say: that the facts force a variable to be constant, for one.
    """

    statement: Fact
    verdict: str
    theorems: tuple[Theorem, ...] = ()
    certificate: dict[str, dict[str, Fraction]] = field(default_factory=dict)
    equality: tuple[str, ...] = ()
    counterexample: Counterexample | None = None
    missing: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    reason: str | None = None
    ms: float = 0.0

    @property
    def proved(self) -> bool:
        return self.verdict in (PROVED, NON_SHANNON)
