"""Information diagrams: the parts of which the entropies of two or three variables are made, and which a claim has.

Every joint entropy is the sum of the parts that touch its variables (Yeung 1991), so a linear claim says how often
its sides have each part.  A part of three variables, I(X; Y; Z), may be negative.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import log2
from typing import Any

from sympy import Add, Expr, S
from sympy.core.symbol import Str

from ..language.binder import Term
from ..language.distribution import laws_in
from ..language.joint import Cells, Joint, entropy, mutual_information
from ..language.marginals import Marginal
from ..language.terms import ConditionalEntropy, Entropy, MutualInformation
from .assumptions import Printers
from .prose import Formula

Places = frozenset[int]


@dataclass(frozen=True)
class Part:
    """What only the variables at some places share: its name, or its value in bits.

    `left` is how often the left side of the claim has it, `more` how much more often the right side.
    """

    places: Places
    label: str
    left: Expr
    more: Expr


@dataclass(frozen=True)
class Diagram:
    """The parts of two or three variables; `values` says whether they are labelled with numbers of bits."""

    names: tuple[Formula, ...]
    parts: tuple[Part, ...]
    values: bool

    @property
    def hatched(self) -> bool:
        """Whether the right side has more of some part."""
        return any(part.more != 0 for part in self.parts)


def diagram(left: Expr, right: Expr, show: Printers) -> Diagram | None:
    """The diagram of a claim that is linear in the entropies of one joint law of two or three variables."""
    laws = {getattr(law, "law", law) for law in (*laws_in(left), *laws_in(right))}
    if len(laws) != 1:
        return None
    (law,) = laws
    if not isinstance(law, Joint | Cells) or len(law.coordinates) not in (2, 3):
        return None
    places = [p for p in _subsets(frozenset(range(len(law.coordinates)))) if p]
    sides = [_coefficients(side, law, places) for side in (left, right)]
    if not right.atoms(Term) and sides[0] is not None:
        sides[1] = dict.fromkeys(places, S.Zero)  # a value has no parts
    if any(side is None for side in sides) or not any((sides[0] or {}).values()):
        return None
    values = _values(law, places) if isinstance(law, Cells) else None
    labels = [values[p] if values else _label(law, p, show) for p in places]
    first, second = (side or {} for side in sides)
    compared = values is None and any(second.values())
    more = [second[p] - first[p] if compared else S.Zero for p in places]
    parts = (Part(p, label, first[p], m) for p, label, m in zip(places, labels, more, strict=True))
    return Diagram(tuple(map(show.show, law.coordinates)), tuple(parts), values is not None)


def _coefficients(side: Expr, law: Any, places: Iterable[Places]) -> dict[Places, Expr] | None:
    """How often a side has each part; None for what is not linear in entropies, with rational coefficients."""
    found = dict.fromkeys(places, S.Zero)
    for term in Add.make_args(side):
        c, quantity = term.as_coeff_Mul()
        if quantity == 1 and c == 0:
            continue
        joint = _joint_entropies(quantity, law)
        if not joint or not c.is_Rational:
            return None
        for sign, of in joint:
            for p in found:
                found[p] += sign * c * int(bool(p & of))
    return found


def _joint_entropies(quantity: Expr, law: Any) -> list[tuple[int, Places]]:
    """The joint entropies of which a quantity is made."""

    def at(*groups: Iterable[Str]) -> Places:
        return frozenset(law.coordinates.index(n) for g in groups for n in g)

    if isinstance(quantity, Entropy) and isinstance(quantity.args[0], Marginal | Joint | Cells):
        return [(1, at(quantity.args[0].coordinates))]
    if isinstance(quantity, ConditionalEntropy):
        _, a, b = quantity.args
        return [(1, at(a, b)), (-1, at(b))]
    if isinstance(quantity, MutualInformation):
        _, a, b, c = quantity.args
        return [(1, at(a, c)), (1, at(b, c)), (-1, at(a, b, c)), (-1, at(c))]
    return []


def _label(law: Any, places: Places, show: Printers) -> str:
    """H(X | Y, Z), I(X; Y | Z), I(X; Y; Z)."""
    names = law.coordinates
    inside = [n for i, n in enumerate(names) if i in places]
    others = tuple(n for i, n in enumerate(names) if i not in places)
    if len(inside) == 1:
        return show.show(entropy(law, tuple(inside), others)).text
    if len(inside) == 2:
        return show.show(mutual_information(law, (inside[0],), (inside[1],), others)).text
    return f"I({'; '.join(show.show(n).text for n in names)})"


def _values(law: Cells, places: Iterable[Places]) -> dict[Places, str] | None:
    """Each part in bits, to three digits: by inclusion and exclusion of joint entropies."""
    if not all(p.is_Rational for p in law.cells.values()):
        return None
    whole = range(len(law.coordinates))

    def h(of: Places) -> float:
        names = tuple(law.coordinates[i] for i in sorted(of))
        chances = [float(p) for p in Marginal(law, names).cells.values()] if names else [1.0]
        return -sum(p * log2(p) for p in chances if p)

    def part(p: Places) -> float:
        rest = frozenset(whole) - p
        return -sum((-1) ** len(chosen) * h(rest | chosen) for chosen in _subsets(p))

    return {p: _number(part(p)) for p in places}


def _subsets(p: Places) -> Iterator[Places]:
    return (frozenset(c) for n in range(len(p) + 1) for c in combinations(sorted(p), n))


def _number(bits: float) -> str:
    text = f"{bits:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")
