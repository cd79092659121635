"""What spoke for a decision reads as a reason, and what belongs together is told together."""

from typing import get_args

import pytest

from game.core.events import Event
from game.core.terms import Term, TermName
from game.reports.chronicle import chapters, chronicle
from game.reports.matter import reasons_of
from game.reports.merging import merged
from game.reports.motives import amendment, motive, motive_text
from tests.reports.telling import CASE, named_world

WORLD = named_world()


@pytest.mark.parametrize("term", get_args(TermName))
@pytest.mark.parametrize("about", ["", "BOR", "t-north"])
def test_every_term_speaks_for_something_in_words(term: TermName, about: str) -> None:
    for several in (False, True):
        said = motive(WORLD, Term(term, 40, about), several)
        assert said, term
        assert not any(mark in said for mark in ("{", "}", "_", "t-north")), said


def test_provocation_spared_is_told_as_calm_kept() -> None:
    assert motive_text(WORLD, Term("provocation", 62, "CAS")) == "to keep the Cassian States calm +6.2"


@pytest.mark.parametrize("term", get_args(TermName))
@pytest.mark.parametrize("about", ["", "BOR", "t-north"])
def test_what_a_text_was_changed_for_reads_as_a_purpose(term: TermName, about: str) -> None:
    said = amendment(WORLD, Term(term, -40, about))
    assert said.endswith("\u22124.0 as it stood)")
    assert not any(mark in said for mark in ("{", "}", "_", "t-north")), said


def test_a_text_that_would_have_been_signed_is_not_called_too_dear_when_it_is_bettered() -> None:
    assert amendment(WORLD, Term("cost", -6)) == "to save expense (cost \u22120.6 as it stood)"


def test_what_is_changed_out_of_distrust_is_no_sign_of_trust() -> None:
    assert amendment(WORLD, Term("trust", -6, "BOR")).startswith("out of caution toward ")


def test_an_offer_to_mediate_in_the_sealed_rounds_finds_its_reasons() -> None:
    events = [
        Event(kind="answered", turn=2, who="ARD", about="c-1", stance="mediate"),
        Event(kind="reasoned", turn=2, who="ARD", about="c-1", why="mediate", terms=(Term("standing", 20),)),
        Event(kind="answered", turn=2, who="DOR", about="c-1", stance="stay_out"),
    ]
    terms, placed = reasons_of(events)
    assert terms == {0: (Term("standing", 20),)}
    assert placed == {1}


def test_answers_of_one_round_stay_one_round() -> None:
    events = [
        Event(kind="showdown", turn=1, who="CAS", whom=("BOR",), about="c-1"),
        *(
            found
            for who in ("ARD", "BOR", "DOR")
            for found in (
                Event(kind="answered", turn=1, who=who, about="c-1", stance="mediate"),
                Event(kind="reasoned", turn=1, who=who, about="c-1", why="mediate", terms=(Term("standing", 20),)),
            )
        ),
    ]
    assert WORLD.crises["c-1"] == CASE
    said = [line.text for line in chronicle(events, WORLD)]
    assert sum("answers" in text and text.endswith(":") for text in said) == 1, said


def test_what_a_shock_costs_at_the_opening_is_no_resolution() -> None:
    events = [
        Event(kind="turn_opened", turn=3),
        Event(kind="spent", turn=3, who="ARD", amount=-2, why="shock", about="flood"),
        Event(kind="proposed", turn=3, who="ARD", whom=("BOR",), about="ARD-1-1"),
    ]
    assert chapters(events, WORLD) == ("Opening", "Opening", "Talks")


def test_misunderstandings_of_tone_are_told_in_one_line_with_each_that_had_one() -> None:
    events = [
        Event(kind="misread", turn=1, who="ARD", whom=("BOR",), amount=-2, why="tone", about="ARD-1-1"),
        Event(kind="misread", turn=1, who="CAS", whom=("BOR",), amount=-3, why="tone", about="ARD-1-1"),
    ]
    (line,) = merged(events, WORLD)
    assert "Boreas that of the United Arden (−2 trust); Boreas that of the Cassian States (−3 trust)" in line.text
