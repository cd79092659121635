"""Scenarios become states: whole, strict, and the same from a file and from a save."""

import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from game.core.checks.drafts import draft_problems
from game.core.world import State, date_of
from game.scenario import ScenarioError, check, find, from_document, load, names, new_text, schema
from game.scenario.library import crisis_kinds

STATE = TypeAdapter(State)


@pytest.fixture
def strait(tmp_path: Path) -> Path:
    """The scaffold in a file."""
    file = tmp_path / "The Strait 2.toml"
    file.write_text(new_text(), encoding="utf-8")
    return file


@pytest.mark.parametrize("name", names())
class TestShipped:
    """Every scenario that comes with the game."""

    def test_has_no_finding(self, name: str) -> None:
        assert [str(finding) for finding in check(find(name))] == []

    def test_starts_as_a_state_that_survives_strict_json(self, name: str) -> None:
        state = load(name).start(7)
        assert STATE.validate_json(STATE.dump_json(state), strict=True) == state
        assert (state.scenario, state.turn, state.stage) == (name, 0, "negotiation")

    def test_plays_the_same_from_its_embedded_document(self, name: str) -> None:
        scenario = load(name)
        embedded = from_document(json.loads(json.dumps(scenario.document)))
        assert embedded == scenario
        assert embedded.start(3) == scenario.start(3)

    def test_objectives_sum_to_a_hundred(self, name: str) -> None:
        for nation in load(name).nations.values():
            assert sum(objective.points for objective in nation.objectives) == 100, nation.name

    def test_says_where_every_figure_comes_from(self, name: str) -> None:
        scenario = load(name)
        assert scenario.file.sources
        assert all(nation.sources and nation.brief for nation in scenario.nations.values())

    def test_deals_drafts_that_could_be_proposed_in_play(self, name: str) -> None:
        state = load(name).start(1)
        for thread in state.threads.values():
            assert draft_problems(state, thread.latest.draft) == []
            assert thread.latest.agreed == (thread.by,)


def test_the_class_form_deals_every_seat_a_draft() -> None:
    state = load("nato-1949-class").start(1)
    waiting = {name for thread in state.threads.values() for name in thread.parties if name != thread.by}
    assert waiting == set(state.nations)


def test_the_class_forms_call_is_read_differently_by_two_promises() -> None:
    from game.core.triggers import covers, duties_of

    state = load("nato-1949-class").start(1)
    call, later = [case for case in state.schedule if case.stage == "open"]
    readings = {
        duty.treaty: covers(duty, call.theatre, "armed_attack", call.challenger)
        for treaty_id, treaty in state.treaties.items()
        for duty in duties_of(treaty_id, treaty)
        if duty.by == "FRA" and hasattr(duty, "wards")
    }
    assert readings == {"dunkirk-1947": "against", "brussels-1948": "case"}
    assert (call.turn, later.turn) == (3, 4)


def test_the_class_form_ends_with_a_case_that_no_promise_of_aid_reads() -> None:
    from game.core.triggers import covers, duties_of

    state = load("nato-1949-class").start(1)
    (case,) = [case for case in state.schedule if case.turn == 4]
    threat = state.kinds[case.kind].threat
    readings = [
        covers(duty, case.theatre, threat, case.challenger)
        for treaty_id, treaty in state.treaties.items()
        for duty in duties_of(treaty_id, treaty)
        if hasattr(duty, "wards") and case.target in duty.wards
    ]
    assert (threat, case.pace) == ("blockade", "slow")
    assert "kind" in readings
    assert "case" not in readings


def test_the_class_form_is_alive_to_its_last_turn() -> None:
    state = load("nato-1949-class").start(1)
    assert {case.turn for case in state.schedule} >= {1, 3, 4, 5}
    assert all(case.pace == "acute" for case in state.schedule if case.turn == state.turns)


def test_the_file_name_becomes_a_plain_id(strait: Path) -> None:
    assert load(strait).id == "the-strait-2"


def test_defaults_are_those_of_the_page(strait: Path) -> None:
    nations = load(strait).start(1).nations
    assert [nation.influence for nation in nations.values()] == [2, 1, 4]
    assert [nation.treasury for nation in nations.values()] == [10, 4, 15]


def test_intelligence_is_read_and_ordinary_unless_given(strait: Path) -> None:
    assert [nation.intelligence for nation in load(strait).start(1).nations.values()] == [45, 30, 30]


def test_theatres_adjoin_on_both_sides(strait: Path) -> None:
    assert load(strait).start(1).theatres["strait"].adjoins == ("east", "west")


def test_treaties_are_dated_in_turns_before_the_first(strait: Path) -> None:
    state = load(strait).start(1)
    treaty = state.treaties["harbour-1897"]
    assert treaty.in_force(1)
    year, month = date_of(state, treaty.signed)
    assert (year, month) <= (1897, 5) < (year, month + state.months)


