"""A solution as a page of HTML: MathML, no script, no network; the reasons stand under the lines on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

from .breaking import broken
from .circles import svg
from .prose import RELATIONS, Formula, Link, Prose, listed, woven

if TYPE_CHECKING:
    from . import Linker
    from .solution import Solution

suffix = ".html"


_TERM = 34  # a longer term is broken inside its brackets


@lru_cache(maxsize=20_000)
def mathml(latex: str, tall: bool = False) -> str:
    """A formula in MathML; `tall` sets fractions in full size."""
    from latex2mathml.converter import convert

    made = str(convert(_spaced(latex)))
    head = '<math displaystyle="true" ' if tall else "<math "
    made = made.replace('xmlns="http://www.w3.org/1998/Math/MathML" ', "", 1)
    made = re.sub(r"<mi>(&#x003(?:9|A)[0-9A-F];)</mi>", r'<mi mathvariant="normal">\1</mi>', made)  # upright Γ
    return made.replace("<math ", head, 1)


def _spaced(latex: str) -> str:
    """What TeX does by itself and the converter does not: space around log, operators as names."""
    latex = re.sub(r"(?<=[\w})\]]) ?\\log(?![A-Za-z])", r"\\,\\log", latex)
    latex = re.sub(r"\\log(?![A-Za-z]) ?(?=[\\\w])(?!\\left)", r"\\log\\,", latex)
    latex = latex.replace(r"\operatorname{E}", r"\mathbb{E}")
    return re.sub(r"\\operatorname\{(\w+)\}", r"\\mathrm{\1}", latex)


def breaking(latex: str, sign: str = "") -> str:
    """A formula in pieces between which a line may break, as MathML itself does not."""
    first, *more = broken(latex, 0, _TERM)
    made = [mathml(f"{sign} {first}".strip(), tall=True)]
    return " ".join([*made, *(mathml("{} " + p, tall=True) for p in more)])


def prose(words: Prose, link: Linker | None = None, formula: Callable[[Formula], str] | None = None) -> Any:
    """Words, formulas and links, escaped."""
    from markupsafe import Markup

    def linked(piece: Link) -> str:
        target = link(piece.target) if link is not None else None
        shown = escape(piece.words)
        return f'<a href="{escape(target)}">{shown}</a>' if target else shown

    return Markup(woven(words, escape, formula or _inline, linked))


def _inline(f: Formula) -> str:
    return mathml(f.latex)


def fragment(solution: Solution, link: Linker | None = None) -> str:
    """The solution with its style, to stand inside another page (a notebook)."""
    return str(templates().get_template("fragment.html").render(_spoken(solution, link)))


def render(solution: Solution, link: Linker | None = None) -> str:
    """A standalone page."""
    return page("page.html", **_spoken(solution, link))


def page(template: str, **parts: Any) -> str:
    """A page of the book from its template."""
    return str(templates().get_template(template).render(**parts)) + "\n"


@cache
def templates() -> Any:
    """The templates of this folder; what they are given is escaped unless it is markup of ours."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    made = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["prose"] = prose
    made.filters["display"] = lambda words: prose(words, formula=lambda f: breaking(f.latex))
    made.filters["listed"] = listed
    made.filters["math"] = lambda latex: Markup(mathml(latex))
    made.filters["breaking"] = lambda latex, sign="": Markup(breaking(latex, sign))
    made.filters["circles"] = lambda diagram: Markup(svg(diagram))
    made.globals["signs"] = {name: sign.latex for name, sign in RELATIONS.items()}
    return made


def _spoken(solution: Solution, link: Linker | None) -> dict[str, Any]:
    return {"s": solution, "link": link}
