"""How well alliances formed in play fit those of history, beside simple baselines.

    python benchmarks/history.py FOLDER [--games N] [--jobs N] [--eras 1914 1939 ...]

FOLDER holds `input_states_ERA.csv`, `input_dyads_ERA.csv` and `truth_ERA.csv` for any eras, and `inherited_ERA.csv` or
`.txt` where pacts are in force at the start. For each era the same rules and weights are played; the share of games in
which a pair ends allied is scored against what formed: AUC (chance that an allied pair ranks above one that is not,
ties half) and average precision. Baselines rank pairs by one plain thing each.

Eras of our own estimates, made for it, lie in `benchmarks/eras`.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.sim.history import shares
from game.sim.research import Row, TableError, build, read_table

Pair = tuple[str, str]
Scores = dict[Pair, float]


def auc(scores: Scores, truth: dict[Pair, int]) -> float:
    """Chance that an allied pair scores above one that is not; ties count half."""
    yes = [scores[pair] for pair, allied in truth.items() if allied]
    no = [scores[pair] for pair, allied in truth.items() if not allied]
    wins = sum((a > b) + 0.5 * (a == b) for a in yes for b in no)
    return wins / (len(yes) * len(no))


def average_precision(scores: Scores, truth: dict[Pair, int]) -> float:
    """Mean precision at each allied pair, walking down the ranking; ties share their group's precision."""
    ranked = sorted(truth, key=lambda pair: -scores[pair])
    found = seen = 0
    total = 0.0
    index = 0
    while index < len(ranked):
        group = [p for p in ranked[index:] if scores[p] == scores[ranked[index]]]
        hits = sum(truth[pair] for pair in group)
        seen += len(group)
        found += hits
        total += hits * found / seen
        index += len(group)
    return total / max(1, sum(truth.values()))


def ranks(scores: Scores) -> Scores:
    """Scores replaced by their place from 0 to 1, ties at the mean."""
    values = sorted(scores.values())
    return {
        pair: (values.index(value) + len(values) - values[::-1].index(value)) / (2 * len(values))
        for pair, value in scores.items()
    }


def baselines(states: dict[str, Row], dyads: dict[Pair, Row]) -> dict[str, Scores]:
    """One plain ranking a baseline, and the mean of their ranks."""

    def of(measure: Callable[[Pair, Row], float]) -> Scores:
        return {pair: measure(pair, row) for pair, row in dyads.items()}

    cinc = {name: row.number("cinc", 0) for name, row in states.items()}
    polity = {name: row.number("polity2", -3) for name, row in states.items()}
    first, second = sorted(cinc, key=lambda name: -cinc[name])[:2]

    def near(name: str, pole: str) -> float:
        if name == pole:
            return 1.0
        row = dyads.get((min(name, pole), max(name, pole)))
        closeness = 1 - abs(polity[name] - polity[pole]) / 20
        return closeness - (0.5 if row is not None and row.number("rivalry", 0) else 0.0)

    plain = {
        "regime": of(lambda pair, row: -abs(polity[pair[0]] - polity[pair[1]])),
        "common enemy": of(lambda pair, row: row.number("common_enemy", 0)),
        "power": of(lambda pair, row: cinc[pair[0]] + cinc[pair[1]]),
        "two poles": of(
            lambda pair, row: max(near(pair[0], p) * near(pair[1], p) for p in (first, second))
        ),
        "no rivalry": of(lambda pair, row: -row.number("rivalry", 0) - row.number("dispute_history", 0)),
        "near": of(lambda pair, row: -row.number("distance_km", 20_000)),
    }  # fmt: skip
    placed = {name: ranks(scores) for name, scores in plain.items()}
    plain["rank composite"] = of(lambda pair, row: sum(scores[pair] for scores in placed.values()))
    return plain


def eras_in(folder: Path) -> list[str]:
    """The eras a folder has all three tables of."""
    named = sorted(file.stem.removeprefix("input_states_") for file in folder.glob("input_states_*.csv"))
    return [
        era for era in named if (folder / f"input_dyads_{era}.csv").exists() and (folder / f"truth_{era}.csv").exists()
    ]


def main() -> None:
    """Play every era and print a table of AUC and average precision."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--games", type=int, default=40)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--jobs", type=int, default=2)
    arguments.add_argument("--eras", nargs="*", help="those in the folder unless named")
    given = arguments.parse_args()
    eras = given.eras or eras_in(given.folder)
    if not eras:
        needed = "input_states_ERA.csv, input_dyads_ERA.csv and truth_ERA.csv"
        sys.exit(f"{given.folder} holds no era: {needed} are needed.")
    table: dict[str, list[str]] = {}
    sums: dict[str, list[tuple[float, float]]] = {}
    for era in eras:
        states_file, dyads_file = given.folder / f"input_states_{era}.csv", given.folder / f"input_dyads_{era}.csv"
        pacts = next((file for file in sorted(given.folder.glob(f"inherited_{era}.*"))), None)
        try:
            research = build(states_file, dyads_file, inherited=pacts)
        except TableError as error:
            sys.exit(str(error))
        for note in research.notes:
            print(note, file=sys.stderr)
        ids = {name: nation for nation, name in research.names.items()}
        states = {ids[row.word("abb")]: row for row in read_table(states_file, ("abb",))}

        def pair_of(one: str, other: str, ids: dict[str, str] = ids) -> Pair:
            a, b = sorted((ids[one], ids[other]))
            return a, b

        dyads = {pair_of(r.word("abb1"), r.word("abb2")): r for r in read_table(dyads_file, ("abb1", "abb2"))}
        with open(given.folder / f"truth_{era}.csv", encoding="utf-8", newline="") as opened:
            told = [row for row in csv.DictReader(opened) if row["abb1"] in ids and row["abb2"] in ids]
            truth = {pair_of(row["abb1"], row["abb2"]): int(row["allied"]) for row in told}
        truth = {pair: allied for pair, allied in truth.items() if pair in dyads}
        if len(set(truth.values())) < 2:
            sys.exit(
                f"{given.folder}/truth_{era}.csv: some pairs must be allied and some not, among those of the input."
            )
        started = perf_counter()
        seeds = tuple(range(given.seed, given.seed + given.games))
        played = shares(research.scenario.document, tuple(research.names), seeds, given.jobs)
        seconds = perf_counter() - started
        inherited = [treaty["parties"] for treaty in research.scenario.document["treaties"]]
        before = {pair: float(any(pair[0] in had and pair[1] in had for had in inherited)) for pair in dyads}
        print(f"{era}: {len(states)} states, {given.games} games in {seconds:.0f} s", file=sys.stderr)
        for name, scores in {"played": played, **baselines(states, dyads), "as inherited": before}.items():
            both = auc(scores, truth), average_precision(scores, truth)
            table.setdefault(name, []).append(f"{both[0]:.2f}/{both[1]:.2f}")
            sums.setdefault(name, []).append(both)
    print(f"AUC / average precision, {given.games} games an era, seeds from {given.seed}")
    print(f"{'':<16}" + "".join(f"{era:>12}" for era in eras) + f"{'mean':>12}")
    for name, cells in table.items():
        both = sums[name]
        mean = f"{sum(b[0] for b in both) / len(both):.2f}/{sum(b[1] for b in both) / len(both):.2f}"
        print(f"{name:<16}" + "".join(f"{cell:>12}" for cell in cells) + f"{mean:>12}")


if __name__ == "__main__":
    main()
