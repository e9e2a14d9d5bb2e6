"""Rules about expectations: linearity, change of variable, symmetry, marginals, finiteness."""

from __future__ import annotations

from sympy import Abs, Add, Basic, Expr, Matrix, Mul, S, exp, log, loggamma, sympify
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.zero import is_zero, normal
from ..kernel.conditions import Conditions, well_formed
from ..kernel.rule import Outcome, Rejected, rule
from ..language.binder import Term
from ..language.distribution import Distribution, Family, Image
from ..language.joint import Joint, Marginal, ProductLaw, variables_of
from ..language.models import Entry
from ..language.support import Integers, Interval, Support, has_finitely_many
from ..language.terms import (
    KL,
    ConditionalEntropy,
    Covers,
    CrossEntropy,
    Density,
    Entropy,
    Expectation,
    Finite,
    Integral,
    MutualInformation,
    Product,
    SelfInformation,
    Sum,
    Total,
    Variance,
)
from .definitions import definition

linearity = rule("linearity")
change_of_variable = rule("change of variable")
symmetry = rule("symmetry")
marginal = rule("marginal")
normalisation = rule("normalisation")
finiteness = rule("finiteness")
domination = rule("domination")


def split(e: Expectation | Integral | Sum, given: Given) -> list[tuple[Expr, Expr]]:
    """The body as a sum: pairs (factor free of the bound variables, the rest)."""
    body = normal(e.body, given.under(e))
    if body == 0:
        return [(S.Zero, S.One)]
    return [t.as_independent(*e.variables, as_Add=False) for t in Add.make_args(body)]


@linearity.of
def of_expectation(e: Expectation, given: Given) -> Outcome:
    """E[a f(X) + b g(X) + c] = a E f(X) + b E g(X) + c, when E f(X) and E g(X) are finite."""
    total, finite = S.Zero, []
    for constant, varying in split(e, given):
        if varying == 1:
            total += constant
        else:
            mean = e.with_body(varying)
            total += constant * mean
            finite.append(Finite(mean))
    return Outcome(total, tuple(finite))


@linearity.of
def of_integral(e: Integral | Sum, given: Given) -> Outcome | None:
    """∫ (a f + b g) = a ∫ f + b ∫ g, when ∫ f and ∫ g converge; the same for sums."""
    parts = split(e, given)
    if len(parts) == 1 and parts[0][0] == 1:
        return None
    made = [(c, e.with_body(f)) for c, f in parts]
    return Outcome(Add(*(c * f for c, f in made)), tuple(Finite(f) for _, f in made))


@change_of_variable.of
def of_image(e: Expectation, given: Given) -> Outcome | None:
    """E f(Y) = E f(g(X)) for Y = g(X): the law of Y is the image of the law of X; down to the first law."""
    if len(e.variables) != 1:
        return None
    (v,), law, body = e.variables, e.law, e.body
    needs: list[Boolean] = []
    while (image := law if isinstance(law, Image) else _root(law)) is not None:
        needs += [c for c in image.conditions() if c not in law.conditions()]
        back = {image.inverse.at(image.map.at(v)): v}
        law, body = image.law, body.xreplace({v: image.map.at(v)}).xreplace(back)
    return None if law == e.law else Outcome(law.expect(body, v), tuple(needs))


