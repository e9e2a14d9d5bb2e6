"""The file side of `grade`: rows from a file or stdin, results to a file or stdout, taken up where they stopped."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .answers.batch import grade
from .files import all_bytes, fail, opened, progress


def grade_file(rows: str, output: str | None, jobs: int | None, deadline: float, resume: bool) -> int:
    """Judge every row of a file, in order; returns how many were judged.  Exits with 2 where a file is no use."""
    lines = [line for line in all_bytes(rows).split(b"\n") if line.strip()]
    done = _kept(lines, output) if resume and output not in (None, "-") else 0
    with opened(output, more=done > 0) as out:
        for made in progress(grade(lines[done:], jobs, deadline), "judging", len(lines) - done):
            out.write(made.decode("utf-8"))
            out.flush()
    return len(lines) - done


def _kept(lines: Sequence[bytes], output: str | None) -> int:
    """How many rows are answered in the file already; half a row at its end is taken off."""
    path = Path(str(output))
    try:
        found = path.read_bytes() if path.exists() else b""
    except OSError as why:
        fail(f"{output} cannot be read: {why}")
    whole = found[: found.rfind(b"\n") + 1]
    answered = whole.split(b"\n")[:-1]
    for number, (line, made) in enumerate(zip(lines, answered, strict=False), start=1):
        if _id(line) != _id(made):
            fail(f"{output} does not go with these rows: in row {number} the id is another one")
    if len(answered) > len(lines):
        fail(f"{output} has more rows than there are to judge")
    if whole != found:
        path.write_bytes(whole)
    return len(answered)


def _id(line: bytes) -> Any:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row.get("id") if isinstance(row, dict) else None
