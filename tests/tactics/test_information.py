"""Textbook values of Rényi's, Hellinger's, Jensen and Shannon's and Fisher's quantities, by the zero test."""

import pytest
from sympy import EulerGamma, Matrix, Rational, Symbol, beta, exp, gamma, log, loggamma, pi, polygamma, sqrt

from symbolic_info.audit import audit
from symbolic_info.engine import derive
from symbolic_info.exact.zero import is_zero
from symbolic_info.language.information import Grid
from symbolic_info.language.parse import question
from symbolic_info.tactics.closed_form import closed_form

half = Rational(1, 2)


def found(text, *given):
    asked = question(text, given)
    return closed_form(asked.term, asked.given), asked.symbols


RENYI = {
    "Normal(mu, sigma)": ([], lambda a, mu, sigma: log(sigma) + log(2 * pi) / 2 + log(a) / (2 * (a - 1))),
    "Uniform(c, d)": (["c < d"], lambda a, c, d: log(d - c)),
    "Exponential(b)": ([], lambda a, b: log(a) / (a - 1) - log(b)),
    "Laplace(mu, b)": ([], lambda a, mu, b: log(2 * b) + log(a) / (a - 1)),
    "Gamma(c, b)": (
        ["a*c + 1 > a"],
        lambda a, c, b: -log(b) + (loggamma(a * c - a + 1) - a * loggamma(c) - (a * c - a + 1) * log(a)) / (1 - a),
    ),
    "Beta(b, c)": (
        ["a*b + 1 > a", "a*c + 1 > a"],
        lambda a, b, c: (log(beta(a * b - a + 1, a * c - a + 1)) - a * log(beta(b, c))) / (1 - a),
    ),
    "Kumaraswamy(b, c)": (
        ["a*b + 1 > a", "a*c + 1 > a"],
        lambda a, b, c: (a * log(b * c) - log(b) + log(beta(a + (1 - a) / b, a * c - a + 1))) / (1 - a),
    ),
    "Pareto(m, c)": (
        ["a*(c + 1) > 1"],
        lambda a, m, c: log(m) + (a * log(c) - log(a * c + a - 1)) / (1 - a),
    ),
    "Cauchy(x_0, g)": (
        ["a > 1/2"],
        lambda a, x_0, g: log(g) + (log(beta(half, a - half)) - a * log(pi)) / (1 - a),
    ),
    "StudentT(n)": (
        ["a*(n + 1) > 1"],
        lambda a, n: log(n) / 2 + (log(beta(half, (a * (n + 1) - 1) / 2)) - a * log(beta(half, n / 2))) / (1 - a),
    ),
    "Weibull(b, c)": (
        ["a*c + 1 > a"],
        lambda a, b, c: log(b / c) + (loggamma(a - (a - 1) / c) - (a - (a - 1) / c) * log(a)) / (1 - a),
    ),
    "Bernoulli(p)": ([], lambda a, p: log(p**a + (1 - p) ** a) / (1 - a)),
    "Geometric(p)": ([], lambda a, p: (a * log(p) - log(1 - (1 - p) ** a)) / (1 - a)),
    "DiscreteUniform(k)": ([], lambda a, k: log(k)),
}


@pytest.mark.parametrize("law", RENYI)
def test_renyi_entropies_of_the_textbooks(law):
    given, value = RENYI[law]
    made, symbols = found(f"Renyi(a, {law})", *given)
    assert made.status == "proved", made.reason
    inside = law.partition("(")[2].rstrip(")").split(", ")
    expected = value(symbols["a"], *(symbols[n] for n in inside))
    assert is_zero(made.theorem.claim.right - expected, made.theorem.claim.given)
    checked = audit(made.theorem, points=2)
    assert checked.ok and checked.digits >= 30, checked.reason


# Without the conditions the theorem states them itself: no stronger ones than convergence asks for.
NEEDS = {
    "Renyi(a, Gamma(c, b))": "a < a*c + 1",
    "Renyi(a, Beta(b, c))": "a < a*b + 1 and a < a*c + 1",
    "Renyi(a, Kumaraswamy(b, c))": "a < a*b + 1 and a < a*c + 1",
    "Renyi(a, InverseGamma(c, b))": "a*(c + 1) > 1",
    "Renyi(a, Pareto(m, c))": "a*(c + 1) > 1",
    "Renyi(a, StudentT(n))": "a*(n + 1) > 1",
    "Renyi(a, Cauchy(0, g))": "a > 1/2",
    "Renyi(a, Levy(0, c))": "a > 2/3",
    "Renyi(a, Arcsine(0, 1))": "a < 2",
    "RenyiDivergence(a, Exponential(b), Exponential(c))": "a*c < a*b + c",
    "RenyiDivergence(a, Normal(0, s), Normal(m, t))": "a*s**2 < a*t**2 + s**2",
    "Fisher(GeneralizedNormal(m, b, c), m)": "c > 1/2",
}


