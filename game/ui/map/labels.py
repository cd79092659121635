"""Names on the map: where they go, and their letters with a halo of sea."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.ui import theme
from game.ui.kit.metrics import Face, Metrics
from game.ui.map.model import Colour

GREAT = Face(theme.CONTROL, bold=True)
COMMON = Face(theme.BODY)
QUIET = Face(theme.SMALL)
MARKED = Face(theme.BODY, bold=True)
HALO = 2
"""Units of sea about the letters."""
EDGE = 4
"""Units kept free along the window's edge."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A name that would like a place. Points and lengths in window pixels."""

    owner: str
    text: str
    face: Face
    colour: Colour
    middle: tuple[float, float] | None
    """Where it would stand best, on its land; None when that is out of sight."""
    room: float
    """Half the width of the land about `middle`."""
    beside: tuple[float, float] | None = None
    """A capital or sign it may stand beside instead."""
    clear: tuple[float, float] = (9.0, 7.0)
    """How far from `beside` the letters begin, across and down."""
    strict: bool = False
    """Only on the land, and only when it fits there."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name in its place; `rect` takes in the halo."""

    owner: str
    text: str
    face: Face
    colour: Colour
    rect: pygame.Rect


def place(wishes: Iterable[Wish], window: pygame.Rect, taken: Iterable[pygame.Rect], metrics: Metrics) -> list[Label]:
    """Give each wish in turn the first free spot it likes, or none: nothing overlaps, nothing is cut off."""
    free = window.inflate(-2 * metrics.px(EDGE), -2 * metrics.px(EDGE))
    busy = list(taken)
    out: list[Label] = []
    for wish in wishes:
        width, height = size_of(wish.text, wish.face, metrics)
        for x, y in _spots(wish, width, height):
            rect = pygame.Rect(round(x), round(y), width, height)
            if free.contains(rect) and rect.collidelist(busy) < 0:
                busy.append(rect)
                out.append(Label(wish.owner, wish.text, wish.face, wish.colour, rect))
                break
    return out


def _spots(wish: Wish, width: int, height: int) -> list[tuple[float, float]]:
    """Top left corners to try, best first."""
    spots: list[tuple[float, float]] = []
    fits = wish.room * 2.2 >= width
    on_land: list[tuple[float, float]] = []
    if wish.middle is not None:
        x, y = wish.middle[0] - width / 2, wish.middle[1] - height / 2
        on_land = [(x, y), (x, y + height * 0.7), (x, y - height * 0.7)]
    if wish.strict:
        return on_land if fits else []
    if fits:
        spots += on_land
    if wish.beside is not None:
        x, y = wish.beside
        across, down = wish.clear
        spots += [
            (x + across, y - height / 2),
            (x - across - width, y - height / 2),
            (x - width / 2, y + down),
            (x - width / 2, y - down - height),
            (x + across * 0.7, y + down * 0.7),
            (x - across * 0.7 - width, y + down * 0.7),
            (x + across * 0.7, y - down * 0.7 - height),
            (x - across * 0.7 - width, y - down * 0.7 - height),
        ]
    if not fits:
        spots += on_land
    return spots


def size_of(text: str, face: Face, metrics: Metrics) -> tuple[int, int]:
    """Width and height of a label in pixels, halo and all."""
    halo = metrics.px(HALO)
    return metrics.width(text, face) + 2 * halo, round(metrics.px(face.size) * 1.12) + 2 * halo


def draw(surface: pygame.Surface, labels: Iterable[Label], metrics: Metrics) -> None:
    for label in labels:
        surface.blit(_picture(label.text, label.face, label.colour, metrics.scale), label.rect)


@lru_cache(maxsize=1024)
def _picture(text: str, face: Face, colour: Colour, scale: float) -> pygame.Surface:
    metrics = _metrics(scale)
    width, height = size_of(text, face, metrics)
    halo = metrics.px(HALO)
    letters, shade = metrics.text(text, face, colour), metrics.text(text, face, theme.SEA)
    picture = pygame.Surface((width, height), pygame.SRCALPHA)
    picture.fill((*theme.SEA, 0))
    x, y = halo, (height - letters.get_height()) // 2
    soft = shade.copy()
    soft.set_alpha(110)
    for dx in range(-halo, halo + 1):
        for dy in range(-halo, halo + 1):
            if dx * dx + dy * dy <= halo * halo + 1:
                near = dx * dx + dy * dy <= 2
                picture.blit(shade if near else soft, (x + dx, y + dy))
    picture.blit(letters, (x, y))
    return picture


@lru_cache(maxsize=8)
def _metrics(scale: float) -> Metrics:
    return Metrics(scale)
