"""The sealed call: an answer is written and sealed, the letters are opened together, and who came is seen by all."""

from __future__ import annotations

from typing import Final

import pygame

from game.core.checks.answers import Answers
from game.core.crises import Answer
from game.core.problems import ActError
from game.reports.grammar import capital, figure
from game.reports.words import crisis_name, name
from game.ui import theme
from game.ui.kit import (
    Button,
    Centred,
    Column,
    Dock,
    Envelope,
    Heading,
    Panel,
    Quiet,
    Row,
    ScrollView,
    Segmented,
    Spacer,
    Split,
    Widget,
)
from game.ui.scene import Scene
from game.ui.scenes.frame import page
from game.ui.scenes.showdown_answer import first_answer
from game.ui.scenes.showdown_case import case_column, readings_column
from game.ui.scenes.showdown_form import answer_form
from game.ui.scenes.showdown_letters import laid, opening_table, sealed_row
from game.ui.scenes.showdown_steps import Decision, Opening, Outcome, Step, last_call, steps
from game.ui.scenes.strike import decision_column, decision_envelope, outcome_column
from game.ui.session import Session

_OUTCOME = 760
_HIGH = 720


class ShowdownScene(Scene):
    """From the sealed answer to the outcome. It goes when nothing more is asked and everything has been read.

    Where a round asks nothing of this seat its letters are opened here all the same: they are read by everyone.
    """

    title = "The sealed call"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.answers: dict[str, Answer] = {}
        self.case = ""
        self.turn = last_call(session.seat.events)
        self.shown = 0
        """Steps of this call that have been read."""
        self.opened = 0
        """Letters of the step on the table that have been opened."""
        self._letters: list[Envelope] = []
        self.shortcuts = {"return": self.go_on, "space": self.go_on}

    # --- where it stands
    @property
    def steps(self) -> tuple[Step, ...]:
        """Everything that was opened in this call so far."""
        return steps(self.session.seat.events, self.turn)

    @property
    def step(self) -> Step | None:
        """What lies on the table to be read; ``None`` when an answer is to be written, or all is over."""
        found = self.steps
        return found[self.shown] if self.shown < len(found) else None

    @property
    def asked(self) -> tuple[str, ...]:
        """Cases in which this seat is to answer now."""
        return self.session.seat.asked

    @property
    def opening(self) -> bool:
        """Whether letters are still being opened."""
        return self.opened < self._count()

    def _count(self) -> int:
        step = self.step
        return len(laid(self.session, step)[0]) if isinstance(step, Opening) else 1 if isinstance(step, Decision) else 0

    def _lay(self) -> None:
        """A step is laid on the table: its letters closed, unless motion is reduced."""
        self.opened = self._count() if self.ui.reduced_motion else 0
        if self.step is None and self.asked:
            self.answers = {key: first_answer(self.session, key) for key in self.asked}
            self.case = self.asked[0]

    def entered(self) -> None:
        """Begin with the first letters, or with the answer to write."""
        self._lay()
        self.refresh()
        self._focus()

    def resumed(self) -> None:
        """Nothing has moved while another screen lay over this one."""
        self.refresh()

    def left(self) -> None:
        """What was read here need not be told again."""
        read = self.steps[: self.shown]
        last = max((_last(step) for step in read), key=self._place, default=None)
        if last is not None:
            self.session.told = max(self.session.told, self._place(last) + 1)

    def _place(self, event: object) -> int:
        events = self.session.table.events
        return next((place for place in range(len(events) - 1, -1, -1) if events[place] is event), -1)

    # --- going on
    def go_on(self) -> None:
        """Read what lies on the table to its end, then the next; leave when nothing is left."""
        if self.opening:
            self.skip()
            return
        if self.step is None and self.asked:
            return
        if self.step is not None:
            self.shown += 1
        if self.step is None and not self.asked:
            self.stage.pop()
            return
        self._lay()
        self.refresh()
        self._focus()

    def skip(self) -> None:
        """Open what is still closed at once."""
        self.opened = self._count()
        self.refresh()
        self._focus()

    def _focus(self) -> None:
        self.ui.settle()
        found = self.ui.find("go-on") or self.ui.find("stance")
        if found is not None:
            self.ui.set_focus(found)

    def back(self) -> bool:
        """Esc reads on; with an answer to write it leads back to the game, where the call still waits."""
        if self.step is not None:
            self.go_on()
            return True
        return super().back()

    # --- the answer
    def answer(self, key: str, answer: Answer) -> None:
        """Write this in the form of a case."""
        self.answers[key] = answer
        self.refresh()

    def _turn_to(self, key: str) -> None:
        self.case = key
        self.refresh()

    @property
    def problems(self) -> str:
        """Every reason against the answers as written."""
        return " ".join(problem.text for problem in self.session.problems(dict(self.answers)))

    def seal(self) -> None:
        """Seal the answers; when all are in they are opened."""
        if self.problems:
            return
        sealed: Answers = dict(self.answers)
        try:
            self.session.answer(sealed)
        except ActError as error:
            self.ui.notice(" ".join(problem.text for problem in error.problems), "worse")
            return
        if self.step is None and not self.asked:
            # Others have still to seal theirs: the letters wait for them.
            self.stage.pop()
            if self.stage.scenes:
                self.stage.top.ui.notice("Sealed. The letters are opened when all are in.")
            return
        self._lay()
        self.refresh()
        self._focus()

    # --- time and keys
    def process_event(self, event: pygame.event.Event) -> pygame.event.Event | None:
        """While letters are opened, any key or click opens the rest and does nothing else."""
        if self.opening and event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self.skip()
            return None
        return super().process_event(event)

    def update(self, dt: float) -> None:
        """Open the letters one after the other."""
        super().update(dt)
        if not self.opening or self.opened >= len(self._letters):
            return
        letter = self._letters[self.opened]
        if letter.openness >= 1.0:
            self.opened += 1
            if not self.opening:
                self.refresh()
                self._focus()
        elif not letter.animating:
            letter.open()

    @property
    def animating(self) -> bool:
        return super().animating or self.opening

    # --- the screen
    def build(self) -> Widget:
        step = self.step
        self._letters = []
        if isinstance(step, Opening):
            table, self._letters = opening_table(self.session, step, self.opened)
            return self._reading(table, _ROUNDS[min(step.round, 2)])
        if isinstance(step, Decision):
            crisis = self.session.world.crises[step.crisis]
            letter = decision_envelope(self.session, crisis, step.stance, float(self.opened))
            self._letters = [letter]
            alone = f"{capital(name(self.session.world, crisis.challenger))} decides alone"
            body = Column(
                Spacer(grow=1),
                Heading(alone, justify="center"),
                Row(Spacer(grow=1), letter, Spacer(grow=1)),
                Spacer(grow=1),
                gap=theme.GROUPS,
            )
            return self._reading(Centred(body, widest=_OUTCOME), "The decision")
        if isinstance(step, Outcome):
            body = Centred(outcome_column(self.session, step), widest=_OUTCOME, pad=theme.GROUPS)
            return self._reading(ScrollView(body, key="outcome"), "The outcome")
        if self.asked and self.case in self.asked:
            return self._writing()
        return self._reading(Centred(Quiet("No answer is asked of you here.")), "")

    def _reading(self, body: Widget, note: str) -> Widget:
        said = "Any key opens the rest." if self.opening else ""
        go = Button("Go on", self.go_on, kind="primary", icon="right", visible=not self.opening, key="go-on")
        bottom = Panel(
            Row(Spacer(grow=1), Quiet(said) if said else None, go, Spacer(grow=1)),
            pad=theme.BETWEEN,
            edge="top",
            height=56,
        )
        head = Row(Spacer(width=theme.INSIDE), Heading("The sealed call"), Quiet(note), gap=theme.PADDING)
        return Dock(body, top=Panel(head, pad=6, edge="bottom", height=theme.TOP_BAR), bottom=bottom)

    def _writing(self) -> Widget:
        world, key = self.session.world, self.case
        deciding = world.stage == "strike"
        middle: Widget = decision_column(self.session, key) if deciding else readings_column(self.session, key)
        body = Dock(
            Split(
                ScrollView(case_column(self.session, key), pad=theme.PADDING, key=f"case-{key}"),
                ScrollView(middle, pad=theme.PADDING, key=f"says-{key}"),
                gap=0,
            ),
            top=self._cases(),
            bottom=sealed_row(self.session, key) if self._roomy and not deciding else None,
        )
        form = answer_form(
            self.session,
            key,
            self.answers[key],
            len(self.asked),
            self.problems,
            lambda a: self.answer(key, a),
            self.seal,
        )
        body = Dock(body, right=form)
        note = "The decision is yours" if deciding else f"Round {figure(world.round)} of 2, letters still sealed"
        return page("The sealed call", self.back, body, note=note)

    @property
    def _roomy(self) -> bool:
        """Whether the window is high enough to show the sealed letters beside what is written."""
        return self.ui.size[1] >= self.ui.m.px(_HIGH)

    def _cases(self) -> Widget | None:
        if len(self.asked) < 2:
            return None
        options = [(key, capital(crisis_name(self.session.world, key).removeprefix("the "))) for key in self.asked]
        return Panel(
            Segmented(options, self.case, self._turn_to, label="Cases", key="cases"), pad=theme.INSIDE, edge="bottom"
        )


_ROUNDS: Final[dict[int, str]] = {
    1: "The first letters, opened together",
    2: "The second letters, on what was seen",
}


def _last(step: Step) -> object:
    """The last event a step tells."""
    if isinstance(step, Opening):
        return step.letters[-1]
    return step.event if isinstance(step, Decision) else (*step.events, step.ending)[-1]
