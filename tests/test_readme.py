"""What the README shows works as it is shown."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from symbolic_info.audit import audit
from symbolic_info.families import FAMILIES
from symbolic_info.kernel.check import check
from symbolic_info.language.terms import KL, Entropy
from symbolic_info.tactics.closed_form import closed_form

README = Path(__file__).parents[1] / "README.md"
BLOCKS = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


def block(word: str) -> str:
    (found,) = [b for b in BLOCKS if word in b]
    return found


@pytest.fixture(scope="module")
def rayleigh(tmp_path_factory):
    path = tmp_path_factory.mktemp("family") / "rayleigh.py"
    path.write_text(block("class Rayleigh"), encoding="utf-8")
    spec = spec_from_file_location("symbolic_info.families.rayleigh", path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Rayleigh


def test_the_family_of_the_readme_is_short():
    assert len(block("class Rayleigh").strip().splitlines()) <= 25


@pytest.mark.parametrize("other", ["Exponential", "Gamma", "LogNormal", "Normal"])
def test_the_family_of_the_readme_meets_the_others(rayleigh, other):
    P, Q = rayleigh.generic("_1"), FAMILIES[other].generic("_2")
    for quantity in (Entropy(P), KL(P, P.generic("_2")), KL(P, Q)):
        found = closed_form(quantity)
        assert found.status == "proved"
        checked = audit(found.theorem)
        assert checked.ok and checked.digits >= 30


def test_the_derivation_of_the_readme_is_proved():
    names: dict[str, object] = {}
    exec(compile(block("from symbolic_info.blackboard"), "README.md", "exec"), names)  # our own text
    assert check(names["proof"]).status == "proved"
