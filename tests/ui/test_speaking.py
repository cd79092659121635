"""Words with weight in the window: odds of ratification, tone, public statements, brokering, prices."""

from collections.abc import Callable

from game.core import acts
from game.core.clauses import MutualDefence
from game.core.drafts import Draft
from game.ui.scenes.dispatches import DispatchesScene
from game.ui.scenes.draft import DraftScene
from game.ui.scenes.speaking import broker_dialog, statement_dialog
from tests.ui.conftest import Driver
from tests.ui.test_desks import acted, on_stage, seated

PACT = Draft(title="Pact", parties=("FRA", "GBR"), clauses=(MutualDefence(automaticity="own_way", earmark=20),))


def test_the_drafting_table_shows_the_odds_of_each_party(drive: Callable[..., Driver]) -> None:
    session = seated("FRA")
    hand = drive(on_stage(DraftScene(session, PACT.parties, start=PACT)))
    assert hand.sees("Ratified")


def test_a_word_in_public_is_said_by_keyboard_alone(drive: Callable[..., Driver]) -> None:
    session = seated("FRA")
    scene = DispatchesScene(session)
    hand = drive(on_stage(scene))
    done: list[acts.Act] = []
    statement_dialog(scene.ui, session, "GBR", lambda act, said: not done.append(act))
    assert hand.sees("support at home")
    hand.key("return")
    assert [act.kind for act in done] == ["state_publicly"]


def test_a_broker_is_told_what_stands_in_the_way(drive: Callable[..., Driver]) -> None:
    session = seated("FRA")
    scene = DispatchesScene(session)
    hand = drive(on_stage(scene))
    broker_dialog(scene.ui, session, "GBR", lambda act, said: True, "URS")
    assert hand.sees("would not sign, because") or hand.sees("Both may sign this")


def test_a_letter_has_the_tone_that_was_chosen(drive: Callable[..., Driver]) -> None:
    session = seated("FRA")
    scene = DispatchesScene(session)
    drive(on_stage(scene))
    scene._to, scene._letter = "GBR", "We count on you."
    scene._speak("cordial")
    scene.send_letter()
    assert acted(session)[-1] == acts.Message(to=("GBR",), text="We count on you.", tone="cordial")
