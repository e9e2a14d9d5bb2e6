"""What facts about variables say of their entropies: independence, Markov chains, functions, given relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sympy import Eq, Expr, Le, S, expand_mul
from sympy.core.symbol import Str
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..kernel.rule import Outcome, rule
from ..language.binder import Term
from ..language.dependence import Dependence, FunctionOf, MarkovChain, MutuallyIndependent, Shared
from ..language.marginals import Marginal
from ..language.separation import closure, separates
from ..language.support import has_finitely_many
from ..language.terms import ConditionalEntropy, Entropy, MutualInformation

Names = frozenset[Str]

markov = rule("Markov property")
independence = rule("independence")
conditional_independence = rule("conditional independence")
function_of = rule("function of a variable")
assumption = rule("given equation")
assumption_below = rule("given inequality")


@markov.of
def in_a_chain(e: MutualInformation, given: Given) -> Outcome | None:
    """I(A; B | C) = 0 where a Markov chain … → D → … says so: what stands before D and behind it is independent
    given D, and so are parts and functions of both, given what D is a function of (Cover & Thomas §2.8)."""
    return _separated(e, given, lambda fact: isinstance(fact, MarkovChain))


@independence.of
def of_groups(e: MutualInformation, given: Given) -> Outcome | None:
    """I(A; B | C) = 0 where variables are given to be independent, all together or in two groups, of which A, B
    and C are parts or functions (Cover & Thomas (2.90), Thm 2.8.1)."""
    return _separated(e, given, lambda fact: isinstance(fact, MutuallyIndependent) or _is_zero(fact, conditional=False))


@conditional_independence.of
def given_others(e: MutualInformation, given: Given) -> Outcome | None:
    """I(A; B | C) = 0 where I(A′; B′ | C′) = 0 is given: decomposition and weak union (Dawid 1979)."""
    return _separated(e, given, lambda fact: _is_zero(fact, conditional=True))


@function_of.of
def entropy_of_function(e: ConditionalEntropy, given: Given) -> Outcome | None:
    """H(A | B) = 0 where A is given to be a function of B, itself or by way of others (Cover & Thomas Prob. 2.5)."""
    J, a, b = e.args
    functions = _functions(J, given)
    if functions is None or not set(a) <= closure(functions, frozenset(b)):
        return None
    return Outcome(S.Zero, _used(J, given))


@function_of.of
def entropy_of_constant(e: Entropy, given: Given) -> Outcome | None:
    """H(A) = 0 where A are variables, or functions of variables, whose entropy is given to be 0.

    Cover & Thomas Prob. 2.5.
    """
    law = e.args[0]
    J = law.law if isinstance(law, Marginal) else law
    functions = _functions(J, given) if hasattr(law, "coordinates") else None
    if functions is None or not set(law.coordinates) <= closure(functions, frozenset()):
        return None
    return Outcome(S.Zero, _used(J, given))


@function_of.of
def information_about_function(e: MutualInformation, given: Given) -> Outcome | None:
    """I(A; B | C) = 0 where A, or B, is a function of C: it is at most H(A | C) (Cover & Thomas Prob. 2.5)."""
    J, a, b, c = e.args
    functions = _functions(J, given)
    if functions is None:
        return None
    known = closure(functions, frozenset(c))
    return Outcome(S.Zero, _used(J, given)) if set(a) <= known or set(b) <= known else None


@assumption.of
def solved(
    e: Entropy | ConditionalEntropy | MutualInformation | Shared, given: Given, fact: Eq, term: Term
) -> Outcome | None:
    """A term of an equation that is given, in terms of the others."""
    found = _solved(e, fact) if e == term else None
    return None if found is None else Outcome(-found[1] / found[0], (fact,))


@assumption_below.of
def bounded(
    e: Entropy | ConditionalEntropy | MutualInformation | Shared, given: Given, fact: Le, term: Term
) -> Outcome | None:
    """A term of an inequality l ≤ r that is given, bounded by the others; equality where l = r."""
    found = _solved(e, fact) if e == term else None
    if found is None:
        return None
    slope, rest = found
    return Outcome(-rest / slope, (fact,), "<=" if slope > 0 else ">=", (Eq(fact.lhs, fact.rhs),))


def _solved(e: Expr, fact: Any) -> tuple[Expr, Expr] | None:
    """c and r where left − right = c e + r with a rational c ≠ 0 and r free of e."""
    gap = expand_mul(fact.lhs - fact.rhs)
    slope = gap.coeff(e, 1)
    rest = gap - slope * e
    return (slope, rest) if slope.is_Rational and slope != 0 and not rest.has(e) else None


def _separated(e: MutualInformation, given: Given, speaks: Any) -> Outcome | None:
    """I = 0 by a fact of which `speaks` is true, about the same law with finitely many outcomes."""
    J, a, b, c = e.args
    functions = _functions(J, given)
    if functions is None:
        return None
    wanted = frozenset(a), frozenset(b), frozenset(c)
    for fact in _in_order(filter(speaks, given.facts)):
        for separation in _separations(fact, J):
            if separates(separation, *wanted, lambda s: closure(functions, s)):
                plain = separates(separation, *wanted, lambda s: s)
                return Outcome(S.Zero, (fact, *(() if plain else _used(J, given))))
    return None


def _is_zero(fact: Boolean, conditional: bool) -> bool:
    """Whether it is I(A; B) = 0, or I(A; B | C) = 0."""
    info = isinstance(fact, Eq) and fact.rhs == 0 and isinstance(fact.lhs, MutualInformation)
    return bool(info and bool(fact.lhs.args[3]) == conditional)


def _separations(fact: Any, J: Any) -> tuple[tuple[Names, Names, Names], ...]:
    if isinstance(fact, Dependence):
        found: tuple[tuple[Names, Names, Names], ...] = getattr(fact, "separations", ()) if fact.law == J else ()
        return found
    law, *sets = fact.lhs.args
    a, b, c = map(frozenset, sets)
    return ((a, b, c),) if law == J else ()


def _functions(J: Any, given: Given) -> list[tuple[Names, Names]] | None:
    """(of, arguments) for each function that is given; None for laws that may have infinitely many outcomes."""
    if not has_finitely_many(J.support):
        return None
    return [(frozenset(of), frozenset(by)) for _, of, by in _function_facts(J, given)]


def _function_facts(J: Any, given: Given) -> Iterator[tuple[Boolean, Any, Any]]:
    for fact in _in_order(given.facts):
        if isinstance(fact, FunctionOf) and fact.law == J:
            yield fact, fact.args[1], fact.args[2]
        elif isinstance(fact, Eq) and fact.rhs == 0 and isinstance(fact.lhs, ConditionalEntropy):
            law, of, by = fact.lhs.args
            if law == J:
                yield fact, of, by
        elif isinstance(fact, Eq) and fact.rhs == 0 and isinstance(fact.lhs, Entropy):
            law = fact.lhs.args[0]
            if law == J or (isinstance(law, Marginal) and law.law == J):
                yield fact, law.coordinates, ()


def _in_order(facts: Iterable[Boolean]) -> list[Boolean]:
    """The facts in an order that does not depend on how sets are stored."""
    found = list(facts)
    return sorted(found, key=str) if len(found) > 1 else found


def _used(J: Any, given: Given) -> tuple[Boolean, ...]:
    return tuple(fact for fact, _, _ in _function_facts(J, given))
