"""Misfortunes in the window: the sign on the map, the panel, and the orders for relief and covert acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game.core.misfortunes import Misfortune
from game.core.orders import Covert, Sheet
from game.core.view import View
from game.scenario import load
from game.scenario.library import misfortune_kinds
from game.scenario.loading import Scenario
from game.scenario.shape import MisfortuneEntry
from game.table import Table
from game.ui.map import Marker
from game.ui.scene import Scene, Settings, Stage
from game.ui.scenes.codex import topics
from game.ui.scenes.game import GameScene
from game.ui.scenes.mapmodel import Look, map_model
from game.ui.scenes.orders import OrdersScene
from game.ui.session import Selection, Session
from tests.ui.conftest import Driver

Hands = Callable[[Scene | Stage], Driver]
KINDS = tuple(misfortune_kinds().values())


def resting(covert: str = "") -> Callable[[View], tuple[()] | Sheet | dict[str, object]]:
    """A mind that says nothing and, where told, has one nation sabotaged every turn."""

    def mind(view: View) -> tuple[()] | Sheet | dict[str, object]:
        if view.stage == "negotiation":
            return ()
        acts = (Covert(covert),) if covert else ()
        if view.stage == "orders":
            return Sheet(standing=dict(view.world.nations[view.seat].standing), covert=acts)
        return {}

    return mind


@pytest.fixture(scope="module", autouse=True)
def display() -> None:
    pygame.display.init()
    pygame.font.init()


def played(saboteur: str = "", target: str = "FRA", struck: str = "ITA") -> Session:
    """France in the class form, a flood in a nation in turn 1."""
    plain = load("nato-1949-class")
    entry = MisfortuneEntry(id="deluge", turn=1, kind="flood", target=struck)
    rules = replace(plain.file.rules, disaster=0, opportunity=0, attribution=0)
    scenario = Scenario(
        replace(plain.file, misfortunes=(entry,), misfortune_kinds=KINDS, rules=rules, crises=(), drafts=())
    )
    table = Table.new(scenario, 7)
    for name in scenario.nations:
        if name != "FRA":
            table.sit(name, resting(target if name == saboteur else ""))
    table.sit("FRA")
    table.run()
    return Session(table, "FRA")


def on_map(session: Session, selected: str) -> Stage:
    """The game screen with a misfortune selected."""
    session.mark_told()
    session.selection = Selection("misfortune", selected)
    stage = Stage((1280, 800), Settings(reduced_motion=True))
    stage.push(GameScene(session))
    return stage


def markers(session: Session) -> list[Marker]:
    """The signs on the map."""
    look = Look("blocs", session.nation)
    return list(map_model(session.appraisal, look, session.nation).markers)


def test_a_live_disaster_has_a_cross_and_a_hidden_hand_a_lens() -> None:
    session = played("URS")
    assert [(sign.label, sign.sign) for sign in markers(session)] == [("Italian flood", "relief")]
    session.commit()
    assert [(sign.label, sign.sign) for sign in markers(session)] == [("Sabotage in France", "search")]


def test_the_panel_says_what_is_needed_and_leads_to_the_orders(drive: Hands) -> None:
    hand = drive(on_map(played(), "deluge"))
    assert hand.sees("Italian flood")
    assert hand.sees("Relief is asked for this turn")
    assert hand.find("Needed").value == "6 RP"  # type: ignore[attr-defined]
    hand.click("Give relief in the orders")
    assert isinstance(hand.scene, OrdersScene)
    assert hand.scene.tab == "hardship"


def test_relief_is_ordered_by_the_stepper_and_kept(drive: Hands) -> None:
    session = played()
    hand = drive(on_map(session, "deluge"))
    hand.click("Give relief in the orders")
    hand.click("relief-deluge", "+")
    hand.click("relief-deluge", "+")
    assert session.seat.sheet.relief == {"deluge": 2}
    hand.click("relief-deluge", "-")
    assert session.seat.sheet.relief == {"deluge": 1}
    assert hand.sees("Relief")
    hand.key("ctrl+z")
    assert session.seat.sheet.relief == {"deluge": 2}


def test_no_more_relief_can_be_stepped_up_than_is_needed(drive: Hands) -> None:
    session = played()
    session.draft(replace(session.seat.sheet, relief={"deluge": 6}))
    hand = drive(on_map(session, "deluge"))
    hand.click("Change the relief in the orders")
    hand.click("relief-deluge", "+")
    assert session.seat.sheet.relief == {"deluge": 6}


def test_after_the_turn_the_panel_says_who_gave_and_how_it_ended(drive: Hands) -> None:
    session = played()
    session.draft(replace(session.seat.sheet, relief={"deluge": 3}))
    session.commit()
    hand = drive(on_map(session, "deluge"))
    assert hand.sees("Met in part")
    assert hand.sees("France")
    assert hand.find("Given").value == 50  # type: ignore[attr-defined]
    assert hand.ui.find("give-relief") is None


def test_sabotage_names_its_price_its_risk_and_what_it_would_cost(drive: Hands) -> None:
    session = played()
    scene = OrdersScene(session, "hardship")
    scene.sheet = replace(session.seat.sheet, covert=(Covert("URS"),))
    stage = Stage((1280, 800), Settings(reduced_motion=True))
    stage.push(scene)
    hand = drive(stage)
    for words in ("Chance of being found out", "before all the world", "the Soviet Union: readiness −5", "2 RP"):
        assert hand.sees(words), words


def test_the_panel_of_a_hidden_hand_tells_its_victim_the_chance_and_not_who(drive: Hands) -> None:
    session = played("URS")
    session.commit()
    assert session.world.misfortunes["FRA-1-sabotage"].culprit == ""
    hand = drive(on_map(session, "FRA-1-sabotage"))
    assert hand.sees("Who did it is not known")
    assert hand.sees("Chance of finding out, a turn")
    panel = " ".join(w.name for w in hand.find("panel").walk() if w.name)
    assert "Soviet" not in panel


def test_the_panel_looks_the_same_whoever_did_it(drive: Hands) -> None:
    words = []
    for author in ("URS", "ITA"):
        session = played(author, struck="USA")
        session.commit()
        hand = drive(on_map(session, "FRA-1-sabotage"))
        words.append([w.name for w in hand.find("panel").walk() if w.name])
    assert words[0] == words[1]


def test_the_author_is_told_that_it_was_its_own_order(drive: Hands) -> None:
    session = played()
    session.draft(replace(session.seat.sheet, covert=(Covert("URS"),)))
    session.commit()
    hand = drive(on_map(session, "URS-1-sabotage"))
    assert hand.sees("Your order, and nobody knows it")


def test_the_nation_that_was_struck_and_the_dispatches_lead_to_it(drive: Hands) -> None:
    session = played()
    stage = on_map(session, "deluge")
    hand = drive(stage)
    scene = hand.scene
    assert isinstance(scene, GameScene)
    scene.select("nation", "ITA")
    assert hand.sees("Struck by")
    scene.follow("misfortune:deluge")
    assert scene.selection == Selection("misfortune", "deluge")
    scene.select("nation", "FRA")
    scene.open_link("misfortune:deluge")
    assert scene.selection == Selection("misfortune", "deluge")


def test_a_scenario_without_misfortunes_has_no_page_for_them() -> None:
    table = Table.new(load("nato-1949-class"), 7)
    table.sit("FRA")
    table.run()
    session = Session(table, "FRA")
    assert "hardship" not in [tab for tab, _ in OrdersScene(session).tabs]
    assert "hardship" in [tab for tab, _ in OrdersScene(played()).tabs]


def test_the_codex_has_a_page_on_misfortunes() -> None:
    assert "misfortunes" in [topic.id for topic in topics()]


def test_an_ended_misfortune_is_off_the_map() -> None:
    session = played()
    assert isinstance(session.world.misfortunes["deluge"], Misfortune)
    session.commit()
    assert markers(session) == []
