"""Research tables: a world built from a table of states and a table of pairs, without a word of alliances.

The document made here is an ordinary scenario, so its games save, replay and can be watched like any other. Every
figure comes from the tables by the same rules in every era; what a table does not know takes a neutral value.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

from game.scenario import Scenario, from_document
from game.sim.inherited import COLUMNS, kind_of, listed, treaties

STATE_COLUMNS = ("abb", "cinc", "polity2")
"""Without these there is no world; a table may have any others, and some of them are read."""
STATES_MAY_SAY = ("regime_class",)
DYAD_COLUMNS = ("abb1", "abb2", "distance_km", "rivalry")
DYADS_MAY_SAY = ("contiguity", "dispute_history", "territorial_dispute", "fought_opposite", "fought_same_side")
GREAT = 0.05
"""Share of world capability from which a state ranks as a great power."""
MIDDLE = 0.01
NEAR_KM = 800
"""Capitals this near count as neighbours even across water."""
UNKNOWN_POLITY = -3
TURNS = 10
FP_A_SHARE = 400
"""FP for a nation that held all of the world's capability."""
RP_A_SHARE = 150
RIVALRY = 100
"""Rivalry of a pair the table calls rivals."""


class TableError(ValueError):
    """A research table that cannot be read; the message is a sentence with file and line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, with where it stands for messages."""

    file: Path
    line: int
    cells: dict[str, str]

    def number(self, column: str, unknown: float) -> float:
        """A figure, or `unknown` for an empty cell."""
        text = (self.cells.get(column) or "").strip()
        if not text:
            return unknown
        try:
            return float(text)
        except ValueError:
            raise TableError(f'{self.file}:{self.line}: {column} is "{text}", not a number.') from None

    def word(self, column: str) -> str:
        """A word, stripped."""
        return (self.cells.get(column) or "").strip()


def unsaid(rows: list[Row], columns: tuple[str, ...]) -> list[str]:
    """A sentence for each column that a table might have had and has not."""
    if not rows:
        return []
    missing = [column for column in columns if column not in rows[0].cells]
    return [f"{rows[0].file}: no column {column}; it counts as unknown." for column in missing]


