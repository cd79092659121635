"""A long log of sentences: dispatches, chronicle, resolution.

Only what is in sight is drawn. An entry is broken into lines once, when it first counts, from widths
already known;
appending is a list append. Entries have tags to filter by, headings part the turns, details open under an
entry.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.ui import icons, theme
from game.ui.kit.metrics import BODY, BOLD, STRONG, Metrics
from game.ui.kit.scroll import BAR, Scrolling
from game.ui.kit.text import Line, Text, plain, wrap
from game.ui.kit.widget import combo_of
from game.ui.theme import Colour


@dataclass(frozen=True)
class Entry:
    """One entry. ``details`` are opened beneath it; a ``heading`` parts turns and is shown while anything
    under it is."""

    text: Text
    details: tuple[Text, ...] = ()
    icon: str = ""
    colour: Colour = theme.QUIET
    tags: frozenset[str] = frozenset()
    heading: bool = False
    marked: bool = False
    id: str = ""


class RichLog(Scrolling):
    """The log. It stays at the newest entry while it is scrolled to its end (``follow``)."""

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        *,
        label: str = "log",
        on_link: Callable[[str], object] | None = None,
        on_select: Callable[[Entry], object] | None = None,
        follow: bool = True,
        empty: str = "",
        **common: Any,
    ) -> None:
        super().__init__(**common)
        self.label = label
        self.on_link = on_link
        self.on_select = on_select
        self.follow = follow
        self.empty = empty
        self._entries: list[Entry] = list(entries)
        self._keep: Callable[[Entry], bool] | None = None
        self._open: set[int] = set()
        self._lines: dict[tuple[int, bool], list[list[Line]]] = {}
        self._shown: list[int] = []
        self._tops: list[int] = []
        self._counted = 0
        self._pending: int | None = None
        self._shape: tuple[int, float] = (0, 0.0)
        self._current = -1
        self._over: tuple[int, str | None] = (-1, None)
        self.drawn: list[int] = []
        """Places of the entries drawn last: those in sight."""

    @property
    def name(self) -> str:
        return self.label

    @property
    def entries(self) -> Sequence[Entry]:
        return self._entries

    @property
    def shown(self) -> Sequence[int]:
        """Places of the entries that pass the filter, headings included."""
        return self._shown

    @property
    def focusable(self) -> bool:
        return bool(self._entries)

    # --- content
    def append(self, entry: Entry) -> None:
        """Add an entry at the end."""
        self._entries.append(entry)
        self.touch()

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()
        self._open.clear()
        self._current = -1
        self._recount(drop=True)

    def filter(self, keep: Callable[[Entry], bool] | None) -> None:
        """Show only entries for which ``keep`` holds (and the headings they stand under); ``None`` shows
        all."""
        self._keep = keep
        self._recount()

    def search(self, words: str, tags: frozenset[str] = frozenset()) -> None:
        """Show only entries that hold these words (in text or details) and, if any are given, one of the
        tags."""
        low = words.casefold().strip()

        def keep(entry: Entry) -> bool:
            if tags and not tags & entry.tags:
                return False
            return low in "\n".join(plain(part) for part in (entry.text, *entry.details)).casefold()

        self.filter(keep if low or tags else None)

    def toggle(self, index: int) -> None:
        """Open or close the details of this entry."""
        if self._entries[index].details:
            self._open.symmetric_difference_update({index})
            self._recount()

    def is_open(self, index: int) -> bool:
        return index in self._open

    # --- counting lines
    def _recount(self, drop: bool = False) -> None:
        self._shown, self._tops, self._counted, self._pending = [], [], 0, None
        self._content = 0
        if drop:
            self._lines.clear()
        self.touch()

    def _parts(self, m: Metrics, index: int) -> list[list[Line]]:
        """The broken lines of an entry: its text, then each open detail."""
        opened = index in self._open
        key = (index, opened)
        found = self._lines.get(key)
        if found is None:
            entry = self._entries[index]
            room = self._shape[0] - self._indent(m, entry)
            face = STRONG if entry.heading else BOLD if entry.marked else BODY
            found = [wrap(m, entry.text, room, face)]
            if opened:
                found += [wrap(m, text, room - m.px(12), BODY) for text in entry.details]
            self._lines[key] = found
        return found

    @staticmethod
    def _indent(m: Metrics, entry: Entry) -> int:
        return m.px(8) if entry.heading else m.px(40)

    def _high(self, m: Metrics, index: int) -> int:
        entry = self._entries[index]
        lines = sum(len(part) for part in self._parts(m, index))
        if entry.heading:
            return lines * m.line(STRONG) + m.px(16)
        return lines * m.line(BODY) + m.px(6)

    def _count(self, m: Metrics) -> None:
        """Go on counting from the entry where the last count stopped."""
        for index in range(self._counted, len(self._entries)):
            entry = self._entries[index]
            if self._keep is not None:
                if entry.heading:
                    self._pending = index
                    continue
                if not self._keep(entry):
                    continue
                if self._pending is not None:
                    self._push(m, self._pending)
                    self._pending = None
            self._push(m, index)
        self._counted = len(self._entries)

    def _push(self, m: Metrics, index: int) -> None:
        self._shown.append(index)
        self._tops.append(self._content)
        self._content += self._high(m, index)

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return width, m.px(160)

    def arrange(self, m: Metrics) -> None:
        at_end = self._offset >= self.furthest
        self._bar, self._step = m.px(BAR), 2 * m.line(BODY)
        shape = (max(1, self.rect.width - self._bar - m.px(8)), m.scale)
        if shape != self._shape:
            self._shape = shape
            self._recount(drop=True)
        self._count(m)
        if self.follow and at_end:
            self._offset = self.furthest
        self._clamp()

    # --- drawing
    def _range(self) -> range:
        if not self._tops:
            return range(0)
        first = max(0, bisect_right(self._tops, self._offset) - 1)
        last = bisect_right(self._tops, self._offset + self.rect.height - 1)
        return range(first, last)

    def entry_rect(self, index: int) -> pygame.Rect:
        """Where the entry of this place is (perhaps out of sight); ``ValueError`` when the filter hides
        it."""
        row = self._shown.index(index)
        end = self._tops[row + 1] if row + 1 < len(self._tops) else self._content
        top = self.rect.top + self._tops[row] - self._offset
        return pygame.Rect(self.rect.left, top, self.rect.width - self._bar, end - self._tops[row])

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        old = surface.get_clip()
        surface.set_clip(self.rect.clip(old))
        self.drawn = [self._shown[row] for row in self._range()]
        if not self._shown and self.empty:
            m.draw(
                surface,
                self.empty,
                BODY,
                theme.QUIET,
                pygame.Rect(self.rect.topleft, (self.rect.width, m.px(28))),
            )
        for row in self._range():
            self._draw_entry(surface, m, self._shown[row], self.rect.top + self._tops[row] - self._offset)
        self.draw_bar(surface, m)
        surface.set_clip(old)

    def _draw_entry(self, surface: pygame.Surface, m: Metrics, index: int, y: int) -> None:
        entry, high = self._entries[index], self._high(m, index)
        rect = pygame.Rect(self.rect.left, y, self.rect.width - self._bar, high)
        if index == self._current and self.focused:
            surface.fill(theme.SELECTED, rect)
            surface.fill(theme.ACCENT, (rect.left, y, m.px(3), high))
        elif index == self._over[0] and entry.details:
            surface.fill(theme.HOVER, rect)
        middle = y + m.px(3) + m.line(BODY) // 2
        if entry.heading:
            low = y + high - m.px(4)
            surface.fill(theme.LINE, (rect.left + m.px(8), low, rect.width - m.px(8), 1))
        elif entry.details:
            fold = "down" if index in self._open else "right"
            icons.draw(surface, fold, (rect.left + m.px(10), middle), m.px(10), theme.QUIET)
            if entry.icon:
                icons.draw(surface, entry.icon, (rect.left + m.px(26), middle), m.px(14), entry.colour)
        elif entry.icon:
            icons.draw(surface, entry.icon, (rect.left + m.px(26), middle), m.px(14), entry.colour)
        for part, x, top, line in self._lines_at(m, index, y):
            colour = theme.TEXT if part == 0 else theme.QUIET
            for f in line:
                tone = f.colour or (theme.LINK if f.link and self.on_link else colour)
                surface.blit(m.text(f.text, f.face, tone), (x + f.x, top))
                if f.link and self._over == (index, f.link):
                    surface.fill(tone, (x + f.x, top + m.line(f.face) - m.px(3), f.width, max(1, int(m.scale))))

    def _lines_at(self, m: Metrics, index: int, y: int) -> list[tuple[int, int, int, Line]]:
        """Part (0 = the text itself), x, y of each line of an entry whose top is at ``y``."""
        entry = self._entries[index]
        out = []
        top = y + m.px(10 if entry.heading else 3)
        step = m.line(STRONG if entry.heading else BODY)
        left = self.rect.left + self._indent(m, entry)
        for part, lines in enumerate(self._parts(m, index)):
            for line in lines:
                out.append((part, left + (m.px(12) if part else 0), top, line))
                top += step
        return out

    # --- pointer and keys
    def _entry_at(self, pos: tuple[int, int]) -> int:
        if not self.rect.collidepoint(pos) or (self.furthest and self._rail.collidepoint(pos)) or not self._tops:
            return -1
        y = pos[1] - self.rect.top + self._offset
        return self._shown[bisect_right(self._tops, y) - 1] if y < self._content else -1

    def _link_at(self, index: int, pos: tuple[int, int]) -> str | None:
        ui = self.ui
        if ui is None or index < 0 or self.on_link is None:
            return None
        for _, x, y, line in self._lines_at(ui.m, index, self.entry_rect(index).top):
            for f in line:
                if f.link and pygame.Rect(x + f.x, y, f.width, ui.m.line(f.face)).collidepoint(pos):
                    return f.link
        return None

    def hover(self, pos: tuple[int, int] | None) -> None:
        index = self._entry_at(pos) if pos else -1
        over = (index, self._link_at(index, pos) if pos else None)
        if over != self._over:
            self._over = over
            self.touch(layout=False)

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        dragged = self._grip is not None
        super().release(pos, inside)
        index = self._entry_at(pos)
        if dragged or not inside or index < 0:
            return
        link = self._link_at(index, pos)
        if link is not None and self.on_link is not None:
            self.on_link(link)
            return
        self._go(index)
        self.toggle(index)

    def _go(self, index: int) -> None:
        self._current = index
        self.touch(layout=False)
        if self.on_select is not None:
            self.on_select(self._entries[index])

    def pressed_key(self, event: pygame.event.Event) -> bool:
        combo = combo_of(event)
        rows = [i for i in self._shown if not self._entries[i].heading]
        if combo in ("up", "down") and rows:
            at = rows.index(self._current) if self._current in rows else len(rows) if combo == "up" else -1
            self._go(rows[max(0, min(len(rows) - 1, at + (1 if combo == "down" else -1)))])
            self.show(self.entry_rect(self._current))
            return True
        if combo in ("return", "space") and self._current in rows:
            entry = self._entries[self._current]
            links = [f.link for part in self._parts_now() for line in part for f in line if f.link]
            if entry.details:
                self.toggle(self._current)
            elif links and self.on_link is not None:
                self.on_link(links[0])
            return True
        if combo in ("left", "right") and self._current in rows:
            if self.is_open(self._current) == (combo == "left"):
                self.toggle(self._current)
            return True
        return super().pressed_key(event)

    def _parts_now(self) -> list[list[Line]]:
        ui = self.ui
        return self._parts(ui.m, self._current) if ui is not None else []

    def memory(self) -> Any:
        return self._offset, self._offset >= self.furthest

    def recall(self, memory: Any) -> None:
        self._offset = 10**9 if memory[1] and self.follow else memory[0]
