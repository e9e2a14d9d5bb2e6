"""Operators that bind a variable: sums, integrals, products, extrema, limits, derivatives."""

from __future__ import annotations

from typing import Any

from sympy import Expr, Integer, Symbol, oo

from .binder import Binder, sympify_basic
from .domains import interval_of


class Ranged(Binder):
    """A binder over a range: Sum(low, high, body, i)."""

    def _parts(self, printer: Any) -> tuple[str, str, str, str]:
        plain = self.renamed([Symbol(self.variable.name)]) if self.variable.is_Dummy else self
        low, high = self.outer
        low, high, body, variable = (printer._print(a) for a in (low, high, plain.body, plain.variable))
        return low, high, body, variable

    def _sympystr(self, printer: Any) -> str:
        low, high, body, variable = self._parts(printer)
        return f"{type(self).__name__}({body}, ({variable}, {low}, {high}))"


class Sum(Ranged):
    """Σ_{i=low}^{high} f(i) is Sum(low, high, f(i), i); low and high whole numbers or high = ∞."""

    def _latex(self, printer: Any) -> str:
        low, high, body, i = self._parts(printer)
        inside = rf"\left({body}\right)" if self.body.is_Add else body
        return rf"\sum_{{{i}={low}}}^{{{high}}} {inside}"

    def _unicode(self, printer: Any) -> str:
        low, high, body, i = self._parts(printer)
        return f"Σ_{{{i}={low}}}^{{{high}}} " + (f"({body})" if self.body.is_Add else body)


class Integral(Ranged):
    """∫_{low}^{high} f(x) dx is Integral(low, high, f(x), x)."""

    def _latex(self, printer: Any) -> str:
        low, high, body, v = self._parts(printer)
        inside = rf"\left({body}\right)" if self.body.is_Add else body
        return rf"\int_{{{low}}}^{{{high}}} {inside}\,d{v}"

    def _unicode(self, printer: Any) -> str:
        low, high, body, v = self._parts(printer)
        return f"∫_{{{low}}}^{{{high}}} " + (f"({body})" if self.body.is_Add else body) + f" d{v}"


class Product(Ranged):
    """∏_{i=low}^{high} f(i) is Product(low, high, f(i), i), of finitely many positive factors."""

    def _latex(self, printer: Any) -> str:
        low, high, body, i = self._parts(printer)
        return rf"\prod_{{{i}={low}}}^{{{high}}} " + (rf"\left({body}\right)" if self.body.is_Add else body)

    def _unicode(self, printer: Any) -> str:
        low, high, body, i = self._parts(printer)
        return f"∏_{{{i}={low}}}^{{{high}}} " + (f"({body})" if self.body.is_Add else body)


class Total(Binder):
    """The sum, or the integral, of f over the support of a law: Total(P, f(x), x).

    Where p vanishes nothing is added: this is the convention 0·log 0 = 0.
    """

    def _said(self, printer: Any, total: str, integral: str, measure: str) -> str:
        plain = [Symbol(v.name) for v in self.variables]
        names = [printer._print(v) for v in plain]
        body = printer._print(self.at(*plain))
        body = f"({body})" if self.body.is_Add else body
        if self.args[0].support.measure == "lebesgue":
            return f"{integral} {body}" + "".join(f"{measure}{name}" for name in names)
        return f"{total}_{{{','.join(names)}}} {body}"

    def _latex(self, printer: Any) -> str:
        return self._said(printer, r"\sum", r"\int" + r"\!\!\int" * (len(self.variables) - 1), r"\,d")

    def _unicode(self, printer: Any) -> str:
        return self._said(printer, "Σ", "∫" * len(self.variables), " d")

    def _sympystr(self, printer: Any) -> str:
        plain = [Symbol(v.name) for v in self.variables]
        names = ", ".join(printer._print(v) for v in plain)
        return f"Total({printer._print(self.args[0])}, {printer._print(self.at(*plain))}, {names})"


class Extremum(Binder):
    """An extremum over the open interval (low, high): Maximum(low, high, f(p), p)."""

    word = ""

    def _latex(self, printer: Any) -> str:
        low, high = (printer._print(a) for a in self.outer)
        before = "" if self.outer[0] == -oo else f"{low} < "
        after = "" if self.outer[1] == oo else f" < {high}"
        name = printer._print(self.variable)
        return rf"\operatorname*{{{self.word}}}_{{{before}{name}{after}}} {printer._print(self.body)}"

    def _sympystr(self, printer: Any) -> str:
        return f"{self.word}({printer._print(self.body)}, {printer._print(self.variable)})"

    _unicode = _sympystr


