"""Everything that a student may have answered instead: each mistake made, and its value at a few points.

What needs no derivation comes first and is made once a question; other quantities of the question's laws are
derived when nothing else explains an answer, and remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from time import perf_counter
from typing import Any

from sympy import Basic, Expr, Symbol, exp, nan, zoo

from ..exact.given import Given
from ..exact.point import admissible_point
from ..exact.zero import normal
from ..kernel.rule import Rejected
from ..language.binder import Term
from ..language.information import Fisher, Hellinger2
from ..language.operators import ArgMax, ArgMin
from ..language.terms import KL, CrossEntropy, Entropy, Expectation, Variance
from ..language.units import nats
from ..tactics.closed_form import closed_form
from .mistakes import MISTAKES, Kind
from .mistakes.quantities import points
from .sampled import Point, Sampler, Values

Around = Callable[[Values], Values | None]
POINTS = 3
MOST = 700  # changed parts of one form of a formula
DERIVING = 0.4  # seconds, after which no further quantity is derived
BROKEN = (ArithmeticError, LookupError, NotImplementedError, RecursionError, TypeError, AttributeError, ValueError)
WHOLE, PARTS, ASKED, YOURS = ([k for k in MISTAKES if k.on == on] for on in ("value", "part", "asked", "yours"))


@dataclass(frozen=True)
class Variant:
    """What comes out if a mistake is made, in numbers, with the part of the formula that is to be named, if any.

    `value` is the formula, where it was written.
    """

    kind: Kind
    at: Values
    part: Any = None
    value: Expr | None = None


class Variants:
    """The variants of one question, or of one formula where there is no question."""

    def __init__(self, asked: Term | None, value: Expr, given: Given, size: Expr, more: frozenset[Symbol]) -> None:
        self.asked, self.value, self.given = asked, value, given
        self.size = size if asked is not None and _in_a_unit(asked) else nats.size
        self.sample = Sampler(_points(given, value, more))
        self.at = self.sample(value)
        self._derived: dict[Kind, tuple[Variant, ...]] = {}

    @cached_property
    def free(self) -> tuple[Variant, ...]:
        """Those that follow from the value itself: as its instances, as a whole, or in one of its parts."""
        found = [*self._instances, *self._of_whole(self.value)]
        for form in self._forms:
            found += self._of_parts(form)
        return _distinct(found)

    def derived(self, below: int) -> Iterator[Variant]:
        """Other quantities, or quantities of other laws, of a smaller rank, derived one after the other."""
        start = perf_counter()
        for kind in self._to_derive:
            if kind.rank >= below or perf_counter() - start > DERIVING:
                return
            if kind not in self._derived:
                self._derived[kind] = tuple(self._made([kind], self.asked, self._by_derivation))
            yield from self._derived[kind]

    @cached_property
    def within_instances(self) -> tuple[tuple[Variant, tuple[Variant, ...]], ...]:
        """For the likeliest instances (arguments swapped, rates for scales), the slips in their own formulas."""
        likely = [v for v in self._instances if v.kind.rank <= 6]
        return tuple((v, _distinct(self._of_parts(v.value))) for v in likely if v.value is not None)

    def corrected(self, answer: Expr) -> Iterator[Variant]:
        """The answer with one of its parts put right."""
        yield from islice(self._changed(answer, YOURS, lambda at: at), MOST // 2)

    @cached_property
    def _forms(self) -> list[Expr]:
        """The value as it is written, with its logarithms taken apart, and as the sum that defines it."""
        forms = [self.value]
        try:
            forms.append(normal(self.value, self.given))
            forms += [f / self.size for f in _listed(self.asked)]
        except BROKEN:
            pass
        return list(dict.fromkeys(forms))

    @cached_property
    def _instances(self) -> list[Variant]:
        return [] if self.asked is None else list(self._made(ASKED, self.asked, self._by_substitution))

    def _of_whole(self, value: Expr) -> Iterator[Variant]:
        return self._made(WHOLE, value, lambda e: e, self.asked)

    def _of_parts(self, form: Expr) -> Iterator[Variant]:
        return islice(self._changed(form, PARTS, lambda at: at), MOST)

    def _changed(self, e: Expr, kinds: list[Kind], whole: Around) -> Iterator[Variant]:
        """The expression with one mistake in one of its parts; `whole` gives the values of all from those of the part.

        Only the part is written anew: what stands around it is worked out in numbers.
        """
        for kind in kinds:
            for made, part in kind.made(e):
                at = self.sample(made)
                there = None if at is None else whole(at)
                if there is not None:
                    yield Variant(kind, there, part)
        for place, a in enumerate(e.args if not isinstance(e, Term) else ()):
            if a.args and isinstance(a, Expr):
                yield from self._changed(a, kinds, self._above(e, place, whole))

    def _above(self, e: Expr, place: int, whole: Around) -> Around:
        def values(at: Values) -> Values | None:
            here = self.sample.around(e, place, at)
            return None if here is None else whole(here)

        return values

    @cached_property
    def _to_derive(self) -> list[Kind]:
        known = {v.kind.act for v in self._instances}
        return [k for k in ASKED if k.act not in known] if self.asked is not None else []

    def _made(self, kinds: list[Kind], what: Any, valued: Any, *more: Any) -> Iterator[Variant]:
        for kind in kinds:
            try:
                for made, part in kind.made(what, *(more or (self.value * self.size,))):
                    value = valued(made)
                    if value is not None:
                        yield from self._variant(kind, value, part)
            except BROKEN:
                continue  # this mistake cannot be made here

    def _variant(self, kind: Kind, value: Expr, part: Any) -> Iterator[Variant]:
        at = None if value.has(nan, zoo) else self.sample(value)
        if at is not None:
            yield Variant(kind, at, part, value)

    def _by_substitution(self, made: Expr) -> Expr | None:
        """The value of a question that is an instance of the one asked, or of a formula of the value itself."""
        if not made.atoms(Term):
            return made / self.size
        put = _matched(self.asked, made)
        return None if put is None else self.value.xreplace(put)

    def _by_derivation(self, made: Expr) -> Expr | None:
        values = {t: self.value * self.size if t == self.asked else _closed(t, self.given) for t in _outermost(made)}
        if any(v is None for v in values.values()):
            return None
        scale = self.size if any(_in_a_unit(t) for t in values) else 1
        return made.xreplace(values) / scale


def _in_a_unit(e: Expr) -> bool:
    return not isinstance(e, Fisher | Hellinger2 | ArgMax | ArgMin | Expectation | Variance)


@lru_cache(maxsize=2_000)
def _closed(term: Expr, given: Given) -> Expr | None:
    """The value of a term in nats, derived; None where there is no closed form."""
    try:
        found = closed_form(term, given.facts)
    except (*BROKEN, Rejected):
        return None
    return found.theorem.claim.right if found.theorem is not None and found.status == "proved" else None


def _outermost(e: Any) -> list[Term]:
    if isinstance(e, Term):
        return [e]
    return [t for a in e.args for t in _outermost(a)]


def _matched(asked: Any, made: Any) -> dict[Basic, Basic] | None:
    """Which symbols of the question asked stand for what in another question; None if it is no instance."""
    put: dict[Basic, Basic] = {}

    def walk(a: Any, b: Any) -> bool:
        if isinstance(a, Symbol) and not a.is_Dummy:
            return put.setdefault(a, b) == b
        if not a.args or not b.args:
            return bool(a == b)
        same_head = a.func == b.func and len(a.args) == len(b.args)
        return same_head and all(walk(u, v) for u, v in zip(a.args, b.args, strict=True))

    return put if walk(asked, made) else None


def _listed(asked: Any) -> list[Expr]:
    """The sum over the outcomes that defines an entropy or a divergence of a law with few of them."""
    if not isinstance(asked, Entropy | CrossEntropy | KL):
        return []
    p, q = asked.args[0], asked.args[-1]
    terms = []
    for point in points(p):
        weight, inside = exp(p.log_density(*point)), -q.log_density(*point)
        terms.append(weight * (inside + p.log_density(*point) if isinstance(asked, KL) else inside))
    return [sum(terms[1:], terms[0])] if terms else []


def _points(given: Given, value: Expr, more: frozenset[Symbol]) -> tuple[Point, ...]:
    """Admissible points at which the value is defined, whole numbers not too small; one if there are no symbols."""
    lines = [value, *more]
    if not any(e.free_symbols for e in lines):
        return ({},)
    tried = (admissible_point(given, lines, seed) for seed in range(4 * POINTS))
    found = [p for p in tried if p is not None and Sampler((p,))(value) is not None]
    good = [p for p in found if len(set(p.values())) == len(p) and all(v >= 3 for s, v in p.items() if s.is_integer)]
    return tuple((good if len(good) >= POINTS else found)[:POINTS])


def _distinct(found: Any) -> tuple[Variant, ...]:
    """Sorted by rank; of those with equal values the first."""
    kept: dict[tuple[complex, ...], Variant] = {}
    for v in sorted(found, key=lambda v: v.kind.rank):
        kept.setdefault(tuple(complex(round(a.real, 11), round(a.imag, 11)) for a in v.at), v)
    return tuple(kept.values())


__all__ = ["Variant", "Variants"]
