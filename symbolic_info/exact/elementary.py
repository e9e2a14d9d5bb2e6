"""Identities of logarithms, powers and gamma functions, each where it holds: the letters of the zero test."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from sympy import Abs, Add, Dummy, Expr, Function, Mul, Pow, S, factor, factorint, together
from sympy import functions as f

from .given import Given
from .signs import NONNEGATIVE, POSITIVE

# Numbers above LARGE are not factored completely: it might take for ever.
LARGE = 10**18


SMALL_PRIMES = 1000


@lru_cache(maxsize=20_000)
def _factors(a: Expr) -> tuple[Expr, ...]:
    """The factors of an expression; a product of symbols and numbers needs no search for them."""
    plain = all(p.as_base_exp()[0].is_Atom or isinstance(p.as_base_exp()[0], Function) for p in Mul.make_args(a))
    made: tuple[Expr, ...] = Mul.make_args(a if plain else factor(together(a)))
    return made


def _oriented(a: Expr, given: Given, frozen: dict[Expr, Dummy]) -> list[tuple[Expr, Expr]]:
    """The factors as bases and exponents; of negative bases the positive ones, and their sign."""
    made = [part.as_base_exp() for part in _factors(a)]
    negative = [(b, k) for b, k in made if k.is_integer and _signs(b, given, frozen) == {-1}]
    sign = Mul(*(S.NegativeOne**k for _, k in negative))
    return [(sign, S.One), *(((-b).expand(), k) if (b, k) in negative else (b, k) for b, k in made)]


def _signs(e: Expr, given: Given, frozen: dict[Expr, Dummy]) -> frozenset[int]:
    return given.signs(e.xreplace({mark: term for term, mark in frozen.items()}))


def log_of(a: Expr, given: Given, frozen: dict[Expr, Dummy]) -> Expr:
    """log ∏ b^k = Σ k log b for positive b, rationals down to primes; log e^u = u; log b² = 2 log |b|."""
    total, rest = S.Zero, []
    for base, k in _oriented(a, given, frozen):
        if base is S.Exp1:
            total += k
        elif base.is_Rational and base > 0:
            total += k * _log_rational(base)
        elif k.is_real is not False and _signs(base, given, frozen) == POSITIVE:
            total += k * _log_positive(base, given, frozen)
        elif k.is_integer and k.is_even:
            total += k * f.log(abs_of(base, given, frozen))
        else:
            rest.append(base**k)
    signless = Mul(*rest)
    return total + (f.log(signless) if signless != 1 else 0)


def _log_rational(q: Expr) -> Expr:
    return Add(*(k * f.log(p) for p, k in _primes(q)))


def _primes(q: Expr) -> list[tuple[Expr, Expr]]:
    """A positive rational as powers of primes; of a large number only the small primes are split off."""
    limit = None if q.p * q.q < LARGE else SMALL_PRIMES
    up = [(S(p), S(k)) for p, k in factorint(q.p, limit=limit).items() if p != 1]
    return up + [(S(p), -S(k)) for p, k in factorint(q.q, limit=limit).items() if p != 1]


def _log_positive(base: Expr, given: Given, frozen: dict[Expr, Dummy]) -> Expr:
    """log Γ(z) is the function logΓ of a positive z; log of a power of a positive base comes down."""
    if isinstance(base, f.gamma):
        return _loggamma(base.args[0], given=given, frozen=frozen)
    if base.is_Rational:
        return _log_rational(base)
    content, primitive = base.as_content_primitive() if base.is_Add else (S.One, base)
    if content != 1 and content > 0:
        return _log_rational(content) + f.log(primitive)
    return f.log(base)


def exp_of(a: Expr) -> Expr:
    """e^{Σ c log b + u} = ∏ b^c · e^u for positive b; e^{log Γ(z)} = Γ(z)."""
    factors = []
    for t in Add.make_args(a.expand()):
        logs = [p for p in Mul.make_args(t) if isinstance(p, f.log)]
        c, head = t.as_coeff_Mul()
        if isinstance(head, f.loggamma) and c.is_Integer:
            factors.append(f.gamma(head.args[0]) ** c)
        elif len(logs) == 1 and logs[0].args[0].is_extended_real:
            factors.append(_raised(logs[0].args[0], t / logs[0]))
        else:
            factors.append(f.exp(t))
    return Mul(*factors)


def _raised(base: Expr, k: Expr) -> Expr:
    """base^k; of a positive sum as base^n·e^{κ log base} with k = n + κ, so that its powers meet."""
    if not base.is_Add or k.is_number:
        return Pow(base, k)
    n = S(int(k.as_coeff_Add()[0].p // k.as_coeff_Add()[0].q)) if k.as_coeff_Add()[0].is_Rational else S.Zero
    return Pow(base, n) * f.exp((k - n) * f.log(base))


def lowered(e: Expr) -> Expr:
    """e^{κ log b} as b^κ again."""
    logs = [p for p in Mul.make_args(e.args[0]) if isinstance(p, f.log) and p.args[0].is_Add]
    return Pow(logs[0].args[0], e.args[0] / logs[0]) if len(logs) == 1 else e


def power_of(base: Expr, k: Expr, given: Given, frozen: dict[Expr, Dummy]) -> Expr:
    """(∏ b)^k = ∏ b^k for positive b; rationals down to primes; of a negative b with its sign apart."""
    if base is S.Exp1:
        return exp_of(k)
    k, made, rest = k.expand(), S.One, []
    for b, n in _oriented(base, given, frozen):
        if b.is_Rational and b > 0:
            made *= Mul(*(Pow(p, (m * n * k).expand()) for p, m in _primes(b)))
        elif n.is_real is not False and _signs(b, given, frozen) == POSITIVE:
            made *= _raised(b, (n * k).expand())
        else:
            rest.append(b**n)
    return made * Pow(Mul(*rest), k)


def abs_of(a: Expr, given: Given, frozen: dict[Expr, Dummy]) -> Expr:
    """|a| = a for a ≥ 0, −a for a ≤ 0; |−a| = |a|."""
    signs = _signs(a, given, frozen)
    if signs <= NONNEGATIVE:
        return a
    if signs <= {-1, 0}:
        return -a
    content, a = factor(together(a)).as_coeff_Mul()
    parts = [Abs(-p if p.is_Add and p.could_extract_minus_sign() else p) for p in Mul.make_args(a)]
    return abs(content) * Mul(*parts)


def _shift(a: Expr, given: Given, frozen: dict[Expr, Dummy]) -> tuple[Expr, int]:
    """a = base + n as `_apart`, where both are positive, so that no step of a recurrence meets a pole; else n = 0."""
    base, n = _apart(a)
    safe = n != 0 and _signs(base if n > 0 else a, given, frozen) == POSITIVE
    return (base, n) if safe else (a, 0)


def _apart(a: Expr) -> tuple[Expr, int]:
    """a = base + n with a whole n, the constant of the base in [0, 1) (or base = 1 for a whole number)."""
    a = a.expand()
    constant = a.as_coeff_Add()[0]
    n = int(constant.p // constant.q) if constant.is_Rational else 0
    if a.is_Integer:
        n -= 1
    return a - n, n if abs(n) <= 60 else 0


def _gamma(a: Expr, *, given: Given, frozen: dict[Expr, Dummy]) -> Expr:
    """Γ(z + 1) = z Γ(z), of meromorphic functions (DLMF 5.5.1); a positive argument stays positive."""
    base, n = _shift(a, given, frozen) if _signs(a, given, frozen) == POSITIVE else _apart(a)
    if a.is_Rational or n == 0:
        return f.gamma(a)
    up = Mul(*(base + i for i in range(n))) if n > 0 else 1 / Mul(*(base - i for i in range(1, 1 - n)))
    return up * f.gamma(base)


def _steps(n: int, term: Callable[[int], Expr]) -> Expr:
    """f(n) − f(0), where f(i + 1) − f(i) is the term at i."""
    total = Add(*(term(i) for i in range(min(n, 0), max(n, 0))))
    return total if n > 0 else -total


def _loggamma(a: Expr, *, given: Given, frozen: dict[Expr, Dummy]) -> Expr:
    """log Γ(z + 1) = log z + log Γ(z) for z > 0 (DLMF 5.5.1)."""
    base, n = _shift(a, given, frozen)
    if n == 0:
        return f.loggamma(a)
    return _steps(n, lambda i: log_of(base + i, given, frozen)) + (f.loggamma(base) if base != 1 else 0)


def _polygamma(m: Expr, a: Expr, *, given: Given, frozen: dict[Expr, Dummy]) -> Expr:
    """ψ⁽ᵐ⁾(z + 1) = ψ⁽ᵐ⁾(z) + (−1)ᵐ m! z^{−m−1} (DLMF 5.15.5)."""
    base, n = _shift(a, given, frozen)
    if not (m.is_Integer and m >= 0) or a.is_Integer or n == 0:
        return f.polygamma(m, a)
    c = S.NegativeOne**m * f.factorial(m)
    return f.polygamma(m, base) + _steps(n, lambda i: c * (base + i) ** (-m - 1))


def _besseli(n: Expr, z: Expr, **_: Any) -> Expr:
    """I_{n+1}(z) = I_{n−1}(z) − (2n/z) I_n(z), for z > 0, where alone I is used (DLMF 10.29.1)."""
    return _besseli(n - 2, z) - 2 * (n - 1) / z * _besseli(n - 1, z) if n in range(2, 10) else f.besseli(n, z)


RECURRENCES: dict[Any, Callable[..., Expr]] = {
    f.gamma: _gamma, f.loggamma: _loggamma, f.factorial: lambda n, **w: _gamma(n + 1, **w),
    f.polygamma: _polygamma, f.digamma: lambda a, **w: _polygamma(S.Zero, a, **w), f.erfc: lambda a, **w: 1 - f.erf(a),
    f.beta: lambda a, b, **w: _gamma(a, **w) * _gamma(b, **w) / _gamma(a + b, **w),
    f.binomial: lambda n, k, **w: _gamma(n + 1, **w) / _gamma(k + 1, **w) / _gamma(n - k + 1, **w),
    f.besseli: _besseli,
    f.Min: lambda a, b, **w: next((u for u, v in ((a, b), (b, a)) if _signs(v - u, **w) <= NONNEGATIVE), f.Min(a, b)),
}  # fmt: skip
