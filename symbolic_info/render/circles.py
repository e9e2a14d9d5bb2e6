"""An information diagram as SVG: two or three circles, the parts of the left side filled."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import cos, hypot, pi, sin, sqrt

from sympy import Expr

from .diagram import Diagram, Part, Places

Point = tuple[float, float]
RADIUS, APART = 100.0, 62.0  # of a circle, and of its centre from the middle
_BLUE, _ORANGE = "var(--edge, #3867b0)", "var(--more, #c8761a)"
_HATCH = (
    '<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<path d="M0 0V7" stroke="{_ORANGE}" stroke-width="2.6"/></pattern>'
)


def svg(d: Diagram) -> str:
    """The picture, 440 wide: filled the parts of the left side, hatched those that the right side has more often."""
    centres = _centres(len(d.names))
    shapes = "".join(_shape(part, centres) for part in d.parts)
    rings = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS:g}"/>' for x, y in centres)
    labels = "".join(_text(_middle(part.places, centres), part.label, 13) for part in d.parts)
    names = "".join(
        _text(_outside(c, len(centres)), name.text, 17) for c, name in zip(centres, d.names, strict=True)
    )
    filled = ", ".join(p.label for p in d.parts if p.left != 0)
    said = escape(f"Circles of {', '.join(n.text for n in d.names)}; filled: {filled}")
    top, height = (-104, 208) if len(centres) == 2 else (-134, 324)
    return (
        f'<svg class="diagram" viewBox="-220 {top} 440 {height}" role="img" '
        f'aria-label="{said}">{_HATCH}{shapes}<g fill="none" stroke="currentColor" stroke-width="1.4">{rings}</g>'
        '<g fill="currentColor" text-anchor="middle" font-family="Georgia, serif" '
        'paint-order="stroke" stroke="var(--paper, #fff)" stroke-opacity=".75" stroke-width="3">'
        f"{labels}{names}</g></svg>"
    )


def _shape(part: Part, centres: Sequence[Point]) -> str:
    path = _path(part.places, centres)
    made = f'<path d="{path}" fill="{_BLUE}" fill-opacity="{_depth(part.left)}"/>' if part.left != 0 else ""
    return made + (f'<path d="{path}" fill="url(#hatch)"/>' if part.more != 0 else "")


def _depth(times: Expr) -> str:
    """The oftener, the darker."""
    return f"{min(0.16 + 0.16 * abs(int(times)), 0.75):.2f}"


def _centres(n: int) -> list[Point]:
    if n == 2:
        return [(-APART, 0.0), (APART, 0.0)]
    return [(APART * cos(a), -APART * sin(a)) for a in (pi * 5 / 6, pi / 6, -pi / 2)]


def _middle(places: Places, centres: Sequence[Point]) -> Point:
    """Where the label of a part stands."""
    n, k = len(centres), len(places)
    if k == n:
        return 0.0, 0.0
    x, y = (sum(centres[i][axis] for i in places) / k for axis in (0, 1))
    factor = {(2, 1): 1.62, (3, 1): 1.72, (3, 2): 2.15}[n, k]
    return x * factor, y * factor


def _outside(centre: Point, n: int) -> Point:
    x, y = centre
    far = (RADIUS + 22) / hypot(x, y)
    return (x * (1 + far), y) if n == 2 else (x * (1 + far), y * (1 + far))


def _text(at: Point, words: str, size: int) -> str:
    return f'<text x="{at[0]:.1f}" y="{at[1] + size / 3:.1f}" font-size="{size}">{escape(words)}</text>'


def _path(places: Places, centres: Sequence[Point]) -> str:
    """The outline of a part, made of arcs."""
    if len(centres) == 2:
        upper, lower = _crossings(*centres)
        if len(places) == 2:
            return _arcs([(upper, centres[0], False), (lower, centres[1], False)])
        (i,) = places
        return _arcs([(upper, centres[i], True), (lower, centres[1 - i], False)])
    inner, outer = [], []
    for k in range(3):
        i, j = (i for i in range(3) if i != k)
        near, far = sorted(_crossings(centres[i], centres[j]), key=lambda p: hypot(*p))
        inner.append(near)
        outer.append(far)
    if len(places) == 3:
        return _arcs([(inner[0], centres[2], False), (inner[1], centres[0], False), (inner[2], centres[1], False)])
    if len(places) == 2:
        (k,) = {0, 1, 2} - places
        i, j = sorted(places)
        return _arcs([(outer[k], centres[i], False), (inner[j], centres[k], False), (inner[i], centres[j], False)])
    (k,) = places
    i, j = (i for i in range(3) if i != k)
    return _arcs([(outer[j], centres[k], True), (outer[i], centres[j], False), (inner[k], centres[i], False)])


def _crossings(a: Point, b: Point) -> tuple[Point, Point]:
    """Where two circles meet."""
    (ax, ay), (bx, by) = a, b
    half = hypot(bx - ax, by - ay) / 2
    up = sqrt(RADIUS**2 - half**2) / (2 * half)
    mx, my, dx, dy = (ax + bx) / 2, (ay + by) / 2, (by - ay) * up, (ax - bx) * up
    return (mx + dx, my + dy), (mx - dx, my - dy)


def _arcs(corners: Sequence[tuple[Point, Point, bool]]) -> str:
    """From each corner along a circle with this centre to the next, the long way if it says so."""
    made = f"M{corners[0][0][0]:.1f} {corners[0][0][1]:.1f}"
    for (p, c, is_long), (q, _, _) in zip(corners, [*corners[1:], corners[0]], strict=True):
        turn = (p[0] - c[0]) * (q[1] - c[1]) - (p[1] - c[1]) * (q[0] - c[0])
        clockwise = (turn > 0) != is_long
        made += f"A{RADIUS:g} {RADIUS:g} 0 {int(is_long)} {int(clockwise)} {q[0]:.1f} {q[1]:.1f}"
    return made + "Z"
