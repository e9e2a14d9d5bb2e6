"""Whatever the engine prints of closed forms is read back as the same formula: python tests/benchmarks/exported.py."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import product

from sympy import Expr, Symbol

from symbolic_info import library
from symbolic_info.answers.reading import read
from symbolic_info.catalogue.members import inside, member, names
from symbolic_info.exact.given import Given
from symbolic_info.exact.zero import is_zero
from symbolic_info.language.binder import Term
from symbolic_info.language.bounds import Unreadable
from symbolic_info.language.terms import KL, Entropy
from symbolic_info.render.printer_latex import Latex
from symbolic_info.render.printer_plain import Plain
from symbolic_info.tactics.closed_form import closed_form

Found = tuple[str, Expr, Given]


def lines() -> Iterator[Found]:
    """The lines of all derivations that are closed forms."""
    for entry in library.entries():
        for i, line in enumerate(entry.derivation.lines):
            if isinstance(line, Expr) and not line.atoms(Term):
                yield f"{entry.name}[{i}]", line, entry.derivation.given


def entropies(every: int = 1) -> Iterator[Found]:
    """The entropies of the catalogue."""
    return _closed((f"H({n})", Entropy(member(n)), ()) for n in list(names())[::every])


def divergences(every: int = 1) -> Iterator[Found]:
    """The divergences of the catalogue."""
    pairs = list(product(names(), repeat=2))[::every]
    laws = ((f"KL({a}, {b})", member(a, "_1"), member(b, "_2")) for a, b in pairs)
    return _closed((name, KL(p, q), tuple(inside(p, q))) for name, p, q in laws)


def _closed(terms: Iterator[tuple[str, Expr, tuple[object, ...]]]) -> Iterator[Found]:
    for name, term, facts in terms:
        found = closed_form(term, facts)
        if found.theorem is not None and not found.theorem.derivation.lines[-1].atoms(Term):
            yield name, found.theorem.derivation.lines[-1], found.theorem.claim.given


def lost(name: str, e: Expr, given: Given) -> Iterator[str]:
    """The prints of a formula that are not read back as the same formula."""
    free = {s.name: s for s in e.free_symbols if isinstance(s, Symbol)}
    for text in (Latex().doprint(e), Plain().doprint(e), str(e)):
        try:
            made = read(text, free).expression
        except Unreadable as why:
            yield f"{name}: {text}: {why.message}"
            continue
        if made != e and not is_zero(made - e, given):
            yield f"{name}: {text} is read as {made}"


def main() -> None:
    count, bad = 0, 0
    for source in (lines(), entropies(), divergences()):
        for found in source:
            count += 3
            for message in lost(*found):
                bad += 1
                print(message[:300])
    print(f"{count} prints, {bad} not read back as the same")


if __name__ == "__main__":
    sys.exit(main())
