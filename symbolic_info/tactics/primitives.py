"""Antiderivatives and sums of elementary functions, by table.  Untrusted: the kernel differentiates them."""

from __future__ import annotations

from collections.abc import Callable

from sympy import (
    Abs,
    Add,
    Dummy,
    Expr,
    Mul,
    S,
    Symbol,
    atan,
    cos,
    div,
    exp,
    expand,
    factor,
    factorial,
    log,
    loggamma,
    sin,
    sqrt,
)


def primitive(f: Expr, x: Symbol) -> Expr | None:
    """F with F′ = f, for sums of products of a power of x with one more factor of the table; None otherwise."""
    parts = [_primitive(t, x) for t in Add.make_args(expand(f)) if t != 0]
    return None if any(p is None for p in parts) else Add(*parts)


def _primitive(t: Expr, x: Symbol) -> Expr | None:
    """c·xᵏ times one of: log(ax + b)ⁿ, log(quadratic), (ax + b)ʳ, |ax + b|ʳ, e^{ax + b}, cos, sin, 1/quadratic."""
    c, rest = t.as_independent(x, as_Add=False)
    k, growth, other = S.Zero, S.Zero, []
    for part in Mul.make_args(rest):
        base, power = part.as_base_exp()
        if base == x and not power.has(x):
            k += power
        elif base is S.Exp1:
            growth += power
        else:
            other.append((base, power))
    other += [(S.Exp1, growth.expand())] if growth != 0 else []
    if not other or rest == 1:
        return c * _power(x, k)
    if len(other) > 1:
        return None
    made = _with(k, *other[0], x)
    return None if made is None else c * made


def _power(u: Expr, k: Expr) -> Expr:
    """∫ uᵏ du"""
    return log(u) if k == -1 else u ** (k + 1) / (k + 1)


def _with(k: Expr, base: Expr, power: Expr, x: Symbol) -> Expr | None:
    """∫ xᵏ·base^power dx"""
    if base is S.Exp1 or isinstance(base, exp):
        return _exponential(k, base**power, x)
    if isinstance(base, cos | sin) and power == 1 and _linear(base.args[0], x):
        return _trigonometric(k, base, x)
    if isinstance(base, log) and power.is_Integer and power > 0:
        return _logarithm(k, base.args[0], int(power), x)
    if isinstance(base, Abs) and _linear(base.args[0], x) and not power.has(x):
        return _in(base.args[0], k, x, lambda v, j: v ** (j + 1) * Abs(v) ** power / (j + 1 + power))
    if not power.has(x) and _linear(base, x):
        return _in(base, k, x, lambda v, j: _power(v, j + power))
    if power == -1 and _is_whole(k):
        root, n = factor(base).as_base_exp()
        return _rational(x**k, base, x) if n == 1 else _with(k, root, -n, x)
    return None


def _in(u: Expr, k: Expr, x: Symbol, known: Callable[[Expr, Expr], Expr]) -> Expr | None:
    """∫ xᵏ g(u) dx for linear u = ax + b and whole k: x = (u − b)/a, then ∫ uʲ g(u) du by `known`."""
    if not _is_whole(k):
        return None
    a, b = u.diff(x), u.xreplace({x: S.Zero})
    v = Dummy("v", real=True)
    total = S.Zero
    for t in Add.make_args(expand(((v - b) / a) ** k)):
        c, rest = t.as_independent(v, as_Add=False)
        total += c * known(v, S.Zero if rest == 1 else rest.as_base_exp()[1]) / a
    return total.xreplace({v: u})


def _logarithm(k: Expr, u: Expr, n: int, x: Symbol) -> Expr | None:
    """∫ xᵏ log(u)ⁿ dx for linear u, or for u = x² + bx + c and n = 1 by parts."""
    if u == x or (_linear(u, x) and u.xreplace({x: S.Zero}) == 0):
        return log(u) ** (n + 1) / (n + 1) if k == -1 else _by_parts(x, k, log(u), n)
    if _linear(u, x):
        return _in(u, k, x, lambda v, j: _by_parts(v, j, log(v), n))
    if n != 1 or not _is_whole(k) or not u.is_polynomial(x):
        return None
    rest = _rational(expand(x ** (k + 1) * u.diff(x) / (k + 1)), u, x)
    return None if rest is None else x ** (k + 1) / (k + 1) * log(u) - rest


def _by_parts(v: Expr, j: Expr, logarithm: Expr, n: int) -> Expr:
    """∫ vʲ log(av)ⁿ dv = v^{j+1} Σ_m (−1)^{n−m} n!/m! log(av)^m/(j+1)^{n−m+1}."""
    terms = [
        S.NegativeOne ** (n - m) * factorial(n) / factorial(m) * logarithm**m / (j + 1) ** (n - m + 1)
        for m in range(n + 1)
    ]
    return v ** (j + 1) * Add(*terms)


def _rational(top: Expr, q: Expr, x: Symbol) -> Expr | None:
    """∫ top/q dx for polynomials with q = Ax² + Bx + C and 4AC > B²."""
    if not q.is_polynomial(x) or q.as_poly(x).degree() != 2:
        return None
    whole, rest = div(top, q, x)
    A, B, C = q.as_poly(x).all_coeffs()
    alpha, beta = rest.expand().coeff(x, 1), rest.expand().coeff(x, 0)
    width = sqrt((4 * A * C - B**2).factor())
    made = primitive(whole, x)
    angle = 2 / width * atan((2 * A * x + B) / width)
    return None if made is None else made + alpha / (2 * A) * log(q) + (beta - alpha * B / (2 * A)) * angle


def _exponential(k: Expr, e: Expr, x: Symbol) -> Expr | None:
    """∫ xᵏ e^{ax + b} dx = xᵏ e/a − k/a ∫ xᵏ⁻¹ e dx for a whole k."""
    if not _is_whole(k) or not _linear(e.exp, x):
        return None
    rate = e.exp.diff(x)
    terms = [S.NegativeOne**i * factorial(k) / factorial(k - i) * x ** (k - i) / rate ** (i + 1) for i in range(k + 1)]
    return Add(*terms) * e


def _trigonometric(k: Expr, e: Expr, x: Symbol) -> Expr | None:
    """∫ xᵏ cos(ax + b) dx by parts, the same for the sine."""
    if not _is_whole(k):
        return None
    u, terms, power = e.args[0], [], x**k
    turn = {cos: (sin, 1), sin: (cos, -1)}
    head, sign = e.func, S.One
    for _ in range(k + 1):
        head, step = turn[head]
        sign *= step / u.diff(x)
        terms.append(sign * power * head(u))
        power, sign = power.diff(x), -sign
    return Add(*terms)


def _is_whole(k: Expr) -> bool:
    return bool(k.is_Integer and 0 <= k <= 12)


def _linear(u: Expr, x: Symbol) -> bool:
    return bool(u.is_polynomial(x) and u.as_poly(x).degree() == 1)


def antidifference(f: Expr, i: Symbol) -> Expr | None:
    """F with F(i+1) − F(i) = f(i), for sums of c, c·i, c·i², c·log i, c·log Γ(i+1)-free terms; None otherwise."""
    parts = []
    for t in Add.make_args(expand(f)):
        c, rest = t.as_independent(i, as_Add=False)
        known = {
            S.One: i,
            i: i * (i - 1) / 2,
            i**2: i * (i - 1) * (2 * i - 1) / 6,
            log(i): loggamma(i),
        }.get(rest)
        if known is None:
            return None
        parts.append(c * known)
    return Add(*parts)
