"""What is read as a statement or a fact, in ASCII and LaTeX, and what is said about everything else."""

from fractions import Fraction

import pytest

from symbolic_info.entropic.linear import entropy, linear, logarithm, sign_of
from symbolic_info.entropic.reading import facts_in, read
from symbolic_info.language.bounds import Unreadable

SAME = [
    ("I(X;Y|Z) = I(X;Y,Z) - I(X;Z)", r"I(X; Y \mid Z) = I(X; Y, Z) - I(X; Z)"),
    ("3*H(X1,X2) <= 1/2*H(X1) + log(2)", r"$3\,H\left(X_{1}, X_{2}\right) \leq \tfrac12 H(X_1) + \log 2$"),
    ("H(X) = 2*H(X,Y) + 1 - 3/2", r"H(X) = 2\,H(X,\,Y)\; + 1 - \frac32"),
    ("2*(H(X) - H(Y)) >= 0", r"2\cdot\left(H(X) - H(Y)\right) \ge 0"),
    ("1/2*H(X) + 1/2*H(Y) >= 0", r"\frac{H(X) + H(Y)}{2} \geq 0"),
    ("U -> X -> (Y,Z)", r"U \to X \to (Y,Z)"),
    ("U -> X -> Y,Z", "U → X → Y, Z"),
    ("U -> X -> Y", "U – X – Y"),
    ("indep(X;Y;Z)", r"X \perp Y \perp Z"),
    ("indep(X;Y|Z)", r"X \perp\!\!\!\perp Y \mid Z"),
    ("(A,B) = f(X,Z)", r"(A, B) = f(X, Z)"),
    ("TC(X;Y;Z) >= 0", r"\operatorname{TC}(X, Y, Z) \ge 0"),
    ("H(Xhat|theta) >= 0", r"H(\hat{X} \mid \theta) \ge 0"),
    ("I(X;Y) >= 0; H(X|Y) = 0", "I(X;Y) >= 0, H(X|Y) = 0"),
    ("X -> Y -> Z; I(X;Z) <= I(X;Y)", r"X \to Y \to Z \\ I(X;Z) \le I(X;Y)"),
    ("0 <= I(X;Y); I(X;Y) <= H(X)", "0 <= I(X;Y) <= H(X)"),
]


def meant(text):
    return [[(s.gap, s.relation) for s in fact.relations] for fact in facts_in(text)]


@pytest.mark.parametrize(("plain", "latex"), SAME)
def test_ascii_and_latex_mean_the_same(plain, latex):
    assert meant(plain) == meant(latex)


@pytest.mark.parametrize("plain", [p for p, _ in SAME])
def test_what_is_read_is_written_so_that_it_reads_the_same(plain):
    assert [meant(str(fact)) for fact in facts_in(plain)] == [[m] for m in meant(plain)]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("H(X,Y >= 0", 1, "never closed"),
        ("K(X;Y) >= 0", 0, "no quantity"),
        ("H(X) >= I(X,Y)", 10, "separated by semicolons"),
        ("H(X)*H(Y) <= H(X)", 5, "not linear"),
        ("H(X)^2 >= 0", 4, "not linear"),
        ("H(X)/H(Y) <= 1", 5, "not linear"),
        ("H(X) < H(Y)", 5, "only ="),
        ("H(A,B,C,D) >= H(E,F,G,P,Q)", 24, "at most 8 variables"),
        ("H(X)", 4, "a relation is wanted"),
        ("X -> Y", 5, "at least three"),
        ("H(X;Y) >= 0", 4, "commas"),
        ("H(X) <= log(X)", 12, "unexpected"),
        ("I(X;Y) >= 0; H(X) >= ", 20, "too early"),
        ("", 0, "nothing"),
    ],
)
def test_bad_text_is_refused_with_its_place(text, place, words):
    with pytest.raises(Unreadable, match=words) as why:
        read(text)
    assert why.value.position == place


def test_the_limit_counts_the_variables_of_all_facts():
    with pytest.raises(Unreadable, match="W is variable 9"):
        read("H(A,B,C,D) >= 0", ["E -> F -> G", "indep(P;W)"])


def test_quantities_expand_to_joint_entropies():
    x, y, z = (entropy([v]) for v in "XYZ")
    all_of, pairs = entropy("XYZ"), entropy("XY") + entropy("XZ") + entropy("YZ")
    meanings = {
        "I(X;Y;Z)": x + y + z - pairs + all_of,
        "II(X;Y;Z)": pairs - x - y - z - all_of,
        "TC(X;Y;Z)": x + y + z - all_of,
        "DTC(X;Y;Z)": pairs - 2 * all_of,
        "VI(X;Y)": 2 * entropy("XY") - x - y,
        "I(X;X)": x,
        "log(12)": 2 * logarithm(Fraction(2)) + logarithm(Fraction(3)),
    }
    for text, form in meanings.items():
        assert facts_in(f"0 <= {text}")[0].gap == form


def test_the_sign_of_a_constant_is_certain():
    near = {2: Fraction(-1054), 3: Fraction(665)}  # 3^665 / 2^1054 is just above 1
    assert sign_of(near) == 1 and sign_of({p: -c for p, c in near.items()}) == -1
    assert sign_of({}) == 0 and linear({frozenset("X"): Fraction(0)}).is_zero
