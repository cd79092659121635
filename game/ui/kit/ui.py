"""One window's worth of widgets: who has the focus, what lies on top, where the pointer is, which notices stand.

A scene owns one ``Ui``. ``process_event`` hands an event to the right widget, ``update`` lets time pass and lays out
what changed, ``draw`` paints. Layers lie over the root: a *modal* layer (a dialog) keeps all events to itself, a
*popup* (a menu) closes at the first click elsewhere or Esc.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pygame

from game.ui import theme
from game.ui.kit import paint
from game.ui.kit.metrics import Metrics
from game.ui.kit.notice import Notices
from game.ui.kit.tip import Tip, TipBox, tip_of
from game.ui.kit.widget import Widget, carry_over, combo_of


@dataclass
class Layer:
    """Something laid over the root. ``anchor`` is the rectangle a popup hangs from."""

    widget: Widget
    modal: bool
    anchor: pygame.Rect | None = None
    on_close: Callable[[], None] | None = None
    came_from: Widget | None = None


class _Root(Widget):
    """The unseen parent of all layers: where ``touch`` ends."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui = ui

    @property
    def ui(self) -> Ui:
        return self._ui

    def touch(self, layout: bool = True) -> None:
        ui = self.__dict__.get("_ui")
        if ui is not None:
            ui.dirty = True
            ui.stale = ui.stale or layout


