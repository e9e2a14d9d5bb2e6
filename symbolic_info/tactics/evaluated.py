"""From the definition of a quantity to values: the expectations of a line, innermost first.  Untrusted search."""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Abs, Add, Expr, Mul, S, exp, expand_log, log
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.zero import normal
from ..kernel.derivation import Derivation
from ..kernel.rule import Reason, rewritten
from ..language.terms import Expectation, Measured
from ..language.units import UNITS
from ..rules import RULES
from .counting import counted
from .means import Value, is_product, mean, merged
from .present import present
from .several import form_for

ROUNDS = 5  # how deep expectations stand inside expectations, and then some
CARRY = ("law in pieces", "change of variable", "symmetry", "marginal")


def ways(d: Derivation) -> Iterator[Derivation]:
    """The definition as it stands; and with the expectations carried over to the roots of their laws.

    A law that is put together from pieces is taken apart first: in each piece its density is simple.
    """
    apart = rewritten(RULES["in_pieces"], d.lines[-1], d.given).result
    if apart != d.lines[-1]:
        d = tidied(d.eq(apart, by=RULES["in_pieces"]))
    yield d
    for names in (("change of variable",), ("symmetry", "change of variable")):
        reasons: tuple[Reason, ...] = tuple(r for r in RULES.values() if r.name in names)
        here = d.lines[-1]
        for reason in reasons:
            here = rewritten(reason, here, d.given).result
        if here != d.lines[-1]:
            yield tidied(d.eq(here, by=reasons))


def evaluated(d: Derivation) -> tuple[Derivation, list[Boolean]]:
    """Each expectation split into those of its statistics, and these replaced by their values, innermost first."""
    missing: list[Boolean] = []
    for _ in range(ROUNDS):
        before, (d, missing) = d, _one_round(tidied(d))
        if d.lines[-1] == before.lines[-1]:
            break
    return d, missing


def _one_round(d: Derivation) -> tuple[Derivation, list[Boolean]]:
    inner = [e for e in d.lines[-1].atoms(Expectation) if not e.body.atoms(Expectation) and not is_product(e)]
    parted = d.lines[-1].xreplace({e: spread(e) for e in inner})
    if parted != d.lines[-1]:
        d = d.eq(parted, by=RULES["linearity"])
    here = d.lines[-1]
    values = {e: mean(e, d.given) for e in sorted(here.atoms(Expectation), key=str) if not e.body.atoms(Expectation)}
    missing = [m for v in values.values() for m in v.missing]
    for alike in sorted({_carried(v) for v in values.values()}, key=len):
        own = {e: v for e, v in values.items() if _carried(v) == alike and v.result != e}
        there = d.lines[-1].xreplace({e: v.result for e, v in own.items()})
        if own:
            d = d.eq(textbook(there, d), by=merged(*(v.by for v in own.values())))
    return d, missing


def _carried(v: Value) -> tuple[str, ...]:
    """The rules that carry an expectation over to another law: they would touch every other one of its kind."""
    return tuple(r.name for r in v.by if r.name in CARRY)


def tidied(d: Derivation) -> Derivation:
    """The bodies of the expectations of the last line in textbook form, as part of the same line."""
    here = d.lines[-1]
    put = {e: e.with_body(_tidy(e, d.given)) for e in here.atoms(Expectation) if not is_product(e)}
    there = here.xreplace(put)
    if not d.steps or there == here:
        return d
    *before, last = d.steps
    return Derivation(d.start, tuple(before), d.given).then(last.relation, there, last.by)


def _tidy(e: Expectation, given: Given) -> Expr:
    inner = given.under(e)
    constant: list[Expr] = []
    varying: dict[Expr, list[Expr]] = {}
    for t in counted(Add.make_args(_without_exponentials(e.body)), e.variables, inner):
        t = normal(t, inner) if t.has(Abs) else t
        c, statistic = t.as_independent(*e.variables, as_Add=False)
        constant += [t] if statistic == 1 else []
        varying.setdefault(statistic, []).append(c)
    varying.pop(S.One, None)
    alike = (present(Add(*own), inner) * statistic if len(own) > 1 else own[0] * statistic
             for statistic, own in varying.items())  # fmt: skip
    return Add(present(Add(*constant), inner), *alike)


def _without_exponentials(e: Expr) -> Expr:
    """log(c·e^u) as log c + u."""
    inside = [a for a in e.atoms(log) if any(isinstance(f, exp) for f in Mul.make_args(a.args[0]))]
    return e.xreplace({a: expand_log(a, force=True) for a in inside})


def spread(e: Expectation) -> Expr:
    """E[a f + b g + c] as a E f + b E g + c, with squares left as they are."""
    parts = []
    for t in Add.make_args(e.body):
        c, varying = t.as_independent(*e.variables, as_Add=False)
        parts.append(c if varying == 1 else c * e.with_body(varying))
    return Add(*parts)


def textbook(e: Expr, d: Derivation) -> Expr:
    """An expression in textbook form; where the question has a unit, over the size of the unit."""
    size = UNITS[d.start.args[1].name].size if isinstance(d.start, Measured) else S.One
    form = form_for(d.start)
    return form(e * size, d.given) / size
