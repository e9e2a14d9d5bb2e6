"""Numbers, lists and matrices that stand as parameters in a question, each judged where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from sympy import Add, Eq, Expr, Matrix, expand, false, nan, oo, true, zoo

from .domains import Domain, Positive

if TYPE_CHECKING:
    from .read import Reader

Rows = Sequence[Sequence[Any]]


def described(domain: Domain) -> str:
    """Of what kind the numbers of a domain are."""
    words = {"unit": "between 0 and 1", "real": "a real number", "positive integer": "a positive whole number"}
    words["integer"] = "a whole number"
    return words.get(domain.name, domain.name)


def number(reader: Reader, what: str, node: Any, domain: Domain, ends: Sequence[Any] = ()) -> Expr:
    """The number of a domain (or one of its ends) that stands at a node; `what` is its name in messages."""
    if node.data == "list":
        raise reader.refuse(node, f"{what} is a number, not a list")
    value = reader.parameter(node, domain)
    if value.has(oo, -oo, zoo, nan):
        raise reader.refuse(node, f"{what} must be a finite number")
    if value not in ends and false in domain.conditions(value):
        raise reader.refuse(node, f"{what} must be {described(domain)}, not {value}")
    return value


def distributed(
    reader: Reader, law: str, nodes: Sequence[Any], whole: Any, none_is_zero: bool = False
) -> tuple[Expr, ...]:
    """Probabilities that add up to 1: a name among them is positive, what is written 0 is 0, where that is allowed."""
    values = []
    for node in nodes:
        if node.data == "list":
            raise reader.refuse(node, f"a probability of {law} is a number, not a list")
        p = reader.parameter(node, Positive())
        if p.has(oo, -oo, zoo, nan) or (p.is_number and true in (p < 0, p > 1)) or p.is_negative:
            raise reader.refuse(node, f"a probability of {law} must be between 0 and 1, not {p}")
        if none_is_zero and p.is_zero:
            raise reader.refuse(node, f"the probabilities of {law} must be positive: leave out what cannot occur")
        values.append(p)
    total = Add(*values)
    gap = total - 1
    if gap.is_positive or gap.is_negative or (gap.is_number and Eq(gap, 0) == false):
        raise reader.refuse(whole, f"the probabilities of {law} add up to {total}, not to 1")
    return tuple(values)


def items(reader: Reader, what: str, node: Any, most: int) -> list[Any]:
    """The items of a list."""
    own = [a for a in node.children if a is not None]
    if not own:
        raise reader.refuse(node, f"{what} is empty")
    if len(own) > most:
        raise reader.refuse(own[most], f"{what} has {len(own)} entries; at most {most} are read")
    return own


def rows(reader: Reader, what: str, node: Any, most: int, usage: str) -> list[list[Any]]:
    """The entries of a list of rows of one length."""
    own = items(reader, what, node, most)
    for row in own:
        if row.data != "list":
            raise reader.refuse(row, f"{what} is a list of rows, and each row is a list", [usage])
    made = [items(reader, f"a row of {what}", row, most) for row in own]
    for node_, row in zip(own, made, strict=True):
        if len(row) != len(made[0]):
            sizes = f"the first has {len(made[0])} entries, this one {len(row)}"
            raise reader.refuse(node_, f"the rows of {what} must be of one length: {sizes}")
    return made


def check_definite(reader: Reader, what: str, node: Any, cells: Rows, entries: Rows) -> None:
    """Refuse a matrix that is not square or not symmetric, or that plainly is not positive definite.

    Sylvester: a symmetric matrix is positive definite if and only if its leading minors are positive; then all
    principal minors are.  Those whose entries are rational are looked at.
    """
    size = len(entries)
    if len(entries[0]) != size:
        raise reader.refuse(node, f"{what} must be square, not {size} by {len(entries[0])}")
    for i, j in combinations(range(size), 2):
        if expand(entries[i][j] - entries[j][i]) != 0:
            unlike = f"row {i + 1}, column {j + 1} has {entries[i][j]}, row {j + 1}, column {i + 1} has {entries[j][i]}"
            raise reader.refuse(cells[j][i], f"{what} must be symmetric: {unlike}")
    leading = [tuple(range(k)) for k in range(1, size + 1)]
    for own in (*combinations(range(size), 2), *leading):
        block = Matrix([[entries[i][j] for j in own] for i in own])
        if all(e.is_Rational for e in block) and block.det(method="bareiss") <= 0:
            which = f"the minor of rows and columns {', '.join(str(i + 1) for i in own)} is {block.det()}"
            raise reader.refuse(node, f"{what} must be positive definite: {which}")
