"""Whatever the exact room claims of random expressions agrees with their values at admissible points."""

import mpmath
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from sympy import nan, oo, zoo

from symbolic_info.exact.given import Given
from symbolic_info.exact.point import admissible_point
from symbolic_info.exact.signs import ANY
from symbolic_info.exact.zero import is_zero, normal

from .expressions import EXPRESSIONS, FACTS, RIGHT, WRONG, points, value

GIVEN = Given() | FACTS
BAD = (nan, zoo, oo, -oo)
quick = settings(
    max_examples=120, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@quick
@given(EXPRESSIONS, st.lists(points(), min_size=3, max_size=3))
def test_claimed_signs_agree_with_values(e, where):
    if e.has(*BAD):
        return
    signs = GIVEN.signs(e)
    event("claimed" if signs != ANY else "unknown")
    for point in where:
        number = value(e, point)
        assert mpmath.im(number) == 0
        sign = 0 if abs(number) < mpmath.mpf(10) ** -35 else 1 if number > 0 else -1
        assert sign in signs, (e, point, number, signs)


@quick
@given(
    EXPRESSIONS,
    st.sampled_from(RIGHT + WRONG),
    st.sampled_from(RIGHT + WRONG),
    st.lists(points(), min_size=3, max_size=3),
)
def test_what_is_called_zero_is_zero(e, first, second, where):
    other = second(first(e))
    if e.has(*BAD) or other.has(*BAD):
        return
    same = is_zero(e - other, GIVEN)
    event("shown" if same else "not shown")
    for point in where if same else ():
        left, right = value(e, point), value(other, point)
        scale = max(1, abs(left))
        assert abs(left - right) < scale * mpmath.mpf(10) ** -25, (e, other, point)


@quick
@given(EXPRESSIONS, points())
def test_a_normal_form_has_the_same_value(e, point):
    if e.has(*BAD):
        return
    left, right = value(e, point), value(normal(e, GIVEN), point)
    assert abs(left - right) < max(1, abs(left)) * mpmath.mpf(10) ** -25, (e, normal(e, GIVEN), point)


def test_the_grammar_is_worth_its_time():
    """Most rewritings by identities are shown, and all wrong ones that differ are refused, on fixed examples."""
    from sympy import Abs, log, loggamma, sqrt

    from .expressions import a, b, p, q, u

    samples = [
        log(p * q) + a,
        p**a * q,
        loggamma(p + q) - b,
        sqrt(1 + u) * Abs(a),
        (a - b) * log(1 - p),
        q ** (a + 1) * p,
    ]
    shown = sum(is_zero(e - rewriting(e), GIVEN) for e in samples for rewriting in RIGHT)
    assert shown >= len(samples) * len(RIGHT) - 2
    point = admissible_point(GIVEN, samples)
    for e in samples:
        for rewriting in WRONG:
            if abs(value(e, point) - value(rewriting(e), point)) > mpmath.mpf(10) ** -30:
                assert not is_zero(e - rewriting(e), GIVEN), (e, rewriting(e))
