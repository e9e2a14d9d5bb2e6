"""What a row asks: its names with their domains, its conditions, its unit and its reference answer."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sympy import Expr, Ge, Gt, Le, Lt, Rational, Symbol, oo
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..kernel.derivation import calc
from ..language.bounds import Unreadable
from ..language.information import JS, Renyi, RenyiDivergence
from ..language.operators import ArgMax, ArgMin
from ..language.parse import Question, conditions, question
from ..language.terms import KL, ConditionalEntropy, CrossEntropy, Entropy, MutualInformation, SelfInformation
from ..language.units import UNITS, Unit, nats
from ..tactics.closed_form import closed_form
from . import beside
from .matrices import matrices_in
from .names import Names, key_of
from .reading import Reading, read

INFORMATION = (
    Entropy, CrossEntropy, KL, ConditionalEntropy, MutualInformation, SelfInformation, Renyi, RenyiDivergence, JS,
)  # fmt: skip
BROKEN = (ArithmeticError, LookupError, NotImplementedError, TypeError, AttributeError, ValueError)
_UNDECLARED = re.compile(r"\\?[A-Za-z]+(?:_(?:\{\w+\}|\w))?|[^\W\d_][₀-₉]*")
MAX_UNDECLARED = 8
_INTERVAL = re.compile(r"([(\[\]])\s*([^,;]+)[,;]\s*([^,;]+?)\s*([)\]\[])$")
_WORDS: dict[str, tuple[Any, Any, bool, bool]] = {  # low, high, whether strict, whether whole
    "real": (None, None, True, False), "positive": (0, None, True, False), "unit": (0, 1, True, False),
    "nonnegative": (0, None, False, False), "non-negative": (0, None, False, False),
    "negative": (None, 0, True, False), "probability": (0, 1, True, False), "integer": (None, None, True, True),
    "positive integer": (1, None, False, True), "natural": (1, None, False, True),
    "nonnegative integer": (0, None, False, True), "positive real": (0, None, True, False),
    "> 0": (0, None, True, False), ">0": (0, None, True, False), "natural number": (1, None, False, True),
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What a row asks.  `reference` is a number in `unit` (or a list of such, a matrix, ∞), `term` the question.

    `said` is how the reference was written, where it was: it may be one side of a relation.
    """

    names: Names
    given: Given
    unit: Unit
    reference: Any = None
    term: Expr | None = None
    reason: str | None = None
    said: Reading | None = None


def asked(row: Mapping[str, Any]) -> Asked:
    """What a row asks, remembered for the next row of the same kind.  Raises Unreadable."""
    kept = {k: row.get(k) for k in ("question", "reference", "symbols", "given", "unit")}
    return _asked(json.dumps(kept, sort_keys=True))


@lru_cache(maxsize=512)
def _asked(text: str) -> Asked:
    row = json.loads(text)
    said = row["unit"] or "nats"
    unit = UNITS.get(beside.UNITS.get(said, said))
    if unit is None:
        raise Unreadable(f"no unit {row['unit']!r}; there are {', '.join(UNITS)}", str(row["unit"]), 0)
    domains = {str(k): str(v) for k, v in (row["symbols"] or {}).items()}
    given = [_as_text(str(g)) for g in row["given"] or []]
    term: Expr | None = None
    symbols: dict[str, Symbol] = {}
    facts: list[Boolean] = []
    if row["question"]:
        made = _question(row["question"], given)
        term, symbols, facts = made.term, dict(made.symbols), list(made.given)
    for name, domain in domains.items():
        symbol, more = declared(name, domain)
        known = symbols.setdefault(name, symbol)
        facts += [c.xreplace({symbol: known}) for c in more]
    if term is None:
        facts += [c for g in given for c in conditions(g, symbols)]
    base = calc(term, tuple(facts)).given if term is not None else Given() | facts
    names = Names(symbols)
    if term is not None and any(not s.is_commutative for s in term.free_symbols):
        names = _with_matrices(names, term)
    if row["reference"]:
        names, reading = _reference(row["reference"], names, unit, term is None)
        return Asked(names, base, unit, reference_of(reading), term, said=reading)
    if term is None:
        raise Unreadable("a row needs a question or a reference", "", 0, ["a question", "a reference"])
    return _derived(Asked(names, base, unit, None, term))


