"""Text → terms: every form of INTERFACES.md, and errors that name the place."""

import pytest
from sympy import Abs, Eq, EulerGamma, Ne, Rational, Symbol, beta, exp, gamma, log, pi, polygamma, sqrt
from sympy.core.symbol import Str

from symbolic_info.families import (
    FAMILIES,
    Bernoulli,
    Beta,
    Categorical,
    DiscreteUniform,
    Exponential,
    Gamma,
    Normal,
    Uniform,
)
from symbolic_info.language.binder import x, y
from symbolic_info.language.bounds import Unreadable
from symbolic_info.language.distribution import Family, Law
from symbolic_info.language.domains import Positive, Real
from symbolic_info.language.images import image
from symbolic_info.language.information import JS, Hellinger2, Renyi, RenyiDivergence, fisher
from symbolic_info.language.joint import Joint, entropy, mutual_information, table
from symbolic_info.language.operators import ArgMax, Limit, Maximum, Minimum
from symbolic_info.language.parse import expression, question
from symbolic_info.language.support import COUNTING
from symbolic_info.language.terms import KL, CrossEntropy, Entropy, Expectation, SelfInformation, Variance

m, n = Real().symbol("mu_1"), Real().symbol("mu_2")
s, t = Positive().symbol("sigma_1"), Positive().symbol("sigma_2")
p, a, b = (Positive().symbol(name) for name in "pab")
c = Real().symbol("c")
P, Q = Normal(m, s), Normal(n, t)
J = table([["1/8", "1/16"], ["1/4", "9/16"]])
N = Normal(0, 1)

READ = {
    "H(Normal(mu_1, sigma_1))": Entropy(P),
    "CE(Normal(mu_1, sigma_1), Normal(mu_2, sigma_2))": CrossEntropy(P, Q),
    "KL(Normal(mu_1, sigma_1), Normal(mu_2, sigma_2))": KL(P, Q),
    "KL(Normal(μ₁, σ₁) || Normal(μ_2, σ_2))": KL(P, Q),
    "KL(Normal(μ1,1) ‖ Normal(0, 1))": KL(Normal(Real().symbol("mu1"), 1), N),
    "H(Normal(mu_1, sigma_1)) + KL(Normal(mu_1, sigma_1), Normal(mu_2, sigma_2))/2": Entropy(P) + KL(P, Q) / 2,
    "I(Table([[1/8, 1/16], [1/4, 9/16]]))": mutual_information(J),
    "H(Table([[1/8, 1/16], [1/4, .5625]]))": Entropy(J),
    "H(Table([[1/8, 1/16], [1/4, 9/16]]), given=Y)": entropy(J, given=(Str("Y"),)),
    "H(Joint(X, Y), given=X)": entropy(Joint("X", "Y"), given=(Str("X"),)),
    "E(Normal(mu_1, sigma_1), (x - mu_1)**2)": Expectation(P, (x - m) ** 2),
    "E(Table([[1/8, 1/16], [1/4, 9/16]]), x*y)": Expectation(J, x * y, (x, y)),
    "E(Normal(x, 1), x)": Expectation(Normal(Real().symbol("x"), 1), x),
    "Var(Exponential(lambda))": Variance(Exponential(Positive().symbol("lambda"))),
    "SelfInformation(p)": SelfInformation(p),
    "Renyi(a, Normal(mu_1, sigma_1))": Renyi(a, P),
    "Renyi(1/2, Law(f))": Renyi(Rational(1, 2), Law("f")),
    "RenyiDivergence(a, Normal(mu_1, sigma_1), Normal(mu_2, sigma_2))": RenyiDivergence(a, P, Q),
    "RenyiDivergence(2, Normal(mu_1, sigma_1) || Normal(mu_2, sigma_2))": RenyiDivergence(2, P, Q),
    "Hellinger2(Normal(mu_1, sigma_1), Normal(mu_2, sigma_2))": Hellinger2(P, Q),
    "JS(Normal(mu_1, sigma_1) ‖ Normal(mu_2, sigma_2))": JS(P, Q),
    "Fisher(Normal(mu_1, sigma_1))": fisher(P, m, s),
    "Fisher(Normal(mu_1, sigma_1), sigma_1)": fisher(P, s),
    "Fisher(Normal(mu_1, sqrt(p)), p)": fisher(Normal(m, sqrt(p)), p),
    "max(H(Bernoulli(p)), p)": Maximum(0, 1, Entropy(Bernoulli(p)), p),
    "argmax(H(Bernoulli(p)), p)": ArgMax(0, 1, Entropy(Bernoulli(p)), p),
    "min(KL(Bernoulli(p), Bernoulli(1/3)), p)": Minimum(0, 1, KL(Bernoulli(p), Bernoulli(Rational(1, 3))), p),
    "limit(H(Bernoulli(p)), p, 0)": Limit(0, 1, Entropy(Bernoulli(p)), p),
    "limit(H(Bernoulli(p)), p, 1)": Limit(1, -1, Entropy(Bernoulli(p)), p),
    "H(Law(f))": Entropy(Law("f")),
    "CE(Law(p), Law(q))": CrossEntropy(Law("p"), Law("q")),
    "H(c*Normal(0, 1))": Entropy(c * N),
    "H(Law(f)*c)": Entropy(Law("f") * c),
    "H(c*Normal(0, 1) + 2)": Entropy(N * c + 2),
    "H(Normal(0, 1)/2 - 1)": Entropy(N * Rational(1, 2) + -1),
    "H(-Normal(0, 1))": Entropy(N * -1),
    "H(exp(Normal(0, 1)))": Entropy(image(N, exp(x), log(x))),
    "H(log(Exponential(a)))": Entropy(image(Exponential(a), log(x), exp(x))),
    "H(sqrt(Exponential(a)))": Entropy(image(Exponential(a), sqrt(x), x**2)),
    "H(1/Gamma(a, b))": Entropy(image(Gamma(a, b), 1 / x, 1 / x)),
    "H(Bernoulli(0.3))": Entropy(Bernoulli(Rational(3, 10))),
    "H(Bernoulli(1 - p))": Entropy(Bernoulli(1 - p)),
    "KL(Categorical(p, k), DiscreteUniform(k))": KL(
        Law("p", COUNTING, Symbol("k", integer=True, positive=True)),
        DiscreteUniform(Symbol("k", integer=True, positive=True, real=True)),
    ),
    "H(Categorical(1/2, 1/3, 1/6))": Entropy(Categorical(Rational(1, 2), Rational(1, 3), Rational(1, 6))),
    "H(Normal(beta, gamma))": Entropy(Normal(Real().symbol("beta"), Positive().symbol("gamma"))),
    "H(Normal(E, Q))": Entropy(Normal(Real().symbol("E"), Positive().symbol("Q"))),
    "KL(Exponential(a), Beta(a, b))": KL(Exponential(a), Beta(a, b)),
}


