"""Prove a statement about random variables from facts: search, then a derivation that the kernel checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from time import perf_counter

from ..exact.given import Given
from ..kernel.check import Theorem, check
from ..kernel.derivation import Derivation
from ..kernel.rule import Rejected
from .copies import with_copies
from .formulas import Formulas, quantities
from .linear import NUMBER
from .problem import negated, problem, vector
from .proof import at_once, derivation
from .search import Certificate, certificate
from .statement import Fact, Group, Statement, order_of
from .verdict import NON_SHANNON, PROVED, UNKNOWN, Verdict


def prove(statement: Fact, given: Sequence[Fact] = (), among: Sequence[Fact] = ()) -> Verdict:
    """The verdict on a statement under facts: proved, with theorems, or unknown.

    A Markov chain, an independence or a function is proved relation by relation.  The theorems are about the
    variables of all statements `among` which it stands, as well as of its own.
    """
    start = perf_counter()
    facts = tuple(given)
    made: Verdict | None = None
    for relation in statement.relations:
        one = _prove(relation, facts, tuple(among) or (relation,))
        if not one.proved:
            return replace(one, statement=statement, ms=_since(start))
        made = one if made is None else _joined(made, one)
    assert made is not None
    return replace(made, statement=statement, ms=_since(start))


def provable(statement: Statement, given: Sequence[Fact] = ()) -> bool:
    """Whether a proof is found, which is not put in words and not checked: for searches."""
    return bool(_certificates(statement, tuple(given), order_of((statement, *given))))


def _since(start: float) -> float:
    return round(1000 * (perf_counter() - start), 2)


def _joined(first: Verdict, second: Verdict) -> Verdict:
    merged = {k: {**first.certificate.get(k, {}), **second.certificate.get(k, {})} for k in second.certificate}
    return replace(first, theorems=first.theorems + second.theorems, certificate={**first.certificate, **merged})


def _prove(statement: Statement, facts: tuple[Fact, ...], among: tuple[Fact, ...]) -> Verdict:
    names = order_of((*among, *facts))
    formulas = Formulas(names, quantities((*among, *facts)))
    assumed = Given(frozenset(formulas.fact(f) for f in facts))
    found = _certificates(statement, facts, names)
    if not found:
        return Verdict(statement, UNKNOWN, reason="no proof was found")
    chains = [derivation(part, c, facts, assumed, formulas) for part, c in found]
    if len(found) == 1 and (short := at_once(statement, assumed, formulas)) is not None:
        chains = [short]
    theorems = checked(chains)
    if theorems is None:
        return Verdict(statement, UNKNOWN, reason="the proof that was found does not check")
    return Verdict(
        statement, PROVED, theorems, multipliers(statement, [c for _, c in found], facts, formulas),
        equality(statement, found[0][1], facts, formulas),
    )  # fmt: skip


def _certificates(
    statement: Statement, facts: tuple[Fact, ...], names: tuple[str, ...]
) -> list[tuple[Statement, Certificate]]:
    """One certificate, or two for an equation that follows from both sides; none where there is no proof."""
    place = {v: 1 << i for i, v in enumerate(names)}
    given, gap = problem(facts, names), vector(statement.gap, place)
    one = certificate(gap, given)
    if one is None or statement.relation != "=":
        return [(statement, one)] if one is not None else []
    if not one.terms and not one.bounds and not one.constant:
        return [(statement, one)]
    other = certificate(negated(gap), given)
    if other is None:
        return []
    return [(replace(statement, relation="<="), one), (replace(statement, relation=">="), other)]


def prove_with_copies(statement: Statement, given: Sequence[Fact], seconds: float) -> Verdict | None:
    """A proof of an inequality by copies of some variables, for which Shannon's inequalities do not suffice."""
    facts, names = tuple(given), order_of((statement, *given))
    if statement.relation == "=":
        return None
    place = {v: 1 << i for i, v in enumerate(names)}
    found = with_copies(vector(statement.gap, place), problem(facts, names), seconds)
    if found is None:
        return None
    made, copies = found
    every = list(names)
    groups: list[tuple[Group, Group, Group]] = []
    for new, of, over in copies:
        every += [_primed(every[i], every) for i in of]
        groups.append((_taken(every, new), _taken(every, of), _taken(every, over)))
    formulas = Formulas(names, quantities((statement, *facts))).copied(groups)
    assumed = Given(frozenset(formulas.fact(f) for f in facts))
    theorems = checked([derivation(statement, made, facts, assumed, formulas)])
    if theorems is None:
        return None
    return Verdict(
        statement, NON_SHANNON, theorems, multipliers(statement, [made], facts, formulas),
        equality(statement, made, facts, formulas), notes=tuple(_said(*g) for g in groups),
    )  # fmt: skip


def _taken(names: Sequence[str], numbers: Sequence[int]) -> Group:
    return tuple(names[i] for i in numbers)


def _primed(name: str, known: Sequence[str]) -> str:
    """The name of a copy."""
    while name in known:
        name += "'"
    return name


def _said(new: Group, of: Group, over: Group) -> str:
    are, these = ("is a copy", "it is") if len(new) == 1 else ("are copies", "they are")
    given = ", ".join(over)
    return f"{', '.join(new)} {are} of {', '.join(of)} over {given}: {these} independent of all else given {given}"


def checked(chains: list[Derivation]) -> tuple[Theorem, ...] | None:
    """The theorems that the kernel makes of all of them; None if it does not."""
    try:
        return tuple(map(check, chains))
    except Rejected:
        return None


def multipliers(
    statement: Statement, found: Sequence[Certificate], facts: tuple[Fact, ...], formulas: Formulas
) -> dict[str, dict[str, Fraction]]:
    """The gap of the statement in joint entropies, and what it is a sum of: by what is multiplied."""
    gap = sorted(statement.gap.entropies, key=lambda part: (len(part[0]), sorted(part[0])))
    made = {"gap": {f"H({','.join(v for v in formulas.names if v in s)})": c for s, c in gap}}
    for i, c in enumerate(found):
        suffix = " (reverse)" if i else ""
        made["nonnegative" + suffix] = {str(formulas.as_quantity(a)): x for x, a in c.terms}
        made["zero" + suffix] = {str(formulas.as_quantity(a)): x for x, a in c.zeros}
        made["facts" + suffix] = {str(facts[k]): x for x, k in (*c.equations, *c.bounds)}
        made["constant" + suffix] = {("1" if abs(p) == NUMBER else f"log({abs(p)})"): x for p, x in c.constant}
    return made


def equality(
    statement: Statement, found: Certificate, facts: tuple[Fact, ...], formulas: Formulas
) -> tuple[str, ...]:
    """When both sides are equal: when every part of the gap is zero; no condition means always."""
    if statement.relation == "=":
        return ()
    if found.constant:
        return ("never",)
    parts = [f"{formulas.as_quantity(a)} = 0" for _, a in found.terms]
    for _, number in found.bounds:
        fact = facts[number]
        if isinstance(fact, Statement):
            parts.append(str(replace(fact, relation="=")))
    return tuple(parts)


