"""Random definite things in the place of arbitrary ones: laws, models, functions, vectors.

The facts of a statement choose among the instances: a point mass, two equal laws, independent coordinates, a
coordinate that the others determine.  Whether all facts hold of what was chosen is asked afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from sympy import Basic, Eq, Expr, Integer, Mul, Rational, log, oo
from sympy.core.symbol import Str

from ..families import FAMILIES
from ..language.binder import sympify_basic
from ..language.claims import AlmostSurely
from ..language.distribution import Distribution, Law, laws_in
from ..language.images import scaled, shifted
from ..language.joint import Joint
from ..language.marginals import Marginal
from ..language.models import Entry, Model
from ..language.support import COUNTING, FINITE, LEBESGUE, Integers, Interval, Points, Support
from ..language.terms import Density, Value
from .dependent import dependent
from .listed import Component, TwoSided, determined, independent, joint, listed, softmax, weighted
from .plane import gaussian

_FINITE: tuple[Support, ...] = tuple(Points(tuple((Integer(i),) for i in range(1, n))) for n in (4, 3, 6, 2))
_COUNTING: tuple[Support, ...] = (_FINITE[0], Integers(-oo, oo), _FINITE[1], Integers(Integer(0), oo))
_CONTINUOUS: tuple[Support, ...] = (
    Interval(-oo, oo), Interval(Integer(0), oo), Interval(Integer(0), Integer(1)), Interval(-oo, Integer(1)),
)  # fmt: skip
_ANY = (_CONTINUOUS[0], _FINITE[0], _CONTINUOUS[1], Integers(Integer(0), oo))


@dataclass
class Instance:
    """What was chosen: a law for each arbitrary law, a law for each value of a model's parameter, and the rest."""

    laws: dict[Basic, Distribution]
    models: dict[str, Callable[[Any], Distribution]]
    slope: Rational  # J(p) = −slope·log p
    seed: int
    shown: dict[Any, Any] = field(default_factory=dict)

    def put(self, e: Any) -> Any:
        """The expression with definite things in the place of arbitrary ones, also where variables are bound."""
        if e in self.laws:
            return self.laws[e]
        if not e.args:
            return e
        args = [self.put(a) for a in e.args]
        if isinstance(e, Model):
            return self.models[e.args[0].name](args[1])
        if isinstance(e, Value):
            return -self.slope * log(args[1])
        if isinstance(e, Entry):
            return Component(Str(str(e.args[0])), Integer(self.seed), Integer(bool(e.args[0].is_positive)), args[1])
        return e.func(*args) if any(a is not b for a, b in zip(args, e.args, strict=True)) else e


def abstract_laws(lines: Iterable[Basic]) -> list[Distribution]:
    """The arbitrary laws of some lines, each once."""
    return list(dict.fromkeys(law for e in lines for law in laws_in(e) if isinstance(law, Law | Joint | Model)))


def is_abstract(lines: Iterable[Basic]) -> bool:
    """Whether anything in some lines is arbitrary."""
    every = tuple(lines)
    return bool(abstract_laws(every)) or any(e.atoms(Value, Entry) for e in every)


def instance(lines: Sequence[Basic], facts: Sequence[Basic], kind: int, seed: int) -> Instance:
    """A definite thing for each arbitrary one, laws all on one support, so that each covers the others.

    The support is that of the definite families of the statement; without one the round decides, as far as the
    laws' own measure allows.  A law for which there is none (three continuous coordinates) stays as it is.
    """
    random = Random(seed)
    everything = (*lines, *facts)
    laws = abstract_laws(everything)
    certain = [f for f in facts if isinstance(f, AlmostSurely)]
    support = _chosen_support(everything, laws, certain, kind)
    made: dict[Basic, Distribution] = {}
    for law in laws:
        found = _joint(law, facts, kind, random) if isinstance(law, Joint) else None
        if isinstance(law, Law):
            found = _certain(law, certain, support) or _instance(law, support, random)
        if found is not None:
            made[law] = found
    for fact in certain:
        made.update(_aliases(fact, made))
    models = {law.args[0].name: _model(support, random) for law in laws if isinstance(law, Model)}
    slope = Rational(random.randint(1, 28), 7)
    chosen = Instance(made, models, slope, seed, dict(made))
    chosen.shown |= {law: chosen.put(law) for law in laws if isinstance(law, Model)}
    chosen.shown |= {v: chosen.put(v) for e in lines for v in e.atoms(Value) if v.args[1].is_number}
    return chosen


