"""When an expectation is finite."""

from __future__ import annotations

from sympy import Abs, Add, Basic, Dummy, Expr, Matrix, Min, Mul, S, log
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.zero import normal
from ..kernel.conditions import Conditions, well_formed
from ..kernel.rule import Rejected, rule
from ..language.binder import Term, sympify_basic
from ..language.claims import Finite
from ..language.information import JS, Fisher, Hellinger2, Renyi, RenyiDivergence
from ..language.marginals import Marginal
from ..language.models import Entry, Mixture
from ..language.operators import Product, Sum, Total
from ..language.support import Interval, has_finitely_many
from ..language.terms import (
    KL,
    ConditionalEntropy,
    CrossEntropy,
    Density,
    Entropy,
    Expectation,
    MutualInformation,
    SelfInformation,
    Variance,
)
from .definitions import definition
from .expectations import split

finiteness = rule("finiteness")
QUANTITIES = (
    Entropy, CrossEntropy, KL, ConditionalEntropy, MutualInformation, Variance,
    Renyi, RenyiDivergence, Hellinger2, JS, Fisher,
)  # fmt: skip

domination = rule("domination")


@finiteness.of
def of_quantity(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """A quantity is finite when the expectation that defines it is; an expectation, when each of its parts is.

    On finitely many outcomes every expectation is finite.  E f(X) is finite when f is a linear
    combination of functions whose expectations are assumed to be finite.
    """
    (e,) = c.args
    if isinstance(e, Density | Entry):
        return ()
    if isinstance(e, SelfInformation):
        return (e.args[0] > 0,)
    if isinstance(e, QUANTITIES):
        for outcome in definition.outcomes(e, given):
            return (*outcome.conditions, Finite(outcome.result))
    if isinstance(e, Expectation):
        return _finite_expectation(e, given)
    if isinstance(e, Sum | Product) and S.Infinity not in e.outer and S.NegativeInfinity not in e.outer:
        return ()
    if isinstance(e, Total):
        return (Finite(e.outer[0].expect(e.body / e.outer[0].density(*e.variables), e.args[-1])),)
    return None


def _finite_expectation(e: Expectation, given: Given) -> tuple[Boolean, ...] | None:
    if has_finitely_many(e.law.support):
        return ()
    parts = [varying for _, varying in split(e, given) if varying != 1]
    if not parts:
        return ()
    if _spanned(e, given):
        return ()
    if len(parts) > 1 or parts[0] != e.body:
        return tuple(Finite(e.with_body(f)) for f in parts)
    return None


@domination.of
def distance(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """|u|ⁿ ≤ 1 + uⁿ⁺¹ for odd n, so E|u(X)|ⁿ is finite where E u(X)ⁿ⁺¹ is."""
    (e,) = c.args
    if not isinstance(e, Expectation) or len(e.variables) != 1:
        return None
    inside = [a for a in Mul.make_args(e.body) if isinstance(a, Abs)]
    if len(inside) != 1:
        return None
    u, rest = inside[0].args[0], e.body / inside[0]
    base, n = rest.as_base_exp() if rest != 1 else (u, S.Zero)
    if base != u or not (n.is_Integer and n.is_even and n >= 0):
        return None
    return (Finite(e.with_body(u ** (n + 2))),)


@domination.of
def absolute(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """E|u(X)| is finite where E u(X) is: an expectation is an absolutely convergent integral."""
    (e,) = c.args
    return (Finite(e.with_body(e.body.args[0])),) if isinstance(e, Expectation) and isinstance(e.body, Abs) else None


@domination.of
def smaller(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """|log min(u, v)| ≤ |log u| + |log v|, so E log min(u(X), v(X)) is finite where E log u(X) and E log v(X) are."""
    (e,) = c.args
    least = e.body.args[0] if isinstance(e, Expectation) and isinstance(e.body, log) else None
    return tuple(Finite(e.with_body(log(u))) for u in least.args) if isinstance(least, Min) else None


@domination.of
def on_a_bounded_interval(c: Finite, given: Given) -> tuple[()] | None:
    """On a bounded interval E f(X) is finite for f continuous up to the ends; under a uniform law also for
    products of such f with powers of log of a linear function that is positive inside (DLMF 4.10.4)."""
    (e,) = c.args
    if not isinstance(e, Expectation) or not isinstance(e.law.support, Interval):
        return None
    low, high = sympify_basic(e.law.support.low), sympify_basic(e.law.support.high)
    if low.is_infinite or high.is_infinite:
        return None
    t = Dummy("t", real=True)  # a fresh name: nothing is assumed of it but where it lies
    closed = given | [t >= low, t <= high]
    flat = not e.law.log_density(t).has(t)
    return () if all(_tame(f, t, closed, flat) for f in Mul.make_args(e.at(t))) else None


def _tame(f: Expr, v: Expr, closed: Given, flat: bool) -> bool:
    """Whether a factor is continuous on the closed interval, or a power of a logarithm under a flat density."""
    base, k = f.as_base_exp()
    if any(t.has(v) for t in f.atoms(Term)):
        return False
    if flat and isinstance(base, log) and k.is_Integer and k > 0 and _is_linear(base.args[0], v):
        return True
    try:
        well_formed(f, closed, Conditions())
    except Rejected:
        return False
    return True


def _is_linear(u: Expr, v: Expr) -> bool:
    return bool(u.is_polynomial(v) and u.as_poly(v).degree() == 1)


@domination.of
def mixture(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """0 ≤ D(P ‖ M) ≤ −log t for M = (1 − t) R + t P with t > 0, as m ≥ t p (and the same with 1 − t for t)."""
    (e,) = c.args
    if not isinstance(e, KL) or not isinstance(e.args[1], Mixture) or e.args[0] not in e.args[1].args[:2]:
        return None
    P, M = e.args
    return ((1 - M.weight if M.first == P else M.weight) > 0,)


@domination.of
def mean(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """|x| ≤ 1 + x², so E X is finite where E X² is."""
    (e,) = c.args
    if isinstance(e, Expectation) and len(e.variables) == 1 and e.body == e.variable:
        return (Finite(e.with_body(e.variable**2)),)
    return None


def _spanned(e: Expectation, given: Given) -> bool:
    """Whether the body is a linear combination of bodies that are assumed to have finite expectations."""
    known = [_as_expectation(f.args[0], given) for f in sorted(given.facts, key=str) if isinstance(f, Finite)]
    lifted = [_lifted(k, e) for k in known if k is not None]
    bodies = [b for b in lifted if b is not None]
    if not bodies:
        return False
    columns: dict[Basic, int] = {}
    rows = []
    for body in [*bodies, e.body]:
        row: dict[int, Expr] = {}
        for t in Add.make_args(normal(body, given.under(e))):
            constant, varying = t.as_independent(*e.variables, as_Add=False)
            column = columns.setdefault(varying, len(columns))
            row[column] = row.get(column, S.Zero) + constant
        rows.append(row)
    constant = columns.setdefault(S.One, len(columns))
    rows.insert(0, {constant: S.One})
    if not all(v.is_Rational for row in rows for v in row.values()):
        return False
    matrix = Matrix([[row.get(i, 0) for i in range(len(columns))] for row in rows])
    return bool(matrix.rank() == matrix[:-1, :].rank())


def _as_expectation(e: Expr, given: Given) -> Expectation | None:
    if isinstance(e, Expectation):
        return e
    made = next(definition.outcomes(e, given), None)
    return made.result if made is not None and isinstance(made.result, Expectation) else None


def _lifted(known: Expectation, e: Expectation) -> Expr | None:
    """The body of a known expectation in the variables of another, of the same law or of a joint law."""
    if known.law == e.law and len(known.variables) == len(e.variables):
        return known.at(*e.variables)
    if isinstance(known.law, Marginal) and known.law.law == e.law:
        return known.at(*(e.variables[i] for i in known.law.places))
    return None