def read_table(file: str | PathLike[str], columns: tuple[str, ...]) -> list[Row]:
    """The rows of a CSV file that has at least these columns. Raises TableError."""
    path = Path(file)
    try:
        with open(path, encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened)
            missing = [column for column in columns if column not in (reader.fieldnames or [])]
            if missing:
                raise TableError(f"{path}:1: the table lacks {', '.join(missing)}.")
            return [Row(path, reader.line_num, row) for row in reader]
    except IsADirectoryError:
        raise TableError(f"{path} is a folder; name a CSV file.") from None
    except OSError as error:
        raise TableError(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise TableError(f"{path} is not a table in UTF-8: byte {error.start + 1} fits no letter.") from None
    except csv.Error as error:
        raise TableError(f"{path} is not a CSV file: {error}.") from None


@dataclass(frozen=True, slots=True)
class Research:
    """A scenario made from tables, and the way back from its ids to the names in the tables."""

    scenario: Scenario
    names: dict[str, str]
    """Name in the table by nation id."""
    notes: tuple[str, ...] = ()
    """Sentences about what the tables do not say."""


def build(
    states: str | PathLike[str],
    dyads: str | PathLike[str],
    turns: int = TURNS,
    inherited: str | PathLike[str] | None = None,
) -> Research:
    """The world of two tables, with the pacts that the table of pairs or a list of its own says are in force.

    Raises TableError with file and line.
    """
    rows = read_table(states, STATE_COLUMNS)
    ids = _ids(rows)
    nations = {ids[row.word("abb")]: row for row in rows}
    if len(nations) < 2:
        raise TableError(f"{states} names fewer than two states.")
    links = read_table(dyads, DYAD_COLUMNS)
    pairs = _pairs(links, ids)
    borders = _borders(nations, pairs)
    document: dict[str, Any] = {
        "id": "research",
        "title": f"Research table {Path(states).stem}",
        "years": "",
        "teaches": "What alliances form out of this situation.",
        "start": "1900-01",
        "months": 6,
        "turns": turns,
        "theatres": {_theatre(name): {"name": f"the theatre of {name}", "adjoins": []} for name in nations},
        "nations": {name: _nation(name, row, borders) for name, row in nations.items()},
        "pairs": [_pair(a, b, row) for (a, b), row in pairs.items() if _matters(nations[a], nations[b], row)],
        "treaties": treaties(_inherited(pairs, ids, inherited)),
        "uses": ["border_clash"],
    }
    for a, b in borders:
        document["theatres"][_theatre(a)]["adjoins"].append(_theatre(b))
    document["kinds"] = _kinds()
    document["uses"] = []
    names = {name: row.word("abb") for name, row in nations.items()}
    notes = (*unsaid(rows, STATES_MAY_SAY), *unsaid(links, DYADS_MAY_SAY))
    return Research(from_document(document, str(states)), names, notes)


def _inherited(
    pairs: dict[tuple[str, str], Row], ids: dict[str, str], file: str | PathLike[str] | None
) -> dict[tuple[str, str], str]:
    """By what pairs are bound when play begins: "defence" or "consultation"."""
    bound: dict[tuple[str, str], str] = {}
    for pair, row in pairs.items():
        column = next((column for column in COLUMNS if row.word(column)), "")
        if column:
            bound[pair] = _kind(row.word(column), f"{row.file}:{row.line}: {column}")
    if file is None:
        return bound
    try:
        lines = list(listed(file))
    except IsADirectoryError:
        raise TableError(f"{file} is a folder; name a list of pairs.") from None
    except OSError as error:
        raise TableError(f"{file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise TableError(f"{file} is not a list of pairs in UTF-8: byte {error.start + 1} fits no letter.") from None
    except csv.Error as error:
        raise TableError(f"{file} is not a CSV file: {error}.") from None
    for line, words in lines:
        place = f"{file}:{line}"
        if len(words) < 2:
            raise TableError(f"{place}: one state is no pair; write a,b.")
        for word in words[:2]:
            if word not in ids:
                raise TableError(f'{place}: "{word}" is no state here.')
        if words[0] == words[1]:
            raise TableError(f"{place}: a state is paired with itself.")
        a, b = sorted((ids[words[0]], ids[words[1]]))
        bound[a, b] = _kind(words[2], f"{place}: the kind") if len(words) > 2 and words[2] else "defence"
    return bound


def _kind(said: str, place: str) -> str:
    kind = kind_of(said)
    if kind is None:
        raise TableError(f'{place} is "{said}"; write 0, 1, defence or consultation.')
    return kind


def _kinds() -> list[Any]:
    from game.saves.codec import dump_kind
    from game.scenario.library import crisis_kinds

    return [dump_kind(crisis_kinds()["border_clash"])]


def _ids(rows: list[Row]) -> dict[str, str]:
    ids: dict[str, str] = {}
    for index, row in enumerate(rows, start=1):
        name = row.word("abb")
        if not name:
            raise TableError(f"{row.file}:{row.line}: abb is empty.")
        if name in ids:
            raise TableError(f'{row.file}:{row.line}: the state "{name}" stands here twice.')
        plain = name.isascii() and name.isalnum() and name == name.upper() and name[0].isalpha() and 2 <= len(name) <= 8
        ids[name] = name if plain else f"N{index:03d}"
    return ids


def _pairs(rows: list[Row], ids: dict[str, str]) -> dict[tuple[str, str], Row]:
    pairs: dict[tuple[str, str], Row] = {}
    for row in rows:
        for column in ("abb1", "abb2"):
            if row.word(column) not in ids:
                raise TableError(f'{row.file}:{row.line}: {column} is "{row.word(column)}", which is no state here.')
        a, b = sorted((ids[row.word("abb1")], ids[row.word("abb2")]))
        if a == b:
            raise TableError(f"{row.file}:{row.line}: a state is paired with itself.")
        if (a, b) in pairs:
            raise TableError(f"{row.file}:{row.line}: this pair stands here twice.")
        pairs[a, b] = row
    return pairs


def _theatre(name: str) -> str:
    return f"home_{name.lower()}"


def _borders(nations: dict[str, Row], pairs: dict[tuple[str, str], Row]) -> list[tuple[str, str]]:
    """Pairs one step apart: neighbours, near capitals, and the nearest link of whoever would be cut off."""
    far = 1e9
    distance = {pair: row.number("distance_km", far) for pair, row in pairs.items()}
    borders = [pair for pair, row in pairs.items() if row.number("contiguity", 0) > 0 or distance[pair] <= NEAR_KM]
    part = {name: name for name in nations}

    def root(name: str) -> str:
        while part[name] != name:
            name = part[name]
        return name

    for a, b in borders:
        part[root(a)] = root(b)
    names = list(nations)
    # Kruskal's rule over what is left: the shortest links that make the world one.
    links = [(distance.get((a, b), far), a, b) for i, a in enumerate(sorted(names)) for b in sorted(names)[i + 1 :]]
    for _, a, b in sorted(links):
        if root(a) != root(b):
            part[root(a)] = root(b)
            borders.append((a, b))
    return borders


def _nation(name: str, row: Row, borders: list[tuple[str, str]]) -> dict[str, Any]:
    share = row.number("cinc", 0.0)
    rank = "great" if share >= GREAT else "middle" if share >= MIDDLE else "small"
    neighbours = sum(1 for pair in borders if name in pair)
    income = 3 + round(RP_A_SHARE * share)
    regime = max(-10, min(10, round(row.number("polity2", UNKNOWN_POLITY))))
    return {
        "name": row.word("abb"),
        "adjective": row.word("abb"),
        "home": _theatre(name),
        "rank": rank,
        # A great power with few neighbours has had to cross the sea to matter.
        "sea_power": rank == "great" and neighbours <= 2,
        "regime": regime,
        "doctrine": row.word("regime_class"),
        "potential": max(0, min(1000, round(1000 * share))),
        "income": income,
        "treasury": income // 2,
        "forces": max(1, round(FP_A_SHARE * share)),
        "readiness": 55,
        "support": 55,
        "autonomy_wanted": 60,
        "objectives": [],
    }


def _matters(a: Row, b: Row, row: Row) -> bool:
    """Politically relevant: neighbours, a great power among them, or some history between them."""
    great = max(a.number("cinc", 0), b.number("cinc", 0)) >= GREAT
    history = any(
        row.number(column, 0) > 0
        for column in ("contiguity", "rivalry", "dispute_history", "fought_opposite", "fought_same_side")
    )
    return great or history


def _pair(a: str, b: str, row: Row) -> dict[str, Any]:
    trust = []
    reasons = (
        ("fought each other", -round(min(1.0, row.number("fought_opposite", 0)) * 4)),
        ("fought side by side", round(min(1.0, row.number("fought_same_side", 0)) * 25)),
    )
    for about, points in reasons:
        if points:
            trust.append({"by": "both", "points": points, "kind": "history", "about": about})
    return {
        "between": [a, b],
        "trust": trust,
        "interoperability": round(min(1.0, row.number("fought_same_side", 0)) * 25),
        "rivalry": min(100, round(RIVALRY * row.number("rivalry", 0))),
        "disputes": min(100, round(100 * row.number("dispute_history", 0))),
        # Ground once disputed is claimed still where the two are rivals to this day.
        "claims": [a, b] if min(row.number("territorial_dispute", 0), row.number("rivalry", 0)) > 0 else [],
    }
