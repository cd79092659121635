"""Grounds and fillers: panels, slots whose child changes, spaces and rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pygame

from game.ui import theme
from game.ui.kit import paint
from game.ui.kit.metrics import Metrics
from game.ui.kit.widget import Widget, carry_over
from game.ui.theme import Colour


class Slot(Widget):
    """Holds one child that changes: ``slot.show(widget)``. Keyed widgets inside keep focus and scroll
    place."""

    shrinks = True

    def __init__(self, child: Widget | None = None, **common: Any) -> None:
        super().__init__(**common)
        self._child = child or Widget()
        self.adopt(self._child)

    @property
    def children(self) -> Sequence[Widget]:
        return (self._child,)

    def put(self, child: Widget) -> None:
        """Show this child instead."""
        carry_over(self._child, child)
        self._child = child
        self.adopt(child)
        self.touch()

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return self._child.measure(m, width)

    def arrange(self, m: Metrics) -> None:
        self._child.place(m, self.rect)


class Panel(Slot):
    """A ground with one pixel of line and 16 of padding around one child; ``fill`` and ``line`` may be
    ``None``.

    A bar docked to a side of the window has its line at one ``edge`` only: ``top``, ``bottom``, ``left`` or
    ``right``.
    """

    def __init__(
        self,
        child: Widget | None = None,
        *,
        pad: float = theme.PADDING,
        fill: Colour | None = theme.PANEL,
        line: Colour | None = theme.LINE,
        corner: float = theme.CORNER,
        edge: str = "",
        **common: Any,
    ) -> None:
        super().__init__(child, **common)
        self.edge = edge
        self.pad = pad
        self.fill = fill
        self.line = line
        self.corner = corner

    @property
    def clips(self) -> bool:
        return True

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        pad = m.px(self.pad)
        w, h = self._child.measure(m, max(1, width - 2 * pad))
        return w + 2 * pad, h + 2 * pad

    def arrange(self, m: Metrics) -> None:
        self._child.place(m, self.rect.inflate(-2 * m.px(self.pad), -2 * m.px(self.pad)))

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        thick = max(1, int(m.scale))
        if self.edge:
            paint.box(surface, self.rect, self.fill)
            if self.line is not None:
                surface.fill(self.line, _side(self.rect, self.edge, thick))
        else:
            paint.box(surface, self.rect, self.fill, self.line, m.px(self.corner), thick)
        self.draw_children(surface, m)


def _side(rect: pygame.Rect, edge: str, thick: int) -> pygame.Rect:
    """A strip along one edge of a rectangle."""
    if edge in ("top", "bottom"):
        y = rect.top if edge == "top" else rect.bottom - thick
        return pygame.Rect(rect.left, y, rect.width, thick)
    return pygame.Rect(rect.left if edge == "left" else rect.right - thick, rect.top, thick, rect.height)


class Spacer(Widget):
    """Nothing, of a size: ``Spacer(grow=1)`` pushes what follows to the far end, ``Spacer(height=24)``
    parts groups."""


class Rule(Widget):
    """A thin line across, with the room of a group above and below when ``room`` says so."""

    def __init__(self, room: float = 0, **common: Any) -> None:
        super().__init__(**common)
        self.room = room

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return width, 2 * m.px(self.room) + 1

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        surface.fill(theme.LINE, (self.rect.left, self.rect.centery, self.rect.width, 1))