def _chosen_support(lines: Sequence[Basic], laws: Sequence[Any], certain: Sequence[Basic], kind: int) -> Support:
    families = [law.support for e in lines for law in laws_in(e) if type(law).__name__ in FAMILIES]
    definite = [s for s in families if isinstance(s, Interval | Integers | Points)]
    if definite:
        return definite[0]
    measures = {law.args[-1 if isinstance(law, Joint) else 1].name for law in laws if isinstance(law, Law)}
    measures |= {law.args[2].name for law in laws if isinstance(law, Model)}
    options = _CONTINUOUS if LEBESGUE in measures else _COUNTING if COUNTING in measures else _ANY
    if FINITE in measures or any(_point_of(fact) for fact in certain):
        options = _FINITE
    elif any(isinstance(law, Model) for law in laws):
        options = tuple(s for s in options if isinstance(s, Points) or s == _CONTINUOUS[0])
    support = options[kind % len(options)]
    anchors = sorted(set(_anchors(lines)))
    if anchors and isinstance(support, Points):
        every = dict.fromkeys((*anchors, *(a + 1 for a in anchors), anchors[-1] + 2))
        return Points(tuple((a,) for a in every))
    return _CONTINUOUS[0] if anchors and isinstance(support, Interval) else support


def _anchors(lines: Iterable[Basic]) -> Iterator[Expr]:
    """The numbers at which the densities of arbitrary laws are asked, or which are certain."""
    for e in lines:
        for d in e.atoms(Density):
            if isinstance(d.args[0], Law | Model) and len(d.args) == 2 and d.args[1].is_Rational:
                yield d.args[1]
        for fact in e.atoms(AlmostSurely):
            yield from (v for v in _point_of(fact) if v.is_Rational and v not in fact.variables and v != 1)
            yield from (a for a in fact.body.args if fact.variables[0] in fact.body.args and a.is_Rational)


def _point_of(fact: Any) -> tuple[Expr, ...]:
    """The value of a variable that is almost surely constant: X = c, or p(X) = 1 (then the first point)."""
    if not isinstance(fact.body, Eq) or len(fact.variables) != 1:
        return ()
    (x,), sides = fact.variables, fact.body.args
    for one, other in (sides, sides[::-1]):
        if one == x and other.is_number:
            return (other,)
        if isinstance(one, Density) and one.args == (fact.outer[0], x) and other == 1:
            return (other,)
    return ()


def _certain(law: Law, certain: Sequence[Any], support: Support) -> Distribution | None:
    """The point mass that the facts demand."""
    mine = [f for f in certain if f.outer[0] == law and _point_of(f)]
    if not mine:
        return None
    places = [c for f in mine for c in _point_of(f) if f.variables[0] in f.body.args]
    first = support.points[0][0] if isinstance(support, Points) else Integer(1)
    return listed(("X",), ((places[0] if places else first,),), (Integer(1),))


def _aliases(fact: Any, made: dict[Basic, Distribution]) -> dict[Basic, Distribution]:
    """p(X) = q(X) almost surely under P: the two laws are one."""
    sides = fact.body.args if isinstance(fact.body, Eq) else ()
    laws = [d.args[0] for d in sides if isinstance(d, Density)]
    if len(laws) == 2 and all(isinstance(w, Law) and w in made for w in laws):
        keep, other = laws if laws[0] == fact.outer[0] else laws[::-1]
        return {other: made[keep]}
    return {}


