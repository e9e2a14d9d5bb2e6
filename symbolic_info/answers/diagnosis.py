"""Why an answer is wrong: which mistake leads to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sympy import Expr, Rational, Symbol, log

from ..exact.given import Given
from ..language.binder import Term
from ..language.information import Grid
from ..language.units import Unit, nats
from .mistakes import MISTAKES, Kind
from .sampled import Values, same
from .variants import Variant, Variants

SEEN = tuple(k for k in MISTAKES if k.on == "answer" and k.name != "rounding")
UNIT = next(k for k in MISTAKES if k.name == "wrong-unit")
SIGN = next(k for k in MISTAKES if k.name == "sign")
LIKELY = 10  # mistakes below this rank are looked for even where their values have to be derived
ROUNDING = next(k for k in MISTAKES if k.name == "rounding")
CLOSE, COARSE = 3, 0.02  # half units of the last digit that are a bad rounding; a digit that says too little
SLIPS = {
    "sign", "dropped-term", "missing-factor", "extra-factor", "inverted-ratio", "off-by-one", "missing-power",
    "missing-normaliser", "forgotten-constant", "log-of-mean",
}  # fmt: skip
SIGN_OF = next(k for k in MISTAKES if k.name == "sign" and "{}" in k.feedback)
OVERALL = ((UNIT, 1 / log(2)), (UNIT, log(2)), (SIGN, None))


@dataclass(frozen=True)
class Mistake:
    """What a student seems to have done: a name of `list mistakes`, and a sentence or two.  `also`: a second one."""

    name: str
    feedback: str
    also: tuple[str, ...] = ()


def diagnose(
    asked: Term | None, reference: Expr, answer: Expr, given: Given, unit: Unit = nats, within: Expr | None = None
) -> Mistake | None:
    """The mistake that explains a wrong answer, or None.

    `reference` and `answer` are in the `unit` that was asked for.  An answer that was given as a decimal is known
    to be right only `within` some distance.  That the answer is wrong has been decided before: this finds a name.
    """
    for kind in SEEN:
        if kind.act(answer, reference):
            return _told([(kind, None)])
    if isinstance(reference, Grid):
        return _of_entries(reference, answer, given, unit)
    if not _is_scalar(reference) or not _is_scalar(answer):
        return None
    more = frozenset(s for s in answer.free_symbols | (asked.free_symbols if asked is not None else set()))
    variants = _variants(asked, reference, given, unit.size, frozenset(s for s in more if isinstance(s, Symbol)))
    mine = variants.sample(answer)
    if mine is None or variants.at is None:
        return None
    if within is not None:
        return _decimal(variants, mine, float(within))
    if _is_rounded(variants, mine, answer):
        return _told([(ROUNDING, None)])
    found = _explained(variants, mine, answer=answer) or _corrected(variants, answer)
    return found or _two(variants, mine, bool(answer.is_Rational))


def remark(reference: Any, answer: Any) -> str | None:
    """What is to be said of a right answer, if anything."""
    if not _is_scalar(reference) or not _is_scalar(answer):
        return None
    return next((k.feedback for k in MISTAKES if k.on == "right" and k.act(answer, reference)), None)


@lru_cache(maxsize=500)
def _variants(asked: Term | None, reference: Expr, given: Given, size: Expr, more: frozenset[Symbol]) -> Variants:
    return Variants(asked, reference, given, size, more)


def _is_scalar(e: Any) -> bool:
    return isinstance(e, Expr) and not isinstance(e, Grid) and e.is_commutative and e.is_finite is not False


def _explained(variants: Variants, mine: Values, within: float = 0.0, answer: Expr | None = None) -> Mistake | None:
    """A mistake that needs no derivation, unless a derived one is likelier; without symbols all are tried."""
    found = _first(variants.free, mine, within)
    least = found.kind.rank if found is not None else 1000
    below = least if found is None or not variants.sample.points[0] else min(least, LIKELY)
    found = _first(variants.derived(below), mine, within) or found
    if found is None:
        return None
    if found.kind.name == "inverted-ratio" and answer is not None and found.part in answer.atoms(log):
        return _told([(SIGN_OF, found.part)])  # the ratio stands there as it should; the sign before it does not
    return _told([(found.kind, found.part)])


def _decimal(variants: Variants, mine: Values, within: float) -> Mistake | None:
    """Of a decimal: that it is a bad rounding, or rounds the value of a mistake; exactly before roughly."""
    coarse = within > COARSE * abs(mine[0])
    if variants.at is not None and abs(mine[0] - variants.at[0]) <= (1 if coarse else CLOSE) * within:
        return _told([(ROUNDING, None)])
    found = _explained(variants, mine)
    if found is not None or coarse:
        return found
    return _explained(variants, mine, within) or _in_another_unit(variants, mine, within)


def _in_another_unit(variants: Variants, mine: Values, within: float) -> Mistake | None:
    """Another quantity, and in another unit besides."""
    for factor in (float(log(2)), 1 / float(log(2))):
        found = _first(variants.derived(LIKELY), (mine[0] * factor,), within * factor)
        if found is not None:
            return _told([(found.kind, found.part), (UNIT, None)])
    return None


def _corrected(variants: Variants, answer: Expr) -> Mistake | None:
    """A slip in one part of the answer as it is written."""
    if not variants.sample.points[0] or variants.at is None:
        return None
    matching = [v for v in variants.corrected(answer) if same(v.at, variants.at)]
    found = min(matching, key=lambda v: v.kind.rank, default=None)
    return None if found is None else _told([(found.kind, found.part)])


def _is_rounded(variants: Variants, mine: Values, answer: Expr) -> bool:
    """Whether a formula with a decimal in it is off by a small constant."""
    gaps = tuple(a - b for a, b in zip(mine, variants.at or (), strict=False))
    decimal = any(n.q > 1 and 10**6 % n.q == 0 and n.q % 5 == 0 for n in answer.atoms(Rational))
    if not decimal or not variants.sample.points[0]:
        return False
    return abs(gaps[0]) < 0.05 and all(same((g,), gaps[:1]) for g in gaps)


def _first(variants: Iterable[Variant], mine: Values, within: float) -> Variant | None:
    if within:
        return next((v for v in variants if abs(v.at[0] - mine[0]) <= within), None)
    return next((v for v in variants if same(v.at, mine)), None)


def _two(variants: Variants, mine: Values, rational: bool) -> Mistake | None:
    """Two mistakes at once: an overall one and a slip, another question and a slip, or two slips in different parts."""
    for kind, size in OVERALL if not rational and variants.value != 0 else ():
        factor = -1.0 if size is None else float(size)
        found = _first(variants.free, tuple(a / factor for a in mine), 0.0)
        if found is not None:
            return _told([(kind, None), (found.kind, found.part)])
    if not variants.sample.points[0]:
        return None
    for other, slips in variants.within_instances:
        found = _first(slips, mine, 0.0)
        if found is not None:
            return _told([(other.kind, None), (found.kind, found.part)])
    return _sum_of_two(variants, mine)


def _sum_of_two(variants: Variants, mine: Values) -> Mistake | None:
    """Slips in different terms add up: two of them whose changes together make the difference."""
    right = variants.at
    if right is None:
        return None
    changes = sorted(((v.at[0] - right[0]).real, i) for i, v in enumerate(variants.free) if v.kind.name in SLIPS)
    keys = [change for change, _ in changes]
    wanted = (mine[0] - right[0]).real
    best: tuple[int, Variant, Variant] | None = None
    for change, i in changes:
        slack = 1e-9 * max(1.0, abs(wanted), abs(change))
        for _, j in changes[bisect_left(keys, wanted - change - slack) :]:
            one, other = variants.free[i], variants.free[j]
            if (other.at[0] - right[0]).real > wanted - change + slack:
                break
            both = tuple(a + b - r for a, b, r in zip(one.at, other.at, right, strict=True))
            rank = one.kind.rank + other.kind.rank
            if i < j and same(both, mine) and (best is None or rank < best[0]):
                best = (rank, one, other)
    return None if best is None else _told([(v.kind, v.part) for v in best[1:]])


def _of_entries(reference: Grid, answer: Any, given: Given, unit: Unit) -> Mistake | None:
    """The mistake in the first entry of a matrix that is wrong."""
    if not isinstance(answer, Grid) or len(answer.entries) != len(reference.entries):
        return None
    for mine, right in zip(answer.entries, reference.entries, strict=True):
        if mine != right:
            found = diagnose(None, right, mine, given, unit)
            if found is not None:
                return found
    return None


def _told(found: list[tuple[Kind, Any]]) -> Mistake:
    names = [k.name for k, _ in found]
    words = [k.feedback.replace("{}", spelled(part)) for k, part in found]
    return Mistake(names[0], " Besides: ".join(dict.fromkeys(words)), tuple(names[1:]))


def spelled(part: Any) -> str:
    """A part of a formula as a student would type it."""
    return str(part).replace("polygamma(0, ", "digamma(").replace("**", "^")
