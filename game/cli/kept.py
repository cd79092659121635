"""Commands about what is kept: a saved game told or verified, a screen drawn to a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from game.cli.shared import FOUND, USE, Seed, count, fail, known_nation, scenario_named, width


def replay(
    save: Annotated[Path, typer.Argument(metavar="SAVE", help="A saved game.")],
    verify: Annotated[bool, typer.Option("--verify", help="Compare the digest of every turn.")] = False,
) -> None:
    """Print the chronicle of a saved game, or play its log again and compare every digest.

    Example: foedus replay saves/paris.foedus --verify
    """
    from game.reports.chronicle import chronicle_text
    from game.saves import SaveError, read
    from game.table.resume import replay as replayed

    try:
        table, stages = replayed(save)
        checked = 0
        for stage in stages:
            if verify and not stage.same:
                print(f"turn {stage.turn}, {stage.stage}: the digest differs")
                print(f"  recorded {stage.recorded}\n  played   {stage.played}")
                raise typer.Exit(FOUND)
            checked += 1
    except SaveError as error:
        fail(str(error), FOUND if verify and save.is_file() else USE)
    if table.recovered:
        print(table.recovered, file=sys.stderr)
    if verify:
        damage = read(save).damage
        if damage is not None and damage.kind != "torn":
            fail(f"{save}: {count(checked, 'stage')} played again, every digest equal; what follows is lost.", FOUND)
        print(f"{save}: {count(checked, 'stage')} played again, every digest equal.")
    else:
        print(chronicle_text(table.events, table.state, None, width()))


def shot(
    screen: Annotated[str, typer.Argument(metavar="SCREEN", help="Which screen, for example map or nation.")],
    out: Annotated[Path, typer.Option("--out", help="The PNG to write.")],
    scenario: Annotated[str, typer.Option("--scenario", help="File or shipped name.")] = "nato-1949-class",
    load: Annotated[Path | None, typer.Option("--load", help="A saved game to draw instead.")] = None,
    turns: Annotated[int, typer.Option("--turns", min=0, help="Turns the AI plays first.")] = 0,
    seed: Seed = 1,
    nation: Annotated[str | None, typer.Option("--nation", help="Whose seat is drawn.")] = None,
    select: Annotated[str | None, typer.Option("--select", help="What is selected, by id.")] = None,
    size: Annotated[str, typer.Option("--size", help="Width x height in pixels.")] = "1280x800",
    scale: Annotated[float, typer.Option("--scale", min=1.0, max=2.0, help="Interface scale.")] = 1.0,
) -> None:
    """Draw a screen of the window without opening one.

    Example: foedus shot map --out map.png --turns 3 --nation FRA --size 1920x1080
    """
    from game.saves import SaveError
    from game.table import Table
    from game.table.resume import replay as replayed

    if out.suffix.lower() != ".png":
        fail(f"{out} is no PNG: a screen is drawn as one, so its name ends in .png.")
    wide, _, high = size.partition("x")
    if not (wide.isdigit() and high.isdigit() and 640 <= int(wide) <= 7680 and 400 <= int(high) <= 4320):
        fail(f'--size wants WIDTHxHEIGHT between 640x400 and 7680x4320, for example 1280x800; not "{size}".')
    if load is not None:
        try:
            table, stages = replayed(load)
            for _ in stages:
                pass
        except SaveError as error:
            fail(str(error))
    else:
        table = Table.new(scenario_named(scenario), seed)
    if nation is not None:
        known_nation(table, nation)
    from game.ui.shot import ShotError, draw_screen

    try:
        draw_screen(screen, table, turns, nation, select, (int(wide), int(high)), scale, out)
    except ShotError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{out} cannot be written: {error.strerror}.")
