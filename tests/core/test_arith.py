"""Integer arithmetic: exact, rounded half away from zero, the same on every machine."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.arith import LOGISTIC, clamp, divide, faded, logistic, logit, scale

numbers = st.integers(-(10**12), 10**12)


def away(value: Fraction) -> int:
    """A fraction rounded to the nearest whole number, halves away from zero."""
    return int(math.copysign(math.floor(abs(value) + Fraction(1, 2)), value)) if value else 0


@given(numbers, st.integers(1, 10**6))
def test_division_rounds_half_away_from_zero(value: int, by: int) -> None:
    assert divide(value, by) == away(Fraction(value, by))


@pytest.mark.parametrize(
    ("value", "by", "result"), [(5, 2, 3), (-5, 2, -3), (7, 3, 2), (-7, 3, -2), (1, 2, 1), (0, 9, 0)]
)
def test_division_by_hand(value: int, by: int, result: int) -> None:
    assert divide(value, by) == result


@given(numbers, st.integers(0, 5000))
def test_scaling_is_by_thousandths(value: int, permille: int) -> None:
    assert scale(value, permille) == away(Fraction(value * permille, 1000))
    assert scale(-value, permille) == -scale(value, permille)


@given(numbers, st.integers(-100, 100), st.integers(0, 100))
def test_clamping_stays_within_its_ends(value: int, low: int, width: int) -> None:
    found = clamp(value, low, low + width)
    assert low <= found <= low + width
    assert found == value or found in (low, low + width)


@given(st.integers(-1000, 1000), st.integers(0, 100), st.integers(0, 1000))
def test_fading_never_grows_and_never_turns(value: int, age: int, keeps: int) -> None:
    now, later = faded(value, age, keeps), faded(value, age + 1, keeps)
    assert abs(later) <= abs(now) <= abs(value)
    assert now * value >= 0


@pytest.mark.parametrize(
    ("value", "age", "keeps", "left"),
    [
        (200, 0, 900, 200),
        (200, 1, 900, 180),
        (200, 2, 900, 162),
        (-400, 1, 950, -380),
        (50, 3, 700, 17),
        (7, -2, 900, 7),
    ],
)
def test_fading_by_hand(value: int, age: int, keeps: int, left: int) -> None:
    assert faded(value, age, keeps) == left


def test_fading_stops_where_nothing_more_is_counted() -> None:
    assert faded(1000, 60, 990) == faded(1000, 600, 990) > 0


def test_the_logistic_table_is_the_curve() -> None:
    for index, permille in enumerate(LOGISTIC):
        assert abs(permille - 1000 / (1 + math.exp(-index / 4))) <= 0.5


@given(st.integers(-200, 200), st.integers(1, 50))
def test_the_logistic_curve_rises_and_is_symmetrical(value: int, width: int) -> None:
    here = logistic(value, width)
    assert 2 <= here <= 998
    assert here <= logistic(value + 1, width)
    assert here + logistic(-value, width) == 1000 or value == 0
    assert abs(here - 1000 / (1 + math.exp(-value / width))) <= 4


@given(st.integers(2, 998), st.integers(1, 50))
def test_logit_undoes_the_logistic_curve(permille: int, width: int) -> None:
    value = logit(permille, width)
    assert abs(value) <= 6 * width
    assert logit(1000 - permille, width) == -value
    if permille >= 500:
        assert logistic(value, width) >= permille
        assert value == 0 or logistic(value - 1, width) < permille
