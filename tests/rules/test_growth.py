"""What elementary functions do near an end: by the page's own rules, and by numbers far out.  Used by rules."""

import mpmath
import pytest
from sympy import (
    Abs,
    Rational,
    S,
    Symbol,
    binomial,
    cos,
    exp,
    factorial,
    floor,
    lambdify,
    log,
    loggamma,
    oo,
    sign,
    sqrt,
    symbols,
)

from symbolic_info.exact.given import Given
from symbolic_info.rules.growth import BETWEEN, EQUIVALENT, EXACT, SIZE, End, ends_of, leading
from symbolic_info.rules.scales import LOG_LOG, Untold, monomial

INSIDE: dict[str, list[object]] = {}
OUTSIDE: dict[str, list[object]] = {}
x = Symbol("x", real=True)
m = Symbol("m", real=True)
p, q = symbols("p q", positive=True)
t = Symbol("t", positive=True)
HERE = {p: Rational(7, 5), q: Rational(3, 4), m: Rational(-2, 3)}
TOP, BOTTOM = End(oo, 1, Given()), End(-oo, -1, Given())
ZERO, ONE = End(S.Zero, 1, Given()), End(S.One, -1, Given())
ENDS = {"∞": TOP, "−∞": BOTTOM, "0+": ZERO, "1−": ONE, "p+": End(p, 1, Given()), "m + t": End(oo, 1, Given(), m)}

GROWING = {
    "∞": [
        x, 3 * x**2 - x, (x - m) ** 2, x**p, (x + p) ** q, 1 / (x + p), log(x), log(1 + x**2), log(1 +
        exp(x)), exp(-x) + 2, log(x + sqrt(x)), Abs(x - m) - q, Abs(m - x) * log(x), exp(p * log(x)), p**x,
        exp(-(x**2) + x), exp(2 * log(x) ** 2), sqrt(x**2 + 1), loggamma(x + p), loggamma(x + p) - loggamma(x
        + 1) + log(x), exp(x - log(1 + x)), x * log(x) - x**2, exp(-p * x) * (1 + x) ** 3, (log(x) - m) ** 2,
        1 / log(x), exp(-exp(-x)), log(1 + 1 / x) + 1, x**x, log(factorial(x)), log(binomial(x + 1 + p, x)),
    ],
    "−∞": [
        x, x**2 + x, Abs(x - m), exp(-x / p), exp(-x / p) + x**3, log(1 + exp(-x)), log(1 + x**2), x**-2,
        exp(x) + 1,
    ],
    "0+": [
        x, log(x), 1 / x, x**-p, log(x) ** 2 / x, exp(-1 / x), exp(1 / x), x**p - x**-p, 1 - x, 1 / (p + x),
        log(x / p),
    ],
    "1−": [
        1 - x, log(1 - x), (1 - x) ** -p, x, 1 / (1 - x) + 1 / x, log(1 - x**2), log(1 / x - 1), log(1 - x**p),
        Abs(x - 1) ** (q - 1),
    ],
    "p+": [
        x - p, log(x - p), x, 1 / (x - p), (x - p) ** -q * x, p / (x**2 - p * x),
    ],
    "m + t": [
        x - m, Abs(x - m) ** p, (x - m) ** 2 - x, exp(-(Abs(x - m) ** q)), exp(-x),
    ],
}  # fmt: skip
ROWS = [(end, f) for end, functions in GROWING.items() for f in functions]


