"""Information diagrams: which parts a claim has, what they are worth, and a picture that is well-formed."""

import re
from math import hypot
from xml.etree import ElementTree

import pytest
from sympy import Integer, Rational, log

from symbolic_info.language.joint import Joint, Outcomes, entropy, mutual_information, table
from symbolic_info.language.terms import Entropy
from symbolic_info.render.circles import svg
from symbolic_info.render.diagram import diagram
from symbolic_info.render.statement import printers

H, I, SHOW = entropy, mutual_information, printers({})  # noqa: E741
J = Joint("X", "Y", "Z")
X, Y, Z = J.coordinates
K = Joint("X", "Y")
XOR = Outcomes("X Y Z", {(a, b, a ^ b): Rational(1, 4) for a in (0, 1) for b in (0, 1)})


def parts(left, right):
    return {p.label: (int(p.left), int(p.more)) for p in diagram(left, right, SHOW).parts}


def test_the_parts_of_a_claim():
    assert parts(H(K, X, given=Y), H(K, X)) == {"H(X | Y)": (1, 0), "H(Y | X)": (0, 0), "I(X; Y)": (0, 1)}
    of_all = parts(H(J), H(J, X) + H(J, Y) + H(J, Z))
    assert of_all["I(X; Y; Z)"] == (1, 2) and of_all["I(X; Y | Z)"] == (1, 1) and of_all["H(X | Y, Z)"] == (1, 0)
    assert parts(I(J, X, (Y, Z)), I(J, X, Y) + I(J, X, Z, given=Y))["I(X; Y; Z)"] == (1, 0)
    assert [p.label for p in diagram(I(XOR, X, Y, given=Z), log(2), SHOW).parts] == ["0"] * 3 + ["1"] * 3 + ["−1"]
    values = [p.label for p in diagram(I(table([["1/2", "0"], ["1/4", "1/4"]])), Integer(0), SHOW).parts]
    assert values == ["0.689", "0.5", "0.311"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (H(K) * H(K), H(K)),
        (H(K), H(J)),
        (H(K) - log(2), H(K, X)),
        (Integer(0), Integer(0)),
        (Entropy(Joint("X")), Integer(0)),
        (H(Joint(*"ABCD")), Integer(1)),
    ],
)
def test_other_claims_have_none(left, right):
    assert diagram(left, right, SHOW) is None


@pytest.mark.parametrize("claim", [(H(K), H(K, X)), (2 * H(J), H(J, (X, Y)) + H(J, Z))])
def test_the_picture_is_well_formed_and_every_outline_is_closed(claim):
    made = diagram(*claim, SHOW)
    root = ElementTree.fromstring(svg(made))
    x, y, width, height = map(float, root.get("viewBox").split())
    words = list(root.iter("text"))
    assert [t.text for t in words] == [p.label for p in made.parts] + [n.text for n in made.names]
    assert all(x < float(t.get("x")) < x + width and y < float(t.get("y")) < y + height for t in words)
    outlines = [p.get("d") for p in root.iter("path") if p.get("d").endswith("Z")]
    assert len(outlines) == sum((p.left != 0) + (p.more != 0) for p in made.parts)
    for d in outlines:
        points = [tuple(map(float, p)) for p in re.findall(r"(-?[\d.]+) (-?[\d.]+)(?=A|Z)", d)]
        assert hypot(points[0][0] - points[-1][0], points[0][1] - points[-1][1]) < 0.2
