"""Divergences of uniform laws that overlap: inside their conditions and outside."""

from sympy import Ne, Rational, log, sqrt, symbols

from symbolic_info.families import Beta, Exponential, Normal, Uniform
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.information import JS, Hellinger2, RenyiDivergence
from symbolic_info.rules import RULES

from .table import three_from

overlap = RULES["overlap"]
a, b, c, d = symbols("a b c d", real=True)
p, u = symbols("p u", positive=True)
half = Rational(1, 2)
U = Uniform
CHAIN = [a < b, c < d, a <= c, c < b, b <= d]


def says(left, right, given=()):
    return calc(left, given=given).eq(right, by=overlap)


def jensen(w, one, other):
    return log(2) + w * (one * log(one / (one + other)) + other * log(other / (one + other))) / 2


INSIDE = {
    "overlap.hellinger_of_uniform_laws": [
        says(Hellinger2(U(0, 2), U(1, 3)), half),
        says(Hellinger2(U(0, 1), U(0, p)), 1 - 1 / sqrt(p), [p >= 1]),
        says(Hellinger2(U(a, b), U(c, d)), 1 - (b - c) / sqrt((b - a) * (d - c)), CHAIN),
        says(Hellinger2(U(a, b), U(a, b)), 0),
    ],
    "overlap.renyi_of_uniform_laws": [
        says(RenyiDivergence(half, U(0, 2), U(1, 3)), 2 * log(2)),
        says(RenyiDivergence(u, U(0, 2), U(1, 3)), log(2) / (1 - u), [u < 1]),
        says(
            RenyiDivergence(u, U(a, b), U(c, d)),
            log((b - c) * (b - a) ** (-u) * (d - c) ** (u - 1)) / (u - 1),
            [*CHAIN, u < 1],
        ),
    ],
    "overlap.jensen_shannon_of_uniform_laws": [
        says(JS(U(0, 2), U(1, 3)), log(2) / 2),
        says(JS(U(0, 1), U(0, 2)), Rational(3, 4) * log(Rational(4, 3))),
        says(JS(U(a, b), U(c, d)), jensen(b - c, 1 / (b - a), 1 / (d - c)), CHAIN),
    ],
}
OUTSIDE = {
    "overlap.hellinger_of_uniform_laws": [
        says(Hellinger2(U(0, 1), U(2, 3)), 1 + half),
        says(Hellinger2(U(a, b), U(c, d)), 1 - (b - c) / sqrt((b - a) * (d - c))),
        says(Hellinger2(U(a, b), U(c, d)), 1 - (b - c) / sqrt((b - a) * (d - c)), [a < c, c < d, b < d]),
        says(Hellinger2(U(0, 1), U(0, p)), 1 - 1 / sqrt(p)),
        says(Hellinger2(U(0, 1), Beta(1, p)), 1 - half),
        says(Hellinger2(U(0, 1), Exponential(p)), 1 - half),
    ],
    "overlap.renyi_of_uniform_laws": [
        says(RenyiDivergence(2, U(0, 2), U(1, 3)), -log(2)),
        says(RenyiDivergence(u, U(0, 2), U(1, 3)), log(2) / (1 - u), [Ne(u, 1)]),
        says(RenyiDivergence(half, U(0, 1), U(2, 3)), 0),
    ],
    "overlap.jensen_shannon_of_uniform_laws": [
        says(JS(U(0, 2), U(1, 3)), log(2)),
        says(JS(U(0, 1), U(2, 3)), log(2) / 2),
        says(JS(U(a, b), U(c, d)), jensen(b - c, 1 / (b - a), 1 / (d - c)), CHAIN[:-1]),
        says(JS(U(0, 1), Normal(0, 1)), log(2) / 2),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)
