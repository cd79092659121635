"""What is laid beside a promise that one's own aims want, and aims seen beyond the points that are judged."""

from dataclasses import replace
from itertools import pairwise

from game.ai.aims import hoped, unbound_to
from game.ai.answer import answer
from game.ai.courting import SURE, binds, wooing
from game.ai.judging import judged
from game.ai.outlook import Outlook
from game.core import acts
from game.core.clauses import Consultation, NonAggression
from game.core.drafts import Draft
from game.core.engine import open_game
from game.core.objectives import AutonomyAtLeast
from game.core.restraints import ConfidenceBuilding
from game.core.world import State
from game.scenario import load
from tests.ai.worlds import on_table, seen


def summer_of_1948() -> State:
    """The class scenario with nothing on any table: the Soviet Union would be bound to Norway."""
    return replace(open_game(load("nato-1949-class").start(3))[0], threads={})


def test_who_is_wanted_is_offered_what_it_fears_and_no_money_it_can_be_had_without() -> None:
    outlook = Outlook(seen(summer_of_1948(), "URS"))
    assert unbound_to(outlook) == ("NOR",)
    assert judged(outlook, "NOR", Draft(title="-", parties=("NOR", "URS"), clauses=(Consultation(),))).total < 0
    found = wooing(outlook, outlook.weights_of("URS"))
    assert found is not None
    assert binds(found.draft)
    assert found.theirs >= SURE
    assert any(clause.kind in ("non_aggression", "confidence_building") for clause in found.draft.clauses)
    assert not found.draft.payments
    assert all(clause.kind != "capacity_building" for clause in found.draft.clauses)


def test_nobody_is_courted_who_is_no_aim() -> None:
    state = summer_of_1948()
    aimless = replace(state, nations={**state.nations, "URS": replace(state.nations["URS"], objectives=())})
    outlook = Outlook(seen(aimless, "URS"))
    assert unbound_to(outlook) == ()
    assert wooing(outlook, outlook.weights_of("URS")) is None


def test_what_the_other_wants_is_not_given_before_the_promise_is_asked_for() -> None:
    calm = Draft(title="Calm", parties=("NOR", "URS"), clauses=(NonAggression(), ConfidenceBuilding()))
    said = answer(Outlook(seen(on_table(summer_of_1948(), "NOR", calm), "URS")), "talk")
    assert isinstance(said, acts.Counter)
    assert binds(said.draft)


def test_a_level_aimed_at_is_seen_from_above_and_from_below() -> None:
    table = Outlook(seen(summer_of_1948(), "URS")).table
    has = table.autonomy("URS").value
    worth = [hoped(table, "URS", AutonomyAtLeast(level=level, points=10)) for level in range(has - 6, has + 40)]
    # The lower the level, the better met; nothing is given away for nothing but what lies well above.
    assert worth[0] == worth[1] == worth[2] == 1100
    assert all(a > b for a, b in pairwise(worth[2:]))
