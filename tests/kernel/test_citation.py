"""A checked theorem as a reason for what comes after it: its instances, its conditions, and nothing else."""

import dataclasses
import sys

import pytest
from sympy import Eq, Ne, Rational, Symbol, exp, log, symbols

from symbolic_info import library
from symbolic_info.families import Bernoulli, Exponential, Geometric, Normal, Uniform
from symbolic_info.kernel.check import Citation, check
from symbolic_info.kernel.derivation import Derivation, Step, calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Covers, Finite
from symbolic_info.language.distribution import Law
from symbolic_info.language.operators import Integral, maximum
from symbolic_info.language.support import ANY
from symbolic_info.language.terms import KL, Entropy, SelfInformation
from symbolic_info.rules import RULES

algebra, definition, linearity, tilting, log_tangent, normalisation, jensen = (
    RULES[n] for n in ("algebra", "definition", "linearity", "tilting", "log_tangent", "normalisation", "jensen")
)
half = Rational(1, 2)
a, b, m, mu, v = symbols("a b m mu v", real=True)
p, q, s, t = symbols("p q s t", positive=True)
u = Symbol("u", nonnegative=True)
k = Symbol("k", integer=True, positive=True)
P, Q = Law("p", of=ANY), Law("q", of=ANY)
N = Normal


def gibbs():
    ratio = P.density(x) / Q.density(x)
    return Citation(
        "gibbs",
        calc(KL(P, Q), given=[Covers(P, Q)])
        .eq(P.expect(log(ratio)), by=definition)
        .ge(1 - P.expect(1 / ratio), by=log_tangent)
        .ge(0, by=normalisation),
    )


COIN = Citation(
    "coin", calc(Entropy(Bernoulli(p))).eq(-p * log(p) - (1 - p) * log(1 - p), by=(definition, linearity, tilting))
)
SURPRISE = Citation("surprise", calc(SelfInformation(p), given=[p <= 1]).ge(0, by=(definition, algebra)))
MEAN = Citation("mean", calc(N(mu, s).expect(x)).eq(mu, by=tilting))


def refused(derivation):
    with pytest.raises(Rejected):
        check(derivation)


def test_a_theorem_is_cited_for_its_instances():
    theorem = check(calc(Entropy(Bernoulli(half))).eq(log(2), by=(COIN, algebra)))
    assert theorem.rules[0] == "coin" or "coin" in theorem.rules
    assert {"definition", "linearity", "tilting"} <= set(theorem.rules)
    assert check(calc(Entropy(Bernoulli(1 - q)), given=[q < 1]).eq(-q * log(q) - (1 - q) * log(1 - q), by=COIN))


def test_an_instance_may_use_the_names_of_the_theorem_for_other_things():
    """Its p stands for the coin 1 − p: both at once, not one after the other."""
    check(calc(Entropy(Bernoulli(1 - p))).eq(-p * log(p) - (1 - p) * log(1 - p), by=COIN))
    swapped = Citation("kl", calc(N(mu, s).expect(x + m)).eq(mu + m, by=(linearity, tilting)))
    check(calc(N(m, t).expect(x + mu)).eq(mu + m, by=swapped))
    refused(calc(N(m, t).expect(x + mu)).eq(2 * m, by=swapped))


def test_its_conditions_are_shown_again():
    assert check(calc(SelfInformation(half)).ge(0, by=SURPRISE)).status == "proved"
    assert check(calc(SelfInformation(q), given=[q < 1]).ge(0, by=SURPRISE)).status == "proved"
    refused(calc(SelfInformation(q)).ge(0, by=SURPRISE))
    refused(calc(SelfInformation(Rational(3, 2))).ge(0, by=SURPRISE))
    refused(calc(Entropy(Law("f"))).eq(0, by=COIN))


