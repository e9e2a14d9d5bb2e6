"""The quantities of the question language.  A new one is one line of the table at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sympy import Basic, Expr, Gt, Lt, Symbol, oo, true

from .agreement import check_alike, check_named, check_one_variable, given_variable, variables
from .binder import COORDINATES
from .domains import Positive, interval_of
from .grammar import Node, bare
from .information import JS, Hellinger2, Renyi, RenyiDivergence, fisher, parameters
from .joint import entropy, mutual_information, named
from .operators import argmax, argmin, limit, maximum, minimum
from .terms import KL, CrossEntropy, Entropy, Expectation, SelfInformation, Variance
from .vectors import aligned

if TYPE_CHECKING:
    from .read import Reader

Read = Callable[["Reader", Node, Sequence[Any]], Expr]


@dataclass(frozen=True)
class Quantity:
    """How a quantity is written, and how its arguments are read."""

    usage: str
    read: Read


def _of_laws(count: int, head: Callable[..., Expr], bars: bool = False) -> Read:
    """A head of so many laws of as many variables each; with `bars`, KL(P || Q) as well."""

    def read(reader: Reader, node: Node, args: Sequence[Any]) -> Expr:
        if bars and len(args) == 1 and args[0].data == "bars":
            args = args[0].children
        _count(reader, node, args, count)
        laws = aligned([reader.law(a) for a in args])
        check_alike(reader, args, laws)
        return head(*laws)

    return read


def _entropy(reader: Reader, node: Node, args: Sequence[Any]) -> Expr:
    named = [a for a in args[1:] if a.data == "named"]
    if len(args) == 2 and not named:
        message = "H takes 1 argument, not 2; the cross-entropy of two laws is CE(P, Q)"
        raise reader.refuse(args[1], message, ["CE(P, Q)", "H(J, given=Y)"])
    if not named:
        return _of_laws(1, Entropy)(reader, node, args)
    law = reader.law(args[0])
    return entropy(law, given=given_variable(reader, law, named))


def _variance(reader: Reader, node: Node, args: Sequence[Any]) -> Expr:
    _count(reader, node, args, 1)
    law = reader.law(args[0])
    check_one_variable(reader, args[0], law, "Var")
    return Variance(law)


def _information(reader: Reader, node: Node, args: Sequence[Any]) -> Expr:
    _count(reader, node, args, 1)
    law = reader.law(args[0])
    if variables(law) != 2 or not hasattr(law, "coordinates"):
        raise reader.refuse(args[0], "I needs a joint law of two variables", ["Table([[1/4, 1/4], [0, 1/2]])"])
    return mutual_information(law)


def _expectation(reader: Reader, node: Node, args: Sequence[Any]) -> Expr:
    _count(reader, node, args, 2)
    law = reader.law(args[0])
    check_named(reader, args[0], law)
    bound = COORDINATES[: variables(law)]
    scope: dict[str, Any] = {v.name: v for v in bound}
    if hasattr(law, "rest"):  # the coordinate that the others leave
        scope[named(len(bound) + 1)[-1].name.lower()] = law.rest(*bound)
    body = reader.within(scope).expr(args[1])
    return Expectation(law, body, bound)


def _self_information(reader: Reader, node: Node, args: Sequence[Any]) -> Expr:
    _count(reader, node, args, 1)
    p = reader.parameter(args[0], Positive())
    if p.is_number and not (p.is_positive and (p <= 1) == true):
        raise reader.refuse(args[0], f"SelfInformation needs a probability, above 0 and at most 1, not {p}")
    return SelfInformation(p)


def _of_order(head: Callable[..., Expr], count: int, limit: str) -> Read:
    """A quantity of an order α and so many laws; `limit` is what it becomes at α = 1."""

    def read(reader: Reader, node: Node, args: Sequence[Any]) -> Expr:
        if count == 2 and len(args) == 2 and args[1].data == "bars":
            args = [args[0], *args[1].children]
        _count(reader, node, args, count + 1)
        order = reader.parameter(args[0], Positive())
        if order == 1:
            raise reader.refuse(args[0], f"the order must not be 1; the quantity of order 1 is {limit}", [limit])
        if order == oo or (order.is_number and not order.is_positive):
            raise reader.refuse(args[0], f"the order must be a positive number, not {order}")
        return _of_laws(count, lambda *laws: head(order, *laws))(reader, node, args[1:])

    return read


def _fisher(reader: Reader, node: Node, args: Sequence[Any]) -> Expr:
    law = reader.law(args[0]) if args else None
    if law is None:
        raise reader.refuse(node, "Fisher needs a law", [QUANTITIES["Fisher"].usage])
    names = [_variable(reader, a, law) for a in args[1:]]
    if len(set(names)) < len(names):
        raise reader.refuse(args[-1], "a parameter is named twice")
    if not names and not parameters(law):
        raise reader.refuse(args[0], f"{law} has no parameter that ranges over an interval")
    return fisher(law, *names)


def _extremum(make: Callable[[Expr, Symbol], Expr]) -> Read:
    def read(reader: Reader, node: Node, args: Sequence[Any]) -> Expr:
        _count(reader, node, args, 2)
        body = reader.expr(args[0])
        return make(body, _variable(reader, args[1], body))

    return read


def _limit(reader: Reader, node: Node, args: Sequence[Any]) -> Expr:
    _count(reader, node, args, 3)
    body, point = reader.expr(args[0]), reader.expr(args[2])
    variable = _variable(reader, args[1], body)
    low, high = interval_of(variable, body)
    if point.has(variable) or Lt(point, low) == true or Gt(point, high) == true:
        raise reader.refuse(args[2], f"{variable} cannot approach {point}", [f"a point from {low} to {high}"])
    return limit(body, variable, point)


def _variable(reader: Reader, node: Any, body: Basic) -> Symbol:
    """The parameter over which an extremum, a limit or a derivative is taken."""
    free = sorted(str(s) for s in body.free_symbols)
    name = bare(node)
    if name not in free:
        raise reader.refuse(node, f"{name or 'this'} is no parameter of {body}", free)
    made: Symbol = reader.symbols[name]
    if made.is_integer:
        raise reader.refuse(node, f"{name} takes whole numbers only; the parameter must vary over an interval")
    return made


def _count(reader: Reader, node: Node, args: Sequence[Any], count: int) -> None:
    """The number of positional arguments."""
    odd = [a for a in args if a.data in ("named", "bars")]
    if odd or len(args) != count:
        name = node.children[0]
        given = "" if odd else f", not {len(args)}"
        message = f"{name} takes {count} argument{'s' * (count > 1)}{given}"
        raise reader.refuse(odd[0] if odd else node, message, [QUANTITIES[str(name)].usage])


QUANTITIES: dict[str, Quantity] = {
    "H": Quantity("H(P), H(J, given=Y)", _entropy),
    "CE": Quantity("CE(P, Q)", _of_laws(2, CrossEntropy)),
    "KL": Quantity("KL(P, Q)", _of_laws(2, KL, bars=True)),
    "I": Quantity("I(J)", _information),
    "E": Quantity("E(P, x**2)", _expectation),
    "Var": Quantity("Var(P)", _variance),
    "Renyi": Quantity("Renyi(alpha, P)", _of_order(Renyi, 1, "H(P)")),
    "RenyiDivergence": Quantity("RenyiDivergence(alpha, P, Q)", _of_order(RenyiDivergence, 2, "KL(P, Q)")),
    "Hellinger2": Quantity("Hellinger2(P, Q)", _of_laws(2, Hellinger2)),
    "JS": Quantity("JS(P, Q)", _of_laws(2, JS, bars=True)),
    "Fisher": Quantity("Fisher(P), Fisher(P, theta)", _fisher),
    "SelfInformation": Quantity("SelfInformation(p)", _self_information),
    "max": Quantity("max(H(P), p)", _extremum(maximum)),
    "min": Quantity("min(H(P), p)", _extremum(minimum)),
    "argmax": Quantity("argmax(H(P), p)", _extremum(argmax)),
    "argmin": Quantity("argmin(H(P), p)", _extremum(argmin)),
    "limit": Quantity("limit(H(P), p, 0)", _limit),
}
