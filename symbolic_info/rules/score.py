"""The score identity."""

from __future__ import annotations

from sympy import Add, S, Symbol

from ..exact.given import Given
from ..exact.zero import is_zero, normal
from ..kernel.rule import Outcome, rule
from ..language.distribution import Distribution
from ..language.functions import differentiated
from ..language.support import Points, Region, Unknown
from ..language.terms import Expectation

score = rule("score identity")


@score.of
def mean_score(e: Expectation, given: Given, theta: Symbol) -> Outcome | None:
    """E[∂ log p(X)/∂θ] = 0, when log p(x) = η(θ) T(x) + (terms free of θ or of x) with η′ ≠ 0 and the
    support does not depend on θ (Lehmann & Casella, Theory of Point Estimation, Lemma 2.5.3).

    Then θ moves one natural parameter, whose values near θ are all admissible, so that the integral
    of the density may be differentiated under the integral sign.
    """
    if len(e.variables) != 1:
        return None
    law, (x,) = e.law, e.variables
    inner = given.under(e)
    if not isinstance(theta, Symbol) or theta not in law.free_symbols or support_moves(law, theta):
        return None
    slope = differentiated(normal(law.log_density(x), inner), theta)
    if not is_zero(slope - e.body, inner):
        return None
    parts = [t.as_independent(x, as_Add=False) for t in Add.make_args(normal(e.body, inner))]
    moved = {v for c, v in parts if v != 1}
    rates = [c for c, v in parts if v in moved]
    if len(moved) != 1 or any(v.has(theta) for v in moved) or not inner.nonzero(Add(*rates)):
        return None
    return Outcome(S.Zero)


def support_moves(law: Distribution, theta: Symbol) -> bool:
    """Whether the support may depend on the parameter; of an image with unknown support one cannot tell."""
    support = law.support
    if isinstance(support, Region):
        return False
    if isinstance(support, Unknown | Points):
        return isinstance(support, Unknown) or any(S(a).has(theta) for at in support.points for a in at)
    return any(S(end).has(theta) for end in (support.low, support.high))
