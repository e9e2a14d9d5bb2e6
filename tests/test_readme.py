"""What the README shows works as it is shown."""

from __future__ import annotations

import re
import shlex
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from commands import run

import symbolic_info.blackboard  # noqa: F401 — whole before a test adds a family
from symbolic_info import library
from symbolic_info.audit import audit
from symbolic_info.families import FAMILIES
from symbolic_info.kernel.check import check
from symbolic_info.language.terms import KL, Entropy
from symbolic_info.tactics.closed_form import closed_form

README = Path(__file__).parents[1] / "README.md"
TEXT = README.read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


def block(word: str) -> str:
    (found,) = [b for b in BLOCKS if word in b]
    return found


@pytest.fixture(scope="module")
def family(tmp_path_factory):
    """The family that the README adds, read from its text as a module of the folder of families."""
    path = tmp_path_factory.mktemp("family") / "log_uniform.py"
    path.write_text(block("class LogUniform"), encoding="utf-8")
    spec = spec_from_file_location("symbolic_info.families.log_uniform", path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.LogUniform


def test_the_family_of_the_readme_is_new_and_short():
    assert "LogUniform" not in FAMILIES
    assert len(block("class LogUniform").strip().splitlines()) <= 25


@pytest.mark.parametrize("other", ["Exponential", "Gamma", "LogNormal", "Normal"])
def test_the_family_of_the_readme_meets_the_others(family, other):
    P, Q = family.generic("_1"), FAMILIES[other].generic("_2")
    for quantity in (Entropy(P), KL(P, Q)):
        found = closed_form(quantity)
        assert found.status == "proved"
        checked = audit(found.theorem)
        assert checked.ok and checked.digits >= 30


SHOWN = [
    tuple(run.split("\n", 1))
    for console in re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)
    for run in console.removeprefix("$ ").split("\n$ ")
]


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_commands_print_what_the_readme_shows(command, shown, family, monkeypatch):
    """Every line that the README shows is printed, in this order; it may leave lines out, and digits may vary."""
    monkeypatch.setitem(FAMILIES, "LogUniform", family)
    program, *arguments = shlex.split(command)
    printed = run(*arguments)
    assert program == "symbolic-info" and printed.exit_code == int(shown.startswith("wrong") or " is false" in shown)
    lines = map(plain, printed.stdout.splitlines())
    for wanted in filter(None, map(plain, shown.splitlines())):
        assert wanted in lines


def plain(line: str) -> str:
    return re.sub(r"\d+ (digits|random points)", r"some \1", line.strip())


def test_the_derivation_of_the_readme_is_proved():
    names: dict[str, object] = {}
    exec(compile(block("proof = ("), "README.md", "exec"), names)  # our own text
    assert check(names["proof"]).status == "proved"


def test_the_exercise_of_the_readme_is_one_of_ours():
    source = (library.folder() / library.exercise("biased_coin").file).read_text(encoding="utf-8")
    assert block("exercise = ask") == source
