"""Terms that bind variables: substitution never captures, and the names of bound variables do not matter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Dummy, Integer, S, Symbol, Tuple, exp, log, symbols

from symbolic_info.families import Normal
from symbolic_info.language.binder import COORDINATES, Binder, Term, canonical, x, y, z
from symbolic_info.language.distribution import Law
from symbolic_info.language.images import Map
from symbolic_info.language.operators import ArgMax, Derivative, Integral, Limit, Maximum, Minimum, Sum
from symbolic_info.language.terms import KL, Entropy, Expectation  # fmt: skip

v, w, a, b = symbols("v w a b", real=True)
s, t = symbols("s t", positive=True)
i = Symbol("i", integer=True)
P = Normal(a, s)

BINDERS = {
    "expectation": Expectation(P, v**2 + b * v, v),
    "sum": Sum(1, b, b * v, v),
    "integral": Integral(a, b, a * b * v, v),
    "maximum": Maximum(a, b, v * b, v),
    "minimum": Minimum(a, b, v * b, v),
    "argmax": ArgMax(a, b, v * b, v),
    "limit": Limit(a, 1, v * b, v),
    "derivative": Derivative(a, v * b, v),
    "map": Map(a * v + b, v),
}


@pytest.mark.parametrize("name", BINDERS)
def test_the_bound_variable_is_not_free(name):
    e = BINDERS[name]
    assert v not in e.free_symbols
    assert b in e.free_symbols
    assert e.bound_symbols == [v]


@pytest.mark.parametrize("name", BINDERS)
@pytest.mark.parametrize("way", ["xreplace", "subs"])
def test_the_bound_variable_is_not_replaced(name, way):
    e = BINDERS[name]
    assert canonical(getattr(e, way)({v: Integer(7)})) == canonical(e)


@pytest.mark.parametrize("name", BINDERS)
@pytest.mark.parametrize("way", ["xreplace", "subs"])
def test_a_replacement_is_not_captured(name, way):
    """b becomes v: the free v of the result is not the bound one."""
    e = BINDERS[name]
    made = getattr(e, way)({b: v})
    assert v in made.free_symbols
    assert v not in made.variables
    through = e.renamed([w]).xreplace({b: v})
    assert canonical(made) == canonical(through)
    assert made.at(Integer(3)) == e.at(Integer(3)).xreplace({b: v})


@pytest.mark.parametrize("name", BINDERS)
def test_a_replacement_that_mentions_the_variable_is_not_captured(name):
    e = BINDERS[name]
    made = e.xreplace({b: v + exp(v)})
    assert v in made.free_symbols and v not in made.variables
    assert made.at(Integer(2)) == e.at(Integer(2)).xreplace({b: v + exp(v)})


@pytest.mark.parametrize("name", BINDERS)
def test_the_name_of_the_bound_variable_does_not_matter(name):
    e = BINDERS[name]
    other = e.renamed([w])
    assert other != e
    assert canonical(other) == canonical(e)
    assert canonical(canonical(e)) == canonical(e)
    assert canonical(e).free_symbols == e.free_symbols


def test_normal_laws_with_a_plain_x_do_not_capture():
    """KL(N(x, 1) ‖ N(0, 1)) is about a mean that happens to be called x (trap 2)."""
    mean = Symbol("x", real=True)
    Q, R = Normal(mean, 1), Normal(0, 1)
    e = Q.expect(Q.log_density(x) - R.log_density(x))
    assert mean in e.free_symbols
    assert e.variables == (x,)
    assert e.xreplace({mean: Integer(5)}) == Normal(5, 1).expect(Normal(5, 1).log_density(x) - R.log_density(x))
    assert KL(Q, R).xreplace({mean: a}) == KL(Normal(a, 1), R)


def test_reserved_variables_equal_no_symbol():
    for c in COORDINATES:
        assert isinstance(c, Dummy) and c.is_real
        assert c != Symbol(c.name, real=True) and c != Dummy(c.name, real=True)
    assert len(set(COORDINATES)) == len(COORDINATES)


def test_the_identity_keeps_its_variable():
    """Lambda(x, x) becomes SymPy's IdentityFunction (trap 3); a binder keeps variable and body."""
    for made in (Map(s, s), Maximum(0, 1, s, s), Expectation(P, x)):
        assert made.body == made.variable
        assert made.variable.is_real
    assert Maximum(0, 1, s, s).variable.is_positive


def test_a_parameter_of_the_law_is_outside_the_scope():
    e = Expectation(Normal(v, s), v**2, v)
    assert e.free_symbols == {v, s}
    made = e.xreplace({v: a})
    assert made.outer == (Normal(a, s),)
    assert canonical(made) == canonical(Expectation(Normal(a, s), w**2, w))


def test_bounds_are_outside_the_scope():
    e = Integral(0, v, v**2, v)
    assert v in e.free_symbols
    made = e.xreplace({v: a})
    assert made.outer == (S.Zero, a)
    assert canonical(made) == canonical(Integral(0, a, w**2, w))


