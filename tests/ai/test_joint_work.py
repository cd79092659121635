"""A mind keeps promises of joint work by terms it can name, and weighs the clauses that make them."""

from dataclasses import replace

import pytest

from game.ai.hardship import covert_terms
from game.ai.joint_shapes import joint_clauses
from game.ai.keeping import outlay_terms, peaces_to_keep, promised_relief, room_below_ceiling
from game.ai.lesser import lesser
from game.ai.outlook import Outlook
from game.ai.weights import WEIGHTS
from game.core.clauses import Clause
from game.core.drafts import Draft
from game.core.joint_work import CyberDeterrence, DisasterResponse, TechnologyTransfer
from game.core.outlays import outlays_due
from game.core.restraints import ArmsLimits
from game.core.view import view_of
from game.core.world import Reason, State, Treaty
from tests.worlds import opened, small_world, with_misfortunes


def bound(*clauses: Clause, parties: tuple[str, ...] = ("ARD", "BOR")) -> State:
    """Nations bound by these clauses, in a world of floods and hidden hands; Arden is well equipped."""
    state = with_misfortunes(small_world(("pact", Treaty(title="Pact", parties=parties, clauses=clauses, signed=0))))
    able = replace(state.nations["ARD"], technology=70)
    return opened(replace(state, nations={**state.nations, "ARD": able}))


def outlook(state: State, seat: str) -> Outlook:
    return Outlook(view_of(state, seat))


def test_technology_is_handed_to_friends_and_grudged_to_those_who_are_distrusted() -> None:
    friendly = bound(TechnologyTransfer(donor="ARD", amount=1))
    due = outlays_due(friendly, "ARD")[0]
    assert sum(term.tenths for term in outlay_terms(outlook(friendly, "ARD"), due)) > 0
    pair = friendly.pairs["ARD-BOR"]
    sour = replace(pair, trust={"ARD": (Reason("standing", -800, 0),)})
    soured = replace(friendly, pairs={**friendly.pairs, "ARD-BOR": sour})
    assert sum(term.tenths for term in outlay_terms(outlook(soured, "ARD"), due)) < 0


def test_relief_that_is_promised_and_peaces_that_are_owed_are_known() -> None:
    state = bound(DisasterResponse(amount=3))
    assert promised_relief(outlook(state, "ARD"), "BOR") == 3
    assert promised_relief(outlook(state, "CAS"), "BOR") == 0
    assert peaces_to_keep(outlook(state, "ARD")) == {}


def test_a_ceiling_holds_a_nation_that_is_not_desperate() -> None:
    state = bound(ArmsLimits(ceiling=100), parties=("BOR", "CAS"))
    assert room_below_ceiling(outlook(state, "CAS")) == 20
    assert room_below_ceiling(outlook(state, "ARD")) > 100, "it promised nothing"


def test_a_declared_answer_raises_what_a_hidden_hand_expects_to_pay() -> None:
    def price(state: State) -> int:
        blind = replace(state.nations["BOR"], intelligence=0)
        seen = replace(state, nations={**state.nations, "BOR": blind})
        bold = replace(WEIGHTS, covert_hostility=10, covert_found=100)
        terms = covert_terms(outlook(seen, "CAS"), "BOR", bold)
        return -sum(term.tenths for term in terms if term.name == "reputation")

    undeclared, declared = price(bound(DisasterResponse())), price(bound(CyberDeterrence(answer="offensive")))
    assert 0 < undeclared < declared


@pytest.mark.parametrize("clause", joint_clauses(small_world(), ("ARD", "BOR")), ids=lambda clause: clause.kind)
def test_every_clause_of_joint_work_is_weighed_or_read_from_the_appraisal(clause: Clause) -> None:
    state = bound(DisasterResponse())
    seat = outlook(state, "ARD")
    if isinstance(clause, TechnologyTransfer):
        clause = replace(clause, donor="ARD")
    made = Draft(title="Pact", parties=("ARD", "CAS"), clauses=(clause,))
    if clause.kind in ("capacity_building", "technology_transfer", "mutual_support"):
        made = replace(made, parties=("ARD", "BOR"))
    named = [term for term in lesser(seat, "ARD", made, WEIGHTS) if term.tenths]
    before, after = seat.table, seat.whatif(made)
    changed = before.autonomy("ARD") != after.autonomy("ARD") or before.security("ARD") != after.security("ARD")
    assert named or changed
