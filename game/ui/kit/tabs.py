"""Tabs: pages of which one is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from game.ui import theme
from game.ui.kit import paint
from game.ui.kit.choose import Choice, T
from game.ui.kit.metrics import BODY, CONTROL, STRONG, Metrics
from game.ui.kit.widget import Widget, carry_over


class TabBar(Choice[T]):
    """The names of pages, the open one underlined with the accent. ``badges`` maps a value to a short
    mark."""

    def __init__(self, *args: Any, badges: dict[Any, str] | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.badges = badges or {}

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return width, m.px(36)

    def arrange(self, m: Metrics) -> None:
        x, self._spots = self.rect.left, []
        wide = [m.width(words, STRONG) + self._badge(m, value) for value, words in self.options]
        gap = m.px(theme.GROUPS)
        spare = self.rect.width - sum(wide)
        gap = max(m.px(theme.INSIDE), min(gap, spare // max(1, len(wide) - 1))) if len(wide) > 1 else gap
        for w in wide:
            self._spots.append(pygame.Rect(x, self.rect.top, w, self.rect.height))
            x += w + gap

    def _badge(self, m: Metrics, value: Any) -> int:
        mark = self.badges.get(value)
        return m.width(mark, BODY) + m.px(18) if mark else 0

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        surface.fill(theme.LINE, (self.rect.left, self.rect.bottom - 1, self.rect.width, 1))
        for i, spot in enumerate(self._spots):
            value, words = self.options[i]
            chosen = i == self.index
            ink = theme.TEXT if chosen or i == self._over else theme.QUIET
            badge = self._badge(m, value)
            room = pygame.Rect(spot.left, spot.top, spot.width - badge, spot.height)
            m.draw(surface, words, STRONG if chosen else CONTROL, ink, room)
            if badge:
                mark = pygame.Rect(0, 0, badge - m.px(6), m.px(18))
                mark.midright = spot.midright
                paint.box(surface, mark, theme.ACCENT, None, m.px(9))
                m.draw(surface, self.badges[value], BODY, theme.ON_ACCENT, mark, "center")
            if chosen:
                surface.fill(theme.ACCENT, (spot.left, spot.bottom - m.px(2), spot.width, m.px(2)))


class Tabs(Widget):
    """Pages of which one is seen: ``pages`` are (name, widget) pairs."""

    shrinks = True

    def __init__(
        self,
        pages: Sequence[tuple[str, Widget]],
        *,
        value: str = "",
        on_change: Callable[[str], object] | None = None,
        badges: dict[str, str] | None = None,
        gap: float = theme.BETWEEN,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.pages = dict(pages)
        self.gap = gap
        self.on_change = on_change
        names = [(name, name) for name in self.pages]
        self.bar: TabBar[str] = TabBar(names, value or names[0][0], self._turned, label="pages", badges=badges)
        self.adopt(self.bar, *self.pages.values())

    def _turned(self, name: str) -> None:
        self.touch()
        if self.on_change is not None:
            self.on_change(name)

    @property
    def page(self) -> Widget:
        """The page on show."""
        return self.pages[self.bar.value]

    @property
    def children(self) -> Sequence[Widget]:
        return (self.bar, self.page)

    def put(self, name: str, page: Widget) -> None:
        """Put another widget on this page."""
        carry_over(self.pages[name], page)
        self.pages[name] = page
        self.adopt(page)
        self.touch()

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return width, self.bar.measure(m, width)[1] + m.px(self.gap) + self.page.measure(m, width)[1]

    def arrange(self, m: Metrics) -> None:
        high = self.bar.measure(m, self.rect.width)[1]
        self.bar.place(m, pygame.Rect(self.rect.left, self.rect.top, self.rect.width, high))
        top = self.rect.top + high + m.px(self.gap)
        self.page.place(m, pygame.Rect(self.rect.left, top, self.rect.width, max(0, self.rect.bottom - top)))

    def memory(self) -> str:
        return self.bar.value

    def recall(self, memory: str) -> None:
        if memory in self.pages:
            self.bar.value = memory
