"""Random expressions from a grammar, admissible values for their symbols, and rewritings that may be wrong."""

import mpmath
from hypothesis import strategies as st
from sympy import Abs, Integer, Rational, digamma, exp, gamma, lambdify, log, loggamma, sqrt, symbols
from sympy import functions as f

p, q = symbols("p q", positive=True)
u = symbols("u", nonnegative=True)
a, b = symbols("a b", real=True)
SYMBOLS = (p, q, u, a, b)
FACTS = (a < b, p < 1)

NUMBERS = st.sampled_from([Integer(1), Integer(2), Integer(-1), Integer(3), Rational(1, 2), Rational(-2, 3)])
# Things that are certainly positive under the facts, things that are real.
POSITIVE = st.sampled_from([p, q, 1 - p, b - a, 1 + u, p + q, p * q, 1 + a**2, p / (1 - p), 2 * q, Integer(6), 1 / q])
LEAVES = st.one_of(NUMBERS, st.sampled_from(SYMBOLS), POSITIVE)


def extended(children):
    """Sums, products, and functions of positive things."""
    return st.one_of(
        st.tuples(children, children).map(lambda t: t[0] + t[1]),
        st.tuples(children, children).map(lambda t: t[0] * t[1]),
        st.tuples(children, NUMBERS).map(lambda t: t[0] * t[1]),
        children.map(Abs),
        children.map(lambda e: e**2),
        POSITIVE.map(log),
        POSITIVE.map(sqrt),
        POSITIVE.map(loggamma),
        POSITIVE.map(lambda e: gamma(e + 1) / gamma(e)),
        POSITIVE.map(lambda e: digamma(e + 1) - digamma(e)),
        st.tuples(POSITIVE, st.sampled_from([a, -a, a + 1, 2 * a, Rational(1, 3)])).map(lambda t: t[0] ** t[1]),
        st.tuples(POSITIVE, POSITIVE).map(lambda t: log(t[0] * t[1])),
        st.sampled_from([a, a - b, -a, p, 2 * a]).map(exp),
        st.sampled_from([a, a - b, p - 1]).map(f.erf),
    )


EXPRESSIONS = st.recursive(LEAVES, extended, max_leaves=7)

# Rewritings: the first ones are identities, those of WRONG hold only sometimes or never.
RIGHT = [
    lambda e: e,
    lambda e: e.expand(),
    lambda e: e.factor(),
    lambda e: f.log(exp(e)),
    lambda e: e * p / p + q - q,
    lambda e: e.replace(lambda t: isinstance(t, log), lambda t: -log(1 / t.args[0])),
    lambda e: e.replace(lambda t: isinstance(t, Abs), lambda t: Abs(-t.args[0])),
    lambda e: e.replace(lambda t: isinstance(t, loggamma), lambda t: loggamma(t.args[0] + 1) - log(t.args[0])),
    lambda e: e.replace(lambda t: t.is_Pow and t.base == p, lambda t: exp(t.exp * log(p))),
    lambda e: e.expand(force=False, power_exp=True, log=True),
]
WRONG = [
    lambda e: e.replace(lambda t: isinstance(t, Abs), lambda t: t.args[0]),
    lambda e: e.expand(force=True),
    lambda e: e.xreplace({a: b}),
    lambda e: e.xreplace({p: q}),
    lambda e: -e,
    lambda e: e + Rational(1, 10**20),
    lambda e: 2 * e,
    lambda e: e.replace(lambda t: isinstance(t, log), lambda t: log(t.args[0] + 1)),
    lambda e: e.replace(lambda t: t.is_Pow and t.exp == 2, lambda t: Abs(t.base) ** 2 + t.base - Abs(t.base)),
    lambda e: sqrt(e**2),
    lambda e: e.replace(lambda t: isinstance(t, loggamma), lambda t: loggamma(t.args[0] + 1)),
    lambda e: e.replace(lambda t: isinstance(t, exp), lambda t: 1 + t.args[0]),
]

FRACTIONS = st.fractions(min_value=Rational(1, 40), max_value=Rational(39, 40), max_denominator=40)
REALS = st.fractions(min_value=-3, max_value=3, max_denominator=12)


@st.composite
def points(draw):
    """Rational values at which the facts hold; u may be 0."""
    low = draw(REALS)
    made = {
        p: draw(FRACTIONS),
        q: draw(st.fractions(min_value=Rational(1, 20), max_value=5, max_denominator=20)),
        u: draw(st.fractions(min_value=0, max_value=3, max_denominator=6)),
        a: low,
        b: low + draw(FRACTIONS),
    }
    return {s: Rational(v.numerator, v.denominator) for s, v in made.items()}


def value(e, point, digits=45):
    """The number at a point, by mpmath; a complex one where the expression is not real there."""
    names = sorted(e.free_symbols, key=str)
    with mpmath.workdps(digits):
        return +lambdify(names, e, "mpmath")(*(mpmath.mpf(int(point[s].p)) / int(point[s].q) for s in names))
