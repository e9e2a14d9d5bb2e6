"""Only check makes a theorem, and what is made does not change."""

import copy
import dataclasses
import pickle

import pytest
from sympy import Dummy, Eq, S, Symbol, log, symbols

from symbolic_info.exact.given import Given
from symbolic_info.families import Normal, Uniform
from symbolic_info.kernel import check as module
from symbolic_info.kernel.check import Citation, Claim, Theorem, check
from symbolic_info.kernel.derivation import Derivation, Step, calc
from symbolic_info.kernel.rule import Outcome, Rejected, Rule
from symbolic_info.language.binder import Term, x
from symbolic_info.language.claims import Covers
from symbolic_info.language.terms import KL, Entropy
from symbolic_info.rules import RULES

algebra, definition, linearity = RULES["algebra"], RULES["definition"], RULES["linearity"]
a, b = symbols("a b", real=True)
p = Symbol("p", positive=True)
P, Q = Uniform(0, 2), Uniform(0, 1)
FALSE = (Step("=", -log(2), (definition, linearity)),)  # D(U(0,2) ‖ U(0,1)) is infinite


@pytest.fixture
def theorem():
    """A theorem of its own for each test: what one test breaks, another does not see in the cache."""
    r = Dummy("r", positive=True)
    return check(calc(log(r**2)).eq(2 * log(r), by=algebra))


def parts(theorem):
    return {name: getattr(theorem, name) for name in Theorem.__slots__}


@pytest.mark.parametrize("seal", [None, object(), True, "seal", Theorem])
def test_the_constructor_makes_none(theorem, seal):
    with pytest.raises(TypeError, match="only check"):
        Theorem(seal, **parts(theorem))


def test_the_constructor_needs_its_seal(theorem):
    with pytest.raises(TypeError):
        Theorem(**parts(theorem))
    with pytest.raises(TypeError):
        Theorem()


def test_no_attribute_changes(theorem):
    for name in (*Theorem.__slots__, "status", "anything"):
        with pytest.raises(AttributeError):
            setattr(theorem, name, None)
        with pytest.raises((AttributeError, TypeError)):
            delattr(theorem, name)
    assert theorem.status == "proved"


def test_there_is_no_dictionary_to_write_into(theorem):
    assert not hasattr(theorem, "__dict__")
    with pytest.raises(TypeError):
        vars(theorem)


def test_its_parts_do_not_change(theorem):
    with pytest.raises(dataclasses.FrozenInstanceError):
        theorem.claim.right = S.Zero
    with pytest.raises(dataclasses.FrozenInstanceError):
        theorem.derivation.start = S.Zero
    with pytest.raises(dataclasses.FrozenInstanceError):
        theorem.derivation.steps[0].result = S.Zero
    assert all(isinstance(t, tuple) for t in (theorem.conditions, theorem.rules, theorem.derivation.steps))


@pytest.mark.parametrize("way", [copy.copy, copy.deepcopy, pickle.dumps])
def test_it_is_not_copied(theorem, way):
    with pytest.raises(TypeError, match="not copied"):
        way(theorem)


def test_it_is_not_replaced(theorem):
    with pytest.raises(TypeError):
        dataclasses.replace(theorem, claim=None)
    assert not hasattr(theorem, "_replace")


def test_it_has_no_other_kinds():
    with pytest.raises(TypeError):
        type("Evil", (Theorem,), {})
    with pytest.raises(TypeError):

        class Evil(Theorem):
            status = "proved"


def test_an_empty_one_is_no_theorem():
    with pytest.raises((TypeError, AttributeError)):
        hollow = object.__new__(Theorem)
        assert hollow.status != "proved"


def test_only_check_is_named_as_a_maker():
    """Nothing that the module shows returns a theorem, apart from check and what cites checked ones."""
    public = {
        n
        for n, value in vars(module).items()
        if not n.startswith("_") and getattr(value, "__module__", "") == module.__name__
    }
    assert public == {"Citation", "Claim", "Theorem", "check"}


