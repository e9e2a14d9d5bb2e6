"""Sums, integrals, expectations and quantities in text: what the language has heads for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sympy import Dummy, Expr, Integer, Symbol, log, oo

from ..language.binder import COORDINATES
from ..language.bounds import Unreadable
from ..language.functions import zeta_derivative
from ..language.operators import Integral, Product, Sum
from ..language.support import Interval
from ..language.terms import Expectation, Variance
from .laws import Laws
from .pieces import Piece

if TYPE_CHECKING:
    from .scan import Scanner

_SKIP = re.compile(r"(?:\s|\\limits|\\nolimits|\\displaystyle|\\[,;:! ])*")
_HEAD = re.compile(r"\s*(\\?[A-Za-z]+)\s*(?:=|\\in|∈)\s*")
_MEASURE = re.compile(
    r"(?:\\(?:mathrm|text|operatorname|rm)\s*\{?\s*d\s*\}?|(?<![A-Za-z\\])d|ⅆ)\s*(?:\\,)?\s*([a-z]|\\(?:theta|tau))(?![A-Za-z])"
)
SLOPE = re.compile(
    r"\\[dt]?frac\s*\{\s*(?:\\mathrm\s*\{d\}|\\mathrm d|d|\\partial)\s*\}\s*"
    r"\{\s*(?:\\mathrm\s*\{d\}|\\mathrm d|d|\\partial)\s*(\\?[A-Za-z]+)\s*\}"
)
_OPEN = re.compile(r"(?:\s|\\left|\\[bB]igg?l?|\\[,;:! ])*([(\[|]|\\\{|\{(?=[A-Z]))")
_HEADS = {
    "H": "H", "h": "H", "S": "H", "CE": "CE", "D": "KL", "KL": "KL", "DKL": "KL", "I": "I", "MI": "I", "E": "E",
    "Var": "Var", "var": "Var", "Ent": "H", "JS": "JS",
}  # fmt: skip


def _script(scanner: Scanner, at: int) -> tuple[int, int, int]:
    """Where the text of a single argument begins and ends, and where what follows begins."""
    text, end = scanner.text, scanner.end
    while at < end and text[at].isspace():
        at += 1
    if at >= end:
        raise Unreadable("the text ends too early", text, at, ["a limit"])
    if text[at] in "{(":
        closing, depth = {"{": "}", "(": ")"}[text[at]], 0
        for i in range(at, end):
            depth += (text[i] == text[at]) - (text[i] == closing)
            if depth == 0:
                return at + 1, i, i + 1
        raise Unreadable("this bracket is never closed", text, at, [closing])
    found = re.compile(r"[+-]?\\[A-Za-z]+|\d+|.", re.S).match(text, at, end)
    assert found is not None
    return at, found.end(), found.end()


def _limits(scanner: Scanner, at: int) -> tuple[dict[str, tuple[int, int]], int]:
    """The spans of what stands below and above a sign."""
    found: dict[str, tuple[int, int]] = {}
    for _ in range(2):
        skipped = _SKIP.match(scanner.text, at, scanner.end)
        here = skipped.end() if skipped else at
        if here >= scanner.end or scanner.text[here] not in "_^" or scanner.text[here] in found:
            break
        begin, stop, at = _script(scanner, here + 1)
        found[scanner.text[here - 0]] = (begin, stop)
    return found, at


def counted(scanner: Scanner, kind: str, length: int) -> Iterator[Piece]:
    """Σ_{i=1}^{k} and ∏: the sign with its limits; the name below is bound in what follows."""
    begin = scanner.at
    spans, after = _limits(scanner, begin + length)
    if "_" not in spans:
        raise scanner.refuse("a sum needs its limits", begin, ("_{i=1}^{k}",))
    low, high = spans["_"], spans.get("^")
    head = _HEAD.match(scanner.text, *low)
    laws = scanner.names.laws
    name = head[1] if head else scanner.text[slice(*low)].strip()
    if not re.fullmatch(r"\\?[A-Za-z]+", name):
        raise scanner.refuse("the limits of this sum are not understood", low[0], ("_{i=1}^{k}",))
    name = name.lstrip("\\")
    if head is None or high is None:
        if laws is None or not laws.listed:
            raise scanner.refuse("the limits of this sum are not understood", low[0], ("_{i=1}^{k}",))
        variable: Any = COORDINATES[0]
        value: tuple[Any, ...] = ("support", variable, laws.first, None)
    else:
        variable = Dummy(name, integer=True)
        ends = (scanner.inner((head.end(), low[1])), scanner.inner(high))
        value = (Sum if kind == "SUM" else Product, variable, *ends)
    scanner.names = scanner.names.binding({name: variable})
    scanner.at = after
    yield Piece("BIG", scanner.text[begin:after], begin, after, value)


def integral(scanner: Scanner, length: int) -> Iterator[Piece]:
    """∫_a^b up to its dx."""
    begin = scanner.at
    spans, after = _limits(scanner, begin + length)
    measure = _MEASURE.search(scanner.text, after, scanner.end)
    if measure is None:
        raise scanner.refuse("an integral needs its dx", begin, ("dx",))
    laws = scanner.names.laws
    if "^" in spans and "_" in spans:
        ends: tuple[Expr, ...] = (scanner.inner(spans["_"]), scanner.inner(spans["^"]))
    elif laws is not None and isinstance(laws.first.support, Interval):
        ends = (laws.first.support.low, laws.first.support.high)
    else:
        ends = (-oo, oo)
    name = measure[1].lstrip("\\")
    variable = Dummy(name, real=True)
    scanner.names = scanner.names.binding({name: variable})
    scanner.differentials[measure.start()] = measure.end()
    scanner.at = after
    yield Piece("INTEGRAL", scanner.text[begin:after], begin, after, (variable, *ends))


def written(scanner: Scanner, stem: str, begin: int, place: int) -> Piece | None:
    """Sum(f, (i, a, b)) and the like, as SymPy writes them."""
    kind = {"Sum": Sum, "Product": Product, "Integral": Integral}.get(stem)
    found = re.compile(r"\(").match(scanner.text, place, scanner.end)
    if kind is None or found is None:
        return None
    inside, end = _inside(scanner, found.end())
    if inside[1] - inside[0] > 400:
        raise scanner.refuse("this is too long", begin)
    range_ = re.compile(r"(.*),\s*\(\s*(\w+)\s*,(.*),([^,]*)\)\s*$", re.S).match(scanner.text, *inside)
    if range_ is None:
        raise scanner.refuse("this range is not understood", begin, ("(i, 1, k)",))
    variable = Dummy(range_[2], integer=kind is not Integral or None, real=True)
    low, high = (scanner.inner(range_.span(i)) for i in (3, 4))
    body = scanner.inner(range_.span(1), scanner.names.binding({range_[2]: variable}))
    made = kind(low, high, body, variable)
    return Piece("TERM", scanner.text[begin:end], begin, end, _of_zeta(made) or made)


def _of_zeta(e: Expr) -> Expr | None:
    """Σ logⁿ(k) k^{−s} from 1 to ∞ is (−1)ⁿ ζ⁽ⁿ⁾(s), which SymPy can only write as that sum."""
    if not isinstance(e, Sum) or e.outer != (1, oo):
        return None
    powers = e.body.as_powers_dict()
    n, s = powers.pop(log(e.variable), 0), -powers.pop(e.variable, 0)
    return None if powers or not Integer(0) < n < 9 else (-1) ** n * zeta_derivative(n, s)


def derivative(scanner: Scanner, found: re.Match[str]) -> Piece:
    """d/dα of what follows."""
    name = found[1].lstrip("\\")
    variable = scanner.names.find(name)
    if not isinstance(variable, Symbol):
        raise scanner.refuse(f"unknown name {name}", found.start(1), tuple(scanner.names.all))
    return scanner.piece("BIG", len(found[0]), ("slope", variable, None, None))


def quantity(scanner: Scanner, stem: str, begin: int, place: int) -> Piece | None:
    """H(X|Y), D_{KL}(P‖Q), E[X²], Var(X), p(x) of the laws of the question; None for what is none of these."""
    laws = scanner.names.laws
    if laws is None:
        return None
    density = _density(scanner, laws, stem, begin, place)
    if density is not None or stem not in _HEADS:
        return density
    spans, after = _limits(scanner, place)
    opened = _OPEN.match(scanner.text, after, scanner.end)
    index = scanner.text[slice(*spans["_"])] if "_" in spans else ""
    if opened is None or "^" in spans or (scanner.names.has(stem) and not index):
        return None
    if opened[1] == "|":
        if stem != "E":
            return None
        bars = scanner.text.find("|", opened.end(), scanner.end)
        inside, end = (opened.end() - 1, bars + 1), bars + 1
    else:
        inside, end = _inside(scanner, opened.end())
    made = _made(scanner, laws, _HEADS[stem], index, inside)
    if made is None:
        return None
    return Piece("TERM", scanner.text[begin:end], begin, end, made)


def _inside(scanner: Scanner, begin: int) -> tuple[tuple[int, int], int]:
    """The span within the bracket that was opened, and where what follows begins."""
    depth, text = 1, scanner.text
    for i in range(begin, scanner.end):
        depth += (text[i] in "([{") - (text[i] in ")]}")
        if depth == 0:
            stop = i - 1 if text[i - 1] == "\\" else i
            tail = re.search(r"\\(?:right|[bB]igg?r?)\s*$", text[begin:stop])
            return (begin, begin + tail.start() if tail else stop), i + 1
    raise Unreadable("this bracket is never closed", text, begin - 1, ["a closing bracket"])


def _made(scanner: Scanner, laws: Laws, head: str, index: str, inside: tuple[int, int]) -> Any:
    said = re.sub(r"\s|\\(?:left|right|middle|[bB]igg?[lrm]?|mathrm|text)|\\[,;:! ]", "", scanner.text[slice(*inside)])
    said = re.sub(r"\\[|]|\|\||\\(?:mid|vert|parallel|Vert)(?![A-Za-z])|‖|∥", "|", said)
    if head == "E":
        law = laws.named(re.sub(r".*(?:sim|∼|~)", "", index).strip(" \\{}")) or laws.first
        scope = scanner.names.binding({n: v for n, v in laws.variables.items() if not scanner.names.has(n)})
        return Expectation(law, scanner.inner(inside, scope), laws.bound)
    if head == "Var":
        return Variance(laws.first) if said in ("X", "x") else None
    made = laws.quantity(head, said)
    return None if made is None else made / laws.size


def lone_density(scanner: Scanner, stem: str, begin: int, place: int) -> Piece | None:
    """p, meant as p(x), under an integral or a sum over x."""
    laws = scanner.names.laws
    law = laws.named(stem) if laws is not None and laws.densities and len(scanner.names.bound) == 1 else None
    if laws is None or law is None:
        return None
    (at,) = scanner.names.bound.values()
    return Piece("TERM", scanner.text[begin:place], begin, place, laws.density(law, at))


def _density(scanner: Scanner, laws: Laws, stem: str, begin: int, place: int) -> Piece | None:
    """p(x) of a bound x."""
    found = re.compile(r"(?:_\{?([A-Z])\}?)?\s*(?:\\left)?\(\s*([xXkKyY])\s*(?:\\right)?\)").match(
        scanner.text, place, scanner.end
    )
    law = laws.named(stem) if found else None
    if found is None or law is None or not laws.densities or found[2] not in scanner.names.bound:
        return None
    value = laws.density(law, scanner.names.bound[found[2]])
    return Piece("TERM", scanner.text[begin : found.end()], begin, found.end(), value)
