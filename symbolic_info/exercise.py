"""Exercises: a question with free numbers.  Statement, answer and worked solution follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from .language.units import Unit, nats


@dataclass(frozen=True)
class Exercise:
    """A question in text, with a place {n} for each number that is drawn from those in `draws`."""

    question: str
    unit: Unit = nats
    given: tuple[str, ...] = ()
    draws: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def drawn(self, seed: int = 0) -> dict[str, str]:
        """The numbers of a seed: the first of each for seed 0, and for one seed always the same."""
        random = Random(f"{self.question} {seed}")
        return {name: values[0] if not seed else random.choice(values) for name, values in sorted(self.draws.items())}

    def asked(self, seed: int = 0) -> str:
        """The question with its numbers."""
        return filled(self.question, self.drawn(seed))

    def conditions(self, seed: int = 0) -> list[str]:
        """Its conditions with their numbers."""
        return [filled(g, self.drawn(seed)) for g in self.given]


def ask(question: str, unit: Unit = nats, given: str | tuple[str, ...] = (), **draws: object) -> Exercise:
    """An exercise: ask("H(Binomial({n}, 1/2))", bits, n=(2, 3)) draws n from 2 and 3."""
    conditions = (given,) if isinstance(given, str) else given
    chosen = {name: tuple(map(str, values)) for name, values in draws.items() if isinstance(values, tuple)}
    if len(chosen) != len(draws) or not all(chosen.values()):
        raise TypeError("the numbers to draw from are a tuple, as in n=(2, 3)")
    return Exercise(question, unit, conditions, chosen)


def filled(text: str, numbers: Mapping[str, str]) -> str:
    """The text with each {name} replaced; other braces stay."""
    for name, value in numbers.items():
        text = text.replace("{" + name + "}", value)
    return text
