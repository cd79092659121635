"""Headlines: the few events of a stretch of play that a reader with no time should see, the greatest first."""

from collections.abc import Iterable

from game.core.events import Event, EventKind
from game.core.record import record
from game.core.view import visible
from game.core.world import State
from game.reports.sentences import importance, sentence

WEIGHTS: dict[EventKind, int] = {
    "struck": 1000,
    "war_began": 1000,
    "battle": 700,
    "abandoned": 700,
    "entrapped": 550,
    "rekindled": 400,
    "slipped": 900,
    "mediated": 400,
    "declined": 400,
    "duty_broken": 800,
    "conceded": 700,
    "backed_down": 650,
    "duty_kept": 600,
    "settled": 600,
    "signed": 550,
    "left_treaty": 500,
    "not_ratified": 560,
    "leaked": 520,
    "found_out": 400,
    "word_broken": 500,
    "stated": 300,
    "brokered": 260,
    "narrowed": 440,
    "treaty_ended": 480,
    "clause_ended": 480,
    "expelled": 520,
    "joined": 500,
    "suspended": 480,
    "withdrawal_announced": 450,
    "amended": 300,
    "declared": 300,
    "plan_followed": 260,
    "invoked": 400,
    "attributed": 450,
    "accused": 420,
    "verdict": 420,
    "pressed": 350,
    "frozen": 350,
    "not_made": 300,
    "misfortune": 280,
    "met": 270,
    "showdown": 250,
    "brewing": 150,
    "stability": 1,
}
"""How much a kind of event weighs before the nations in it are counted; others make no headline."""


@record
class Headline:
    """One headline."""

    text: str
    turn: int
    weight: int
    nations: tuple[str, ...]
    about: str


def headlines(events: Iterable[Event], world: State, nation: str | None = None, most: int = 6) -> tuple[Headline, ...]:
    """At most `most` headlines, by weight: what happened, and the share of world capability it happened to.

    With `nation`, only what it may know; what touches it comes before what does not.
    """
    known = tuple(events) if nation is None else visible(tuple(events), nation)
    found: dict[tuple[str, str, str], Headline] = {}
    for event in known:
        weight = WEIGHTS.get(event.kind, 0)
        level = importance(event, world)
        if weight < 2 or level in ("detail", "aside") or (level == "ordinary" and event.kind != "brewing"):
            continue
        nations = tuple(dict.fromkeys(n for n in (event.who, *event.whom) if n in world.nations))
        weight += min(200, sum(world.nations[name].potential for name in nations) // 4)
        weight += 300 if nation in nations else 0
        # The last word on a matter replaces what led to it.
        key = (event.kind, event.about, event.who)
        found[key] = Headline(sentence(event, world), event.turn, weight, nations, event.about)
    order = sorted(found.values(), key=lambda line: -line.weight)
    return tuple(order[:most])
