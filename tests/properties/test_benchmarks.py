"""The benchmarks' own sums, and the habits they pit against the normal mind: legal ones."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from calibration import lived, median_life, observe, spearman
from history import eras_in
from stance_minds import STANCES

from game.scenario import load
from game.table import Table


@pytest.mark.parametrize("stance", STANCES)
def test_a_stance_does_only_what_the_rules_allow(stance: str) -> None:
    table = Table.new(load("nato-1949-class"), 3, keep_log=False)
    table.sit("FRA", STANCES[stance])
    table.play()
    assert table.incidents == []


def test_any_era_with_all_its_tables_is_played(tmp_path: Path) -> None:
    for name in ("input_states_1890s", "input_dyads_1890s", "truth_1890s", "input_states_2010", "truth_2010"):
        (tmp_path / f"{name}.csv").write_text("", encoding="utf-8")
    assert eras_in(tmp_path) == ["1890s"]


def test_rank_correlation() -> None:
    assert spearman((1, 2, 3, 4), (10, 20, 30, 40)) == pytest.approx(1)
    assert spearman((1, 2, 3, 4), (4, 3, 2, 1)) == pytest.approx(-1)
    assert spearman((1, 2, 2, 3), (1, 2, 2, 3)) == pytest.approx(1)
    assert spearman((1, 1, 1), (1, 2, 3)) is None


def test_pacts_that_outlive_the_game_count_as_long_as_they_were_seen() -> None:
    pacts = [(1.0, True), (2.0, True), (5.0, False), (5.0, False)]
    assert lived(pacts, 0.5) == 1
    assert lived(pacts, 1) == pytest.approx(0.75)
    assert lived(pacts, 2) == pytest.approx(0.5)
    assert median_life(pacts) == 2
    assert median_life([(1.0, False)]) is None
    # One whose game ended after half a year says nothing of what comes after.
    assert lived([(0.5, False), *pacts], 1) == pytest.approx(0.75)


def test_a_game_is_looked_at_whole() -> None:
    games = [observe(("nato-1949-class", seed)) for seed in range(1, 5)]
    assert all(seen.disputes >= sum(case.pressed for case in seen.cases) for seen in games)
    assert any(case.credibility for seen in games for case in seen.cases)
    assert any(seen.duties["train", "kept"] for seen in games)
