"""How a mind writes to others."""

from game.ai.outlook import Outlook
from game.core.terms import Tone

FRIENDLY, WARY = 15, -30
"""Trust from which one writes cordially, and below which firmly."""


def tone_toward(outlook: Outlook, others: tuple[str, ...]) -> Tone:
    """How a mind writes: as it feels about those it writes to, never more sharply than firm."""
    felt = [outlook.trust(outlook.seat, other) for other in others if other != outlook.seat]
    if min(felt) <= WARY:
        return "firm"
    return "cordial" if min(felt) >= FRIENDLY else "plain"
