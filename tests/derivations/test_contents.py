"""The table of contents of the course page: every statement has its derivation, and every derivation its place."""

from __future__ import annotations

import re

from symbolic_info import library
from symbolic_info.language.parse import question

TABLE = library.contents()["course"]
SECTIONS = {"si": 14, "en": 21, "ce": 6, "xe": 11, "kl": 18, "mi": 10, "app": 2}  # statements of the page by section


def test_every_statement_of_the_page_is_there():
    wanted = {f"course-{section}-{i:02}" for section, number in SECTIONS.items() for i in range(1, number + 1)}
    assert {name for name, _, _ in TABLE.rows} == wanted


def test_every_row_names_a_derivation_and_says_its_statement():
    names = set(library.names())
    for _, name, statement in TABLE.rows:
        assert name in names
        assert len(statement) > 8


def test_every_derivation_of_the_course_has_its_ids_in_the_order_of_the_page():
    entries = [e for e in library.entries() if e.file.startswith("course/")]
    assert all(e.ids and all(re.fullmatch(r"course-[a-z]+-\d\d", i) for i in e.ids) for e in entries)
    order = [name_id for name_id, _, _ in TABLE.rows]
    places = [order.index(e.ids[0]) for e in entries]
    assert places == sorted(places)


def test_the_notation_of_the_page_is_read_as_one_divergence():
    """course-not-01: the bar may be single, double or a comma."""
    bars = ("KL(Normal(0, 1)|Normal(1, 1))", "KL(Normal(0, 1) | Normal(1, 1))", "KL(Normal(0, 1) || Normal(1, 1))")
    assert len({question(text).term for text in (*bars, "KL(Normal(0, 1), Normal(1, 1))")}) == 1


def test_doubles_lose_what_the_page_says_they_lose():
    """What `underflow_in_binary64` derives is what a machine does."""
    product = 1.0
    lost = next(n for n in range(1, 400) if (product := product * 0.01) == 0.0)
    assert lost == 162
    assert 10.0**-200 > 0.0
