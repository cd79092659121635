"""Before anyone signs: who is drawn in, what contradicts a draft, and what it costs and brings each party."""

from dataclasses import replace

import pytest

from game.core.appraisal import Appraisal
from game.core.clauses import Basing, BurdenSharing, CapacityBuilding, Clause, JointExercises, MutualDefence, Neutrality
from game.core.drafts import Draft, Payment
from game.core.joint_work import (
    Favour,
    IntegratedCommand,
    MutualSupport,
    Resilience,
    Standardisation,
    TechnologyTransfer,
)
from game.core.prospects import Stake, before_signing
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.world import State, Treaty
from game.reports.prospect_words import contradiction_text
from tests.worlds import opened, small_world, with_elis


def draft(*clauses: Clause, parties: tuple[str, ...] = ("ARD", "BOR"), payments: tuple[Payment, ...] = ()) -> Draft:
    return Draft(title="Pact", parties=parties, clauses=clauses, payments=payments)


def world(**treaties: Treaty) -> State:
    return opened(with_elis(small_world(*treaties.items())))


def held(*clauses: Clause, parties: tuple[str, ...] = ("ARD", "BOR")) -> Treaty:
    return Treaty(title="Old Pact", parties=parties, clauses=clauses, signed=0)


def stake_of(state: State, made: Draft, name: str) -> Stake:
    return next(one for one in before_signing(Appraisal(state), made).stakes if one.nation == name)


def test_who_would_be_drawn_in_by_what() -> None:
    found = before_signing(Appraisal(world()), draft(MutualDefence(area=("north",)))).drawn
    by_ard = next(one for one in found if one.by == "ARD")
    assert (by_ard.ward, by_ard.foes, by_ard.threats, by_ard.area) == ("BOR", ("CAS",), ("armed_attack",), ("north",))


@pytest.mark.parametrize(
    ("standing", "made", "kind"),
    [
        (
            held(MutualDefence(), parties=("ARD", "ELI")),
            draft(MutualDefence(against=("ELI",))),
            "other_side",
        ),
        (
            held(MutualDefence(against=("BOR",)), parties=("ARD", "ELI")),
            draft(MutualDefence()),
            "new_ally",
        ),
        (held(Neutrality(), parties=("ARD", "CAS")), draft(MutualDefence()), "neutral"),
        (held(Neutrality(unallied=True), parties=("BOR", "CAS")), draft(MutualDefence()), "unallied"),
        (
            held(MutualDefence()),
            draft(Neutrality(), parties=("ARD", "CAS")),
            "neutral_guard",
        ),
        (held(BurdenSharing(target=60)), draft(ArmsLimits(ceiling=0), parties=("ARD", "CAS")), "ceiling"),
        (
            held(JointExercises(scale=2)),
            draft(ConfidenceBuilding(keep_away=True), parties=("BOR", "CAS")),
            "keep_away",
        ),
        (held(IntegratedCommand(share=60)), draft(IntegratedCommand(share=60), parties=("ARD", "ELI")), "two_commands"),
        (
            held(MutualDefence()),
            draft(MutualSupport(favours=(Favour("ARD", "CAS", "claim", "BOR"),)), parties=("ARD", "CAS")),
            "claim",
        ),
    ],
)
def test_which_promises_a_draft_contradicts(standing: Treaty, made: Draft, kind: str) -> None:
    state = world(old=standing)
    found = before_signing(Appraisal(state), made).contradictions
    assert kind in [one.kind for one in found]
    for one in found:
        said = contradiction_text(state, one)
        assert said[0].isupper()
        assert said.endswith(".")


def test_a_draft_that_goes_against_nothing_is_told_so() -> None:
    assert before_signing(Appraisal(world()), draft(MutualDefence(), Basing(host="BOR"))).contradictions == ()


def test_what_each_party_pays_and_gains_a_turn() -> None:
    state = world()
    behind = replace(state, nations={**state.nations, "BOR": replace(state.nations["BOR"], technology=40, forces=80)})
    made = draft(
        CapacityBuilding(donor="ARD", amount=2, training=1),
        TechnologyTransfer(donor="ARD", amount=2),
        Resilience(amount=2),
        Standardisation(),
        JointExercises(per_year=2, scale=1),
        payments=(Payment("BOR", "ARD", 3),),
    )
    giver, taker = stake_of(behind, made, "ARD"), stake_of(behind, made, "BOR")
    assert giver.points == 20 + 10 + 20 + 20 + 10, "gift, instructors, technology, resilience, exercises"
    assert taker.points == -20 + 20 + 20 + 10, "the gift, less resilience, two RP of standards and exercises"
    assert (giver.once, taker.once) == (3, -3)


def test_freedom_and_safety_are_told_before_and_after() -> None:
    state = world()
    found = stake_of(state, draft(MutualDefence(automaticity="automatic"), IntegratedCommand()), "BOR")
    table = Appraisal(state)
    assert (found.security[0], found.autonomy[0]) == (table.secure("BOR"), table.autonomy("BOR").value)
    assert found.security[1] != found.security[0]
    assert found.autonomy[1] <= found.autonomy[0] - 24
