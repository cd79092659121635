"""Choosing a scenario: a card for each that ships."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.core.world import State
from game.reports.grammar import counted, listing
from game.reports.words import name_bare
from game.scenario import Scenario, ScenarioError, load, names
from game.ui import theme
from game.ui.kit import (
    Card,
    Centred,
    Chip,
    Column,
    Figure,
    Flow,
    Grid,
    Heading,
    Label,
    Picture,
    Quiet,
    Row,
    Rule,
    ScreenTitle,
    ScrollView,
    Widget,
)
from game.ui.kit.metrics import BODY, CONTROL
from game.ui.scene import Scene
from game.ui.scenes.eve import eve, thumbnail
from game.ui.scenes.frame import page

TUTORIAL = "tutorial"
_WIDE = 420
"""Width of the picture where there is one scenario only."""


def length_words(turns: int, months: int) -> str:
    """How long a game lasts: "5 turns of half a year"."""
    spans = {1: "a month", 3: "a quarter", 6: "half a year", 12: "a year", 24: "two years", 60: "five years"}
    return f"{turns} {'turn' if turns == 1 else 'turns'} of {spans.get(months, counted(months, 'month'))}"


class ScenariosScene(Scene):
    """The cards. `choose` is called with the scenario and the seed when one is pressed."""

    title = "New game"

    def __init__(self, choose: Callable[[Scenario], object]) -> None:
        super().__init__()
        self._choose = choose
        self._found: list[tuple[str, Scenario | str, pygame.Surface | None]] = []

    def entered(self) -> None:
        """The first card has the keyboard."""
        self.ui.settle()
        first = next((w for w in self.ui.root.walk() if isinstance(w, Card) and w.works), None)
        self.ui.set_focus(first, ring=False)

    def build(self) -> Widget:
        if not self._found:
            self._found = [self._look(name) for name in names() if name != TUTORIAL]
        cards = [self._card(*found) for found in self._found]
        body = Column(
            ScreenTitle("Choose a scenario"),
            Quiet("Each is a moment in history with its nations, its standing promises and its open quarrels."),
            Grid(*cards, columns=1 if len(cards) == 1 else 2 if len(cards) == 2 else 0, least=330, gap=theme.PADDING)
            if cards
            else Label("No scenario is shipped with this copy."),
            gap=theme.PADDING,
        )
        return page("New game", self.back, ScrollView(Centred(body, widest=1120)))

    @staticmethod
    def _promises(world: State) -> list[Widget]:
        """What stands at the beginning, where there is room to say it."""
        titles = [treaty.title for treaty in world.treaties.values() if not treaty.secret]
        drafts = [thread for thread in world.threads.values() if not thread.latest.draft.secret]
        return [
            Figure("Treaties in force", ", ".join(titles) or "none"),
            Figure("Drafts on the table", str(len(drafts))),
        ]

    def _look(self, name: str) -> tuple[str, Scenario | str, pygame.Surface | None]:
        try:
            scenario = load(name)
        except (ScenarioError, OSError) as error:
            first = str(error).splitlines()[0] if str(error) else "it cannot be read"
            return name, f"This scenario cannot be played: {first}", None
        return name, scenario, thumbnail(eve(scenario))

    def _card(self, name: str, found: Scenario | str, picture: pygame.Surface | None) -> Widget:
        if isinstance(found, str):
            return Card(Column(Heading(name), Label(found, colour=theme.WORSE)), title=name, problem=found)
        file, world = found.file, eve(found)
        alone = len(self._found) == 1
        seats = f"Seats: {listing([name_bare(world, nation) for nation in found.nations])}."
        words = Column(
            Heading(found.title),
            Flow(
                Chip(file.years, icon="clock") if file.years else None,
                Chip(length_words(file.turns, file.months), icon="right"),
                Chip(f"{len(found.nations)} seats", icon="person"),
            ),
            Label(file.teaches, face=CONTROL if alone else BODY),
            Quiet(seats, lines=0 if alone else 2),
            *([Rule(), *self._promises(world)] if alone else []),
            gap=10,
            grow=1 if alone else 0,
        )
        inside: Widget = Column(Picture(picture), words, gap=theme.PADDING)
        if alone:
            shown = Picture(picture, width=_WIDE, height=round(_WIDE * 0.6))
            inside = Row(shown, words, gap=theme.GROUPS, each="start")
        return Card(inside, lambda: self._choose(found), title=found.title, key=f"scenario-{name}", tooltip=seats)
