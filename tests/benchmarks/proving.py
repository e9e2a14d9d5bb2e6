"""How long a verdict with its certificate takes: reading, search, derivation and the kernel's check, warm.

    python tests/benchmarks/proving.py

prints the median and the worst by number of variables; the exit code is 1 if a bound is not met.  Every statement
is asked about variables with names of its own, so that nothing is remembered.  Nothing else should be running.
"""

from __future__ import annotations

import re
import sys
from itertools import combinations, pairwise
from statistics import median
from time import perf_counter

from symbolic_info.entropic.prove import prove
from symbolic_info.entropic.reading import read

TIMES = 5
BOUNDS = dict.fromkeys(range(2, 6), 10.0) | dict.fromkeys(range(6, 9), 150.0)  # milliseconds, in the median


def statements(n: int) -> list[tuple[str, list[str]]]:
    """Textbook statements about X1, …, Xn, with their facts."""
    names = [f"X{i}" for i in range(1, n + 1)]
    every, chain = ",".join(names), " -> ".join(names)
    ring = zip(names, names[1:] + names[:1], strict=True)
    others = [",".join(v for v in names if v != w) for w in names]
    found: list[tuple[str, list[str]]] = [
        (f"H({every}) = H(X1)" + "".join(f" + H({v}|{','.join(names[:i])})" for i, v in enumerate(names) if i), []),
        (f"H({every}) <= " + " + ".join(f"H({v})" for v in names), []),
        (f"{n - 1}*H({every}) <= " + " + ".join(f"H({o})" for o in others), []),
        (f"H({every}) >= " + " + ".join(f"H({v}|{o})" for v, o in zip(names, others, strict=True)), []),
        (f"TC({';'.join(names)}) >= 0", []),
        (f"H({every}) = H(X1)", [f"{v} = f({u})" for u, v in pairwise(names)]),
    ]
    if n > 2:
        found += [
            (f"2*H({every}) <= " + " + ".join(f"H({a},{b})" for a, b in ring), []),
            (f"I(X1;X{n}) <= I(X1;X2)", [chain]),
            (f"I(X1;X{n}) <= I(X{n // 2};X{n // 2 + 1})", [chain]),
            (f"I(X1;{','.join(names[1:])}) = I(X1;X2)", [chain]),
            (f"H({every}) = " + " + ".join(f"H({v})" for v in names), [f"indep({';'.join(names)})"]),
            (f"I({','.join(names[:-1])};X{n}) >= " + " + ".join(f"I({v};X{n})" for v in names[:-1]),
             [f"indep({';'.join(names[:-1])})"]),
            ("I(X1;X2|X3) <= " + " + ".join(f"I({a};{b})" for a, b in combinations(names, 2) if a != "X3"),
             ["X1 -> X2 -> X3"]),
        ]  # fmt: skip
    return found


def once(text: str, given: list[str], mark: str) -> float:
    """Milliseconds for one statement, about variables that are marked."""
    text, *given = (re.sub(r"X(\d)", rf"X{mark}\1", t) for t in (text, *given))
    start = perf_counter()
    (statement,), facts = read(text, given)
    assert prove(statement, facts).proved, text
    return 1000 * (perf_counter() - start)


def main() -> int:
    ok = True
    for n, most in BOUNDS.items():
        asked = statements(n)
        for text, given in asked:
            once(text, given, "w")
        times = sorted(once(text, given, chr(97 + k)) for text, given in asked for k in range(TIMES))
        ok &= median(times) <= most
        print(f"{n} variables: {len(asked)} statements, median {median(times):.1f} ms, worst {times[-1]:.0f} ms")
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
