"""Numbers with a known error, and expressions compiled to functions of such numbers.

A number is a ball (python-flint's `arb`): its radius holds the rounding error, to which quadrature and
summation add what they know of theirs.  So a result never claims more digits than were reached, not even
when another thread changes the working precision: the ball is then only wider.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import add, mul
from typing import Any

from flint import arb, ctx, fmpq, fmpz
from sympy import Basic, E, EulerGamma, Expr, Piecewise, Rational, S, Symbol, pi

from ..language.binder import Term, sympify_basic
from .functions import FUNCTIONS

Point = Sequence[arb]
Function = Callable[[Point], arb]
Handler = Callable[[Any, "Numbers"], arb]
Open = Callable[[Any, tuple[Symbol, ...], "Numbers"], Function]


class CannotEvaluate(Exception):
    """The expression has no number here, and why."""

    @property
    def reason(self) -> str:
        return str(self.args[0])


class Numbers:
    """Constants to so many digits; equal sub-terms are computed once.

    `bits` is the working precision, `digits` what integrals and sums aim at.  `closed` says how to
    evaluate a head without free variables, `opened` how to compile one that has some.
    """

    def __init__(self, digits: int, bits: int, closed: Mapping[type, Handler], opened: Mapping[type, Open]) -> None:
        self.digits, self.bits, self.closed, self.opened = digits, bits, closed, opened
        self._known: dict[Basic, arb] = {}

    def at(self, digits: int) -> Numbers:
        """The same definitions, aiming at another number of digits."""
        return Numbers(digits, working_bits(digits), self.closed, self.opened)

    @property
    def tolerance(self) -> arb:
        """The error at which an integral or a sum may stop."""
        return arb(10) ** -(self.digits + 2)

    def of(self, e: Any) -> arb:
        """The value of an expression without free symbols; CannotEvaluate if it has none."""
        e = sympify_basic(e)
        known = self._known.get(e)
        if known is None:
            with ctx.workprec(self.bits):
                known = self._known[e] = self._value(e)
        return known

    def _value(self, e: Any) -> arb:
        handler = self.closed.get(type(e))
        if handler is None and isinstance(e, Term):
            raise CannotEvaluate(f"{type(e).__name__} has no value here: {e}")
        value = handler(e, self) if handler else self.function(e, ())(())
        if value.is_nan():
            raise CannotEvaluate(f"{e} is not defined here")
        return value

    def function(self, e: Any, variables: tuple[Symbol, ...]) -> Function:
        """An expression in the given variables as a function of their values."""
        if e in variables:
            place = variables.index(e)
            return lambda v: v[place]
        if e.is_Rational:
            exact = fmpq(int(e.p), int(e.q))
            return lambda v: arb(exact)  # to the precision of the moment, which is higher far out
        if e.is_Atom:
            constant = _constant(e)
            return lambda v: constant
        free = e.free_symbols
        if not free.intersection(variables):
            if free:
                raise CannotEvaluate(f"{min(map(str, free))} has no value")
            if isinstance(e, Term) or variables:
                value = self.of(e)
                return lambda v: value
        if type(e) in self.opened:
            return self.opened[type(e)](e, variables, self)
        if isinstance(e, Term):
            return self._inner(e, variables)
        return self._composed(e, variables)

    def _composed(self, e: Any, variables: tuple[Symbol, ...]) -> Function:
        if isinstance(e, Piecewise):
            raise CannotEvaluate("a case distinction")
        parts = [self.function(a, variables) for a in e.args]
        if e.is_Add:
            return lambda v: reduce(add, [p(v) for p in parts])
        if e.is_Mul:
            return lambda v: _product([p(v) for p in parts])
        if e.is_Pow:
            return _power(e, parts)
        act = FUNCTIONS.get(e.func)
        if act is None:
            raise CannotEvaluate(f"the function {e.func.__name__} is not known to the audit")
        if len(parts) == 1:
            (only,) = parts
            return lambda v: act(only(v))
        return lambda v: act(*(p(v) for p in parts))

    def _inner(self, e: Any, variables: tuple[Symbol, ...]) -> Function:
        """A quantity that depends on the variables is computed anew at each point."""
        return lambda v: self.of(e.xreplace({s: rational(a) for s, a in zip(variables, v, strict=True)}))


def working_bits(digits: int) -> int:
    """The working precision for so many digits, with room for the rounding of some thousand terms."""
    return int(digits * 3.33) + 64


def rational(a: arb) -> Rational:
    """The midpoint, exactly."""
    mantissa, exponent = a.mid().man_exp()
    return Rational(int(mantissa)) * Rational(2) ** int(exponent)


def digits_of(error: arb) -> int:
    """How many decimal places an error leaves right."""
    bound = error.abs_upper()
    if bound.is_zero():
        return 10_000
    if not bound.is_finite():
        return -10_000
    return -int((bound.log() / arb(10).log()).mid().ceil().unique_fmpz())


def widened(a: arb, error: arb) -> arb:
    """The ball with an error added to its radius."""
    return a + arb(0, error.abs_upper())


def _constant(e: Any) -> arb:
    if e.is_Rational:
        return arb(fmpq(int(e.p), int(e.q)))
    if e in _CONSTANTS:
        return _CONSTANTS[e]()
    if isinstance(e, Symbol):
        raise CannotEvaluate(f"{e} has no value")
    raise CannotEvaluate(f"{e} is not a real number")


_CONSTANTS: dict[Any, Callable[[], arb]] = {
    pi: arb.pi,
    E: arb.const_e,
    EulerGamma: arb.const_euler,
    S.Infinity: arb.pos_inf,
    S.NegativeInfinity: arb.neg_inf,
}


def _product(factors: list[arb]) -> arb:
    """The product, with 0·∞ = 0: where a mass function is zero, 0·log 0 = 0."""
    made = reduce(mul, factors)
    if not made.is_finite() and any(a.is_zero() for a in factors) and not any(a.is_nan() for a in factors):
        return arb(0)
    return made


def _power(e: Expr, parts: list[Function]) -> Function:
    base, exponent = parts
    if e.exp.is_Integer:
        whole = int(e.exp)
        return lambda v: _whole_power(base(v), whole)
    if e.exp == S.Half:
        return lambda v: base(v).sqrt()

    def power(v: Point) -> arb:
        b, n = base(v), exponent(v)
        return n * 0 if b.is_zero() and n > 0 else b**n

    return power


def _whole_power(a: arb, n: int) -> arb:
    """aⁿ; flint's own is not a number where the ball contains zero."""
    if n < 0 or not a.contains(0):
        return a ** fmpz(n)
    made = arb(1)
    while n:
        made = made * a if n % 2 else made
        a, n = a * a, n // 2
    return made
