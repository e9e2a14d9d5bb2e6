"""Joint laws: another entropy of the two variables than the one that was asked for."""

from __future__ import annotations

from typing import Any

from sympy import S, Tuple

from ...language.joint import entropy
from ...language.terms import ConditionalEntropy, Entropy, MutualInformation
from .kind import mistake


@mistake(rank=2)
def conditioned_the_wrong_way(asked: ConditionalEntropy) -> Any:
    """This is the entropy with the two variables exchanged: look again at which of them is given."""
    law, of, given = asked.args
    return ConditionalEntropy(law, given, of)


@mistake(rank=3)
def joint_for_conditional(asked: ConditionalEntropy) -> Any:
    """This is the joint entropy; what the given variable tells is still to be taken off."""
    return Entropy(asked.args[0])


@mistake(rank=4)
def independence_assumed(asked: ConditionalEntropy | MutualInformation | Entropy) -> Any:
    """This would be right if the variables were independent; they are not."""
    if isinstance(asked, MutualInformation):
        return S.Zero
    if isinstance(asked, ConditionalEntropy):
        return entropy(asked.args[0], asked.args[1])
    law = asked.args[0]
    names = getattr(law, "coordinates", ())
    return sum(entropy(law, n) for n in names) if len(names) > 1 and hasattr(law, "cells") else None


@mistake
def marginal_of_the_wrong_variable(asked: ConditionalEntropy | MutualInformation) -> Any:
    """The entropy of the wrong variable was used here: look again at which marginal law is needed."""
    law, first, second, *_ = asked.args
    one, other, both = entropy(law, first), entropy(law, second), Entropy(law)
    if isinstance(asked, ConditionalEntropy):
        return other
    return [2 * one - both, 2 * other - both]


@mistake(rank=6)
def information_for_conditional(asked: ConditionalEntropy) -> Any:
    """This is the mutual information, what the given variable tells; asked is what remains uncertain."""
    law, of, given = asked.args
    return MutualInformation(law, of, given)


@mistake(rank=6)
def entropy_for_information(asked: MutualInformation) -> Any:
    """This is the entropy of one of the variables, of which the mutual information is only a part."""
    law, first, second, *_ = asked.args
    return [entropy(law, first), entropy(law, second)]


@mistake(rank=6)
def joint_for_information(asked: MutualInformation) -> Any:
    """This is the joint entropy of the two variables; asked is what they share."""
    return Entropy(asked.args[0])


@mistake(rank=6)
def conditional_for_information(asked: MutualInformation) -> Any:
    """This is a conditional entropy, what remains uncertain; asked is by how much the uncertainty has fallen."""
    law, first, second, *_ = asked.args
    return [ConditionalEntropy(law, first, second), ConditionalEntropy(law, second, first)]


@mistake
def sum_of_entropies(asked: MutualInformation) -> Any:
    """This is a sum of entropies; what the two variables share is not to be counted twice but to be found."""
    law, first, second, *_ = asked.args
    one, other = entropy(law, first), entropy(law, second)
    return [one + other, one - other, other - one]


@mistake(rank=6)
def marginal_for_joint(asked: Entropy) -> Any:
    """This is the entropy of one of the variables, or of one given the other; asked is that of both together."""
    law = asked.args[0]
    names = getattr(law, "coordinates", ())
    if len(names) != 2 or not hasattr(law, "cells"):
        return None
    x, y = (Tuple(n) for n in names)
    return [entropy(law, x), entropy(law, y), ConditionalEntropy(law, x, y), ConditionalEntropy(law, y, x)]
