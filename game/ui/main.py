"""The window as the command line opens it: settings as kept, the title at the bottom, and what was asked for above."""

from __future__ import annotations

from game.saves import SaveError
from game.scenario import Scenario
from game.table import Table
from game.ui.app import App, NoDisplay
from game.ui.kit import tell
from game.ui.preferences import load_preferences, save_preferences
from game.ui.scene import Settings, Stage
from game.ui.scenes.starting import autosave
from game.ui.scenes.title import TitleScene

__all__ = ["NoDisplay", "open_window", "run"]


def run(
    *,
    table: Table | None = None,
    scenario: Scenario | None = None,
    seed: int = 1,
    screen: str = "",
    level: str = "normal",
) -> None:
    """Show the window until it is closed: in a game (`table`), at a scenario's seats with a level of the AI chosen, at
    the scenarios (`screen="scenarios"`) or at the title. Raises NoDisplay where there is nothing to show it on."""
    app = open_window(table=table, scenario=scenario, seed=seed, screen=screen, level=level)
    title = app.stage.scenes[0]
    try:
        app.run()
    finally:
        if isinstance(title, TitleScene):
            title.let_go()


def open_window(
    *,
    table: Table | None = None,
    scenario: Scenario | None = None,
    seed: int = 1,
    screen: str = "",
    level: str = "normal",
) -> App:
    """The window, opened but not yet running. Arguments and errors as for `run`."""
    settings, trouble = load_preferences()
    title = TitleScene(seed, trouble)
    app = App(title, settings=settings)
    _keep_settings(app.stage)
    if table is not None:
        enter(title, table)
    elif scenario is not None:
        title.seats(scenario, level)
    elif screen == "scenarios":
        title.new_game()
    return app


def enter(title: TitleScene, table: Table) -> None:
    """Open a game on the title's stage; one that is kept nowhere yet begins to save itself."""
    trouble = ""
    if table.people and table.path is None:
        try:
            autosave(table, table.people[0])
        except SaveError as error:
            trouble = f"{error} It can be played all the same, but it is lost when the window closes."
    title.play(table)
    ui = title.stage.top.ui
    if trouble:
        tell(ui, "This game cannot be saved", trouble)
    elif table.recovered:
        ui.notice(table.recovered, "worse")


def _keep_settings(stage: Stage) -> None:
    """Write the settings down whenever one is changed, and say so once when that fails."""
    switch = stage.on_settings
    said: list[str] = []

    def changed(settings: Settings) -> None:
        if switch is not None:
            switch(settings)
        trouble = save_preferences(settings)
        if trouble and trouble not in said:
            said.append(trouble)
            stage.top.ui.notice(trouble, "worse")

    stage.on_settings = changed
