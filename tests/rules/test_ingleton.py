"""Ingleton's inequality: under the conditions that are known to suffice, and under others."""

from itertools import product
from random import Random

import pytest
from sympy import Add, Eq, Tuple

from symbolic_info.kernel.derivation import calc
from symbolic_info.language.joint import Joint, entropy, mutual_information
from symbolic_info.language.support import COUNTING, FINITE
from symbolic_info.rules import RULES

from .table import three_from

NAMES = ("A", "B", "C", "D", "E")
J, WIDE = Joint(*NAMES, of=FINITE), Joint(*NAMES, of=COUNTING)
A, B, C, D, E = J.coordinates


def i(a, b, given=(), law=J):
    return mutual_information(law, a, b, given)


def zero(term):
    return Eq(term, 0, evaluate=False)


def bound(w=(), a=A, b=B, c=C, d=D, law=J):
    return Add(i(c, d, (a, *w), law), i(c, d, (b, *w), law), i(a, b, w, law))


def step(*facts, w=(), a=A, b=B, c=C, d=D, law=J):
    by = RULES["conditional_ingleton"](Tuple(a), Tuple(b))
    return calc(i(c, d, w, law), given=facts).le(bound(w, a, b, c, d, law), by=by)


APART = zero(i(A, B, C))
INSIDE = {
    "conditional_ingleton.ingleton": [
        step(APART, zero(i(A, B))),
        step(APART, zero(i(B, D, C))),
        step(APART, zero(entropy(J, C, (A, B)))),
        step(zero(i(A, B, D)), zero(entropy(J, D, (A, B)))),
        step(zero(i(A, C, D)), zero(i(A, D, C))),
        step(zero(i(B, C, D)), zero(i(C, D, B))),
        step(zero(i(A, D, C)), zero(i(C, D, A))),
        step(zero(i(A, B, (C, E))), zero(i(A, B, E)), w=(E,)),
    ],
}
OUTSIDE = {
    "conditional_ingleton.ingleton": [
        step(),
        step(APART),
        step(zero(i(A, B))),
        step(zero(entropy(J, C, (A, B)))),
        step(zero(i(A, C, D))),
        step(zero(i(C, D, A))),
        step(APART, zero(entropy(J, D, (A, B)))),
        step(APART, zero(i(A, B)), w=(E,)),
        step(zero(i(A, B, C, WIDE)), zero(i(A, B, law=WIDE)), law=WIDE),
    ],
}
test_inside, test_outside, test_agrees = three_from(INSIDE, OUTSIDE)


def test_it_holds_for_laws_that_satisfy_a_condition():
    """Random laws with p(a, b, c) = p(a, c) p(b, c)/p(c) and each of the first three conditions, in doubles."""
    from math import log

    random = Random(3)

    def h(p, places):
        sums = {}
        for x, v in p.items():
            key = tuple(x[k] for k in places)
            sums[key] = sums.get(key, 0.0) + v
        return -sum(v * log(v) for v in sums.values() if v > 0)

    def gap(p):
        def mi(x, y, w=()):
            return h(p, (*x, *w)) + h(p, (*y, *w)) - h(p, (*x, *y, *w)) - h(p, w)

        return mi((2,), (3,), (0,)) + mi((2,), (3,), (1,)) + mi((0,), (1,)) - mi((2,), (3,))

    for _ in range(40):
        # B and D independent given C, and A of B given C
        pc = [random.random() for _ in range(2)]
        b = [[random.random() for _ in range(3)] for _ in pc]
        ad = [[random.random() for _ in range(9)] for _ in pc]
        p = {}
        for c, x, y, z in product(range(2), range(3), range(3), range(3)):
            p[x, y, c, z] = pc[c] / sum(pc) * b[c][y] / sum(b[c]) * ad[c][3 * x + z] / sum(ad[c])
        assert gap(p) > -1e-12
        # A and B independent, and given C, which is constant on blocks; D is anything
        q = {}
        for x, y, z in product(range(3), range(3), range(2)):
            q[x, y, x // 2, z] = pc[0] * random.random()
        law = {}
        for x, y in product(range(3), range(3)):
            total = sum(q[x, y, x // 2, z] for z in range(2))
            for z in range(2):
                law[x, y, x // 2, z] = (1 + x) / 6 * (1 + y) / 6 * q[x, y, x // 2, z] / total
        assert gap(law) > -1e-12


def test_it_is_no_inequality_of_all_laws():
    with pytest.raises(Exception, match="step 1"):
        from symbolic_info.kernel.check import check

        check(step(APART))
