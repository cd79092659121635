"""Small changes are told in sum, and no sum loses anything."""

import re
from dataclasses import replace
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from game.core.events import Event
from game.core.world import LedgerDuty
from game.reports.duties_told import DID
from game.reports.merging import MERGED, merged
from game.reports.pairs import groups, mutual_text, pairs_text
from game.reports.sentences import sentence
from game.reports.words import theatre
from tests.reports.telling import event, named_world

WORLD = named_world()
PAIR = st.permutations(["ARD", "BOR", "CAS"]).map(lambda names: (names[0], names[1]))
TRUST = st.builds(
    lambda pair, amount, why: Event(
        kind="trust", turn=1, who=pair[0], whom=(pair[1],), amount=amount, why=why, about="t-north"
    ),
    PAIR,
    st.integers(-40, 40).filter(bool),
    st.sampled_from(["signed", "broke_duty", "kept_guard", "mission"]),
)


@given(st.lists(TRUST, max_size=30))
def test_groups_keep_every_pairs_total(events: list[Event]) -> None:
    totals: dict[tuple[str, str], int] = {}
    for found in events:
        pair = (found.who, found.whom[0])
        totals[pair] = totals.get(pair, 0) + found.amount
    grouped: dict[tuple[str, str], int] = {}
    for _, amount, pairs in groups(events, WORLD):
        for pair in pairs:
            grouped[pair] = grouped.get(pair, 0) + amount
    assert grouped == totals


@given(st.lists(st.integers(-30, 30).filter(bool), min_size=1, max_size=8), st.sampled_from(["support", "readiness"]))
def test_a_nations_line_shows_the_sum_of_its_changes(amounts: list[int], kind: str) -> None:
    whys = ("drift", "security", "autonomy", "home")
    events = [
        event(kind, why=whys[place % len(whys)], amount=amount)  # type: ignore[arg-type]
        for place, amount in enumerate(amounts)
    ]
    lines = merged(events, WORLD)
    assert len(lines) == 1
    shown = re.search(r": the United Arden (\S+) \(", lines[0].text)
    assert shown is not None
    assert int(shown[1].replace("\u2212", "-")) == sum(amounts)


@given(st.sets(PAIR, min_size=1))
def test_whom_a_change_concerns_names_everyone_in_it(pairs: set[tuple[str, str]]) -> None:
    told = pairs_text(WORLD, sorted(pairs))
    for nation in {name for pair in pairs for name in pair}:
        assert WORLD.nations[nation].name in told


def test_changes_among_all_parties_are_told_once() -> None:
    three = [("ARD", "BOR"), ("BOR", "ARD"), ("ARD", "CAS"), ("CAS", "ARD"), ("BOR", "CAS"), ("CAS", "BOR")]
    assert pairs_text(WORLD, three) == "among the United Arden, Boreas and the Cassian States"
    assert pairs_text(WORLD, three[:2]) == "between the United Arden and Boreas"
    assert pairs_text(WORLD, [("ARD", "CAS"), ("BOR", "CAS")]) == "the United Arden and Boreas in the Cassian States"
    assert mutual_text(WORLD, [("ARD", "BOR"), ("CAS", "ARD")]) == (
        "between the United Arden and each of Boreas and the Cassian States"
    )


def test_signing_reads_as_one_line_with_its_reason() -> None:
    events = [
        event("trust", why="signed", about="t-north", amount=5),
        event("trust", who="BOR", whom=("ARD",), why="signed", about="t-north", amount=5),
    ]
    assert [line.text for line in merged(events, WORLD)] == [
        "Trust: between the United Arden and Boreas +5 (signed the Pact of the North)."
    ]


def test_many_signatures_are_told_once_for_all() -> None:
    events = [
        event("trust", who=who, whom=(whom,), why="signed", about=about, amount=5)
        for about, parties in (("t-north", ("ARD", "BOR")), ("ARD-1-1", ("BOR", "CAS")))
        for who, whom in (parties, parties[::-1])
    ]
    assert [line.text for line in merged(events, WORLD)] == ["Trust: among the parties of each treaty signed +5."]


