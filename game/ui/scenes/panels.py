"""The side panel: it follows the selection and keeps a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.reports.grammar import capital
from game.reports.treaties import draft_lines
from game.reports.words import name_first, names
from game.ui import theme
from game.ui.kit import Button, Caption, Column, Heading, Label, Panel, Quiet, Row, ScrollView, Spacer, Widget
from game.ui.scenes.crisis_panel import crisis_panel
from game.ui.scenes.inbox import wants
from game.ui.scenes.misfortune_panel import misfortune_panel
from game.ui.scenes.nation_panel import nation_panel
from game.ui.scenes.treaty_panel import treaty_panel
from game.ui.session import Selection, Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.scenes.actions import Actions

KINDS = {"nation": "Nation", "treaty": "Treaty", "crisis": "Case", "thread": "Negotiation", "misfortune": "Misfortune"}


def known(session: Session, selection: Selection | None) -> Selection:
    """The selection if the world still knows it, else one's own nation."""
    world = session.world
    places = {
        "nation": world.nations,
        "treaty": world.treaties,
        "crisis": world.crises,
        "thread": world.threads,
        "misfortune": world.misfortunes,
    }
    if selection is not None and selection.id in places[selection.kind]:
        return selection
    return Selection("nation", session.nation)


def side_panel(
    session: Session,
    acts: Actions,
    *,
    on_back: Callable[[], object] | None,
    on_close: Callable[[], object] | None,
) -> Widget:
    """The panel on what is selected. ``on_close`` is given where it lies over the map."""
    selection = known(session, session.selection)
    own = selection == Selection("nation", session.nation)
    head = Row(
        Button(
            "Back",
            on_back,
            kind="bare",
            icon="left",
            icon_only=True,
            enabled=on_back is not None,
            key="panel-back",
            shortcut="backspace",
        ),
        Quiet("Your seat" if own else KINDS[selection.kind]),
        Spacer(grow=1),
        Button("Close the panel", on_close, kind="bare", icon="cross", icon_only=True, key="panel-close")
        if on_close is not None
        else None,
        gap=theme.GRID,
    )
    body = ScrollView(
        _content(session, selection, acts), pad=theme.PADDING, grow=1, key=f"panel-{selection.kind}-{selection.id}"
    )
    content = Column(Panel(head, pad=theme.GRID, edge="bottom", height=41), body, gap=0)
    return Panel(content, pad=0, edge="left", width=theme.SIDE_PANEL, key="panel")


def _content(session: Session, selection: Selection, acts: Actions) -> Widget:
    match selection.kind:
        case "nation":
            return nation_panel(session, selection.id, acts)
        case "treaty":
            return treaty_panel(session, selection.id, acts)
        case "crisis":
            return crisis_panel(session, selection.id, acts)
        case "thread":
            return thread_panel(session, selection.id, acts)
        case "misfortune":
            return misfortune_panel(session, selection.id, acts)


def thread_panel(session: Session, key: str, acts: Actions) -> Widget:
    """A negotiation in short, with the way to the dispatches."""
    world = session.world
    thread = world.threads[key]
    latest = thread.latest
    mine = wants(thread, session.nation)
    agreed = f"{capital(names(world, latest.agreed))} {'agrees' if len(latest.agreed) == 1 else 'agree'} to it."
    status = {
        "open": f"Open until the end of turn {thread.deadline}.",
        "signed": "It was signed.",
        "refused": "It was refused.",
        "recalled": "It was recalled.",
        "lapsed": "It lapsed.",
    }[thread.status]
    return Column(
        Heading(latest.draft.title),
        Quiet(f"{name_first(world, latest.by)} put revision {len(thread.revisions)} on the table. {status}"),
        Column(*[Label(line) for line in draft_lines(world, latest.draft)], gap=theme.INSIDE),
        Caption(agreed),
        Button(
            "Answer in the dispatches" if mine else "Open in the dispatches",
            lambda: acts.dispatches(key),
            icon="envelope",
            key="open-thread",
        ),
        gap=theme.PADDING,
    )
