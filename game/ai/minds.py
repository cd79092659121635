"""Minds by the names that commands and scripts use."""

from collections.abc import Callable
from typing import TypeAlias

from game.ai.levels import easy, hard
from game.ai.mind import Move, honest_mind
from game.ai.random_mind import random_legal
from game.core.view import View

Mind: TypeAlias = Callable[[View], Move]

MINDS: dict[str, Mind] = {"easy": easy, "normal": honest_mind, "hard": hard, "random": random_legal}
"""The minds there are."""
PLANNED = ("accept", "refuse", "greedy")
"""Names that are reserved for minds not built yet."""


CUSTOM = "custom"
"""What a mind is called that no name finds again."""


class UnknownMind(ValueError):
    """A mind that does not exist, or not yet; the message is a sentence for people."""


def mind(name: str) -> Mind:
    """The mind of that name. Raises UnknownMind with a sentence saying which there are."""
    found = MINDS.get(name)
    if found is not None:
        return found
    have = ", ".join(sorted(MINDS))
    if name in PLANNED:
        raise UnknownMind(f'The mind "{name}" is not built yet; there are: {have}.')
    raise UnknownMind(f'There is no mind "{name}"; there are: {have}.')


def name_of(found: Mind) -> str:
    """The name under which a mind is found again; "custom" where there is none."""
    return next((name for name, known in MINDS.items() if known is found), CUSTOM)
