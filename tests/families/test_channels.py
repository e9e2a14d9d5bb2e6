"""Channels: joint laws of input and output, against sums that are written out here."""

from random import Random

import mpmath
import pytest
from sympy import Rational, Symbol, sympify

from symbolic_info.audit import audit
from symbolic_info.data import derivation_from_json, derivation_to_json
from symbolic_info.engine import derive, row
from symbolic_info.families import BEC, BSC
from symbolic_info.kernel.check import check
from symbolic_info.kernel.derivation import Derivation
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.joint import entropy
from symbolic_info.language.marginals import Marginal
from symbolic_info.language.terms import Entropy
from symbolic_info.tactics.closed_form import closed_form

from .declarations import wrong_declarations

BITS = (0, 1)
DIGITS = 40


def table(name: str, p: mpmath.mpf, e: mpmath.mpf) -> dict[tuple[int, int], mpmath.mpf]:
    """p(x, y), from the words: a bit is flipped, or erased, with probability e."""
    flipped = (lambda x: 1 - x) if name == "BSC" else (lambda x: 2)
    chance = {0: 1 - p, 1: p}
    return {(x, x): chance[x] * (1 - e) for x in BITS} | {(x, flipped(x)): chance[x] * e for x in BITS}


def h(masses) -> mpmath.mpf:
    return -sum((m * mpmath.log(m) for m in masses if m > 0), mpmath.mpf(0))


def margin(cells, i: int) -> list[mpmath.mpf]:
    return [sum(m for at, m in cells.items() if at[i] == v) for v in sorted({at[i] for at in cells})]


def joint(cells) -> mpmath.mpf:
    return h(cells.values())


QUANTITIES = {
    "H({})": joint,
    "H({}, given=Y)": lambda c: joint(c) - h(margin(c, 1)),
    "H({}, given=X)": lambda c: joint(c) - h(margin(c, 0)),
    "I({})": lambda c: h(margin(c, 0)) + h(margin(c, 1)) - joint(c),
    "E({}, x*y)": lambda c: sum(x * y * m for (x, y), m in c.items()),
}


def at(result: str, values: dict[str, Rational]) -> mpmath.mpf:
    found = sympify(result).subs({Symbol(n): v for n, v in values.items()})
    return mpmath.mpf(str(found.evalf(DIGITS)))


@pytest.mark.parametrize("asked", QUANTITIES)
@pytest.mark.parametrize("name", ["BSC", "BEC"])
def test_every_quantity_is_the_sum_written_out(name, asked):
    found = row(derive(asked.format(f"{name}(p, epsilon)")))
    assert found["status"] == "proved" and found["given"] == ["0 < p < 1", "0 < epsilon < 1"]
    random = Random(7)
    with mpmath.workdps(DIGITS):
        for _ in range(4):
            p, e = (Rational(random.randint(1, 28), 29) for _ in range(2))
            exact = QUANTITIES[asked](table(name, mpmath.mpf(p.p) / p.q, mpmath.mpf(e.p) / e.q))
            assert abs(at(found["result"], {"p": p, "epsilon": e}) - exact) < mpmath.mpf(10) ** -35


@pytest.mark.parametrize("name", ["BSC", "BEC"])
@pytest.mark.parametrize("p", ["0", "1/3", "1"])
@pytest.mark.parametrize("e", ["0", "1/5", "1"])
def test_probabilities_that_are_written_0_or_1(name, p, e):
    for asked, exact in QUANTITIES.items():
        found = derive(asked.format(f"{name}({p}, {e})"))
        assert found.status == "proved", asked
        cells = table(name, float(Rational(p)), float(Rational(e)))
        assert abs(at(str(found.theorem.claim.right), {}) - exact(cells)) < 1e-12


WRITTEN = {
    "I(BSC(p, epsilon))": "ε log ε + (1 − ε) log(1 − ε) − (ε·(1 − p) + p·(1 − ε)) log(ε·(1 − p) + p·(1 − ε))"
    " − (εp + (1 − ε)(1 − p)) log(εp + (1 − ε)(1 − p))",
    "I(BEC(p, epsilon))": "−(1 − ε)(p log p + (1 − p) log(1 − p))",
    "H(BEC(p, epsilon), given=Y)": "−ε·(p log p + (1 − p) log(1 − p))",
    "H(BSC(p, epsilon), given=X)": "−ε log ε − (1 − ε) log(1 − ε)",
    "H(BEC(p, epsilon))": "−ε log ε − (1 − ε) log(1 − ε) − p log p − (1 − p) log(1 − p)",
    "KL(BSC(p, epsilon), BSC(q, delta))": "ε log(ε/δ) + (1 − ε) log((1 − ε)/(1 − δ)) + p log(p/q)"
    " + (1 − p) log((1 − p)/(1 − q))",
    "max(I(BSC(p, epsilon)), p)": "ε log ε + (1 − ε) log(1 − ε) + log 2",  # the capacity
    "max(I(BEC(p, epsilon)), p)": "(1 − ε) log 2",
    "Fisher(BSC(p, epsilon), p)": "1/(p·(1 − p))",
    "Hellinger2(BSC(1/2, epsilon), BSC(1/2, delta))": "1 − √(δε) − √((1 − δ)(1 − ε))",
}


