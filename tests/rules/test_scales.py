"""Which orders of growth can be integrated: a table, at the borders too.  These functions are used by rules."""

import mpmath
import pytest
from sympy import Gt, Rational, S, oo, symbols

from symbolic_info.exact.given import Given
from symbolic_info.rules.scales import LOG, LOG_LOG, Untold, converges, diverges, highest, limit_sign, plain, times

INSIDE: dict[str, list[object]] = {}
OUTSIDE: dict[str, list[object]] = {}
a, b, c = symbols("a b c", real=True)
p, q = symbols("p q", positive=True)
LINE, SQUARE, LOG_SQUARE = (S.One, S.Zero), (S(2), S.Zero), (S.Zero, S(2))


def scale(**parts):
    names = {"line": LINE, "square": SQUARE, "log2": LOG_SQUARE, "log": LOG, "loglog": LOG_LOG}
    return tuple((names[name], S(k)) for name, k in parts.items() if k != 0)


CONVERGENT = [
    scale(log=-2), scale(log=Rational(-11, 10)), scale(log=-1, loglog=-2), scale(line=-1, log=50),
    scale(square=-1, line=9), scale(log2=-1, log=7), scale(line=-1, log2=3), scale(log=-1, loglog=Rational(-3, 2)),
]  # fmt: skip
DIVERGENT = [
    scale(), scale(log=-1), scale(log=1), scale(log=-1, loglog=-1), scale(log=-1, loglog=1), scale(line=1, log=-50),
    scale(square=1, line=-9), scale(log2=1, log=-7), scale(loglog=-9), scale(log=Rational(-9, 10), loglog=-9),
    scale(log=-1, loglog=Rational(-1, 2)),
]  # fmt: skip


@pytest.mark.parametrize("sure", CONVERGENT)
def test_what_converges(sure):
    assert converges(sure, Given()) == () and diverges(sure, Given()) is None


@pytest.mark.parametrize("sure", DIVERGENT)
def test_what_diverges(sure):
    assert diverges(sure, Given()) == () and converges(sure, Given()) is None


@pytest.mark.parametrize(("sure", "finite"), [(s, True) for s in CONVERGENT] + [(s, False) for s in DIVERGENT])
def test_the_tables_are_true_of_numbers(sure, finite):
    """The part of the integral from T on, in u = log t, does or does not vanish as T grows."""

    def part(u, width):
        def f(v):
            t = mpmath.e**v
            known = [(mpmath.log(v) if (d, e) == LOG_LOG else t ** float(d) * v ** float(e), k) for (d, e), k in sure]
            return mpmath.exp(sum((size * float(k) for size, k in known), v))

        return mpmath.quad(f, [u, u + width])

    parts = [part(u, u) for u in (8, 64, 512)]  # for 1/t these stay log 2 · …, for t^(−1−ε) they vanish
    assert parts[2] < parts[0] * 0.9 if finite else parts[2] > parts[0] * 0.9 or parts[2] > 1


@pytest.mark.parametrize(
    ("given", "power", "finite", "infinite"),
    [
        ([], -p - 1, (), None),
        ([], -p, (p > 1,), (p <= 1,)),
        ([p > 1], -p, (), None),
        ([p >= 1], -p, (p > 1,), (p <= 1,)),
        ([p <= 1], -p, None, ()),
        ([], -p / q, (p > q,), (p <= q,)),
        ([p > q], -p / q, (), None),
        ([p <= q], -p / q, None, ()),
        ([], a, (a < -1,), (a >= -1,)),
    ],
)
def test_where_it_depends_the_condition_is_said(given, power, finite, infinite):
    facts = Given() | given
    sure = ((LOG, power),)
    assert _alike(converges(sure, facts), finite) and _alike(diverges(sure, facts), infinite)


def _alike(found, wanted):
    if found is None or wanted is None:
        return found is wanted
    return {c.gts - c.lts for c in found} == {c.gts - c.lts for c in wanted}


def test_an_exponential_whose_rate_may_vanish_leaves_it_to_the_power():
    facts = Given() | [a >= 0]
    assert diverges(((LINE, a), (LOG, S(-1))), facts) == ()
    assert _alike(diverges(((LINE, a), (LOG, S(-2))), facts), (a > 0,))
    assert converges(((LINE, a), (LOG, S(-2))), facts) is None
    assert _alike(converges(((LINE, -a), (LOG, S(-2))), facts), (a > 0,))


def test_powers_that_cannot_be_compared_are_refused():
    with pytest.raises(Untold):
        highest((((p, S.Zero), S.One), ((q, S.Zero), S.One)), Given())
    assert highest((((p, S.Zero), S.One), ((q, S.Zero), -S.One)), Given() | [p > q])[0][0] == (p, S.Zero)
    for decide in (converges, diverges):
        with pytest.raises(Untold):
            decide(((LOG, -S.One), ((S.Zero, S.Half), -S.One)), Given())


def test_powers_of_one_sign_need_no_comparison():
    two = (((p, S.Zero), -S.One), ((q, S.Zero), -S(3)), (LOG, S(50)), (LOG_SQUARE, S.One))
    assert converges(two, Given()) == () and diverges(two, Given()) is None
    up = times(two, -S.One, Given())
    assert diverges(up, Given()) == () and converges(up, Given()) is None
    assert limit_sign(two, Given()) == {-1} and limit_sign(up, Given()) == {1}
    for decide in (converges, diverges):
        with pytest.raises(Untold):
            decide((((p, S.Zero), -S.One), ((q, S.Zero), S.One)), Given())


def test_the_sign_of_a_limit_is_that_of_the_highest_term():
    assert limit_sign(scale(line=-1, log=5), Given()) == {-1}
    assert limit_sign(scale(log=1, loglog=-5), Given()) == {1}
    assert limit_sign((), Given()) == {0}
    assert limit_sign(((LOG, a),), Given()) == {-1, 0, 1}
    assert limit_sign(times(scale(line=1), -S.One, Given()), Given()) == {-1}


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (1 - q / p > 0, p > q), (p / 2 - 1 > 0, p > 2), (1 - p <= 0, p >= 1), (-a >= 1, a <= -1),
        (p * q - q**2 > 0, p > q), ((p - 2) / (p + 1) > 0, p > 2), (3 - 2 * a > 0, a < Rational(3, 2)),
        (p * a > 0, a > 0),
    ],
)  # fmt: skip
def test_conditions_are_said_plainly(condition, said):
    assert plain(condition, Given()) in (said, said.reversed)
    assert plain(S.true, Given()) == S.true


def test_what_may_be_negative_is_not_divided_out():
    assert plain(a * b > 0, Given()) == (a * b > 0)
    assert plain(1 / a > 0, Given()) == (1 / a > 0)
    assert plain(1 / p > 1 / q, Given()) == (q > p)
    assert plain(Gt(1 / (1 + p), 0, evaluate=False), Given()) == Gt(1 / (1 + p), 0, evaluate=False)
    assert oo not in plain(p > 1, Given()).args
