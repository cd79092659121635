"""Whole games played by hypothesis: whatever is tried, the rules hold at every step."""

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings

from game.core import acts
from game.core.crises import Outcome
from game.core.events import EventKind
from game.core.world import State
from game.saves.codec import digest
from game.scenario import load
from tests.properties.playing import Tally, four_nations, play
from tests.properties.tape import tapes

ACTS = {kind.__name__: kind.__dataclass_fields__["kind"].default for kind in get_args(get_args(acts.Act)[0])}


def shipped() -> State:
    """The class form of NATO 1949, before its first Opening, with cases arising often."""
    state = load("nato-1949-class").start(7)
    return replace(state, rules=replace(state.rules, opportunity=200))


@pytest.mark.parametrize(
    ("world", "games"), [(four_nations, 60), (shipped, 25)], ids=["four nations", "nato-1949-class"]
)
def test_generated_games_keep_every_rule(world, games: int) -> None:
    tally = Tally()
    start = world()

    @settings(max_examples=games)
    @given(tapes)
    def one_game(tape: Sequence[int]) -> None:
        play(start, tape, tally)

    one_game()
    assert tally.games >= games
    assert tally.legal >= 0.4, f"only {tally.legal:.0%} of the acts tried were allowed"
    assert set(tally.accepted) == set(ACTS.values()), "some kind of act was never carried out"
    assert set(tally.refused) == set(ACTS.values()), "some kind of act was never refused"
    assert set(tally.errors) == {"InvalidAct", "IllegalAct", "StaleAct"}
    assert tally.sheets[True] >= 0.4 * tally.sheets.total()
    assert set(tally.outcomes) >= set(get_args(Outcome)) - {""}, "some end of a case was never reached"


RARE = {"earned", "thread_closed", "crisis_open", "consulted", "not_the_case"}


def test_generated_games_tell_of_everything() -> None:
    """Were some kind of event never seen, what is asserted of it would be asserted of nothing."""
    tally = Tally()

    @settings(max_examples=30)
    @given(tapes)
    def one_game(tape: Sequence[int]) -> None:
        play(replace(four_nations(), turns=6), tape, tally)

    one_game()
    unseen = set(get_args(EventKind)) - set(tally.events) - RARE
    assert not unseen, f"never seen: {sorted(unseen)}"


@given(tapes)
@settings(max_examples=8)
def test_the_same_moves_lead_to_the_same_state(tape: Sequence[int]) -> None:
    assert digest(play(four_nations(), tape, Tally())) == digest(play(four_nations(), tape, Tally()))


def test_another_seed_is_another_game() -> None:
    tape = [index * 7919 % 65536 for index in range(500)]
    ends = {digest(play(replace(four_nations(seed), schedule=()), tape, Tally())) for seed in range(3)}
    assert len(ends) == 3
