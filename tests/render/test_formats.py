"""Each format: complete, escaped, well-formed; the LaTeX compiles."""

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest

from symbolic_info.render import formats, html, latex, render, text
from symbolic_info.render.breaking import broken, visible
from symbolic_info.render.prose import pieces

VOID = {"meta", "br", "hr", "img", "input", "link"}


class Nesting(HTMLParser):
    """Every element is closed in order."""

    def __init__(self, page):
        super().__init__()
        self.open, self.seen, self.attributes = [], set(), []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag


def balanced(tex):
    """Braces and environments are balanced, for a machine without pdflatex."""
    plain = re.sub(r"\\[{}\\]", "", tex)
    depth = 0
    for character in plain:
        depth += (character == "{") - (character == "}")
        assert depth >= 0
    stack = []
    for kind, name in re.findall(r"\\(begin|end)\{(\w+\*?)\}", tex):
        if kind == "begin":
            stack.append(name)
        else:
            assert stack and stack.pop() == name
    return depth == 0 and not stack


def test_formats_are_found():
    assert list(formats()) == ["html", "json", "latex", "markdown", "text"]
    assert len({module.suffix for module in formats().values()}) == len(formats())


def test_unknown_format(solutions):
    with pytest.raises(KeyError, match="no format 'pdf'"):
        render(solutions["normal"], "pdf")


@pytest.mark.parametrize("name", ["html", "json", "latex", "markdown", "text"])
def test_every_solution_renders(solutions, name):
    for s in solutions.values():
        made = render(s, name)
        assert made.endswith("\n") and "None" not in made.replace("null", "")


def test_html_is_well_formed_and_alone(solutions):
    for s in solutions.values():
        page = render(s, "html")
        found = Nesting(page)
        assert not found.open
        assert not found.seen & {"script", "link", "img", "iframe"}
        assert not [v for k, v in found.attributes if k in ("src", "href") and v]
        assert "http" not in page and "@import" not in page and "url(" not in page
        assert "\\" not in re.sub(r"<style>.*?</style>", "", page, flags=re.S)


def test_user_text_is_escaped(solutions):
    s = solutions["gibbs"]
    assert "&lt;inequality&gt; &amp; 100%" in render(s, "html")
    assert r"$<$inequality$>$ \& 100\% of \$x\_1\$" in render(s, "latex")
    assert r"\<inequality\> \& 100% of \$x\_1\$" in render(s, "markdown")


def test_links_only_where_there_is_a_target(solutions):
    s = solutions["coin"]
    assert '<a href="gibbs.html">gibbs</a>' in html.render(s, lambda name: "gibbs.html")
    assert "[gibbs](gibbs.md)" in render(s, "markdown", lambda name: "gibbs.md")
    assert "<a " not in html.render(s, lambda name: None)


def test_latex_compiles(solutions, tmp_path):
    tex = latex.document("\n".join(latex.render(s) for s in solutions.values()), "A trial & more_of it")
    assert balanced(tex)
    assert re.findall(r"\\usepackage(?:\[[^]]*\])?\{(\w+)\}", tex) == ["inputenc", "geometry", "amsmath"]
    if shutil.which("pdflatex"):
        (tmp_path / "trial.tex").write_text(tex, encoding="utf-8")
        run = subprocess.run(
            ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "trial.tex"],
            cwd=tmp_path, capture_output=True, text=True, errors="replace", timeout=60, check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stdout[-1500:]
        assert not re.search(r"Overfull \\hbox \((?:[2-9]|\d\d)", run.stdout), "a line runs into the margin"


def test_json_has_the_fields_of_a_row(solutions):
    row = json.loads(render(solutions["normal"], "json"))
    assert row["result"] == "log(sigma_2/sigma_1) - 1/2 + (sigma_1**2 + (mu_1 - mu_2)**2)/(2*sigma_2**2)"
    assert row["given"] == ["sigma_1 > 0", "sigma_2 > 0"]
    assert row["audit"] == {"points": 5, "digits": 31, "against": "quadrature of the definition"}
    assert row["steps"][0]["says"] == "definition of D(P ‖ Q)"
    assert set(row["steps"][0]) == {"relation", "latex", "text", "by", "says"}
    assert (row["status"], row["unit"], row["reason"]) == ("proved", "nats", None)


def test_what_failed_is_not_proved(solutions):
    row = json.loads(render(solutions["vacuous"], "json"))
    assert row["status"] == "unknown" and "vacuous" in row["reason"]


@pytest.mark.parametrize("width", [40, 60, 88, 120])
def test_text_keeps_within_the_width(solutions, width):
    for s in solutions.values():
        for line in text.render(s, width=width).splitlines()[2:]:
            longest = max(map(len, re.split(r" (?=[+−])", line)))
            assert len(line) <= width or longest > width - 24, line


def test_text_puts_reasons_beside_or_beneath(solutions):
    wide = text.render(solutions["normal"], width=100).splitlines()
    third = next(line for line in wide if line.startswith(" (3)"))
    assert third.endswith("   linearity, moments")
    assert "└ linearity" in text.render(solutions["normal"], width=60)


def test_lines_break_outside_brackets_only():
    assert pieces("a + (b - c) - d") == ["a", "+ (b - c)", "- d"]
    assert broken("a + b", 60) == ["a + b"]
    assert broken(r"\left[aaaaaaaaaa + bbbbbbbbbb\right]", 12) == [r"\Bigl[aaaaaaaaaa", r"+ bbbbbbbbbb\Bigr]"]
    whole = r"\frac{\Gamma\left(\frac{k}{2}\right) + aaaaaaaaaa}{\Gamma\left(k\right)}"
    assert broken(whole, 12) == [whole]  # never between the brackets of a fraction
    assert broken(r"\left(a + \left(b\right)^2\right) \log\left(ccccc + d\right)", 12) == [
        r"\Bigl(a", r"+ \left(b\right)^2\Bigr) \log\Bigl(ccccc", r"+ d\Bigr)"
    ]  # fmt: skip
    assert visible(r"\frac{1}{2} \log\sigma_1") < 10


def test_a_matrix_is_not_broken():
    whole = r"\begin{pmatrix} a + b & c \\ c & d + e \end{pmatrix}"
    assert broken(f"{whole} + f", 4) == [whole, "+ f"]
