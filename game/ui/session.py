"""One person's game as the window holds it: the seat, what is selected, what has been told already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from game.core.acts import Act
from game.core.appraisal import Appraisal
from game.core.checks.answers import Answers
from game.core.events import Event
from game.core.orders import Sheet
from game.core.problems import Problem
from game.core.view import View
from game.core.world import Nation, State
from game.table import Seat, Table

SelectionKind = Literal["nation", "treaty", "crisis", "thread", "misfortune"]
Overlay = Literal["blocs", "trust", "threat"]


@dataclass(frozen=True)
class Selection:
    """What the side panel shows."""

    kind: SelectionKind
    id: str


class Session:
    """A seat in the window. Scenes read it, act through it and ask it what is new."""

    def __init__(self, table: Table, nation: str) -> None:
        self.table = table
        self.seat: Seat = table.seat(nation)
        self.nation = nation
        self.selection: Selection | None = Selection("nation", nation)
        self.overlay: Overlay = "blocs"
        self.told = 0
        """Table events that have been shown, so that a resolution plays what came after."""
        self._view: View | None = None
        self._appraisal: Appraisal | None = None
        self._at = -1
        self._openings: dict[int, Appraisal | None] = {}

    # -- reading

    @property
    def view(self) -> View:
        """What the seat may know now; made once for each moment of the game."""
        if self._view is None or self._at != self.seat.happened:
            self._view, self._appraisal, self._at = self.seat.view, None, self.seat.happened
        return self._view

    @property
    def world(self) -> State:
        """The world as the seat believes it."""
        return self.view.world

    @property
    def me(self) -> Nation:
        """The seat's own nation."""
        return self.world.nations[self.nation]

    @property
    def appraisal(self) -> Appraisal:
        """Every computed number, from the seat's own world."""
        view = self.view
        if self._appraisal is None:
            self._appraisal = Appraisal(view.world, view.ground)
        return self._appraisal

    def at_opening(self, turn: int) -> Appraisal | None:
        """Every computed number as a turn opened, from the seat's own world then; None where it is not known."""
        if turn not in self._openings:
            then = self.seat.opened(turn)
            self._openings[turn] = Appraisal(then.world, then.ground) if then is not None else None
        return self._openings[turn]

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.table.over

    def untold(self) -> tuple[Event, ...]:
        """Events the seat may know that have not been shown yet."""
        return self.seat.events_since(self.told)

    def mark_told(self) -> None:
        """Everything that has happened has been shown."""
        self.told = self.seat.happened

    # -- doing; each raises ActError with sentences, and leaves everything as it was

    def problems(self, what: Act | Sheet | Answers) -> tuple[Problem, ...]:
        """Every reason why this may not be done now."""
        return self.seat.problems(what)

    def act(self, act: Act) -> tuple[Event, ...]:
        """Act live. Gives what came of it at once, the replies of AI nations included."""
        return self._after(lambda: self.seat.act(act))

    def draft(self, sheet: Sheet) -> None:
        """Replace the drafted orders."""
        self.seat.draft(sheet)
        self._at = -1

    def commit(self) -> tuple[Event, ...]:
        """Commit the orders. Gives everything that happened until somebody must decide again."""
        return self._after(self.seat.commit)

    def answer(self, answers: Answers) -> tuple[Event, ...]:
        """Seal this round's answers. Gives what happened until somebody must decide again."""
        return self._after(lambda: self.seat.answer(answers))

    def _after(self, do: Callable[[], None]) -> tuple[Event, ...]:
        before = self.seat.happened
        do()
        self._at = -1
        return self.seat.events_since(before)

    # -- keeping

    def save(self, path: Path, name: str = "") -> None:
        """Save; from now on every act is written there. Raises SaveError with a sentence."""
        self.table.save(path, name)
