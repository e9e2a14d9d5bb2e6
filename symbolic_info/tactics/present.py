"""Textbook form: how a person would write a closed form.  Untrusted: the kernel checks that it is equal."""

from __future__ import annotations

import math
from itertools import combinations

from sympy import Add, Dummy, E, Expr, Function, Mul, Pow, Rational, S, Symbol, beta, factor, fraction, log, pi, powsimp
from sympy import functions as f
from sympy.polys import cancel, together

from ..exact.given import Given
from ..exact.zero import normal
from ..language.binder import COORDINATES, Binder, Term
from ..language.information import Fisher, Grid
from ..language.operators import Sum
from ..language.terms import Expectation


def present(e: Expr, given: Given) -> Expr:
    """The expression as logs with common factors, then functions, then fractions over common denominators."""
    if isinstance(e, Grid):
        return e.with_entries(lambda entry: present(entry, given))
    flat = _raised(_inside(normal(e, given)), given)
    logs: dict[Expr, Expr] = {}
    others: dict[Expr, Expr] = {}
    rest: list[Expr] = []
    for t in Add.make_args(flat):
        head = _head(t)
        if head is None:
            rest.append(t)
        else:
            group = logs if isinstance(head, log) else others
            group[head] = group.get(head, S.Zero) + t / head
    log_part = [_product(c, log(a), given) for c, a in _grouped({h: factor(c) for h, c in logs.items()}, given)]
    other_part = [_product(c, h, given) for h, c in _beta(others).items() if c != 0]
    fractions = _fractions(rest)
    log_part, fractions = _absorbed(log_part, fractions)
    whole = _out_front([*log_part, *other_part, *fractions]).xreplace(_as_written(e, given))
    return _inside(_named(whole)).xreplace(_last_names(given))


def _raised(e: Expr, given: Given) -> Expr:
    """Γ(z) as Γ(z + n)/(z ⋯ (z + n − 1)), where z + n is known to be positive and z is not."""
    put: dict[Expr, Expr] = {}
    for a in e.atoms(f.gamma):
        (z,) = a.args
        n = next((k for k in range(13) if given.positive(z + k)), 0)
        put |= {a: f.gamma(z + n) / Mul(*(z + i for i in range(n)))} if n else {}
    raised = e.xreplace(put)
    if not put or all(given.nonzero(p.base) for p in raised.atoms(Pow) if p.exp.is_negative):
        return raised
    marks = {a: Dummy("h") for a in raised.atoms(Function, Term)}
    top, bottom = fraction(cancel(together(raised.xreplace(marks))))
    return Add(*(t / bottom for t in Add.make_args(top.expand()))).xreplace({m: a for a, m in marks.items()})


def _as_written(e: Expr, given: Given) -> dict[Expr, Expr]:
    """p(1 − q) + q(1 − p) under a logarithm stays so, where to multiply it out (or to use an equation) is longer."""
    written = {h.args[0] for h in e.atoms(log) if h.args[0].is_Add}
    spread = {given.reduce(a).expand(): a for a in sorted(written, key=str)}
    return {b: a for b, a in spread.items() if b.is_Add and len(b.args) > len(a.args)}


def _out_front(terms: list[Expr]) -> Expr:
    """n p log p + n(1 − p) log(1 − p) as n(p log p + (1 − p) log(1 − p))."""
    whole = Add(*terms)
    if len(terms) < 2 or not whole.has(log) or whole.has(Term):
        return whole
    shared = set.intersection(*({a for a in Mul.make_args(t) if a.free_symbols} for t in terms))
    front = Mul(*sorted(shared, key=str))
    return Mul(front, Add(*(t / front for t in terms)), evaluate=False) if shared else whole


def _last_names(given: Given) -> dict[Expr, Expr]:
    """1 − p₁ − p₂ under the name p₃ that an equation gives it."""
    return {value: s for s, value in given.equations.items() if value.is_Add}


def _named(e: Expr) -> Expr:
    """Bound variables under the names that a reader expects."""
    put = {}
    for b in e.atoms(Binder) - e.atoms(Fisher):
        names = COORDINATES if isinstance(b, Expectation) else [Dummy("k" if isinstance(b, Sum) else "x", real=True)]
        put[b] = b.renamed(names[: len(b.variables)])
    return e.xreplace(put)


