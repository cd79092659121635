"""The sealed call as a run of steps: rounds of letters opened together, the challenger's decision, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.core.crises import Stance
from game.core.events import Event, EventKind

DECISIONS: Final[dict[EventKind, Stance]] = {
    "backed_down": "back_down",
    "settled": "settle",
    "frozen": "settle",
    "struck": "strike",
    "war_began": "strike",
}
"""Events by which a challenger's decision is known, and the stance it was."""
_ENDS: Final[tuple[EventKind, ...]] = (*DECISIONS, "conceded")
_UNTOLD: Final[tuple[EventKind, ...]] = ("answered", "round_opened", "showdown", "reasoned")


@dataclass(frozen=True)
class Opening:
    """The letters of one case that were opened together in a round, 1 or 2."""

    crisis: str
    round: int
    letters: tuple[Event, ...]


@dataclass(frozen=True)
class Decision:
    """What the challenger decided alone."""

    crisis: str
    stance: Stance
    event: Event


@dataclass(frozen=True)
class Outcome:
    """How a case ended, and what the seat knows to have come of it."""

    crisis: str
    ending: Event
    events: tuple[Event, ...]


Step: TypeAlias = Opening | Decision | Outcome


def last_call(events: Sequence[Event]) -> int:
    """The turn of the last sealed call among these events; 0 when there was none."""
    return next((event.turn for event in reversed(events) if event.kind == "showdown"), 0)


def steps(events: Sequence[Event], turn: int) -> tuple[Step, ...]:
    """Everything that has been opened so far in the sealed calls of a turn, in order."""
    now = [event for event in events if event.turn == turn]
    cases = [event.about for event in now if event.kind == "showdown"]
    found: list[Step] = []
    rounds = dict.fromkeys(cases, 0)
    place = 0
    while place < len(now):
        event = now[place]
        if event.about in rounds and event.kind == "answered":
            letters = _together(now, place)
            rounds[event.about] += 1
            found.append(Opening(event.about, rounds[event.about], letters))
            place = now.index(letters[-1], place) + 1
            continue
        if event.about in rounds and event.kind in _ENDS:
            stance = DECISIONS.get(event.kind)
            if stance is not None:
                found.append(Decision(event.about, stance, event))
            found.append(Outcome(event.about, event, _after(now, event)))
        place += 1
    return tuple(found)


def _together(events: Sequence[Event], start: int) -> tuple[Event, ...]:
    """The letters of one round: a second one of the same writer begins the next."""
    about, letters = events[start].about, list[Event]()
    for event in events[start:]:
        if event.about == about and event.kind == "answered":
            if any(had.who == event.who for had in letters):
                break
            letters.append(event)
        elif event.kind == "round_opened" or (event.about == about and event.kind in _ENDS):
            break
    return tuple(letters)


def _after(events: Sequence[Event], ending: Event) -> tuple[Event, ...]:
    """What came of a case: promises judged before its end, and all that followed from it."""
    return tuple(event for event in events if event.about == ending.about and _told(event, ending))


def _told(event: Event, ending: Event) -> bool:
    if event is ending or event.kind in _UNTOLD:
        return False
    return event.kind in (
        "duty_kept", "duty_broken", "duty_excused", "trust", "support", "influence", "forces_lost", "claim_ended",
        "provoked",
    )  # fmt: skip
