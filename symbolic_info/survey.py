"""Derive, check and cross-check the whole catalogue, and write the table of what was derived.

    python -m symbolic_info.survey           derives everything and writes table.txt
    python -m symbolic_info.survey --check   writes nothing; exits with 1 where the table says otherwise

Prints what has changed; exits with 1 where a check failed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from .catalogue.members import blocks
from .catalogue.table import FILE, Table, read, written
from .catalogue.work import all_done, jobs
from .catalogue.write import arranged
from .files import progress


def main(only_check: bool) -> int:
    """The exit code."""
    known, wanted = blocks(), jobs(blocks())
    matrices, failures = arranged(progress(all_done(wanted), "catalogue", len(wanted)), known)
    text = written(matrices)
    changed = list(changes(read(), read(text)))
    for line in (*changed, *failures):
        print(line)
    if not only_check:
        FILE.write_text(text, encoding="utf-8")
    return 1 if failures or (changed and only_check) else 0


def changes(before: Table, after: Table) -> Iterator[str]:
    """What the one table says and the other does not."""
    for pair in sorted({*before.pairs, *after.pairs}):
        was, now = before.pairs.get(pair, "not there"), after.pairs.get(pair, "not there")
        if was != now:
            yield f"KL({pair[0]}, {pair[1]}): {now}, not {was}"
    for name in sorted({*before.quantities, *after.quantities}):
        was_of, now_of = before.quantities.get(name, {}), after.quantities.get(name, {})
        for word in sorted({*was_of, *now_of}):
            if was_of.get(word) != now_of.get(word):
                yield f"{word} of {name}: {now_of.get(word, 'not there')}, not {was_of.get(word, 'not there')}"


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
