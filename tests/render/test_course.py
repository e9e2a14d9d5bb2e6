"""How the heads of the course chapter read: laws with parameters, what holds almost surely, large numbers."""

import pytest
from sympy import Eq, Integer, Rational, Symbol, log, symbols

from symbolic_info.blackboard import (
    KL,
    LEBESGUE,
    AddsOverIndependentEvents,
    AlmostSurely,
    Always,
    Bernoulli,
    Conditional,
    Covers,
    Density,
    Derivation,
    Entropy,
    Entry,
    Falls,
    Finite,
    Independent,
    Joint,
    Law,
    Marginal,
    Mixture,
    Model,
    Name,
    Normal,
    Product,
    ProductLaw,
    SelfInformation,
    Sum,
    Total,
    Value,
    derivative,
    theorem,
    x,
    y,
)
from symbolic_info.kernel.check import check
from symbolic_info.render.book import Entry as Page
from symbolic_info.render.book import write_book
from symbolic_info.render.breaking import broken
from symbolic_info.render.latex import escaped
from symbolic_info.render.notation import Latex, Plain, Stacked
from symbolic_info.render.prose import Link, spoken
from symbolic_info.render.solution import solution
from symbolic_info.render.statement import letters

p, t, sigma = symbols("p t sigma", positive=True)
theta, mu = symbols("theta mu", real=True)
d = Symbol("d", integer=True, positive=True)
i = Symbol("i", integer=True)
P, R, Q = Law("p"), Law("r"), Model("q", theta, LEBESGUE)
C = Law("p", of="counting")
J = Joint("X", "Y")
X, Y = J.coordinates
pxy, px, py = J.density(x, y), Marginal(J, (X,)).density(x), Marginal(J, (Y,)).density(y)
given_y = Conditional(J, (X,), (Y,), (y,))
mean = Marginal(J, (Y,)).expect(Entropy(given_y), y)
coordinate = Normal(Entry(mu, i), Entry(sigma, i))
many = Independent(d, coordinate, i)
NAMES = {P: "P", R: "R", many: "P"}

TABLE = [
    (Rational(1, 10**200), "10^{-200}", "10⁻²⁰⁰"),
    (Rational(-1, 2**1074), "-2^{-1074}", "−2⁻¹⁰⁷⁴"),
    (Integer(3 * 10**12), r"3 \cdot 10^{12}", "3·10¹²"),
    (Integer(10**6), "1000000", "1000000"),
    (Rational(1, 3**40), rf"\frac{{1}}{{{3**40}}}", f"1/{3**40}"),
    (KL(P, Q), r"D_{\mathrm{KL}}(P\,\|\,Q_{\theta})", "D(P ‖ Q_θ)"),
    (Density(Q, x), r"q_{\theta}(x)", "q_θ(x)"),
    (KL(P, Mixture(P, R, t)), r"D_{\mathrm{KL}}(P\,\|\,(1 - t)\,P + t\,R)", "D(P ‖ (1 − t)P + tR)"),
    (mean, r"\operatorname{E}_{y \sim Y}[H(X \mid Y = y)]", "E_{y ~ Y}[H(X | Y = y)]"),
    (given_y.expect(log(x)), r"\operatorname{E}[\log X \mid Y = y]", "E[log X | Y = y]"),
    (Entropy(many), "H(P)", "H(P)"),
    (KL(coordinate, Normal(0, 2)), None, "D(N(μ_i, σ_i²) ‖ N(0, 4))"),
    (Entropy(Normal(0, t + 1)), r"H(\mathcal{N}(0,\, (t + 1)^2))", "H(N(0, (t + 1)²))"),
    (Entry(mu, i) ** 2 / 2, r"\frac{{\mu}_{i}^2}{2}", "μ_i²/2"),
    (log(Value(Name("J"), p)), r"\log J(p)", "log J(p)"),
    (Product(1, d, C.density(i), i), r"\prod_{i=1}^{d} p(i)", "∏_{i=1}^{d} p(i)"),
    (Sum(1, d, p + i, i), r"\sum_{i=1}^{d} (i + p)", "Σ_{i=1}^{d} (i + p)"),
    (Sum(1, d, -log(p), i), r"-\sum_{i=1}^{d} \log p", "−Σ_{i=1}^{d} log p"),
    (1 - Sum(1, d, -log(p), i), r"\sum_{i=1}^{d} \log p + 1", "Σ_{i=1}^{d} log p + 1"),
    (Total(C, -C.density(x) * log(C.density(x)), x), r"-\sum_{x} p(x) \log p(x)", "−Σ_{x} p(x) log p(x)"),
    (Total(P, P.density(x) ** 2, x), r"\int p(x)^2\,dx", "∫ p(x)² dx"),
    (derivative(SelfInformation(p), p), r"\frac{d}{dp} I(p)", "d/dp I(p)"),
    (derivative(-log(p), p), r"\frac{d}{dp} (-\log p)", "d/dp (−log p)"),
    (derivative(derivative(Entropy(Bernoulli(p)), p), p), None, "d²/dp² H(Bernoulli(p))"),
    (Always(C.density(i) > 0, i), r"p(i) > 0\text{ for every } i", "p(i) > 0 for every i"),
    (Always(Covers(P, Q), theta), None, "P ≪ Q_θ for every θ"),
    (Always(Finite(KL(P, Q)), theta), None, "D(P ‖ Q_θ) is finite for every θ"),
    (AlmostSurely(P, Eq(P.density(x), R.density(x)), x), None, "p(X) = r(X) almost surely under P"),
    (AlmostSurely(J, Eq(pxy, py), (x, y)), r"p(X, Y) = p(Y)\text{ almost surely}", "p(X, Y) = p(Y) almost surely"),
    (Covers(ProductLaw(J), J), r"p(x)p(y) \ll p(x, y)", "p(x)p(y) ≪ p(x, y)"),
    (Falls(Name("J")), r"J\text{ falls strictly on (0, 1]}", "J falls strictly on (0, 1]"),
    (AddsOverIndependentEvents(Name("J")), None, "J(pq) = J(p) + J(q) for all probabilities p and q"),
]


