"""The row of a derivation that is written line by line."""

from __future__ import annotations

from typing import Any

from sympy import Expr

from .context import Asked
from .decide import Decision
from .diagnosis import diagnose
from .lines import checked, first_wrong, healed
from .rows import plain, row, witness
from .sizes import is_long


def derivation(asks: Asked, texts: list[str]) -> dict[str, Any]:
    """The row of a derivation that is written line by line."""
    lines = checked(asks, texts)
    each = [
        {"verdict": _VERDICTS[d.how], "how": _how(d), "reason": d.reason} for d in (line.decision for line in lines)
    ]
    wrong = first_wrong(lines)
    if wrong is None:
        judged = [e["verdict"] for e, line in zip(each, lines, strict=True) if not line.neutral]
        worst = next((v for v in ("unreadable", "unclear") if v in judged or not judged), "right")
        place = next((i for i, e in enumerate(each) if e["verdict"] == worst), 0)
        how = "numeric" if any(e["how"] == "numeric" for e in each) else "proved"
        return row(
            worst, how=how if worst == "right" else None, feedback="Every line follows." if worst == "right" else None,
            reason=None if worst == "right" else f"line {place + 1}: {each[place]['reason']}",
            first_wrong=None, lines=each,
        )  # fmt: skip
    line = lines[wrong]
    mistake = None
    if (
        isinstance(line.value, Expr)
        and isinstance(asks.reference, Expr)
        and not (is_long(line.value) or is_long(asks.reference))
    ):
        mistake = diagnose(asks.term, asks.reference, line.value, asks.given, asks.unit)
    feedback = f"Line {wrong + 1} does not follow. " + (mistake.feedback if mistake else plain(line.decision.witness))
    again = healed(lines, wrong)
    feedback += f" Line {again + 1} is right again." if again is not None else ""
    return row(
        "wrong", how="refuted", mistake=mistake.name if mistake else None, feedback=feedback,
        witness=witness(line.decision.witness), first_wrong=wrong, lines=each,
    )  # fmt: skip


_VERDICTS = {
    "proved": "right",
    "numeric": "right",
    "refuted": "wrong",
    "unclear": "unclear",
    "unreadable": "unreadable",
}


def _how(d: Decision) -> str | None:
    return d.how if d.how in ("proved", "refuted", "numeric") else None
