"""The chapter of the catalogue as linked pages of HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from . import html
from .chapter import CONDITIONAL, INDEX, MARKS, Matrix, Page, pair_name, quantities, summary

PAGES = True  # each page is a file
SUFFIX = html.suffix


def page(page: Page, book: str) -> str:
    """A family or a pair."""
    return html.page("chapter.html", page=page, book=book)


def index(matrices: Sequence[Matrix], book: str, pages: Mapping[str, str]) -> dict[str, str]:
    """The matrix of pairs and the formula sheet, by file name."""
    words = quantities(s for m in matrices for s in m.sheets)
    failed = any(m.count("failed") for m in matrices)
    made = html.page(
        "matrix.html", matrices=matrices, book=book, marks=MARKS, conditional=CONDITIONAL, words=words,
        summary=summary, pair=pair_name, failed=failed,
    )  # fmt: skip
    return {INDEX + html.suffix: made}
