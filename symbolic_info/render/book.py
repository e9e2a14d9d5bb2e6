"""A linked set of worked solutions: pages, an index by chapters, a table of what was proved and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from . import html, latex, markdown
from .prose import Formula, Link
from .reasons import plain_name, spoken_name
from .solution import Solution

CATALOGUE = "catalogue/index"  # the page of the chapter that is a folder of its own


@dataclass(frozen=True)
class Entry:
    """One result of the book; `solution` is None where there is none, and then `status` says why."""

    name: str
    title: str
    chapter: str
    note: str
    solution: Solution | None
    uses: tuple[str, ...] = ()
    status: str = "proved"
    ms: float = 0.0

    @property
    def rules(self) -> str:
        return ", ".join(map(spoken_name, self.solution.rules)) if self.solution else ""

    @property
    def digits(self) -> str:
        audit = self.solution.audit if self.solution else None
        return str(audit.digits) if audit is not None and audit.ok and audit.digits is not None else "–"


@dataclass(frozen=True)
class Place:
    """Where an entry stands: its neighbours, what it uses, what uses it."""

    entry: Entry
    before: Entry | None
    after: Entry | None
    uses: tuple[Entry, ...]
    used_by: tuple[Entry, ...]


def write_book(
    entries: Sequence[Entry],
    directory: Path,
    formats: Iterable[str] = ("html",),
    title: str = "Worked solutions",
    with_catalogue: bool = False,
) -> tuple[Path, ...]:
    """Write the book in each format; return the files that one opens first.

    `with_catalogue` says that the chapter of the catalogue stands beside it, in the folder `catalogue`.

    Raises KeyError for a format in which there is no book, ValueError for two entries of one name.
    """
    directory.mkdir(parents=True, exist_ok=True)
    places = arranged(_titled(entries))
    return tuple(BOOKS[name](places, directory, title, with_catalogue) for name in formats)


def _titled(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with the titles of the theorems that are cited in their evidence."""
    titles = {e.name: e.title for e in entries}
    made = []
    for e in entries:
        s = e.solution
        if s is not None:
            checks = [replace(c, words=tuple(_with_title(piece, titles) for piece in c.words)) for c in s.evidence]
            s = replace(s, evidence=tuple(checks))
        made.append(replace(e, solution=s))
    return made


def _with_title(piece: str | Formula | Link, titles: Mapping[str, str]) -> str | Formula | Link:
    return replace(piece, words=titles.get(piece.target, piece.words)) if isinstance(piece, Link) else piece


def arranged(entries: Sequence[Entry]) -> tuple[Place, ...]:
    """The entries by chapter, in the order in which chapters first appear, with their links."""
    by_name = {e.name: e for e in entries}
    if len(by_name) != len(entries):
        raise ValueError("two entries of the book have the same name")
    chapters = list(dict.fromkeys(e.chapter for e in entries))
    ordered = sorted(entries, key=lambda e: chapters.index(e.chapter))
    found = []
    for i, e in enumerate(ordered):
        before = ordered[i - 1] if i else None
        after = ordered[i + 1] if i + 1 < len(ordered) else None
        uses = tuple(by_name[n] for n in e.uses if n in by_name)
        found.append(Place(e, before, after, uses, tuple(o for o in ordered if e.name in o.uses)))
    return tuple(found)


def file_name(name: str, suffix: str) -> str:
    """The file of an entry: its name with what cannot stand in a file name replaced."""
    return "".join(c if c.isalnum() or c in "-_" else "-" for c in name) + suffix


def linker(places: Sequence[Place], suffix: str) -> Callable[[str], str | None]:
    """The address of a cited theorem in this book."""
    files = {p.entry.name: file_name(p.entry.name, suffix) for p in places}
    short = {name.rsplit("/", 1)[-1]: file for name, file in files.items()}
    return lambda name: files.get(name) or short.get(name)


def _chapters(places: Sequence[Place]) -> list[tuple[str, list[Place]]]:
    return [(heading(name), list(group)) for name, group in groupby(places, key=lambda p: p.entry.chapter)]


def heading(chapter: str) -> str:
    """The name of a chapter, from that of its folder: Maximum entropy for maximum_entropy."""
    words = plain_name(chapter)
    return words[:1].upper() + words[1:]


