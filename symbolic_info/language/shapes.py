"""Which arguments a head takes: what data must fit before anything is made of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sympy import Basic, Expr, Symbol, Tuple
from sympy.core.symbol import Str
from sympy.logic.boolalg import Boolean

from . import claims, matrices, models
from .distribution import Distribution, Family
from .images import Map

# What a head takes: P a law, e a formula, t formulas, c a condition, n names, g groups of names, v bound variables,
# m a map, i the laws of coordinates, s a word, r rows of formulas, k a vector, q a matrix; * repeats the last.
SHAPES = {
    "Entropy": "P", "CrossEntropy": "PP", "KL": "PP", "Variance": "P", "SelfInformation": "e", "Density": "Pe*",
    "ConditionalEntropy": "Pnn", "MutualInformation": "Pnnn", "Measured": "es", "Expectation": "Pev",
    "Sum": "eeev", "Integral": "eeev", "Maximum": "eeev", "Minimum": "eeev", "ArgMax": "eeev", "ArgMin": "eeev",
    "Limit": "eeev", "Derivative": "eev", "Finite": "e", "Covers": "PP", "Invertible": "P", "Image": "Pmm", "Map": "ev",
    "Marginal": "Pn", "ProductLaw": "P", "Law": "sse*", "Joint": "ns", "Categorical": "ee*",
    "Product": "eeev", "Total": "Pev", "AlmostSurely": "Pcv", "Always": "cv", "Value": "se", "Entry": "ee",
    "Falls": "s", "AddsOverIndependentEvents": "s", "Conditional": "Pnnt", "Model": "ses", "Mixture": "PPe",
    "Coordinates": "xv", "Independent": "ei", "Table": "r", "Outcomes": "nr", "BSC": "ee", "BEC": "ee",
    "Renyi": "eP", "RenyiDivergence": "ePP", "Hellinger2": "PP", "JS": "PP",
    "Fisher": "tPv", "Grid": "t*", "MultivariateNormal": "tr", "Dirichlet": "ee*", "Multinomial": "eee*",
    "Wishart": "er",
    "Column": "e", "Square": "e", "Determinant": "qe", "Trace": "qe", "Quadratic": "qke", "Definite": "qe",
    "NormalVector": "kqe", "DirichletVector": "ei", "WishartMatrix": "eqe", "DrawnTrace": "qke",
    "DrawnDeterminant": "ke", "MarkovChain": "Pg", "MutuallyIndependent": "Pgn", "FunctionOf": "Pnns",
    "Shared": "sPgn", "Copied": "Pnnn",
}  # fmt: skip
_KINDS: dict[str, Callable[[Basic], bool]] = {
    "P": lambda a: isinstance(a, Distribution),
    "e": lambda a: isinstance(a, Expr),
    "n": lambda a: isinstance(a, Tuple) and all(isinstance(b, Str) for b in a),
    "g": lambda a: isinstance(a, Tuple) and all(_KINDS["n"](b) for b in a),
    "v": lambda a: isinstance(a, Tuple) and all(isinstance(b, Symbol) for b in a),
    "t": lambda a: isinstance(a, Tuple) and all(isinstance(b, Expr) for b in a),
    "r": lambda a: isinstance(a, Tuple) and all(_KINDS["t"](b) for b in a),
    "c": lambda a: is_condition(a),
    "m": lambda a: isinstance(a, Map),
    "i": lambda a: isinstance(a, models.Coordinates),
    "s": lambda a: isinstance(a, Str),
    "x": lambda a: isinstance(a, Distribution | Expr),
    "k": lambda a: isinstance(a, matrices.Column),
    "q": lambda a: isinstance(a, matrices.Square),
}
_WORDS = {
    "P": "a law", "e": "a formula", "t": "formulas", "r": "rows", "c": "a condition", "n": "names", "v": "variables",
    "g": "groups of names",
    "m": "a map", "i": "the laws of coordinates", "s": "a word", "k": "a vector", "q": "a matrix",
    "x": "a law or a formula",
}  # fmt: skip


def fits(name: str, kind: Any, args: tuple[Basic, ...]) -> None:
    """Raise TypeError for arguments of the wrong kind; a family takes formulas."""
    shape = SHAPES.get(name, "e*" if issubclass(kind, Family) else "")
    if not shape:
        return
    fixed = shape.rstrip("*")
    shape = fixed[:-1] + fixed[-1] * (len(args) - len(fixed) + 1) if shape.endswith("*") else fixed
    if len(shape) != len(args):
        raise TypeError(f"takes {len(shape)} arguments, not {len(args)}")
    for letter, a in zip(shape, args, strict=True):
        if not _KINDS[letter](a):
            raise TypeError(f"takes {_WORDS[letter]} where {a} stands")


def is_condition(a: Basic) -> bool:
    """Whether it is a claim, perhaps one about a bound variable; SymPy's symbols are both formulas and Booleans."""
    return isinstance(a, claims.Always | claims.AlmostSurely) or (isinstance(a, Boolean) and not isinstance(a, Expr))
