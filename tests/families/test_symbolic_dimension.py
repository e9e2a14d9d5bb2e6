"""Laws of symbolic dimension: each explicit instance is the general theorem with explicit matrices put in."""

import pytest
from sympy import Add, Integer, Matrix, Rational, Symbol, symbols

from symbolic_info.audit.matrices import explicit
from symbolic_info.engine import batch_row, derive
from symbolic_info.exact.zero import is_zero
from symbolic_info.language.matrices import matrix
from symbolic_info.language.models import Entry
from symbolic_info.language.operators import Sum
from symbolic_info.language.parse import Unreadable, question

a, b, c, d, f, g = symbols("a b c d f g", real=True)
m = symbols("m_1:4", real=True)
R = Rational
VALUES = {  # by dimension: (mu_1, Sigma_1), (mu_2, Sigma_2)
    1: (([m[0]], [[a]]), ([0], [[g]])),
    2: (([m[0], m[1]], [[a, c], [c, b]]), ([m[2], 1], [[d, f], [f, g]])),
    3: (
        ([m[0], 0, 1], [[2, 1, 0], [1, 3, 1], [0, 1, 4]]),
        ([1, 0, m[1]], [[1, 0, 0], [0, 2, R(1, 2)], [0, R(1, 2), 1]]),
    ),
}
GENERAL = {
    "H": "H(MultivariateNormal(mu_1, Sigma_1))",
    "KL": "KL(MultivariateNormal(mu_1, Sigma_1), MultivariateNormal(mu_2, Sigma_2))",
    "CE": "CE(MultivariateNormal(mu_1, Sigma_1), MultivariateNormal(mu_2, Sigma_2))",
}


def written(mean, rows):
    return f"MultivariateNormal({list(mean)}, {[list(row) for row in rows]})"


@pytest.mark.parametrize("size", VALUES)
@pytest.mark.parametrize("quantity", GENERAL)
def test_an_explicit_law_is_an_instance_of_the_general_one(quantity, size):
    first, second = VALUES[size]
    laws = written(*first) + (f", {written(*second)}" if quantity != "H" else "")
    special = derive(f"{quantity}({laws})").theorem
    general = derive(GENERAL[quantity]).theorem
    renamed = {s.name: s for s in special.claim.left.free_symbols}
    put = {
        s: Matrix(value).applyfunc(lambda e: e.xreplace({t: renamed[t.name] for t in e.free_symbols}))
        for s in general.claim.right.free_symbols - {Symbol("n", integer=True, positive=True)}
        for value in [VALUES[size][int(s.name[-1]) - 1][0 if s.name.startswith("mu") else 1]]
    }
    n = {s: Integer(size) for s in general.claim.right.free_symbols if s.name == "n"}
    instance = explicit(general.claim.right.xreplace(n), put)
    assert is_zero(special.claim.right - instance, special.claim.given)


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize("quantity", GENERAL)
def test_an_explicit_wishart_law_is_an_instance_of_the_general_one(quantity, size):
    rows = ([[[a]], [[d]]], [[[a, c], [c, b]], [[d, f], [f, g]]])[size - 1]
    count = 1 if quantity == "H" else 2
    special = derive(f"{quantity}({', '.join(f'Wishart(nu_{i}, {rows[i - 1]})' for i in range(1, count + 1))})").theorem
    general = derive(f"{quantity}({', '.join(f'Wishart(nu_{i}, V_{i})' for i in range(1, count + 1))})").theorem
    renamed = {s.name: s for s in special.claim.left.free_symbols}
    put = {matrix(f"V_{i}"): Matrix(rows[i - 1]).xreplace({s: renamed[s.name] for r in rows[i - 1] for e in r
           for s in e.free_symbols}) for i in range(1, count + 1)}
    whole = general.claim.right
    whole = whole.xreplace({s: Integer(size) if s.name == "p" else renamed.get(s.name, s) for s in whole.free_symbols})
    assert is_zero(special.claim.right - instance(explicit(whole, put), {}, size), special.claim.given)


