"""Every kind of event has its words, and they are words for people."""

import re
from dataclasses import replace

import pytest

from game.core.drafts import Draft
from game.core.events import Event, EventKind
from game.core.terms import Term
from game.reports.sentences import LEVELS, TELLERS, importance, sentence
from game.reports.tell_cases import story
from tests.reports.telling import DEFENCE, KINDS, SOFTER, event, named_world, variants
from tests.worlds import PACT

IDS = re.compile(r"\b(ARD|BOR|CAS|DOR|c-1|t-north|gone-9-9)\b")
HYPHEN_MINUS = re.compile(r"(?<![\w–])-\d")


def test_no_kind_of_event_is_without_words() -> None:
    assert set(TELLERS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_is_whole_and_leaks_no_key(kind: EventKind) -> None:
    world = named_world()
    for found in variants(kind):
        for brief in (False, True):
            text = sentence(found, world, brief)
            assert text, found
            assert text[0].isupper() or not text[0].isalpha(), text
            assert text.endswith((".", "”")), text
            assert not IDS.search(text), text
            assert not HYPHEN_MINUS.search(text), text
            for bad in ("None", "{", "}", "  ", "_", "!", "..", " ,", " .", "the the", "the The", "s's", "()", "( "):
                assert bad not in text, (bad, text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_has_an_importance(kind: EventKind) -> None:
    world = named_world()
    assert all(importance(found, world) in LEVELS for found in variants(kind))


def test_what_only_the_referee_keeps_book_of_is_told_to_nobody() -> None:
    assert importance(Event(kind="brewing", turn=1, why="dealt", audience=()), named_world()) == "aside"


def test_a_refusal_gives_its_decisive_reason_and_what_would_be_signed() -> None:
    refused = event(
        "refused", who="BOR", whom=("ARD",), amount=1, about="ARD-1-1", draft=SOFTER, terms=(Term("autonomy", -140),)
    )
    assert sentence(refused, named_world()) == (
        "Boreas declined the Treaty of Arden and Borea: it would give up too much freedom of action "
        "(autonomy \u221214.0). It would sign without the joint exercises, if there were consultation without "
        "the guarantee and if consultation were limited to the North."
    )


def test_a_refusal_without_a_reason_is_still_a_sentence() -> None:
    assert sentence(event("refused", about="gone", amount=1), named_world(), brief=True) == "The United Arden declined."


def test_a_counter_says_what_it_changed() -> None:
    text = sentence(
        event("countered", who="BOR", whom=("ARD",), amount=2, about="ARD-1-1", draft=SOFTER), named_world()
    )
    assert "consultation without the guarantee" in text
    assert "without the joint exercises" in text


def test_a_signature_names_the_parties_and_what_they_signed() -> None:
    text = sentence(event("signed", about="ARD-1-1", draft=DEFENCE), named_world())
    assert text.startswith("The United Arden and Boreas signed the Treaty of Arden and Borea: mutual defence, after ")


def test_an_ally_who_was_called_and_stayed_away_is_told_as_such() -> None:
    world = named_world()
    stayed = event("answered", stance="stay_out", about="c-1")
    assert sentence(stayed, world) == "The United Arden, though called, stayed out."
    uncalled = event("answered", who="CAS", stance="stay_out", about="c-1")
    assert sentence(uncalled, world) == "The Cassian States stayed out."
    came = event("answered", stance="come", amount=4, about="c-1")
    assert sentence(came, world) == "The United Arden came with 4 FP."


def test_a_challenge_not_made_tells_which_pledge_stood_behind_the_target() -> None:
    not_made = event(
        "not_made", who="CAS", why="t-north", about="c-1", terms=(Term("losses", -236), Term("stakes", 82, "BOR"))
    )
    assert sentence(not_made, named_world()) == (
        "The Cassian States had a case against Boreas and did not press it: the Pact of the North stood behind "
        "Boreas, and the likely losses outweighed the prize (likely losses \u221223.6, "
        "what is at stake with Boreas +8.2)."
    )


def test_orders_that_were_changed_are_told_to_whom_they_were_changed_for() -> None:
    for why, left in (
        ("cut", "its forces abroad and its exercises were ordered as before"),
        ("bare", "its forces stayed where they stood"),
        ("recalled", "its forces abroad were called home"),
    ):
        changed = event("sheet_committed", why=why, whom=(), audience=("ARD",))
        assert sentence(changed, named_world()) == (
            f"The United Arden's orders could no longer be met as written: {left}, and all else was left out."
        )
        assert importance(changed, named_world()) == "ordinary"


def test_a_message_is_quoted_as_it_was_written() -> None:
    said = event("message", text="Stand by  us.\nPlease!", whom=("BOR", "CAS"))
    assert sentence(said, named_world()) == "The United Arden to Boreas and the Cassian States: “Stand by us. Please!”"


def test_a_story_fills_its_blanks_with_right_possessives_and_capitals() -> None:
    words = "{challenger}'s patrols entered {theatre}. {target}'s guards did not. {challenger} denies it."
    assert story(named_world(), words, "CAS", "BOR", "north") == (
        "The Cassian States' patrols entered the North. Boreas' guards did not. The Cassian States denies it."
    )


def test_a_text_that_lapsed_is_told_by_what_it_would_have_done_to_the_treaty() -> None:
    world = named_world()
    text = Draft(title=PACT.title, parties=PACT.parties, clauses=PACT.clauses, amends="t-north")
    same = event("thread_lapsed", why="lapsed", draft=text)
    assert sentence(same, world) == "A new text of the Pact of the North lapsed unsigned."
    renamed = event("thread_lapsed", why="lapsed", draft=replace(text, title="Return of the Isles"))
    assert sentence(renamed, world) == "A new text of the Pact of the North lapsed unsigned."
    wider = event("thread_lapsed", why="lapsed", draft=replace(text, parties=("ARD", "BOR", "CAS")))
    assert sentence(wider, world) == "The accession of the Cassian States to the Pact of the North lapsed unsigned."


def test_a_quarrel_among_allies_that_was_let_be_is_no_challenge() -> None:
    world = named_world()
    rift = replace(world.kinds["border_clash"], id="rift", name="alliance rift", among="allies")
    case = replace(world.crises["c-1"], kind="rift", challenger="BOR", target="ARD")
    friends = replace(world, kinds={**world.kinds, "rift": rift}, crises={"c-1": case})
    let_be = event("not_made", who="BOR", whom=("ARD",), about="c-1", terms=(Term("losses", -117),))
    assert sentence(let_be, friends) == (
        "Boreas let an alliance rift with the United Arden be: the likely losses outweighed the "
        "prize (likely losses \u221211.7)."
    )
