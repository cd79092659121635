"""The command line: one thin function a command. What is heavy is imported where it is needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from game.scenario import Scenario
    from game.table import Table
    from game.table.play import Play

app = typer.Typer(
    name="foedus",
    help="Foedus: treaties, exercises and crises among nations. Without a command, opens the window.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
USE = 2
"""Exit code for bad use: an unknown option, a missing file, a folder in a file's place."""
FOUND = 1
"""Exit code when a command did its work and found problems."""
INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""

ScenarioArgument = Annotated[str, typer.Argument(metavar="SCENARIO", help="A scenario file, or a shipped one's name.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="The seed all draws come from.")]
Level = Annotated[str, typer.Option("--level", help="How the AI nations play: easy, normal or hard.")]


def fail(sentence: str, code: int = USE) -> NoReturn:
    """Say one plain sentence on stderr and stop."""
    print(sentence, file=sys.stderr)
    raise typer.Exit(code)


def scenario_named(name: str) -> Scenario:
    """The scenario, or a sentence saying why not."""
    from game.scenario import ScenarioError, load

    try:
        return load(name)
    except ScenarioError as error:
        for finding in error.findings:
            print(finding, file=sys.stderr)
        fail(f"{name} is not sound; `foedus check` lists every problem.", FOUND)
    except OSError as error:
        fail(str(error))


def known_nation(table: Play, nation: str) -> str:
    """The nation, or a sentence naming those there are."""
    if nation not in table.state.nations:
        known = ", ".join(table.state.nations)
        fail(f'There is no nation "{nation}" in {table.scenario.title}; there are {known}.')
    return nation


def check_level(level: str) -> None:
    """Refuse levels that are not there, in a sentence."""
    from game.ai.minds import LEVELS

    if level not in LEVELS:
        fail(f'There is no level "{level}"; there are {", ".join(LEVELS)}.')


def check_mind(name: str) -> None:
    """Refuse minds that are not there, in a sentence."""
    from game.ai.minds import UnknownMind, mind

    try:
        mind(name)
    except UnknownMind as error:
        fail(str(error))


def check_out(*files: Path | None) -> None:
    """Refuse, before anything is played, files that cannot be written or are named twice."""
    given = [file for file in files if file is not None]
    for index, out in enumerate(given):
        if out.is_dir() or not out.absolute().parent.is_dir():
            fail(f"{out} cannot be written: {'it is a folder' if out.is_dir() else 'its folder does not exist'}.")
        if any(out.resolve() == other.resolve() for other in given[:index]):
            fail(f"{out} is named twice: one would be written over the other.")


@app.callback(invoke_without_command=True)
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
        _open_window()


def _open_window(
    *,
    table: Table | None = None,
    scenario: Scenario | None = None,
    seed: int = 1,
    screen: str = "",
    level: str = "normal",
) -> None:
    from game.ui.main import NoDisplay, run

    try:
        run(table=table, scenario=scenario, seed=seed, screen=screen, level=level)
    except NoDisplay:
        fail("There is no display to open a window on; `foedus watch nato-1949-class` plays in the terminal.")


@app.command()
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
        _open_window(table=table)
        return
    check_level(level)
    if scenario is None:
        if nation:
            fail("Name the scenario that --nation is a seat of.")
        _open_window(screen="scenarios", seed=seed)
        return
    found = scenario_named(scenario)
    if nation is None:
        _open_window(scenario=found, seed=seed, level=level)
        return
    from game.ui.scenes.starting import new_game

    known_nation(Table.new(found, seed), nation)
    _open_window(table=new_game(found, nation, seed, level))


@app.command()
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
        width = _width()
        while not table.over and not (turns and table.state.turn > turns):
            table.step()
            closed = [i for i, event in enumerate(table.events) if event.kind in ("turn_closed", "game_over")][-1] + 1
            world = table.state if as_ is None else table.view(as_).world
            now = table.events[told:closed]
            print(chronicle_text(now, world, as_, width, "detail" if full else "ordinary", 0 if full else ROWS))
            for line in _account(table, as_, table.events[closed - 1].turn):
                print(wrapped(line, width), flush=True)
            told = closed
        if table.over:
            crowded = len(table.state.nations) > CROWDED and not full
            tell = brief_text if crowded else summary_text
            print(tell(table.state, table.events, as_, width))
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


def _width() -> int:
    from shutil import get_terminal_size

    return min(100, get_terminal_size((100, 24)).columns)


@app.command()
def check(files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Scenario files.")]) -> None:
    """Report every problem of scenario files, with line, column and a suggestion.

    Example: foedus check scenarios/nato-1949-class.toml
    """
    from game.scenario import check as check_file

    errors = warnings = unread = 0
    for file in files:
        try:
            findings = check_file(file)
        except OSError as error:
            why = "is a folder; name the scenario files in it" if file.is_dir() else ""
            why = why or ("cannot be found" if not file.exists() else f"cannot be read: {error.strerror}")
            print(f"{file} {why}.", file=sys.stderr)
            unread += 1
            continue
        for finding in findings:
            print(finding)
            if finding.severity == "error":
                errors += 1
            else:
                warnings += 1
    if unread < len(files):
        print(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}")
    if unread:
        raise typer.Exit(USE)
    if errors:
        raise typer.Exit(FOUND)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


@app.command()
def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")],
    source: Annotated[str | None, typer.Option("--from", help="Begin from a scenario instead.")] = None,
) -> None:
    """Write a small, commented, playable scenario to start from.

    Example: foedus new atlantis.toml
    """
    from game.scenario import find, new_text

    try:
        text = new_text() if source is None else _text_of(find(source))
        if source is not None:
            scenario_named(source)
        with open(file, "x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError:
        fail(f"{file} exists already and is not replaced; give another name.")
    except OSError as error:
        fail(
            str(error)
            if source is not None and error.strerror is None
            else f"{file} cannot be written: {error.strerror}."
        )
    print(f"Wrote {file}; `foedus check {file}` and `foedus watch {file}` go on from here.")


def _text_of(path: Path) -> str:
    """What a scenario file says; a sentence where it is no text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        fail(f"{path} is not UTF-8 text: byte {error.start + 1} fits no letter.")


@app.command()
def schema() -> None:
    """Print the JSON Schema of scenario files, for editors to complete and check by.

    Example: foedus schema > foedus.schema.json
    """
    import json

    from game.scenario import schema as make

    print(json.dumps(make(), indent=2, ensure_ascii=False))


@app.command()
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
    had = _text_of(par_file) if par_file is not None and par_file.exists() else ""
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


@app.command()
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
    print(f"{_count(games, 'game')}, {_count(len(found), 'pair')}: {out}")


@app.command()
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
            fail(f"{save}: {_count(checked, 'stage')} played again, every digest equal; what follows is lost.", FOUND)
        print(f"{save}: {_count(checked, 'stage')} played again, every digest equal.")
    else:
        print(chronicle_text(table.events, table.state, None, _width()))


@app.command()
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
    width, _, height = size.partition("x")
    if not (width.isdigit() and height.isdigit() and 640 <= int(width) <= 7680 and 400 <= int(height) <= 4320):
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
        draw_screen(screen, table, turns, nation, select, (int(width), int(height)), scale, out)
    except ShotError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{out} cannot be written: {error.strerror}.")


def main() -> None:
    """The entry point `foedus`: runs a command, and turns bad use into one plain sentence and exit code 2."""
    # pygame otherwise greets on stdout, which belongs to commands.
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        code = app(standalone_mode=False)
        # Typer makes a code of Ctrl-C, in some versions an exception.
        _end(code if isinstance(code, int) else 0)
    except typer.TyperException as error:
        message = error.format_message().strip().replace("\n", " ")
        print(message if message.endswith((".", "?", ")")) else f"{message}.", file=sys.stderr)
        sys.exit(USE)
    except typer.Exit as error:
        _end(error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        _end(INTERRUPTED)
    except BrokenPipeError:
        # The reader of a pipe has gone; there is nobody left to tell.
        sys.stderr.close()
        sys.exit(0)


def _end(code: int) -> NoReturn:
    if code == INTERRUPTED:
        print("Stopped.", file=sys.stderr)
    sys.exit(code)


if __name__ == "__main__":
    main()
