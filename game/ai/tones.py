"""How a mind writes to others."""

from game.ai.outlook import Outlook
from game.core.terms import Tone


def tone_toward(outlook: Outlook, others: tuple[str, ...]) -> Tone:
    """How a mind writes: as it feels about those it writes to, and as its character has it, never more than firm."""
    weights = outlook.weights_of(outlook.seat)
    felt = [outlook.trust(outlook.seat, other) for other in others if other != outlook.seat]
    if min(felt) <= weights.firm_below:
        return "firm"
    return "cordial" if min(felt) >= weights.cordial_from else "plain"
