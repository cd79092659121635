"""Keyed draws: each named for what it is for, none shifting another's luck."""

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.dice import dice, draw, shuffled
from game.core.resolve import drawn_resolve
from tests.worlds import opened, small_world

seeds = st.integers(0, 2**31)


@given(seeds, st.integers(0, 100), st.text(max_size=8), st.text(max_size=8))
def test_a_draw_is_the_same_for_ever(seed: int, turn: int, phase: str, subject: str) -> None:
    assert dice(seed, turn, phase, subject) == dice(seed, turn, phase, subject)
    assert 0 <= dice(seed, turn, phase, subject) <= 999


@pytest.mark.parametrize(("seed", "turn", "result"), [(7, 1, 377), (7, 2, 945), (8, 1, 703)])
def test_draws_known_by_heart(seed: int, turn: int, result: int) -> None:
    """Every save would play otherwise if these ever changed."""
    assert dice(seed, turn, "clash", "berlin") == result


def test_every_part_of_a_key_matters() -> None:
    keys = [(7, 1, "a", "b"), (8, 1, "a", "b"), (7, 2, "a", "b"), (7, 1, "b", "b"), (7, 1, "a", "a")]
    assert len({draw(*key) for key in keys}) == len(keys)


def test_draws_are_spread_evenly() -> None:
    found = [dice(1, turn, "spread", str(subject)) for turn in range(50) for subject in range(200)]
    for low in range(0, 1000, 100):
        share = sum(1 for value in found if low <= value < low + 100)
        assert 900 <= share <= 1100
    rises = sum(1 for one, other in pairwise(found) if one < other)
    assert 4800 <= rises <= 5200


@given(st.permutations(["ARD", "BOR", "CAS", "ELI"]), seeds)
def test_a_shuffle_does_not_depend_on_the_order_names_come_in(names: list[str], seed: int) -> None:
    assert shuffled(tuple(names), seed, 1, "talk1") == shuffled(tuple(sorted(names)), seed, 1, "talk1")


def test_shuffles_favour_nobody() -> None:
    first = [shuffled(("ARD", "BOR", "CAS"), seed, 1, "talk1")[0] for seed in range(600)]
    assert all(160 <= first.count(name) <= 240 for name in ("ARD", "BOR", "CAS"))


def test_resolve_is_drawn_around_zero() -> None:
    state = opened(small_world())
    found = [drawn_resolve(state, f"case-{index}", 20) for index in range(600)]
    assert -36 <= min(found) < -12 < 12 < max(found) <= 36
    assert abs(sum(found)) / len(found) < 1.5


def test_a_draw_does_not_depend_on_the_hash_seed() -> None:
    code = "from game.core.dice import draw; print([draw(7, t, 'x', 'y') for t in range(5)])"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1


def test_who_has_little_at_stake_wants_it_little() -> None:
    state = opened(small_world())
    small, whole, great = (
        [abs(drawn_resolve(state, f"case-{index}", stakes)) for index in range(300)] for stakes in (10, 20, 40)
    )
    assert whole == great
    assert sum(whole) > 1.7 * sum(small)
    assert all(little <= much for little, much in zip(small, whole, strict=True))
