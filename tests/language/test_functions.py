"""The derivative of ζ: under its own name, printed as a book would, and in SymPy's syntax a sum that has a value."""

import pytest
from sympy import Integer, Rational, Symbol, log, oo, pi, symbols, sympify, zeta

from symbolic_info.exact.ball import certain_sign
from symbolic_info.exact.given import Given
from symbolic_info.exact.zero import is_zero
from symbolic_info.kernel.conditions import Conditions, well_formed
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.functions import differentiated, zeta_derivative
from symbolic_info.render.printer_latex import Latex
from symbolic_info.render.printer_plain import Plain

s, t = symbols("s t", positive=True)
first, second = zeta_derivative(1, s), zeta_derivative(2, s)

DERIVATIVES = {
    "plain": (zeta(s), first),
    "inside": (zeta(2 * s - t), 2 * zeta_derivative(1, 2 * s - t)),
    "logarithm": (log(zeta(s)), first / zeta(s)),
    "product": (s * zeta(s) ** 2, zeta(s) ** 2 + 2 * s * zeta(s) * first),
    "again": (first, second),
    "of something else": (zeta(t) * log(s), zeta(t) / s),
    "at a number": (zeta(3 - s), -zeta_derivative(1, 3 - s)),
}


@pytest.mark.parametrize("name", DERIVATIVES)
def test_the_derivative_has_a_name(name):
    e, wanted = DERIVATIVES[name]
    assert (differentiated(e, s) - wanted).expand() == 0


def test_at_a_point_it_keeps_its_name():
    assert differentiated(zeta(3 - t), t).subs(t, 0) == -zeta_derivative(1, 3)
    assert zeta_derivative(0, s) == zeta(s)


@pytest.mark.parametrize(
    ("e", "text", "latex"),
    [
        (first, "ζ′(s)", r"\zeta'(s)"),
        (second, "ζ′′(s)", r"\zeta''(s)"),
        (zeta_derivative(3, s + 1), "ζ⁽3⁾(s + 1)", r"\zeta^{(3)}(s + 1)"),
        (-s * first / zeta(s), "−s·ζ′(s)/ζ(s)", r"-\frac{s \zeta'(s)}{\zeta(s)}"),
    ],
)
def test_it_reads_as_in_a_book(e, text, latex):
    assert Plain().doprint(e) == text and Latex().doprint(e) == latex


def test_in_the_syntax_of_sympy_it_is_a_sum_that_has_a_value():
    e = log(zeta(s)) - s * first / zeta(s) + first**2
    made = sympify(str(e)).subs({Symbol("s"): 3}).evalf(20)
    assert abs(made - e.subs(s, 3).evalf(20)) < 10.0**-18
    assert str(zeta_derivative(1, Symbol("k") + Symbol("j"))) == "(-Sum(log(i)*i**(-j - k), (i, 1, oo)))"


@pytest.mark.parametrize("e", [first, second, zeta_derivative(1, Integer(3)), log(zeta(s)), 1 / zeta(s)])
def test_above_its_pole_it_is_a_number(e):
    well_formed(e, Given() | [s > 1], Conditions())


@pytest.mark.parametrize(
    "e",
    [first, zeta_derivative(1, Integer(1)), zeta_derivative(-1, s + 1), zeta_derivative(t, s + 1), zeta(s, t), zeta(s)],
)
def test_elsewhere_it_is_none(e):
    with pytest.raises(Rejected):
        well_formed(e, Given(), Conditions())


def test_zeta_is_positive_above_its_pole():
    assert (Given() | [s > 1]).positive(zeta(s)) and not Given().positive(zeta(s))
    assert not (Given() | [s > 1]).positive(zeta(s, t - 1))
    assert certain_sign(zeta(Rational(5, 2)) - 1) == 1


def test_the_name_proves_nothing_else():
    given = Given() | [s > 1, t > 1]
    assert is_zero(first - zeta_derivative(1, s + t - t), given)
    assert not any(is_zero(e, given) for e in (first, first - second, first - zeta_derivative(1, t), first + zeta(s)))
    assert not is_zero(zeta_derivative(1, Integer(2)) + pi**2 / 6, given) and oo not in first.args
