"""Leaving a treaty that no longer serves: a partner become a threat, a promise that only binds."""

from dataclasses import replace

from game.ai.outlook import Outlook
from game.ai.valuation import Valuation, valuation, value
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core import acts
from game.core.drafts import Draft
from game.core.legality import problems
from game.core.world import Treaty


def withdrawals(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[acts.Withdraw, ...]:
    """The treaty this seat denounces now, at most one a turn: that which is worth least to it, far enough below
    nothing to outweigh what denouncing costs. The terms are what the treaty is worth; they sum to below zero.
    """
    world, me = outlook.world, outlook.seat
    worst: tuple[int, str] | None = None
    why: Valuation | None = None
    for treaty_id, treaty in world.treaties.items():
        mine = me in treaty.parties and me not in treaty.leaving and treaty.in_force(world.turn)
        if mine and doubtful(outlook, treaty):
            found = worth_of(outlook, treaty_id, weights)
            if found.total <= tenths(weights.leave_below) and (worst is None or found.total < worst[0]):
                worst, why = (found.total, treaty_id), found
    if worst is None or why is None:
        return ()
    act = acts.Withdraw(treaty=worst[1], because=why.terms)
    return () if problems(outlook.view, act) else (act,)


def doubtful(outlook: Outlook, treaty: Treaty) -> bool:
    """Whether a treaty deserves a second look: a partner distrusted, or one that would press this seat if it could."""
    least = outlook.world.rules.opportunity_hostility / 100
    return any(
        outlook.trust(outlook.seat, other) <= DISTRUSTED or outlook.hostility(other, outlook.seat) >= least
        for other in treaty.parties
        if other != outlook.seat and other in outlook.world.nations
    )


DISTRUSTED = -35
"""Trust in a partner from which a treaty with it is looked at again."""


def worth_of(outlook: Outlook, treaty_id: str, weights: Weights = WEIGHTS) -> Valuation:
    """What a treaty in force is worth to this seat today, beside a world without it."""
    world, treaty = outlook.world, outlook.world.treaties[treaty_id]
    without = {name: had for name, had in world.treaties.items() if name != treaty_id}
    apart = Outlook(replace(outlook.view, world=replace(world, treaties=without)))
    parties = tuple(name for name in treaty.parties if name in world.nations)
    draft = Draft(title=treaty.title, parties=parties, clauses=treaty.clauses, notice=treaty.notice)
    found = value(apart, outlook.seat, draft, weights)
    # It is in force, or signed: whether it would be ratified is no part of what it is worth.
    return valuation([term for term in found.terms if term.name != "ratification"])
