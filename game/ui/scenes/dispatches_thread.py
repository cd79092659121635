"""One negotiation on paper: the draft in plain words, who agrees, who refused and why, how it came to this."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from game.core.acts import Accept, AskPrice, Counter, Propose, Recall, Refuse
from game.core.drafts import Draft, Refusal, Thread, ThreadStatus
from game.core.terms import Term, Tone
from game.core.world import State
from game.reports.differences import difference, new_text
from game.reports.grammar import capital, figure, sentence_of
from game.reports.letters import letter
from game.reports.reasons import decisive_text
from game.reports.tell_talks import changed_for
from game.reports.treaties import clause_text, clause_title, lasting, leaving, payment_text
from game.reports.words import date_text, name, names, stillborn, title_in_sentence, treaty_name
from game.ui import theme
from game.ui.kit import (
    STRONG,
    Button,
    Caption,
    Chip,
    Column,
    Dialog,
    Flow,
    Heading,
    Icon,
    Label,
    Panel,
    Quiet,
    Radio,
    Row,
    Spacer,
    Ui,
    Widget,
)
from game.ui.scenes.bids import beside_bids
from game.ui.scenes.draft_clauses import ICONS
from game.ui.scenes.draft_outlook import Prospect, answer_bar, reason_lines
from game.ui.scenes.inbox import wants
from game.ui.scenes.pricing import asked_part
from game.ui.scenes.speaking import tone_radio
from game.ui.scenes.thread_verbs import Verbs
from game.ui.session import Session

STATUS: Final[dict[ThreadStatus, str]] = {
    "open": "Open",
    "signed": "Signed",
    "refused": "Refused",
    "recalled": "Recalled",
    "lapsed": "Lapsed",
}
_REASONS = 5
_GIVEN = 4
"""Reasons to choose from when declining."""


def thread_detail(session: Session, key: str, prospect: Prospect, verbs: Verbs) -> Widget:
    """Everything about one negotiation, as far as the seat is part of it."""
    world, me = session.world, session.nation
    thread = world.threads[key]
    return Column(
        _head(world, key, me),
        _draft(world, thread.latest.draft),
        asked_part(session, key, verbs),
        _prices(session, key, thread, verbs),
        _refusals(session, key, thread, verbs),
        _reading(prospect, thread, me) if thread.status == "open" else None,
        beside_bids(session, key, prospect, verbs.read),
        _history(session, key, thread),
        gap=theme.PADDING,
    )


def _head(world: State, key: str, me: str) -> Widget:
    thread = world.threads[key]
    latest = thread.latest
    agreed = [who for who in thread.parties if who in latest.agreed]
    still = [who for who in thread.parties if who not in latest.agreed]
    chips: list[Widget] = [Chip(STATUS[thread.status], icon="seal" if thread.status == "signed" else "envelope-open")]
    if wants(thread, me):
        chips.append(Chip("Awaits your answer", icon="envelope", colour=theme.ACCENT))
    if latest.draft.secret:
        chips.append(Chip("Secret", icon="lock"))
    if thread.status == "open":
        last = thread.deadline <= world.turn
        when = "Last turn to sign" if last else f"Stands until turn {figure(thread.deadline)}"
        chips.append(Chip(when, icon="clock", colour=theme.WORSE if last else theme.QUIET))
    said = f"agreed so far: {names(world, agreed) if agreed else 'nobody'}"
    if still and thread.status == "open":
        said += f"; still to agree: {names(world, still)}"
    if stillborn(world, key):
        chips.append(Chip("Came to nothing", icon="cross", colour=theme.WORSE))
    changed = new_text(world, latest.draft) if thread.status == "open" else ""
    return Column(
        Heading(latest.draft.title),
        Flow(*chips),
        Label(sentence_of(f"between {names(world, thread.parties)}")),
        Label(sentence_of(f"a new text of {treaty_name(world, latest.draft.amends)}: {changed}")) if changed else None,
        Quiet(sentence_of(said)) if thread.status == "open" else None,
        gap=theme.INSIDE,
    )


def _draft(world: State, draft: Draft) -> Widget:
    parts: list[Widget] = [
        Row(
            Icon(ICONS[clause.kind]),
            Column(Quiet(clause_title(clause)), Label(clause_text(world, clause)), gap=0, grow=1),
            each="start",
        )
        for clause in draft.clauses
    ]
    parts += [Label(sentence_of(f"{payment_text(world, payment)} on signature")) for payment in draft.payments]
    if draft.clauses:
        parts.append(Caption(f"{lasting(draft.duration)} {leaving(draft.notice)}"))
    return Panel(Column(*parts), pad=theme.BETWEEN)


def _reading(prospect: Prospect, thread: Thread, me: str) -> Widget:
    """What one's own staff thinks of it, by named terms."""
    world = prospect.view.world
    found = prospect.answer(thread.latest.draft, me)
    return Column(
        Label("Your staff's reading", face=STRONG),
        answer_bar(found, mine=True),
        Column(*reason_lines(world, found.terms, _REASONS), gap=0),
        gap=theme.GRID,
    )


