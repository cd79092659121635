"""The benchmarks' own sums, and the habits they pit against the normal mind: legal ones."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks" / "eras"))

from calibration import lived, median_life, observe, spearman
from history import eras_in
from make import Era, SourceError, kilometres
from stance_minds import STANCES

from game.scenario import load
from game.sim.research import build
from game.table import Table

ERAS = Path(__file__).resolve().parents[2] / "benchmarks" / "eras"


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


def test_the_tables_of_eras_are_what_their_sources_make() -> None:
    sources = sorted(ERAS.glob("*.toml"))
    assert sources
    made = {name: text for source in sources for name, text in Era(source).tables().items()}
    assert made == {file.name: file.read_text(encoding="utf-8") for file in ERAS.glob("*.csv")}


@pytest.mark.parametrize("era", eras_in(ERAS))
def test_an_era_is_a_world_with_the_pacts_in_force(era: str) -> None:
    source = Era(ERAS / f"{era}.toml")
    pacts = ERAS / f"inherited_{era}.csv"
    states, dyads = ERAS / f"input_states_{era}.csv", ERAS / f"input_dyads_{era}.csv"
    research = build(states, dyads, inherited=pacts if pacts.exists() else None)
    assert sorted(research.names.values()) == sorted(source.order)
    bound = {
        source.pair(research.names[a], research.names[b])
        for treaty in research.scenario.document["treaties"]
        for a in treaty["parties"]
        for b in treaty["parties"]
        if a != b
    }
    assert bound == source.pairs("defence") | source.pairs("consultation")
    assert 0 < len(source.pairs("allied")) < len(source.all_pairs())


def test_a_source_that_names_no_state_of_its_own_is_told(tmp_path: Path) -> None:
    source = tmp_path / "1900.toml"
    source.write_text('start = 1890\nstates = "UKG 0.2 7 51.5 -0.1"\nrivals = "UKG : FRN"', encoding="utf-8")
    with pytest.raises(SourceError, match='"FRN" in "UKG : FRN" is no state there'):
        Era(source).tables()


def test_the_way_over_a_round_earth() -> None:
    assert kilometres((0, 0), (0, 90)) == pytest.approx(10008, abs=1)
    assert kilometres((51.51, -0.13), (48.86, 2.35)) == pytest.approx(344, abs=2)


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
