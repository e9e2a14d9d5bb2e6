"""Hostile text: refused with its place, in under a second, with nothing executed."""

import time
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from symbolic_info.language.bounds import MAX_DEPTH, MAX_LENGTH, Unreadable
from symbolic_info.language.parse import expression, question

SECOND = 1.0


def sigma(text: str) -> str:
    return f"H(Normal(0, {text}))"


HOSTILE = {
    "a megabyte": "x" * 1_000_000,
    "a megabyte of brackets": "(" * 1_000_000,
    "nesting of ten thousand": "(" * 10_000 + "x" + ")" * 10_000,
    "one bracket too many": "(" * (MAX_DEPTH + 1) + "x" + ")" * (MAX_DEPTH + 1),
    "signs upon signs": "-" * 1_500 + "x",
    "a tower without brackets": "2^" * 800 + "2",
    "a tower": sigma("9**9**9**9"),
    "a huge power": sigma("(2**64)**64"),
    "a power of a power": sigma("((a + 1)**8 + 1)**9"),
    "a product that is a power": sigma("*".join(["(a + b)"] * 100)),
    "a tower of symbols": sigma("2**2**2**2**n"),
    "a large exponent": sigma("a**1000000000"),
    "a large part of an exponent": sigma("2**(n + 10**50)"),
    "exponentials": sigma("exp(exp(exp(exp(10))))"),
    "a large exponential": sigma("exp(10**9)"),
    "digits": sigma("9" * 61),
    "an exponent of ten": sigma("1e999999999"),
    "zeros": sigma("0." + "0" * 61 + "1"),
    "a factorial": sigma("factorial(10**9)"),
    "a factorial of a factorial": sigma("factorial(factorial(20))"),
    "a gamma function": sigma("gamma(10**40)"),
    "a log-gamma function": sigma("loggamma(10**9)"),
    "a harmonic number": sigma("digamma(10**12)"),
    "a zeta value": sigma("zeta(-10**6 - 1)"),
    "a binomial": sigma("binomial(10**9, 10**8)"),
    "a binomial of no whole number": sigma("binomial(pi, 200)"),
    "many roots to factor": sigma("*".join(f"sqrt({10**40 + i})" for i in range(50))),
    "many large factors": sigma("*".join(["9" * 60] * 40)),
    "functions of functions": sigma("log(1 + " * 40 + "a" + ")" * 40),
    "roots of fractions of roots": sigma("sqrt(1 + 1/(" * 25 + "a" + "))" * 25),
    "the same of a quantity": "sqrt(1 + 1/(" * 25 + "H(Bernoulli(p))" + "))" * 25,
    "parts": "H(Normal(0,1))" + "+1" * 1_900,
    "maps of maps": "H(" + "exp(" * 50 + "Normal(0,1)" + ")" * 51,
    "maps that swell": "H(" + "1/(1+sqrt(" * 25 + "Exponential(1)" + "))" * 25 + ")",
    "code": "__import__('os').system('true')",
    "code as a lambda": "(lambda: 1)()",
    "an attribute": "H(Normal(0,1)).func",
    "a comprehension": "[x for x in y]",
    "a string": "H(Law('f'))",
    "a zero byte": "H(Normal(0,\x001))",
    "a lone surrogate": "H(\ud800)",
    "an override of direction": "H(\u202eNormal(0,1))",
    "an escape sequence": "\x1b[2J",
    "nothing": "",
    "blank": " \n\t ",
}


@pytest.fixture(scope="module", autouse=True)
def _warm():
    question("H(Normal(0, 1))")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_refused_at_once(name):
    text = HOSTILE[name]
    began = time.perf_counter()
    with pytest.raises(Unreadable) as error:
        question(text)
    message = str(error.value)
    assert time.perf_counter() - began < SECOND
    assert 0 <= error.value.position <= len(text)
    assert len(message) < 800
    assert all(unicodedata.category(c) not in ("Cc", "Cs", "Cf") for c in message.replace("\n", ""))