def test_the_slight_is_a_detail_and_the_great_is_told() -> None:
    events = [
        event("trust", why="kept_guard", about="c-1", amount=20),
        event("trust", why="mission", amount=2),
    ]
    lines = merged(events, WORLD)
    assert [line.importance for line in lines] == ["ordinary", "detail"]
    assert "+20" in lines[0].text
    assert "+2 " in lines[1].text


def test_duties_left_undone_are_told_together() -> None:
    events = [
        event("duty_broken", who=who, why="train", about="t-north", text="t-north", whom=("t-north",), amount=1)
        for who in ("ARD", "BOR")
    ]
    (line,) = merged(events, WORLD)
    assert line.text == "The United Arden and Boreas stayed away from the exercise under the Pact of the North."
    assert line.importance == "ordinary"


def test_who_drilled_elsewhere_is_not_said_to_have_stayed_away() -> None:
    events = [
        event("duty_broken", who="ARD", why="train", about="north", text="t-north", whom=("t-north", "far")),
        event("duty_broken", who="BOR", why="train", about="north", text="t-north", whom=("t-north", "north")),
        event("duty_broken", who="CAS", why="train", about="t-north", text="t-north", whom=("t-north",)),
    ]
    north = theatre(WORLD, "north")
    elsewhere = f"The United Arden went on exercise in Farland, while the Pact of the North asks for one in {north}"
    (line,) = merged(events, WORLD)
    assert line.text == (
        f"{elsewhere}; Boreas went on an exercise in {north} other than the one the Pact of the North asks for there; "
        "the Cassian States stayed away from the exercise under the Pact of the North."
    )
    assert sentence(events[0], WORLD) == f"{elsewhere}."


def test_every_merged_kind_gives_a_line() -> None:
    for kind in MERGED:
        about = "north" if kind == "standing" else "t-north"
        found = event(kind, why="train" if kind.startswith("duty") else "drift", amount=3, about=about, text="t-north")
        assert merged([found], WORLD), kind


def test_what_one_ratified_and_another_did_not_is_not_told_as_ratified() -> None:
    treaty = replace(WORLD.treaties["t-north"], signed=1)
    events = [event("ratified", who="ARD", about="t-north", amount=90)]
    for ended, told in ((0, True), (1, False)):
        world = replace(WORLD, treaties={"t-north": replace(treaty, ended=ended)})
        lines = merged(events, world)
        assert any(line.importance == "ordinary" for line in lines) == told
        assert any("Ratified: " in line.text for line in lines), "the detail keeps it"


def test_what_happens_to_both_is_summed_both_ways() -> None:
    """Staff talks of each with the other bring a pair twice what one mission brings."""
    there = event("interop", who="ARD", whom=("BOR",), why="mission", amount=5)
    back = event("interop", who="BOR", whom=("ARD",), why="mission", amount=5)
    (line,) = merged([there, back], WORLD)
    assert line.text == ("Forces that learnt to work together: between the United Arden and Boreas +10 (a mission).")
    met = event("familiarity", who="ARD", whom=("CAS",), why="visit", amount=10)
    (line,) = merged([met], WORLD)
    assert line.text == "Familiarity: between the United Arden and the Cassian States +10 (a visit of ministers)."


def test_forces_lost_are_told_with_the_case_that_took_them() -> None:
    lost = [event("forces_lost", who=who, about="c-1", amount=-fp) for who, fp in (("BOR", 2), ("CAS", 4))]
    (line,) = merged(lost, WORLD)
    assert line.text == (
        "Forces lost in the Cassian\u2013Borean border clash: the Cassian States 4 FP and Boreas 2 FP."
    )


def test_every_duty_has_words_for_every_result() -> None:
    results = ("kept", "broken", "excused")
    missing = [(duty, result) for duty in get_args(LedgerDuty) for result in results if (duty, result) not in DID]
    assert not missing
    told = event("duty_broken", why="guard", about="c-1", text="t-north", amount=4)
    (line,) = merged([told], WORLD)
    assert line.text == (
        "The United Arden broke its pledge of aid under the Pact of the North in the Cassian\u2013Borean border clash."
    )
