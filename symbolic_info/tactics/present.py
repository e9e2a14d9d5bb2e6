"""Textbook form: how a person would write a closed form.  Untrusted: the kernel checks that it is equal."""

from __future__ import annotations

from sympy import (
    Add,
    Dummy,
    Expr,
    Function,
    Mul,
    Pow,
    S,
    factor,
    fraction,
    log,
    powsimp,
)
from sympy import functions as f
from sympy.polys import cancel, together

from ..exact.given import Given
from ..exact.zero import normal
from ..language.binder import COORDINATES, Binder, Term
from ..language.information import Fisher, Grid
from ..language.models import Coordinates
from ..language.operators import Sum
from ..language.terms import Expectation
from .completed import completed
from .counting import COUNTS, factorials, lowered
from .fractions import bracketed, fractions, one_fraction, oriented, turned
from .logarithms import absorbed, beta_logs, conjugate, grouped, half_betas, paired


def present(e: Expr, given: Given) -> Expr:
    """The expression as logs with common factors, then functions, then fractions over common denominators."""
    if isinstance(e, Grid):
        return e.with_entries(lambda entry: present(entry, given))
    kept = [*e.atoms(Fisher), *(a for a in e.atoms(Expectation) if a.body.has(*COUNTS))]
    held = {a: Dummy("E", real=True) for a in kept}
    flat, squares = completed(_raised(_inside(normal(e.xreplace(held), given)), given))
    logs: dict[Expr, Expr] = {}
    others: dict[Expr, Expr] = {}
    rest: list[Expr] = []
    for t in Add.make_args(flat):
        head = _head(t)
        if head is None:
            rest.append(t)
        else:
            group = logs if isinstance(head, log) else others
            group[head] = group.get(head, S.Zero) + t / head
    factorials(logs, others)
    lowered(logs, others)
    half_betas(logs, others)
    weighed = {h: factored for h, c in logs.items() if (factored := factor(c)) != 0}
    log_part = [_product(c, log(a), given) for c, a in grouped(weighed, given)]
    other_part = [_product(c, h, given) for h, c in paired(beta_logs(others), given).items() if c != 0]
    rest = _under_names(rest, given)
    last = fractions(rest, given) if log_part or other_part else _factored(rest, given)
    log_part, last = absorbed(log_part, last)
    whole = _out_front([*bracketed([*log_part, *other_part]), *last]).xreplace(_as_written(e, given))
    whole = _shorter(whole, given).xreplace({mark: present(d, given) for mark, d in squares.items()})
    made = _inside(_named(whole)).xreplace(_last_names(given))
    return _upright(made, given).xreplace({mark: a for a, mark in held.items()})


def _upright(e: Expr, given: Given) -> Expr:
    """−1/(p − 1) as 1/(1 − p), unless p − 1 is known to be positive."""
    number, rest = e.as_coeff_Mul()
    below = [p for p in Mul.make_args(rest) if p.as_base_exp()[0].is_Add and p.as_base_exp()[1] == -1]
    below = [p for p in below if not given.positive(p)]
    if number < 0 and below:
        return -number * rest / below[0] / (-1 / below[0]).expand()
    return e


def _shorter(e: Expr, given: Given) -> Expr:
    """A sum without functions as one fraction or product, where that is shorter: (a + b)/2, φ(1 − φ), (1 − p)/p."""
    if not e.is_Add or e.atoms(Function, Term) or e.count_ops() > 12:
        return e
    tries = [together(e), factor(together(e)), e]
    return min((oriented(a, given) for a in tries), key=lambda a: a.count_ops())


def _raised(e: Expr, given: Given) -> Expr:
    """Γ(z) as Γ(z + n)/(z ⋯ (z + n − 1)), where z + n is known to be positive and z is not."""
    put: dict[Expr, Expr] = {}
    for a in e.atoms(f.gamma):
        (z,) = a.args
        n = next((k for k in range(13) if given.positive(z + k)), 0)
        put |= {a: f.gamma(z + n) / Mul(*(z + i for i in range(n)))} if n else {}
    raised = e.xreplace(put)
    if not put or all(given.nonzero(p.base) for p in raised.atoms(Pow) if p.exp.is_negative):
        return raised
    marks = {a: Dummy("h") for a in raised.atoms(Function, Term)}
    top, bottom = fraction(cancel(together(raised.xreplace(marks))))
    return Add(*(t / bottom for t in Add.make_args(top.expand()))).xreplace({m: a for a, m in marks.items()})


