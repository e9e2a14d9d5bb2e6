"""Products of many factors, and functions that turn products into sums: inside and outside."""

from sympy import Rational, Symbol, exp, log, oo, symbols
from sympy.core.symbol import Str

from symbolic_info.kernel.derivation import calc
from symbolic_info.language.claims import AddsOverIndependentEvents, Falls, Finite
from symbolic_info.language.operators import Product, Sum
from symbolic_info.language.terms import Value
from symbolic_info.rules import RULES

from .table import three_from

many, cauchy, falling = (RULES[n] for n in ("product_of_many", "cauchy_equation", "decreasing"))
a = Symbol("a", real=True)
p, q = symbols("p q", positive=True)
n = Symbol("n", integer=True, positive=True)
i = Symbol("i", integer=True, positive=True)
NAME = Str("J")
BOTH = [AddsOverIndependentEvents(NAME), Falls(NAME), p <= 1]
half = Rational(1, 2)


def J(at):
    return Value(NAME, at)


INSIDE = {
    "product_of_many.log_of_product": [
        calc(log(Product(1, n, p * i, i))).eq(Sum(1, n, log(p * i), i), by=many),
        calc(log(Product(1, n, exp(i), i))).eq(Sum(1, n, i, i), by=many),
    ],
    "product_of_many.constant": [
        calc(Product(1, n, p, i)).eq(p**n, by=many),
    ],
    "cauchy_equation.additive": [
        calc(J(p), given=BOTH).eq(-J(exp(-1)) * log(p), by=cauchy),
    ],
    "cauchy_equation.finite_value": [
        (Finite(J(p)), [p <= 1]),
        (Finite(J(half)), []),
    ],
    "decreasing.above_the_end": [
        calc(J(p), given=[Falls(NAME), p < 1]).gt(J(1), by=falling),
    ],
}
OUTSIDE = {
    "product_of_many.log_of_product": [
        calc(log(Product(1, n, p * i, i))).eq(log(p) + Sum(1, n, log(i), i), by=many),
        calc(log(Product(1, n, p * i, i))).eq(Sum(1, n, p * i, i), by=many),
    ],
    "product_of_many.constant": [
        calc(Product(1, n, p, i)).eq(p ** (n + 1), by=many),
        calc(Product(1, n, p * i, i)).eq(p**n * i, by=many),
        calc(Product(1, n, p, i)).eq(n * p, by=many),
    ],
    "cauchy_equation.additive": [
        calc(J(p), given=[Falls(NAME), p <= 1]).eq(-J(exp(-1)) * log(p), by=cauchy),
        calc(J(p), given=[AddsOverIndependentEvents(NAME), p <= 1]).eq(-J(exp(-1)) * log(p), by=cauchy),
        calc(J(p), given=BOTH).eq(J(exp(-1)) * log(p), by=cauchy),
        calc(J(p), given=[AddsOverIndependentEvents(NAME), Falls(NAME)]).eq(-J(exp(-1)) * log(p), by=cauchy),
    ],
    "cauchy_equation.finite_value": [
        (Finite(J(p)), []),
        (Finite(J(a)), [a < 1]),
        (Finite(J(2)), []),
    ],
    "decreasing.above_the_end": [
        calc(J(p), given=[Falls(NAME)]).gt(J(1), by=falling),
        calc(J(p), given=[p < 1]).gt(J(1), by=falling),
        calc(J(p), given=[Falls(NAME), p < 1]).lt(J(1), by=falling),
        calc(J(p), given=[Falls(NAME), p <= 1]).gt(J(1), by=falling),
        calc(J(p), given=[Falls(NAME), p < 1]).gt(J(q), by=falling),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_a_product_without_end_is_no_line():
    import pytest

    from symbolic_info.kernel.check import check
    from symbolic_info.kernel.rule import Rejected

    for e in (Product(1, oo, p, i), log(Product(1, oo, p, i))):
        with pytest.raises(Rejected):
            check(calc(e + 1).eq(e + 1, by=many))
