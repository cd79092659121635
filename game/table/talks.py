"""The rounds of talk at a table: AI nations are asked for acts, and again when something has happened to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.ai.mind import Move, honest_mind
from game.ai.minds import Mind
from game.core import acts
from game.core.acts import Act
from game.core.checks.answers import Answers
from game.core.dice import shuffled
from game.core.engine import act as engine_act
from game.core.events import Event
from game.core.orders import Sheet
from game.core.problems import ActError, Problem
from game.core.view import Lookout, View
from game.core.world import State
from game.saves.records import Acted, Asked, Retracted
from game.scenario import Scenario
from game.table.logged import Logged

ROUNDS = 3
"""Rounds of talk a turn: at the opening, when all people have committed, and for last telegrams."""


@dataclass(frozen=True, slots=True)
class Incident:
    """Something a mind tried that the rules did not allow; it was not done."""

    turn: int
    nation: str
    what: Act | Sheet | Answers
    problems: tuple[Problem, ...]


class Talking(Logged):
    """A game whose nations talk. It knows who plays what and what has happened, and asks minds for their acts."""

    def __init__(self, scenario: Scenario, seed: int, keep_log: bool) -> None:
        super().__init__(scenario, seed, keep_log)
        self.minds: dict[str, Mind] = {}
        self.people: list[str] = []
        self.committed: list[str] = []
        self.incidents: list[Incident] = []
        self.watcher: Callable[[tuple[Event, ...]], None] | None = None
        """Called with every batch of new events, for a chronicle that prints as it happens."""
        self._record: list[Event] = []
        self._events: list[Event] = self._record
        """The record without what was rolled back; the same list until something is."""
        self._round = 0
        self._asked: list[str] = []
        self._replies: list[str] = []
        self._lying: list[tuple[str, str, int]] = []
        """Telegrams that lay before people when the last of them committed."""
        self._heard: dict[str, int] = {}
        self._lookout = Lookout(self.state)

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that has happened and was not rolled back, for the referee."""
        return tuple(self._events)

    @property
    def record(self) -> tuple[Event, ...]:
        """Everything that has ever happened at this table, what was rolled back included."""
        return tuple(self._record)

    @property
    def event_count(self) -> int:
        """Number of events in the record so far."""
        return len(self._record)

    def view(self, nation: str) -> View:
        """What a nation may know now."""
        return self._lookout.view(nation)

    def waiting(self) -> tuple[str, ...]:
        """People the game waits for now."""
        raise NotImplementedError

    def _mind(self, name: str) -> Mind:
        return self.minds.get(name, honest_mind)

    def _given(self, name: str, view: View) -> Move:
        """What a nation's mind makes of a view; an error of the mind's own says whose it is and when."""
        try:
            return self._mind(name)(view)
        except Exception as error:
            error.add_note(f"The mind of {name} raised this in turn {view.world.turn}, asked for its {view.stage}.")
            raise

    def _adopt(self, state: State, events: tuple[Event, ...]) -> None:
        self.state = state
        self._lookout = Lookout(state, self._lookout)
        self._record += events
        if self._events is not self._record:
            self._events += events
        if self.watcher is not None and events:
            self.watcher(events)

    def _talk(self) -> bool:
        """The rounds of talk that are due. False when people have still to commit."""
        if self.state.desk.ended:
            return True
        self._reply()
        number = max(1, self._round)  # a round in which the game was stopped is finished first
        while True:
            if self._ask_all(number) and number > 1:
                self._reopen()
            if self.waiting():
                return False
            if self._round >= ROUNDS + self.state.desk.rounds:
                return True
            number = self._round + 1

    def _reopen(self) -> None:
        """A last telegram needs an answer: the turn stays open for those it reached since all had committed."""
        for name, thread, number in self._telegrams():
            if (name, thread, number) not in self._lying:
                self._retract(name)

    def _retract(self, nation: str) -> None:
        if nation in self.committed:
            self.committed.remove(nation)
            self._log(Retracted(nation=nation))
            self._write()

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
        if number == 1 or any(_concerns(event, name) for event in self._record[mark:] if not self._courtesy(event)):
            done = self._given(name, self.view(name))
            if not isinstance(done, tuple):
                raise TypeError(f"The mind of {name} must answer the negotiation stage with a tuple of acts.")
            for act in done:
                self._mind_acts(name, act)
        self._was_asked(name, number)
        self._log(Asked(nation=name, round=number))
        self._write()

    def _courtesy(self, event: Event) -> bool:
        """Plain words of an AI nation: they move nothing that a mind goes by, so none need be asked again for them."""
        return event.kind == "message" and not event.why and event.who not in self.people

    def _was_asked(self, name: str, number: int) -> None:
        if number:
            self._round = number
            self._asked.append(name)
        elif name in self._replies:
            self._replies.remove(name)
        self._heard[name] = len(self._record)

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
            case acts.Propose() | acts.Broker():
                return tuple(name for name in act.draft.parties if name != nation)
            case acts.Counter() | acts.Accept() | acts.Refuse() | acts.Recall():
                return tuple(name for name in self.state.threads[act.thread].table if name != nation)
            case acts.Press():
                return (act.target,)
            case acts.Accuse():
                return (act.suspect,)
            case acts.Mediate() | acts.Offer() | acts.Warn():
                crisis = self.state.crises[act.crisis]
                return tuple(name for name in (crisis.target, crisis.challenger) if name != nation)
            case acts.AskPrice():
                return (act.nation,)
            case acts.NamePrice():
                return (act.to,)
            case acts.CallVote():
                return tuple(name for name in self.state.treaties[act.treaty].parties if name != nation)
            case acts.Vote() | acts.Withdraw() | acts.ConsultAct() | acts.Invoke():
                return ()
            case acts.StatePublicly() | acts.Lobby():
                return ()


ALARMS = ("pressed",)
"""Public events after which everybody may want to speak again in the same turn, and not only those they are about."""


def _concerns(event: Event, name: str) -> bool:
    """Whether an event is news to a nation that it may want to answer before the turn is over."""
    if event.who == name:
        return False
    if event.audience is None:
        return name in event.whom or event.kind in ALARMS
    return name in event.audience
