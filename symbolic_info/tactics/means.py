"""The value of one expectation, and the rules that give it.  Untrusted search."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Dummy, Expr, Mul, Ne, Pow, S, exp, false, log
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.zero import normal
from ..kernel.conditions import holds
from ..kernel.rule import Reason, Rule, rewritten
from ..language.binder import sympify_basic
from ..language.claims import Finite
from ..language.matrices import Number
from ..language.operators import Integral, Sum
from ..language.support import Integers, Interval, listed
from ..language.terms import Expectation
from ..rules import RULES
from .counting import COUNTS
from .integrals import integrated
from .primitives import antidifference

ORDER = (
    "in_pieces", "change_of_variable", "marginal", "marginal_law", "symmetry", "linearity", "tilting", "mean_distance",
    "named_mean", "expectation", "density", "quadratic_form", "matrix_algebra", "gradient",
)  # fmt: skip


@dataclass(frozen=True)
class Value:
    """The value of an expectation (with what could not be removed), and the reasons in the order of use."""

    result: Expr
    by: tuple[Reason, ...]
    missing: tuple[Boolean, ...] = ()


def is_product(e: Expectation) -> bool:
    """Whether the body is a product of powers that stays whole: 1 − x to a power is no sum to be spread."""
    powers = [p for p in Mul.make_args(e.body) if isinstance(p, Pow | exp) and p.has(*e.variables)]
    return not e.body.is_Add and any(not p.exp.is_Rational for p in powers)


def mean(e: Expectation, given: Given) -> Value:
    """E f(X) as far as the rules reach; `missing` says which condition an unused rule would have needed.

    One statistic is not taken apart for less than its value: E log X! stays, and does not become E log Γ(X) + E log X.
    """
    whole = _whole(e, given)
    if whole is not None:
        return whole
    if needs := [c for outcome in RULES["tilting"].outcomes(e, given) for c in outcome.conditions]:
        return Value(e, (), tuple(c for c in needs if c != false and not holds(c, given)))
    split = _apply("linearity", e, given)
    if split is not None and split != e:
        parts = [mean(a, given) if a != e else Value(a, ()) for a in sorted(split.atoms(Expectation), key=str)]
        put = dict(zip(sorted(split.atoms(Expectation), key=str), [p.result for p in parts], strict=True))
        missing = tuple(m for p in parts for m in p.missing)
        if len({p.by for p in parts if p.by}) > 1:
            return Value(split, (RULES["linearity"],), missing)
        result = split.xreplace(put)
        if result.atoms(Expectation) and not e.body.is_Add:
            return Value(e, (), missing)
        return Value(result, (RULES["linearity"], *merged(*(p.by for p in parts))), missing)
    return Value(e, (), tuple(_missing(e, given)))


def _whole(e: Expectation, given: Given) -> Value | None:
    """One rule, or one rule and then the value of what it leaves."""
    for name in ("tilting", "mean_distance", "named_mean", "gradient", "quadratic_form"):
        made = _apply(name, e, given)
        if made is not None and not made.atoms(Expectation):
            return _of_matrices(made, RULES[name], given)
    has_moments = any(T in e.variables for T, _ in e.law.tilts(*e.variables, Dummy("t")))
    ways = ("in_pieces", "change_of_variable", "marginal", "marginal_law", *(() if has_moments else ("symmetry",)))
    for name in ways:
        made = _apply(name, e, given)
        if made is not None and made != e:
            inner = {a: mean(a, given) for a in made.atoms(Expectation)}
            result = made.xreplace({a: v.result for a, v in inner.items()})
            missing = tuple(m for v in inner.values() for m in v.missing)
            left = result.atoms(Expectation)
            if left and is_product(e):
                return Value(e, (), missing) if missing else None
            if not left or (name in ("in_pieces", "change_of_variable") and all(holds(Finite(a), given) for a in left)):
                return Value(result, (RULES[name], *merged(*(v.by for v in inner.values()))), missing)
            if missing:
                return Value(e, (), missing)
    return _by_definition(e, given)


def _of_matrices(made: Expr, rule: Rule, given: Given) -> Value:
    """A value, its traces and determinants worked out."""
    rest = RULES["matrix_algebra"]
    plain = rewritten(rest, made, given).result if made.atoms(Number) else made
    return Value(plain, (rule,) if plain == made else (rule, rest))


def _by_definition(e: Expectation, given: Given) -> Value | None:
    """A finite sum written out, an integral with a known antiderivative, a sum that telescopes."""
    support = e.law.support
    by: tuple[Reason, ...] = (RULES["expectation"],)
    if listed(support) is not None:
        made = _apply("expectation", e, given)
        return None if made is None else Value(made, by)
    bounded = isinstance(support, Interval | Integers) and getattr(support.high, "is_finite", True) is not False
    if not bounded or (isinstance(support, Interval) and getattr(support.low, "is_finite", True) is False):
        return None
    made = _raw(e)
    if made is None or made.body.has(*COUNTS):
        return None
    if isinstance(made, Integral):
        value = integrated(made, given)
        return None if value is None else Value(value[0], (*by, *value[1]))
    found = antidifference(normal(made.body, given.under(made)), made.variable)
    if found is None:
        return None
    reason = RULES["telescoping"](found, made.variable)
    return next((Value(outcome.result, (*by, reason)) for outcome in reason.outcomes(made, given)), None)


def _raw(e: Expectation) -> Integral | Sum | None:
    for outcome in RULES["expectation"].outcomes(e, Given()):
        return outcome.result if isinstance(outcome.result, Integral | Sum) else None
    return None


def _apply(name: str, e: Expectation, given: Given) -> Expr | None:
    """What a rule makes of the expectation, if its conditions are shown."""
    for outcome in RULES[name].outcomes(e, given):
        if outcome.relation == "=" and all(holds(c, given) for c in outcome.conditions):
            return outcome.result
    return None


def _missing(e: Expectation, given: Given) -> list[Boolean]:
    """The conditions that stand between a rule and this expectation."""
    outcomes = RULES["tilting"].outcomes(e, given)
    needs = [c for outcome in outcomes for c in outcome.conditions if c != false and not holds(c, given)]
    return [*needs, *_apart(e, given)]


def _apart(e: Expectation, given: Given) -> list[Boolean]:
    """What keeps the logarithms and inverses of linear functions finite at the ends of a bounded support.

    And what keeps them from being constant: log(a + (b − a)x) has another antiderivative where a = b.
    """
    support, found = e.law.support, []
    if not isinstance(support, Interval) or len(e.variables) != 1:
        return []
    inside = [t.args[0] for t in e.body.atoms(log)] + [t.base for t in e.body.atoms(Pow) if t.exp.is_negative]
    for u in inside:
        if u.is_polynomial(e.variable) and u.as_poly(e.variable).degree() == 1:
            for end in map(sympify_basic, (support.low, support.high)):
                at = u.xreplace({e.variable: end}).expand() if end.is_finite is not False else S.One
                found += [at > 0] if at != 0 and given.nonnegative(at) and not given.positive(at) else []
            slope = u.as_poly(e.variable).LC()
            found += [] if given.nonzero(slope) else [Ne(slope, 0)]
    return found


def merged(*chains: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """One chain of reasons that contains each of the chains in its order."""
    places: dict[Reason, int] = {RULES[name]: i for i, name in enumerate(ORDER)}
    found = sorted(dict.fromkeys(r for chain in chains for r in chain), key=lambda r: places.get(r, len(ORDER)))
    for chain in chains:
        at = 0
        for reason in chain:
            if reason not in found[at:]:
                found.insert(at, reason)
            at = found.index(reason, at) + 1
    return tuple(found)
