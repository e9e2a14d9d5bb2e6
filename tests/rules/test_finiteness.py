"""What is finite, by its parts and by domination: inside and outside."""

from sympy import Abs, Min, Rational, Symbol, exp, log, oo, sqrt, symbols

from symbolic_info.families import (
    Bernoulli,
    Beta,
    Normal,
    Triangular,
    Uniform,
)
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.binder import x, y
from symbolic_info.language.claims import Covers, Finite
from symbolic_info.language.distribution import Law
from symbolic_info.language.images import Image, Map
from symbolic_info.language.joint import Joint, Table
from symbolic_info.language.marginals import Marginal
from symbolic_info.language.models import Mixture
from symbolic_info.language.operators import Integral, Sum
from symbolic_info.language.support import ANY, COUNTING, FINITE, LEBESGUE
from symbolic_info.language.terms import KL, CrossEntropy, Entropy
from symbolic_info.rules import RULES

from .table import three_from

linearity, change, symmetry, marginal, normalisation, algebra = (
    RULES[n] for n in ("linearity", "change_of_variable", "symmetry", "marginal", "normalisation", "algebra")
)
a, b, m, v = symbols("a b m v", real=True)
p, q, s, t = symbols("p q s t", positive=True)
n, k = symbols("n k", integer=True, positive=True)
i = Symbol("i", integer=True)
f, g, P, Q = Law("f"), Law("g"), Law("p", of=ANY), Law("q", of=ANY)
J, TABLE = Joint("X", "Y"), Table([[Rational(1, 8), Rational(1, 16)], [Rational(1, 4), Rational(9, 16)]])
X, Y = J.coordinates
pxy, px, py = J.density(x, y), Marginal(J, (X,)).density(x), Marginal(J, (Y,)).density(y)
COUNTED, SPREAD = Law("p", of=COUNTING), Law("q", of=LEBESGUE)
N, E, half = Normal, Normal(m, s).expect, Rational(1, 2)
SQUARED = Image(N(0, 1), Map(x**2, x), Map(sqrt(x), x))  # not invertible: X and −X have one square


def step(left, right, by, given=()):
    return calc(left, given=given).eq(right, by=by)


def bell(f):
    return Integral(-oo, oo, f * exp(-(v**2)), v)


INSIDE = {
    "finiteness.of_quantity": [
        (Finite(Entropy(N(m, s))), []),
        (Finite(KL(Bernoulli(p), Bernoulli(half))), [p < 1]),
        (Finite(CrossEntropy(f, g)), [Finite(f.expect(log(g.density(x)))), Covers(f, g)]),
        (Finite(Law("h", of=FINITE).expect(x**7)), []),
        (Finite(Law("h", COUNTING, k).expect(exp(x))), []),
        (Finite(f.expect(3 * x - 2)), [Finite(f.expect(x))]),
        (Finite(Sum(1, n, log(i), i)), []),
        (Finite(TABLE.expect(x * y, (x, y))), []),
    ],
    "domination.distance": [
        (Finite(E(Abs(x - a))), []),
        (Finite(f.expect(Abs(2 * x - 1))), [Finite(f.expect(x**2))]),
    ],
    "domination.absolute": [
        (Finite(f.expect(Abs(exp(x) - 1))), [Finite(f.expect(exp(x)))]),
        (Finite(Uniform(0, 1).expect(Abs(log(x) - log(1 - x)))), []),
    ],
    "domination.smaller": [
        (Finite(Uniform(0, 1).expect(log(Min(x, 1 - x)))), []),
        (Finite(Triangular(0, 1, p).expect(log(Min(x, 1 - x)))), [p < 1]),
    ],
    "domination.on_a_bounded_interval": [
        (Finite(Uniform(0, 1).expect(log(x))), []),
        (Finite(Uniform(a, b).expect(x**5 * exp(x))), [a < b]),
        (Finite(Uniform(0, 1).expect(x * log(x) ** 2)), []),
        (Finite(Beta(p, q).expect(x**2 + exp(x))), []),
    ],
    "domination.mean": [
        (Finite(f.expect(x)), [Finite(f.expect(x**2))]),
    ],
    "domination.mixture": [
        (Finite(KL(f, Mixture(f, g, half))), []),
        (Finite(KL(f, Mixture(g, f, half))), []),
        (Finite(KL(f, Mixture(g, f, p))), []),
        (Finite(KL(f, Mixture(f, g, p))), [p < 1]),
    ],
}  # fmt: skip
OUTSIDE = {
    "finiteness.of_quantity": [
        (Finite(Entropy(f)), []),
        (Finite(KL(f, g)), []),
        (Finite(KL(f, g)), [Covers(f, g)]),
        (Finite(KL(Uniform(0, 2), Uniform(0, 1))), []),
        (Finite(CrossEntropy(f, g)), [Finite(Entropy(f)), Finite(Entropy(g))]),
        (Finite(f.expect(x**2)), [Finite(f.expect(x))]),
        (Finite(f.expect(x)), [Finite(g.expect(x))]),
        (Finite(Law("h", of=COUNTING).expect(x)), []),
        (Finite(Law("h", COUNTING, k).expect(x) + f.expect(x)), []),
        (Finite(Sum(1, oo, 1 / i, i)), []),
        (Finite(E(exp(x**2))), []),
        (Finite(Entropy(J)), []),
    ],
    "domination.distance": [
        (Finite(f.expect(Abs(x - a))), []),
        (Finite(f.expect(Abs(x**3))), [Finite(f.expect(x**2))]),
        (Finite(f.expect(Abs(exp(x) - 1))), [Finite(f.expect(x**2))]),
    ],
    "domination.absolute": [
        (Finite(f.expect(Abs(exp(x) - 1))), [Finite(f.expect(x))]),
        (Finite(f.expect(Abs(x - a) * x)), [Finite(f.expect(x - a))]),
    ],
    "domination.smaller": [
        (Finite(f.expect(log(Min(exp(x), exp(x**2))))), [Finite(f.expect(x))]),
        (Finite(Uniform(0, 1).expect(log(Min(x, 1 - x)) / x)), []),
    ],
    "domination.on_a_bounded_interval": [
        (Finite(Uniform(0, 1).expect(1 / x)), []),
        (Finite(Uniform(0, 1).expect(log(x) / x)), []),
        (Finite(Uniform(0, 1).expect(exp(1 / x))), []),
        (Finite(Uniform(a, b).expect(1 / (x - a))), [a < b]),
        (Finite(Uniform(0, 1).expect(x**-half * x**-half)), []),
        (Finite(f.expect(log(1 + x**2))), []),
        (Finite(Beta(p, q).expect(1 / (1 - x))), []),
    ],
    "domination.mixture": [
        (Finite(KL(f, Mixture(f, g, p))), []),
        (Finite(KL(f, Mixture(g, f, v))), []),
        (Finite(KL(f, Mixture(g, g, half))), []),
        (Finite(KL(f, g)), [Covers(f, g)]),
    ],
    "domination.mean": [
        (Finite(f.expect(x)), []),
        (Finite(f.expect(x**2)), [Finite(f.expect(x))]),
    ],
}  # fmt: skip
test_inside, test_outside, _ = three_from(INSIDE, OUTSIDE)
