"""Expressions as data: there and back is the same object, and what is no expression is refused with its path."""

import json

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import (
    Abs,
    Add,
    And,
    Contains,
    Dummy,
    Eq,
    EulerGamma,
    Ge,
    Gt,
    Integer,
    Le,
    Lt,
    Mul,
    Ne,
    Pow,
    Rational,
    S,
    Symbol,
    Tuple,
    exp,
    log,
    oo,
    pi,
    sqrt,
)
from sympy import functions as f
from sympy.core.symbol import Str

from symbolic_info.exact.ball import _FUNCTIONS
from symbolic_info.families import FAMILIES, Categorical, Normal
from symbolic_info.language import claims, information, operators, terms
from symbolic_info.language.binder import COORDINATES, x, y
from symbolic_info.language.copies import Copied
from symbolic_info.language.dependence import FunctionOf, MarkovChain, MutuallyIndependent, Shared
from symbolic_info.language.distribution import Family, Law
from symbolic_info.language.domains import Natural, Positive, Real
from symbolic_info.language.functions import zeta_derivative
from symbolic_info.language.images import image
from symbolic_info.language.joint import Joint, Outcomes, entropy, mutual_information, table
from symbolic_info.language.marginals import Conditional, Marginal, ProductLaw
from symbolic_info.language.matrices import (
    Column,
    Definite,
    Determinant,
    DrawnDeterminant,
    DrawnTrace,
    Quadratic,
    Square,
    Trace,
    matrix,
    vector,
)
from symbolic_info.language.models import Entry, Independent, Mixture, Model
from symbolic_info.language.parse import question
from symbolic_info.language.support import COUNTING
from symbolic_info.language.tree import BadData, decode, decode_condition, decode_expr, encode, heads
from symbolic_info.language.vectors import NormalVector, WishartMatrix

a, b = Positive().symbol("a"), Real().symbol("b")
k = Natural().symbol("k")
P, Q, J = Normal(b, a), Law("f"), Joint("X", "Y")
i = Dummy("i", integer=True)
v, M = vector("v"), matrix("M")

ONE, TWO = (Str("X"),), (Str("Y"),)
OBJECTS = [
    S.Zero, Integer(-7), Rational(-3, 10**40), pi, S.Exp1, EulerGamma, oo, -oo, S.true, S.false, S.Integers,
    Symbol("s"), Symbol("s", positive=True), Symbol("n", integer=True, negative=True), Symbol("h", finite=True),
    Symbol("q", commutative=False), Symbol("σ"), Symbol("even", even=True, nonnegative=True), a, b, k,
    Dummy("x"), Dummy("x", real=True), *COORDINATES, Str("X"), Tuple(a, Tuple(), Str("f")),
    a + b - 3, -a / b, 2 * (a + b), sqrt(a), sqrt(2) * pi / 3, a**b, a**100, 2**k, exp(-(a**2) / 2), log(a / 2),
    f.gamma(a), f.loggamma(b), f.polygamma(0, a), f.polygamma(2, a), f.digamma(a), f.beta(a, b), f.zeta(a),
    zeta_derivative(2, a), f.erf(b), f.erfc(b), f.factorial(k), f.binomial(k, 2), Abs(b), f.sign(b), f.Max(a, b),
    f.Min(a, b), Eq(a, b), Ne(b, 0), Lt(a, b), Le(a, 3), Gt(b, 0), Ge(b, a), And(b > 0, b < 1), Contains(b, S.Integers),
    Law("p", COUNTING, k), J, table([["1/8", "1/16"], ["1/4", "9/16"]]),
    Outcomes("X Y", {(0, 0): a, (1, 0): 1 - a}), Marginal(J, (Str("X"),)), ProductLaw(J),
    Categorical(a, 1 - a), Categorical(Rational(1, 2), Rational(1, 2)), Categorical(Symbol("p"), Symbol("k")),
    image(P, exp(x), log(x)), 3 * P + b, Q * b,
    terms.SelfInformation(a), terms.Entropy(P), terms.CrossEntropy(P, Q), terms.KL(P, Q), terms.Variance(P),
    terms.Density(P, x), terms.Density(J, x, y), entropy(J, given=(Str("Y"),)), mutual_information(J),
    terms.Measured(terms.Entropy(P), Str("bits")), P.expect(x**2 + b), J.expect(x * y, (x, y)),
    P.expect(x * P.expect(x)), operators.Sum(1, k, 1 / i, i), operators.Integral(0, oo, exp(-a * x), x),
    operators.maximum(terms.Entropy(P), a), operators.minimum(a**2, a), operators.argmax(log(a) - a, a),
    operators.argmin(a, a), operators.limit(a * log(a), a, 0), operators.derivative(a**2, a),
    claims.Finite(terms.Entropy(Q)), claims.Covers(P, Q),
    information.Renyi(a, P), information.RenyiDivergence(2, P, Q), information.Hellinger2(P, Q), information.JS(P, Q),
    information.fisher(P), information.fisher(P, a),
    information.Fisher((1, a), P, (b, a)), information.Grid((1, a), (b, 2)),
    operators.Product(1, k, 1 / i, i), operators.Total(J, x * y, (x, y)), terms.Value(Str("I"), a), Entry(b, k),
    claims.AddsOverIndependentEvents(Str("I")), claims.Falls(Str("I")), claims.Invertible(3 * Q),
    claims.Always(terms.Density(Q, i) > 0, i), claims.Always(claims.Covers(Q, Model("q", b)), b),
    claims.AlmostSurely(Q, Eq(terms.Density(Q, x), terms.Density(P, x)), x),
    claims.Always(claims.AlmostSurely(Q, terms.Density(Q, x) < b, x), b),
    Conditional(J, (Str("X"),), (Str("Y"),), (b,)), Model("q", b, COUNTING), Mixture(P, Q, a),
    Independent(k, Normal(Entry(b, i), Entry(a, i)), i),
    NormalVector(Column(v), Square(M), k), FAMILIES["Dirichlet"](v, k), Column(v), Square(M), Determinant(Square(M), k),
    Trace(Square(M**-1), k), Quadratic(Square(M), Column(v), k), Definite(Square(M), k),
    WishartMatrix(a, Square(M), k), DrawnTrace(Square(M), Column(v), k), DrawnDeterminant(Column(v), k),
    MarkovChain(J, [ONE, TWO, ONE]), MutuallyIndependent(J, [ONE], TWO), FunctionOf(J, TWO, ONE, "g"),
    terms.Entropy(Copied(J, [Str("X'")], ONE, TWO)), Shared("TC", J, [ONE, TWO], ()),
    Shared("II", J, [ONE, (*ONE, *TWO)], TWO),
]  # fmt: skip


