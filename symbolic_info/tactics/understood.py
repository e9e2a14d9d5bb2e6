"""What a question takes for granted, and its theorem states: finite entropies, probabilities that are such."""

from __future__ import annotations

from sympy import Expr, Gt, Ne, S, flatten
from sympy.logic.boolalg import Boolean

from ..families.categorical import Categorical
from ..language.claims import Covers, Finite
from ..language.distribution import Distribution, Law, laws_in
from ..language.information import Renyi, RenyiDivergence
from ..language.joint import Table
from ..language.matrices import Definite
from ..language.terms import KL, CrossEntropy, Entropy, SelfInformation


def understood(term: Expr) -> list[Boolean]:
    """What a question takes for granted: arbitrary laws have finite entropies, probabilities and orders are such.

    Arbitrary probabilities of k outcomes are positive, as listed ones are, where another law on k outcomes needs it.
    """
    asked = [law for e in term.atoms(Entropy) for law in laws_in(e) if isinstance(law, Law)]
    surprises = [c for e in term.atoms(SelfInformation) for c in e.needs()]
    listed = [law for law in laws_in(term) if isinstance(law, Categorical | Table)]
    possible = [Gt(p, 0) for law in listed for p in _probabilities(law) if p.free_symbols]
    orders = [c for e in term.atoms(Renyi, RenyiDivergence) for c in (Gt(e.args[0], 0), Ne(e.args[0], 1))]
    matrices = [c for law in laws_in(term) for c in law.conditions() if isinstance(c, Definite)]
    pairs = [e.args for e in term.atoms(KL, CrossEntropy) if isinstance(e.args[1], Law) and len(e.args[1].args) > 2]
    inside = [Covers(P, Q) for P, Q in pairs if P.support == Q.support]
    found = [*surprises, *possible, *orders, *matrices, *inside]
    return [*(Finite(Entropy(law)) for law in dict.fromkeys(asked)), *(c for c in found if c != S.true)]


def _probabilities(law: Distribution) -> list[Expr]:
    """The listed probabilities of a law; those that are not written as 0 are understood to be positive."""
    return [p for p in flatten(law.args) if isinstance(p, Expr)]
