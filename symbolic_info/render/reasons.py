"""The reason beside a line: what it used, by name, in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from sympy import Expr
from sympy.core.relational import Relational

from ..exact.given import Given
from ..kernel.check import Citation
from ..kernel.derivation import Derivation
from ..kernel.rule import Reason, Rule
from ..language.binder import Binder, Term
from ..language.domains import conditions_of
from ..language.information import Fisher, Grid
from ..language.matrices import Number
from ..language.models import Entry
from ..language.terms import Density
from .assumptions import Printers
from .prose import Formula, Link, Prose

# What a rule is called in front of a student, where its own name says little.
SAYS = {
    "almost surely": "almost surely by assumption",
    "constant in the parameter": "a constant has no gradient",
    "density of the family": "density of the law",
    "given equation": "given",
    "given inequality": "given",
    "marginal": "marginal law",
    "normalisation": "total probability is 1",
    "product of many": "product of many factors",
    "symmetry": "symmetry about the centre",
    "tilting": "moments (tilting)",
}
ENDLESS = ("divergent integral", "infinite term")
_SHORT = 30  # a formula longer than this is too long for a reason


def because(
    by: tuple[Reason, ...], before: Expr, after: Expr, show: Printers, says: Mapping[str, str], given: Given
) -> Prose:
    """The names of the rules, each with what it was used on where that is short."""
    made: Prose = ()
    for reason in by:
        words: Prose
        if reason.name in says:
            words = (says[reason.name],)
        elif isinstance(reason, Citation):
            words = (Link(reason.name, plain_name(reason.name)),)
        elif reason.name in ENDLESS:
            words = _endless(reason, before, show, given)
        elif reason.name == "definition":
            words = ("definition", *_defined(before, after, show))
        else:
            words = (spoken_name(reason.name), *_witness(reason, (before, after), show))
        made += (", ", *words) if made else words
    return made


def plain_name(name: str) -> str:
    """The name of a rule or theorem in words."""
    return name.rsplit("/", 1)[-1].replace("_", " ")


def spoken_name(rule: str) -> str:
    """What a rule is called in front of a student."""
    return SAYS.get(rule, plain_name(rule))


def cited(derivation: Derivation) -> tuple[str, ...]:
    """The names of the theorems on which a derivation rests, and of those on which they rest."""
    found: dict[str, None] = {}
    for step in derivation.steps:
        for reason in step.by:
            if isinstance(reason, Citation):
                found |= dict.fromkeys((reason.name, *cited(reason.derivation)))
    return tuple(found)


def _defined(before: Expr, after: Expr, show: Printers) -> Prose:
    """Of what: the quantities that vanish from the line (or that appear in it), if they are few."""
    one, other = (_quantities(e) for e in (before, after))
    vanished = [a for a in one if a not in other]
    gone = [show.show(a) for a in vanished or (a for a in other if a not in one)]
    if not gone or len(gone) > 2 or any(len(f.text) > _SHORT for f in gone):
        return ()
    return (" of ", gone[0], *((" and ", gone[1]) if len(gone) > 1 else ()))


def _endless(reason: Reason, before: Expr, show: Printers, given: Given) -> Prose:
    """What is infinite, and for which parameters: E[X] = ∞ for α ≤ 1."""
    words: Prose = (spoken_name(reason.name),)
    if isinstance(reason, Rule) and reason.witness:
        infinite = show.show(reason.witness[0])
        words = (Formula(rf"{infinite.latex} = \infty", f"{infinite.text} = ∞"),)
    law = Given() | conditions_of(before)
    needs = next((o.conditions for o in reason.outcomes(before, law)), ())
    open_ones = [c for c in dict.fromkeys(needs) if not law.proves(c)]
    if all(map(given.proves, open_ones)):
        for i, c in enumerate(open_ones):
            words += (" and " if i else " for ", show.show(c))
    return words


def _quantities(e: Expr) -> list[Term]:
    plain = Binder | Density | Grid | Number | Entry
    heads = [a for a in e.atoms(Term) if isinstance(a, Fisher) or not isinstance(a, plain)]
    return sorted(heads, key=lambda a: (a.count_ops(), str(a)))


def _witness(reason: Reason, lines: tuple[Expr, Expr], show: Printers) -> Prose:
    """What the author supplied: the point of an extremum, an antiderivative; not what the lines themselves show."""
    written = lines[0].atoms(Term) | lines[1].atoms(Term)
    supplied = reason.witness if isinstance(reason, Rule) else ()
    shown = [show.show(w) for w in supplied if not w.atoms(Term) or not w.atoms(Term) <= written]
    if any(isinstance(w, Relational) for w in supplied):
        return ()
    if not shown or any(len(f.text) > _SHORT for f in shown):
        return ()
    pieces: Prose = (" (",)
    for i, f in enumerate(shown):
        pieces += (", ", f) if i else (f,)
    return (*pieces, ")")
