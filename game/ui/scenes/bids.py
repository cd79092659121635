"""Rival bids: the drafts that await this seat side by side, how long each stands, and which two cannot both be kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.core.world import State, Thread
from game.reports.grammar import capital, counted, figure, sentence_of
from game.reports.prospect_words import contradiction_text
from game.reports.treaties import clauses_short, lasting
from game.reports.words import name, names, title_in_sentence
from game.ui import theme
from game.ui.kit import STRONG, Button, Caption, Column, Grid, Heading, Icon, Item, Label, Panel, Quiet, Row, Widget
from game.ui.scenes.draft_outlook import Prospect, answer_bar, reason_lines
from game.ui.scenes.inbox import awaiting
from game.ui.session import Session

BIDS: Final = "bids:"
"""What the list of dispatches calls the bids."""
_LEAST = 280
_REASONS = 3


def bids_row(session: Session) -> list[Item]:
    """The row that leads to the bids, where two drafts or more await this seat."""
    waiting = awaiting(session)
    if len(waiting) < 2:
        return []
    world = session.world
    return [
        Item(
            BIDS,
            f"Rival bids: {counted(len(waiting), 'draft')} side by side",
            note=capital(names(world, dict.fromkeys(world.threads[key].latest.by for key in waiting))),
            icon="treaty",
            colour=theme.ACCENT,
        )
    ]


def clashes(session: Session, prospect: Prospect, key: str) -> list[tuple[str, str]]:
    """Other open drafts before this seat that cannot be kept beside this one, each with the reason as a sentence."""
    world, me = session.world, session.nation
    draft = world.threads[key].latest.draft
    found: list[tuple[str, str]] = []
    for other, thread in world.threads.items():
        if other == key or thread.status != "open" or me not in thread.parties:
            continue
        for first, second in ((thread.latest.draft, draft), (draft, thread.latest.draft)):
            then, against = prospect.after_rival(first, second)
            mine = [one for one in against if one.party == me]
            if mine:
                found.append((other, contradiction_text(then, mine[0])))
                break
    return found


def beside_bids(session: Session, key: str, prospect: Prospect, read: Callable[[str], object]) -> Widget | None:
    """Beside one negotiation: the other drafts before this seat that contradict it."""
    world = session.world
    if world.threads[key].status != "open" or session.nation not in world.threads[key].parties:
        return None
    lines: list[Widget] = []
    for other, why in clashes(session, prospect, key):
        title = title_in_sentence(world.threads[other].latest.draft.title)
        lines.append(_clash(world, title, why))
        lines.append(Button(f"Read {title}", lambda other=other: read(other), kind="bare", key=f"rival-{other}"))  # type: ignore[misc]
    if not lines:
        return None
    return Column(Label("Beside the other drafts before you", face=STRONG), *lines, gap=theme.GRID, each="start")


def _clash(world: State, title: str, why: str) -> Widget:
    return Row(
        Icon("clash", colour=theme.WORSE),
        Label(f"Not beside {title}: signing both is a contradiction. {why}", grow=1),
        gap=theme.INSIDE,
        each="start",
    )


def bids_detail(session: Session, prospect: Prospect, read: Callable[[str], object]) -> Widget:
    """Every draft that awaits this seat, in columns."""
    world = session.world
    columns = [_bid(session, prospect, key, world.threads[key], read) for key in awaiting(session)]
    return Column(
        Heading("Rival bids"),
        Quiet("Drafts that await your word, side by side. What is not answered lapses with its term."),
        Grid(*columns, least=_LEAST, gap=theme.BETWEEN),
        gap=theme.PADDING,
    )


def _bid(session: Session, prospect: Prospect, key: str, thread: Thread, read: Callable[[str], object]) -> Widget:
    world, me = session.world, session.nation
    draft = thread.latest.draft
    others = [who for who in thread.parties if who not in (me, thread.latest.by)]
    beside = f", with {names(world, others)}" if others else ""
    found = prospect.answer(draft, me)
    last = thread.deadline <= world.turn
    odds = prospect.odds(draft, me)
    return Panel(
        Column(
            Label(draft.title, face=STRONG),
            Quiet(sentence_of(f"from {name(world, thread.latest.by)}{beside}")),
            Caption(
                "Last turn to answer." if last else f"Stands until turn {figure(thread.deadline)}.",
                colour=theme.WORSE if last else theme.QUIET,
            ),
            Label(sentence_of(clauses_short(world, draft.clauses, draft.payments))),
            Caption(lasting(draft.duration) + (" It is secret." if draft.secret else "")),
            answer_bar(found, mine=True),
            Column(*reason_lines(world, found.terms, _REASONS), gap=0),
            Caption(f"Your parliament ratifies it with {figure(odds.value)} %.") if odds.value < 100 else None,
            *[
                _clash(world, title_in_sentence(world.threads[other].latest.draft.title), why)
                for other, why in clashes(session, prospect, key)
            ],
            Button("Read and answer", lambda: read(key), icon="envelope-open", key=f"bid-{key}"),
            gap=theme.INSIDE,
        ),
        pad=theme.BETWEEN,
    )
