"""How a law says its parameters: numbers, names, lists, matrices, defaults; and what does not fit."""

import pytest
from sympy import Basic, Rational, Symbol, Tuple, log

from symbolic_info.families import FAMILIES
from symbolic_info.language.binder import x
from symbolic_info.language.bounds import Unreadable
from symbolic_info.language.distribution import Distribution, Family
from symbolic_info.language.domains import Natural, Positive, Real
from symbolic_info.language.forms import Matrix, Name, Number, Several, Size, Vector
from symbolic_info.language.parse import question
from symbolic_info.language.support import Interval


class Shifted(Family):
    """An exponential law of rate 1 from a point on, whose scale and place can be left out."""

    k = Positive()
    start = Real()
    scale = Positive()
    defaults = (0, 1)

    @property
    def support(self):
        return Interval(self.start)

    def log_density(self, x):
        return -log(self.scale) - (x - self.start) / self.scale


class Bell(Distribution):
    """A law that is written with names, or with a vector and a matrix."""

    forms = ((Name("mu"), Name("Sigma")), (Vector("mu", Real()), Matrix("Sigma", Real(), definite=True)))


class Simplex(Distribution):
    """A law that is written with a name and a size, or with several numbers."""

    forms = ((Name("alpha"), Size("k")), (Several("alpha", Positive()),))


class Draws(Distribution):
    """A law with a number, and then several."""

    forms = ((Number("n", Natural()), Several("p", Real())),)


@pytest.fixture(autouse=True)
def _known(monkeypatch):
    for kind in (Shifted, Bell, Simplex, Draws):
        monkeypatch.setitem(FAMILIES, kind.__name__, kind)


def read(text: str) -> Basic:
    return question(f"H({text})").term.args[0]


def test_a_vector_and_a_matrix_are_tuples_of_formulas_with_their_domains():
    m = Real().symbol("m")
    a, b = Positive().symbol("a"), Positive().symbol("b")
    c = Real().symbol("c")
    assert read("Bell([m, 1/2], [[a, c], [c, b]])") == Bell(Tuple(m, Rational(1, 2)), Tuple(Tuple(a, c), Tuple(c, b)))
    assert read("Bell([0], [[2]])") == Bell(Tuple(0), Tuple(Tuple(2)))
    assert read("Bell(mu, Sigma)") == Bell(Symbol("mu"), Symbol("Sigma"))
    assert read("Bell([0, 0, 0], [[2, -1, 0], [-1, 2, -1], [0, -1, 2]])").args[1][1][2] == -1


def test_a_name_and_a_size_are_told_from_two_numbers():
    k = Symbol("k", integer=True, positive=True, real=True)
    assert read("Simplex(alpha, k)") == Simplex(Symbol("alpha"), k)
    one, two = (Positive().symbol(f"alpha_{i}") for i in (1, 2))
    assert read("Simplex(alpha_1, alpha_2)") == Simplex(one, two)
    assert read("Simplex(1/2, 3)") == Simplex(Rational(1, 2), 3)
    assert read("Draws(n, p_1, p_2, p_3)").args[0] == Symbol("n", integer=True, positive=True, real=True)


def test_the_last_parameters_may_be_left_out():
    k, s = Positive().symbol("k"), Real().symbol("s")
    assert read("Shifted(k)") == Shifted(k, 0, 1) == Shifted(k)
    assert read("Shifted(k, s)") == Shifted(k, s, 1) == Shifted(k, s)
    assert read("Shifted(k, 2, 3)") == Shifted(k, 2, 3)
    assert Shifted(k).log_density(x) == -x
    for wrong in [(), (k, 0, 1, 2)]:
        with pytest.raises(TypeError, match="3 parameters"):
            Shifted(*wrong)


REFUSED = {  # the place of the error is marked
    "H(»Shifted())": "takes 1 to 3 parameters (k, start, scale), not 0",
    "H(»Shifted(1, 2, 3, 4))": "takes 1 to 3 parameters (k, start, scale), not 4",
    "H(Shifted(1, 0, »-1))": "scale of Shifted must be positive, not -1",
    "H(»Draws(3))": "takes at least 2 parameters (n, p_1, p_2, …), not 1",
    "H(Draws(»1/2, 1, 2))": "n of Draws must be a positive whole number, not 1/2",
    "H(Simplex(1, »-2, 3))": "alpha_2 of Simplex must be positive, not -2",
    "H(Bell([0, »oo], [[1, 0], [0, 1]]))": "mu_2 of Bell must be a finite number",
    "H(Bell([0, »[1]], [[1, 0], [0, 1]]))": "mu_2 of Bell is a number, not a list",
    "H(Bell(mu, »[[1]]))": "Sigma of Bell must be a name",
    "H(Bell([1], »Sigma))": "Sigma of Bell must be a list such as [[a, c], [c, b]]",
    "H(Bell([1], [»1]))": "each row is a list",
    "H(Bell([1, 2], »[[1, 0]]))": "must be square, not 1 by 2",
    "H(Bell([1, 2], [[1, 2], »[3]]))": "must be of one length",
    "H(Bell([1, 2], [[5, 2], [»3, 5]]))": "must be symmetric: row 1, column 2 has 2, row 2, column 1 has 3",
    "H(Bell([1, 2], [[a, c], [»d, b]]))": "must be symmetric",
    "H(Bell([1, 2], [[1, 0], [0, »-1]]))": "row 2, column 2 of Sigma of Bell must be positive, not -1",
    "H(Bell([1, 2], »[[1, 2], [2, 1]]))": "must be positive definite: the minor of rows and columns 1, 2 is -3",
    "H(Bell([1, 2, 3], »[[a, 0, 0], [0, 1, 2], [0, 2, 4]]))": "rows and columns 2, 3 is 0",
    "H(Bell([1, 2, 3, 4, 5, 6, 7, 8, »9], [[1]]))": "mu of Bell has 9 entries; at most 8 are read",
    "H(Bell([1], [[1, 2, 3, 4, 5, 6, 7, 8, »9]]))": "a row of Sigma of Bell has 9 entries",
}


@pytest.mark.parametrize("marked", REFUSED)
def test_what_does_not_fit_is_refused_in_its_place(marked):
    text, where = marked.replace("»", ""), marked.index("»")
    with pytest.raises(Unreadable) as error:
        question(text)
    assert REFUSED[marked] in error.value.message
    assert error.value.position == where
