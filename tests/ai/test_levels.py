"""Levels: they differ in breadth and foresight, never in sight, and each is a pure, legal player."""

import pytest

from game.ai.levels import EASY, HARD
from game.ai.minds import mind
from game.ai.outlook import Outlook
from game.ai.weights import WEIGHTS
from game.scenario import load
from game.table import Table
from tests.ai.worlds import nato, seen


def test_the_harder_looks_farther() -> None:
    assert EASY.search_steps < WEIGHTS.search_steps < HARD.search_steps
    assert EASY.agenda <= WEIGHTS.agenda < HARD.agenda
    assert EASY.temper > WEIGHTS.temper > HARD.temper


def test_a_level_is_ones_own_and_others_are_judged_as_governments_like_any_other() -> None:
    outlook = Outlook(seen(nato(), "USA"), HARD)
    assert outlook.weights_of("USA") is HARD
    assert outlook.weights_of("GBR") is WEIGHTS


@pytest.mark.parametrize("level", ["easy", "hard"])
def test_each_plays_a_whole_class_game_and_the_same_seed_gives_the_same(level: str) -> None:
    ends = []
    for _ in range(2):
        table = Table(load("nato-1949-class"), 5)
        for name in table.state.nations:
            table.sit(name, mind(level))
        table.play()
        assert table.over
        ends.append(table.state)
    assert ends[0] == ends[1]
    assert any(treaty.signed > 0 for treaty in ends[0].treaties.values())
