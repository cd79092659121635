"""Choosing one of several that are all in sight: segments side by side, radio rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

import pygame

from game.ui import theme
from game.ui.kit import paint
from game.ui.kit.button import Control
from game.ui.kit.metrics import BODY, CONTROL, Metrics
from game.ui.kit.widget import combo_of

T = TypeVar("T", bound=Hashable)


class Choice(Control, Generic[T]):
    """What all of these share: ``options`` are (value, words) pairs, one value is chosen."""

    def __init__(
        self,
        options: Sequence[tuple[T, str]],
        value: T,
        on_change: Callable[[T], object] | None = None,
        *,
        label: str = "",
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.options = tuple(options)
        self.value = value
        self.on_change = on_change
        self.label = label
        self._over = -1
        self._spots: list[pygame.Rect] = []

    @property
    def name(self) -> str:
        return self.label

    @property
    def index(self) -> int:
        """Which option is chosen, from 0; -1 when the value is none of them."""
        return next((i for i, (value, _) in enumerate(self.options) if value == self.value), -1)

    def choose(self, index: int) -> None:
        """Choose the option at this place, if it is another one and the control works."""
        if self.works and 0 <= index < len(self.options) and index != self.index:
            self.value = self.options[index][0]
            if self.on_change is not None:
                self.on_change(self.value)

    def spot_of(self, words: str) -> pygame.Rect:
        """Where the option with these words is; ``KeyError`` when there is none."""
        for (_, shown), spot in zip(self.options, self._spots, strict=False):
            if shown == words:
                return spot
        raise KeyError(words)

    def _at(self, pos: tuple[int, int]) -> int:
        return next((i for i, spot in enumerate(self._spots) if spot.collidepoint(pos)), -1)

    def hover(self, pos: tuple[int, int] | None) -> None:
        over = self._at(pos) if pos else -1
        if over != self._over:
            self._over = over
            self.touch(layout=False)

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        self.choose(self._at(pos))

    def pressed_key(self, event: pygame.event.Event) -> bool:
        step = {"left": -1, "up": -1, "right": 1, "down": 1}.get(combo_of(event))
        last = len(self.options) - 1
        if step is not None:
            self.choose(max(0, min(last, self.index + step)))
        elif combo_of(event) in ("home", "end"):
            self.choose(0 if combo_of(event) == "home" else last)
        else:
            return False
        return True


class Segmented(Choice[T]):
    """Two to six options in one frame."""

    stretches = False
    shrinks = True

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return min(width, sum(self._wide(m))), m.px(theme.CONTROL_HEIGHT)

    def _wide(self, m: Metrics) -> list[int]:
        return [m.width(words, CONTROL) + 2 * m.px(theme.BETWEEN) for _, words in self.options]

    def arrange(self, m: Metrics) -> None:
        wide, x = self._wide(m), self.rect.left
        spare = (self.rect.width - sum(wide)) // max(1, len(wide))
        self._spots = []
        for i, w in enumerate(wide):
            right = self.rect.right if i == len(wide) - 1 else x + w + spare
            self._spots.append(pygame.Rect(x, self.rect.top, right - x, self.rect.height))
            x = right

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        line = theme.EDGE if self.works else theme.LINE
        thick = max(1, int(m.scale))
        paint.box(surface, self.rect, theme.PRESSED, line, m.px(theme.CORNER), thick)
        for i, spot in enumerate(self._spots):
            chosen = i == self.index
            if chosen:
                paint.box(
                    surface,
                    spot,
                    theme.RAISED,
                    theme.ACCENT if self.works else theme.EDGE,
                    m.px(theme.CORNER),
                    thick,
                )
            elif i == self._over and self.works:
                paint.box(surface, spot.inflate(-2 * thick, -2 * thick), theme.HOVER, None, m.px(3))
            ink = theme.FAINT if not self.works else theme.TEXT if chosen or i == self._over else theme.QUIET
            m.draw(surface, self.options[i][1], CONTROL, ink, spot.inflate(-m.px(8), 0), "center")


class Radio(Choice[T]):
    """Options under one another, with room for a quiet second line each: give ``notes`` in the options'
    order."""

    def __init__(self, *args: Any, notes: Sequence[str] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.notes = tuple(notes)

    def _note(self, i: int) -> str:
        return self.notes[i] if i < len(self.notes) else ""

    def _high(self, m: Metrics, i: int) -> int:
        return m.px(theme.ROW_HEIGHT) + (m.line(BODY) if self._note(i) else 0)

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        wide = max((m.width(words, CONTROL) for _, words in self.options), default=0)
        wide = max([wide, *(m.width(note, BODY) for note in self.notes)]) + m.px(32)
        return min(wide, width), sum(self._high(m, i) for i in range(len(self.options)))

    def arrange(self, m: Metrics) -> None:
        y, self._spots = self.rect.top, []
        for i in range(len(self.options)):
            self._spots.append(pygame.Rect(self.rect.left, y, self.rect.width, self._high(m, i)))
            y += self._high(m, i)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        for i, spot in enumerate(self._spots):
            chosen = i == self.index
            middle = spot.top + m.px(theme.ROW_HEIGHT) // 2
            edge = theme.ACCENT if chosen else theme.QUIET if i == self._over else theme.EDGE
            edge = edge if self.works else theme.LINE
            centre = (spot.left + m.px(9), middle)
            paint.disc(surface, centre, m.px(8), theme.PRESSED, edge, 1.2 * m.scale)
            if chosen:
                paint.disc(surface, centre, m.px(4), theme.ACCENT if self.works else theme.FAINT)
            room = pygame.Rect(spot.left + m.px(28), spot.top, spot.width - m.px(28), m.px(theme.ROW_HEIGHT))
            m.draw(surface, self.options[i][1], CONTROL, theme.TEXT if self.works else theme.FAINT, room)
            if self._note(i):
                low = pygame.Rect(room.left, room.bottom - m.px(4), room.width, m.line(BODY))
                m.draw(surface, self._note(i), BODY, theme.QUIET if self.works else theme.FAINT, low)
