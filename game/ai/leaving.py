"""Leaving a treaty that no longer serves: a partner become a threat, a promise that only binds, a call not answered."""

from game.ai.grievance import renegotiated, weighed
from game.ai.memory import settled_on
from game.ai.outlook import Outlook
from game.ai.valuation import Valuation
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core import acts
from game.core.beliefs import breakers
from game.core.charters import MotionKind
from game.core.drafts import Draft
from game.core.legality import problems
from game.core.world import Treaty

GRAVE: tuple[MotionKind, ...] = ("suspend", "expel", "dissolve")
"""Motions that may settle by themselves what a member has against an alliance."""
MEANT = 4
"""Turns for which the text of a treaty, once signed, is not left but by one whom it has failed."""
DISTRUSTED = -35
"""Trust in a partner from which a treaty with it is looked at again."""


def withdrawals(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[acts.Withdraw | acts.Propose, ...]:
    """The treaty this seat denounces now, at most one a turn: that which is worth least to it, far enough below
    nothing to outweigh what denouncing costs. The terms are what the treaty is worth; they sum to below zero.

    Who was left alone under it may offer a looser text instead, where that would be worth having.
    """
    world, me = outlook.world, outlook.seat
    if any(had.leaving.get(me) == world.turn + had.notice for had in world.treaties.values()):
        return ()  # one at a time: what is left looks different without it
    worst: tuple[int, str] | None = None
    why: Valuation | None = None
    for treaty_id, treaty in world.treaties.items():
        mine = me in treaty.parties and me not in treaty.leaving and treaty.in_force(world.turn)
        if not mine or _before_council(outlook, treaty_id):
            continue
        wronged = bool(breakers(world, treaty_id, me))
        if not wronged and settled_on(world, treaty_id) > max(0, world.turn - MEANT):
            continue  # who has lately put its name under a text stands by it
        if wronged or breakers(world, treaty_id) not in ((), (me,)) or doubtful(outlook, treaty):
            found = worth_of(outlook, treaty_id, weights)
            least = weights.leave_wronged if wronged else weights.leave_below
            if found.total <= tenths(least) and (worst is None or found.total < worst[0]):
                worst, why = (found.total, treaty_id), found
    if worst is None or why is None:
        return ()
    if breakers(world, worst[1], me):
        looser = renegotiated(outlook, worst[1], weights)
        if looser is not None:
            return (looser,)
    act = acts.Withdraw(treaty=worst[1], because=why.terms)
    return () if problems(outlook.view, act) else (act,)


def _before_council(outlook: Outlook, treaty_id: str) -> bool:
    """Whether a treaty is before its council, or called, this turn: nobody asks something of it and leaves it."""
    called = any(
        call.treaty == treaty_id
        for crisis in outlook.world.crises.values()
        if crisis.live and crisis.target == outlook.seat
        for call in crisis.calls
    )
    return called or any(
        motion.treaty == treaty_id and (motion.by == outlook.seat or motion.kind in GRAVE)
        for motion in outlook.world.motions.values()
        if motion.status == "open" or motion.closed == outlook.world.turn
    )


def doubtful(outlook: Outlook, treaty: Treaty) -> bool:
    """Whether a treaty deserves a second look: a partner distrusted, or one that would press this seat if it could."""
    least = outlook.world.rules.opportunity_hostility / 100
    return any(
        outlook.trust(outlook.seat, other) <= DISTRUSTED or outlook.hostility(other, outlook.seat) >= least
        for other in treaty.parties
        if other != outlook.seat and other in outlook.world.nations
    )


def worth_of(outlook: Outlook, treaty_id: str, weights: Weights = WEIGHTS, nation: str = "") -> Valuation:
    """What a treaty in force is worth to this seat, or by its estimate to another, beside a world without it."""
    world, treaty = outlook.world, outlook.world.treaties[treaty_id]
    parties = tuple(name for name in treaty.parties if name in world.nations)
    draft = Draft(title=treaty.title, parties=parties, clauses=treaty.clauses, notice=treaty.notice)
    return weighed(outlook, treaty_id, draft, nation or outlook.seat, weights)
