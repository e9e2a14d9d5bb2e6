"""Claims that are no relations between numbers: finiteness, absolute continuity, what holds almost surely."""

from __future__ import annotations

from typing import Any

from sympy import Symbol
from sympy.logic.boolalg import Boolean

from .binder import Binder, sympify_basic


class AlmostSurely(Binder):
    """The relation between functions of X that holds with probability 1: AlmostSurely(P, Eq(f(x), g(x)), x)."""

    def _said(self, printer: Any, template: str) -> str:
        capitals = self.at(*(Symbol(v.name.upper()) for v in self.variables))
        return template.format(printer._print(capitals), printer._print(self.outer[0]))

    def _latex(self, printer: Any) -> str:
        return self._said(printer, r"{}\ \text{{almost surely under }} {}")

    def _sympystr(self, printer: Any) -> str:
        return self._said(printer, "{} almost surely under {}")

    _unicode = _sympystr


class Claim(Boolean):
    """A condition that is no relation between numbers.  `spelling` reads it out."""

    spelling = ""

    def __new__(cls, *args: Any) -> Any:
        return Boolean.__new__(cls, *map(sympify_basic, args))

    def _latex(self, printer: Any) -> str:
        return self.spelling.format(*(f"${printer._print(a)}$" for a in self.args)).join((r"\text{", "}"))

    def _sympystr(self, printer: Any) -> str:
        return self.spelling.format(*map(printer._print, self.args))

    _unicode = _sympystr


class Finite(Claim):
    """The term is a finite number (for an expectation: absolutely convergent)."""

    spelling = "{} is finite"


class Covers(Claim):
    """Covers(P, Q): P is absolutely continuous with respect to Q, P ≪ Q: where q = 0, also p = 0."""

    spelling = "{} ≪ {}"

    def _latex(self, printer: Any) -> str:
        return r" \ll ".join(map(printer._print, self.args))


class Always(Binder):
    """A claim that holds for every real value of a variable: Always(claim(θ), θ)."""

    def _latex(self, printer: Any) -> str:
        return rf"{printer._print(self.body)}\text{{ for every }} {printer._print(self.variable)}"

    def _sympystr(self, printer: Any) -> str:
        return f"{printer._print(self.body)} for every {printer._print(self.variable)}"

    _unicode = _sympystr


class AddsOverIndependentEvents(Claim):
    """J(pq) = J(p) + J(q) for all p and q in (0, 1]."""

    spelling = "{0}(pq) = {0}(p) + {0}(q) for all probabilities p and q"


class Falls(Claim):
    """J(p) > J(q) whenever 0 < p < q ≤ 1."""

    spelling = "{} falls strictly on (0, 1]"


class Invertible(Claim):
    """An image law's two maps are inverse to each other, and monotone, on the support."""

    spelling = "{} comes from an invertible map"
