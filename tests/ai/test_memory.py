"""What the threads in view tell: a country that has said no, a text agreed today, a table that is open."""

from dataclasses import replace

from game.ai.broker import _at_one_table
from game.ai.ideas import fresh
from game.ai.judging import OWN_WORD, judged
from game.ai.memory import refusers, stood_out, unratified
from game.ai.outlook import Outlook
from game.core.charters import Motion
from game.core.clauses import Consultation, JointExercises
from game.core.drafts import Draft, Refusal, Revision, Thread, ThreadStatus
from game.core.seen import as_if_bound
from game.core.view import view_of
from game.core.world import Reason, State, Treaty, pair_key, pair_of
from tests.worlds import PACT, small_world

NEW = Draft(title="Accord", parties=("ARD", "BOR"), clauses=(Consultation(),))
TEXT = Draft(title="Pact", parties=PACT.parties, clauses=(JointExercises(),), amends="pact")


def with_thread(world: State, draft: Draft, status: ThreadStatus, turn: int = 1) -> State:
    """The world with a negotiation of Arden's over a draft."""
    revision = Revision("ARD", draft, turn, ("ARD",))
    thread = Thread(by="ARD", parties=draft.parties, opened=turn, deadline=turn, revisions=(revision,), status=status)
    return replace(world, threads={"ARD-1-1": thread})


def test_a_treaty_that_failed_at_home_is_remembered_and_one_that_holds_is_not() -> None:
    world = replace(with_thread(small_world(), NEW, "signed"), turn=2)
    treaty = Treaty(title="Accord", parties=NEW.parties, clauses=NEW.clauses, signed=1, notice=1)
    assert unratified(replace(world, treaties={"ARD-1-1": replace(treaty, ended=1)}), NEW) == 1
    assert unratified(replace(world, treaties={"ARD-1-1": treaty}), NEW) == 0


def test_a_new_text_that_failed_at_home_is_remembered() -> None:
    world = replace(with_thread(small_world(("pact", PACT)), TEXT, "signed"), turn=2)
    assert unratified(world, TEXT) == 1
    took = replace(world, treaties={"pact": replace(PACT, clauses=TEXT.clauses)})
    assert unratified(took, TEXT) == 0


def test_a_text_agreed_today_counts_as_bound() -> None:
    world = small_world(("pact", PACT))
    coming = replace(world, treaties={"pact": replace(PACT, coming=TEXT)})
    assert as_if_bound(coming).treaties["pact"].clauses == TEXT.clauses
    assert as_if_bound(world).treaties["pact"].clauses == PACT.clauses


def test_a_nation_stands_by_what_it_said_it_would_sign() -> None:
    """The same draft is worth more to it than to one that never named it, by its own word and by no haggling."""
    world = with_thread(small_world(), replace(NEW, clauses=(JointExercises(),)), "open")
    asked = world.threads["ARD-1-1"]
    said = Refusal("BOR", 1, None, NEW)
    told = replace(asked, revisions=(replace(asked.latest, refusals=(said,)),))
    for turn, stands in ((1, True), (2, True), (3, False)):
        before, after = (
            judged(Outlook(view_of(replace(world, turn=turn, threads={"ARD-1-1": thread}), "BOR")), "BOR", NEW)
            for thread in (asked, told)
        )
        assert (after.total > before.total) == stands
        assert any(term.name == "reputation" and term.tenths == OWN_WORD for term in after.terms) == stands


def test_nobody_brokers_beside_an_open_table_of_both() -> None:
    wide = Draft(title="League", parties=("ARD", "BOR", "CAS"), clauses=(Consultation(),))
    assert _at_one_table(with_thread(small_world(), wide, "open"), ("ARD", "BOR"))
    assert not _at_one_table(with_thread(small_world(), wide, "refused"), ("ARD", "BOR"))


WIDER = Draft(title="Pact", parties=("ARD", "BOR", "CAS"), clauses=PACT.clauses, amends="pact")


def test_who_left_a_pact_is_not_taken_in_again_at_once() -> None:
    world = replace(small_world(("pact", PACT)), turn=4)
    key, pair = pair_key("ARD", "CAS"), pair_of(world, "ARD", "CAS")
    gone = replace(pair, trust={**pair.trust, "ARD": (Reason(kind="left", tenths=-60, since=3, about="pact"),)})
    after = replace(world, pairs={**world.pairs, key: gone})
    assert not stood_out(world, WIDER)
    assert stood_out(after, WIDER)
    assert not stood_out(replace(after, turn=20), WIDER), "after some years bygones are bygones"
    assert not fresh(Outlook(view_of(after, "CAS")), WIDER)


def test_nobody_adds_to_a_pact_that_is_to_be_dissolved() -> None:
    world = small_world(("pact", PACT))
    motion = Motion(kind="dissolve", treaty="pact", by="ARD", opened=1)
    assert fresh(Outlook(view_of(world, "ARD")), WIDER)
    assert not fresh(Outlook(view_of(replace(world, motions={"m": motion}), "ARD")), WIDER)


def test_among_many_it_is_the_one_who_refused_whose_world_must_have_moved() -> None:
    world = replace(with_thread(small_world(("pact", PACT)), WIDER, "lapsed"), turn=4)
    thread = world.threads["ARD-1-1"]
    refused = replace(thread.latest, refusals=(Refusal("CAS", 1, None, None),))
    world = replace(world, threads={"ARD-1-1": replace(thread, revisions=(refused,))})
    assert refusers(world, WIDER) == ("CAS",)
    ours = Treaty(title="Other", parties=PACT.parties, clauses=NEW.clauses, signed=2, notice=1)
    theirs = replace(ours, parties=("BOR", "CAS"))
    for signed, again in ((ours, False), (theirs, True)):
        moved = replace(world, treaties={**world.treaties, "other": signed})
        assert fresh(Outlook(view_of(moved, "ARD")), WIDER) == again
