"""Brushes: smooth rounded boxes, rings, hatching, dashed lines, scrims. Each draws at once and keeps
nothing but caches."""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.ui.theme import Colour

_FINE = 4
"""Shapes are drawn this many times larger and shrunk, which smooths their edges."""


@lru_cache(maxsize=512)
def _corners(radius: int, fill: Colour | None, line: Colour | None, thick: int) -> pygame.Surface:
    """The four corners of a box, as one square of ``2 * radius`` pixels."""
    size = 2 * radius
    edge = line or fill or (0, 0, 0)
    big = pygame.Surface((size * _FINE, size * _FINE), pygame.SRCALPHA)
    big.fill((*edge, 0))
    whole = big.get_rect()
    if line is not None:
        pygame.draw.rect(big, line, whole, border_radius=radius * _FINE)
        inner = whole.inflate(-2 * thick * _FINE, -2 * thick * _FINE)
        core = (*fill, 255) if fill is not None else (*line, 0)
        pygame.draw.rect(big, core, inner, border_radius=max(0, radius - thick) * _FINE)
    elif fill is not None:
        pygame.draw.rect(big, fill, whole, border_radius=radius * _FINE)
    return pygame.transform.smoothscale(big, (size, size))


def box(
    surface: pygame.Surface,
    rect: pygame.Rect,
    fill: Colour | None = None,
    line: Colour | None = None,
    radius: int = 0,
    thick: int = 1,
) -> None:
    """A filled and/or outlined box with smooth round corners; all lengths in pixels."""
    if rect.width <= 0 or rect.height <= 0 or (fill is None and line is None):
        return
    r = min(radius, rect.width // 2, rect.height // 2)
    if r <= 0:
        if fill is not None:
            surface.fill(fill, rect)
        if line is not None:
            pygame.draw.rect(surface, line, rect, thick)
        return
    x, y, w, h = rect
    if fill is not None:
        surface.fill(fill, (x + r, y, w - 2 * r, h))
        surface.fill(fill, (x, y + r, r, h - 2 * r))
        surface.fill(fill, (x + w - r, y + r, r, h - 2 * r))
    if line is not None:
        surface.fill(line, (x + r, y, w - 2 * r, thick))
        surface.fill(line, (x + r, y + h - thick, w - 2 * r, thick))
        surface.fill(line, (x, y + r, thick, h - 2 * r))
        surface.fill(line, (x + w - thick, y + r, thick, h - 2 * r))
    tile = _corners(r, fill, line, thick)
    surface.blit(tile, (x, y), (0, 0, r, r))
    surface.blit(tile, (x + w - r, y), (r, 0, r, r))
    surface.blit(tile, (x, y + h - r), (0, r, r, r))
    surface.blit(tile, (x + w - r, y + h - r), (r, r, r, r))


@lru_cache(maxsize=128)
def _disc(radius: int, fill: Colour | None, line: Colour | None, thick: float) -> pygame.Surface:
    size = 2 * radius + 2
    big = pygame.Surface((size * _FINE, size * _FINE), pygame.SRCALPHA)
    edge = line or fill or (0, 0, 0)
    big.fill((*edge, 0))
    centre = (size * _FINE // 2, size * _FINE // 2)
    if line is not None:
        pygame.draw.circle(big, line, centre, radius * _FINE)
        core = (*fill, 255) if fill is not None else (*line, 0)
        pygame.draw.circle(big, core, centre, round((radius - thick) * _FINE))
    elif fill is not None:
        pygame.draw.circle(big, fill, centre, radius * _FINE)
    return pygame.transform.smoothscale(big, (size, size))


def disc(
    surface: pygame.Surface,
    centre: tuple[int, int],
    radius: int,
    fill: Colour | None = None,
    line: Colour | None = None,
    thick: float = 1,
) -> None:
    """A smooth disc or ring around ``centre``."""
    tile = _disc(radius, fill, line, thick)
    surface.blit(tile, tile.get_rect(center=centre))


def ring(surface: pygame.Surface, rect: pygame.Rect, colour: Colour, thick: int, radius: int) -> None:
    """An outline that lies outside ``rect``, with one ``thick`` of air between."""
    box(surface, rect.inflate(4 * thick, 4 * thick), None, colour, radius + 2 * thick, thick)


def hatch(surface: pygame.Surface, rect: pygame.Rect, colour: Colour, kind: str, gap: int) -> None:
    """Fill ``rect`` with ``diagonal``, ``cross`` or ``dots`` every ``gap`` pixels; ``ValueError`` for other
    kinds."""
    if kind not in ("diagonal", "cross", "dots"):
        raise ValueError(f"unknown hatching {kind!r}")
    old = surface.get_clip()
    surface.set_clip(rect.clip(old))
    if kind == "dots":
        for row, y in enumerate(range(rect.top + gap // 2, rect.bottom, gap)):
            for x in range(rect.left + gap // 2 + (row % 2) * gap // 2, rect.right, gap):
                pygame.draw.circle(surface, colour, (x, y), max(1, gap // 5))
    else:
        for x in range(rect.left - rect.height, rect.right, gap):
            pygame.draw.aaline(surface, colour, (x, rect.bottom), (x + rect.height, rect.top))
            if kind == "cross":
                pygame.draw.aaline(surface, colour, (x, rect.top), (x + rect.height, rect.bottom))
    surface.set_clip(old)


def dashes(surface: pygame.Surface, colour: Colour, start: tuple[int, int], end: tuple[int, int], dash: int) -> None:
    """A dashed line one pixel thick; dash and gap are ``dash`` pixels long."""
    vector = pygame.Vector2(end) - pygame.Vector2(start)
    length = vector.length()
    if length == 0:
        return
    step = vector / length
    at = 0.0
    while at < length:
        a = pygame.Vector2(start) + step * at
        b = pygame.Vector2(start) + step * min(at + dash, length)
        pygame.draw.aaline(surface, colour, a, b)
        at += 2 * dash


def leader(surface: pygame.Surface, colour: Colour, left: int, right: int, y: int, gap: int) -> None:
    """The row of dots between a name and its figure."""
    dot = max(1, gap // 4)
    for x in range(right - dot - (right - left) % gap, left, -gap):
        surface.fill(colour, (x, y, dot, dot))


def scrim(surface: pygame.Surface, rgba: tuple[int, int, int, int]) -> None:
    """Darken everything drawn so far."""
    veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    veil.fill(rgba)
    surface.blit(veil, (0, 0))


@lru_cache(maxsize=16)
def _shadow(size: tuple[int, int], blur: int, alpha: int) -> pygame.Surface:
    w, h = size
    small = pygame.Surface((max(2, (w + 4 * blur) // blur), max(2, (h + 4 * blur) // blur)), pygame.SRCALPHA)
    small.fill((0, 0, 0, 0))
    small.fill((0, 0, 0, alpha), (2, 2, max(1, w // blur), max(1, h // blur)))
    return pygame.transform.smoothscale(small, (w + 4 * blur, h + 4 * blur))


def shadow(surface: pygame.Surface, rect: pygame.Rect, blur: int) -> None:
    """The soft shadow that only a dialog has."""
    tile = _shadow(rect.size, max(1, blur), 120)
    surface.blit(tile, tile.get_rect(center=(rect.centerx, rect.centery + blur // 2)))
