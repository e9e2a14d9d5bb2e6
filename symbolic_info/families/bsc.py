"""The binary symmetric channel."""

from ..language.joint import Channel


class BSC(Channel):
    """X ~ Bernoulli(p) through a binary symmetric channel: Y is X, flipped with probability ε."""

    name = "binary symmetric channel with crossover probability"

    @classmethod
    def outputs(cls, epsilon, x):
        return {x: 1 - epsilon, 1 - x: epsilon}
