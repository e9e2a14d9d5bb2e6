"""Another quantity than the one that was asked for, of the same laws."""

from __future__ import annotations

from typing import Any

from sympy import Expr, Integer, exp, log, sqrt

from ...families.bernoulli import Bernoulli
from ...families.binomial import Binomial
from ...families.half_cauchy import HalfCauchy
from ...families.half_normal import HalfNormal
from ...language.binder import x
from ...language.images import Image
from ...language.information import RenyiDivergence
from ...language.joint import Table
from ...language.support import COUNTING, Integers, Points
from ...language.terms import KL, CrossEntropy, Entropy, Expectation, Variance
from .kind import mistake

OUTCOMES = 6  # of so many outcomes the single surprises are tried


@mistake(rank=1)
def swapped_arguments(asked: KL | CrossEntropy | RenyiDivergence) -> Any:
    """This is the value with the two laws exchanged: look again at which law the mean is taken over."""
    *order, p, q = asked.args
    return asked.func(*order, q, p)


@mistake(rank=8)
def cross_entropy_for_divergence(asked: KL) -> Any:
    """This is the cross-entropy; from the divergence the entropy of the first law is still to be taken off."""
    return CrossEntropy(*asked.args)


@mistake
def entropy_for_divergence(asked: KL) -> Any:
    """This is the entropy of one of the laws; the divergence compares the two."""
    return [Entropy(p) for p in asked.args]


@mistake
def difference_of_entropies(asked: KL) -> Any:
    """This is a difference of entropies; in the divergence both logarithms are averaged over the first law."""
    p, q = asked.args
    return [Entropy(q) - Entropy(p), Entropy(p) - Entropy(q)]


@mistake
def symmetrised_divergence(asked: KL) -> Any:
    """This treats both laws alike; the divergence is not symmetric, and its mean is over the first law only."""
    p, q = asked.args
    both = KL(p, q) + KL(q, p)
    return [both, both / 2]


@mistake(rank=8)
def divergence_for_cross_entropy(asked: CrossEntropy) -> Any:
    """This is the divergence; the cross-entropy has the entropy of the first law in it as well."""
    return KL(*asked.args)


@mistake(rank=8)
def entropy_for_cross_entropy(asked: CrossEntropy) -> Any:
    """This is the entropy of one law; in a cross-entropy the logarithm is of one law and the mean over the other."""
    return [Entropy(p) for p in asked.args]


@mistake
def uniform_assumed(asked: Entropy | CrossEntropy) -> Any:
    """This is the logarithm of a number of outcomes: it is right only if all outcomes are equally likely."""
    law = asked.args[0]
    places = [Integer(len(law.args[0]) * len(law.args[0][0]))] if isinstance(law, Table) else []
    return [log(n) for n in (_count(law), *places) if n > 1]


@mistake(rank=9)
def sequence_for_count(asked: Entropy) -> Any:
    """This is the entropy of the single trials in their order; the number of successes says less than that."""
    law = asked.args[0]
    return law.n * Entropy(Bernoulli(law.p)) if isinstance(law, Binomial) else None


@mistake("missing-normaliser", rank=8)
def half_line(asked: Entropy, value: Expr) -> Any:
    """The density was not made to integrate to 1: this law lives on half of the line, where it is twice as large."""
    return value + log(2) if isinstance(asked.args[0], HalfNormal | HalfCauchy) else None


@mistake(rank=11)
def surprise_not_averaged(asked: Entropy | CrossEntropy) -> Any:
    """This is the surprise of a single outcome; it is to be averaged over all outcomes."""
    law, inside = asked.args[0], asked.args[-1]
    return [-inside.log_density(*p) for p in points(law)]


@mistake
def density_for_entropy(asked: Entropy, value: Expr) -> Any:
    """This is a density, or the exponential of the entropy; the entropy is the mean of minus its logarithm."""
    return None if asked.args[0].support.measure == COUNTING else [exp(-value), exp(value)]


@mistake(rank=12)
def moment_for_entropy(asked: Entropy) -> Any:
    """This is the mean, the variance or the standard deviation of the law, not its entropy."""
    law = asked.args[0]
    if hasattr(law, "coordinates"):
        return None
    return [Variance(law), Expectation(law, x), sqrt(Variance(law))]


@mistake(rank=8)
def jacobian_forgotten(asked: Entropy) -> Any:
    """The change of variables is missing: the entropy of g(X) is that of X plus the mean of log |g′(X)|."""
    base = _base(asked.args[0])
    return None if base is None else Entropy(base)


@mistake(rank=8)
def jacobian_twice(asked: Entropy) -> Any:
    """The change of variables was counted twice, or with the wrong sign."""
    base = _base(asked.args[0])
    return None if base is None else [2 * asked - Entropy(base), 2 * Entropy(base) - asked]


def points(law: Any) -> list[tuple[Any, ...]]:
    """The outcomes of a law, where there are few."""
    support = law.support
    if isinstance(support, Points):
        return list(support.points)[:OUTCOMES]
    count = _count(law)
    return [(support.low + i,) for i in range(int(count))] if count and count <= OUTCOMES else []


def _count(law: Any) -> Any:
    """How many outcomes a law has, or 0."""
    support = law.support
    if isinstance(support, Points):
        return Integer(len(support.points))
    if isinstance(support, Integers) and not (support.high - support.low).is_infinite:
        made = support.high - support.low + 1
        return made if made.is_Integer else 0
    return 0


def _base(law: Any) -> Any:
    """The law from which another one is made by a change of variables that is plain to see."""
    if isinstance(law, Image):
        return law.law
    try:
        root = law.root()
    except (NotImplementedError, AttributeError):
        return None
    return root.law if root.law.args == law.args else None
