"""A batch of AI games of one scenario: in chunks of seeds, over any `concurrent.futures` executor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, as_completed
from dataclasses import dataclass
from time import perf_counter
from typing import Any, TypeAlias

from game.ai.minds import mind as mind_named
from game.core.rules import RULES_VERSION
from game.scenario import from_document
from game.sim.outcome import outcome
from game.sim.workers import workers
from game.table import Table

Json: TypeAlias = dict[str, Any]
CHUNK = 4
"""Games a task: enough to outweigh sending the scenario, few enough to spread evenly."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What every game of a batch has in common."""

    document: Json
    level: str = "normal"
    minds: Mapping[str, str] | None = None
    """Seats that another mind plays, by name of the mind."""
    turns: int = 0
    """Turns to play; 0 for the scenario's own number."""


def play_one(plan: Plan, seed: int) -> Json:
    """One game, as the file of results tells it."""
    scenario = from_document(plan.document)
    started = perf_counter()
    table = Table(scenario, seed, keep_log=False)
    for nation in table.state.nations:
        table.sit(nation, mind_named((plan.minds or {}).get(nation, plan.level)))
    while not table.over and not (plan.turns and table.state.turn > plan.turns):
        table.step()
    return outcome(table, seed, perf_counter() - started)


def play_some(plan: Plan, seeds: tuple[int, ...]) -> list[Json]:
    """Several games, one after the other: what one worker is given."""
    return [play_one(plan, seed) for seed in seeds]


def play_batch(
    plan: Plan,
    seeds: tuple[int, ...],
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Callable[[int], None] | None = None,
) -> list[Json]:
    """All games, in the order of their seeds. `progress` is told how many more are done."""
    done: dict[int, Json] = {}
    for games in _played(plan, seeds, jobs, executor):
        for game in games:
            done[game["seed"]] = game
        if progress is not None:
            progress(len(games))
    return [done[seed] for seed in seeds]


def _played(plan: Plan, seeds: tuple[int, ...], jobs: int, executor: Executor | None) -> Iterator[list[Json]]:
    chunks = [seeds[start : start + CHUNK] for start in range(0, len(seeds), CHUNK)]
    if executor is None and (jobs <= 1 or len(chunks) == 1):
        for seed in seeds:
            yield play_some(plan, (seed,))
        return
    if executor is not None:
        yield from _results([executor.submit(play_some, plan, chunk) for chunk in chunks])
        return
    with workers(min(jobs, len(chunks))) as pool:
        yield from _results([pool.submit(play_some, plan, chunk) for chunk in chunks])


def _results(futures: list[Future[list[Json]]]) -> Iterator[list[Json]]:
    for future in as_completed(futures):
        yield future.result()


def results(scenario: str, games: list[Json]) -> Json:
    """The whole file of results of a batch."""
    return {"scenario": scenario, "rules_version": RULES_VERSION, "games": games, "par": par(games)}


def par(games: list[Json]) -> dict[str, Json]:
    """What AI nations score in each seat: mean, and the 10th, 50th and 90th percentile, in permille."""
    seats: dict[str, list[int]] = {}
    for game in games:
        for name, nation in game["nations"].items():
            seats.setdefault(name, []).append(nation["score"])
    found: dict[str, Json] = {}
    for name, scores in seats.items():
        scores.sort()
        found[name] = {
            "mean": round(sum(scores) / len(scores), 1),
            **{f"p{at}": scores[min(len(scores) - 1, len(scores) * at // 100)] for at in (10, 50, 90)},
        }
    return found
