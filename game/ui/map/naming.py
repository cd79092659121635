"""Which names the map would like to show now, and where: the most important first."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.ui import theme
from game.ui.map.labels import COMMON, GREAT, MARKED, QUIET, Wish
from game.ui.map.shown import Shown

LEAST_ROOM = 8
"""Units: no name is so short that it would fit a narrower place."""


def wishes(shown: Shown, tags: list[tuple[str, pygame.Rect]]) -> Iterator[Wish]:
    """The selected owner, great powers, crises beside their signs (`tags`), other owners, unowned land."""
    camera, places = shown.camera, shown.places
    window = pygame.Rect(0, 0, *shown.size)
    ranked = sorted(
        shown.model.fills,
        key=lambda f: (f.owner != shown.model.selected, not f.great, -f.importance, f.label),
    )
    for fill in ranked:
        if tags and not fill.great and fill.owner != shown.model.selected:
            yield from _tags(tags)
            tags = []
        if not fill.label:
            continue
        capital = places.capitals.get(fill.owner)
        beside = camera.to_screen(*capital) if capital else None
        if beside and not window.collidepoint(beside):
            beside = None
        # Its home's own place is best; a far possession only speaks for it when home is out of sight.
        middle, room = None, 0.0
        lands = places.lands[fill.owner]
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
    yield from _tags(tags)
    if shown.model.name_others:
        yield from _others(shown, window)


def _tags(tags: list[tuple[str, pygame.Rect]]) -> Iterator[Wish]:
    for text, rect in tags:
        clear = (rect.width / 2 + 1, rect.height / 2 + 1)
        yield Wish("", text, MARKED, theme.TEXT, None, 0.0, beside=rect.center, clear=clear)


def _others(shown: Shown, window: pygame.Rect) -> Iterator[Wish]:
    camera = shown.camera
    for territory in shown.places.free:
        room = territory.room * camera.zoom
        if room < LEAST_ROOM * shown.scale:
            break
        at = camera.to_screen(*territory.label)
        if window.collidepoint(at):
            yield Wish("", territory.name, QUIET, theme.QUIET, at, room, strict=True)