class Maximum(Extremum):
    """The greatest value of f on an open interval, where it is attained."""

    word = "max"


class Minimum(Extremum):
    """The least value of f on an open interval, where it is attained."""

    word = "min"


class ArgMax(Extremum):
    """The one point of an open interval where f is greatest."""

    word = "argmax"


class ArgMin(Extremum):
    """The one point of an open interval where f is least."""

    word = "argmin"


class Limit(Binder):
    """The limit of f at a point, from above (side +1) or below (−1): Limit(0, 1, f(p), p)."""

    def _latex(self, printer: Any) -> str:
        point, side = self.outer
        arrow = printer._print(point) + ("" if point in (oo, -oo) else "^+" if side == 1 else "^-")
        return rf"\lim_{{{printer._print(self.variable)} \to {arrow}}} {printer._print(self.body)}"

    def _unicode(self, printer: Any) -> str:
        point, side = self.outer
        arrow = printer._print(point) + ("" if point in (oo, -oo) else "⁺" if side == 1 else "⁻")
        return f"lim_{{{printer._print(self.variable)}→{arrow}}} {printer._print(self.body)}"

    def _sympystr(self, printer: Any) -> str:
        body, variable, point = map(printer._print, (self.body, self.variable, self.outer[0]))
        return f"limit({body}, {variable}, {point})"


class Derivative(Binder):
    """f′ at a point: Derivative(point, f(p), p)."""

    def _latex(self, printer: Any) -> str:
        (point,) = self.outer
        v = printer._print(self.variable)
        mark = "" if point == self.variable else rf"\Big|_{{{v}={printer._print(point)}}}"
        return rf"\frac{{d}}{{d{v}}} {printer._print(self.body)}{mark}"

    def _unicode(self, printer: Any) -> str:
        (point,) = self.outer
        v = printer._print(self.variable)
        mark = "" if point == self.variable else f" at {v}={printer._print(point)}"
        return f"d/d{v} {printer._print(self.body)}{mark}"

    def _sympystr(self, printer: Any) -> str:
        (point,) = self.outer
        return f"Derivative({printer._print(self.body)}, {printer._print(self.variable)}, {printer._print(point)})"


    @property
    def captures(self) -> bool:
        """Never: the slope at φ of a function of φ is meant as it is written."""
        return False


def maximum(f: Expr, variable: Symbol, over: tuple[Any, Any] | None = None) -> Maximum:
    """The maximum of f on the open interval `over`; by default on the domain that `variable` has in f."""
    return Maximum(*(over or interval_of(variable, f)), f, variable)


def minimum(f: Expr, variable: Symbol, over: tuple[Any, Any] | None = None) -> Minimum:
    """The minimum of f on the open interval `over`; by default on the domain that `variable` has in f."""
    return Minimum(*(over or interval_of(variable, f)), f, variable)


def argmax(f: Expr, variable: Symbol, over: tuple[Any, Any] | None = None) -> ArgMax:
    """Where f is greatest on the open interval `over`; by default on the domain that `variable` has in f."""
    return ArgMax(*(over or interval_of(variable, f)), f, variable)


def argmin(f: Expr, variable: Symbol, over: tuple[Any, Any] | None = None) -> ArgMin:
    """Where f is least on the open interval `over`; by default on the domain that `variable` has in f."""
    return ArgMin(*(over or interval_of(variable, f)), f, variable)


def limit(f: Expr, variable: Symbol, point: Any, side: int = 0) -> Limit:
    """The limit of f as `variable` goes to `point`, from above (side 1) or below (−1).

    By default from within the domain that the variable has in f: from below at its upper end, else from above.
    """
    at = sympify_basic(point)
    return Limit(at, Integer(side or (-1 if at in (interval_of(variable, f)[1], oo) else 1)), f, variable)


def derivative(f: Expr, variable: Symbol, at: Any = None) -> Derivative:
    """f′ with respect to `variable`, at `at` or at the variable itself."""
    return Derivative(variable if at is None else sympify_basic(at), f, variable)
