"""A counterexample to a claim: a table on which the facts hold exactly, and the claim certainly does not.

Spaces are searched from the plainest on.  What is found in doubles is looked at again exactly; nothing else is
handed out.  That nothing was found says nothing about the claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from math import log

from .assignments import Budget, Form, Plan, candidates, plan
from .climbing import climbed
from .linear import NUMBER, Linear, linear
from .spaces import Partition, Worth, large, small
from .statement import Fact, Statement, order_of
from .tables import Table, from_weights, power

Condition = tuple[Linear, str]  # a form that is `=` 0 or `>=` 0
AT_ONCE, PLAIN = 1, 16  # stages of the search: one fair coin; few outcomes, three fair coins, two values mod 3
LARGEST = 256  # outcomes of a table that is still worth printing


@dataclass(frozen=True)
class Counterexample:
    """A table on which every fact holds, and both sides of the claim, as constants in nats."""

    table: Table
    left: Linear
    right: Linear


def counterexample(
    statement: Statement, facts: Sequence[Fact] = (), stages: int | None = None, skip: int = 0
) -> Counterexample | None:
    """A table on which the facts hold and the statement does not; None where none was found.

    `stages` bounds the search: AT_ONCE is a fair coin, PLAIN what is cheap to search; `skip` leaves out
    those that were searched before.
    """
    claim, known = condition(statement), [condition(r) for fact in facts for r in fact.relations]
    for table in _tables(order_of((statement, *facts)), claim, known, stages, skip):
        if refutes(table, claim, known):
            return Counterexample(table, table.value(statement.left.linear), table.value(statement.right.linear))
    return None


def condition(statement: Statement) -> Condition:
    """What a statement says of its gap."""
    return statement.gap, "=" if statement.relation == "=" else ">="


def refutes(table: Table, claim: Condition, facts: Iterable[Condition]) -> bool:
    """Whether a table certainly keeps every fact and breaks the claim: exact."""
    return all(holds(table, fact) is True for fact in facts) and holds(table, claim) is False


def holds(table: Table, fact: Condition) -> bool | None:
    """Whether a condition certainly holds on a table; None where the balls cannot tell."""
    form, relation = fact
    try:
        sign = table.sign(form)
    except ArithmeticError:
        return None
    return sign == 0 if relation == "=" else sign >= 0


def _tables(
    names: Sequence[str], claim: Condition, facts: Sequence[Condition], stages: int | None, skip: int = 0
) -> Iterator[Table]:
    """Tables of the names that look, in doubles, as if they refuted the claim."""
    if not names:
        yield Table(("X",), {(0,): Fraction(1)})  # a claim about numbers is false of any variable
        return
    wanted = _form(claim)
    made = plan(names, wanted, [_form(f) for f in facts])
    found = (
        *(_on(names, made, worth) for worth in small()),
        _climbed(names, made),
        _powers(names, claim, facts, wanted.constant),
        *(_on(names, made, worth) for worth in large()),
    )
    for tables in found[skip:stages]:
        yield from tables


def _on(names: Sequence[str], made: Plan, worth: Worth) -> Iterator[Table]:
    space, nodes = worth
    for _, chosen in islice(candidates(made, space, Budget(nodes)), 20):
        variables = [space.variables[v] for v in chosen]
        yield table_of(names, dict(zip(made.names, variables, strict=True)), space.weights)


def _climbed(names: Sequence[str], made: Plan) -> Iterator[Table]:
    for variables, weights in climbed(made):
        yield table_of(names, dict(zip(made.names, variables, strict=True)), weights)


def _powers(names: Sequence[str], claim: Condition, facts: Sequence[Condition], constant: float) -> Iterator[Table]:
    """Independent copies of a table that breaks the claim without its constant: all entropies are multiplied."""
    if not claim[0].constant or any(form.constant for form, _ in facts):
        return
    homogeneous = (linear(claim[0].by_set), claim[1])
    for table in islice(_tables(names, homogeneous, facts, 3), 5):
        gap = _rough(table.value(homogeneous[0]).constant)
        for copies in range(2, 9):
            if len(table.pmf) ** copies > LARGEST:
                break
            if copies * gap + constant < 0:
                yield power(table, copies)
                break


def _form(fact: Condition) -> Form:
    form, relation = fact
    return Form(form.by_set, _rough(form.constant), relation)


def _rough(constant: Iterable[tuple[int, Fraction]]) -> float:
    return float(sum(c * (1 if p == NUMBER else Fraction(log(p))) for p, c in constant))


def table_of(names: Sequence[str], variables: Mapping[str, Partition], weights: Sequence[int]) -> Table:
    """The joint law of variables on a space; outcomes that they do not tell apart are one."""
    rows: dict[tuple[int, ...], int] = {}
    for outcome, w in zip(zip(*(variables[n] for n in names), strict=True), weights, strict=True):
        rows[outcome] = rows.get(outcome, 0) + w
    return from_weights(names, dict(sorted(rows.items())))
