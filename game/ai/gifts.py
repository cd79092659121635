"""Promised gifts: paid while they can be paid and the taker is still worth helping."""

from game.ai.burden import share_sums
from game.ai.keeping import outlay_terms
from game.ai.outlook import Outlook
from game.ai.price import dearness
from game.ai.valuation import Valuation, valuation
from game.ai.weights import WEIGHTS, Weights, tenths
from game.ai.word import judged
from game.core.burden import payment_due
from game.core.councils import levies_due
from game.core.duties import Pay
from game.core.options import free_points, gifts_due, sheet_cost
from game.core.orders import Sheet
from game.core.outlays import outlays_due
from game.core.terms import Term


def gift_sums(outlook: Outlook, gift: Pay, weights: Weights = WEIGHTS) -> Valuation:
    """What keeping a promised gift is worth rather than withholding it this turn: withheld when below zero."""
    me = outlook.seat
    if not gift.amount:
        return share_sums(outlook, gift, payment_due(outlook.world, gift), weights)
    takers = [name for name in gift.among if name in outlook.world.nations]
    broke = outlook.world.rules.trust_broke_duty
    cost = gift.amount * len(takers) * weights.resource * dearness(outlook, me, weights)
    terms = [
        Term("reputation", tenths(weights.withhold_word * len(takers) + judged(outlook, broke, weights))),
        Term("cost", -tenths(cost * weights.gift_grudged)),
    ]
    for taker in takers:
        distrust = max(0, -outlook.trust(me, taker))
        wary = max(0.0, outlook.hostility(taker, me) * 100 - weights.partner_wary)
        doubted = distrust * weights.distrust + wary * weights.partner_hostility
        terms.append(Term("trust", -tenths(doubted), taker))
    return valuation(terms)


def withheld(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[str, ...]:
    """Treaties whose gifts and outlays are kept back this turn: those not worth keeping, then what cannot be paid."""
    world, me = outlook.world, outlook.seat
    worth: dict[str, int] = {}
    for gift in gifts_due(world, me):
        worth[gift.treaty] = worth.get(gift.treaty, 0) + gift_sums(outlook, gift, weights).total
    for outlay in outlays_due(world, me):
        kept = sum(term.tenths for term in outlay_terms(outlook, outlay, weights))
        worth[outlay.treaty] = worth.get(outlay.treaty, 0) + kept
    for _, levy in levies_due(world, me):
        # What a council has voted is paid while it can be.
        worth.setdefault(levy.treaty, 0)
    kept_back: list[str] = []
    # What is withheld under a treaty is all it asks: its gifts and outlays stand or fall together.
    for treaty in sorted(worth, key=lambda treaty: (worth[treaty], treaty)):
        broke = sheet_cost(world, me, Sheet(withheld=tuple(kept_back))) > free_points(world, me)
        if broke or worth[treaty] < 0:
            kept_back.append(treaty)
    return tuple(kept_back)
