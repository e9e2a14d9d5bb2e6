"""Rules about expectations: linearity, change of variable, symmetry, marginals, finiteness."""

from __future__ import annotations

from functools import lru_cache

from sympy import Add, Dummy, Expr, S, exp, log
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.zero import is_zero, normal
from ..kernel.rule import Outcome, rule
from ..language.binder import sympify_basic
from ..language.claims import Covers, Finite
from ..language.distribution import Distribution, Family
from ..language.images import Image
from ..language.joint import Joint, variables_of
from ..language.marginals import Marginal, ProductLaw
from ..language.operators import Integral, Sum
from ..language.support import Integers, Interval, Support
from ..language.terms import Density, Expectation

linearity = rule("linearity")
change_of_variable = rule("change of variable")
symmetry = rule("symmetry")
marginal = rule("marginal")
normalisation = rule("normalisation")


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
    while (image := law if isinstance(law, Image) else _root(law, given)) is not None:
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


def _root(law: Distribution, given: Given) -> Image | None:
    """The image by which a family declares itself, if it has the density that the family declares."""
    if not isinstance(law, Family) or type(law).root is Family.root:
        return None
    root = law.root()
    return root if type(law).log_density is Family.log_density or _same_density(law, root, given) else None


@lru_cache(maxsize=2_000)
def _same_density(law: Family, root: Image, given: Given) -> bool:
    v = Dummy("v", real=True)
    inner = given.under(law.expect(v, v))
    return is_zero(law.log_density(v) - root.log_density(v), inner)


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
    mirrored = law.log_density(2 * c - v) - law.log_density(v)
    if not body.is_polynomial(v) or not _is_symmetric(law.support, c, given):
        return None
    if not is_zero(mirrored, given.under(e)):
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
    low, high = sympify_basic(support.low), sympify_basic(support.high)
    return (low, high) == (-S.Infinity, S.Infinity) or is_zero(low + high - 2 * c, given)


@symmetry.of
def fold(e: Expectation, given: Given) -> Outcome | None:
    """E f(X) = E[f(c + Y) + f(c − Y)]/2 for Y = |X − c|, if p(c − y) = p(c + y) and both means are finite.

    X is c ± Y with a fair sign that is independent of Y, and Y has the density 2 p(c + y) on (0, ∞).
    """
    parts = _folds(e, given)
    if parts is None:
        return None
    up, down = parts
    body = normal((up.body + down.body) / 2, given.under(up))
    return Outcome(up.with_body(body), (Finite(up), Finite(down)))


@symmetry.of
def finite_fold(c: Finite, given: Given) -> tuple[Boolean, ...] | None:
    """E f(X) is finite when E f(c + Y) and E f(c − Y) are."""
    (e,) = c.args
    parts = _folds(e, given) if isinstance(e, Expectation) else None
    return None if parts is None else (Finite(parts[0]), Finite(parts[1]))


def _folds(e: Expectation, given: Given) -> tuple[Expectation, Expectation] | None:
    """E f(c + Y) and E f(c − Y), if the law of Y that the family declares is that of |X − c|."""
    law = e.law
    if len(e.variables) != 1 or not isinstance(law, Family) or type(law).folded is Family.folded:
        return None
    (v,), c, distance = e.variables, getattr(law, law.centre), law.folded()
    if not _is_distance(distance, law, given):
        return None
    inner = given.under(distance.expect(v, v))
    up, down = (distance.expect(normal(e.body.xreplace({v: c + side * v}), inner), v) for side in (1, -1))
    return up, down


@lru_cache(maxsize=2_000)
def _is_distance(distance: Distribution, law: Family, given: Given) -> bool:
    v, c = Dummy("v", real=True), getattr(law, law.centre)
    inner = given.under(distance.expect(v, v))
    whole = law.support == Interval() and distance.support == Interval(0, S.Infinity)
    alike = [distance.log_density(v) - log(2) - law.log_density(c + side * v) for side in (1, -1)]
    return whole and all(is_zero(a, inner) for a in alike)


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
    if ratio.atoms(Density) - e.body.atoms(Density):  # densities of which nothing is known do not cancel
        return None
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
