"""The command line: what INTERFACES promises to other people's scripts."""

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
from click.testing import CliRunner

from symbolic_info import cli, library

ROOT = Path(cli.__file__).parents[1]
KL = "KL(Normal(mu_1, sigma_1), Normal(mu_2, sigma_2))"
OPEN = "KL(Beta(alpha, beta), Uniform(a, b))"  # whether one support covers the other is not said
COMMANDS = ("book", "derive", "list", "verify")
ROW = {
    "id", "question", "status", "result", "latex", "text", "unit", "given", "rules", "steps", "audit", "derivation",
    "reason", "ms",
}  # fmt: skip


def run(*arguments, text=None):
    return CliRunner().invoke(cli.main, [str(a) for a in arguments], input=text)


def clean(result, code=0):
    """The command ended on its own terms: with an exit code, never with an exception."""
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


# --- help -------------------------------------------------------------------------------------------------


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


# --- derive -----------------------------------------------------------------------------------------------

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


# --- derive --batch ---------------------------------------------------------------------------------------

BATCH = [
    ('{"id": "a", "question": "H(Bernoulli(1/2))"}', "proved"),
    ('{"id": "b", "question": "H(Bernoulli(2))"}', "unreadable"),
    ("no JSON at all", "unreadable"),
    ('{"id": "c", "question": "KL(Normal(0, 1), Exponential(1))"}', "infinite"),
    ("[1, 2, 3]", "unreadable"),
    ('{"id": "d", "question": 7}', "unreadable"),
    ('{"id": "e"}', "unreadable"),
    ('{"id": "f", "question": "H(Poisson(2))", "unit": "bits"}', "reduced"),
    ('{"id": "g", "question": "H(Uniform(a, b))", "given": "a < b"}', "unreadable"),
    ('{"id": "h", "question": "H(Uniform(a, b))", "given": ["a <"]}', "unreadable"),
    ('{"id": "i", "question": "H(Uniform(a, b))", "given": [["a < b"]]}', "unreadable"),
    ('{"id": "j", "question": "H(Bernoulli(1/2))", "unit": "hartleys"}', "unreadable"),
    ('{"id": "k", "question": "H(Bernoulli(1/2))", "unit": ["bits"]}', "unreadable"),
    ('{"id": "l", "question": "KL(Beta(alpha, beta), Uniform(a, b))"}', "unknown"),
    ('{"id": "m", "question": "KL(Beta(alpha, beta), Uniform(a, b))", "given": ["a < 0", "b > 1"]}', "proved"),
    ('{"id": "n", "question": "' + "(" * 100_000 + '"}', "unreadable"),
    ('{"id": {"nested": ["\u2028"]}, "question": "H(Exponential(1))"}', "proved"),
    ('{"id": "o", "question": "H(Exponential(1))", "unit": "bits"}', "proved"),
]


@pytest.fixture(scope="module")
def answered():
    text = "\n".join(line for line, _ in BATCH)
    return clean(run("derive", "--batch", "-", text=text))


def test_a_batch_has_a_row_for_each_row_in_order(answered):
    rows = [json.loads(line) for line in answered.stdout.split("\n") if line]
    assert [r["status"] for r in rows] == [status for _, status in BATCH]
    assert [r["id"] for r in rows if isinstance(r["id"], str)] == list("abcdefghijklmno")
    assert {"nested": ["\u2028"]} in [r["id"] for r in rows]


def test_every_row_of_a_batch_has_every_field(answered):
    for row in (json.loads(line) for line in answered.stdout.split("\n") if line):
        assert ROW - set(row) == set(), row
        assert isinstance(row["ms"], int | float)
        if row["status"] in ("unreadable", "unknown"):
            assert row["result"] is None and row["reason"]
        else:
            assert row["result"] and row["derivation"]["format"]


def test_a_batch_from_a_file_to_a_file(tmp_path):
    rows, out = tmp_path / "rows.jsonl", tmp_path / "out.jsonl"
    rows.write_text('{"id": 1, "question": "H(Bernoulli(1/2))"}\n\n{"id": 2, "question": "oops("}\n', encoding="utf-8")
    result = clean(run("derive", "--batch", rows, "-o", out))
    assert result.stdout == ""
    made = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(r["id"], r["status"]) for r in made] == [(1, "proved"), (2, "unreadable")]
    assert "^" in made[1]["reason"]


def test_a_batch_that_is_not_there_is_code_2(tmp_path):
    assert "cannot be read" in clean(run("derive", "--batch", tmp_path / "none.jsonl"), 2).stderr


@pytest.mark.parametrize("bad", [b"\xff\xfe", b"[" * 100_000, b'{"question": ' * 10_000, b"9" * 5_000, b"NaN"])
def test_hostile_bytes_spoil_one_row_only(bad, tmp_path):
    rows, good = tmp_path / "rows.jsonl", b'{"id": 1, "question": "H(Bernoulli(1/2))"}\n'
    rows.write_bytes(good + bad + b"\n" + good)
    made = [json.loads(line) for line in clean(run("derive", "--batch", rows)).stdout.splitlines()]
    assert [r["status"] for r in made] == ["proved", "unreadable", "proved"]


# --- verify -----------------------------------------------------------------------------------------------


def test_verify_by_name():
    result = clean(run("verify", "gibbs", "coin_entropy"))
    first, second = result.stdout.splitlines()
    assert first.startswith("proved") and "gibbs" in first and "digits" in first
    assert "coin_entropy" in second and "bernoulli" in second


