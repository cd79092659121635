"""How long the engine takes, as a ratio against the PyPI package `diplomacy` in the same minute.

    python benchmarks/speed.py [--games N] [--scenario NAME] [--levels easy normal hard]

For each level of the minds, taken in turns with one game of the `diplomacy` engine played by random orders to 1915
(extra `bench`): a whole AI game and its ratio; what a nation thinks in a turn, in all; what it takes to answer while
nations talk. Then the median time of `advance` for each stage and of a view.
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

from game.ai.mind import Move
from game.ai.minds import mind
from game.core.engine import advance
from game.core.view import View, view_of
from game.scenario import load
from game.table import Table
from game.table import play as table_play

Times = defaultdict[str, list[float]]


def ours(name: str, seed: int, level: str, stages: Times, thoughts: Times) -> float:
    """Seconds of one whole AI game, with the time of every `advance` noted by stage, and of every look of a mind."""
    think = mind(level)

    def thinking(view: View) -> Move:
        started = perf_counter()
        move = think(view)
        thoughts[view.stage].append(perf_counter() - started)
        return move

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
        table.minds = dict.fromkeys(table.state.nations, thinking)
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
    arguments.add_argument("--levels", nargs="+", default=["normal"])
    given = arguments.parse_args()
    world = load(given.scenario).start(1)
    stages: Times = defaultdict(list)
    other: list[float] = []
    print(f"{given.scenario}, {given.games} games, seeds 1-{given.games}")
    for level in given.levels:
        thoughts: Times = defaultdict(list)
        mine: list[float] = []
        for seed in range(1, given.games + 1):
            mine.append(ours(given.scenario, seed, level, stages, thoughts))
            found = theirs(seed)
            if found is not None:
                other.append(found)
        ratio = f"; ratio {median(mine) / median(other):.1f}" if other else ""
        print(f"  {level:<7} whole game median {median(mine):7.3f} s{ratio}")
        a_turn = sum(sum(times) for times in thoughts.values()) / (given.games * world.turns * len(world.nations))
        answers = sorted(thoughts["negotiation"])
        print(f"          a nation's turn, mean {1000 * a_turn:6.2f} ms; an answer in talks, {spread(answers)}")
    if other:
        print(f"  diplomacy, random orders to 1915: median {median(other):.3f} s")
    else:
        print("  the package diplomacy is not installed: pip install -e '.[bench]' for the ratio")
    for stage, times in sorted(stages.items()):
        print(f"  {stage:<12} {spread(sorted(times))}, n={len(times)}")


def spread(times: list[float]) -> str:
    """Median, 99th percentile and worst of sorted times, in milliseconds."""
    at = [times[len(times) // 2], times[len(times) * 99 // 100], times[-1]]
    return "median {:.2f} ms, p99 {:.2f}, worst {:.2f}".format(*(1000 * one for one in at))


if __name__ == "__main__":
    main()
