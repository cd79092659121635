"""Icons, drawn as vectors on a grid of 16 with strokes of 1.5, smoothed by drawing large and shrinking.

``draw(surface, "shield", centre, px, colour)`` is all a screen needs; ``NAMES`` lists what there is. An
icon never
stands alone: give it a label or a tooltip.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

import pygame

from game.ui.theme import STROKE, Colour

_FINE: Final = 6
_GRID: Final = 16

Point = tuple[float, float]


class _Pen:
    """Draws in grid coordinates on an enlarged picture, with round ends and joins."""

    def __init__(self, px: int, colour: Colour) -> None:
        self.k = px * _FINE / _GRID
        self.surface = pygame.Surface((px * _FINE, px * _FINE), pygame.SRCALPHA)
        self.surface.fill((*colour, 0))
        self.colour = colour
        self.stroke = STROKE * (1.0 if px <= 28 else (28 / px) ** 0.4)

    def _p(self, point: Point) -> Point:
        return point[0] * self.k, point[1] * self.k

    def line(self, *points: Point, close: bool = False, stroke: float | None = None) -> None:
        half = (stroke or self.stroke) * self.k / 2
        ends = [self._p(p) for p in points]
        if close:
            ends.append(ends[0])
        for a, b in pairwise(ends):
            length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
            nx, ny = (a[1] - b[1]) / length * half, (b[0] - a[0]) / length * half
            quad = [
                (a[0] + nx, a[1] + ny),
                (b[0] + nx, b[1] + ny),
                (b[0] - nx, b[1] - ny),
                (a[0] - nx, a[1] - ny),
            ]
            pygame.draw.polygon(self.surface, self.colour, quad)
        for end in ends:
            pygame.draw.circle(self.surface, self.colour, end, half)

    def arc(self, centre: Point, radius: float, start: float, end: float, squash: float = 1.0) -> None:
        """From ``start`` to ``end`` degrees, clockwise from the right; ``squash`` narrows it in width."""
        steps = max(6, int(abs(end - start) / 6))
        angles = [math.radians(start + (end - start) * i / steps) for i in range(steps + 1)]
        self.line(*((centre[0] + radius * squash * math.cos(a), centre[1] + radius * math.sin(a)) for a in angles))

    def circle(self, centre: Point, radius: float) -> None:
        self.arc(centre, radius, 0, 360)

    def dot(self, centre: Point, radius: float) -> None:
        pygame.draw.circle(self.surface, self.colour, self._p(centre), radius * self.k)

    def fill(self, *points: Point) -> None:
        pygame.draw.polygon(self.surface, self.colour, [self._p(p) for p in points])

    def clear(self, *points: Point) -> None:
        pygame.draw.polygon(self.surface, (*self.colour, 0), [self._p(p) for p in points])


def _treaty(p: _Pen) -> None:
    p.line((3.5, 2), (9.5, 2), (12.5, 5), (12.5, 14), (3.5, 14), close=True)
    p.line((9.5, 2), (9.5, 5), (12.5, 5))
    p.line((6, 7.5), (10, 7.5))
    p.line((6, 10.2), (8, 10.2))


def _shield(p: _Pen) -> None:
    left: Sequence[Point] = [
        (8, 1.8),
        (13, 3.4),
        (13, 8),
        (11.6, 11.2),
        (8, 14.2),
        (4.4, 11.2),
        (3, 8),
        (3, 3.4),
    ]
    p.line(*left, close=True)


def _bubble(p: _Pen, x: float, y: float, w: float, h: float, tail: Sequence[Point]) -> None:
    p.line((x, y), (x + w, y), (x + w, y + h), *tail, (x, y + h), close=True)


def _consult(p: _Pen) -> None:
    _bubble(p, 1.8, 2.2, 8.6, 5.6, [(5.6, 7.8), (3.8, 9.8), (3.8, 7.8)])
    p.line((12.4, 5.6), (14.2, 5.6), (14.2, 11.2), (12.4, 11.2), (12.4, 13.4), (10.2, 11.2), (7, 11.2), (7, 10.2))


def _exercise(p: _Pen) -> None:
    p.circle((8, 8), 6)
    p.circle((8, 8), 2.6)
    for a, b in (((8, 0.9), (8, 3)), ((8, 13), (8, 15.1)), ((0.9, 8), (3, 8)), ((13, 8), (15.1, 8))):
        p.line(a, b)


def _burden(p: _Pen) -> None:
    p.arc((8, 4.4), 2.2, 0, 360, 2.3)
    for y in (8, 11.4):
        p.arc((8, y), 2.2, 0, 180, 2.3)
    p.line((2.95, 4.4), (2.95, 11.4))
    p.line((13.05, 4.4), (13.05, 11.4))


def _trust(p: _Pen) -> None:
    p.circle((5.6, 8), 3.9)
    p.circle((10.4, 8), 3.9)


def _forces(p: _Pen) -> None:
    for y in (4.6, 8.6, 12.6):
        p.line((3, y), (8, y - 3), (13, y))


def _triangle(p: _Pen) -> None:
    p.line((8, 2.2), (14.4, 13.4), (1.6, 13.4), close=True)
    p.line((8, 6.4), (8, 9.4))
    p.dot((8, 11.4), 0.95)


def _envelope(p: _Pen) -> None:
    p.line((1.8, 3.6), (14.2, 3.6), (14.2, 12.6), (1.8, 12.6), close=True)
    p.line((2.2, 4.2), (8, 8.8), (13.8, 4.2))


def _envelope_open(p: _Pen) -> None:
    p.line((1.8, 6.4), (8, 1.8), (14.2, 6.4), (14.2, 14), (1.8, 14), close=True)
    p.line((2.2, 7), (8, 10.8), (13.8, 7))


def _clash(p: _Pen) -> None:
    for sign in (-1, 1):
        p.line((8 + sign * 6.2, 8), (8 + sign * 1.8, 8))
        p.line((8 + sign * 4, 5.8), (8 + sign * 1.8, 8), (8 + sign * 4, 10.2))
    p.line((8, 2), (8, 4))
    p.line((8, 12), (8, 14))


def _telegram(p: _Pen) -> None:
    p.line((2, 13.4), (14, 13.4))
    p.line((5, 13.4), (8, 7), (11, 13.4))
    p.dot((8, 5.6), 1.3)
    p.arc((8, 5.6), 3.8, 130, 230)
    p.arc((8, 5.6), 3.8, -50, 50)


def _influence(p: _Pen) -> None:
    p.dot((8, 8), 1.7)
    for x, y in ((2.8, 3.4), (13.2, 3.4), (2.8, 12.6), (13.2, 12.6)):
        p.line((8 + (x - 8) * 0.42, 8 + (y - 8) * 0.42), (8 + (x - 8) * 0.8, 8 + (y - 8) * 0.8))
        p.dot((x, y), 1.5)


def _person(p: _Pen, x: float, y: float, r: float) -> None:
    p.circle((x, y), r)
    p.arc((x, y + r * 4.1), r * 2, 180, 360)


def _support(p: _Pen) -> None:
    _person(p, 5.6, 4.8, 2.1)
    p.arc((10.8, 4.8), 2.1, -110, 110)
    p.arc((11.4, 13.4), 3.6, -80, 0, 0.9)


def _autonomy(p: _Pen) -> None:
    p.line((4, 14.4), (4, 1.8))
    p.line((4, 2.6), (13, 2.6), (10.6, 5.4), (13, 8.2), (4, 8.2))


def _security(p: _Pen) -> None:
    _shield(p)
    p.line((5.6, 7.8), (7.4, 9.8), (10.6, 5.8))


def _globe(p: _Pen) -> None:
    p.circle((8, 8), 6.2)
    p.arc((8, 8), 6.2, 0, 360, 0.42)
    p.line((2, 8), (14, 8))


def _save(p: _Pen) -> None:
    p.line((8, 1.8), (8, 9.4))
    p.line((4.8, 6.4), (8, 9.6), (11.2, 6.4))
    p.line((2.2, 10.6), (2.2, 13.8), (13.8, 13.8), (13.8, 10.6))


def _back(p: _Pen) -> None:
    p.line((14, 8), (2.4, 8))
    p.line((7, 3.2), (2.2, 8), (7, 12.8))


def _arrow(p: _Pen) -> None:
    p.line((2, 8), (13.6, 8))
    p.line((9, 3.2), (13.8, 8), (9, 12.8))


def _gear(p: _Pen) -> None:
    p.circle((8, 8), 4.5)
    p.circle((8, 8), 1.7)
    for k in range(8):
        a = math.radians(k * 45 + 22.5)
        p.line(
            (8 + 4.8 * math.cos(a), 8 + 4.8 * math.sin(a)),
            (8 + 6.6 * math.cos(a), 8 + 6.6 * math.sin(a)),
            stroke=2,
        )


def _plus(p: _Pen) -> None:
    p.line((8, 3), (8, 13))
    p.line((3, 8), (13, 8))


def _minus(p: _Pen) -> None:
    p.line((3, 8), (13, 8))


def _check(p: _Pen) -> None:
    p.line((2.8, 8.4), (6.4, 12.2), (13.2, 4))


def _cross(p: _Pen) -> None:
    p.line((3.6, 3.6), (12.4, 12.4))
    p.line((12.4, 3.6), (3.6, 12.4))


def _clock(p: _Pen) -> None:
    p.circle((8, 8), 6.2)
    p.line((8, 4.4), (8, 8), (10.6, 9.6))


def _eye(p: _Pen) -> None:
    upper = [(1.4 + i * 1.1, 8 - 4.4 * math.sin(math.pi * i / 12)) for i in range(13)]
    lower = [(1.4 + i * 1.1, 8 + 4.4 * math.sin(math.pi * i / 12)) for i in range(12, -1, -1)]
    p.line(*upper, *lower, close=True)
    p.circle((8, 8), 1.7)


def _lock(p: _Pen) -> None:
    p.line((3.4, 7.2), (12.6, 7.2), (12.6, 14), (3.4, 14), close=True)
    p.line((5.2, 7.2), (5.2, 4.8))
    p.line((10.8, 7.2), (10.8, 4.8))
    p.arc((8, 4.8), 2.8, 180, 360)
    p.line((8, 10), (8, 11.4))


def _seal(p: _Pen) -> None:
    p.circle((8, 6.2), 4.4)
    p.dot((8, 6.2), 1.5)
    p.line((5, 10), (4, 14.4), (8, 12.4), (12, 14.4), (11, 10))


def _chevron(*points: Point) -> Callable[[_Pen], None]:
    return lambda p: p.line(*points)


def _search(p: _Pen) -> None:
    p.circle((6.8, 6.8), 4.6)
    p.line((10.4, 10.4), (14, 14))


def _filter(p: _Pen) -> None:
    p.line((2, 4), (14, 4))
    p.line((4.4, 8), (11.6, 8))
    p.line((6.8, 12), (9.2, 12))


def _undo(p: _Pen) -> None:
    p.line((5.6, 2.4), (2.4, 5.6), (5.6, 8.8))
    p.line((2.6, 5.6), (9.4, 5.6))
    p.arc((9.4, 9.4), 3.8, -90, 90)
    p.line((9.4, 13.2), (5.6, 13.2))


def _book(p: _Pen) -> None:
    p.line((8, 3.8), (2, 2.6), (2, 12.6), (8, 13.8), (14, 12.6), (14, 2.6), (8, 3.8), (8, 13.8))


def _play(p: _Pen) -> None:
    p.line((4.4, 2.8), (12.8, 8), (4.4, 13.2), close=True)


def _pause(p: _Pen) -> None:
    p.line((5, 3), (5, 13), stroke=2)
    p.line((11, 3), (11, 13), stroke=2)


def _skip(p: _Pen) -> None:
    p.line((2.6, 3), (8, 8), (2.6, 13))
    p.line((8, 3), (13.4, 8), (8, 13))


def _pin(p: _Pen) -> None:
    p.arc((8, 6.4), 4.4, 150, 390)
    p.line((4.2, 8.6), (8, 14.4), (11.8, 8.6))
    p.dot((8, 6.4), 1.4)


def _people(p: _Pen) -> None:
    _person(p, 8, 4.4, 2.2)


def _pen(p: _Pen) -> None:
    p.line((2.4, 13.6), (3.2, 10.2), (10.8, 2.6), (13.4, 5.2), (5.8, 12.8), close=True)
    p.line((9, 4.4), (11.6, 7))


def _dots(p: _Pen) -> None:
    for x in (3, 8, 13):
        p.dot((x, 8), 1.2)


_DRAWN: Final[dict[str, Callable[[_Pen], None]]] = {
    "treaty": _treaty,
    "shield": _shield,
    "consult": _consult,
    "exercise": _exercise,
    "burden": _burden,
    "trust": _trust,
    "forces": _forces,
    "triangle": _triangle,
    "envelope": _envelope,
    "envelope-open": _envelope_open,
    "clash": _clash,
    "initiative": _telegram,
    "influence": _influence,
    "support": _support,
    "autonomy": _autonomy,
    "security": _security,
    "globe": _globe,
    "save": _save,
    "back": _back,
    "arrow": _arrow,
    "gear": _gear,
    "plus": _plus,
    "minus": _minus,
    "check": _check,
    "cross": _cross,
    "clock": _clock,
    "eye": _eye,
    "lock": _lock,
    "seal": _seal,
    "up": _chevron((3.4, 10.4), (8, 5.8), (12.6, 10.4)),
    "down": _chevron((3.4, 5.8), (8, 10.4), (12.6, 5.8)),
    "left": _chevron((10.2, 3.4), (5.6, 8), (10.2, 12.6)),
    "right": _chevron((5.8, 3.4), (10.4, 8), (5.8, 12.6)),
    "search": _search,
    "filter": _filter,
    "undo": _undo,
    "book": _book,
    "play": _play,
    "pause": _pause,
    "skip": _skip,
    "pin": _pin,
    "person": _people,
    "pen": _pen,
    "more": _dots,
}

NAMES: Final = tuple(_DRAWN)


@lru_cache(maxsize=1024)
def picture(name: str, px: int, colour: Colour) -> pygame.Surface:
    """The icon as a square picture of ``px`` pixels; ``KeyError`` for an unknown name. Do not alter it."""
    pen = _Pen(max(8, px), colour)
    _DRAWN[name](pen)
    return pygame.transform.smoothscale(pen.surface, (max(1, px), max(1, px)))


def draw(surface: pygame.Surface, name: str, centre: tuple[int, int], px: int, colour: Colour) -> None:
    """Draw the icon around ``centre``, ``px`` pixels wide."""
    tile = picture(name, px, colour)
    surface.blit(tile, tile.get_rect(center=centre))
