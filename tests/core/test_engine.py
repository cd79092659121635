"""The engine: three kinds of error, nothing touched, and what is missing replaced by standing still."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from game.core import acts
from game.core.crises import Answer
from game.core.engine import RESOLUTION, STAGES, act, advance, open_game
from game.core.options import default_sheet
from game.core.orders import Budget, Mission, Sheet
from game.core.problems import ActError, IllegalAct, InvalidAct, StaleAct, act_error, illegal, invalid, stale
from game.core.view import Lookout
from game.core.world import State
from game.saves.codec import digest
from tests.worlds import DEFENCE, PACT, clash_on, opened, small_world


def at_the_call() -> State:
    """A world at the first sealed round."""
    return advance(opened(small_world(("pact", PACT), schedule=(clash_on(),))))[0]


def test_an_act_of_nobody_is_not_understood() -> None:
    state = opened(small_world())
    with pytest.raises(InvalidAct, match='XYZ: There is no nation "XYZ"'):
        act(state, "XYZ", acts.Recall(thread="a"))


def test_every_reason_is_given_at_once() -> None:
    state = opened(small_world())
    with pytest.raises(ActError) as caught:
        act(state, "ARD", acts.Message(to=("ARD", "XYZ"), text=" "))
    assert [problem.kind for problem in caught.value.problems] == ["illegal", "invalid", "invalid"]
    assert str(caught.value).startswith("ARD: A message goes to other nations. There is no nation")
    assert caught.value.who == "ARD"


@pytest.mark.parametrize(
    ("kinds", "error"),
    [
        ((illegal,), IllegalAct),
        ((stale,), StaleAct),
        ((illegal, stale), StaleAct),
        ((illegal, stale, invalid), InvalidAct),
        ((invalid,), InvalidAct),
    ],
)
def test_the_gravest_reason_names_the_error(kinds, error: type[ActError]) -> None:
    assert type(act_error("ARD", tuple(kind("x") for kind in kinds))) is error


def test_a_refused_act_leaves_everything_as_it_was() -> None:
    state = opened(small_world())
    before = digest(state)
    with pytest.raises(IllegalAct):
        act(state, "CAS", acts.Propose(draft=DEFENCE))
    assert digest(state) == before


def test_a_lookout_made_before_gives_the_same_step() -> None:
    state = opened(small_world())
    proposal = acts.Propose(draft=DEFENCE)
    assert act(state, "ARD", proposal, Lookout(state)) == act(state, "ARD", proposal)


def test_stages_follow_each_other() -> None:
    state = at_the_call()
    seen = [(state.stage, state.round)]
    while state.turn == 1:
        state, _ = advance(state)
        seen.append((state.stage, state.round))
    assert seen == [("showdown", 1), ("showdown", 2), ("strike", 0), ("negotiation", 0)]
    assert {stage for stage, _ in seen} <= set(STAGES)


def test_nothing_follows_the_end() -> None:
    state = replace(opened(small_world()), turns=1)
    state, events = advance(state)
    assert state.stage == "over"
    assert state.turn == 1
    assert events[-1].kind == "game_over"
    with pytest.raises(StaleAct, match="The game is over"):
        advance(state)
    with pytest.raises(StaleAct, match="it is closed now"):
        act(state, "ARD", acts.Message(to=("BOR",), text="Farewell."))


def test_who_sends_no_sheet_stands_still() -> None:
    state = opened(small_world())
    standing = replace(state, nations={**state.nations, "ARD": replace(state.nations["ARD"], standing={"north": 3})})
    assert default_sheet(standing, "ARD") == Sheet(standing={"north": 3})
    for sheets in (None, {}, {"ARD": default_sheet(standing, "ARD")}):
        assert advance(standing, sheets)[0] == advance(standing, {})[0]


@pytest.mark.parametrize("nonsense", [{"XYZ": Sheet()}, {"XYZ": Sheet(budget=Budget(forces=9))}])
def test_sheets_of_nobody_are_passed_over(nonsense: Mapping[str, Sheet]) -> None:
    state = opened(small_world())
    assert advance(state, nonsense) == advance(state)


def test_a_sheet_that_cannot_be_met_at_all_is_replaced() -> None:
    state = opened(small_world())
    wild = Sheet(standing={"north": 500}, missions=(Mission(to="ARD"),))
    after, events = advance(state, {"ARD": wild})
    assert after.nations["ARD"].standing == {}
    assert [event.why for event in events if event.kind == "sheet_committed" and event.who == "ARD"] == ["bare", "done"]


def test_forces_that_can_no_longer_stand_abroad_come_home() -> None:
    """Two Guards fell due and the army shrank: more stands abroad than the half of what is left."""
    state = opened(small_world())
    thin = replace(state.nations["ARD"], forces=4, standing={"north": 3})
    after, events = advance(replace(state, nations={**state.nations, "ARD": thin}))
    assert after.nations["ARD"].standing == {}
    assert any(event.kind == "standing" and event.amount == -3 for event in events)


@pytest.mark.parametrize(
    "wrong",
    [
        {"ARD": {"clash": Answer("stand_firm")}},
        {"ARD": {"nothing": Answer("support")}},
        {"ARD": {"clash": Answer("come", 99)}},
        {"CAS": {"clash": Answer("strike")}},
        {"XYZ": {"clash": Answer("support")}},
        {"BOR": {"clash": Answer("invoke")}},
    ],
)
def test_an_answer_that_is_not_allowed_is_silence(wrong) -> None:
    state = at_the_call()
    assert advance(state, answers=wrong) == advance(state)


def test_the_first_opening_pays_once_and_deals_the_hand() -> None:
    state = small_world(schedule=(clash_on(),))
    after, events = open_game(state)
    assert (after.turn, after.stage) == (1, "negotiation")
    assert after.schedule == ()
    assert after.crises["clash"].stage == "open"
    assert [event.who for event in events if event.kind == "income"] == ["ARD", "BOR", "CAS"]
    assert state.turn == 0
    assert state.schedule


def test_a_resolution_is_the_phases_in_their_order() -> None:
    names = [phase.__name__ for phase in RESOLUTION]
    assert names == [
        "duties_fall_due",
        "outlays_fall_due",
        "contributions_fall_due",
        "exercises_and_missions",
        "relief_and_sabotage",
        "burdens",
        "wars",
        "cases_wear",
        "misreadings",
        "words_tested",
        "cases_lapse",
        "books",
        "talks_end",
        "ratifications",
        "drafts_overtaken",
        "secrets_leak",
        "support",
        "opportunity",
        "marks",
        "closing",
    ]