def test_verify_as_json():
    rows = json.loads(clean(run("verify", "gibbs", "-f", "json")).stdout)
    assert len(rows) == 1 and set(rows[0]) >= {"name", "status", "rules", "steps", "digits", "ms"}
    assert (rows[0]["name"], rows[0]["status"], rows[0]["steps"]) == ("gibbs", "proved", 3)
    assert rows[0]["digits"] >= 30 and "definition" in rows[0]["rules"]


@pytest.fixture
def derived():
    return json.loads(clean(run("derive", KL, "-f", "json")).stdout)["derivation"]


def test_what_derive_wrote_is_verified_again(derived, tmp_path):
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(derived), encoding="utf-8")
    assert "proved" in clean(run("verify", path)).stdout
    assert "proved" in clean(run("verify", "-", text=json.dumps(derived))).stdout


def test_a_tampered_file_fails(derived, tmp_path):
    path = tmp_path / "mine.json"
    derived["steps"][-1]["result"] = ["Add", derived["steps"][-1]["result"], ["Integer", "1"]]
    path.write_text(json.dumps(derived), encoding="utf-8")
    result = clean(run("verify", path, "gibbs"), 1)
    failed, proved = result.stdout.splitlines()
    assert failed.startswith("failed") and "step" in failed and proved.startswith("proved")
    (row,) = json.loads(clean(run("verify", path, "-f", "json"), 1).stdout)
    assert (row["status"], row["digits"]) == ("failed", None) and row["reason"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("{", "JSON"),
        ("[]", "format"),
        ('{"format": "symbolic-info/1"}', "start"),
        ("[" * 50_000, "deep"),
        ("\x00", "JSON"),
    ],
)
def test_a_file_that_is_no_derivation_is_code_2(text, word, tmp_path):
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    result = clean(run("verify", path), 2)
    assert result.stdout == "" and word in result.stderr and "bad.json" in result.stderr


@pytest.mark.parametrize("name", ["no_such_theorem", "gibbs.other", "none.json", "../gibbs", "__init__"])
def test_a_name_that_there_is_not_is_code_2(name):
    result = clean(run("verify", name), 2)
    assert result.stdout == "" and name in result.stderr


# --- list -------------------------------------------------------------------------------------------------

LISTS = {"derivations": "gibbs", "families": "Normal", "quantities": "KL", "rules": "linearity"}


@pytest.mark.parametrize("what", LISTS)
def test_lists(what):
    text = clean(run("list", what)).stdout
    rows = json.loads(clean(run("list", what, "-f", "json")).stdout)
    assert any(line.startswith(LISTS[what]) for line in text.splitlines())
    assert LISTS[what] in [row["name"] for row in rows]
    assert len(text.splitlines()) == len(rows)
    assert all(v not in ("", None) for row in rows for k, v in row.items() if k != "ids")


def test_the_list_of_derivations_has_its_fields():
    rows = json.loads(clean(run("list", "-f", "json")).stdout)
    assert [r["name"] for r in rows] == list(library.names())
    for row in rows:
        assert set(row) >= {"name", "title", "chapter", "ids", "claim", "file"}
        assert set(row["claim"]) == {"text", "latex"} and isinstance(row["ids"], list)
        assert (library.folder() / row["file"]).is_file()


def test_a_list_of_nothing_known_is_code_2():
    assert "planets" in clean(run("list", "planets"), 2).stderr


# --- book -------------------------------------------------------------------------------------------------

RIGHT = '''"""A half is worth one bit."""

from symbolic_info.blackboard import *

proof = calc(SelfInformation(half)).eq(-log(half), by=definition).eq(log(2), by=algebra)
'''
WRONG = RIGHT.replace("eq(log(2)", "eq(log(3)").replace("one bit", "too much")


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """A library of its own."""
    folder = tmp_path / "derivations"
    (folder / "first").mkdir(parents=True)
    (folder / "first" / "half_a_chance.py").write_text(RIGHT, encoding="utf-8")
    monkeypatch.setattr(library, "folder", lambda: folder)
    library.files.cache_clear()
    library._module.cache_clear()
    yield folder
    library.files.cache_clear()
    library._module.cache_clear()


def test_the_book_is_written_in_each_format(shelf, tmp_path):
    target = tmp_path / "out"
    result = clean(run("book", "-o", target, "-f", "html,latex,markdown"))
    opened = [Path(line) for line in result.stdout.splitlines()]
    assert len(opened) == 3 and all(path.is_file() for path in opened)
    written = {path.suffix: path.read_text(encoding="utf-8") for path in target.rglob("*") if path.is_file()}
    assert {".html", ".tex", ".md"} <= set(written)
    assert all("worth one bit" in written[s] for s in (".html", ".tex", ".md"))
    assert "1 of 1 proved" in result.stderr


def test_a_failing_derivation_fails_the_book(shelf, tmp_path):
    (shelf / "first" / "more_than_a_chance.py").write_text(WRONG, encoding="utf-8")
    result = clean(run("book", "-o", tmp_path / "out", "-f", "html"), 1)
    assert "failed  more_than_a_chance" in result.stderr and "1 of 2 proved" in result.stderr
    pages = "".join(p.read_text(encoding="utf-8") for p in (tmp_path / "out").rglob("*.html"))
    assert "too much" in pages and "failed" in pages
    assert "failed" in clean(run("verify", "more_than_a_chance"), 1).stdout


def test_a_book_in_no_format_is_code_2(tmp_path):
    result = clean(run("book", "-o", tmp_path / "out", "-f", "html,papyrus"), 2)
    assert "papyrus" in result.stderr and not (tmp_path / "out").exists()


def test_a_book_where_nothing_can_be_written_is_code_2(shelf, tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    clean(run("book", "-o", tmp_path / "taken" / "inside"), 2)
