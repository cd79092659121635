"""Pacts inherited from before: which pairs of a research table are bound when play begins, and by what.

They are said by a column of the table of pairs, or by a list of pairs of its own. Those who are all bound to each
other by the same are taken for one pact of several: a table of pairs knows no treaties.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

COLUMNS = ("inherited", "inherited_pact", "allied_start", "alliance_start")
"""Names under which the table of pairs may hold them."""
NONE = ("", "0", "0.0", "no", "none", "false")
DEFENCE = ("1", "1.0", "yes", "true", "defence", "defense", "mutual_defence")
"""A table that says no more than that a pact exists means the kind that binds."""
CONSULTATION = ("consultation", "entente")
CLAUSES: dict[str, list[dict[str, Any]]] = {
    "defence": [{"kind": "mutual_defence", "automaticity": "own_way", "earmark": 30}, {"kind": "consultation"}],
    "consultation": [{"kind": "consultation"}],
}
"""The loosest text of each kind: what a table does not say was not promised."""

SIGNED = "1890-01"
"""When such a pact was signed: ten years before play begins. A table does not say; what is inherited has stood long."""


def kind_of(said: str) -> str | None:
    """Which kind of pact a cell speaks of: "defence", "consultation", "" for none; None for another word."""
    word = said.strip().lower()
    if word in NONE:
        return ""
    return "defence" if word in DEFENCE else "consultation" if word in CONSULTATION else None


def listed(file: str | PathLike[str]) -> Iterator[tuple[int, list[str]]]:
    """The lines of a list of pairs, `a,b` or `a,b,kind`, with their numbers; a heading and empty lines left out.

    Raises OSError, UnicodeDecodeError, csv.Error.
    """
    with open(Path(file), encoding="utf-8-sig", newline="") as opened:
        reader = csv.reader(opened)
        for cells in reader:
            words = [cell.strip() for cell in cells]
            heading = reader.line_num == 1 and [word.lower() for word in words[:2]] in (["abb1", "abb2"], ["a", "b"])
            if any(words) and not heading:
                yield reader.line_num, words


def treaties(bound: Mapping[tuple[str, str], str]) -> list[dict[str, Any]]:
    """Treaties in force for pairs in order that are bound, by kind: the widest groups first."""
    made: list[dict[str, Any]] = []
    for kind, clauses in CLAUSES.items():
        left = {pair for pair, had in bound.items() if had == kind}
        while left:
            group = _widest(left)
            left -= {(a, b) for a in group for b in group}
            parties = sorted(group)
            made.append(
                {
                    "id": f"inherited-{len(made) + 1}",
                    "title": f"Inherited pact {len(made) + 1}",
                    "signed": SIGNED,
                    "parties": parties,
                    "clauses": clauses,
                }
            )
    return made


def _widest(pairs: set[tuple[str, str]]) -> list[str]:
    """The largest of the groups, all bound to each other, that begin with a nation and take in those with most ties."""
    near: dict[str, set[str]] = {}
    for a, b in pairs:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    order = sorted(near, key=lambda name: (-len(near[name]), name))
    best: list[str] = []
    for first in order:
        group = [first]
        for name in order:
            if all(name in near[had] for had in group):
                group.append(name)
        if len(group) > len(best):
            best = group
    return best
