"""Why a challenge is made or not: the sums reckoned by hand, and what must hold of them anywhere."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.appraisal import Appraisal
from game.core.challenge import (
    back_down_cost,
    challenge,
    defenders,
    joint_strength,
    local_balance,
    strike_cost,
    strike_worth,
)
from game.core.clauses import MutualDefence
from game.core.crises import Answer, Crisis
from game.core.world import State, Treaty
from tests.core.strange import NAMES, strange_worlds
from tests.worlds import clash_on, opened, small_world, with_elis

PACT = Treaty(title="Pact", parties=("ARD", "BOR"), clauses=(MutualDefence(automaticity="automatic"),), signed=0)


def with_nation(state: State, name: str, **given: object) -> State:
    """The state with one nation changed."""
    return replace(state, nations={**state.nations, name: replace(state.nations[name], **given)})  # type: ignore[arg-type]


def case(*answers: dict[str, Answer], **given: object) -> tuple[State, Crisis]:
    """Cassia's case against Borea, with the answers opened so far."""
    state = opened(with_elis(small_world(schedule=(clash_on(grade="warning"),))))
    crisis = replace(state.crises["clash"], answers=answers, **given)  # type: ignore[arg-type]
    return replace(state, crises={"clash": crisis}), crisis


# -- before a demand is pressed -----------------------------------------------------------------------------


def test_the_sum_against_a_target_that_stands_alone() -> None:
    """Borea is held with 30 + 55/5 = 41 %. 21 of Cassia's FP meet 14: 600. 20 points at stake, 40 the cost.

    EU = 0.59 x 20 + 0.41 x (0.6 x 20 - 40) = 11.8 - 11.48 = 0.3; the line is 20 / (20 x 0.4 + 40) = 0.417.
    """
    found = challenge(Appraisal(opened(small_world())), "CAS", "BOR", "north", 20)
    assert (found.held, found.balance, found.stakes, found.cost) == (410, 600, 20, 40)
    assert (found.worth, found.line) == (3, 417)
    assert (found.guarantor, found.treaty, found.credibility) == ("", "", 0)


def test_the_sum_against_a_target_with_a_guarantor() -> None:
    """A pledge believed 47 holds 23 % more, and brings 1.76 FP: 21 to 15.76 is 571.

    EU = 0.36 x 20 + 0.64 x (0.571 x 20 - 40) = 7.2 - 18.29 = -11.1; the line 20 / (20 x 0.429 + 40) = 0.412.
    """
    state = opened(small_world(("pact", PACT)))
    found = challenge(Appraisal(state), "CAS", "BOR", "north", 20)
    assert (found.held, found.balance, found.worth, found.line) == (640, 571, -111, 412)
    assert (found.guarantor, found.treaty, found.credibility) == ("ARD", "pact", 47)


def test_a_pledge_that_does_not_read_the_case_holds_nobody() -> None:
    narrow = replace(PACT, clauses=(MutualDefence(automaticity="automatic", area=("west",)),))
    found = challenge(Appraisal(opened(small_world(("pact", narrow)))), "CAS", "BOR", "north", 20)
    assert (found.held, found.guarantor) == (410, "")


def test_nuclear_weapons_raise_the_cost() -> None:
    alone = opened(small_world())
    assert challenge(Appraisal(with_nation(alone, "BOR", nuclear=1)), "CAS", "BOR", "north", 20).cost == 60
    guarded = with_nation(opened(small_world(("pact", PACT))), "ARD", nuclear=2)
    assert challenge(Appraisal(guarded), "CAS", "BOR", "north", 20).cost == 40, "47 is not half believed"
    trusted = with_nation(guarded, "ARD", support=90)
    assert challenge(Appraisal(trusted), "CAS", "BOR", "north", 20).cost == 60


@given(strange_worlds(), st.sampled_from(["east", "north", "south", "west"]), st.sampled_from([10, 20, 40]))
def test_below_the_line_a_challenge_pays_and_above_it_does_not(state: State, theatre: str, stakes: int) -> None:
    table = Appraisal(state)
    for challenger in NAMES:
        for target in NAMES:
            if challenger != target:
                found = challenge(table, challenger, target, theatre, stakes)
                assert 50 <= found.held <= 950
                assert 0 <= found.balance <= 1000
                held = found.held / 1000
                worth = (1 - held) * stakes + held * (found.balance / 1000 * stakes - found.cost)
                assert abs(found.worth / 10 - worth) <= 0.15
                if found.held < found.line - 3:
                    assert found.worth > 0
                if found.held > found.line + 3:
                    assert found.worth < 0


