"""Rival bids side by side, prices answered, tone at the drafting table: what a person does by mouse and by key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.core import acts
from game.core.clauses import MutualDefence, Neutrality
from game.core.drafts import Draft
from game.core.view import Lookout, View
from game.core.world import Question
from game.ui.scenes.bids import BIDS
from game.ui.scenes.dispatches import DispatchesScene
from game.ui.scenes.draft import DraftScene
from game.ui.scenes.draft_outlook import Prospect
from game.ui.scenes.inbox import inbox, thread_row
from game.ui.session import Session
from tests.ui.conftest import Driver
from tests.ui.test_desks import GUARANTEE, Move, Nation, acted, on_stage, seated

Drive = Callable[..., Driver]
ASIDE = Draft(title="Standing Aside", parties=("FRA", "URS"), clauses=(Neutrality(),))
GUARD = Draft(title="Guard", parties=("FRA", "ITA"), clauses=(MutualDefence(automaticity="automatic", earmark=50),))


class Proposer(Nation):
    """Puts one draft on the table in the first turn, and waits."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft

    def talk(self, view: View) -> tuple[acts.Act, ...]:
        made = any(one.latest.draft.title == self.draft.title for one in view.world.threads.values())
        return () if made else (acts.Propose(draft=self.draft, turns=2),)

    def __call__(self, view: View) -> Move:
        return super().__call__(view)


def courted() -> Session:
    """France, with a guarantee and a promise of neutrality before it."""
    return seated("FRA", URS=Proposer(ASIDE), ITA=Proposer(GUARD))


def priced() -> Session:
    """France, whom the United Kingdom has asked its price for the draft on the table."""
    session = seated("FRA")
    table = session.table
    state = table.state
    me = replace(state.nations["FRA"], questions=(Question("GBR", GUARANTEE, 1),))
    table.state = replace(state, nations={**state.nations, "FRA": me})
    table._lookout = Lookout(table.state)
    return Session(table, "FRA")


def test_drafts_that_await_one_stand_side_by_side_and_say_which_two_clash(drive: Drive) -> None:
    session = courted()
    scene = DispatchesScene(session)
    hand = drive(on_stage(scene))
    scene.choose(BIDS)
    hand.step()
    for words in ("Rival bids", "Standing Aside", "Guard", "Stands until turn 3", "signing both is a contradiction"):
        assert hand.sees(words), words


def test_the_bids_are_read_and_answered_by_key_alone(drive: Drive) -> None:
    session = courted()
    scene = DispatchesScene(session)
    hand = drive(on_stage(scene))
    scene.choose(BIDS)
    hand.step()
    hand.tab_to("Read and answer")
    hand.key("return")
    assert scene.chosen.startswith("thread:")
    assert hand.find("accept")


def test_one_draft_says_beside_which_other_it_cannot_be_kept(drive: Drive) -> None:
    session = courted()
    titles = {thread.latest.draft.title: name for name, thread in session.world.threads.items()}
    key, other = titles[ASIDE.title], titles[GUARD.title]
    hand = drive(on_stage(DispatchesScene(session, key)))
    assert hand.sees("Beside the other drafts before you")
    hand.click(f"rival-{other}")
    assert hand.scene.chosen == f"thread:{other}"  # type: ignore[attr-defined]


def test_what_is_signed_first_is_contradicted_by_the_second_alone() -> None:
    session = courted()
    prospect = Prospect(session.view)
    world, found = prospect.after_rival(GUARD, ASIDE)
    assert found
    assert all(one.treaty in world.treaties for one in found)
    assert prospect.after_rival(GUARD, replace(GUARD, parties=("FRA", "NOR")))[1] == ()