# --- what can be done


def buttons(session: Session, key: str, verbs: Verbs) -> Widget:
    """Accept, Counter, Decline or Recall; what cannot be done says why."""
    world, me = session.world, session.nation
    thread = world.threads[key]
    latest, number = thread.latest, len(thread.revisions)

    def why_not(act: Accept | Refuse | Recall) -> str:
        return " ".join(problem.text for problem in session.problems(act))

    mine = latest.by == me
    countered = me in thread.countered
    closed = why_not(Refuse(thread=key, revision=number)) if world.stage != "negotiation" else ""
    counter = closed or ("One counter a turn in a thread; this turn's has been made." if countered else "")
    return Flow(
        None
        if mine
        else Button(
            "Accept…",
            verbs.accept,
            kind="primary",
            icon="seal",
            problem=why_not(Accept(thread=key, revision=number)),
            key="accept",
        ),
        Button(
            "Counter…",
            lambda: verbs.counter(None),
            icon="pen",
            problem=counter,
            tooltip="Put another draft in its place",
            key="counter",
        ),
        None
        if mine
        else Button(
            "Decline…",
            verbs.decline,
            icon="cross",
            problem=why_not(Refuse(thread=key, revision=number)),
            key="decline",
        ),
        Button(
            "Recall…",
            verbs.recall,
            icon="undo",
            problem=why_not(Recall(thread=key)),
            tooltip="Take your draft off the table",
            key="recall",
        )
        if mine
        else None,
        *[_ask_button(session, key, who, verbs) for who in thread.parties if who not in (me, *latest.agreed)],
    )


def _ask_button(session: Session, key: str, who: str, verbs: Verbs) -> Widget:
    """Ask one party what exactly it would sign."""
    return Button(
        f"Ask {name(session.world, who)} its price",
        lambda: verbs.ask(who),
        problem=" ".join(found.text for found in session.problems(AskPrice(thread=key, nation=who))),
        tooltip="Costs influence. It tells you alone every change that would make it sign today.",
        key=f"price-{who}",
    )


def _prices(session: Session, key: str, thread: Thread, verbs: Verbs) -> Widget | None:
    """What others have told this seat alone they would sign."""
    world, found = session.world, list[Widget]()
    for price in session.me.prices:
        if price.thread != key:
            continue
        before = thread.revisions[price.revision - 1].draft
        found.append(Quiet(sentence_of(f"{name(world, price.of)} would sign")))
        for place, draft in enumerate(price.drafts):
            words = difference(world, before, draft)
            take = Button(
                capital(words),
                lambda draft=draft: verbs.counter(draft),  # type: ignore[misc]
                kind="bare",
                icon="pen",
                key=f"priced-{price.of}-{place}",
                tooltip="Opens the drafting table with it; nothing is sent yet",
            )
            found.append(Row(take, Spacer(grow=1)))
        if not price.drafts:
            found.append(Label("Nothing that is one change away."))
    return Column(Label("Prices named to you", face=STRONG), *found, gap=theme.GRID) if found else None


# --- refusals, and how it came to this


def _refusals(session: Session, key: str, thread: Thread, verbs: Verbs) -> Widget | None:
    latest = thread.latest
    found = [_refusal(session, key, thread, refusal, verbs) for refusal in latest.refusals]
    return Column(Label("Refused", face=STRONG), *found, gap=theme.INSIDE) if found else None


