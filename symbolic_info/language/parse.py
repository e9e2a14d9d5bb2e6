"""Text in: a question, its conditions, or a plain expression.  Nothing is ever evaluated as code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lark import Tree
from sympy import Add, Eq, Expr, Ge, Gt, Le, Lt, Ne, Symbol, false, true
from sympy.logic.boolalg import Boolean

from .bounds import Unreadable
from .domains import Domain, Positive, Real
from .entries import described
from .grammar import Node, plain, tree
from .quantities import QUANTITIES
from .read import Reader

MAX_CONDITIONS = 50

_RELATIONS: dict[str, Any] = {
    "<": Lt, ">": Gt, "<=": Le, ">=": Ge, "≤": Le, "≥": Ge, "=": Eq, "==": Eq, "!=": Ne, "≠": Ne,
}  # fmt: skip
_FILLERS = {"is", "are", "and"}
_KINDS = {"integer": Domain("integer", whole=True), "positive": Positive(), "real": Real()}


@dataclass(frozen=True)
class Question:
    """A question in text, its term, the extra conditions (and nothing else) and its symbols by name."""

    text: str
    term: Expr
    given: tuple[Boolean, ...] = ()
    symbols: Mapping[str, Symbol] = field(default_factory=dict, compare=False)


def question(text: str, given: Sequence[str] = ()) -> Question:
    """The question that a text asks, under extra conditions such as "a < b" or "n integer".

    Raises Unreadable, which names the place and what was expected there.
    """
    parsed = tree(text)
    if len(given) > MAX_CONDITIONS:
        raise Unreadable(f"more than {MAX_CONDITIONS} conditions", given[MAX_CONDITIONS], 0)
    conditions = [(g, _condition(g)) for g in given]
    draft = Reader(text, draft=True)
    draft.expr(parsed.children[0])
    if not _asks(parsed):
        raise Unreadable("this asks for no quantity", text, 0, [q.usage for q in QUANTITIES.values()])
    known = frozenset(draft.symbols)
    facts = [_facts(replace(draft, text=g, known=known, quantities=False), c) for g, c in conditions]
    places = {**draft.places}
    _bounded(draft.symbols, places, [c for own in facts for c in own])
    symbols = {name: _symbol(name, places.get(name, [])) for name in draft.symbols}
    reader = Reader(text, symbols, known=known)
    term = reader.guarded(parsed, lambda: reader.expr(parsed.children[0]))
    final: dict[Boolean, None] = {}
    for g, c in conditions:
        for fact in _facts(replace(reader, text=g, quantities=False), c):
            if fact == false:
                raise Unreadable(f"this condition can never hold{_because(c, places)}", g, 0)
            final.update({fact: None} if fact != true else {})
    return Question(text, term, tuple(final), symbols)


def _condition(text: str) -> Node:
    try:
        return tree(text, "condition")
    except Unreadable as why:
        raise Unreadable(why.message, text, why.position, [*why.expected, "as in a <= b or n integer"]) from None


def _because(condition: Node, places: Mapping[str, Sequence[Domain]]) -> str:
    """What is known of the names in a condition: sigma is positive."""
    names = dict.fromkeys(plain(n.children[0]) for n in condition.find_data("name"))
    known = [f"{n} is {described(d)}" for n in names for d in dict.fromkeys(places.get(n, ())) if d != Real()]
    return f": {' and '.join(known)}" if known else ""


def conditions(text: str, symbols: Mapping[str, Symbol]) -> list[Boolean]:
    """The relations that a condition in text says of these names.  Raises Unreadable."""
    reader = Reader(text, dict(symbols), known=frozenset(symbols), quantities=False)
    return _facts(reader, _condition(text))


def expression(text: str, symbols: Mapping[str, Symbol] | None = None) -> Expr:
    """The plain expression that a text says, without laws and quantities.

    With `symbols`, no other names may occur; without, every name is a real symbol.  Raises Unreadable.
    """
    known = None if symbols is None else frozenset(symbols)
    reader = Reader(text, dict(symbols or {}), known=known, quantities=False)
    return reader.expr(tree(text).children[0])


def _asks(parsed: Node) -> bool:
    return any(str(call.children[0]) in QUANTITIES for call in parsed.find_data("call"))


def _symbol(name: str, places: Sequence[Domain]) -> Symbol:
    """A symbol with the domains of all places where it stands."""
    own = [d.symbol(name) for d in places]
    positive = True if any(s.is_positive for s in own) else None
    integer = {"integer": True} if any(s.is_integer for s in own) else {}
    return Symbol(name, real=True, positive=positive, **integer)


def _facts(reader: Reader, parsed: Node) -> list[Boolean]:
    """The relations of one condition; `n integer` is a domain, and no relation."""
    if parsed.data == "words":
        return _words(reader, parsed)
    values = [reader.expr(c) for c in parsed.children if isinstance(c, Tree)]
    relations = [c for c in parsed.children if not isinstance(c, Tree)]
    return [
        _RELATIONS[str(r)](left, right, evaluate=not reader.draft)
        for left, r, right in zip(values, relations, values[1:], strict=False)
    ]


def _words(reader: Reader, parsed: Node) -> list[Boolean]:
    """`n integer`, `p and q sum to 1` (all of p_1, p_2, … and all of q_1, q_2, …), `p_1, p_2 and p_3 sum to 1`."""
    article = {i for i, w in enumerate(parsed.children) if w in ("a", "an") and i and parsed.children[i - 1] == "is"}
    words = [w for i, w in enumerate(parsed.children) if str(w) not in _FILLERS and i not in article]
    text = [plain(w) for w in words]
    if text[-2:] == ["to", "1"] and len(text) > 3 and text[-3] in ("sum", "sums"):
        return _totals(reader, words[:-3])
    if text[-1] not in _KINDS or len(text) < 2:
        raise reader.refuse(words[-1], "this is no condition", ["a <= b", "n integer", "p and q sum to 1"])
    kinds = [_KINDS[w] for w in text[1:] if w in _KINDS]
    for w, name in zip(words, text, strict=True):
        if name not in _KINDS:
            reader.name(Tree("name", [w]))
            if reader.draft:
                reader.places.setdefault(name, []).extend(kinds)
    return []


def _totals(reader: Reader, words: Sequence[Any]) -> list[Boolean]:
    """Names of the question add up to 1 together; all that begin with another word do, each such word by itself."""
    groups = [(w, [s for name, s in reader.symbols.items() if _stem(name) == plain(w) != name]) for w in words]
    listed = [reader.symbols[plain(w)] for w in words if plain(w) in reader.symbols]
    for w, own in groups:
        if not own and plain(w) not in reader.symbols:
            message = f"no names {plain(w)}_1, {plain(w)}_2, … in the question"
            raise reader.refuse(w, message, sorted(reader.symbols))
        if plain(w) in reader.symbols and (own or len(listed) == 1):
            raise reader.refuse(w, f"{plain(w)} is one name: which are to be added up?", ["p_1 + p_2 = 1"])
    return [Eq(Add(*own), 1) for own in ([own for _, own in groups if own] + [listed] * bool(listed))]


def _stem(name: str) -> str:
    return name.rstrip("0123456789").rstrip("_")


def _bounded(symbols: Mapping[str, Symbol], places: dict[str, list[Domain]], facts: Sequence[Boolean]) -> None:
    """A name that a condition puts above a positive number, or above such a name, is positive."""
    sure = {symbols[n]: _symbol(n, own) for n, own in places.items() if n in symbols}
    pairs = [c for c in facts if isinstance(c, Gt | Ge | Lt | Le)]
    for _ in pairs:
        for c in pairs:
            above, below = c.gts, c.lts.xreplace(sure)
            strict = isinstance(c, Gt | Lt)
            if isinstance(above, Symbol) and (below.is_positive or (strict and below.is_nonnegative)):
                places.setdefault(above.name, []).append(Positive())
                sure[above] = _symbol(above.name, places[above.name])


__all__ = ["Question", "Unreadable", "expression", "question"]