SHAPES = {2: (R(3, 2), 2), 3: (1, R(5, 2), 3), 4: (R(1, 2), 1, 2, 3)}
OTHERS = {2: (1, 1), 3: (2, 2, R(1, 2)), 4: (1, R(1, 3), 2, 2)}


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("quantity", GENERAL)
def test_an_explicit_dirichlet_law_is_an_instance_of_the_general_one(quantity, size):
    both = [SHAPES[size], OTHERS[size]][: 1 if quantity == "H" else 2]
    special = derive(f"{quantity}({', '.join(f'Dirichlet{shapes}' for shapes in both)})").theorem.claim
    names = ("alpha", "beta")[: len(both)]
    general = derive(f"{quantity}({', '.join(f'Dirichlet({name}, k)' for name in names)})").theorem.claim
    put = dict(zip(names, both, strict=True))
    assert is_zero(special.right - instance(general.right, put, size), special.given)


def instance(e, put, size):
    """The formula with numbers for the entries of vectors, its sums written out."""
    e = e.xreplace({s: Integer(size) for s in e.free_symbols if s.name == "k"})
    while sums := [s for s in e.atoms(Sum) if not s.body.atoms(Sum)]:
        e = e.xreplace({s: Add(*(s.at(Integer(i)) for i in range(1, size + 1))) for s in sums})
    return e.xreplace({v: put[v.args[0].name][int(v.args[1]) - 1] for v in e.atoms(Entry)})


RESULTS = {
    "H(MultivariateNormal(0, I))": "n*log(2*E*pi)/2",
    "KL(MultivariateNormal(mu, Sigma), MultivariateNormal(0, I))":
        "-n/2 - log(Determinant(Sigma))/2 + Trace(mu.T*mu)/2 + Trace(Sigma)/2",
    "KL(MultivariateNormal(mu, diag(sigma**2)), MultivariateNormal(0, I))":
        "Sum(-log(sigma[i]) + mu[i]**2/2 + sigma[i]**2/2 - 1/2, (i, 1, n))",
    "KL(MultivariateNormal(mu, diag(v)), MultivariateNormal(0, 1))":
        "Sum(-log(v[i])/2 + mu[i]**2/2 + v[i]/2 - 1/2, (i, 1, n))",
    "H(MultivariateNormal(0, s*I))": "n*log(2*E*pi*s)/2",
}  # fmt: skip


@pytest.mark.parametrize("text", RESULTS)
def test_results_are_in_the_syntax_of_sympy(text):
    row = batch_row({"question": text})
    assert (row["status"], row["result"]) == ("proved", RESULTS[text])
    assert row["audit"]["digits"] >= 30


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("H(MultivariateNormal(mu, 0))", "must be positive definite"),
        ("H(MultivariateNormal(mu, -1))", "must be positive definite"),
        ("H(MultivariateNormal(1, Sigma))", "the name of a vector, or 0"),
        ("H(MultivariateNormal(mu, diag(2)))", "diag takes the name of a vector"),
        ("H(MultivariateNormal(mu, [[1]]))", "MultivariateNormal"),
        ("KL(MultivariateNormal(mu, Sigma), MultivariateNormal([0, 0], [[1, 0], [0, 1]]))", "number of variables"),
        ("H(2*MultivariateNormal(mu, Sigma))", "several variables"),
        ("KL(Dirichlet(alpha, k), Dirichlet(1, 2, 3))", "number of variables"),
        ("E(Dirichlet(alpha, k), x)", "variables"),
        ("E(MultivariateNormal(mu, Sigma), x)", "variables without names"),
        ("Var(MultivariateNormal(mu, Sigma))", "the law of one variable"),
        ("E(MultivariateNormal(mu, diag(sigma)), x)", "variables without names"),
    ],
)
def test_what_is_no_law_of_symbolic_dimension_is_refused(text, message):
    with pytest.raises(Unreadable, match=message):
        question(text)
