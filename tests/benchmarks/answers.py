"""How answers are judged, as students and programs write them: python tests/benchmarks/answers.py.

Beside Math-Verify on the same rows, where it is installed (pip install "math-verify[antlr4_13_2]"; no dependency);
then the throughput of `grade` on one process and on two.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import Any

ROWS = Path(__file__).parent / "answers.jsonl"
VERDICTS = ("right", "wrong", "unreadable")


def rows(file: Path = ROWS) -> list[dict[str, Any]]:
    """A row of `grade` for every answer, with the verdict that is expected."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        common = {k: v for k, v in data.items() if k not in VERDICTS}
        common["gold"] = data["right"][0] if data.get("right") else "0"
        found += [common | {"answer": a, "expect": verdict} for verdict in VERDICTS for a in data.get(verdict, [])]
    return found


def judged(row: dict[str, Any]) -> str:
    from symbolic_info.answers.judge import judge

    return str(judge(row)["verdict"])


def math_verified(row: dict[str, Any]) -> str:
    """What Math-Verify says of an answer beside a right one; what it cannot read it calls wrong."""
    from math_verify import parse, verify

    gold, answer = parse(_shown(row["gold"])), parse(_shown(row["answer"]))
    return "unreadable" if not answer else "right" if verify(gold, answer) else "wrong"


def _shown(text: str) -> str:
    """Formulas stand between dollars for Math-Verify, unless they are shown as such already."""
    return text if any(mark in text for mark in ("$", "\\boxed", "\\(", "\\[")) else f"${text}$"


def compared(name: str, say: Callable[[dict[str, Any]], str], every: list[dict[str, Any]]) -> None:
    """Verdicts and times of one of the two, warm."""
    made, times = Counter[tuple[str, str]](), []
    for row in every:
        say(row)
    for row in every:
        start = perf_counter()
        made[row["expect"], say(row)] += 1
        times.append(1000 * (perf_counter() - start))
    times.sort()
    right, wrong = (sum(n for (e, _), n in made.items() if e == expected) for expected in ("right", "wrong"))
    middle, late = times[len(times) // 2], times[len(times) * 99 // 100]
    accepted, passed = made["right", "right"], made["wrong", "right"]
    print(f"{name}: {accepted} of {right} right ones accepted, {passed} of {wrong} wrong ones;", end=" ")
    print(f"median {middle:.1f} ms, 99th percentile {late:.0f} ms")


def throughput(every: list[dict[str, Any]]) -> None:
    """Answers a second in `grade`, with the start of the processes and with derivations made by each of them."""
    from symbolic_info.answers.batch import grade

    lines = [json.dumps(row).encode() for row in every] * 20
    for jobs in (1, 2):
        start = perf_counter()
        count = sum(1 for _ in grade(lines, jobs))
        print(f"grade, {jobs} processes: {count / (perf_counter() - start):.0f} answers a second")


def main() -> None:
    from symbolic_info.answers.judge import judge

    every = rows()
    for row in every:
        out = judge(row)
        if out["verdict"] != row["expect"]:
            asked = row.get("question", row.get("reference"))
            print(f"{row['expect']} called {out['verdict']}: {asked}: {row['answer']}")
            print(f"    {out['reason']} {out['witness']}")
    compared("symbolic_info", judged, every)
    if find_spec("math_verify") is None:
        print("Math-Verify is not installed here")
    else:
        compared("Math-Verify", math_verified, every)
    throughput(every)


if __name__ == "__main__":
    main()
