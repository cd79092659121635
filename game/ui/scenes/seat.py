"""Choosing a seat: who one would be, what one has, what one is to reach; then the game begins."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.core.appraisal import Appraisal
from game.core.geography import may_leave
from game.core.world import State, pair_of
from game.reports.grammar import capital, listing
from game.reports.reasons import objective_text
from game.reports.treaties import clauses_short
from game.reports.words import RANK_WORDS, name_bare, names, theatre
from game.saves import SaveError
from game.scenario import Scenario
from game.table import Table
from game.ui import theme
from game.ui.kit import (
    Bar,
    Button,
    Caption,
    Chip,
    Column,
    Flow,
    Heading,
    Item,
    Label,
    ListView,
    Over,
    Panel,
    Pinned,
    Quiet,
    Row,
    Rule,
    Run,
    ScreenTitle,
    ScrollView,
    Segmented,
    Spacer,
    TextField,
    Widget,
    ask,
)
from game.ui.kit.embed import Embed
from game.ui.map import WorldMap
from game.ui.scene import Scene
from game.ui.scenes.eve import eve, eve_model, frame
from game.ui.scenes.frame import foot, page
from game.ui.scenes.scenarios import length_words
from game.ui.scenes.starting import LEVELS, autosave, levels_built, new_game

_LIST, _BRIEF = 236, 392
_LEVEL_NOTES = {
    "easy": "The AI nations see less and forgive more.",
    "normal": "The AI nations bargain as well as they can.",
    "hard": "The AI nations look further ahead.",
}
SEED_DIGITS = 9
RIVALS = 40
"""Least rivalry, of 100, that a briefing names."""


class SeatScene(Scene):
    """The seats of a scenario. `play` is called with the table once the chosen one has been taken.

    With a `table` (a saved game in which nobody sits) a seat of that game is taken instead of a new one begun.
    """

    title = "Choose a seat"

    def __init__(
        self,
        scenario: Scenario,
        play: Callable[[Table], object],
        *,
        seed: int = 1,
        nation: str = "",
        table: Table | None = None,
        level: str = "normal",
    ) -> None:
        super().__init__()
        self.scenario = scenario
        self.table = table
        self.nation = nation or next(iter(scenario.nations))
        self.world: State = self._seen()
        self.levels = levels_built()
        self.level = level if level in self.levels else "normal"
        self.seed_text = str(seed)
        self.setting_out = False
        self._play = play
        self._appraisal = Appraisal(self.world)
        self._waited = 0
        self._framed = False
        self.map = WorldMap((640, 480))
        self.map.set_model(eve_model(self.world, self.nation))

    # --- choosing
    @property
    def seed(self) -> int | None:
        """The seed as typed; `None` while it is no whole number."""
        text = self.seed_text.strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) <= SEED_DIGITS else None

    def choose(self, nation: str) -> None:
        """Look at another seat."""
        if nation in self.scenario.nations and nation != self.nation:
            self.nation = nation
            if self.table is not None:
                self.world = self._seen()
                self._appraisal = Appraisal(self.world)
            self.map.set_model(eve_model(self.world, nation))
            self.refresh()

    def _seen(self) -> State:
        """The world as the seat would find it."""
        return eve(self.scenario) if self.table is None else self.table.view(self.nation).world

    def entered(self) -> None:
        """The list of seats has the keyboard; the map shows all of them."""
        self.ui.settle()
        self.ui.set_focus(self.ui.find("seats"), ring=False)

    def update(self, dt: float) -> None:
        """Let time pass. A game is begun one picture after its button, so that its notice is seen."""
        super().update(dt)
        if self.setting_out:
            self._waited += 1
            if self._waited > 1:
                self._set_out()

    def draw(self, surface: pygame.Surface) -> None:
        """Paint the screen, the map framed as soon as its size is known."""
        if not self._framed and self.map.size[0] > 0:
            self._framed = True
            frame(self.map)
        super().draw(surface)

    @property
    def animating(self) -> bool:
        """Whether the next picture comes by itself."""
        return self.setting_out or super().animating

    # --- beginning
    def begin(self) -> None:
        """Take the seat, if the seed is one."""
        if self.seed is not None and not self.setting_out:
            self.setting_out, self._waited = True, 0
            self.refresh()

    def _set_out(self) -> None:
        self.setting_out = False
        seed = self.seed
        if self.table is not None:
            self.table.sit(self.nation)
            self._play(self.table)
            return
        assert seed is not None, "begin() lets no other seed through"
        table = new_game(self.scenario, self.nation, seed, self.level)
        try:
            autosave(table, self.nation)
        except SaveError as error:
            self.refresh()
            ask(
                self.ui,
                "This game cannot be saved",
                f"{error} It can be played all the same, but it is lost when the window closes.",
                yes="Play without saving",
                no="Stay here",
                on_yes=lambda: self._play(table),
                final=True,
            )
            return
        self._play(table)

    # --- what is shown
    def build(self) -> Widget:
        file = self.scenario.file
        items = [
            Item(
                name,
                name_bare(self.world, name),
                capital(RANK_WORDS[nation.rank]),
                swatch=theme.ACCENT if name == self.nation else theme.UNSIGNED[3],
            )
            for name, nation in self._seats()
        ]
        seats = ListView(
            items,
            notes=True,
            label="Seats",
            key="seats",
            selected=self.nation,
            on_select=self.choose,
            on_activate=lambda _: self.begin(),
            grow=1,
        )
        left = Panel(Column(Heading("Seats"), seats), edge="right", width=_LIST, pad=theme.BETWEEN)
        right = Panel(
            ScrollView(self._brief(), pad=theme.PADDING, key=f"brief-{self.nation}"),
            edge="left",
            width=_BRIEF,
            pad=0,
        )
        map_widget = Embed(self.map, label="Map", on_event=self._on_map, key="map")
        centre = Over(map_widget, Pinned(self._caption(), "bottom-left", margin=theme.BETWEEN))
        return page(
            self.scenario.title,
            self.back,
            centre,
            note=" · ".join(part for part in (file.years, length_words(file.turns, file.months)) if part),
            left=left,
            right=right,
            bottom=self._foot(),
        )

    def _seats(self) -> list[tuple[str, object]]:
        return [(name, self.world.nations[name]) for name in self.scenario.nations]

    def _caption(self) -> Widget:
        return Panel(
            Caption("In gold: your seat. Lines: its treaties in force."),
            pad=theme.INSIDE,
        )

    def _on_map(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            picked = self.map.pick(event.pos)
            if picked is not None:
                self.choose(picked)
                return True
        return False

    def _brief(self) -> Widget:
        nation = self.world.nations[self.nation]
        return Column(
            ScreenTitle(name_bare(self.world, self.nation)),
            Flow(
                Chip(capital(RANK_WORDS[nation.rank]), icon="globe"),
                Chip(capital(theatre(self.world, nation.home)), icon="pin"),
                Chip("Sea power", icon="initiative") if nation.sea_power else None,
                Chip("Nuclear weapons", icon="triangle") if nation.nuclear else None,
            ),
            Label(nation.brief) if nation.brief else None,
            Rule(),
            Heading("Objectives"),
            *self._objectives(),
            Rule(),
            Heading("Strengths"),
            *self._strengths(),
            Rule(),
            Heading("Promises that bind you"),
            *self._promises(),
            gap=theme.BETWEEN,
        )

    def _objectives(self) -> list[Widget]:
        aims = self.world.nations[self.nation].objectives
        if not aims:
            return [Quiet("None: this seat is not scored.")]
        rows: list[Widget] = []
        for aim in aims:
            rows.append(
                Row(
                    Label(objective_text(self.world, aim), grow=1),
                    Chip("secret", icon="lock", tooltip="Known to you alone.") if aim.secret else None,
                    Label(Run(f"{aim.points:>3}", mono=True)),
                    Quiet("points"),
                    gap=theme.INSIDE,
                )
            )
        rows.append(Caption("Judged over the last third of the turns; together they are the score."))
        return rows

    def _strengths(self) -> list[Widget]:
        world, me = self.world, self.world.nations[self.nation]
        everyone = list(world.nations.values())
        table = self._appraisal
        security, autonomy = table.secure(self.nation), table.autonomy(self.nation).value
        most_income, most_forces = (
            max(nation.income for nation in everyone),
            max(nation.forces for nation in everyone),
        )
        return [
            Bar(
                "Income", me.income, most=most_income, shown=f"{me.income} RP a turn",
                tooltip="Resource points a turn, beside the richest seat's.",
            ),
            Bar(
                "Forces", me.forces, most=most_forces, shown=f"{me.forces} FP",
                tooltip=f"Force points, beside the strongest seat's. At most {may_leave(me)} FP may leave home.",
            ),
            Bar("Readiness", me.readiness, tooltip="Share of the forces that could fight today, 0 to 100."),
            Bar("Support at home", me.support, tooltip="How far the country stands behind its government."),
            Bar("Security", security, tooltip="What protects you against what threatens you, 0 to 100."),
            Bar(
                "Autonomy", autonomy, wanted=me.autonomy_wanted,
                tooltip=f"Freedom of action, 0 to 100. The mark is what your country wants: {me.autonomy_wanted}.",
            ),
            Bar("Influence", me.influence, most=world.rules.influence_cap, tooltip="What diplomacy can spend."),
        ]  # fmt: skip

    def _promises(self) -> list[Widget]:
        rows: list[Widget] = []
        for treaty in self.world.treaties.values():
            if self.nation in treaty.parties and not treaty.ended:
                others = [name for name in treaty.parties if name != self.nation]
                rows.append(
                    Label(
                        [
                            Run(treaty.title, bold=True),
                            f" with {names(self.world, others)}: ",
                            f"{clauses_short(self.world, treaty.clauses)}.",
                        ]
                    )
                )
        rivals = self._rivals()
        if not rows:
            rows.append(Quiet("None yet."))
        if rivals:
            rows.append(Quiet(f"Rivals: {rivals}."))
        return rows

    def _rivals(self) -> str:
        found = []
        for other in self.world.nations:
            pair = pair_of(self.world, self.nation, other)
            if other != self.nation and (pair.rivalry >= RIVALS or pair.claims):
                found.append(name_bare(self.world, other))
        return listing(found)

    def _foot(self) -> Widget:
        if self.setting_out:
            return foot(Spacer(grow=1), Quiet("The delegations take their seats.", height=theme.CONTROL_HEIGHT))
        begin = Button("Take this seat" if self.table else "Begin", self.begin, kind="primary", icon="arrow")
        begin.shortcut = "ctrl+return"
        if self.table is not None:
            return foot(
                Quiet("Nobody sits in this saved game; the AI has played every seat so far."),
                Spacer(grow=1),
                begin,
            )
        if self.seed is None:
            begin.problem = f"The seed is a whole number of at most {SEED_DIGITS} digits."
        return foot(
            Quiet("AI level"),
            self._levels(),
            Spacer(width=theme.BETWEEN),
            Quiet("Seed", tooltip=_SEED_TIP),
            TextField(
                self.seed_text, self._seed_typed, label="Seed", key="seed", most=SEED_DIGITS, width=128,
                tooltip=_SEED_TIP,
            ),
            Spacer(grow=1),
            begin,
        )  # fmt: skip

    def _levels(self) -> Widget:
        if len(self.levels) == 1:
            only = self.levels[0]
            return Chip(capital(only), icon="person", tooltip=_LEVEL_NOTES[only])
        options = [(level, capital(level)) for level in LEVELS if level in self.levels]
        return Segmented(
            options, self.level, self._level_chosen, label="AI level", key="level",
            tooltip=lambda: _LEVEL_NOTES[self.level],
        )  # fmt: skip

    def _level_chosen(self, level: str) -> None:
        self.level = level

    def _seed_typed(self, text: str) -> None:
        before = self.seed is None
        self.seed_text = text
        if before != (self.seed is None):
            self.refresh()


_SEED_TIP = "The same seed and the same decisions give the same game. Any whole number will do."
