"""A seat at the table: all that a person's window, a browser or a bot may hold of a game."""

from __future__ import annotations

from typing import Protocol

from game.core.acts import Act
from game.core.checks.answers import Answers
from game.core.events import Event
from game.core.legality import problems
from game.core.options import asked, default_sheet
from game.core.orders import Sheet
from game.core.problems import Problem
from game.core.view import View, view_of, visible
from game.core.world import State


class Board(Protocol):
    """What a seat needs of the table it stands at."""

    drafts: dict[str, Sheet]
    committed: list[str]
    sealed: dict[str, Answers]

    openings: dict[int, State]

    @property
    def events(self) -> tuple[Event, ...]: ...

    @property
    def record(self) -> tuple[Event, ...]: ...

    @property
    def event_count(self) -> int: ...

    def view(self, nation: str) -> View: ...

    def act(self, nation: str, act: Act) -> None: ...

    def draft(self, nation: str, sheet: Sheet) -> None: ...

    def commit(self, nation: str) -> None: ...

    def retract(self, nation: str) -> None: ...

    def answer(self, nation: str, answers: Answers) -> None: ...


class Seat:
    """One nation's place at the table. Sees what that nation may know, and nothing else."""

    def __init__(self, table: Board, nation: str) -> None:
        self._table = table
        self.nation = nation

    @property
    def view(self) -> View:
        """What the nation may know now."""
        return self._table.view(self.nation)

    def opened(self, turn: int) -> View | None:
        """What the nation could know as a turn opened; None for a turn this table did not see open."""
        state = self._table.openings.get(turn)
        return view_of(state, self.nation) if state is not None else None

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that has happened and was not rolled back, as far as the nation may know it."""
        return visible(self._table.events, self.nation)

    def events_since(self, index: int) -> tuple[Event, ...]:
        """What happened from the table's event number `index` on, as far as the nation may know it."""
        return visible(self._table.record[index:], self.nation)

    @property
    def happened(self) -> int:
        """Number of events the table has seen: a mark for `events_since`."""
        return self._table.event_count

    def problems(self, what: Act | Sheet | Answers) -> tuple[Problem, ...]:
        """Every reason why this may not be done now; empty when it may."""
        return problems(self.view, what)

    def act(self, act: Act) -> None:
        """Act live; AI nations that are addressed reply at once. Raises ActError, leaving all as it was."""
        self._table.act(self.nation, act)

    @property
    def sheet(self) -> Sheet:
        """The orders as drafted so far."""
        return self._table.drafts.get(self.nation) or default_sheet(self.view.world, self.nation)

    def draft(self, sheet: Sheet) -> None:
        """Replace the drafted orders. Raises ActError where they are not allowed."""
        self._table.draft(self.nation, sheet)

    @property
    def committed(self) -> bool:
        """Whether the orders are committed."""
        return self.nation in self._table.committed

    def commit(self) -> None:
        """Commit the drafted orders. When everybody has, the game moves on."""
        self._table.commit(self.nation)

    def retract(self) -> None:
        """Take the commitment back, while somebody else has still to commit."""
        self._table.retract(self.nation)

    @property
    def asked(self) -> tuple[str, ...]:
        """Cases in which a sealed answer is asked of this seat and none has been given."""
        if self.nation in self._table.sealed:
            return ()
        return asked(self.view.world, self.nation)

    def answer(self, answers: Answers) -> None:
        """Seal the answers of this round. When all are in, they are opened together. Raises ActError."""
        self._table.answer(self.nation, answers)