def test_an_abstract_law_stands_for_any():
    g = gibbs()
    assert check(calc(KL(N(0, 1), N(mu, s))).ge(0, by=g)).status == "proved"
    assert check(calc(KL(Geometric(half), Geometric(q))).ge(0, by=g)).status == "proved"
    assert check(calc(KL(Bernoulli(p), Bernoulli(half))).ge(0, by=g)).equality
    assert check(calc(KL(Law("f"), Law("g")), given=[Covers(Law("f"), Law("g"))]).ge(0, by=g))
    refused(calc(KL(Law("f"), Law("g"))).ge(0, by=g))
    refused(calc(KL(Uniform(0, 2), Uniform(0, 1))).ge(0, by=g))
    refused(calc(KL(Bernoulli(p), N(0, 1))).ge(0, by=g))


def test_the_sign_of_the_coefficient_decides():
    g, D = gibbs(), KL(N(0, 1), N(mu, s))
    assert check(calc(1 + 3 * D).ge(1, by=g))
    assert check(calc(1 - D).le(1, by=g))
    assert check(calc(-D / p).le(0, by=g))
    assert check(calc(u * D).ge(0, by=g))
    refused(calc(-D).ge(0, by=g))
    refused(calc(1 + D).le(1, by=g))
    refused(calc(a * D).ge(0, by=g))
    refused(calc(D**2 - D).ge(0, by=g))
    refused(calc(exp(-D)).ge(1, by=g))
    refused(calc(D).gt(0, by=g))


def test_a_strict_theorem_needs_a_coefficient_that_does_not_vanish():
    strict = Citation("strict", calc(N(p, 1).expect(x)).gt(0, by=tilting))
    assert check(calc(2 * N(q, 1).expect(x)).gt(0, by=strict)).claim.relation == ">"
    assert check(calc(-N(q, 1).expect(x)).lt(0, by=strict)).claim.relation == "<"
    assert check(calc(u * N(q, 1).expect(x)).ge(0, by=strict)).claim.relation == ">="
    refused(calc(u * N(q, 1).expect(x)).gt(0, by=strict))
    refused(calc(-u * N(q, 1).expect(x)).lt(0, by=strict))


def test_an_inequality_is_no_equation():
    refused(calc(KL(N(0, 1), N(mu, s))).eq(0, by=gibbs()))
    refused(calc(maximum(KL(N(0, 1), N(v, 1)), v, (0, 1))).ge(0, by=gibbs()))


def test_a_citation_inside_a_binder_shows_its_conditions_there():
    """The entropy of the coin, for every coin between 0 and 1, but not for the coins of (0, 2)."""
    value = -p * log(p) - (1 - p) * log(1 - p)
    assert check(calc(maximum(Entropy(Bernoulli(p)), p, (0, 1))).eq(maximum(value, p, (0, 1)), by=COIN))
    refused(calc(Integral(0, 2, Entropy(Bernoulli(p)), p)).eq(Integral(0, 2, value, p), by=COIN))
    refused(calc(Integral(0, 2, SelfInformation(p), p), given=[p < 1]).ge(0, by=SURPRISE))


def test_a_vacuous_theorem_is_not_cited():
    nonsense = Citation("nonsense", calc(N(mu, s).expect(x), given=[mu < 0, mu > 1]).eq(mu, by=tilting))
    assert check(nonsense.derivation).status == "vacuous"
    refused(calc(N(0, 1).expect(x)).eq(0, by=nonsense))
    refused(calc(p).eq(p, by=nonsense))


def test_a_wrong_derivation_is_not_cited():
    wrong = Citation("wrong", calc(N(mu, s).expect(x)).eq(mu + 1, by=tilting))
    refused(calc(N(0, 1).expect(x)).eq(1, by=wrong))
    refused(calc(p).eq(p, by=wrong))


