"""Treaty arcs as strokes: curves in units, so that they stay put while the map moves."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from game.ui.map.atlas import Floats
from game.ui.map.model import Colour

Spot = tuple[float, float]
Bow = tuple[Spot, Spot, Spot]
"""Start, control point and end of a quadratic curve."""

WIDTHS = (1.2, 1.9, 2.8)
"""Pixels at scale 1 for weights 1 to 3."""
BULGE = 0.16
"""How far the middle of an arc stands off the straight line, as a share of its length."""
DASH, GAP = 6.0, 4.0
"""Pixels at scale 1."""


Segments = tuple[Floats, Floats, Floats, Floats, Floats]
"""Ends x0, y0, x1, y1 and width of each segment, in pixels."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """All curves of one colour, each with its width (pixels at scale 1) and whether it is dashed."""

    colour: Colour
    bows: tuple[tuple[Bow, float, bool], ...]

    def segments(
        self, zoom: float, scale: float, area: tuple[int, int, int, int], solid: bool = False
    ) -> Segments | None:
        """The curves that touch an area of the pixel grid (left, top, width, height), in its pixels.

        `solid` leaves no gaps in dashed ones; None when no curve touches the area.
        """
        left, top, width, height = area
        parts = []
        for bow, pen, dashed in self.bows:
            xs, ys = [p[0] * zoom - left for p in bow], [p[1] * zoom - top for p in bow]
            if min(xs) < width + 9 and max(xs) > -9 and min(ys) < height + 9 and max(ys) > -9:
                x0, y0, x1, y1 = _flatten(bow, zoom, scale, dashed and not solid)
                parts.append((x0 - left, y0 - top, x1 - left, y1 - top, np.full(len(x0), pen * scale)))
        if not parts:
            return None
        x0, y0, x1, y1, pens = (np.concatenate(column) for column in zip(*parts, strict=True))
        return x0, y0, x1, y1, pens


def bow(a: Spot, b: Spot, lane: int) -> Bow:
    """A curve from a to b that leans north; further lanes (1, 2, …) of the same pair lean more."""
    if a[0] > b[0]:
        a, b = b, a
    lift = 2 * BULGE * (1 + lane * 0.6)
    return a, ((a[0] + b[0]) / 2 + lift * (b[1] - a[1]), (a[1] + b[1]) / 2 - lift * (b[0] - a[0])), b


def strokes(arcs: Iterable[tuple[Spot, Spot, int, bool, Colour]]) -> tuple[Stroke, ...]:
    """Group arcs (ends, weight 1..3, dashed, colour) by colour."""
    groups: dict[Colour, list[tuple[Bow, float, bool]]] = {}
    lanes: dict[tuple[Spot, Spot], int] = {}
    for a, b, weight, dashed, colour in arcs:
        pair = (min(a, b), max(a, b))
        lane = lanes.get(pair, 0)
        lanes[pair] = lane + 1
        groups.setdefault(colour, []).append((bow(a, b, lane), WIDTHS[weight - 1], dashed))
    return tuple(Stroke(colour, tuple(bows)) for colour, bows in sorted(groups.items()))


@lru_cache(maxsize=2048)
def _flatten(bow: Bow, zoom: float, scale: float, dashed: bool) -> tuple[Floats, Floats, Floats, Floats]:
    (ax, ay), (cx, cy), (bx, by) = bow
    length = math.hypot(bx - ax, by - ay) * zoom * 1.07
    if dashed:
        # Each dash is four segments of the curve's even division, each gap the next few.
        step = DASH * scale / 4
        count = max(8, round(length / step))
        shown = np.flatnonzero(np.arange(count) % round((DASH + GAP) * scale / step) < 4)
    else:
        count = int(max(6, min(160, length / (9 * scale))))
        shown = np.arange(count)
    t = np.linspace(0.0, 1.0, count + 1)
    x = ((1 - t) ** 2 * ax + 2 * (1 - t) * t * cx + t**2 * bx) * zoom
    y = ((1 - t) ** 2 * ay + 2 * (1 - t) * t * cy + t**2 * by) * zoom
    return x[shown], y[shown], x[shown + 1], y[shown + 1]
