"""Textbook order.  SymPy forgets the author's order of terms and factors; this is ours, the same every time.

In a sum: quantities, logarithms of ratios, expectations of logarithms, other logarithms, other terms,
constants.  In each class positive terms come first, and a sum does not begin with a minus where it has
a positive term: 1 − φ, b − a, x − μ.  In a product: number, symbols, brackets; logarithms last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sympy import Add, Dummy, E, EulerGamma, Expr, Integer, Mul, Pow, Rational, S, Symbol, exp, fraction, pi
from sympy import functions as f

from ..language.binder import Binder, Term
from ..language.matrices import Number
from ..language.operators import Ranged, Total
from ..language.terms import Density, Expectation
from .heads import is_negative

LOGS = (f.log, f.loggamma)
_QUANTITY = -1
_CONSTANTS = {pi: 1, E: 2, EulerGamma: 3}


@dataclass(frozen=True)
class Product:
    """± number · front / below · tail, where the tail (logarithms, ψ, …) stays off fractions."""

    negative: bool
    number: Rational
    front: tuple[Expr, ...]
    below: tuple[Expr, ...]
    tail: tuple[Expr, ...]


def summands(e: Expr) -> list[Expr]:
    """The terms of a sum in textbook order."""
    parts = sorted(Add.make_args(e), key=_place)
    first = next((i for i, t in enumerate(parts) if not _negative(t)), 0)
    return _in_pairs([parts[first], *parts[:first], *parts[first + 1 :]])


def _in_pairs(parts: list[Expr]) -> list[Expr]:
    """p log p is followed by (1 − p) log(1 − p)."""
    weights = {t: _weight(t) for t in parts}
    made: list[Expr] = []
    while parts:
        t, *parts = parts
        other = next((u for u in parts if weights[t] and weights[u] and _add_to_one(weights[t], weights[u])), None)
        made += [t] if other is None else [t, other]
        parts = [u for u in parts if u != other]
    return made


def _weight(t: Expr) -> Expr:
    """What a logarithm is multiplied by."""
    rest, logs = t.as_independent(f.log, as_Add=False)
    return rest if isinstance(logs, f.log) and rest.free_symbols else S.Zero


def _add_to_one(c: Expr, d: Expr) -> bool:
    total = c + d
    return bool((total.expand() if total.is_Add else total) in (1, -1))


def product(e: Expr) -> Product:
    """The factors of a product in textbook order, its sign, and what stands under its fraction line."""
    number, rest = e.as_coeff_Mul()
    if not number.is_Rational:
        number, rest = S.One, e
    negative, front, below = bool(number < 0), [], []
    for part in Mul.make_args(rest) if rest != 1 else ():
        flips, part = oriented(part, negative)
        negative ^= flips
        base, power = part.as_base_exp() if isinstance(part, Pow) else (part, S.One)
        if _is_below(power) and base is not E:
            below.append(Pow(base, -power))
        else:
            front.append(part)
    number = abs(number)
    number, front, below = _rational_roots(number, front, below)
    busy = bool(below) and len(front) > 1
    tail = [a for a in front if _trails(a) or (busy and _has_fractions(a))]
    front = [a for a in front if a not in tail]
    return Product(negative, number, _ordered(front), _ordered(below), _ordered(tail))


def _is_below(power: Expr) -> bool:
    """Whether a power stands under a fraction line: x⁻², x^(−α−1)."""
    if power.is_number:
        return bool(power.is_negative)
    return all(t.as_coeff_Mul()[0] < 0 for t in Add.make_args(power))


def is_ratio(e: Expr) -> bool:
    """Whether an expression prints as one fraction."""
    p = product(e)
    return bool(not p.tail and not p.negative and (p.below or p.number.q != 1))


def _negative(t: Expr) -> bool:
    return product(t).negative


def _place(t: Expr) -> tuple[Any, ...]:
    rank = _rank(t)
    if rank == _QUANTITY:  # H(Y) + H(X | Y): the shorter first
        return (rank, _negative(t), len(str(t).lstrip("-")), str(t))
    return (rank, _negative(t), *_simplicity(t))


def _simplicity(t: Expr) -> tuple[Any, ...]:
    """Random variables first, then simple before compound, then by name."""
    return not _varies(t), abs_ops(t), str(t).lstrip("-")


def abs_ops(t: Expr) -> int:
    """The size of a term, its sign aside."""
    return min(int(t.count_ops()), int((-t).count_ops()))


def _is_variable(s: Any) -> bool:
    return isinstance(s, Dummy) or (isinstance(s, Symbol) and len(s.name) == 1 and "U" <= s.name.upper() <= "Z")


def _varies(e: Expr) -> bool:
    """Whether a random variable stands in the expression."""
    return any(map(_is_variable, e.free_symbols))


def _rank(t: Expr) -> float:
    """The class of a term in a sum."""
    factors = Mul.make_args(t)
    if any(isinstance(a, Term) and not isinstance(a, Binder | Density) for a in factors):
        return _QUANTITY
    logs = [a for a in factors if isinstance(a, f.log)]
    if any(_of_ratio(a.args[0]) for a in logs):
        return 0
    if any(isinstance(a, Binder) and a.has(*LOGS) for a in factors):
        return 0.5
    if logs:
        return 1.5 if all(a.args[0].is_number for a in logs) and t.is_number else 1
    if any(isinstance(a, f.loggamma) for a in factors):
        return 1.1
    if any(isinstance(a, f.polygamma) for a in factors):
        return 1.2
    if t.is_number:
        return 4 if t.is_Rational else 3.5
    return 2


def _of_ratio(e: Expr) -> bool:
    return not e.is_number and fraction(e)[1] != 1


def _trails(a: Expr) -> bool:
    if isinstance(a, Expectation):
        return False
    if isinstance(a, (*LOGS, f.polygamma, f.digamma, Binder, Number)):
        return True
    return isinstance(a, Add) and a.has(*LOGS)


def _has_fractions(a: Expr) -> bool:
    """Whether a bracket would put fractions over a fraction line."""
    return isinstance(a, Add) and any(fraction(t)[1] != 1 for t in a.args)


def _ordered(factors: list[Expr]) -> tuple[Expr, ...]:
    return tuple(sorted(factors, key=lambda a: (_factor_rank(a), _varies(a), str(a))))


def _factor_rank(a: Expr) -> int:
    base = a.base if isinstance(a, Pow) else a
    if base.is_Rational:
        return 0
    if base in _CONSTANTS:
        return _CONSTANTS[base]
    if isinstance(a, exp) or (isinstance(a, Pow) and base is E):
        return 7
    if isinstance(base, Symbol):
        return 4
    if isinstance(base, Expectation):
        return 8
    if isinstance(base, Binder):
        return 9
    return 5 if isinstance(base, Add) else 6


def oriented(part: Expr, negative: bool = False) -> tuple[bool, Expr]:
    """(μ − x)² is (x − μ)², −(a − b) c is (b − a) c; but 1 − φ stays as it is."""
    if isinstance(part, Ranged | Total) and is_negative(part.body):
        return True, part.with_body(-part.body)
    base, power = part.as_base_exp() if isinstance(part, Pow) else (part, S.One)
    if not isinstance(base, Add) or not power.is_Integer:
        return False, part
    signs = [bool(t.as_coeff_Mul()[0] < 0) for t in base.args]
    turned = Add(*(-t for t in base.args))
    flipped = turned if power == 1 else Pow(turned, power, evaluate=False)  # evaluated, it would turn back
    if power.is_even:
        first = min(base.args, key=lambda t: (t.is_number and not _starts_at_one(base), *_simplicity(t)))
        return False, flipped if first.as_coeff_Mul()[0] < 0 else part
    if all(signs):
        return True, flipped
    bare = not base.has(*LOGS) and not any(t.is_number for t in base.args)
    if negative and bare and any(signs) and 2 * sum(signs) >= len(signs):
        return True, flipped
    return False, part


def _starts_at_one(e: Expr) -> bool:
    """Whether a difference is 1 − φ rather than x − 1."""
    return not _varies(e) and any(t == 1 for t in e.args)


def _rational_roots(number: Rational, front: list[Expr], below: list[Expr]) -> tuple[Rational, list[Expr], list[Expr]]:
    """√2/(2 √π) is 1/√(2π): roots stand together, and under the line where that is simpler."""
    above, under = _roots(front), _roots(below)
    root = next((r for r in above if r.is_Integer and number.q % int(r) == 0), None)
    if root is not None:
        above.remove(root)
        under.append(root)
        number = Rational(number.p, number.q // int(root))
    front = [a for a in front if not _is_root(a)] + [Pow(r, S.Half, evaluate=False) for r in _joined(above)]
    below = [a for a in below if not _is_root(a)] + [Pow(r, S.Half, evaluate=False) for r in _joined(under)]
    return number, front, below


def _is_root(a: Expr) -> bool:
    return isinstance(a, Pow) and a.exp == S.Half


def _roots(factors: list[Expr]) -> list[Expr]:
    return [a.base for a in factors if _is_root(a)]


def _joined(bases: list[Expr]) -> Iterator[Expr]:
    if bases:
        yield Mul(Integer(1), *bases)
