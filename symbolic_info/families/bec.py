"""The binary erasure channel."""

from ..language.joint import Channel

ERASED = 2


class BEC(Channel):
    """X ~ Bernoulli(p) through a binary erasure channel: Y is X, or with probability ε the erasure, written 2."""

    name = "binary erasure channel with erasure probability"

    @classmethod
    def outputs(cls, epsilon, x):
        return {x: 1 - epsilon, ERASED: epsilon}
