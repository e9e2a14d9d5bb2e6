"""The catalogue derived by several processes: each job is a family or a pair by name, each result is plain text."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from ..render import catalogue_html, catalogue_latex, catalogue_markdown
from ..render.chapter import Cell, Page, Part, Sheet, pair_name
from ..render.prose import Formula
from .answers import DIVERGENCES, of_family, of_pair, otherwise
from .definition import definition
from .members import Block
from .pages import cell_of, family_page, pair_page, sheet

FORMATS = {"html": catalogue_html, "latex": catalogue_latex, "markdown": catalogue_markdown}
DIVERGENCE = next(iter(DIVERGENCES))
_CHUNK = 4  # jobs that a process takes at once


@dataclass(frozen=True)
class Job:
    """A family, or an ordered pair of families, to be written in some formats."""

    families: tuple[str, ...]
    formats: tuple[str, ...] = ()
    book: str = ""


@dataclass(frozen=True)
class Done:
    """What came of a job: the pages by format, the cell or the sheet, and what failed."""

    job: Job
    name: str
    pages: dict[str, str]
    result: Cell | Sheet
    failures: tuple[str, ...]


def jobs(blocks: Sequence[Block], formats: Sequence[str] = (), book: str = "") -> list[Job]:
    """The whole catalogue: every family, then every pair."""
    chosen = tuple(formats)
    families = [Job((name,), chosen, book) for block in blocks for name in block.names]
    return families + [Job(pair, chosen, book) for block in blocks for pair in block.pairs]


def done(job: Job) -> Done:
    """The job derived, checked, cross-checked and printed."""
    try:
        return _derived(job)
    except Exception as why:  # whatever breaks down here, the others must not be lost: it is said, and fails the book
        reason = f"{' '.join(job.families)}: {type(why).__name__}: {why}"
        name = pair_name(*job.families) if len(job.families) > 1 else job.families[0]
        page = Page(name, name, "", (), (Part("broken down", "failed", None, reason),))
        empty = Formula(rf"\mathrm{{{name}}}", name, name)
        result = Cell("failed") if len(job.families) > 1 else Sheet(name, empty, (), empty, empty, {})
        return Done(job, name, _printed(page, job), result, (reason,))


def _derived(job: Job) -> Done:
    result: Cell | Sheet
    if len(job.families) == 1:
        (name,) = job.families
        said, answers, others = definition(name), of_family(name), []
        shown, result = family_page(name, said, answers), sheet(name, said, answers)
    else:
        p, q = job.families
        answers = of_pair(p, q)
        others = otherwise(answers[DIVERGENCE])
        shown, result = pair_page(p, q, answers, others), cell_of(answers[DIVERGENCE])
    failures = tuple(f"{a.term}: {a.reason}" for a in (*answers.values(), *others) if a.status == "failed")
    return Done(job, shown.name, _printed(shown, job), result, failures)


def _printed(shown: Page, job: Job) -> dict[str, str]:
    return {style: FORMATS[style].page(shown, job.book) for style in job.formats}


def all_done(wanted: Sequence[Job], processes: int | None = None) -> Iterator[Done]:
    """Every job in order, by as many processes as there are processors, or by this one."""
    count = min(processes or os.cpu_count() or 1, max(len(wanted) // _CHUNK, 1))
    if count == 1:
        yield from map(done, wanted)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        yield from pool.map(done, wanted, chunksize=_CHUNK)
