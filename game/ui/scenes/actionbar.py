"""The bar of verbs on the map: propose, orders, dispatches, the crisis room, the chronicle, commit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from game.ui import theme
from game.ui.kit import Button, Panel, Row, Widget
from game.ui.scenes.actions import Actions
from game.ui.scenes.inbox import inbox
from game.ui.session import Session


class Ways(Protocol):
    """The game screen, as far as its bar leads."""

    session: Session
    acts: Actions

    def cases(self) -> list[str]:
        """Cases before the world."""

    def crisis_room(self) -> None:
        """Show them."""

    def chronicle(self) -> None:
        """Show the chronicle."""

    def go_on(self) -> None:
        """What the primary button does."""


def action_bar(scene: Ways, roomy: bool) -> Widget:
    """The bar as things stand; with little room it does without icons, and the chronicle has its tab alone."""
    acts, session = scene.acts, scene.session
    unanswered, cases = sum(row.marked for row in inbox(session)), scene.cases()

    def button(words: str, do: Callable[[], object], icon: str, key: str, problem: str = "", badge: str = "") -> Button:
        return Button(
            words,
            do,
            icon=icon if roomy else "",
            shortcut=key,
            problem=problem,
            badge=badge,
            key=f"do-{words.split()[0].lower()}",
        )

    parts = [
        button("Propose", acts.propose, "treaty", "n", acts.proposing()),
        button("Orders", acts.orders, "forces", "o", acts.closed()),
        button("Dispatches", acts.dispatches, "envelope", "d", badge=str(unanswered) if unanswered else ""),
        button("Crisis room", scene.crisis_room, "triangle", "c", "" if cases else "No case is before the world."),
    ]
    if roomy:
        parts.append(button("Chronicle", scene.chronicle, "book", "l"))
    words, problem = primary(scene)
    commit = Button(words, scene.go_on, kind="primary", shortcut="ctrl+return", problem=problem, key="do-go-on")
    return Panel(Row(*parts, commit, gap=theme.INSIDE), pad=theme.INSIDE, key="actions")


def primary(scene: Ways) -> tuple[str, str]:
    """What the one primary button says now, and why it cannot be pressed, if it cannot."""
    session = scene.session
    if session.over:
        return "Summary", ""
    if session.seat.asked:
        return "Answer the call", ""
    if session.seat.committed:
        return "Take back", scene.acts.closed()
    return "Commit", scene.acts.committing()
