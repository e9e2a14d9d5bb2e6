"""A refutation as a theorem of the kernel, and as it is printed."""

import pytest

from symbolic_info.audit import audit
from symbolic_info.data import derivation_from_json, derivation_to_json
from symbolic_info.entropic.instance import derivation, refutation
from symbolic_info.entropic.reading import read
from symbolic_info.entropic.refute import counterexample
from symbolic_info.kernel.check import check
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.joint import Outcomes
from symbolic_info.render import formats, render

ROWS = [
    ("I(X;Y|Z) <= I(X;Y)", ["indep(X;Z)"]),
    ("H(X1,X2,X3,X4,X5,X6,X7,X8) >= 2*H(X1)", []),
    ("I(X;X) = H(X|Y)", []),
    ("TC(X;Y;Z) - VI(X;Y) = I(X;Y;Z) + 1/2", []),
    ("H(X) <= log(2)", ["H(X) <= 2*log(2)"]),
    ("log(2) >= H(X|Y)", []),
]


@pytest.mark.parametrize(("text", "given"), ROWS)
def test_a_refutation_is_a_theorem_that_the_numbers_confirm(text, given):
    (statement,), facts = read(text, given)
    made = derivation(statement, counterexample(statement, facts))
    theorem = check(made)
    assert theorem.status == "proved" and theorem.claim.relation in "<>"
    assert audit(theorem).ok
    assert derivation_from_json(derivation_to_json(made)) == made


@pytest.mark.parametrize("style", sorted(set(formats()) - {"json"}))
def test_it_is_printed_with_its_table_and_both_values(style):
    (statement,), facts = read(*ROWS[0])
    text = render(refutation(statement, facts, counterexample(statement, facts), facts), style)
    for part in ("is false", "probability", "log", "the facts hold"):
        assert part in text
    assert sum(line.count("4") for line in text.splitlines()) >= 4  # four outcomes of 1/4


def test_a_fact_that_fails_on_the_table_is_not_said_to_hold():
    (statement,), facts = read(*ROWS[0])
    _, others = read("H(X) >= 0", ["Y = f(X)"])
    with pytest.raises(Rejected):
        refutation(statement, others, counterexample(statement, facts))


@pytest.mark.parametrize(
    "rows",
    [{}, {(0,): 1}, {(0, 0): 1, (0,): 0}, [(0, 0, 1), (0, 0, 0)], {(0, "a"): 1}],
)
def test_what_is_no_table_is_refused(rows):
    with pytest.raises((ValueError, TypeError)):
        Outcomes("X Y", rows)
    with pytest.raises(ValueError):
        Outcomes("X X", {(0, 0): 1})
