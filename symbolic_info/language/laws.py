"""Laws in text: a family by its name with parameters in their domains, and the law of a transformed variable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from sympy import Abs, Basic, Dummy, Eq, Expr, S, Symbol, Tuple, exp, false, log, nan, oo, sign, zoo
from sympy.core.symbol import Str

from .binder import sympify_basic, x
from .bounds import MAX_MAP_LEVELS, TooLarge
from .distribution import Distribution, Family, Law
from .domains import Domain, Natural, Positive, Real, Unit
from .grammar import Node, bare
from .images import Image, image, scaled, shifted
from .joint import Joint, Table
from .support import Integers, Interval, Points

if TYPE_CHECKING:
    from .read import Reader


class NotMonotone(ValueError):
    """A map of a law that is not known to be increasing or decreasing on its support."""


def known_laws() -> dict[str, Any]:
    """Every law that can be named in text."""
    from ..families import FAMILIES  # here, because the families themselves import the language

    return {"Law": Law, "Joint": Joint, "Table": Table, **FAMILIES}


def law(reader: Reader, node: Node, name: str, args: Sequence[Any]) -> Distribution:
    """The law that is called `name`, or Unreadable at the argument that does not fit."""
    kind = known_laws()[name]
    if not args:
        raise reader.refuse(node, f"{name} needs parameters")
    if kind is Table and not (len(args) == 1 and args[0].data == "list"):
        raise reader.refuse(args[0], "Table takes a list of rows", ["Table([[1/4, 1/4], [0, 1/2]])"])
    if kind in (Law, Joint):
        return _named(reader, node, kind, args)
    if issubclass(kind, Family):
        return _family(reader, node, kind, args)
    names = [bare(a) for a in args]
    if name == "Categorical" and len(args) == 2 and None not in names and _stem(names[0]) != _stem(names[1]):
        return _checked(reader, args[1], kind(Symbol(names[0]), reader.parameter(args[1], Natural())))
    values = [_plain(reader, a, Positive()) for a in args]
    made = reader.guarded(node, lambda: kind(*values))
    return _checked(reader, args[0], made)


def _named(reader: Reader, node: Node, kind: Any, args: Sequence[Any]) -> Distribution:
    names = []
    for a in args:
        name = bare(a)
        if name is None:
            raise reader.refuse(a, f"{kind.__name__} takes a name", ["a name such as f"])
        names.append(name)
    if kind is Law and len(names) != 1:
        raise reader.refuse(node, f"Law takes one name, not {len(names)}")
    made: Distribution = reader.guarded(node, lambda: kind(*names))
    return made


def _family(reader: Reader, node: Node, kind: type[Family], args: Sequence[Any]) -> Family:
    names = [n.rstrip("_") for n in kind.domains]
    values: list[Expr] = []
    for a, domain in zip(args, kind.domains.values(), strict=False):
        values.append(reader.parameter(a, domain))
    missing = len(names) - len(args)
    if 0 < missing <= len(kind.defaults):
        values += kind.defaults[-missing:]
    elif missing:
        message = f"{kind.__name__} takes {len(names)} parameters ({', '.join(names)}), not {len(args)}"
        raise reader.refuse(node, message)
    for a, name, domain, value in zip(args, names, kind.domains.values(), values, strict=False):
        if value.has(oo, -oo, zoo, nan):
            raise reader.refuse(a, f"{name} of {kind.__name__} must be a finite number")
        if false in domain.conditions(value):
            raise reader.refuse(a, f"{name} of {kind.__name__} must be {_described(domain)}, not {value}")
    made: Family = reader.guarded(node, lambda: kind(*values))
    if false in made.relations():
        needed = ", ".join(map(str, kind.generic().relations()))
        raise reader.refuse(args[-1], f"{kind.__name__}({', '.join(names)}) needs {needed}; {made} breaks it")
    return made


def _described(domain: Domain) -> str:
    words = {Unit().name: "between 0 and 1", Real().name: "a real number", Natural().name: "a positive whole number"}
    return words.get(domain.name, domain.name)


def _plain(reader: Reader, node: Any, domain: Domain) -> Any:
    """A number, or a list of such."""
    if node.data == "list":
        return Tuple(*(_plain(reader, child, domain) for child in node.children if child is not None))
    return reader.parameter(node, domain)


def _checked(reader: Reader, node: Any, made: Distribution) -> Distribution:
    """The law, if its conditions can hold: probabilities that add up to 1, and so on."""
    if made.has(oo, -oo, zoo, nan):
        raise reader.refuse(node, f"the parameters of {type(made).__name__} must be finite numbers")
    if false in made.conditions():
        raise reader.refuse(node, f"{made}: {_broken(made)}")
    return made


def _broken(made: Distribution) -> str:
    rows = made.args[0] if isinstance(made, Table) else [made.args]
    entries = [e for row in rows for e in row]
    if any(e.is_number and e.is_negative for e in entries):
        return "a probability must not be negative"
    total: Any = sum(entries)
    return f"the probabilities add up to {total}, not to 1" if Eq(total, 1) == false else "its conditions cannot hold"


def _stem(name: str | None) -> str:
    return (name or "").rstrip("0123456789_")


# The law of a transformed variable.  Each map is strictly monotone on the support, and says its inverse.


def times(P: Distribution, a: Expr) -> Distribution:
    """The law of a·X."""
    if a == 0:
        raise NotMonotone("0 times a variable is a constant")
    return P if a == 1 else scaled(_shallow(P), a)


def plus(P: Distribution, b: Expr) -> Distribution:
    """The law of X + b."""
    return P if b == 0 else shifted(_shallow(P), b)


def powered(P: Distribution, n: Expr, sure: bool) -> Distribution:
    """The law of Xⁿ: any constant n ≠ 0 on the positive numbers, odd n > 0 anywhere."""
    if not n.is_number or not n.is_finite or n == 0:
        raise NotMonotone("the exponent of a variable must be a constant other than 0")
    if n == 1:
        return P
    if positive(P) or sure:
        return image(_shallow(P), x**n, x ** (1 / n))
    if n.is_Integer and n > 0 and n % 2:
        return image(_shallow(P), x**n, sign(x) * Abs(x) ** (1 / n))
    raise NotMonotone(f"the power {n} is not monotone unless the variable is positive")


def exponential(P: Distribution, sure: bool = False) -> Distribution:
    """The law of e^X."""
    return image(_shallow(P), exp(x), log(x))


def logarithm(P: Distribution, sure: bool = False) -> Distribution:
    """The law of log X, for a positive X."""
    if not positive(P) and not sure:
        raise NotMonotone("the logarithm of a variable that is not known to be positive")
    return image(_shallow(P), log(x), exp(x))


def _shallow(P: Distribution) -> Distribution:
    """The law, unless its map is already deep."""
    if isinstance(P, Image) and _levels(P.map.body) > MAX_MAP_LEVELS:
        raise TooLarge(f"a function of a variable with more than {MAX_MAP_LEVELS} levels")
    return P


def _levels(e: Basic) -> int:
    return 1 + max(map(_levels, e.args), default=0)


MAPS: dict[str, Callable[[Distribution, bool], Distribution]] = {
    "exp": exponential,
    "log": logarithm,
    "ln": logarithm,
    "sqrt": lambda P, sure: powered(P, S.Half, sure),
}


def positive(P: Distribution) -> bool:
    """Whether a variable with this law is certainly positive."""
    if isinstance(P, Image):
        inside = Dummy("x", real=True, positive=positive(P.law) or None)
        return bool(P.map.at(inside).is_positive)
    support = P.support
    if isinstance(support, Interval):
        return bool(sympify_basic(support.low).is_nonnegative)
    if isinstance(support, Integers):
        return bool(sympify_basic(support.low).is_positive)
    return isinstance(support, Points) and all(sympify_basic(p).is_positive for point in support.points for p in point)


def coordinate(reader: Reader, P: Distribution, node: Any) -> Str:
    """The variable of a joint law that a node names."""
    own = [str(c) for c in getattr(P, "coordinates", ())]
    name = bare(node)
    if name not in own:
        raise reader.refuse(node, f"{name or 'this'} is no variable of {P}", own)
    return Str(name)

