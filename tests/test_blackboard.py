"""The vocabulary of a derivation file: complete, each name once, nothing shadowed silently."""

from collections import Counter

import sympy

from symbolic_info import blackboard
from symbolic_info.families import FAMILIES
from symbolic_info.rules import RULES


def test_the_blackboard_names_everything_once():
    assert [n for n, count in Counter(blackboard.__all__).items() if count > 1] == []


def test_every_name_on_the_blackboard_is_there():
    assert [n for n in blackboard.__all__ if not hasattr(blackboard, n)] == []


def test_the_blackboard_lists_all_that_it_has():
    """Whatever is public and no module, type alias or helper of typing stands in __all__."""
    here = {
        n
        for n, value in vars(blackboard).items()
        if not n.startswith("_")
        and type(value).__name__ not in ("module", "_Feature")
        and n not in ("Any", "annotations")
    }
    assert here - set(blackboard.__all__) <= {"FAMILIES", "RULES", "Citation", "Natural", "Positive", "Real"}


def test_every_rule_and_family_is_on_the_blackboard():
    assert {*FAMILIES, *RULES} <= set(blackboard.__all__)


# Names of SymPy that mean something of ours on the blackboard, each on purpose.
SHADOWED = {
    "Chi", "I", "Integral", "Product", "Sum", "limit", "ask", "maximum", "minimum",
}  # fmt: skip


def test_no_name_of_sympy_is_shadowed_silently():
    both = [n for n in blackboard.__all__ if hasattr(sympy, n) and getattr(blackboard, n) is not getattr(sympy, n)]
    assert set(both) == SHADOWED
