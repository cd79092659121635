"""What stands on the ground: outlines of chosen owners, crisis signs and capitals."""

from __future__ import annotations

import pygame

from game.ui import theme
from game.ui.map import signs
from game.ui.map.paint import Painter, Window
from game.ui.map.raster import blend
from game.ui.map.shown import Shown

HOVERED = (1.6, theme.TEXT, 0.75)
SELECTED = (2.2, theme.ACCENT, 1.0)
"""Width in units, colour and strength of an outline."""


def draw_outlines(surface: pygame.Surface, shown: Shown, painter: Painter) -> None:
    """Line the hovered and the selected owner's land. The surface has 32 bits and the map's size."""
    camera = shown.camera
    window = Window(*camera.origin, camera.width, camera.height, camera.zoom)
    owners = [fill.owner for fill in shown.model.fills]
    for owner, (width, colour, share) in ((shown.model.hovered, HOVERED), (shown.model.selected, SELECTED)):
        if owner not in owners:
            continue
        pixel, cover = painter.edge_of(owners.index(owner) + 1, window, width * shown.scale)
        pixels = pygame.surfarray.pixels2d(surface)
        flat = pixels.T.reshape(-1)  # rows of 32-bit pixels have no padding, so this is a view
        blend(flat, pixel, cover * share, colour)


def put_markers(surface: pygame.Surface, shown: Shown, taken: list[pygame.Rect]) -> list[tuple[str, pygame.Rect]]:
    """Draw the crisis signs above their places, or beside where two would cover each other.

    Adds their rectangles to `taken`; returns the names to be written beside them.
    """
    tags: list[tuple[str, pygame.Rect]] = []
    placed: list[pygame.Rect] = []
    for marker in shown.model.markers:
        x, y = shown.camera.to_screen(*shown.places.spot(marker.place))
        other = {"relief": signs.relief, "search": signs.search}.get(marker.sign)
        picture = other(shown.scale) if other is not None else signs.marker(marker.bars, shown.scale)
        w, h = picture.get_size()
        tries = (
            (x, y - h * 0.75),
            (x + w * 0.85, y),
            (x - w * 0.85, y),
            (x, y + h * 0.75),
            (x + w * 1.2, y - h),
        )
        rects = [picture.get_rect(center=(round(cx), round(cy))) for cx, cy in tries]
        rect = next((r for r in rects if r.collidelist(placed) < 0), rects[0])
        surface.blit(picture, rect)
        placed.append(rect)
        if marker.label:
            tags.append((marker.label, rect))
    taken += placed
    return tags


def put_capitals(surface: pygame.Surface, shown: Shown, taken: list[pygame.Rect]) -> list[pygame.Rect]:
    """Draw the capitals, great powers first, leaving out what would touch a sign; returns where they are.

    `taken` are the signs already drawn. A great power's ring gives way to the bare square before that.
    """
    window = pygame.Rect((0, 0), shown.size)
    drawn: list[pygame.Rect] = []
    fills = shown.places.fills.values()
    for fill in sorted(fills, key=lambda fill: (not fill.great, -fill.importance, fill.owner)):
        if fill.owner not in shown.places.capitals:
            continue
        x, y = shown.camera.to_screen(*shown.places.capitals[fill.owner])
        for ringed in (True, False) if fill.great else (False,):
            picture = signs.capital(ringed, shown.scale)
            rect = picture.get_rect(center=(round(x), round(y)))
            if rect.colliderect(window) and rect.collidelist(taken) < 0 and rect.collidelist(drawn) < 0:
                surface.blit(picture, rect)
                drawn.append(rect)
                break
    return drawn
