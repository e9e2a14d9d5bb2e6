"""The exercises: their files, their numbers, and that what they ask is answered."""

from __future__ import annotations

import re

import pytest
from commands import clean, run

from symbolic_info import exercises, library
from symbolic_info.answers.judge import judge
from symbolic_info.exercise import ask
from symbolic_info.language.parse import question
from symbolic_info.language.units import bits

NAMES = library.exercise_names()
WORKED = ("two_tosses", "shared_information", "metres_and_centimetres", "divergence_without_cover", "best_rate_model")


def test_there_are_many_and_each_file_is_short():
    assert len(NAMES) >= 60
    for name in NAMES:
        source = (library.folder() / library.exercise(name).file).read_text(encoding="utf-8")
        code = source.split('"""')[2]
        assert len(code.strip().splitlines()) <= 10, name
    assert not set(NAMES) & set(library.names())


@pytest.mark.parametrize("name", NAMES)
def test_every_number_that_is_drawn_can_be_read(name):
    for seed in range(4):
        found = exercises.posed(name, seed)
        assert exercises.posed(name, seed) == found
        assert question(found.question, found.given).term
        assert 20 <= len(found.statement) <= 300 and found.statement[-1] in ".?"
        assert not re.search(r"\{[a-z]+\}", found.statement + found.question + found.title)


def test_other_seeds_draw_other_numbers():
    drawn = {exercises.posed("divergence_of_given_coins", seed).question for seed in range(20)}
    assert len(drawn) >= 5
    made = ask("H(Binomial({n}, 1/2))", bits, n=(2, 3))
    assert made.asked() == "H(Binomial(2, 1/2))"
    with pytest.raises(TypeError):
        ask("H(Binomial({n}, 1/2))", bits, n=3)


@pytest.mark.parametrize("name", WORKED)
def test_the_answer_and_its_solution_follow(name):
    found, done = exercises.posed(name, 3), exercises.worked(name, 3)
    assert done.status in ("proved", "infinite") and done.audit.ok
    assert (done.solution.title, done.solution.note) == (found.title, found.statement)
    assert done.solution.unit == found.unit


def test_an_answer_is_checked_by_the_name_of_the_exercise():
    assert judge({**exercises.row("biased_coin"), "answer": "2 - 3/4 log2(3)"})["verdict"] == "right"
    assert judge({**exercises.row("biased_coin"), "answer": "0.5623"})["mistake"] == "wrong-unit"
    assert "ight" in clean(run("check", "entropy_of_laplace", "1 + log 2b")).stdout
    clean(run("check", "entropy_of_laplace", "log 2b"), 1)
    clean(run("check", "number_of_heads", "3/2", "--seed", "0"))
    shown = clean(run("list", "exercises")).stdout
    assert all(name in shown for name in NAMES)
