"""The chronicle of a real game, read as a historian would."""

import re
from itertools import pairwise

import pytest

from game.core.events import Event
from game.core.view import view_of
from game.reports.chronicle import chapters, chronicle, chronicle_text
from game.reports.headlines import headlines
from game.reports.lines import CHAPTERS, Line, wrapped
from game.reports.sentences import LEVELS, Importance, at_least
from game.reports.words import heading
from game.scenario import load
from game.table import Table
from tests.reports.game_told import told_game

STATE, EVENTS = told_game()
DETAILS: tuple[Importance, ...] = ("headline", "ordinary", "detail")


def lines(detail: Importance = "ordinary", nation: str | None = None) -> list[Line]:
    """The chronicle of the game by rote."""
    world = STATE if nation is None else view_of(STATE, nation).world
    return list(chronicle(EVENTS, world, nation, detail))


def test_each_turn_has_one_heading_in_the_fixed_form() -> None:
    headings = [line.text for line in lines() if line.kind == "heading"]
    assert headings == [heading(STATE, turn) for turn in range(1, 6)]
    assert headings[1] == "Turn 2 · July–December 1900"
    assert all(re.fullmatch(r"Turn \d+ · .+", text) for text in headings)


def test_chapters_come_in_order_and_none_is_empty() -> None:
    for turn in range(1, 6):
        kinds = [line for line in lines("detail") if line.turn == turn]
        named = [line.text for line in kinds if line.kind == "chapter"]
        assert named == [chapter for chapter in CHAPTERS if chapter in named]
        assert all(not (a.kind == b.kind == "chapter") for a, b in pairwise(kinds))
        assert kinds[-1].kind == "text"


def test_events_find_their_chapter() -> None:
    second = [event for event in EVENTS if event.turn == 2]
    where = dict(zip(((event.kind, event.who) for event in second), chapters(second, STATE), strict=True))
    assert where["pressed", "CAS"] == "Opening"
    assert where["consulted", "ARD"] == "Talks"
    assert where["answered", "BOR"] == where["backed_down", "CAS"] == "The sealed call"
    assert where["stability", ""] == "Resolution"
    spending = [event for event in EVENTS if event.turn == 1]
    told = zip(spending, chapters(spending, STATE), strict=True)
    assert {chapter for event, chapter in told if event.kind == "spent"} == {"Resolution"}


def test_a_plan_tested_by_a_call_does_not_end_the_talks() -> None:
    kinds = (
        ("invoked", ""),
        ("rehearsed", "found_wanting"),
        ("signed", ""),
        ("showdown", ""),
        ("rehearsed", "exercise"),
    )
    events = tuple(Event(turn=3, kind=kind, who="ARD", why=why) for kind, why in kinds)  # type: ignore[arg-type]
    assert chapters(events, STATE) == ("Talks", "Talks", "Talks", "The sealed call", "Resolution")


def test_a_historian_can_follow_the_negotiation() -> None:
    said = [line.text for line in lines() if line.turn == 1 and line.about == "ARD-1-1"]
    assert "the Treaty of Three" in said[0]
    assert said[0].endswith("Arden did so for security through Cassia +12.0.")
    assert said[1] == (
        "Borea declined: it would give up too much freedom of action (autonomy \u221214.0). It would sign without the "
        "joint exercises and if consultation in the North replaced the automatic guarantee."
    )
    assert said[2].startswith("Cassia answered with a draft of its own: consultation in the North in place of the ")
    assert said[3] == (
        "Arden (out of trust in Borea +2.0) and Borea (against the shared threat from Cassia +2.0) agreed."
    )
    assert said[4] == "Arden, Borea and Cassia signed the Treaty of Three."


