"""What is derived of the whole catalogue, kept in `table.txt`, so that it can be listed without deriving it.

`python -m symbolic_info.survey` derives everything and writes the file.  A block has a line for each family:
its name, a letter for each of its quantities, and a letter for each divergence D(family ‖ column), the columns
in the order of the lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..render.chapter import MARKS, Matrix, quantities

FILE = Path(__file__).with_name("table.txt")
HEAD = """\
# What is derived of the catalogue; written by `python -m symbolic_info.survey`.
# p proved  i infinite  r reduced  u unknown
# A line: a family, its quantities (- where it has none), its divergence from each family in the order of the lines.
"""
_WORDS = {status[0]: status for status in MARKS}
_RULER, _NONE = "|", "-"


@dataclass(frozen=True)
class Table:
    """The status of each quantity of a family, and of the divergence of each ordered pair."""

    quantities: Mapping[str, Mapping[str, str]]
    pairs: Mapping[tuple[str, str], str]

    def of(self, p: str, status: str) -> list[str]:
        """The families from which the divergence of this one has the status."""
        return [q for (first, q), found in self.pairs.items() if (first, found) == (p, status)]


def read(text: str | None = None) -> Table:
    """The table of the file, or of its text."""
    said = FILE.read_text(encoding="utf-8") if text is None else text
    quantities: dict[str, dict[str, str]] = {}
    pairs: dict[tuple[str, str], str] = {}
    for block in said.strip().split("\n\n")[1:]:
        head, *lines = (line.split() for line in block.splitlines())
        words = " ".join(head[1:]).partition(f" {_RULER} ")[0].split(", ")
        columns = [line[0] for line in lines]
        for name, own, row in lines:
            there = zip(words, own, strict=True)
            quantities[name] = {word: _WORDS[letter] for word, letter in there if letter != _NONE}
            pairs |= {(name, q): _WORDS[letter] for q, letter in zip(columns, row, strict=True)}
    return Table(quantities, pairs)


def written(matrices: Sequence[Matrix]) -> str:
    """The text of the file."""
    return "\n".join([HEAD, *map(_block, matrices)])


def _block(m: Matrix) -> str:
    width = max(map(len, m.names))
    words = quantities(m.sheets)
    lines = [f"{m.title} {', '.join(words)} {_RULER} divergence"]
    for s in m.sheets:
        own = "".join(s.results[word].status[0] if word in s.results else _NONE for word in words)
        row = "".join(m.cells[s.name, q].status[0] for q in m.names)
        lines.append(f"{s.name:{width}} {own} {row}")
    return "\n".join(lines) + "\n"
