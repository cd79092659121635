"""What waits for a person: drafts, cases, questions, motions and disasters as rows, unanswered ones first."""

from __future__ import annotations

from dataclasses import replace

from game.core.attribution import relief_asked, relief_need
from game.core.crises import Crisis
from game.core.drafts import Thread
from game.core.options import consults_due, is_called, live_crises
from game.core.world import Question, State
from game.reports.council_words import motion_text
from game.reports.differences import new_text
from game.reports.grammar import capital, clip
from game.reports.treaties import draft_short
from game.reports.words import (
    STAGE_WORDS,
    crisis_name,
    misfortune_name,
    name_first,
    names,
    rp,
    title_in_sentence,
)
from game.ui import theme
from game.ui.kit import Item, ListView
from game.ui.kit.scroll import Scrolling
from game.ui.scenes.council_motions import awaiting_vote
from game.ui.scenes.lately import news_rows
from game.ui.session import Session


def awaiting(session: Session) -> tuple[str, ...]:
    """Threads whose draft on the table wants this seat's answer, while negotiation is open."""
    if session.world.stage != "negotiation":
        return ()
    return tuple(key for key, thread in session.world.threads.items() if wants(thread, session.nation))


def wants(thread: Thread, nation: str) -> bool:
    """Whether the draft on the table of a thread wants a nation's answer."""
    latest = thread.latest
    return (
        thread.status == "open"
        and nation in thread.parties
        and nation not in latest.agreed
        and all(refusal.nation != nation for refusal in latest.refusals)
    )


def inbox(session: Session) -> tuple[Item, ...]:
    """The rows of the dispatches page, what wants an answer first. Ids are links."""
    world, me = session.world, session.nation
    rows: list[Item] = []
    asked = session.seat.asked
    for key in asked:
        rows.append(
            Item(
                f"crisis:{key}",
                f"{capital(crisis_name(world, key))}: your sealed answer is asked for",
                icon="envelope",
                colour=theme.ACCENT,
                marked=True,
            )
        )
    open_to_me = awaiting(session)
    for key in open_to_me:
        rows.append(thread_row(world, key, me, marked=True))
    for question in session.me.questions:
        rows.append(_price_row(world, question))
    for key in awaiting_vote(session):
        rows.append(motion_row(world, key))
    owed = dict.fromkeys(case for _, case in consults_due(world, me))
    for key, crisis in live_crises(world):
        if key in asked:
            continue
        mine = is_called(crisis, me) or me in (crisis.target, crisis.challenger)
        if key in owed:
            rows.append(_crisis_row(world, key, "your counsel is owed", marked=True))
        elif mine:
            rows.append(_crisis_row(world, key, _stage_words(crisis, me), marked=is_called(crisis, me)))
    rows += [_relief_row(session, key) for key in relief_asked(world)]
    for key, thread in world.threads.items():
        if thread.status == "open" and key not in open_to_me:
            rows.append(thread_row(world, key, me, marked=False))
    for event in reversed(session.seat.events):
        if event.turn < world.turn - 1:
            break
        if event.kind == "message" and me in event.whom:
            rows.append(
                Item(
                    "dispatches:",
                    f"{name_first(world, event.who)}: {clip(event.text, 160)}",
                    icon="pen",
                    end=f"turn {event.turn}",
                )
            )
    return tuple(_unlike([*rows, *news_rows(session)]))


def _unlike(rows: list[Item]) -> list[Item]:
    """Rows of one list need ids of their own: messages, which have none, are numbered."""
    seen: list[str] = []
    out: list[Item] = []
    for row in rows:
        ident = row.id if row.id not in seen else f"{row.id}#{len(seen)}"
        seen.append(ident)
        out.append(replace(row, id=ident))
    return out


