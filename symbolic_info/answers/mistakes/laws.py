"""The right quantity of another law: a parameter read as something else, or given a special value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from sympy import Expr, Integer, S, Symbol, Tuple, sqrt

from ...families.multivariate_normal import MultivariateNormal
from ...language.binder import Term
from ...language.distribution import Distribution, Family, laws_in
from ...language.joint import Channel
from .kind import mistake

# The parameter of a family that is a scale, or one over it.
SCALES = {
    "Exponential": "lambda_", "Erlang": "lambda_", "Gamma": "beta", "InverseGamma": "beta", "Laplace": "b",
    "Weibull": "lambda_", "Logistic": "s", "Gumbel": "beta", "Cauchy": "gamma", "HalfCauchy": "gamma",
    "Frechet": "s", "Lomax": "lambda_", "Maxwell": "a", "Levy": "c", "LogLogistic": "alpha",
}  # fmt: skip


@mistake(rank=5)
def rate_vs_scale(asked: Term) -> Any:
    """A rate was taken for a scale here, or a scale for a rate: one is one over the other."""
    return _changed(asked, lambda law, name: name == SCALES.get(type(law).__name__), lambda a: 1 / a)


@mistake(rank=6)
def variance_vs_stddev(asked: Term) -> Any:
    """The variance and the standard deviation were confused: the parameter σ is the standard deviation."""
    return [_changed(asked, lambda _, name: name.startswith("sigma"), act) for act in (sqrt, lambda a: a**2)]


@mistake("variance-vs-stddev", rank=36)
def variance_in_a_formula(value: Expr, asked: Any) -> Any:
    """The variance and the standard deviation were confused: look where σ stands, and where σ²."""
    names = sorted((s for s in value.free_symbols if s.name.startswith(("sigma", "s_")) or s.name == "s"), key=str)
    if asked is not None or not names:
        return None
    return [value.subs({s: act(s) for s in names}) for act in (sqrt, lambda a: a**2)]


@mistake("independence-assumed", rank=4)
def no_correlation(asked: Term) -> Any:
    """This would be right if the variables were independent; they are not."""
    apart = {law: law.func(law.args[0], _diagonal(law.args[1])) for law in asked.atoms(MultivariateNormal)}
    found = asked.xreplace({k: v for k, v in apart.items() if v != k})
    return found if found != asked else _changed(asked, lambda _, name: name == "rho", lambda _: S.Zero)


@mistake("off-by-one", rank=7)
def one_outcome_too_many(asked: Term) -> Any:
    """A number is off by one here: count the outcomes, or the trials, again."""
    return [_changed(asked, _counts, act) for act in (lambda a: a + 1, lambda a: a - 1)]


@mistake(rank=8)
def success_for_failure(asked: Term) -> Any:
    """Success and failure were exchanged here: look again at which of the two the parameter is the probability of."""
    return _changed(asked, _is_chance, lambda a: 1 - a)


@mistake(rank=9)
def special_case_only(asked: Term) -> Any:
    """This is right only in a special case, such as equal means or a standard value of a parameter."""
    for p, q in _pairs(asked):
        for a, b in zip(p.args, q.args, strict=True):
            if a != b and isinstance(a, Symbol):
                yield asked.xreplace({a: b})
    for law in laws_in(asked):
        for s in sorted(law.free_symbols, key=str):
            if isinstance(s, Symbol) and s.is_real and not s.is_Dummy:
                yield asked.xreplace({s: S.One if s.is_positive else S.Zero})


@mistake("special-case-only", rank=9)
def special_case_of_a_formula(value: Expr, asked: Any) -> Any:
    """This is right only in a special case, such as equal parameters or a standard value of one."""
    names = sorted((s for s in value.free_symbols if isinstance(s, Symbol)), key=str)
    if asked is not None:
        return
    for a, b in combinations(names, 2):
        if a.name.split("_")[0] == b.name.split("_")[0]:
            yield value.subs({a: b})
    for s in names:
        if len(names) > 1:
            yield value.subs({s: S.One if s.is_positive else S.Zero})


def _diagonal(rows: Any) -> Any:
    """A covariance matrix without what stands beside its diagonal, where it is written out."""
    if not isinstance(rows, Tuple):
        return rows
    return Tuple(*(Tuple(*(a if i == j else S.Zero for j, a in enumerate(row))) for i, row in enumerate(rows)))


def _pairs(asked: Term) -> Iterator[tuple[Distribution, Distribution]]:
    laws = [law for law in laws_in(asked) if isinstance(law, Family)]
    yield from ((p, q) for p, q in combinations(laws, 2) if type(p) is type(q))


def _changed(asked: Term, concerns: Callable[[Any, str], bool], act: Callable[[Expr], Expr]) -> Expr | None:
    """The question with some parameters of its laws changed; None where it has no such parameter."""
    put: dict[Any, Any] = {}
    for law in laws_in(asked):
        names = _names(law)
        made = [act(a) if concerns(law, n) else a for n, a in zip(names, law.args, strict=False)]
        if made and tuple(made) != law.args:
            put[law] = law.func(*made)
    return asked.xreplace(put) if put else None


def _names(law: Any) -> tuple[str, ...]:
    if isinstance(law, Channel):
        return ("p", "epsilon")
    return tuple(law.domains) if isinstance(law, Family) else ()


def _counts(law: Any, name: str) -> bool:
    value = law.args[_names(law).index(name)]
    whole = isinstance(law, Family) and law.domains[name].whole
    return bool(whole and not (isinstance(value, Integer) and value < 2))


def _is_chance(law: Any, name: str) -> bool:
    return isinstance(law, Channel) or (isinstance(law, Family) and law.domains[name].high == 1)
