"""Officers on exchange: how much of what sets two cultures apart they take away."""

from game.core.arith import divide
from game.core.duties import Provide
from game.core.relations import cultural_distance
from game.core.triggers import duties_of
from game.core.world import State


def exchange_level(world: State, a: str, b: str) -> int:
    """The level at which two nations exchange officers under the treaties in force: 0-2, the higher of both ways."""
    levels = [
        duty.level
        for treaty_id, treaty in world.treaties.items()
        if a in treaty.parties and b in treaty.parties and treaty.in_force(world.turn)
        for duty in duties_of(treaty_id, treaty)
        if isinstance(duty, Provide) and duty.what == "familiarity" and duty.by in (a, b)
    ]
    return max(levels, default=0)


def estrangement(world: State, a: str, b: str) -> int:
    """Cultural distance as it is felt where forces work together, 0-100: less where officers have been exchanged."""
    culture = cultural_distance(world.nations[a], world.nations[b])
    return divide(culture * (1000 - world.rules.exchange_culture * exchange_level(world, a, b)), 1000)
