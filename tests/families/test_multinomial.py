"""Multinomial laws, against sums over all vectors of counts that are written out here."""

from __future__ import annotations

from functools import partial
from itertools import product
from math import factorial

import mpmath
import pytest
from sympy import Rational, Symbol, sympify

from symbolic_info.audit import value
from symbolic_info.data import derivation_from_json, derivation_to_json
from symbolic_info.engine import derive, row
from symbolic_info.families import Multinomial
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import Derivation
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.bounds import Unreadable
from symbolic_info.language.domains import Natural, Positive
from symbolic_info.language.parse import question
from symbolic_info.language.terms import KL, Entropy
from symbolic_info.tactics.closed_form import closed_form

DIGITS = 40
P, Q = "Multinomial(n, p_1, p_2, p_3)", "Multinomial(n, q_1, q_2, q_3)"
POINTS = [
    (4, (Rational(1, 2), Rational(1, 3), Rational(1, 6)), (Rational(1, 7), Rational(4, 7), Rational(2, 7))),
    (7, (Rational(1, 9), Rational(3, 9), Rational(5, 9)), (Rational(2, 5), Rational(2, 5), Rational(1, 5))),
]


def masses(n: int, p: tuple[Rational, ...]) -> dict[tuple[int, ...], mpmath.mpf]:
    """n!/(x₁! … x_k!) ∏ pᵢ^xᵢ for every vector of counts."""
    made = {}
    for x in product(range(n + 1), repeat=len(p)):
        if sum(x) == n:
            ways = factorial(n)
            for i in x:
                ways //= factorial(i)
            made[x] = ways * mpmath.fprod((mpmath.mpf(a.p) / a.q) ** i for a, i in zip(p, x, strict=True))
    return made


def mean(n, p, f) -> mpmath.mpf:
    return mpmath.fsum(m * f(x) for x, m in masses(n, p).items())


def entropy(n, p, q) -> mpmath.mpf:
    return -mpmath.fsum(m * mpmath.log(m) for m in masses(n, p).values())


def cross(n, p, q) -> mpmath.mpf:
    other = masses(n, q)
    return -mpmath.fsum(m * mpmath.log(other[x]) for x, m in masses(n, p).items())


def information(n, p, q) -> mpmath.mpf:
    """I(X; Y) of the first two of three counts."""
    both = {x[:2]: m for x, m in masses(n, p).items()}
    first = [mpmath.fsum(m for x, m in both.items() if x[0] == i) for i in range(n + 1)]
    second = [mpmath.fsum(m for x, m in both.items() if x[1] == i) for i in range(n + 1)]
    return mpmath.fsum(m * mpmath.log(m / (first[x] * second[y])) for (x, y), m in both.items())


VALUES = {
    f"KL({P}, {Q})": lambda n, p, q: cross(n, p, q) - entropy(n, p, q),
    f"E({P}, x)": lambda n, p, q: mean(n, p, lambda x: x[0]),
    f"E({P}, z)": lambda n, p, q: mean(n, p, lambda x: x[2]),
    f"E({P}, x*y)": lambda n, p, q: mean(n, p, lambda x: x[0] * x[1]),
    f"E({P}, y*z**2)": lambda n, p, q: mean(n, p, lambda x: x[1] * x[2] ** 2),
    f"E({P}, (x - n*p_1)*(z - n*p_3))": lambda n, p, q: -n * mpmath.mpf((p[0] * p[2]).p) / (p[0] * p[2]).q,
    f"Hellinger2({P}, {Q})": lambda n, p, q: (
        1 - mpmath.fsum(mpmath.sqrt(m * masses(n, q)[x]) for x, m in masses(n, p).items())
    ),
}


def place(n: int, p, q) -> dict[str, Rational]:
    named = {f"p_{i}": a for i, a in enumerate(p, 1)} | {f"q_{i}": a for i, a in enumerate(q, 1)}
    return {"n": Rational(n), **named}


@pytest.mark.parametrize("asked", VALUES)
def test_every_value_is_the_sum_over_all_counts(asked):
    found = row(derive(asked))
    assert found["status"] == "proved", found["reason"]
    with mpmath.workdps(DIGITS):
        for n, p, q in POINTS:
            at = {Symbol(k): v for k, v in place(n, p, q).items()}
            made = mpmath.mpf(str(sympify(found["result"]).subs(at).evalf(DIGITS)))
            assert abs(made - VALUES[asked](n, p, q)) < mpmath.mpf(10) ** -33


REDUCED = {f"H({P})": entropy, f"CE({P}, {Q})": cross, f"I({P})": information}


@pytest.mark.parametrize("asked", REDUCED)
def test_what_keeps_a_mean_of_factorials_is_reduced_and_right(asked):
    found = derive(asked)
    assert found.status == "reduced" and "factorial" in found.reason
    last = found.theorem.claim.right
    with mpmath.workdps(DIGITS):
        for n, p, q in POINTS:
            there = place(n, p, q)
            numeric = last.xreplace({s: there[s.name] for s in last.free_symbols})
            assert abs(value(numeric, 30) - REDUCED[asked](n, p, q)) < mpmath.mpf(10) ** -28


