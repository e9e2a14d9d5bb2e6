"""Whether an answer equals the reference: proved, refuted at a point, agreeing in numbers, or unclear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flint import arb
from sympy import Expr

from ..exact.given import Given
from ..exact.zero import is_zero
from ..language.binder import Term
from .instances import compared
from .places import Value, complex_value, places, shown, symbols_in, value
from .sizes import is_hard

DIGITS = 50
ESTIMATED = 20  # digits that integrals and sums aim at
FIRST, MANY, FEWEST = 4, 12, 6


@dataclass(frozen=True)
class Witness:
    """A small rational point, and both values there."""

    at: Mapping[str, str]
    yours: str
    correct: str


@dataclass(frozen=True)
class Decision:
    """`how`: proved, refuted (with a witness), numeric (agreement to 50 digits at many points), unclear (why)."""

    how: str
    witness: Witness | None = None
    reason: str | None = None

    @property
    def right(self) -> bool:
        return self.how in ("proved", "numeric")


def decide(reference: Expr, answer: Expr, given: Given) -> Decision:
    """Whether two formulas are equal wherever the facts hold.

    Equality is proved by the exact zero test alone; a difference by balls that exclude each other at an admissible
    rational point.  Agreement in numbers is said to be only that.
    """
    if reference == answer:
        return Decision("proved")
    if reference.is_infinite or answer.is_infinite:
        return _infinite(reference, answer, given)
    symbols = symbols_in(reference, answer)
    digits = ESTIMATED if reference.atoms(Term) or answer.atoms(Term) else 30
    numbers = all(s.is_extended_real for s in symbols)
    first, second = (value(e, symbols, digits) if numbers else None for e in (reference, answer))
    if first is None or second is None:
        same = not is_hard(reference - answer) and is_zero(reference - answer, given)
        return Decision("proved") if same else _at_instances(reference, answer, given)
    found = _refuted(first, second, given)
    if found is not None:
        return found
    gap = reference - answer
    if not is_hard(gap) and is_zero(gap, given):
        return Decision("proved")
    return _numeric(reference, answer, given, digits == ESTIMATED)


def _at_instances(reference: Expr, answer: Expr, given: Given) -> Decision:
    """Vectors, matrices and the like: a difference at definite ones, or agreement there in numbers."""
    found = compared(reference, answer, given)
    for shown_, yours, correct in found:
        if abs(yours - correct) > 1e-6:
            return Decision("refuted", _witness(shown_, yours, correct))
    if len(found) >= 3:
        return Decision("numeric", reason=f"agreement in numbers at {len(found)} instances")
    return Decision("unclear", reason="the formulas cannot be evaluated")


def _infinite(reference: Expr, answer: Expr, given: Given) -> Decision:
    symbols = symbols_in(reference, answer)
    for point in places(symbols, given, 1):
        values = [v.at(point) for e in (reference, answer) if (v := value(e, symbols, 15)) is not None]
        if len(values) == 2:
            return Decision("refuted", _witness(point, values[1], values[0]))
    return Decision("unclear", reason="the formulas cannot be evaluated")


def _refuted(reference: Value, answer: Value, given: Given) -> Decision | None:
    """A certain difference at one of a few points."""
    estimated = bool(reference.e.atoms(Term) or answer.e.atoms(Term))
    for point in places(reference.symbols, given, FIRST)[: 2 if estimated else FIRST]:
        correct = reference.at(point)
        if not correct.is_finite():
            continue
        yours = answer.at(point)
        if not yours.is_finite():
            found = _undefined(answer, point, correct)
            if found is not None:
                return found
        elif not yours.overlaps(correct) and _rests_on_no_estimate(reference, answer, yours - correct):
            return Decision("refuted", _witness(point, yours, correct))
    return None


def _rests_on_no_estimate(reference: Value, answer: Value, gap: arb) -> bool:
    """Closed forms have certain balls; quadrature has errors that are estimated, so its difference must be large."""
    return not (reference.e.atoms(Term) or answer.e.atoms(Term)) or bool(abs(gap) > 1e-6)


def _undefined(answer: Value, point: Mapping[Any, Any], correct: arb) -> Decision | None:
    """The answer is certainly not the same number there, for it is not real."""
    found = complex_value(answer.e, dict(point))
    if found is None:
        return None
    if not found.imag.contains(0):
        said = f"{shown(found.real)} + {shown(found.imag)} i, not a real number"
        return Decision("refuted", _witness(point, said, correct))
    return None if found.real.overlaps(correct) else Decision("refuted", _witness(point, found.real, correct))


def _numeric(reference: Expr, answer: Expr, given: Given, estimated: bool) -> Decision:
    """Agreement at many points to 50 digits; of integrals and sums that must be evaluated, to fewer at fewer."""
    symbols = symbols_in(reference, answer)
    digits, count = (ESTIMATED, 3) if estimated else (DIGITS + 10, MANY)
    first, second = value(reference, symbols, digits), value(answer, symbols, digits)
    if first is None or second is None:
        return Decision("unclear", reason="the formulas cannot be evaluated")
    agreed = 0
    points = places(symbols, given, MANY)[:count]
    close = arb(10) ** -(12 if estimated else DIGITS)
    for point in points:
        correct, yours = first.at(point), second.at(point)
        if not (correct.is_finite() and yours.is_finite()):
            continue
        if not yours.overlaps(correct) and _rests_on_no_estimate(first, second, yours - correct):
            return Decision("refuted", _witness(point, yours, correct))
        gap = abs(yours - correct).upper()
        agreed += bool(gap <= close * max(abs(correct).upper(), arb(1)))
    if agreed >= min(FEWEST, len(points)) and agreed:
        return Decision("numeric", reason=f"agreement to {12 if estimated else DIGITS} digits at {agreed} points")
    return Decision("unclear", reason="neither equality nor a difference could be shown")


def _witness(point: Mapping[Any, Any], yours: Any, correct: Any) -> Witness:
    said = [v if isinstance(v, str) else shown(v) for v in (yours, correct)]
    return Witness({str(s): str(v) for s, v in point.items()}, said[0], said[1])
