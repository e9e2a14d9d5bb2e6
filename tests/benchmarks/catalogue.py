"""Questions of the catalogue, derived and checked by us, and SymPy's `integrate` on the same densities in one run.

    python tests/benchmarks/catalogue.py [SECONDS]

prints a line for each question, then the figures; the exit code is 1 if one of our bounds is not met or one of our
answers is wrong.  SymPy is asked in two ways, each in a process that is killed after 20 SECONDS: E log(p/q) as it
stands, and with the logarithms expanded by force.  Every closed form, ours and SymPy's, is compared at two points with
mpmath's quadrature of the density.  Nothing else should be running.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from random import Random
from statistics import quantiles
from time import perf_counter
from typing import Any

import mpmath
from sympy import Dummy, Expr, Integral, Sum, expand_log, integrate, lambdify, log, oo, summation

from symbolic_info.catalogue.definition import density_of
from symbolic_info.catalogue.members import inside, member
from symbolic_info.exact.given import Given
from symbolic_info.exact.point import admissible_point
from symbolic_info.kernel.derivation import calc
from symbolic_info.language.support import Integers
from symbolic_info.language.terms import KL, Entropy
from symbolic_info.tactics.closed_form import closed_form

ENTROPIES = """Normal Gamma Beta Laplace Weibull Gumbel Logistic Pareto Rayleigh InverseGamma LogNormal Kumaraswamy
Maxwell Chi Nakagami LogLogistic StudentT Geometric"""
DIVERGENCES = """Normal-Normal Gamma-Gamma Beta-Beta Laplace-Laplace Weibull-Weibull Gumbel-Gumbel Pareto-Pareto
LogNormal-LogNormal InverseGamma-InverseGamma Poisson-Poisson Geometric-Geometric
Normal-Laplace Laplace-Normal Exponential-Gamma Gamma-LogNormal Weibull-Gamma Rayleigh-Exponential HalfNormal-Rayleigh
LogNormal-Normal Uniform-Normal Uniform-Exponential Beta-Uniform Exponential-Gumbel Chi-Gamma Lomax-LogNormal
Gumbel-Normal Maxwell-Nakagami PowerLaw-Beta Poisson-Geometric InverseGamma-LogNormal"""
MEDIAN, SLOW = 0.05, 0.5  # seconds: what half and 95 of 100 of our derivations must stay under
PATIENCE = 20.0  # seconds for each way of the peer
POINTS, DIGITS = 2, 15
Question = tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What came of a question: how long it took, whether there is a closed form, whether its values are right."""

    seconds: float
    reached: bool
    right: bool

    def __str__(self) -> str:
        outcome = "reached" if self.right else "WRONG" if self.reached else "–"
        return f"{self.seconds * 1000:8.0f} ms {outcome:8}"


def questions() -> Iterator[Question]:
    """Families of which the entropy is asked, and pairs of which the divergence is."""
    yield from ((name,) for name in ENTROPIES.split())
    yield from (tuple(pair.split("-")) for pair in DIVERGENCES.split())


def term(question: Question, mark: str = "") -> tuple[Expr, tuple[Any, ...]]:
    """The term with symbols of its own, and the facts that put one law inside the other."""
    laws = [member(name, f"_{i}{mark}") for i, name in enumerate(question, 1)]
    return (Entropy(*laws), ()) if len(laws) == 1 else (KL(*laws), inside(*laws))


def ours(question: Question) -> Answer:
    """Derived and checked with symbols that nobody has seen; the same question was derived once before."""
    closed_form(*term(question, "warm"))
    asked, facts = term(question, "a")
    start = perf_counter()
    found = closed_form(asked, facts)
    seconds = perf_counter() - start
    reached = found.status == "proved"
    claim = found.theorem.claim if reached else None
    right = reached and all(agrees(claim.right, asked, at) for at in points(asked, claim.given))
    return Answer(seconds, reached, right)


def points(asked: Expr, given: Given) -> list[dict[Expr, Expr]]:
    """Rational values of the parameters at which all facts hold."""
    return [admissible_point(given, [asked], seed) for seed in range(POINTS)]


def agrees(result: Expr, asked: Expr, at: dict[Expr, Expr]) -> bool:
    """Whether a closed form has the value of the definition at a point, by mpmath."""
    with mpmath.workdps(DIGITS + 15):
        here = mpmath.mpmathify(result.xreplace(at).evalf(DIGITS + 10))
        return bool(abs(here - by_definition(asked, at)) <= mpmath.mpf(10) ** -DIGITS * max(1, abs(here)))


def by_definition(asked: Expr, at: dict[Expr, Expr]) -> Any:
    """E[−log p] or E[log p − log q], by mpmath's quadrature or summation of the densities."""
    P, *others = (law.xreplace(at) for law in asked.args)
    x = Dummy("x", real=True)
    own, *rest = (lambdify(x, law.log_density(x).evalf(DIGITS + 15), "mpmath") for law in (P, *others))

    def inside_(v: Any) -> Any:
        return mpmath.exp(own(v)) * (own(v) - rest[0](v) if rest else -own(v))

    if isinstance(P.support, Integers):
        return mpmath.nsum(lambda n: inside_(mpmath.mpf(int(n))), [int(P.support.low), mpmath.inf])
    kinks = [number(a) for law in (P, *others) for a in law.args]
    return integral(inside_, number(P.support.low), number(P.support.high), kinks)


