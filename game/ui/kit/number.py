"""Numbers set and shown: stepper, slider, bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame

from game.ui import icons, theme
from game.ui.kit import paint
from game.ui.kit.button import Control
from game.ui.kit.metrics import BIG_FIGURE, BODY, FIGURE, Metrics
from game.ui.kit.widget import Widget, combo_of
from game.ui.theme import Colour


class _Number(Control):
    """A whole number from ``least`` to ``most``, moved by ``step``."""

    def __init__(
        self,
        value: int,
        on_change: Callable[[int], object] | None = None,
        *,
        least: int = 0,
        most: int = 100,
        step: int = 1,
        unit: str = "",
        label: str = "",
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.least = least
        self.most = most
        self.step = step
        self.unit = unit
        self.label = label
        self.value = max(least, min(most, value))
        self.on_change = on_change

    @property
    def name(self) -> str:
        return self.label

    def set_value(self, value: int) -> None:
        """Take this value (clamped) and tell ``on_change`` if it is another one."""
        value = max(self.least, min(self.most, value))
        if self.works and value != self.value:
            self.value = value
            if self.on_change is not None:
                self.on_change(value)

    def pressed_key(self, event: pygame.event.Event) -> bool:
        far = max(self.step, (self.most - self.least) // 10)
        moves = {
            "left": self.value - self.step,
            "down": self.value - self.step,
            "-": self.value - self.step,
            "right": self.value + self.step,
            "up": self.value + self.step,
            "+": self.value + self.step,
            "pagedown": self.value - far,
            "pageup": self.value + far,
            "home": self.least,
            "end": self.most,
        }
        combo = combo_of(event)
        if combo not in moves:
            return False
        self.set_value(moves[combo])
        return True

    def _words(self, value: int) -> str:
        return f"{value} {self.unit}" if self.unit else str(value)


class Stepper(_Number):
    """``− 3 RP +``: a small number moved by one. Its width does not follow the value."""

    stretches = False

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        high = m.px(theme.CONTROL_HEIGHT)
        words = max(m.width(self._words(v), BIG_FIGURE) for v in (self.least, self.most))
        return 2 * high + words + 2 * m.px(theme.INSIDE), high

    def _ends(self) -> tuple[pygame.Rect, pygame.Rect]:
        side = self.rect.height
        return (
            pygame.Rect(self.rect.left, self.rect.top, side, side),
            pygame.Rect(self.rect.right - side, self.rect.top, side, side),
        )

    def spot_of(self, words: str) -> pygame.Rect:
        """Where ``-`` and ``+`` are; ``KeyError`` for other words."""
        return {"-": self._ends()[0], "+": self._ends()[1]}[words]

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        thick = max(1, int(m.scale))
        line = theme.EDGE if self.works else theme.LINE
        paint.box(surface, self.rect, theme.PRESSED, line, m.px(theme.CORNER), thick)
        for end, icon, able in zip(
            self._ends(), ("minus", "plus"), (self.value > self.least, self.value < self.most), strict=True
        ):
            live = able and self.works
            if live:
                over = self._over is not None and end.collidepoint(self._over)
                fill = theme.mix(theme.RAISED, theme.EDGE, 0.25) if over else theme.RAISED
                paint.box(surface, end, fill, line, m.px(theme.CORNER), thick)
            icons.draw(surface, icon, end.center, m.px(12), theme.TEXT if live else theme.EDGE)
        ink = theme.TEXT if self.works else theme.FAINT
        m.draw(
            surface,
            self._words(self.value),
            BIG_FIGURE,
            ink,
            self.rect.inflate(-2 * self.rect.height, 0),
            "center",
        )

    _over: tuple[int, int] | None = None

    def hover(self, pos: tuple[int, int] | None) -> None:
        self._over = pos
        self.touch(layout=False)

    def press(self, pos: tuple[int, int], clicks: int = 1) -> None:
        less, more = self._ends()
        if less.collidepoint(pos):
            self.set_value(self.value - self.step)
        elif more.collidepoint(pos):
            self.set_value(self.value + self.step)


class Slider(_Number):
    """A number on a line, with its figure at the right."""

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return min(width, m.px(220)), m.px(theme.ROW_HEIGHT)

    _figure = 0

    def arrange(self, m: Metrics) -> None:
        self._figure = max(m.width(self._words(v), FIGURE) for v in (self.least, self.most)) + m.px(theme.BETWEEN)
        self._knob = m.px(8)

    _knob = 8

    @property
    def _track(self) -> pygame.Rect:
        return pygame.Rect(
            self.rect.left + self._knob,
            self.rect.centery - 2,
            max(1, self.rect.width - self._figure - 2 * self._knob),
            4,
        )

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        track = self._track
        x = track.left + round(track.width * (self.value - self.least) / max(1, self.most - self.least))
        paint.box(surface, track, theme.LINE, None, 2)
        done = pygame.Rect(track.left, track.top, x - track.left, track.height)
        tone = theme.ACCENT if self.works else theme.EDGE
        paint.box(surface, done, tone, None, 2)
        knob = theme.ACCENT_HOVER if self.hovered and self.works else tone
        paint.disc(surface, (x, track.centery), m.px(7), knob, theme.SEA, m.scale)
        ink = theme.TEXT if self.works else theme.FAINT
        m.draw(surface, self._words(self.value), FIGURE, ink, self.rect, "right")

    def press(self, pos: tuple[int, int], clicks: int = 1) -> None:
        self.drag(pos)

    def drag(self, pos: tuple[int, int]) -> None:
        track = self._track
        share = (pos[0] - track.left) / track.width
        steps = round(share * (self.most - self.least) / self.step)
        self.set_value(self.least + steps * self.step)


class Bar(Widget):
    """A value on a scale, 0 to ``most``.

    ``band`` is a range of belief, drawn as a lighter stretch (with ``value`` ``None`` there is only the
    band);
    ``wanted`` is a level that someone asks for, drawn as a marker; ``signed`` puts zero in the middle of
    -``most``..``most``. ``label`` stands above at the left, the figure (``shown``, or the value) above at
    the right.
    """

    def __init__(
        self,
        label: str,
        value: int | None,
        *,
        most: int = 100,
        band: tuple[int, int] | None = None,
        wanted: int | None = None,
        signed: bool = False,
        colour: Colour = theme.LINK,
        shown: str | None = None,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.label = label
        self.value = value
        self.most = most
        self.band = band
        self.wanted = wanted
        self.signed = signed
        self.colour = colour
        self.shown = shown

    @property
    def name(self) -> str:
        return self.label

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        words = m.line(BODY) + m.px(4) if self.label or self.shown else 0
        return width, words + m.px(10)

    def _x(self, rail: pygame.Rect, value: int) -> int:
        low, high = (-self.most, self.most) if self.signed else (0, self.most)
        value = max(low, min(high, value))
        return rail.left + round(rail.width * (value - low) / max(1, high - low))

    def _figure(self) -> str:
        if self.shown is not None:
            return self.shown
        if self.value is None:
            return f"{self.band[0]}–{self.band[1]}" if self.band else "–"
        return f"{self.value:+d}".replace("-", "−") if self.signed and self.value else str(self.value)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        rail = pygame.Rect(self.rect.left, self.rect.bottom - m.px(9), self.rect.width, m.px(8))
        if self.label or self.shown:
            row = pygame.Rect(self.rect.left, self.rect.top, self.rect.width, m.line(BODY))
            right = m.draw(surface, self._figure(), FIGURE, theme.TEXT, row, "right")
            row.width = max(0, right.left - row.left - m.px(8))
            m.draw(surface, self.label, BODY, theme.QUIET, row)
        paint.box(surface, rail, theme.PRESSED, theme.LINE, m.px(2))
        core = rail.inflate(-2, -2)
        if self.band is not None:
            a, b = self._x(core, self.band[0]), self._x(core, self.band[1])
            soft = theme.mix(theme.PANEL, self.colour, 0.45)
            surface.fill(soft, (a, core.top, max(m.px(2), b - a), core.height))
        zero = self._x(core, 0)
        if self.value is not None:
            x = self._x(core, self.value)
            if self.band is None:
                surface.fill(self.colour, (min(zero, x), core.top, abs(x - zero), core.height))
            else:
                surface.fill(self.colour, (x - m.px(1), core.top - m.px(1), m.px(3), core.height + m.px(2)))
        if self.signed:
            surface.fill(theme.EDGE, (zero, rail.top - m.px(1), max(1, m.px(1)), rail.height + m.px(2)))
        if self.wanted is not None:
            x, size = self._x(core, self.wanted), m.px(4)
            surface.fill(theme.ACCENT, (x - m.px(1), rail.top - m.px(2), m.px(2), rail.height + m.px(3)))
            tip = [(x - size, rail.top - size - 1), (x + size, rail.top - size - 1), (x, rail.top)]
            pygame.draw.polygon(surface, theme.ACCENT, tip)
