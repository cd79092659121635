"""Choosing one of several: segments side by side, radio rows, a drop-down menu, tabs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

import pygame

from game.ui import icons, theme
from game.ui.kit import paint
from game.ui.kit.button import Control
from game.ui.kit.metrics import BODY, CONTROL, STRONG, Metrics
from game.ui.kit.widget import Widget, carry_over, combo_of

T = TypeVar("T", bound=Hashable)


class _Choice(Control, Generic[T]):
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


class Segmented(_Choice[T]):
    """Two to six options in one frame."""

    stretches = False

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
                paint.box(surface, spot, theme.RAISED, theme.ACCENT if self.works else theme.EDGE, m.px(theme.CORNER), thick)
            elif i == self._over and self.works:
                paint.box(surface, spot.inflate(-2 * thick, -2 * thick), theme.HOVER, None, m.px(3))
            ink = theme.FAINT if not self.works else theme.TEXT if chosen or i == self._over else theme.QUIET
            m.draw(surface, self.options[i][1], CONTROL, ink, spot.inflate(-m.px(8), 0), "center")


class Radio(_Choice[T]):
    """Options under one another, with room for a quiet second line each: give ``notes`` in the options' order."""

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


class Dropdown(_Choice[T]):
    """One line that opens a menu. Enter, Space or Down opens it; letters jump to an option."""

    stretches = False

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        wide = max((m.width(words, CONTROL) for _, words in self.options), default=0)
        return min(width, wide + m.px(52)), m.px(theme.CONTROL_HEIGHT)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        line = theme.LINE if not self.works else theme.QUIET if self.hovered else theme.EDGE
        fill = theme.RAISED if self.works else None
        paint.box(surface, self.rect, fill, line, m.px(theme.CORNER), max(1, int(m.scale)))
        room = self.rect.inflate(-2 * m.px(theme.BETWEEN), 0)
        ink = theme.TEXT if self.works else theme.FAINT
        icons.draw(surface, "down", (room.right - m.px(6), room.centery), m.px(14), theme.QUIET if self.works else ink)
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

    @property
    def name(self) -> str:
        return "menu"

    @property
    def focusable(self) -> bool:
        return True

    @property
    def ring_rect(self) -> pygame.Rect | None:
        """No ring of its own: the current row is marked."""
        return self.rect

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
        if combo in moves:
            self.current = max(0, min(last, moves[combo]))
            self._keep()
        elif combo in ("return", "space"):
            self._take(self.current)
        elif combo in ("tab", "shift+tab"):
            if self.ui is not None:
                self.ui.close(self)
        elif len(combo) == 1:
            order = [*range(self.current + 1, last + 1), *range(self.current + 1)]
            words = [shown.lower() for _, shown in self.owner.options]
            self.current = next((i for i in order if words[i].startswith(combo)), self.current)
            self._keep()
        else:
            return False
        return True


class TabBar(_Choice[T]):
    """The names of pages, the open one underlined with the accent. ``badges`` maps a value to a short mark."""

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
        w, h = self.page.measure(m, width)
        return width, self.bar.measure(m, width)[1] + m.px(self.gap) + h

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
