"""A `Solution`, which knows no format, and its formats, one file each.

A format is a module of this folder with a `suffix` (of the files it writes) and `render(solution, link)`,
where `link` says which address a cited theorem has (None: it has none).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .solution import Solution

Linker = Callable[[str], str | None]


@cache
def formats() -> dict[str, Any]:
    """Every format by name: the modules of this folder that have a suffix."""
    modules = {m.name: import_module(f"{__name__}.{m.name}") for m in iter_modules(__path__)}
    return {name: module for name, module in sorted(modules.items()) if hasattr(module, "suffix")}


def render(solution: Solution, format: str = "text", link: Linker | None = None) -> str:
    """The solution in a format.  Raises KeyError for a format that there is not."""
    module = formats().get(format)
    if module is None:
        raise KeyError(f"no format {format!r}; there are {', '.join(formats())}")
    made: str = module.render(solution, link)
    return made
