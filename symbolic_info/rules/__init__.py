"""The rule book: all that is believed.  A rule is one function of a file in this folder."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from ..kernel.rule import Rule, close_book


def _found() -> dict[str, Rule]:
    modules = (import_module(f"{__name__}.{m.name}") for m in iter_modules(__path__))
    return {
        name: value for module in modules for name, value in vars(module).items() if isinstance(value, Rule)
    }


RULES: dict[str, Rule] = _found()
globals().update(RULES)
close_book()
__all__ = sorted([*RULES, "RULES"])
