"""What must hold of any family, said once: `faults` finds what a declaration says wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from sympy import Dummy, Pow, S, Symbol, exp, false, true

from symbolic_info.audit import CannotEvaluate, audit, value
from symbolic_info.exact.given import Given
from symbolic_info.exact.zero import is_zero, normal
from symbolic_info.kernel.check import check
from symbolic_info.kernel.conditions import holds
from symbolic_info.kernel.derivation import Derivation, calc
from symbolic_info.kernel.rule import Rejected
from symbolic_info.language.binder import x
from symbolic_info.language.claims import Finite
from symbolic_info.language.distribution import Family
from symbolic_info.language.domains import conditions_of
from symbolic_info.language.terms import Entropy
from symbolic_info.rules import RULES
from symbolic_info.tactics.closed_form import closed_form

DIGITS = 30
REDUCED = {"Binomial", "LogSeries", "NegativeBinomial", "Poisson"}  # families whose entropy has no closed form
BROKEN = (CannotEvaluate, Rejected, ArithmeticError, TypeError, ValueError, LookupError, AttributeError)


def members(family: Any, count: int, seed: int = 0) -> list[Any]:
    """Different members at random rational parameters inside the declared domains and relations."""
    random, found = Random(seed), []
    for _ in range(400):
        law = family(*(d.sample(random) for d in family.domains.values()))
        if law not in found and all(c == true for c in law.conditions()):
            found.append(law)
        if len(found) == count:
            break
    return found


def faults(family: Any, points: int = 2) -> Iterator[str]:
    """All that is found wrong, cheap things first; a declaration on which the program breaks is wrong too."""
    for find in (_mass, _narrow, _idle, _outside, _centre, _lemmas, _tilts, _score, _entropy):
        try:
            yield from find(family, points)
        except BROKEN as why:
            yield f"{find.__name__}: {type(why).__name__}: {why}"


def _mass(family: Any, points: int) -> Iterator[str]:
    """The total mass is 1."""
    laws = members(family, points)
    if len(laws) < points:
        yield "no admissible members were found"
    for law in laws:
        total = value(law.expect(S.One), DIGITS)  # the density added up over the support, as it is declared
        if abs(total - 1) > 10.0**-DIGITS:
            yield f"the mass of {law} is {total}"


def _narrow(family: Any, points: int) -> Iterator[str]:
    """An end that a domain excludes is excluded for a reason: the law does not exist there (0 is left to taste)."""
    (inside, *_) = members(family, 1)
    for i, d in enumerate(family.domains.values()):
        for end in (e for e in (d.low, d.high) if 0 < abs(e) < 1000 and not d.closed):
            law = family(*inside.args[:i], end, *inside.args[i + 1 :])
            try:
                found = value(law.expect(S.One), DIGITS)
            except BROKEN:
                continue
            if abs(found - 1) < 10.0**-DIGITS:
                yield f"{law} is a law, but the domain of its parameter excludes it"


def _idle(family: Any, points: int) -> Iterator[str]:
    """No parameter is declared in vain."""
    law = family.generic()
    yield from (f"{law} does not depend on {s}" for s in law.args if not law.log_density(x).has(s))


def _outside(family: Any, points: int) -> Iterator[str]:
    """A law whose parameters lie outside, or are not known to lie inside, is refused and never proved of."""
    for law in outside(family):
        if false not in law.conditions():
            yield f"the conditions of {law} do not refuse it"
        if closed_form(Entropy(law)).theorem is not None:
            yield f"something was derived of {law}"
    for law in [*outside(family), *unknown(family)]:
        try:
            check(Derivation(Entropy(law), given=Given()))
        except Rejected:
            continue
        yield f"{law} is well-formed although its parameters are not shown to be admissible"


def outside(family: Any) -> Iterator[Any]:
    """Members just outside a bound, on an open bound, between whole numbers, against a relation."""
    (inside, *_) = members(family, 1)
    for i, d in enumerate(family.domains.values()):
        ends = [(e, e + step) for e, step in ((d.low, -1), (d.high, 1)) if abs(e) < 1000]
        wrong = [v for end, beyond in ends for v in ((beyond,) if d.closed else (end, beyond))]
        wrong += [inside.args[i] + exp(-1)] if d.whole else []
        yield from (family(*inside.args[:i], v, *inside.args[i + 1 :]) for v in wrong)
    if inside.relations():
        yield family(*reversed(inside.args))
        yield family(*(inside.args[0] for _ in inside.args))


def unknown(family: Any) -> Iterator[Any]:
    """Members with a parameter of which nothing is known but that it is a real number."""
    (inside, *_) = members(family, 1)
    plain = Symbol("theta", real=True)
    for i, d in enumerate(family.domains.values()):
        if d.conditions(plain) or inside.relations():
            yield family(*inside.args[:i], plain, *inside.args[i + 1 :])


def _centre(family: Any, points: int) -> Iterator[str]:
    """The density is symmetric about the declared centre."""
    if family.centre:
        law = family.generic()
        given = calc(Entropy(law)).given
        mirrored = law.log_density(2 * getattr(law, family.centre) - x)
        if not is_zero(mirrored - law.log_density(x), given):
            yield f"{law} is not symmetric about {family.centre}"


def _lemmas(family: Any, points: int) -> Iterator[str]:
    """The law is the image of the root, and made of the pieces, and the distance from its centre is, what it says."""
    law = family.generic()
    lemmas = ((family.root, "change_of_variable"), (family.folded, "symmetry"), (family.pieces, "in_pieces"))
    for declared, name in lemmas:
        if declared is not getattr(Family, declared.__name__):
            mean = law.expect(abs(x - getattr(law, law.centre)) if name == "symmetry" else x)
            given = calc(mean).given
            made = next(RULES[name].outcomes(mean, given), None)
            needs = [] if made is None else [*made.conditions, *conditions_of(made.result)]
            if made is None or not all(holds(c, given) for c in needs if not isinstance(c, Finite)):
                yield f"{law} is refused as what {declared.__name__} says"


def _tilts(family: Any, points: int) -> Iterator[str]:
    """Each declared tilt is accepted, and the first two moments that it gives are those of the quadrature."""
    law = family.generic()
    t = Dummy("t", real=True)
    for statistic, tilted in law.tilts(x, t):
        inner = calc(Entropy(law)).given.under(law.expect(x, x)) | tilted.conditions()
        if normal(law.log_density(x) + t * statistic - tilted.log_density(x), inner).has(x):
            yield f"the tilt of {law} by {statistic} is not {tilted}"
        moments = [law.expect(body, x) for body in (statistic, statistic**2)]
        if isinstance(statistic, Pow):  # a power of another statistic is tilted only in an exponent
            moments += [m.expect(exp(statistic / 90), x) for m in members(family, 2, seed=1)]
        for moment in moments:
            start = calc(moment)
            made = next(RULES["tilting"].outcomes(moment, start.given), None)
            if made is None:
                yield f"the tilt of {law} by {statistic} is refused"
                return
            yield from _audited(start.eq(made.result, by=RULES["tilting"]), points)


def _score(family: Any, points: int) -> Iterator[str]:
    """Where the score identity is accepted, the mean score is 0 by quadrature."""
    law = family.generic()
    for theta in law.args:
        slope, reason = law.expect(law.log_density(x).diff(theta), x), RULES["score"](theta)
        start = calc(slope)
        try:
            theorem = check(start.eq(0, by=reason))
        except Rejected:
            continue
        yield from _audited(theorem.derivation, points)


def _entropy(family: Any, points: int) -> Iterator[str]:
    """The derived entropy is that of the definition."""
    found = closed_form(Entropy(family.generic()))
    if found.status != ("reduced" if family.__name__ in REDUCED else "proved"):
        yield f"the entropy is {found.status}: {found.reason}"
    else:
        yield from _audited(found.theorem.derivation, points)


def _audited(derivation: Derivation, points: int) -> Iterator[str]:
    found = audit(check(derivation), points=points, digits=DIGITS)
    if not found.ok or found.digits is None or found.digits < DIGITS or found.reason:
        yield f"{derivation.start} = {derivation.lines[-1]}: {found.digits} digits, {found.reason}"