def test_a_claim_alone_is_no_theorem():
    claim = Claim(S.One, "=", S(2), Given())
    assert not isinstance(claim, Theorem) and not hasattr(claim, "status")


def refused_or_not_proved(derivation):
    try:
        return check(derivation).status != "proved"
    except (Rejected, TypeError, AttributeError):
        return True


def test_a_given_of_another_kind_is_refused():
    class Lax(Given):
        def proves(self, claim):
            return True

    assert refused_or_not_proved(Derivation(KL(P, Q), FALSE, Lax()))


def test_a_given_that_knows_all_signs_is_refused():
    class Lax(Given):
        def signs(self, e):
            return frozenset({1})

    assert refused_or_not_proved(Derivation(a, (Step(">", S.Zero, (algebra,)),), Lax()))


def test_a_given_cannot_be_taught():
    given, claim = Given(), Covers(P, Q)
    for name in ("shown", "_shown", "_known", "chart", "equations", "_marks"):
        store = getattr(given, name, None)
        if isinstance(store, dict) and not name.startswith("_"):
            store[claim] = ()
    assert refused_or_not_proved(Derivation(KL(P, Q), FALSE, given))


def test_a_rule_of_another_kind_is_refused():
    class Evil(Rule):
        def outcomes(self, node, given):
            yield Outcome(S(7))

    reason = Evil("definition", "", definition.cases)
    assert refused_or_not_proved(calc(Entropy(Normal(0, 1))).eq(7, by=reason))


def test_a_citation_of_another_kind_is_refused():
    class Evil(Citation):
        def outcomes(self, node, given):
            yield Outcome(S(7))

        __hash__ = Citation.__hash__

    reason = Evil("nothing", calc(S.One))
    assert refused_or_not_proved(calc(Entropy(Normal(0, 1))).eq(7, by=reason))


def test_a_reason_of_no_kind_is_refused():
    class Evil:
        name = "definition"
        heads = (Entropy,)

        def outcomes(self, node, given):
            yield Outcome(S(7))

    assert refused_or_not_proved(calc(Entropy(Normal(0, 1))).eq(7, by=Evil()))
    for reason in ("definition", None, 7, definition.cases):
        assert refused_or_not_proved(calc(Entropy(Normal(0, 1))).eq(7, by=reason))


def test_a_derivation_that_changes_its_mind_is_refused():
    class Fickle(Derivation):
        @property
        def lines(self):
            return ()

    class Turncoat(Step):
        @property
        def by(self):
            return (definition,)

    assert refused_or_not_proved(Fickle(p, (), Given(frozenset({Eq(p, 2), Eq(p, 3)}))))
    assert not isinstance(check, type)
    with pytest.raises((Rejected, TypeError, AttributeError)):
        check(Derivation(p, (Turncoat("=", p + 1, (algebra,)),)))


def test_a_forged_rule_does_not_live_in_the_cache_of_an_honest_one():
    """Equality of rules is by name: the honest derivation first, then the same with a forged rule."""
    honest = calc(Entropy(Normal(0, p))).eq(Normal(0, p).expect(-Normal(0, p).log_density(x)), by=definition)
    first = check(honest)
    forged = Rule("definition", "", {Entropy: [lambda e, g: S(7)]})
    with pytest.raises(Rejected):
        check(calc(Entropy(Normal(0, p))).eq(7, by=forged))
    again = calc(Entropy(Normal(0, p))).eq(Normal(0, p).expect(-Normal(0, p).log_density(x)), by=forged)
    try:
        second = check(again)
    except Rejected:
        return
    assert second is first and second.derivation.steps[0].by[0] is definition


def test_an_expression_of_a_kind_that_only_says_it_is_ours_is_refused():
    class Agreeable(Term):
        """Equal to everything."""

        __module__ = "symbolic_info.language.terms"

        def __eq__(self, other):
            return True

        __hash__ = Term.__hash__

    assert refused_or_not_proved(Derivation(Agreeable(p), (Step("=", p + 1, (algebra,)),)))
