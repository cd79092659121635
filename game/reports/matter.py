"""Events that belong together as one paragraph, and what was weighed in each decision among them."""

from collections.abc import Sequence
from typing import TypeAlias

from game.core.events import Event, EventKind
from game.core.terms import Term
from game.core.world import State
from game.reports.grammar import sentence_of
from game.reports.lines import Line
from game.reports.reasons import terms_text
from game.reports.sentences import importance, sentence
from game.reports.words import name

_DECIDED: dict[str, tuple[EventKind, ...]] = {
    "propose": ("proposed",),
    "counter": ("countered",),
    "accept": ("accepted",),
    "refuse": ("refused", "answered"),
    "recall": ("recalled",),
    "withdraw": ("withdrawal_announced",),
    "press": ("pressed",),
    "call_vote": ("moved",),
    "vote_for": ("voted",),
    "vote_against": ("voted",),
    "vote_abstain": ("voted",),
    "invoke": ("answered", "invoked"),
    "plead": ("pleaded",),
    "back_down": ("backed_down",),
    "settle": ("settled", "frozen"),
    "strike": ("struck", "war_began"),
    "mediate": ("mediated", "answered"),
    "offer": ("offered", "declined", "conceded", "backed_down", "settled"),
    "warn": ("warned",),
    "accuse": ("accused",),
    "broker": ("proposed", "brokered"),
    "state_publicly": ("stated",),
    "lobby": ("lobbied",),
    "named_price": ("named_price",),
}


_ANSWER: tuple[EventKind, ...] = ("answered",)


FARTHEST = 40
"""Events between a decision and its reasons: a blow stands before all that it brings about."""


Reasons: TypeAlias = dict[int, tuple[Term, ...]]
"""The terms of a decision, by the place of the event that tells it."""


Weighed: TypeAlias = tuple[Event, tuple[Term, ...]]
"""An event, and the terms of the decision it tells; empty when none are known."""


def reasons_of(events: Sequence[Event]) -> tuple[Reasons, frozenset[int]]:
    """Which event each `reasoned` one explains, and the places of those that have found theirs."""
    terms: Reasons = {}
    placed: list[int] = []
    for place, event in enumerate(events):
        if event.kind != "reasoned":
            continue
        kinds = _DECIDED.get(event.why, _ANSWER)
        for near in (place + sign * step for step in range(1, FARTHEST) for sign in (-1, 1)):
            if 0 <= near < len(events) and near not in terms:
                other = events[near]
                if other.kind in kinds and other.who == event.who and other.about == event.about:
                    terms[near] = event.terms
                    placed.append(place)
                    break
    return terms, frozenset(placed)


class Matter:
    """Events of one chapter that belong together, told as a paragraph."""

    def __init__(self, world: State, events: Sequence[Weighed]) -> None:
        self.world = world
        self.events = events
        self.lines: list[Line] = []

    def say(self, text: str, event: Event, indent: int, level: str = "") -> None:
        """Add a line told from an event."""
        known = importance(event, self.world)
        self.lines.append(
            Line(
                turn=event.turn,
                text=text,
                importance="detail" if level == "detail" else "ordinary" if level == "ordinary" else known,
                indent=indent,
                nations=tuple(dict.fromkeys(n for n in (event.who, *event.whom) if n in self.world.nations)),
                about=event.about,
            )
        )

    def weigh(self, event: Event, terms: tuple[Term, ...], indent: int) -> None:
        """Under a decision, everything that was weighed in it."""
        if terms:
            said = sentence_of(f"{name(self.world, event.who)} weighed {terms_text(self.world, terms)}")
            self.say(said, event, indent, "detail")


def plain(world: State, events: Sequence[Weighed]) -> list[Line]:
    """Events told one by one, each with what was weighed."""
    matter = Matter(world, events)
    for event, terms in events:
        matter.say(sentence(event, world), event, 0)
        matter.weigh(event, terms, 1)
    return matter.lines