def test_conditions_between_symbols_are_shown_for_the_instance():
    T = Citation("length", calc(Entropy(Uniform(a, b))).eq(log(b - a), by=(definition, linearity)))
    assert check(calc(Entropy(Uniform(0, p))).eq(log(p), by=T))
    assert check(calc(Entropy(Uniform(m, v)), given=[m < v]).eq(log(v - m), by=T))
    refused(Derivation(Entropy(Uniform(m, v)), (Step("=", log(v - m), (T,)),)))
    apart = Citation("apart", calc(N(mu, s).expect(x), given=[Ne(mu, 0)]).eq(mu, by=tilting))
    refused(calc(N(0, 1).expect(x)).eq(0, by=apart))
    assert check(calc(N(1, 1).expect(x)).eq(1, by=apart))
    one = Citation("one", calc(N(mu, s).expect(x), given=[Eq(mu, 2 * s)]).eq(2 * s, by=tilting))
    refused(calc(N(1, 1).expect(x)).eq(2, by=one))
    assert check(calc(N(2, 1).expect(x)).eq(2, by=one))


def test_assumed_finiteness_is_shown_again():
    f = Law("f")
    T = Citation(
        "parts",
        calc(f.expect(x + x**2), given=[Finite(f.expect(x)), Finite(f.expect(x**2))]).eq(
            f.expect(x) + f.expect(x**2), by=linearity
        ),
    )
    g = Law("g")
    refused(calc(g.expect(x + x**2)).eq(g.expect(x) + g.expect(x**2), by=T))
    assert check(calc(Exponential(p).expect(x + x**2)).eq(Exponential(p).expect(x) + Exponential(p).expect(x**2), by=T))


def test_both_sides_of_an_equation_may_be_cited():
    E = N(mu, s).expect
    T = Citation("square", calc(E((x - mu) ** 2)).eq(E(x**2 - 2 * mu * x + mu**2), by=algebra))
    left, right = N(1, 1).expect(x**2 - 2 * x + 1), N(1, 1).expect((x - 1) ** 2)
    assert check(calc(left).eq(right, by=T))


def test_the_equality_case_goes_with_the_instance():
    theorem = check(calc(KL(Bernoulli(p), Bernoulli(half))).ge(0, by=gibbs()))
    assert theorem.equality is not None
    for condition in theorem.equality:
        assert not condition.has(P) and not condition.has(Q)
    assert check(calc(u * KL(N(0, 1), N(mu, s))).ge(0, by=gibbs())).equality is None


def test_a_citation_is_a_value_and_cannot_be_bent():
    with pytest.raises(dataclasses.FrozenInstanceError):
        COIN.derivation = calc(p)
    assert Citation("coin", COIN.derivation) == COIN


def test_a_cycle_is_impossible(tmp_path, monkeypatch):
    """A derivation is a value: it cannot contain itself.  Files that cite each other do not load."""
    text = "from symbolic_info.blackboard import *\nproof = calc(log(2)).eq(log(2), by=theorem('{}'))\n"
    files = {name: tmp_path / f"{name}.py" for name in ("first_of_two", "second_of_two", "alone")}
    for name, other in zip(files, ("second_of_two", "first_of_two", "alone"), strict=True):
        files[name].write_text(text.format(other))
    monkeypatch.setattr(library, "files", lambda: files)
    monkeypatch.setattr(library, "folder", lambda: tmp_path)
    for name in files:
        with pytest.raises(ImportError, match="cites itself"):
            library.load(name)
    assert not any("of_two" in n for n in sys.modules)


def test_the_library_rests_on_no_cycle():
    """What each derivation of the library rests on is a graph without cycles."""
    needs = {}
    for name in library.names():
        chain = library.load(name)
        needs[name] = {r.name for step in chain.steps for r in step.by if isinstance(r, Citation)}
    done: set[str] = set()
    while len(done) < len(needs):
        ready = {n for n, on in needs.items() if n not in done and on <= done}
        assert ready, f"a cycle among {sorted(set(needs) - done)}"
        done |= ready
