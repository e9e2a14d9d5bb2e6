"""The book on disk: the library of derivations, and the catalogue as a chapter in a folder of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from . import exercises, library
from .catalogue.members import blocks
from .catalogue.work import all_done, jobs
from .catalogue.write import write_chapter
from .engine import Verified, cited, entry_solution, verify
from .files import progress
from .render.book import Entry, write_book
from .render.chapter import summary

SHOWN = ("proved", "infinite")  # what is told of an exercise that is solved
TITLE = "Information theory, derived"


def publish_derivations(
    directory: Path, styles: Sequence[str], with_catalogue: bool
) -> tuple[tuple[Path, ...], list[Verified], int]:
    """Derive and write the library and its exercises; return the files to open first, what failed, and how many."""
    pages, failed = [], []
    for name in progress(list(library.names()), "deriving"):
        entry = library.entry(name)
        result = verify(name, entry.derivation)
        if not result.ok:
            failed.append(result)
        uses, shown = cited(entry.derivation), entry_solution(entry, result)
        pages.append(Entry(name, entry.title, entry.chapter, entry.note, shown, uses, result.status, result.ms))
    for page in progress(exercises.pages(), "exercises", len(library.exercise_names())):
        if page.status not in SHOWN:
            failed.append(Verified(page.name, "failed", None, None, page.ms, f"the exercise is {page.status}"))
        pages.append(page)
    return write_book(pages, directory, styles, TITLE, with_catalogue), failed, len(pages)


def publish_catalogue(
    directory: Path, styles: Sequence[str], processes: int | None, linked: bool
) -> tuple[list[Path], list[str], list[str]]:
    """Derive and write the catalogue; return the files to open first, what failed, and how far it went in words."""
    known = blocks()
    wanted = jobs(known, styles, TITLE if linked else "")
    results = progress(all_done(wanted, processes), "catalogue", len(wanted))
    opened, matrices, failures = write_chapter(results, known, directory, styles, TITLE if linked else "")
    return opened, failures, [f"{m.title}: {summary(m)}" for m in matrices]
