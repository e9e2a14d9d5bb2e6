"""Expressions as data: lists of a head and its arguments, from a closed list, without loss and without eval.

`["Add", ["Symbol", "a", {"real": true}], ["Integer", "1"]]` is a + 1.  Numbers are decimal strings, so that
no reader rounds them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import sympy
from sympy import Basic, Dummy, Expr, Integer, Pow, Rational, S, Symbol, Tuple
from sympy import functions as f
from sympy.core.symbol import Str
from sympy.logic.boolalg import And

from . import (
    bounds,
    claims,
    copies,
    dependence,
    distribution,
    images,
    information,
    joint,
    marginals,
    matrices,
    models,
    operators,
    shapes,
    terms,
    vectors,
)  # fmt: skip
from .binder import Binder, Term
from .distribution import Distribution
from .functions import zeta_derivative

Json = Any
MAX_DEPTH = 200
MAX_NODES = 50_000
MAX_PLAIN_POWER = 100  # the exponent of a symbol

MODULES = (terms, information, operators, claims, dependence, distribution, images, joint, marginals, models)
VECTORS = (copies, matrices, vectors)
KINDS = (Term, Distribution, claims.Claim, matrices.Column, matrices.Square)
_CONSTANTS: dict[str, Basic] = {
    "pi": S.Pi, "E": S.Exp1, "EulerGamma": S.EulerGamma, "oo": S.Infinity, "-oo": S.NegativeInfinity,
    "true": S.true, "false": S.false, "Integers": S.Integers,
}  # fmt: skip
_NAMES = {value: name for name, value in _CONSTANTS.items()}
_SYMPY: tuple[Any, ...] = (
    sympy.Add, sympy.Mul, Pow, f.log, f.exp, f.Abs, f.sign, f.gamma, f.loggamma, f.polygamma, f.digamma, f.beta,
    f.zeta, zeta_derivative, f.besseli, f.expint, f.sin, f.cos, f.sinh, f.cosh, f.atan, f.erf, f.erfc,
    f.factorial, f.binomial, f.Max, f.Min, Tuple, sympy.Eq, sympy.Ne, sympy.Lt, sympy.Le, sympy.Gt, sympy.Ge,
    sympy.Contains, And,
)  # fmt: skip
_COMBINATORIAL = (
    f.gamma, f.loggamma, f.polygamma, f.digamma, f.beta, f.zeta, zeta_derivative, f.factorial, f.binomial, f.expint,
)  # fmt: skip


class BadData(ValueError):
    """Data that is no expression or derivation; `path` says where."""

    def __init__(self, message: str, path: Sequence[object] = ()) -> None:
        where = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path)
        super().__init__(f"at ${where}: {message}")
        self.path = tuple(path)


@cache
def heads() -> dict[str, Any]:
    """Every head that data may name: the closed list."""
    from ..families import FAMILIES  # here, because the families themselves import the language

    bases = (
        Term, Binder, Distribution, distribution.Family, joint.Cells, joint.Channel, claims.Claim, operators.Ranged,
        operators.Extremum, matrices.Number, dependence.Dependence,
    )  # fmt: skip
    own = {
        name: kind
        for module in MODULES + VECTORS
        for name, kind in vars(module).items()
        if isinstance(kind, type) and issubclass(kind, KINDS) and kind not in bases
    }
    return {kind.__name__: kind for kind in _SYMPY} | own | FAMILIES


def encode(e: Basic) -> Json:
    """The tree of an expression.  Raises BadData for a head that is not on the list."""
    if e in _NAMES:
        return [_NAMES[e]]
    if isinstance(e, Integer):
        return ["Integer", str(e.p)]
    if isinstance(e, Rational):
        return ["Rational", str(e.p), str(e.q)]
    if isinstance(e, Dummy):
        return ["Dummy", e.name, str(e.dummy_index), dict(_assumptions(e))]
    if isinstance(e, Symbol):
        return ["Symbol", e.name, dict(_assumptions(e))]
    if isinstance(e, Str):
        return ["Str", e.name]
    name = type(e).__name__
    if heads().get(name) is not type(e):
        raise BadData(f"{name} has no place in data")
    return [name, *map(encode, e.args)]


def decode(data: Json, path: tuple[object, ...] = ()) -> Basic:
    """The expression of a tree.  Raises BadData with the path to what is wrong."""
    _measure(data, path)
    return _decode(data, path)


def decode_expr(data: Json, path: tuple[object, ...] = ()) -> Expr:
    """The expression of a tree that stands for a number."""
    made = decode(data, path)
    if not isinstance(made, Expr):
        raise BadData(f"{made} is no formula", path)
    return made


def decode_condition(data: Json, path: tuple[object, ...] = ()) -> Any:
    """The condition of a tree."""
    made = decode(data, path)
    if not shapes.is_condition(made):
        raise BadData(f"{made} is no condition", path)
    return made


@cache
def _assumptions(s: Symbol) -> tuple[tuple[str, bool], ...]:
    """A few assumptions from which SymPy infers all that the symbol has."""
    kept: dict[str, bool] = {}
    first = ("real", "positive", "integer", "nonnegative", "negative")
    for name in (*first, *sorted(s.assumptions0)):
        value = s.assumptions0.get(name)
        if value is not None and Symbol("_", **kept).assumptions0.get(name) != value:
            kept[name] = value
    return tuple(kept.items())


def _measure(data: Json, path: tuple[object, ...]) -> None:
    nodes, level = 0, [data]
    for _ in range(MAX_DEPTH):
        nodes += len(level)
        level = [child for node in level if isinstance(node, list) for child in node]
        if not level:
            break
    if level or nodes > MAX_NODES:
        raise BadData(f"an expression of more than {MAX_DEPTH} levels or {MAX_NODES} parts", path)


def _decode(data: Json, path: tuple[object, ...]) -> Basic:
    if not isinstance(data, list) or not data or not isinstance(data[0], str):
        raise BadData("an expression is a list that begins with the name of its head", path)
    name, *rest = data
    try:
        if name in _CONSTANTS and not rest:
            return _CONSTANTS[name]
        if name in _LEAVES:
            return _LEAVES[name](*rest)
        kind = heads().get(name)
        if kind is None:
            raise BadData(f"the head {name[:40]!r} is unknown", path)
        args = tuple(_decode(child, (*path, i)) for i, child in enumerate(rest, 1))
        return _made(name, kind, args)
    except BadData:
        raise
    except (TypeError, ValueError, AttributeError, IndexError, ZeroDivisionError) as why:
        raise BadData(f"{name}: {why}", path) from None


def _made(name: str, kind: Any, args: tuple[Basic, ...]) -> Basic:
    """The node with exactly these arguments: as SymPy makes it, or unevaluated if SymPy would change it."""
    if kind in _SYMPY:
        _fits_sympy(kind, args)
    else:
        shapes.fits(name, kind, args)
    if kind not in _SYMPY:
        own: Basic = kind(*args)
        return own
    if kind is Tuple:
        return Tuple(*args)
    for a in args:
        bounds.check_nesting(a)
    if kind is Pow and not _is_plain_power(*args):
        bounds.check_power(*args)
    if kind is f.exp:
        bounds.check_exp(*args)
    if kind in _COMBINATORIAL:
        bounds.check_combinatorial(*args)
    made: Basic = kind(*args)
    same = type(made) is kind and sorted(made.args, key=hash) == sorted(args, key=hash)  # perhaps in another order
    return made if same else kind(*args, evaluate=False)


def _is_plain_power(base: Basic, exponent: Basic) -> bool:  # p¹⁰⁰: a likelihood, and no danger
    return isinstance(base, Symbol) and isinstance(exponent, Integer) and abs(int(exponent)) <= MAX_PLAIN_POWER


def _fits_sympy(kind: Any, args: tuple[Basic, ...]) -> None:
    """Raise TypeError for arguments of the wrong kind."""
    plain = all(isinstance(a, Expr) != (kind is And) for a in args)
    if not plain and kind not in (Tuple, sympy.Contains):
        raise TypeError("an argument of the wrong kind")


def _integer(digits: str) -> Integer:
    if not isinstance(digits, str) or len(digits) > 1_000:
        raise ValueError("a number is a string of at most 1000 digits")
    return Integer(int(digits))


def _rational(p: Integer, q: Integer) -> Rational:
    if q <= 0:
        raise ValueError("a denominator is positive")
    return Rational(p, q)


def _symbol(name: str, assumptions: dict[str, bool]) -> Symbol:
    return Symbol(_word(name), **_checked(assumptions))


def _dummy(name: str, index: str, assumptions: dict[str, bool]) -> Dummy:
    return Dummy(_word(name), dummy_index=int(_integer(index)), **_checked(assumptions))


def _word(name: str) -> str:
    if not isinstance(name, str) or not name or len(name) > 100:
        raise ValueError("a name is a string of 1 to 100 characters")
    return name


def _checked(assumptions: dict[str, bool]) -> dict[str, bool]:
    known = Symbol("_", zero=True).assumptions0 | Symbol("_", prime=True).assumptions0
    if not isinstance(assumptions, dict) or not all(k in known and isinstance(v, bool) for k, v in assumptions.items()):
        raise ValueError("assumptions are an object of SymPy's names with true or false")
    return assumptions


_LEAVES: dict[str, Callable[..., Basic]] = {
    "Integer": _integer,
    "Rational": lambda p, q: _rational(_integer(p), _integer(q)),
    "Symbol": _symbol,
    "Dummy": _dummy,
    "Str": lambda name: Str(_word(name)),
}
