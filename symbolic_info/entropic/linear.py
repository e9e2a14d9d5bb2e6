"""Linear forms over joint entropies, with exact rational coefficients and an exact constant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from flint import arb, ctx

from ..exact.ball import PRECISIONS

Names = frozenset[str]
NUMBER = 1  # the key of the number 1 in a constant; every other key is a prime p and stands for log p


@dataclass(frozen=True)
class Linear:
    """Σ c_S H(S) + constant: `entropies` holds (S, c_S) with c_S ≠ 0, `constant` holds (p, c) for c log p.

    The key 1 of the constant stands for the number 1.  1 and the logarithms of primes are linearly
    independent over the rationals, so two forms are the same function of all laws exactly when they are equal.
    """

    entropies: frozenset[tuple[Names, Fraction]] = frozenset()
    constant: frozenset[tuple[int, Fraction]] = frozenset()

    @cached_property
    def by_set(self) -> dict[Names, Fraction]:
        """The coefficient of each joint entropy."""
        return dict(self.entropies)

    @property
    def variables(self) -> Names:
        return frozenset[str]().union(*(s for s, _ in self.entropies))

    @property
    def is_zero(self) -> bool:
        return not self.entropies and not self.constant

    def __add__(self, other: Linear) -> Linear:
        return combined([(Fraction(1), self), (Fraction(1), other)])

    def __sub__(self, other: Linear) -> Linear:
        return combined([(Fraction(1), self), (Fraction(-1), other)])

    def __neg__(self) -> Linear:
        return combined([(Fraction(-1), self)])

    def __mul__(self, factor: Fraction | int) -> Linear:
        return combined([(Fraction(factor), self)])

    __rmul__ = __mul__

    def constant_sign(self) -> int:
        """The certain sign of the constant: 1, 0 or −1."""
        return sign_of(dict(self.constant))


def combined(parts: Iterable[tuple[Fraction, Linear]]) -> Linear:
    """The sum of multiples of linear forms."""
    entropies: dict[Names, Fraction] = {}
    constant: dict[int, Fraction] = {}
    for factor, form in parts:
        for names, c in form.entropies:
            entropies[names] = entropies.get(names, Fraction(0)) + factor * c
        for p, c in form.constant:
            constant[p] = constant.get(p, Fraction(0)) + factor * c
    return linear(entropies, constant)


def linear(entropies: Mapping[Names, Fraction], constant: Mapping[int, Fraction] | None = None) -> Linear:
    """A linear form from its coefficients; H of no variable is 0."""
    return Linear(
        frozenset((s, c) for s, c in entropies.items() if c and s),
        frozenset((p, c) for p, c in (constant or {}).items() if c),
    )


def logarithm(value: Fraction) -> Linear:
    """log of a positive rational number, by primes."""
    found: dict[int, Fraction] = {}
    for number, sign in ((value.numerator, 1), (value.denominator, -1)):
        for p, k in _factors(number).items():
            found[p] = found.get(p, Fraction(0)) + sign * k
    return linear({}, found)


def number(value: Fraction) -> Linear:
    """A rational number of nats."""
    return linear({}, {NUMBER: value})


def sign_of(constant: Mapping[int, Fraction]) -> int:
    """The sign of Σ c_p log p (+ c_1): zero exactly when every coefficient is, else as a ball says it."""
    if not any(constant.values()):
        return 0
    for bits in PRECISIONS:
        with ctx.workprec(bits):
            value = sum(
                (arb(c.numerator) / c.denominator * (arb(p).log() if p != NUMBER else 1) for p, c in constant.items()),
                arb(0),
            )
            if value > 0 or value < 0:
                return 1 if value > 0 else -1
    raise ArithmeticError("the sign of a constant needs more digits than are computed")


def _factors(n: int) -> dict[int, int]:
    """The prime factors of a number that the grammar has bounded."""
    from sympy import factorint

    return {int(p): int(k) for p, k in factorint(n).items()}


def entropy(of: Iterable[str], given: Iterable[str] = ()) -> Linear:
    """H(of | given)."""
    b = frozenset(given)
    return _signed([(1, b | frozenset(of)), (-1, b)])


def information(a: Iterable[str], b: Iterable[str], given: Iterable[str] = ()) -> Linear:
    """I(a; b | given)."""
    return multi_information([frozenset(a), frozenset(b)], given)


def multi_information(groups: Iterable[Iterable[str]], given: Iterable[str] = ()) -> Linear:
    """I(A; B; …| given), with I(A; B; C) = I(A; B) − I(A; B | C): Σ over the non-empty choices of −(−1)^k H."""
    c = frozenset(given)
    unions: list[tuple[int, Names]] = [(1, c)]
    for group in groups:
        unions += [(-sign, union | frozenset(group)) for sign, union in unions]
    return _signed([(-sign, union) for sign, union in unions])


def total_correlation(groups: Iterable[Iterable[str]], given: Iterable[str] = ()) -> Linear:
    """Σ H(A_i | given) − H(A_1, …, A_n | given) (Watanabe 1960)."""
    sets, c = [frozenset(g) for g in groups], frozenset(given)
    whole = c.union(*sets)
    return _signed([*((1, s | c) for s in sets), *((-1, c) for _ in sets), (-1, whole), (1, c)])


def dual_total_correlation(groups: Iterable[Iterable[str]], given: Iterable[str] = ()) -> Linear:
    """H(A_1, …, A_n | given) − Σ H(A_i | all others, given) (Han 1978)."""
    sets, c = [frozenset(g) for g in groups], frozenset(given)
    whole = c.union(*sets)
    others = [c.union(*(t for j, t in enumerate(sets) if j != i)) for i in range(len(sets))]
    return _signed([(1, whole), (-1, c), *((-1, whole) for _ in sets), *((1, o) for o in others)])


def variation_of_information(a: Iterable[str], b: Iterable[str], given: Iterable[str] = ()) -> Linear:
    """H(a | b, given) + H(b | a, given) (Meilă 2007)."""
    a, b, c = frozenset(a), frozenset(b), frozenset(given)
    return entropy(a, b | c) + entropy(b, a | c)


def interaction_information(groups: Iterable[Iterable[str]], given: Iterable[str] = ()) -> Linear:
    """McGill's sign: (−1)^n I(A_1; …; A_n | given), so that I(X; Y | Z) − I(X; Y) for three (McGill 1954)."""
    sets = list(groups)
    return multi_information(sets, given) * (-1) ** len(sets)


def _signed(parts: Iterable[tuple[int, Names]]) -> Linear:
    found: dict[Names, Fraction] = {}
    for sign, names in parts:
        found[names] = found.get(names, Fraction(0)) + sign
    return linear(found)
