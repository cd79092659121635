"""Commands that play: the window, a game in it, and a game the AI nations play by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.shared import Level, ScenarioArgument, Seed, check_level, fail, known_nation, scenario_named, width

if TYPE_CHECKING:
    from game.scenario import Scenario
    from game.table import Table


def main_window(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Foedus: treaties, exercises and crises among nations. Without a command, opens the window.

    Example: foedus watch nato-1949-class --seed 7
    """
    if version:
        from importlib.metadata import PackageNotFoundError
        from importlib.metadata import version as installed

        try:
            print(f"foedus {installed('foedus')}")
        except PackageNotFoundError:
            print("foedus, run from a checkout: it is not installed, so it has no version.")
        raise typer.Exit
    if context.invoked_subcommand is None:
        open_window()


def open_window(
    *,
    table: Table | None = None,
    scenario: Scenario | None = None,
    seed: int = 1,
    screen: str = "",
    level: str = "normal",
) -> None:
    """Open the window; a sentence where there is no display."""
    from game.ui.main import NoDisplay, run

    try:
        run(table=table, scenario=scenario, seed=seed, screen=screen, level=level)
    except NoDisplay:
        fail("There is no display to open a window on; `foedus watch nato-1949-class` plays in the terminal.")


def play(
    scenario: Annotated[str | None, typer.Argument(metavar="[SCENARIO]", help="File or shipped name.")] = None,
    nation: Annotated[str | None, typer.Option("--nation", help="Your seat, for example FRA.")] = None,
    level: Level = "normal",
    seed: Seed = 1,
    load: Annotated[Path | None, typer.Option("--load", help="A saved game to go on with.")] = None,
) -> None:
    """Open the window in a game.

    Example: foedus play nato-1949-class --nation FRA --seed 7
    """
    from game.saves import SaveError
    from game.table import Table

    if load is not None:
        if scenario or nation:
            fail("Give either --load or a scenario, not both: a save knows its scenario and its seat.")
        try:
            table = Table.load(load)
        except SaveError as error:
            fail(str(error))
        open_window(table=table)
        return
    check_level(level)
    if scenario is None:
        if nation:
            fail("Name the scenario that --nation is a seat of.")
        open_window(screen="scenarios", seed=seed)
        return
    found = scenario_named(scenario)
    if nation is None:
        open_window(scenario=found, seed=seed, level=level)
        return
    from game.ui.scenes.starting import new_game

    known_nation(Table.new(found, seed), nation)
    open_window(table=new_game(found, nation, seed, level))


def watch(
    scenario: ScenarioArgument,
    seed: Seed = 1,
    turns: Annotated[int, typer.Option("--turns", min=0, help="Turns to play; 0 for all of them.")] = 0,
    as_: Annotated[str | None, typer.Option("--as", help="Tell it as one nation may know it.")] = None,
    full: Annotated[bool, typer.Option("--full", help="Tell crowded turns whole, with everything weighed.")] = False,
    save: Annotated[Path | None, typer.Option("--save", help="Keep the game in a file.")] = None,
) -> None:
    """AI nations play; the chronicle prints as it happens.

    Example: foedus watch nato-1949-class --seed 7 --as NOR
    """
    from game.reports.chronicle import chronicle_text
    from game.reports.lines import wrapped
    from game.reports.summary import summary_text
    from game.reports.summary_brief import CROWDED, brief_text
    from game.saves import SaveError
    from game.table import Table

    table = Table.new(scenario_named(scenario), seed)
    if as_ is not None:
        known_nation(table, as_)
    try:
        if save is not None:
            table.save(save)
        told = 0
        columns = width()
        while not table.over and not (turns and table.state.turn > turns):
            table.step()
            closed = [i for i, event in enumerate(table.events) if event.kind in ("turn_closed", "game_over")][-1] + 1
            world = table.state if as_ is None else table.view(as_).world
            now = table.events[told:closed]
            print(chronicle_text(now, world, as_, columns, "detail" if full else "ordinary", 0 if full else ROWS))
            for line in _account(table, as_, table.events[closed - 1].turn):
                print(wrapped(line, columns), flush=True)
            told = closed
        if table.over:
            crowded = len(table.state.nations) > CROWDED and not full
            tell = brief_text if crowded else summary_text
            print(tell(table.state, table.events, as_, columns))
    except SaveError as error:
        fail(str(error))
    finally:
        table.close()


ROWS = 36
"""Rows of the terminal that a turn takes at most, as far as lesser matters can be left out."""


def _account(table: Table, nation: str | None, turn: int) -> Iterator[str]:
    """After a turn: what it did to a nation, or to the peace of the world."""
    from game.core.appraisal import Appraisal
    from game.reports.accounts import account, account_text, world_account

    if nation is None:
        if turn in table.openings:
            yield from world_account(Appraisal(table.openings[turn]), Appraisal(table.state))
        return
    seat = table.seat(nation)
    then, now = seat.opened(turn), seat.view
    before = Appraisal(then.world, then.ground) if then is not None else None
    yield ""
    rows = account(seat.events, nation, before, Appraisal(now.world, now.ground), turn)
    yield from account_text(rows, now.world, nation)
