"""Tables: a header, figures at the right, rows that can be chosen and sorted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.ui import icons, theme
from game.ui.kit import paint
from game.ui.kit.lists import Rows
from game.ui.kit.metrics import BODY, BOLD, FIGURE, Metrics
from game.ui.kit.scroll import BAR
from game.ui.kit.text import plain, runs_of
from game.ui.kit.widget import combo_of
from game.ui.theme import Colour


@dataclass(frozen=True)
class Head:
    """A column of a table. ``width`` in units, 0 shares what is left; figures go right and in Fira Code."""

    title: str
    width: float = 0
    figures: bool = False
    tooltip: str = ""


@dataclass(frozen=True)
class TableRow:
    """A row: its id and one cell a column; a ``Run`` gives a cell its colour. ``keys`` sort it instead of
    the words."""

    id: str
    cells: tuple[Any, ...]
    keys: tuple[Any, ...] = ()
    swatch: Colour | None = None


class Table(Rows):
    """Columns with a header; a click on a header sorts by it (again: the other way) when ``sorts`` is set."""

    def __init__(
        self, heads: Sequence[Head], rows: Sequence[TableRow] = (), *, sorts: bool = True, **more: Any
    ) -> None:
        super().__init__(**more)
        self.heads = tuple(heads)
        self.rows = tuple(rows)
        self.sorts = sorts
        self.sorted_by = -1
        self.descending = False
        self._edges: list[tuple[int, int]] = []
        self._head = theme.ROW_HEIGHT

    @property
    def view(self) -> pygame.Rect:
        return pygame.Rect(
            self.rect.left, self.rect.top + self._head, self.rect.width, max(0, self.rect.height - self._head)
        )

    @property
    def ordered(self) -> list[TableRow]:
        """The rows as they are shown."""
        if self.sorted_by < 0:
            return list(self.rows)
        column = self.sorted_by

        def key(row: TableRow) -> Any:
            return row.keys[column] if row.keys else plain(row.cells[column])

        return sorted(self.rows, key=key, reverse=self.descending)

    @property
    def ids(self) -> Sequence[str]:
        return [row.id for row in self.ordered]

    def sort(self, column: int) -> None:
        """Sort by this column, or the other way round when already sorted by it."""
        if self.sorts:
            self.descending = not self.descending if self.sorted_by == column else self.heads[column].figures
            self.sorted_by = column

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return width, m.px(theme.ROW_HEIGHT) * (len(self.rows) + 1)

    def arrange(self, m: Metrics) -> None:
        self._row = self._head = self._step = m.px(theme.ROW_HEIGHT)
        self._bar = m.px(BAR)
        self._content = len(self.rows) * self._row
        self._clamp()
        room = self.rect.width - (self._bar if self.furthest else 0) - 2 * m.px(theme.BETWEEN)
        gap = m.px(theme.PADDING)
        fixed = sum(m.px(head.width) for head in self.heads) + gap * (len(self.heads) - 1)
        loose = sum(1 for head in self.heads if not head.width)
        share = max(m.px(40), (room - fixed) // loose) if loose else 0
        x, self._edges = self.rect.left + m.px(theme.BETWEEN), []
        for head in self.heads:
            wide = m.px(head.width) if head.width else share
            self._edges.append((x, wide))
            x += wide + gap

    def press(self, pos: tuple[int, int], clicks: int = 1) -> None:
        column = self._column(pos)
        if column >= 0:
            self.sort(column)
        else:
            super().press(pos, clicks)

    def _column(self, pos: tuple[int, int]) -> int:
        if not (self.rect.collidepoint(pos) and pos[1] < self.rect.top + self._head):
            return -1
        return next((i for i, (x, wide) in enumerate(self._edges) if x - 8 <= pos[0] < x + wide + 8), -1)

    def spot_of(self, words: str) -> pygame.Rect:
        for head, (x, wide) in zip(self.heads, self._edges, strict=False):
            if head.title == words:
                return pygame.Rect(x, self.rect.top, wide, self._head)
        return super().spot_of(words)

    def pressed_key(self, event: pygame.event.Event) -> bool:
        combo = combo_of(event)
        if self.sorts and combo in ("left", "right"):
            self.sorted_by = (self.sorted_by + (1 if combo == "right" else -1)) % len(self.heads)
            self.descending = self.heads[self.sorted_by].figures
            return True
        return super().pressed_key(event)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        old = surface.get_clip()
        surface.set_clip(self.rect.clip(old))
        for i, (head, (x, wide)) in enumerate(zip(self.heads, self._edges, strict=True)):
            spot = pygame.Rect(x, self.rect.top, wide, self._head)
            by = i == self.sorted_by
            if by:
                mark = m.px(12)
                side = (
                    spot.left + mark // 2
                    if head.figures
                    else min(spot.right - mark // 2, spot.left + m.width(head.title, BOLD) + mark)
                )
                icons.draw(surface, "down" if self.descending else "up", (side, spot.centery), mark, theme.ACCENT)
            words = spot if not (by and head.figures) else spot.inflate(-m.px(28), 0).move(m.px(14), 0)
            m.draw(surface, head.title, BOLD, theme.QUIET, words, "right" if head.figures else "left")
        surface.fill(theme.LINE, (self.rect.left, self.rect.top + self._head - 1, self.rect.width, 1))
        surface.set_clip(self.view.clip(old))
        rows, seen = self.ordered, self._range()
        self.drawn = [rows[i].id for i in seen]
        for i in seen:
            rect = self.row_rect(i)
            if i:
                surface.fill(theme.mix(theme.PANEL, theme.LINE, 0.45), (rect.left, rect.top, rect.width, 1))
            self._ground(surface, m, i, rect)
            for place, (head, (x, wide)) in enumerate(zip(self.heads, self._edges, strict=True)):
                self._cell(surface, m, rows[i], place, head, pygame.Rect(x, rect.top, wide, rect.height))
        self.draw_bar(surface, m)
        surface.set_clip(old)

    @staticmethod
    def _cell(surface: pygame.Surface, m: Metrics, row: TableRow, place: int, head: Head, spot: pygame.Rect) -> None:
        cell = row.cells[place]
        if place == 0 and row.swatch is not None:
            mark = pygame.Rect(spot.left, 0, m.px(10), m.px(10))
            mark.centery = spot.centery
            paint.box(surface, mark, row.swatch, None, m.px(2))
            spot.left, spot.width = spot.left + m.px(18), spot.width - m.px(18)
        run = next(iter(runs_of(cell)), None)
        colour = (run.colour if run else None) or theme.TEXT
        m.draw(
            surface,
            plain(cell),
            FIGURE if head.figures else BODY,
            colour,
            spot,
            "right" if head.figures else "left",
        )
