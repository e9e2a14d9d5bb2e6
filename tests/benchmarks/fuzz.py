"""Ten thousand hostile rows, by hand: python tests/benchmarks/fuzz.py [COUNT] [FIRST SEED].

Through `grade`, through threads and through a pool of processes.  Nothing may be executed, raised, lost, over the
deadline plus half a second; and the honest rows between them keep their verdicts.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))
from hostile import ASKED, CANARY, GOOD, line, row

from symbolic_info.answers.batch import grade
from symbolic_info.answers.judge import judge

DEADLINE = 3.0
HONEST = [{"id": "honest", **ASKED[i], "answer": GOOD[i]} for i in range(4)]


def through_grade(count: int, first: int) -> Counter[str]:
    lines, found = [], Counter()
    for i in range(count):
        lines += [line(first + i), *([json.dumps(HONEST[i // 10 % 4]).encode()] if i % 10 == 0 else [])]
    start = perf_counter()
    times = []
    for given, made in zip(lines, grade(lines, 2, DEADLINE), strict=True):
        out = json.loads(made)
        found[out["verdict"]] += 1
        times.append(out["ms"])
        if out["id"] == "honest" and out["verdict"] != "right":
            print("HONEST ROW SPOILT", out)
            found["spoilt"] += 1
        reason = str(out["reason"])
        if "broke down" in reason or "deadline" in reason or "memory" in reason or out["ms"] > 500:
            found["slow or broken"] += 1
            print(f"{out['ms']:8.0f} ms  {reason[:140]!r}\n            {given[:160]!r}", flush=True)
    times.sort()
    took = perf_counter() - start
    print(f"{len(lines)} rows in {took:.0f} s, median {times[len(times) // 2]} ms, worst {times[-1]} ms", flush=True)
    return found


def timed(seed: int) -> tuple[int, float, str]:
    start = perf_counter()
    made = judge(row(seed))
    return seed, perf_counter() - start, made["verdict"]


def main() -> None:
    count, first = (int(a) for a in (*sys.argv[1:], *("10000", "0")[len(sys.argv) - 1 :]))
    print(through_grade(count, first))
    for pool in (ThreadPoolExecutor(4), ProcessPoolExecutor(2)):
        with pool:
            done = list(pool.map(timed, range(first, first + count // 10)))
        worst = max(t for _, t, _ in done)
        print(type(pool).__name__, Counter(verdict for *_, verdict in done), f"worst {worst:.2f} s")
    assert not Path(CANARY).exists(), "something was executed"


if __name__ == "__main__":
    main()
