"""A call that was not answered: leaving, loosening, staying; and looking for somebody else."""

from dataclasses import replace

from game.ai.grievance import renegotiated
from game.ai.leaving import withdrawals, worth_of
from game.ai.motions import own_motion
from game.ai.outlook import Outlook
from game.ai.patrons import failed_by
from game.ai.valuation import value
from game.ai.weights import WEIGHTS
from game.core import acts
from game.core.charters import Charter, Motion
from game.core.clauses import Consultation, MutualDefence
from game.core.joint_work import Standardisation
from game.core.world import LedgerEntry, State
from tests.ai.worlds import a_draft, nato, seen, standing, with_crisis, with_nation, with_treaty

GUARD = MutualDefence(automaticity="automatic", earmark=30)


def broke(state: State, who: str, toward: str, treaty: str = "pact", trust: int = -45, turn: int = 0) -> State:
    """A partner stayed away from a call by another, who thinks the worse of it."""
    entry = LedgerEntry(turn or state.turn, treaty, "guard", toward, "broken", 8, "clash")
    state = with_nation(state, who, ledger=(*state.nations[who].ledger, entry))
    key = "-".join(sorted((toward, who)))
    pair = state.pairs[key]
    return replace(state, pairs={**state.pairs, key: replace(pair, trust={**pair.trust, toward: standing(trust)})})


def looked(state: State, seat: str) -> Outlook:
    return Outlook(seen(state, seat))


def test_who_was_left_alone_leaves_a_treaty_that_only_binds_it() -> None:
    pact = with_treaty(nato(), "pact", ("GBR", "ITA"), GUARD)
    assert not withdrawals(looked(pact, "GBR"), WEIGHTS)
    done = withdrawals(looked(broke(pact, "ITA", "GBR"), "GBR"), WEIGHTS)
    assert [act.kind for act in done] == ["withdraw"]
    outlook = looked(broke(pact, "ITA", "GBR"), "GBR")
    worth = worth_of(outlook, "pact", WEIGHTS)
    assert done[0].because == worth.terms
    assert worth.total < 0
    assert any(term.name == "trust" and term.about == "ITA" and term.tenths < 0 for term in worth.terms)


def test_who_cannot_do_without_its_guarantor_stays() -> None:
    pact = with_treaty(nato(), "pact", ("NOR", "USA"), GUARD)
    broken = broke(pact, "USA", "NOR", trust=-5)
    assert worth_of(looked(broken, "NOR"), "pact", WEIGHTS).total > 0
    assert not withdrawals(looked(broken, "NOR"), WEIGHTS)


def test_an_old_breach_is_let_rest() -> None:
    pact = with_treaty(nato(), "pact", ("GBR", "ITA"), GUARD)
    late = replace(broke(pact, "ITA", "GBR", trust=-30), turn=pact.turn + 4)
    assert not withdrawals(looked(late, "GBR"), WEIGHTS)


def test_a_looser_text_is_offered_where_it_is_worth_more_than_staying_or_leaving() -> None:
    pact = with_treaty(nato(), "pact", ("GBR", "USA"), GUARD)
    # The first thing done as trust falls is to ask for less, before one leaves.
    falling = (withdrawals(looked(broke(pact, "GBR", "USA", trust=at), "USA"), WEIGHTS) for at in range(-20, -60, -1))
    (act,) = next(done for done in falling if done)
    assert isinstance(act, acts.Propose)
    assert act.draft.amends == "pact"
    assert act.draft.clauses in ((replace(GUARD, automaticity="own_way"),), (Consultation(),))
    assert sum(term.tenths for term in act.because) > 0
    # One who has lost all trust wants no looser bond either.
    lost = broke(pact, "GBR", "USA", trust=-60)
    assert renegotiated(looked(lost, "USA"), "pact", WEIGHTS) is None
    assert [act.kind for act in withdrawals(looked(lost, "USA"), WEIGHTS)] == ["withdraw"]


def test_nobody_leaves_what_it_has_just_brought_before_a_council() -> None:
    pact = with_treaty(nato(), "pact", ("GBR", "ITA"), GUARD, charter=Charter())
    state = broke(pact, "ITA", "GBR")
    assert withdrawals(looked(state, "GBR"), WEIGHTS)
    moved = Motion(kind="statement", treaty="pact", by="GBR", opened=state.turn, nation="URS", votes={"GBR": "for"})
    assert not withdrawals(looked(replace(state, motions={"GBR-1-1": moved}), "GBR"), WEIGHTS)


def test_a_nation_that_was_failed_wants_another_guarantor_and_names_who_failed_it() -> None:
    pact = with_treaty(nato(), "pact", ("ITA", "NOR"), GUARD)
    state = broke(pact, "ITA", "NOR")
    assert failed_by(looked(state, "NOR"), "NOR") == "ITA"
    assert failed_by(looked(pact, "NOR"), "NOR") == ""
    patron = a_draft("NOR", "USA", clauses=(GUARD,))
    wanted = {term.name: term for term in value(looked(state, "NOR"), "NOR", patron).terms}
    assert wanted["forsaken"].tenths > 0
    assert wanted["forsaken"].about == "ITA"
    assert "forsaken" not in {term.name for term in value(looked(pact, "NOR"), "NOR", patron).terms}
    again = a_draft("ITA", "NOR", clauses=(GUARD,))
    assert "forsaken" not in {term.name for term in value(looked(state, "NOR"), "NOR", again).terms}


def test_a_council_is_asked_to_take_up_a_case_its_letter_does_not_name() -> None:
    narrow = replace(GUARD, area=("mediterranean",))
    members = with_treaty(nato(), "pact", ("NOR", "USA"), narrow, charter=Charter())
    case = with_crisis(members, challenger="URS", target="NOR", stage="open", stakes=40)
    act = own_motion(looked(case, "NOR"), WEIGHTS)
    assert act is not None
    assert (act.motion, act.crisis) == ("invoke", "clash")
    wide = with_treaty(nato(), "pact", ("NOR", "USA"), GUARD, charter=Charter())
    named = with_crisis(wide, challenger="URS", target="NOR", stage="open", stakes=40)
    plain = own_motion(looked(named, "NOR"), WEIGHTS)
    assert plain is None or plain.motion != "invoke"


def test_a_second_broken_call_is_moved_against_with_expulsion() -> None:
    pact = with_treaty(nato(), "pact", ("FRA", "GBR", "ITA", "USA"), GUARD, charter=Charter(rule="majority"))
    once = broke(broke(pact, "ITA", "FRA", trust=-80), "ITA", "GBR", trust=-80)
    act = own_motion(looked(once, "FRA"), WEIGHTS)
    assert act is not None
    assert (act.motion, act.nation) == ("expel", "ITA")


def test_an_alliance_that_brings_nobody_anything_is_dissolved_at_its_review() -> None:
    members = ("FRA", "GBR", "ITA")
    idle = with_treaty(nato(), "pact", members, GUARD, Standardisation(), charter=Charter())
    double = with_treaty(idle, "wider", (*members, "USA"), GUARD)
    act = own_motion(looked(replace(double, turn=8), "GBR"), WEIGHTS)
    assert act is not None
    assert act.motion == "dissolve"
    assert sum(term.tenths for term in act.because) > 0
    off = own_motion(looked(replace(double, turn=9), "GBR"), WEIGHTS)
    assert off is None or off.motion != "dissolve"
    alone = own_motion(looked(replace(idle, turn=8), "GBR"), WEIGHTS)
    assert alone is None or alone.motion != "dissolve"