@pytest.mark.parametrize("text", NEEDS)
def test_the_conditions_of_convergence_are_stated(text):
    made, _ = found(text)
    assert made.status == "proved" and made.reason.startswith(f"needs {NEEDS[text]}")
    checked = audit(made.theorem, points=2)
    assert checked.ok and checked.digits >= 30, checked.reason


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Renyi(a, Gamma(c, b))", ["a > a*c + 1"]),
        ("Renyi(a, Cauchy(0, g))", ["a < 1/2"]),
        ("Renyi(1/3, Cauchy(0, g))", []),
        ("Renyi(2, Beta(1/2, c))", []),
        ("RenyiDivergence(a, Exponential(b), Exponential(c))", ["a*c > a*b + c"]),
        ("Fisher(GeneralizedNormal(m, b, c), m)", ["c < 1/2"]),
    ],
)
def test_nothing_is_proved_where_the_integral_diverges(text, given):
    made, _ = found(text, *given)
    assert made.status != "proved"


FISHER = {
    "Fisher(Normal(mu, sigma), sigma)": lambda mu, sigma: 2 / sigma**2,
    "Fisher(Normal(mu, sqrt(v)), v)": lambda mu, v: 1 / (2 * v**2),
    "Fisher(Exponential(b), b)": lambda b: 1 / b**2,
    "Fisher(Exponential(1/c), c)": lambda c: 1 / c**2,
    "Fisher(Gamma(c, b), c)": lambda c, b: polygamma(1, c),
    "Fisher(Beta(b, c), b)": lambda b, c: polygamma(1, b) - polygamma(1, b + c),
    "Fisher(Weibull(b, c), b)": lambda b, c: c**2 / b**2,
    "Fisher(Weibull(b, c), c)": lambda b, c: (pi**2 / 6 + (1 - EulerGamma) ** 2) / c**2,
    "Fisher(Gumbel(m, b), b)": lambda m, b: (pi**2 / 6 + (1 - EulerGamma) ** 2) / b**2,
    "Fisher(Logistic(m, s), m)": lambda m, s: 1 / (3 * s**2),
    "Fisher(Logistic(m, s), s)": lambda m, s: (3 + pi**2) / (9 * s**2),
    "Fisher(Cauchy(m, g), m)": lambda m, g: 1 / (2 * g**2),
    "Fisher(StudentT(n, m, s), m)": lambda n, m, s: (n + 1) / ((n + 3) * s**2),
    "Fisher(Laplace(m, b), m)": lambda m, b: 1 / b**2,
    "Fisher(Rayleigh(s), s)": lambda s: 4 / s**2,
    "Fisher(Pareto(m, c), c)": lambda m, c: 1 / c**2,
    "Fisher(GeneralizedNormal(m, b, 3), m)": lambda m, b: 6 * gamma(Rational(2, 3)) / (b**2 * gamma(Rational(1, 3))),
    "Fisher(Bernoulli(p), p)": lambda p: 1 / (p * (1 - p)),
    "Fisher(Geometric(p), p)": lambda p: 1 / (p**2 * (1 - p)),
    "Fisher(Poisson(b), b)": lambda b: 1 / b,
    "Fisher(Binomial(n, p), p)": lambda n, p: n / (p * (1 - p)),
    "Fisher(NegativeBinomial(r, p), p)": lambda r, p: r / (p**2 * (1 - p)),
}


@pytest.mark.parametrize("text", FISHER)
def test_fisher_information_of_the_textbooks(text):
    made, symbols = found(text)
    assert made.status == "proved", made.reason
    value = FISHER[text]
    expected = value(*(symbols[n] for n in value.__code__.co_varnames))
    assert is_zero(made.theorem.claim.right - expected, made.theorem.claim.given)
    checked = audit(made.theorem, points=2)
    assert checked.ok and checked.digits >= 30, checked.reason


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Fisher(Normal(mu, sigma))", lambda mu, sigma: ((1 / sigma**2, 0), (0, 2 / sigma**2))),
        ("Fisher(Gamma(c, b))", lambda c, b: ((polygamma(1, c), -1 / b), (-1 / b, c / b**2))),
        ("Fisher(Laplace(m, b))", lambda m, b: ((1 / b**2, 0), (0, 1 / b**2))),
    ],
)
def test_the_information_of_several_parameters_is_a_matrix(text, rows):
    made, symbols = found(text)
    assert made.status == "proved"
    right = made.theorem.claim.right
    expected = rows(*(symbols[n] for n in rows.__code__.co_varnames))
    assert isinstance(right, Grid)
    flat = [e for row in expected for e in row]
    assert all(is_zero(a - b, made.theorem.claim.given) for a, b in zip(right.entries, flat, strict=True))
    checked = audit(made.theorem, points=2)
    assert checked.ok and checked.digits >= 30, checked.reason


