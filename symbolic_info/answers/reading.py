"""What an answer says: its expression, unit, left-hand side, chain and decimals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sympy import Expr, S, Symbol, oo

from ..language.bounds import Unreadable
from ..language.units import UNITS
from .around import Found, members, screened, spans
from .beside import Span, without_unit
from .formula import Rounded, decimal_comma, formula
from .names import Names
from .prose import diverges

TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


@dataclass(frozen=True)
class Reading:
    """What a text says.

    expression: the last member, a formula or a Tuple of such; unit: a unit that stands beside it; left: what stands
    before the first relation sign, in text, where it is a label, with `left_value` where that is a name; chain: the
    other members before the last, None for what is not understood; sign: the relation before the last member;
    decimals: how many significant digits a decimal answer has; rounded: the expression with a mark for every decimal,
    and what each stands for; others: other formulas that the text may mean.
    """

    expression: Any
    unit: str | None = None
    left: str | None = None
    left_value: Any = None
    chain: tuple[Any, ...] = ()
    sign: str | None = None
    decimals: int | None = None
    rounded: Rounded | None = None
    others: tuple[Any, ...] = ()
    text: str = field(default="", compare=False)


def read(text: str, names: Mapping[str, Symbol] | Names, format: str = "auto", *, unit: Expr = S.One) -> Reading:
    """What a text says, in LaTeX, plain text, Python-like or Unicode: one grammar reads all.

    `names` are those that may occur.  `unit` is the size in nats of the unit that is asked for, in which H_b(p) is
    meant.  Raises Unreadable, with the place and what was expected there.
    """
    screened(text)
    known = names if isinstance(names, Names) else Names(dict(names))
    failed: Unreadable | None = None
    for found in spans(text, known):
        try:
            return _read(text, found, known, unit)
        except Unreadable as why:
            failed = failed or why
    if diverges(text):
        return Reading(oo, text=text)
    raise failed or Unreadable("there is no formula", text, 0, ["a formula"])


def _read(text: str, found: Found, names: Names, unit: Expr) -> Reading:
    parts, signs = members(text, found.span)
    spans_, units = zip(*(without_unit(text, part) for part in parts), strict=True)
    last = _last(units, unit)
    if not text[slice(*spans_[last])].strip():
        raise Unreadable("the text ends too early", text, spans_[last][1], ["a formula"])
    if last == 1 and signs[0] in TURNED and _understood(text, spans_[1], names, unit) is None:
        spans_, signs = spans_[::-1], [TURNED[signs[0]]]  # log k >= I(X;Y): the label stands behind
    one = decimal_comma(text, spans_[last]) or formula(text, spans_[last], names, unit)
    label, first = None, None
    chain: list[Any] = []
    for i, span in enumerate(spans_[:last]):
        value = _understood(text, span, names, unit)
        if i == 0 and (value is None or isinstance(value, Symbol)):
            label, first = text[slice(*span)].strip(" &$"), value
        else:
            chain.append(value)
    sign = signs[last - 1] if last else None
    return Reading(
        one.expression, units[last] or found.unit, label, first, tuple(chain), sign, one.decimals, one.rounded,
        one.others, text,
    )  # fmt: skip


def _last(units: Sequence[str | None], size: Expr) -> int:
    """The member that is the answer: the last, or the last in the unit that is asked for where several are said."""
    wanted = next((u.name for u in UNITS.values() if u.size == size), None)
    if len({u for u in units if u}) > 1:
        return max((i for i, u in enumerate(units) if u == wanted), default=len(units) - 1)
    return len(units) - 1


def _understood(text: str, span: Span, names: Names, unit: Expr) -> Any:
    try:
        made = formula(text, span, names, unit)
    except Unreadable:
        return None
    return made.expression if not made.others and made.rounded is None else None  # what is vague is not checked
