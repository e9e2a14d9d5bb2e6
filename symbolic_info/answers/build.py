"""From a tree to SymPy, within the bounds of the language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from lark import Token, Tree
from sympy import Add, Dummy, Expr, FiniteSet, I, Integer, Mul, Rational, S, Symbol, Tuple, log, nan, zoo
from sympy import functions as f

from ..language import bounds
from ..language.binder import Term
from ..language.bounds import TooLarge, Unreadable
from ..language.functions import differentiated
from ..language.information import Grid
from ..language.operators import Integral, Total, derivative
from .made import COMBINATORIAL, FUNCTIONS, ORDERED, ranged
from .matrices import Matrices, of_matrix
from .sizes import MAX_EXPANDED, expanded
from .words import words

Node = Any


@dataclass
class Builder:
    """Builds one formula.  `unit` is the size in nats of the unit in which a binary entropy is meant.

    `rounded` collects the decimals: a mark for each, its value and half a unit of its last digit.
    """

    text: str
    unit: Expr = S.One
    matrices: Matrices | None = None
    rounded: dict[Symbol, tuple[Rational, Rational]] = field(default_factory=dict)
    marked: bool = False

    def refuse(self, node: Any, message: str, expected: Sequence[str] = ()) -> Unreadable:
        return Unreadable(message, self.text, _place(node), expected)

    def value(self, node: Any) -> Any:
        made = _RULES[node.data](self, node)
        return self.checked(node, made)

    def checked(self, node: Any, made: Any) -> Any:
        if not isinstance(made, Expr):
            return made
        if made.has(zoo, nan):
            raise self.refuse(node, "this is not defined (a division by zero, or infinity minus infinity)")
        if made.has(I):
            raise self.refuse(node, "this is not a real number")
        self.guarded(node, lambda: bounds.check_number(made))
        self.guarded(node, lambda: bounds.check_nesting(made))
        return made

    def guarded(self, node: Any, make: Callable[[], Any]) -> Any:
        try:
            return make()
        except TooLarge as why:
            raise self.refuse(node, f"too large: {why}") from None
        except (ValueError, TypeError) as why:
            raise self.refuse(node, str(why)) from None

    def expr(self, node: Any) -> Expr:
        made = self.value(node)
        if not isinstance(made, Expr) or isinstance(made, Tuple):
            raise self.refuse(node, "a list stands where a formula is needed")
        return made

    # the rules of the grammar

    def start(self, node: Node) -> Any:
        parts = [self.value(c) for c in node.children if isinstance(c, Tree)]
        parts = [self._number(node, p) for p in parts]
        if any(expanded(p) > MAX_EXPANDED for p in parts):
            raise self.refuse(node, "too large: the formula would have too many terms when multiplied out")
        return parts[0] if len(parts) == 1 else Tuple(*parts)

    def _number(self, node: Node, value: Any) -> Any:
        made = self.matrices
        return value if made is None else self.guarded(node, lambda: made.number(value))

    def number(self, node: Node) -> Expr:
        value, step = node.children[0].value
        if step is None or not self.marked:
            return value
        mark = Dummy("d", real=True)
        self.rounded[mark] = (value, step / 2)
        return mark

    def name(self, node: Node) -> Expr:
        return node.children[0].value

    def sum(self, node: Node) -> Expr:
        terms, sign = [], 1
        for child in node.children:
            if isinstance(child, Token):
                sign = 1 if child.type == "PLUS" else -1
            else:
                terms.append(sign * self.expr(child))
        return Add(*terms)

    def product(self, node: Node) -> Expr:
        factors, up = [], True
        for child in node.children:
            if isinstance(child, Token):
                up = child.type not in ("DIVIDE", "OVER")
                continue
            value = self.expr(child)
            if value == 0 and not up:
                raise self.refuse(child, "division by zero")
            factors.append(value if up else 1 / value)
        grids = [a for a in factors if isinstance(a, Grid)]
        if grids:
            return self._scaled(node, grids, [a for a in factors if not isinstance(a, Grid)])
        made = Mul(*factors)
        self.guarded(node, lambda: bounds.check_growth(made))
        return made

    def _scaled(self, node: Node, grids: list[Grid], factors: list[Expr]) -> Expr:
        """A number times a matrix."""
        if len(grids) > 1:
            raise self.refuse(node, "a product of matrices is not understood")
        scale = Mul(*factors)
        return grids[0].with_entries(lambda e: scale * e)

    def sign(self, node: Node) -> Expr:
        sign, child = node.children
        value = self.expr(child)
        return value if sign.type == "PLUS" else -value

    def power(self, node: Node) -> Expr:
        base, _, exponent = node.children
        return self.raised(node, self.expr(base), self.expr(exponent))

    def raised(self, node: Node, base: Expr, exponent: Expr) -> Expr:
        if base.is_Integer and exponent.is_Integer and base.p.bit_length() * abs(exponent.p) <= 2 * bounds.MAX_BITS:
            return base**exponent if base != 0 or exponent.p > 0 else S.NaN
        transposed = self.matrices.power(base, exponent) if self.matrices is not None else None
        if transposed is not None:
            return transposed
        if base is S.Exp1:
            self.guarded(node, lambda: bounds.check_exp(exponent))
        return self.guarded(node, lambda: bounds.power(base, exponent))

    def factorial(self, node: Node) -> Expr:
        return self._called(node, "factorial", None, [self.expr(node.children[0])])

    def bracket(self, node: Node) -> Any:
        parts = [self.value(c) for c in node.children if isinstance(c, Tree)]
        braces = str(node.children[0]) in ("{", "\\{", "\\lbrace") and all(isinstance(p, Expr) for p in parts)
        if braces and len(parts) > 1:
            return FiniteSet(*parts)
        return (
            parts[0]
            if len(parts) == 1 and not (str(node.children[0]) == "[" and isinstance(parts[0], Tuple))
            else Tuple(*parts)
        )

    def group(self, node: Node) -> Any:
        return self.value(next(c for c in node.children if isinstance(c, Tree)))

    def absolute(self, node: Node) -> Expr:
        inside = self.expr(node.children[1])
        if not inside.is_commutative:
            return self.guarded(node, lambda: of_matrix(self.matrices, "det", [inside]))
        return f.Abs(inside)

    def fraction(self, node: Node) -> Expr:
        _, top, bottom = node.children
        below = self.expr(bottom)
        if below == 0:
            raise self.refuse(bottom, "division by zero")
        return self.expr(top) / below

    def binomial(self, node: Node) -> Expr:
        return self._called(node, "binomial", None, [self.expr(c) for c in node.children[1:]])

    def root(self, node: Node) -> Expr:
        parts = [self.expr(c) for c in node.children if isinstance(c, Tree)]
        order = parts[0] if len(parts) == 2 else Integer(3 if node.children[0] == "∛" else 2)
        if order == 0:
            raise self.refuse(node, "a root of order 0")
        return self.raised(node, parts[-1], 1 / order)

    def called(self, node: Node) -> Expr:
        key, order = node.children[0].value
        trees = [c for c in node.children[1:] if isinstance(c, Tree)]
        power = next((c for c in trees if c.data == "raised"), None)
        arguments = [self.expr(c) for c in trees if c is not power]
        made = self._called(node, key, order, arguments)
        if power is None:
            return made
        exponent = self.expr(power.children[1])
        if exponent == -1 and key not in ("log", "exp", "gamma"):
            raise self.refuse(power, "an inverse function is not understood; write 1/f(x)")
        return self.raised(node, made, exponent)

    def _called(self, node: Node, key: str, order: Any, arguments: list[Expr]) -> Expr:
        if key in ("det", "tr"):
            return self.guarded(node, lambda: of_matrix(self.matrices, key, arguments))
        counts, make = FUNCTIONS[key] if key != "hb" else ((1,), self._binary_entropy)
        if counts and len(arguments) not in counts:
            raise self.refuse(node, f"{key} takes {' or '.join(map(str, counts))} arguments, not {len(arguments)}")
        if key in COMBINATORIAL:
            orders = [Integer(order)] if isinstance(order, int) else [order] if isinstance(order, Expr) else []
            self.guarded(node, lambda: bounds.check_combinatorial(*orders, *arguments))
        if key == "exp":
            self.guarded(node, lambda: bounds.check_exp(arguments[0]))
        if key in ORDERED:
            return self.guarded(node, lambda: ORDERED[key](order, *arguments))
        return self.guarded(node, lambda: make(*arguments))

    def _binary_entropy(self, p: Expr) -> Expr:
        if p in (0, 1):
            return S.Zero
        return -(p * log(p) + (1 - p) * log(1 - p)) / self.unit

    def big(self, node: Node) -> Expr:
        """A sum or a product over a range; of few terms it is written out."""
        (kind, variable, low, high), body = node.children[0].value, self.expr(node.children[1])
        if kind == "slope":
            return derivative(body, variable) if body.atoms(Term) else differentiated(body, variable)
        if kind == "support":
            return Total(low, body, variable)
        return self.guarded(node, lambda: ranged(kind, low, high, body, variable))

    def integral(self, node: Node) -> Expr:
        variable, low, high = node.children[0].value
        body = self.expr(node.children[1]) if len(node.children) == 3 else S.One
        return Integral(low, high, body, variable)


def _place(node: Any) -> int:
    while isinstance(node, Tree):
        if not node.children:
            return 0
        node = node.children[0]
    return node.start_pos or 0


_NAMED = words(
    """start number name sum product sign power factorial bracket group absolute fraction binomial root called
    big integral"""
)
_RULES: dict[str, Callable[[Builder, Any], Any]] = {n: getattr(Builder, n) for n in _NAMED}
_RULES |= {"glued": Builder.product, "term": Builder.name, "percent": lambda self, n: self.expr(n.children[0]) / 100}
