"""Other quantities than entropy and divergence: moments, extrema, Rényi's, Hellinger's, Fisher's."""

from __future__ import annotations

from typing import Any

from sympy import Expr, S, log, sqrt

from ...language.binder import x
from ...language.information import JS, Fisher, Grid, Hellinger2, Renyi, RenyiDivergence
from ...language.operators import ArgMax, ArgMin, Maximum, Minimum, argmax, argmin, maximum, minimum
from ...language.support import Integers
from ...language.terms import KL, Entropy, Expectation, MutualInformation, SelfInformation, Variance
from .kind import mistake


@mistake
def symmetrised_differently(asked: JS) -> Any:
    """This averages the divergences between the two laws; here each is compared with their equal mixture."""
    p, q = asked.args
    both = KL(p, q) + KL(q, p)
    return [both / 2, both, KL(p, q), KL(q, p)]


@mistake
def shannon_for_renyi(asked: Renyi | RenyiDivergence) -> Any:
    """This is the quantity of order 1; the order asked for is another one."""
    return Entropy(asked.args[1]) if isinstance(asked, Renyi) else KL(*asked.args[1:])


@mistake
def distance_for_its_square(asked: Hellinger2, value: Expr) -> Any:
    """This is the root of what was asked for: the question is about the square of the distance."""
    return sqrt(value)


@mistake
def affinity_for_distance(asked: Hellinger2, value: Expr) -> Any:
    """This has to do with the overlap ∫√(pq) of the two laws; the squared distance is one minus the overlap."""
    return [-log(1 - value), 2 * value - 1]


@mistake
def logarithm_forgotten(asked: SelfInformation) -> Any:
    """This is a probability; its information is minus its logarithm."""
    return [asked.args[0], 1 / asked.args[0], 1 - asked.args[0]]


@mistake(rank=8)
def second_moment_for_variance(asked: Variance) -> Any:
    """This is the mean of the square, or of X; the variance is the mean of the square minus the square of the mean."""
    mean, square = _moments(asked.args[0])
    return [square, mean, square - mean]


@mistake(rank=8)
def standard_deviation_for_variance(asked: Variance, value: Expr) -> Any:
    """This is the standard deviation, the root of the variance."""
    return sqrt(value)


@mistake(rank=8)
def function_of_mean(asked: Expectation) -> Any:
    """This is the function of the mean; the mean of a function is another number, unless the function is linear."""
    if len(asked.variables) != 1 or asked.body == asked.variable:
        return None
    mean, _ = _moments(asked.law)
    return asked.at(mean)


@mistake(rank=8)
def counts_from_one(asked: Expectation) -> Any:
    """This counts from 1: here the values of the law begin with 0."""
    support = asked.law.support
    if not isinstance(support, Integers) or len(asked.variables) != 1:
        return None
    return [asked.with_body(asked.at(asked.variable + step)) for step in (1, -1)]


@mistake
def place_for_value(asked: Maximum | Minimum) -> Any:
    """This is where the extremum lies; the question asks for the value there."""
    if asked.body.atoms(MutualInformation):
        return S.Half  # the channels of the catalogue are symmetric: they are used best by a fair bit
    place = argmax if isinstance(asked, Maximum) else argmin
    return place(asked.body, asked.variable)


@mistake
def value_for_place(asked: ArgMax | ArgMin) -> Any:
    """This is the value of the extremum; the question asks where it lies."""
    value = maximum if isinstance(asked, ArgMax) else minimum
    return value(asked.body, asked.variable)


@mistake
def variance_of_the_estimate(asked: Fisher, value: Expr) -> Any:
    """This is one over the Fisher information: the least variance of an unbiased estimate."""
    return None if isinstance(value, Grid) else 1 / value


@mistake
def information_about_the_square(asked: Fisher, value: Expr) -> Any:
    """This is the information about the square of the parameter, or about its logarithm; mind the derivative."""
    (point, *others) = asked.points
    return None if others or isinstance(value, Grid) else [value / (4 * point**2), value * point**2, value * point**4]


def _moments(law: Any) -> list[Expr]:
    return [Expectation(law, x), Expectation(law, x**2)]
