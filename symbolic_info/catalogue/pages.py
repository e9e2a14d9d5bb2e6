"""A page of the catalogue from what was derived: a family with its quantities, a pair with its divergence."""

from __future__ import annotations

import inspect
from collections.abc import Mapping

from ..families import FAMILIES
from ..kernel.derivation import calc
from ..render.assumptions import assumptions
from ..render.chapter import Cell, Page, Part, Sheet, pair_name
from ..render.prose import Prose, listed
from ..render.solution import solution
from ..render.statement import printers
from .answers import Answer
from .definition import Definition, is_mass


def family_page(name: str, said: Definition, answers: Mapping[str, Answer]) -> Page:
    """The page of a family: its definition, then a worked solution for each quantity."""
    density = "probability of x" if is_mass(name) else "density at x"
    rows: list[tuple[str, Prose]] = [("law", (said.law,))]
    rows += [("parameters", listed(said.conditions))] if said.conditions else []
    rows += [("support", (said.support,)), (density, (said.density,))]
    for word, found in answers.items():
        if found.theorem is not None and found.status in ("proved", "infinite"):
            cell = cell_of(found)
            under: Prose = (" where ", *listed(cell.conditions)) if cell.conditions else ()
            rows.append((word, (cell.result or "", *under)))
    parts = tuple(_part(word, found) for word, found in answers.items())
    words = (inspect.getdoc(FAMILIES[name]) or name).partition("\n")[0]
    return Page(name, name, words, tuple(rows), parts)


def pair_page(p: str, q: str, answers: Mapping[str, Answer], others: list[Answer]) -> Page:
    """The page of a pair: divergence and cross-entropy, and where the divergence is infinite."""
    parts = [_part(word, found) for word, found in answers.items()]
    parts[1:1] = [_part("otherwise", found) for found in others]
    near = ((p, p), (q, q)) if p != q else ((p, p),)
    back = ((pair_name(q, p), f"{q} from {p}"),) if p != q else ()
    return Page(pair_name(p, q), f"{p} from {q}", "", (), tuple(parts), (*near, *back))


def _part(word: str, found: Answer) -> Part:
    shown = solution(found.theorem, audit=found.audit) if found.theorem is not None else None
    return Part(word, found.status, shown, found.reason)


def cell_of(found: Answer) -> Cell:
    """A result in a table."""
    if found.theorem is None:
        return Cell(found.status)
    show = printers({})
    given = calc(found.term, found.needs).given
    plain = assumptions(calc(found.term).given, found.theorem.derivation.lines, show)
    shown = tuple(f for f in assumptions(given, found.theorem.derivation.lines, show) if f not in plain)
    result = show.show(found.theorem.claim.right) if found.status in ("proved", "infinite") else None
    return Cell(found.status, shown if found.needs else (), result)


def sheet(name: str, said: Definition, answers: Mapping[str, Answer]) -> Sheet:
    """The family as a row of the formula sheet."""
    results = {word: cell_of(found) for word, found in answers.items()}
    return Sheet(name, said.law, said.conditions, said.support, said.density, results)
