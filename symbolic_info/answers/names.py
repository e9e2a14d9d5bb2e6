"""Which symbol a written name means: σ₁, \\sigma_1, \\sigma_{1}, sigma1 and sigma_1 are one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from sympy import E, EulerGamma, Expr, oo, pi

from ..language.functions import nearest
from .laws import Laws
from .matrices import Matrices
from .words import GREEK, greek, letter

_CONSTANTS: dict[str, Expr] = {
    "pi": pi, "e": E, "E": E, "infty": oo, "oo": oo, "inf": oo, "infinity": oo, "Infinity": oo,
    "EulerGamma": EulerGamma, "euler_gamma": EulerGamma, "gamma_E": EulerGamma, "gamma": EulerGamma,
    "gamma_e": EulerGamma, "exp1": E, "E1": E,
}  # fmt: skip
_PARTS = re.compile(r"([A-Za-z]+?)_?(\d+|(?<=_).+)?$")


def key(stem: str, index: str = "") -> str:
    """A name and its index, however they were joined."""
    stem = letter(stem)
    index = "".join(letter(part) for part in re.findall(r"[A-Za-z]+|[0-9]+|\+|-", index))
    return f"{stem}_{index}" if index else stem


def key_of(name: str) -> str:
    name = "".join(greek(c) or c for c in name if c not in "\\{}")
    found = _PARTS.fullmatch(name)
    return key(found[1], found[2] or "") if found else name


@lru_cache(maxsize=1000)
def _spellings(names: tuple[tuple[str, Expr], ...]) -> dict[str, Expr]:
    """Every key under which a name is found: its own, and the Latin initial of a Greek letter where no other has it."""
    own = {key_of(name): s for name, s in names}
    short: dict[str, set[str]] = {}
    for k in own:
        stem, _, index = k.partition("_")
        if stem.lower() in GREEK:
            short.setdefault(key(stem[0], index), set()).add(k)
    kept = {s: own[min(ks)] for s, ks in short.items() if len(ks) == 1 and s not in own and s not in ("e", "p", "E")}
    return kept | own


@dataclass(frozen=True)
class Names:
    """The names that may stand in a text, and the constants.

    `bound` are variables of sums and integrals, `laws` those of the question where quantities of them may be written,
    `depth` says how many formulas stand around this one.
    """

    symbols: Mapping[str, Expr]
    bound: Mapping[str, Expr] = field(default_factory=dict)
    laws: Laws | None = None
    matrices: Matrices | None = None
    depth: int = 0

    def binding(self, more: Mapping[str, Expr]) -> Names:
        return replace(self, bound={**self.bound, **more})

    def find(self, stem: str, index: str = "") -> Any:
        """What a name means, or None."""
        k = key(stem, index)
        if k in self.bound:
            return self.bound[k]
        known = _spellings(tuple(self.symbols.items()))
        if k not in known and len(index) > 1 and index.isalpha() and f"{letter(stem)}_{index[0]}" in known:
            return known[f"{letter(stem)}_{index[0]}"]  # x_min for x_m
        return known[k] if k in known else _CONSTANTS.get(k)

    def has(self, stem: str) -> bool:
        """Whether the text may use a letter as a name of its own."""
        return key(stem) in self.bound or key(stem) in _spellings(tuple(self.symbols.items()))

    def has_index(self, stem: str) -> bool:
        """Whether some name is this letter with an index."""
        return any(k.startswith(letter(stem) + "_") for k in _spellings(tuple(self.symbols.items())))

    def split(self, word: str) -> list[tuple[str, Expr]] | None:
        """A run of letters as names side by side: pq is p·q, be is b·e; None where it is not."""
        if len(word) > 24:
            return None
        found: dict[int, list[tuple[str, Expr]] | None] = {len(word): []}
        for i in range(len(word) - 1, -1, -1):
            found[i] = None
            for j in range(len(word), i, -1):
                rest = found[j]
                meant = self.find(word[i:j]) if rest is not None else None
                if rest is not None and meant is not None and (j - i > 1 or word[i] not in "EI" or self.has(word[i])):
                    found[i] = [(word[i:j], meant), *rest]
                    break
        return found[0]

    def suggestion(self, stem: str, index: str = "") -> str:
        """A name that may have been meant, or nothing."""
        names = [*self.symbols, *self.bound]
        return nearest(key(stem, index), names) or nearest(letter(stem), names)

    @property
    def all(self) -> list[str]:
        return sorted(map(str, self.symbols))
