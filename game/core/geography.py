"""Distance between theatres in steps, and how much of a force reaches across it."""

from typing import TypeAlias

from game.core.rules import Rules
from game.core.world import Nation, State

REACH = (1000, 750, 500, 250)
"""Permille of a force that counts at 0, 1, 2 and 3 or more steps."""


def steps(world: State, start: str, end: str) -> int:
    """Steps between two theatres, 0-3; 3 also stands for everything farther or unconnected."""
    if start == end:
        return 0
    seen = [start]
    edge = [start]
    for distance in (1, 2):
        nearby: list[str] = []
        for theatre in edge:
            for neighbour in world.theatres[theatre].adjoins:
                if neighbour == end:
                    return distance
                if neighbour not in seen:
                    seen.append(neighbour)
                    nearby.append(neighbour)
        edge = nearby
    return 3


def reach(world: State, nation: Nation, start: str, end: str, known: "Steps | None" = None) -> int:
    """Permille of `nation`'s force at `start` that counts at `end`. Sea power saves one step.

    `known`: distances worked out before.
    """
    distance = steps(world, start, end) if known is None else steps_known(world, start, end, known)
    return REACH[max(0, distance - 1) if nation.sea_power else distance]


def prowess(rules: Rules, nation: Nation) -> int:
    """Readiness as it counts in the field, in tenths of a per cent: more with better technology."""
    edge = rules.technology_edge
    return nation.readiness * (edge + nation.technology) * 10 // (edge + 50)


def ready(rules: Rules, nation: Nation) -> int:
    """Ready forces in hundredths of an FP."""
    return nation.forces * prowess(rules, nation) // 10


def may_leave(nation: Nation) -> int:
    """FP that may stand away from home: at most half."""
    return nation.forces // 2


def away(nation: Nation) -> int:
    """FP that stand away from home."""
    return sum(nation.standing.values())


Steps: TypeAlias = dict[tuple[str, str], int]
"""Steps between theatres worked out before. Theatres never move, so it holds for a whole game."""


def steps_known(world: State, start: str, end: str, known: Steps) -> int:
    """`steps`, looked up in `known` or worked out and entered there."""
    found = known.get((start, end))
    if found is None:
        found = known[start, end] = steps(world, start, end)
    return found


def projected(world: State, nation: Nation, end: str, known: Steps | None = None, base: bool = False) -> int:
    """Ready forces, in hundredths of an FP, that count at a theatre, from wherever they stand.

    A `base` there saves one step, as sea power does.
    """
    known = known if known is not None else {}
    saved = (1 if nation.sea_power else 0) + (1 if base else 0)
    home = REACH[max(0, steps_known(world, nation.home, end, known) - saved)]
    total = (nation.forces - away(nation)) * home
    for theatre, fp in nation.standing.items():
        total += fp * REACH[max(0, steps_known(world, theatre, end, known) - saved)]
    return total * prowess(world.rules, nation) // 10_000