def _html(places: Sequence[Place], directory: Path, title: str, with_catalogue: bool) -> Path:
    link = linker(places, html.suffix)
    for place in places:
        chapter = heading(place.entry.chapter)
        text = html.page("entry.html", place=place, chapter=chapter, s=place.entry.solution, link=link, book=title)
        (directory / file_name(place.entry.name, html.suffix)).write_text(text, encoding="utf-8")
    index = directory / "index.html"
    beside = CATALOGUE + html.suffix if with_catalogue else None
    chapters = _chapters(places)
    text = html.page("index.html", chapters=chapters, link=link, book=title, summary=summary(places), catalogue=beside)
    index.write_text(text, encoding="utf-8")
    return index


def summary(places: Sequence[Place]) -> str:
    """How many results there are, and how many of them are proved."""
    proved = sum(p.entry.status == "proved" for p in places)
    return f"{len(places)} results, {proved} proved."


def _markdown(places: Sequence[Place], directory: Path, title: str, with_catalogue: bool) -> Path:
    link, say = linker(places, markdown.suffix), markdown.escaped

    def named(e: Entry) -> str:
        return f"[{say(e.title)}]({link(e.name)})"

    for place in places:
        e = place.entry
        body = markdown.render(e.solution, link) if e.solution else f"# {say(e.title)}\n\n{say(e.status)}\n"
        lines = [f"[{say(title)}](index.md)"]
        lines += [f"{word}: {named(o)}" for word, o in (("Previous", place.before), ("Next", place.after)) if o]
        for word, others in (("Uses", place.uses), ("Used by", place.used_by)):
            lines += [f"{word}: {', '.join(map(named, others))}"] if others else []
        text = body + "\n---\n\n" + "  \n".join(lines) + "\n"
        (directory / file_name(e.name, markdown.suffix)).write_text(text, encoding="utf-8")
    parts = [f"# {say(title)}", summary(places)]
    parts += [f"[The catalogue]({CATALOGUE}{markdown.suffix}) of families and pairs"] if with_catalogue else []
    for chapter, group in _chapters(places):
        rows = ["| result | status | rests on | digits | ms |", "| --- | --- | --- | ---: | ---: |"]
        rows += [
            f"| {named(p.entry)} | {say(p.entry.status)} | {say(p.entry.rules)} | {p.entry.digits} | {p.entry.ms:.0f} |"
            for p in group
        ]
        parts += [f"## {say(chapter)}", "\n".join(rows)]
    index = directory / "index.md"
    index.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return index


def _latex(places: Sequence[Place], directory: Path, title: str, with_catalogue: bool) -> Path:
    say = latex.escaped
    labels = {p.entry.name: file_name(p.entry.name, "") for p in places}
    parts = [r"\tableofcontents", _latex_table(places)]
    for number, (chapter, group) in enumerate(_chapters(places), 1):
        file = f"chapter-{number}"
        body = [rf"\section{{{say(chapter)}}}"]
        for place in group:
            e = place.entry
            text = latex.render(e.solution) if e.solution else rf"\subsection*{{{say(e.title)}}}" + "\n" + say(e.status)
            first, rest = text.split("\n", 1)
            contents = rf"\addcontentsline{{toc}}{{subsection}}{{{say(e.title)}}}"
            body.append(rf"{first}{contents}\label{{{labels[e.name]}}}" + f"\n{rest}")
            uses = ", ".join(rf"{say(u.title)} (page~\pageref{{{labels[u.name]}}})" for u in place.uses)
            body += [f"Uses {uses}."] if uses else []
        (directory / f"{file}.tex").write_text("\n\n".join(body) + "\n", encoding="utf-8")
        parts.append(rf"\clearpage\input{{{file}}}")
    main = directory / "book.tex"
    main.write_text(latex.document("\n\n".join(parts), title), encoding="utf-8")
    return main


def _latex_table(places: Sequence[Place]) -> str:
    """The summary, as a list that may break over pages (a long table needs another package)."""
    say = latex.escaped
    rows = []
    for p in places:
        digits = f", {say(p.entry.digits)} digits" if p.entry.digits != "–" else ""
        why = f"; {say(p.entry.rules)}" if p.entry.rules else ""
        rows.append(
            rf"\item[$\cdot$] {say(p.entry.title)} (page~\pageref{{{file_name(p.entry.name, '')}}}): "
            rf"\textit{{{say(p.entry.status)}{digits}, {p.entry.ms:.0f} ms{why}}}"
        )
    inside = "\n".join(rows) or r"\item[$\cdot$] nothing"
    items = f"\\begin{{itemize}}\n{inside}\n\\end{{itemize}}"
    return f"\\section*{{What was proved and how}}\n{say(summary(places))}\n{items}"


BOOKS = {"html": _html, "latex": _latex, "markdown": _markdown}
