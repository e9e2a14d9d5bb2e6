"""What is proved, by theorems of the kernel, and what is not."""

import pytest

from symbolic_info.entropic.consistency import contradiction, forced
from symbolic_info.entropic.ingleton import prove_by_ingleton
from symbolic_info.entropic.prove import prove, prove_with_copies
from symbolic_info.entropic.reading import read
from symbolic_info.kernel.check import Theorem

PROVED = [
    ("I(X;Y) = H(X) - H(X|Y)", [], ["information as a difference of entropies", "chain rule"], []),
    ("H(X|Y,Z) <= H(X|Z)", [], ["conditioning reduces entropy"], ["I(X;Y|Z) = 0"]),
    ("I(X;Z) <= I(X;Y)", ["X -> Y -> Z"], ["data processing"], ["I(X;Y|Z) = 0"]),
    ("I(X;Z) <= I(X;Y)", ["X -> Y -> W -> Z"], ["data processing"], ["I(X;Y|Z) = 0"]),
    ("H(X,Y) + H(Y,Z) >= H(X,Y,Z) + H(Y)", [], ["submodularity"], ["I(X;Z|Y) = 0"]),
    ("H(X,Y,Z) <= H(X) + H(Y) + H(Z)", [], ["subadditivity"], ["I(X;Y) = 0", "I(X,Y;Z) = 0"]),
    ("I(X1,X2;Y) >= I(X1;Y) + I(X2;Y)", ["indep(X1;X2)"], ["independence"], ["I(X1;X2|Y) = 0"]),
    ("H(Z) >= H(X)", ["X = f(Y,Z)", "I(X;Y) = 0"], ["function of a variable", "independence"], None),
    ("VI(X;Z) <= VI(X;Y) + VI(Y;Z)", [], ["definition of shared information"], None),
    ("DTC(X;Y;Z) <= 2*TC(X;Y;Z)", [], ["definition of shared information"], None),
    ("II(X;Y;Z) = I(X;Y|Z) - I(X;Y)", [], ["definition of shared information"], []),
    ("I(X;Y;Z) <= H(X)", [], ["non-negativity of entropy"], None),
    ("H(X) <= log(6)", ["H(X) <= log(2) + log(3)"], ["given inequality"], None),
    ("H(X) + log(3) >= log(2)", [], ["non-negativity of entropy"], ["never"]),
    ("H(X3|X1,X2) = H(X1|X2,X3)", ["H(X1,X2) = H(X2,X3)"], ["given equation"], []),
    ("I(X;Y) = 0", ["H(X,Y) = H(X) + H(Y)"], ["given equation"], []),
    ("I(X;Y) = 0", ["H(X) + H(Y) <= H(X,Y)"], ["given inequality", "non-negativity of mutual information"], []),
    ("I(X;Y|Z) = I(X;Y)", ["H(Z) <= 0"], ["given inequality"], []),
    ("X -> Y -> W", ["X -> Y -> Z -> W"], ["Markov property"], []),
    ("indep(X;Y;Z)", ["I(X;Y,Z) = 0", "I(Y;Z) = 0"], ["independence"], []),
    ("Z = f(X)", ["Y = g(X)", "Z = h(Y)"], ["function of a variable"], []),
    ("log(2) <= log(3)", [], ["algebra"], ["never"]),
    ("H(X) = H(X)", [], ["chain rule"], []),
    ("I(X1;X8) <= I(X4;X5)", ["X1 -> X2 -> X3 -> X4 -> X5 -> X6 -> X7 -> X8"], ["data processing"], None),
    ("I(X2;X3) >= I(X1;X4)", ["X1 -> X2 -> X3 -> X4"], ["data processing"], None),
    ("H(X0|X3) >= H(X0|X2)", ["X0 -> X1 -> X2 -> X3"], ["Markov property"], ["I(X0;X2|X3) = 0"]),
    ("I(X;Y|Z) <= I(X;Y) + I(X;Z|Y)", [], ["non-negativity of mutual information"], ["I(X;Z) = 0"]),
]
NOT_PROVED = [
    ("H(X|Y) <= H(Y|X)", []),
    ("I(X;Y|Z) <= I(X;Y)", []),
    ("I(X;Y|Z) = I(X;Y)", ["I(X;Z) = 0"]),
    ("I(X;Y) <= I(X;Z)", ["X -> Y -> Z"]),
    ("I(X;Z|Y) = 0", ["I(X;Z) = 0"]),
    ("indep(X;Y;Z)", ["I(X;Y) = 0", "I(X;Z) = 0", "I(Y;Z) = 0"]),
    ("H(X) <= log(2)", []),
    ("H(X) >= log(2)", ["H(X) >= log(3) - log(2)"]),
    ("2*H(A,B,C,D,E,F) <= H(A,B) + H(B,C) + H(C,D) + H(D,E) + H(E,F)", []),
    # Ingleton's inequality is no inequality of all laws
    ("I(A;B) <= I(A;B|C) + I(A;B|D) + I(C;D)", []),
]


