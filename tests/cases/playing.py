"""Plays a case: sets its world, takes its acts, opens its sealed answers, and compares what came of it."""

from collections.abc import Callable
from typing import Any

from game.core.checks.answers import Answers
from game.core.crises import Answer
from game.core.engine import act as engine_act
from game.core.engine import advance, control, open_game
from game.core.events import Event
from game.core.legality import problems
from game.core.options import asked
from game.core.orders import Sheet
from game.core.problems import ActError, IllegalAct, InvalidAct, Problem, StaleAct
from game.core.view import view_of
from game.core.world import State
from tests.cases.before import setting
from tests.cases.checks import CHECKS, check
from tests.cases.happenings import Happening
from tests.cases.instructing import CONTROLS, control_of
from tests.cases.moves import ACTS, act_of, answer_of, sheet_of
from tests.cases.outline import CaseError, Line, Phrase

_CASE = Phrase("case {title:rest}")
_SECTION = Phrase("{name:before|turn|round|decision|after}[ {number:number}]")
_HAPPENS = Phrase("happens {event:rest}")
_NEVER = Phrase("never {event:rest}")
_ORDERS = Phrase("{who:nation} orders {orders:rest}")
_ANSWER = Phrase("{who:nation}[ in {crisis:name}]: {answer:rest}")
_REASON = Phrase("{kind:invalid|illegal|stale}: {sentence:rest}")
_ERRORS = {"invalid": InvalidAct, "illegal": IllegalAct, "stale": StaleAct}

# Phrases that other readers take; listed so that a line that fits nothing is told what it might have been.
_OTHERS: list[tuple[Phrase, Callable[..., Any]]] = [
    *ACTS,
    *CONTROLS,
    *((phrase, lambda: None) for phrase in (_HAPPENS, _NEVER, _ORDERS)),
    *((phrase, lambda: None) for phrase, _ in CHECKS),
]


def title_of(line: Line) -> str:
    """The title of a case. Raises CaseError for a line that begins none."""
    found = _CASE.read(line.text)
    if found is None:
        raise CaseError(line, 'a case begins with "case" and its title')
    return str(found["title"])


def play(case: Line) -> None:
    """Play one case. Raises CaseError at the first line that is not understood or does not hold."""
    title_of(case)
    Telling(case).tell()


