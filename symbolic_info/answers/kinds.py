"""Answers of every kind compared with the reference: numbers, lists and sets, matrices, conditions, inequalities."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import permutations
from typing import Any

from sympy import Expr, FiniteSet, Symbol, Tuple

from ..exact.given import Given
from ..language.information import Grid
from ..language.operators import ArgMax, ArgMin
from .closing import closed
from .context import INFORMATION, Asked
from .decide import Decision, decide
from .decimals import rounded
from .matrices import alike
from .reading import Reading

STRICT = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "!=": "!="}
MOST_IN_SET = 5
OTHER_KIND = Decision("unclear", reason="an answer of another kind than the one that is asked for")


def compared(asks: Asked, reading: Reading) -> Decision:
    """What the reading is; of several meanings of an ambiguous text the one that is right."""
    sign = asks.said.sign if asks.said is not None else None
    if sign in STRICT or reading.sign in STRICT:
        return _inequality(asks, reading)
    first = _value(asks, reading)
    if first.right:
        return first
    for other in reading.others:
        found = _value(asks, replace(reading, expression=other, rounded=None, others=()))
        if found.right or (found.how == "unclear" and first.how == "refuted"):
            return found
    return _condition(asks, reading) or first


def _value(asks: Asked, reading: Reading) -> Decision:
    answer = reading.expression
    if asks.names.laws is not None and isinstance(answer, Expr):
        if answer.atoms(*INFORMATION):
            return Decision("unclear", reason="the quantity that is asked for stands in the answer")
        answer = closed(answer, asks.given, asks.names.laws)
    if asks.names.matrices is not None and isinstance(answer, Expr):
        return same(alike(asks.reference), alike(answer), asks.given, reading)
    return same(asks.reference, answer, asks.given, reading)


def same(reference: Any, answer: Any, given: Given, reading: Reading | None = None) -> Decision:
    """Whether two things of one kind are the same; decimals are taken as rounded."""
    if isinstance(reference, Grid):
        rows = _rows(answer)
        if rows is None or [len(r) for r in rows] != [len(r) for r in reference.args]:
            return OTHER_KIND
        return _all(
            [(a, b) for mine, row in zip(rows, reference.args, strict=True) for a, b in zip(row, mine, strict=True)],
            given,
        )
    if isinstance(reference, FiniteSet) and isinstance(answer, FiniteSet | Tuple):
        return _as_sets(tuple(reference), tuple(answer), given)
    if isinstance(reference, Tuple):
        listed = tuple(answer) if isinstance(answer, Tuple | FiniteSet) else (answer,)
        if isinstance(answer, FiniteSet):
            return _as_sets(tuple(reference), listed, given)
        if len(listed) != len(reference):
            return Decision("refuted", reason=f"there are {len(reference)} parts, not {len(listed)}")
        if reading is None or reading.rounded is None:
            return _all(list(zip(reference, listed, strict=True)), given)
        return _each(reference, listed, reading, given)
    if isinstance(answer, Tuple | FiniteSet) and len(answer.args) == 1:
        answer = answer.args[0]
    if not isinstance(reference, Expr) or not isinstance(answer, Expr) or isinstance(answer, Grid):
        return OTHER_KIND
    found = decide(reference, answer, given)
    if found.how == "refuted" and reading is not None and reading.rounded is not None:
        return rounded(reference, reading, given) or found
    return found


def _rows(answer: Any) -> list[tuple[Any, ...]] | None:
    """The rows of a matrix, or of a list of lists."""
    if isinstance(answer, Grid):
        return [tuple(r) for r in answer.args]
    if isinstance(answer, Tuple) and all(isinstance(r, Tuple) for r in answer):
        return [tuple(r) for r in answer]
    return None


def _each(reference: Tuple, answer: tuple[Any, ...], reading: Reading, given: Given) -> Decision:
    """A list with decimals, part by part."""
    assert reading.rounded is not None
    templates, marks = reading.rounded
    found = []
    for a, b, t in zip(reference, answer, templates, strict=True):
        here = {m: v for m, v in marks.items() if t.has(m)}
        part = replace(reading, expression=b, rounded=(t, here) if here else None, decimals=3 if t in here else None)
        found.append(same(a, b, given, part))
    return _worst(found)


def _all(pairs: list[tuple[Any, Any]], given: Given) -> Decision:
    return _worst([same(a, b, given) for a, b in pairs])


def _worst(found: list[Decision]) -> Decision:
    ranks = ("refuted", "unclear", "numeric", "proved")
    return min(found, key=lambda d: ranks.index(d.how), default=Decision("proved"))


def _as_sets(reference: tuple[Any, ...], answer: tuple[Any, ...], given: Given) -> Decision:
    """Whether the members of two sets are the same in some order."""
    if len(reference) != len(answer):
        return Decision("refuted", reason=f"there are {len(reference)} members, not {len(answer)}")
    if len(reference) > MOST_IN_SET:
        return _all(list(zip(reference, answer, strict=True)), given)
    found = [_all(list(zip(reference, order, strict=True)), given) for order in permutations(answer)]
    return next((d for d in found if d.right), found[0])


def _condition(asks: Asked, reading: Reading) -> Decision | None:
    """x = a said in another way: a = x, or 2x = 2a; None where the answer is no equation in the name that is asked."""
    name = _name(asks)
    left = reading.left_value if reading.left_value is not None else (reading.chain or (None,))[0]
    if name is None or reading.sign != "=" or left is None or not isinstance(reading.expression, Expr):
        return None
    if not isinstance(left, Expr) or not isinstance(asks.reference, Expr):
        return None
    return _same_root(left - reading.expression, name, asks.reference, asks.given)


def _name(asks: Asked) -> Symbol | None:
    """The name that the answer is a value of."""
    if isinstance(asks.term, ArgMax | ArgMin):
        return asks.names.symbols.get(asks.term.variable.name, asks.term.variable)
    return asks.said.left_value if asks.said is not None and asks.said.sign == "=" else None


def _same_root(gap: Expr, name: Symbol, root: Expr, given: Given) -> Decision | None:
    """Whether a linear equation gap = 0 says that the name has this value."""
    gap = gap.expand()
    slope = gap.coeff(name, 1)
    rest = gap - slope * name
    if slope == 0 or rest.expand().has(name) or slope.has(name):
        return None
    found = decide(root, -rest / slope, given)
    return found if given.nonzero(slope) or not found.right else Decision("unclear", reason=f"{slope} may be 0")


def _inequality(asks: Asked, reading: Reading) -> Decision:
    """Both are inequalities with the same sides; the bound alone is an answer too."""
    said = asks.said
    if said is None or said.sign not in STRICT:
        return OTHER_KIND
    if reading.sign is None:
        return same(asks.reference, reading.expression, asks.given, reading)
    mine, right = _sides(reading), _sides(said)
    straight, turned = _both(right, mine, asks.given), _both(right, mine[::-1], asks.given)
    if reading.sign == said.sign:
        found, other = straight, turned
    else:
        found, other = (turned, straight) if STRICT.get(reading.sign) == said.sign else (straight, straight)
    if reading.sign != said.sign and found is other:  # < for <=, or the like
        words = "strict or not makes a difference here"
        return Decision("refuted", reason=words) if found.right or turned.right else OTHER_KIND
    if other.right and not found.right:
        return Decision("refuted", reason="the inequality points the other way")
    return found


def _sides(reading: Reading) -> tuple[Any, Any]:
    left = reading.left_value if reading.left_value is not None else next(iter(reading.chain), None)
    return (left if left is not None else _plain(reading.left or ""), reading.expression)


def _plain(label: str) -> str:
    """A label without what does not matter."""
    label = re.sub(r"\\(?:left|right|middle|mathrm|text|operatorname|[bB]igg?[lr]?)|\\[,;:! ]|[\s{}\\_]", "", label)
    return label.replace("mid", "|").replace(";", ",").lower()


def _both(right: tuple[Any, Any], mine: tuple[Any, Any], given: Given) -> Decision:
    found = []
    for a, b in zip(right, mine, strict=True):
        if isinstance(a, str) or isinstance(b, str):
            found.append(
                Decision("proved") if a == b or b == "" else Decision("unclear", reason="another left-hand side")
            )
        else:
            found.append(same(a, b, given))
    return _worst(found)