class Ui:
    """The desk on which a scene lays its widgets."""

    def __init__(self) -> None:
        self.m = Metrics(1.0)
        self.size = theme.START_SIZE
        self.reduced_motion = False
        self.dirty = True
        self.stale = True
        self.layers: list[Layer] = []
        self.notices = Notices()
        self.focus: Widget | None = None
        self.ring = False
        """Whether the focus is shown: it came by key, not by pointer."""
        self._root = _Root(self)
        self._hover: Widget | None = None
        self._held: Widget | None = None
        self._pos: tuple[int, int] | None = None
        self._rest = 0.0
        self._tip: TipBox | None = None
        self.set_root(Widget())

    # --- what is shown
    @property
    def root(self) -> Widget:
        return self.layers[0].widget

    def set_root(self, root: Widget) -> None:
        """Show this tree; focus and scroll places of widgets with the same ``key`` are kept."""
        if self.layers:
            carry_over(self.layers[0].widget, root)
            self.layers[0].widget = root
        else:
            self.layers.append(Layer(root, modal=True))
        root.parent = self._root
        self._root.touch()

    def resize(self, size: tuple[int, int], scale: float) -> None:
        """Fit a window of this many pixels at this scale."""
        if scale != self.m.scale:
            self.m = Metrics(scale)
        self.size = size
        while len(self.layers) > 1 and self.layers[-1].anchor is not None:
            self.close(self.layers[-1].widget)
        self._root.touch()

    def open(self, widget: Widget, focus: Widget | None = None) -> None:
        """Lay a dialog over everything; it keeps the keyboard until closed."""
        self._push(Layer(widget, modal=True, came_from=self.focus), focus)

    def popup(self, widget: Widget, anchor: pygame.Rect, on_close: Callable[[], None] | None = None) -> None:
        """Hang a menu under (or over, for want of room) ``anchor``."""
        self._push(Layer(widget, modal=False, anchor=anchor, on_close=on_close, came_from=self.focus), widget)

    def _push(self, layer: Layer, focus: Widget | None) -> None:
        self._drop_tip()
        self._hold(None)
        self.layers.append(layer)
        layer.widget.parent = self._root
        self.stale = True
        stops = self._stops()
        self.set_focus(focus if focus is not None else stops[0] if stops else None)

    def close(self, widget: Widget) -> None:
        """Take away this layer and all above it; the focus goes back where it was. Unknown widgets are ignored."""
        for place in range(len(self.layers) - 1, 0, -1):
            if self.layers[place].widget is widget:
                gone, self.layers = self.layers[place:], self.layers[:place]
                for layer in gone:
                    layer.widget.parent = None
                self._drop_tip()
                self._hold(None)
                self.set_focus(gone[0].came_from if self._alive(gone[0].came_from) else None)
                self._root.touch()
                for layer in gone:
                    if layer.on_close:
                        layer.on_close()
                return

    @property
    def top(self) -> Widget:
        """The layer that has the keyboard."""
        return self.layers[-1].widget

    def notice(self, text: str, kind: str = "plain") -> None:
        """Show a line at the lower edge for a while; ``kind`` is ``plain``, ``better`` or ``worse``."""
        self.notices.add(text, kind)
        self.dirty = True

    # --- focus
    def set_focus(self, widget: Widget | None, ring: bool | None = None) -> None:
        """Give a widget the keyboard; ``ring`` tells whether to show it (kept as it is by default)."""
        if ring is not None and ring != self.ring:
            self.ring = ring
            self.dirty = True
        if widget is self.focus:
            return
        if self.focus is not None:
            self.focus.focused = False
        self.focus = widget
        if widget is not None:
            widget.focused = True
        self._rest = 0.0
        self.dirty = True

    def _alive(self, widget: Widget | None) -> bool:
        return widget is not None and any(widget.within(layer.widget) for layer in self.layers)

    def _stops(self) -> list[Widget]:
        return [w for w in self.top.walk() if w.focusable]

    def step_focus(self, by: int) -> None:
        """Move the focus forward (1) or back (-1) in reading order, round and round within the top layer."""
        stops = self._stops()
        if not stops:
            return
        if self.focus in stops:
            place = (stops.index(self.focus) + by) % len(stops)
        else:
            place = 0 if by > 0 else len(stops) - 1
        self.set_focus(stops[place], ring=True)
        self.reveal(stops[place])

    def reveal(self, widget: Widget) -> None:
        """Scroll whatever must scroll so that this widget is seen."""
        above = widget.parent
        while above is not None:
            show = getattr(above, "show", None)
            if above.clips and show is not None:
                show(widget.rect)
            above = above.parent

    # --- events
    def process_event(self, event: pygame.event.Event) -> pygame.event.Event | None:
        """Hand the event to a widget; ``None`` when one used it."""
        self.settle()
        kind = event.type
        if kind == pygame.MOUSEMOTION:
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
            self._drop_tip()
        if taker is not None:
            taker.hover(pos)
        return False

    def _down(self, event: pygame.event.Event) -> bool:
        self._drop_tip()
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
        taker.press(event.pos, getattr(event, "clicks", 1))
        return True

    def _hold(self, widget: Widget | None) -> None:
        if self._held is not None:
            self._held.pressed = False
        self._held = widget
        if widget is not None:
            widget.pressed = True

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
                self._drop_tip()
                self.stale = True
                self.settle()
                self._moved(pos)
                return True
            at = at.parent
        return False

    def _key(self, event: pygame.event.Event) -> bool:
        self._drop_tip()
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
        if self._tip is None and self._rest >= theme.TOOLTIP_DELAY:
            self._show_tip()

    def settle(self) -> None:
        """Lay out every layer if anything changed since the last time."""
        if self.focus is not None and not self._alive(self.focus):
            self._refocus()
        if not self.stale:
            return
        self.stale = False
        window = pygame.Rect((0, 0), self.size)
        for layer in self.layers:
            if layer is self.layers[0]:
                layer.widget.place(self.m, window)
            elif layer.anchor is not None:
                layer.widget.place(self.m, _hang(layer.widget, self.m, layer.anchor, window))
            else:
                w, h = layer.widget.measure(self.m, window.width - 2 * self.m.px(theme.GROUPS))
                h = min(h, window.height - 2 * self.m.px(theme.GROUPS))
                spot = pygame.Rect(0, 0, w, h)
                spot.center = window.center
                layer.widget.place(self.m, spot)
        self.stale = False
        self.dirty = True

    def _refocus(self) -> None:
        """The focused widget is gone: hand the focus to the one of the same key, if there is one."""
        gone = self.focus
        key = gone.key if gone is not None else None
        heir = next((w for w in self.top.walk() if key and w.key == key and w.focusable), None)
        self.set_focus(heir)

    # --- tooltips
    def _tip_source(self) -> Widget | None:
        at = self._hover if self._alive(self._hover) else None
        if at is None and self.ring:
            at = self.focus
        while at is not None and at.tooltip is None:
            at = at.parent
        return at

    def _drop_tip(self) -> None:
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
        box.place(self.m, _hang(box, self.m, source.seen(), pygame.Rect((0, 0), self.size), gap=self.m.px(6)))
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

    # --- looking things up
    def find(self, name: str) -> Widget | None:
        """The first visible widget of this name or key in the top layer, interactive ones first."""
        hits = [w for w in self.top.walk() if name in (w.name, w.key)]
        return next((w for w in hits if w.interactive), hits[0] if hits else None)


def _hang(widget: Widget, m: Metrics, anchor: pygame.Rect, window: pygame.Rect, gap: int = 2) -> pygame.Rect:
    """A place for a popup: under the anchor, over it for want of room, always within the window."""
    w, h = widget.measure(m, window.width)
    below, above = window.bottom - anchor.bottom - gap, anchor.top - window.top - gap
    h = min(h, max(below, above))
    y = anchor.bottom + gap if h <= below or below >= above else anchor.top - gap - h
    return pygame.Rect(anchor.left, y, w, h).clamp(window)


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
