"""The catalogue as a chapter of the book: written in every format, with links that lead somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from commands import clean, run

from symbolic_info import publish
from symbolic_info.catalogue import work
from symbolic_info.catalogue.members import Block
from symbolic_info.catalogue.table import read, written
from symbolic_info.catalogue.work import Done, all_done, jobs
from symbolic_info.catalogue.write import arranged, write_chapter
from symbolic_info.render.chapter import MARKS, summary

FEW = (Block("continuous", ("Laplace", "Normal", "Uniform")), Block("discrete", ("Bernoulli", "Poisson")))
STYLES = ("html", "latex", "markdown")


@pytest.fixture(scope="module")
def chapter(tmp_path_factory):
    folder = tmp_path_factory.mktemp("book")
    return folder / "catalogue", *write_chapter(all_done(jobs(FEW, STYLES), 1), FEW, folder, STYLES, "")


def test_every_family_and_pair_has_a_page(chapter):
    folder, opened, matrices, failures = chapter
    assert [p.name for p in opened] == ["index.html", "catalogue.tex", "index.md"] and not failures
    names = {*(n for b in FEW for n in b.names), *(f"{p}--{q}" for b in FEW for p, q in b.pairs), "index"}
    assert {p.stem for p in folder.glob("*.html")} == names == {p.stem for p in folder.glob("*.md")}
    assert summary(matrices[0]) == "3 families, 9 ordered pairs: 7 proved, 2 infinite."


def test_links_lead_somewhere(chapter):
    folder = chapter[0]
    for page in folder.glob("*.html"):
        targets = re.findall(r'href="([^"]*)"', page.read_text(encoding="utf-8"))
        assert targets and all((folder / target).is_file() for target in targets), page.name
    for page in folder.glob("*.md"):
        targets = re.findall(r"\]\(([^)]*\.md)\)", page.read_text(encoding="utf-8"))
        assert targets and all((folder / target).is_file() for target in targets), page.name


def test_the_matrix_reads_without_colour(chapter):
    folder, _, matrices, _ = chapter
    shown = (folder / "index.html").read_text(encoding="utf-8")
    cells = re.findall(r'<td class="(\w+)"><a href="([\w-]+)\.html" title="[^"]*">(\S+)</a>', shown)
    assert [(f"{p}--{q}", c.status, c.sign) for m in matrices for (p, q), c in m.cells.items()] == [
        (target, status, sign) for status, target, sign in cells
    ]
    assert len({m.sign for m in MARKS.values()}) == len(MARKS)


def test_conditions_are_stated(chapter):
    folder, _, matrices, _ = chapter
    cell = matrices[0].cells["Uniform", "Uniform"]
    assert [c.text for c in cell.conditions] == ["a₂ ≤ a₁", "b₁ ≤ b₂"] and cell.sign == "✓′"
    page = (folder / "Uniform--Uniform.md").read_text(encoding="utf-8")
    assert r"a_2 \le a_1" in page and r"\infty" in page  # and where they do not hold


def test_latex_compiles(chapter):
    folder = chapter[0]
    if shutil.which("pdflatex"):
        run_ = subprocess.run(
            ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "catalogue.tex"],
            cwd=folder, capture_output=True, text=True, errors="replace", timeout=60, check=False,
        )  # fmt: skip
        assert run_.returncode == 0, run_.stdout[-1500:]


def test_several_processes_bring_the_same(chapter):
    wanted = jobs(FEW[1:], STYLES)
    alone, together = list(all_done(wanted, 1)), list(all_done(wanted, 2))
    assert [(d.name, d.result, d.pages) for d in alone] == [(d.name, d.result, d.pages) for d in together]


def test_the_table_is_read_as_it_is_written(chapter):
    table = read(written(chapter[2]))
    assert table.pairs["Normal", "Uniform"] == "infinite" and table.quantities["Poisson"]["entropy"] == "reduced"
    assert table.of("Poisson", "infinite") == ["Bernoulli"]


def test_a_failure_fails_the_book(monkeypatch, tmp_path):
    def broken(job):
        made = work.done(job)
        return Done(job, made.name, made.pages, made.result, ("KL(P, Q): the numbers do not agree",))

    monkeypatch.setattr(publish, "blocks", lambda: (Block("discrete", ("Bernoulli",)),))
    monkeypatch.setattr(publish, "all_done", lambda wanted, processes: map(broken, wanted))
    said = clean(run("book", "--only", "catalogue", "-o", tmp_path / "out"), 1)
    assert "failed  KL(P, Q): the numbers do not agree" in said.stderr


def test_the_book_of_the_catalogue_alone(monkeypatch, tmp_path):
    monkeypatch.setattr(publish, "blocks", lambda: (Block("discrete", ("Bernoulli", "Geometric")),))
    said = clean(run("book", "--only", "catalogue", "-o", tmp_path / "out", "--jobs", "1", "-f", "html"))
    assert said.stdout.split() == [str(tmp_path / "out" / "catalogue" / "index.html")]
    assert "discrete: 2 families, 4 ordered pairs" in said.stderr
    assert arranged(all_done(jobs(publish.blocks()), 1), publish.blocks())[1] == []
