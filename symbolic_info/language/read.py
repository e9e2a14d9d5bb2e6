"""From a tree to SymPy: numbers, names, arithmetic and functions; laws and quantities by their tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lark import Token
from sympy import Add, Expr, I, Integer, Mul, Rational, S, Symbol, log, nan, oo, zoo

from . import bounds
from .bounds import TooLarge, Unreadable
from .distribution import Distribution
from .domains import Domain, Positive, least
from .functions import CONSTANTS, FUNCTIONS, POSITIVE, WHOLE, did_you_mean
from .grammar import Node, bare, plain, position, superscript
from .laws import known_laws, law
from .maps import MAPS, NotMonotone, plus, powered, times
from .quantities import QUANTITIES
from .suggestions import is_known, no_law, unknown


@dataclass(frozen=True)
class Reader:
    """Reads the trees of one text.

    A text is read twice: first as a draft, in which every name is a real symbol and `places` collects
    the domains of the places where it stands, then with symbols that carry these domains.  `known`
    lists the names that may occur (None: any).  `quantities` is False for plain mathematics.
    """

    text: str
    symbols: dict[str, Symbol] = field(default_factory=dict)
    places: dict[str, list[Domain]] = field(default_factory=dict)
    draft: bool = False
    known: frozenset[str] | None = None
    quantities: bool = True
    scope: Mapping[str, Expr] = field(default_factory=dict)

    def refuse(self, node: Any, message: str, expected: Sequence[str] = ()) -> Unreadable:
        """The error that points at a node."""
        return Unreadable(message, self.text, position(node), expected)

    def guarded(self, node: Any, make: Callable[[], Any]) -> Any:
        """What `make` returns; a value that it refuses becomes an error at the node."""
        try:
            return make()
        except TooLarge as why:
            raise self.refuse(node, f"too large: {why}") from None
        except NotMonotone as why:
            message = f"only the law of an increasing or decreasing function of a variable is known: {why}"
            raise self.refuse(node, message) from None
        except (ValueError, TypeError) as why:
            raise self.refuse(node, str(why)) from None

    def within(self, scope: Mapping[str, Expr]) -> Reader:
        """A reader to which some names mean bound variables."""
        return replace(self, scope=scope)

    def law(self, node: Any) -> Distribution:
        """The law that a node says."""
        if node.data == "call" and not is_known(name := plain(node.children[0])):
            raise self.refuse(node, *unknown(name, law=True))
        made = self.value(node)
        if not isinstance(made, Distribution):
            raise self.refuse(node, *no_law(bare(node)))
        return made

    def expr(self, node: Any) -> Expr:
        """The formula that a node says."""
        made = self.value(node)
        if isinstance(made, Distribution):
            raise self.refuse(node, "this is a law, where a formula is needed", ["a quantity of it such as H(P)"])
        return made

    def parameter(self, node: Any, domain: Domain) -> Expr:
        """The formula at a place that gives its names a domain."""
        made = self.expr(node)
        if self.draft:
            self._place(made, domain)
        return made

    def _place(self, value: Expr, domain: Domain) -> None:
        names = {s for s in value.free_symbols if s == self.symbols.get(s.name)}  # no bound variables
        if value in names:
            self.places.setdefault(value.name, []).append(domain)
        elif domain.low != -oo:
            for s in names:
                slope = value.coeff(s) if len(names) == 1 else S.Zero
                if least(value - slope * s, slope, domain) >= 0:
                    self.places.setdefault(s.name, []).append(Positive())

    def value(self, node: Any) -> Any:
        """The formula or the law that a node says."""
        kind = node.data
        if kind == "call":
            return self._call(node)
        if kind in ("bars", "named", "list"):
            raise self.refuse(node, _ODD[kind])
        return _READ[kind](self, node)

    def number(self, node: Node) -> Expr:
        digits, _, exponent = str(node.children[0]).lower().partition("e")
        whole, _, part = digits.partition(".")
        shift = int(exponent or 0) - len(part)
        if len(whole) + len(part) > bounds.MAX_DIGITS or abs(shift) > bounds.MAX_DIGITS:
            raise self.refuse(node, f"a number of more than {bounds.MAX_DIGITS} digits")
        return Rational(int(whole + part or "0")) * Rational(10) ** shift

    def name(self, node: Node) -> Expr:
        name = plain(node.children[0])
        found = self.scope.get(name) or CONSTANTS.get(name) or self.symbols.get(name)
        if found is None and self.known is not None and name not in self.known:
            raise self.refuse(node, f"unknown name {name}{did_you_mean(name, self.known)}", sorted(self.known))
        return found if found is not None else self.symbols.setdefault(name, Symbol(name, real=True))

    def add(self, node: Node) -> Any:
        terms, law, sign = [], None, 1
        for child in node.children:
            if isinstance(child, Token):
                sign = 1 if child.type == "PLUS" else -1
                continue
            value = self.value(child)
            if isinstance(value, Distribution):
                law = self._only(child, law, value if sign == 1 else self._negated(child, value))
            else:
                terms.append(sign * value)
        total = self._real(node, Add(*terms))
        return total if law is None else self.guarded(node, lambda: plus(law, total))

    def multiply(self, node: Node) -> Any:
        factors, law, up = [], None, True
        for child in node.children:
            if isinstance(child, Token):
                up = child.type == "TIMES"
                continue
            value = self.value(child)
            if isinstance(value, Distribution):
                law = self._only(child, law, value if up else self._power(child, value, S.NegativeOne))
            elif value == 0 and not up:
                raise self.refuse(child, "division by zero")
            else:
                factors.append(value if up else 1 / value)
        made = self._real(node, Mul(*factors))
        self.guarded(node, lambda: bounds.check_growth(made))
        return made if law is None else self.guarded(node, lambda: times(law, made))

    def signed(self, node: Any) -> Any:
        sign, child = node.children
        value = self.value(child)
        if sign.type == "PLUS":
            return value
        return self._negated(node, value)

    def _negated(self, node: Any, value: Any) -> Any:
        isa = isinstance(value, Distribution)
        return self.guarded(node, lambda: times(value, S.NegativeOne)) if isa else -value

    def power(self, node: Node) -> Any:
        base, _, exponent = node.children
        return self._power(node, self.value(base), self.value(exponent))

    def superscript(self, node: Any) -> Any:
        base, digits = node.children
        if len(digits) > 2:
            raise self.refuse(digits, f"an exponent beyond {bounds.MAX_EXPONENT}")
        return self._power(node, self.value(base), Integer(superscript(digits)))

    def _power(self, node: Any, base: Any, exponent: Any) -> Any:
        if isinstance(exponent, Distribution):
            if isinstance(base, Distribution) or not (base.is_positive or self.draft):
                raise self.refuse(node, "only a positive number can have a variable in its exponent")
            return self.guarded(node, lambda: MAPS["exp"](times(exponent, log(base)), self.draft))
        if isinstance(base, Distribution):
            self.guarded(node, lambda: bounds.check_power(S.Half, exponent))
            return self.guarded(node, lambda: powered(base, exponent, self.draft))
        return self._real(node, self.guarded(node, lambda: bounds.power(base, exponent)))

    def _only(self, node: Any, before: Distribution | None, law: Distribution) -> Distribution:
        if before is not None:
            raise self.refuse(node, "two laws cannot be added or multiplied: their joint law is not said")
        return law

    def _real(self, node: Any, value: Expr) -> Expr:
        if value.has(zoo, nan):
            raise self.refuse(node, "this is not defined (a division by zero, or infinity minus infinity)")
        if value.has(I):
            raise self.refuse(node, "this is not a real number")
        self.guarded(node, lambda: bounds.check_number(value))
        self.guarded(node, lambda: bounds.check_nesting(value))
        return value

    def _call(self, node: Node) -> Any:
        name, args = plain(node.children[0]), [a for a in node.children[1:] if a is not None]
        if name in FUNCTIONS:
            return self._function(node, name, args)
        if self.quantities and name in QUANTITIES:
            return self._real(node, self.guarded(node, lambda: QUANTITIES[name].read(self, node, args)))
        if self.quantities and name in known_laws():
            return law(self, node, name, args)
        if not self.quantities and (name in QUANTITIES or name in known_laws()):
            raise self.refuse(node, f"{name}(…) is no plain formula")
        raise self.refuse(node, *unknown(name, plain=not self.quantities))
    def _function(self, node: Node, name: str, args: list[Any]) -> Any:
        count, function = FUNCTIONS[name]
        if len(args) != count:
            raise self.refuse(node, f"{name} takes {count} argument{'s' * (count > 1)}, not {len(args)}")
        values = [self.value(a) for a in args]
        if any(isinstance(v, Distribution) for v in values):
            if name not in MAPS:
                raise self.refuse(node, f"{name} of a variable: its law is not known", [f"{m}(P)" for m in MAPS])
            return self.guarded(node, lambda: MAPS[name](values[0], self.draft))
        if name in WHOLE | POSITIVE:
            self._suits(node, name, values)
        if name == "exp":
            self.guarded(node, lambda: bounds.check_exp(values[0]))
        return self._real(node, self.guarded(node, lambda: function(*values)))

    def _suits(self, node: Node, name: str, values: list[Expr]) -> None:
        """Numbers under these functions are neither large nor outside of the usual domain."""
        self.guarded(node, lambda: bounds.check_combinatorial(*values))
        if name == "polygamma" and not (values[0].is_Integer and 0 <= values[0] <= bounds.MAX_ORDER):
            raise self.refuse(node, f"the order of polygamma is a whole number from 0 to {bounds.MAX_ORDER}")
        inside = values[1:] if name == "polygamma" else values
        if name in WHOLE and any(v.is_number and not (v.is_Integer and v >= 0) for v in inside):
            raise self.refuse(node, f"{name} takes whole numbers from 0 on")
        if name in POSITIVE and any(v.is_number and not v.is_positive for v in inside):
            raise self.refuse(node, f"{name} takes positive numbers")


_ODD = {
    "bars": "the bars stand only in KL(P || Q)",
    "named": "a name with = stands only in H(J, given=Y)",
    "list": "a list stands only where a law has a vector, a matrix or a table",
}

_READ: dict[str, Callable[[Reader, Any], Any]] = {
    "number": Reader.number,
    "name": Reader.name,
    "sum": Reader.add,
    "product": Reader.multiply,
    "sign": Reader.signed,
    "power": Reader.power,
    "superscript": Reader.superscript,
}