@pytest.mark.parametrize("text", READ)
def test_a_question_is_its_term(text):
    if "Categorical(p, k)" in text:  # what an arbitrary law on k outcomes is, only its family knows
        assert question(text).term == KL(Categorical(Symbol("p"), Symbol("k")), READ[text].args[1])
    else:
        assert question(text).term == READ[text]


@pytest.mark.parametrize("name", sorted(name for name, kind in FAMILIES.items() if issubclass(kind, Family)))
def test_each_family_is_read_as_it_is_declared(name):
    own = FAMILIES[name].generic()
    assert question(f"H({own})").term == Entropy(own)


def test_symbols_have_the_domains_of_all_their_places():
    asked = question("CE(Normal(a, n), DiscreteUniform(n)) + E(Normal(0, 1), x*c)")
    assert asked.symbols["n"] == Symbol("n", real=True, positive=True, integer=True)
    assert asked.symbols["a"] == asked.symbols["a"].func("a", real=True)
    assert set(asked.symbols) == {"a", "n", "c"}


def test_the_place_of_an_expression_decides_where_it_can():
    assert question("H(Normal(0, 2*s))").symbols["s"].is_positive
    assert question("H(Normal(0, s - 1))").symbols["s"].is_positive  # s > 1
    assert question("H(Normal(0, s + 1))").symbols["s"].is_positive is None  # s > −1
    assert question("H(Normal(0, 1 - s))").symbols["s"].is_positive is None  # s < 1
    assert question("H(Uniform(-s, s))").symbols["s"].is_positive is None


