"""The score identity: inside its conditions and outside."""

from sympy import symbols

from symbolic_info.families import Bernoulli, Exponential, Gamma, Geometric, Normal, Poisson, Uniform
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.binder import x
from symbolic_info.rules import RULES

from .table import three_from

score = RULES["score"]
m = symbols("m", real=True)
p, q, s = symbols("p q s", positive=True)


def zero(law, theta, given=(), value=0):
    return calc(law.expect(law.log_density(x).diff(theta)), given=given).eq(value, by=score(theta))


INSIDE = {
    "score.mean_score": [
        zero(Exponential(p), p),
        zero(Gamma(p, q), p),
        zero(Poisson(p), p),
        zero(Geometric(p), p),
        zero(Bernoulli(p), p),
    ],
}
OUTSIDE = {
    "score.mean_score": [
        calc(Uniform(0, p).expect(-1 / p + 0 * x)).eq(0, by=score(p)),
        calc(Exponential(p).expect(1 / p + x)).eq(0, by=score(p)),
        calc(Exponential(p).expect(x)).eq(0, by=score(p)),
        zero(Exponential(p), p, value=1),
        calc(Exponential(p).expect(1 / p - x)).eq(0, by=score(q)),
        calc(Normal(m, s).expect((x - m) / s**2 + 1)).eq(0, by=score(m)),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)
