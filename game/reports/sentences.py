"""Every event as one sentence, and how much it matters to a reader."""

from typing import Literal, TypeAlias

from game.core.burden import formula_of
from game.core.events import Event, EventKind
from game.core.world import State
from game.reports.grammar import sentence_of
from game.reports.tell_affairs import AFFAIRS
from game.reports.tell_cases import CASES
from game.reports.tell_councils import COUNCILS
from game.reports.tell_desk import DESK
from game.reports.tell_ends import ENDS
from game.reports.tell_hardships import HARDSHIPS
from game.reports.tell_pledges import PLEDGES
from game.reports.tell_talks import TALKS
from game.reports.told import Teller, Told

Importance: TypeAlias = Literal["headline", "ordinary", "detail", "aside"]
"""`aside` is bookkeeping that no reader is told."""

LEVELS: tuple[Importance, ...] = ("headline", "ordinary", "detail", "aside")

TELLERS: dict[EventKind, Teller] = {
    **TALKS, **PLEDGES, **CASES, **AFFAIRS, **HARDSHIPS, **ENDS, **COUNCILS, **DESK
}  # fmt: skip
"""Words for every kind of event; a test holds this to the list in `game.core.events`."""

_HEADLINES: tuple[EventKind, ...] = (
    "signed", "withdrawal_announced", "left_treaty", "treaty_ended", "clause_ended", "pressed", "invoked",
    "settled", "conceded", "frozen", "struck", "game_over", "played_on", "not_made", "attributed", "accused", "verdict",
    "showdown", "backed_down", "spread", "slipped", "mediated", "declined", "warned", "war_began", "battle",
    "abandoned", "entrapped", "rekindled",
    "not_ratified", "narrowed", "leaked", "found_out", "stated", "word_broken", "brokered",
    "misfortune", "met", "news", "rolled_back", "amended", "joined", "suspended", "restored",
    "expelled", "declared", "plan_followed",
)  # fmt: skip
_DETAILS: tuple[EventKind, ...] = (
    "income", "upkeep", "home_need", "spent", "earned", "excess_home", "influence", "resolve", "called", "readiness",
    "toll", "technology", "resilience",
    "known", "provoked", "interop", "mark", "reasoned", "in_force", "standing", "exercise_missed", "duty_excused",
    "fund_paid", "fund_drawn",
    "ratified", "familiarity",
    "voted", "rehearsed", "planned",
)  # fmt: skip
_ASIDES: tuple[EventKind, ...] = (
    "turn_opened", "turn_closed", "crisis_open", "round_opened", "thread_closed", "initiatives", "sheet_committed",
)  # fmt: skip
SMALL_SHIFT = 5
"""Points of trust or support below which a change is a detail."""


def sentence(event: Event, world: State, brief: bool = False) -> str:
    """What happened, as one sentence or two.

    `world` is the world of whoever reads: the referee's, or a nation's own. `brief` leaves out the matter it is
    about, for a line that stands under it.
    """
    return sentence_of(TELLERS[event.kind](Told(event, world, brief)))


def importance(event: Event, world: State) -> Importance:
    """How much an event matters to a reader of `world`."""
    if event.audience == () or event.kind in _ASIDES:
        # Whose orders were changed is to read it.
        return "ordinary" if event.kind == "sheet_committed" and event.why in ("cut", "bare", "recalled") else "aside"
    if event.kind == "asked_price" and event.why == "forgotten":
        return "aside"
    if event.kind in ("duty_kept", "duty_broken"):
        if event.why == "guard" or (event.why == "abstain" and event.kind == "duty_broken"):
            return "headline"
        return "ordinary" if event.kind == "duty_broken" else "detail"
    if event.kind == "slump":
        # That it comes back a fifth a turn is bookkeeping; that it fell, and why, is news.
        return "detail" if event.why == "recovery" else "ordinary"
    if event.kind == "burden":
        # A table is worth a line where a share was agreed and somebody falls short of it.
        treaty = world.treaties.get(event.about)
        agreed = treaty is not None and formula_of(treaty) is not None
        return "ordinary" if agreed and any(row.gap > 0 for row in event.rows) else "detail"
    if event.kind in ("trust", "support"):
        return "ordinary" if abs(event.amount) >= SMALL_SHIFT else "detail"
    if event.kind in _HEADLINES:
        return "headline"
    return "detail" if event.kind in _DETAILS else "ordinary"


def at_least(level: Importance, wanted: Importance) -> bool:
    """Whether something of importance `level` is told to a reader who wants `wanted` and what matters more."""
    return LEVELS.index(level) <= LEVELS.index(wanted)