def _joint(law: Joint, facts: Sequence[Basic], kind: int, random: Random) -> Distribution | None:
    """A joint law; the facts say whether its coordinates are independent, or some determine the others."""
    names = law.coordinates
    places, free = _determining(law, [f for f in facts if isinstance(f, AlmostSurely)])
    if law.args[1].name == LEBESGUE:
        if len(names) != 2 or places:
            return None
        means, factor = [_some(random) - 2 for _ in names], [_some(random) for _ in range(3)]
        return gaussian(names, means, (factor[0], Integer(0) if free else factor[1] - 2, factor[2]))
    if places and free:
        return listed(names, [[Integer(1)] * len(names)], (Integer(1),))
    if places:
        return determined(names, places, random)
    return independent(names, random) if free else dependent(law, facts, random) or joint(names, kind, random)


def _determining(law: Joint, certain: Sequence[Any]) -> tuple[tuple[int, ...], bool]:
    """p(x, y) = p(y): the places of Y; p(x, y) = p(x) p(y): independence."""
    places: tuple[int, ...] = ()
    free = False
    for fact in certain:
        if fact.outer[0] != law or not isinstance(fact.body, Eq):
            continue
        for one, other in (fact.body.args, fact.body.args[::-1]):
            if one != Density(law, *fact.variables):
                continue
            if isinstance(other, Density) and isinstance(other.args[0], Marginal):
                places = other.args[0].places
            free |= isinstance(other, Mul) and all(isinstance(a, Density) for a in other.args)
    return places, free


def _model(support: Support, random: Random) -> Callable[[Any], Distribution]:
    """Softmax weights, or a normal law whose mean moves with the parameter."""
    seed = random.randint(0, 10**9)
    if isinstance(support, Points):
        return lambda parameter: softmax(support.points, parameter, Random(seed))
    slope, start, width = _some(random), _some(random) - 2, _some(random)
    made: Callable[[Any], Distribution] = lambda parameter: FAMILIES["Normal"](slope * parameter + start, width)  # noqa: E731
    return made


def _instance(law: Any, support: Support, random: Random) -> Distribution:
    if len(law.args) > 2:
        return weighted([(Integer(i),) for i in range(1, int(law.args[2]) + 1)], random)
    if isinstance(support, Points):
        return weighted([tuple(p) for p in support.points], random)
    if isinstance(support, Integers):
        if sympify_basic(support.high).is_finite:
            return weighted([(Integer(i),) for i in range(int(support.low), int(support.high) + 1)], random)
        if support.low == -oo:
            made: Distribution = TwoSided(Rational(random.randint(1, 4), 7))
            return made
        return _moved(FAMILIES["Geometric"](Rational(random.randint(3, 6), 7)), 1, support.low)
    return _continuous(support, random)


def _continuous(support: Any, random: Random) -> Distribution:
    low, high = support.low, support.high
    a, b = 1 + _some(random), _some(random)
    if low.is_infinite and high.is_infinite:
        family = FAMILIES[random.choice(("Normal", "Laplace"))]
        made: Distribution = family(_some(random) - 2, b)
    elif high.is_infinite:
        made = _moved(FAMILIES["Gamma"](a, b), 1, low)
    elif low.is_infinite:
        made = _moved(FAMILIES["Gamma"](a, b), -1, high)
    else:
        made = _moved(FAMILIES["Beta"](a, 1 + b), high - low, low)
    return made


def _moved(law: Distribution, scale: Any, shift: Any) -> Distribution:
    law = law if scale == 1 else scaled(law, scale)
    return law if shift == 0 else shifted(law, shift)


def _some(random: Random) -> Rational:
    """A rational between 1/7 and 4."""
    return Rational(random.randint(1, 28), 7)


__all__ = ["Instance", "abstract_laws", "instance", "is_abstract"]
