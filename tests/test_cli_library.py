"""`verify`, `list` and `book`: what there is, checked again and written out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import KL, OPEN, clean, run

from symbolic_info import library


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


QUESTIONS = (
    ("H(Bernoulli(p))", "--unit", "bits"),
    ("KL(Normal(mu, sigma), Exponential(lambda))",),
    ("H(Poisson(lambda))",),
    ("H(a*Law(f) + b)",),
    ("max(H(Bernoulli(p)), p)",),
    ("limit(H(Bernoulli(p)), p, 0)",),
    ("I(Table([[1/4, 1/8], [1/8, 1/2]]))",),
    (OPEN, "--given", "a < 0", "--given", "b > 1"),
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_whatever_derive_writes_can_be_verified(question):
    row = json.loads(clean(run("derive", *question, "-f", "json")).stdout)
    assert "proved" in clean(run("verify", "-", text=json.dumps(row["derivation"]))).stdout


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


LISTS = {"derivations": "gibbs", "families": "Normal", "quantities": "KL", "rules": "linearity"}


@pytest.mark.parametrize("what", LISTS)
def test_lists(what):
    text = clean(run("list", what)).stdout
    rows = json.loads(clean(run("list", what, "-f", "json")).stdout)
    assert any(line.startswith(LISTS[what]) for line in text.splitlines())
    assert LISTS[what] in [row["name"] for row in rows]
    assert sum(not line.startswith(" ") for line in text.splitlines()) == len(rows)
    assert all(v not in ("", None) for row in rows for k, v in row.items() if k != "ids")


def test_the_list_of_derivations_has_its_fields():
    rows = json.loads(clean(run("list", "-f", "json")).stdout)
    assert [r["name"] for r in rows] == list(library.names())
    for row in rows:
        assert set(row) >= {"name", "title", "chapter", "ids", "claim", "file"}
        assert set(row["claim"]) == {"text", "latex"} and isinstance(row["ids"], list)
        assert (library.folder() / row["file"]).is_file()


def test_the_list_of_families_says_what_is_known_of_each():
    rows = {row["name"]: row for row in json.loads(clean(run("list", "families", "-f", "json")).stdout)}
    normal, poisson = rows["Normal"], rows["Poisson"]
    assert normal["usage"] == "Normal(mu, sigma)" and normal["conditions"] == ["mu real", "sigma > 0"]
    assert normal["support"]["text"] == "(−∞, ∞)" and r"\sqrt{2 \pi}" in normal["density"]["latex"]
    assert normal["quantities"]["entropy"] == "proved" and poisson["quantities"]["entropy"] == "reduced"
    assert "Normal" in normal["divergences"]["proved"] and "Geometric" in poisson["divergences"]["reduced"]
    text = clean(run("list", "families")).stdout
    assert "e^(−(x − μ)²/(2σ²))/(σ·√(2π)) on (−∞, ∞)" in text
    assert "reduced: entropy, Rényi entropy; divergence from" in text


def test_a_list_of_nothing_known_is_code_2():
    assert "planets" in clean(run("list", "planets"), 2).stderr


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
    result = clean(run("book", "--only", "derivations", "-o", target, "-f", "html,latex,markdown"))
    opened = [Path(line) for line in result.stdout.splitlines()]
    assert len(opened) == 3 and all(path.is_file() for path in opened)
    written = {path.suffix: path.read_text(encoding="utf-8") for path in target.rglob("*") if path.is_file()}
    assert {".html", ".tex", ".md"} <= set(written)
    assert all("worth one bit" in written[s] for s in (".html", ".tex", ".md"))
    assert "1 of 1 proved" in result.stderr


def test_a_failing_derivation_fails_the_book(shelf, tmp_path):
    (shelf / "first" / "more_than_a_chance.py").write_text(WRONG, encoding="utf-8")
    result = clean(run("book", "--only", "derivations", "-o", tmp_path / "out", "-f", "html"), 1)
    assert "failed  more_than_a_chance" in result.stderr and "1 of 2 proved" in result.stderr
    pages = "".join(p.read_text(encoding="utf-8") for p in (tmp_path / "out").rglob("*.html"))
    assert "too much" in pages and "failed" in pages
    assert "failed" in clean(run("verify", "more_than_a_chance"), 1).stdout


def test_a_book_in_no_format_is_code_2(tmp_path):
    result = clean(run("book", "-o", tmp_path / "out", "-f", "html,papyrus"), 2)
    assert "papyrus" in result.stderr and not (tmp_path / "out").exists()


def test_a_book_where_nothing_can_be_written_is_code_2(shelf, tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    clean(run("book", "--only", "derivations", "-o", tmp_path / "taken" / "inside"), 2)
