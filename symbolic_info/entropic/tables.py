"""Joint tables with rational probabilities, whose entropies are exact.

An entropy of such a table is a rational combination of logarithms of primes, so it is a constant of `linear`:
zero exactly when every coefficient is, and else of a certain sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import gcd, lcm, prod

from .linear import Linear, Names, combined, linear, logarithm

Outcome = tuple[int, ...]


@dataclass(frozen=True)
class Table:
    """A joint law of named variables on finitely many outcomes: the probability of each, which is positive."""

    variables: tuple[str, ...]
    pmf: Mapping[Outcome, Fraction]

    def __post_init__(self) -> None:
        if any(len(outcome) != len(self.variables) for outcome in self.pmf):
            raise ValueError("an outcome has one value for each variable")
        if any(p <= 0 for p in self.pmf.values()) or sum(self.pmf.values()) != 1:
            raise ValueError("probabilities are positive, and add to 1")

    def marginal(self, of: Names) -> dict[Outcome, Fraction]:
        """The probability of each outcome of some of the variables, in the order of the table."""
        strange = of - set(self.variables)
        if strange:
            raise ValueError(f"no variable of the table: {', '.join(sorted(strange))}")
        places = [i for i, v in enumerate(self.variables) if v in of]
        sums: dict[Outcome, Fraction] = {}
        for outcome, p in self.pmf.items():
            key = tuple(outcome[i] for i in places)
            sums[key] = sums.get(key, Fraction(0)) + p
        return sums

    def entropy(self, of: Names) -> Linear:
        """The joint entropy of some of the variables, in nats: log n − Σ (c/n) log c for probabilities c/n."""
        sums = self.marginal(of).values()
        n = lcm(*(p.denominator for p in sums))
        counts = [int(p * n) for p in sums]
        of_counts = [(-Fraction(counts.count(c) * c, n), logarithm(Fraction(c))) for c in set(counts)]
        return combined([(Fraction(1), logarithm(Fraction(n))), *of_counts])

    def value(self, form: Linear) -> Linear:
        """The value of a linear form, which is a constant."""
        parts = [(c, self.entropy(names)) for names, c in form.entropies]
        return combined([(Fraction(1), linear({}, dict(form.constant))), *parts])

    def sign(self, form: Linear) -> int:
        """The certain sign of the value of a form; ArithmeticError where the balls cannot tell it from zero."""
        return self.value(form).constant_sign()


def from_weights(variables: Iterable[str], rows: Mapping[Outcome, int]) -> Table:
    """A table from whole weights."""
    common = gcd(*rows.values())
    total = sum(rows.values()) // common
    return Table(tuple(variables), {k: Fraction(w // common, total) for k, w in rows.items()})


def power(table: Table, copies: int) -> Table:
    """Independent copies of a table: every variable becomes the vector of its copies, its values numbered."""
    numbers: list[dict[Outcome, int]] = [{} for _ in table.variables]
    pmf: dict[Outcome, Fraction] = {}
    for rows in product(table.pmf.items(), repeat=copies):
        values = zip(*(outcome for outcome, _ in rows), strict=True)
        key = tuple(n.setdefault(v, len(n)) for n, v in zip(numbers, values, strict=True))
        pmf[key] = prod((p for _, p in rows), start=Fraction(1))
    return Table(table.variables, pmf)
