"""Keeping promises of joint work and restraint: outlays, relief, peaces to keep, forces held together, ceilings."""

from game.ai.outlook import Outlook
from game.ai.price import dearness
from game.ai.weights import WEIGHTS, Weights, tenths
from game.ai.word import judged
from game.core.commands import commanded, contributions, peace_owed
from game.core.duties import Abstain, Guard, Relieve
from game.core.outlays import Outlay
from game.core.terms import Term

DESPERATE = 30
"""Security below which a ceiling on arms no longer holds a nation back."""


def outlay_terms(outlook: Outlook, outlay: Outlay, weights: Weights = WEIGHTS) -> tuple[Term, ...]:
    """Why an outlay is worth keeping rather than withholding this turn, or is not."""
    me, world = outlook.seat, outlook.world
    parties = world.treaties[outlay.treaty].parties
    broke = world.rules.trust_broke_duty
    hand = outlay.kind in ("denounce", "retaliate")
    judging = [name for name in (parties if hand else outlay.whom or parties) if name != me]
    cost = outlay.points * weights.resource * dearness(outlook, me, weights)
    terms = [
        Term("reputation", tenths(weights.withhold_word * min(3, len(judging)) + judged(outlook, broke, weights))),
        Term("cost", -tenths(cost * weights.gift_grudged)),
    ]
    for name in outlay.whom:
        if hand:
            # To answer a strong neighbour's hand is to draw its anger.
            exposed = outlook.table.threat(name, me) / max(1, outlook.table.protection(me).value)
            terms.append(Term("provocation", -tenths(min(8.0, exposed * 10)), name))
        else:
            wary = max(0.0, outlook.hostility(name, me) * 100 - weights.partner_wary) * weights.partner_hostility
            doubted = max(0, -outlook.trust(me, name)) * weights.distrust + wary
            terms.append(Term("trust", -tenths(doubted), name))
    return tuple(term for term in terms if term.tenths)


def promised_relief(outlook: Outlook, target: str) -> int:
    """RP a treaty has this seat give when a disaster strikes a nation; 0 where none does."""
    return max(
        (
            duty.amount
            for duty in outlook.table.duties[outlook.seat]
            if isinstance(duty, Relieve) and duty.after == "disaster" and target in duty.among
        ),
        default=0,
    )


def peaces_to_keep(outlook: Outlook) -> dict[str, int]:
    """FP wanted in each theatre where this seat has promised to keep a peace."""
    wanted: dict[str, int] = {}
    for duty in contributions(outlook.world, outlook.seat, "peace"):
        for case_id in peace_owed(outlook.world, duty):
            theatre = outlook.world.crises[case_id].theatre
            wanted[theatre] = max(duty.amount, wanted.get(theatre, 0))
    return wanted


def held_together(outlook: Outlook) -> tuple[int, tuple[str, ...]]:
    """FP this seat holds for common commands, and the theatres in which they may stand."""
    world, me = outlook.world, outlook.seat
    duties = contributions(world, me, "command")
    inside = [name for duty in duties for name in (me, *duty.among) if name in world.nations]
    return sum(commanded(world.nations[me], duty) for duty in duties), tuple(world.nations[n].home for n in inside)


def room_below_ceiling(outlook: Outlook) -> int:
    """FP this seat may raise under the ceilings it has promised; as many as it likes once it fears for its life."""
    me = outlook.seat
    if outlook.table.secure(me) < DESPERATE:
        return 10_000
    forces = outlook.world.nations[me].forces
    rooms = [
        max(0, duty.ceiling - forces)
        for duty in outlook.table.duties[me]
        if isinstance(duty, Abstain) and "arm" in duty.acts
    ]
    return min(rooms, default=10_000)


def answers_feared(outlook: Outlook, target: str) -> float:
    """Points that the declared answers of a nation's partners would cost a hidden hand that is found."""
    hands = [duty for duties in outlook.table.duties.values() for duty in duties if isinstance(duty, Guard)]
    return sum(
        (1.5 if duty.answer == "retaliate" else 0.8) for duty in hands if not duty.armed and target in duty.wards
    )