def integral(f: Callable[[Any], Any], low: Any, high: Any, kinks: list[Any]) -> Any:
    """∫ f over an interval, with cuts at the kinks; infinite ends are approached in x = low + e^t, as far as needed."""
    if mpmath.isinf(low):
        halves = ((f, kinks), (lambda v: f(-v), [-k for k in kinks]))
        return sum(integral(half, mpmath.mpf(0), mpmath.inf, own) for half, own in halves)
    if not mpmath.isinf(high):
        return mpmath.quad(f, [low, *(low + (high - low) * mpmath.mpf(k) / 4 for k in (1, 2, 3)), high])
    cuts = sorted(mpmath.log(k - low) for k in kinks if k > low)
    return sum(tail(lambda t: f(low + mpmath.exp(t)) * mpmath.exp(t), cuts, step) for step in (-1, 1))


def tail(g: Callable[[Any], Any], cuts: list[Any], step: int) -> Any:
    """∫ g from 0 to ±∞, panel by panel until nothing comes any more."""
    total, at, idle = mpmath.mpf(0), mpmath.mpf(0), 0
    while idle < 3:
        ends = sorted((at, at + step))
        part = mpmath.quad(g, [ends[0], *(c for c in cuts if ends[0] < c < ends[1]), ends[1]], method="gauss-legendre")
        total, at = total + part, at + step
        idle = idle + 1 if abs(part) < mpmath.eps * max(1, abs(total)) else 0
    return total


def number(e: Any) -> Any:
    return {oo: mpmath.inf, -oo: -mpmath.inf}.get(e) or mpmath.mpmathify(e)


WAYS: dict[str, Callable[[Expr], Expr]] = {"as it stands": lambda e: e, "expanded": lambda e: expand_log(e, force=True)}


def peer(question: Question, patience: float) -> Answer:
    """The faster way of the peer that reaches a closed form; a wrong one where no right one is reached."""
    found = [one for way in WAYS for one in [way_of_peer(question, way, patience)]]
    return min(found, key=lambda a: (not a.right, not a.reached, a.seconds))


def way_of_peer(question: Question, way: str, patience: float) -> Answer:
    """One way of the peer, in a process that is killed when its time is over."""
    context = get_context("spawn")
    ours_, theirs = context.Pipe()
    process = context.Process(target=integrated, args=(question, way, theirs))
    process.start()
    theirs.close()
    try:
        ready = ours_.poll(patience + 10)  # and the time in which it starts
        seconds, reached, right = ours_.recv() if ready else (patience, False, False)
    except EOFError:
        seconds, reached, right = patience, False, False
    process.kill()
    process.join()
    late = seconds > patience
    return Answer(min(seconds, patience), reached and not late, right and not late)


def integrated(question: Question, way: str, out: Connection) -> None:
    """What SymPy makes of the question: how long it takes, whether no integral is left, whether it is right."""
    asked, facts = term(question)
    P, *others = asked.args
    p, *rest = (density_of(law) for law in (P, *others))
    (x,) = p.free_symbols - P.free_symbols or {Dummy("x", real=True)}
    rest = [q.xreplace({s: x for s in q.free_symbols if s.name == x.name}) for q in rest]
    body = p * WAYS[way](log(p / rest[0]) if rest else -log(p))
    start = perf_counter()
    try:
        if isinstance(P.support, Integers):
            found = summation(body, (x, P.support.low, P.support.high))
        else:
            found = integrate(body, (x, P.support.low, P.support.high))
    except Exception:  # whatever becomes of the peer, it has not reached an answer
        out.send((perf_counter() - start, False, False))
        return
    seconds = perf_counter() - start
    reached = not found.has(Integral, Sum) and found not in (oo, -oo)
    right = reached
    for at in points(asked, calc(asked, facts).given) if reached else ():
        try:
            right = right and agrees(found, asked, at)
        except Exception:  # no number comes of it
            right = False
    out.send((seconds, reached, right))


def percentile(values: list[float], part: int) -> float:
    return quantiles(values, n=100, method="inclusive")[part - 1]


def main(patience: float) -> int:
    """Print the table as it is measured."""
    Random(0)
    pairs = []
    for question in questions():
        pairs.append((ours(question), peer(question, patience)))
        name = f"H({question[0]})" if len(question) == 1 else f"KL({', '.join(question)})"
        print(f"{name:32} ours {pairs[-1][0]}   SymPy {pairs[-1][1]}", flush=True)
    print(f"\n{len(pairs)} questions {'median':>12} {'95th':>10} {'reached':>8} {'wrong':>6}")
    for who, found in zip(("ours", "SymPy"), zip(*pairs, strict=True), strict=True):
        middle, high = (percentile([a.seconds for a in found], part) * 1000 for part in (50, 95))
        reached, wrong = (sum(a.right for a in found), sum(a.reached and not a.right for a in found))
        print(f"{who:12} {middle:12.0f} ms {high:7.0f} ms {reached:8} {wrong:6}")
    own = [a for a, _ in pairs]
    times = [a.seconds for a in own]
    met = percentile(times, 50) <= MEDIAN and percentile(times, 95) <= SLOW
    return 0 if met and not any(a.reached and not a.right for a in own) else 1


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else PATIENCE))
