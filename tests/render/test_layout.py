"""Formulas in two dimensions."""

from sympy import log, symbols

from symbolic_info.render.layout import boxed, folded, stacked
from symbolic_info.render.notation import Stacked

a, b = symbols("a b", positive=True)


def test_a_flat_formula_is_one_row():
    assert stacked(Stacked().doprint(a + b)) == ("a + b",)


def test_fractions_are_stacked_and_brackets_grow():
    assert stacked(Stacked().doprint(log(a / b) + 1 / (2 * b))) == (
        "   ⎛a⎞   1",
        "log⎜─⎟ + ──",
        "   ⎝b⎠   2b",
    )


def test_nested_fractions():
    assert stacked(Stacked().doprint(a / (1 + a / b))) == ("  a", "─────", "a", "─ + 1", "b")


def test_a_box_fits_its_rows():
    assert boxed(["ab", "c"]) == ["┌────┐", "│ ab │", "│ c  │", "└────┘"]


def test_long_formulas_fold_before_a_sign():
    assert folded("aaaa + bbbb - cccc", 12) == ["aaaa + bbbb", "  - cccc"]
