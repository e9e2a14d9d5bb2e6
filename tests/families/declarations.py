"""Family declarations with one thing in them wrong, made from their source."""

from __future__ import annotations

import ast
import copy
import inspect
import os
import sys
from collections.abc import Iterator
from itertools import islice
from types import ModuleType
from typing import Any

from sympy import exp, gamma, log

from symbolic_info.language.domains import Positive, Real

SAID = (
    "log_density", "tilts", "root", "folded", "pieces", "relations", "support", "centre", "marginal", "moments",
    "conditions", "rest", "outputs",
)  # fmt: skip
WIDER = {"Unit": "Positive", "Positive": "Real", "Natural": "Real"}
OTHER = {
    ast.Add: (ast.Sub,), ast.Sub: (ast.Add,), ast.Mult: (ast.Div,), ast.Div: (ast.Mult,), ast.Pow: (ast.Mult,),
    ast.Lt: (ast.Gt,), ast.Gt: (ast.Lt,), ast.LtE: (ast.GtE,), ast.GtE: (ast.LtE,), ast.Eq: (ast.NotEq,),
}  # fmt: skip
WORDS = {f.__name__: f for f in (Positive, Real, exp, log, gamma)}  # what a change may need
FUNCTIONS = {"log": "exp", "exp": "log", "loggamma": "log", "beta": "gamma"}
SYMMETRIC = {"beta", "Min"}


def wrong_declarations(family: Any) -> Iterator[tuple[str, Any]]:
    """Families like this one but for one node of the source of its class, each with what was changed."""
    module = sys.modules[family.__module__]
    tree = ast.parse(inspect.getsource(module))
    (body,) = (n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == family.__name__)
    places = [n for part in body.body if _says(part) for n in ast.walk(part)]
    parameters = list(getattr(family, "domains", ()))
    for number, node in enumerate(places):
        for what, _ in _changes(node, parameters):
            mutated = copy.deepcopy(tree)
            (again,) = (n for n in mutated.body if isinstance(n, ast.ClassDef) and n.name == family.__name__)
            twin = [n for part in again.body if _says(part) for n in ast.walk(part)][number]
            dict(_changes(twin, parameters))[what]()
            yield f"{what}: {ast.unparse(node)} in {family.__name__}", _compiled(mutated, module, family.__name__)


def some_wrong_declarations(family: Any) -> list[tuple[str, Any]]:
    """Every fourth of them, or with ALL_WRONG_DECLARATIONS=1 in the environment every one: that takes minutes."""
    step = 1 if os.environ.get("ALL_WRONG_DECLARATIONS") else 4
    return list(islice(wrong_declarations(family), len(family.__name__) % step, None, step))


def _says(part: ast.stmt) -> bool:
    """Whether a statement of the class says something of the law (and not of its looks)."""
    if isinstance(part, ast.FunctionDef):
        return part.name in SAID
    if isinstance(part, ast.Assign):
        return ast.unparse(part.targets[0]) in SAID or isinstance(part.value, ast.Call)
    return False


def _compiled(tree: ast.Module, like: ModuleType, name: str) -> Any:
    scratch = ModuleType(f"{like.__package__}._scratch")
    scratch.__package__ = like.__package__
    vars(scratch).update(WORDS)
    exec(compile(ast.fix_missing_locations(tree), scratch.__name__, "exec"), vars(scratch))
    return vars(scratch)[name]


def _changes(node: ast.AST, parameters: list[str]) -> Iterator[tuple[str, Any]]:
    """What may be changed at a node, with the function that does it."""
    if isinstance(node, ast.Constant) and type(node.value) is int:
        yield "number + 1", lambda: setattr(node, "value", node.value + 1)
        yield "number − 1", lambda: setattr(node, "value", node.value - 1)
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(parameters) > 1:
        others = [p for p in parameters if p != node.value]
        yield "another centre", lambda: setattr(node, "value", others[0])
    if isinstance(node, ast.BinOp):
        for op in OTHER[type(node.op)]:
            yield f"{op.__name__} for {type(node.op).__name__}", lambda op=op: setattr(node, "op", op())
        yield "left operand only", lambda: _become(node, node.left)
    if isinstance(node, ast.Compare):
        for op in OTHER.get(type(node.ops[0]), ()):
            yield f"{op.__name__} for {type(node.ops[0]).__name__}", lambda op=op: setattr(node, "ops", [op()])
    if isinstance(node, ast.UnaryOp):
        yield "sign lost", lambda: _become(node, node.operand)
    if isinstance(node, ast.Attribute) and node.attr in parameters:
        for other in parameters:
            if other != node.attr:
                yield f"{other} for {node.attr}", lambda other=other: setattr(node, "attr", other)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        yield from _of_call(node, node.func)


def _of_call(node: ast.Call, called: ast.Name) -> Iterator[tuple[str, Any]]:
    if called.id in WIDER:
        yield "wider domain", lambda: setattr(called, "id", WIDER[called.id])
    if called.id in FUNCTIONS:
        yield "another function", lambda: setattr(called, "id", FUNCTIONS[called.id])
    if called.id == "Interval" and not node.args:
        yield "half of the line", lambda: node.args.append(ast.Constant(0))
    if called.id == "Interval" and len(node.args) > 1:
        yield "the whole line", lambda: node.args.clear()
    if len(node.args) > 1 and called.id not in SYMMETRIC and len({ast.dump(a) for a in node.args[:2]}) == 2:
        yield "arguments swapped", lambda: node.args.__setitem__(slice(0, 2), node.args[1::-1])


def _become(node: ast.AST, other: ast.expr) -> None:
    """Put another expression in the place of a node, whoever holds that node."""
    vars(node).clear()
    node.__class__ = other.__class__
    vars(node).update(vars(other))
