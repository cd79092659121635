"""One seat played by two minds in the same games: the difference in its score, with its interval.

All other seats are played by the same mind in both, the seeds are the same, so what differs is the seat's own doing.
Scores are permille of the seat's objective points.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.ai.mind import Move
from game.ai.minds import Mind, mind
from game.core import acts
from game.core.acts import Act
from game.core.score import score
from game.core.view import View
from game.scenario import load
from game.scenario.loading import Scenario
from game.table import Table


def silent(view: View) -> Move:
    """The normal mind to which treaties are forbidden: it proposes nothing, signs nothing, refuses what it is asked."""
    move = mind("normal")(view)
    if view.stage != "negotiation" or not isinstance(move, tuple):
        return move
    kept: list[Act] = []
    for act in move:
        if isinstance(act, acts.Accept | acts.Counter):
            kept.append(acts.Refuse(thread=act.thread, revision=act.revision, because=act.because))
        elif not isinstance(act, acts.Propose):
            kept.append(act)
    return tuple(kept)


OWN: dict[str, Mind] = {"silent": silent}
"""Minds of the benchmarks' own, beside those the game names."""


def named(name: str) -> Mind:
    """A mind of the benchmarks' own or one the game names."""
    return OWN.get(name) or mind(name)


@cache
def scenario_named(name: str) -> Scenario:
    """A scenario, read once a process."""
    return load(name)


@dataclass(frozen=True, slots=True)
class Task:
    """One seat in some games."""

    scenario: str
    seat: str
    tried: str
    against: str
    others: str
    seeds: tuple[int, ...]


def play(scenario: str, seat: str, own: str, others: str, seed: int) -> int:
    """The seat's score in one game."""
    return scores(scenario, "" if own == others else seat, own, others, seed)[seat]


@cache
def scores(scenario: str, seat: str, own: str, others: str, seed: int) -> dict[str, int]:
    """All scores of one game; where one mind has every seat it is the same game for all, played once a process."""
    table = Table(scenario_named(scenario), seed, keep_log=False)
    for name in table.state.nations:
        table.sit(name, named(own if name == seat else others))
    while not table.over:
        table.step()
    return {name: score(table.state, name) for name in seats(scenario)}


def compare(task: Task) -> list[int]:
    """The tried mind's score less the other's, a game."""
    return [
        play(task.scenario, task.seat, task.tried, task.others, seed)
        - play(task.scenario, task.seat, task.against, task.others, seed)
        for seed in task.seeds
    ]


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean difference over games and half its 95 % interval, in permille of a score."""

    mean: float
    half: float
    games: int

    def __str__(self) -> str:
        mark = "+" if self.mean - self.half > 0 else "-" if self.mean + self.half < 0 else " "
        return f"{self.mean:+7.1f} ± {self.half:5.1f} {mark}"


def interval(values: list[int]) -> Difference:
    """Mean and 1.96 standard errors."""
    n = len(values)
    mean = sum(values) / n
    spread = sum((value - mean) ** 2 for value in values) / max(1, n - 1)
    return Difference(mean, 1.96 * (spread / n) ** 0.5, n)


def seats(scenario: str) -> list[str]:
    """Seats that have objectives, in the scenario's order."""
    return [name for name, nation in scenario_named(scenario).nations.items() if nation.objectives]


def run(
    tasks: Iterable[Task], jobs: int, told: Callable[[Task, Difference], None] | None = None
) -> list[tuple[Task, list[int]]]:
    """All tasks in parallel; `told` hears each as it is done."""
    found = []
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn")) as pool:
        todo = list(tasks)
        for task, values in zip(todo, pool.map(compare, todo), strict=True):
            found.append((task, values))
            if told is not None:
                told(task, interval(values))
    return found
