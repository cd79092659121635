"""Reasons against accusing a nation of a hidden hand's work."""

from game.core import acts
from game.core.checks.common import initiative_problems
from game.core.problems import Problem, illegal, invalid, stale
from game.core.world import State


def accuse_problems(world: State, me: str, act: acts.Accuse) -> list[Problem]:
    """Reasons against an accusation."""
    fate = world.misfortunes.get(act.misfortune)
    if fate is None:
        return [invalid(f'There is no misfortune "{act.misfortune}".')]
    if act.suspect not in world.nations:
        return [invalid(f'There is no nation "{act.suspect}".')]
    if not world.misfortune_kinds[fate.kind].hidden_hand:
        return [illegal("Nobody did that.")]
    if fate.target != me:
        return [illegal("Only the nation that was harmed accuses.")]
    if act.suspect == me:
        return [illegal("A nation accuses another.")]
    if fate.accused:
        return [illegal("An accusation has been made already.")]
    if not fate.live and not (fate.attributed and fate.ended == world.turn):
        return [stale("The search is over, and nobody listens any more.")]
    if fate.attributed and act.suspect != fate.culprit:
        return [illegal("It has been found who did it.")]
    found: list[Problem] = []
    if any(c.live and c.challenger == act.suspect and c.target == me for c in world.crises.values()):
        found.append(illegal("A case between these two is already before the world."))
    return found + initiative_problems(world, me, "An accusation")
