"""Logarithms in textbook form: gathered by their coefficients, log Γ as log B."""

from __future__ import annotations

import math
from itertools import combinations

from sympy import Add, E, Expr, Mul, Rational, S, beta, log, pi, sqrt
from sympy import functions as f

from ..exact.given import Given
from .fractions import squares


def beta_logs(parts: dict[Expr, Expr]) -> dict[Expr, Expr]:
    """log Γ(a) + log Γ(b) − log Γ(a+b) is log B(a, b)."""
    gammas = {h.args[0]: h for h in parts if isinstance(h, f.loggamma)}
    for a, b in combinations(sorted(gammas, key=str), 2):
        c = parts.get(gammas[a], S.Zero)
        whole = gammas.get(a + b)
        if whole is not None and c != 0 and parts[gammas[b]] == c and parts[whole] == -c:
            kept = {h: v for h, v in parts.items() if h not in (gammas[a], gammas[b], whole)}
            return beta_logs(kept | {log(beta(a, b)): c})
    return _multivariate_beta(parts, gammas)


def _multivariate_beta(parts: dict[Expr, Expr], gammas: dict[Expr, Expr]) -> dict[Expr, Expr]:
    """log Γ(a) + log Γ(b) + log Γ(c) − log Γ(a + b + c) as one logarithm; two such with opposite signs as well."""
    for whole, head in gammas.items():
        c = -parts[head]
        own = [a for a in gammas if parts[gammas[a]] == c and a.free_symbols < whole.free_symbols]
        if len(own) > 2 and Add(*own) == whole:
            used = {head, *(gammas[a] for a in own)}
            ratio = Mul(*map(f.gamma, own)) / f.gamma(whole)
            kept = {h: v for h, v in parts.items() if h not in used}
            other = next((h for h, v in kept.items() if v == -c and isinstance(h, log) and h.has(f.gamma)), None)
            if other is not None:
                ratio, c = (ratio / other.args[0], c) if c.is_positive else (other.args[0] / ratio, -c)
                del kept[other]
            return beta_logs(kept | {log(ratio): c})
    return parts


def half_betas(logs: dict[Expr, Expr], parts: dict[Expr, Expr]) -> None:
    """log Γ(a) − log Γ(a + ½) + ½ log π is log B(a, ½)."""
    for head in sorted((h for h in parts if isinstance(h, f.loggamma)), key=str):
        a, c = head.args[0], parts.get(head, S.Zero)
        if c != 0 and a.free_symbols and parts.get(f.loggamma(a + S.Half)) == -c:
            del parts[head], parts[f.loggamma(a + S.Half)]
            parts[log(beta(a, S.Half))] = c
            logs[log(pi)] = logs.get(log(pi), S.Zero) - c / 2


def paired(parts: dict[Expr, Expr], given: Given) -> dict[Expr, Expr]:
    """c f − c g as c (f − g) with c > 0, where c is no number."""
    made: dict[Expr, Expr] = {}
    for head, c in parts.items():
        other = next((h for h, k in made.items() if not c.is_number and (c + k).expand() == 0), None)
        if other is not None:
            k = made.pop(other)
            turned = given.signs(k) == {-1} or (k.could_extract_minus_sign() and not given.positive(k))
            first, second, k = (head, other, c) if turned else (other, head, k)
            made[first - second] = k
        else:
            made[head] = c
    return made


def grouped(logs: dict[Expr, Expr], given: Given) -> list[tuple[Expr, Expr]]:
    """c log a − c log b as c log(a/b) with c > 0; rational coefficients as one log where its powers stay small."""
    made: list[tuple[Expr, Expr]] = []
    for coefficient, members in _by_multiple(logs).items():
        steps = [k for k, _ in members]
        unit = Rational(math.gcd(*(int(k.p) for k in steps)), math.lcm(*(int(k.q) for k in steps)))
        powers = [k / unit for k in steps]
        if coefficient.is_Add and len(powers) > 1 and given.signs(coefficient) == {-1}:
            coefficient, powers = -coefficient, [-k for k in powers]
        if max(map(abs, powers)) <= 4 or coefficient != 1:
            if all(k < 0 for k in powers) or (_mostly_negative(powers) and coefficient != 1):
                unit, powers = -unit, [-k for k in powers]
            argument = Mul(*(h.args[0] ** k for (_, h), k in zip(members, powers, strict=True)))
            made.append((Mul(unit, coefficient), tall(conjugate(argument))))
        else:
            made += _by_size(members)
    return made


def tall(a: Expr) -> Expr:
    """b/2 − a/2 as (b − a)/2, a² − 2ab + b² + c² as (a − b)² + c²."""
    number, sums = a.as_content_primitive() if a.is_Add else (S.One, a)
    if number != 1:
        return Mul(number, squares(sums), evaluate=False)
    return a.replace(lambda p: p.is_Add and p.is_polynomial() and len(p.args) > 3, squares)


def conjugate(a: Expr) -> Expr:
    """(1 − r)(1 + r) as 1 − r²."""
    sums = [part.as_base_exp() for part in Mul.make_args(a) if part.as_base_exp()[0].is_Add]
    for p, q in combinations(sums, 2):
        whole = (p[0] * q[0]).expand()
        if p[1] == q[1] and len(whole.args) == len(p[0].args) == len(q[0].args) == 2:
            return conjugate(a / (p[0] * q[0]) ** p[1]) * whole ** p[1]
    return a


def _by_size(members: list[tuple[Rational, Expr]]) -> list[tuple[Expr, Expr]]:
    """Logs whose coefficients do not go together: one log a coefficient."""
    sizes: dict[Expr, list[tuple[Rational, Expr]]] = {}
    for k, h in members:
        sizes.setdefault(abs(k), []).append((k, h))
    return [
        (size, Mul(*(h.args[0] ** int(k / size) for k, h in own)))
        if any(k > 0 for k, _ in own)
        else (-size, Mul(*(h.args[0] for _, h in own)))
        for size, own in sizes.items()
    ]


def _mostly_negative(powers: list[Rational]) -> bool:
    return bool(sum(1 if k > 0 else -1 for k in powers) < 0)


def _by_multiple(logs: dict[Expr, Expr]) -> dict[Expr, list[tuple[Rational, Expr]]]:
    """Logs by their coefficient up to a rational factor."""
    groups: dict[Expr, list[tuple[Rational, Expr]]] = {}
    for head, c in logs.items():
        for known in groups:
            ratio = (c / known).cancel()
            if ratio.is_Rational:
                groups[known].append((ratio, head))
                break
        else:
            number, symbolic = c.as_coeff_Mul()
            groups.setdefault(S.One if symbolic == 1 else c, []).append((number if symbolic == 1 else S.One, head))
    return groups


def absorbed(logs: list[Expr], rest: list[Expr]) -> tuple[list[Expr], list[Expr]]:
    """½ log(2πσ²) + ½ is ½ log(2πeσ²); ½ log(4π²s²(1 − r²)) + 1 is log(2πes√(1 − r²))."""
    for i, t in enumerate(logs):
        body = next((a for a in Mul.make_args(t) if isinstance(a, log)), S.Zero)
        n = body.args[0].as_powers_dict().get(pi, S.Zero) if body != 0 else S.Zero
        c = t / body if n > 0 else S.Zero
        if c != 0 and c * n in rest:
            inside, left = E**n * body.args[0], [r for r in rest if r != c * n]
            if c == S.Half and n.is_even:
                c, inside = S.One, sqrt(inside)
            return [*logs[:i], c * log(inside), *logs[i + 1 :]], left
    return logs, rest