def test_nested_binders_shadow():
    inner = Sum(1, i, v, v)
    outer = Integral(0, 1, v * inner, v)
    assert outer.free_symbols == {i}
    assert outer.at(Integer(2)) == 2 * inner
    assert canonical(outer) == canonical(Integral(0, 1, w * Sum(1, i, b, b), w))
    assert canonical(outer) != canonical(Integral(0, 1, w * Sum(1, i, w, b), w))


def test_nested_binders_with_crossed_variables_differ():
    first = Expectation(P, Expectation(P, x * y**2, y), x)
    second = Expectation(P, Expectation(P, y * x**2, x), y)
    third = Expectation(P, Expectation(P, x**2 * y, y), x)
    assert canonical(first) == canonical(second)
    assert canonical(first) != canonical(third)


def test_a_replacement_goes_through_nested_binders_without_capture():
    e = Integral(0, 1, Integral(0, 1, v * w * b, w), v)
    made = e.xreplace({b: v * w})
    assert made.free_symbols == {v, w}
    assert made.at(Integer(2)).at(Integer(3)) == 6 * v * w


def test_a_function_of_the_bound_variable_is_not_replaced_from_outside():
    e = Integral(0, 1, log(v) + log(b), v)
    assert e.xreplace({log(v): a}) == e
    assert e.xreplace({log(b): a}).body == log(v) + a


def test_several_variables():
    e = Expectation(Law("f"), x * y, (x, y))
    assert e.variables == (x, y)
    assert e.at(2, 3) == 6
    assert canonical(e) == canonical(Expectation(Law("f"), v * w, (v, w)))
    assert canonical(e) != canonical(Expectation(Law("f"), x * y**2, (y, x)))
    swapped = e.renamed([y, z])
    assert swapped.at(2, 3) == 6


def test_two_equal_variables_and_no_symbol_are_refused():
    with pytest.raises(TypeError):
        Expectation(P, x, (x, x))
    for bad in (Integer(1), v + 1, Tuple(v + 1)):
        with pytest.raises(TypeError):
            Maximum(0, 1, v, bad)


def test_text_is_no_formula():
    for build in (lambda: Entropy("Normal(0, 1)"), lambda: Integral(0, 1, "x", v), lambda: Normal("0", 1)):
        with pytest.raises(TypeError):
            build()


def test_canonical_does_not_capture_a_free_dummy():
    """Not even the name that it would choose itself."""
    own = canonical(Expectation(P, x)).variable
    e = Expectation(P, x * own)
    assert own in canonical(e).free_symbols
    assert canonical(e) != canonical(Expectation(P, x**2))
    deep = canonical(Integral(0, 1, Expectation(P, x), v))
    for name in (deep.variable, deep.body.variable):
        assert name in canonical(Integral(0, 1, Expectation(P, x * name), v)).free_symbols


def test_binders_do_not_evaluate_or_differentiate():
    e = Integral(0, 1, v * b, v)
    assert e.doit() == e
    assert e.diff(b).has(Integral) and e.diff(b) != Integral(0, 1, v, v)
    assert isinstance(e, Term) and isinstance(e, Binder)


BODIES = st.recursive(
    st.sampled_from([v, w, a, b, Integer(2)]),
    lambda c: st.one_of(
        st.tuples(c, c).map(lambda p: p[0] + p[1]),
        st.tuples(c, c).map(lambda p: p[0] * p[1]),
        c.map(exp),
        st.tuples(c, st.sampled_from([v, w])).map(lambda p: Integral(0, b, *p)),
        st.tuples(c, st.sampled_from([v, w])).map(lambda p: Expectation(Normal(a, 1), *p)),
    ),
    max_leaves=6,
)


@settings(max_examples=120, deadline=None, derandomize=True, database=None)
@given(BODIES, BODIES, st.sampled_from([v, w, a, b]))
def test_free_symbols_of_a_substitution(e, new, old):
    """Exactly the free symbols of e, with those of the replacement in the place of the replaced one."""
    made = e.xreplace({old: new})
    expected = e.free_symbols - {old} | (new.free_symbols if old in e.free_symbols else set())
    assert made.free_symbols <= expected
    if not any(free_lost(e, made, n) for n in (e, new)):
        assert made.free_symbols == expected


def free_lost(e, made, n):
    """Whether SymPy cancelled a symbol on the way (v − v, 0·v), so that only ⊆ can be asked for."""
    return bool(n.free_symbols - made.free_symbols)


@settings(max_examples=120, deadline=None, derandomize=True, database=None)
@given(BODIES, BODIES)
def test_substitution_commutes_with_renaming(e, new):
    fresh = symbols("r_1 r_2", real=True)
    outer = Integral(0, 1, Expectation(P, e, v), w)
    other = Integral(0, 1, Expectation(P, e, v).renamed([fresh[0]]), w).renamed([fresh[1]])
    assert canonical(outer) == canonical(other)
    for old in (a, b, v, w):
        assert canonical(outer.xreplace({old: new})) == canonical(other.xreplace({old: new}))
