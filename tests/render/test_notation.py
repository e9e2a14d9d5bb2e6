"""Expression, LaTeX and one line of Unicode, side by side."""

import pytest
from sympy import (
    Abs,
    E,
    EulerGamma,
    Integer,
    Rational,
    Symbol,
    beta,
    digamma,
    exp,
    factorial,
    log,
    loggamma,
    oo,
    pi,
    polygamma,
    sqrt,
    symbols,
)

from symbolic_info.families.bernoulli import Bernoulli
from symbolic_info.families.exponential import Exponential
from symbolic_info.families.normal import Normal
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Covers, Finite
from symbolic_info.language.distribution import Law
from symbolic_info.language.joint import Joint, entropy, mutual_information
from symbolic_info.language.operators import Integral, Sum, limit, maximum
from symbolic_info.language.terms import KL, CrossEntropy, Density, Entropy
from symbolic_info.render.notation import Latex, Plain, spelled

m, n = symbols("mu_1 mu_2", real=True)
s, t = symbols("sigma_1 sigma_2", positive=True)
p = Symbol("phi", positive=True)
a, b, c, d, k = symbols("a b c d k", positive=True)
lam = Symbol("lambda_", positive=True)
al, be = symbols("alpha beta", positive=True)
P, Q, f = Normal(m, s), Normal(n, t), Law("f")
NAMES = {P: "P", Q: "Q"}
J = Joint("X", "Y")
X, Y = J.coordinates
i = Symbol("i", integer=True)
half = Rational(1, 2)