@pytest.mark.parametrize(("e", "latex", "text"), TABLE, ids=[row[2][:40] for row in TABLE])
def test_notation(e, latex, text):
    assert Plain(NAMES).doprint(e) == text
    shown = Latex(NAMES).doprint(e)
    assert latex is None or shown == latex
    assert shown.count("{") == shown.count("}")


def test_a_fraction_in_the_terminal_stays_on_its_line():
    assert Stacked(NAMES).doprint(SelfInformation(Rational(1, 1000))) == "I(1/1000)"


def test_letters_are_for_laws_that_depend_on_no_bound_variable():
    line = KL(many, Independent(d, Normal(0, 1), i))
    assert letters([line, Sum(1, d, KL(coordinate, Normal(0, 1)), i)]) == {many: "P", line.args[1]: "Q"}
    assert letters([KL(P, Q), KL(P, Mixture(P, R, t))]) == {P: "P", R: "R"}


def made(name, **options):
    return solution(check(theorem(name).derivation), **options)


def test_a_model_and_a_mixture_are_introduced_by_their_densities():
    said = spoken(made("same_gradient").statement)
    assert said.startswith("Let P have density p and Q_θ have density q_θ.")
    assert spoken(made("divergence_grows_along_a_mixture").statement).startswith("Let P have density p and R have")


def test_entries_of_a_vector_are_positive_and_not_the_vector():
    assert [f.text for f in made("vae_regulariser_in_d_dimensions").given] == ["d ∈ {1, 2, …}", "σ_i > 0"]


def test_rules_have_names_for_students():
    reasons = [spoken(line.reason) for line in made("bernoulli").lines]
    assert reasons[-1] == "moments (tilting)"
    assert spoken(made("gibbs").lines[-1].reason) == "total probability is 1"
    assert "almost surely by assumption" in spoken(made("equal_almost_everywhere").lines[-1].reason)
    own = made("bernoulli", says={"tilting": "the mean"})
    assert spoken(own.lines[-1].reason) == "the mean"


def test_cited_theorems_are_links_with_their_titles(tmp_path):
    shown = made("bernoulli_maximum")
    (cites,) = [c for c in shown.evidence if c.name == "cites"]
    assert cites.words == (Link("bernoulli", "bernoulli"),)
    (rests,) = [c for c in shown.evidence if c.name == "rests on"]
    assert "bernoulli" not in spoken(rests.words)
    pages = [Page("bernoulli", "The entropy of a coin", "a", "", made("bernoulli"))]
    pages.append(Page("bernoulli_maximum", "A fair coin", "a", "", shown, ("bernoulli",)))
    write_book(pages, tmp_path, ("html", "markdown"))
    html = (tmp_path / "bernoulli_maximum.html").read_text()
    assert '<em>cites</em>: <a href="bernoulli.html">The entropy of a coin</a>' in html
    assert "*cites*: [The entropy of a coin](bernoulli.md)" in (tmp_path / "bernoulli_maximum.md").read_text()


class Numbers:
    points, digits, ok, reason, mpmath = 3, 33, True, "", 3
    against = "random instances of the laws"
    samples = (({P: Law("p"), "a": 1}, "-1.00000000000000000000e-196"),)


def test_the_numbers_are_said_in_words():
    said = {c.name: spoken(c.words) for c in made("bernoulli", audit=Numbers()).evidence}
    assert said["numbers"] == "3 random instances of the laws, 33 digits agree; the last line also with mpmath"
    assert said["a value"].endswith(": −1·10⁻¹⁹⁶")


def test_a_long_formula_does_not_break_inside_a_fraction():
    rows = broken(r"\frac{e^a}{\sum_{j=1}^{m} e^{z_j} + \sum_{j=m + 2}^{m + n + 1} e^{z_j} + e^a} - b", 0, 8)
    assert rows[-1] == "- b"
    assert all(row.count("{") == row.count("}") for row in rows)


def test_superscripts_in_a_title():
    assert escaped("10⁻²⁰⁰") == "10$^{-}$$^2$$^{0}$$^{0}$"


PROGRAM = ("Tuple", "Str(", "**", "Law(", "Joint(", "Dummy", "exp(")


def test_no_derivation_prints_a_program():
    """No class name, no list of SymPy, no Python power in any formula of the library."""
    from symbolic_info import library

    for name in library.names():
        derivation: Derivation = library.load(name)
        for show in (Latex(letters(derivation.lines)), Plain(letters(derivation.lines))):
            for formula in (*derivation.lines, *derivation.given.facts):
                text = show.doprint(formula)
                assert not any(word in text for word in PROGRAM), text
