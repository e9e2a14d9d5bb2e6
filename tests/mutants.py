"""Single-line mutants: a line of a derivation with one thing in it wrong.

Each mutant is named by its kind and its place.  Nothing here knows which of them are false: most are, a few
happen to be true (2 + 2 for 2 · 2), and `verdict` tells those apart with the audit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from sympy import Add, Basic, Expr, Mul, Number, Pow, S, Symbol, Tuple, log

from symbolic_info.audit import audit_lines
from symbolic_info.exact.zero import is_zero
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import Derivation, calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import Binder
from symbolic_info.language.distribution import Distribution, Law
from symbolic_info.language.joint import Outcomes

REVERSED = {"<=": ">=", ">=": "<=", "<": ">", ">": "<"}


@dataclass(frozen=True)
class Mutant:
    """One wrong line: `step` is a derivation of one step that holds it, cut out of the whole."""

    kind: str
    line: int
    step: Derivation
    original: Derivation

    def __str__(self) -> str:
        (last,) = self.step.steps
        return f"line {self.line}, {self.kind}: {self.step.start} {last.relation} {last.result}"


def mutants(derivation: Derivation) -> list[Mutant]:
    """All mutants of a derivation, each once; a line's mutants are tried in the step that leads to it."""
    made: dict[Derivation, Mutant] = {}
    lines = derivation.lines
    for i, step in enumerate(derivation.steps):
        cut = Derivation(lines[i], (step,), derivation.given)
        wrong = [(kind, replace(cut, steps=(replace(step, result=e),))) for kind, e in of_line(step.result, lines)]
        wrong += [(kind, replace(cut, steps=(replace(step, relation=r),))) for kind, r in of_relation(step.relation)]
        if i == 0:
            wrong += [(kind, _begun(cut, e)) for kind, e in of_line(cut.start, lines)]
        for kind, mutated in wrong:
            first = i + 2 if mutated.start == cut.start else 1
            if mutated != cut:
                made.setdefault(mutated, Mutant(kind, first, mutated, cut))
    return list(made.values())


def _begun(cut: Derivation, start: Expr) -> Derivation:
    """The step from another first line, whose laws' conditions are assumed, as in a file that begins with it."""
    return replace(cut, start=start, given=cut.given | calc(start).given.facts)


def of_relation(relation: str) -> Iterator[tuple[str, str]]:
    """The relation reversed, and made stronger than it is."""
    if relation == "=":
        yield from (("relation strengthened", r) for r in "<>")
        return
    yield from (("relation reversed", r) for r in {REVERSED[relation], REVERSED[relation][0]})
    yield from (("relation strengthened", r) for r in {"=", relation[0]} - {relation})


def of_line(e: Expr, lines: tuple[Expr, ...]) -> Iterator[tuple[str, Expr]]:
    """The line with one node of its tree replaced."""
    symbols = sorted({s for line in lines for s in line.free_symbols if not s.is_Dummy}, key=str)
    laws = sorted({law for line in lines for law in line.atoms(Law)}, key=str)
    for kind, wrong in _inside(e, symbols, laws, False):
        if isinstance(wrong, Expr) and wrong != e and not wrong.has(S.NaN, S.ComplexInfinity):
            yield kind, wrong


def _inside(e: Basic, symbols: list[Symbol], laws: list[Law], in_law: bool) -> Iterator[tuple[str, Basic]]:
    yield from _here(e, symbols, laws, in_law)
    for i, a in enumerate(e.args):
        if isinstance(e, Binder) and i == len(e.args) - 1:
            continue  # the names of bound variables say nothing
        if isinstance(e, Outcomes):
            yield from _of_chances(e)
            return
        for kind, wrong in _inside(a, symbols, laws, in_law or isinstance(e, Distribution)):
            made = _built(e.func, (*e.args[:i], wrong, *e.args[i + 1 :]))
            if made is not None:
                yield kind, made


def _of_chances(law: Outcomes) -> Iterator[tuple[str, Basic]]:
    """One probability of a table changed; which values the outcomes have says nothing, if they stay apart."""
    for at, p in law.cells.items():
        for kind, wrong in (("number + 1", p + 1), ("number − 1", p - 1), ("number doubled", 2 * p)):
            yield kind, Outcomes(law.args[0], law.cells | {at: wrong})


def _built(func: Callable[..., Any], args: tuple[Basic, ...]) -> Basic | None:
    """The node, or None where no such node can be written."""
    try:
        made: Basic = func(*args)
    except (TypeError, ValueError, LookupError):
        return None
    return made


def _here(e: Basic, symbols: list[Symbol], laws: list[Law], in_law: bool) -> Iterator[tuple[str, Basic]]:
    if isinstance(e, Number) and e.is_finite:
        yield "number + 1", e + 1
        yield "number − 1", e - 1
        yield "number doubled", 2 * e
    if isinstance(e, Add):
        for t in e.args:
            yield "term dropped", e - t
            yield "sign flipped", e - 2 * t
    elif isinstance(e, Expr) and not isinstance(e, Number | Symbol | Binder) and not in_law and not e.is_Pow:
        yield "sign flipped", -e
    if isinstance(e, log):
        yield "log argument doubled", log(2 * e.args[0])
        yield "log of the reciprocal", log(1 / e.args[0])
    if isinstance(e, Pow) and not isinstance(e.exp, Number):
        yield "exponent changed", Pow(e.base, e.exp + 1)
        yield "exponent changed", Pow(e.base, 2 * e.exp)
    if isinstance(e, Pow) and isinstance(e.exp, Number):
        yield "exponent changed", Pow(e.base, e.exp + 1)
        yield "exponent changed", Pow(e.base, -e.exp)
    if not isinstance(e, Add | Mul | Tuple | Pow):
        for i, (a, b) in enumerate(pairwise(e.args[: len(e.args) - 2 * isinstance(e, Binder)])):
            if a != b and _sort(a) is _sort(b):
                yield "arguments swapped", _built(e.func, (*e.args[:i], b, a, *e.args[i + 2 :])) or e
    if isinstance(e, Symbol) and not e.is_Dummy:
        kin = [s for s in symbols if s != e and s.assumptions0 == e.assumptions0]
        yield from (("another parameter", s) for s in kin)
        if in_law:
            yield "parameter doubled", 2 * e
            yield "parameter + 1", e + 1
    if isinstance(e, Law):
        yield from (("another law", law) for law in laws if law != e and law.args[1:] == e.args[1:])


def _sort(e: Basic) -> type:
    return next((kind for kind in (Distribution, Expr, Tuple) if isinstance(e, kind)), type(e))


def rejected(mutant: Mutant) -> bool:
    """Whether check refuses the mutated step.  Any other exception is a fault of check, and is let through."""
    try:
        check.__wrapped__(mutant.step)
    except Rejected:
        return True
    return False


def verdict(mutant: Mutant) -> str:
    """Of a mutant that lives: `equal` or `true`, which it may be; else `false`, with the reason."""
    (step,), (right,) = mutant.step.steps, mutant.original.steps
    start, given = mutant.step.start, mutant.step.given
    if mutant.kind == "relation strengthened" and step.relation != "=":
        return "false: a bound that is strict is to be written so"
    if is_zero(start - mutant.original.start, given) and _same_line(step, right, given):
        return "equal"
    found = audit_lines((start, step.result), (step.relation,), given, points=3)
    if not found.ok:
        return f"false: {found.reason}"
    return "true" if found.samples else f"false, or not known: {found.reason}"


def _same_line(step: Any, right: Any, given: Any) -> bool:
    return step.relation == right.relation and is_zero(step.result - right.result, given)
