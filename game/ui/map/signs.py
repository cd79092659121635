"""Capitals, crisis triangles, crosses, lenses and exercise rings: small smooth pictures, and where they stand."""

from __future__ import annotations

import math
from functools import lru_cache

import pygame

from game.ui import theme
from game.ui.map.model import Colour

_FINE = 4
"""Drawn this many times larger and shrunk, which smooths the edges."""
RING_REACH = 26
"""Units to which an exercise ring grows."""
RING_PERIOD = 3.2
"""Seconds from one ring to the next."""


@lru_cache(maxsize=32)
def capital(great: bool, scale: float) -> pygame.Surface:
    """A small square; ringed for a great power."""
    size = round((17 if great else 9) * scale) | 1
    big = pygame.Surface((size * _FINE, size * _FINE), pygame.SRCALPHA)
    big.fill((*theme.SEA, 0))
    middle = big.get_width() / 2
    if great:
        pygame.draw.circle(big, (*theme.SEA, 220), (middle, middle), 8.3 * scale * _FINE, round(3.2 * scale * _FINE))
        pygame.draw.circle(big, theme.TEXT, (middle, middle), 7.4 * scale * _FINE, round(1.4 * scale * _FINE))
    for half, colour in ((3.6, theme.SEA), (2.4, theme.TEXT)):
        side = round(half * scale * _FINE)
        pygame.draw.rect(big, colour, (middle - side, middle - side, 2 * side, 2 * side))
    return pygame.transform.smoothscale(big, (size, size))


@lru_cache(maxsize=32)
def marker(bars: int, scale: float) -> pygame.Surface:
    """A triangle over three slots, `bars` of them filled; on a dark plate, so it reads on any land."""
    width, height = round(26 * scale), round(32 * scale)
    big = pygame.Surface((width * _FINE, height * _FINE), pygame.SRCALPHA)
    big.fill((*theme.SEA, 0))
    unit = scale * _FINE
    pygame.draw.rect(big, (*theme.SEA, 215), big.get_rect(), border_radius=round(4 * unit))
    corners = [(13 * unit, 3 * unit), (23 * unit, 20.5 * unit), (3 * unit, 20.5 * unit)]
    pygame.draw.polygon(big, theme.WORSE, corners)
    inner = [(13 * unit, 7.2 * unit), (19.4 * unit, 18.4 * unit), (6.6 * unit, 18.4 * unit)]
    pygame.draw.polygon(big, theme.SEA, inner)
    pygame.draw.rect(big, theme.WORSE, (12 * unit, 10.4 * unit, 2 * unit, 4.2 * unit))
    pygame.draw.rect(big, theme.WORSE, (12 * unit, 15.6 * unit, 2 * unit, 1.8 * unit))
    for slot in range(3):
        colour = theme.WORSE if slot < bars else theme.LINE
        pygame.draw.rect(big, colour, ((3 + 7 * slot) * unit, 24 * unit, 6 * unit, 4 * unit))
    return pygame.transform.smoothscale(big, (width, height))


@lru_cache(maxsize=8)
def relief(scale: float) -> pygame.Surface:
    """A cross in the accent on a dark plate: somebody is in need."""
    side = round(24 * scale)
    big = pygame.Surface((side * _FINE, side * _FINE), pygame.SRCALPHA)
    big.fill((*theme.SEA, 0))
    unit = scale * _FINE
    pygame.draw.rect(big, (*theme.SEA, 215), big.get_rect(), border_radius=round(4 * unit))
    pygame.draw.circle(big, theme.ACCENT, (12 * unit, 12 * unit), 10 * unit, round(1.6 * unit))
    pygame.draw.rect(big, theme.ACCENT, (10.2 * unit, 6 * unit, 3.6 * unit, 12 * unit))
    pygame.draw.rect(big, theme.ACCENT, (6 * unit, 10.2 * unit, 12 * unit, 3.6 * unit))
    return pygame.transform.smoothscale(big, (side, side))


@lru_cache(maxsize=8)
def search(scale: float) -> pygame.Surface:
    """A lens on a dark plate: somebody's hidden hand is being sought."""
    side = round(24 * scale)
    big = pygame.Surface((side * _FINE, side * _FINE), pygame.SRCALPHA)
    big.fill((*theme.SEA, 0))
    unit = scale * _FINE
    pygame.draw.rect(big, (*theme.SEA, 215), big.get_rect(), border_radius=round(4 * unit))
    pygame.draw.circle(big, theme.WORSE, (10 * unit, 10 * unit), 6.4 * unit, round(1.8 * unit))
    handle = [(x * unit, y * unit) for x, y in ((13.6, 15.4), (15.4, 13.6), (20.6, 18.8), (18.8, 20.6))]
    pygame.draw.polygon(big, theme.WORSE, handle)
    return pygame.transform.smoothscale(big, (side, side))


def draw_ring(
    surface: pygame.Surface, at: tuple[float, float], colour: Colour | None, phase: float, scale: float
) -> None:
    """A ring at `phase` (0..1) of its growth and a second one half a phase behind, both fading outwards."""
    for share in (phase % 1.0, (phase + 0.5) % 1.0):
        picture = _ring(colour or theme.ACCENT, round(share * 48), scale)
        surface.blit(picture, picture.get_rect(center=(round(at[0]), round(at[1]))))


@lru_cache(maxsize=256)
def _ring(colour: Colour, step: int, scale: float) -> pygame.Surface:
    share = step / 48
    radius = (5 + (RING_REACH - 5) * math.sin(share * math.pi / 2)) * scale
    size = (round(radius) + 3) * 2
    big = pygame.Surface((size * _FINE, size * _FINE), pygame.SRCALPHA)
    big.fill((*colour, 0))
    alpha = round(230 * (1 - share) ** 0.8)
    middle = size * _FINE / 2
    pygame.draw.circle(big, (*colour, alpha), (middle, middle), radius * _FINE, max(1, round(1.8 * scale * _FINE)))
    return pygame.transform.smoothscale(big, (size, size))
