"""What holds with probability 1, and conditional laws: inside and outside."""

import pytest
from sympy import Abs, Eq, exp, log, symbols

from symbolic_info.families import Exponential, Normal
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import x, y
from symbolic_info.language.claims import AlmostSurely, Finite
from symbolic_info.language.distribution import Law
from symbolic_info.language.joint import Joint
from symbolic_info.language.marginals import Conditional, Marginal
from symbolic_info.language.support import COUNTING, FINITE
from symbolic_info.rules import RULES

from .table import three_from

almost_surely, nonnegative, tower = (RULES[n] for n in ("almost_surely", "nonnegative", "tower"))
a, m = symbols("a m", real=True)
p, s = symbols("p s", positive=True)
f, g = Law("f"), Law("g")
J, K = Joint("X", "Y", of=FINITE), Joint("X", "Y")
X, Y = J.coordinates
SAME = AlmostSurely(f, Eq(log(g.density(x)), log(f.density(x))), x)
C = Joint("X", "Y", of=COUNTING)
counted = Conditional(C, (X,), (Y,), (y,)).expect(x * y, x)
inner = Conditional(J, (X,), (Y,), (y,)).expect(x * y, x)

INSIDE = {
    "almost_surely.replaced": [
        calc(f.expect(Abs(x) + 1), given=[AlmostSurely(f, Eq(Abs(x), x), x)]).eq(f.expect(x + 1), by=almost_surely),
    ],
    "nonnegative.mean": [
        calc(Normal(m, s).expect((x - m) ** 2)).ge(0, by=nonnegative),
        calc(f.expect(Abs(x))).ge(0, by=nonnegative),
        calc(1 - Exponential(p).expect(x)).le(1, by=nonnegative),
    ],
    "tower.total_expectation": [
        calc(J.expect(x * y, (x, y))).eq(Marginal(J, (Y,)).expect(inner, y), by=tower),
    ],
    "tower.finite_part": [
        (Finite(inner), []),
        (Finite(counted), [Finite(C.expect(x * y, (x, y)))]),
    ],
}
OUTSIDE = {
    "almost_surely.replaced": [
        calc(f.expect(Abs(x))).eq(f.expect(x), by=almost_surely),
        calc(g.expect(Abs(x)), given=[AlmostSurely(f, Eq(Abs(x), x), x)]).eq(g.expect(x), by=almost_surely),
        calc(f.expect(Abs(x)), given=[AlmostSurely(f, Eq(x**2, x), x)]).eq(f.expect(x), by=almost_surely),
    ],
    "nonnegative.mean": [
        calc(Normal(m, s).expect(x)).ge(0, by=nonnegative),
        calc(Normal(m, s).expect(x**3)).ge(0, by=nonnegative),
        calc(f.expect(Abs(x))).gt(0, by=nonnegative),
        calc(f.expect(Abs(x))).le(0, by=nonnegative),
        calc(f.expect(exp(x) - 1)).ge(0, by=nonnegative),
        calc(a * Exponential(p).expect(x)).ge(0, by=nonnegative),
    ],
    "tower.total_expectation": [
        calc(J.expect(x * y, (x, y))).eq(Marginal(J, (X,)).expect(x**2, x), by=tower),
        calc(J.expect(x * y, (x, y))).eq(J.expect(x, (x, y)) * J.expect(y, (x, y)), by=tower),
        calc(K.expect(x * y, (x, y))).eq(
            Marginal(K, (Y,)).expect(Conditional(K, (X,), (Y,), (y,)).expect(x * y, x), y), by=tower
        ),
        calc(f.expect(x)).eq(a, by=tower),
    ],
    "tower.finite_part": [
        (Finite(counted), []),
        (Finite(counted), [Finite(C.expect(y, (x, y)))]),
        (Finite(Conditional(K, (X,), (Y,), (y,)).expect(x * y, x)), [Finite(K.expect(x * y, (x, y)))]),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_finiteness_is_a_condition_of_the_tower():
    right = Marginal(C, (Y,)).expect(counted, y)
    chain = calc(C.expect(x * y, (x, y)), given=[Finite(C.expect(x * y, (x, y)))]).eq(right, by=tower)
    assert check(chain).status == "proved"
    with pytest.raises(Rejected, match="finite"):
        check(calc(C.expect(x * y, (x, y))).eq(right, by=tower))
