"""What a mistake is: a function from what was asked to what the student seems to have answered."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints, overload

from sympy import Basic, Expr

# What a mistake changes, by the name of its first parameter, and how soon it is thought of.
RANKS = {"answer": 0, "right": 0, "asked": 10, "value": 20, "part": 30, "yours": 50}

SMALL = 50

Act = Callable[..., Any]


@dataclass(frozen=True)
class Kind:
    """A mistake that students make.

    `act` takes the question (`asked`), the whole value (`value`) or a part of the formula (`part`) of one of the
    types `of`, and gives what comes out with the mistake in it, one or several; each alone, or with the part of the
    formula that is to be named to the student.  One on a part of what the student wrote (`yours`) gives what that
    should have been: a last resort, for answers of another form than the reference.  One that is seen from the
    `answer`, or from a `right` one, says whether it is there.  `feedback` is its docstring; `{}` in it stands for
    that part.  Of two mistakes that explain an answer the one with the smaller rank is told.
    """

    name: str
    feedback: str
    on: str
    of: tuple[type, ...]
    act: Act
    rank: int

    def made(self, what: Basic, *more: Any) -> Iterator[tuple[Expr, Any]]:
        """What comes out if this mistake is made, each with the part that is to be named, or None."""
        if not isinstance(what, self.of):
            return
        found = self.act(what, *more[: self._extra])
        for one in _each(found):
            yield one if isinstance(one, tuple) else (one, None)

    @property
    def _extra(self) -> int:
        return len(inspect.signature(self.act).parameters) - 1


def _each(found: Any) -> Iterable[Any]:
    if found is None:
        return ()
    return (found,) if isinstance(found, Basic) else found


def is_small(e: Expr) -> bool:
    """Whether a function of it may be written down: a whole number that is not small would be worked out in full."""
    return not e.is_Rational or bool(abs(e) <= SMALL and e.q <= SMALL)


KINDS: list[Kind] = []


@overload
def mistake(name: Act, *, rank: int | None = None) -> Act: ...
@overload
def mistake(name: str | None = None, *, rank: int | None = None) -> Callable[[Act], Act]: ...


def mistake(name: Any = None, *, rank: int | None = None) -> Any:
    """Make a function a mistake, called like the function, or by another name; see Kind."""

    def declared(act: Act) -> Act:
        (on, of), *_ = get_type_hints(act).items()
        types = get_args(of) or (of,)
        called = name if isinstance(name, str) else act.__name__.replace("_", "-")
        words = " ".join((inspect.getdoc(act) or "").split())
        KINDS.append(Kind(called, words, on, types, act, RANKS[on] if rank is None else rank))
        return act

    return declared(name) if callable(name) else declared
