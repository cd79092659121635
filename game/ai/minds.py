"""Minds by the names that commands and scripts use."""

from collections.abc import Callable
from typing import TypeAlias

from game.ai.greedy import greedy
from game.ai.levels import easy, hard
from game.ai.mind import Move, honest_mind
from game.ai.plain_minds import accepting, refusing
from game.ai.random_mind import random_legal
from game.core.view import View

Mind: TypeAlias = Callable[[View], Move]

MINDS: dict[str, Mind] = {
    "easy": easy,
    "normal": honest_mind,
    "hard": hard,
    "accept": accepting,
    "refuse": refusing,
    "greedy": greedy,
    "random": random_legal,
}
"""The minds there are."""
LEVELS = ("easy", "normal", "hard")
"""Those of them that play the game as it is meant, from the weakest."""
CUSTOM = "custom"
"""What a mind is called that no name finds again."""


class UnknownMind(ValueError):
    """A mind that does not exist; the message is a sentence for people."""


def mind(name: str) -> Mind:
    """The mind of that name. Raises UnknownMind with a sentence saying which there are."""
    found = MINDS.get(name)
    if found is not None:
        return found
    have = ", ".join(sorted(MINDS))
    raise UnknownMind(f'There is no mind "{name}"; there are: {have}.')


def name_of(found: Mind) -> str:
    """The name under which a mind is found again; "custom" where there is none."""
    return next((name for name, known in MINDS.items() if known is found), CUSTOM)
