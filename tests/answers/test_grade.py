"""`grade`: in order, within the deadline, none at the expense of another, wherever it is called from."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from threading import Thread
from time import perf_counter

import pytest
from click.testing import CliRunner

from symbolic_info.answers import batch, worker
from symbolic_info.answers.judge import judge
from symbolic_info.cli import main

ASKED = {"question": "H(Exponential(lambda))", "reference": "1 - log(lambda)"}
RIGHT, WRONG = {**ASKED, "answer": "1 - ln(lambda)"}, {**ASKED, "answer": "1 + ln(lambda)"}
BAD = [b"no json", b"[1, 2]", b'{"id": "x", "answer": 3}', b"\xff\xfe", b'"\\ud800"', b"[" * 50_000, b"{}" * 700_000]
# A worker that hangs over `sleep`, dies of `die` and asks for too much memory at `grow`; the rest it judges.
TROUBLED = """
import sys, os, time
from symbolic_info.answers import worker
inner = worker.graded
def graded(line):
    if b'"sleep"' in line:
        time.sleep(60)
    if b'"die"' in line:
        os._exit(1)
    if b'"grow"' in line:
        try:
            bytearray(2**31)
        except MemoryError:
            return worker.lost(None, "unclear", "no memory")
    return inner(line)
worker.graded = graded
worker.main()
"""


def line(number, row):
    return json.dumps({"id": number, **row}).encode()


def judged(lines, **more):
    return [json.loads(made) for made in batch.grade(lines, **more)]


def without_time(rows):
    return [{k: v for k, v in row.items() if k != "ms"} for row in rows]


def test_rows_come_back_in_order_and_bad_ones_spoil_no_other():
    lines = [made for i in range(60) for made in (line(i, RIGHT if i % 3 else WRONG), BAD[i % len(BAD)])]
    found = judged(lines, jobs=2)
    assert len(found) == len(lines)
    good, bad = found[::2], found[1::2]
    assert [row["id"] for row in good] == list(range(60))
    assert [row["verdict"] for row in good] == ["right" if i % 3 else "wrong" for i in range(60)]
    assert {row["verdict"] for row in bad} == {"unreadable"} and all(row["reason"] for row in bad)


@pytest.fixture
def troubled(monkeypatch):
    began = batch.subprocess.Popen

    def popen(command, **more):
        return began([command[0], "-c", TROUBLED], **more)

    monkeypatch.setattr(batch.subprocess, "Popen", popen)


def test_a_worker_is_killed_at_the_deadline_also_when_called_from_a_thread(troubled):
    rows = [RIGHT, {"answer": "sleep"}, WRONG, {"answer": "die"}, RIGHT, {"answer": "grow"}, RIGHT]
    found = []

    def run():
        found.extend(judged([line(i, row) for i, row in enumerate(rows)], jobs=1, deadline=1.0))

    thread = Thread(target=run)
    start = perf_counter()
    thread.start()
    thread.join(60)
    assert perf_counter() - start < 30
    assert [row["verdict"] for row in found] == ["right", "unclear", "wrong", "unclear", "right", "unclear", "right"]
    assert [found[i]["id"] for i in (1, 3)] == [1, 3]
    assert "deadline of 1 s" in found[1]["reason"] and "broke down" in found[3]["reason"]
    assert found[5]["reason"] == "no memory"


def test_what_is_left_when_nobody_reads_on_is_ended():
    results = batch.grade([line(i, RIGHT) for i in range(50)], jobs=1)
    next(results)
    results.close()
    assert results.gi_frame is None


def test_judge_maps_over_executors():
    rows = [{"id": i, **(RIGHT if i % 2 else WRONG)} for i in range(8)]
    here = without_time(map(judge, rows))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert without_time(pool.map(judge, rows)) == here
    with ThreadPoolExecutor(4) as pool:
        assert without_time(pool.map(judge, rows)) == here


def test_a_long_row_is_cut_and_half_a_surrogate_pair_is_written():
    assert json.loads(worker.written({"id": "\ud800", "verdict": "right"}))["id"] == "\ud800"
    nested = []
    for _ in range(20_000):
        nested = [nested]
    assert json.loads(worker.written({"id": nested, "verdict": "right"}))["verdict"] == "right"
    cut = json.loads(worker.written({"id": 1, "verdict": "wrong", "feedback": "x" * 10**6}))
    assert (cut["id"], cut["verdict"]) == ("1", "wrong") and "too long" in cut["reason"]


def test_grading_is_taken_up_where_it_stopped(tmp_path):
    rows, out = tmp_path / "rows.jsonl", tmp_path / "out.jsonl"
    rows.write_bytes(b"\n".join(line(i, RIGHT) for i in range(5)))
    out.write_bytes(b'{"id": 0, "verdict": "kept"}\n{"id": 1, "verdict": "kept"}\n{"id": 2, "ver')
    run = CliRunner().invoke(main, ["grade", str(rows), "-o", str(out), "--jobs", "1", "--resume"])
    assert run.exit_code == 0, run.output
    found = [json.loads(made) for made in out.read_text(encoding="utf-8").splitlines()]
    assert [r["id"] for r in found] == list(range(5))
    assert [r["verdict"] for r in found] == ["kept", "kept", "right", "right", "right"]
    out.write_bytes(b'{"id": 7}\n')
    run = CliRunner().invoke(main, ["grade", str(rows), "-o", str(out), "--resume"])
    assert run.exit_code == 2 and "row 1" in run.output
    assert CliRunner().invoke(main, ["grade", str(tmp_path / "none.jsonl")]).exit_code == 2