@pytest.mark.parametrize(
    ("law", "n", "p"),
    [
        ("Multinomial(3, 1/2, 1/4, 1/4)", 3, (Rational(1, 2), Rational(1, 4), Rational(1, 4))),
        ("Multinomial(2, 1/5, 2/5, 1/5, 1/5)", 2, (Rational(1, 5), Rational(2, 5), Rational(1, 5), Rational(1, 5))),
    ],
)
def test_few_trials_are_written_out(law, n, p):
    found = derive(f"H({law})")
    assert found.status == "proved"
    with mpmath.workdps(DIGITS):
        made = mpmath.mpf(str(found.theorem.claim.right.evalf(DIGITS)))
        assert abs(made - entropy(n, p, p)) < mpmath.mpf(10) ** -35


WRITTEN = {
    f"KL({P}, {Q})": "n·(p₁ log(p₁/q₁) + p₂ log(p₂/q₂) + p₃ log(p₃/q₃))",
    f"E({P}, z)": "np₃",
    f"E({P}, (x - n*p_1)*(y - n*p_2))": "−np₁p₂",
    f"H({P})": "E[log X!] + E[log Y!] + E[log (n − X − Y)!] − log n! − np₁ log p₁ − np₂ log p₂ − np₃ log p₃",
    "KL(Multinomial(n, p, 1 - p), Multinomial(n, q, 1 - q))": "n·(p log(p/q) + (1 − p) log((1 − p)/(1 − q)))",
}


@pytest.mark.parametrize("asked", WRITTEN)
def test_it_reads_as_in_a_textbook(asked):
    assert derive(asked).solution.right.text == WRITTEN[asked]


REFUSED = {
    "KL(Multinomial(n, p_1, p_2), »Multinomial(m, p_1, p_2))": "the first has n trials with 2 outcomes, this m trials",
    "KL(Multinomial(3, 1/2, 1/2), »Multinomial(4, 1/2, 1/2))": "both laws must be of one size",
    "KL(Multinomial(n, 1/2, 1/2), »Multinomial(n, 1/4, 1/4, 1/2))": "the first has n trials with 2 outcomes",
    "H(Multinomial(»5/2, 1/2, 1/2))": "n of Multinomial must be a positive whole number, not 5/2",
    "H(Multinomial(3, »1/2, 1/3))": "the probabilities of Multinomial add up to 5/6, not to 1",
    "H(Multinomial(3, 1/2, 1/2, »0))": "must be positive",
    "H(»Multinomial(3))": "takes at least 2 parameters (n, p_1, p_2, …), not 1",
    "H(»Multinomial(3, 1))": "Multinomial takes 2 to 9 positive probabilities, not 1",
}


@pytest.mark.parametrize("marked", REFUSED)
def test_what_is_no_multinomial_law_is_refused_in_its_place(marked):
    with pytest.raises(Unreadable) as error:
        question(marked.replace("»", ""))
    assert REFUSED[marked] in error.value.message and error.value.position == marked.index("»")


n, p, q = Natural().symbol("n"), Positive().symbol("p"), Positive().symbol("q")
GIVEN = [p + q < 1]
law = Multinomial(n, p, q, 1 - p - q)


def test_of_different_numbers_of_trials_nothing_is_claimed():
    for first, second in [(3, 4), (4, 3), (n, n + 1)]:
        asked = KL(Multinomial(first, p, q, 1 - p - q), Multinomial(second, p, q, 1 - p - q))
        assert closed_form(asked, GIVEN).theorem is None


WRONG = [Multinomial(n, p, q, p), Multinomial(n, p, -q, 1 - p + q), Multinomial(-n, p, 1 - p)]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_law_that_is_not_known_to_be_one_is_refused(wrong):
    with pytest.raises(Rejected):
        check(Derivation(Entropy(wrong)))


def test_lies_are_found_out(monkeypatch):
    true = Multinomial.tilts

    def tilted(self, *point_and_t):
        for x, other in true(self, *point_and_t):
            yield x, Multinomial(other.args[0], *other.args[:0:-1])

    with monkeypatch.context() as lie:
        lie.setattr(Multinomial, "tilts", tilted)
        assert closed_form(law.expect(law.rest(Symbol("u"))), GIVEN) is not None
        assert derive("E(Multinomial(m, r_1, r_2, r_3), x)").status != "proved"
    wrong = partial(Multinomial.marginal, law)
    with monkeypatch.context() as lie:
        lie.setattr(Multinomial, "marginal", lambda self, places: Multinomial(self.args[0], *self.args[:0:-1]))
        assert wrong((0,)) != law.marginal((0,))
        assert derive("H(Multinomial(m, s_1, s_2, s_3), given=X)").status != "proved"


def test_to_data_and_back():
    theorem = derive(f"KL({P}, {Q})").theorem
    assert derivation_from_json(derivation_to_json(theorem.derivation)) == theorem.derivation
