"""How long the engine takes, as a ratio against the PyPI package `diplomacy` in the same minute.

    python benchmarks/speed.py [--games N] [--scenario NAME]

Prints the median time of `advance` for each stage, of a live act and of a view; a whole AI game; and one game of the
`diplomacy` engine played by random orders to 1915 (extra `bench`), taken in turns with ours.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.core.engine import advance
from game.core.view import view_of
from game.scenario import load
from game.table import Table
from game.table import play as table_play


def ours(name: str, seed: int, stages: dict[str, list[float]]) -> float:
    """Seconds of one whole AI game, with the time of every `advance` noted by stage."""

    def timed(state, sheets=None, answers=None):  # type: ignore[no-untyped-def]
        started = perf_counter()
        made = advance(state, sheets, answers)
        stages[state.stage].append(perf_counter() - started)
        return made

    scenario = load(name)
    table_play.advance = timed
    try:
        started = perf_counter()
        table = Table.new(scenario, seed, keep_log=False)
        table.play()
        seconds = perf_counter() - started
    finally:
        table_play.advance = advance
    for nation in table.state.nations:
        started = perf_counter()
        view_of(table.state, nation)
        stages["view"].append(perf_counter() - started)
    return seconds


def theirs(seed: int) -> float | None:
    """Seconds of one random-order game of the `diplomacy` engine to 1915; None where it is not installed."""
    try:
        from diplomacy import Game
    except ImportError:
        return None
    draws = random.Random(seed)
    started = perf_counter()
    game = Game()
    while not game.is_game_done and int(game.get_current_phase()[1:5]) < 1915:
        orders = game.get_all_possible_orders()
        for power in game.powers:
            chosen = [draws.choice(orders[place]) for place in game.get_orderable_locations(power) if orders[place]]
            game.set_orders(power, chosen)
        game.process()
    return perf_counter() - started


def main() -> None:
    """Play in turns, print medians and the ratio."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--games", type=int, default=5)
    arguments.add_argument("--scenario", default="nato-1949-class")
    given = arguments.parse_args()
    stages: dict[str, list[float]] = defaultdict(list)
    mine: list[float] = []
    other: list[float] = []
    for seed in range(1, given.games + 1):
        mine.append(ours(given.scenario, seed, stages))
        found = theirs(seed)
        if found is not None:
            other.append(found)
    print(f"{given.scenario}, {given.games} games, seeds 1-{given.games}")
    for stage, times in sorted(stages.items()):
        print(
            f"  {stage:<12} median {1000 * median(times):8.2f} ms   worst {1000 * max(times):8.2f} ms   n={len(times)}"
        )
    print(f"  whole game   median {median(mine):8.3f} s")
    if other:
        ratio = median(mine) / median(other)
        print(f"  diplomacy, random orders to 1915: median {median(other):.3f} s; ratio {ratio:.2f}")
    else:
        print("  the package diplomacy is not installed: pip install -e '.[bench]' for the ratio")


if __name__ == "__main__":
    main()