TABLE = [
    (
        log(t / s) + (s**2 + (m - n) ** 2) / (2 * t**2) - half,
        r"\log\frac{\sigma_2}{\sigma_1} + \frac{\sigma_1^2 + (\mu_1 - \mu_2)^2}{2 \sigma_2^2} - \frac{1}{2}",
        "log(σ₂/σ₁) + (σ₁² + (μ₁ − μ₂)²)/(2σ₂²) − ½",
    ),
    (
        -p * log(p) - (1 - p) * log(1 - p),
        r"-\varphi \log\varphi - (1 - \varphi) \log(1 - \varphi)",
        "−φ log φ − (1 − φ) log(1 − φ)",
    ),
    (log(2), r"\log 2", "log 2"),
    (log(2 * b), r"\log(2 b)", "log(2b)"),
    (log(1 + b), r"\log(b + 1)", "log(b + 1)"),
    (log(2 * pi * E * s**2) / 2, r"\frac{1}{2} \log(2 \pi e \sigma_1^2)", "½ log(2πeσ₁²)"),
    (
        log(2 * pi) / 2 + log(s) + half,
        r"\log\sigma_1 + \frac{1}{2} \log(2 \pi) + \frac{1}{2}",
        "log σ₁ + ½ log(2π) + ½",
    ),
    (1 - log(lam), r"1 - \log\lambda", "1 − log λ"),
    (
        al - log(be) + loggamma(al) + (1 - al) * digamma(al),
        r"\log\Gamma(\alpha) - \log\beta + (1 - \alpha) \psi(\alpha) + \alpha",
        "log Γ(α) − log β + (1 − α) ψ(α) + α",
    ),
    (polygamma(1, al), r"\psi_1(\alpha)", "ψ₁(α)"),
    (beta(a, b), r"\mathrm{B}(a, b)", "B(a, b)"),
    (EulerGamma + 1 + log(be), r"\log\beta + \gamma + 1", "log β + γ + 1"),
    (Abs(x - m) / b, r"\frac{|x - \mu_1|}{b}", "|x − μ₁|/b"),
    (b - a, "b - a", "b − a"),
    ((m - x) ** 2, r"(x - \mu_1)^2", "(x − μ₁)²"),
    (log((b - a) / (d - c)), r"\log\frac{b - a}{d - c}", "log((b − a)/(d − c))"),
    (a * c / d, r"\frac{a c}{d}", "ac/d"),
    (-((x - m) ** 2) / (2 * s**2), r"-\frac{(x - \mu_1)^2}{2 \sigma_1^2}", "−(x − μ₁)²/(2σ₁²)"),
    (log(2) * log(3), r"\log(2) \log 3", "log(2) log 3"),
    (log(p) ** 2, r"(\log\varphi)^2", "(log φ)²"),
    (
        exp(-(x**2) / (2 * s**2)) / sqrt(2 * pi * s**2),
        r"\frac{e^{-x^2/(2 \sigma_1^2)}}{\sigma_1 \sqrt{2 \pi}}",
        "e^(−x²/(2σ₁²))/(σ₁√(2π))",
    ),
    (x ** (al - 1) * exp(-be * x), r"x^{\alpha - 1} e^{-\beta x}", "x^(α − 1)·e^(−βx)"),
    (Rational(3, 4) * log(2), r"\frac{3}{4} \log 2", "(3/4) log 2"),
    (log(a) / (2 * s), r"\frac{\log a}{2 \sigma_1}", "log(a)/(2σ₁)"),
    (a * log(2) / b, r"\frac{a}{b} \log 2", "(a/b) log 2"),
    (1 / (4 * c), r"\frac{1}{4 c}", "1/(4c)"),
    (sqrt(2) / 2, r"\frac{1}{\sqrt{2}}", "1/√2"),
    (factorial(k), "k!", "k!"),
    (oo, r"\infty", "∞"),
    (Integer(-1), "-1", "−1"),
    (-half, r"-\frac{1}{2}", "−½"),
    (KL(P, Q), r"D_{\mathrm{KL}}(P\,\|\,Q)", "D(P ‖ Q)"),
    (CrossEntropy(P, Q), r"H(P,\, Q)", "H(P, Q)"),
    (Entropy(P) / log(2), r"\frac{H(P)}{\log 2}", "H(P)/log 2"),
    (Entropy(Exponential(lam)), r"H(\operatorname{Exp}(\lambda))", "H(Exponential(λ))"),
    (Entropy(Bernoulli(p)), r"H(\operatorname{Bernoulli}(\varphi))", "H(Bernoulli(φ))"),
    (
        P.expect((x - n) ** 2) / (2 * t**2),
        r"\frac{\operatorname{E}_{P}[(X - \mu_2)^2]}{2 \sigma_2^2}",
        "E_P[(X − μ₂)²]/(2σ₂²)",
    ),
    (P.expect(-log(Density(Q, x))), r"\operatorname{E}_{P}[-\log q(X)]", "E_P[−log q(X)]"),
    (Density(P, x) * log(Density(P, x)), r"p(x) \log p(x)", "p(x) log p(x)"),
    (log(2) - KL(P, Q), r"\log 2 - D_{\mathrm{KL}}(P\,\|\,Q)", "log 2 − D(P ‖ Q)"),
    (
        maximum(-p * log(p) - (1 - p) * log(1 - p), p),
        r"\operatorname*{max}_{0 < \varphi} (-\varphi \log\varphi - (1 - \varphi) \log(1 - \varphi))",
        "max_φ (−φ log φ − (1 − φ) log(1 − φ))",
    ),
    (limit(p * log(p), p, 0), r"\lim_{\varphi \to 0^+} \varphi \log\varphi", "lim_{φ→0⁺} φ log φ"),
    (entropy(J, (X,), (Y,)), r"H(X \mid Y)", "H(X | Y)"),
    (mutual_information(J), "I(X; Y)", "I(X; Y)"),
    (Sum(1, k, 1 / k, i), r"\sum_{i=1}^{k} \frac{1}{k}", "Σ_{i=1}^{k} 1/k"),
    (Integral(0, oo, x * exp(-x), x), r"\int_{0}^{\infty} x e^{-x}\,dx", "∫_{0}^{∞} x·e^(−x) dx"),
    (Finite(Entropy(f)), r"H(f)\ \text{is finite}", "H(f) is finite"),
    (Covers(P, Q), r"P \ll Q", "P ≪ Q"),
]


@pytest.mark.parametrize(("e", "latex", "text"), TABLE, ids=[row[2] for row in TABLE])
def test_notation(e, latex, text):
    assert Latex(NAMES).doprint(e) == latex
    assert Plain(NAMES).doprint(e) == text


def test_an_unnamed_law_prints_in_full():
    assert Plain().doprint(Entropy(P)) == "H(N(μ₁, σ₁²))"
    assert Latex().doprint(Entropy(P)) == r"H(\mathcal{N}(\mu_1,\, \sigma_1^2))"


def test_one_law_needs_no_index():
    assert Plain({P: "P"}).doprint(P.expect(x)) == "E[X]"


@pytest.mark.parametrize(
    ("name", "text"),
    [("lambda_", "λ"), ("x_m", "xₘ"), ("Omega", "Ω"), ("sigma_12", "σ₁₂"), ("p1", "p₁"), ("x_Y", "x_Y")],
)
def test_names_in_unicode(name, text):
    assert spelled(name) == text
