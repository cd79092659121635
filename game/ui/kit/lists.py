"""Long lists: only the rows in sight are drawn, whatever their number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.ui import icons, theme
from game.ui.kit import paint
from game.ui.kit.metrics import BODY, BOLD, FIGURE, Metrics
from game.ui.kit.scroll import BAR, Scrolling
from game.ui.kit.widget import combo_of
from game.ui.theme import Colour


@dataclass(frozen=True)
class Item:
    """A row of a list: words, a quieter second line, an icon or swatch before, a figure or word at the
    right."""

    id: str
    text: str
    note: str = ""
    icon: str = ""
    colour: Colour = theme.QUIET
    swatch: Colour | None = None
    end: str = ""
    marked: bool = False
    """Unread, or awaiting an answer: bold, with an accent dot."""


class Rows(Scrolling):
    """What lists and tables share: rows of one height, one of them chosen, arrows to move, Enter to act."""

    def __init__(
        self,
        *,
        label: str = "",
        selected: str | None = None,
        on_select: Callable[[str], object] | None = None,
        on_activate: Callable[[str], object] | None = None,
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.label = label
        self.selected = selected
        self.on_select = on_select
        self.on_activate = on_activate
        self._row = theme.ROW_HEIGHT
        self._over = -1
        self.drawn: list[str] = []
        """Ids of the rows drawn last: those in sight."""

    @property
    def name(self) -> str:
        return self.label

    @property
    def focusable(self) -> bool:
        return bool(self.ids)

    @property
    def ids(self) -> Sequence[str]:
        """Ids of the rows, from the top."""
        return ()

    def _range(self) -> range:
        view, count = self.view, len(self.ids)
        return range(self._offset // self._row, min(count, (self._offset + view.height - 1) // self._row + 1))

    def row_rect(self, index: int) -> pygame.Rect:
        """Where this row is (perhaps out of sight)."""
        view = self.view
        bar = self._bar if self.furthest else 0
        return pygame.Rect(view.left, view.top + index * self._row - self._offset, view.width - bar, self._row)

    def spot_of(self, words: str) -> pygame.Rect:
        """Where the row with this id is, scrolled into sight; ``KeyError`` when there is none."""
        if words not in self.ids:
            raise KeyError(words)
        self.show(self.row_rect(list(self.ids).index(words)))
        return self.row_rect(list(self.ids).index(words))

    def select(self, row: str) -> None:
        """Choose this row, bring it into sight and tell ``on_select``."""
        if row in self.ids:
            self.show(self.row_rect(list(self.ids).index(row)))
            if row != self.selected:
                self.selected = row
                if self.on_select is not None:
                    self.on_select(row)

    def _at(self, pos: tuple[int, int]) -> int:
        if not self.view.collidepoint(pos) or (self.furthest and self._rail.collidepoint(pos)):
            return -1
        index = (pos[1] - self.view.top + self._offset) // self._row
        return index if index < len(self.ids) else -1

    def hover(self, pos: tuple[int, int] | None) -> None:
        over = self._at(pos) if pos else -1
        if over != self._over:
            self._over = over
            self.touch(layout=False)

    def press(self, pos: tuple[int, int], clicks: int = 1) -> None:
        super().press(pos, clicks)
        index = self._at(pos)
        if self._grip is None and index >= 0:
            self.select(self.ids[index])
            if clicks >= 2 and self.on_activate is not None:
                self.on_activate(self.ids[index])

    def pressed_key(self, event: pygame.event.Event) -> bool:
        ids, combo = list(self.ids), combo_of(event)
        if not ids:
            return False
        at = ids.index(self.selected) if self.selected in ids else -1
        page = max(1, self.view.height // self._row - 1)
        to = {
            "up": at - 1,
            "down": at + 1,
            "pageup": at - page,
            "pagedown": at + page,
            "home": 0,
            "end": len(ids) - 1,
        }.get(combo)
        if to is not None:
            self.select(ids[max(0, min(len(ids) - 1, to))])
            return True
        if combo in ("return", "space") and at >= 0 and self.on_activate is not None:
            self.on_activate(ids[at])
            return True
        return False

    def _ground(self, surface: pygame.Surface, m: Metrics, index: int, rect: pygame.Rect) -> None:
        if self.ids[index] == self.selected:
            surface.fill(theme.SELECTED, rect)
            surface.fill(theme.ACCENT, (rect.left, rect.top, m.px(3), rect.height))
        elif index == self._over:
            surface.fill(theme.HOVER, rect)

    def memory(self) -> Any:
        return self._offset, self.selected

    def recall(self, memory: Any) -> None:
        self._offset = memory[0]
        if self.selected is None:
            self.selected = memory[1]


class ListView(Rows):
    """A list of ``Item``. Rows have two lines when ``notes`` is set. ``empty`` is said when there is none."""

    def __init__(self, items: Sequence[Item] = (), *, notes: bool = False, empty: str = "", **more: Any) -> None:
        super().__init__(**more)
        self.items = tuple(items)
        self.notes = notes
        self.empty = empty

    @property
    def ids(self) -> Sequence[str]:
        return [item.id for item in self.items]

    def _high(self, m: Metrics) -> int:
        return m.px(theme.ROW_HEIGHT) + (m.line(BODY) + m.px(4) if self.notes else 0)

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return width, max(1, len(self.items)) * self._high(m)

    def arrange(self, m: Metrics) -> None:
        self._row, self._bar, self._step = self._high(m), m.px(BAR), self._high(m)
        self._content = len(self.items) * self._row
        self._clamp()

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        old = surface.get_clip()
        surface.set_clip(self.rect.clip(old))
        if not self.items and self.empty:
            row = pygame.Rect(self.rect.left + m.px(8), self.rect.top, self.rect.width - m.px(16), self._row)
            m.draw(surface, self.empty, BODY, theme.QUIET, row)
        self.drawn = [self.items[i].id for i in self._range()]
        for i in self._range():
            self._draw_row(surface, m, i, self.row_rect(i))
        self.draw_bar(surface, m)
        surface.set_clip(old)

    def _draw_row(self, surface: pygame.Surface, m: Metrics, i: int, rect: pygame.Rect) -> None:
        item = self.items[i]
        self._ground(surface, m, i, rect)
        inner = rect.inflate(-2 * m.px(theme.BETWEEN), 0)
        line = pygame.Rect(inner.left, inner.top, inner.width, m.px(theme.ROW_HEIGHT))
        if self.notes:
            line.top += m.px(2)
        if item.swatch is not None:
            spot = pygame.Rect(line.left, 0, m.px(12), m.px(12))
            spot.centery = line.centery
            paint.box(surface, spot, item.swatch, None, m.px(2))
        elif item.icon:
            icons.draw(surface, item.icon, (line.left + m.px(7), line.centery), m.px(theme.ICON), item.colour)
        if item.icon or item.swatch is not None:
            line.left, line.width = line.left + m.px(24), line.width - m.px(24)
        if item.marked:
            paint.disc(surface, (line.right - m.px(4), line.centery), m.px(4), theme.ACCENT)
            line.width -= m.px(16)
        note = pygame.Rect(line.left, line.bottom - m.px(5), line.width, m.line(BODY))
        if item.end:
            right = m.draw(surface, item.end, FIGURE, theme.QUIET, line, "right")
            line.width = max(0, right.left - line.left - m.px(8))
        m.draw(surface, item.text, BOLD if item.marked else BODY, theme.TEXT, line)
        if self.notes and item.note:
            m.draw(surface, item.note, BODY, theme.QUIET, note)
