"""What people type is read as what they mean, or refused with its place."""

import pytest
from sympy import E, EulerGamma, Rational, Symbol, Tuple, binomial, factorial, gamma, log, oo, pi, polygamma, sqrt

from symbolic_info.answers.reading import read
from symbolic_info.language.bounds import Unreadable

LETTERS = ("sigma", "sigma_1", "sigma_2", "alpha", "b", "k", "p", "q", "lambda")
NAMES = {n: Symbol(n, positive=True, real=True) for n in LETTERS}
NAMES |= {n: Symbol(n, real=True) for n in ("mu_1", "mu_2")}
s, s1, s2, alpha, b, k, p, q, lam = (NAMES[n] for n in LETTERS)

SAID = {
    r"\frac12\log(2\pi e\sigma^2)": log(2 * pi * E * s**2) / 2,
    "½ ln(2πeσ²)": log(2 * pi * E * s**2) / 2,
    "0.5*np.log(2*math.pi*math.e*sigma**2)": log(2 * pi * E * s**2) / 2,
    r"\sigma^2_1 + \sigma_{1}^{2} + σ₁² + sigma1^2 + s1**2": 5 * s1**2,
    "1 + log 2b": 1 + log(2 * b),
    "plogp": p * log(p),
    "2pq": 2 * p * q,
    r"\sqrt[3]{b} + \sqrt2": b ** Rational(1, 3) + sqrt(2),
    r"\psi(\alpha) + \psi^{(1)}(\alpha) + \frac{\Gamma'(\alpha)}{\Gamma(\alpha)}": 2 * polygamma(0, alpha)
    + polygamma(1, alpha),
    r"\gamma + \Gamma(\alpha)": EulerGamma + gamma(alpha),
    r"\binom{k}{2} + k!": binomial(k, 2) + factorial(k),
    r"\log_22 + \log_{10} k": 1 + log(k) / log(10),
    r"\left|\frac{b}{k}\right| + |b|": b / k + b,
    "1,234.5": Rational(2469, 2),
    "32.5%": Rational(13, 40),
    "0,325": Rational(13, 40),
    "1½": Rational(3, 2),
    r"D_{KL}(P\|Q) = \ln b": log(b),
    "D(P|Q) = 1": 1,
    r"So the answer is $\boxed{\dfrac{3}{2}}$ bits.": Rational(3, 2),
    r"The entropy is $\log k$, where $k$ is the number of outcomes.": log(k),
    "I think it's 1.5 bits": Rational(3, 2),
    "It diverges.": oo,
    "0.1, 0.2": Tuple(Rational(1, 10), Rational(1, 5)),
}


@pytest.mark.parametrize("text", SAID)
def test_what_is_typed_is_read(text):
    assert read(text, NAMES).expression == SAID[text]


def test_what_stands_beside_a_formula_is_told():
    made = read(r"H(X) = \log 2 \approx 0.693 nats", NAMES)
    assert (made.left, made.unit, made.decimals, made.chain) == ("H(X)", "nats", 3, (log(2),))


def test_another_meaning_of_an_ambiguous_text_is_kept():
    assert read("b/2k", NAMES).others == (b / (2 * k),)


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("1 - log(lambbda)", 8, "did you mean lambda"),
        (r"\frac{1}{2", 8, "never closed"),
        ("2 + ", 3, "ends too early"),
        ("9^{9^{9^{9}}}", 3, "too large"),
        ("", 0, "nothing to read"),
        ("__import__('os')", 2, "unknown name import"),
        ("2 3", 2, "operator"),
    ],
)
def test_what_cannot_be_read_has_a_place(text, place, word):
    with pytest.raises(Unreadable) as found:
        read(text, NAMES)
    assert word in str(found.value)
    assert found.value.position == place
