"""The catalogue: one declaration a file.  A new family enters by being a file of this folder."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Any


def _found() -> dict[str, Any]:
    modules = (import_module(f"{__name__}.{m.name}") for m in iter_modules(__path__))
    return {
        name: value
        for module in modules
        for name, value in sorted(vars(module).items())
        if isinstance(value, type) and value.__module__ == module.__name__
    }


FAMILIES: dict[str, Any] = _found()
globals().update(FAMILIES)
__all__ = sorted([*FAMILIES, "FAMILIES"])
