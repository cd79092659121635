"""Which alliances AI nations form out of a situation: shares over many games, for every pair once."""

from __future__ import annotations

import csv
from collections.abc import Callable
from concurrent.futures import Executor, as_completed
from pathlib import Path
from typing import Any

from game.core.aims import allied
from game.scenario import from_document
from game.sim.batch import CHUNK
from game.sim.workers import workers
from game.table import Table


def play_history(document: dict[str, Any], seeds: tuple[int, ...], save_dir: str) -> list[list[str]]:
    """For each seed the pairs, as "A-B", that end in a common defence or consultation pact."""
    found: list[list[str]] = []
    for seed in seeds:
        table = Table(from_document(document), seed, keep_log=bool(save_dir))
        table.play()
        if save_dir:
            table.save(Path(save_dir) / f"history-{seed}.foedus")
            table.close()
        names = sorted(table.state.nations)
        found.append([f"{a}-{b}" for i, a in enumerate(names) for b in names[i + 1 :] if allied(table.state, a, b)])
    return found


def shares(
    document: dict[str, Any],
    names: tuple[str, ...],
    seeds: tuple[int, ...],
    jobs: int = 1,
    save_dir: Path | None = None,
    executor: Executor | None = None,
    progress: Callable[[int], None] | None = None,
) -> dict[tuple[str, str], float]:
    """Share of games, 0-1, that end with each pair allied. Every pair of `names` is there once."""
    order = sorted(names)
    counts = {f"{a}-{b}": 0 for i, a in enumerate(order) for b in order[i + 1 :]}
    kept = str(save_dir) if save_dir is not None else ""
    chunks = [seeds[start : start + CHUNK] for start in range(0, len(seeds), CHUNK)]

    def count(games: list[list[str]]) -> None:
        for pairs in games:
            for pair in pairs:
                counts[pair] += 1
        if progress is not None:
            progress(len(games))

    if executor is None and (jobs <= 1 or len(chunks) == 1):
        for chunk in chunks:
            count(play_history(document, chunk, kept))
    elif executor is not None:
        for future in as_completed([executor.submit(play_history, document, chunk, kept) for chunk in chunks]):
            count(future.result())
    else:
        with workers(min(jobs, len(chunks))) as pool:
            for future in as_completed([pool.submit(play_history, document, chunk, kept) for chunk in chunks]):
                count(future.result())
    made: dict[tuple[str, str], float] = {}
    for pair, number in counts.items():
        a, _, b = pair.partition("-")
        made[a, b] = number / len(seeds)
    return made


def write_pairs(path: Path, found: dict[tuple[str, str], float], names: dict[str, str]) -> None:
    """`a,b,share` for every pair once, under the names of the tables."""
    with open(path, "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(("a", "b", "share"))
        for (a, b), share in found.items():
            rows.writerow((names[a], names[b], f"{share:.4f}"))
