"""One game with its seats: asks minds, waits for people, hands everything to the engine and to the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from os import PathLike
from typing import TypeAlias

from game.ai.mind import honest_mind
from game.ai.minds import Mind
from game.core import acts
from game.core.acts import Act
from game.core.checks.answers import Answers
from game.core.dice import shuffled
from game.core.engine import act as engine_act
from game.core.engine import advance, open_game
from game.core.events import Event
from game.core.legality import problems
from game.core.options import asked, default_sheet
from game.core.orders import Sheet
from game.core.problems import ActError, Problem, act_error, illegal
from game.core.view import Lookout, View
from game.core.world import State
from game.saves.codec import digest, dump_act, dump_answers, dump_sheet, load_act, load_answers, load_sheet
from game.saves.records import (
    Acted,
    Answered,
    Asked,
    Committed,
    Drafted,
    Retracted,
    Sat,
    Snapshot,
    StageEnded,
)
from game.scenario import Scenario
from game.table.logged import Logged
from game.table.seat import Seat

File: TypeAlias = str | PathLike[str]
ROUNDS = 3
"""Rounds of talk a turn: at the opening, when all people have committed, and for last telegrams."""
SNAPSHOT_EVERY = 10
"""Turns between snapshots in a log."""


@dataclass(frozen=True, slots=True)
class Incident:
    """Something a mind tried that the rules did not allow; it was not done."""

    turn: int
    nation: str
    what: Act | Sheet | Answers
    problems: tuple[Problem, ...]


class Waiting(RuntimeError):
    """The game cannot go on by itself: people have still to decide."""

    def __init__(self, nations: tuple[str, ...]) -> None:
        super().__init__(f"The game waits for {', '.join(nations)}.")
        self.nations = nations


class Play(Logged):
    """A game being played. Every seat is an AI until someone sits down."""

    def __init__(self, scenario: Scenario, seed: int, *, keep_log: bool = True) -> None:
        """Begin a game. `keep_log=False` for batches that are never saved."""
        super().__init__(scenario, seed, keep_log)
        self.minds: dict[str, Mind] = {}
        self.people: list[str] = []
        self.drafts: dict[str, Sheet] = {}
        self.committed: list[str] = []
        self.sealed: dict[str, Answers] = {}
        self.incidents: list[Incident] = []
        self.watcher: Callable[[tuple[Event, ...]], None] | None = None
        """Called with every batch of new events, for a chronicle that prints as it happens."""
        self._events: list[Event] = []
        self._round = 0
        self._asked: list[str] = []
        self._replies: list[str] = []
        self._lying: list[tuple[str, str, int]] = []
        """Telegrams that lay before people when the last of them committed."""
        self._heard: dict[str, int] = {}
        self._lookout = Lookout(self.state)
        state, events = open_game(self.state)
        self._move(state, events, "opening", {}, {})

    # -- looking --------------------------------------------------------------------------------------------

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that has happened, for the referee."""
        return tuple(self._events)

    @property
    def event_count(self) -> int:
        """Number of events so far."""
        return len(self._events)

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.state.stage == "over"

    def view(self, nation: str) -> View:
        """What a nation may know now."""
        return self._lookout.view(nation)

    def seat(self, nation: str) -> Seat:
        """The seat of a nation. Raises KeyError with a sentence where there is none."""
        if nation not in self.state.nations:
            raise KeyError(f'There is no nation "{nation}" in {self.scenario.title}.')
        return Seat(self, nation)

    def waiting(self) -> tuple[str, ...]:
        """People the game waits for now."""
        if self.state.stage == "negotiation":
            return tuple(name for name in self.people if name not in self.committed)
        return tuple(n for n in self.people if n not in self.sealed and asked(self.state, n))

    # -- sitting down ---------------------------------------------------------------------------------------

    def sit(self, nation: str, mind: Mind | None = None) -> Seat:
        """Take a seat: with a mind, a bot plays it; without one, a person does."""
        seat = self.seat(nation)
        self._seat(nation, mind)
        self._log(Sat(nation=nation, who="bot" if mind is not None else "person"))
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
        if nation not in self.people:
            self.people.append(nation)

    def _unseat(self, nation: str) -> None:
        self.minds.pop(nation, None)
        self.drafts.pop(nation, None)
        self.sealed.pop(nation, None)
        for names in (self.people, self.committed):
            if nation in names:
                names.remove(nation)

    # -- what people do -------------------------------------------------------------------------------------

    def act(self, nation: str, act: Act) -> None:
        """A person's live act. AI nations it addresses reply at once. Raises ActError, leaving all as it was."""
        clean = load_act(dump_act(act))
        state, events = engine_act(self.state, nation, clean, self._lookout)
        self._log(Acted(nation=nation, act=clean))
        self._write()
        self._adopt(state, events)
        self._replies = [n for n in self._addressed(nation, clean) if n not in self.people]
        self._reply()

    def draft(self, nation: str, sheet: Sheet) -> None:
        """A person's orders as they now stand. Raises ActError where they are not allowed."""
        clean = load_sheet(dump_sheet(sheet))
        if nation in self.committed:
            raise act_error(nation, (illegal("The orders are committed; withdraw the commitment to change them."),))
        self._allow(nation, clean)
        self.drafts[nation] = clean
        self._log(Drafted(nation=nation, sheet=clean))
        self._write()

    def commit(self, nation: str) -> None:
        """Commit a person's orders; when all people have, the game moves on to where one must decide again."""
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
        if nation in self.committed:
            self.committed.remove(nation)
            self._log(Retracted(nation=nation))
            self._write()

    def answer(self, nation: str, answers: Answers) -> None:
        """Seal a person's answers in the round now open. Raises ActError where they are not allowed."""
        clean = load_answers(dump_answers(answers))
        self._allow(nation, clean)
        self.sealed[nation] = clean
        self._log(Answered(nation=nation, answers=clean))
        self._write()
        self.run()

    def _allow(self, nation: str, what: Sheet | Answers) -> None:
        found = problems(self.view(nation), what)
        if found:
            raise act_error(nation, found)

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
        while not self.over and not (until and self.state.turn >= until):
            if self.state.stage == "negotiation":
                if not self._talk():
                    return
                self._advance(sheets=self._sheets())
            else:
                if self.waiting():
                    return
                self._advance(answers=self._answers())

    def _talk(self) -> bool:
        """The rounds of talk that are due. False when people have still to commit."""
        self._reply()
        number = max(1, self._round)  # a round in which the game was stopped is finished first
        while True:
            if self._ask_all(number) and number > 1:
                self._reopen()
            if self.waiting():
                return False
            if self._round >= ROUNDS:
                return True
            number = self._round + 1

    def _reopen(self) -> None:
        """A last telegram needs an answer: the turn stays open for those it reached since all had committed."""
        for name, thread, number in self._telegrams():
            if (name, thread, number) not in self._lying:
                self.retract(name)

    def _telegrams(self) -> list[tuple[str, str, int]]:
        """Drafts on the table that still want a person's answer."""
        return [
            (name, thread_id, len(thread.revisions))
            for name in self.people
            for thread_id, thread in self.state.threads.items()
            if thread.status == "open"
            and name in thread.parties
            and name not in thread.latest.agreed
            and all(refusal.nation != name for refusal in thread.latest.refusals)
        ]

    def _ask_all(self, number: int) -> bool:
        """Ask every AI nation once, in an order that depends on seed, turn and round. Whether any was still to ask."""
        if self._round != number:
            self._round, self._asked = number, []
        order = shuffled(tuple(self.state.nations), self.state.seed, self.state.turn, f"talk{number}")
        due = [name for name in order if name not in self.people and name not in self._asked]
        for name in due:
            self._ask(name, number)
        return bool(due)

    def _ask(self, name: str, number: int) -> None:
        """Ask one mind for its acts; after the first round of a turn, only if something has happened to it since."""
        mark = self._heard.get(name, -1)
        if number == 1 or any(_concerns(event, name) for event in self._events[mark:]):
            done = self._mind(name)(self.view(name))
            if not isinstance(done, tuple):
                raise TypeError(f"The mind of {name} must answer the negotiation stage with a tuple of acts.")
            for act in done:
                self._mind_acts(name, act)
        self._was_asked(name, number)
        self._log(Asked(nation=name, round=number))
        self._write()

    def _was_asked(self, name: str, number: int) -> None:
        if number:
            self._round = number
            self._asked.append(name)
        elif name in self._replies:
            self._replies.remove(name)
        self._heard[name] = len(self._events)

    def _mind_acts(self, name: str, act: Act) -> None:
        try:
            state, events = engine_act(self.state, name, act, self._lookout)
        except ActError as error:
            self.incidents.append(Incident(self.state.turn, name, act, error.problems))
            return
        self._log(Acted(nation=name, act=act))
        self._adopt(state, events)

    def _reply(self) -> None:
        for name in tuple(self._replies):
            self._ask(name, 0)

    def _addressed(self, nation: str, act: Act) -> tuple[str, ...]:
        match act:
            case acts.Message():
                return act.to
            case acts.Propose():
                return tuple(name for name in act.draft.parties if name != nation)
            case acts.Counter() | acts.Accept() | acts.Refuse() | acts.Recall():
                return tuple(name for name in self.state.threads[act.thread].parties if name != nation)
            case acts.Press():
                return (act.target,)
            case acts.Withdraw() | acts.ConsultAct() | acts.Invoke():
                return ()

    def _mind(self, name: str) -> Mind:
        return self.minds.get(name, honest_mind)

    def _sheets(self) -> dict[str, Sheet]:
        sheets: dict[str, Sheet] = {}
        for name in self.state.nations:
            if name in self.people:
                sheets[name] = self.drafts.get(name) or default_sheet(self.state, name)
                continue
            view = self._lookout.view(name, "orders")
            given = self._mind(name)(view)
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
            given = self._mind(name)(view)
            if not isinstance(given, dict):
                raise TypeError(f"The mind of {name} must answer a showdown with a dict of answers.")
            found = problems(view, given)
            if found:
                self.incidents.append(Incident(self.state.turn, name, given, found))
                given = {}
            answers[name] = given
        return answers

    # -- moving the state -----------------------------------------------------------------------------------

    def _adopt(self, state: State, events: tuple[Event, ...]) -> None:
        self.state = state
        self._lookout = Lookout(state, self._lookout)
        self._events += events
        if self.watcher is not None and events:
            self.watcher(events)

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
            self.drafts, self.committed = {}, []
            self._round, self._asked, self._lying = 0, [], []


ALARMS = ("pressed", "invoked", "withdrawal_announced")
"""Public events after which everybody may want to speak again in the same turn."""


def _concerns(event: Event, name: str) -> bool:
    """Whether an event is news to a nation that it may want to answer before the turn is over."""
    if event.who == name:
        return False
    if event.audience is None:
        return name in event.whom or event.kind in ALARMS
    return name in event.audience
