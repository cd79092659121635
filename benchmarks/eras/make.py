"""The tables of the history benchmark, worked out from one source an era.

    python benchmarks/eras/make.py [ERA ...]

`ERA.toml` beside this file holds the estimates; `input_states_ERA.csv`, `input_dyads_ERA.csv`, `truth_ERA.csv` and,
where pacts are in force at the start, `inherited_ERA.csv` are written from it. A line of the source is a list of
states, each paired with each, or two lists and a colon between them, each of the left paired with each of the right.
"""

from __future__ import annotations

import math
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
EARTH_KM = 6371
FADES = 0.95
"""What a year leaves of a dispute or a war."""
WINDOW = 30
"""Years back beyond which disputes and wars are forgotten."""
DISPUTES = {"threat": 0.25, "show": 0.5, "force": 1.0}
MOST_DISPUTES = 1.5
DEMOCRACY = 6
"""Polity from which a regime is called a democracy, unless the source names its class."""
RIVAL = 0.7
"""Part of a quarrel that is rivalry; old disputes are the rest."""

Pair = tuple[str, str]


class SourceError(ValueError):
    """A source that cannot be read."""


class Era:
    """One source, read."""

    def __init__(self, source: Path) -> None:
        self.name = source.stem
        self.said: dict[str, Any] = tomllib.loads(source.read_text(encoding="utf-8"))
        self.start = int(self.said["start"])
        self.states = [line.split() for line in self.lines("states")]
        self.order = {cells[0]: index for index, cells in enumerate(self.states)}
        if len(self.order) < len(self.states):
            raise SourceError(f"{source.name}: a state stands there twice.")
        self.cinc = {cells[0]: float(cells[1]) for cells in self.states}

    def lines(self, key: str) -> list[str]:
        """The lines under a key, without remarks and empty ones."""
        bare = (line.split("#")[0].strip() for line in self.said.get(key, "").splitlines())
        return [line for line in bare if line]

    def across(self, line: str) -> tuple[list[str], list[str], set[Pair]]:
        """The states left and right of a line's colon, and the pairs the line speaks of."""
        left, colon, right = line.partition(":")
        sides = left.split(), right.split()
        for name in (*sides[0], *sides[1]):
            if name not in self.order:
                raise SourceError(f'{self.name}.toml: "{name}" in "{line}" is no state there.')
        first, second = sides if colon else (sides[0], sides[0])
        return *sides, {self.pair(a, b) for a in first for b in second if a != b}

    def pair(self, a: str, b: str) -> Pair:
        """A pair in the order of the states."""
        return (a, b) if self.order[a] < self.order[b] else (b, a)

    def pairs(self, key: str) -> set[Pair]:
        """All pairs under a key."""
        return {pair for line in self.lines(key) for pair in self.across(line)[2]}

    def all_pairs(self) -> list[Pair]:
        """Every pair once."""
        names = list(self.order)
        return [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]

    def dated(self, key: str) -> Iterator[tuple[float, str]]:
        """What is left by now of each dated line, and the rest of the line."""
        for line in self.lines(key):
            year, _, rest = line.partition(" ")
            age = max(0, self.start - int(year))
            if age > WINDOW:
                raise SourceError(f'{self.name}.toml: "{line}" is more than {WINDOW} years old.')
            yield FADES**age, rest

    def contiguity(self) -> dict[Pair, int]:
        """1 by land, 2 to 5 across ever more water; the nearest link counts."""
        found: dict[Pair, int] = {}
        for kind, key in ((5, "water400"), (4, "water150"), (3, "water24"), (2, "water12"), (1, "land")):
            found |= dict.fromkeys(self.pairs(key), kind)
        return found

    def disputes(self) -> dict[Pair, float]:
        """The sum of the old disputes of each pair, each as it has faded."""
        found: dict[Pair, float] = {}
        for left, rest in self.dated("disputes"):
            level, _, line = rest.partition(" ")
            for pair in self.across(line)[2]:
                found[pair] = min(MOST_DISPUTES, found.get(pair, 0.0) + DISPUTES[level] * left)
        return found

    def wars(self) -> tuple[dict[Pair, float], dict[Pair, float]]:
        """The latest war against each other, and side by side, as it has faded."""
        against: dict[Pair, float] = {}
        beside: dict[Pair, float] = {}
        for left, line in self.dated("wars"):
            one, other, foes = self.across(line)
            friends = self.across(" ".join(one))[2] | self.across(" ".join(other))[2]
            for found, said in ((against, foes), (beside, friends)):
                for pair in said:
                    found[pair] = max(left, found.get(pair, 0.0))
        return against, beside

    def tables(self) -> dict[str, str]:
        """The text of each file by its name."""
        rivals, ground, contiguity = self.pairs("rivals"), self.pairs("ground"), self.contiguity()
        disputes, (against, beside) = self.disputes(), self.wars()
        allied, bound = self.pairs("allied"), self.pairs("defence")
        had = bound | self.pairs("consultation")

        def enmity(a: str, b: str) -> float:
            pair = self.pair(a, b)
            return min(1.0, RIVAL * (pair in rivals) + disputes.get(pair, 0.0))

        def common_enemy(a: str, b: str) -> float:
            return math.fsum(self.cinc[c] * enmity(a, c) * enmity(b, c) for c in self.order)

        place = {name: (float(lat), float(lng)) for name, _, _, lat, lng, *_ in self.states}
        states = ["abb,cinc,polity2,regime_class,lat,lng"]
        measures = "distance_km,contiguity,rivalry,dispute_history,territorial_dispute,fought_opposite,fought_same_side"
        dyads = [f"abb1,abb2,{measures},common_enemy"]
        truth = ["abb1,abb2,allied"]
        inherited = ["abb1,abb2,kind"]
        for name, cinc, polity, lat, lng, *named in self.states:
            regime = named[0] if named else "democracy" if int(polity) >= DEMOCRACY else "autocracy"
            states.append(f"{name},{cinc},{polity},{regime},{lat},{lng}")
        for pair in self.all_pairs():
            a, b = pair
            dyads.append(
                f"{a},{b},{kilometres(place[a], place[b])},{contiguity.get(pair, 0)},{int(pair in rivals)},"
                f"{disputes.get(pair, 0.0):.3f},{int(pair in ground)},{against.get(pair, 0.0):.3f},"
                f"{beside.get(pair, 0.0):.3f},{common_enemy(a, b):.5f}"
            )
            truth.append(f"{a},{b},{int(pair in allied)}")
            if pair in had:
                inherited.append(f"{a},{b},{'defence' if pair in bound else 'consultation'}")
        made = {"input_states": states, "input_dyads": dyads, "truth": truth}
        if had:
            made["inherited"] = inherited
        return {f"{kind}_{self.name}.csv": "\n".join(lines) + "\n" for kind, lines in made.items()}


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> int:
    """The way over a round earth."""
    lat1, lng1, lat2, lng2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lng2 - lng1) / 2) ** 2
    return round(2 * EARTH_KM * math.asin(math.sqrt(half)))


def main() -> None:
    """Write the tables of every era, or of those named."""
    for name in sys.argv[1:] or sorted(file.stem for file in HERE.glob("*.toml")):
        try:
            tables = Era(HERE / f"{name}.toml").tables()
        except OSError as error:
            sys.exit(f"{name}.toml cannot be read: {error.strerror}.")
        except SourceError as error:
            sys.exit(str(error))
        for file, text in tables.items():
            (HERE / file).write_text(text, encoding="utf-8", newline="")
        allied = tables[f"truth_{name}.csv"].count(",1\n")
        print(
            f"{name}: {tables[f'input_states_{name}.csv'].count(chr(10)) - 1} states, {allied} pairs allied at the end"
        )


if __name__ == "__main__":
    main()
