"""The command line: what INTERFACES promises to other people's scripts of help and of `derive`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import click
import pytest
from commands import KL, OPEN, ROW, clean, run

from symbolic_info import cli

ROOT = Path(cli.__file__).parents[1]
COMMANDS = ("book", "check", "derive", "list", "prove", "verify")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example_that_runs(command):
    shown = clean(run(command, "--help")).stdout
    (example,) = [line for line in shown.splitlines() if "Example:" in line]
    assert f"symbolic-info {command}" in example


def test_every_command_is_listed():
    assert set(cli.main.commands) >= set(COMMANDS)
    shown = clean(run("--help")).stdout
    assert all(name in shown for name in cli.main.commands) and "Example:" in shown
    assert all(isinstance(c, click.Command) and c.help for c in cli.main.commands.values())


def test_help_does_not_import_sympy():
    program = (
        "import sys; from click.testing import CliRunner; from symbolic_info.cli import main\n"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0\n"
        "assert CliRunner().invoke(main, ['derive', '--help']).exit_code == 0\n"
        "sys.exit(sorted({'sympy', 'mpmath', 'flint', 'lark', 'rich', 'jinja2'} & set(sys.modules)).__repr__() != '[]')"
    )
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    assert subprocess.run([sys.executable, "-c", program], env=env, check=False).returncode == 0


def test_the_module_is_the_program():
    env = os.environ | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "symbolic_info", "derive", "H(Bernoulli(1/2))"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "log 2" in done.stdout and "\x1b" not in done.stdout


def test_an_unknown_command_is_a_usage_error():
    result = clean(run("divine"), 2)
    assert result.stdout == "" and "divine" in result.stderr


MARKS = {
    "text": ("D(P ‖ Q)", "definition"),
    "latex": (r"\begin{align", r"\log"),
    "markdown": ("$$",),
    "html": ("<!doctype html>", "<math"),
}


@pytest.mark.parametrize("style", MARKS)
def test_derive_prints_a_worked_solution(style):
    result = clean(run("derive", KL, "-f", style))
    assert result.stderr == ""
    assert all(mark.lower() in result.stdout.lower() for mark in MARKS[style])
    assert result.stdout.endswith("\n")


def test_derive_json_has_every_field():
    result = clean(run("derive", KL, "-f", "json"))
    row = json.loads(result.stdout)
    assert set(row) >= ROW
    assert (row["question"], row["status"], row["unit"], row["reason"]) == (KL, "proved", "nats", None)
    assert set(row["given"]) == {"sigma_1 > 0", "sigma_2 > 0"}
    assert {"definition", "linearity"} <= set(row["rules"])
    assert all(set(s) == {"relation", "latex", "text", "by", "says"} for s in row["steps"])
    assert row["steps"][0]["relation"] == "=" and "definition" in row["steps"][0]["by"]
    assert row["audit"]["points"] >= 5 and row["audit"]["digits"] >= 30
    assert row["audit"]["against"] == "quadrature of the definition"
    assert row["ms"] > 0


def test_the_result_is_in_the_syntax_of_sympy():
    from sympy import Symbol, log, simplify, sympify

    row = json.loads(clean(run("derive", KL, "-f", "json")).stdout)
    names = {n: Symbol(n, positive=n[0] == "s" or None, real=True) for n in ("mu_1", "mu_2", "sigma_1", "sigma_2")}
    m, n, s, t = names.values()
    assert simplify(sympify(row["result"], locals=names) - (log(t / s) + (s**2 + (m - n) ** 2) / (2 * t**2) - 0.5)) == 0


def test_an_infinite_divergence_is_a_theorem():
    row = json.loads(clean(run("derive", "KL(Normal(mu, sigma), Exponential(lambda))", "-f", "json")).stdout)
    assert (row["status"], row["result"]) == ("infinite", "oo")
    assert "no mass" in row["reason"] or "has none" in row["reason"]
    assert row["derivation"] is not None and "lambda_" not in row["text"] + row["latex"] + row["result"]


def test_a_reduced_form_names_what_is_left():
    row = json.loads(clean(run("derive", "H(Poisson(lambda))", "-f", "json")).stdout)
    assert row["status"] == "reduced" and "E(Poisson(lambda)" in row["result"]
    assert "no closed form is known" in row["reason"] and "lambda_" not in row["reason"]
    text = clean(run("derive", "H(Poisson(lambda))"))
    assert "reduced" in text.stderr and "E[" in text.stdout


def test_what_could_not_be_decided_is_code_3():
    result = clean(run("derive", OPEN), 3)
    assert result.stdout == "" and "could not decide" in result.stderr and "a" in result.stderr
    result = clean(run("derive", OPEN, "-f", "json"), 3)
    row = json.loads(result.stdout)
    assert set(row) >= ROW and (row["status"], row["result"]) == ("unknown", None)
    assert "support" in row["reason"]


def test_given_conditions_decide():
    row = json.loads(clean(run("derive", OPEN, "--given", "a < 0", "--given", "b > 1", "-f", "json")).stdout)
    assert row["status"] == "proved"
    assert {"a < 0", "b > 1"} <= set(row["given"])


def test_conditions_that_contradict_each_other_prove_nothing():
    result = clean(run("derive", "KL(Normal(a, 1), Normal(b, 1))", "--given", "a < b", "--given", "b < a"), 3)
    assert "admissible" in result.stderr or "contradict" in result.stderr


def test_bits():
    nats = json.loads(clean(run("derive", "H(Bernoulli(1/2))", "-f", "json")).stdout)
    bits = json.loads(clean(run("derive", "H(Bernoulli(1/2))", "--unit", "bits", "-f", "json")).stdout)
    assert (nats["result"], nats["unit"]) == ("log(2)", "nats")
    assert (bits["result"], bits["unit"]) == ("1", "bits")
    assert "bit" in clean(run("derive", "H(Bernoulli(1/4))", "--unit", "bits")).stdout


def test_output_to_a_file(tmp_path):
    target = tmp_path / "page.html"
    result = clean(run("derive", KL, "-f", "html", "-o", target))
    assert result.stdout == ""
    assert "<math" in target.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_said(tmp_path):
    result = clean(run("derive", KL, "-o", tmp_path / "nowhere" / "page.txt"), 2)
    assert "nowhere" in result.stderr and result.stdout == ""


def test_a_question_from_stdin():
    coin = "H(Bernoulli(1/2))"
    assert clean(run("derive", "-", text=coin + "\n")).stdout == clean(run("derive", coin)).stdout


UNREADABLE = {
    "no question": ((), "question"),
    "an unknown law": (("H(Foo(1))",), "Foo"),
    "an unknown format": ((KL, "-f", "docx"), "docx"),
    "an unknown unit": ((KL, "--unit", "hartleys"), "hartleys"),
    "a wrong number of parameters": (("H(Normal(1))",), "Normal"),
    "a parameter outside its domain": (("H(Bernoulli(2))",), "between 0 and 1"),
    "a negative deviation": (("H(Normal(0, -1))",), "sigma"),
    "an open bracket": (("KL(Normal(mu, sigma",), "never closed"),
    "a condition that is none": ((KL, "--given", "mu_1 plus mu_2"), "plus"),
    "nothing": (("",), "nothing"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_code_2(name):
    arguments, word = UNREADABLE[name]
    result = clean(run("derive", *arguments), 2)
    assert result.stdout == "" and word in result.stderr


def test_a_caret_stands_under_the_place():
    lines = clean(run("derive", "H(Normal(mu, Foo))+H(Foo(1))"), 2).stderr.splitlines()
    text, caret = next((a, b) for a, b in pairwise(lines) if set(b.strip()) == {"^"})
    assert text[caret.index("^") :].startswith("Foo(1)")


HOSTILE = {
    "a megabyte": "x" * 1_000_000,
    "a megabyte of brackets": "(" * 1_000_000,
    "nesting of ten thousand": "H(" * 10_000 + "Bernoulli(p)" + ")" * 10_000,
    "a tower of exponents": "H(Normal(0, 9**9**9**9**9))",
    "a tower of symbols": "H(Normal(0, " + "2^" * 500 + "n))",
    "an import": "__import__('os').system('touch here')",
    "an attribute": "H(Normal(0, (1).__class__))",
    "a lambda": "(lambda: open('here', 'w'))()",
    "a statement": "import os; os.remove('x')",
    "a walrus": "H(Normal(0, (s := 1)))",
    "control characters": "H(Normal(0, 1\x00\x1b[31m))",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_refused_at_once(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    start = perf_counter()
    result = clean(run("derive", HOSTILE[name]), 2)
    assert perf_counter() - start < 1
    assert result.stdout == "" and "^" in result.stderr and len(result.stderr) < 2_000
    assert "\x1b" not in result.stderr
    assert list(tmp_path.iterdir()) == []
