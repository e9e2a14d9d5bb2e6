"""Every rule of the book, and every case of it, has a row inside its conditions and one outside."""

from importlib import import_module
from pathlib import Path

import pytest

from symbolic_info.rules import RULES

from .table import case_of

TABLES = [
    import_module(f"{__package__}.{p.stem}")
    for p in sorted(Path(__file__).parent.glob("test_*.py"))
    if p.stem != "test_complete"
]
KEYS = [
    f"{name}.{c}" for name, r in RULES.items() for c in dict.fromkeys(f.__name__ for cs in r.cases.values() for f in cs)
]
KEYS += [name for name, r in RULES.items() if not r.cases]


def keys(table: str) -> set[str]:
    return {key for module in TABLES for key, items in getattr(module, table).items() if items}


@pytest.mark.parametrize("key", KEYS)
def test_a_case_is_tested_inside_and_outside(key):
    assert key in keys("INSIDE") and key in keys("OUTSIDE")


@pytest.mark.parametrize("table", ["INSIDE", "OUTSIDE"])
def test_the_tables_speak_of_rules_that_exist(table):
    assert keys(table) <= set(KEYS)
    assert all(case_of(key) is not None for key in keys(table) if "." in key)


def test_each_file_of_rules_has_its_table():
    import symbolic_info.rules

    folder = Path(symbolic_info.rules.__file__).parent
    assert {p.stem for p in folder.glob("*.py")} - {"__init__"} <= {p.__name__.rpartition(".test_")[2] for p in TABLES}


def test_each_case_has_its_own_name_within_its_rule():
    for name, r in RULES.items():
        cases = list(dict.fromkeys(c for cs in r.cases.values() for c in cs))
        assert len({c.__name__ for c in cases}) == len(cases), name
