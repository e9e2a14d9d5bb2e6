"""The rule book: all that is believed.  A rule is one function of a file in this folder."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from ..kernel.rule import Rule, close_book

# A condition is shown by the first rule of the book that can: entropies of finitely many outcomes and moments need
# no other rule.
FIRST = ("shannon", "tilting")


def _found() -> dict[str, Rule]:
    names = sorted((m.name for m in iter_modules(__path__)), key=lambda name: (name not in FIRST, name))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    return {
        name: value for module in modules for name, value in vars(module).items() if isinstance(value, Rule)
    }


RULES: dict[str, Rule] = _found()
globals().update(RULES)
close_book()
__all__ = sorted([*RULES, "RULES"])
