"""Quarrels among allies: who takes issue with whom."""

from dataclasses import replace

from game.core.engine import open_game
from game.core.rules import Rules
from game.scenario.library import crisis_kinds
from tests.worlds import PACT, small_world


def quarrels(borea: int, arden: int) -> list[str]:
    """Whom Borea, short of freedom, takes issue with at the first Opening, where the two have these capabilities."""
    world = small_world(("pact", PACT))
    nations = {
        **world.nations,
        "BOR": replace(world.nations["BOR"], potential=borea, autonomy_wanted=100),
        "ARD": replace(world.nations["ARD"], potential=arden, autonomy_wanted=0),
    }
    rules = Rules(opportunity=0, disaster=0, estranged=1000)
    state, _ = open_game(replace(world, nations=nations, kinds=crisis_kinds(), rules=rules))
    return [case.target for case in state.crises.values() if case.challenger == "BOR"]


def test_a_nation_short_of_freedom_takes_issue_with_an_ally_that_weighs_something() -> None:
    assert quarrels(borea=20, arden=20) == ["ARD"]
    assert quarrels(borea=20, arden=10) == ["ARD"]


def test_from_a_lesser_ally_there_is_no_freedom_to_be_won_back() -> None:
    assert quarrels(borea=20, arden=9) == []
