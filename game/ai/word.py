"""A government's word as part of what it is judged by: what breaking it takes from that, in points like its aims."""

from game.ai.outlook import Outlook
from game.ai.weights import Weights


def weighed(outlook: Outlook, permille: int, weights: Weights) -> float:
    """Points that so much of what a government is judged by is worth to it, where what is lost is lost for good."""
    return permille * weights.objective * weights.word_judged / 1000


def judged(outlook: Outlook, trust: int, weights: Weights) -> float:
    """Points that a word is worth whose breaking costs so much trust (a rule's number, below zero).

    Nothing to a government that is judged by nothing. What is broken on the last turn it knows of counts most.
    """
    world = outlook.world
    if not world.nations[outlook.seat].objectives:
        return 0.0
    last = world.turn >= world.turns
    each = world.rules.last_breach if last else world.rules.broken_word
    return -trust * each * weights.objective * weights.word_judged / 1000
