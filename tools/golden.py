"""Golden chronicles: one playthrough of every shipped scenario as text, so that a change in play is read as a diff.

`python -m tools.golden` plays them anew, prints what differs and writes `tests/golden/`. With `--check` it writes
nothing and leaves with 1 when something differs. The reason for a difference belongs in the commit that makes it.
"""

import sys
from difflib import unified_diff
from pathlib import Path

from game.core.world import State
from game.reports.chronicle import chronicle_text
from game.reports.summary import summary_text
from game.saves.codec import digest
from game.scenario import load, names
from game.table import Table

FOLDER = Path(__file__).parents[1] / "tests" / "golden"
SEED = 7
WIDTH = 100


def path_of(scenario: str) -> Path:
    """The golden file of a scenario."""
    return FOLDER / f"{scenario}.txt"


def played(scenario: str) -> str:
    """The chronicle of a game that AI nations play, as the referee may read it, and the digest after every turn."""
    table = Table.new(load(scenario), SEED, keep_log=False)
    digests: list[tuple[int, str]] = []
    while not table.over:
        turn = table.state.turn
        table.step()
        digests.append((turn, digest(table.state)))
    world: State = table.state
    told = chronicle_text(table.events, world, width=WIDTH)
    ending = summary_text(world, table.events, width=WIDTH)
    lines = [f"after turn {turn:>2}  {found}" for turn, found in digests]
    return "\n".join([f"{scenario}, seed {SEED}", told, "", ending, "", *lines, ""])


def difference(scenario: str, text: str) -> str:
    """What differs between a scenario's golden file and a new text of it; empty when nothing does."""
    file = path_of(scenario)
    old = file.read_text(encoding="utf-8") if file.is_file() else ""
    name = f"tests/golden/{file.name}"
    return "".join(unified_diff(old.splitlines(keepends=True), text.splitlines(keepends=True), name, f"{name} (new)"))


def main(arguments: list[str]) -> int:
    """Play every shipped scenario, print the differences, and write them unless only a check was asked for."""
    if arguments not in ([], ["--check"]):
        print(f"{__doc__}\nUnknown: {' '.join(arguments)}", file=sys.stderr)
        return 2
    differs = False
    for scenario in names():
        text = played(scenario)
        found = difference(scenario, text)
        if found:
            differs = True
            print(found)
            if not arguments:
                FOLDER.mkdir(exist_ok=True)
                path_of(scenario).write_text(text, encoding="utf-8", newline="\n")
    for file in sorted(FOLDER.glob("*.txt")):
        if file.stem not in names():
            differs = True
            print(f"tests/golden/{file.name}: there is no such scenario any more")
            if not arguments:
                file.unlink()
    if not differs:
        print("Every chronicle is as it was.")
    return 1 if differs and arguments else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
