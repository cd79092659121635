"""A reader of the rulebook can say beforehand which way every figure moves that the chronicle tells of."""

import re
from pathlib import Path

import pytest

from game.core.events import EventKind
from game.reports.causes import cause
from game.scenario import load
from game.table import Table

PAGE = (Path(__file__).parents[2] / "docs" / "rulebook.md").read_text(encoding="utf-8")
TABLES: dict[EventKind, str] = {
    "support": "| support at home |",
    "influence": "| influence |",
    "readiness": "| readiness |",
    "provoked": "| provocation,",
    "trust": "| told as | trust in it |",
}
"""How the table begins that says what moves a figure."""


def rows(kind: EventKind) -> dict[str, str]:
    """The causes in a table, each with the sign beside it: +, − or ± where either may be."""
    table = PAGE[PAGE.index(TABLES[kind]) :].split("\n\n")[0].splitlines()[2:]
    found: dict[str, str] = {}
    for line in table:
        told, signs = [cell.strip() for cell in line.strip("|").split("|")][:2]
        causes, beside = told.split(" · "), signs.split(" · ")
        for place, words in enumerate(causes):
            said = {*re.findall("[+−±]", beside[place] if len(beside) == len(causes) else signs)}
            assert said, f"{words}: no sign beside it"
            found[words] = said.pop() if len(said) == 1 else "±"
    return found


def begins(words: str, row: str) -> bool:
    """Whether a cause is the one a row tells of; where the row says "a treaty" it is named."""
    return re.match(re.escape(row).replace(r"a\ treaty", ".+"), words) is not None


@pytest.mark.parametrize("kind", TABLES)
def test_every_row_says_which_way_it_goes(kind: EventKind) -> None:
    assert len(rows(kind)) >= 7
    assert {*rows(kind).values()} <= {"+", "−", "±"}


@pytest.mark.parametrize(
    ("scenario", "seed", "turns"), [*(("nato-1949-class", seed, 5) for seed in (1, 2, 3, 4, 5)), ("nato-1949", 3, 6)]
)
def test_the_sign_of_every_change_in_play_is_foretold(scenario: str, seed: int, turns: int) -> None:
    table = Table(load(scenario), seed, keep_log=False)
    while not table.over and table.state.turn <= turns:
        table.step()
    known = {kind: rows(kind) for kind in TABLES}
    told = 0
    for event in table.events:
        if event.kind not in TABLES or not event.amount:
            continue
        words = cause(table.state, event)
        row = max((row for row in known[event.kind] if begins(words, row)), key=len, default="")
        if not row and event.about in table.state.misfortunes:
            continue  # the name of a misfortune stands for what it took
        assert row, f"{event.kind}: no row begins as {words!r} does"
        assert known[event.kind][row] in ("±", "+" if event.amount > 0 else "−"), (words, event.amount)
        told += 1
    assert told > 50
