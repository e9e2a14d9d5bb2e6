"""The book: pages that link to each other, an index, a LaTeX document."""

import re
import shutil
import subprocess

import pytest

from symbolic_info.render.book import Entry, arranged, write_book


@pytest.fixture
def entries(solutions):
    made = [
        Entry(name, s.title, "Divergence" if name in ("gibbs", "normal") else "Entropy & more", s.note, s,
              ("gibbs",) if name == "coin" else (), s.status, 1.5)
        for name, s in solutions.items()
    ]  # fmt: skip
    return [*made, Entry("bad_one", "A failure", "Divergence", "", None, (), "failed: step 2 does not follow")]


def test_places(entries):
    places = {p.entry.name: p for p in arranged(entries)}
    assert [o.name for o in places["coin"].uses] == ["gibbs"]
    assert [o.name for o in places["gibbs"].used_by] == ["coin"]
    assert places["normal"].before is None and places["normal"].after.name == "gibbs"


def test_two_entries_of_one_name(entries):
    with pytest.raises(ValueError, match="same name"):
        arranged([*entries, entries[0]])


def test_html_links_lead_somewhere(entries, tmp_path):
    (index,) = write_book(entries, tmp_path, ["html"], "The <book>")
    pages = sorted(tmp_path.glob("*.html"))
    assert index == tmp_path / "index.html" and len(pages) == len(entries) + 1
    for page in pages:
        for target in re.findall(r'href="([^"]*)"', page.read_text(encoding="utf-8")):
            assert (tmp_path / target).is_file(), target
    shown = index.read_text(encoding="utf-8")
    assert "The &lt;book&gt;" in shown and "failed: step 2" in shown and "9 results, 7 proved." in shown


def test_markdown_links_lead_somewhere(entries, tmp_path):
    write_book(entries, tmp_path, ["markdown"])
    for page in tmp_path.glob("*.md"):
        for target in re.findall(r"\]\(([^)]*\.md)\)", page.read_text(encoding="utf-8")):
            assert (tmp_path / target).is_file(), target


def test_latex_book_compiles(entries, tmp_path):
    (main,) = write_book(entries, tmp_path, ["latex"])
    chapters = re.findall(r"\\input\{([\w-]+)\}", main.read_text(encoding="utf-8"))
    assert [(tmp_path / f"{c}.tex").is_file() for c in chapters] == [True, True]
    if shutil.which("pdflatex"):
        run = subprocess.run(
            ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", main.name],
            cwd=tmp_path, capture_output=True, text=True, errors="replace", timeout=60, check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stdout[-1500:]


def test_unknown_format(entries, tmp_path):
    with pytest.raises(KeyError):
        write_book(entries, tmp_path, ["pdf"])
