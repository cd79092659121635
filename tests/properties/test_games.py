"""Whole games played by hypothesis: whatever is tried, the rules hold at every step."""

from dataclasses import replace
from typing import get_args

from hypothesis import given, settings

from game.core import acts
from game.core.crises import Outcome
from game.core.events import EventKind
from game.core.misfortunes import MisfortuneOutcome
from game.core.world import State
from game.saves.codec import digest
from game.scenario import load
from tests.properties.playing import Tally, four_nations, play
from tests.properties.tape import tapes

BY_THE_INSTRUCTOR: tuple[EventKind, ...] = ("injected", "news", "ruled", "clock", "rolled_back")
"""Kinds of event that only an instructor makes; see test_control.py."""
RARE: tuple[EventKind, ...] = (
    "brokered", "declared", "expelled", "incident", "joined", "leaked", "named_price", "narrowed", "outvoted",
    "planned", "resilience", "restored", "suspended", "verdict", "waived",
)  # fmt: skip
"""Kinds for which several nations must chance on the same thing: most of them are seen, and tests/cases has each."""
ACTS = {kind.__dataclass_fields__["kind"].default for kind in get_args(get_args(acts.Act)[0])}
"""Every kind of act there is."""


def shipped() -> State:
    """The class form of NATO 1949, before its first Opening, with cases arising often."""
    state = load("nato-1949-class").start(7)
    return replace(state, rules=replace(state.rules, opportunity=200))


def run_of_games(start: State, games: int) -> Tally:
    """Games that hypothesis plays from one beginning, and what was tried and seen in them."""
    tally = Tally()

    @settings(max_examples=games)
    @given(tapes)
    def one_game(tape: bytes) -> None:
        play(replace(start, seed=start.seed + tape[0]), tape, tally)

    one_game()
    assert tally.games >= games
    assert tally.legal >= 0.4, f"only {tally.legal:.0%} of the acts tried were allowed"
    assert tally.accepted.total() >= 15 * games
    assert tally.sheets[True] >= 0.4 * tally.sheets.total()
    assert tally.sheets[False] >= 0.1 * tally.sheets.total()
    return tally


def test_generated_games_of_four_nations_keep_every_rule() -> None:
    tally = run_of_games(four_nations(), 60)
    # What is asserted of games in which something never happens would be asserted of nothing.
    assert set(tally.accepted) == ACTS, "some kind of act was never carried out"
    assert set(tally.refused) == ACTS, "some kind of act was never refused"
    assert set(tally.errors) == {"InvalidAct", "IllegalAct", "StaleAct"}
    ends = {*get_args(Outcome), *get_args(MisfortuneOutcome)} - {""}
    assert set(tally.outcomes) >= ends, "some end of a case or a misfortune was never reached"
    unseen = set(get_args(EventKind)) - set(tally.events) - set(BY_THE_INSTRUCTOR)
    assert not unseen - set(RARE), f"events never seen: {sorted(unseen)}"
    assert len(unseen) <= len(RARE) // 2, f"events never seen: {sorted(unseen)}"


def test_generated_games_of_nato_1949_keep_every_rule() -> None:
    run_of_games(shipped(), 10)


@given(tapes)
@settings(max_examples=5)
def test_the_same_moves_lead_to_the_same_state(tape: bytes) -> None:
    assert digest(play(four_nations(), tape, Tally())) == digest(play(four_nations(), tape, Tally()))


def test_another_seed_is_another_game() -> None:
    tape = bytes(index * 31 % 251 for index in range(2000))
    ends = {digest(play(replace(four_nations(seed), schedule=()), tape, Tally())) for seed in range(3)}
    assert len(ends) == 3
