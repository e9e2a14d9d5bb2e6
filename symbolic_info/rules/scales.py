"""Orders of growth as t → ∞, and which of them can be integrated.

A scale is the logarithm of a growth, Σ c·t^d (log t)^e: that of t^a (log t)^b e^{−t²} is −t² + a log t + b log log t
(Hardy, Orders of Infinity, 1910, ch. III).
"""

from __future__ import annotations

from sympy import Add, Expr, Ge, Gt, Le, Lt, Mul, S, factor_terms, fraction, together
from sympy.logic.boolalg import Boolean

from ..exact.given import Given
from ..exact.signs import NEGATIVE, NONNEGATIVE, POSITIVE, Signs
from ..exact.zero import normal

Key = tuple[Expr, Expr]  # (d, e) stands for t^d (log t)^e; (0, 0), a constant otherwise, for log log t
Scale = tuple[tuple[Key, Expr], ...]  # the sum of c·t^d (log t)^e
ONE: Scale = ()
LOG: Key = (S.Zero, S.One)
LOG_LOG: Key = (S.Zero, S.Zero)


class Untold(Exception):
    """The rules of this page do not tell how a function grows."""


def limit_sign(scale: Scale, given: Given) -> Signs:
    """The possible signs of the limit of a scale: of its highest term, or of the next where that may be zero."""
    if not scale:
        return frozenset({0})
    if (sign := _shared(scale, given)) is not None:
        return sign
    (_, c), rest = highest(scale, given)
    signs = given.signs(c)
    return signs if 0 not in signs else (signs - {0}) | limit_sign(rest, given)


def _shared(scale: Scale, given: Given) -> Signs | None:
    """The sign of the limit where all powers t^d, d > 0, have a factor of the same sign, whichever is the highest."""
    powers = [(key, c) for key, c in scale if given.positive(key[0])]
    signs = {given.signs(c) for _, c in powers}
    alike = len(signs) == 1 and all(key in dict(powers) or key[0] == 0 for key, _ in scale)
    return signs.pop() if alike and signs <= {POSITIVE, NEGATIVE} else None


def highest(scale: Scale, given: Given) -> tuple[tuple[Key, Expr], Scale]:
    """The term of a scale that grows fastest, and the others.  Raises Untold."""
    for entry in scale:
        others = tuple(o for o in scale if o is not entry)
        if all(_above(entry[0], o[0], given) for o in others):
            return entry, others
    raise Untold("powers that cannot be compared")


def _above(a: Key, b: Key, given: Given) -> bool:
    gap = given.signs(a[0] - b[0])
    return gap == POSITIVE or (gap == frozenset({0}) and given.positive(a[1] - b[1]))


def converges(scale: Scale, given: Given) -> tuple[Boolean, ...] | None:
    """Conditions under which ∫^∞ e^{scale} dt is finite, and Σ alike; None where it is not.

    ∫^∞ t^a (log t)^b e^{c t^d …} dt is finite for c < 0; for c = 0, when a < −1, or a = −1 and b < −1.
    """
    if not scale or (sign := _shared(scale, given)) == POSITIVE:
        return None
    if sign == NEGATIVE:
        return ()
    (key, c), rest = highest(scale, given)
    if not _above(key, LOG, given) and key != LOG:
        return None
    edge = c + 1 if key == LOG else c
    signs = given.signs(edge)
    if signs == frozenset({0}) and key == LOG:
        return () if given.signs(_power_of_log(rest) + 1) == NEGATIVE else None
    return () if signs == NEGATIVE else (plain(Lt(edge, 0), given),) if -1 in signs else None


def diverges(scale: Scale, given: Given) -> tuple[Boolean, ...] | None:
    """Conditions under which ∫^∞ e^{scale} dt is infinite, and Σ alike; None where it is not."""
    if not scale or (sign := _shared(scale, given)) == POSITIVE:
        return ()
    if sign == NEGATIVE:
        return None
    (key, c), rest = highest(scale, given)
    if key == LOG_LOG:
        return ()
    edge = c + 1 if key == LOG else c
    signs = given.signs(edge)
    if signs in (POSITIVE, NEGATIVE):
        return () if signs == POSITIVE else None
    if key == LOG:
        at_edge: tuple[Boolean, ...] | None = () if given.nonnegative(_power_of_log(rest) + 1) else None
    else:
        at_edge = diverges(rest, given)
    if signs <= NONNEGATIVE and at_edge is not None:
        return at_edge
    more = (plain(Ge(edge, 0), given), *at_edge) if at_edge is not None else (plain(Gt(edge, 0), given),)
    return more if 1 in signs or at_edge is not None else None


def _power_of_log(rest: Scale) -> Expr:
    """b, where nothing but b log log t is left.  Raises Untold."""
    if any(key != LOG_LOG for key, _ in rest):
        raise Untold("between a power and a logarithm")
    return Add(*(b for _, b in rest))


def plus(a: Scale, b: Scale, given: Given) -> Scale:
    """The scale of a product."""
    made: dict[Key, Expr] = {}
    for (d, e), c in (*a, *b):
        key = (normal(d, given), e)
        made[key] = made.get(key, S.Zero) + c
    return _scale({key: normal(c, given) for key, c in made.items()})


def times(a: Scale, n: Expr, given: Given) -> Scale:
    """The scale of a power."""
    return _scale({key: normal(c * n, given) for key, c in a})


def monomial(d: Expr, e: Expr = S.Zero) -> Scale:
    """The scale of t^d (log t)^e."""
    return _scale({LOG: d, LOG_LOG: e})


def _scale(parts: dict[Key, Expr]) -> Scale:
    return tuple(sorted(((key, c) for key, c in parts.items() if c != 0), key=str))


def plain(c: Boolean, given: Given) -> Boolean:
    """The condition without positive factors: 1 − b/s > 0 is b < s, α/2 − 1 > 0 is α > 2."""
    if not isinstance(c, Ge | Gt | Le | Lt):
        return c
    top, bottom = fraction(together(c.gts - c.lts))
    signs = given.signs(bottom)
    if signs not in (POSITIVE, NEGATIVE) or top.is_number:
        return c
    number, factors = top.factor().as_coeff_Mul()
    kept = Mul(number, *(f for f in Mul.make_args(factors) if given.signs(f) != POSITIVE))
    gap = (kept if signs == POSITIVE else -kept).expand()
    return _between(gap, isinstance(c, Gt | Lt))


def _between(gap: Expr, strict: bool) -> Boolean:
    """gap > 0 with the positive terms on the left and the negative ones on the right; a lone symbol on the left."""
    terms = Add.make_args(gap.as_content_primitive()[1])
    left = Add(*(t for t in terms if t.as_coeff_Mul()[0] > 0))
    right = left - Add(*terms)
    if len(gap.free_symbols) == 1 and gap.is_polynomial() and (slope := Add(*terms).diff(*gap.free_symbols)).is_number:
        (s,) = gap.free_symbols
        end = (s - Add(*terms) / slope).expand()
        if slope < 0:
            return (Lt if strict else Le)(s, end)
        left, right = s, end
    return (Gt if strict else Ge)(factor_terms(left), factor_terms(right))
