"""What is derived of one quantity of the catalogue: the answer, and what holds where its conditions do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sympy import Expr, Lt, Not, Symbol
from sympy.logic.boolalg import Boolean

from ..audit import Audit, audit
from ..kernel.check import Theorem
from ..kernel.derivation import calc
from ..language.binder import x
from ..language.information import Renyi, fisher, parameters
from ..language.terms import KL, CrossEntropy, Entropy, Expectation, Variance
from ..tactics.closed_form import Found, closed_form
from .members import inside, member

POINTS = 2  # at which a line is evaluated: the kernel has checked it, the audit looks for what it believes wrongly

ORDER = Symbol("rho", positive=True)  # no family has a parameter of that name
QUANTITIES: dict[str, Any] = {
    "entropy": Entropy,
    "mean": lambda law: Expectation(law, x),
    "variance": Variance,
    "Rényi entropy": lambda law: Renyi(ORDER, law),
    "Fisher information": fisher,
}
DIVERGENCES: dict[str, Any] = {"divergence": KL, "cross-entropy": CrossEntropy}


@dataclass(frozen=True)
class Answer:
    """What was found of a term, cross-checked; `status` is failed where the numbers object."""

    term: Expr
    found: Found
    audit: Audit | None

    @property
    def status(self) -> str:
        return "failed" if self.audit is not None and not self.audit.ok else self.found.status

    @property
    def theorem(self) -> Theorem | None:
        return self.found.theorem

    @property
    def reason(self) -> str:
        return self.audit.reason if self.audit is not None and not self.audit.ok else self.found.reason or ""

    @property
    def needs(self) -> tuple[Boolean, ...]:
        """The conditions of the theorem beyond the domains of the parameters."""
        if self.theorem is None:
            return ()
        return tuple(sorted(self.theorem.claim.given.facts - calc(self.term).given.facts, key=str))


def answer(term: Expr, given: Iterable[Boolean] = (), points: int = POINTS) -> Answer:
    """The closed form of a term, checked by the kernel and by numbers."""
    found = closed_form(term, given)
    return Answer(term, found, None if found.theorem is None else audit(found.theorem, points=points))


def best(term: Expr, facts: Sequence[Boolean]) -> Answer:
    """The answer under facts; under their strict forms where only these lead to a closed form.

    Where nothing is derived, the infinite answer where one of the facts is false, if there is one.
    """
    first = answer(term, facts)
    if first.status == "proved" or not facts:
        return first
    second = answer(term, [Lt(f.lts, f.gts) for f in facts])
    if second.status == "proved" or first.status != "unknown":
        return second if second.status == "proved" else first
    endless = [broken for f in facts if closed_form(term, (broken := Not(f),)).status == "infinite"]
    return answer(term, endless[:1]) if endless else first


def otherwise(main: Answer) -> list[Answer]:
    """The infinite answers where one of the conditions of the main one does not hold."""
    broken = [Not(need) for need in main.needs] if main.status != "infinite" else []
    return [answer(main.term, (c,)) for c in broken if closed_form(main.term, (c,)).status == "infinite"]


def of_family(name: str) -> dict[str, Answer]:
    """The quantities of one law."""
    law = member(name)
    asked = (word for word in QUANTITIES if word != "Fisher information" or parameters(law))
    return {word: answer(QUANTITIES[word](law)) for word in asked}


def of_pair(p: str, q: str) -> dict[str, Answer]:
    """Divergence and cross-entropy of two laws, under the relations that put the first inside the second."""
    P, Q = member(p, "_1"), member(q, "_2")
    facts = inside(P, Q)
    return {word: best(head(P, Q), facts) for word, head in DIVERGENCES.items()}
