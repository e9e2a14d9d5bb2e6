"""Answers in the styles of students and programs: no wrong one accepted, no right one called wrong."""

import json
from pathlib import Path

import pytest

from symbolic_info.answers.judge import judge

FILE = Path(__file__).parents[1] / "benchmarks" / "answers.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


def said(row):
    return f"{row.get('question', row.get('reference'))} {row['unit']} {len(row['right'])}"


@pytest.mark.parametrize("row", ROWS, ids=said)
def test_answers_get_their_verdicts(row):
    common = {k: v for k, v in row.items() if k not in ("right", "wrong", "unreadable")}
    for verdict in ("right", "wrong", "unreadable"):
        for answer in row[verdict]:
            made = judge(common | {"answer": answer})
            assert made["verdict"] == verdict, (answer, made)
