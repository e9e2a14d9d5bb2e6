"""The text of a result in SymPy's syntax: who puts values in by name finds no function under a parameter's name."""

import pytest
from mpmath import mp
from sympy import Symbol, sympify

from symbolic_info.engine import batch_row

QUESTIONS = {
    "H(BetaPrime(alpha, beta))": {"alpha": "3/2", "beta": "4/3"},
    "H(Beta(alpha, gamma))": {"alpha": "3/2", "gamma": "4/3"},
    "KL(Zeta(s), Zeta(zeta))": {"s": "3", "zeta": "2"},
    "Renyi(3/2, Beta(alpha, beta))": {"alpha": "3/2", "beta": "4/3"},
    "E(Gamma(alpha, gamma), sqrt(x))": {"alpha": "3/2", "gamma": "4/3"},
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_can_be_evaluated_by_name(question):
    at = QUESTIONS[question]
    other = question
    for name in at:
        other = other.replace(name, f"u_{name}")
    values = []
    for asked, prefix in ((question, ""), (other, "u_")):
        names = {f"{prefix}{name}": value for name, value in at.items()}
        row = batch_row({"id": 1, "question": asked, "given": []})
        assert row["status"] == "proved"
        e = sympify(row["result"], locals={name: Symbol(name) for name in names})
        assert not {s.name for s in e.free_symbols} - set(names)
        values.append(e.subs({Symbol(name): sympify(value) for name, value in names.items()}).evalf(25))
    with mp.workdps(25):
        assert abs(values[0] - values[1]) < mp.mpf(10) ** -20
