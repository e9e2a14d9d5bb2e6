"""Laws on finitely many outcomes with given probabilities."""

from typing import Any

from sympy import Add, Basic, Eq, Expr, Ge, Symbol, log, true
from sympy.logic.boolalg import Boolean

from ..language.binder import sympify_basic
from ..language.distribution import Distribution, Law
from ..language.forms import Name, Probabilities, Size
from ..language.support import COUNTING, Points
from ..language.terms import Density


class Categorical(Distribution):
    """Outcomes 1, …, k with probabilities p₁, …, p_k that add up to 1: Categorical(p_1, …, p_k).

    Categorical(p, k), with two names, is an arbitrary law on k outcomes.
    """

    forms = ((Name("p"), Size("k")), (Probabilities("p"),))

    def __new__(cls, *probabilities: Any) -> Any:
        made = tuple(map(sympify_basic, probabilities))
        if not made:
            raise TypeError("Categorical takes at least one probability")
        if len(made) == 2 and all(isinstance(p, Symbol) for p in made) and _are_name_and_number(*made):
            return Law(made[0].name, COUNTING, Symbol(made[1].name, integer=True, positive=True))
        return Basic.__new__(cls, *made)

    @property
    def extent(self) -> str:
        return f"{len(self.args)} outcomes"

    @property
    def support(self) -> Points:
        return Points(tuple((sympify_basic(i),) for i, p in enumerate(self.args, 1) if p != 0))

    def conditions(self) -> tuple[Boolean, ...]:
        found = [*(Ge(p, 0) for p in self.args), Eq(Add(*self.args), 1)]
        return tuple(c for c in found if c != true)

    def log_density(self, *point: Any) -> Expr:
        (x,) = map(sympify_basic, point)
        if x.is_Integer and 1 <= x <= len(self.args) and self.args[int(x) - 1] != 0:
            return log(self.args[int(x) - 1])
        return log(Density(self, x))


def _are_name_and_number(p: Symbol, k: Symbol) -> bool:
    """p_1, p_2 are two probabilities; p, k are the name of a law and its number of outcomes."""
    return p.name.rstrip("0123456789_") != k.name.rstrip("0123456789_")
