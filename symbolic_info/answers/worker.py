"""A worker of `grade`: reads rows from stdin, a line each, and writes what came of them to stdout.

It is a process of its own, so that it can be killed; its memory is bounded where the platform can do that.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

READY, LEAVING = b"ready\n", b"leaving\n"
MEMORY = 512 * 2**20  # bytes of address space
TIRED = 320 * 2**20  # a worker that has grown to this makes way for a fresh one
LONGEST = 50_000  # bytes of a row that is written, so that nobody waits for a full pipe


def graded(line: bytes) -> dict[str, Any]:
    """A line of the file judged, whatever is in it."""
    from .judge import judge

    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as why:
        return lost(None, "unreadable", f"this line is no JSON: {why}")
    if not isinstance(row, Mapping):
        return lost(None, "unreadable", "a row is a JSON object")
    try:
        return dict(judge(row))
    except (MemoryError, RecursionError):
        return lost(row, "unclear", "this takes more memory than a row may have")


def lost(row: Mapping[str, Any] | None, verdict: str, reason: str, ms: float = 0.0) -> dict[str, Any]:
    """What is said of a row of which nothing is known."""
    return {
        "id": (row or {}).get("id"), "verdict": verdict, "how": None, "mistake": None, "feedback": None,
        "witness": None, "reason": reason, "ms": round(ms, 1),
    }  # fmt: skip


def written(row: Mapping[str, Any]) -> bytes:
    """A row as a line of JSON; half of a surrogate pair, which is no text, stays escaped."""
    try:
        made = json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "backslashreplace") + b"\n"
    except RecursionError:
        return written({**row, "id": None})
    if len(made) <= LONGEST:
        return made
    short = lost(None, str(row.get("verdict", "unclear")), "the rest of this row is too long to be written")
    return written(short | {"id": str(row.get("id"))[:1000]})


def _bounded() -> None:
    """Bound the memory of this process."""
    try:
        import resource
    except ImportError:  # a platform without limits
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, most))


def _tired() -> bool:
    """Whether this process has grown so much that a fresh one should take its place, where the platform tells."""
    try:
        resident = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return False
    return resident * os.sysconf("SC_PAGE_SIZE") > TIRED


def main() -> None:
    """Judge until there is nothing more to read."""
    out: BinaryIO = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # whatever anybody prints is not taken for a row
    _bounded()
    graded(b'{"reference": "log(2)", "answer": "log(3)"}')  # all that is imported late
    out.write(READY)
    for line in sys.stdin.buffer:
        out.write(written(graded(line)))
        if _tired():
            out.write(LEAVING)
            return


if __name__ == "__main__":
    main()
