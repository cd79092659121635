"""Names, dates and titles as they stand in a sentence."""

from dataclasses import replace

import pytest

from game.core.crises import Blow
from game.reports.words import (
    date_text,
    heading,
    name,
    name_bare,
    name_first,
    names,
    outcome_text,
    places,
    title_in_sentence,
    treaty_name,
    whose,
)
from tests.reports.telling import CASE, named_world


def test_a_name_keeps_its_article_and_gains_a_capital_only_at_the_start() -> None:
    world = named_world()
    assert name(world, "ARD") == "the United Arden"
    assert name_first(world, "ARD") == "The United Arden"
    assert name_bare(world, "ARD") == "United Arden"
    assert whose(world, "CAS") == "the Cassian States'"
    assert names(world, ("BOR", "ARD", "CAS")) == "Boreas, the United Arden and the Cassian States"


def test_a_nation_nobody_plays_is_named_too() -> None:
    assert name(named_world(), "DOR") == "Doria"


@pytest.mark.parametrize(
    ("start", "months", "turn", "said"),
    [
        ((1948, 7), 6, 1, "July–December 1948"),
        ((1948, 7), 6, 2, "January–June 1949"),
        ((1949, 3), 3, 1, "Spring 1949"),
        ((1949, 3), 3, 4, "Winter 1949–50"),
        ((1999, 3), 3, 4, "Winter 1999–00"),
        ((1949, 1), 3, 2, "April–June 1949"),
        ((1949, 11), 1, 3, "January 1950"),
        ((1907, 1), 12, 3, "1909"),
        ((1907, 1), 24, 2, "1909–1910"),
        ((1949, 10), 6, 1, "October 1949 – March 1950"),
    ],
)
def test_a_turn_is_dated_by_the_time_it_covers(start: tuple[int, int], months: int, turn: int, said: str) -> None:
    world = replace(named_world(), start_year=start[0], start_month=start[1], months=months)
    assert date_text(world, turn) == said
    assert heading(world, turn) == f"Turn {turn} · {said}"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Treaty of Dunkirk", "the Treaty of Dunkirk"),
        ("The Hague Convention", "the Hague Convention"),
        ("Franco-Norwegian Treaty of Mutual Defence", "the Franco-Norwegian Treaty of Mutual Defence"),
        ("North Sea Staff Talks", "the North Sea Staff Talks"),
        ("NATO", "NATO"),
        ("Friends for ever", "“Friends for ever”"),
        ("A Treaty of Friendship", "A Treaty of Friendship"),
    ],
)
def test_a_title_takes_the_article_it_needs(title: str, said: str) -> None:
    assert title_in_sentence(title) == said


def test_a_treaty_unknown_to_the_reader_has_no_name() -> None:
    assert treaty_name(named_world(), "t-north") == "the Pact of the North"
    assert treaty_name(named_world(), "CAS-1-1") == "a treaty"


def test_an_area_of_nearly_everything_is_told_by_what_it_leaves_out() -> None:
    world = named_world()
    assert places(world, ()) == "anywhere"
    assert places(world, ("north", "west")) == "in the North and the West"
    assert places(world, ("north", "west", "east", "far")) == "anywhere"
    grown = replace(world, theatres={**world.theatres, "sea": world.theatres["far"]})
    assert places(grown, ("north", "west", "east", "far")) == "anywhere outside Farland"


def test_an_outcome_names_who_gave_way() -> None:
    world = named_world()
    assert outcome_text(world, replace(CASE, outcome="conceded")) == "Boreas gave way"
    assert outcome_text(world, replace(CASE, outcome="backed_down")) == "the Cassian States backed down"


@pytest.mark.parametrize(
    ("blow", "won", "said"),
    [
        ("clash", True, "the Cassian States struck and prevailed"),
        ("rupture", True, "the Cassian States broke with Boreas over it and carried its point"),
        ("rupture", False, "the Cassian States broke with Boreas over it and gained nothing"),
        ("harm", False, "the Cassian States carried it through and failed"),
    ],
)
def test_a_blow_is_told_as_what_it_is(blow: Blow, won: bool, said: str) -> None:
    world = named_world()
    kinds = {name: replace(kind, blow=blow) for name, kind in world.kinds.items()}
    case = replace(CASE, outcome="struck_won" if won else "struck_lost")
    assert outcome_text(replace(world, kinds=kinds), case) == said
