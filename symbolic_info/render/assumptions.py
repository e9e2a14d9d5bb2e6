"""What a theorem assumes, written out: the facts, and what its symbols carry, merged into short conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sympy import Basic, Contains, Eq, Expr, Ge, Gt, Le, Lt, Ne, Sum, Symbol, exp, loggamma, oo, sstr
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..language.models import Entry
from .notation import Latex, Plain
from .prose import RELATIONS, Formula


@dataclass(frozen=True)
class Printers:
    """Both printers, with the same letters for the laws."""

    latex: Latex
    plain: Plain

    def show(self, e: Any) -> Formula:
        """A formula, by both."""
        return Formula(self.latex.doprint(e), self.plain.doprint(e), spelling(e))


OTHERWISE: dict[str, Callable[..., Expr]] = {  # functions whose names are parameters as well, by other functions
    "beta": lambda a, b: exp(loggamma(a) + loggamma(b) - loggamma(a + b)),
    "gamma": lambda a: exp(loggamma(a)),
    "zeta": lambda s: Sum((k := next(k for k in map(Symbol, "kjim") if k not in s.free_symbols)) ** -s, (k, 1, oo)),
}


def spelling(e: Any) -> str:
    """An expression in SymPy's own syntax, its symbols named as in a question: lambda, not lambda_.

    A function with the name of one of its symbols is written by other functions: who reads the text puts values in
    by name.
    """
    for name in {s.name for s in _symbols(e)} & OTHERWISE.keys() if isinstance(e, Expr) else ():
        e = e.replace(lambda f, name=name: type(f).__name__ == name, lambda f, name=name: OTHERWISE[name](*f.args))
    renamed = {s: Symbol(s.name.rstrip("_"), **s.assumptions0) for s in _symbols(e) if s.name.endswith("_")}
    renamed |= {v: Symbol(v.name, **v.assumptions0) for v in getattr(e, "free_symbols", ()) if v.is_Dummy}
    return str(sstr(e.xreplace(renamed) if renamed else e))


def assumptions(given: Given, lines: Iterable[Expr], printers: Printers) -> tuple[Formula, ...]:
    """The conditions of a theorem in the order in which their symbols stand in its lines."""
    order: dict[Symbol, int] = {}
    every = tuple(lines)
    entries = {v.args[0]: v for line in every for v in sorted(line.atoms(Entry), key=str, reverse=True)}
    for line in every:
        for s in _in_order(line):
            order.setdefault(s, len(order))
    facts = sorted(given.facts, key=str)
    for fact in facts:
        for s in _in_order(fact):
            order.setdefault(s, len(order))
    simple = {s: _Range(s, facts) for s in order}
    used = {fact for r in simple.values() for fact in r.used}
    shown = [f for s in order if (f := simple[s].formula(printers, entries.get(s, s))) is not None]
    rest = [_facing_right(fact) for fact in facts if fact not in used]
    rest.sort(key=lambda c: (min((order[s] for s in _symbols(c) if s in order), default=99), str(c)))
    return (*shown, *map(printers.show, rest))


class _Range:
    """The interval, with numbers as ends, to which the facts and its own assumptions confine a symbol."""

    def __init__(self, s: Symbol, facts: Iterable[Boolean]) -> None:
        self.symbol, self.used = s, set[Basic]()
        self.low: Any = 0 if s.is_nonnegative else -oo
        self.high: Any = 0 if s.is_negative else oo
        self.low_strict, self.high_strict = bool(s.is_positive or self.low != 0), True
        self.whole = bool(s.is_integer)
        for fact in facts:
            self._take(fact)

    def _take(self, fact: Boolean) -> None:
        if isinstance(fact, Contains) and fact.args[0] == self.symbol:
            self.whole = True
        elif isinstance(fact, Gt | Ge | Lt | Le) and fact.gts == self.symbol and fact.lts.is_number:
            if fact.lts > self.low or (fact.lts == self.low and isinstance(fact, Gt | Lt)):
                self.low, self.low_strict = fact.lts, isinstance(fact, Gt | Lt)
        elif isinstance(fact, Gt | Ge | Lt | Le) and fact.lts == self.symbol and fact.gts.is_number:
            if fact.gts < self.high or (fact.gts == self.high and isinstance(fact, Gt | Lt)):
                self.high, self.high_strict = fact.gts, isinstance(fact, Gt | Lt)
        else:
            return
        self.used.add(fact)

    def formula(self, printers: Printers, shown: Expr) -> Formula | None:
        """The range in one condition, of the symbol or of the entries of a vector; None for the whole line."""
        s = printers.show(shown)
        if self.whole and self.high == oo:
            return self._counting(s)
        within = self._within(printers, s)
        if not self.whole or within is None:
            return within
        whole = self._whole(s)
        return Formula(*(f"{a}, {b}" for a, b in zip(_texts(within), _texts(whole), strict=True)))

    def _within(self, printers: Printers, s: Formula) -> Formula | None:
        ends = [printers.show(e) for e in (self.low, self.high)]
        below, above = self.low != -oo, self.high != oo
        if below and not above:
            sign = RELATIONS[">" if self.low_strict else ">="]
            return _row(s, sign, ends[0])
        if above and not below:
            return _row(s, RELATIONS["<" if self.high_strict else "<="], ends[1])
        if not below:
            return None
        left, right = (RELATIONS["<" if strict else "<="] for strict in (self.low_strict, self.high_strict))
        return _row(ends[0], left, s, right, ends[1])

    @staticmethod
    def _whole(s: Formula) -> Formula:
        return Formula(rf"{s.latex}\ \text{{whole}}", f"{s.text} whole", f"{s.spelling} integer")

    def _counting(self, s: Formula) -> Formula:
        if self.low == -oo:
            return self._whole(s)
        first = int(self.low) + 1 if self.low_strict else int(self.low)
        members = f"{first}, {first + 1}"
        return Formula(
            rf"{s.latex} \in \{{{members}, \dots\}}",
            f"{s.text} ∈ {{{members}, …}}",
            f"{s.spelling} integer, {s.spelling} >= {first}",
        )


def _texts(f: Formula) -> tuple[str, str, str]:
    return f.latex, f.text, f.spelling


def _row(*parts: Formula) -> Formula:
    return Formula(
        " ".join(p.latex for p in parts), " ".join(p.text for p in parts), " ".join(p.spelling for p in parts)
    )


def _facing_right(fact: Any) -> Any:
    """a < b rather than b > a; but a > 0 stays."""
    if isinstance(fact, Gt | Ge) and not fact.rhs.is_number:
        return (Lt if isinstance(fact, Gt) else Le)(fact.rhs, fact.lhs, evaluate=False)
    if isinstance(fact, Eq | Ne) and fact.lhs.is_number:
        return fact.func(fact.rhs, fact.lhs, evaluate=False)
    return fact


def _symbols(e: Any) -> set[Symbol]:
    return {s for s in e.free_symbols if type(s) is Symbol} if isinstance(e, Basic) else set()


def _in_order(e: Basic) -> Iterator[Symbol]:
    """The free symbols of an expression, left to right as its arguments stand."""
    free = _symbols(e)

    def walk(node: Basic) -> Iterator[Symbol]:
        if type(node) is Symbol and node in free:
            yield node
        for a in node.args:
            yield from walk(a)

    yield from dict.fromkeys(walk(e))
