"""A joint law with copies of some of its variables."""

from __future__ import annotations

from typing import Any

from sympy import Basic, Expr, Tuple, log
from sympy.core.symbol import Str

from .distribution import Distribution
from .support import Support, Unknown
from .terms import Density


class Copied(Distribution):
    """A joint law with copies of some variables over others: Copied(J, (A′,), (A,), (C, D)).

    Together with `over`, the copies have the law of what they copy; given `over`, they are independent of
    all other variables.  Of J nothing changes.  Such a law always exists: p(x) p(a′ | over) does it.
    """

    is_explicit = False

    def __new__(cls, law: Any, names: Any, of: Any, over: Any) -> Any:
        names, of, over = Tuple(*names), Tuple(*of), Tuple(*over)
        known = set(law.coordinates)
        if len(set(names)) != len(names) or len(names) != len(of) or set(names) & known or not names:
            raise ValueError(f"{names} are no new names for {of}")
        if not set(of) | set(over) <= known or set(of) & set(over) or len(set(of)) != len(of):
            raise ValueError(f"{of} over {over} are no variables of {law}")
        return Basic.__new__(cls, law, names, of, over)

    law = property(lambda self: self.args[0])
    is_arbitrary = property(lambda self: self.law.is_arbitrary)

    @property
    def coordinates(self) -> tuple[Str, ...]:
        return (*self.law.coordinates, *self.args[1])

    @property
    def separation(self) -> tuple[frozenset[Str], frozenset[Str], frozenset[Str]]:
        """The copies, and what they are independent of, given what they are copied over."""
        new, over = frozenset(self.args[1]), frozenset(self.args[3])
        return new, frozenset(self.coordinates) - new - over, over

    @property
    def support(self) -> Support:
        return Unknown(self, self.law.support.kind)

    def log_density(self, *point: Any) -> Expr:
        return log(Density(self, *point))

    def _sympystr(self, printer: Any) -> str:
        return ", ".join(map(printer._print, self.coordinates))


def original(law: Any, names: frozenset[Str]) -> tuple[Any, frozenset[Str]]:
    """A law and variables whose joint entropy is the same, with copies left out or replaced as far as that goes."""
    while isinstance(law, Copied):
        _, new, of, over = law.args
        copies = names & set(new)
        if copies and not names - copies <= set(over):
            break
        names = (names - copies) | {a for a, r in zip(of, new, strict=True) if r in copies}
        law = law.law
    return law, names
