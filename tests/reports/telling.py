"""Synthetic events for the words' tests: one of every kind and many reasons, on the small world."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from game.core.clauses import Consultation
from game.core.crises import Call, Crisis, Stance
from game.core.drafts import Draft, Revision, Thread
from game.core.events import Event, EventKind
from game.core.terms import Term, TermName
from game.core.triggers import ReadingWhy
from game.core.world import ReasonKind, State, Theatre
from tests.worlds import DEFENCE, PACT, small_world

KINDS: tuple[EventKind, ...] = get_args(EventKind)
STANCES: tuple[Stance, ...] = get_args(Stance)
TERM_NAMES: tuple[TermName, ...] = get_args(TermName)
REASON_KINDS: tuple[ReasonKind, ...] = get_args(ReasonKind)
READINGS: tuple[ReadingWhy, ...] = get_args(ReadingWhy)

SOFTER = replace(DEFENCE, clauses=(Consultation(area=("north",)),))
CASE = Crisis(
    kind="border_clash", theatre="north", target="BOR", challenger="CAS", stakes=20, severity=3, pace="acute",
    stage="war", since=1, opened=1, outcome="struck_lost", losses=6, ended=1,
    calls=(Call("t-north", "ARD", "consulted", 4),),
)  # fmt: skip


def named_world() -> State:
    """The small world with names that need articles and end in s, a treaty, a thread and a case."""
    world = small_world(("t-north", PACT))
    nations = {
        "ARD": replace(world.nations["ARD"], name="the United Arden", adjective="Ardish"),
        "BOR": replace(world.nations["BOR"], name="Boreas", adjective="Borean"),
        "CAS": replace(world.nations["CAS"], name="the Cassian States", adjective="Cassian"),
    }
    thread = Thread(
        by="ARD",
        parties=("ARD", "BOR"),
        opened=1,
        deadline=2,
        revisions=(Revision("ARD", DEFENCE, 1, ("ARD",)), Revision("BOR", SOFTER, 1, ("BOR",))),
    )
    return replace(
        world,
        turn=2,
        nations=nations,
        theatres={**world.theatres, "far": Theatre("Farland")},
        threads={"ARD-1-1": thread},
        crises={"c-1": CASE},
    )


WHYS: dict[str, tuple[str, ...]] = {
    "spent": ("exercise", "mission", "readiness", "forces", "deployment", "relief", "covert"),
    "earned": ("influence",),
    "influence": (
        "initiative", "mediated", "mediated_in_vain", "stakes", "brokered", "lobbied", "asked_price", "not_ratified",
    ),
    "initiatives": (
        "granted", "numbered", "propose", "consult", "press", "mission", "broker", "state_publicly",
    ),
    **dict.fromkeys(("message", "proposed", "countered", "refused"), ("cordial", "firm", "sharp")),
    "stated": ("support", "warning", "commitment"),
    "word_broken": ("support", "warning", "commitment"),
    "misread": ("tone", "signal", "exercise"),
    "familiarity": ("visit", "attache", "staff_talks"),
    "asked_price": ("forgotten",),
    "readiness": ("upkeep", "bought", "drift", "exercise"),
    "sheet_committed": ("", "cut", "bare", "recalled", "done"),
    "trust": REASON_KINDS,
    "provoked": ("exercise", "came", "supported", "warning", "secret"),
    "interop": ("exercise", "mission"),
    "support": (
        "drift", "security", "autonomy", "home", "won", "lost", "held", "compromise", "audience", "kept_guard",
        "broke_guard", "not_ratified", "broke_word", "tone", "secret",
    ),
    "exercise_held": ("notified", "observed", "unannounced"),
    "mission": ("staff_talks", "attache", "visit"),
    "thread_lapsed": ("lapsed", "refused"),
    "thread_closed": ("reopened",),
    "treaty_ended": ("duration", "not_ratified", "war", "dissolved"),
    "offered": ("terms",),
    "declined": ("refused", "pressed", "silence"),
    "mediated": ("terms", "ultimatum", "warning", "war", "tried", "no_offer", "distrust"),
    "pressed": ("request", "warning", "ultimatum"),
    "invoked": ("t-north",),
    "called": ("automatic", "consulted", "own_way"),
    "struck": ("struck_won", "struck_lost"),
    "not_made": ("", "t-north"),
    "ruled": ("treasury", "forces", "support", "trust", "interop", "rivalry", "turns"),
    "clock": ("extended", "stage", "turn"),
    "injected": ("planned", "given", "cancelled", "void"),
    "reasoned": (
        "propose", "broker", "state_publicly", "lobby", "named_price", "counter",
        "accept", "refuse", "withdraw", "press", "invoke", *STANCES,
    ),
}  # fmt: skip
"""The reasons the rules give with a kind of event."""

PLACED: tuple[EventKind, ...] = ("standing", "exercise_held", "incident", "spent", "interop", "trust", "provoked")


def variants(kind: EventKind) -> Iterator[Event]:
    """Events of a kind as the rules emit them, as they might, and with everything that may be missing missing."""
    yield Event(kind=kind, turn=1)
    abouts = ("north",) if kind in PLACED[:3] else ("", "t-north", "c-1", "ARD-1-1", "gone-9-9")
    for why in (*WHYS.get(kind, ()), "a_cause_yet_to_come", ""):
        prose = why in ("standing", "history")
        for about in ("rival claims",) if prose else (*abouts, "north") if kind in PLACED else abouts:
            for amount in (0, 1, 2, -3):
                yield event(kind, why=why, about=about, amount=amount)
    where = "north" if kind in PLACED else "ARD-1-1"
    yield event(kind, draft=DEFENCE, about=where, amount=1, terms=(Term("autonomy", -140), Term("trust", 20, "BOR")))
    yield event(kind, draft=SOFTER, about=where, amount=2)
    if kind not in PLACED:
        yield event(kind, draft=replace(DEFENCE, secret=True, duration=3), about="gone-9-9", amount=1)
        yield event(kind, draft=Draft(title="Sale", parties=("ARD", "BOR"), clauses=()), about="gone-9-9")
    if kind == "answered":
        for stance in STANCES:
            yield event(kind, stance=stance, about="c-1", amount=5)
    if kind.startswith("duty_") or kind == "consulted":
        for duty in ("guard", "consult", "train", "pay", "abstain"):
            yield event(kind, why=duty, about="c-1", amount=4, text="t-north")
            yield event(kind, why=duty, about="c-1", amount=4, text="gone-9-9")
    if kind.startswith("duty_"):
        for duty in ("train", "pay"):
            yield event(kind, why=duty, about="t-north", amount=0, text="t-north", whom=("t-north",))
    if kind == "not_the_case":
        for why in READINGS:
            yield event(kind, why=why, about="c-1", whom=("BOR", "t-north"))
            yield event(kind, why=why, about="gone-9-9", whom=("BOR", "gone-9-9"))


def event(kind: EventKind, **given: object) -> Event:
    """An event by Arden toward Boreas, changed as asked."""
    return Event(**{"kind": kind, "turn": 1, "who": "ARD", "whom": ("BOR",), "text": "We agree", **given})  # type: ignore[arg-type]
