"""The title screen: a calm map, the game's name and the ways in. It stays at the bottom of the stage, and every
way into a game passes through its `play`."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game import __version__
from game.saves import SaveError
from game.scenario import Scenario, ScenarioError, load, names
from game.table import Table
from game.ui import theme
from game.ui.kit import Button, Caption, Column, Label, Quiet, Row, Spacer, Title, Widget, ask, tell
from game.ui.map import MapModel, WorldMap
from game.ui.scene import Scene
from game.ui.scenes.codex import CodexScene
from game.ui.scenes.saves import SavesScene
from game.ui.scenes.scenarios import TUTORIAL, ScenariosScene
from game.ui.scenes.seat import SeatScene
from game.ui.scenes.settings import SettingsScene
from game.ui.session import Session

_COLUMN = 392
_MENU = 232
_CENTRE = (13.0, 14.0)
"""Latitude and longitude of the middle of what the column leaves of the map behind."""
_CLOSER = 1.5
"""How much nearer the map behind is than one that shows the whole world."""


class TitleScene(Scene):
    """The way in."""

    title = "Foedus"

    def __init__(self, seed: int = 1, notice: str = "") -> None:
        super().__init__()
        self.seed = seed
        self.table: Table | None = None
        """The game that is open above this scene, if one is."""
        self._notice = notice
        self._back: tuple[object, pygame.Surface] | None = None
        self.shortcuts = {"down": lambda: self.ui.step_focus(1), "up": lambda: self.ui.step_focus(-1)}

    # --- the ways on
    def play(self, table: Table) -> None:
        """Open a game: in its person's seat, or where one is to be chosen. Everything above the title is left."""
        if not table.people:
            self.stage.push(SeatScene(table.scenario, self.play, table=table))
            return
        from game.ui.scenes.game import GameScene

        try:
            table.run()
        except SaveError as error:
            tell(self.stage.top.ui, "This game cannot be written", str(error))
            return
        while self.stage.top is not self:
            self.stage.scenes.pop().left()
        self.table = table
        self.stage.push(GameScene(Session(table, table.people[0])))

    def new_game(self) -> None:
        """Choose a scenario."""
        self.stage.push(ScenariosScene(self.seats))

    def seats(self, scenario: Scenario, level: str = "normal") -> None:
        """Choose a seat of a scenario; the level of the AI nations may still be changed there."""
        self.stage.push(SeatScene(scenario, self.play, seed=self.seed, level=level))

    def tutorial(self) -> None:
        """Choose a seat of the tutorial."""
        try:
            self.seats(load(TUTORIAL))
        except (ScenarioError, OSError) as error:
            tell(self.ui, "The tutorial cannot be played", str(error).splitlines()[0])

    def load(self) -> None:
        """Choose a saved game."""
        self.stage.push(SavesScene(self.play))

    def leave(self) -> None:
        """Close the window, once confirmed."""
        ask(
            self.ui,
            "Leave Foedus",
            "Games are kept with every act; nothing is lost.",
            yes="Leave",
            no="Stay",
            on_yes=self.stage.quit,
        )

    # --- the contract
    def entered(self) -> None:
        """The first entry has the keyboard."""
        self.ui.settle()
        self.ui.step_focus(1)
        self.ui.set_focus(self.ui.focus, ring=False)
        if self._notice:
            self.ui.notice(self._notice, "worse")

    def resumed(self) -> None:
        """Back from a game or a screen: the game's file is let go of, so that it can be opened again."""
        super().resumed()
        trouble = self.let_go()
        if trouble:
            self.ui.notice(trouble, "worse")

    def let_go(self) -> str:
        """Close the open game's file, if there is one; a sentence when its last acts could not be written."""
        table, self.table = self.table, None
        try:
            if table is not None:
                table.close()
        except SaveError as error:
            return str(error)
        return ""

    def back(self) -> bool:
        """Esc asks whether to leave."""
        self.leave()
        return True

    def draw(self, surface: pygame.Surface) -> None:
        """Paint the map, the column over it and the menu."""
        fits = (surface.get_size(), self.ui.m.scale)
        if self._back is None or self._back[0] != fits:
            self._back = (fits, self._paint_back(surface.get_size()))
        surface.blit(self._back[1], (0, 0))
        self.ui.draw(surface)

    def _paint_back(self, size: tuple[int, int]) -> pygame.Surface:
        m = self.ui.m
        shown = WorldMap(size, m.scale)
        shown.set_model(MapModel(name_others=False))
        column = m.px(_COLUMN)
        shown.zoom(_CLOSER)
        x, y = shown.position_of(_CENTRE)
        shown.pan((column + size[0]) / 2 - x, size[1] / 2 - y)
        shown.settle()
        picture = pygame.Surface(size)
        shown.draw(picture)
        # The land lies in the dark, so that the words stand out without a box around them.
        veil = pygame.Surface(size, pygame.SRCALPHA)
        veil.fill((*theme.SEA, 96))
        veil.fill((*theme.SEA, 226), (0, 0, column, size[1]))
        picture.blit(veil, (0, 0))
        picture.fill(theme.LINE, (column, 0, 1, size[1]))
        return picture

    # --- what is shown
    def build(self) -> Widget:
        menu = [Button(words, act, key=words, width=_MENU, kind=kind) for words, act, kind in self._entries()]
        column = Column(
            Spacer(height=72),
            Title("FOEDUS"),
            Label("Treaties, and the day they are called.", colour=theme.QUIET),
            Spacer(height=theme.GROUPS),
            *menu,
            Spacer(grow=1),
            Quiet("Foedus, Latin: a treaty between peoples."),
            Caption(f"Version {__version__}"),
            pad=40,
            gap=theme.BETWEEN,
            width=_COLUMN,
        )
        return Row(column, Spacer(grow=1), each="stretch")

    def _entries(self) -> list[tuple[str, Callable[[], object], str]]:
        entries: list[tuple[str, Callable[[], object], str]] = []
        if TUTORIAL in names():
            entries.append(("Play the tutorial", self.tutorial, "primary"))
        entries += [
            ("New game", self.new_game, "quiet" if entries else "primary"),
            ("Load", self.load, "quiet"),
            ("Codex", lambda: self.stage.push(CodexScene()), "quiet"),
            ("Settings", lambda: self.stage.push(SettingsScene()), "quiet"),
            ("Quit", self.leave, "quiet"),
        ]
        return entries