def thread_row(world: State, key: str, me: str, *, marked: bool) -> Item:
    """A draft on the table: from whom, what it holds, and how long it stands; `marked` when it awaits one's word."""
    thread = world.threads[key]
    latest = thread.latest
    whose = "You" if latest.by == me else name_first(world, latest.by)
    others = [party for party in thread.parties if party not in (me, latest.by)]
    joint = " to " if latest.by == me else " and "
    to = f"{joint}{names(world, others)}" if others else ""
    refused = [refusal.nation for refusal in latest.refusals]
    if latest.by == me:
        silent = [who for who in thread.parties if who not in latest.agreed and who not in refused]
        state = f"awaits {names(world, silent)}" if silent else f"declined by {names(world, refused)}"
    else:
        state = "you declined" if me in refused else "you agreed" if me in latest.agreed else "awaits your answer"
    changed = new_text(world, latest.draft)
    # Who is bound already is known: what a new text would change comes before the names of all who sign it.
    said = f"a new text of {title_in_sentence(latest.draft.title)}, {changed}" if changed else ""
    words = f"{whose}: {said}" if said else f"{whose}{to}: {draft_short(world, latest.draft)}"
    final = "last turn to answer" if marked else "last turn"
    last = f"until turn {thread.deadline}" if thread.deadline > world.turn else final
    return Item(
        f"thread:{key}",
        words,
        icon="envelope" if marked else "envelope-open",
        colour=theme.ACCENT if marked else theme.QUIET,
        end=last if marked else f"{state}, {last}",
        marked=marked,
    )


def _price_row(world: State, question: Question) -> Item:
    title = title_in_sentence(world.threads[question.thread].latest.draft.title)
    return Item(
        f"thread:{question.thread}",
        f"{name_first(world, question.by)} asks what you would sign instead of {title}",
        icon="envelope",
        colour=theme.ACCENT,
        end="this turn only",
        marked=True,
    )


def motion_row(world: State, key: str) -> Item:
    """A motion that awaits the seat's vote."""
    motion = world.motions[key]
    council = title_in_sentence(world.treaties[motion.treaty].title)
    return Item(
        f"motion:{key}",
        f"{name_first(world, motion.by)} in the council of {council}: {motion_text(world, motion)}",
        icon="consult",
        colour=theme.ACCENT,
        end="awaits your vote",
        marked=True,
    )


def _relief_row(session: Session, key: str) -> Item:
    world, given = session.world, session.seat.sheet.relief.get(key, 0)
    need = rp(relief_need(world, key))
    return Item(
        f"misfortune:{key}",
        f"{capital(misfortune_name(world, key))}: {need} of relief are needed",
        icon="support",
        colour=theme.ACCENT,
        end=f"you give {rp(given)}" if given else "this turn only",
        marked=world.misfortunes[key].target == session.nation and not given,
    )


def _stage_words(crisis: Crisis, me: str) -> str:
    """How a case stands, and what that means for one that is a side of it."""
    if crisis.stage == "brewing" and crisis.challenger == me:
        return "brewing; yours to press, or it lapses"
    if crisis.stage == "brewing" and crisis.target == me:
        return "brewing against you"
    other = crisis.challenger if crisis.target == me else crisis.target
    if me in (crisis.target, crisis.challenger) and crisis.terms_by and me not in crisis.offers:
        return "a mediator's terms wait for your answer"
    if me in (crisis.target, crisis.challenger) and other in crisis.offers and me not in crisis.offers:
        return "the other side has offered to meet half way"
    if crisis.stage == "open" and crisis.target == me:
        return "a demand is pressed on you"
    return STAGE_WORDS[crisis.stage]


def _crisis_row(world: State, key: str, words: str, *, marked: bool) -> Item:
    return Item(
        f"crisis:{key}",
        f"{capital(crisis_name(world, key))}: {words}",
        icon="triangle",
        colour=theme.WORSE,
        marked=marked,
    )


class Inbox(ListView):
    """A list in which one click opens a row; arrows choose without opening, Enter opens."""

    def press(self, pos: tuple[int, int], clicks: int = 1) -> None:
        Scrolling.press(self, pos, clicks)
        index = self._at(pos)
        if self._grip is None and index >= 0:
            self.selected = self.ids[index]

    def release(self, pos: tuple[int, int], inside: bool) -> None:
        dragged = self._grip is not None
        super().release(pos, inside)
        index = self._at(pos)
        if inside and not dragged and index >= 0 and self.ids[index] == self.selected and self.on_activate:
            self.on_activate(self.ids[index])