def verdict(text, given):
    statements, facts = read(text, given)
    return prove(statements[0], facts)


@pytest.mark.parametrize(("text", "given", "rules", "equality"), PROVED)
def test_what_is_true_is_proved_by_named_steps(text, given, rules, equality):
    found = verdict(text, given)
    assert found.verdict == "proved", found.reason
    assert all(type(t) is Theorem and t.derivation.steps for t in found.theorems)
    assert set(rules) <= {rule for t in found.theorems for rule in t.rules}
    assert equality is None or list(found.equality) == equality


@pytest.mark.parametrize(("text", "given"), NOT_PROVED)
def test_what_is_false_is_not_proved(text, given):
    assert not verdict(text, given).proved


KACED_ROMASHCHENKO = "I(C;D) <= I(C;D|A) + I(C;D|B) + I(A;B)"
BEYOND_SHANNON = [
    "2*I(C;D) <= I(A;B) + I(A;C,D) + 3*I(C;D|A) + I(C;D|B)",  # Zhang & Yeung 1998
    "I(A;B|E) <= 2*I(A;B|C,E) + I(A;C|B,E) + I(B;C|A,E) + I(A;B|D,E) + I(C;D|E)",
    "2*I(A;B) <= 5*I(A;B|C) + 3*I(A;C|B) + I(B;C|A) + 2*I(A;B|D) + 2*I(C;D)",  # Dougherty, Freiling & Zeger 2006
]


@pytest.mark.parametrize("text", BEYOND_SHANNON)
def test_copies_prove_what_shannons_inequalities_do_not(text):
    statements, _ = read(text)
    assert not prove(statements[0]).proved
    found = prove_with_copies(statements[0], (), 30)
    assert found.verdict == "proved-non-shannon" and "copy lemma" in found.theorems[0].rules
    assert "'" not in str(found.theorems[0].claim.left) + str(found.theorems[0].claim.right)
    assert "copy of" in found.notes[0]


def test_a_conditional_inequality_that_follows_from_no_unconditional_one():
    """The third of Kaced & Romashchenko 2013: the supports of copies are what their originals' are."""
    statements, facts = read(KACED_ROMASHCHENKO, ["I(A;B|C) = 0", "H(C|A,B) = 0"])
    found = prove_with_copies(statements[0], facts, 30)
    assert found.verdict == "proved-non-shannon" and "support of a copy" in found.theorems[0].rules
    for fact in facts:
        assert prove_with_copies(statements[0], [fact], 0.5) is None


@pytest.mark.parametrize(
    "given",
    [["I(A;B|C) = 0", "I(B;D|C) = 0"], ["I(A;C|D) = 0", "I(A;D|C) = 0"], ["I(B;C|D) = 0", "I(C;D|B) = 0"]],
)
def test_ingletons_inequality_holds_under_conditions(given):
    statements, facts = read(KACED_ROMASHCHENKO, given)
    assert prove_by_ingleton(statements[0], facts).verdict == "proved-non-shannon"
    assert all(prove_by_ingleton(statements[0], [fact]) is None for fact in facts)


def test_copies_do_not_prove_what_is_false():
    statements, _ = read("I(A;B) <= I(A;B|C) + I(A;B|D) + I(C;D)")
    assert prove_with_copies(statements[0], (), 0.5) is None


