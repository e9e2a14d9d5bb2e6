"""Parts of a formula: a term, a factor, a sign, a power that is lost or put in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from sympy import Add, Expr, Integer, Mul, Pow, Rational, S, Symbol, log, loggamma, pi
from sympy import functions as f

from .kind import mistake


@mistake("off-by-one", rank=30)
def one_forgotten(part: Add) -> Any:
    """A number is off by one: {} stands where one more, or one less, is needed."""
    constant, rest = part.as_coeff_Add()
    if constant not in (1, -1, 2, -2) or not all(_is_linear(t) for t in Add.make_args(rest)):
        return None
    return [(rest + c, rest + c) for c in (constant - 1, constant + 1)]


@mistake("off-by-one", rank=30)
def argument_off_by_one(part: f.gamma | loggamma | f.polygamma | f.factorial | f.harmonic) -> Any:
    """The argument of a function is off by one: in {}."""
    *order, u = part.args
    return [(part.func(*order, u + c), part.func(*order, u + c)) for c in (1, -1)]


@mistake("off-by-one", rank=31)
def every_one_forgotten(value: Expr) -> Any:
    """Numbers are off by one: look where one more, or one less, is needed."""
    sums = [e for e in value.atoms(Add) if e.as_coeff_Add()[0] in (1, -1, 2, -2)]
    put = {e: e.as_coeff_Add()[1] for e in sums if all(_is_linear(t) for t in Add.make_args(e.as_coeff_Add()[1]))}
    return value.xreplace(put) if len(put) > 1 else None


@mistake("complement", rank=29)
def chance_for_its_complement(part: Add) -> Any:
    """A probability stands where its complement belongs: look again at {}."""
    one, rest = part.as_coeff_Add()
    return [(-rest, part)] if one == 1 and rest.is_Mul and -rest in part.free_symbols else None


@mistake(rank=31)
def missing_normaliser(part: Add) -> Any:
    """The constant that makes the density integrate to 1 was forgotten: the term {} is missing."""
    return [(part - t, t) for t in part.args if t.atoms(f.gamma, loggamma, f.beta) and not t.atoms(f.polygamma)]


@mistake(rank=32)
def forgotten_constant(part: Add) -> Any:
    """A constant was forgotten: a factor such as 2π or e under the logarithm."""
    with_pi = [t for t in part.args if t.has(pi) and not t.free_symbols]
    numbers = [t for t in part.args if not t.free_symbols]
    if not with_pi:
        return None
    several = [with_pi, numbers, [t for t in numbers if t.has(log)], [t for t in numbers if not t.has(log)]]
    return [part - Add(*lost) for lost in several if lost and len(lost) < len(part.args)]


@mistake("forgotten-constant", rank=32)
def constant_in_a_logarithm(part: f.log) -> Any:
    """A constant was forgotten: a factor such as 2π or e under the logarithm."""
    inside = part.args[0]
    if not inside.has(pi):
        return
    whole = Mul.make_args(inside)
    for lost in ((pi,), (S.Exp1,), (pi, S.Exp1), (Integer(2),), (Integer(2), pi), (Integer(2), pi, S.Exp1)):
        kept = [a for a in whole if a not in lost]
        if len(kept) < len(whole):
            yield log(Mul(*kept))


@mistake("forgotten-constant", rank=33)
def constants_of_a_dimension(value: Expr) -> Any:
    """A constant was forgotten or counted twice: a factor 2π or 2πe under the logarithm goes with each dimension."""
    sizes = [log(2 * pi), log(2 * pi * S.Exp1)]
    return [value + s * c for c in sizes for s in (S.Half, -S.Half, 1, -1)] if value.has(pi) else None


@mistake(rank=34)
def dropped_term(part: Add) -> Any:
    """A term is missing: look again for {}."""
    several = [c for n in (1, 2, 3) if n < len(part.args) < 9 for c in combinations(part.args, n)]
    return [(part - Add(*lost), Add(*lost)) for lost in several or [(t,) for t in part.args]]


@mistake("sign", rank=35)
def sign_of_a_difference(part: f.log) -> Any:
    """A sign is wrong under a logarithm: look again at {}, and at which of the numbers is the larger one."""
    return [(log(-part.args[0]), part)] if part.args[0].is_Add else None


@mistake("sign", rank=35)
def sign_of_a_term(part: Add) -> Any:
    """A sign is wrong: look again at {}."""
    several = [c for n in (1, 2) if n == 1 or len(part.args) in (3, 4) for c in combinations(part.args, n)]
    all_but_one = [(2 * t - part, part - t) for t in part.args if len(part.args) > 2]
    return [*((part - 2 * Add(*c), Add(*c)) for c in several), *all_but_one]


@mistake("sign", rank=32)
def sign_of_an_exponent(part: f.exp) -> Any:
    """A sign is wrong in an exponent: look again at {}."""
    return [(1 / part, part.args[0])]


@mistake(rank=36)
def missing_factor(part: Mul) -> Any:
    """A factor is missing: look again for {}."""
    number, rest = part.as_coeff_Mul()
    for c in _parts_of(number):
        yield part / c, c
    if rest.is_Mul:
        for a in rest.args:
            yield part / a, a


@mistake(rank=37)
def extra_factor(part: Mul) -> Any:
    """There is a factor too many: look again at the factor before {}."""
    number, rest = part.as_coeff_Mul()
    if number != 1:
        return [(c * part, rest) for c in (Integer(2), Rational(1, 2)) if 1 / c not in _parts_of(number)]
    return [(c * part, part) for c in (Integer(2), Rational(1, 2))]


@mistake("extra-factor", rank=37)
def factor_before_a_function(part: f.log | loggamma | f.polygamma | f.gamma) -> Any:
    """There is a factor too many: look again at the factor before {}."""
    return [(c * part, part) for c in (Integer(2), Rational(1, 2))]


@mistake("extra-factor", rank=37)
def factor_before_a_term(part: Add) -> Any:
    """There is a factor too many: look again at the factor before {}."""
    plain = [t for t in part.args if not t.is_Mul]
    return [(part + (c - 1) * t, t) for t in plain for c in (Integer(2), Rational(1, 2))]


@mistake(rank=33)
def missing_power(part: Pow) -> Any:
    """A power or a root was lost: look again at {}."""
    if part.exp in (2, -2, Rational(1, 2), Rational(-1, 2)):
        return [(Pow(part.base, part.exp / abs(part.exp)), part)]
    return [(part**2, part), (part / part.base, part)] if part.exp.is_Integer else None


@mistake(rank=33)
def inverted_ratio(part: Mul) -> Any:
    """A ratio is upside down: look again at {}."""
    top, bottom = part.as_numer_denom()
    if bottom.free_symbols and top.free_symbols:
        return _turned(top, bottom, part)
    return None


@mistake("inverted-ratio", rank=33)
def ratio_of_numbers(part: f.log) -> Any:
    """A ratio is upside down under a logarithm: look again at {}."""
    top, bottom = part.args[0].as_numer_denom()
    return [(log(bottom / top), part)] if bottom != 1 and (not part.free_symbols or top.free_symbols) else None


@mistake("sign", rank=35)
def sign_of_a_logarithm(part: f.log) -> Any:
    """A sign is wrong: look again at {}, and at what log(1/x) is."""
    return [(-part, part)]


@mistake(rank=39)
def wrong_parameter(value: Expr) -> Any:
    """A parameter stands where another one belongs: compare the indices."""
    names = sorted(value.free_symbols, key=str)
    for s in names:
        for other in names:
            if s != other and s.assumptions0 == other.assumptions0:
                yield from _once(value, s, other)


def _once(e: Expr, s: Symbol, other: Symbol) -> Iterator[Expr]:
    """The expression with one occurrence of a symbol replaced by another."""
    if e == s:
        yield other
    for i, a in enumerate(e.args):
        if s in a.free_symbols:
            yield from (e.func(*e.args[:i], made, *e.args[i + 1 :]) for made in _once(a, s, other))


def _turned(top: Expr, bottom: Expr, part: Expr) -> list[tuple[Expr, Expr]]:
    """The ratio upside down, without the number that stands before it."""
    (c, u), (d, v) = top.as_coeff_Mul(), bottom.as_coeff_Mul()
    return [(c * v / (d * u), part), (bottom / top, part)]


def _is_linear(t: Expr) -> bool:
    return bool(t.as_coeff_Mul()[1].is_Symbol)


def _parts_of(number: Any) -> list[Expr]:
    """The factors of a coefficient that may be lost: all of it, and a 2 of what is below or above."""
    size = abs(number)
    if size == 1 or not size.is_Rational:
        return []
    halves = [Integer(2)] if size.p % 2 == 0 else []
    halves += [Rational(1, 2)] if size.q % 2 == 0 else []
    return list(dict.fromkeys([size, *halves]))
