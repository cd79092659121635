"""What all commands share: how they fail, and what is asked of their arguments."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from game.scenario import Scenario
    from game.table.play import Play

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


def text_of(path: Path) -> str:
    """What a scenario file says; a sentence where it is no text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        fail(f"{path} is not UTF-8 text: byte {error.start + 1} fits no letter.")


def width() -> int:
    """Columns of the terminal, at most 100."""
    from shutil import get_terminal_size

    return min(100, get_terminal_size((100, 24)).columns)


def count(number: int, noun: str) -> str:
    """A number of things in words: "1 game", "2 games"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
