"""What the others at a table may gain by a draft: an estimate, its doubt, and what the thread has told since.

Half the doubt about a nation is its humour, which colours all drafts alike. Each draft it put itself or would sign
instead shows that it gains by that; each it refused, that it does not: what is left of the doubt is carried to the
drafts not yet said.
"""

from typing import TypeAlias

from game.ai.estimate import doubt_about
from game.ai.judging import judged
from game.ai.outlook import Outlook
from game.core.drafts import Draft, Thread

Heard: TypeAlias = dict[str, tuple[float, float]]
"""For each of the others the least and the most that its true gain may lie beside the estimate, in its doubt."""
BEYOND = 0.25
"""Least part of the doubt that is left, whatever was said."""


def heard(outlook: Outlook, thread: Thread) -> Heard:
    """What a thread has told this seat of the others' minds."""
    return {name: _heard_of(outlook, thread, name) for name in thread.parties if name != outlook.seat}


def _heard_of(outlook: Outlook, thread: Thread, name: str) -> tuple[float, float]:
    low, high = -1.0, 1.0
    for revision in thread.revisions:
        if name in revision.agreed:
            low = max(low, -_in_doubts(outlook, revision.draft, name))
        for refusal in revision.refusals:
            if refusal.nation == name:
                high = min(high, -_in_doubts(outlook, revision.draft, name))
                if refusal.instead is not None:
                    low = max(low, -_in_doubts(outlook, refusal.instead, name))
    # What lies beyond all doubt has causes that other drafts need not share: no more than this is carried over.
    low, high = min(low, 1.0), max(high, -1.0)
    if high - low >= BEYOND:
        return low, high
    return (low, low + BEYOND) if low > -1.0 else (high - BEYOND, high)


def _in_doubts(outlook: Outlook, draft: Draft, name: str) -> float:
    """What a draft seems to bring a nation, as so many times the doubt about it."""
    return judged(outlook, name, draft).total / max(1, doubt_about(outlook, draft, name))


def hoped(outlook: Outlook, draft: Draft, told: Heard) -> float:
    """What the least eager of the others may be expected to gain, in tenths; nothing where it would surely refuse.

    Its gain lies anywhere within the doubt with the same chance; where it would lose it does not sign.
    """
    least: float | None = None
    for name in draft.parties:
        if name != outlook.seat:
            found, doubt = judged(outlook, name, draft).total, max(1, doubt_about(outlook, draft, name))
            low, high = told.get(name, (-1.0, 1.0))
            worst, most = found + low * doubt, found + high * doubt
            gain = (worst + most) / 2 if worst >= 0 else most * most / (2 * (most - worst)) if most > 0 else 0.0
            least = gain if least is None else min(least, gain)
    return least or 0.0
