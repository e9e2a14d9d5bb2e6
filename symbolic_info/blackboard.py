"""The vocabulary of a derivation file: `from symbolic_info.blackboard import *`."""

from __future__ import annotations

from typing import Any

from sympy import Abs, Eq, EulerGamma, Integer, Ne, Rational, Symbol, digamma, exp, gamma, log, loggamma, oo, pi, sqrt
from sympy.core.symbol import Str as Name

from .exercise import ask
from .families import *  # noqa: F403
from .families import FAMILIES
from .kernel.check import Citation
from .kernel.derivation import Derivation, calc
from .language.binder import x, y, z
from .language.claims import AddsOverIndependentEvents, AlmostSurely, Always, Covers, Falls, Finite
from .language.dependence import FunctionOf, MarkovChain, MutuallyIndependent
from .language.distribution import Law
from .language.domains import Natural, Positive, Real
from .language.images import Image, image, scaled, shifted
from .language.joint import Joint, Outcomes, Table, entropy, mutual_information, table
from .language.marginals import Conditional, Marginal, ProductLaw
from .language.models import Entry, Independent, Mixture, Model
from .language.operators import Integral, Product, Sum, Total, argmax, argmin, derivative, limit, maximum, minimum
from .language.support import ANY, COUNTING, FINITE, LEBESGUE
from .language.terms import KL, CrossEntropy, Density, Entropy, Expectation, Measured, SelfInformation, Value, Variance
from .language.units import bits, nats
from .rules import *  # noqa: F403
from .rules import RULES

half = Rational(1, 2)
H, CE, I = entropy, CrossEntropy, mutual_information  # noqa: E741 — I is mutual information here


def real(names: str) -> Any:
    """Real symbols: real("mu_1 mu_2")."""
    return _symbols(names, Real())


def positive(names: str) -> Any:
    """Positive symbols."""
    return _symbols(names, Positive())


def natural(names: str) -> Any:
    """Symbols for 1, 2, 3, …"""
    return _symbols(names, Natural())


def variables(names: str) -> Any:
    """A joint law with finitely many outcomes, and its variables: J, X, Y = variables("X Y")."""
    J = Joint(*names.split(), of=FINITE)
    return J, *J.coordinates


def theorem(name: str) -> Citation:
    """A derivation of the library, to be cited as a reason."""
    from .library import load

    return Citation(name, load(name))


def _symbols(names: str, domain: Any) -> Any:
    made = tuple(domain.symbol(n) for n in names.split())
    return made if len(made) > 1 else made[0]


__all__ = [  # noqa: RUF022 — constants, classes, functions, each in order
    "ANY", "COUNTING", "FINITE", "KL", "LEBESGUE", "CE", "H", "I", "Abs", "AddsOverIndependentEvents",
    "AlmostSurely", "Always", "Conditional", "Covers", "CrossEntropy", "Density", "Derivation", "Entropy", "Entry",
    "Eq", "EulerGamma", "Expectation", "Falls", "Finite", "FunctionOf", "Image", "Independent", "Integer",
    "Integral", "Joint", "Law", "Marginal", "MarkovChain", "Measured", "Mixture", "Model", "MutuallyIndependent",
    "Name", "Ne", "Outcomes", "Product", "ProductLaw", "Rational", "SelfInformation", "Sum", "Symbol", "Table",
    "Total", "Value", "Variance", "argmax", "argmin", "ask", "bits", "calc", "derivative", "digamma", "entropy",
    "exp", "gamma", "half", "image", "limit", "log", "loggamma", "maximum", "minimum", "mutual_information",
    "natural", "nats", "oo", "pi", "positive", "real", "scaled", "shifted", "sqrt", "table", "theorem", "variables",
    "x", "y", "z",
]  # fmt: skip
__all__ += [*FAMILIES, *RULES]