def test_a_historian_can_follow_the_call() -> None:
    said = [line.text for line in lines() if line.turn == 2]
    start = said.index("The sealed call")
    assert said[start + 1 : start + 12] == [
        "The Cassiaian–Boreaian border clash in the North came to a head; answers were sealed.",
        "The first answers, opened together:",
        "Borea called for aid (for what is at stake +5.0).",
        "Arden gave its support short of forces (for the sake of its word under the Pact of the North +6.0).",
        "Borea invoked the Pact of the North and called on Arden.",
        "Promised under it: Arden 4 FP, after consultation.",
        "The second answers, on what was seen:",
        "Borea stood firm.",
        "Arden came with 4 FP (for the sake of its word under the Pact of the North +9.0).",
        said[start + 10],
        "Cassia backed down before Borea. What a blow held for it: balance of forces with Borea \u22129.0.",
    ]
    assert said[start + 10].startswith("Arden kept its pledge to Borea under the Pact of the North")


def test_a_challenge_weighed_and_not_made_is_told_with_its_pledge_and_told_once() -> None:
    said = [line.text for line in lines() if line.turn == 3]
    assert sum("had a case against Arden and did not press it: the Pact of the North" in text for text in said) == 1
    assert not any("let its case against Arden rest" in text for text in said)


def test_a_nation_is_told_what_it_may_know_and_no_more() -> None:
    own, other = lines("detail", "BOR"), lines("detail", "CAS")
    assert any("Between the two of us only." in line.text for line in own)
    assert not any("Between the two of us only." in line.text for line in other)
    assert not any("did not press it" in line.text for line in own)
    assert any("let its case against Arden rest" in line.text for line in own)
    assert not any(line.text.startswith("Cassia weighed") for line in own)
    assert any(line.text.startswith("Cassia weighed") for line in other)


@pytest.mark.parametrize("nation", [None, "ARD", "CAS"])
def test_more_detail_adds_lines_and_takes_none_away(nation: str | None) -> None:
    told = [[line for line in lines(detail, nation) if line.kind == "text"] for detail in DETAILS]
    assert 0 < len(told[0]) < len(told[1]) < len(told[2])
    for less, more in pairwise(told):
        assert all(line in more for line in less)
    assert all(at_least(line.importance, "headline") for line in told[0])
    assert all(line.importance in LEVELS for line in told[2])


def test_turns_told_one_by_one_are_the_game_told_at_once() -> None:
    whole = chronicle_text(EVENTS, STATE)
    parts = [
        chronicle_text([event for event in EVENTS if event.turn == turn], STATE) for turn in range(1, STATE.turn + 1)
    ]
    assert "\n".join(parts) == whole


def test_text_is_wrapped_and_what_lies_under_a_matter_is_set_in() -> None:
    text = chronicle_text(EVENTS, STATE, width=60)
    assert all(len(line) <= 60 for line in text.splitlines())
    assert "\n    Borea declined" in text
    assert wrapped("    one two three", 20) == "    one two three"
    assert wrapped("  one two three four five six", 20) == "  one two three four\n    five six"


def test_headlines_put_what_matters_first_and_one_nations_own_before_others() -> None:
    found = headlines(EVENTS, STATE, most=3)
    assert len(found) == 3
    assert found[0].text == "Cassia backed down before Borea."
    assert [line.weight for line in found] == sorted((line.weight for line in found), reverse=True)
    assert headlines(EVENTS, STATE, nation="ARD", most=1)[0].nations[0] == "ARD"
    assert headlines((), STATE) == ()


@pytest.mark.parametrize("seed", [1, 7])
def test_the_chronicle_of_a_game_between_minds_is_clean(seed: int) -> None:
    table = Table.new(load("nato-1949-class"), seed=seed)
    table.play()
    for nation in (None, "NOR"):
        world = table.state if nation is None else table.view(nation).world
        for line in chronicle(table.events, world, nation, "detail"):
            for bad in ("None", "{", "}", "  ", "_", "!", "..", "the the"):
                assert bad not in line.text, line.text
            assert not re.search(r"(under|signed|left|invoked|in) a (treaty|case)\b", line.text), line.text
            assert not re.search(r"\b(FRA|NOR|USA|GBR|ITA|URS)\b", line.text), line.text
            assert not re.search(r"(?<![\w–])-\d", line.text), line.text
            assert line.text[0].isupper(), line.text