def test_a_price_is_answered_with_what_ones_staff_would_sign(drive: Drive) -> None:
    session = priced()
    assert any("asks what you would sign" in row.text for row in inbox(session))
    hand = drive(on_stage(DispatchesScene(session, GUARANTEE)))
    hand.click("name-price-GBR")
    assert hand.sees("Name your price")
    hand.click("name-these")
    (sent,) = acted(session)
    assert isinstance(sent, acts.NamePrice)
    assert sent.drafts
    assert sent.to == "GBR"


def test_that_nothing_would_do_is_an_answer_too(drive: Drive) -> None:
    session = priced()
    hand = drive(on_stage(DispatchesScene(session, GUARANTEE)))
    hand.click("name-price-GBR")
    hand.click("name-nothing")
    assert acted(session) == [acts.NamePrice(thread=GUARANTEE, to="GBR")]


def test_a_price_may_be_a_draft_of_ones_own(drive: Drive) -> None:
    session = priced()
    hand = drive(on_stage(DispatchesScene(session, GUARANTEE)))
    hand.click("name-price-GBR")
    hand.click("name-own")
    assert isinstance(hand.scene, DraftScene)
    hand.click("notice", "+")
    hand.click("send")
    assert hand.sees("put on no table")
    hand.click("Name it")
    (sent,) = acted(session)
    assert isinstance(sent, acts.NamePrice)
    assert len(sent.drafts) == 1


def test_a_proposal_is_made_in_the_tone_that_was_chosen(drive: Drive) -> None:
    session = seated("FRA")
    scene = DraftScene(session, start=GUARD)
    hand = drive(on_stage(scene))
    hand.click("draft-tone")
    hand.key("up", "return")
    assert scene.tone == "cordial"
    hand.click("send")
    assert hand.sees("in a cordial tone")
    hand.click("Propose it")
    (sent,) = acted(session)
    assert isinstance(sent, acts.Propose)
    assert sent.tone == "cordial"


def test_a_counter_is_called_by_what_it_holds_now(drive: Drive) -> None:
    session = seated("FRA", ITA=Proposer(replace(GUARD, title="Franco-Italian Treaty of Mutual Defence")))
    key = next(name for name, one in session.world.threads.items() if "Mutual Defence" in one.latest.draft.title)
    scene = DraftScene(session, thread=key)
    hand = drive(on_stage(scene))
    hand.click("Add consultation")
    hand.click("remove-mutual_defence")
    assert scene.draft.title == "Franco-Italian Consultation Agreement"


def test_a_proposal_that_was_declined_says_so_in_the_dispatches() -> None:
    session = seated("FRA", ITA=Nation("refuse"))
    session.act(acts.Propose(draft=GUARD, turns=2))
    (row,) = [row for row in inbox(session) if "Guard" in row.text]
    assert row.end.startswith("declined by Italy")
    key = row.id.partition(":")[2]
    last = thread_row(replace(session.world, turn=session.world.threads[key].deadline), key, "FRA", marked=False)
    assert last.end == "declined by Italy, last turn", "what was declined asks for no answer"


def test_who_put_a_text_is_not_estimated_to_refuse_it_and_is_estimated_anew_once_it_changes(drive: Drive) -> None:
    session = courted()
    key = next(key for key, one in session.world.threads.items() if one.latest.draft.title == GUARD.title)
    hand = drive(on_stage(DispatchesScene(session, key)))
    hand.click("counter")
    assert hand.sees("It has agreed to this text.")
    hand.click("mutual_defence-how", "After consultation")
    assert not hand.sees("It has agreed to this text.")
    assert hand.sees("your estimate")


def test_one_nation_whose_word_is_missing_agrees_and_does_not_agree(drive: Drive) -> None:
    three = Draft(title="Three", parties=("FRA", "GBR", "ITA"), clauses=(MutualDefence(automaticity="automatic"),))
    session = seated("FRA", ITA=Proposer(three))
    key = next(key for key, one in session.world.threads.items() if one.latest.draft.title == three.title)
    hand = drive(on_stage(DispatchesScene(session, key)))
    hand.click("accept")
    assert hand.sees("It is signed once the United Kingdom agrees too.")
