"""One game with its seats: waits for people, asks minds for orders, hands everything to the engine and to the log."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TypeAlias

from game.ai.minds import Mind, name_of
from game.ai.minds import mind as mind_named
from game.core.acts import Act
from game.core.checks.answers import Answers
from game.core.control import Control, Extend, RollBack
from game.core.engine import act as engine_act
from game.core.engine import advance, open_game
from game.core.engine import control as engine_control
from game.core.events import Event
from game.core.legality import problems
from game.core.options import asked, default_sheet
from game.core.orders import Sheet
from game.core.problems import act_error, illegal, invalid
from game.core.world import State
from game.saves.codec import digest
from game.saves.reading import read_act, read_answers, read_control, read_sheet
from game.saves.records import (
    Acted,
    Answered,
    Committed,
    Controlled,
    Drafted,
    Sat,
    Snapshot,
    StageEnded,
)
from game.scenario import Scenario
from game.table.seat import Seat
from game.table.talks import Incident, Talking
from game.table.unhurried import unhurried

File: TypeAlias = str | PathLike[str]
SNAPSHOT_EVERY = 10
"""Turns between snapshots in a log."""


class Waiting(RuntimeError):
    """The game cannot go on by itself: people have still to decide."""

    def __init__(self, nations: tuple[str, ...]) -> None:
        super().__init__(f"The game waits for {', '.join(nations)}.")
        self.nations = nations


class Play(Talking):
    """A game being played. Every seat is an AI until someone sits down."""

    def __init__(self, scenario: Scenario, seed: int, *, keep_log: bool = True) -> None:
        """Begin a game. `keep_log=False` for batches that are never saved."""
        super().__init__(scenario, seed, keep_log)
        self.drafts: dict[str, Sheet] = {}
        self.sealed: dict[str, Answers] = {}
        self.strangers: list[str] = []
        """Seats of a loaded game whose programs no name finds again; the house AI plays them meanwhile."""
        self.openings: dict[int, State] = {}
        """The state at the opening of every turn that can be gone back to."""
        self._marks: dict[int, int] = {}
        """Number of events that had happened when each of them opened."""
        state, events = open_game(self.state)
        self._move(state, events, "opening", {}, {})

    # -- looking --------------------------------------------------------------------------------------------

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.state.stage == "over"

    def seat(self, nation: str) -> Seat:
        """The seat of a nation. Raises KeyError with a sentence where there is none."""
        if nation not in self.state.nations:
            raise KeyError(f'There is no nation "{nation}" in {self.scenario.title}.')
        return Seat(self, nation)

    def waiting(self) -> tuple[str, ...]:
        """People the game waits for now; nobody while the instructor ends a stage."""
        if self.state.desk.ended:
            return ()
        if self.state.stage == "negotiation":
            return tuple(name for name in self.people if name not in self.committed)
        return tuple(n for n in self.people if n not in self.sealed and asked(self.state, n))

    # -- sitting down ---------------------------------------------------------------------------------------

    def sit(self, nation: str, mind: Mind | str | None = None) -> Seat:
        """Take a seat: with a mind, a bot plays it; without one, a person does.

        A mind of `game.ai.minds`, by name or itself, is found again when a save is loaded; a program of one's own
        is not, and the house AI takes over. Raises UnknownMind for a name there is none of.
        """
        seat = self.seat(nation)
        given = mind_named(mind) if isinstance(mind, str) else mind
        self._seat(nation, given)
        if given is None:
            self._log(Sat(nation=nation, who="person"))
        else:
            self._log(Sat(nation=nation, who="bot", mind=name_of(given)))
        self._write()
        return seat

    def stand(self, nation: str) -> None:
        """Give a seat back to the AI. What it had drafted or sealed is dropped, its commitment with it."""
        self.seat(nation)
        self._unseat(nation)
        self._log(Sat(nation=nation, who="ai"))
        self._write()

    def _seat(self, nation: str, mind: Mind | None) -> None:
        if mind is not None:
            self._unseat(nation)
            self.minds[nation] = mind
            return
        self.minds.pop(nation, None)
        if nation in self.strangers:
            self.strangers.remove(nation)
        if nation not in self.people:
            self.people.append(nation)

    def _unseat(self, nation: str) -> None:
        self.minds.pop(nation, None)
        self.drafts.pop(nation, None)
        self.sealed.pop(nation, None)
        for names in (self.people, self.committed, self.strangers):
            if nation in names:
                names.remove(nation)

    # -- what people do -------------------------------------------------------------------------------------

    def act(self, nation: str, act: Act) -> None:
        """A person's live act. AI nations it addresses reply at once. Raises ActError, leaving all as it was."""
        self._person(nation)
        clean = read_act(nation, act)
        state, events = engine_act(self.state, nation, clean, self._lookout)
        self._log(Acted(nation=nation, act=clean))
        self._write()
        self._adopt(state, events)
        self._replies = [n for n in self._addressed(nation, clean) if n not in self.people]
        self._reply()

    def draft(self, nation: str, sheet: Sheet) -> None:
        """A person's orders as they now stand. Raises ActError where they are not allowed."""
        self._person(nation)
        clean = read_sheet(nation, sheet)
        if nation in self.committed:
            raise act_error(nation, (illegal("The orders are committed; withdraw the commitment to change them."),))
        self._allow(nation, clean)
        self.drafts[nation] = clean
        self._log(Drafted(nation=nation, sheet=clean))
        self._write()

    def commit(self, nation: str) -> None:
        """Commit a person's orders; when all people have, the game moves on to where one must decide again."""
        self._person(nation)
        self._allow(nation, self.drafts.get(nation) or default_sheet(self.state, nation))
        if nation not in self.committed:
            self._commit(nation)
            self._log(Committed(nation=nation))
            self._write()
        self.run()

    def _commit(self, nation: str) -> None:
        self.committed.append(nation)
        self._lying = self._telegrams()

    def retract(self, nation: str) -> None:
        """Take a commitment back while the turn is still open."""
        self._person(nation)
        self._retract(nation)

    def answer(self, nation: str, answers: Answers) -> None:
        """Seal a person's answers in the round now open. Raises ActError where they are not allowed."""
        self._person(nation)
        clean = read_answers(nation, answers)
        self._allow(nation, clean)
        self.sealed[nation] = clean
        self._log(Answered(nation=nation, answers=clean))
        self._write()
        self.run()

    def _person(self, nation: str) -> None:
        """Raise ActError where nobody sits who could decide: an AI nation's decisions are its mind's."""
        if nation not in self.state.nations:
            raise act_error(nation, (invalid(f'There is no nation "{nation}" in {self.scenario.title}.'),))
        if nation not in self.people:
            name = self.state.nations[nation].name
            raise act_error(nation, (illegal(f"No person sits for {name}; take the seat first."),))

    def _allow(self, nation: str, what: Sheet | Answers) -> None:
        found = problems(self.view(nation), what)
        if found:
            raise act_error(nation, found)

    # -- what the instructor does ---------------------------------------------------------------------------

    def control(self, act: Control) -> None:
        """An act of the instructor. Raises ActError with every reason, leaving all as it was.

        A stage that is ended is over when this returns; where people sit, the game then goes on to where one must
        decide. After a roll-back everybody decides anew, and the log keeps what was rolled back.
        """
        clean = read_control(act)
        state, events = engine_control(self.state, clean, self.openings)
        if self._keep_log:
            self._log(Controlled(act=clean, digest=digest(state)))
            self._write()
        self._controlled(clean, state, events)
        self._end_now()

    def _controlled(self, act: Control, state: State, events: tuple[Event, ...]) -> None:
        match act:
            case RollBack():
                self._events = self._events[: self._marks[act.turn]]  # the record itself is kept whole
                self.openings = {turn: kept for turn, kept in self.openings.items() if turn <= act.turn}
                self._marks = {turn: mark for turn, mark in self._marks.items() if turn <= act.turn}
                self._forget_turn()
            case Extend():
                self.committed, self.sealed, self._lying = [], {}, []
            case _:
                pass
        self._adopt(state, events)

    def _end_now(self) -> None:
        """End what the instructor is ending, with what has been handed in."""
        ending = bool(self.state.desk.ended)
        while self.state.desk.ended:
            if self.state.stage == "negotiation":
                self._advance(sheets=self._sheets())
            else:
                self._advance(answers=self._answers())
        if ending and self.people:
            self.run()

    # -- playing on -----------------------------------------------------------------------------------------

    def play(self) -> None:
        """Play to the end. Raises Waiting while people are seated."""
        while not self.over:
            self.step()

    def step(self) -> None:
        """Play one turn to its end. Raises Waiting where a person has to decide first."""
        self.run(until=self.state.turn + 1)
        if self.waiting():
            raise Waiting(self.waiting())

    def run(self, until: int = 0) -> None:
        """Go on until a person must decide, the game is over, or turn `until` has opened."""
        with unhurried():
            self._run(until)

    def _run(self, until: int) -> None:
        while not self.over and not (until and self.state.turn >= until):
            if self.state.stage == "negotiation":
                if not self._talk():
                    return
                self._advance(sheets=self._sheets())
            else:
                if self.waiting():
                    return
                self._advance(answers=self._answers())

    def _sheets(self) -> dict[str, Sheet]:
        sheets: dict[str, Sheet] = {}
        for name in self.state.nations:
            if name in self.people:
                sheets[name] = self.drafts.get(name) or default_sheet(self.state, name)
                continue
            view = self._lookout.view(name, "orders")
            given = self._given(name, view)
            if not isinstance(given, Sheet):
                raise TypeError(f"The mind of {name} must answer the orders stage with a Sheet.")
            found = problems(view, given)
            if found:
                self.incidents.append(Incident(self.state.turn, name, given, found))
                given = default_sheet(self.state, name)
            sheets[name] = given
        return sheets

    def _answers(self) -> dict[str, Answers]:
        answers: dict[str, Answers] = {}
        for name in self.state.nations:
            if not asked(self.state, name):
                continue
            if name in self.people:
                answers[name] = self.sealed.get(name, {})
                continue
            view = self.view(name)
            given = self._given(name, view)
            if not isinstance(given, dict):
                raise TypeError(f"The mind of {name} must answer a showdown with a dict of answers.")
            found = problems(view, given)
            if found:
                self.incidents.append(Incident(self.state.turn, name, given, found))
                given = {}
            answers[name] = given
        return answers

    # -- moving the state -----------------------------------------------------------------------------------

    def _advance(self, sheets: Mapping[str, Sheet] | None = None, answers: Mapping[str, Answers] | None = None) -> None:
        stage = self.state.stage
        state, events = advance(self.state, sheets, answers)
        self._move(state, events, stage, dict(sheets or {}), dict(answers or {}))

    def _move(
        self,
        state: State,
        events: tuple[Event, ...],
        stage: str,
        sheets: dict[str, Sheet],
        answers: dict[str, Answers],
    ) -> None:
        before = self.state.turn
        if self._keep_log:
            self._log(
                StageEnded(turn=before, stage=stage, sheets=sheets, answers=answers, digest=digest(state))
            )  # fmt: skip
            if state.turn != before and state.turn > 1 and (state.turn - 1) % SNAPSHOT_EVERY == 0:
                self._log(Snapshot(turn=state.turn, name="", state=state))
            self._write()
        self._adopt(state, events)
        self._moved(before)

    def _moved(self, before: int) -> None:
        self.sealed = {}
        if self.state.turn != before:
            self._forget_turn()
            self.openings[self.state.turn] = self.state
            self._marks[self.state.turn] = len(self._events)

    def _carry(self, state: State) -> None:
        """Go on from a snapshot of other rules: what happened before it is not known here."""
        self._record = self._events = []
        self.openings, self._marks = {}, {}
        self._forget_turn()
        self._adopt(state, ())

    def _forget_turn(self) -> None:
        """Nobody has drafted, sealed, committed or been asked anything in the turn that opens."""
        self.drafts, self.sealed, self.committed = {}, {}, []
        self._round, self._asked, self._replies, self._lying = 0, [], [], []
