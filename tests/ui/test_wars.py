"""A war in its panel, what it leaves behind, an accusation, and what a government is like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.core import acts
from game.core.clauses import Consultation, MutualDefence
from game.core.crises import Answer, Crisis
from game.core.misfortunes import Misfortune
from game.core.view import Lookout
from game.core.world import Treaty
from game.reports.sentences import sentence
from game.scenario.library import crisis_kinds, misfortune_kinds, personalities
from game.ui.kit import Label, plain
from game.ui.scene import Settings, Stage
from game.ui.scenes.game import GameScene
from game.ui.scenes.inbox import inbox
from game.ui.scenes.showdown_case import _asked, story
from game.ui.scenes.speaking import broker_dialog
from game.ui.session import Selection, Session
from tests.ui.conftest import Driver
from tests.ui.test_desks import GUARANTEE, Nation, acted, seated
from tests.ui.test_misfortunes import played

Drive = Callable[..., Driver]
CASE = "frontier"


def at_war(seat: str = "FRA", **changed: object) -> Session:
    """France attacked by the Soviet Union a turn ago, the United States in arms beside it."""
    table = seated(seat).table
    crisis = Crisis(
        kind=next(iter(table.state.kinds)),
        theatre=table.state.nations["FRA"].home,
        target="FRA",
        challenger="URS",
        stakes=20,
        severity=4,
        pace="slow",
        stage="fighting",
        since=1,
        opened=1,
        fighting_since=1,
        ahead=1,
        losses=12,
        began_with={"FRA": 30, "URS": 90},
        answers=({"FRA": Answer("stand_firm")}, {"FRA": Answer("stand_firm"), "USA": Answer("come", 5)}),
    )
    state = table.state
    kinds = {**crisis_kinds(), **state.kinds}
    state = replace(state, turn=2, kinds=kinds, crises={**state.crises, CASE: replace(crisis, **changed)})  # type: ignore[arg-type]
    if crisis and changed.get("stage") == "war":
        kind = next(one for one in misfortune_kinds().values() if one.after_war)
        fate = Misfortune(kind=kind.id, target="FRA", theatre=crisis.theatre, severity=2, since=2, case=CASE)
        kinds = {**state.misfortune_kinds, kind.id: kind}
        state = replace(state, misfortune_kinds=kinds, misfortunes={**state.misfortunes, "after": fate})
    table.state = state
    table._lookout = Lookout(table.state)
    return Session(table, seat)


def on_map(session: Session, kind: str, ident: str) -> Stage:
    """The game screen with this selected."""
    session.mark_told()
    session.selection = Selection(kind, ident)  # type: ignore[arg-type]
    stage = Stage((1280, 800), Settings(reduced_motion=True))
    stage.push(GameScene(session))
    return stage


def test_the_panel_of_a_war_says_who_fights_with_what_and_how_it_may_end(drive: Drive) -> None:
    hand = drive(on_map(at_war(), "crisis", CASE))
    for words in (
        "At war since",
        "The Soviet Union has had the better of it so far",
        "The Soviet Union attacks with",
        "France defends itself with",
        "The United States has come to its aid with 5 FP",
        "30 FP in all when it began",
        "wins the next battle",
        "when one sues for peace",
        "above where you could fight no longer",
    ):
        assert hand.sees(words), words
    assert not hand.sees("Chance of being held")


def test_peace_is_sued_for_by_key_alone(drive: Drive) -> None:
    session = at_war()
    hand = drive(on_map(session, "crisis", CASE))
    hand.tab_to("Sue for peace")
    hand.key("return")
    assert hand.sees("Sue for peace?")
    hand.click("Do it")
    assert acted(session) == [acts.Offer(crisis=CASE, terms="give_way")]


def test_after_a_war_its_panel_leads_to_relief(drive: Drive) -> None:
    hand = drive(on_map(at_war(stage="war", outcome="struck_won", ended=1), "crisis", CASE))
    assert hand.sees("the quarrel comes back, a step lighter")
    assert hand.sees("are asked for")
    hand.click("Give relief in the orders")
    assert hand.find("relief-after")


def test_a_misfortune_after_a_war_says_what_it_is_for(drive: Drive) -> None:
    hand = drive(on_map(at_war(stage="war", outcome="struck_won", ended=1), "misfortune", "after"))
    assert hand.sees("left alone, the quarrel comes back")


def test_the_victim_of_a_hidden_hand_names_whom_it_suspects(drive: Drive) -> None:
    session = played("URS")
    session.commit()
    hand = drive(on_map(session, "misfortune", "FRA-1-sabotage"))
    hand.click("accuse")
    assert hand.sees("Borne out before the search ends")
    assert hand.find("suspect").value == "URS"  # type: ignore[attr-defined]
    hand.click("accuse-send")
    assert acted(session)[-1] == acts.Accuse(misfortune="FRA-1-sabotage", suspect="URS")
    assert hand.sees("You have accused the Soviet Union")


def test_the_panel_of_a_nation_says_what_its_government_is_like(drive: Drive) -> None:
    session = seated("FRA")
    broker = personalities()["neutral_broker"]
    table, state = session.table, session.table.state
    swayed = {**state.nations, "ITA": replace(state.nations["ITA"], personality=broker.id)}
    table.state = replace(state, nations=swayed, personalities={broker.id: broker})
    table._lookout = Lookout(table.state)
    hand = drive(on_map(Session(table, "FRA"), "nation", "ITA"))
    assert hand.sees("Neutral broker")
    assert hand.sees(broker.summary)


def test_the_panel_of_a_case_says_what_it_would_take_and_what_weighs_in_it(drive: Drive) -> None:
    session = at_war(stage="open", fighting_since=0, kind="alliance_rift")
    kind = session.world.kinds["alliance_rift"]
    assert (kind.means, kind.blow) == ("ties", "rupture")
    hand = drive(on_map(session, "crisis", CASE))
    assert hand.sees("What weighs in it is influence")
    assert hand.sees("the tie between the two is cut: no forces are lost")
    assert hand.sees("Given way to, it costs")


def test_treaties_that_cannot_be_invoked_stand_in_one_line(drive: Drive) -> None:
    hand = drive(on_map(at_war(stage="brewing", fighting_since=0), "crisis", CASE))
    assert hand.sees("cannot be invoked until the case is open")


def test_the_dispatches_end_with_the_headlines_of_the_last_turn_and_lead_to_them(drive: Drive) -> None:
    session = seated("FRA", GBR=Nation("accept"), USA=Nation("accept"))
    session.act(acts.Accept(thread=GUARANTEE, revision=1))
    session.commit()
    rows = [row for row in inbox(session) if row.end == "last turn"]
    assert rows
    assert any("Atlantic Guarantee" in row.text for row in rows)
    stage = on_map(session, "nation", "FRA")
    scene = stage.top
    assert isinstance(scene, GameScene)
    signed = next(row for row in rows if row.id.startswith("treaty:"))
    scene.open_link(signed.id.partition("#")[0])
    assert scene.selection.kind == "treaty"


def test_a_dialog_says_why_it_cannot_be_confirmed(drive: Drive) -> None:
    session = seated("FRA")
    stage = on_map(session, "nation", "FRA")
    hand = drive(stage)
    broker_dialog(stage.top.ui, session, "GBR", lambda act, said: True, "URS")
    hand.step()
    problem = hand.find("broker-send").problem  # type: ignore[attr-defined]
    assert problem
    assert any(problem in plain(w.name) for w in hand.ui.top.walk() if isinstance(w, Label))


def test_the_story_of_a_case_at_its_call_does_not_say_that_no_demand_was_made() -> None:
    session = seated("FRA")
    event = next(event for event in session.seat.events if event.kind == "brewing")
    assert "No demand has been made" in sentence(event, session.world)
    assert "No demand has been made" not in story(session, event.about)


def test_the_crisis_room_opens_with_ones_own_case(drive: Drive) -> None:
    session = at_war()
    mine, state = session.world.crises[CASE], session.table.state
    other = replace(mine, target="ITA", stage="showdown")
    for own in (
        replace(mine, stage="brewing", answers=()),
        replace(mine, stage="brewing", target="ITA", challenger="FRA"),
    ):
        session.table.state = replace(state, crises={"another": other, CASE: own})
        session.table._lookout = Lookout(session.table.state)
        scene = drive(on_map(Session(session.table, "FRA"), "nation", "FRA")).scene
        assert isinstance(scene, GameScene)
        assert scene.cases() == [CASE, "another"]


def test_who_may_answer_a_case_is_told_by_what_binds_it() -> None:
    session = at_war(stage="showdown", answers=(), warned=("NOR",))
    state = session.table.state
    guard = (MutualDefence(automaticity="automatic"),)
    pact = Treaty(title="Pact", parties=("ITA", "URS"), clauses=guard, signed=0)
    shield = Treaty(title="Shield", parties=("FRA", "USA"), clauses=guard, signed=0)
    talks = Treaty(title="Talks", parties=("FRA", "GBR"), clauses=(Consultation(),), signed=0)
    state = replace(state, stage="showdown", round=1, treaties={"pact": pact, "shield": shield, "talks": talks})
    session.table.state, session.table._lookout = state, Lookout(state)
    said = " ".join(plain(one.name) for one in _asked(Session(session.table, "FRA"), CASE).walk())
    assert "Italy is bound to the Soviet Union, and may come in beside it." in said
    assert "The United States guards France, and is not called." in said
    assert "The United Kingdom has a treaty with France, and is not called." in said
    assert "Norway has given its word in public, and is not called." in said
