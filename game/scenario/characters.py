"""Personalities in a scenario: which are known, and what its own say."""

from collections.abc import Iterator

from game.core.personalities import TRAITS
from game.scenario.findings import Path, Problem, suggestion
from game.scenario.lookup import Known, Table, rows, same_id, table, text, within

MOST = 5000
"""Permille: five times as much as everybody else is a caricature already."""


def personalities(known: Known) -> Iterator[Problem]:
    """Problems of the personalities a scenario defines and those its nations name."""
    yield from same_id(known.document, "personalities")
    for index, row in rows(known.document, "personalities"):
        yield from personality(row, ("personalities", index))
    for name, value in table(known.document.get("nations")).items():
        word = text(table(value).get("personality"))
        if word and word not in known.personalities:
            near = suggestion(word, known.personalities) or f"; known are {', '.join(known.personalities)}"
            yield Problem(("nations", name, "personality"), f'unknown personality "{word}"{near}')


def personality(row: Table, path: Path) -> Iterator[Problem]:
    """Problems of one personality, in a scenario or in the shipped collection."""
    for trait in TRAITS:
        yield from within(row.get(trait), 0, MOST, (*path, trait))
