"""What follows from independences and functions: the rules of conditional independence, as a question of sets.

Nothing here knows of probabilities: the sets are those of a graphoid (Dawid 1979; Pearl & Paz 1987) whose
elements may be functions of others.  It is kept small because rules believe it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

V = TypeVar("V", bound=Hashable)
Closure = Callable[[frozenset[V]], frozenset[V]]
Separation = tuple[frozenset[V], frozenset[V], frozenset[V]]


def closure(functions: Iterable[tuple[frozenset[V], frozenset[V]]], within: frozenset[V]) -> frozenset[V]:
    """All that is a function of a set, where `functions` lists (of, arguments)."""
    listed, found = list(functions), within
    while True:
        more = found.union(*(of for of, arguments in listed if arguments <= found))
        if more == found:
            return found
        found = more


def separates(fact: Separation[V], a: frozenset[V], b: frozenset[V], c: frozenset[V], close: Closure[V]) -> bool:
    """Whether I(A; B | C) = 0, the fact, has I(a; b | c) = 0 as a part, where `close` gives all functions of a set.

    With everything that is a function of (A, C) on one side and of (B, C) on the other, the fact still
    holds (data processing); what the sides have of c moves behind the bar (weak union); C is a function of c.
    What is a function of c and of one side may be added to that side.
    """
    first, second, third = fact
    if not third <= close(c):
        return False
    left, right = close(first | third), close(second | third)
    if not c <= left | right:
        return False
    left, right = close(left | c), close(right | c)
    return (a <= left and b <= right) or (a <= right and b <= left)
