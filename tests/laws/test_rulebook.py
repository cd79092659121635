"""The rulebook names the rules as they are: every name on it exists, every figure beside one is its default."""

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from game.core.challenge import Challenge
from game.core.events import EventKind
from game.core.misfortunes import MisfortuneKind
from game.core.performing import Act
from game.core.rules import DEFAULT_RULES
from game.core.world import ReasonKind, State
from game.reports.causes import CAUSES
from game.reports.reasons import REASON_WORDS, TERM_LABELS

PAGE = (Path(__file__).parents[2] / "docs" / "rulebook.md").read_text(encoding="utf-8")
RULES = {field.name for field in fields(DEFAULT_RULES)}
NAMED = re.compile(r"`([a-z]+(?:_[a-z]+)*)`")
"""A single word in code: no path, no command, no module."""
FIGURED = re.compile(r"`([a-z_]+)`,?\s\(?([+−]?\d+(?:, [+−]?\d+)*)(?:st|nd|rd|th)?( %| permille)?")
FOUND = {found for found in FIGURED.findall(PAGE) if found[0] in RULES}


def _others() -> set[str]:
    """Names on the page that are no rules: acts, events, reasons, and fields of the scenario's data."""
    acts = {act.__dataclass_fields__["kind"].default for act in get_args(get_args(Act)[0])}
    data = {field.name for kind in (MisfortuneKind, State, Challenge) for field in fields(kind)}
    return {*acts, *get_args(EventKind), *get_args(ReasonKind), *data, "code"}


def test_every_name_on_the_page_exists() -> None:
    unknown = {name for name in NAMED.findall(PAGE) if name not in RULES | _others()}
    assert not unknown, f"docs/rulebook.md names what does not exist: {', '.join(sorted(unknown))}"


def test_the_page_gives_figures_for_many_rules() -> None:
    assert len(FOUND) > 80, "a page whose figures are not found is not checked"


@pytest.mark.parametrize(("name", "said", "unit"), sorted(FOUND))
def test_a_figure_beside_a_name_is_its_default(name: str, said: str, unit: str) -> None:
    value = getattr(DEFAULT_RULES, name)
    figures = [int(figure.replace("−", "-")) for figure in said.split(", ")]
    actual = list(value) if isinstance(value, tuple) else [value]
    if unit == " %":
        figures = [figure * 10 for figure in figures]
    # A cost may be told as what it takes: "costs `trust_struck` (25)"; its sign is in the words then.
    assert figures == actual or figures == [abs(one) for one in actual], f"`{name}` is {value}, the page says {said}"


def test_every_section_stands_once_and_in_order() -> None:
    found = re.findall(r"^## (\d+)\. (.+)$", PAGE, re.MULTILINE)
    assert [int(number) for number, _ in found] == list(range(1, len(found) + 1))
    titles = re.findall(r"^##+ (?:\d+\. )?(.+)$", PAGE, re.MULTILINE)
    assert len(titles) == len(set(titles)), titles


def test_every_reason_a_reader_meets_is_explained() -> None:
    missing = [alone for alone, _ in TERM_LABELS.values() if not re.search(rf"\b{re.escape(alone)}\b", PAGE)]
    assert not missing, f"docs/rulebook.md does not explain: {', '.join(missing)}"


def test_every_cause_of_a_change_stands_in_a_table() -> None:
    """Whoever reads that a figure moved "(held its ground)" finds the words in a table, with sign and rule."""
    rows = "\n".join(line for line in PAGE.splitlines() if line.startswith("|"))
    # Neither is told of a change: the one is hostility's, the other what a third party sees of a sum.
    reasons = {words for kind, words in REASON_WORDS.items() if kind not in ("provoked", "reputed")}
    missing = [
        words for words in sorted({*CAUSES.values(), *reasons}) if not re.search(rf"\b{re.escape(words)}\b", rows)
    ]
    assert not missing, f"docs/rulebook.md has no row for: {', '.join(missing)}"


def test_every_section_has_its_source_or_says_that_it_is_chosen() -> None:
    body, sources = PAGE.split("\n## Sources\n")
    rows = re.findall(r"^\| ([\d, ]+) \|", sources, re.MULTILINE)
    told = {int(number) for row in rows for number in row.split(", ")}
    # The first section says how to read a turn, and holds no model.
    assert told == {int(number) for number in re.findall(r"^## (\d+)\.", body, re.MULTILINE)} - {1}
    cited = {*re.findall(r"\b[A-Z][a-z]+ (?:et al\. )?(?:19|20)\d{2}\b", " ".join(re.findall(r"\([^()]+\)", body)))}
    assert len(cited) > 15
    missing = [work for work in sorted(cited) if work not in sources]
    assert not missing, f"docs/rulebook.md cites what its sources do not give: {', '.join(missing)}"
