"""The strip under the map: what waits, the account of the turn, and the chronicle of all turns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from game.reports.accounts import account
from game.reports.chronicle import chronicle
from game.reports.grammar import counted
from game.reports.words import (
    heading,
)
from game.ui import theme
from game.ui.kit import Button, Column, Entry, Item, Panel, RichLog, Row, Spacer, TabBar, Widget
from game.ui.scenes.inbox import Inbox, inbox
from game.ui.scenes.lately import ICONS, link_of
from game.ui.session import Session

Size = Literal["closed", "normal", "tall"]
Page = Literal["dispatches", "account", "chronicle"]
HEIGHTS: Final[dict[Size, int]] = {"closed": 37, "normal": theme.DISPATCHES, "tall": 400}


@dataclass
class StripState:
    """Which page is open, and how tall the strip stands."""

    page: Page = "dispatches"
    size: Size = "normal"


# --- the chronicle


def chronicle_entries(session: Session) -> list[Entry]:
    """The whole chronicle as the seat may know it. What was weighed opens under its line, small changes under one of
    their own at the end of each chapter."""
    world = session.world
    entries: list[Entry] = []
    small: list[str] = []

    def close() -> None:
        if small:
            entries.append(Entry("Small changes", details=tuple(small)))
            small.clear()

    for line in chronicle(session.seat.events, world, session.nation, "detail"):
        if line.kind != "text":
            close()
            entries.append(Entry(line.text, heading=line.kind == "heading", marked=line.kind == "chapter"))
        elif line.importance == "detail" and not line.indent:
            small.append(line.text)
        elif line.importance == "detail" and entries and entries[-1].id:
            entries[-1] = replace(entries[-1], details=(*entries[-1].details, line.text))
        else:
            link = link_of(world, line.about, line.nations)
            kind = link.partition(":")[0]
            entries.append(
                Entry(
                    f"– {line.text}" if line.indent else line.text,
                    icon="" if line.indent else ICONS.get(kind, ""),
                    colour=theme.ACCENT if line.importance == "headline" else theme.QUIET,
                    id=link or "line",
                )
            )
    close()
    return entries


def account_entries(session: Session) -> list[Entry]:
    """What this turn so far and the turn before did to the seat's figures, each change with its cause."""
    world, entries = session.world, list[Entry]()
    events = session.seat.events
    # The last turn ends where this one opened: its figures are those of then.
    opened, last = session.at_opening(world.turn), session.at_opening(world.turn - 1)
    spans = [(world.turn, opened, session.appraisal), (world.turn - 1, last, opened)]
    for turn, before, after in spans:
        if after is None or turn < 1:
            continue
        rows = [row for row in account(events, session.nation, before, after, turn) if row.change]
        if rows:
            so_far = ", so far" if turn == world.turn and not session.over else ""
            entries.append(Entry(f"{heading(world, turn)}{so_far}", heading=True))
            entries += [Entry(row.text, id="line") for row in rows]
    return entries


class Strip:
    """Builds the strip; keeps the chronicle's widget until something new has happened."""

    def __init__(self, session: Session, state: StripState, on_change: Callable[[], object],
                 on_open: Callable[[str], object], on_follow: Callable[[str], object]) -> None:  # fmt: skip
        self._session = session
        self.state = state
        self._on_change = on_change
        self._on_open = on_open
        self._on_follow = on_follow
        self._log: RichLog | None = None
        self._told = -1

    def show(self, page: Page, size: Size | None = None) -> None:
        """Open a page, in this size; a closed strip opens."""
        self.state.page = page
        self.state.size = size or ("normal" if self.state.size == "closed" else self.state.size)
        self._on_change()

    def toggle(self) -> None:
        """Fold the strip away, or open it."""
        self.state.size = "normal" if self.state.size == "closed" else "closed"
        self._on_change()

    def stretch(self) -> None:
        """Make it tall, or as it was."""
        self.state.size = "normal" if self.state.size == "tall" else "tall"
        self._on_change()

    def build(self, tallest: float) -> Widget:
        """The strip as it stands now, at most ``tallest`` units high."""
        rows = inbox(self._session)
        unanswered = sum(row.marked for row in rows)
        size = self.state.size
        bar: TabBar[Page] = TabBar(
            [("dispatches", "Dispatches"), ("account", "Your account"), ("chronicle", "Chronicle")],
            self.state.page,
            self.show,
            label="Strip",
            badges={"dispatches": str(unanswered)} if unanswered else {},
            grow=1,
            key="strip-tabs",
        )
        note = f"{counted(unanswered, 'dispatch', 'dispatches').capitalize()} await{'s' if unanswered == 1 else ''} you"
        head = Row(
            Spacer(width=theme.INSIDE),
            bar,
            Button(
                "Shorter" if size == "tall" else "Taller",
                self.stretch,
                kind="bare",
                icon="down" if size == "tall" else "up",
                icon_only=True,
                visible=size != "closed",
                key="strip-tall",
            ),
            Button(
                "Open the strip" if size == "closed" else "Fold the strip",
                self.toggle,
                kind="bare",
                icon="plus" if size == "closed" else "minus",
                icon_only=True,
                key="strip-fold",
                tooltip=note if unanswered else None,
            ),
            gap=theme.GRID,
            height=36,
        )
        page: Widget | None = None
        if size != "closed":
            pages = {"account": self._account, "chronicle": self._chronicle}
            page = pages[self.state.page]() if self.state.page in pages else self._dispatches(rows)
        body = Column(head, page, gap=0)
        return Panel(body, pad=0, edge="top", height=min(HEIGHTS[size], round(tallest)), key="strip")

    def _dispatches(self, rows: tuple[Item, ...]) -> Widget:
        return Inbox(
            rows,
            label="Dispatches",
            empty="Nothing has been laid before you.",
            on_activate=lambda row: self._on_open(row.partition("#")[0]),
            grow=1,
            key="inbox",
        )

    def _account(self) -> Widget:
        return RichLog(
            account_entries(self._session),
            label="Your account",
            on_select=lambda entry: None,
            empty="Nothing has moved yet.",
            grow=1,
            key="account",
        )

    def _chronicle(self) -> Widget:
        if self._log is None or self._told != self._session.seat.happened:
            self._told = self._session.seat.happened
            self._log = RichLog(
                chronicle_entries(self._session),
                label="Chronicle",
                on_select=lambda entry: self._on_follow(entry.id) if entry.id else None,
                empty="Nothing has happened yet.",
                grow=1,
                key="chronicle",
            )
        return self._log
