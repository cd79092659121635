"""NATO 1949: whole, sourced, and calibrated to the situation of July 1948."""

from dataclasses import replace
from itertools import pairwise

import pytest

from game.core.appraisal import Appraisal
from game.core.duties import Guard, Provide, ThreatKind
from game.core.engine import open_game
from game.core.triggers import covers, duties_of
from game.core.view import view_of
from game.core.world import State
from game.scenario import load
from game.scenario.loading import Scenario
from tools.calibrate import gifts, main, most_feared, opened, restless, rows, security_from

NATIONS = [
    "AUT", "BEL", "CAN", "CHE", "CSK", "DEU", "DNK", "ESP", "FIN", "FRA", "GBR", "GRC",
    "ISL", "ITA", "LUX", "NLD", "NOR", "POL", "PRT", "SWE", "TUR", "URS", "USA", "YUG",
]  # fmt: skip
FOUNDERS_OF_THE_TALKS = ("BEL", "CAN", "FRA", "GBR", "LUX", "NLD", "USA")


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load("nato-1949")


@pytest.fixture(scope="module")
def world(scenario: Scenario) -> State:
    """The world of turn 1, before anything has happened."""
    return opened(scenario.start(1))


def test_there_are_24_nations_and_20_half_years_from_july_1948(world: State) -> None:
    assert sorted(world.nations) == NATIONS
    assert (world.turns, world.months, world.start_year, world.start_month) == (20, 6, 1948, 7)


@pytest.mark.parametrize("name", NATIONS)
class TestEveryNation:
    def test_has_a_brief_of_two_to_four_sentences(self, scenario: Scenario, name: str) -> None:
        brief = scenario.file.nations[name].brief
        assert 2 <= brief.count(".") + brief.count("?") <= 4
        assert "!" not in brief

    def test_says_where_its_figures_come_from(self, scenario: Scenario, name: str) -> None:
        sources = scenario.file.nations[name].sources
        assert sources.startswith("CINC ")
        assert "estimate" in sources or "NMC" in sources or "No forces" in sources

    def test_has_objectives_worth_100_points_one_of_them_secret(self, world: State, name: str) -> None:
        aims = world.nations[name].objectives
        assert 3 <= len(aims) <= 5
        assert sum(aim.points for aim in aims) == 100
        assert any(aim.secret for aim in aims)

    def test_can_pay_upkeep_and_home_needs_from_its_income(self, world: State, name: str) -> None:
        (row,) = [row for row in rows(world) if row.nation == name]
        assert row.free >= 0

    def test_starts_with_about_the_freedom_of_action_it_wants(self, world: State, name: str) -> None:
        (row,) = [row for row in rows(world) if row.nation == name]
        assert row.autonomy >= row.wanted - 2


@pytest.mark.parametrize(
    ("name", "product", "security"),
    [("NOR", 28, 33), ("SWE", 19, 59), ("YUG", 45, 44), ("USA", 14, 91), ("LUX", 15, 41)],
)
def test_soviet_reach_times_hostility_is_near_what_was_planned(
    world: State, name: str, product: int, security: int
) -> None:
    found, alone = security_from(world, "URS", name)
    assert abs(found - 10 * product) <= 20
    assert abs(alone - security) <= 3


def test_the_soviet_union_is_what_most_fear(world: State) -> None:
    assert most_feared(world) == "URS"
    first = [row.threats[0][0] for row in rows(world) if row.nation not in ("URS", "POL", "CSK", "ESP", "PRT")]
    assert set(first) == {"URS"}


def test_it_looks_for_occasions_where_history_saw_them(world: State) -> None:
    pressed = [target for challenger, target, _, _ in restless(world) if challenger == "URS"]
    assert {"NOR", "TUR", "DEU", "GBR", "YUG"} <= set(pressed)
    assert not {"POL", "CSK", "FIN", "SWE", "CHE"} & set(pressed)


def test_the_two_german_states_are_parted(world: State) -> None:
    assert "DEU-W" in world.nations["DEU"].territories
    assert "DEU-E" in world.nations["URS"].territories


@pytest.mark.parametrize(("threat", "brussels"), [("armed_attack", "case"), ("blockade", "kind")])
def test_berlin_is_read_differently_by_four_old_promises(world: State, threat: ThreatKind, brussels: str) -> None:
    readings = {
        treaty: covers(duty, "central_europe", threat, "URS")
        for treaty in ("dunkirk-1947", "brussels-1948", "ankara-1939", "windsor-1386")
        for duty in duties_of(treaty, world.treaties[treaty])
        if isinstance(duty, Guard) and "GBR" in duty.wards
    }
    assert readings == {
        "dunkirk-1947": "against",
        "brussels-1948": brussels,
        "ankara-1939": "area",
        "windsor-1386": "area",
    }


def test_treaties_run_out_when_they_did(world: State) -> None:
    ends = {name: treaty.duration for name, treaty in world.treaties.items() if treaty.duration}
    assert ends["ankara-1939"] == 13  # October 1954, in the thirteenth half-year
    assert ends["soviet-finnish-1948"] == 20  # April 1958, in the twentieth
    assert all(treaty.signed < 1 for treaty in world.treaties.values())


