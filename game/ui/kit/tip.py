"""Tooltips: a sentence, or a number taken apart into its named addends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.ui import theme
from game.ui.kit import paint
from game.ui.kit.metrics import BODY, BOLD, FIGURE, Metrics
from game.ui.kit.text import Text, signed, wrap
from game.ui.kit.widget import Widget


@dataclass(frozen=True)
class Tip:
    """What a tooltip says.

    ``lines`` are (name, figure) pairs: an ``int`` is shown signed and coloured by its sign, a ``str`` as it
    is.
    ``total`` is the sum's own line, under a rule. ``shortcut`` is a key combination, shown quietly.
    """

    text: Text = ""
    title: str = ""
    lines: Sequence[tuple[str, int | str]] = ()
    total: tuple[str, str] | None = None
    note: Text = ""
    shortcut: str = ""


def tip_of(tooltip: Any) -> Tip | None:
    """The ``Tip`` of whatever a widget was given as tooltip; ``None`` for nothing to say."""
    if callable(tooltip):
        tooltip = tooltip()
    if tooltip is None or tooltip == "":
        return None
    return tooltip if isinstance(tooltip, Tip) else Tip(text=tooltip)


class TipBox(Widget):
    """The panel in which a ``Tip`` is shown."""

    def __init__(self, tip: Tip) -> None:
        super().__init__()
        self.tip = tip

    @property
    def name(self) -> str:
        return self.tip.title or "tooltip"

    def _widest(self, m: Metrics) -> int:
        return m.px(320)

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        pad = m.px(theme.BETWEEN)
        room = min(self._widest(m), width) - 2 * pad
        w = h = 0
        for item in self._items(m, room):
            w, h = max(w, item[0]), h + item[1]
        return w + 2 * pad, h + 2 * m.px(theme.INSIDE)

    def _items(self, m: Metrics, room: int) -> list[tuple[int, int]]:
        tip, items, line = self.tip, [], m.line(BODY)
        if tip.title:
            items.append((min(room, m.width(tip.title, BOLD)), line))
        for text in (tip.text, tip.note):
            if text:
                lines = wrap(m, text, room, BODY)
                items.append((max(sum(f.width for f in one) for one in lines), line * len(lines)))
        for name, figure in tip.lines:
            shown = signed(figure) if isinstance(figure, int) else figure
            items.append((min(room, m.width(name, BODY) + m.px(32) + m.width(shown, FIGURE)), line))
        if tip.total:
            items.append((m.width(tip.total[0], BOLD) + m.px(32) + m.width(tip.total[1], FIGURE), line + m.px(8)))
        if tip.shortcut:
            items.append((m.width(f"Key {tip.shortcut}", BODY), line))
        return items

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        paint.box(surface, self.rect, theme.RAISED, theme.EDGE, m.px(theme.CORNER))
        inner = self.rect.inflate(-2 * m.px(theme.BETWEEN), -2 * m.px(theme.INSIDE))
        tip, line, y = self.tip, m.line(BODY), inner.top

        def row(height: int = line) -> pygame.Rect:
            return pygame.Rect(inner.left, y, inner.width, height)

        if tip.title:
            m.draw(surface, tip.title, BOLD, theme.TEXT, row())
            y += line
        y = self._words(surface, m, tip.text, theme.TEXT, inner, y)
        for name, figure in tip.lines:
            shown = signed(figure) if isinstance(figure, int) else figure
            colour = theme.TEXT
            if isinstance(figure, int) and figure:
                colour = theme.BETTER if figure > 0 else theme.WORSE
            self._pair(surface, m, row(), name, shown, colour)
            y += line
        if tip.total:
            surface.fill(theme.EDGE, (inner.left, y + m.px(4), inner.width, max(1, m.px(1))))
            y += m.px(8)
            self._pair(surface, m, row(), tip.total[0], tip.total[1], theme.TEXT, bold=True)
            y += line
        y = self._words(surface, m, tip.note, theme.QUIET, inner, y)
        if tip.shortcut:
            m.draw(surface, f"Key {tip.shortcut}", BODY, theme.QUIET, row())

    @staticmethod
    def _words(
        surface: pygame.Surface, m: Metrics, text: Text, colour: theme.Colour, inner: pygame.Rect, y: int
    ) -> int:
        if not text:
            return y
        for one in wrap(m, text, inner.width, BODY):
            for f in one:
                surface.blit(m.text(f.text, f.face, f.colour or colour), (inner.left + f.x, y))
            y += m.line(BODY)
        return y

    @staticmethod
    def _pair(
        surface: pygame.Surface,
        m: Metrics,
        row: pygame.Rect,
        name: str,
        figure: str,
        colour: theme.Colour,
        bold: bool = False,
    ) -> None:
        right = m.draw(surface, figure, FIGURE, colour, row, "right")
        room = row.copy()
        room.width = right.left - row.left - m.px(12)
        left = m.draw(surface, name, BOLD if bold else BODY, theme.TEXT if bold else theme.QUIET, room)
        if not bold:
            paint.leader(
                surface,
                theme.EDGE,
                left.right + m.px(4),
                right.left - m.px(4),
                row.centery + m.px(4),
                m.px(4),
            )
