"""The chronicle: a game told turn by turn, chapter by chapter, what matters first, with its reasons."""

from collections.abc import Iterable, Iterator, Sequence

from game.core.events import Event, EventKind
from game.core.view import visible
from game.core.world import State
from game.reports.case_story import case
from game.reports.fitting import fitted
from game.reports.lines import CHAPTERS, Chapter, Line, wrapped
from game.reports.matter import Weighed, plain, reasons_of
from game.reports.merging import MERGED, merged
from game.reports.negotiations import in_sum
from game.reports.sentences import LEVELS, Importance, at_least, importance
from game.reports.stories import at_home, messages, motion, spread
from game.reports.treaties import is_gift
from game.reports.words import heading

MOST_MAIL = 2
"""Messages of a chapter told whole; of more it is told who wrote to whom, and the words are a detail."""
_ACTS: tuple[EventKind, ...] = (
    "message", "proposed", "countered", "accepted", "refused", "recalled", "signed", "withdrawal_announced",
    "consulted", "invoked", "stated", "asked_price", "named_price", "brokered", "lobbied",
    "moved", "voted",
)  # fmt: skip
_CALL: tuple[EventKind, ...] = ("showdown", "round_opened", "answered")
_DURING = ("deployment", "supplies", "shock", "found_wanting")
"""What comes before the Resolution, though most of its kind comes in it: spending, and a plan tested by a call."""
_AFTER: tuple[EventKind, ...] = (
    "spent", "exercise_held", "exercise_missed", "mission", "not_made", "lapsed", "home_need", "in_force", "mark",
    "stability", "turn_closed", "game_over", "played_on", "relief", "met", "sabotage",
    "incident", "burden", "fund_paid", "fund_drawn", "pleaded", "misread", "word_broken", "ratified",
    "not_ratified", "narrowed", "found_out", "leaked",
    "amended", "joined", "rehearsed",
)  # fmt: skip
_LATE_DUTIES = (
    "consult", "pay", "train", "provide", "standardise", "notify", "relieve", "contribute", "answer", "invest",
)  # fmt: skip
"""Duties that fall due at the Resolution. Guards are judged at the call, promises to abstain where they are broken."""
_TALK_KINDS: tuple[EventKind, ...] = (
    "proposed", "countered", "accepted", "refused", "recalled", "signed", "thread_lapsed", "paid", "reasoned",
    "asked_price", "named_price", "brokered", "lobbied",
)  # fmt: skip


def chronicle(
    events: Iterable[Event], world: State, nation: str | None = None, detail: Importance = "ordinary"
) -> Iterator[Line]:
    """The lines of a chronicle, unwrapped, a turn after the other.

    `world` is the referee's state or, with `nation`, that nation's own; only what it may know is told then. `detail`
    is the least importance told. Events may be a whole game or any stretch of it, in order.
    """
    known = tuple(events) if nation is None else visible(tuple(events), nation)
    turn: list[Event] = []
    for event in known:
        if turn and turn[-1].turn != event.turn:
            yield from _turn(turn, world, detail, nation)
            turn = []
        turn.append(event)
    if turn:
        yield from _turn(turn, world, detail, nation)


def chronicle_text(
    events: Iterable[Event],
    world: State,
    nation: str | None = None,
    width: int = 100,
    detail: Importance = "ordinary",
    rows: int = 0,
) -> str:
    """The chronicle as text, wrapped at `width` columns, an empty line before each turn and chapter; in at most about
    so many `rows` a turn where they are given."""
    found: list[str] = []
    lines = list(chronicle(events, world, nation, detail))
    if rows:
        turns = dict.fromkeys(line.turn for line in lines)
        by_turn = [[line for line in lines if line.turn == turn] for turn in turns]
        lines = [line for turn in by_turn for line in fitted(turn, world, rows, width, nation)]
    for line in lines:
        if line.kind != "text":
            found.append("")
        found.append(wrapped("    " * line.indent + line.text, width))
    return "\n".join(found)


def chapters(events: Sequence[Event], world: State) -> tuple[Chapter, ...]:
    """The chapter of each event of one turn."""
    now: Chapter = "Opening" if events and events[0].kind == "turn_opened" else "Talks"
    found: list[Chapter] = []
    for event in events:
        if now == "Opening" and (event.kind in _ACTS or _pressed_live(event, world)):
            now = "Talks"
        if now == "Opening" and event.kind in ("standing", "sheet_committed"):
            now = "Talks"
        if now in ("Opening", "Talks") and event.kind in _CALL:
            now = "The sealed call"
        after = (event.kind in _AFTER and event.why not in _DURING) or _hidden_hand(event, world)
        if after or is_gift(event, world) or (event.kind.startswith("duty_") and event.why in _LATE_DUTIES):
            now = "Resolution"
        found.append("Opening" if _strikes(event, world) else now)
    return tuple(found)


def _hidden_hand(event: Event, world: State) -> bool:
    """Whether an event is harm that somebody did, which comes at the end of a turn; the rest strikes at its opening."""
    kind = world.misfortune_kinds.get(event.why) if event.kind == "misfortune" else None
    return kind is not None and kind.hidden_hand