@pytest.mark.parametrize("e", OBJECTS, ids=lambda e: f"{type(e).__name__}-{str(e)[:30]}")
def test_there_and_back(e):
    again = decode(json.loads(json.dumps(encode(e))))
    assert again == e and hash(again) == hash(e)
    assert again.args == e.args and type(again) is type(e)
    assert again.free_symbols == e.free_symbols


@pytest.mark.parametrize("name", sorted(name for name, kind in FAMILIES.items() if issubclass(kind, Family)))
def test_each_family(name):
    own = FAMILIES[name].generic("_1")
    assert decode(encode(terms.Entropy(own))) == terms.Entropy(own)
    assert own.conditions() == decode(encode(own)).conditions()


def test_whatever_the_kernel_can_enclose_has_a_place_in_data():
    assert set(_FUNCTIONS) <= set(heads().values())
    a = Positive().symbol("a")
    for e in (f.atan(a), f.expint(1, a), f.sinh(a), f.cosh(a)):
        assert decode(encode(e)) == e


def test_every_head_of_the_language_has_been_tried():
    tried = {type(node) for e in OBJECTS for node in sympy.preorder_traversal(e)}
    mine = {kind for kind in heads().values() if kind.__module__.startswith("symbolic_info.language")}
    assert {kind.__name__ for kind in mine - tried} <= set()


@pytest.mark.parametrize(
    "e",
    [
        Add(a, a, evaluate=False),
        Mul(2, Add(a, b), evaluate=False),
        Mul(2, 3, a, evaluate=False),
        Pow(2, 3, evaluate=False),
        log(Integer(1), evaluate=False),
        Gt(a, 0, evaluate=False),
        Mul(Add(1, b, evaluate=False), Pow(12, S.Half, evaluate=False), evaluate=False),
    ],
)
def test_what_sympy_would_evaluate_stays_as_it_was_written(e):
    again = decode(encode(e))
    assert type(again) is type(e) and again.args == e.args


def test_the_order_of_arguments_is_no_matter():
    assert decode(["Add", ["Symbol", "a", {"positive": True, "real": True}], ["Integer", "1"]]) == a + 1


def test_dummies_stay_themselves_and_apart():
    one, other = Dummy("t"), Dummy("t")
    assert decode(encode(one)) == one != decode(encode(other))
    body = decode(encode(P.expect(x - one)))
    assert body.free_symbols == {one, a, b}


def test_substitution_into_what_was_read_does_not_capture():
    mean = decode(encode(P.expect(x * b)))
    inside = mean.xreplace({b: x + 1})  # this x is no variable of the expectation
    assert inside.free_symbols == {x, a}
    assert inside.body.has(x) and inside.variable != x


names = st.sampled_from(["a", "b", "sigma_1", "λ"])
symbols = st.one_of(
    st.builds(lambda n: Real().symbol(n), names),
    st.builds(lambda n: Positive().symbol(n), names),
    st.builds(lambda n: Natural().symbol(n), names),
    st.sampled_from(COORDINATES),
)
expressions = st.recursive(
    st.one_of(symbols, st.fractions(-9, 9, max_denominator=9).map(Rational), st.sampled_from([pi, EulerGamma])),
    lambda inner: st.one_of(
        st.builds(Add, inner, inner),
        st.builds(Mul, inner, inner),
        st.builds(Pow, inner, st.sampled_from([2, -1, 3, Rational(1, 2), Rational(-2, 3)])),
        st.builds(exp, inner),
        st.builds(lambda e: log(1 + e**2), inner),
        st.builds(Abs, inner),
        st.builds(lambda m, e: Normal(m, 2).expect(e), inner, inner),
        st.builds(lambda m, s: terms.KL(Normal(m, 1), Normal(0, exp(s))), inner, inner),
        st.builds(lambda e: operators.Sum(1, 9, e, i), inner),
    ),
    max_leaves=12,
).filter(lambda e: not e.has(S.ComplexInfinity, S.NaN, S.ImaginaryUnit, oo))


