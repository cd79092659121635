"""A stretch of the full game played as Norway by keys alone: nothing stands still, each turn tells of the last."""

from __future__ import annotations

from collections.abc import Callable

from game.scenario import load
from game.table import Table
from game.ui.kit import Dialog
from game.ui.scene import Settings, Stage
from game.ui.scenes.dispatches import DispatchesScene
from game.ui.scenes.game import GameScene
from game.ui.scenes.inbox import awaiting, inbox
from game.ui.scenes.showdown import ShowdownScene
from game.ui.session import Session
from tests.ui.conftest import Driver

TURNS = 6


def answer_first(hand: Driver, session: Session) -> None:
    """Open the draft that waits, and agree to it where one may."""
    key = awaiting(session)[0]
    hand.key("d")
    scene = hand.scene
    assert isinstance(scene, DispatchesScene)
    scene.choose(f"thread:{key}")
    hand.step()
    button = hand.find("accept")
    hand.ui.set_focus(button, ring=True)
    hand.key("return")
    if isinstance(hand.ui.top, Dialog):
        hand.tab_to("Accept it")
        hand.key("return")
    hand.key("escape")
    assert isinstance(hand.scene, GameScene)


def test_six_turns_as_norway_by_keys_alone(drive: Callable[..., Driver]) -> None:
    table = Table.new(load("nato-1949"), 3)
    table.sit("NOR")
    table.run()
    session = Session(table, "NOR")
    stage = Stage((1280, 800), Settings(reduced_motion=True))
    stage.push(GameScene(session))
    hand = drive(stage)
    told = 0
    for _ in range(60):
        turn = session.world.turn
        if turn > TURNS:
            break
        if isinstance(hand.scene, ShowdownScene):
            hand.key("ctrl+return" if hand.scene.step is None and session.seat.asked else "return")
            continue
        told += any(row.end == "last turn" for row in inbox(session))
        if awaiting(session):
            answer_first(hand, session)
        hand.key("ctrl+return")
        if isinstance(hand.ui.top, Dialog):
            hand.tab_to("Commit")
            hand.key("return")
    assert session.world.turn > TURNS
    assert told >= TURNS - 1, "every turn after the first tells of the one before"
