"""The audit sees that an integral diverges, and objects where one that converges is said to be infinite."""

import pytest
from borders import CONVERGENT, ENDLESS
from sympy import oo, symbols, sympify

from symbolic_info.audit import audit_lines
from symbolic_info.exact.given import Given
from symbolic_info.families import Exponential, Gamma, InverseGamma, Levy, Normal, Pareto, Uniform
from symbolic_info.language.domains import conditions_of
from symbolic_info.language.terms import KL, CrossEntropy, Variance

m = symbols("m", real=True)
a, b, p, q = symbols("a b p q", positive=True)


def audited(e, value, *given):
    return audit_lines((e, sympify(value)), ("=",), Given() | conditions_of(e) | given, points=2, digits=15)


@pytest.mark.parametrize(("law", "body", "sure"), ENDLESS)
def test_what_diverges_is_seen_to(law, body, sure):
    found = audited(law.expect(body), oo, *sure)
    assert found.ok and found.infinite and found.points > 0, found.reason
    assert "falls too slowly" in found.reason
    assert not audited(law.expect(body), -oo, *sure).ok
    assert not audited(law.expect(body), 5, *sure).infinite


@pytest.mark.parametrize(("law", "body", "sure"), CONVERGENT)
def test_what_converges_is_not_infinite(law, body, sure):
    for value in (oo, -oo):
        found = audited(law.expect(body), value, *sure)
        assert not found.infinite
        assert not found.ok or "could not run" in found.reason


@pytest.mark.parametrize(
    ("e", "given", "infinite"),
    [
        (KL(Pareto(b, a), Exponential(p)), [a <= 1], True),
        (KL(Pareto(b, a), Exponential(p)), [a > 1], False),
        (KL(Pareto(b, a), Normal(m, p)), [a <= 2], True),
        (KL(Pareto(b, a), Normal(m, p)), [a > 2], False),
        (CrossEntropy(Gamma(a, b), InverseGamma(p, q)), [a <= 1], True),
        (CrossEntropy(Gamma(a, b), InverseGamma(p, q)), [a > 1], False),
        (KL(Uniform(0, b), Levy(0, p)), [], True),
        (Variance(Pareto(b, a)), [a <= 2], True),
        (Variance(Pareto(b, a)), [a > 2], False),
    ],
)
def test_quantities_alike(e, given, infinite):
    assert (audited(e, oo, *given).ok, audited(e, oo, *given).infinite) == (infinite, infinite)