def test_conditions():
    asked = question("KL(Uniform(a_1, b_1), Uniform(a_2, b_2))", ["a_2 <= a_1 < b_1 <= b_2"])
    a1, b1, a2, b2 = (Real().symbol(name) for name in ("a_1", "b_1", "a_2", "b_2"))
    assert asked.given == (a2 <= a1, a1 < b1, b1 <= b2)
    assert question("H(c*Law(f))", ["c ≠ 0"]).given == (Ne(c, 0),)
    assert question("H(Gamma(a, b))", ["a*b > b**2"]).given == (a * b > b**2,)


def test_a_condition_may_be_an_assumption():
    assert question("H(Gamma(n, b))", ["n integer"]).symbols["n"].is_integer
    assert question("H(Gamma(n, b))", ["n is a positive integer"]).given == ()
    assert question("H(Gamma(a, b))", ["b and a integer"]).symbols["a"].is_integer
    asked = question("H(Uniform(a, b))", ["0 < a < b"])
    assert asked.symbols["b"].is_positive and asked.given == (asked.symbols["a"] < asked.symbols["b"],)


def test_probabilities_sum_to_one():
    asked = question("KL(Categorical(p_1, p_2), Categorical(q_1, q_2))", ["p and q sum to 1"])
    own = asked.symbols
    assert asked.given == (Eq(own["p_1"] + own["p_2"], 1), Eq(own["q_1"] + own["q_2"], 1))
    assert question("H(Categorical(p_1, p_2))", ["p sums to 1"]).given == asked.given[:1]
    for told in ("p_1 + p_2 == 1", "p_1, p_2 sum to 1", "p_1 and p_2 sum to 1"):
        assert question("H(Categorical(p_1, p_2))", [told]).given == asked.given[:1]
    mixed = question("KL(Categorical(p_1, p_2), Categorical(q_1, q_2))", ["p and q_1, q_2 sum to 1"])
    assert mixed.given == asked.given


@pytest.mark.parametrize("told", ["p_1 sums to 1", "q sums to 1", "p and q_1 sum to 1", "p_1 and q_1 sum to 1"])
def test_a_sum_to_one_of_what_is_no_sum_is_refused(told):
    with pytest.raises(Unreadable) as error:
        question("H(Categorical(p_1, p_2))", [told])
    assert error.value.text == told


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("log(a/b) + a^2/(2*b**2) - 1/2", log(a / b) + a**2 / (2 * b**2) - Rational(1, 2)),
        ("ln(2)·π", log(2) * pi),
        ("gamma(a)*beta(a, b) + digamma(a)", gamma(a) * beta(a, b) + polygamma(0, a)),
        ("-a²", -(a**2)),
        ("2^-1", Rational(1, 2)),
        ("2^3^2/2^9", 1),
        ("0.125 + 1e-3", Rational(126, 1000)),
        ("EulerGamma + exp(1)*sqrt(4)", EulerGamma + 2 * exp(1)),
        ("abs(-3)*a − b", 3 * a - b),
    ],
)
def test_plain_expressions(text, meant):
    assert expression(text, {"a": a, "b": b}) == meant


def test_an_expression_without_symbols_has_real_names():
    assert expression("abs(q)") == Abs(Symbol("q", real=True))