def test_pairs_that_matter_carry_a_record_and_reasons_have_tenths(strait: Path) -> None:
    pairs = load(strait).start(1).pairs
    assert list(pairs) == ["ALB-MIR", "ALB-VOR", "MIR-VOR"]
    assert pairs["ALB-MIR"].trust["MIR"][0].tenths == 200
    assert "VOR" not in pairs["MIR-VOR"].trust
    assert pairs["MIR-VOR"].claims == ("VOR",)


def test_the_seed_decides_tempers_and_nothing_else(strait: Path) -> None:
    one, other = load(strait).start(1), load(strait).start(2)
    assert [n.temper for n in one.nations.values()] != [n.temper for n in other.nations.values()]
    assert load(strait).start(1) == one
    assert one.pairs == other.pairs
    assert one.threads == other.threads


def test_an_embedded_scenario_needs_no_shipped_data(strait: Path) -> None:
    document = load(strait).document
    assert document["uses"] == []
    assert [kind["id"] for kind in document["kinds"]] == ["border_clash"]  # type: ignore[index, union-attr, call-overload]


def test_a_damaged_embedded_scenario_is_refused_with_reasons(strait: Path) -> None:
    document = load(strait).document
    document["turns"] = "five"
    with pytest.raises(ScenarioError, match=r"embedded scenario:1:1: error: turns: should be a whole number"):
        from_document(document)
    with pytest.raises(ScenarioError):
        from_document([])


def test_an_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(FileNotFoundError, match='did you mean "nato-1949-class"'):
        find("nato-1949-clas")
    with pytest.raises(FileNotFoundError, match="no scenario file"):
        find("nowhere/atlantis.toml")


def test_a_folder_is_no_scenario(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        find(tmp_path)


def test_shipped_crisis_kinds_are_sound_and_their_stories_fill() -> None:
    kinds = crisis_kinds()
    assert "border_clash" in kinds
    for kind in kinds.values():
        for story in kind.stories:
            told = story.format(challenger="France", target="Italy", theatre="the Alps")
            assert "{" not in told
            assert told.endswith((".", ";"))


def test_a_blockade_is_dealt_and_never_drawn() -> None:
    kind = crisis_kinds()["blockade"]
    assert (kind.threat, kind.pace, kind.stakes, kind.severity, kind.drawn) == ("blockade", "slow", 40, 4, False)


def test_only_a_treaty_that_names_a_blockade_reads_one() -> None:
    from game.core.clauses import MutualDefence
    from game.core.duties import Guard
    from game.core.triggers import covers

    kind = crisis_kinds()["blockade"]
    for threats, why in ((("armed_attack",), "kind"), (("armed_attack", "blockade"), "case")):
        for duty in MutualDefence(threats=threats).duties("t", ("FRA", "GBR")):
            assert isinstance(duty, Guard)
            assert covers(duty, "anywhere", kind.threat, "URS") == why


def test_the_schema_describes_and_bounds_what_an_author_writes() -> None:
    published = json.loads(json.dumps(schema()))
    assert published["$schema"].endswith("2020-12/schema")
    assert published["additionalProperties"] is False
    definitions = published["$defs"]
    assert definitions["MutualDefence"]["properties"]["earmark"]["maximum"] == 100
    assert definitions["MutualDefence"]["required"] == ["kind"]
    assert definitions["CapacityBuilding"]["required"] == ["kind", "donor"]
    assert definitions["CapacityBuilding"]["properties"]["amount"]["maximum"] == 6
    assert definitions["IntelligenceSharing"]["properties"]["level"]["minimum"] == 1
    assert definitions["NationEntry"]["properties"]["intelligence"]["maximum"] == 100
    for name, definition in {**definitions, "": published}.items():
        if name in ("NationEntry", "PairEntry", "TreatyEntry", "DraftEntry", "CrisisEntry", ""):
            for key, rule in definition["properties"].items():
                assert rule.get("description"), f"{name}.{key}"


def test_plans_that_a_council_has_agreed_are_there_from_the_beginning(strait: Path) -> None:
    text = strait.read_text(encoding="utf-8")
    written = 'signed = "1897-05"\ncharter = { seat = "ALB" }\nplans = [{ theatre = "strait", rehearsal = 20 }]'
    strait.write_text(text.replace('signed = "1897-05"', written), encoding="utf-8")
    assert check(strait) == []
    plan = load(strait).start(1).plans["harbour-1897"]["strait/armed_attack"]
    assert (plan.theatre, plan.threat, plan.rehearsal, plan.agreed) == ("strait", "armed_attack", 20, 0)
