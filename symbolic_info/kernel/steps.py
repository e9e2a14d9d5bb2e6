"""Whether a step follows from the line before: equalities replayed, inequalities by lowering the gap."""

from __future__ import annotations

from sympy import Basic, Dummy, Expr, S, expand_mul
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.signs import NONNEGATIVE, NONPOSITIVE, POSITIVE, Signs
from ..exact.zero import is_zero, normal
from ..language.information import Grid
from .conditions import Conditions
from .derivation import FLIPPED, Step
from .rule import Outcome, Reason, Rejected, Shown, rewritten


def follows(before: Expr, step: Step, given: Given, shown: Conditions) -> tuple[Boolean, ...] | None:
    """Show that the step follows; return the equality case of an inequality."""
    if step.relation == "=":
        _equal(before, step, given, shown)
        return ()
    if step.relation in (">=", ">"):
        flipped = Step(FLIPPED[step.relation], before, step.by)
        return _bounded(step.result, flipped, given, shown)
    return _bounded(before, step, given, shown)


def _equal(before: Expr, step: Step, given: Given, shown: Conditions) -> None:
    """The rules lead from one line to the other, or from both to a common one."""
    forward, ahead = _by_equalities(step.by, before, given)
    if _same(forward, step.result, given):
        return shown.show_all(ahead)
    also, again = _by_equalities(step.by, step.result, given)
    if _same(forward, also, given):
        return shown.show_all(ahead + again)
    backward, back = _by_equalities(step.by[::-1], step.result, given)
    for left, needs in ((before, back), (forward, ahead + back)):
        if _same(left, backward, given):
            return shown.show_all(needs)
    names = ", ".join(r.name for r in step.by)
    raise Rejected(f"by {names} one gets\n    {forward}\nnot\n    {step.result}")


def _same(a: Expr, b: Expr, given: Given) -> bool:
    if S.Infinity in (a, b) or S.NegativeInfinity in (a, b):
        return bool(a == b)
    if isinstance(a, Grid) and isinstance(b, Grid) and list(map(len, a.args)) == list(map(len, b.args)):
        return all(_same(p, q, given) for p, q in zip(a.entries, b.entries, strict=True))
    return is_zero(a - b, given)


def _by_equalities(reasons: tuple[Reason, ...], e: Expr, given: Given) -> tuple[Expr, tuple[Shown, ...]]:
    needs: tuple[Shown, ...] = ()
    for reason in reasons:
        applied = rewritten(reason, e, given)
        e, needs = applied.result, needs + applied.shown
    return e, needs


def _bounded(low: Expr, step: Step, given: Given, shown: Conditions) -> tuple[Boolean, ...] | None:
    """low ≤ step.result: lower the terms of the gap between them as the reasons allow, and look at what is left."""
    gap = S.Zero if low == step.result else step.result - low
    strict = step.relation == "<"
    equality: tuple[Boolean, ...] | None = ()
    for reason in step.by:
        gap, lowered = _lowered(reason, gap, given, shown)
        for outcome in lowered:
            strict = strict and outcome.relation not in "<>"
            equality = None if equality is None or outcome.equality is None else equality + outcome.equality
    gap = normal(gap, given)
    signs = given.signs(gap)
    if not signs <= (POSITIVE if strict else NONNEGATIVE):
        raise Rejected(f"{gap} is not shown to be {'positive' if strict else 'nonnegative'}")
    return equality if signs == {0} else None


def _lowered(reason: Reason, e: Expr, given: Given, shown: Conditions) -> tuple[Expr, list[Outcome]]:
    """e rewritten by the reason; or with each of its terms, which stand in it linearly, moved down."""
    applied = rewritten(reason, e, given)
    if applied.result != e:
        shown.show_all(applied.shown)
        return applied.result, []
    made = []
    for head in sorted(e.atoms(*reason.heads), key=lambda a: -a.count_ops()) if reason.heads else []:
        mark = Dummy("head", real=True)
        linear = expand_mul(e.xreplace({head: mark}))
        c = linear.coeff(mark, 1)
        rest = expand_mul(linear - c * mark)
        outcome = None if c == 0 or rest.has(mark) else _downwards(reason, head, given, given.signs(c))
        if outcome is not None:
            shown.show_all(Shown(condition, given) for condition in outcome.conditions)
            e = c * outcome.result + rest
            made.append(outcome)
    return e, made


def _downwards(reason: Reason, head: Basic, given: Given, signs: Signs) -> Outcome | None:
    """An inequality that lowers a multiple of the term; where the factor may be 0, it lowers nothing strictly."""
    for outcome in reason.outcomes(head, given):
        wanted = NONNEGATIVE if outcome.relation[0] == ">" else NONPOSITIVE
        if outcome.relation != "=" and signs <= wanted:
            return outcome if 0 not in signs else Outcome(outcome.result, outcome.conditions, outcome.relation[0] + "=")
    return None
