"""An assumption that would make a refuted statement true: one independence, Markov chain or function.

Every assumption that holds on a table that refutes the statement is left out at once; of the others each is either
refuted by a further table, which leaves out more, or proved to be enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from .refute import condition, counterexample, holds
from .statement import Constant, Fact, Function, Group, Independent, Markov, Quantity, Side, Statement, order_of
from .tables import Table

PROOFS = 8  # assumptions that are tried with the prover
MANY = 7  # variables, of which each proof would take too long
CHEAP = 2  # spaces that are searched for a table against an assumption
IMPOSSIBLE = Statement(Side(), ">=", Side(((Fraction(1), Constant(Fraction(1), is_log=False)),)))  # 0 >= 1
Prover = Callable[[Statement, tuple[Fact, ...]], bool]


def missing(statement: Statement, facts: Sequence[Fact], table: Table, proves: Prover) -> tuple[Fact, ...]:
    """One further assumption under which the statement is proved, where one is found; `table` refutes it without.

    One under which every quantity of the statement may be positive is preferred; one under which all of several
    vanish is none.
    """
    if len(table.variables) >= MANY:
        return ()
    tables = [table]
    empty: tuple[Fact, ...] = ()
    proofs = 0
    for assumed in _candidates(statement, facts):
        if proofs >= PROOFS:
            break
        if any(_keeps(t, assumed) for t in tables):
            continue
        more = (*facts, assumed)
        if counterexample(IMPOSSIBLE, more, CHEAP) is None:
            continue  # no table keeps them all: they may contradict each other, and then prove anything
        against = counterexample(statement, more, CHEAP)
        if against is not None:
            tables.append(against.table)
            continue
        proofs += 1
        if not proves(statement, more):
            continue
        positive = [counterexample(_zero(q), more, CHEAP) is not None for q in _quantities(statement)]
        if all(positive):
            return (assumed,)
        if any(positive) or len(positive) == 1:
            empty = empty or (assumed,)
    return empty


def _keeps(table: Table, assumed: Fact) -> bool:
    return all(holds(table, condition(r)) is True for r in assumed.relations)


def _candidates(statement: Statement, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Plain assumptions first; those that say that a quantity of the statement is zero come last.

    That I(X; Y) = 0 would follow from the independence of X and Y says nothing new, and is left out.
    """
    written = {form for q in _quantities(statement) for form in (q.linear, -q.linear)}
    made = list(dict.fromkeys(_assumptions(statement, order_of((statement, *facts)))))
    if statement.gap in written:
        made = [a for a in made if all(r.gap not in (statement.gap, -statement.gap) for r in a.relations)]
    yield from sorted(made, key=lambda a: any(r.gap in written for r in a.relations))


def _assumptions(statement: Statement, names: Sequence[str]) -> Iterator[Fact]:
    groups: dict[Group, None] = dict.fromkeys((n,) for n in names)
    groups |= dict.fromkeys(g for q in _quantities(statement) for g in q.groups if len(g) < len(names))
    for a, b in combinations(groups, 2):
        if _apart(a, b):
            yield Independent((a, b))
    for a, b, c in permutations(groups, 3):
        if names.index(a[0]) < names.index(c[0]) and _apart(a, b, c):
            yield Markov((a, b, c))
    for a, b in permutations(groups, 2):
        if _apart(a, b) and len(a) == 1:
            yield Function(a, b)
    for name in names if len(names) > 2 else ():
        yield Function((name,), tuple(n for n in names if n != name))
    for one, other in combinations(names, 2):
        yield Statement(_entropy(one), "=", _entropy(other))
    if len(names) > 2:
        yield Independent(tuple((n,) for n in names))


def _entropy(name: str) -> Side:
    return Side(((Fraction(1), Quantity("H", ((name,),))),))


def _zero(q: Quantity) -> Statement:
    return Statement(Side(((Fraction(1), q),)), "=", Side())


def _quantities(statement: Statement) -> list[Quantity]:
    parts = (*statement.left.parts, *statement.right.parts)
    return list(dict.fromkeys(q for _, q in parts if isinstance(q, Quantity)))


def _apart(*groups: Group) -> bool:
    return len(set().union(*groups)) == sum(map(len, groups))
