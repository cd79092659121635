"""Commands that play many games: who does how well in a scenario, and which alliances a situation brings."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.shared import (
    Level,
    ScenarioArgument,
    Seed,
    check_level,
    check_mind,
    check_out,
    count,
    fail,
    scenario_named,
    text_of,
)

if TYPE_CHECKING:
    from game.scenario import Scenario


def simulate(
    scenario: ScenarioArgument,
    games: Annotated[int, typer.Option("--games", min=1, max=1_000_000, help="Games to play.")] = 10,
    seed: Seed = 1,
    jobs: Annotated[int, typer.Option("--jobs", min=0, help="Processes; 0 for one a core.")] = 0,
    level: Level = "normal",
    mind: Annotated[
        list[str] | None, typer.Option("--mind", metavar="SEAT=MIND", help="Another mind for a seat.")
    ] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write every number as JSON.")] = None,
    csv_file: Annotated[Path | None, typer.Option("--csv", help="Write a row a game and nation.")] = None,
    par_file: Annotated[
        Path | None, typer.Option("--par", help="Put the par of each seat into this scenario file.")
    ] = None,
) -> None:
    """Play many AI games in parallel and say who does how well. Game i of --seed N equals `watch --seed N+i`.

    Example: foedus simulate nato-1949-class --games 200 --jobs 2 --json games.json
    """
    from os import cpu_count

    from game.sim.batch import Plan, play_batch, results
    from game.sim.par_file import par_toml, with_par
    from game.sim.progress import progress_bar
    from game.sim.tables import summary_table, write_csv, write_json

    found = scenario_named(scenario)
    check_level(level)
    plan = Plan(found.document, level, _minds(found, mind or []))
    check_out(json_file, csv_file, par_file)
    # Read before anything is played: hours of games are not lost to a file that is no text.
    had = text_of(par_file) if par_file is not None and par_file.exists() else ""
    seeds = tuple(range(seed, seed + games))
    with progress_bar(games) as advance:
        played = play_batch(plan, seeds, jobs or cpu_count() or 1, progress=advance)
    batch = results(found.id, played)
    print(summary_table(batch))
    out = None
    try:
        if json_file is not None:
            out = json_file
            write_json(json_file, batch)
        if csv_file is not None:
            out = csv_file
            write_csv(csv_file, batch)
        if par_file is not None:
            out = par_file
            par_file.write_text(with_par(had, par_toml(batch, level)).lstrip("\n"), encoding="utf-8")
    except OSError as error:
        fail(f"{out} cannot be written: {error.strerror}.")


def _minds(scenario: Scenario, given: list[str]) -> dict[str, str]:
    minds: dict[str, str] = {}
    for pair in given:
        seat, equals, name = pair.partition("=")
        if not equals:
            fail(f'--mind wants SEAT=MIND, for example FRA=random; "{pair}" has no "=".')
        if seat not in scenario.nations:
            fail(f'There is no nation "{seat}" in {scenario.title}; there are {", ".join(scenario.nations)}.')
        check_mind(name)
        if seat in minds:
            fail(f"--mind seats {seat} twice, as {minds[seat]} and as {name}.")
        minds[seat] = name
    return minds


def history(
    states: Annotated[Path, typer.Argument(metavar="STATES.csv", help="A row a state.")],
    dyads: Annotated[Path, typer.Argument(metavar="DYADS.csv", help="A row a pair of states.")],
    out: Annotated[Path, typer.Option("--out", help="The CSV of shares to write.")],
    games: Annotated[int, typer.Option("--games", min=1, max=1_000_000, help="Games to play.")] = 100,
    seed: Seed = 1,
    turns: Annotated[int, typer.Option("--turns", min=1, max=100, help="Turns a game.")] = 10,
    jobs: Annotated[int, typer.Option("--jobs", min=0, help="Processes; 0 for one a core.")] = 0,
    save_dir: Annotated[Path | None, typer.Option("--save-dir", help="Keep every game in this folder.")] = None,
    inherited: Annotated[
        Path | None, typer.Option("--inherited", metavar="PACTS.csv", help="Pairs bound when play begins: a,b,kind.")
    ] = None,
) -> None:
    """Let AI nations play a situation from two tables, and write which pairs end up allied, in what share of games.

    Example: foedus history states.csv dyads.csv --games 100 --out pairs.csv
    """
    from os import cpu_count

    from game.saves import SaveError
    from game.scenario import ScenarioError
    from game.sim.history import shares, write_pairs
    from game.sim.progress import progress_bar
    from game.sim.research import TableError, build

    check_out(out)
    try:
        research = build(states, dyads, turns, inherited)
        for note in research.notes:
            print(note, file=sys.stderr)
        if save_dir is not None:
            save_dir.mkdir(parents=True, exist_ok=True)
        seeds = tuple(range(seed, seed + games))
        with progress_bar(games) as advance:
            found = shares(
                research.scenario.document, tuple(research.names), seeds, jobs or cpu_count() or 1, save_dir,
                progress=advance,
            )  # fmt: skip
        write_pairs(out, found, research.names)
    except (TableError, ScenarioError, SaveError) as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename or out} cannot be written: {error.strerror}.")
    print(f"{count(games, 'game')}, {count(len(found), 'pair')}: {out}")
