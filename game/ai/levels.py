"""Levels: how far a mind looks and how many partners and drafts it weighs, never what it may see."""

from dataclasses import replace

from game.ai.mind import Move, honest_mind
from game.ai.weights import WEIGHTS
from game.core.view import View

EASY = replace(
    WEIGHTS, objective=0.0, temper=12.0, shortlist=2, agenda=1, search_steps=0, haggle=1000.0, toward_aims=0.0
)
"""Goes by its humour, talks to whom it knows, answers yes or no, and forgets what it came for."""
HARD = replace(WEIGHTS, objective=180.0, temper=1.0, agenda=4, threads_a_turn=2, search_steps=8)
"""Keeps its aims in mind, weighs more partners, and walks farther for a better draft."""


def easy(view: View) -> Move:
    """The honest mind with a short breath."""
    return honest_mind(view, EASY)


def hard(view: View) -> Move:
    """The honest mind with a long breath."""
    return honest_mind(view, HARD)
