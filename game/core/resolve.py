"""A challenger's resolve: drawn once when the case is born, known to the challenger alone."""

from game.core.arith import clamp, logit
from game.core.dice import dice
from game.core.world import State


def drawn_resolve(state: State, crisis_id: str) -> int:
    """Resolve in points of expected utility: a logistic draw around zero, keyed to the case."""
    return logit(clamp(dice(state.seed, state.turn, "resolve", crisis_id), 2, 998), state.rules.resolve_scale)
