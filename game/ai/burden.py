"""A common burden as a mind meets it: whether to bear one's share this turn, or to let others bear it.

Riding free pays at first: the money is kept, and a nation that others protect loses little safety by it (Olson &
Zeckhauser 1966). What speaks against it is its name among the partners, its influence, and its own weight in its
protection, which is great for the great.
"""

from game.ai.outlook import Outlook
from game.ai.price import dearness
from game.ai.valuation import Valuation, valuation
from game.ai.weights import WEIGHTS, Weights, tenths
from game.ai.word import judged
from game.core.arith import divide
from game.core.burden import burden_table, formula_of, payment_due
from game.core.duties import Pay
from game.core.options import sheet_cost, treaties_of, upkeep
from game.core.orders import Sheet
from game.core.terms import Term
from game.core.triggers import duties_of


def shares(outlook: Outlook) -> tuple[Pay, ...]:
    """The shares of common burdens this seat owes this turn."""
    return tuple(
        duty
        for treaty_id, treaty in treaties_of(outlook.world, outlook.seat)
        for duty in duties_of(treaty_id, treaty)
        if isinstance(duty, Pay) and duty.by == outlook.seat and duty.target
    )


def share_gap(outlook: Outlook, duty: Pay, made: Sheet) -> int:
    """RP this seat must still find to bear a share, beyond upkeep and what a sheet spends."""
    world, me = outlook.world, outlook.seat
    if duty.formula == "fund":
        return payment_due(world, duty)
    treaty = world.treaties[duty.treaty]
    spent = upkeep(world.rules, world.nations[me]) + sheet_cost(world, me, made)
    row = next(row for row in burden_table(world, duty.treaty, treaty, {me: spent}) if row.nation == me)
    return max(0, row.gap)


def share_sums(outlook: Outlook, duty: Pay, gap: int, weights: Weights = WEIGHTS) -> Valuation:
    """What bearing a share is worth rather than leaving it to the others: they are left to it when below zero."""
    world, me = outlook.world, outlook.seat
    partners = [name for name in duty.among if name in world.nations]
    own = next((part.amount for part in outlook.table.protection(me).parts if part.name == "own_forces"), 0)
    weight = own / max(1, outlook.table.protection(me).value)
    cost = gap * weights.resource * dearness(outlook, me, weights)
    fear = max(0, 60 - outlook.table.secure(me)) / 60
    # One of two is missed at once; one of twelve hardly is.
    watched = weights.share_word * 6 / (5 + len(partners)) + judged(outlook, world.rules.trust_broke_duty, weights)
    terms = [
        Term("reputation", tenths(watched), duty.treaty),
        Term("cost", -tenths(cost)),
        Term("security", tenths(gap * weights.resource * fear * weight)),
    ]
    if world.nations[me].influence:
        terms.append(Term("standing", tenths(weights.share_standing)))
    if formula_of(world.treaties[duty.treaty]) == "fund":
        # The fund pays for exercises this seat would share the price of in any case.
        back = divide(tenths(cost), 2 * max(1, len(partners)))
        terms.append(Term("receipts", back))
    return valuation(terms)


def tempted(outlook: Outlook, made: Sheet, weights: Weights = WEIGHTS) -> dict[str, tuple[Term, ...]]:
    """Shares this seat leaves to others this turn, by treaty, and why."""
    found: dict[str, tuple[Term, ...]] = {}
    for duty in shares(outlook):
        gap = share_gap(outlook, duty, made)
        if gap:
            sums = share_sums(outlook, duty, gap, weights)
            if sums.total < 0:
                found[duty.treaty] = sums.terms
    return found