def _inside(e: Expr) -> Expr:
    """Products of exponentials as one, and the arguments of functions over common denominators."""
    if not e.has(f.exp, f.erf, f.Abs):
        return e
    e = e.replace(lambda a: a.is_Mul and a.has(f.exp), powsimp)
    return e.replace(
        lambda a: isinstance(a, f.exp | f.erf | f.Abs),
        lambda a: a.func(Add(*_fractions(list(Add.make_args(a.args[0].expand()))))),
    )


def _head(t: Expr) -> Expr | None:
    """The one transcendental factor of a term."""
    found = [
        a
        for a in Mul.make_args(t)
        if isinstance(a, Function | Term) and not isinstance(a, f.exp | f.gamma | f.Abs | f.factorial | f.beta)
    ]
    return found[0] if len(found) == 1 else None


def _product(c: Expr, head: Expr, given: Given) -> Expr:
    """c·head with the coefficient over one denominator; −(1 − p) rather than p − 1 where it is negative."""
    top, bottom = fraction(factor(c))
    number, top = top.as_coeff_Mul()
    below, bottom = bottom.as_coeff_Mul()
    parts = []
    for part in Mul.make_args(top):
        falls = part.is_Add and given.signs(part) == {-1}
        number, part = (-number, (-part).expand()) if falls else (number, part)
        parts.append(part)
    return Mul(number / below, *parts, 1 / bottom, head)


def _beta(parts: dict[Expr, Expr]) -> dict[Expr, Expr]:
    """log Γ(a) + log Γ(b) − log Γ(a+b) is log B(a, b)."""
    gammas = {h.args[0]: h for h in parts if isinstance(h, f.loggamma)}
    for a, b in combinations(sorted(gammas, key=str), 2):
        c = parts.get(gammas[a], S.Zero)
        whole = gammas.get(a + b)
        if whole is not None and c != 0 and parts[gammas[b]] == c and parts[whole] == -c:
            kept = {h: v for h, v in parts.items() if h not in (gammas[a], gammas[b], whole)}
            return _beta(kept | {log(beta(a, b)): c})
    return parts


def _grouped(logs: dict[Expr, Expr], given: Given) -> list[tuple[Expr, Expr]]:
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
            made.append((Mul(unit, coefficient), argument))
        else:
            made += _by_size(members)
    return made


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


def _absorbed(logs: list[Expr], rest: list[Expr]) -> tuple[list[Expr], list[Expr]]:
    """½ log(2πσ²) + ½ is ½ log(2πeσ²)."""
    for i, t in enumerate(logs):
        c, body = t.as_coeff_Mul()
        if isinstance(body, log) and body.args[0].has(pi) and c in rest:
            logs = [*logs[:i], c * log(E * body.args[0]), *logs[i + 1 :]]
            return logs, [r for r in rest if r != c]
    return logs, rest


def _fractions(terms: list[Expr]) -> list[Expr]:
    """Terms gathered by their denominators, numerators with their squares kept together."""
    groups: dict[Expr, Expr] = {}
    for t in terms:
        top, bottom = fraction(t)
        number, symbolic = bottom.as_coeff_Mul()
        groups[symbolic] = groups.get(symbolic, S.Zero) + top / number
    made = []
    for bottom, top in groups.items():
        if bottom == 1:
            made += Add.make_args(_squares(top, whole=False))
        elif bottom.is_Add:
            whole = factor(top / bottom)
            made += [whole] if not whole.is_Add else list(Add.make_args(whole))
        else:
            number, primitive = top.expand().as_content_primitive() if top.is_Add else (S.One, top)
            made.append(_squares(primitive) / (bottom / number))
    return made


def _squares(top: Expr, whole: bool = True) -> Expr:
    """A polynomial that two symbols enter through their difference only, written in it: m² − 2mn + n² = (m − n)²."""
    if not top.is_Add:
        return top
    reals = sorted((s for s in top.free_symbols if s.is_positive is None), key=str)
    for m, n in combinations(reals, 2):
        d = Symbol("d", real=True)
        moved = top.xreplace({m: n + d}).expand()
        if not moved.has(n) and moved.has(d):
            square = moved.coeff(d, 2)
            return Add(moved - square * d**2).expand().xreplace({d: m - n}) + square * (m - n) ** 2
    made = factor(top) if whole else top
    return made if made.is_Mul or made.is_Pow else top
