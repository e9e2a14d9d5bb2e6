"""`derive --batch`: a row out for each row in, whatever stands in it."""

from __future__ import annotations

import json

import pytest
from commands import ROW, clean, run

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