def _refusal(session: Session, key: str, thread: Thread, refusal: Refusal, verbs: Verbs) -> Widget:
    world, mine = session.world, refusal.nation == session.nation
    draft = thread.latest.draft
    parts: list[Widget] = [
        Quiet(sentence_of(f"{name(world, refusal.nation)} writes")),
        Label(letter(world, draft, thread.latest.by, refusal)),
    ]
    wish = refusal.instead
    if wish is not None and not mine:
        parts.append(Row(_take_up(session, key, thread, wish, refusal.nation, verbs), Spacer(grow=1)))
    return Panel(Column(*parts, gap=theme.INSIDE), pad=theme.BETWEEN)


def _take_up(session: Session, key: str, thread: Thread, wish: Draft, who: str, verbs: Verbs) -> Widget:
    """A button that takes a refuser at its word: as a counter where one may be made, else as a new proposal."""
    counter = Counter(thread=key, revision=len(thread.revisions), draft=wish)
    as_counter = thread.status == "open" and wish.parties == thread.parties and not session.problems(counter)
    if as_counter:
        return Button(
            "Take that as a counter…",
            lambda: verbs.counter(wish),
            icon="pen",
            key=f"take-{who}",
            tooltip="Opens the drafting table with it; nothing is sent yet",
        )
    problem = " ".join(found.text for found in session.problems(Propose(draft=wish)))
    if session.nation not in wish.parties:
        problem = "It leaves you out."
    return Button(
        "Propose that instead…",
        lambda: verbs.propose(wish),
        icon="pen",
        problem=problem,
        key=f"take-{who}",
        tooltip="Opens the drafting table with it; nothing is sent yet",
    )


def _history(session: Session, key: str, thread: Thread) -> Widget | None:
    """Earlier revisions, the newest first, each with what it changed and what for, as far as its maker told."""
    world = session.world
    reasons = {
        event.amount: sentence_of(changed_for(world, event))
        for event in session.seat.events
        if event.kind == "countered" and event.about == key and event.terms
    }
    if len(thread.revisions) == 1:
        return Caption(sentence_of(f"laid on the table by {name(world, thread.by)}, {date_text(world, thread.opened)}"))
    lines: list[Widget] = []
    for place in range(len(thread.revisions) - 1, -1, -1):
        revision = thread.revisions[place]
        when = date_text(world, revision.turn)
        head = sentence_of(f"revision {place + 1}, by {name(world, revision.by)}, {when}")
        if place:
            words = difference(world, thread.revisions[place - 1].draft, revision.draft) or "the title alone"
            body = f"{sentence_of(f'changed: {words}')} {reasons.get(place + 1, '')}".rstrip()
        else:
            body = "The first draft."
        refused = [name(world, refusal.nation) for refusal in revision.refusals]
        tail = f" Refused by {', '.join(refused)}." if refused and place < len(thread.revisions) - 1 else ""
        lines.append(Column(Quiet(head), Label(f"{body}{tail}"), gap=0))
    return Column(Label("How it came to this", face=STRONG), *lines, gap=theme.INSIDE)


# --- declining


def decline_dialog(
    ui: Ui, session: Session, draft: Draft, terms: Sequence[Term], on_yes: Callable[[tuple[Term, ...], Tone], object]
) -> Dialog:
    """Ask whether to decline, and for what reason of one's own if one is to be given."""
    # A mood is no reason a ministry gives.
    known = [term for term in terms if term.tenths < 0 and term.name != "temper"]
    against = sorted(known, key=lambda term: term.tenths)[:_GIVEN]
    me = capital(name(session.world, session.nation))

    def words(term: Term) -> str:
        said = decisive_text(session.world, term)
        return f"{me} {said[3:]}" if said.startswith("it ") else capital(said)

    reasons: Radio[int] = Radio(
        [(-1, "Give no reason"), *((place, words(term)) for place, term in enumerate(against))], -1, label="Reason"
    )
    tones = tone_radio(session, "decline-tone")
    dialog: Dialog

    def go() -> None:
        dialog.close()
        on_yes((against[reasons.value],) if reasons.value >= 0 else (), tones.value)

    yes = Button("Decline it", go, kind="primary")
    no = Button("Not yet", lambda: dialog.cancel())
    said = Label("The others hear that you decline, and the reason you give. This is final once sent.")
    dialog = Dialog(
        f"Decline {title_in_sentence(draft.title)}?",
        Column(said, reasons, Label("In what tone", face=STRONG), tones),
        [no, yes],
        confirm=yes,
        widest=680,
    )
    dialog.open(ui, reasons)
    return dialog
