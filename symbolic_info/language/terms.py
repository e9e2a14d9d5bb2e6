"""The heads that stand in formulas: quantities, expectations, sums, integrals, extrema, limits."""

from __future__ import annotations

from typing import Any

from sympy import Basic, Expr, Integer, Symbol, Tuple, oo, sympify, true
from sympy.logic.boolalg import Boolean

from .binder import Binder, Term, sympify_basic, x
from .domains import interval_of


class SelfInformation(Term):
    """−log p: the surprise, in nats, of an event of probability p in (0, 1]."""

    notation = r"I\left({}\right)"
    spelling = "SelfInformation({})"
    unicode = "I({})"

    def needs(self) -> tuple[Boolean, ...]:
        """0 < p ≤ 1, as far as it is not plain; the value of a mass function is never above 1."""
        (p,) = self.args
        mass = isinstance(p, Density) and p.args[0].support.measure == "counting"
        return tuple(c for c in (p > 0, True if mass else p <= 1) if c not in (True, true))


class Entropy(Term):
    """H(P) = E[−log p(X)] in nats: Shannon's for a mass function, differential for a density."""

    notation = r"H\left({}\right)"
    spelling = "H({})"
    unicode = "H({})"


class CrossEntropy(Term):
    """H(P, Q) = E_P[−log q(X)] in nats."""

    notation = r"H\left({},\, {}\right)"
    spelling = "CE({}, {})"
    unicode = "H({}, {})"


class KL(Term):
    """The Kullback–Leibler divergence D(P ‖ Q) = E_P[log p(X)/q(X)] in nats; ∞ unless P ≪ Q."""

    notation = r"D_{{\mathrm{{KL}}}}\left({}\,\middle\|\,{}\right)"
    spelling = "KL({}, {})"
    unicode = "D({} ‖ {})"


class Variance(Term):
    """Var(X) = E[(X − E X)²] under a law."""

    notation = r"\operatorname{{Var}}\left({}\right)"
    spelling = "Var({})"
    unicode = "Var({})"


class Density(Term):
    """The density (or mass function) of a law at a point: Density(P, x)."""

    def _shown(self, printer: Any, left: str, right: str) -> str:
        law, *point = self.args
        inside = ", ".join(printer._print(a) for a in point)
        return f"{printer.doprint(law.density_name())}{left}{inside}{right}"

    def _latex(self, printer: Any) -> str:
        return self._shown(printer, r"\left(", r"\right)")

    def _sympystr(self, printer: Any) -> str:
        return self._shown(printer, "(", ")")

    _unicode = _sympystr


class ConditionalEntropy(Term):
    """H(A | B) = E[−log p(a, b)/p(b)] of coordinates of a joint law: ConditionalEntropy(J, (X,), (Y,))."""

    notation = r"H\left({} \mid {}\right)"
    unicode = "H({} | {})"
    spelling = "H({}|{})"

    def __new__(cls, law: Basic, of: Any, given: Any) -> Any:
        return Term.__new__(cls, law, Tuple(*of), Tuple(*given))

    def _named(self, printer: Any, template: str) -> str:
        return template.format(*(", ".join(map(printer._print, a)) for a in self.args[1:]))

    def _latex(self, printer: Any) -> str:
        return self._named(printer, self.notation)

    def _unicode(self, printer: Any) -> str:
        return self._named(printer, self.unicode)

    def _sympystr(self, printer: Any) -> str:
        law, _, given = self.args
        if hasattr(law, "coordinates") and law.is_explicit:
            return f"H({printer._print(law)}, given={printer._print(given[0])})"
        return self._named(printer, self.spelling)


class MutualInformation(Term):
    """I(A; B | C) = E[log p(a,b|c)/(p(a|c) p(b|c))] of coordinates of a joint law, C possibly empty."""

    def __new__(cls, law: Basic, a: Any, b: Any, given: Any = ()) -> Any:
        return Term.__new__(cls, law, Tuple(*a), Tuple(*b), Tuple(*given))

    def _named(self, printer: Any, left: str, bar: str, right: str) -> str:
        a, b, c = (", ".join(map(printer._print, names)) for names in self.args[1:])
        return f"I{left}{a}; {b}{bar + c if c else ''}{right}"

    def _latex(self, printer: Any) -> str:
        return self._named(printer, r"\left(", r" \mid ", r"\right)")

    def _sympystr(self, printer: Any) -> str:
        law = self.args[0]
        if hasattr(law, "coordinates") and law.is_explicit:
            return f"I({printer._print(law)})"
        return self._named(printer, "(", "|", ")")

    def _unicode(self, printer: Any) -> str:
        return self._named(printer, "(", " | ", ")")


class Measured(Term):
    """A quantity expressed in a unit: its value in nats divided by the unit's size in nats."""

    notation = r"{}\ \text{{in {}}}"
    spelling = "Measured({}, {})"
    unicode = "{} in {}"


class Expectation(Binder):
    """E_P[f(X)] is Expectation(P, f(x), x); of a joint law, Expectation(J, f(x, y), (x, y))."""

    def __new__(cls, law: Basic, body: Any, variables: Any = x) -> Any:
        return Binder.__new__(cls, law, body, variables)

    @property
    def law(self) -> Any:
        return self.args[0]

    def _capitals(self) -> Expr:
        return self.at(*(Symbol(v.name.upper()) for v in self.variables))

    def _latex(self, printer: Any) -> str:
        named = getattr(printer, "names", {}).get(self.law)
        index = f"_{{{named}}}" if named and printer.several_laws else ""
        return rf"\mathbb{{E}}{index}\left[{printer._print(self._capitals())}\right]"

    def _unicode(self, printer: Any) -> str:
        named = getattr(printer, "names", {}).get(self.law)
        index = f"_{named}" if named and printer.several_laws else ""
        return f"E{index}[{printer._print(self._capitals())}]"

    def _sympystr(self, printer: Any) -> str:
        plain = self.at(*(Symbol(v.name) for v in self.variables))
        return f"E({printer._print(self.law)}, {printer._print(plain)})"


class Ranged(Binder):
    """A binder over a range: Sum(low, high, body, i)."""

    latex_sign = ""
    unicode_sign = ""

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
        inside = printer.parenthesize(self.body, 25) if self.body.is_Add else body
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


class Value(Term):
    """The value of an arbitrary real function on (0, 1] at a point: Value(Name("J"), p)."""

    notation = r"{}\left({}\right)"
    spelling = unicode = "{}({})"


class AddsOverIndependentEvents(Claim):
    """J(pq) = J(p) + J(q) for all p and q in (0, 1]."""

    spelling = "{0}(pq) = {0}(p) + {0}(q) for all probabilities p and q"


class Falls(Claim):
    """J(p) > J(q) whenever 0 < p < q ≤ 1."""

    spelling = "{} falls strictly on (0, 1]"


class Invertible(Claim):
    """An image law's two maps are inverse to each other, and monotone, on the support."""

    spelling = "{} comes from an invertible map"


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
    at = sympify(point)
    return Limit(at, Integer(side or (-1 if at in (interval_of(variable, f)[1], oo) else 1)), f, variable)


def derivative(f: Expr, variable: Symbol, at: Any = None) -> Derivative:
    """f′ with respect to `variable`, at `at` or at the variable itself."""
    return Derivative(variable if at is None else sympify(at), f, variable)
