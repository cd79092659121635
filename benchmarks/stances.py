"""No best stance: each marked seat of the shipped scenarios, played by fixed habits and by the normal mind.

    python benchmarks/stances.py [--scenarios nato-1949-class nato-1949] [--games N] [--seats FRA ...] [--stances ...]

All other seats are the normal mind's, the seeds are the same for all. Printed: the stance's score less the normal
mind's in the same seat and games, in permille of the score, with its 95 % interval; `+` where a stance is better by
more than that, which no stance may be over 200 games, `-` where it is worse.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from paired import Difference, interval, scenario_named, seats
from stance_minds import STANCES

from game.core.score import score
from game.table import Table


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
    parser.add_argument("--seats", nargs="+", default=[], help="only these")
    parser.add_argument("--stances", nargs="+", default=list(STANCES), choices=list(STANCES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    seeds = range(given.seed, given.seed + given.games)
    with ProcessPoolExecutor(max_workers=given.jobs, mp_context=get_context("spawn")) as pool:
        for scenario in given.scenarios:
            marked = [name for name in seats(scenario) if not given.seats or name in given.seats]
            usual = {game.seed: game for game in pool.map(play, [(scenario, "", "", seed) for seed in seeds])}
            tasks = [(scenario, seat, stance, seed) for seat in marked for stance in given.stances for seed in seeds]
            found: dict[tuple[str, str], list[int]] = {}
            faults = 0
            for game in pool.map(play, tasks, chunksize=max(1, len(seeds) // 2)):
                difference = game.scores[game.seat] - usual[game.seed].scores[game.seat]
                found.setdefault((game.stance, game.seat), []).append(difference)
                faults += game.incidents
            _print(scenario, marked, given.stances, found, {seat: _mean(usual.values(), seat) for seat in marked})
            print(f"{len(seeds)} games each; acts of a stance that the rules did not allow: {faults}\n", flush=True)


def _mean(games: object, seat: str) -> int:
    scores = [game.scores[seat] for game in games]  # type: ignore[attr-defined]
    return round(sum(scores) / len(scores))


def _print(
    scenario: str, marked: list[str], stances: list[str], found: dict[tuple[str, str], list[int]], usual: dict[str, int]
) -> None:
    print(f"{scenario}: score of the stance less the normal mind's, permille, with 95 % interval")
    print(f"{'':<18}{'all seats':>20}" + "".join(f"{seat:>20}" for seat in marked))
    print(f"{'(normal scores)':<18}{'':>20}" + "".join(f"{usual[seat]:>17}   " for seat in marked))
    best: list[str] = []
    for stance in stances:
        everyone = [value for seat in marked for value in found[stance, seat]]
        cells = [interval(everyone), *(interval(found[stance, seat]) for seat in marked)]
        print(f"{stance:<18}" + "".join(f"{cell!s:>20}" for cell in cells))
        best += [
            f"{stance} in {seat} ({cell.mean:+.0f})"
            for seat, cell in zip(marked, cells[1:], strict=True)
            if _better(cell)
        ]
    print(f"better than the normal mind beyond its interval: {', '.join(best) or 'none'}")


def _better(cell: Difference) -> bool:
    return cell.games > 1 and cell.mean - cell.half > 0


if __name__ == "__main__":
    main()