def test_the_opening_hand_deals_the_washington_talks_and_the_blockade(scenario: Scenario) -> None:
    game, _ = open_game(scenario.start(3))
    paper = game.threads["GBR-0-1"]
    assert paper.parties == FOUNDERS_OF_THE_TALKS
    assert paper.status == "open"
    assert game.crises["berlin-1948"].stage == "open"
    assert game.crises["grammos-1948"].stage == "brewing"
    asked = {name for thread in game.threads.values() for name in thread.parties}
    assert len(asked) >= 18


def test_crises_are_spread_over_the_ten_years(world: State) -> None:
    turns = sorted(case.turn for case in world.schedule)
    assert turns[0] == 1
    assert turns[-1] >= 18
    assert max(later - earlier for earlier, later in pairwise(turns)) <= 6
    assert all(case.stage == "brewing" or case.challenger in ("URS", "YUG") for case in world.schedule)


def test_resolve_is_drawn_but_where_history_told_it(world: State) -> None:
    assert [case.id for case in world.schedule if case.resolve is not None] == ["belgrade-1949"]


def test_berlin_is_a_blockade_that_is_decided_in_the_spring_of_1949(world: State) -> None:
    (berlin,) = [case for case in world.schedule if case.id == "berlin-1948"]
    assert world.kinds[berlin.kind].threat == "blockade"
    assert (berlin.turn, berlin.stage, berlin.pace, berlin.stakes) == (1, "open", "slow", 40)


def test_only_london_and_washington_know_of_their_listening(world: State) -> None:
    secret = [name for name, treaty in world.treaties.items() if treaty.secret]
    assert secret == ["brusa-1946"]
    levels = {
        (duty.by, duty.to): duty.level
        for duty in duties_of("brusa-1946", world.treaties["brusa-1946"])
        if isinstance(duty, Provide)
    }
    assert levels == {("GBR", ("USA",)): 3, ("USA", ("GBR",)): 3}
    assert "brusa-1946" not in view_of(world, "URS").world.treaties
    assert "brusa-1946" in view_of(world, "GBR").world.treaties


def test_bases_stand_where_they_stood(world: State) -> None:
    bases = {
        (duty.by, duty.to)
        for name, treaty in world.treaties.items()
        for duty in duties_of(name, treaty)
        if isinstance(duty, Provide) and duty.what == "base"
    }
    assert bases == {
        ("DEU", ("FRA", "GBR", "USA")), ("FIN", ("URS",)), ("ISL", ("USA",)), ("POL", ("URS",)),
    }  # fmt: skip


def test_porkkala_brings_no_army_nearer_to_oslo(world: State) -> None:
    def fear(state: State, name: str) -> int:
        return Appraisal(state).threat("URS", name)

    leased = {name: treaty for name, treaty in world.treaties.items() if name != "porkkala-1947"}
    without = replace(world, treaties=leased)
    assert fear(world, "FIN") > fear(without, "FIN")
    assert all(fear(world, name) == fear(without, name) for name in ("NOR", "SWE", "DNK"))


def test_american_aid_is_borne_and_ends_with_1951(world: State) -> None:
    sums = gifts(world)
    (usa,) = [row for row in rows(world) if row.nation == "USA"]
    assert sums["USA"] == -15
    assert usa.free >= 5
    assert (sums["GRC"], sums["TUR"], sums["NOR"], sums["POL"], sums["YUG"]) == (3, 3, 1, 0, 0)
    assert world.treaties["marshall-aid-1948"].duration == 7


def test_estimates_are_sharp_in_london_and_moscow_and_dull_elsewhere(world: State) -> None:
    sees = {name: nation.intelligence for name, nation in world.nations.items()}
    assert (sees["GBR"], sees["URS"], sees["USA"], sees["SWE"], sees["CHE"]) == (70, 65, 60, 50, 45)
    others = [value for name, value in sees.items() if name not in ("GBR", "URS", "USA", "SWE", "CHE")]
    assert min(others) >= 25
    assert max(others) <= 40


class TestCalibrate:
    def test_prints_a_row_a_nation_and_one_a_nation_feared(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["nato-1949", "--challenges"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert [line.split()[0] for line in lines[1:25]] == NATIONS
        assert lines[26].startswith("URS toward")
        assert any(line.startswith("URS > NOR") for line in lines)

    def test_refuses_a_nation_that_is_not_there(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["nato-1949", "--feared", "XXX"]) == 2
        assert "XXX" in capsys.readouterr().err

    def test_refuses_a_scenario_that_is_not_there(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["nowhere-1900"]) == 2
        assert "nowhere-1900" in capsys.readouterr().err

    def test_security_alone_counts_no_treaty(self, world: State) -> None:
        bound = {row.nation: row for row in rows(world)}
        free = {row.nation: row for row in rows(replace(world, treaties={}))}
        assert bound["LUX"].alone == free["LUX"].security
        assert bound["LUX"].security > bound["LUX"].alone


def test_brussels_has_a_consultative_council_that_binds_nobody_against_its_will(world: State) -> None:
    brussels = world.treaties["brussels-1948"]
    assert brussels.charter is not None
    assert (brussels.charter.rule, brussels.charter.seat, brussels.charter.against) == ("consensus", "GBR", "")


def test_the_pact_that_washington_talks_of_has_a_council_of_equals(world: State) -> None:
    paper = next(thread.latest.draft for thread in world.threads.values() if "Washington" in thread.latest.draft.title)
    assert paper.charter is not None
    assert (paper.charter.task, paper.charter.rule, paper.charter.leader) == ("defence", "consensus", "")
