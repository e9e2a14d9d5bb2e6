"""The derivations on disk: found by folder, loaded by name, each file once."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from .kernel.derivation import Derivation

_PACKAGE = "symbolic_info_derivations"


@dataclass(frozen=True)
class Entry:
    """One derivation of the library, and what its file says about it."""

    name: str
    title: str
    note: str
    chapter: str
    ids: tuple[str, ...]
    file: str
    derivation: Derivation


def folder() -> Path:
    """Where the derivations are: inside an installed package, or beside the package in a clone."""
    here = Path(__file__).parent
    inside = here / "_derivations"
    return inside if inside.is_dir() else here.parent / "derivations"


@cache
def files() -> dict[str, Path]:
    """Every derivation file by its name; two files of one name are refused."""
    found: dict[str, Path] = {}
    for path in sorted(folder().rglob("*.py")):
        if path.stem.startswith("_"):
            continue
        if path.stem in found:
            raise ValueError(f"two derivations are called {path.stem}: {found[path.stem]} and {path}")
        found[path.stem] = path
    return found


def load(name: str) -> Derivation:
    """The derivation of that name; LookupError where there is none."""
    return entry(name).derivation


def entry(name: str) -> Entry:
    """The derivation of that name with what its file says; `file.other` for a second proof of a file."""
    stem, _, part = name.partition(".")
    if stem not in files():
        raise LookupError(f"no derivation is called {name}")
    module = _module(stem)
    made = getattr(module, part or "proof", None)
    if not isinstance(made, Derivation):
        raise LookupError(f"{files()[stem].name} has no proof called {part or 'proof'}")
    title, _, note = inspect.cleandoc(module.__doc__ or stem).partition("\n")
    path = files()[stem]
    return Entry(
        name=name,
        title=title.rstrip("."),
        note=note.strip(),
        chapter=path.parent.relative_to(folder()).as_posix(),
        ids=tuple(getattr(module, "ids", ())),
        file=path.relative_to(folder()).as_posix(),
        derivation=made,
    )


def names() -> Iterator[str]:
    """Every derivation, in the order of its file; the main proof of a file first."""
    for stem in files():
        found = [n for n, value in vars(_module(stem)).items() if isinstance(value, Derivation)]
        for n in sorted(found, key=lambda n: (n != "proof", n)):
            yield stem if n == "proof" else f"{stem}.{n}"


def entries() -> list[Entry]:
    """The whole library."""
    return [entry(n) for n in names()]


@cache
def _module(stem: str) -> ModuleType:
    full = f"{_PACKAGE}.{stem}"
    if full in sys.modules:
        raise ImportError(f"the derivation {stem} cites itself, through others")
    spec = spec_from_file_location(full, files()[stem])
    if spec is None or spec.loader is None:
        raise ImportError(f"{files()[stem]} is no Python file")
    module = sys.modules[full] = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    finally:
        del sys.modules[full]
    return module
