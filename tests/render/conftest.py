"""Stand-ins for theorems: rendering looks at what a theorem says, and only `check` could make a real one."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from sympy import Eq, Integer, Rational, Symbol, digamma, log, loggamma, symbols

from symbolic_info.families.bernoulli import Bernoulli
from symbolic_info.families.discrete_uniform import DiscreteUniform
from symbolic_info.families.gamma import Gamma
from symbolic_info.families.normal import Normal
from symbolic_info.kernel.check import Citation
from symbolic_info.kernel.derivation import calc
from symbolic_info.kernel.rule import Rule
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Covers, Finite
from symbolic_info.language.distribution import Law
from symbolic_info.language.images import scaled
from symbolic_info.language.joint import Joint, entropy, mutual_information
from symbolic_info.language.marginals import ProductLaw
from symbolic_info.language.operators import maximum
from symbolic_info.language.terms import KL, Density, Entropy
from symbolic_info.render.solution import solution

definition, linearity, moments = Rule("definition"), Rule("linearity"), Rule("moments")
half = Rational(1, 2)


@dataclass(frozen=True)
class Numbers:
    """A stand-in for an audit."""

    points: int = 5
    digits: int | None = 31
    against: str = "quadrature of the definition"
    ok: bool = True
    reason: str = ""
    samples: tuple = field(default=(({"mu_1": half, "sigma_1": Integer(1)}, "0.318147180559945309417232121458"),))


def theorem(derivation, relation="=", equality=None, status="proved"):
    rules = dict.fromkeys(r.name for step in derivation.steps for r in step.by)
    claim = SimpleNamespace(
        left=derivation.start, relation=relation, right=derivation.lines[-1], given=derivation.given
    )
    return SimpleNamespace(derivation=derivation, claim=claim, equality=equality, status=status, rules=tuple(rules))


def _normal():
    m, n = symbols("mu_1 mu_2", real=True)
    s, t = symbols("sigma_1 sigma_2", positive=True)
    P, Q = Normal(m, s), Normal(n, t)
    E = P.expect
    chain = (
        calc(KL(P, Q))
        .eq(E(log(t / s) + (x - n) ** 2 / (2 * t**2) - (x - m) ** 2 / (2 * s**2)), definition)
        .eq(log(t / s) + E((x - n) ** 2) / (2 * t**2) - E((x - m) ** 2) / (2 * s**2), linearity)
        .eq(log(t / s) + (s**2 + (m - n) ** 2) / (2 * t**2) - half, (linearity, moments))
    )
    return solution(theorem(chain), title="Two normal laws", note="Two moments are enough.", audit=Numbers())


def _coin():
    p = Symbol("phi", positive=True)
    P = Bernoulli(p)
    gibbs = Citation("divergence/gibbs", calc(KL(Law("P"), Law("Q"))))
    chain = calc(Entropy(P)).eq(log(2) - KL(P, Bernoulli(half)), (definition, linearity, moments)).le(log(2), gibbs)
    return solution(theorem(chain, "<=", (Eq(p, half),)))


def _fair():
    p = Symbol("phi", positive=True)
    P = Bernoulli(p)
    chain = (
        calc(maximum(Entropy(P), p))
        .eq(maximum(-p * log(p) - (1 - p) * log(1 - p), p), (definition, moments))
        .eq(log(2), Rule("stationary point")(half))
    )
    return solution(theorem(chain), unit="bits")


def _scaling():
    a = Symbol("a", positive=True)
    f = Law("f")
    aX = scaled(f, a)
    chain = (
        calc(Entropy(aX), given=[Finite(f.expect(log(Density(f, x))))])
        .eq(aX.expect(-log(Density(f, x / a) / a)), definition)
        .eq(f.expect(-log(Density(f, x) / a)), Rule("change of variable"))
        .eq(Entropy(f) + log(a), (linearity, definition))
    )
    return solution(theorem(chain), title="Scaling adds log a")


def _gibbs():
    P, Q = Law("P"), Law("Q")
    p, q = Density(P, x), Density(Q, x)
    chain = (
        calc(KL(P, Q), given=[Covers(P, Q)])
        .eq(P.expect(-log(q / p)), definition)
        .ge(P.expect(1 - q / p), Rule("log t ≤ t − 1"))
        .ge(Integer(0), Rule("normalisation"))
    )
    return solution(theorem(chain, ">=", (Eq(p, q),)), title="Gibbs' <inequality> & 100% of $x_1$")


def _gamma():
    a, b, c, d = symbols("alpha_1 beta_1 alpha_2 beta_2", positive=True)
    P, Q = Gamma(a, b), Gamma(c, d)
    terms = a * log(b) - loggamma(a) - c * log(d) + loggamma(c)
    chain = (
        calc(KL(P, Q))
        .eq(P.expect(terms + (a - c) * log(x) - (b - d) * x), definition)
        .eq(terms + (a - c) * P.expect(log(x)) - (b - d) * P.expect(x), linearity)
        .eq((a - c) * digamma(a) - loggamma(a) + loggamma(c) + c * log(b / d) + a * (d - b) / b, moments)
    )
    return solution(theorem(chain))


def _mutual():
    J = Joint("X", "Y")
    X, Y = J.coordinates
    chain = (
        calc(mutual_information(J))
        .eq(KL(J, ProductLaw(J)), definition)
        .eq(entropy(J, (X,)) - entropy(J, (X,), (Y,)), definition)
    )
    return solution(theorem(chain))


def _vacuous():
    k = Symbol("k", integer=True, positive=True)
    return solution(
        theorem(calc(Entropy(DiscreteUniform(k))).eq(log(k), definition), status="vacuous"),
        audit=Numbers(ok=False, reason="no admissible point"),
    )


SAMPLES = {
    "normal": _normal,
    "coin": _coin,
    "fair": _fair,
    "scaling": _scaling,
    "gibbs": _gibbs,
    "gamma": _gamma,
    "mutual": _mutual,
    "vacuous": _vacuous,
}


@pytest.fixture(scope="session")
def solutions():
    """Solutions of many shapes, by name."""
    return {name: make() for name, make in SAMPLES.items()}
