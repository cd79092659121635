"""Personalities in scenarios: shipped and own, each mistake at its place, the whole in the document."""

from dataclasses import fields
from pathlib import Path

import pytest

from game.ai.characters import SCALED, in_character
from game.ai.weights import WEIGHTS
from game.core.personalities import TRAITS, Personality
from game.scenario import check, load, new_text
from game.scenario.library import personalities
from game.scenario.loading import from_document

OWN = """
[[personalities]]
id = "dreamer"
name = "the dreamer"
summary = "Hopes for the best."
boldness = 300
"""


def written(tmp_path: Path, block: str, named: str) -> Path:
    text = new_text().replace('home = "', f'personality = "{named}"\nhome = "', 1)
    file = tmp_path / "hills.toml"
    file.write_text(text + block, "utf-8")
    return file


def test_at_least_ten_are_shipped_each_unlike_the_others() -> None:
    shipped = personalities()
    assert len(shipped) >= 10
    profiles = [tuple(getattr(one, trait) for trait in TRAITS) for one in shipped.values()]
    assert len(set(profiles)) == len(profiles)
    assert all(one.name and one.summary.endswith(".") for one in shipped.values())


def test_every_trait_there_is_is_a_field_and_changes_some_weight() -> None:
    assert [field.name for field in fields(Personality)][3:] == list(TRAITS)
    plain = Personality(id="x", name="x", summary="x")
    assert in_character(WEIGHTS, plain) == WEIGHTS
    for trait in TRAITS:
        assert in_character(WEIGHTS, Personality(**{"id": "x", "name": "x", "summary": "x", trait: 3000})) != WEIGHTS
    assert all(hasattr(WEIGHTS, name) for names in SCALED.values() for name in names)


@pytest.mark.parametrize("named", ["hegemon", "dreamer"])
def test_a_scenario_carries_the_personalities_its_nations_have(tmp_path: Path, named: str) -> None:
    scenario = load(written(tmp_path, OWN if named == "dreamer" else "", named))
    world = from_document(scenario.document).start(3)
    assert list(world.personalities) == [named]
    assert sum(nation.personality == named for nation in world.nations.values()) == 1


@pytest.mark.parametrize(
    ("block", "named", "where", "words"),
    [
        ("", "hegemonn", "personality", 'unknown personality "hegemonn"; did you mean "hegemon"?'),
        (OWN.replace("300", "9000"), "dreamer", "personalities[0].boldness", "it may be 0 to 5000"),
        (OWN.replace("boldness", "boldnes"), "dreamer", "personalities[0].boldnes", 'did you mean "boldness"?'),
        (OWN + OWN, "dreamer", "personalities[1].id", "already the id"),
    ],
)
def test_each_mistake_is_told_where_it_stands(tmp_path: Path, block: str, named: str, where: str, words: str) -> None:
    found = [one for one in check(written(tmp_path, block, named)) if one.severity == "error"]
    assert len(found) == 1, found
    assert found[0].path.endswith(where)
    assert words in found[0].message
    assert found[0].line > 1
