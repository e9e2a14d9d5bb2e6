"""Hostile rows: nothing is executed, raised, or over its time.  benchmarks/fuzz.py does the same ten thousand times."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

from hostile import CANARY, line, row

from symbolic_info.answers.batch import grade
from symbolic_info.answers.judge import judge

VERDICTS = {"right", "wrong", "unclear", "unreadable"}
HONEST = {"id": "honest", "question": "H(Exponential(lambda))", "answer": "1 - \\ln\\lambda"}


def test_nothing_is_raised_and_nothing_takes_long(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    def judged(seed):
        start = perf_counter()
        made = judge(row(seed))
        json.dumps(made)
        return made["verdict"], perf_counter() - start

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(judged, range(5000, 5120)))
    assert {verdict for verdict, _ in found} <= VERDICTS
    assert max(seconds for _, seconds in found) < 8  # one at a time, on a busy machine
    assert not (tmp_path / CANARY).exists()


def test_honest_rows_between_hostile_ones_keep_their_verdict(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines = [made for seed in range(6000, 6060) for made in (line(seed), json.dumps(HONEST).encode())]
    found = [json.loads(made) for made in grade(lines, 1, 2.0)]
    assert len(found) == len(lines)
    assert {made["verdict"] for made in found[1::2]} == {"right"}
    assert max(made["ms"] for made in found) < 2500
    assert not (tmp_path / CANARY).exists()


def test_a_row_without_lines_is_judged_by_its_answer():
    assert judge({**HONEST, "lines": []})["verdict"] == "right"
    assert judge({"id": 1, "question": HONEST["question"], "lines": []})["verdict"] == "unreadable"
