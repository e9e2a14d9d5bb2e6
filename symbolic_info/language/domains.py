"""Domains of parameters: one object declares a parameter, makes its symbol, states its condition, samples it."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from sympy import And, Basic, Contains, Expr, Ge, Gt, Le, Lt, Ne, Rational, S, Symbol, false, oo, true
from sympy.logic.boolalg import Boolean

from .binder import sympify_basic


@dataclass(frozen=True)
class Domain:
    """The interval from `low` to `high`, without its ends unless `closed`; whole numbers only if `whole`."""

    name: str
    low: Any = -oo
    high: Any = oo
    closed: bool = False
    whole: bool = False

    def __set_name__(self, owner: type, name: str) -> None:
        object.__setattr__(self, "parameter", name)

    def __get__(self, law: Any, owner: type | None = None) -> Any:
        """The value of this parameter of a law; the domain itself, asked of the family."""
        return self if law is None else law.args[list(law.domains).index(self.parameter)]

    parameter: str = field(default="", init=False, compare=False, repr=False)

    def symbol(self, name: str) -> Symbol:
        """A symbol that carries as much of the domain as SymPy's assumptions can say."""
        positive = True if self.low >= (1 if self.closed else 0) else None
        return Symbol(name, real=True, positive=positive, **({"integer": True} if self.whole else {}))

    def conditions(self, value: Expr) -> tuple[Boolean, ...]:
        """What must hold for `value` to lie in the domain; a condition that plainly holds is left out."""
        above, below = (Ge, Le) if self.closed else (Gt, Lt)
        made = [above(value, self.low)] if self.low != -oo else []
        made += [below(value, self.high)] if self.high != oo else []
        made += [Contains(value, S.Integers)] if self.whole else []
        return tuple(c for c in made if c != true)

    def sample(self, random: Random) -> Rational:
        """A random rational of the domain with a small denominator."""
        low = sympify_basic(self.low) if self.low != -oo else Rational(-3)
        high = sympify_basic(self.high) if self.high != oo else low + 5
        if self.whole:
            return Rational(random.randint(int(low), int(low) + 5))
        return low + (high - low) * Rational(random.randint(1, 28), 29)


def Real() -> Domain:
    """All real numbers."""
    return Domain("real")


def Positive() -> Domain:
    """The positive numbers."""
    return Domain("positive", low=S.Zero)


def Unit() -> Domain:
    """The open interval (0, 1)."""
    return Domain("unit", low=S.Zero, high=S.One)


def Natural() -> Domain:
    """1, 2, 3, …"""
    return Domain("positive integer", low=S.One, closed=True, whole=True)


def Above(a: Any) -> Domain:
    """The numbers greater than a."""
    return Domain(f"above {a}", low=sympify_basic(a))


def least(constant: Expr, slope: Expr, domain: Domain) -> Any:
    """The greatest lower bound of s, where constant + slope·s lies in the domain; 0 for what is not linear."""
    if not constant.is_Rational or not slope.is_Rational or slope == 0:
        return S.Zero
    end = domain.low if slope > 0 else domain.high
    return (end - constant) / slope


def conditions_of(e: Basic) -> tuple[Boolean, ...]:
    """The conditions of every law in an expression, each once, in order."""
    found: dict[Boolean, None] = {}
    for node in _preorder(e):
        own = getattr(node, "conditions", None)
        if own is not None and isinstance(node, Basic):
            found.update(dict.fromkeys(own()))
    return tuple(found)


_CARRIED: dict[str, Any] = {
    "positive": lambda v: v > 0,
    "nonnegative": lambda v: v >= 0,
    "negative": lambda v: v < 0,
    "nonpositive": lambda v: v <= 0,
    "nonzero": lambda v: Ne(v, 0),
    "integer": lambda v: Contains(v, S.Integers),
    "real": lambda v: true,
    "commutative": lambda v: true,
}


def carried(symbol: Symbol, value: Expr) -> tuple[Boolean, ...]:
    """What a symbol's assumptions say, said of a value; a false condition where no relation can say it."""
    declared = symbol._assumptions_orig.items()
    made = (_CARRIED[name](value) if yes and name in _CARRIED else false for name, yes in declared)
    return tuple(c for c in made if c != true)


def _preorder(e: Basic) -> list[Basic]:
    return [e, *(node for a in e.args for node in _preorder(a))]


def interval_of(variable: Symbol, f: Basic) -> tuple[Expr, Expr]:
    """The open interval that a symbol's assumptions and the laws in f give it."""
    low: Expr = S.Zero if variable.is_positive else -oo
    high: Expr = oo
    for c in And.make_args(And(*conditions_of(f))):
        if isinstance(c, Gt | Ge | Lt | Le) and variable in c.free_symbols:
            if c.gts == variable and not c.lts.has(variable):
                low = c.lts
            elif c.lts == variable and not c.gts.has(variable):
                high = c.gts
            else:
                raise ValueError(f"the condition {c} does not bound {variable} by an interval")
    return low, high
