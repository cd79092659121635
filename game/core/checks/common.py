"""Reasons several kinds of acts share."""

from game.core.options import initiatives_to_spend
from game.core.problems import Problem, illegal
from game.core.world import State


def initiative_problems(world: State, me: str, what: str) -> list[Problem]:
    """That an act takes an initiative and none can be had."""
    if initiatives_to_spend(world.rules, world.nations[me]) >= 1:
        return []
    price = world.rules.initiative_price
    return [illegal(f"{what} takes an initiative: none is left, and buying one takes {price} influence.")]
