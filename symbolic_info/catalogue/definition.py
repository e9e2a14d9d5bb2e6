"""What a family is: parameters with their domains, support and density, as a reader expects to see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sympy import Add, Expr, Mul, Symbol, exp, gamma, loggamma, oo
from sympy import log as logarithm

from ..kernel.derivation import calc
from ..language.binder import sympify_basic
from ..language.distribution import Distribution
from ..language.support import COUNTING, Integers, Interval, Points
from ..language.terms import Entropy
from ..render.assumptions import Printers, assumptions
from ..render.prose import Formula
from ..render.statement import printers
from .members import member

X = "x"


@dataclass(frozen=True)
class Definition:
    """A law of a family in formulas; `density` is p(x), `conditions` are those of the parameters."""

    law: Formula
    conditions: tuple[Formula, ...]
    support: Formula
    density: Formula


def definition(name: str) -> Definition:
    """The definition of a family by name."""
    law, show = member(name), printers({})
    return Definition(show.show(law), _conditions(law, show), _support(law, show), show.show(density_of(law)))


def density_of(law: Distribution) -> Expr:
    """p(x) as a product of powers and one exponential."""
    low = getattr(law.support, "low", -oo)
    point = Symbol(X, real=True, positive=True if sympify_basic(low).is_nonnegative else None)
    factors, exponent = [], []
    for t in Add.make_args(law.log_density(point).replace(loggamma, lambda a: logarithm(gamma(a)))):
        logs = [a for a in Mul.make_args(t) if isinstance(a, logarithm)]
        if len(logs) == 1:
            factors.append(logs[0].args[0] ** (t / logs[0]))
        else:
            exponent.append(t)
    return Mul(*factors) * exp(Add(*exponent))


def _conditions(law: Distribution, show: Printers) -> tuple[Formula, ...]:
    """The domain of each parameter, and the relations between them."""
    found = assumptions(calc(Entropy(law)).given, (Entropy(law),), show)
    said = " ".join(f.spelling for f in found).split()
    free = [show.show(s) for s in law.args if isinstance(s, Symbol) and not s.is_positive]
    reals = [f for f in free if not any(_is_in(f.spelling, c.spelling) for c in found if "<" in c.spelling) or not said]
    return (*(Formula(rf"{f.latex} \in \mathbf{{R}}", f"{f.text} real", f"{f.spelling} real") for f in reals), *found)


def _is_in(name: str, condition: str) -> bool:
    return name in condition.replace("(", " ").replace(")", " ").split()


def _support(law: Distribution, show: Printers) -> Formula:
    support: Any = law.support
    if isinstance(support, Points):
        return _set([show.show(sympify_basic(p)) for (p,) in support.points])
    low, high = show.show(sympify_basic(support.low)), show.show(sympify_basic(support.high))
    if isinstance(support, Interval):
        return Formula(rf"\left({low.latex},\, {high.latex}\right)", f"({low.text}, {high.text})")
    if isinstance(support, Integers) and support.high == oo:
        first = [show.show(sympify_basic(support.low) + i) for i in range(3)]
        return _set([*first, DOTS])
    return _set([low, DOTS, high])


DOTS = Formula(r"\dots", "…")


def _set(members: list[Formula]) -> Formula:
    inside = r",\, ".join(m.latex for m in members), ", ".join(m.text for m in members)
    return Formula(rf"\{{{inside[0]}\}}", f"{{{inside[1]}}}")


def is_mass(name: str) -> bool:
    """Whether the laws of a family have a mass function."""
    return bool(member(name).support.measure == COUNTING)
