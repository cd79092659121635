"""What a person can do with a negotiation: the acts behind the buttons of a thread, whoever draws them."""

from collections.abc import Callable
from dataclasses import dataclass

from game.core.drafts import Draft


@dataclass(frozen=True)
class Verbs:
    """What can be done with a negotiation."""

    accept: Callable[[], object]
    counter: Callable[[Draft | None], object]
    decline: Callable[[], object]
    recall: Callable[[], object]
    ask: Callable[[str], object]
    propose: Callable[[Draft], object]
    name: Callable[[str], object]
    read: Callable[[str], object]