@pytest.mark.parametrize("asked", WRITTEN)
def test_it_reads_as_in_a_textbook(asked):
    found = derive(asked)
    assert (found.status, found.solution.right.text) == ("proved", WRITTEN[asked])


def test_the_statement_says_what_x_and_y_are():
    shown = row(derive("H(BSC(p, epsilon), given=Y)"))
    solution = derive("H(BSC(p, epsilon))").solution
    said = "".join(part if isinstance(part, str) else part.text for part in solution.statement)
    assert said == (
        "Let X ~ Bernoulli(p) enter a binary symmetric channel with crossover probability ε and Y leave it. "
        "Derive H(X, Y)."
    )
    assert r"\operatorname{BSC}" not in shown["latex"]


def test_of_two_channels_each_information_says_whose_it_is():
    solution = derive("I(BSC(p, epsilon)) - I(BEC(p, epsilon))").solution
    assert solution.start.text == "I_Q(X; Y) − I_P(X; Y)"


def test_a_channel_outside_the_support_of_another_diverges_from_it():
    assert derive("KL(BSC(p, epsilon), BEC(p, epsilon))").status == "infinite"
    assert derive("KL(BEC(p, epsilon), BSC(p, epsilon))").status == "infinite"
    assert derive("KL(BSC(p, 0), BEC(q, epsilon))").status == "proved"
    assert derive("KL(BSC(p, epsilon), BSC(p, 0))").status == "infinite"


p, e, free = Symbol("p", positive=True), Symbol("epsilon", positive=True), Symbol("q", real=True)


@pytest.mark.parametrize(
    "law", [BSC(2, e), BSC(p, -1), BEC(free, Rational(1, 2)), BEC(Rational(1, 2), free), BSC(p, e)]
)
def test_a_channel_whose_probabilities_are_not_known_to_be_such_is_refused(law):
    with pytest.raises(Rejected):
        check(Derivation(Entropy(law)))


@pytest.mark.parametrize("kind", [BSC, BEC])
def test_the_input_is_bernoulli_and_everything_goes_to_data_and_back(kind):
    law = kind(p, e)
    input_law = Marginal(law, law.coordinates[:1])
    assert {at: m.factor() for at, m in input_law.cells.items()} == {(0,): 1 - p, (1,): p}
    assert sum(law.cells.values()).expand() == 1
    theorem = closed_form(entropy(law, given=law.coordinates[1:]), [p < 1, e < 1]).theorem
    again = derivation_from_json(derivation_to_json(theorem.derivation))
    assert again == theorem.derivation and audit(check(again)).ok


@pytest.mark.parametrize("kind", [BSC, BEC])
def test_every_wrong_channel_is_another_one(kind):
    third = Rational(1, 3)
    right = {at: m for at, m in table(kind.__name__, third, Rational(1, 5)).items() if m != 0}
    assert kind(third, Rational(1, 5)).cells == right
    made = list(wrong_declarations(kind))
    assert len(made) >= 4
    assert [what for what, wrong in made if wrong(third, Rational(1, 5)).cells == right] == []


def test_a_channel_that_lies_is_found_out(monkeypatch):
    """Were the rows of the channel no probabilities, the cross-check would say so."""
    monkeypatch.setattr(BSC, "outputs", classmethod(lambda cls, e, x: {x: 1 - e, 1 - x: e / 2}))
    reason = derive("H(BSC(r, eta))").audit.reason
    assert "adds up to" in reason and "not to 1" in reason


def test_halfway_between_two_channels():
    found = derive("JS(BSC(p, epsilon), BEC(q, delta))")
    assert found.status == "proved"
    p, e, q, d = Rational(1, 3), Rational(1, 5), Rational(3, 4), Rational(2, 7)
    one, other = table("BSC", mpmath.mpf(1) / 3, mpmath.mpf(1) / 5), table("BEC", mpmath.mpf(3) / 4, mpmath.mpf(2) / 7)
    middle = [(one.get(k, 0) + other.get(k, 0)) / 2 for k in one | other]
    made = at(str(found.theorem.claim.right), {"p": p, "epsilon": e, "q": q, "delta": d})
    assert abs(made - (h(middle) - joint(one) / 2 - joint(other) / 2)) < 1e-12


def test_tables_of_symbols_keep_the_names_of_their_cells():
    solution = derive("I(Table([[a, b], [c, d]]))").solution
    assert solution.right.text == (
        "a log a + b log b + c log c + d log d − (a + b) log(a + b) − (a + c) log(a + c) − (b + d) log(b + d)"
        " − (c + d) log(c + d)"
    )
