"""Whether a divergence is finite: what the rules say against every family, and what the integrand says in numbers."""

from __future__ import annotations

import pytest
from sympy import false, sympify

from symbolic_info.audit.divergent import endless
from symbolic_info.audit.numeric import numbers
from symbolic_info.exact.given import Given
from symbolic_info.exact.point import admissible_point
from symbolic_info.families import FAMILIES
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Finite
from symbolic_info.language.distribution import Family
from symbolic_info.language.support import Integers, Interval
from symbolic_info.rules.unbounded import finite_mean, infinite_mean

DECLARED = {name: f for name, f in FAMILIES.items() if isinstance(f, type) and issubclass(f, Family)}
# Laws with tails of several kinds, and with an end at zero; against all others of their measure.
FIRST = {"Pareto": Interval, "Weibull": Interval, "Laplace": Interval, "InverseGamma": Interval, "Zeta": Integers}


def inside(P, Q):
    """The facts that keep P strictly inside the support of Q; None where nothing can."""
    ends = zip((P.support.low, P.support.high), (Q.support.low, Q.support.high), (1, -1), strict=True)
    facts = [sympify(b) < a if side == 1 else sympify(a) < b for a, b, side in ends if a != b]
    return None if false in facts else facts


def pairs():
    for p, kind in FIRST.items():
        for q, family in DECLARED.items():
            P, Q = DECLARED[p].generic("_1"), family.generic("_2")
            if isinstance(getattr(Q, "support", None), kind) and inside(P, Q) is not None:
                yield pytest.param(P, Q, id=f"{p}-{q}")


def is_infinite(e, facts):
    """Whether the integrand falls too slowly at a random admissible point."""
    point = admissible_point(facts, [e], seed=1)
    assert point is not None
    found = endless(e.xreplace(point), numbers(15))
    return found is not None and not found.is_finite()


@pytest.mark.parametrize(("P", "Q"), list(pairs()))
def test_the_rules_and_the_numbers_agree(P, Q):
    given = Given() | P.conditions() | Q.conditions() | inside(P, Q)
    e = P.expect(P.log_density(x) - Q.log_density(x))
    infinite, finite = infinite_mean(e, given), finite_mean(Finite(e), given)
    assert infinite is not None or finite is not None
    if infinite is not None:
        assert is_infinite(e, given | infinite.conditions)
    if finite is not None:
        assert not is_infinite(e, given | finite)
    if infinite is not None and finite is not None:
        assert all(c.negated in (*finite, *(f.reversed for f in finite)) for c in infinite.conditions)
