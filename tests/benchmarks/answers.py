"""How answers are judged, as students and programs write them: python tests/benchmarks/answers.py."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROWS = Path(__file__).parent / "answers.jsonl"
VERDICTS = ("right", "wrong", "unreadable")


def rows(file: Path = ROWS) -> list[dict[str, Any]]:
    """A row of `grade` for every answer, with the verdict that is expected."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        common = {k: v for k, v in data.items() if k not in VERDICTS}
        found += [common | {"answer": a, "expect": verdict} for verdict in VERDICTS for a in data.get(verdict, [])]
    return found


def main() -> None:
    from symbolic_info.answers.judge import judge

    every = rows()
    for row in every:
        judge(row)
    made = [(row, judge(row)) for row in every]
    for row, out in made:
        if out["verdict"] != row["expect"]:
            print(
                f"{row['expect']} called {out['verdict']}: {row.get('question', row.get('reference'))}: {row['answer']}"
            )
            print(f"    {out['reason']} {out['witness']}")
    print(Counter((row["expect"], out["verdict"]) for row, out in made))
    times = sorted(out["ms"] for _, out in made)
    middle, late = times[len(times) // 2], times[len(times) * 99 // 100]
    print(f"{len(times)} rows, warm: median {middle} ms, 99th percentile {late} ms")


if __name__ == "__main__":
    sys.exit(main())