def test_the_theorem_is_the_statement():
    (found,) = verdict("2*I(X;Y) <= H(X) + H(Y)", []).theorems
    assert repr(found.claim.left) == "2*I(X; Y)" and found.claim.relation == "<="
    assert {str(t) for t in found.claim.right.args} == {"H(X)", "H(Y)"}


def test_an_equation_may_need_both_directions():
    found = verdict("I(X;Y) = 0", ["H(X) + H(Y) <= H(X,Y)"])
    assert [t.claim.relation for t in found.theorems] == ["<=", ">="]


def test_the_certificate_adds_up():
    """gap = Σ multipliers times what they multiply, read again from its text."""
    text, given = "2*H(A,B,C) <= H(A,B) + H(B,C) + H(C,A)", ["I(A;B) = 0"]
    found = verdict(text, given).certificate
    parts = " + ".join(f"{x}*{q}" for kind in ("nonnegative", "zero") for q, x in found[kind].items())
    gap = " + ".join(f"{x}*{q}" for q, x in found["gap"].items()).replace("+ -", "- ")
    assert read(f"{gap} = {parts}")[0][0].gap.is_zero
    assert all(x > 0 for x in found["nonnegative"].values())


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (["H(X) >= log(3)", "H(X) <= log(2)"], "log(2) - log(3) >= 0"),
        (["H(X) = log(2)", "H(X) = 1"], "= 0"),
        (["indep(X;Y)", "Y = f(X)", "H(Y) >= log(2)"], "-log(2) >= 0"),
        (["H(X) + H(Y) <= -1"], "-1 >= 0"),
    ],
)
def test_facts_that_contradict_each_other_are_told(facts, words):
    found = contradiction(read("H(X) >= 0", facts)[1])
    assert found is not None and words in found[0] and found[1] == len(facts) - 1


def test_facts_that_only_constants_satisfy_are_no_contradiction():
    facts = read("H(X) >= 0", ["indep(X;Y)", "Y = f(X)", "Z = g(Y)"])[1]
    assert contradiction(facts) is None and forced(facts) == ("Y", "Z")
    assert contradiction(read("H(X) >= 0", ["H(X) <= log(2)", "H(X) >= 1/2"])[1]) is None


def test_sums_of_elemental_quantities_become_few():
    """What is merged is the same sum."""
    from fractions import Fraction

    from symbolic_info.entropic.atoms import added, elementals
    from symbolic_info.entropic.merging import merged

    terms = tuple((Fraction(1 + i % 3), atom) for i, atom in enumerate(elementals(4)))
    gap: dict[int, Fraction] = {}
    few = merged(terms)
    for sign, some in ((1, terms), (-1, few)):
        for x, atom in some:
            added(gap, sign * x, {mask: Fraction(s) for mask, s in atom.parts})
    assert not gap and len(few) < len(terms) and all(x > 0 for x, _ in few)


def test_a_long_inequality_has_a_short_proof():
    names = [f"X{i}" for i in range(1, 8)]
    pairs = " + ".join(f"H({a},{b})" for a, b in zip(names, names[1:] + names[:1], strict=True))
    found = verdict(f"2*H({','.join(names)}) <= {pairs}", [])
    assert found.proved and len(found.certificate["nonnegative"]) <= 9


@pytest.mark.parametrize("text", [PROVED[8][0], "H(A,B,C) + H(A,B,D) + H(A,C,D) + H(B,C,D) >= 3*H(A,B,C,D)"])
def test_four_variables_need_no_highs(monkeypatch, text):
    monkeypatch.setattr("symbolic_info.entropic.program._highs", lambda: None)
    assert verdict(text, []).proved


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("I(A,C;B) <= H(B,A|C) + I(C,B;A)", ["H(B,C|A) = 0", "C -> B -> A", "A = f(C,B)"]),
        ("I(C;B|A) = 2*H(C,B|A) + 2*I(A,B;C)", ["H(B,A) = 0", "H(C,B) = 0", "C -> A -> B"]),
    ],
)
def test_facts_that_work_on_each_other(text, given):
    """An independence and a function together make more functions; constants are functions of nothing."""
    assert verdict(text, given).proved
