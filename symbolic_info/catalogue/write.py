"""The results of all jobs put together: matrices, and the chapter of the catalogue on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..render.chapter import Cell, Matrix, Sheet
from .members import Block
from .work import FORMATS, Done

FOLDER = "catalogue"


def arranged(results: Iterable[Done], blocks: Sequence[Block]) -> tuple[list[Matrix], list[str]]:
    """The matrix of each block, and what failed."""
    cells: dict[tuple[str, ...], Cell] = {}
    sheets: dict[str, Sheet] = {}
    failures: list[str] = []
    for r in results:
        failures += r.failures
        if isinstance(r.result, Cell):
            cells[r.job.families] = r.result
        else:
            sheets[r.name] = r.result
    matrices = [
        Matrix(b.title, tuple(sheets[n] for n in b.names), {(p, q): cells[p, q] for p, q in b.pairs}) for b in blocks
    ]
    return matrices, failures


def write_chapter(
    results: Iterable[Done], blocks: Sequence[Block], directory: Path, formats: Sequence[str], book: str
) -> tuple[list[Path], list[Matrix], list[str]]:
    """Write each page as it comes, then the matrices; return the files to open first, the matrices, the failures."""
    target = directory / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    fragments: dict[str, dict[str, str]] = {style: {} for style in formats}
    matrices, failures = arranged(_kept(results, target, fragments), blocks)
    opened = []
    for style in formats:
        files = FORMATS[style].index(matrices, book, fragments[style])
        for name, text in files.items():
            (target / name).write_text(text, encoding="utf-8")
        opened.append(target / next(iter(files)))
    return opened, matrices, failures


def _kept(results: Iterable[Done], target: Path, fragments: dict[str, dict[str, str]]) -> Iterator[Done]:
    """The results, while their pages are written, or kept where they are parts of a larger file."""
    for r in results:
        for style, text in r.pages.items():
            if FORMATS[style].PAGES:
                (target / (r.name + FORMATS[style].SUFFIX)).write_text(text, encoding="utf-8")
            else:
                fragments[style][r.name] = text
        yield r
