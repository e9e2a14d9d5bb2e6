"""Search for a closed form.  Nothing here is trusted: what comes out goes through `check`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sympy import Expr, S, oo
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..kernel.check import Theorem, check
from ..kernel.derivation import Derivation, calc
from ..kernel.rule import Rejected
from ..language.binder import Term
from ..language.distribution import Law, laws_in
from ..language.domains import conditions_of
from ..language.information import Grid
from ..language.matrices import Number
from ..language.models import Entry
from ..language.operators import Extremum, Limit, Sum
from ..language.terms import Entropy, Expectation, Measured
from ..rules import RULES
from .assuming import assumed, converging, listed, said
from .defined import defined
from .evaluated import evaluated, textbook, tidied, ways
from .extremum import extremum, limit_value
from .infinite import divergent, infinite, undecided, undefined, why_divergent, why_infinite
from .understood import understood

RANKS = ("proved", "reduced", "unknown", "infinite")


@dataclass(frozen=True)
class Found:
    """What the search brought: a theorem and how far it goes, or why there is none.

    `status` is proved, infinite, reduced (an expectation is left, named in `reason`) or unknown.
    """

    status: str
    theorem: Theorem | None
    reason: str | None = None


NOTHING = Found("unknown", None, "no rule applies")


def closed_form(term: Expr, given: Iterable[Boolean] = ()) -> Found:
    """Derive a closed form of a term under conditions, and check it."""
    facts = Given() | given
    start = calc(term, (*facts.facts, *(c for c in understood(term) if not facts.proves(c))))
    if S.false in start.given.facts:
        return Found("unknown", None, "the conditions contradict each other")
    try:
        return _derived(start)
    except Rejected as why:
        return Found("unknown", None, str(why))


def _derived(start: Derivation) -> Found:
    endless = infinite(start)
    if endless is not None:
        return Found("infinite", check(endless), why_infinite(start))
    unknown = undecided(start)
    if unknown is not None:
        return Found("unknown", None, unknown)
    if start.start.atoms(Extremum, Limit):
        found, missing = _ended(*_binders(start))
        return _best(found, None if found.status == "proved" else _under(start, missing))
    for outcome in RULES["independent_coordinates"].outcomes(start.start, start.given):
        d, missing = _within(start.eq(outcome.result, by=RULES["independent_coordinates"]))
        return _judged(check(d), d.lines[-1], missing)
    starts = ways(defined(start))
    first, missing = _attempt([next(starts)])
    if first.status == "proved":
        return first
    opened = tidied(defined(start))
    endless = divergent(start) or divergent(opened)
    if endless is not None:
        return Found("infinite", check(endless), why_divergent(endless))
    nothing = undefined(opened)
    if nothing is not None:
        return Found("unknown", None, nothing)
    convergent = converging(opened)
    under = _under(start, convergent)
    if under is not None and under.status == "proved":
        return under
    other, more = _attempt(starts)
    if other.status == "proved":
        return other
    conditions = ([*missing, *more], [*convergent, *missing, *more])
    return _best(first, other, under, *(_under(start, c) for c in conditions))


def _best(*found: Found | None) -> Found:
    return min((f for f in found if f is not None), key=lambda f: RANKS.index(f.status))


def _under(start: Derivation, conditions: list[Boolean]) -> Found | None:
    """What can be derived if those of the conditions are assumed that the question leaves open; None without any."""
    more = assumed(start, conditions)
    if more is None:
        return None
    bound = start.start.atoms(Extremum, Limit)
    found = (_ended(*_binders(more)) if bound else _attempt(ways(defined(more))))[0]
    if found.theorem is None:
        return found
    needs = more.given.facts - start.given.facts
    words = f"needs {listed(needs)}{'; infinite otherwise' if all(_diverges_without(c, start) for c in needs) else ''}"
    return replace(found, reason=f"{found.reason}; {words}" if found.reason else words)


def _diverges_without(c: Boolean, start: Derivation) -> bool:
    """Whether the quantity is infinite where the condition fails."""
    quantity = start.start.args[0] if isinstance(start.start, Measured) else start.start
    other = calc(quantity, (*start.given.facts, c.negated))
    return (divergent(other) or divergent(tidied(defined(other)))) is not None


def _attempt(starts: Iterable[Derivation]) -> tuple[Found, list[Boolean]]:
    """How far the rules reach from the definition, and the conditions that stand between them and what is left."""
    tried = []
    for first in starts:
        tried.append(_ended(*evaluated(first)))
        if tried[-1][0].status == "proved":
            return tried[-1]
    found = next((made for made, _ in tried if made.theorem is not None), tried[0][0] if tried else NOTHING)
    return found, [c for _, missing in tried for c in missing]


def _ended(d: Derivation, missing: list[Boolean]) -> tuple[Found, list[Boolean]]:
    why = ""
    for shown in dict.fromkeys((_presented(d), d)):  # the textbook form, or what it was made of
        try:
            theorem = check(made := _named(shown))
        except Rejected as refused:
            why = why or str(refused)
            continue
        return _judged(theorem, made.lines[-1], missing), missing
    return Found("unknown", None, why), missing


def _judged(theorem: Theorem, last: Expr, missing: list[Boolean]) -> Found:
    """Whether the last line is a closed form, or what is left in it."""
    left = sorted(last.atoms(Expectation), key=str)
    if theorem.status == "vacuous":
        return Found("unknown", theorem, "no admissible point was found: the conditions may contradict each other")
    if left:
        needs = f"; a closed form needs {' and '.join(map(said, missing))}" if missing else ""
        return Found("reduced", theorem, f"no closed form is known of {' and of '.join(map(str, left))}{needs}")
    standing = sorted((e for e in last.atoms(Term) if not _is_closed(e) and not _is_arbitrary(e)), key=str)
    if standing:
        return Found("reduced", theorem, f"no closed form is known of {standing[0]}")
    return Found("proved", theorem)


def _is_closed(e: Term) -> bool:
    """Whether it counts as a number: of a matrix, an entry of a vector, a sum over its entries."""
    return isinstance(e, Grid | Entry | Number) or (isinstance(e, Sum) and oo not in e.outer)


def _is_arbitrary(e: Term) -> bool:
    """Whether it is a quantity of an arbitrary law, which has no closed form to be found."""
    return any(law.is_arbitrary for law in laws_in(e))


def _presented(d: Derivation) -> Derivation:
    """The last line in textbook form."""
    here = d.lines[-1]
    if here in (oo, -oo):
        return d
    there = textbook(here, d)
    return d if there == here else d.eq(there, by=RULES["algebra"])


def _named(d: Derivation) -> Derivation:
    """E log f(X) of an arbitrary law under its name, −H."""
    put = {}
    for e in d.lines[-1].atoms(Expectation):
        own = -Entropy(e.law)
        for outcome in RULES["definition"].outcomes(Entropy(e.law), d.given):
            if isinstance(e.law, Law) and e != d.lines[0] and _opposite(e, outcome.result):
                put[e] = own
    named = d.lines[-1].xreplace(put)
    return d.eq(named, by=(RULES["definition"], RULES["linearity"])) if put and named != d.start else d


def _opposite(e: Expectation, other: Expr) -> bool:
    """Whether two expectations differ by their sign only."""
    return bool(isinstance(other, Expectation) and other.renamed(e.variables).with_body(-other.at(*e.variables)) == e)


def _within(d: Derivation) -> tuple[Derivation, list[Boolean]]:
    """The closed form of what stands inside of the last line, a binder, under that binder."""
    outer = d.lines[-1]
    inside = calc(outer.body, d.given.under(outer).facts | set(conditions_of(outer.body)))
    inner, missing = evaluated(defined(inside))
    steps = _presented(inner).steps
    if isinstance(outer, Sum) and len(steps) > 2:  # linearity would split the sum as well
        by = tuple(dict.fromkeys(reason for step in steps[1:] for reason in step.by))
        steps = (steps[0], replace(steps[-1], by=by))
    for step in steps:
        d = d.then(step.relation, outer.with_body(step.result), step.by)
    return d, missing


def _binders(d: Derivation) -> tuple[Derivation, list[Boolean]]:
    """An extremum or limit of a quantity: first the closed form of what stands inside, then calculus."""
    if not isinstance(d.start, Extremum | Limit):
        return d, []
    d, missing = _within(d)
    last = d.lines[-1]
    if last.body.atoms(Expectation):
        return d, missing
    return (extremum(d, last) if isinstance(last, Extremum) else limit_value(d, last)), missing
