"""Scrolling: a window onto something taller, with wheel, keys and a bar to drag."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pygame

from game.ui import theme
from game.ui.kit import paint
from game.ui.kit.metrics import Metrics
from game.ui.kit.widget import Widget, combo_of

BAR: int = 10
"""Width of a scroll bar in units."""


class Scrolling(Widget):
    """What everything that scrolls shares: an ``offset`` in pixels into content of ``content_height``
    pixels."""

    interactive = True
    shrinks = True

    def __init__(self, **common: Any) -> None:
        super().__init__(**common)
        self._offset = 0
        self._content = 0
        self._grip: int | None = None
        self._bar = BAR
        self._step = 48

    @property
    def clips(self) -> bool:
        return True

    @property
    def offset(self) -> int:
        """How many pixels of the content lie above the window."""
        return self._offset

    @property
    def furthest(self) -> int:
        """The largest offset."""
        return max(0, self._content - self.view.height)

    def scroll_to(self, offset: float) -> bool:
        """Scroll so far down (clamped); True when that moved anything."""
        offset = max(0, min(self.furthest, round(offset)))
        if offset == self._offset:
            return False
        self._offset = offset
        self.touch()
        return True

    def show(self, rect: pygame.Rect) -> None:
        """Scroll so that this rectangle of the screen is in the window."""
        ui, view = self.ui, self.view
        if rect.top < view.top:
            self.scroll_to(self._offset - (view.top - rect.top) - 4)
        elif rect.bottom > view.bottom:
            self.scroll_to(self._offset + min(rect.bottom - view.bottom, rect.top - view.top) + 4)
        if ui is not None:
            ui.settle()

    def _clamp(self) -> None:
        self._offset = max(0, min(self.furthest, self._offset))

    # --- the bar
    @property
    def _rail(self) -> pygame.Rect:
        return pygame.Rect(self.rect.right - self._bar, self.rect.top, self._bar, self.rect.height)

    @property
    def _thumb(self) -> pygame.Rect:
        rail, view = self._rail, self.view
        if not self.furthest:
            return pygame.Rect(rail.left, rail.top, 0, 0)
        tall = max(2 * self._bar, rail.height * view.height // max(1, self._content))
        y = rail.top + (rail.height - tall) * self._offset // self.furthest
        return pygame.Rect(rail.left, y, rail.width, tall)

    def draw_bar(self, surface: pygame.Surface, m: Metrics) -> None:
        if self.furthest:
            thumb = self._thumb
            slim = thumb.inflate(-(self._bar - m.px(5)), -2)
            held = self._grip is not None
            paint.box(surface, slim, theme.QUIET if held or self.hovered else theme.EDGE, None, slim.width // 2)

    def press(self, pos: tuple[int, int], clicks: int = 1) -> None:
        if self.furthest and self._rail.collidepoint(pos):
            thumb = self._thumb
            if not thumb.collidepoint(pos):
                self.scroll_to(self._offset + (1 if pos[1] > thumb.top else -1) * self.view.height * 0.9)
                thumb = self._thumb
            self._grip = pos[1] - thumb.top

    def drag(self, pos: tuple[int, int]) -> None:
        if self._grip is not None:
            rail, thumb = self._rail, self._thumb
            run = max(1, rail.height - thumb.height)
            self.scroll_to((pos[1] - self._grip - rail.top) * self.furthest / run)

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        self._grip = None

    def wheel(self, dx: float, dy: float) -> bool:
        return self.scroll_to(self._offset - dy * self._step)

    def pressed_key(self, event: pygame.event.Event) -> bool:
        page = self.view.height * 0.9
        to = {
            "pageup": self._offset - page,
            "pagedown": self._offset + page,
            "up": self._offset - self._step,
            "down": self._offset + self._step,
            "home": 0,
            "end": self.furthest,
        }.get(combo_of(event))
        return to is not None and self.scroll_to(to)

    def memory(self) -> Any:
        return self._offset

    def recall(self, memory: Any) -> None:
        self._offset = memory


class ScrollView(Scrolling):
    """A window onto one child of any height; the child's width is the window's. Tab stops at it only when
    it scrolls."""

    def __init__(self, child: Widget, *, pad: float = 0, **common: Any) -> None:
        super().__init__(**common)
        self.child = child
        self.pad = pad
        self.adopt(child)

    @property
    def children(self) -> Sequence[Widget]:
        return (self.child,)

    def put(self, child: Widget) -> None:
        """Show this child instead, from its top."""
        self.child = child
        self.adopt(child)
        self._offset = 0
        self.touch()

    @property
    def focusable(self) -> bool:
        return self.furthest > 0 and not any(w.focusable for w in self.child.walk())

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        pad = 2 * m.px(self.pad)
        w, h = self.child.measure(m, max(1, width - pad))
        return w + pad, h + pad

    def arrange(self, m: Metrics) -> None:
        self.adopt(self.child)
        self._bar, self._step = m.px(BAR), m.px(48)
        pad = m.px(self.pad)
        room = self.rect.width - 2 * pad
        high = self.child.measure(m, max(1, room))[1]
        if high + 2 * pad > self.rect.height:
            room = self.rect.width - pad - max(pad, self._bar + m.px(4))
            high = self.child.measure(m, max(1, room))[1]
        self._content = high + 2 * pad
        self._clamp()
        high = max(high, self.rect.height - 2 * pad)
        self.child.place(m, pygame.Rect(self.rect.left + pad, self.rect.top + pad - self._offset, room, high))

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        self.draw_children(surface, m)
        self.draw_bar(surface, m)
