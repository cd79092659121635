"""How the cost of a turn grows with the number of nations, without minds or with them.

    python benchmarks/advance.py [--sizes 6 24 48 96 190] [--minds] [--scenario NAME]

Plays ten turns of a made-up world of each size (a ring of theatres, neighbours and great powers as relevant pairs, one
defence treaty for every five nations) with empty orders, and prints the median processor time of a turn, and of a
turn a pair: the curve. With `--minds`, five turns with every nation played by the normal mind.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.core.checks.answers import Answers
from game.core.engine import Step, advance, open_game
from game.core.orders import Sheet
from game.core.world import State
from game.scenario import from_document, load
from game.scenario.loading import Scenario
from game.table import Table, play


def document(size: int) -> dict[str, Any]:
    """A made-up scenario of so many nations."""
    names = [f"N{index:03d}" for index in range(size)]
    great = names[:: max(1, size // 6)][:6]
    nations = {
        name: {
            "name": name,
            "adjective": name,
            "home": f"t{index // 4}",
            "rank": "great" if name in great else "small",
            "regime": (index * 7) % 21 - 10,
            "potential": 100 if name in great else 2,
            "income": 40 if name in great else 6,
            "forces": 60 if name in great else 5,
            "readiness": 50,
            "support": 55,
            "autonomy_wanted": 55,
        }
        for index, name in enumerate(names)
    }
    pairs = [
        {"between": sorted((a, b)), "rivalry": 60 if (i + j) % 5 == 0 else 0}
        for i, a in enumerate(names)
        for j, b in enumerate(names[i + 1 :], start=i + 1)
        if j - i <= 3 or a in great or b in great
    ]
    theatres = (size + 3) // 4
    return {
        "id": "made-up",
        "title": f"{size} nations",
        "start": "1950-01",
        "months": 6,
        "turns": 12,
        "theatres": {
            f"t{i}": {"name": f"theatre {i}", "adjoins": [f"t{i + 1}"] if i + 1 < theatres else []}
            for i in range(theatres)
        },
        "nations": nations,
        "pairs": pairs,
        "treaties": [
            {
                "id": f"pact-{i}",
                "title": f"Pact {i}",
                "parties": names[i : i + 3],
                "clauses": [{"kind": "mutual_defence"}, {"kind": "consultation"}],
            }
            for i in range(0, size - 3, 5)
        ],
    }


def main() -> None:
    """Print a line for each size."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sizes", type=int, nargs="*", default=[6, 12, 24, 48, 96, 190])
    arguments.add_argument("--minds", action="store_true")
    arguments.add_argument("--scenario", default="", help="a scenario whose turns, as minds play them, are timed too")
    given = arguments.parse_args()
    print(f"{'nations':>8}{'pairs':>8}{'ms a turn':>12}{'us a pair':>12}")
    for size in given.sizes:
        scenario = from_document(document(size))
        found = 1000 * median(played(scenario) if given.minds else empty(scenario))
        pairs = len(scenario.start(1).pairs)
        print(f"{size:>8}{pairs:>8}{found:>12.2f}{1000 * found / pairs:>12.2f}")
    if given.scenario:
        times = sorted(1000 * seconds for seconds in as_played(load(given.scenario)))
        most = times[9 * len(times) // 10]
        print(f"{given.scenario}: {median(times):.1f} ms a turn as minds play it, nine in ten at most {most:.1f}")


def empty(scenario: Scenario) -> list[float]:
    """Seconds of each of ten turns with empty orders."""
    state, _ = open_game(scenario.start(1))
    times = []
    for _ in range(10):
        before, started = state.turn, process_time()
        while state.turn == before:
            state, _ = advance(state)
        times.append(process_time() - started)
    return times


def played(scenario: Scenario) -> list[float]:
    """Seconds of each of five turns of the normal mind in every seat."""
    table = Table.new(scenario, 1, keep_log=False)
    times = []
    for _ in range(5):
        before, started = table.state.turn, process_time()
        while table.state.turn == before:
            table.step()
        times.append(process_time() - started)
    return times


def as_played(scenario: Scenario) -> list[float]:
    """Seconds the rules alone take for each turn of a whole game of the normal mind, the quickest of three."""
    calls: list[tuple[State, Mapping[str, Sheet] | None, Mapping[str, Answers] | None]] = []

    def kept(
        state: State, sheets: Mapping[str, Sheet] | None = None, answers: Mapping[str, Answers] | None = None
    ) -> Step:
        calls.append((state, sheets, answers))
        return advance(state, sheets, answers)

    with patch.object(play, "advance", kept):
        Table.new(scenario, 1, keep_log=False).play()
    best: dict[int, float] = {}
    for _ in range(3):
        spent: dict[int, float] = {}
        for state, sheets, answers in calls:
            started = process_time()
            advance(state, sheets, answers)
            spent[state.turn] = spent.get(state.turn, 0.0) + process_time() - started
        best = {turn: min(took, best.get(turn, took)) for turn, took in spent.items()}
    return list(best.values())


if __name__ == "__main__":
    main()