def _strikes(event: Event, world: State) -> bool:
    """Whether an event is a disaster, or news of a hidden hand: both come at the opening, whatever came before them."""
    return event.kind in ("attributed", "unattributed", "contagion") or (
        event.kind == "misfortune" and not _hidden_hand(event, world)
    )


def _pressed_live(event: Event, world: State) -> bool:
    crisis = world.crises.get(event.about)
    if crisis is None or not crisis.opened_live or crisis.opened != event.turn:
        return False
    return event.kind == "pressed" or (event.kind == "brewing" and crisis.since == crisis.opened)


def _turn(events: Sequence[Event], world: State, detail: Importance, reader: str | None) -> Iterator[Line]:
    turn = events[0].turn
    yield Line(turn=turn, kind="heading", text=heading(world, turn), importance="headline")
    terms, placed = reasons_of(events)
    where = chapters(events, world)
    for chapter in CHAPTERS:
        mine = [
            (event, terms.get(place, ()))
            for place, event in enumerate(events)
            if where[place] == chapter and place not in placed
        ]
        lines = [line for line in _chapter(mine, world, reader) if at_least(line.importance, detail)]
        if lines:
            yield Line(turn=turn, kind="chapter", text=chapter, importance="headline")
            yield from lines


def _chapter(events: Sequence[Weighed], world: State, reader: str | None) -> list[Line]:
    """The matters of a chapter: cases and talks as paragraphs, single events, then small changes in sum."""
    matters: dict[str, list[Weighed]] = {}
    small: list[Event] = []
    mail: list[Weighed] = []
    told_not_made = [event.about for event, _ in events if event.kind == "not_made"]
    passed_on = _passed_on([event for event, _ in events], world, reader)
    for event, terms in events:
        if importance(event, world) == "aside" or (event.kind == "lapsed" and event.about in told_not_made):
            continue
        if event.about in world.crises and (_own_line(event) or event.kind not in MERGED):
            key = f"case {event.about}"
        elif is_gift(event, world) or (event.kind in MERGED and event.kind != "paid" and not _struck_itself(event)):
            small.append(event)
            continue
        elif event.kind in _TALK_KINDS and event.about:
            key = f"talks {event.about}"
        elif event.kind in ("not_ratified", "narrowed", "treaty_ended"):
            key = f"home {event.about}"
        elif event.kind in ("moved", "voted", "carried", "motion_failed"):
            key = f"motion {event.about}"
        elif event.kind == "message":
            mail.append((event, terms))
            continue
        elif (event.kind, event.about, event.who) in passed_on:
            key = f"spread {passed_on[event.kind, event.about, event.who]}"
        elif event.about in world.misfortunes:
            key = f"hardship {event.about}"
        else:
            key = f"{event.kind} {len(matters)}"
        matters.setdefault(key, []).append((event, terms))
    paragraphs: list[list[Line]] = []
    if len(mail) > MOST_MAIL:
        paragraphs.append(messages(world, mail))
    else:
        matters.update((f"message {place}", [item]) for place, item in enumerate(mail))
    talked: list[list[Weighed]] = []
    # Cases come before talks of equal weight: they are what the talks are about.
    for key, found in sorted(matters.items(), key=lambda item: not item[0].startswith("case ")):
        if key.startswith("talks "):
            talked.append(found)
        else:
            paragraphs.append(_TOLD_AS.get(key.partition(" ")[0], plain)(world, found))
    paragraphs += in_sum(world, talked, reader)
    paragraphs.sort(key=_rank)
    lines = [line for paragraph in paragraphs for line in paragraph]
    return [*lines, *merged(small, world)]


_TOLD_AS = {"case": case, "home": at_home, "motion": motion, "spread": spread}
"""How the events of one matter are told, where not one by one."""


def _passed_on(events: Sequence[Event], world: State, reader: str | None) -> dict[tuple[str, str, str], str]:
    """Misfortunes that reached others, and what it brought those they reached, by what tells their events apart: the
    kind of misfortune. What reached the reader keeps its own story."""
    found: dict[tuple[str, str, str], str] = {}
    for event in events:
        source = world.misfortunes.get(event.about)
        if event.kind == "contagion" and source is not None:
            found[event.kind, event.about, event.who] = source.kind
            if event.who != reader:
                found["misfortune", f"{event.who}-{event.turn}-{source.kind}", event.who] = source.kind
    return found


def _own_line(event: Event) -> bool:
    """Whether an event of a kind that is told in sum stands by itself within a case."""
    judged = event.why == "guard" or (event.why == "abstain" and event.kind == "duty_broken")
    return event.kind == "forces_lost" or (event.kind.startswith("duty_") and judged)


def _struck_itself(event: Event) -> bool:
    """Whether an income moved by what struck its own nation: told with that, and not among those that fell with it."""
    return event.kind == "slump" and event.why in ("shock", "relief")


def _rank(paragraph: Sequence[Line]) -> int:
    """What matters first: the best level a paragraph reaches. Equals keep their order."""
    return min((LEVELS.index(line.importance) for line in paragraph), default=len(LEVELS))
