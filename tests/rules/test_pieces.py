"""Laws in pieces: inside the conditions and outside."""

import pytest
from sympy import Min, Rational, exp, log, symbols

from symbolic_info.families import Beta, Triangular, Uniform
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Finite
from symbolic_info.language.distribution import Family
from symbolic_info.language.domains import Positive
from symbolic_info.language.images import image
from symbolic_info.language.support import Interval
from symbolic_info.rules import RULES

from .table import three_from

in_pieces, tilting, linearity = (RULES[n] for n in ("in_pieces", "tilting", "linearity"))
a, b, c = symbols("a b c", real=True)
p = symbols("p", positive=True)
T = Triangular(a, b, c)
RISE, FALL = (c - a) / (b - a), (b - c) / (b - a)


def parts(f, left, right, law=T, given=()):
    value = RISE * Beta(2, 1).expect(left) + FALL * Beta(1, 2).expect(right)
    return calc(law.expect(f), given=given).eq(value, by=in_pieces)


def mean(f, value):
    return calc(T.expect(f)).eq(value, by=(in_pieces, linearity, tilting))


INSIDE = {
    "in_pieces.of_pieces": [
        parts(x, a + (c - a) * x, c + (b - c) * x),
        mean(x, (a + b + c) / 3),
        mean(x**2, (a**2 + b**2 + c**2 + a * b + a * c + b * c) / 6),
        mean(T.log_density(x), log(2) - log(b - a) - Rational(1, 2)),
        mean(exp(p * T.log_density(x)), (2 / (b - a)) ** p * 2 / (p + 2)),
    ],
    "in_pieces.finite_pieces": [
        (Finite(T.expect(x**2)), [a < c, c < b]),
        (Finite(T.expect(log(x - a))), [a < c, c < b]),
    ],
}
OUTSIDE = {
    "in_pieces.of_pieces": [
        parts(x, a + (c - a) * x, b - (b - c) * x),
        parts(x, a + (c - a) * x, c + (b - c) * x, Uniform(a, b), [a < c, c < b]),
        mean(x, (a + b) / 2),
        mean(x**2, (a + b + c) ** 2 / 9),
    ],
    "in_pieces.finite_pieces": [
        (Finite(T.expect(1 / (x - a) ** 2)), [a < c, c < b]),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def tent(law, x):
    return log(Min(x, 2 - x))


class Overlapping(Family):
    """A tent on (0, 2) that is said to be made of the law on (0, 1) twice."""

    p = Positive()
    support = Interval(0, 2)
    log_density = tent

    def pieces(self):
        half = Rational(1, 2)
        yield half, image(Beta(2, 1), x, x)
        yield half, image(Beta(2, 1), x, x)


class Hole(Family):
    """A tent on (0, 2) of which the right half is forgotten."""

    p = Positive()
    support = Interval(0, 2)
    log_density = tent

    def pieces(self):
        yield Rational(1, 2), image(Beta(2, 1), x, x)


class Weighted(Family):
    """A tent on (0, 2) with wrong weights."""

    p = Positive()
    support = Interval(0, 2)
    log_density = tent

    def pieces(self):
        yield Rational(1, 3), image(Beta(2, 1), x, x)
        yield Rational(2, 3), image(Beta(1, 2), 1 + x, x - 1)


class Straight(Family):
    """The same tent with what is true of it."""

    p = Positive()
    support = Interval(0, 2)
    log_density = tent

    def pieces(self):
        yield Rational(1, 2), image(Beta(2, 1), x, x)
        yield Rational(1, 2), image(Beta(1, 2), 1 + x, x - 1)


@pytest.mark.parametrize("family", [Overlapping, Hole, Weighted])
def test_a_family_cannot_lie_about_its_pieces(family):
    for value in (1, Rational(2, 3), Rational(1, 3), Rational(4, 3), Rational(5, 3)):
        with pytest.raises(Rejected):
            check(calc(family(p).expect(x)).eq(value, by=(in_pieces, linearity, tilting)))


def test_what_is_true_of_it_passes():
    assert check(calc(Straight(p).expect(x)).eq(1, by=(in_pieces, linearity, tilting))).status == "proved"
