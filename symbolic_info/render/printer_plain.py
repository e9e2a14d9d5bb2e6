"""Formulas in one line of Unicode, in textbook order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from sympy import Basic, Expr, Rational, Symbol, Tuple
from sympy.printing.str import StrPrinter

from ..language.joint import Table
from ..language.operators import Extremum
from .heads import large, squared
from .layout import END, FRACTION, OVER
from .textbook import Textbook, letters

_SUPER = str.maketrans("0123456789-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁽⁾")
_SUB = str.maketrans("0123456789+-aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_GREEK = re.compile(
    "alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|omicron|pi|rho|sigma|tau|"
    "upsilon|phi|chi|psi|omega"
)
_SPELLED = {"lambda": "LAMDA"}


class Plain(Textbook, StrPrinter):
    """One line of Unicode, for a terminal."""

    printmethod = "_unicode"
    minus, log, tensor = "−", "log", " ⊗ "
    bar, drawn, thin, much_less = " | ", " ~ ", "", " ≪ "

    def __init__(self, names: Mapping[Basic, str] | None = None) -> None:
        StrPrinter.__init__(self)
        self.names, self.several_laws = letters(names)

    def _print(self, expr: Any, **kwargs: Any) -> str:
        if isinstance(expr, Extremum):
            body = self._print(expr.body)
            inside = self.bracket(body) if expr.body.is_Add else body
            return f"{expr.word}_{self._print(expr.variable)} {inside}"
        return self._own(expr) or str(StrPrinter._print(self, expr, **kwargs))

    def template(self, e: Any) -> str:
        return str(e.unicode or e._unicode(self))

    def expected(self, index: str, inside: str) -> str:
        return f"E{index}[{inside}]"

    def of_order(self, derivative: str, order: int, variable: str) -> str:
        power = str(order).translate(_SUPER)
        return derivative.replace(f"d/d{variable}", f"d{power}/d{variable}{power}", 1)

    def words(self, template: str, e: Any) -> str:
        return template.format(self._print(e))

    def bracket(self, text: str) -> str:
        return f"({text})"

    def over(self, top: str, bottom: str, simple: tuple[bool, bool]) -> str:
        if (top, bottom) == ("1", "2"):
            return "½"
        top, bottom = (t if s else self.bracket(t) for t, s in zip((top, bottom), simple, strict=True))
        return f"{top}/{bottom}"

    def joined(self, factors: list[str]) -> str:
        text = factors[0]
        for i, a in enumerate(factors[1:]):
            text = self.bracket(text) if not i and "/" in text and not _is_closed(text) else text
            text += _between(text, a) + a
        return text

    def raised(self, base: str, power: Expr) -> str:
        shown = self._print(power)
        if power.is_Integer:
            return base + shown.translate(_SUPER)
        return f"{base}^{shown}" if isinstance(power, Symbol) else f"{base}^({shown})"  # e^λx would be e^λ·x

    def root(self, inside: Expr) -> str:
        shown = self._print(inside)
        return f"√{shown}" if isinstance(inside, Symbol) or inside.is_Integer else f"√({shown})"

    def called(self, name: str, *arguments: Expr) -> str:
        return f"{name}({', '.join(map(self._print, arguments))})"

    def family(self, law: Any) -> str:
        shown = [self.parameter(a) for a in law.shown]
        if r"\mathcal" in getattr(law, "latex_form", ""):
            letter = law.latex_form.split("{{")[1][0]
            if "{1}^2" in law.latex_form:
                shown[1] = squared(self, law.args[1]).replace("^2", "²")
            inside = re.search(r"\\left\((.*)\\right\)", law.latex_form.replace("^2", "").format(*shown))
            if inside is not None:
                return f"{letter}({inside[1].replace(chr(92) + ',', '')})"
        return f"{law.title}({', '.join(shown)})"

    def parameter(self, a: Any) -> str:
        """A parameter of a law: a formula, or a list of such."""
        return f"[{', '.join(map(self.parameter, a))}]" if isinstance(a, Tuple) else self._print(a)

    def _print_ImmutableDenseMatrix(self, e: Any) -> str:
        return self.parameter(Tuple(*e) if e.cols == 1 else Tuple(*(Tuple(*row) for row in e.tolist())))

    def table(self, law: Table) -> str:
        return f"Table({self.parameter(law.args[0])})"

    def is_flat(self) -> bool:
        return True

    def _stands_alone(self, a: Expr) -> bool:
        return False

    def _print_Symbol(self, e: Symbol) -> str:
        return spelled(e.name)

    _print_Dummy = _print_Symbol

    def _print_Rational(self, e: Rational) -> str:
        shown = "½" if (abs(e.p), e.q) == (1, 2) else f"{abs(e.p)}/{e.q}"
        return large(self, e) or (self.minus if e.p < 0 else "") + shown

    _print_Half = _print_Rational

    def _print_Infinity(self, e: Expr) -> str:
        return "∞"

    def _print_NegativeInfinity(self, e: Expr) -> str:
        return "−∞"

    def _print_Pi(self, e: Expr) -> str:
        return "π"

    def _print_Exp1(self, e: Expr) -> str:
        return "e"

    def _print_EulerGamma(self, e: Expr) -> str:
        return "γ"

    def _print_Function(self, e: Expr) -> str:
        name = _FUNCTIONS.get(type(e).__name__, type(e).__name__)
        return self.called(name, *e.args)

    _print_gamma = _print_digamma = _print_beta = _print_Function

    def _print_polygamma(self, e: Expr) -> str:
        order, a = e.args
        return self.called("ψ" if order == 0 else "ψ" + self._print(order).translate(_SUB), a)

    def _print_besseli(self, e: Expr) -> str:
        return self.called("I" + self._print(e.args[0]).translate(_SUB), e.args[1])

    def _print_expint(self, e: Expr) -> str:
        return self.called("E" + self._print(e.args[0]).translate(_SUB), e.args[1])

    def _print_Min(self, e: Expr) -> str:
        return self.called("min", *e.args)

    def _print_factorial(self, e: Expr) -> str:
        shown = self._print(e.args[0])
        return f"{shown}!" if shown.isalnum() else f"({shown})!"

    def _print_Abs(self, e: Expr) -> str:
        return f"|{self._print(e.args[0])}|"

    def _print_Contains(self, e: Any) -> str:
        return f"{self._print(e.args[0])} ∈ ℤ"

    def _print_Relational(self, e: Any) -> str:
        signs = {"==": "=", "!=": "≠", "<=": "≤", ">=": "≥"}
        return f"{self._print(e.lhs)} {signs.get(e.rel_op, e.rel_op)} {self._print(e.rhs)}"


class Stacked(Plain):
    """The line from which `layout.stacked` makes two dimensions."""

    def is_flat(self) -> bool:
        return False

    def over(self, top: str, bottom: str, simple: tuple[bool, bool]) -> str:
        return "½" if (top, bottom) == ("1", "2") else f"{FRACTION}{top}{OVER}{bottom}{END}"

    def raised(self, base: str, power: Expr) -> str:
        return super().raised(base, power) if power.is_Integer else Plain(self.names).raised(base, power)


_FUNCTIONS = {"gamma": "Γ", "digamma": "ψ", "beta": "B", "zeta": "ζ", "binomial": "C", "atan": "arctan"}


def _is_closed(text: str) -> bool:
    """Whether one pair of parentheses holds the whole text."""
    depth = 0
    for i, c in enumerate(text):
        depth += (c == "(") - (c == ")")
        if depth == 0:
            return i == len(text) - 1
    return False


def _between(left: str, right: str) -> str:
    """What stands between two factors of one line: nothing, a dot, or a space before a word."""
    if re.match(r"[^\W\d_]{2,}[ (]|ψ|[A-Z]\(|[A-Z]\[", right):
        return " "
    if left[-1:].isdigit() or left[-1:] in "½":
        return "·" if right[:1].isdigit() else ""
    bare = re.fullmatch(r"[^\W\d_]?[₀-₉ₐ-ₜᵢ-ᵥ]*[⁰¹²³⁴-⁹]*", right)
    if left[-1:] == ")" or right[:1] in "(|√" or not bare or "^" in left:
        return "" if (left[-1:], right[:1]) == (")", "(") else "·"
    return ""


def spelled(name: str) -> str:
    """A name in Unicode: sigma_1 is σ₁, lambda_ is λ."""
    stem, *marks = name.rstrip("_").split("_")
    digits = re.fullmatch(r"([^\W\d_]+)(\d+)", stem)
    if digits and not marks:
        stem, marks = digits[1], [digits[2]]
    if _GREEK.fullmatch(stem.lower()):
        size = "CAPITAL" if stem[0].isupper() else "SMALL"
        stem = unicodedata.lookup(f"GREEK {size} LETTER {_SPELLED.get(stem.lower(), stem.upper())}")
    return stem + "".join(_lowered(m) for m in marks)


def _lowered(mark: str) -> str:
    made = mark.translate(_SUB)
    return made if made != mark or not mark else f"_{mark}"
