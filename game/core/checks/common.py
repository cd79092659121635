"""Reasons several kinds of acts share."""

from game.core.options import initiatives_to_spend
from game.core.problems import Problem, illegal, invalid
from game.core.world import State


def unseen_problems(text: str, what: str, lines: bool = False) -> list[Problem]:
    """That a text holds what nobody sees: control characters, marks of writing direction; line breaks too, unless it
    may have `lines`."""
    if all(sign.isprintable() or (lines and sign == "\n") for sign in text):
        return []
    return [invalid(f"{what} holds a character that cannot be seen.")]


def initiative_problems(world: State, me: str, what: str) -> list[Problem]:
    """That an act takes an initiative and none can be had."""
    if initiatives_to_spend(world.rules, world.nations[me]) >= 1:
        return []
    price = world.rules.initiative_price
    return [illegal(f"{what} takes an initiative: none is left, and buying one takes {price} influence.")]
