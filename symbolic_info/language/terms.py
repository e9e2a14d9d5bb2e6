"""The heads that stand in formulas: quantities, expectations, sums, integrals, extrema, limits."""

from __future__ import annotations

from typing import Any

from sympy import Basic, Expr, Symbol, Tuple, true
from sympy.logic.boolalg import Boolean

from .binder import Binder, Term, x


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


class Value(Term):
    """The value of an arbitrary real function on (0, 1] at a point: Value(Name("J"), p)."""

    notation = r"{}\left({}\right)"
    spelling = unicode = "{}({})"