@change_of_variable.of
def finite_image(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """E f(Y) is finite exactly when E f(g(X)) is."""
    (e,) = c.args
    made = of_image(e, given) if isinstance(e, Expectation) else None
    return None if made is None else (*made.conditions, Finite(made.result))


def _root(law: Distribution) -> Image | None:
    has_root = isinstance(law, Family) and type(law).root is not Family.root
    return law.root() if has_root else None


@symmetry.of
def about_the_centre(e: Expectation, given: Given) -> Outcome | None:
    """E(X − c)ⁿ = 0 for odd n, if p(2c − x) = p(x) and the moments about c are finite.

    A polynomial of X is one of X − c; its odd powers drop out.
    """
    law = e.law
    if not getattr(law, "centre", "") or len(e.variables) != 1:
        return None
    (v,) = e.variables
    c = getattr(law, law.centre)
    body = e.body.xreplace({v: c + v})
    if not body.is_polynomial(v) or not _is_symmetric(law.support, c, given) or not is_zero(law.log_density(2 * c - v) - law.log_density(v), given.under(e)):
        return None
    total, needs = S.Zero, []
    for t in Add.make_args(body.expand()):
        constant, power = t.as_independent(v, as_Add=False)
        n = power.as_base_exp()[1] if power != 1 else S.Zero
        moment = e.with_body((v - c) ** n) if n != 0 else S.One
        if moment == e and n.is_even:
            return None
        total += constant * moment if n.is_even else 0
        needs += [Finite(e.with_body(abs(v - c) ** n))] if n != 0 else []
    return Outcome(total, tuple(needs))


def _is_symmetric(support: Support, c: Expr, given: Given) -> bool:
    """Whether the support is an interval with centre c."""
    if not isinstance(support, Interval):
        return False
    low, high = sympify(support.low), sympify(support.high)
    return (low, high) == (-S.Infinity, S.Infinity) or is_zero(low + high - 2 * c, given)


@symmetry.of
def finite_polynomial(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """E f(X) is finite for a polynomial f when the absolute moments about the centre are."""
    (e,) = c.args
    made = about_the_centre(e, given) if isinstance(e, Expectation) else None
    return None if made is None else made.conditions


@marginal.of
def of_coordinates(e: Expectation, given: Given) -> Outcome | None:
    """The expectation of a function of some coordinates is one under their marginal law (Fubini)."""
    law = e.law
    if not isinstance(law, Joint) and not (hasattr(law, "coordinates") and hasattr(law, "cells")):
        return None
    used = [v for v in e.variables if e.body.has(v)]
    if not used or len(used) == len(e.variables) or isinstance(law, Marginal):
        return None
    names = [c for c, v in zip(law.coordinates, e.variables, strict=True) if v in used]
    return Outcome(Marginal(law, names).expect(e.body, used))


@marginal.of
def finite_marginal(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """The same for finiteness (Tonelli)."""
    (e,) = c.args
    made = of_coordinates(e, given) if isinstance(e, Expectation) else None
    return None if made is None else (Finite(made.result),)


@normalisation.of
def mass(e: Expectation, given: Given) -> Outcome | None:
    """E_P[q(X)/p(X)] = Q(p > 0) ≤ 1, with equality exactly when Q ≪ P."""
    P, inner = e.law, given.under(e)
    for Q in sorted({d.args[0] for d in e.body.atoms(Density)} - {P}, key=str):
        if len(variables_of(Q)) == len(e.variables) and Q.support.measure == P.support.measure:
            p = exp(P.log_density(*e.variables))
            if is_zero(e.body - Q.density(*e.variables) / p, inner):
                return Outcome(S.One, (), "<=", (Covers(Q, P),))
    return None


@normalisation.of
def of_product(e: Expectation, given: Given) -> Outcome | None:
    """E[p(X) p(Y)/p(X, Y)] ≤ 1 for a joint law, with equality exactly when p(x, y) > 0 wherever p(x) p(y) > 0."""
    if not hasattr(e.law, "coordinates") or len(e.variables) < 2:
        return None
    apart = ProductLaw(e.law)
    ratio = exp(apart.log_density(*e.variables) - e.law.log_density(*e.variables))
    return Outcome(S.One, (), "<=", (Covers(apart, e.law),)) if is_zero(e.body - ratio, given.under(e)) else None


@normalisation.of
def finite_mass(c: Finite, given: Given) -> tuple[()] | None:
    """A probability is finite."""
    (e,) = c.args
    made = (mass(e, given) or of_product(e, given)) if isinstance(e, Expectation) else None
    return None if made is None else ()


@normalisation.of
def total(e: Integral | Sum, given: Given) -> Outcome | None:
    """∫ p = 1 over the whole support of a density, Σ p = 1 over that of a mass function."""
    if not isinstance(e.body, Density) or e.body.args[1:] != e.variables:
        return None
    if e.body.args[0].free_symbols & set(e.variables):
        return None
    support, kind = e.body.args[0].support, Interval if isinstance(e, Integral) else Integers
    return Outcome(S.One) if isinstance(support, kind) and e.outer == (support.low, support.high) else None


@finiteness.of
def of_quantity(
    c: Finite, given: Given
) -> tuple[Boolean, ...] | None:
    """A quantity is finite when the expectation that defines it is; an expectation, when each of its parts is.

    On finitely many outcomes every expectation is finite.  E f(X) is finite when f is a linear
    combination of functions whose expectations are assumed to be finite.
    """
    (e,) = c.args
    if isinstance(e, Density | Entry):
        return ()
    if isinstance(e, SelfInformation):
        return (e.args[0] > 0,)
    if isinstance(e, Entropy | CrossEntropy | KL | ConditionalEntropy | MutualInformation | Variance):
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
    """|u| ≤ 1 + u², so E|u(X)| is finite where E u(X)² is."""
    (e,) = c.args
    if not isinstance(e, Expectation) or len(e.variables) != 1 or not isinstance(e.body, Abs):
        return None
    return (Finite(e.with_body(e.body.args[0] ** 2)),)


@domination.of
def on_a_bounded_interval(c: Finite, given: Given) -> tuple[()] | None:
    """On a bounded interval E f(X) is finite for f continuous up to the ends; under a uniform law also for
    products of such f with powers of log of a linear function that is positive inside (DLMF 4.10.4)."""
    (e,) = c.args
    if not isinstance(e, Expectation) or not isinstance(e.law.support, Interval):
        return None
    low, high = sympify(e.law.support.low), sympify(e.law.support.high)
    if low.is_infinite or high.is_infinite:
        return None
    (v,) = e.variables
    closed = given | [v >= low, v <= high]
    flat = not e.law.log_density(v).has(v)
    return () if all(_tame(f, v, closed, flat) for f in Mul.make_args(e.body)) else None


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
def mean(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """|x| ≤ 1 + x², so E X is finite where E X² is."""
    (e,) = c.args
    if isinstance(e, Expectation) and len(e.variables) == 1 and e.body == e.variable:
        return (Finite(e.with_body(e.variable**2)),)
    return None


@domination.of
def log_factorial(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """0 ≤ log n! ≤ n² for n = 0, 1, 2, …, so E log X! is finite where E X² is."""
    (e,) = c.args
    if not isinstance(e, Expectation) or len(e.variables) != 1:
        return None
    (v,) = e.variables
    support = e.law.support
    if e.body != loggamma(v + 1) or not isinstance(support, Integers) or not given.nonnegative(sympify(support.low)):
        return None
    return (Finite(e.with_body(v**2)),)


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