def _reference(text: str, names: Names, unit: Unit, alone: bool) -> tuple[Names, Reading]:
    """The reference; a name in it that nobody declared is a real number, where no question says what there is."""
    for _ in range(MAX_UNDECLARED if alone else 0):
        try:
            return names, read(text, names, unit=unit.size)
        except Unreadable as why:
            found = _UNDECLARED.match(text, why.position)
            if not why.message.startswith("unknown name") or found is None:
                raise
            name = key_of(re.sub(r"[{}\\\s]", "", found[0]))
            names = replace(names, symbols={**names.symbols, name: Symbol(name, real=True)})
    return names, read(text, names, unit=unit.size)


def _with_matrices(names: Names, term: Expr) -> Names:
    """The names of vectors, matrices and their dimension too, which a question does not list."""
    derived = closed_form(term).theorem
    value = derived.derivation.lines[-1] if derived is not None else term
    matrices, more = matrices_in(term, value)
    sizes = {s.name: s for s in value.free_symbols | term.free_symbols if s.is_extended_real}
    return Names({**sizes, **names.symbols, **more}, matrices=matrices)


def _as_text(condition: str) -> str:
    """A condition in LaTeX as the language writes it: \\sigma_1 \\le \\sigma_2 is sigma_1 <= sigma_2."""
    for said, sign in (
        ("leq", "<="),
        ("le", "<="),
        ("geq", ">="),
        ("ge", ">="),
        ("lt", "<"),
        ("gt", ">"),
        ("neq", "!="),
    ):
        condition = re.sub(rf"\\{said}(?![a-z])", sign, condition)
    return re.sub(r"[\\{}$]", "", condition)


def _question(text: str, given: Sequence[str]) -> Question:
    return question(text, given)


def reference_of(reading: Reading) -> Any:
    """The value of a reference; of 2 − ¾ log₂ 3 ≈ 0.8113 the exact one."""
    if reading.sign == "≈" and reading.decimals and reading.chain and reading.chain[-1] is not None:
        return reading.chain[-1]
    return reading.expression


def _derived(asks: Asked) -> Asked:
    """The reference derived from the question, in the unit of the row."""
    assert asks.term is not None
    try:
        found = closed_form(asks.term, asks.given.facts)
    except BROKEN as why:
        found = None
        reason = f"the derivation broke down: {type(why).__name__}"
    if found is None or found.theorem is None:
        why_not = reason if found is None else found.reason
        return Asked(asks.names, asks.given, asks.unit, None, asks.term, f"no answer was derived: {why_not}")
    value = found.theorem.derivation.lines[-1]
    if asks.unit != nats and is_amount(asks.term) and value not in (oo, -oo):
        value = value / asks.unit.size
    return Asked(asks.names, found.theorem.claim.given, asks.unit, value, asks.term)


def is_amount(term: Expr) -> bool:
    """Whether a term is an amount of information, and so has a unit."""
    return bool(term.atoms(*INFORMATION)) and not isinstance(term, ArgMax | ArgMin)


def declared(name: str, domain: str) -> tuple[Symbol, list[Boolean]]:
    """The symbol of a name with its domain in words or as an interval, and the conditions that it cannot carry."""
    said = " ".join(domain.lower().split())
    if said in _WORDS:
        low, high, strict, whole = _WORDS[said]
    else:
        found = _INTERVAL.fullmatch(said)
        if found is None:
            raise Unreadable(f"the domain of {name} is not understood", domain, 0, [*_WORDS, "(-1, 1)"])
        low, high = (_end(domain, t) for t in found.groups()[1:3])
        strict, whole = found[1] != "[", False
    positive = True if low is not None and (low > 0 or (low == 0 and strict)) else None
    symbol = Symbol(name, real=True, positive=positive, **({"integer": True} if whole else {}))
    made = [] if low is None or (positive and low <= (1 if whole else 0)) else [(Gt if strict else Ge)(symbol, low)]
    made += [] if high is None else [(Lt if strict else Le)(symbol, high)]
    return symbol, made


def _end(domain: str, text: str) -> Any:
    text = text.strip()
    if text.lstrip("+-") in ("inf", "oo", "infinity", "∞", "infty"):
        return None
    try:
        return Rational(text)
    except (TypeError, ValueError):
        raise Unreadable("an end of an interval is a number", domain, 0, ["(-1, 1)"]) from None
