"""Games begun and kept: a new table with one person at it, and the file it writes itself to."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from game.ai import minds
from game.paths import saves_dir
from game.saves.errors import SaveExists
from game.scenario import Scenario
from game.table import Table

SUFFIX = ".foedus"
LEVELS = ("easy", "normal", "hard")
_MOST_A_SECOND = 100


def levels_built() -> tuple[str, ...]:
    """The AI levels there are, of `LEVELS`."""
    return tuple(level for level in LEVELS if level in minds.MINDS)


def new_game(scenario: Scenario, nation: str, seed: int, level: str = "normal") -> Table:
    """A new game with a person in one seat and AI nations of a level in the others. KeyError for an unknown one."""
    mind = minds.MINDS[level]
    table = Table.new(scenario, seed)
    table.sit(nation)
    if level != "normal":
        for other in scenario.nations:
            if other != nation:
                table.sit(other, mind)
    return table


def autosave(table: Table, nation: str, now: datetime | None = None) -> Path:
    """Have the table write every act to a new file among the saved games. Raises SaveError with a sentence."""
    moment = (now or datetime.now()).strftime("%Y-%m-%d-%H%M%S")
    stem = f"{table.scenario.id}-{nation}-{moment}"
    for number in range(1, _MOST_A_SECOND):
        path = saves_dir() / f"{stem}{f'-{number}' if number > 1 else ''}{SUFFIX}"
        try:
            table.save(path)
        except SaveExists:
            continue
        return path
    raise SaveExists(path, f"{path} exists already and is not replaced.")
