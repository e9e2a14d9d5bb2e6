"""A solution in LaTeX that needs amsmath and nothing else; `document` makes it a page for pdflatex."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from . import listing
from .breaking import broken, visible
from .prose import RELATIONS, Formula, Prose, listed, woven

if TYPE_CHECKING:
    from . import Linker
    from .solution import Line, Solution

suffix = ".tex"
_LINE, _BESIDE, _START = 68, 10, 24  # letters in a line, more of them with the reason beside, in a first line
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{c: "\\" + c for c in "&%$#_"},
    **{c: f"${c}$" for c in "<>|"},
    '"': "''",
    "≪": r"$\ll$",
    "≥": r"$\ge$",
    "≤": r"$\le$",
    "−": "$-$",
    "‖": r"$\|$",
    "∞": r"$\infty$",
    "·": r"$\cdot$",
    "…": r"\dots{}",
    "½": r"$\frac12$",
    "→": r"$\to$",
    "✓": "",
    "√": r"$\surd$",
    "∈": r"$\in$",
    "∫": r"$\int$",
    "≠": r"$\ne$",
    "²": r"$^2$",
    "′": "$'$",
    "⊗": r"$\otimes$",
}
_GREEK = {
    letter: name.split()[-1].lower() if "SMALL" in name else name.split()[-1].capitalize()
    for letter in "αβγδζηθικλμνξπρστυχψωΓΔΘΛΞΠΣΦΨΩ"
    for name in [unicodedata.name(letter).replace("LAMDA", "LAMBDA")]
} | {"ε": "varepsilon", "φ": "varphi"}
_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ", [*"0123456789", "-", "+", "n"], strict=True))
_SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789aehijklmnoprstuvx", strict=True))


def escaped(words: str) -> str:
    """Words in LaTeX; a sign that pdflatex cannot set becomes a question mark."""
    return "".join(map(_letter, words))


def _letter(c: str) -> str:
    if c in _SPECIAL:
        return _SPECIAL[c]
    if c in _GREEK:
        return rf"$\{_GREEK[c]}$"
    if c in _SUBSCRIPTS:
        return f"$_{_SUBSCRIPTS[c]}$"
    if c in _SUPERSCRIPTS:
        return f"$^{{{_SUPERSCRIPTS[c]}}}$"
    return c if ord(c) < 0x250 or c in "–—‘’“”" else "?"


def prose(words: Prose, link: Linker | None = None) -> str:
    """Words and formulas in a paragraph."""
    return woven(words, escaped, _inline)


def _inline(f: Formula) -> str:
    """A formula in a paragraph; a long one in pieces, for TeX breaks none between stretching brackets."""
    if visible(f.latex) <= _LINE // 2:
        return f"${f.latex}$"
    first, *more = broken(f.latex, 0, _LINE // 3)
    return " ".join([f"${first}$", *(f"${{}} {piece}$" for piece in more)])


def render(solution: Solution, link: Linker | None = None) -> str:
    """A fragment: a subsection with the statement, the chain, the boxed result and the evidence."""
    parts = [rf"\subsection*{{{escaped(solution.title)}}}", prose(solution.statement)]
    if solution.given:
        parts.append(f"Given {prose(listed(solution.given))}.")
    if solution.note:
        parts.append(escaped(solution.note))
    parts += map(listing.latex, solution.tables)
    parts += [chain(solution), *([prose(solution.aside)] if solution.aside else []), result(solution)]
    if solution.equality:
        parts.append(prose(solution.equality))
    rows = "\n".join(rf"\item[{escaped(c.name)}:] {_outcome(c.passed)}{prose(c.words)}" for c in solution.evidence)
    parts.append(f"\\begin{{description}}\n{rows}\n\\end{{description}}")
    return "\n\n".join(parts) + "\n"


def _outcome(passed: bool | None) -> str:
    return r"\textbf{failed:} " if passed is False else "not made: " if passed is None else ""


def document(body: str, title: str = "", packages: str = "") -> str:
    """A whole document around fragments; `packages` are lines of the preamble that it needs beyond amsmath."""
    heading = f"\\title{{{escaped(title)}}}\n\\date{{}}\n\\maketitle\n" if title else ""
    return (
        "\\documentclass[11pt,a4paper]{article}\n\\usepackage[utf8]{inputenc}\n"
        "\\usepackage[margin=25mm]{geometry}\n\\usepackage{amsmath}\n"
        f"{packages}\\allowdisplaybreaks\n"
        "\\setlength{\\parindent}{0pt}\n\\setlength{\\parskip}{6pt}\n\\begin{document}\n"
        f"{heading}\n{body}\n\\end{{document}}\n"
    )


def chain(solution: Solution) -> str:
    """The lines of the derivation, aligned at their relations, each with its reason beside or under it."""
    start = visible(solution.start.latex)
    room = _LINE - (start if start <= _START else 0)
    lines = [(line, broken(line.latex, room)) for line in solution.lines]
    widest = max((visible(row) for _, rows in lines for row in rows), default=0)
    for _ in lines:  # a reason beneath a line widens the column for those beside
        under = [_reason(line) + 5 for line, rows in lines if not _is_beside(line, rows, widest, room)]
        widest = max([widest, *under])
    rows = [_row(line, parts, widest, room) for line, parts in lines]
    first = solution.start.latex
    if start > _START:  # a long first line stands alone, and the relations at the margin
        first = rf"&{first} \\" + "\n" if rows else f"&{first}"
    body = first + " " + (" \\\\\n".join(rows))
    return f"\\begin{{align*}}\n{body}\n\\end{{align*}}"


def _row(line: Line, parts: list[str], widest: int, room: int) -> str:
    words = woven(line.reason, escaped, lambda f: rf"$\textstyle {f.latex}$")
    reason = rf"\text{{({line.number}) {words}}}"
    sign = RELATIONS[line.relation].latex
    made = " \\\\\n&\\quad ".join([f"&{sign} {parts[0]}", *parts[1:]])
    if _is_beside(line, parts, widest, room):
        return rf"{made} && {reason}"
    return f"{made} \\\\*\n&\\qquad {reason}"


def _is_beside(line: Line, parts: list[str], widest: int, room: int) -> bool:
    """Whether the reason fits beside the widest of the lines."""
    return len(parts) == 1 and widest + _reason(line) + 6 <= room + _BESIDE


def _reason(line: Line) -> int:
    return sum(map(_width, line.reason))


def _width(piece: object) -> int:
    return visible(piece.latex) if isinstance(piece, Formula) else len(getattr(piece, "words", str(piece)))


def result(solution: Solution) -> str:
    """The boxed conclusion."""
    unit = rf"\quad \text{{({escaped(solution.unit)})}}" if solution.unit != "nats" else ""
    sign = RELATIONS[solution.relation].latex
    whole = solution.conclusion.latex
    if visible(whole) <= _LINE + 8:
        return rf"{{\setlength{{\fboxsep}}{{6pt}}\[ \boxed{{{whole}{unit}}} \]}}"
    rows = broken(solution.right.latex, _LINE)
    body = " \\\\\n&\\quad ".join([f"{solution.start.latex} \\\\\n&{sign} {rows[0]}", *rows[1:]])
    return f"{{\\setlength{{\\fboxsep}}{{6pt}}\\[ \\boxed{{\\begin{{aligned}}\n&{body}{unit}\n\\end{{aligned}}}} \\]}}"
