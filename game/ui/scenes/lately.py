"""What the last turn was about: its headlines as rows under the dispatches, each leading to what it tells of."""

from __future__ import annotations

from typing import Final

from game.core.events import Event
from game.core.world import State
from game.reports.headlines import headlines
from game.reports.sentences import sentence
from game.ui import theme
from game.ui.kit import Item
from game.ui.session import Session

MOST: Final = 5
"""Headlines of the last turn that are shown."""
ICONS: Final = {"crisis": "triangle", "misfortune": "support", "thread": "envelope", "treaty": "treaty", "nation": ""}


def link_of(world: State, about: str, nations: tuple[str, ...]) -> str:
    """What a line of the chronicle leads to; empty when it leads nowhere."""
    if about in world.crises:
        return f"crisis:{about}"
    if about in world.misfortunes:
        return f"misfortune:{about}"
    if about in world.treaties:
        return f"treaty:{about}"
    if about in world.threads:
        return f"thread:{about}"
    return f"nation:{nations[0]}" if nations and nations[0] in world.nations else ""


def _let_be(session: Session, last: list[Event]) -> list[Item]:
    """Cases of the seat's own that were let be: no headline for the world, and the end of a worry for the seat."""
    world, me = session.world, session.nation
    return [
        Item(
            f"crisis:{event.about}",
            sentence(event, world),
            icon=ICONS["crisis"],
            colour=theme.ACCENT,
            end="last turn",
        )
        for event in last
        if event.kind == "lapsed" and event.about in world.crises and me in (event.who, *event.whom)
    ]


def news_rows(session: Session) -> list[Item]:
    """The headlines of the turn before, what touches the seat first."""
    world = session.world
    last = [event for event in session.seat.events if event.turn == world.turn - 1]
    found = _let_be(session, last)
    for line in headlines(last, world, session.nation, MOST):
        link = link_of(world, line.about, line.nations)
        if link:
            mine = session.nation in line.nations
            found.append(
                Item(
                    link,
                    line.text,
                    icon=ICONS[link.partition(":")[0]] or "book",
                    colour=theme.ACCENT if mine else theme.QUIET,
                    end="last turn",
                )
            )
    return found
