"""One window's worth of widgets: who has the focus, what lies on top, where the pointer is, which notices
stand.

A scene owns one ``Ui``. ``process_event`` hands an event to the right widget, ``update`` lets time pass and
lays out
what changed, ``draw`` paints. Layers lie over the root: a *modal* layer (a dialog) keeps all events to
itself, a
*popup* (a menu) closes at the first click elsewhere or Esc.
"""

from __future__ import annotations

from typing import Any

import pygame

from game.ui import theme
from game.ui.kit import paint
from game.ui.kit.layers import Desk, hang
from game.ui.kit.notice import Notices
from game.ui.kit.tip import Tip, TipBox, tip_of
from game.ui.kit.widget import Widget, combo_of


class Ui(Desk):
    """The desk on which a scene lays its widgets, with pointer, keys, tooltips and notices."""

    def __init__(self) -> None:
        self.notices = Notices()
        self._hover: Widget | None = None
        self._pos: tuple[int, int] | None = None
        self._rest = 0.0
        self._tip: TipBox | None = None
        self._raw_held: Widget | None = None
        self._clock = 0.0
        self._last_press: tuple[float, tuple[int, int], int] = (-1.0, (0, 0), 0)
        super().__init__()

    def notice(self, text: str, kind: str = "plain") -> None:
        """Show a line at the lower edge for a while; ``kind`` is ``plain``, ``better`` or ``worse``."""
        self.notices.add(text, kind)
        self.dirty = True

    # --- events
    def process_event(self, event: pygame.event.Event) -> pygame.event.Event | None:
        """Hand the event to a widget; ``None`` when one used it."""
        self.settle()
        kind = event.type
        raw = self._raw_target(event)
        if raw is not None:
            if kind == pygame.MOUSEMOTION:
                self._moved(event.pos)
            else:
                self._calm()
            used = raw.raw_event(event)
        elif kind == pygame.MOUSEMOTION:
            used = self._moved(event.pos)
        elif kind == pygame.MOUSEBUTTONDOWN:
            used = self._down(event)
        elif kind == pygame.MOUSEBUTTONUP:
            used = self._up(event)
        elif kind == pygame.MOUSEWHEEL:
            used = self._wheeled(event)
        elif kind == pygame.KEYDOWN:
            used = self._key(event)
        elif kind == pygame.TEXTINPUT:
            used = self.focus is not None and self.focus.typed(event.text)
        elif kind == pygame.WINDOWLEAVE:
            used = self._moved(None)
        else:
            return event
        if used:
            self._root.touch()
        return None if used or (self._blocked() and kind in _INPUT) else event

    def _blocked(self) -> bool:
        """Whether a layer over the root keeps all input."""
        return len(self.layers) > 1

    def _raw_target(self, event: pygame.event.Event) -> Widget | None:
        """The embedded thing that takes this pointer event as it is: the one under the pointer, or being
        dragged."""
        if event.type == pygame.MOUSEWHEEL:
            pos = self._pos
        elif event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pos = event.pos
        else:
            return None
        if event.type == pygame.MOUSEBUTTONDOWN and self.layers[-1].modal and self._raw_held is None:
            under = self._target(event.pos)
            if under is not None and under.raw:
                self._raw_held = under
                self._pos = event.pos
                if under.focusable:
                    self.set_focus(under, ring=False)
        held = self._raw_held if self._alive(self._raw_held) else None
        if event.type == pygame.MOUSEBUTTONUP:
            self._raw_held = None
        if held is not None or pos is None or self._held is not None:
            return held
        under = self._target(pos)
        return under if under is not None and under.raw else None

    def _target(self, pos: tuple[int, int]) -> Widget | None:
        """The innermost widget at this point in the top layer."""
        return self.top.at(pos)

    @staticmethod
    def _taker(widget: Widget | None) -> Widget | None:
        while widget is not None and not widget.interactive:
            widget = widget.parent
        return widget

    def _moved(self, pos: tuple[int, int] | None) -> bool:
        self._pos = pos
        if self._held is not None and pos is not None:
            self._held.drag(pos)
            self._root.touch()
            return True
        found = self._target(pos) if pos is not None else None
        taker = self._taker(found)
        if found is not self._hover:
            old = self._taker(self._hover)
            if old is not taker:
                if old is not None:
                    old.hovered = False
                    old.hover(None)
                if taker is not None:
                    taker.hovered = True
            self._hover = found
            self._rest = 0.0
            self._calm()
        if taker is not None:
            taker.hover(pos)
        return False

    def _down(self, event: pygame.event.Event) -> bool:
        self._calm()
        self._rest = -1e9
        if event.button != 1:
            return False
        top = self.layers[-1]
        if not top.modal and not top.widget.rect.collidepoint(event.pos):
            self.close(top.widget)
            return True
        taker = self._taker(self._target(event.pos))
        if taker is None:
            return False
        if taker.focusable:
            self.set_focus(taker, ring=False)
        self._hold(taker)
        taker.press(event.pos, self._clicks(event))
        return True

    def _clicks(self, event: pygame.event.Event) -> int:
        """How many clicks in a row this press is: those at one place within 0.4 seconds of one another."""
        x, y = self._last_press[1]
        near = abs(x - event.pos[0]) <= 4 and abs(y - event.pos[1]) <= 4
        again = near and self._clock - self._last_press[0] <= _DOUBLE
        self._last_press = (self._clock, event.pos, self._last_press[2] + 1 if again else 1)
        return self._last_press[2]

    def _up(self, event: pygame.event.Event) -> bool:
        if event.button != 1 or self._held is None:
            return False
        held = self._held
        self._hold(None)
        if not self._alive(held):
            return True
        found = self._target(event.pos)
        held.release(event.pos, found is not None and found.within(held))
        self.settle()
        self._moved(event.pos)
        return True

    def _wheeled(self, event: pygame.event.Event) -> bool:
        pos = self._pos
        at = self._target(pos) if pos is not None else self.focus
        dx = getattr(event, "precise_x", float(event.x))
        dy = getattr(event, "precise_y", float(event.y))
        while at is not None:
            if at.wheel(dx, dy):
                self._calm()
                self.stale = True
                self.settle()
                self._moved(pos)
                return True
            at = at.parent
        return False

    def _key(self, event: pygame.event.Event) -> bool:
        self._calm()
        combo = combo_of(event)
        at = self.focus
        while at is not None:
            if at.pressed_key(event):
                if combo in _SHOWS_FOCUS:
                    self.set_focus(self.focus, ring=True)
                return True
            at = at.parent
        if combo in ("tab", "shift+tab"):
            self.step_focus(-1 if combo == "shift+tab" else 1)
            return True
        layer = self.layers[-1]
        alone = self.focus is None or not self.focus.within(layer.widget)
        if alone and layer.widget.pressed_key(event):
            return True
        if combo == "escape" and not layer.modal:
            self.close(layer.widget)
            return True
        return any(w.shortcut_pressed(combo) for w in list(self.top.walk()))

    # --- time and layout
    @property
    def animating(self) -> bool:
        """Whether time alone will change the picture soon."""
        waits = self._tip is None and 0.0 <= self._rest < theme.TOOLTIP_DELAY and self._tip_source() is not None
        return waits or bool(self.notices) or any(getattr(w, "animating", False) for w in self._moving())

    def _moving(self) -> list[Widget]:
        return [w for layer in self.layers for w in layer.widget.walk() if hasattr(w, "animating")]

    def update(self, dt: float) -> None:
        """Let ``dt`` seconds pass and lay out what changed."""
        if self.notices.update(dt):
            self.dirty = True
        for widget in self._moving():
            widget.update(dt, self.reduced_motion)  # type: ignore[attr-defined]
        self.settle()
        self._rest += dt
        self._clock += dt
        if self._tip is None and self._rest >= theme.TOOLTIP_DELAY:
            self._show_tip()

    # --- tooltips
    def _tip_source(self) -> Widget | None:
        at = self._hover if self._alive(self._hover) else None
        if at is None and self.ring:
            at = self.focus
        while at is not None and at.tooltip is None:
            at = at.parent
        return at

    def _calm(self) -> None:
        """Take the tooltip away and let the waiting for the next begin anew."""
        if self._tip is not None:
            self._tip = None
            self.dirty = True
        self._rest = 0.0

    @property
    def tip(self) -> Tip | None:
        """What the tooltip on show says."""
        return self._tip.tip if self._tip else None

    def _show_tip(self) -> None:
        source = self._tip_source()
        tip = tip_of(source.tooltip) if source is not None else None
        if source is None or tip is None:
            return
        box = TipBox(tip)
        anchor = source.seen()
        if self._pos is not None and anchor.collidepoint(self._pos) and anchor.width > self.m.px(_WIDE):
            anchor.left, anchor.width = self._pos[0] - self.m.px(theme.PADDING), 1
        box.place(self.m, hang(box, self.m, anchor, pygame.Rect((0, 0), self.size), gap=self.m.px(6)))
        self._tip = box
        self.dirty = True

    # --- drawing
    def draw(self, surface: pygame.Surface) -> None:
        """Paint every layer, the focus ring, notices and the tooltip."""
        for layer in self.layers:
            if layer is not self.layers[0] and layer.modal:
                paint.scrim(surface, theme.SCRIM)
                paint.shadow(surface, layer.widget.rect, self.m.px(12))
            layer.widget.draw(surface, self.m)
        if self.ring and self.focus is not None and self._alive(self.focus):
            self._draw_ring(surface, self.focus)
        self.notices.draw(surface, self.m)
        if self._tip is not None:
            self._tip.draw(surface, self.m)

    def _draw_ring(self, surface: pygame.Surface, widget: Widget) -> None:
        thick = max(1, self.m.px(theme.FOCUS_RING))
        old = surface.get_clip()
        window = old
        above = widget.parent
        while above is not None:
            if above.clips:
                window = window.clip(above.view.inflate(4 * thick, 4 * thick))
            above = above.parent
        surface.set_clip(window)
        rect: Any = getattr(widget, "ring_rect", None)
        paint.ring(surface, rect or widget.rect, theme.ACCENT, thick, self.m.px(theme.CORNER))
        surface.set_clip(old)


_DOUBLE = 0.4
_WIDE = 280
"""A tooltip on something wider than this hangs at the pointer."""
_INPUT = frozenset(
    {
        pygame.MOUSEMOTION,
        pygame.MOUSEBUTTONDOWN,
        pygame.MOUSEBUTTONUP,
        pygame.MOUSEWHEEL,
        pygame.KEYDOWN,
        pygame.TEXTINPUT,
    }
)
_SHOWS_FOCUS = frozenset({"left", "right", "up", "down", "home", "end", "pageup", "pagedown", "space", "return"})
