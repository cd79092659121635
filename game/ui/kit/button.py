"""Things that are pressed or switched: buttons, checkboxes, toggles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame

from game.ui import icons, theme
from game.ui.kit import paint
from game.ui.kit.metrics import BODY, CONTROL, STRONG, Metrics
from game.ui.kit.tip import Tip, tip_of
from game.ui.kit.widget import Widget, combo_of, shown_combo
from game.ui.theme import Colour


class Control(Widget):
    """A widget that is operated. ``problem`` is why it cannot be now: a sentence, shown as its tooltip; ""
    when it can.

    A control with a problem does nothing but still takes the focus, so that the reason can be read by key
    as well.
    """

    interactive = True

    def __init__(self, *, enabled: bool = True, problem: str = "", **common: Any) -> None:
        self._tooltip: Any = None
        super().__init__(**common)
        self.problem = problem
        self.enabled = enabled

    @property
    def works(self) -> bool:
        """Whether it can be operated now."""
        return self.enabled and not self.problem

    @property
    def focusable(self) -> bool:
        return self.works or bool(self.problem)

    @property
    def tooltip(self) -> Any:  # type: ignore[override]
        return Tip(text=self.problem) if self.__dict__.get("problem") else self._tooltip

    @tooltip.setter
    def tooltip(self, value: Any) -> None:
        self._tooltip = value


def _ground(control: Control, primary: bool, bare: bool) -> tuple[Colour | None, Colour | None, Colour]:
    """Fill, line and ink of a control in its present state."""
    if not control.works:
        return None, None if bare else theme.LINE, theme.FAINT
    if primary:
        fill = theme.ACCENT_PRESSED if control.pressed else theme.ACCENT_HOVER if control.hovered else theme.ACCENT
        return fill, None, theme.ON_ACCENT
    if control.pressed:
        return theme.PRESSED, theme.EDGE, theme.TEXT
    if control.hovered:
        return theme.mix(theme.RAISED, theme.EDGE, 0.25), None if bare else theme.EDGE, theme.TEXT
    return (None, None, theme.QUIET) if bare else (theme.RAISED, theme.EDGE, theme.TEXT)


class Button(Control):
    """A verb to press.

    ``kind``: ``quiet`` (framed, the usual one), ``primary`` (filled with the accent, at most one a screen),
    ``bare`` (no frame, for bars). An icon alone needs ``text`` all the same, with ``icon_only=True``: it
    becomes the
    tooltip. ``shortcut`` is a combination such as ``ctrl+s``, live wherever the button is seen.
    """

    stretches = False

    def __init__(
        self,
        text: str,
        on_press: Callable[[], object] | None = None,
        *,
        kind: str = "quiet",
        icon: str = "",
        icon_only: bool = False,
        shortcut: str = "",
        badge: str = "",
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.text = text
        self.on_press = on_press
        self.kind = kind
        self.icon = icon
        self.icon_only = icon_only
        self.shortcut = shortcut
        self.badge = badge

    @property
    def name(self) -> str:
        return self.text

    @property
    def tooltip(self) -> Any:
        if self.__dict__.get("problem"):
            return Tip(text=self.problem)
        tip = tip_of(self._tooltip) or (Tip(text=self.text) if self.__dict__.get("icon_only") else None)
        combo = self.__dict__.get("shortcut")
        if combo:
            tip = tip or Tip(text=self.text)
            return Tip(tip.text, tip.title, tip.lines, tip.total, tip.note, shown_combo(combo))
        return tip

    @tooltip.setter
    def tooltip(self, value: Any) -> None:
        self._tooltip = value

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        high = m.px(theme.CONTROL_HEIGHT)
        if self.icon_only:
            return high, high
        wide = m.width(self.text, self._face) + 2 * m.px(theme.INSIDE if self.kind == "bare" else theme.PADDING)
        if self.icon:
            wide += m.px(theme.ICON + theme.INSIDE)
        if self.badge:
            wide += m.width(self.badge, BODY) + m.px(20)
        return min(wide, width), high

    @property
    def _face(self) -> Any:
        return STRONG if self.kind == "primary" else CONTROL

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        fill, line, ink = _ground(self, self.kind == "primary", self.kind == "bare")
        paint.box(surface, self.rect, fill, line, m.px(theme.CORNER), max(1, int(m.scale)))
        size = m.px(theme.ICON)
        if self.icon_only:
            icons.draw(surface, self.icon, self.rect.center, size, ink)
            return
        side = m.px(theme.ICON + theme.INSIDE) if self.icon else 0
        tail = m.width(self.badge, BODY) + m.px(20) if self.badge else 0
        pad = m.px(theme.INSIDE if self.kind == "bare" else theme.BETWEEN)
        text = m.cut(self.text, self._face, max(0, self.rect.width - side - tail - 2 * pad))
        wide = side + m.width(text, self._face) + tail
        x = self.rect.centerx - wide // 2
        if self.icon:
            icons.draw(surface, self.icon, (x + size // 2, self.rect.centery), size, ink)
        spot = pygame.Rect(x + side, self.rect.top, self.rect.width, self.rect.height)
        m.draw(surface, text, self._face, ink, spot)
        if self.badge:
            mark = pygame.Rect(0, 0, tail - m.px(8), m.px(18))
            mark.midright = (x + wide, self.rect.centery)
            paint.box(surface, mark, theme.ACCENT if self.kind != "primary" else theme.SEA, None, m.px(9))
            tone = theme.ON_ACCENT if self.kind != "primary" else theme.ACCENT
            m.draw(surface, self.badge, BODY, tone, mark, "center")

    def activate(self) -> None:
        """Press it, if it works."""
        if self.works and self.on_press is not None:
            self.on_press()

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        if inside:
            self.activate()

    def pressed_key(self, event: pygame.event.Event) -> bool:
        if combo_of(event) in ("return", "space"):
            self.activate()
            return True
        return False

    def shortcut_pressed(self, combo: str) -> bool:
        if self.shortcut and combo == self.shortcut and self.works:
            self.activate()
            return True
        return False


class Check(Control):
    """A yes or no with its words beside it. ``kind``: ``box`` (a checkbox) or ``switch`` (a toggle that
    acts at once)."""

    stretches = False
    shrinks = True

    def __init__(
        self,
        text: str,
        value: bool = False,
        on_change: Callable[[bool], object] | None = None,
        *,
        kind: str = "box",
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.text = text
        self.value = value
        self.on_change = on_change
        self.kind = kind

    @property
    def name(self) -> str:
        return self.text

    def _mark(self, m: Metrics) -> int:
        return m.px(36 if self.kind == "switch" else 18)

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        wide = self._mark(m) + m.px(10) + m.width(self.text, CONTROL) + m.px(4)
        return min(width, wide), m.px(theme.ROW_HEIGHT)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        ink = theme.TEXT if self.works else theme.FAINT
        edge = theme.LINE if not self.works else theme.ACCENT if self.value else theme.EDGE
        if self.hovered and self.works and not self.value:
            edge = theme.QUIET
        thick = max(1, int(m.scale))
        mark = pygame.Rect(self.rect.left, 0, self._mark(m), m.px(18))
        mark.centery = self.rect.centery
        on = self.value and self.works
        if self.kind == "switch":
            paint.box(surface, mark, theme.ACCENT if on else theme.PRESSED, edge, mark.height // 2, thick)
            x = mark.right - m.px(9) if self.value else mark.left + m.px(9)
            knob = theme.ON_ACCENT if on else theme.QUIET if self.works else theme.FAINT
            paint.disc(surface, (x, mark.centery), m.px(5), knob)
        else:
            paint.box(surface, mark, theme.ACCENT if on else theme.PRESSED, edge, m.px(3), thick)
            if self.value:
                tone = theme.ON_ACCENT if on else theme.FAINT
                icons.draw(surface, "check", mark.center, m.px(14), tone)
        room = self.rect.copy()
        room.left = mark.right + m.px(10)
        room.width = self.rect.right - room.left
        m.draw(surface, self.text, CONTROL, ink, room)

    def activate(self) -> None:
        """Switch it, if it works."""
        if self.works:
            self.value = not self.value
            if self.on_change is not None:
                self.on_change(self.value)

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        if inside:
            self.activate()

    def pressed_key(self, event: pygame.event.Event) -> bool:
        if combo_of(event) in ("return", "space"):
            self.activate()
            return True
        return False
