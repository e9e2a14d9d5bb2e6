"""From a certificate to a chain of named steps, which the kernel then checks like any other derivation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sympy import Add, Expr, S

from ..exact.given import Given
from ..kernel.derivation import Derivation
from ..kernel.rule import Reason, Rule
from ..language.dependence import Shared
from ..language.terms import ConditionalEntropy, Entropy, MutualInformation
from ..rules import RULES
from .formulas import Formulas, rational
from .search import Certificate
from .statement import Fact, Statement

# One rule that bounds one term by another, tried before anything is searched for.
BOUNDS = (
    "conditioning", "more_information", "data_processing", "information_within_entropy", "monotonicity",
    "subadditivity",
)  # fmt: skip
ZEROS = ("copied_support", "copy_lemma", "function_of", "markov", "independence", "conditional_independence")


def at_once(statement: Statement, given: Given, formulas: Formulas) -> Derivation | None:
    """The statement as one inequality of the book, or as two with one information between both sides."""
    if statement.relation == "=":
        return None
    left, right = formulas.side(statement.left), formulas.side(statement.right)
    gap = right - left if statement.relation == "<=" else left - right
    terms = [t.as_coeff_Mul() for t in Add.make_args(gap)]
    lowered = [(c, t) for c, t in terms if c < 0]
    if len(lowered) == 2 and (reason := _submodular(terms, given)) is not None:
        return Derivation(left, given=given).then(statement.relation, right, reason)
    if len(lowered) != 1 or not isinstance(lowered[0][1], Entropy | ConditionalEntropy | MutualInformation):
        return None
    factor, head = lowered[0]
    bound = Add(*(c * t / -factor for c, t in terms if c > 0))
    if (reason := _bounding(head, bound, given)) is not None:
        return Derivation(left, given=given).then(statement.relation, right, reason)
    for middle in _between(head, bound):
        steps = _bounding(head, middle, given), _bounding(middle, bound, given)
        if steps[0] is None or steps[1] is None:
            continue
        up = statement.relation == "<="
        line = left - factor * (middle - head) if up else left + factor * (bound - middle)
        first, second = (steps[0], steps[1]) if up else (steps[1], steps[0])
        return (
            Derivation(left, given=given).then(statement.relation, line, first).then(statement.relation, right, second)
        )
    return None


def _bounding(head: Expr, bound: Expr, given: Given) -> Reason | None:
    """The rule by which one term is at most another."""
    for name in BOUNDS if bound != 0 else ():
        rule = RULES[name]
        kinds = (Add,) if name == "subadditivity" else (Entropy, ConditionalEntropy, MutualInformation)
        if name in ("more_information", "data_processing"):
            kinds = (MutualInformation,)
        if isinstance(bound, kinds) and any(o.relation == "<=" for o in rule(bound).outcomes(head, given)):
            return rule(bound)
    return None


def _between(head: Expr, bound: Expr) -> Iterator[MutualInformation]:
    """The information of a variable of one with a variable of the other, where both are of a kind."""
    if not isinstance(head, MutualInformation) or not isinstance(bound, MutualInformation):
        return
    J, a, b, c = head.args
    law, p, q, d = bound.args
    if law != J or set(c) != set(d):
        return
    for x, y in ((a, q), (p, b), (a, p), (b, q)):
        if not set(x) & set(y):
            yield MutualInformation(J, x, y, c)


def _submodular(terms: list[tuple[Any, Expr]], given: Given) -> Reason | None:
    """H(A ∪ B) + H(A ∩ B) ≤ H(A) + H(B), and the same times a number."""
    if len({abs(c) for c, _ in terms}) != 1 or not all(isinstance(t, Entropy) for _, t in terms):
        return None
    above, below = ([t for c, t in terms if (c > 0) == wanted] for wanted in (True, False))
    if len(above) != 2:
        return None
    reason = RULES["submodularity"](*above)
    wanted = Add(*above)
    for head, other in (below, below[::-1]):
        if any(o.result == wanted - other for o in reason.outcomes(head, given)):
            return reason
    return None


def derivation(
    statement: Statement,
    found: Certificate,
    facts: tuple[Fact, ...],
    given: Given,
    formulas: Formulas,
    lemmas: Mapping[int, tuple[Reason, ...]] | None = None,
) -> Derivation:
    """The chain: what the left side is in terms of the right, what facts make zero, what is never negative.

    `lemmas` says by which rules those of the facts hold, by their numbers, that are not assumed.
    """
    left, right = formulas.side(statement.left), formulas.side(statement.right)
    sign = 1 if statement.relation == ">=" else -1
    parts = list(_parts(found, statement.relation, facts, given, formulas, lemmas or {}))
    here = right + Add(*(sign * amount for _, amount, _ in parts))
    made = Derivation(left, given=given)
    if here != left or not parts:
        copied = (RULES["copy_lemma"],) if formulas.copies else ()
        made = made.then("=", here, (*_identity(left - here), *copied))
    for relation, amount, reasons in parts:
        here = here - sign * amount
        made = made.then(relation, here, reasons)
    return made


Part = tuple[str, Expr, tuple[Reason, ...]]


def _parts(
    found: Certificate,
    relation: str,
    facts: tuple[Fact, ...],
    given: Given,
    formulas: Formulas,
    lemmas: Mapping[int, tuple[Reason, ...]],
) -> Iterator[Part]:
    """What lies between the two sides, in the order in which it goes: the relation, how much, and by which rules."""
    zeros = [(rational(x), formulas.atom(a)) for x, a in found.zeros]
    if zeros:
        yield "=", Add(*(x * z for x, z in zeros)), _zero_reasons([z for _, z in zeros], given)
    for x, number in found.equations:
        fact, gap = formulas.fact(facts[number]), _gap(facts[number], formulas)
        yield "=", rational(x) * gap, (RULES["assumption"](fact, _a_term(gap)),)
    for x, number in found.bounds:
        fact, gap = formulas.fact(facts[number]), _gap(facts[number], formulas)
        reasons = lemmas.get(number) or (RULES["assumption_below"](fact, _a_term(gap)),)
        yield relation, rational(x) * gap, reasons
    terms = Add(*(rational(x) * formulas.atom(a) for x, a in found.terms))
    constant = formulas.constant(found.constant)
    if found.terms or constant != 0:
        yield relation, terms + constant, tuple(_sign_reasons(terms)) or (RULES["algebra"],)


def _gap(fact: Fact, formulas: Formulas) -> Expr:
    """What a relation says to be zero, or not negative."""
    assert isinstance(fact, Statement)
    gap = formulas.side(fact.right) - formulas.side(fact.left)
    return -gap if fact.relation == ">=" else gap


def _identity(difference: Expr) -> tuple[Reason, ...]:
    """The rules by which the difference of two lines vanishes identically, named by what stands in it."""
    kinds = {type(t) for t in difference.atoms(Shared, MutualInformation, ConditionalEntropy, Entropy)}
    names = ["shared_information"] if Shared in kinds else []
    if MutualInformation in kinds:
        alone = kinds == {MutualInformation}
        names.append("information_chain_rule" if alone else "information_as_entropies")
    if ConditionalEntropy in kinds or not names:
        names.append("chain_rule")
    return tuple(RULES[n] for n in names)


def _zero_reasons(zeros: list[Expr], given: Given) -> tuple[Reason, ...]:
    """The rules that make each of them zero."""
    found: dict[str, Rule] = {}
    for z in zeros:
        for name in ZEROS:
            if any(o.result == 0 for o in RULES[name].outcomes(z, given)):
                found[name] = RULES[name]
                break
    return tuple(found.values())


def _sign_reasons(terms: Expr) -> Iterator[Reason]:
    if terms.atoms(MutualInformation):
        yield RULES["nonnegative_information"]
    if terms.atoms(Entropy, ConditionalEntropy):
        yield RULES["nonnegative_entropy"]


def _a_term(gap: Expr) -> Expr:
    """A term for which a relation can be solved."""
    kinds = (Entropy, ConditionalEntropy, MutualInformation, Shared)
    parts = [t for _, t in (t.as_coeff_Mul() for t in Add.make_args(gap)) if isinstance(t, kinds)]
    return max(parts, key=lambda t: (t.count_ops(), str(t))) if parts else S.Zero
