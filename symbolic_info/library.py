"""The derivations on disk: found by folder, loaded by name, each file once."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from .exercise import Exercise
from .kernel.derivation import Derivation

_PACKAGE = "symbolic_info_derivations"
EXERCISES = "exercises"  # the folder of questions that are asked, not of derivations


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


@dataclass(frozen=True)
class Posing:
    """One exercise, and what its file says about it."""

    name: str
    title: str
    note: str
    file: str
    exercise: Exercise


def folder() -> Path:
    """Where the derivations are: inside an installed package, or beside the package in a clone."""
    here = Path(__file__).parent
    inside = here / "_derivations"
    return inside if inside.is_dir() else here.parent / "derivations"


@dataclass(frozen=True)
class Contents:
    """The table of contents of a folder: its title, the titles of its sections, and (id, derivation, statement)."""

    title: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[tuple[str, str, str], ...] = ()


@cache
def contents() -> dict[str, Contents]:
    """The tables of contents, by folder: the file `_contents.py` of each folder that has one."""
    found = {}
    for path in sorted(folder().glob("*/_contents.py")):
        module = _executed(path, f"{_PACKAGE}.{path.parent.name}_contents")
        found[path.parent.name] = Contents(module.TITLE, module.SECTIONS, tuple(map(tuple, module.CONTENTS)))
    return found


@cache
def _places() -> dict[str, tuple[int, tuple[str, ...]]]:
    """Where each derivation stands in its table of contents, and under which ids."""
    rows = [row for table in contents().values() for row in table.rows]
    found: dict[str, tuple[int, tuple[str, ...]]] = {}
    for place, (name_id, name, _) in enumerate(rows):
        first, ids = found.get(name, (place, ()))
        found[name] = (first, (*ids, name_id))
    return found


@cache
def files() -> dict[str, Path]:
    """Every derivation file by its name; two files of one name are refused."""
    found: dict[str, Path] = {}
    for path in _sources():
        if path.stem in found:
            raise ValueError(f"two derivations are called {path.stem}: {found[path.stem]} and {path}")
        if EXERCISES not in path.relative_to(folder()).parts:
            found[path.stem] = path
    return found


def _sources() -> list[Path]:
    return [p for p in sorted(folder().rglob("*.py")) if not p.stem.startswith("_")]


def _exercise_files() -> dict[str, Path]:
    return {p.stem: p for p in _sources() if EXERCISES in p.relative_to(folder()).parts}


def exercise_names() -> list[str]:
    """Every exercise, by file."""
    return list(_exercise_files())


def exercise(name: str) -> Posing:
    """The exercise of that name with what its file says; LookupError where there is none."""
    path = _exercise_files().get(name)
    if path is None:
        raise LookupError(f"no exercise is called {name}")
    return _posing(name, path)


@cache
def _posing(name: str, path: Path) -> Posing:
    module = _executed(path, f"{_PACKAGE}.{EXERCISES}_{name}")
    made = getattr(module, "exercise", None)
    if not isinstance(made, Exercise):
        raise LookupError(f"{path.name} asks nothing")
    title, _, note = inspect.cleandoc(module.__doc__ or name).partition("\n")
    return Posing(name, title.rstrip("."), " ".join(note.split()), path.relative_to(folder()).as_posix(), made)


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
        chapter=_chapter(path),
        ids=_places().get(name, (0, ()))[1],
        file=path.relative_to(folder()).as_posix(),
        derivation=made,
    )


def _chapter(path: Path) -> str:
    """The title of the folder, and of the section of it where there is a table of contents."""
    parts = path.parent.relative_to(folder()).parts
    table = contents().get(parts[0], Contents()) if parts else Contents()
    return table.sections.get(parts[-1], "/".join(parts)) if parts else ""


def names() -> list[str]:
    """Every derivation: those of the tables of contents in their order, then the others by file."""
    return sorted(_found(), key=lambda name: _places().get(name, (len(_places()) + 10_000, ()))[0])


def _found() -> Iterator[str]:
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
    return _executed(files()[stem], full)


def _executed(path: Path, full: str) -> ModuleType:
    """A file as a module; while it is being executed it stands in sys.modules, so that a cycle is noticed."""
    spec = spec_from_file_location(full, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file")
    module = sys.modules[full] = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    finally:
        del sys.modules[full]
    return module
