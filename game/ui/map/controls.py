"""Moving the map by wheel, drag and keys."""

from __future__ import annotations

from typing import Protocol

import pygame

KEY_STEP = 80
"""Units an arrow key moves the map."""
KEY_ZOOM = 1.25
WHEEL_ZOOM = 1.18
DRAG_STARTS = 4
"""Units the pointer may stray between press and release and still click."""
ARROWS = {
    pygame.K_LEFT: (1, 0),
    pygame.K_RIGHT: (-1, 0),
    pygame.K_UP: (0, 1),
    pygame.K_DOWN: (0, -1),
}
ZOOMS = {
    pygame.K_PLUS: KEY_ZOOM,
    pygame.K_EQUALS: KEY_ZOOM,
    pygame.K_KP_PLUS: KEY_ZOOM,
    pygame.K_MINUS: 1 / KEY_ZOOM,
    pygame.K_KP_MINUS: 1 / KEY_ZOOM,
}


class Movable(Protocol):
    """What pointer and keys move."""

    scale: float

    def pan(self, dx: float, dy: float) -> None:
        """Move the land by so many pixels."""

    def zoom(self, factor: float, around: tuple[float, float] | None = None) -> None:
        """Nearer or further; the place under `around` stays put."""

    def focus(self, owners: tuple[str, ...] | list[str]) -> None:
        """Frame some owners; none: the world."""


class Controls:
    """The pointer's and keyboard's hold on one map. Event positions are relative to the map."""

    def __init__(self) -> None:
        self._pointer: tuple[int, int] | None = None
        self._drag: tuple[int, int] | None = None
        self._dragged = False

    def process(self, event: pygame.event.Event, shown: Movable) -> bool:
        """Whether the event moved the map and so is used up."""
        if event.type == pygame.MOUSEWHEEL and event.y:
            shown.zoom(WHEEL_ZOOM**event.y, self._pointer)
            return True
        if event.type == pygame.KEYDOWN:
            return _key(event.key, shown)
        if event.type == pygame.MOUSEMOTION:
            self._pointer = event.pos
            return self._move(event.pos, shown)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button in (1, 2):
            self._drag, self._dragged = event.pos, False
        elif event.type == pygame.MOUSEBUTTONUP and event.button in (1, 2):
            used = self._dragged
            self._drag, self._dragged = None, False
            return used
        return False

    def _move(self, pos: tuple[int, int], shown: Movable) -> bool:
        if self._drag is None:
            return False
        dx, dy = pos[0] - self._drag[0], pos[1] - self._drag[1]
        if not self._dragged and dx * dx + dy * dy <= (DRAG_STARTS * shown.scale) ** 2:
            return False
        self._drag, self._dragged = pos, True
        shown.pan(dx, dy)
        return True


def _key(key: int, shown: Movable) -> bool:
    if key in ARROWS:
        across, down = ARROWS[key]
        shown.pan(across * KEY_STEP * shown.scale, down * KEY_STEP * shown.scale)
    elif key in ZOOMS:
        shown.zoom(ZOOMS[key])
    elif key == pygame.K_HOME:
        shown.focus(())
    else:
        return False
    return True
