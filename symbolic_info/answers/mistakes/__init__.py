"""Mistakes that students make.  Each is one function of a file in this folder; the files are found by folder."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from .kind import KINDS, Kind

for _found in sorted(m.name for m in iter_modules(__path__)):
    import_module(f"{__name__}.{_found}")

MISTAKES: tuple[Kind, ...] = tuple(sorted(KINDS, key=lambda k: k.rank))  # stable: within a rank as they are written

__all__ = ["MISTAKES", "Kind"]
