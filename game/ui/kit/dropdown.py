"""A drop-down: one line that opens a menu of options."""

from __future__ import annotations

from typing import Any

import pygame

from game.ui import icons, theme
from game.ui.kit import paint
from game.ui.kit.choose import Choice, T
from game.ui.kit.metrics import CONTROL, Metrics
from game.ui.kit.widget import Widget, combo_of


class Dropdown(Choice[T]):
    """One line that opens a menu. Enter, Space or Down opens it; what is typed jumps to an option."""

    stretches = False
    shrinks = True

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        wide = max((m.width(words, CONTROL) for _, words in self.options), default=0)
        return min(width, wide + m.px(52)), m.px(theme.CONTROL_HEIGHT)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        line = theme.LINE if not self.works else theme.QUIET if self.hovered else theme.EDGE
        fill = theme.RAISED if self.works else None
        paint.box(surface, self.rect, fill, line, m.px(theme.CORNER), max(1, int(m.scale)))
        room = self.rect.inflate(-2 * m.px(theme.BETWEEN), 0)
        ink = theme.TEXT if self.works else theme.FAINT
        icons.draw(
            surface,
            "down",
            (room.right - m.px(6), room.centery),
            m.px(14),
            theme.QUIET if self.works else ink,
        )
        room.width -= m.px(20)
        words = self.options[self.index][1] if self.index >= 0 else "Choose"
        m.draw(surface, words, CONTROL, ink, room)

    def open(self) -> None:
        """Show the menu."""
        ui = self.ui
        if ui is not None and self.works:
            ui.popup(_Menu(self), self.rect)

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        if inside:
            self.open()

    def pressed_key(self, event: pygame.event.Event) -> bool:
        if combo_of(event) in ("return", "space", "down", "up"):
            self.open()
            return True
        return False


class _Menu(Widget):
    """The open menu of a drop-down."""

    interactive = True

    def __init__(self, owner: Dropdown[Any]) -> None:
        super().__init__()
        self.owner = owner
        self.current = max(0, owner.index)
        self.first = 0
        self._rows = 1
        self._typed = ""

    @property
    def name(self) -> str:
        return "menu"

    @property
    def focusable(self) -> bool:
        return True

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        wide = max(m.width(words, CONTROL) for _, words in self.owner.options) + m.px(48)
        rows = min(len(self.owner.options), 12)
        return max(self.owner.rect.width, wide), rows * m.px(theme.ROW_HEIGHT) + 2 * m.px(4)

    def arrange(self, m: Metrics) -> None:
        self._rows = max(1, (self.rect.height - 2 * m.px(4)) // m.px(theme.ROW_HEIGHT))
        self._keep()

    def _keep(self) -> None:
        last = max(0, len(self.owner.options) - self._rows)
        self.first = max(0, min(last, max(self.current - self._rows + 1, min(self.first, self.current))))

    def spot(self, m: Metrics, index: int) -> pygame.Rect:
        """Where the option at this place is drawn."""
        high = m.px(theme.ROW_HEIGHT)
        top = self.rect.top + m.px(4) + (index - self.first) * high
        return pygame.Rect(self.rect.left + m.px(4), top, self.rect.width - 2 * m.px(4), high)

    def spot_of(self, words: str) -> pygame.Rect:
        """Where the option with these words is; ``KeyError`` when there is none."""
        ui = self.ui
        for i, (_, shown) in enumerate(self.owner.options):
            if shown == words and ui is not None:
                return self.spot(ui.m, i)
        raise KeyError(words)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        paint.box(surface, self.rect, theme.RAISED, theme.EDGE, m.px(theme.CORNER), max(1, int(m.scale)))
        for i in range(self.first, min(len(self.owner.options), self.first + self._rows)):
            spot = self.spot(m, i)
            if i == self.current:
                paint.box(surface, spot, theme.MARKED, None, m.px(3))
            inner = spot.inflate(-2 * m.px(8), 0)
            if i == self.owner.index:
                icons.draw(surface, "check", (inner.left + m.px(6), inner.centery), m.px(14), theme.ACCENT)
            inner.left, inner.width = inner.left + m.px(20), inner.width - m.px(20)
            m.draw(surface, self.owner.options[i][1], CONTROL, theme.TEXT, inner)
        self._draw_bar(surface, m)

    def _draw_bar(self, surface: pygame.Surface, m: Metrics) -> None:
        """Where in a menu too long to be seen whole the part shown lies."""
        count = len(self.owner.options)
        if count <= self._rows:
            return
        rail = self.rect.inflate(-2 * m.px(2), -2 * m.px(4))
        top, high = rail.height * self.first // count, rail.height * self._rows // count
        bar = pygame.Rect(rail.right - m.px(4), rail.top + top, m.px(4), high)
        paint.box(surface, bar, theme.EDGE, None, m.px(2))

    def _index(self, pos: tuple[int, int]) -> int:
        ui = self.ui
        shown = range(self.first, min(len(self.owner.options), self.first + self._rows))
        return next((i for i in shown if ui and self.spot(ui.m, i).collidepoint(pos)), -1)

    def hover(self, pos: tuple[int, int] | None) -> None:
        index = self._index(pos) if pos else -1
        if index >= 0 and index != self.current:
            self.current = index

    def drag(self, pos: tuple[int, int]) -> None:
        self.hover(pos)

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        index = self._index(pos)
        if index >= 0:
            self._take(index)

    def _take(self, index: int) -> None:
        ui, owner = self.ui, self.owner
        if ui is not None:
            ui.close(self)
        owner.choose(index)

    def wheel(self, dx: float, dy: float) -> bool:
        last = max(0, len(self.owner.options) - self._rows)
        self.first = max(0, min(last, self.first - (1 if dy > 0 else -1)))
        self.current = max(self.first, min(self.first + self._rows - 1, self.current))
        return True

    def pressed_key(self, event: pygame.event.Event) -> bool:
        combo, last = combo_of(event), len(self.owner.options) - 1
        moves = {
            "up": self.current - 1,
            "down": self.current + 1,
            "home": 0,
            "end": last,
            "pageup": self.current - self._rows,
            "pagedown": self.current + self._rows,
        }
        if len(combo) != 1:
            self._typed = ""
        if combo in moves:
            self.current = max(0, min(last, moves[combo]))
            self._keep()
        elif combo in ("return", "space"):
            self._take(self.current)
        elif combo in ("tab", "shift+tab"):
            if self.ui is not None:
                self.ui.close(self)
        elif len(combo) == 1:
            self._find(combo)
        else:
            return False
        return True

    def _find(self, letter: str) -> None:
        """Go to the option that begins with what has been typed; the same letter again, to the next that begins so."""
        words = [shown.lower() for _, shown in self.owner.options]
        longer = self._typed + letter
        further = bool(self._typed) and any(one.startswith(longer) for one in words)
        self._typed = longer if further else letter
        start = self.current if further else self.current + 1
        order = [*range(start, len(words)), *range(start)]
        self.current = next((i for i in order if words[i].startswith(self._typed)), self.current)
        self._keep()
