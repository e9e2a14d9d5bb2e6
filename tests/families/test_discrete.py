"""What is printed of discrete laws: factorials stay whole, one expectation is left, products stay products."""

import pytest

from symbolic_info.engine import batch_row, derive

READ = {
    "H(Poisson(lambda))": "E[log X!] − λ log λ + λ",
    "H(Binomial(n, p))": "−E[log C(n, X)] − np log p − n·(1 − p) log(1 − p)",
    "H(NegativeBinomial(r, p))": "−E[log C(X + r − 1, X)] − r log p − (r·(1 − p)/p) log(1 − p)",
    "H(NegativeBinomial(1, p))": "−log p − ((1 − p)/p) log(1 − p)",
    "H(Zeta(s))": "log ζ(s) − s·ζ′(s)/ζ(s)",
    "H(LogSeries(p))": "E[log X] + log(−log(1 − p)) + (p/((1 − p) log(1 − p))) log p",
    "H(Binomial(2, p))": "−2p log p − 2(1 − p) log(1 − p) − 2p·(1 − p) log 2",
    "H(Binomial(3, 1/3))": "(7/3) log 3 − 2 log 2",
    "KL(Binomial(n, p), Binomial(n, q))": "n·(p log(p/q) + (1 − p) log((1 − p)/(1 − q)))",
    "KL(NegativeBinomial(r, p), NegativeBinomial(r, q))": "r·(log(p/q) + ((1 − p)/p) log((1 − p)/(1 − q)))",
    "KL(Binomial(n, p), Poisson(mu))": "np log(p/μ) − E_P[log (n − X)!] + log n! + n·(1 − p) log(1 − p) + μ",
    "KL(Poisson(mu), NegativeBinomial(r, q))": "μ log(μ/(1 − q)) − E_P[log Γ(X + r)] − r log q + log Γ(r) − μ",
    "KL(LogSeries(p), LogSeries(q))": "log(log(1 − q)/log(1 − p)) + (p/((1 − p) log(1 − p))) log(q/p)",
    "KL(DiscreteUniform(k), Zeta(s))": "log(ζ(s)/k) + (s/k) log k!",
    "KL(DiscreteUniform(k), Geometric(q))": "−log(kq) − ((k + 1)/2) log(1 − q)",
    "KL(DiscreteUniform(2), Categorical(p, 1 - p))": "−½ log(4p·(1 − p))",
    "KL(Zeta(s), Zeta(t))": "log(ζ(t)/ζ(s)) + (s − t)·ζ′(s)/ζ(s)",
    "CE(Binomial(n, p), Geometric(q))": "−log q − np log(1 − q)",
    "Var(Binomial(n, p))": "np·(1 − p)",
    "E(NegativeBinomial(r, p), x)": "r·(1 − p)/p",
    "Var(DiscreteUniform(k))": "(k² − 1)/12",
    "E(LogSeries(p), x)": "−p/((1 − p) log(1 − p))",
    "Fisher(Zeta(s), s)": "ζ′′(s)/ζ(s) − (ζ′(s))²/ζ(s)²",
}


@pytest.mark.parametrize("asked", READ)
def test_it_reads_as_in_a_textbook(asked):
    found = derive(asked)
    assert (found.status, found.solution.right.text) == ("reduced" if "E" in READ[asked] else "proved", READ[asked])
    assert found.audit.ok and found.audit.digits >= 30


NEEDS = {
    "KL(Zeta(s), LogSeries(p))": ("proved", "needs s > 2; infinite otherwise"),
    "KL(Zeta(s), Geometric(p))": ("proved", "needs s > 2; infinite otherwise"),
    "KL(Zeta(s), Poisson(mu))": ("reduced", "needs s > 2"),
    "Var(Zeta(s))": ("proved", "needs s > 3; infinite otherwise"),
}


@pytest.mark.parametrize("asked", NEEDS)
def test_what_must_converge_is_a_condition(asked):
    status, reason = NEEDS[asked]
    found = derive(asked)
    assert found.status == status and reason in found.reason


ARBITRARY = {
    "KL(Categorical(p, k), Categorical(q, k))": "−H(P) − E_P[log q(X)]",
    "CE(Categorical(p, k), Categorical(q, k))": "−E_P[log q(X)]",
    "KL(DiscreteUniform(k), Categorical(p, k))": "−E_Q[log p(X)] − log k",
    "KL(Categorical(p, k), DiscreteUniform(k))": "log k − H(P)",
}


@pytest.mark.parametrize("asked", ARBITRARY)
def test_arbitrary_probabilities_are_positive(asked):
    assert derive(asked).solution.right.text == ARBITRARY[asked]
    assert derive(asked.replace("k))", "l))")).status == "unknown"


def test_what_is_left_is_named():
    reason = derive("KL(NegativeBinomial(r, p), NegativeBinomial(s, q))").reason
    assert reason.count("E(NegativeBinomial(r, p), log(binomial(") == 2


def test_conditions_of_discrete_laws_are_understood():
    assert derive("KL(DiscreteUniform(m), DiscreteUniform(n))", ["m <= n", "n integer"]).status == "proved"
    assert derive("KL(Binomial(n, p), Binomial(m, q))", ["n <= m"]).status == "reduced"
    assert derive("KL(Binomial(n, p), Bernoulli(q))", ["n >= 2"]).status == "infinite"
    assert derive("CE(Binomial(n, p), Geometric(q))", ["n integer"]).status == "proved"


def test_the_result_is_in_the_syntax_of_sympy():
    made = batch_row({"question": "KL(Zeta(s), LogSeries(p))", "given": ["s > 2"]})
    assert "(-Sum(log(k)*k**(-s), (k, 1, oo)))" in made["result"] and made["status"] == "proved"
