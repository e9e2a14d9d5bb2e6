"""The problem in words: letters for the laws, what they are, and what is to be derived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sympy import Basic, Expr, S, Symbol

from ..language.binder import Binder, Term
from ..language.distribution import Distribution, Law, laws_in
from ..language.images import Image
from ..language.information import Grid
from ..language.joint import Cells, Channel, Outcomes
from ..language.matrices import Number
from ..language.models import Coordinates, Entry, Mixture, Model
from ..language.support import COUNTING, FINITE, Region
from ..language.terms import Density, Expectation, Measured
from .assumptions import Printers
from .heads import model_density
from .notation import Latex, Plain
from .prose import RELATIONS, Formula, Prose
from .textbook import LETTERS

VARIABLES = "XYZUVW"


def letters(lines: Iterable[Expr]) -> dict[Basic, str]:
    """A letter for each law: P, Q, R, S in order, P for a law with density p, X, Y for one whose image is taken.

    A joint law that stands alone has the names of its variables.
    """
    every = tuple(lines)
    laws = dict.fromkeys(law for line in every for law in laws_in(line))
    outside = {law for line in every for law in _outside(line, frozenset())}
    images = [law for law in laws if isinstance(law, Image)]
    roots = dict.fromkeys(_root(i) for i in images)
    named: dict[Basic, str] = dict(zip(roots, VARIABLES, strict=False))
    joint = [law for law in laws if _has_variables(law)]
    named |= {law: ", ".join(map(str, law.coordinates)) for law in joint if len(joint) == 1}
    for law in laws:
        if isinstance(law, Law) and law not in named and law.density_name().upper() in LETTERS:
            named[law] = law.density_name().upper()
    plain = [w for w in laws if w in outside and w not in named and not isinstance(w, Image | Law) and _is_closed(w)]
    free = [letter for letter in sorted(LETTERS) if letter not in named.values()]
    return named | dict(zip(plain, free, strict=False))


def images(lines: Iterable[Expr], show: Printers) -> Prose:
    """Y = aX, where an expectation speaks of Y."""
    found = {e.law for line in lines for e in line.atoms(Expectation) if isinstance(e.law, Image)}
    made: list[Prose] = []
    for law in sorted(found, key=str):
        name, image = show.plain.variable(law), show.show(law)
        made.append((Formula(f"{name} = {image.latex}", f"{name} = {image.text}"),))
    return _listed(made)


def _outside(e: Basic, bound: frozenset[Basic]) -> Iterator[Basic]:
    """The laws that depend on no bound variable, and do not stand beside one that does."""
    within = bound | set(e.variables) if isinstance(e, Binder) else bound
    laws = [a for a in e.args if isinstance(a, Distribution)]
    if not isinstance(e, Coordinates) and not any(law.free_symbols & bound for law in laws):
        yield from laws
    for a in e.args:
        yield from _outside(a, within)


def _is_closed(law: Any) -> bool:
    """Whether a law is a parametric one, which a letter shortens (an arbitrary joint law has names)."""
    return bool(getattr(law, "is_explicit", not (isinstance(law, Model | Mixture) or hasattr(law, "coordinates"))))


def _has_variables(law: Any) -> bool:
    """Whether a law is an explicit one of several variables."""
    return isinstance(law, Cells) or (hasattr(law, "coordinates") and isinstance(law.support, Region))


def _root(law: Any) -> Any:
    return _root(law.law) if isinstance(law, Image) else law


def printers(names: dict[Basic, str]) -> Printers:
    """Both printers, with these letters."""
    return Printers(Latex(names), Plain(names))


def introduced(names: dict[Basic, str], within: Iterable[Expr]) -> Prose:
    """Let P = N(μ₁, σ₁²) and Q = …, for the named laws that stand in these lines."""
    here = dict.fromkeys(law for line in within for law in laws_in(line))
    full = printers({})
    clauses: list[Prose] = []
    for law in here:
        if law in names:
            clauses.append(_clause(law, names[law], full))
        elif isinstance(law, Model):
            density = model_density(full.latex, law), model_density(full.plain, law)
            clauses.append((full.show(law), " have density ", Formula(*density)))
    return _listed(clauses)


def _clause(law: Any, letter: str, full: Printers) -> Prose:
    short = Formula(letter, letter)
    if isinstance(law, Law):
        discrete = law.args[1].name in (COUNTING, FINITE) or len(law.args) > 2
        kind = "mass function" if discrete else "density"
        places: Prose = (" on ", full.show(law.args[2]), " outcomes") if len(law.args) > 2 else ()
        return (short, f" have {kind} ", full.show(Symbol(law.density_name())), *places)
    if isinstance(law, Cells) and letter not in LETTERS:
        return _pair(law, full)
    shown = full.show(law)
    letter = f"({letter})" if "," in letter else letter
    sign = ("=", "=") if letter in LETTERS else (r"\sim", "~")
    return (Formula(f"{letter} {sign[0]} {shown.latex}", f"{letter} {sign[1]} {shown.text}"),)


def _pair(law: Any, full: Printers) -> Prose:
    """What X and Y are, of a table or a channel that stands alone."""
    if isinstance(law, Outcomes):
        return (full.show(law), " have the joint table below")
    if not isinstance(law, Channel):
        return (Formula("(X, Y)", "(X, Y)"), " have the joint table ", full.show(law))
    chance, error = map(full.show, law.args)
    X = Formula(rf"X \sim \operatorname{{Bernoulli}}({chance.latex})", f"X ~ Bernoulli({chance.text})")
    return (X, f" enter a {law.name} ", error, " and ", Formula("Y", "Y"), " leave it")


def _listed(clauses: list[Prose]) -> Prose:
    made: Prose = ()
    for i, clause in enumerate(clauses):
        made += (" and " if i == len(clauses) - 1 else ", ", *clause) if i else clause
    return made


def statement(claim: Any, names: dict[Basic, str], show: Printers) -> Prose:
    """Let P = …, Q = …. Derive D(P ‖ Q)."""
    let = introduced(names, [claim.left])
    opening: Prose = ("Let ", *let, ". ") if let else ()
    relation = RELATIONS[claim.relation]
    left, right = show.show(claim.left), show.show(claim.right)
    if claim.relation == "=" and not _names_quantities(claim.right):
        return (*opening, "Derive ", left, ".")
    whole = Formula(f"{left.latex} {relation.latex} {right.latex}", f"{left.text} {relation.text} {right.text}")
    verb = "Show that " if claim.relation == "=" or claim.right != S.Infinity else "Derive "
    return (*opening, verb, whole, ".")


def _names_quantities(e: Expr) -> bool:
    """Whether an expression still speaks of quantities: then the claim is an identity, not a value."""
    heads = e.atoms(Term)
    return any(not isinstance(a, Binder | Density | Measured | Grid | Number | Entry) for a in heads)