class Telling:
    """A case being played."""

    def __init__(self, case: Line) -> None:
        self.case = case
        self.sections = [(self._section(line), line) for line in case.under]
        names = [name for (name, _), _ in self.sections]
        if all(name == "before" for name in names):
            raise CaseError(case, "a case has at least one part that is played: turn, round, decision or after")
        before = next((line.under for (name, _), line in self.sections if name == "before"), ())
        made = setting(before)
        self.drafts = made.drafts
        self.state: State
        self.state, events = open_game(made.world)
        self.events: list[Event] = list(events)
        self.openings: dict[int, State] = {self.state.turn: self.state}
        self.sheets: dict[str, Sheet] = {}
        self.answers: dict[str, Answers] = {}

    @staticmethod
    def _section(line: Line) -> tuple[str, int]:
        found = _SECTION.read(line.text)
        if found is None or (found["name"] in ("turn", "round")) != ("number" in found):
            raise CaseError(line, f'"{line.text}" begins no part; there are: before, turn N, round N, decision, after')
        return found["name"], found.get("number", 0)

    def tell(self) -> None:
        """Play the parts in order."""
        for (name, number), line in self.sections:
            if name == "before":
                continue
            self._reach(line, name, number)
            wanted: list[tuple[Happening, bool]] = []
            for entry in line.under:
                self._entry(entry, name, wanted)
            if name != "after":
                self._advance()
            for happening, expected in wanted:
                happening.check(self.events, expected)
            self.events = []

    def _reach(self, line: Line, name: str, number: int) -> None:
        """Move on, in silence, to the part that comes next."""
        at = {"turn": "negotiation", "round": "showdown", "decision": "strike"}.get(name)
        for _ in range(100):
            if at is None or (
                self.state.stage == at and number in (0, self.state.turn if name == "turn" else self.state.round)
            ):
                return
            if self.state.stage == "over":
                break
            self._advance()
        raise CaseError(line, f'the game does not come to "{line.text}" from here')

    def _advance(self) -> None:
        state, events = advance(self.state, self.sheets, self.answers)
        if state.turn != self.state.turn:
            self.openings[state.turn] = state
        self.state, self.sheets, self.answers = state, {}, {}
        self.events += events

    def _entry(self, line: Line, part: str, wanted: list[tuple[Happening, bool]]) -> None:
        for phrase, expected in ((_HAPPENS, True), (_NEVER, False)):
            found = phrase.read(line.text)
            if found is not None:
                wanted.append((Happening(line, found["event"]), expected))
                return
        if check(self.state, line):
            return
        if part == "after":
            raise CaseError(line, f'"{line.text}" is nothing that can be looked up after a case')
        orders = _ORDERS.read(line.text)
        answer = _ANSWER.read(line.text)
        if orders is not None:
            self._orders(line, orders["who"], sheet_of(line, orders["orders"]))
        elif line.text.startswith("the instructor "):
            self._control(line)
        elif answer is not None:
            self._answer(line, answer["who"], answer.get("crisis", ""), answer_of(line, answer["answer"]))
        else:
            self._act(line)

    def _act(self, line: Line) -> None:
        who, act = act_of(line, self.drafts, _OTHERS)
        self._take(line, lambda: engine_act(self.state, who, act))

    def _control(self, line: Line) -> None:
        act = control_of(line, self.state)
        before = self.state.turn
        self._take(line, lambda: control(self.state, act, self.openings))
        if self.state.turn < before:
            self.openings = {turn: state for turn, state in self.openings.items() if turn <= self.state.turn}

    def _take(self, line: Line, step: Callable[[], tuple[State, tuple[Event, ...]]]) -> None:
        reasons = _reasons(line)
        try:
            state, events = step()
        except ActError as error:
            _compare(line, error.problems, reasons)
            expected = _ERRORS[
                next(kind for kind in ("invalid", "stale", "illegal") if (kind in [p.kind for p in reasons]))
            ]
            if type(error) is not expected:
                raise CaseError(line, f"raised {type(error).__name__}, not {expected.__name__}") from error
            return
        _compare(line, (), reasons)
        self.state = state
        self.events += events

    def _orders(self, line: Line, who: str, sheet: Sheet) -> None:
        reasons = _reasons(line)
        _compare(line, problems(view_of(self.state, who), sheet), reasons)
        if not reasons:
            self.sheets[who] = sheet

    def _answer(self, line: Line, who: str, crisis: str, answer: Answer) -> None:
        if not crisis:
            open_to = asked(self.state, who) or tuple(name for name, case in self.state.crises.items() if case.live)
            if len(open_to) != 1:
                raise CaseError(line, f"{who} is asked in {len(open_to)} cases: write {who} in CASE: ANSWER")
            crisis = open_to[0]
        answers = {**self.answers.get(who, {}), crisis: answer}
        reasons = _reasons(line)
        _compare(line, problems(view_of(self.state, who), answers), reasons)
        if not reasons:
            self.answers[who] = answers


def _reasons(line: Line) -> tuple[Problem, ...]:
    found: list[Problem] = []
    for under in line.under:
        reason = _REASON.read(under.text)
        if reason is None:
            raise CaseError(under, 'a reason is written "invalid:", "illegal:" or "stale:" and its sentence')
        found.append(Problem(reason["kind"], reason["sentence"]))
    return tuple(found)


def _compare(line: Line, found: tuple[Problem, ...], expected: tuple[Problem, ...]) -> None:
    if found != expected:
        said = "".join(f"\n    {problem.kind}: {problem.text}" for problem in found) or " nothing against it"
        raise CaseError(line, f'"{line.text}": the rules say{said}')