@pytest.mark.parametrize(("end", "f"), ROWS, ids=lambda v: str(v))
def test_the_leading_term_is_that_of_the_numbers(end, f):
    here = ENDS[end]
    first = leading(here.terms(f, x), here.given)
    far = here.point.is_infinite
    place = (here.centre if far else here.point) + here.side * (t if far else 1 / t)
    number = lambdify(t, f.xreplace(HERE).xreplace({x: place.xreplace(HERE)}), "mpmath")
    scale = [(float(d.xreplace(HERE)), float(e), k.xreplace(HERE)) for (d, e), k in first.scale]
    ratios = []
    with mpmath.workdps(400):
        for at in (mpmath.mpf(10) ** 4, mpmath.mpf(10) ** 5):
            size = mpmath.mpf(0)
            for d, e, k in scale:
                log_log = (d, e) == tuple(map(float, LOG_LOG))
                base = mpmath.log(mpmath.log(at)) if log_log else at**d * mpmath.log(at) ** e
                size += mpmath.mpf(k.p) / k.q * base if k.is_Rational else mpmath.mpf(str(k.evalf(50))) * base
            c = mpmath.mpf(str(first.c.xreplace(HERE).evalf(50)))
            ratios.append(number(at) / (c * mpmath.exp(size)))
    if first.kind == EXACT and len(here.terms(f, x)) == 1:
        assert abs(ratios[1] - 1) < 1e-12
    if first.kind <= EQUIVALENT:
        assert abs(ratios[1] - 1) < 0.25 and abs(ratios[1] - 1) <= abs(ratios[0] - 1) + 1e-12
    else:
        assert all(0.01 < r < 100 for r in ratios)


@pytest.mark.parametrize(
    ("end", "f"),
    [
        ("∞", cos(x)), ("∞", floor(x)), ("∞", sign(x)), ("∞", exp(exp(x))), ("∞", log(log(log(x)))), ("∞", log(x - x)),
        ("∞", x - x + sqrt(x - x)), ("∞", log(m * x)), ("∞", (m * x) ** p), ("−∞", x**p), ("−∞", log(x)),
        ("∞", Abs(m * x)),
        ("∞", log(sqrt(x**2 + 1) - x)), ("∞", exp(sqrt(x**2 + 1))), ("∞", exp((x + 1) ** p)), ("∞", x**p + x**q),
        ("∞", loggamma(2 * x)), ("0+", loggamma(x)), ("p+", log(x)),
    ],
)  # fmt: skip
def test_what_is_not_told_is_refused(end, f):
    with pytest.raises(Untold):
        leading(ENDS[end].terms(f, x), Given())


def test_what_may_cancel_is_known_in_size_only():
    assert [t.kind for t in TOP.terms(sqrt(x**2 + 1) - x, x)] == [SIZE]
    assert TOP.terms((x + 1) ** 2 - x**2 - 2 * x - 1, x) == []
    assert [t.kind for t in TOP.terms(exp(-exp(x)), x)] == [SIZE]
    assert [t.scale for t in TOP.terms(loggamma(x + p) - loggamma(x + 1), x)] == [(), monomial(S.Zero, S.One)]
    assert BETWEEN in [t.kind for t in TOP.terms(exp(x + log(1 + x) - loggamma(x + 1) + x * log(x) - x), x)]


def test_a_distance_of_unknown_sign_is_known_in_size():
    assert [(t.scale, t.kind) for t in BOTTOM.terms(Abs(exp(x) - m), x)] == [((), SIZE), (monomial_of(-1), SIZE)]
    assert {t.kind for t in TOP.terms(Abs(m + 1 / x) ** p, x)} == {SIZE}
    for f in (Abs(x - m), Abs(x - m) ** p):
        assert [(t.c, t.kind) for t in ZERO.terms(f, x)] == [(f.xreplace({x: S.Zero}), EQUIVALENT)]
    with pytest.raises(Untold):
        leading(TOP.terms(Abs(m + 1 / x) ** -p, x), Given())


def monomial_of(rate):
    """The scale of e^{rate·t}."""
    return (((S.One, S.Zero), S(rate)),)


def test_the_exponent_of_a_density_is_its_scale():
    assert TOP.exponent(-x + (p - 1) * log(x), x) == (((S.Zero, S.One), p - 1), ((S.One, S.Zero), -S.One))
    assert ZERO.exponent(-x + (p - 1) * log(x), x) == (((S.Zero, S.One), 1 - p),)
    with pytest.raises(Untold):
        TOP.exponent(-exp(x), x)


def test_both_ends():
    assert [(e.point, e.side) for e in ends_of(-oo, oo, Given())] == [(-oo, -1), (oo, 1)]
    assert [(e.point, e.side) for e in ends_of(0, p, Given())] == [(0, 1), (p, -1)]
