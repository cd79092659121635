"""Which names the map would like to show now, and where: the most important first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pygame

from game.ui import theme
from game.ui.map.atlas import Territory
from game.ui.map.labels import COMMON, GREAT, MARKED, QUIET, Wish

if TYPE_CHECKING:
    from game.ui.map.widget import WorldMap


def wishes(shown: WorldMap, tags: list[tuple[str, pygame.Rect]]) -> Iterator[Wish]:
    """Names of crises beside their signs (`tags`), then owners by importance, then land without an owner."""
    for text, rect in tags:
        clear = (rect.width / 2 + 1, rect.height / 2 + 1)
        yield Wish("", text, MARKED, theme.TEXT, None, 0.0, beside=rect.center, clear=clear)
    camera, places = shown.camera, shown.places
    window = pygame.Rect(0, 0, *shown.size)
    ranked = sorted(shown.model.fills, key=lambda f: (f.owner != shown.model.selected, -f.importance, f.label))
    for fill in ranked:
        if not fill.label:
            continue
        capital = places.capitals.get(fill.owner)
        beside = camera.to_screen(*capital) if capital else None
        if beside and not window.collidepoint(beside):
            beside = None
        # Its home's own place is best; a far possession only speaks for it when home is out of sight.
        middle, room = None, 0.0
        lands = places.territories(fill)
        for territory in lands[:1] if beside else lands[:4]:
            at = camera.to_screen(*territory.label)
            if window.collidepoint(at):
                middle, room = at, territory.room * camera.zoom
                break
        reach = (11.0, 10.0) if fill.great else (7.0, 6.0)
        if middle or beside:
            yield Wish(
                fill.owner,
                fill.label,
                GREAT if fill.great else COMMON,
                theme.TEXT,
                middle,
                room,
                beside,
                (reach[0] * shown.scale, reach[1] * shown.scale),
            )
    if shown.model.name_others:
        yield from _others(shown, window)


def _others(shown: WorldMap, window: pygame.Rect) -> Iterator[Wish]:
    owner = shown._painter.colours.owner
    atlas, camera = shown.atlas, shown.camera
    unions = [t for t in atlas.territories.values() if len(t.cells) > 1 and not owner[list(t.cells)].any()]
    whole = {cell for union in unions for cell in union.cells}
    free: list[Territory] = []
    for territory in atlas.territories.values():
        if owner[list(territory.cells)].any() or (len(territory.cells) == 1 and territory.cells[0] in whole):
            continue
        free.append(territory)
    for territory in sorted(free, key=lambda t: (-t.room, t.code)):
        at = camera.to_screen(*territory.label)
        if window.collidepoint(at):
            room = territory.room * camera.zoom
            yield Wish("", territory.name, QUIET, theme.QUIET, at, room, strict=True)