# -- at the sealed call -------------------------------------------------------------------------------------


def test_the_last_opened_answers_say_who_stands_there() -> None:
    _, crisis = case(
        {"BOR": Answer("stand_firm"), "ARD": Answer("come", 6), "ELI": Answer("support")},
        {"BOR": Answer("stand_firm"), "ARD": Answer("support"), "ELI": Answer("come", 2)},
    )
    assert defenders(crisis) == ({"ELI": 2}, ("ARD",), ())
    _, crisis = case({"BOR": Answer("negotiate"), "ARD": Answer("mediate"), "ELI": Answer("refuse")})
    assert defenders(crisis) == ({}, (), ("ARD",))


def test_the_balance_by_hand() -> None:
    """21 against 8 + 1.5 x 4 = 14; with four of Arden's 20 FP, 1.5 that reach; with Elis speaking up, 0.25 more."""
    state, crisis = case()
    assert local_balance(Appraisal(state), crisis) == 600
    state, crisis = case({"BOR": Answer("stand_firm"), "ARD": Answer("come", 4)})
    assert local_balance(Appraisal(state), crisis) == round(1000 * 2100 / (2100 + 1400 + 150))
    state, crisis = case({"BOR": Answer("stand_firm"), "ARD": Answer("come", 4), "ELI": Answer("support")})
    # Elis: 8 FP half ready, two steps away: 2 that reach, half of it 1, a quarter of that 0.25.
    assert local_balance(Appraisal(state), crisis) == round(1000 * 2100 / (2100 + 1400 + 150 + 25))


def test_forces_that_never_trained_together_count_less() -> None:
    """Two equal forces, interoperability 0: each counts 60 + 40 x 1/2 = 80 per cent."""
    state = opened(with_elis(small_world()))
    table = Appraisal(state)
    equal = {"BOR": 8, "ELI": 8}
    north, south = table.ground.projected("BOR", "north"), table.ground.projected("ELI", "north")
    assert (north, south) == (400, 200)
    mean = {"BOR": 400 / 600, "ELI": 200 / 600}
    by_hand = 400 * (0.6 + 0.4 * mean["BOR"]) + 200 * (0.6 + 0.4 * mean["ELI"])
    assert joint_strength(table, "north", equal) == round(by_hand)


@pytest.mark.parametrize(("grade", "rounds", "cost"), [("request", 0, 3), ("warning", 1, 8), ("ultimatum", 2, 16)])
def test_every_public_step_raises_the_price_of_going_back(grade: str, rounds: int, cost: int) -> None:
    state, _ = case()
    assert back_down_cost(Appraisal(state), grade, rounds) == cost  # type: ignore[arg-type]


def test_striking_weighed_by_hand() -> None:
    """0.6 to win and 0.4 to lose 20 points: 4. Less 40, with a resolve of 7 and 8 spared by not going back: -21."""
    firm = {"BOR": Answer("stand_firm")}
    state, crisis = case(firm, resolve=7)
    assert strike_worth(Appraisal(state), crisis) == 40 - 400 + 70 + 80
    state, crisis = case(firm, firm, resolve=7, grade="ultimatum", stakes=40)
    assert strike_worth(Appraisal(state), crisis) == 80 - 400 + 70 + 160


def test_who_comes_with_the_bomb_behind_it_makes_striking_dearer() -> None:
    state, crisis = case({"BOR": Answer("stand_firm"), "ARD": Answer("come", 4)})
    assert strike_cost(Appraisal(state), crisis) == 40
    assert strike_cost(Appraisal(with_nation(state, "ARD", nuclear=1)), crisis) == 60
    assert strike_cost(Appraisal(with_nation(state, "ELI", nuclear=1)), crisis) == 40


@given(st.integers(1, 10), st.integers(1, 10))
def test_the_more_who_come_the_less_a_strike_is_worth(first: int, second: int) -> None:
    fewer, more = sorted((first, second))
    worths = []
    for forces in (fewer, more):
        state, crisis = case({"BOR": Answer("stand_firm"), "ARD": Answer("come", forces)})
        worths.append(strike_worth(Appraisal(state), crisis))
    assert worths[1] <= worths[0]
