"""How a formula is laid out, whatever the format: what LaTeX and plain text have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sympy import Add, Basic, E, Expr, Integer, NumberSymbol, Pow, Rational, S, Symbol, Tuple
from sympy import functions as f

from ..language.distribution import Family, Law
from ..language.images import Image
from ..language.joint import Joint, Outcomes, Table
from ..language.marginals import Marginal, ProductLaw
from ..language.models import Entry, Model
from ..language.operators import Ranged, Total
from ..language.terms import Density, Expectation, Value
from .heads import OPERATORS, large, model_density, own
from .order import LOGS, is_ratio, oriented, product, summands

LETTERS = frozenset("PQRS")
_ATOMS = (Symbol, Density, Entry, Value, f.gamma, f.zeta, f.factorial, f.binomial, f.Abs)  # log needs no parentheses


def letters(names: Mapping[Basic, str] | None) -> tuple[dict[Basic, str], bool]:
    """The letters, and whether more than one law has one."""
    made = dict(names or {})
    return made, sum(letter in LETTERS for letter in made.values()) > 1


class Textbook:
    """A printer in textbook order; `names` gives a law its letter: P, Q (a law) or X, Y (its variable)."""

    names: Mapping[Basic, str]
    several_laws: bool

    def _print(self, expr: Any, **kwargs: Any) -> str:
        raise NotImplementedError

    def bracket(self, text: str) -> str:
        """The text in parentheses that fit it."""
        raise NotImplementedError

    def over(self, top: str, bottom: str, simple: tuple[bool, bool]) -> str:
        """A fraction; `simple` says whether its top and bottom may stand without parentheses."""
        raise NotImplementedError

    def joined(self, factors: list[str]) -> str:
        """A product."""
        raise NotImplementedError

    def raised(self, base: str, power: Expr) -> str:
        """A power."""
        raise NotImplementedError

    def root(self, inside: Expr) -> str:
        """A square root."""
        raise NotImplementedError

    def called(self, name: str, *arguments: Expr) -> str:
        """A function of arguments, name(a, b)."""
        raise NotImplementedError

    def family(self, law: Family) -> str:
        """A law in full, from its family and parameters."""
        raise NotImplementedError

    minus: str
    log: str
    tensor: str
    bar: str
    drawn: str
    thin: str
    much_less: str

    def expected(self, index: str, inside: str) -> str:
        """E[…], with an index where it needs one."""
        raise NotImplementedError

    def of_order(self, derivative: str, order: int, variable: str) -> str:
        """A derivative made one of higher order."""
        raise NotImplementedError

    def words(self, template: str, e: Any) -> str:
        """A formula among words."""
        raise NotImplementedError

    def is_flat(self) -> bool:
        """Whether a fraction is written a/b here."""
        raise NotImplementedError

    # laws

    def law(self, law: Any) -> str:
        """A law: its letter where it has one, or in full."""
        if law in self.names:
            return ", ".join(self._print(Symbol(name)) for name in self.names[law].split(", "))
        if isinstance(law, Image):
            return self._print(law.map.at(Symbol(self.names.get(law.law, "X"))))
        if isinstance(law, Joint | Marginal | Outcomes):
            return ", ".join(map(self._print, law.coordinates))
        if isinstance(law, ProductLaw):
            return self.tensor.join(map(self._print, law.coordinates))
        if isinstance(law, Law):
            return self._print(Symbol(law.density_name()))
        if isinstance(law, Table):
            return self.table(law)
        return self.family(law)

    def table(self, law: Table) -> str:
        """A joint table in full."""
        raise NotImplementedError

    def density(self, law: Any) -> str:
        """The name of the density of a law: p for P, f for Law("f")."""
        if isinstance(law, Model):
            return model_density(self, law)
        letter = self.names.get(law.law if isinstance(law, Marginal) else law, "")
        name = letter.lower() if letter in LETTERS else law.density_name()
        return self._print(Symbol(name))

    def _own(self, e: Any) -> str | None:
        """Terms and laws whose printing depends on what stands around them."""
        return own(self, e)

    def variable(self, law: Image) -> str:
        """The capital letter of a variable with the law of g(X): the first that no law has."""
        taken = {"X", *self.names.values()}
        return next(v for v in "YZUVWT" if v not in taken)

    def template(self, e: Any) -> str:
        """The printing that a term brings with it; its own notation where it is called with a KL."""
        raise NotImplementedError

    # sums and products

    def _print_Add(self, e: Expr, **_: Any) -> str:
        text = ""
        for t in summands(e):
            p = product(t)
            sign = f" {self.minus} " if p.negative else " + "
            text += (sign if text else self.minus if p.negative else "") + self._product(p)
        return text

    def _print_Mul(self, e: Expr, **_: Any) -> str:
        p = product(e)
        return (self.minus if p.negative else "") + self._product(p)

    def _product(self, p: Any) -> str:
        number, scale = Integer(p.number.p), Integer(p.number.q)
        top = [*([number] if number != 1 else []), *p.front]
        bottom = [*([scale] if scale != 1 else []), *p.below]
        if not bottom:
            return self._factors([*top, *p.tail])
        if not p.tail:
            return self._over(top, bottom)
        if not p.front and p.below:
            return self._over([*top, *p.tail], bottom)
        lead = self._over(top, bottom)
        return self.joined([lead, *(self._factor(a, a is p.tail[-1]) for a in p.tail)])

    def _over(self, top: list[Expr], bottom: list[Expr]) -> str:
        simple = (not top or not self._is_sum(top), len(bottom) == 1 and not self._is_sum(bottom))
        closes = self.is_flat() and bool(top) and isinstance(top[-1], LOGS)
        return self.over(self._factors(top, closes), self._factors(bottom), simple)

    @staticmethod
    def _is_sum(factors: list[Expr]) -> bool:
        (first, *rest) = factors
        return not rest and isinstance(first, (Add, Rational, Ranged, Total, *OPERATORS)) and not first.is_Integer

    def _factors(self, factors: list[Expr], closes: bool = False) -> str:
        if len(factors) <= 1 and not closes:
            return self._print(factors[0]) if factors else "1"
        final = len(factors) if closes else len(factors) - 1
        return self.joined([self._factor(a, i == final) for i, a in enumerate(factors)])

    def _factor(self, a: Expr, last: bool) -> str:
        if isinstance(a, Add):
            return self.bracket(self._print(a))
        if not last and isinstance(a, LOGS):
            return self._logarithm(a, closed=True)
        if not last and isinstance(a, (*OPERATORS, Ranged, Total)):
            return self.bracket(self._print(a))
        return self._print(a)

    # numbers, powers, logarithms, functions

    def _print_Integer(self, e: Any) -> str:
        return large(self, e) or f"{self.minus if e.p < 0 else ''}{abs(e.p)}"

    def _print_Rational(self, e: Rational) -> str:
        shown = self.over(self._print(Integer(abs(e.p))), self._print(Integer(e.q)), (True, True))
        return large(self, e) or (self.minus if e.p < 0 else "") + shown

    _print_Half = _print_Rational

    def _print_Pow(self, e: Pow, **_: Any) -> str:
        base, power = e.args
        if base is S.Exp1:
            return self.raised(self._print(E), power)
        if power == S.Half:
            return self.root(base)
        if power.is_number and power.is_negative:
            return self._product(product(e))
        return self.raised(self._base(oriented(e)[1].args[0]), power)

    def _base(self, base: Expr) -> str:
        closed = (Symbol, Integer, NumberSymbol, Density, Expectation, Entry, Value, f.gamma, f.zeta, f.Abs)
        text = self._print(base)
        bare = isinstance(base, closed) and not base.could_extract_minus_sign()
        return text if bare else self.bracket(text)

    def _print_exp(self, e: Expr, exp: Any = None) -> str:
        return self.raised(self._print(E), e.args[0])

    def _print_log(self, e: Expr, exp: Any = None) -> str:
        return self._logarithm(e)

    def _logarithm(self, e: Expr, closed: bool = False) -> str:
        (a,) = e.args
        inside = self.called(self._print(Symbol("Gamma")), a) if isinstance(e, f.loggamma) else self._print(a)
        atom = isinstance(a, _ATOMS) or a.is_Integer or a in (S.Pi, S.Exp1)
        if closed or not (atom or isinstance(e, f.loggamma) or self._stands_alone(a)):
            return self.log + self.bracket(inside)
        return f"{self.log}{self._after_log(inside)}"

    def _stands_alone(self, a: Expr) -> bool:
        """Whether the argument of a logarithm needs no parentheses."""
        return is_ratio(a)

    def _after_log(self, inside: str) -> str:
        return " " + inside

    def _print_loggamma(self, e: Expr, exp: Any = None) -> str:
        return self._logarithm(e)

    def _print_Tuple(self, e: Tuple, **_: Any) -> str:
        return ", ".join(map(self._print, e))

    def _print_str(self, text: str, **_: Any) -> str:
        return text

    def _print_Str(self, e: Any, **_: Any) -> str:
        return self._print(Symbol(e.name))
