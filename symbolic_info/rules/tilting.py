"""Moments without integrals: tilting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sympy import Add, Dummy, Expr, Ge, Le, Mul, Pow, S, Symbol, exp, log, nan, zoo
from sympy import true as always
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.signs import NEGATIVE, POSITIVE
from ..exact.zero import normal
from ..kernel.rule import Outcome, rule
from ..language.claims import Finite
from ..language.distribution import Distribution
from ..language.functions import differentiated
from ..language.joint import size_of
from ..language.terms import Expectation

PARAMETERS = tuple(Dummy("t", dummy_index=9_000 + i, real=True) for i in range(8))

tilting = rule("tilting")


@dataclass(frozen=True)
class Statistic:
    """A statistic T that stands in a body as (T + c)ⁿ·e^{sT}; t is the parameter of its tilt."""

    t: Dummy
    body: Expr
    power: int
    shift: Expr
    offset: Expr


@dataclass(frozen=True)
class Generating:
    """A body as a constant times moments of statistics, the logarithm of M(t), and the conditions for both."""

    constant: Expr
    statistics: tuple[Statistic, ...]
    log_m: Expr
    conditions: tuple[Boolean, ...]


@tilting.of
def moment(e: Expectation, given: Given) -> Outcome | None:
    """If p(x)·e^{t T(x)} = M(t)·p_t(x) with p_t a density for all t near s, then E[Tⁿ e^{sT}] = M⁽ⁿ⁾(s).

    The same for several statistics at once, and for T + c, whose M is e^{ct} times as large.  ∫ p_t = 1 gives
    E e^{tT} = M(t); a moment generating function may be differentiated under the expectation inside its domain
    (Lehmann & Romano, Testing Statistical Hypotheses, Thm 2.7.1).
    """
    return _moment(e.law, e.body, e.variables, given) if len(e.variables) == size_of(e.law) else None


@tilting.of
def finite_moment(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """E|Tⁿ e^{sT}| is finite when s is inside the domain of the moment generating function of T."""
    (e,) = c.args
    if not isinstance(e, Expectation) or len(e.variables) != size_of(e.law):
        return None
    made = _generating(e.law, e.body, e.variables, given)
    return made.conditions if made is not None else None


@lru_cache(maxsize=5_000)
def _moment(law: Distribution, body: Expr, x: tuple[Symbol, ...], given: Given) -> Outcome | None:
    made = _generating(law, body, x, given)
    if made is None:
        return None
    m = exp(made.log_m)
    for s in made.statistics:
        for _ in range(s.power):
            m = differentiated(m, s.t)
    at = {s.t: s.shift for s in made.statistics}
    under = given | made.conditions
    if any(s.power for s in made.statistics):
        return Outcome(normal(made.constant * m.subs(at), under), made.conditions)
    powers = [a for a in Mul.make_args(made.constant) if isinstance(a, exp)]  # one exponent, over one denominator
    exponent = normal(made.log_m.subs(at) + Add(*(a.args[0] for a in powers)), under)
    return Outcome(normal(made.constant / Mul(*powers) * exp(exponent), under), made.conditions)


@lru_cache(maxsize=5_000)
def _generating(law: Distribution, body: Expr, x: tuple[Symbol, ...], given: Given) -> Generating | None:
    """How the body is a moment of statistics that the law tilts."""
    inner = given.under(law.expect(body, x))
    coefficient, varying = body.as_independent(*x, as_Add=False)
    taken = law.free_symbols | body.free_symbols
    free = [t for t in PARAMETERS if t not in taken]
    found, factor = _statistics(_tilts(law, x, free[0], inner), varying, x, free, inner)
    if not found:
        return None
    tilted, log_m, near = law, S.Zero, inner
    for statistic in found:
        step = tilt(tilted, statistic.body, statistic.t, x, near)
        if step is None:
            return None
        tilted, change = step
        shifted = statistic.offset * (statistic.t - statistic.shift)
        log_m, near = log_m + change + shifted, near | tilted.conditions()
    at = {s.t: s.shift.expand() for s in found}
    there = [a.xreplace(at) for a in tilted.args]
    if any(a.has(zoo, nan, S.ImaginaryUnit) for a in there):
        return None
    real = [p.base > 0 for a in there for p in a.atoms(Pow) if not p.exp.is_integer]
    own = (_with_powers(inside(c).xreplace(at)) for c in tilted.conditions())
    conditions = tuple(c for c in (*real, *own) if c != always)
    return Generating(coefficient * factor, tuple(found), log_m, conditions)


@lru_cache(maxsize=5_000)
def tilt(
    law: Distribution, T: Expr, t: Dummy, x: tuple[Symbol, ...], given: Given
) -> tuple[Distribution, Expr] | None:
    """The tilted law p_t and log M(t), if log p(x) + t T(x) − log p_t(x) is free of x on one common support."""
    tilted = next((other for body, other in _tilts(law, x, t, given).items() if body == T), None)
    if tilted is None or tilted.support != law.support:
        return None
    change = normal(law.log_density(*x) + t * T - tilted.log_density(*x), given | tilted.conditions())
    return None if change.has(*x) else (tilted, change)


def _with_powers(c: Boolean) -> Boolean:
    """The condition with e^{k log b + …} as b^k ⋯, for positive b."""

    def power(t: Expr) -> Expr:
        logs = [u for u in Mul.make_args(t) if isinstance(u, log)]
        return logs[0].args[0] ** (t / logs[0]) if len(logs) == 1 else exp(t)

    made: Boolean = c.replace(
        lambda e: isinstance(e, exp), lambda e: Mul(*map(power, Add.make_args(e.args[0].expand())))
    )
    return made


def _tilts(law: Distribution, x: tuple[Symbol, ...], t: Dummy, given: Given) -> dict[Expr, Distribution]:
    """The tilts that a family declares; a statistic in normal form, without its constant, has the same ones."""
    found = dict(law.tilts(*x, t))
    for T, tilted in list(found.items()):
        found.setdefault(normal(T, given).as_independent(*x, as_Add=True)[1], tilted)
    return found


def _statistics(
    tilts: Iterable[Expr], body: Expr, x: tuple[Symbol, ...], parameters: list[Dummy], given: Given
) -> tuple[list[Statistic], Expr]:
    """The body as a product of powers and exponentials of the statistics that the family can tilt, and a constant.

    What is no power of a statistic has a sign, and the rest of it is the exponential of its logarithm.
    """
    power = dict.fromkeys(tilts, 0)
    shift: dict[Expr, Expr] = dict.fromkeys(power, S.Zero)
    offset: dict[Expr, Expr] = {}
    rest, constant = S.One, S.One
    for factor in Mul.make_args(body):
        base, k = factor.as_base_exp()
        found = _power_of_statistic(base, k, power, x)
        if found is not None and offset.setdefault(found[0], found[1]) == found[1]:
            power[found[0]] += found[2]
        elif log(base) in shift and not k.has(*x):
            shift[log(base)] += k
        else:
            rest *= factor
    if isinstance(rest, exp) and _split_exponent(rest.exp, shift, x):
        rest = S.One
    if rest != 1 and power and (signs := given.signs(rest)) in (POSITIVE, NEGATIVE):
        sign = S.One if signs == POSITIVE else S.NegativeOne
        constant, exponent = normal(log(sign * rest), given).as_independent(*x, as_Add=True)
        constant, rest = sign * exp(constant), S.One if _split_exponent(exponent, shift, x) else rest
    plain = [T for T in power if shift.get(log(T), 0) != 0 and offset.get(T, 0) == 0]
    for T in plain:  # Tⁿ T^s is one power
        shift[log(T)], power[T] = shift[log(T)] + power[T], 0
    chosen = [
        Statistic(t, T, power[T], shift[T], offset.get(T, S.Zero))
        for T, t in zip(tilts, parameters, strict=False)
        if power[T] or shift[T] != 0
    ]
    return (chosen, constant) if rest == 1 and all(s.power <= 12 for s in chosen) else ([], constant)


def _power_of_statistic(
    base: Expr, k: Expr, statistics: Iterable[Expr], x: tuple[Symbol, ...]
) -> tuple[Expr, Expr, int] | None:
    """base^k as (T + c)ⁿ for a statistic T: as it stands, of 1/T, or of |x − c| under the name of x − c."""
    if not k.is_Integer:
        return None
    c, T = base.as_independent(*x, as_Add=True)
    if k >= 0 and (base in statistics or T in statistics):
        return (base, S.Zero, int(k)) if base in statistics else (T, c, int(k))
    if k < 0 and 1 / base in statistics:
        return 1 / base, S.Zero, -int(k)
    return (abs(base), S.Zero, int(k)) if k > 0 and k.is_even and abs(base) in statistics else None


def _split_exponent(u: Expr, shift: dict[Expr, Expr], x: tuple[Symbol, ...]) -> bool:
    """e^u with u a linear combination of statistics."""
    parts = [t.as_independent(*x, as_Add=False) for t in Add.make_args(u.expand())]
    if any(T not in shift for _, T in parts):
        return False
    for c, T in parts:
        shift[T] += c
    return True


def inside(c: Boolean) -> Boolean:
    """A condition without its border: all parameters near are admissible as well."""
    return c.gts > c.lts if isinstance(c, Ge | Le) else c
