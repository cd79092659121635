"""The list of dispatches, and the reading of those that are no negotiation: calls and letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from game.core.crises import Crisis
from game.core.drafts import Thread
from game.core.events import Event
from game.core.options import consults_due, is_called, live_crises
from game.core.world import State
from game.reports.chronicle import chronicle
from game.reports.council_words import MOTION_WORDS
from game.reports.differences import new_text
from game.reports.grammar import capital, clip, figure, sentence_of
from game.reports.treaties import case_text, clauses_short
from game.reports.words import (
    AUTOMATICITY_WORDS,
    STAGE_WORDS,
    crisis_name,
    date_text,
    fp,
    name,
    name_bare,
    name_first,
    names,
    stillborn,
    treaty_name,
)
from game.ui import theme
from game.ui.kit import STRONG, Button, Caption, Column, Heading, Item, Label, Quiet, Row, Spacer, Widget
from game.ui.scenes.bids import bids_row
from game.ui.scenes.council_motions import awaiting_vote
from game.ui.scenes.dispatches_thread import STATUS
from game.ui.scenes.inbox import motion_row, wants
from game.ui.scenes.pricing import priced_threads
from game.ui.session import Session

Box = Literal["all", "yours", "open", "ended", "letters"]


def rows(session: Session, box: Box, sought: str) -> tuple[Item, ...]:
    """What lies on the desk: what awaits the seat, calls, open and ended negotiations, letters, the newest first."""
    world, me = session.world, session.nation
    threads = list(world.threads.items())[::-1]
    yours = [_thread(session, key, thread) for key, thread in threads if wants(thread, me)]
    bids = bids_row(session)
    priced = [_thread(session, key, world.threads[key]) for key in priced_threads(session)]
    yours = [*bids, *yours, *(item for item in priced if all(had.id != item.id for had in yours))]
    votes = [_motion(world, key) for key in awaiting_vote(session)]
    yours = [*votes, *yours]
    calls = [_case(session, key, crisis) for key, crisis in live_crises(world) if _mine(session, key, crisis)]
    running = [
        _thread(session, key, one)
        for key, one in threads
        if one.status == "open" and not wants(one, me) and key not in priced_threads(session)
    ]
    ended = [_thread(session, key, thread) for key, thread in threads if thread.status != "open"]
    posts = letters(session)
    boxes: dict[Box, list[Item]] = {
        "all": [*(case for case in calls if case.marked), *yours, *(case for case in calls if not case.marked)],
        "yours": [*(case for case in calls if case.marked), *yours],
        "open": [*yours, *running],
        "ended": ended,
        "letters": [],
    }
    found = boxes[box]
    if box == "all":
        found = [*found, *running, *_posts(session, posts), *ended]
    elif box == "letters":
        found = _posts(session, posts)
    words = sought.casefold().split()
    return tuple(item for item in found if all(word in _text(session, item).casefold() for word in words))


def _text(session: Session, item: Item) -> str:
    """Everything a search looks through: for letters, all that was written."""
    kind, _, ident = item.id.partition(":")
    text = f"{item.text} {item.note}"
    if kind == "letters":
        text += " ".join(event.text for event in letters(session).get(ident, []))
    elif kind == "thread":
        thread = session.world.threads[ident]
        text += " ".join(clauses_short(session.world, revision.draft.clauses) for revision in thread.revisions)
        text += names(session.world, thread.parties)
    return text


def _thread(session: Session, key: str, thread: Thread) -> Item:
    world, me = session.world, session.nation
    waits = wants(thread, me)
    others = [who for who in thread.parties if who != me]
    priced = key in priced_threads(session)
    if thread.status != "open":
        state = "came to nothing" if stillborn(world, key) else STATUS[thread.status].lower()
    elif waits:
        state = "awaits you"
    elif priced:
        state = "your price is asked"
    elif thread.latest.refusals:
        state = "refused by some" if len(others) > len(thread.latest.refusals) else "refused"
    else:
        state = "you agreed" if thread.latest.by != me else "sent"
    changed = new_text(world, thread.latest.draft) if thread.status == "open" else ""
    note = f"{capital(names(world, others))}: {clauses_short(world, thread.latest.draft.clauses)}"
    return Item(
        f"thread:{key}",
        thread.latest.draft.title,
        note=f"A new text, {changed}" if changed else note,
        icon={"signed": "seal", "open": "envelope" if waits else "envelope-open"}.get(thread.status, "envelope-open"),
        colour=theme.ACCENT if waits else theme.QUIET,
        end=state,
        marked=waits or priced,
    )


def _motion(world: State, key: str) -> Item:
    """A motion in two lines: what it is, then who moved it in which council."""
    row, motion = motion_row(world, key), world.motions[key]
    council = treaty_name(world, motion.treaty)
    return replace(
        row, text=capital(MOTION_WORDS[motion.kind]), note=f"{name_first(world, motion.by)} in the council of {council}"
    )


def _mine(session: Session, key: str, crisis: Crisis) -> bool:
    me = session.nation
    owed = any(case == key for _, case in consults_due(session.world, me))
    return owed or is_called(crisis, me) or me in (crisis.target, crisis.challenger) or key in session.seat.asked


def _case(session: Session, key: str, crisis: Crisis) -> Item:
    world = session.world
    asked = key in session.seat.asked
    called = is_called(crisis, session.nation)
    owed = any(case == key for _, case in consults_due(world, session.nation))
    state = "sealed answer asked" if asked else "you are called" if called else "counsel owed" if owed else ""
    return Item(
        f"crisis:{key}",
        capital(crisis_name(world, key).removeprefix("the ")),
        note=capital(case_text(world, crisis)),
        icon="triangle",
        colour=theme.WORSE if crisis.stage == "showdown" or called else theme.ACCENT,
        end=state or STAGE_WORDS[crisis.stage],
        marked=asked or owed,
    )


# --- letters


def letters(session: Session) -> dict[str, list[Event]]:
    """Letters by correspondent, the oldest first."""
    found: dict[str, list[Event]] = {}
    for event in session.seat.events:
        if event.kind == "message":
            for other in event.whom if event.who == session.nation else (event.who,):
                found.setdefault(other, []).append(event)
    return found


def _posts(session: Session, posts: dict[str, list[Event]]) -> list[Item]:
    order = sorted(posts, key=lambda who: -posts[who][-1].turn)
    return [
        Item(
            f"letters:{who}",
            f"Letters with {name(session.world, who)}",
            note=clip(posts[who][-1].text, 90),
            icon="pen",
            end=f"turn {figure(posts[who][-1].turn)}",
        )
        for who in order
    ]


def letters_detail(session: Session, nation: str) -> Widget:
    """A correspondence, the newest letter last."""
    world, parts = session.world, list[Widget]()
    for event in letters(session).get(nation, []):
        mine = event.who == session.nation
        also = [who for who in event.whom if who not in (nation, session.nation)]
        joint = f", to {names(world, also)} as well" if also else ""
        who = "You" if mine else name_first(world, event.who)
        parts.append(
            Column(
                Caption(f"{who}, {date_text(world, event.turn)}{joint}"),
                Label(event.text, colour=theme.QUIET if mine else theme.TEXT),
                gap=0,
            )
        )
    said = parts or [Quiet("Nothing has been written yet.")]
    return Column(Heading(f"Letters with {name_bare(world, nation)}"), *said, gap=theme.PADDING)


# --- calls


def call_detail(session: Session, key: str, on_answer: Callable[[], object], on_show: Callable[[], object]) -> Widget:
    """A case that asks something of the seat: what it is, what was promised, what has happened in it."""
    world, me = session.world, session.nation
    crisis = world.crises[key]
    parts: list[Widget | None] = [
        Heading(capital(crisis_name(world, key).removeprefix("the "))),
        Label(sentence_of(case_text(world, crisis))),
        Quiet(sentence_of(f"the case is {STAGE_WORDS[crisis.stage]}; {figure(crisis.stakes)} points are at stake")),
    ]
    for call in crisis.calls:
        if call.ally == me:
            how = AUTOMATICITY_WORDS[call.automaticity].removeprefix("each ")
            said = f"you are called under {treaty_name(world, call.treaty)}, {how}, with {fp(call.earmark)}"
            parts.append(Label(sentence_of(said), colour=theme.ACCENT))
    for treaty, case in consults_due(world, me):
        if case == key:
            said = f"{treaty_name(world, treaty)} asks you to take counsel"
            parts.append(Label(sentence_of(said), colour=theme.ACCENT))
    if key in session.seat.asked:
        parts.append(
            Row(
                Button("Answer the sealed call", on_answer, kind="primary", icon="envelope", key="answer-call"),
                Spacer(grow=1),
            )
        )
    else:
        parts.append(
            Row(
                Button(
                    "What you may do", on_show, icon="triangle", key="show-case", tooltip="Its panel beside the map"
                ),
                Spacer(grow=1),
            )
        )
    told = [event for event in session.seat.events if event.about == key]
    lines = [line.text for line in chronicle(told, world, me) if line.kind == "text"]
    if lines:
        parts.append(Column(Label("So far", face=STRONG), *[Label(line) for line in lines], gap=theme.GRID))
    return Column(*parts)
