"""No best stance: each marked seat of the shipped scenarios, played by fixed habits and by the normal mind.

    python benchmarks/stances.py [--scenarios nato-1949-class nato-1949] [--games N] [--seats FRA ...] [--stances ...]

All other seats are the normal mind's, the seeds are the same for all. Printed: the stance's score less the normal
mind's in the same seat and games, in permille of the score, with its 95 % interval; `+` where a stance is better by
more than that, which no stance may be over 200 games, `-` where it is worse. A stance whose interval touches no gain
after the first `--screen` games is played no further. One in forty that are no better shows a `+` by chance: what does
is to be played again with other seeds (`--seed`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias

sys.path.insert(0, str(Path(__file__).resolve().parent))

from paired import Difference, interval, scenario_named, seats
from stance_minds import STANCES

from game.core.score import score
from game.table import Table

Found: TypeAlias = dict[tuple[str, str], list[int]]
"""Differences from the normal mind's score, game by game, by stance and seat."""


@dataclass(frozen=True, slots=True)
class Played:
    """One game: who took which stance, and what every seat scored, in permille."""

    scenario: str
    seat: str
    stance: str
    """Empty for the game in which all seats are the normal mind's."""
    seed: int
    scores: dict[str, int]
    wars: int
    incidents: int
    """Acts of the stance that the rules did not allow: a sign that the benchmark, not the stance, is at fault."""


def play(task: tuple[str, str, str, int]) -> Played:
    """One game to its end."""
    scenario, seat, stance, seed = task
    table = Table(scenario_named(scenario), seed, keep_log=False)
    if stance:
        table.sit(seat, STANCES[stance])
    table.play()
    state = table.state
    return Played(
        scenario, seat, stance, seed, {name: score(state, name) for name in state.nations},
        sum(crisis.stage == "war" for crisis in state.crises.values()), len(table.incidents),
    )  # fmt: skip


def main() -> None:
    """Print a table a scenario."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scenarios", nargs="+", default=["nato-1949-class", "nato-1949"])
    parser.add_argument("--games", type=int, default=5, help="games a seat and stance")
    parser.add_argument("--screen", type=int, default=20, help="games after which what touches no gain is left")
    parser.add_argument("--seats", nargs="+", default=[], help="only these")
    parser.add_argument("--stances", nargs="+", default=list(STANCES), choices=list(STANCES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    seeds = list(range(given.seed, given.seed + given.games))
    with ProcessPoolExecutor(max_workers=given.jobs, mp_context=get_context("spawn")) as pool:
        for scenario in given.scenarios:
            marked = [name for name in seats(scenario) if not given.seats or name in given.seats]
            usual = {game.seed: game for game in pool.map(play, [(scenario, "", "", seed) for seed in seeds])}
            found: Found = {(stance, seat): [] for stance in given.stances for seat in marked}
            faults = 0
            for some in (seeds[: given.screen], seeds[given.screen :]):
                tasks = [(scenario, seat, stance, seed) for (stance, seat), had in found.items() if _open(had)
                         for seed in some]  # fmt: skip
                for game in pool.map(play, tasks, chunksize=max(1, len(some) // 2)):
                    found[game.stance, game.seat].append(game.scores[game.seat] - usual[game.seed].scores[game.seat])
                    faults += game.incidents
            _print(scenario, marked, given.stances, found, {seat: _mean(usual.values(), seat) for seat in marked})
            print(f"{len(seeds)} games each, {given.screen} where no gain was in sight (shown with their number); "
                  f"acts of a stance that the rules did not allow: {faults}\n", flush=True)  # fmt: skip


def _open(had: list[int]) -> bool:
    """Whether a cell is still worth games: it has none yet, or a gain lies within its interval."""
    if not had:
        return True
    cell = interval(had)
    return cell.mean + cell.half > 0


def _mean(games: Iterable[Played], seat: str) -> int:
    scores = [game.scores[seat] for game in games]
    return round(sum(scores) / len(scores))


def _print(scenario: str, marked: list[str], stances: list[str], found: Found, usual: dict[str, int]) -> None:
    print(f"{scenario}: score of the stance less the normal mind's, permille, with 95 % interval")
    print(f"{'':<18}" + "".join(f"{seat:>24}" for seat in marked))
    print(f"{'(normal scores)':<18}" + "".join(f"{usual[seat]:>24}" for seat in marked))
    most = max(len(values) for values in found.values())
    best: list[str] = []
    for stance in stances:
        cells = [interval(found[stance, seat]) for seat in marked]
        words = [str(cell) + (f" {cell.games:3}" if cell.games < most else "    ") for cell in cells]
        print(f"{stance:<18}" + "".join(f"{word:>24}" for word in words))
        best += [
            f"{stance} in {seat} ({cell.mean:+.1f} ± {cell.half:.1f})"
            for seat, cell in zip(marked, cells, strict=True)
            if _better(cell)
        ]
    print(f"better than the normal mind beyond its interval: {', '.join(best) or 'none'}")


def _better(cell: Difference) -> bool:
    return cell.games > 1 and cell.mean - cell.half > 0


if __name__ == "__main__":
    main()
