"""`symbolic-info check`: a verdict for a person, and an exit code for a script."""

import json

import pytest
from commands import OPEN, clean, run


@pytest.mark.parametrize(
    ("answer", "code", "word"),
    [
        ("1 + log 2b", 0, "right (proved)"),
        ("1 + log b", 1, "wrong (refuted)"),
        ("log(2*e*", 2, "^"),
        ("one half", 2, "unreadable"),
    ],
)
def test_check_says_its_verdict(answer, code, word):
    assert word in clean(run("check", "H(Laplace(mu, b))", answer), code).output


def test_check_in_bits_as_json():
    made = json.loads(clean(run("check", "H(Bernoulli(9/10))", "0.469", "--unit", "bits", "--json")).stdout)
    assert (made["verdict"], made["how"]) == ("right", "numeric")


def test_what_cannot_be_derived_is_not_called_wrong():
    clean(run("check", OPEN, "1"), 3)
