"""The chapter of the catalogue in LaTeX: matrices of letters, formula sheets, then a section of solutions a family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from . import latex
from .chapter import MARKS, Cell, Matrix, Page, Part, Sheet, pair_name, summary
from .latex import escaped, prose
from .prose import listed

PAGES = False  # a page is a fragment, which the files of `index` hold
SUFFIX = latex.suffix
MAIN = "catalogue" + latex.suffix
_PRIME = "$'$"


def page(page: Page, book: str) -> str:
    """A family, which begins a section, or a pair."""
    label = rf"\label{{{page.name}}}"
    head = [rf"\section{{{escaped(page.title)}}}{label}", escaped(page.words)] if page.words else [label]
    rows = "\n".join(rf"\item[{escaped(word)}:] {prose(said)}" for word, said in page.rows)
    facts = [f"\\begin{{description}}\n{rows}\n\\end{{description}}"] if rows else []
    return "\n\n".join([*head, *facts, *map(_part, page.parts)]) + "\n"


def _part(part: Part) -> str:
    reason = f"\\textbf{{{part.status}}}: {escaped(part.reason)}\n\n"
    if part.solution is None:
        return rf"\subsection*{{{escaped(part.title)}}}" + "\n\n" + reason
    return ("" if part.status in ("proved", "infinite") else reason) + latex.render(part.solution)


def index(matrices: Sequence[Matrix], book: str, pages: Mapping[str, str]) -> dict[str, str]:
    """The main file and one of each family, by file name; `pages` are the fragments of families and pairs."""
    marks = "\n".join(rf"\item[{m.latex}] {status}: {escaped(m.says)}" for status, m in MARKS.items())
    parts = [
        "The sign in row $P$ and column $Q$ stands for $D(P \\,\\|\\, Q)$.",
        f"\\begin{{description}}\n{marks}\n"
        f"\\item[{_PRIME}] behind a sign: under conditions that the solution states\n\\end{{description}}",
    ]
    for m in matrices:
        parts += [rf"\section*{{{m.title.capitalize()} laws}}", escaped(summary(m)), _matrix(m)]
    for m in matrices:
        parts += [rf"\section*{{{m.title.capitalize()} laws: formulas}}", _sheets(m.sheets)]
    files = {}
    for m in matrices:
        for p in m.names:
            files[p + latex.suffix] = _section(p, m, pages)
            parts.append(rf"\input{{{p}}}")
    packages = "\\usepackage{longtable,graphicx}\n"
    return {MAIN: latex.document("\n\n".join(parts), f"{book}: the catalogue".removeprefix(": "), packages), **files}


def _section(p: str, m: Matrix, pages: Mapping[str, str]) -> str:
    """A family, the pairs in which it is P, and in a sentence those where there is nothing to derive."""
    shown = [pages[pair_name(p, q)] for q in m.names if m.cells[p, q].status not in ("infinite", "unknown")]
    endless = [q for q in m.names if m.cells[p, q].status == "infinite"]
    unknown = [q for q in m.names if m.cells[p, q].status == "unknown"]
    ends = [f"The divergence of {p} from {_named(qs)} is {word}." for qs, word in
            ((endless, "infinite"), (unknown, "not known here")) if qs]  # fmt: skip
    return "\n".join([pages[p], *shown, "\n\n".join(ends)]) + "\n"


def _named(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _matrix(m: Matrix) -> str:
    head = " & ".join([r"$P \setminus Q$", *(rf"\rotatebox{{90}}{{{q}\ }}" for q in m.names)])
    rows = [" & ".join([p, *(_sign(m.cells[p, q]) for q in m.names)]) for p in m.names]
    body = " \\\\ \\hline\n".join([head, *rows])
    columns = "|r|" + "@{\\,}c@{\\,}|" * len(m.names)
    table = f"\\begin{{tabular}}{{{columns}}}\n\\hline\n{body} \\\\ \\hline\n\\end{{tabular}}"
    return f"\\noindent\\resizebox{{\\textwidth}}{{!}}{{{table}}}" if len(m.names) > 9 else table


def _sign(c: Cell) -> str:
    return MARKS[c.status].latex + (_PRIME if c.conditions else "")


def _sheets(sheets: Sequence[Sheet]) -> str:
    """Each family with its density, support and results, in a table that breaks over pages."""
    rows = []
    for s in sheets:
        where = f", {prose(listed(s.conditions))}" if s.conditions else ""
        lines = [rf"density {prose((s.density,))} on {prose((s.support,))}{where}"]
        lines += [f"{word}: {_result(c)}" for word, c in s.results.items()]
        rows.append(rf"{s.name}, page~\pageref{{{s.name}}} & " + r" \newline ".join(lines))
    body = " \\\\ \\hline\n".join(rows)
    return f"\\begin{{longtable}}{{|p{{34mm}}|p{{118mm}}|}}\n\\hline\n{body} \\\\ \\hline\n\\end{{longtable}}"


def _result(c: Cell) -> str:
    if c.result is None:
        return rf"\textit{{{c.status}}}"
    return prose((c.result,)) + (f" where {prose(listed(c.conditions))}" if c.conditions else "")
