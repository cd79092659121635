"""Misfortunes in scenarios: kinds used, defined and dealt, each mistake at its place, the whole in the document."""

from pathlib import Path

import pytest

from game.core.engine import advance, open_game
from game.scenario import check, load, new_text
from game.scenario.library import misfortune_kinds
from game.scenario.loading import from_document
from tests.scenario.test_check import place

BLOCK = """
[[misfortune_kinds]]
id = "landslide"
name = "landslide"
severity = 2
drawn = false
stories = ["The hill above the harbour of {target} in {theatre} came down."]

[[misfortunes]]
id = "harbour-hill"
turn = 2
kind = "landslide"
target = "MIR"

[[misfortunes]]
id = "spring-flood"
turn = 1
kind = "flood"
target = "ALB"
severity = 5
"""


def with_block(**changes: str) -> str:
    """The sound scaffold with misfortunes, one of their lines changed."""
    text = "misfortunes_used = ['flood', 'sabotage']\n" + new_text() + BLOCK
    for old, new in changes.values():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The sound scaffold with misfortunes, in a file."""
    file = tmp_path / "s.toml"
    file.write_text(with_block(), encoding="utf-8")
    return file


def test_the_sound_scaffold_with_misfortunes_has_no_finding(written: Path) -> None:
    assert [str(finding) for finding in check(written)] == []


def test_the_document_embeds_every_kind_whole(written: Path) -> None:
    scenario = load(written)
    assert scenario.document["misfortunes_used"] == []
    assert [kind.id for kind in scenario.file.misfortune_kinds] == ["flood", "sabotage", "landslide"]
    embedded = from_document(scenario.document)
    assert embedded == scenario
    assert embedded.start(5) == scenario.start(5)


def test_fates_are_in_the_order_of_their_turns_with_the_kinds_severity_unless_given(written: Path) -> None:
    state = load(written).start(1)
    assert [(fate.id, fate.turn, fate.severity) for fate in state.fates] == [
        ("spring-flood", 1, 5),
        ("harbour-hill", 2, 2),
    ]
    assert sorted(state.misfortune_kinds) == ["flood", "landslide", "sabotage"]


def test_what_is_dealt_strikes_in_play(written: Path) -> None:
    state, _ = open_game(load(written).start(1))
    assert state.misfortunes["spring-flood"].live
    state, _ = advance(state)
    assert state.misfortunes["spring-flood"].outcome == "unmet"
    assert (state.turn, state.misfortunes["harbour-hill"].live) == (2, True)


def test_a_scenario_that_names_none_knows_none(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text(new_text(), encoding="utf-8")
    state = load(file).start(1)
    assert (state.misfortune_kinds, state.fates) == ({}, ())


CASES = {
    "shipped kind of no name": (
        ("'flood', 'sabotage'", "'floood', 'sabotage'"), "'floood'", "misfortunes_used[0]", 'did you mean "flood"?',
    ),
    "shipped kind twice": (("'flood', 'sabotage'", "'flood', 'flood'"), "'flood']", "misfortunes_used[1]", "twice"),
    "dealt of no kind": (
        ('kind = "landslide"', 'kind = "landslid"'), '"landslid"', "misfortunes[0].kind", 'did you mean "landslide"?',
    ),
    "dealt but not used": (
        ("'flood', 'sabotage'", "'sabotage'"), '"flood"', "misfortunes[1].kind", "add it there",
    ),
    "a hidden hand cannot be dealt": (
        ('kind = "flood"', 'kind = "sabotage"'), '"sabotage"', "misfortunes[1].kind", "hidden hand",
    ),
    "an own hidden hand cannot be dealt": (
        ("severity = 2\ndrawn", "hidden_hand = true\nseverity = 2\ndrawn"), '"landslide"\ntarget',
        "misfortunes[0].kind", "hidden hand",
    ),
    "struck nation of no name": (
        ('target = "ALB"\nseverity', 'target = "ALBO"\nseverity'), '"ALBO"', "misfortunes[1].target", 'mean "ALB"?',
    ),
    "beyond the last turn": (("turn = 1\nkind = \"flood\"", "turn = 9\nkind = \"flood\""), '9\nkind = "flood"',
                             "misfortunes[1].turn", "beyond the last turn"),
    "severity out of range": (("severity = 5", "severity = 6"), "6\n<end>", "misfortunes[1].severity", "1 to 5"),
    "severity of a kind out of range": (
        ("severity = 2\ndrawn", "severity = 0\ndrawn"), "0\ndrawn", "misfortune_kinds[0].severity", "1 to 5",
    ),
    "unknown blank": (
        ("{target} in {theatre}", "{target} in {theater}"), '"The hill', "misfortune_kinds[0].stories[0]",
        'did you mean "theatre"?',
    ),
    "no story": (
        ('["The hill above the harbour of {target} in {theatre} came down."]', "[]"), "[]\n",
        "misfortune_kinds[0].stories", "at least one sentence",
    ),
    "kind used and defined": (
        ('id = "landslide"\nname', 'id = "flood"\nname'), '"flood"\nname', "misfortune_kinds[0].id", "one of the two",
    ),
    "id twice": (('id = "spring-flood"', 'id = "harbour-hill"'), '"harbour-hill"\nturn = 1', "misfortunes[1].id",
                 "already the id"),
    "misspelt key": (("severity = 5", "severty = 5"), "severty", "misfortunes[1].severty", 'did you mean "severity"?'),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_placed_to_the_column(name: str, tmp_path: Path) -> None:
    change, mark, path, says = CASES[name]
    text = with_block(only=change)
    file = tmp_path / "s.toml"
    file.write_text(text, encoding="utf-8")
    errors = [finding for finding in check(file) if finding.severity == "error"]
    ours = [error for error in errors if error.path == path]
    assert len(ours) == 1, [str(error) for error in errors]
    assert says in ours[0].message
    assert (ours[0].line, ours[0].col) == place(text, mark)


def test_shipped_kinds_are_sound_and_their_stories_fill() -> None:
    kinds = misfortune_kinds()
    assert set(kinds) >= {"flood", "sabotage"}
    assert (kinds["flood"].hidden_hand, kinds["sabotage"].hidden_hand) == (False, True)
    for kind in kinds.values():
        assert 1 <= kind.severity <= 5
        for story in kind.stories:
            told = story.format(target="France", theatre="the Alps")
            assert "{" not in told
            assert told.endswith(".")


def test_nato_1949_deals_the_great_disasters_of_its_years() -> None:
    state = load("nato-1949").start(1)
    found = {(fate.target, fate.turn, fate.kind) for fate in state.fates}
    assert found == {
        ("GBR", 3, "economic_shock"),
        ("ITA", 7, "flood"),
        ("BEL", 10, "flood"),
        ("GBR", 10, "flood"),
        ("NLD", 10, "flood"),
        ("GRC", 11, "earthquake"),
        ("NLD", 18, "pandemic"),
    }
    assert {name for name, kind in state.misfortune_kinds.items() if kind.hidden_hand} == {"disinformation", "sabotage"}
    assert [name for name, kind in state.misfortune_kinds.items() if kind.drawn] == [
        "economic_shock",
        "flood",
        "pandemic",
    ]


WORM = "misfortunes_used = ['flood', 'sabotage', 'cyber_attack']\nuses = ['border_clash', 'cyber_attack']\n"
CASE = """
[[crises]]
id = "logs"
turn = 1
kind = "cyber_attack"
theatre = "strait"
target = "MIR"
challenger = "ALB"
"""


def test_a_kind_of_a_later_time_is_refused_where_it_is_named(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text(with_block(used=("misfortunes_used = ['flood', 'sabotage']\n", WORM)), encoding="utf-8")
    found = [(finding.path, finding.message) for finding in check(file) if finding.severity == "error"]
    said = "there is no cyber attack before 1988, and the last turn begins in 1902: leave it out"
    assert found == [("misfortunes_used[2]", said), ("uses[1]", said)]


def test_a_case_dealt_before_its_time_is_refused_at_its_turn(tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    text = with_block(used=("misfortunes_used = ['flood', 'sabotage']\n", WORM)) + CASE
    file.write_text(text.replace('start = "1900-01"', 'start = "1987-01"'), encoding="utf-8")
    found = [(finding.path, finding.message) for finding in check(file) if finding.severity == "error"]
    assert found == [("crises[1].turn", "begins in 1987; there is no cyber attack before 1988: deal it later")]
