"""Courtesies: whole sentences, hardly one twice, sent when something happened and at most once a turn."""

import re
from collections import Counter
from dataclasses import replace
from itertools import permutations

import pytest

from game.ai.courtesies import BODIES, courtesy, words
from game.ai.outlook import Outlook
from game.core.clauses import MutualDefence
from game.core.crises import Answer, Crisis, Stance
from game.core.drafts import Draft, Revision, Thread
from game.core.engine import open_game
from game.core.misfortunes import Misfortune
from game.core.view import view_of
from game.core.world import LedgerEntry, Reason, State, Treaty, pair_key, pair_of
from game.scenario import load

CASE = Crisis(
    kind="border_clash", theatre="scandinavia", target="NOR", challenger="URS", stakes=20, severity=3, pace="acute",
    stage="settled", since=1, opened=1, outcome="backed_down", ended=1,
)  # fmt: skip


@pytest.fixture(scope="module")
def world() -> State:
    """The world of 1948 in its second turn, with a case that is over and a flood that has just come."""
    state = open_game(load("nato-1949").start(1))[0]
    flood = next(kind for kind, known in state.misfortune_kinds.items() if not known.hidden_hand)
    struck = Misfortune(kind=flood, target="NLD", theatre=state.nations["NLD"].home, severity=2, since=2)
    return replace(state, turn=2, crises={**state.crises, "case": CASE}, misfortunes={"flood": struck}, threads={})


def with_reason(world: State, holder: str, other: str, kind: str, about: str) -> State:
    """The world in which `other` did something to `holder` last turn."""
    pair = pair_of(world, holder, other)
    mine = (*pair.trust.get(holder, ()), Reason(kind=kind, tenths=200, since=1, about=about))  # type: ignore[arg-type]
    return replace(
        world, pairs={**world.pairs, pair_key(holder, other): replace(pair, trust={**pair.trust, holder: mine})}
    )


def test_two_hundred_courtesies_are_whole_and_hardly_repeat_a_sentence(world: State) -> None:
    said: list[str] = []
    moments = tuple(BODIES)
    for place, (me, you) in enumerate(permutations(world.nations, 2)):
        moment = moments[place % len(moments)]
        about = "flood" if moment in ("struck_by_fate", "relieved") else "case"
        said.append(words(world, moment, me, you, about))
    said = said[:200]
    assert len(said) == 200
    for text in said:
        assert not re.search(r"[{}_]|None|  |\bthe the\b|\.\.", text), text
        assert text[0].isupper(), text
        assert text.endswith("."), text
        assert "!" not in text, text
        assert not re.search(r"\ba [aeio]\w|\ban [bcdfgjklmnpqrstvwxz]\w", text), text
    sentences = Counter(part for text in said for part in re.split(r"(?<=\.) ", text))
    twice = [text for text in said if any(sentences[part] > 1 for part in re.split(r"(?<=\.) ", text))]
    assert len(twice) <= 20, "\n".join(twice)


@pytest.mark.parametrize(
    ("kind", "about", "holds"),
    [("kept_guard", "case", "border clash"), ("broke_guard", "case", "border clash"), ("not_ratified", "", "Norway")],
)
def test_what_another_did_last_turn_is_answered(world: State, kind: str, about: str, holds: str) -> None:
    calm = replace(world, misfortunes={})
    (message,) = courtesy(Outlook(view_of(with_reason(calm, "NOR", "GBR", kind, about), "NOR")))
    assert message.to == ("GBR",)
    assert message.tone == "plain"
    assert holds in message.text


def test_a_friend_in_need_is_condoled_with_and_a_stranger_is_not(world: State) -> None:
    (message,) = courtesy(Outlook(view_of(world, "BEL")))
    assert message.to == ("NLD",)
    assert courtesy(Outlook(view_of(world, "YUG"))) == ()


def test_one_a_turn_with_the_first_draft(world: State) -> None:
    draft = Draft(title="Treaty", parties=("BEL", "FRA"), clauses=())
    opened = Thread(by="BEL", parties=draft.parties, opened=2, deadline=3, revisions=(Revision("BEL", draft, 2, ()),))
    assert courtesy(Outlook(view_of(replace(world, threads={"BEL-2-1": opened}), "BEL"))) == ()


def test_one_left_alone_that_stays_bound_says_why(world: State) -> None:
    calm = with_reason(replace(world, misfortunes={}), "NOR", "GBR", "broke_guard", "case")
    pact = Treaty(title="Northern Pact", parties=("GBR", "NOR"), clauses=(MutualDefence(),), signed=0)
    broken = LedgerEntry(1, "north", "guard", "NOR", "broken", 5, "case")
    breaker = replace(calm.nations["GBR"], ledger=(broken,))
    bound = replace(calm, treaties={"north": pact}, nations={**calm.nations, "GBR": breaker})
    (message,) = courtesy(Outlook(view_of(bound, "NOR")))
    assert "stays under the Northern Pact all the same: " in message.text
    leaving = replace(bound, treaties={"north": replace(pact, leaving={"NOR": 4})})
    (message,) = courtesy(Outlook(view_of(leaving, "NOR")))
    assert "stays" not in message.text


@pytest.mark.parametrize(("stance", "holds"), [("support", False), ("come", True)])
def test_who_came_uncalled_is_thanked_for_coming_and_not_for_words(world: State, stance: Stance, holds: bool) -> None:
    case = replace(CASE, answers=({"GBR": Answer(stance)},))
    fought = replace(world, crises={**world.crises, "case": case}, misfortunes={})
    (said,) = courtesy(Outlook(view_of(with_reason(fought, "NOR", "GBR", "supported", "case"), "NOR")))
    assert (said.text == words(fought, "came_unbidden", "NOR", "GBR", "case")) == holds