def _under_names(terms: list[Expr], given: Given) -> list[Expr]:
    """n − np₁ − np₂ as np₃, where an equation says so."""
    whole = Add(*terms)
    for s, value in given.equations.items():
        for a in sorted(value.free_symbols, key=str):
            slope = value.coeff(a, 1)
            if slope.is_Rational and slope != 0 and not (value - slope * a).has(a):
                other = whole.xreplace({a: (a - (value - s) / slope).expand()}).expand()
                whole = min(whole, other, key=lambda e: len(Add.make_args(e)))
    return list(Add.make_args(whole)) if terms else []


def _as_written(e: Expr, given: Given) -> dict[Expr, Expr]:
    """p(1 − q) + q(1 − p) under a logarithm stays so, where to multiply it out (or to use an equation) is longer."""
    written = {h.args[0] for h in e.atoms(log) if h.args[0].is_Add}
    spread = {given.reduce(a).expand(): a for a in sorted(written, key=str)}
    return {b: a for b, a in spread.items() if b.is_Add and len(b.args) > len(a.args)}


def _out_front(terms: list[Expr]) -> Expr:
    """n p log p + n(1 − p) log(1 − p) as n(p log p + (1 − p) log(1 − p))."""
    whole = Add(*terms)
    if len(terms) < 2 or not whole.has(log) or whole.has(Term):
        return whole
    shared = set.intersection(*({a for a in Mul.make_args(t) if a.free_symbols} for t in terms))
    front = Mul(*sorted(shared, key=str))
    return Mul(front, Add(*(t / front for t in terms)), evaluate=False) if shared else whole


def _last_names(given: Given) -> dict[Expr, Expr]:
    """1 − p₁ − p₂ under the name p₃ that an equation gives it, and p₁ + p₂ − 1 under −p₃."""
    named = [(s, value) for s, value in given.equations.items() if value.is_Add]
    return {sign * value: sign * s for s, value in named for sign in (1, -1)}


def _named(e: Expr) -> Expr:
    """Bound variables under the names that a reader expects."""
    put = {}
    for b in e.atoms(Binder) - e.atoms(Fisher, Coordinates):
        used = {s.name for s in b.free_symbols}
        place = next(name for name in ("k", "i", "j", "m") if name not in used)
        names = COORDINATES if isinstance(b, Expectation) else [Dummy(place if isinstance(b, Sum) else "x", real=True)]
        put[b] = b.renamed(names[: len(b.variables)])
    return e.xreplace(put)


def _inside(e: Expr) -> Expr:
    """Products of exponentials as one, and the arguments of functions over common denominators."""
    inner = (f.exp, f.erf, f.Abs, f.atan, f.sin, f.cos)
    if not e.has(*inner):
        return e
    e = e.replace(lambda a: a.is_Mul and sum(p.has(f.exp) for p in a.args) > 1, powsimp)
    return e.replace(
        lambda a: isinstance(a, inner),
        lambda a: a.func(Add(*fractions(one_fraction(a.args[0])))),
    )


def _head(t: Expr) -> Expr | None:
    """The one transcendental factor of a term, or the one logarithm of a logarithm."""
    found = [
        a
        for a in Mul.make_args(t)
        if isinstance(a, Function | Term) and not isinstance(a, f.exp | f.gamma | f.Abs | f.factorial | f.beta)
    ]
    outer = [a for a in found if isinstance(a, log) and a.args[0].has(log)]
    found = outer or found
    return found[0] if len(found) == 1 else None


def _factored(terms: list[Expr], given: Given) -> list[Expr]:
    """n p − n p² as n p (1 − p), a/2 + b/2 as (a + b)/2, where this is hardly longer; one fraction stays as it is."""
    plain = fractions(terms)
    number, rest = factor(Add(*terms)).as_coeff_Mul()
    rest = conjugate(_product(rest, S.One, given)) if rest.is_Mul else rest
    whole = Mul(number, rest, evaluate=False) if rest.is_Add and number != 1 else number * rest
    stays = whole.is_Add or (len(plain) == 1 and fraction(plain[0])[0].is_Add)
    return plain if stays or whole.count_ops() > Add(*plain).count_ops() + 1 else [whole]


def _product(c: Expr, head: Expr, given: Given) -> Expr:
    """c·head with the coefficient over one denominator; (1 − p) log(a/b) rather than −(1 − p) log(b/a), or p − 1."""
    number, c = factor(Add(*_under_names(list(Add.make_args(c.expand())), given))).as_coeff_Mul()
    sign, c = turned(c, given)
    number = sign * number
    if number < 0 and isinstance(head, log) and S.One not in fraction(head.args[0]):
        number, head = -number, log(1 / head.args[0])
    return Mul(number, c, head)
