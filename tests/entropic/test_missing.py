"""The assumption that is missing: one that is enough, where one is found."""

import pytest

from symbolic_info.entropic.decide import decide
from symbolic_info.entropic.prove import prove
from symbolic_info.entropic.reading import read
from symbolic_info.entropic.verdict import REFUTED

ROWS = [
    ("I(X;Z) <= I(X;Y)", [], ["X -> Y -> Z"]),
    ("I(X;Y|Z) >= I(X;Y)", [], ["indep(X;Z)"]),
    ("H(X,Y) = H(X) + H(Y)", [], ["indep(X;Y)"]),
    ("H(X|Y) = 0", ["Y = f(X)"], ["H(X) = H(Y)"]),
    ("I(X1,X2;Y1,Y2) >= I(X1;Y1) + I(X2;Y2)", [], ["indep(X1;X2)"]),
    ("I(X;Y) = 0", [], []),  # to assume what is to be shown is no answer
    ("H(X) <= log(2)", [], []),
    ("H(X,Y,Z) <= 2*H(X)", ["H(X) = H(Y)", "H(Y) = H(Z)", "indep(X;Y)"], ["X = f(Z)"]),
    ("I(M;C) = 0", ["M = f(C,K)", "I(M;K) = 0", "H(C) = log(2)"], ["C -> K -> M"]),
]


@pytest.mark.parametrize(("text", "given", "wanted"), ROWS)
def test_what_is_missing(text, given, wanted):
    (statement,), facts = read(text, given)
    verdict = decide(statement, facts)
    assert (verdict.verdict, list(map(str, verdict.missing))) == (REFUTED, wanted)
    assert not wanted or prove(statement, (*facts, *verdict.missing)).proved
