"""What the threads in view tell: a country that has said no, a text agreed today, a table that is open."""

from dataclasses import replace

from game.ai.broker import _at_one_table
from game.ai.judging import OWN_WORD, judged
from game.ai.memory import unratified
from game.ai.outlook import Outlook
from game.core.clauses import Consultation, JointExercises
from game.core.drafts import Draft, Refusal, Revision, Thread, ThreadStatus
from game.core.seen import as_if_bound
from game.core.view import view_of
from game.core.world import State, Treaty
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
