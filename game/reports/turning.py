"""What a game turned on: the few events of a whole game that a debrief begins with."""

from collections.abc import Iterable
from itertools import pairwise

from game.core.clauses import Clause
from game.core.events import Event, EventKind
from game.core.world import State
from game.reports.grammar import capital, figure, sentence_of
from game.reports.sentences import sentence
from game.reports.words import names

SWAY = 5
"""Points of world stability below which a change is nothing a game turned on."""
OWN = 2
"""What it adds to the weight of an event that the reader's own nation had part in it."""
_WEIGHTS: dict[EventKind, int] = {
    "war_began": 9, "struck": 9, "slipped": 8, "abandoned": 7, "entrapped": 7, "conceded": 6, "backed_down": 6,
    "settled": 4, "frozen": 4, "leaked": 4, "invoked": 3,
}  # fmt: skip
_BROKEN = 6
"""A pledge of aid that was called and not kept."""
_TEXTS: tuple[EventKind, ...] = (
    "signed", "joined", "not_ratified", "withdrawal_announced", "left_treaty", "treaty_ended",
)  # fmt: skip


def turning_points(
    events: Iterable[Event], world: State, nation: str = "", most: int = 16
) -> tuple[tuple[int, str], ...]:
    """The turn and the sentence of at most so many events a game turned on, the first first.

    The weightiest are chosen: clashes and who gave way, pledges broken, pacts of several made, joined and left; then
    those in which `nation` had part. The turn that moved the world's stability most stands among them.
    """
    told, moves = list(events), list[tuple[int, int]]()
    weighed: dict[tuple[object, ...], tuple[int, int, list[Event]]] = {}
    for place, event in enumerate(told):
        if event.kind == "stability":
            moves.append((event.turn, event.amount))
        weight = _weight(event, world)
        if weight:
            own = OWN if nation and (event.who == nation or nation in event.whom) else 0
            # Words broken to one ward in one turn are one thing to tell, whoever broke them under whatever treaty.
            which = event.whom if event.kind == "duty_broken" else (event.who, event.about)
            had = weighed.get((event.kind, event.turn, which))
            same = had[2] if had is not None else []
            at = min(-weight - own, had[0]) if had is not None else -weight - own
            weighed[event.kind, event.turn, which] = (at, had[1] if had is not None else place, [*same, event])
    chosen = sorted(weighed.values(), key=lambda one: one[:2])[: max(0, most)]
    found = [(one[0].turn, _told(one, world)) for _, _, one in sorted(chosen, key=lambda one: one[1])]
    return tuple(sorted([*found, *_sway(moves)], key=lambda one: one[0]))


def _told(events: list[Event], world: State) -> str:
    who = tuple(dict.fromkeys(event.who for event in events))
    if len(who) == 1:
        return sentence(events[0], world)
    return sentence_of(f"{capital(names(world, who))} broke their pledges to {names(world, events[0].whom)}")


def _weight(event: Event, world: State) -> int:
    if event.kind == "duty_broken":
        return _BROKEN if event.why == "guard" else 0
    if event.kind not in _TEXTS:
        return _WEIGHTS.get(event.kind, 0)
    if event.kind == "signed" and event.text:
        return 0  # a new text is told of when it binds
    treaty = world.treaties.get(event.about)
    clauses: tuple[Clause, ...] = event.draft.clauses if event.draft is not None else treaty.clauses if treaty else ()
    parties = event.draft.parties if event.draft is not None else treaty.parties if treaty else ()
    guards = any(clause.kind == "mutual_defence" for clause in clauses)
    return (5 if len(parties) > 2 else 3) if guards else 1


def _sway(moves: list[tuple[int, int]]) -> tuple[tuple[int, str], ...]:
    """The turn in which the world's stability moved most; none when it hardly moved."""
    steps = [(turn, had, has) for (_, had), (turn, has) in pairwise(moves)]
    turn, had, has = max(steps, key=lambda step: abs(step[2] - step[1]), default=(0, 0, 0))
    if abs(has - had) < SWAY:
        return ()
    return ((turn, f"World stability {'rose' if has > had else 'fell'} from {figure(had)} to {figure(has)}."),)