@settings(max_examples=200, deadline=None)
@given(expressions)
def test_random_expressions_there_and_back(e):
    try:
        again = decode(json.loads(json.dumps(encode(e))))
    except BadData as error:  # powers of powers may go beyond the bounds
        assert "exponent" in str(error) or "power" in str(error) or "root" in str(error) or "nested" in str(error)
    else:
        assert again == e and str(again) == str(e)


BAD = {
    "no list": {"head": "Add"},
    "no head": [],
    "a number for a head": [1, 2],
    "an unknown head": ["Lambda", ["Symbol", "x", {}], ["Symbol", "x", {}]],
    "code": ["eval", ["Str", "1"]],
    "a private name": ["__class__", ["Integer", "1"]],
    "a number that is no string": ["Integer", 1],
    "no number": ["Integer", "1e5"],
    "a long number": ["Integer", "1" * 5_000],
    "a division by zero": ["Rational", "1", "0"],
    "assumptions that contradict each other": ["Symbol", "a", {"positive": True, "negative": True}],
    "an unknown assumption": ["Symbol", "a", {"evaluate": True}],
    "an assumption of no truth value": ["Symbol", "a", {"real": 1}],
    "a number for a law": ["Entropy", ["Integer", "1"]],
    "a law for a number": ["log", encode(P)],
    "a missing argument": ["KL", encode(P)],
    "a bound variable that is none": ["Expectation", encode(P), encode(x), ["Tuple", ["Integer", "1"]]],
    "a family with too many parameters": ["Normal", *[["Integer", "1"]] * 3],
    "rows of different lengths": ["Table", ["Tuple", ["Tuple", ["Integer", "1"]], ["Tuple"]]],
    "a formula for a condition": ["Always", ["Integer", "1"], ["Tuple", encode(a)]],
    "a symbol for a condition": ["AlmostSurely", encode(P), encode(a), ["Tuple", encode(a)]],
    "a formula for a name": ["Value", encode(a), encode(a)],
    "a law for many laws": ["Independent", encode(k), encode(P)],
    "a formula for a mixed law": ["Mixture", encode(P), encode(a), encode(a)],
    "a symbol for a unit": ["Measured", encode(a), ["Symbol", "bits", {}]],
    "names for values": ["Conditional", encode(J), *[["Tuple", ["Str", n]] for n in ("X", "Y", "Y")]],
    "a huge power": ["Pow", ["Integer", "10"], ["Integer", "1000000000"]],
    "a large power of a symbol": ["Pow", ["Symbol", "a", {}], ["Integer", "101"]],
    "a power of a power": ["Pow", ["Pow", ["Symbol", "a", {}], ["Integer", "100"]], ["Integer", "2"]],
    "a huge factorial": ["factorial", ["Integer", "1000000000"]],
}


@pytest.mark.parametrize("name", BAD)
def test_bad_data_is_refused(name):
    with pytest.raises(BadData):
        decode(BAD[name])


def test_an_error_names_the_path():
    with pytest.raises(BadData, match=r"\$\.start\[1\]\[2\]: the head 'Nope' is unknown") as error:
        decode(["Add", ["Mul", encode(a), ["Nope"]], encode(a)], ("start",))
    assert error.value.path == ("start", 1, 2)


def test_deep_and_large_data_is_refused():
    deep = encode(a)
    for _ in range(5_000):
        deep = ["log", deep]
    with pytest.raises(BadData, match="levels"):
        decode(deep)
    swelling = encode(b)
    for _ in range(40):
        swelling = ["Pow", ["Add", encode(S.One), ["Pow", swelling, ["Integer", "-1"]]], ["Rational", "1", "2"]]
    with pytest.raises(BadData, match="nested"):
        decode(swelling)
    with pytest.raises(BadData, match="parts"):
        decode(["Add", *[["Integer", "1"]] * 60_000])


def test_kinds():
    with pytest.raises(BadData, match="no formula"):
        decode_expr(encode(P))
    with pytest.raises(BadData, match="no condition"):
        decode_condition(encode(a))
    always = claims.Always(a * b > 0, b)
    assert decode_condition(encode(always)) == always


def test_an_expression_outside_of_the_list_is_not_encoded():
    with pytest.raises(BadData, match="Lambda"):
        encode(sympy.Lambda(b, b + 1))
    with pytest.raises(BadData, match="Sum"):
        encode(sympy.Sum(a, (k, 1, 3)))


def test_a_question_survives():
    term = question("max(KL(Bernoulli(p), Bernoulli(1/3)) - H(Bernoulli(p)), p)").term
    assert decode(encode(term)) == term
