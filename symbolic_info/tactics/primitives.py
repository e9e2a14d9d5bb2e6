"""Antiderivatives and sums of elementary functions, by table.  Untrusted: the kernel differentiates them."""

from __future__ import annotations

from sympy import Abs, Add, Expr, Mul, S, Symbol, exp, expand, factorial, log, loggamma


def primitive(f: Expr, x: Symbol) -> Expr | None:
    """F with F′ = f, for sums of c·xᵏ·log(ax+b)ⁿ, c·|ax+b|, c·e^{ax+b}; None otherwise."""
    parts = [_primitive(t, x) for t in Add.make_args(expand(f))]
    return None if any(p is None for p in parts) else Add(*parts)


def _primitive(t: Expr, x: Symbol) -> Expr | None:
    c, rest = t.as_independent(x, as_Add=False)
    if rest == 1:
        return c * x
    power, logs, other = S.Zero, [], []
    for factor in Mul.make_args(rest):
        base, k = factor.as_base_exp()
        if base == x and not k.has(x):
            power += k
        elif isinstance(base, log) and k.is_Integer and k > 0:
            logs += [base] * int(k)
        else:
            other.append(factor)
    if not logs and not other:
        return c * (log(x) if power == -1 else x ** (power + 1) / (power + 1))
    if len(other) == 1 and power == 0 and not logs:
        return _alone(c, other[0], x)
    if logs and not other and len(set(logs)) == 1 and power.is_Integer and power >= 0:
        made = _power_times_logs(int(power), logs[0].args[0], len(logs), x)
        return None if made is None else c * made
    return None


def _alone(c: Expr, factor: Expr, x: Symbol) -> Expr | None:
    inside = factor.args[0] if isinstance(factor, Abs | exp) else None
    if inside is None or not _linear(inside, x):
        return None
    slope = inside.diff(x)
    return c * (inside * Abs(inside) / 2 if isinstance(factor, Abs) else factor) / slope


def _power_times_logs(k: int, u: Expr, n: int, x: Symbol) -> Expr | None:
    """∫ xᵏ log(u)ⁿ dx for linear u = ax + b: put x = (u − b)/a, then ∫ uʲ log(u)ⁿ du by parts."""
    if not _linear(u, x):
        return None
    a, b = u.diff(x), u.xreplace({x: S.Zero})
    v = Symbol("v")
    total = S.Zero
    for t in Add.make_args(expand(((v - b) / a) ** k)):
        c, rest = t.as_independent(v, as_Add=False)
        total += c * _by_parts(int(rest.as_base_exp()[1]) if rest != 1 else 0, n, v) / a
    return total.xreplace({v: u})


def _by_parts(j: int, n: int, v: Symbol) -> Expr:
    """∫ vʲ log(v)ⁿ dv = v^{j+1} Σ_m (−1)^{n−m} n!/m! log(v)^m/(j+1)^{n−m+1}."""
    terms = [
        S.NegativeOne ** (n - m) * factorial(n) / factorial(m) * log(v) ** m / S(j + 1) ** (n - m + 1)
        for m in range(n + 1)
    ]
    return v ** (j + 1) * Add(*terms)


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
