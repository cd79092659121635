"""A challenger's resolve: drawn once when the case is born, known to the challenger alone."""

from game.core.arith import clamp, divide, logistic, logit
from game.core.dice import dice
from game.core.rules import Rules
from game.core.world import State

WHOLE = 20
"""Stakes, in points, from which resolve spreads in full."""


def resolve_spread(rules: Rules, stakes: int) -> int:
    """Scale of the draw of resolve, in points of expected utility: who has little at stake wants it little."""
    return max(1, divide(rules.resolve_scale * min(stakes, WHOLE), WHOLE))


def drawn_resolve(state: State, crisis_id: str, stakes: int) -> int:
    """Resolve in points of expected utility: a logistic draw around zero, keyed to the case."""
    drawn = clamp(dice(state.seed, state.turn, "resolve", crisis_id), 2, 998)
    return logit(drawn, resolve_spread(state.rules, stakes))


def told_by_pressing(pressed: int, going_on: int, spread: int) -> int:
    """Permille chance that a challenger which found it worth while to press finds it worth while to go on.

    Both worths are in tenths of a point, without its resolve, which others do not know: that it pressed tells of it.
    """
    least, needed, width = -pressed, -going_on, spread * 10
    if needed <= least:
        return 1000
    if least <= 0:
        return divide(1000 * logistic(going_on, width), logistic(pressed, width))
    below, beyond = logistic(least, width), logistic(needed - least, width)
    return divide(1_000_000 * (1000 - beyond), (1000 - below) * (1000 - beyond) + below * beyond)
