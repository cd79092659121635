"""What lies over what: a root, dialogs and menus over it, and which widget has the keyboard.

A *modal* layer (a dialog) keeps the keyboard to itself; a *popup* (a menu) hangs from a rectangle and
closes lightly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pygame

from game.ui import theme
from game.ui.kit.metrics import Metrics
from game.ui.kit.widget import Widget, carry_over


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

    def __init__(self, ui: Desk) -> None:
        super().__init__()
        self._ui = ui

    @property
    def ui(self) -> Any:
        return self._ui

    def touch(self, layout: bool = True) -> None:
        ui = self.__dict__.get("_ui")
        if ui is not None:
            ui.dirty = True
            ui.stale = ui.stale or layout


class Desk:
    """The layers of widgets and the focus among them. ``Ui`` adds events, time and pictures."""

    def __init__(self) -> None:
        self.m = Metrics(1.0)
        self.size = theme.START_SIZE
        self.reduced_motion = False
        self.dirty = True
        self.stale = True
        self.layers: list[Layer] = []
        self.focus: Widget | None = None
        self.ring = False
        """Whether the focus is shown: it came by key, not by pointer."""
        self._root = _Root(self)
        self._held: Widget | None = None
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
        self._calm()
        self._hold(None)
        self.layers.append(layer)
        layer.widget.parent = self._root
        self.stale = True
        stops = self._stops()
        self.set_focus(focus if focus is not None else stops[0] if stops else None)

    def close(self, widget: Widget) -> None:
        """Take away this layer and all above it; the focus goes back where it was. Unknown widgets are
        ignored."""
        for place in range(len(self.layers) - 1, 0, -1):
            if self.layers[place].widget is widget:
                gone, self.layers = self.layers[place:], self.layers[:place]
                for layer in gone:
                    layer.widget.parent = None
                self._calm()
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
        self._calm()
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

    def _calm(self) -> None:
        """Something happened: whatever waits for rest begins to wait anew."""

    def _hold(self, widget: Widget | None) -> None:
        """Remember which widget the button went down on."""
        if self._held is not None:
            self._held.pressed = False
        self._held = widget
        if widget is not None:
            widget.pressed = True

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
                layer.widget.place(self.m, hang(layer.widget, self.m, layer.anchor, window))
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

    # --- looking things up
    def find(self, name: str) -> Widget | None:
        """The first visible widget of this name or key in the top layer, interactive ones first."""
        hits = [w for w in self.top.walk() if name in (w.name, w.key)]
        return next((w for w in hits if w.interactive), hits[0] if hits else None)


def hang(widget: Widget, m: Metrics, anchor: pygame.Rect, window: pygame.Rect, gap: int = 2) -> pygame.Rect:
    """A place for a popup: under the anchor, over it for want of room, always within the window."""
    w, h = widget.measure(m, window.width)
    below, above = window.bottom - anchor.bottom - gap, anchor.top - window.top - gap
    h = min(h, max(below, above))
    y = anchor.bottom + gap if h <= below or below >= above else anchor.top - gap - h
    return pygame.Rect(anchor.left, y, w, h).clamp(window)
