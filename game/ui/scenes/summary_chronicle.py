"""The chronicle of a whole game on one screen, with search and with as much detail as is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.core.events import Event
from game.core.world import State
from game.reports.chronicle import chronicle
from game.reports.sentences import Importance
from game.ui import theme
from game.ui.kit import Centred, Column, Entry, RichLog, Row, Segmented, TextField, Widget
from game.ui.scene import Scene
from game.ui.scenes.frame import page

LEVELS: Final[tuple[tuple[Importance, str], ...]] = (
    ("headline", "Headlines"),
    ("ordinary", "What mattered"),
    ("detail", "Everything"),
)
_WIDE = 960


class ChronicleScene(Scene):
    """A game told turn by turn, from all the events given; of one nation's knowledge where ``nation`` is named."""

    title = "The chronicle"

    def __init__(self, world: State, events: Sequence[Event], nation: str | None = None) -> None:
        super().__init__()
        self.world = world
        self.events = tuple(events)
        self.nation = nation
        self.level: Importance = "ordinary"
        self.sought = ""
        self.shortcuts = {"ctrl+f": lambda: self.ui.set_focus(self.ui.find("search"), ring=True)}

    def _choose(self, level: Importance) -> None:
        self.level = level
        self.refresh()

    def _seek(self, text: str) -> None:
        self.sought = text
        self.refresh()

    def entries(self) -> list[Entry]:
        """The lines that are shown; headings stand over those found by the search."""
        words = self.sought.casefold().split()
        found: list[Entry] = []
        for line in chronicle(self.events, self.world, self.nation, self.level):
            if line.kind == "heading":
                found.append(Entry(line.text, heading=True))
            elif line.kind == "chapter":
                if not words:
                    found.append(Entry(line.text, marked=True))
            elif all(word in line.text.casefold() for word in words):
                mark = "– " if line.indent else ""
                colour = theme.ACCENT if line.importance == "headline" else theme.QUIET
                found.append(Entry(f"{mark}{line.text}", colour=colour))
        if words:
            found = [
                entry
                for place, entry in enumerate(found)
                if not entry.heading or (place + 1 < len(found) and not found[place + 1].heading)
            ]
        return found

    def build(self) -> Widget:
        tools = Row(
            Segmented(LEVELS, self.level, self._choose, label="Detail", key="detail"),
            TextField(
                self.sought,
                self._seek,
                label="search",
                placeholder="Search the chronicle",
                icon="search",
                clears=True,
                grow=1,
                key="search",
            ),
        )
        log = RichLog(
            self.entries(),
            label="Chronicle",
            follow=False,
            empty="Nothing is told of that.",
            grow=1,
            key=f"chronicle-{self.level}-{self.sought}",
        )
        return page("The chronicle", self.back, Centred(Column(tools, log), widest=_WIDE, pad=theme.PADDING))
