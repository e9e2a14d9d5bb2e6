"""Terms and laws whose printing depends on what stands inside and around them, for both printers."""

from __future__ import annotations

from typing import Any

from sympy import Add, Expr, Rational, Symbol

from ..language.binder import Binder
from ..language.claims import AddsOverIndependentEvents, AlmostSurely, Covers, Falls
from ..language.images import Image
from ..language.joint import Joint
from ..language.marginals import Conditional, Marginal, ProductLaw
from ..language.models import Independent, Mixture, Model
from ..language.operators import Derivative, Extremum, Limit, Ranged, Total
from ..language.terms import KL, ConditionalEntropy, CrossEntropy, Density, Expectation, MutualInformation

JOINTS = (Joint, Marginal, ProductLaw)
OPERATORS = (Extremum, Limit, Derivative)
_LARGE = 10**9  # a power of ten or two above this is written as one


def own(p: Any, e: Any) -> str | None:
    """How a printer writes a term here; None where the term knows."""
    if isinstance(e, Density):
        return str(p.called(p.density(e.args[0]), *e.args[1:]))
    if isinstance(e, KL | CrossEntropy) and isinstance(e.args[0], JOINTS):
        return str(p.template(e).format(*(_joint_density(a) for a in e.args)))
    if isinstance(e, Covers) and isinstance(e.args[0], JOINTS):
        return str(p.much_less).join(_joint_density(a) for a in e.args)
    if isinstance(e, MutualInformation | ConditionalEntropy) and p.several_laws and e.args[0] in p.names:
        text = p.template(e)
        return f"{text[0]}_{p._print(e.args[0])}{text[1:]}"
    if isinstance(e, Expectation):
        return _expectation(p, e)
    if isinstance(e, Derivative) and isinstance(e.body, Derivative):
        return _higher(p, e)
    if isinstance(e, OPERATORS) and (isinstance(e.body, Add) or is_negative(e.body)):
        return str(p.template(e.with_body(Bracketed(e.body))))
    if isinstance(e, Ranged | Total) and is_negative(e.body):
        return str(p.minus + p.template(e.with_body(-e.body)))
    if isinstance(e, Mixture):
        return _mixture(p, e)
    if isinstance(e, Independent) and e in p.names:
        return str(p._print(Symbol(p.names[e])))
    if isinstance(e, AlmostSurely) and isinstance(e.outer[0], JOINTS):
        return str(p.words("{} almost surely", _capitals(e)))
    if isinstance(e, AddsOverIndependentEvents):
        name = p._print(e.args[0])
        return str(p.words("{} for all probabilities p and q", _Written(f"{name}(pq) = {name}(p) + {name}(q)")))
    if isinstance(e, Falls):
        return str(p.words("{} falls strictly on (0, 1]", e.args[0]))
    return None


def is_negative(e: Expr) -> bool:
    """Whether a formula is minus something: −p log p, but not −1 + x."""
    return bool(isinstance(e, Expr) and not e.is_Add and e.as_coeff_Mul()[0] < 0)


def _capitals(e: Binder) -> Any:
    return e.at(*(Symbol(v.name.upper()) for v in e.variables))


def _expectation(p: Any, e: Expectation) -> str | None:
    """Under a law given Y = y, and over y of what depends on it, the variables are said; else the term knows."""
    law = e.law
    if isinstance(law, Conditional):
        given = ", ".join(f"{p._print(n)} = {p._print(v)}" for n, v in zip(*law.args[2:], strict=True))
        return str(p.expected("", p._print(_capitals(e)) + p.bar + given))
    inner = {law for law in e.body.atoms(Conditional) if law.free_symbols & set(e.variables)}
    if inner and isinstance(law, Marginal):
        plain = [Symbol(v.name) for v in e.variables]
        index = f"{', '.join(map(p._print, plain))}{p.drawn}{', '.join(map(p._print, law.coordinates))}"
        return str(p.expected(f"_{{{index}}}", p._print(e.at(*plain))))
    if isinstance(law, Image) and len(e.variables) == 1:
        return str(p.template(e.renamed((Symbol(p.variable(law).lower(), real=True),))))
    return None


def _higher(p: Any, e: Derivative) -> str:
    """d²/dφ² of a derivative of a derivative in the same variable."""
    order, body = 1, e.body
    while isinstance(body, Derivative) and body.outer[0] == e.variable:
        order, body = order + 1, body.at(e.variable)
    flat = Bracketed(body) if isinstance(body, Add) or is_negative(body) else body
    plain: str = p.template(e.with_body(flat))
    return p.of_order(plain, order, p._print(e.variable)) if order > 1 else plain


def _mixture(p: Any, law: Mixture) -> str:
    """(1 − t)P + tR"""
    weights = (1 - law.weight, law.weight)
    rest, weight = (p._print(w) if w.is_Symbol or w.is_Rational else p.bracket(p._print(w)) for w in weights)
    return f"{rest}{p.thin}{p._print(law.first)} + {weight}{p.thin}{p._print(law.second)}"


def _joint_density(law: Any) -> str:
    names = [str(c).lower() for c in law.coordinates]
    p = "p({})".format
    return "".join(map(p, names)) if isinstance(law, ProductLaw) else p(", ".join(names))


def model_density(p: Any, law: Model) -> str:
    """q_θ"""
    index = p._print(law.args[1])
    return f"{law.args[0].name}_{index}" if len(index) == 1 else f"{law.args[0].name}_{{{index}}}"


def squared(p: Any, e: Expr) -> str:
    """The square of a parameter, as it stands in N(μ, σ²)."""
    return str(p._print(e**2)) if e.is_Rational else str(p._print(Bracketed(e) if e.is_Add or e.is_Mul else e)) + "^2"


def as_power(n: int) -> tuple[int, int, int] | None:
    """A large number as c·bᵏ with a small c and b = 10 or 2."""
    if n < _LARGE:
        return None
    for base in (10, 2):
        rest, k = n, 0
        while rest % base == 0:
            rest, k = rest // base, k + 1
        if k >= 9 and rest < 1000:
            return rest, base, k
    return None


def large(p: Any, e: Rational) -> str | None:
    """10⁻²⁰⁰ rather than two hundred digits under a line."""
    top, bottom = as_power(abs(e.p)), as_power(e.q)
    if e.q == 1 and top is not None:
        c, base, k = top
    elif bottom is not None and bottom[0] == 1 and abs(e.p) < 1000:
        c, base, k = abs(e.p), bottom[1], -bottom[2]
    else:
        return None
    raised = p.raised(str(base), Rational(k))
    return (p.minus if e.p < 0 else "") + (raised if c == 1 else p.joined([str(c), raised]))


class Bracketed(Expr):
    """A body in parentheses, for an operator in front of a sum."""

    def _latex(self, printer: Any) -> str:
        return str(printer.bracket(printer._print(self.args[0])))

    _unicode = _latex


class _Written(str):
    """What is printed already."""
