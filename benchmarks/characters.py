"""Whether a personality shows in what its nation does: nearest centroid on counts of acts and orders.

    python benchmarks/characters.py [--scenario nato-1949-class] [--games N] [--jobs N] [--seed N] [--show]

In every game each seat is given a personality by lot. What each seat did is counted (proposals, refusals, missions,
forces raised, answers in the sealed call …), less what that seat does on average under any personality and in units of
its spread. A sample is named after the personality whose mean over all other games is nearest. Printed: share named
rightly from one game and from all games of a personality in a seat's role taken together (blocks), beside chance.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.core.dice import dice
from game.core.events import Event
from game.scenario import load
from game.scenario.library import personalities
from game.scenario.loading import Scenario
from game.table import Table

Counts = dict[str, float]
BLOCK = 5
"""Samples of one personality that are added up for the second figure."""


@cache
def loaded(name: str) -> Scenario:
    """A scenario, read once a process."""
    return load(name)


def cast(scenario: Scenario, seed: int) -> tuple[Scenario, dict[str, str]]:
    """The scenario with a personality by lot in every seat."""
    shipped = personalities()
    names = list(shipped)
    chosen = {seat: names[dice(seed, 0, "cast", seat) * len(names) // 1000] for seat in scenario.nations}
    nations = {seat: replace(entry, personality=chosen[seat]) for seat, entry in scenario.nations.items()}
    used = tuple(shipped[name] for name in dict.fromkeys(chosen.values()))
    return Scenario(replace(scenario.file, nations=nations, personalities=used)), chosen


DOINGS = frozenset(
    """
    proposed countered accepted refused recalled withdrawal_announced pressed consulted invoked message mission
    exercise_held forces_raised relief sabotage duty_broken duty_kept signed brokered mediated warned offered lobbied
    asked_price named_price moved voted stated accused pleaded
    """.split()  # noqa: SIM905
)
TOLD_APART = ("proposed", "countered", "refused", "mission", "voted", "stated")
"""Doings that are counted by their kind or tone as well."""


def labels(event: Event) -> tuple[str, ...]:
    """What an event counts as; nothing for what is no doing of anybody's."""
    if event.kind == "answered" and event.stance is not None:
        return (f"answered {event.stance}",)
    if event.kind == "spent":
        return (f"spent on {event.why}",)
    if event.kind in TOLD_APART and event.why and event.why != "opening_hand":
        spoken = event.kind in ("proposed", "countered", "refused")
        return (event.kind, f"wrote {event.why}" if spoken else f"{event.kind} {event.why}")
    return (event.kind,) if event.kind in DOINGS else ()


def play(name: str, seed: int) -> list[tuple[str, str, Counts]]:
    """Seat, personality and counts, for every seat of one game."""
    scenario, chosen = cast(loaded(name), seed)
    table = Table(scenario, seed, keep_log=False)
    table.play()
    found: dict[str, Counter[str]] = {seat: Counter() for seat in chosen}
    for event in table.events:
        for word in labels(event) if event.who in found else ():
            found[event.who][word] += event.amount if event.kind in ("spent", "forces_raised", "relief") else 1
    return [(seat, chosen[seat], dict(found[seat])) for seat in chosen]


def standardised(samples: list[tuple[str, str, Counts]]) -> list[tuple[str, Counts]]:
    """Counts as distances from the seat's own mean, in units of its spread."""
    words = sorted({word for _, _, counts in samples for word in counts})
    found = [(one, dict(counts)) for _, one, counts in samples]
    for seat in {seat for seat, _, _ in samples}:
        mine = [at for at, (name, _, _) in enumerate(samples) if name == seat]
        for word in words:
            values = [samples[at][2].get(word, 0) for at in mine]
            mean = sum(values) / len(values)
            spread = (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5
            for at, value in zip(mine, values, strict=True):
                found[at][1][word] = (value - mean) / spread if spread else 0.0
    return found


def named_rightly(samples: list[tuple[str, Counts]]) -> float:
    """Share of samples whose nearest centroid, made from all the others, is that of their own personality."""
    words = list(samples[0][1])
    sums: dict[str, list[float]] = {}
    numbers: Counter[str] = Counter()
    for one, counts in samples:
        held = sums.setdefault(one, [0.0] * len(words))
        for at, word in enumerate(words):
            held[at] += counts[word]
        numbers[one] += 1
    right = 0
    for one, counts in samples:
        best, nearest = "", 0.0
        for name, total in sums.items():
            own = 1 if name == one else 0
            n = numbers[name] - own
            if not n:
                continue
            far = sum((counts[w] - (total[at] - own * counts[w]) / n) ** 2 for at, w in enumerate(words))
            if not best or far < nearest:
                best, nearest = name, far
        right += best == one
    return right / len(samples)


def blocks(samples: list[tuple[str, Counts]]) -> list[tuple[str, Counts]]:
    """Samples of one personality taken together, `BLOCK` at a time."""
    held: dict[str, list[Counts]] = {}
    for one, counts in samples:
        held.setdefault(one, []).append(counts)
    found = []
    for one, mine in held.items():
        for start in range(0, len(mine) - BLOCK + 1, BLOCK):
            some = mine[start : start + BLOCK]
            found.append((one, {word: sum(counts[word] for counts in some) / BLOCK for word in some[0]}))
    return found


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scenario", default="nato-1949-class")
    parser.add_argument("--games", type=int, default=60)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="what each personality does more or less of")
    args = parser.parse_args()
    seeds = range(args.seed, args.seed + args.games)
    with ProcessPoolExecutor(max_workers=args.jobs, mp_context=get_context("spawn")) as pool:
        samples = [one for game in pool.map(play, [args.scenario] * len(seeds), seeds, chunksize=4) for one in game]
    plain = standardised(samples)
    kinds = sorted({one for one, _ in plain})
    if args.show:
        for one in kinds:
            mine = [counts for name, counts in plain if name == one]
            means = {word: sum(counts[word] for counts in mine) / len(mine) for word in mine[0]}
            most = sorted(means, key=lambda word: -abs(means[word]))[:6]
            print(f"  {one:15} {len(mine):3}  " + "  ".join(f"{word} {means[word]:+.1f}" for word in most))
    print(f"{args.scenario}: {args.games} games, {len(kinds)} personalities, chance {1 / len(kinds):.0%}")
    one, more = named_rightly(plain), named_rightly(blocks(plain))
    print(f"named rightly from one game {one:.0%}, from {BLOCK} together {more:.0%}")


if __name__ == "__main__":
    main()
