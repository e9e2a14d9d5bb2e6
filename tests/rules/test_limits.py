"""Limits: inside the rules of growth and outside."""

from sympy import Abs, Rational, Symbol, exp, gamma, log, oo, sqrt, symbols

from symbolic_info.families import Bernoulli
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.operators import Limit
from symbolic_info.language.terms import Entropy
from symbolic_info.rules import RULES

from .table import three_from

limits = RULES["limits"]
a, b, v = symbols("a b v", real=True)
p, q, t = symbols("p q t", positive=True)
half = Rational(1, 2)


def to(point, side, f, value, variable=v, given=()):
    return calc(Limit(point, side, f, variable), given=given).eq(value, by=limits)


INSIDE = {
    "limits.of_body": [
        to(0, 1, v * log(v), 0),
        to(0, 1, -v * log(v) - (1 - v) * log(1 - v), 0),
        to(1, -1, -v * log(v) - (1 - v) * log(1 - v), 0),
        to(0, 1, v**p * log(v) ** 3, 0),
        to(0, 1, sqrt(v) * log(v), 0),
        to(0, 1, v * log(v) * log(p + v), 0),
        to(0, 1, log(p + v) * log(1 + v) + v**p * log(v) * log(p + v) ** 2, 0),
        to(0, 1, log(v), -oo),
        to(0, 1, -log(v) / v, oo),
        to(0, 1, 1 / v, oo),
        to(oo, -1, v**5 * exp(-v), 0),
        to(oo, -1, exp(-p * v**2 + a * v), 0),
        to(oo, -1, log(v) / v, 0),
        to(oo, -1, log(v), oo),
        to(oo, -1, (1 + v) / (2 + 3 * v), Rational(1, 3)),
        to(-oo, 1, exp(-(v**2)), 0),
        to(a, 1, exp(v) + v**2, exp(a) + a**2),
        to(2, -1, 1 / v, half),
    ],
}
OUTSIDE = {
    "limits.of_body": [
        to(0, 1, v * log(v), 1),
        to(0, 1, log(v), oo),
        to(0, 1, log(v), 0),
        to(0, 1, log(p + v) * log(v), 0),
        to(0, 1, log(p + v) * log(v), -oo),
        to(0, 1, log(p + v) / v, oo),
        to(0, 1, log(v) / v, oo),
        to(0, 1, 1 / v, 0),
        to(0, 1, 1 / v, -oo),
        to(0, -1, 1 / v, oo),
        to(0, 1, a / v, oo),
        to(0, 1, v**a, 0),
        to(0, 1, v**a * log(v), 0),
        to(oo, -1, exp(v) * v**-5, 0),
        to(oo, -1, exp(a * v), 0),
        to(oo, -1, log(v) / v, 1),
        to(oo, -1, v - log(v), 0),
        to(-oo, 1, exp(-v), 0),
        to(0, 1, Abs(v) / v, 0),
        to(0, -1, Abs(v) / v, 1),
        to(0, 1, (1 + exp(Abs(gamma(v)))) ** v, 1),
        to(0, 1, (v * exp(-Abs(gamma(v)))) ** v, 1),
        to(0, 1, Entropy(Bernoulli(p)), 0, p),
        to(0, 1, (exp(v) - 1) / v, 0),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_indeterminate_forms_are_not_decided_by_their_look():
    """0⁰, ∞⁰, ∞ − ∞, 0·∞ and 1^∞ have many values: a wrong one is refused for each."""
    from symbolic_info.exact.given import Given
    from symbolic_info.rules.limits import limit_of

    n = Symbol("n", real=True)
    for f, truth in (
        (1 / n - 1 / (n + n**2), 1),
        (exp(-1 / n) ** n, exp(-1)),
        ((1 + n) ** (1 / n), exp(1)),
        (exp(-p / n) / exp(-p / n), 1),
        (n ** (1 / log(n)), exp(1)),
    ):
        found = limit_of(f, n, Rational(0), Rational(1), Given())
        assert found is None or found == truth