@pytest.mark.parametrize(
    "text",
    [
        sigma("log(1 + " * 12 + "a" + ")" * 12),
        sigma("sqrt(1 + 1/(" * 6 + "a" + "))" * 6),
        sigma("(1 + 1/" * 12 + "a" + ")" * 12),
        sigma("(" * 58 + "a" + ")" * 58),
        sigma("+".join(f"a_{i}*b_{i}" for i in range(150))),
        sigma("abs(" + "+".join(f"abs(a - {i})" for i in range(40)) + ")"),
        "H(Categorical(" + ", ".join(f"p_{i}" for i in range(200)) + "))",
        "+".join(["KL(Normal(mu, s), Normal(nu, t))"] * 80),
    ],
)
def test_what_is_large_but_within_the_bounds_is_read_at_once(text):
    assert len(text) <= MAX_LENGTH
    began = time.perf_counter()
    question(text)
    assert time.perf_counter() - began < SECOND


def test_conditions_are_bounded_too():
    deep = "(" * 100 + "p" + ")" * 100
    for conditions in (["p > 0"] * 1_000, ["p < " * 900 + "1"], [f"{deep} > 0"], ["p < 9**9**9"]):
        began = time.perf_counter()
        with pytest.raises(Unreadable):
            question("H(Bernoulli(p))", conditions)
        assert time.perf_counter() - began < SECOND


FRAGMENTS = [
    "H(", "KL(", "CE(", "E(", "I(", "Var(", "max(", "argmin(", "limit(", "SelfInformation(", "Normal(", "Uniform(",
    "Bernoulli(", "Exponential(", "Categorical(", "Table(", "Law(", "Joint(", "DiscreteUniform(", "log(", "exp(",
    "sqrt(", "gamma(", "factorial(", "binomial(", "polygamma(", "zeta(", "abs(", ")", ")", ")", "))", "[", "]", "[[",
    ",", ",", ",", ", ", "+", "-", "*", "/", "**", "^", "=", "<", "<=", "||", "given=Y", "0", "1", "2", "1/2", "0.3",
    "99", "1e9", "a", "b", "p", "x", "p_1", "σ", "λ_1", "x²", "pi", "oo", "n integer", " ", "lambda", "__", "'", "\\",
    "Normal(mu, sigma)", "Bernoulli(p)", "Exponential(a)", "Table([[1/2, 1/2]])", "Law(f)", "and", "sum to 1",
]  # fmt: skip
HASTE = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _only_unreadable(read, text):
    began = time.perf_counter()
    try:
        read(text)
    except Unreadable as error:
        assert str(error)
    assert time.perf_counter() - began < SECOND


def balanced(text: str) -> str:
    """The text with its brackets closed, so that more of it is read."""
    stack = []
    for char in text:
        if char in "([":
            stack.append(")" if char == "(" else "]")
        elif stack and char == stack[-1]:
            stack.pop()
    return text + "".join(reversed(stack))


pieces = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=14).map("".join)


@HASTE
@given(pieces.map(balanced))
def test_fragments_of_the_grammar_raise_nothing_else(text):
    _only_unreadable(question, text)
    _only_unreadable(expression, text)
    _only_unreadable(lambda condition: question("KL(Normal(a, b), Uniform(p, x))", [condition]), text)


numbers = st.sampled_from(["0", "1", "2", "1/3", "0.5", "64", "200", "pi", "oo", "a", "b", "p", "x"])
FUNCTIONS = ["log", "exp", "sqrt", "gamma", "loggamma", "digamma", "abs", "factorial", "erf"]
formulas = st.recursive(
    numbers,
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from(["+", "-", "*", "/", "**"]), inner),
        st.builds("{}({})".format, st.sampled_from(FUNCTIONS), inner),
        st.builds("{}({}, {})".format, st.sampled_from(["beta", "polygamma", "binomial"]), inner, inner),
    ),
    max_leaves=8,
)
laws = st.one_of(
    st.builds("Normal({}, {})".format, formulas, formulas),
    st.builds("Bernoulli({})".format, formulas),
    st.builds("Uniform({}, {})".format, formulas, formulas),
    st.builds("({}*Exponential({}) + {})".format, formulas, formulas, formulas),
    st.builds("exp(Law(f)**{})".format, formulas),
)


@HASTE
@given(st.builds("KL({}, {}) + H({})".format, laws, laws, laws))
def test_formulas_in_places_raise_nothing_else(text):
    _only_unreadable(question, text)


@HASTE
@given(st.text(max_size=60))
def test_any_text_raises_nothing_else(text):
    _only_unreadable(question, text)