def test_a_matrix_is_written_as_sympy_writes_it():
    made = derive("Fisher(Normal(mu, sigma))", unit="bits")  # Fisher information has no unit
    text = made.solution.right.spelling
    assert text == "Matrix([[sigma**(-2), 0], [0, 2/sigma**2]])"
    sigma = Symbol("sigma")
    assert eval(text, {"Matrix": Matrix, "sigma": sigma}) == Matrix([[sigma**-2, 0], [0, 2 / sigma**2]])


@pytest.mark.parametrize(
    "text", ["Fisher(Uniform(a, b), a)", "Fisher(Pareto(m, c), m)", "Fisher(Uniform(a, b))", "Fisher(Levy(m, c), m)"]
)
def test_a_moving_support_has_no_information(text):
    made, _ = found(text)
    assert (made.status, made.theorem) == ("unknown", None) and "moves with" in made.reason


DISTANCES = {
    "Hellinger2(Normal(m, s), Normal(n, t))": (
        [],
        lambda m, s, n, t: 1 - sqrt(2 * s * t / (s**2 + t**2)) * exp(-((m - n) ** 2) / (4 * (s**2 + t**2))),
    ),
    "Hellinger2(Exponential(b), Exponential(c))": ([], lambda b, c: 1 - 2 * sqrt(b * c) / (b + c)),
    "Hellinger2(Poisson(b), Poisson(c))": ([], lambda b, c: 1 - exp(-b / 2 - c / 2 + sqrt(b * c))),
    "Hellinger2(Bernoulli(p), Bernoulli(q))": ([], lambda p, q: 1 - sqrt(p * q) - sqrt((1 - p) * (1 - q))),
    "Hellinger2(Uniform(0, b), Uniform(0, c))": (["b <= c"], lambda b, c: 1 - sqrt(b / c)),
    "Hellinger2(Uniform(0, 2), Uniform(1, 3))": ([], lambda: half),
    "JS(Bernoulli(1/2), Bernoulli(1/4))": ([], lambda: 3 * log(2) / 2 - 5 * log(5) / 8),
    "JS(Uniform(0, 1), Uniform(1, 2))": ([], lambda: log(2)),
    "JS(Uniform(0, 1), Uniform(0, 2))": ([], lambda: Rational(3, 4) * log(Rational(4, 3))),
    "RenyiDivergence(2, Exponential(b), Exponential(c))": (
        ["2*b > c"],
        lambda b, c: log(b**2 / (c * (2 * b - c))),
    ),
    "RenyiDivergence(a, Normal(m, s), Normal(n, s))": ([], lambda a, m, s, n: a * (m - n) ** 2 / (2 * s**2)),
    "RenyiDivergence(1/2, Uniform(0, 2), Uniform(1, 3))": ([], lambda: 2 * log(2)),
}


@pytest.mark.parametrize("text", DISTANCES)
def test_distances_of_the_textbooks(text):
    given, value = DISTANCES[text]
    made, symbols = found(text, *given)
    assert made.status == "proved", made.reason
    expected = value(*(symbols[n] for n in value.__code__.co_varnames))
    assert is_zero(made.theorem.claim.right - expected, made.theorem.claim.given)
    checked = audit(made.theorem, points=2)
    assert checked.ok and checked.digits >= 30, checked.reason


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("RenyiDivergence(2, Uniform(0, 2), Uniform(1, 3))", []),
        ("RenyiDivergence(a, Normal(m, s), Exponential(b))", ["a > 1"]),
        ("RenyiDivergence(a, Uniform(0, 1), Uniform(1, 2))", []),
    ],
)
def test_what_is_infinite(text, given):
    made, _ = found(text, *given)
    assert made.status == "infinite" and "has mass where" in made.reason


@pytest.mark.parametrize("quantity", ["Renyi(2, Normal(m, s))", "JS(Uniform(0, 1), Uniform(0, 2))"])
def test_amounts_have_a_unit(quantity):
    nats, bits = derive(quantity), derive(quantity, unit="bits")
    ratio = (nats.theorem.claim.right - bits.theorem.claim.right * log(2)).expand()
    assert is_zero(ratio, nats.theorem.claim.given) and bits.solution.unit == "bits"


@pytest.mark.parametrize("quantity", ["Hellinger2(Poisson(b), Poisson(c))", "Fisher(Poisson(b), b)"])
def test_distances_and_fisher_information_have_none(quantity):
    assert derive(quantity, unit="bits").theorem.claim.right == derive(quantity).theorem.claim.right
