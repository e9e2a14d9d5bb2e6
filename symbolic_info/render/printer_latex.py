"""Formulas in LaTeX, in textbook order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sympy import Basic, Expr, Symbol, Tuple
from sympy.printing.latex import LatexPrinter

from ..language.claims import Finite
from ..language.joint import Table
from .heads import squared
from .textbook import Textbook, letters

_TALL = (r"\frac", r"\binom", r"\sum", r"\int", r"\max", r"\Big", r"\begin", r"\lim")
_LEFT_RIGHT = re.compile(r"\\left([(\[])((?:(?!\\left|\\right).)*)\\right([)\]])")


class Latex(Textbook, LatexPrinter):
    """LaTeX that needs amsmath only."""

    minus, log, tensor = "-", r"\log", r" \otimes "
    bar, drawn, thin, much_less = r" \mid ", r" \sim ", r"\,", r" \ll "

    def __init__(self, names: Mapping[Basic, str] | None = None) -> None:
        LatexPrinter.__init__(self)
        self.names, self.several_laws = letters(names)
        self._inline = 0

    def _print(self, expr: Any, **kwargs: Any) -> str:
        if isinstance(expr, Finite):
            return rf"{self._print(expr.args[0])}\ \text{{is finite}}"
        return self._own(expr) or str(LatexPrinter._print(self, expr, **kwargs))

    def template(self, e: Any) -> str:
        return str(e.notation or e._latex(self))

    def is_flat(self) -> bool:
        return self._inline > 0

    def expected(self, index: str, inside: str) -> str:
        return rf"\mathbb{{E}}{index}\left[{inside}\right]"

    def of_order(self, derivative: str, order: int, variable: str) -> str:
        return derivative.replace(rf"\frac{{d}}{{d{variable}}}", rf"\frac{{d^{order}}}{{d{variable}^{order}}}", 1)

    def words(self, template: str, e: Any) -> str:
        before, after = template.split("{}")
        return rf"\text{{{before}}}" * bool(before) + self._print(e) + rf"\text{{{after}}}"

    def doprint(self, expr: Any) -> str:
        """The LaTeX of a formula, with stretching parentheses only around what is tall."""
        text, before = self._print(expr), ""
        while text != before:
            before, text = text, _LEFT_RIGHT.sub(_fitting, text)
        text = text.replace("\0", r"\left").replace("\1", r"\right")
        return text.replace(r"\mathbb{E}", r"\operatorname{E}")  # amsmath alone has no blackboard letters

    def bracket(self, text: str) -> str:
        return rf"\left({text}\right)"

    def over(self, top: str, bottom: str, simple: tuple[bool, bool]) -> str:
        if self._inline:
            top, bottom = (t if s else self.bracket(t) for t, s in zip((top, bottom), simple, strict=True))
            return f"{top}/{bottom}"
        return rf"\frac{{{top}}}{{{bottom}}}"

    def joined(self, factors: list[str]) -> str:
        text = factors[0]
        for a in factors[1:]:
            digits = a[:1].isdigit() or (a.startswith(r"\frac") and text[-1:].isdigit())
            text += (r" \cdot " if digits else " ") + a
        return text

    def raised(self, base: str, power: Expr) -> str:
        self._inline += 1
        try:
            shown = self._print(power)
        finally:
            self._inline -= 1
        return f"{base}^{shown}" if len(shown) == 1 else f"{base}^{{{shown}}}"

    def root(self, inside: Expr) -> str:
        return rf"\sqrt{{{self._print(inside)}}}"

    def called(self, name: str, *arguments: Expr) -> str:
        return name + self.bracket(", ".join(map(self._print, arguments)))

    def family(self, law: Any) -> str:
        shown = [self.parameter(a) for a in law.shown]
        form = getattr(law, "latex_form", "")
        if "{1}^2" in form:
            shown[1] = squared(self, law.args[1])
        if form:
            return str(form.replace("{1}^2", "{1}").format(*shown))
        return rf"\operatorname{{{law.title}}}" + self.bracket(r",\, ".join(shown))

    def parameter(self, a: Any) -> str:
        """A parameter of a law: a formula, a column of such, or a matrix."""
        if not isinstance(a, Tuple):
            return self._print(a)
        rows = r" \\ ".join(" & ".join(map(self._print, row if isinstance(row, Tuple) else (row,))) for row in a)
        return rf"\begin{{pmatrix}} {rows} \end{{pmatrix}}"

    def table(self, law: Table) -> str:
        return self.parameter(law.args[0])

    def _after_log(self, inside: str) -> str:
        return inside if inside[:1] in "\\(" else " " + inside

    def _print_Symbol(self, expr: Symbol, style: str = "plain") -> str:
        name = expr.name.rstrip("_")
        text = str(LatexPrinter._print_Symbol(self, Symbol(name), style)).replace(r"\phi", r"\varphi")
        return re.sub(r"_\{(\w)\}", r"_\1", text) if text.count("_") == 1 else text

    _print_Dummy = _print_Symbol

    def _print_polygamma(self, e: Expr, exp: Any = None) -> str:
        order, a = e.args
        mark = "" if order == 0 else f"_{order}" if 0 < order < 10 else f"_{{{self._print(order)}}}"
        return self.called(rf"\psi{mark}", a)

    def _print_digamma(self, e: Expr, exp: Any = None) -> str:
        return self.called(r"\psi", *e.args)

    def _print_gamma(self, e: Expr, exp: Any = None) -> str:
        return self.called(r"\Gamma", *e.args)

    def _print_beta(self, e: Expr, exp: Any = None) -> str:
        return self.called(r"\mathrm{B}", *e.args)

    def _print_atan(self, e: Expr, exp: Any = None) -> str:
        return self.called(r"\arctan", *e.args)

    def _print_binomial(self, e: Expr, exp: Any = None) -> str:
        return rf"\binom{{{self._print(e.args[0])}}}{{{self._print(e.args[1])}}}"

    def _print_Abs(self, e: Expr, exp: Any = None) -> str:
        inside = self._print(e.args[0])
        return rf"\left|{inside}\right|" if r"\frac" in inside else f"|{inside}|"

    def _print_Contains(self, e: Any) -> str:
        return rf"{self._print(e.args[0])}\ \text{{whole}}"

    def _print_Relational(self, e: Any) -> str:
        signs = {"==": "=", "!=": r"\ne", "<=": r"\le", ">=": r"\ge"}
        return f"{self._print(e.lhs)} {signs.get(e.rel_op, e.rel_op)} {self._print(e.rhs)}"


def _fitting(found: re.Match[str]) -> str:
    left, inside, right = found.groups()
    tall = any(word in inside for word in _TALL)
    return f"\0{left}{inside}\1{right}" if tall else f"{left}{inside}{right}".replace(r"\middle", "")