REFUSED = {  # the place of the error is marked
    "H(Bernoulli(»2))": "phi of Bernoulli must be between 0 and 1",
    "H(Normal(0, »-1))": "sigma of Normal must be positive",
    "H(Uniform(2, »1))": "needs a < b",
    "H(Table(»[[1/2, 1/4]]))": "add up to 3/4",
    "H(Categorical(»1/2, 1/3))": "add up to 5/6",
    "H(Categorical(»3/2, -1/2))": "between 0 and 1, not 3/2",
    "H(Categorical(p, »-1/2))": "between 0 and 1, not -1/2",
    "H(»Normal(0))": "takes 2 parameters (mu, sigma), not 1",
    "H(DiscreteUniform(»5/2))": "positive whole number",
    "H(»normal(0, 1))": "did you mean Normal?",
    "»Kl(Normal(0, 1), Normal(0, 1))": "did you mean KL?",
    "H(»P)": "P is a name, where a law is needed",
    "»KL(Normal(0, 1))": "KL takes 2 arguments, not 1",
    "»Tsallis(alpha, Normal(0, 1))": "unknown quantity",
    "Renyi(»1, Normal(0, 1))": "the order must not be 1; the quantity of order 1 is H(P)",
    "RenyiDivergence(»1, Normal(0, 1), Normal(1, 1))": "the quantity of order 1 is KL(P, Q)",
    "Renyi(»0, Normal(0, 1))": "the order must be a positive number, not 0",
    "Renyi(»-2, Normal(0, 1))": "the order must be a positive number, not -2",
    "Renyi(»oo, Normal(0, 1))": "the order must be a positive number, not oo",
    "»Renyi(Normal(0, 1))": "Renyi takes 2 arguments, not 1",
    "Renyi(2, »a)": "a is a name, where a law is needed",
    "»JS(Normal(0, 1))": "JS takes 2 arguments, not 1",
    "Fisher(»Normal(0, 1))": "has no parameter that ranges over an interval",
    "Fisher(Normal(m, 1), »s)": "s is no parameter of Normal(m, 1)",
    "Fisher(Normal(m, s), m, »m)": "a parameter is named twice",
    "Fisher(Gamma(n, 1), »n + 1)": "this is no parameter",
    "Fisher(DiscreteUniform(k), »k)": "k takes whole numbers only",
    "Fisher(»2)": "where a law is needed",
    "»Normal(0, 1)": "this is a law",
    "»log(2)": "asks for no quantity",
    "»__import__('os')": "unexpected",
    "H(Normal(0, 1))».__class__": "unexpected",
    "H»(Normal(0,1)": "never closed",
    "H(Normal(0,1))»)": "closes nothing",
    "H(Normal(0 »1))": "unexpected '1'",
    "H(Normal(0, 1/»0))": "division by zero",
    "H(Normal(0, »sqrt(-2)))": "not a real number",
    "H(Normal(»oo, 1))": "finite",
    "H(»log(Normal(0, 1)))": "not known to be positive",
    "H(»Normal(0, 1)**2)": "not monotone",
    "H(Normal(0, 1) + »Normal(0, 1))": "two laws",
    "SelfInformation(»2)": "probability",
    "limit(H(Bernoulli(p)), p, »2)": "p cannot approach 2",
    "max(H(Bernoulli(p)), »q)": "q is no parameter",
    "max(H(DiscreteUniform(n)), »n)": "whole numbers",
    "I(»Normal(0, 1))": "joint law",
    "H(Joint(X, Y), given=»Z)": "no variable",
    "H(Normal(»mu=0, sigma=1))": "in order, without names",
    "H(Normal(»[0], 1))": "mu of Normal must be a number, not a list",
    "H(Table(»1/2))": "must be a list such as [[",
    "H(Table([»1/2, 1/2]))": "each row is a list",
    "H(Table([[1/2, 1/4], »[1/4]]))": "the first has 2 entries, this one 1",
    "H(Table([[1/2, »[1/2]]]))": "is a number, not a list",
    "H(»Table([[1/2]], [[1/2]]))": "Table takes 1 parameter (rows), not 2",
    "H(Law(»1))": "f of Law must be a name",
    "»[1, 2]": "a list stands only where",
}


@pytest.mark.parametrize("marked", REFUSED)
def test_an_error_names_the_place(marked):
    text, where = marked.replace("»", ""), marked.index("»")
    with pytest.raises(Unreadable) as error:
        question(text)
    assert REFUSED[marked] in error.value.message
    assert error.value.position == where
    shown = str(error.value).splitlines()
    assert shown[2].index("^") == shown[1].index(text) + where


UNREADABLE = ["q > 0", "p", "p is", "p < -1", "H(Normal(0, 1)) > 0", "q sums to 1", "p > Normal(0,1)"]


@pytest.mark.parametrize("given", UNREADABLE)
def test_a_condition_that_cannot_be_read(given):
    with pytest.raises(Unreadable) as error:
        question("H(Bernoulli(p))", [given])
    assert error.value.text == given


def test_an_expression_knows_its_names_only():
    with pytest.raises(Unreadable, match="did you mean sigma_1"):
        expression("sgma_1 + 1", {"sigma_1": s})
    with pytest.raises(Unreadable, match="no plain formula"):
        expression("H(Normal(0, 1))")


def test_a_long_text_is_shown_around_the_place():
    with pytest.raises(Unreadable) as error:
        question("H(Normal(0, 1)) + " * 100 + "H(Bernoulli(3)) + " + "H(Normal(0, 1))")
    line, caret = str(error.value).splitlines()[1:3]
    assert len(line) <= 75 and line[caret.index("^")] == "3"


def test_uniform_places_are_real():
    assert question("H(Uniform(a, b))").term == Entropy(Uniform(Real().symbol("a"), Real().symbol("b")))
