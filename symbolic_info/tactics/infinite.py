"""Divergences that are infinite, and those of which the question does not tell."""

from __future__ import annotations

from sympy import Add, Expr, false, oo
from sympy.core.relational import Relational

from ..exact.given import Given
from ..kernel.conditions import holds
from ..kernel.derivation import Derivation
from ..kernel.rule import Rule
from ..language.claims import Covers
from ..language.domains import conditions_of
from ..language.information import Fisher, Hellinger2, RenyiDivergence
from ..language.terms import KL, CrossEntropy, Expectation
from ..rules import RULES
from ..rules.score import support_moves
from ..rules.unbounded import undefined_mean
from .assuming import said


def infinite(d: Derivation) -> Derivation | None:
    """A divergence or cross-entropy whose support is not covered, alone on its line."""
    if not isinstance(d.start, KL | CrossEntropy | RenyiDivergence):
        return None
    for _ in RULES["support"].outcomes(d.start, d.given):
        return d.eq(oo, by=RULES["support"])
    return None


def why_infinite(d: Derivation) -> str:
    P, Q = d.start.args[-2:]
    return f"{P} has mass where {Q} has none"


def is_apart(e: Expr, given: Given) -> bool:
    """Whether the supports alone tell the value: the laws live apart."""
    return any(RULES["support"].outcomes(e, given))


def _overlaps(e: Expr, given: Given) -> bool:
    """Whether the interval on which two uniform laws overlap tells the value."""
    return any(all(holds(c, given) for c in o.conditions) for o in RULES["overlap"].outcomes(e, given))


def undecided(d: Derivation) -> str | None:
    """The condition on supports that would have to be known."""
    for e in sorted(d.start.atoms(KL, CrossEntropy, RenyiDivergence, Hellinger2), key=str):
        given = d.given | conditions_of(e)
        P, Q = e.args[-2:]
        if isinstance(e, Hellinger2 | RenyiDivergence) and (is_apart(e, given) or _overlaps(e, given)):
            continue
        ways = [(P, Q)] if isinstance(e, KL | CrossEntropy) else [(P, Q), (Q, P)]
        if not any(holds(Covers(*way), given) for way in ways):
            needs = [c for r in RULES["support"].implied_by(Covers(P, Q), given) for c in r]
            if false in needs and isinstance(e, RenyiDivergence):
                order = f"give {e.args[0]} < 1 or {e.args[0]} > 1"
                return f"{P} has mass where {Q} has none, so that the order decides: {order}"
            known = " and ".join(str(c) for c in needs if not given.proves(c))
            return f"whether {P} lies inside the support of {Q} is not known" + (f"; give {known}" if known else "")
    for e in sorted(d.start.atoms(Fisher), key=str):
        moving = [str(v) for v in e.variables if support_moves(e.body, v)]
        if moving:
            return f"the support of {e.body} moves with {' and '.join(moving)}, so that it has no Fisher information"
    return None


def divergent(d: Derivation) -> Derivation | None:
    """The quantity is ±∞ because the expectation on the last line diverges; by one of its terms, where one does."""
    last = d.lines[-1]
    known = RULES["divergence"].outcomes(last, d.given) if isinstance(last, RULES["divergence"].heads) else ()
    for outcome in known:
        if all(holds(c, d.given) for c in outcome.conditions):
            return d.eq(outcome.result, by=_endless_term(last, d.given))
    return None


def _endless_term(e: Expr, given: Given) -> Rule:
    """The rule, with the term of the body whose expectation is infinite by itself; the body may be that term."""
    for t in Add.make_args(e.body) if isinstance(e, Expectation) else ():
        term = e.with_body(t.as_independent(*e.variables, as_Add=False)[1])
        known = RULES["divergence"].outcomes(term, given) if term != e else ()
        if any(o.result == oo and all(holds(c, given) for c in o.conditions) for o in known):
            return RULES["infinite_term"](term)
    return RULES["divergence"]


def undefined(d: Derivation) -> str | None:
    """Why the quantity on the last line does not exist, where its integral is ∞ − ∞."""
    last = d.lines[-1]
    if not isinstance(last, Expectation) or not undefined_mean(last, d.given):
        return None
    return f"{d.start} does not exist: both the positive and the negative part of {last} are infinite"


def why_divergent(d: Derivation) -> str:
    """Which expectation is infinite, and under which condition on the parameters."""
    step = d.steps[-1]
    before = d.lines[-2]
    e = step.by[0].witness[0] if isinstance(step.by[0], Rule) and step.by[0].witness else before
    bare = Given() | conditions_of(d.start)
    outcomes = RULES["divergence"].outcomes(e, bare)
    needs = [c for o in outcomes for c in o.conditions if isinstance(c, Relational) and not holds(c, bare)]
    known = " and ".join(map(said, dict.fromkeys(needs))) if all(holds(c, d.given) for c in needs) else ""
    value = step.result if e == before else oo
    return f"{e} = {value}{f' for {known}' if known else ''}"
