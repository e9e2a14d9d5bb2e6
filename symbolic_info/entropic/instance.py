"""A counterexample as a theorem: on a listed joint law one side is certainly greater than the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sympy import Add, Expr, Integer, Rational, log

from ..kernel.check import Theorem, check
from ..kernel.derivation import Derivation, calc
from ..language.joint import Outcomes, entropy, mutual_information
from ..render.evidence import Check
from ..render.prose import RELATIONS, Formula, Prose
from ..render.solution import Solution, solution
from ..render.statement import printers
from ..rules.definitions import algebra, definition, expectation
from .formulas import Formulas
from .linear import NUMBER, Linear
from .refute import Counterexample
from .statement import Constant, Fact, Quantity, Side, Statement
from .tables import Table

BY_DEFINITION = (definition, expectation)


def law_of(table: Table) -> Outcomes:
    """The table as a law of the language."""
    rows = [(*at, Rational(p.numerator, p.denominator)) for at, p in table.pmf.items()]
    return Outcomes(table.variables, rows)


def expression(side: Side, law: Any) -> Expr:
    """A side as a formula about a joint law."""
    return Add(*(Rational(c.numerator, c.denominator) * _term(q, law) for c, q in side.parts))


def _term(q: Quantity | Constant, law: Any) -> Expr:
    if isinstance(q, Constant):
        return value(q.linear)
    name = {str(c): c for c in law.coordinates}
    groups = [tuple(name[v] for v in g) for g in (*q.groups, q.given)]
    apart = len(set().union(*groups)) == sum(map(len, groups))
    if q.kind == "H":
        return entropy(law, groups[0], groups[-1])
    if q.kind == "I" and len(q.groups) == 2 and apart:
        return mutual_information(law, *groups)
    parts = q.linear.entropies
    terms = [Rational(c.numerator, c.denominator) * entropy(law, tuple(name[v] for v in of)) for of, c in parts]
    return Add(*terms)


def value(constant: Linear) -> Expr:
    """A constant as a formula."""
    parts = sorted(constant.constant)
    return Add(*(Rational(c.numerator, c.denominator) * (1 if p == NUMBER else log(Integer(p))) for p, c in parts))


def derivation(statement: Statement, found: Counterexample) -> Derivation:
    """left = its value, less or greater than the value of right = right."""
    law = law_of(found.table)
    left, right = expression(statement.left, law), expression(statement.right, law)
    low, high = value(found.left), value(found.right)
    made = calc(left)
    if left != low:
        made = made.eq(low, by=BY_DEFINITION)
    above = (found.left - found.right).constant_sign() > 0
    made = made.gt(high, by=algebra) if above else made.lt(high, by=algebra)
    return made if right == high else made.eq(right, by=BY_DEFINITION)


def refutation(
    statement: Statement,
    facts: Sequence[Fact],
    found: Counterexample,
    missing: Sequence[Fact] = (),
    write: Callable[[Theorem], Solution] = solution,
) -> Solution:
    """The worked refutation: the table, both values, the facts that hold on it, what would make the statement true.

    `write` makes a solution of the theorem that one side is greater.
    """
    shown = write(check(derivation(statement, found)))
    show = printers({})
    law = law_of(found.table)
    sides = [show.show(expression(side, law)) for side in (statement.left, statement.right)]
    sign = RELATIONS[statement.relation].text
    kept: Prose = ()
    for relation in (r for fact in facts for r in fact.relations):
        claim = _kept(relation, law).claim
        whole = [show.show(claim.left), RELATIONS[claim.relation], show.show(claim.right)]
        text = Formula(" ".join(f.latex for f in whole), " ".join(f.text for f in whole))
        kept += (", ", text) if kept else (text,)
    checks: tuple[Check, ...] = (Check("the facts hold on it, exactly", kept),) if kept else ()
    formulas = Formulas(found.table.variables)
    enough = tuple(show.show(formulas.fact(fact)) for fact in missing)
    checks += (Check("it would be true if", enough),) if enough else ()
    title = f"{sides[0].text} {sign} {sides[1].text} is false"
    return replace(shown, title=title, evidence=(*checks, *shown.evidence))


def _kept(relation: Statement, law: Outcomes) -> Theorem:
    """That a fact holds on the table."""
    left, right = expression(relation.left, law), expression(relation.right, law)
    if relation.relation == "=":
        return check(calc(left).eq(right, by=BY_DEFINITION))
    step = calc(left).le if relation.relation == "<=" else calc(left).ge
    return check(step(right, by=BY_DEFINITION))
