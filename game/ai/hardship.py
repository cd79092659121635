"""Misfortunes as a mind meets them: its own first, friends by trust and treaty, and, rarely, a hidden hand.

Every gift has its reasons as terms, the same way answers have: `relief_terms` and `covert_terms` name them.
"""

from dataclasses import replace

from game.ai.keeping import answers_feared, promised_relief
from game.ai.outlook import Outlook
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core.attribution import attribution_over_time, covert_kinds, relief_asked, relief_need
from game.core.checks.sheets import sheet_problems
from game.core.dice import dice
from game.core.duties import Abstain, Guard
from game.core.options import free_points, sheet_cost, treaties_of
from game.core.orders import Covert, Sheet
from game.core.slumps import partners_struck, passed_on
from game.core.terms import Term

GESTURE = 40
"""Trust from which a nation that no treaty binds gives a point."""


def own_relief(outlook: Outlook, made: Sheet, reserve: int) -> Sheet:
    """The sheet with what this seat gives its own people: half of the need where partners may give the rest.

    All of it where there are none; a reserve is touched for the half alone.
    """
    world, me = outlook.world, outlook.seat
    for fate_id in relief_asked(world):
        if world.misfortunes[fate_id].target == me:
            need, left = relief_need(world, fate_id), _left(outlook, made)
            half = (need + 1) // 2
            wanted = half if partners_of(outlook, me) else max(half, min(need, left - reserve))
            made = _given(outlook, made, fate_id, min(wanted, left))
    return made


def relief(outlook: Outlook, made: Sheet, reserve: int, weights: Weights = WEIGHTS) -> Sheet:
    """The sheet with what this seat gives others: a fair share, of at most half it can spare, where reasons add up."""
    world, me = outlook.world, outlook.seat
    asked = [fate_id for fate_id in relief_asked(world) if world.misfortunes[fate_id].target != me]
    purse = (_left(outlook, made) - reserve) // 2
    worth = {fate_id: sum(t.tenths for t in relief_terms(outlook, fate_id, 1, weights)) for fate_id in asked}
    for fate_id in sorted(asked, key=lambda fate_id: (-worth[fate_id], fate_id)):
        asked_of_me = promised_relief(outlook, world.misfortunes[fate_id].target)
        amount = max(min(fair_part(outlook, fate_id), purse), min(asked_of_me, _left(outlook, made)))
        amount = min(amount, relief_need(world, fate_id))
        while amount > 0 and sum(t.tenths for t in relief_terms(outlook, fate_id, amount, weights)) <= 0:
            amount -= 1
        given = _given(outlook, made, fate_id, amount)
        if given is not made:
            made, purse = given, purse - amount
    return made


def relief_terms(outlook: Outlook, fate_id: str, amount: int, weights: Weights = WEIGHTS) -> tuple[Term, ...]:
    """Why this seat would give `amount` RP to another, or would not, in tenths of a point."""
    world, me = outlook.world, outlook.seat
    fate = world.misfortunes[fate_id]
    bound = any(isinstance(duty, Guard) and fate.target in duty.wards for duty in outlook.table.duties[me])
    partner = any(fate.target in treaty.parties for _, treaty in treaties_of(world, me))
    name = weights.relief_ally if bound else weights.relief_partner if partner else 0.0
    name += weights.withhold_word if 0 < promised_relief(outlook, fate.target) <= amount else 0.0
    hostile = outlook.table.hostility(me, fate.target).value * weights.relief_hostility
    price = amount * weights.relief_point * 10 / max(10, world.nations[me].income)
    found = (
        Term("trust", tenths(outlook.trust(me, fate.target) * weights.relief_trust), fate.target),
        Term("reputation", tenths(name), fate.target),
        Term("home", tenths(fate.severity * weights.relief_severity)),
        Term("provocation", -tenths(hostile), fate.target),
        Term("trade", tenths(trade_saved(outlook, fate_id, amount) * price / max(1, amount)), fate.target),
        Term("cost", -tenths(price)),
    )
    return tuple(term for term in found if term.tenths)


def trade_saved(outlook: Outlook, fate_id: str, amount: int) -> float:
    """RP of this seat's own income that so much relief saves: what a partner's crisis would take, less what is met."""
    world, me = outlook.world, outlook.seat
    fate = world.misfortunes[fate_id]
    if not world.misfortune_kinds[fate.kind].passes or me not in partners_struck(world, fate):
        return 0.0
    spared = passed_on(world, fate, me, "unmet") - passed_on(world, fate, me, "met")
    return in_all(outlook, me, spared) * min(1.0, amount / max(1, relief_need(world, fate_id)))


def in_all(outlook: Outlook, nation: str, permille: int) -> float:
    """RP that a fall in income by so much costs a nation until it has faded."""
    return outlook.world.nations[nation].income * permille / max(1, 1000 - outlook.world.rules.slump_keeps)


def fair_part(outlook: Outlook, fate_id: str) -> int:
    """RP of the need that fall to this seat: what the victim's own half leaves, shared out among its treaty partners.

    Each point goes to the partner with the most income for the points it has: all who look find the same sharing,
    so that together they give what is needed and little more. One that is no partner gives a point in friendship.
    """
    world, me = outlook.world, outlook.seat
    target = world.misfortunes[fate_id].target
    partners = partners_of(outlook, target)
    if me not in partners:
        return 1 if outlook.trust(me, target) >= GESTURE else 0
    need = relief_need(world, fate_id)
    parts = dict.fromkeys(partners, 0)
    for _ in range(need - min((need + 1) // 2, int(outlook.spare_points(target)))):
        incomes = {name: world.nations[name].income / (parts[name] + 1) for name in partners}
        next_one = max(partners, key=lambda name: (incomes[name], outlook.profile(name)))
        parts[next_one] += 1
    return parts[me]


def partners_of(outlook: Outlook, name: str) -> tuple[str, ...]:
    """Nations bound to one by any treaty this seat knows to be in force."""
    found = [party for _, treaty in treaties_of(outlook.world, name) for party in treaty.parties]
    return tuple(sorted({party for party in found if party != name and party in outlook.world.nations}))


def sabotage(outlook: Outlook, made: Sheet, weights: Weights = WEIGHTS) -> Sheet:
    """The sheet with an act of sabotage, where all of it speaks for one: hatred, idle means, little risk, the mood."""
    world, me = outlook.world, outlook.seat
    idle = _left(outlook, made) - world.rules.price_covert
    kinds = covert_kinds(world, me)
    if not kinds or idle < weights.covert_idle:
        return made
    often = weights.covert_often if world.nations[me].regime < 0 else weights.covert_often // 3
    if dice(world.seed, world.turn, "covert", outlook.profile(me)) >= often:
        return made
    found = [name for name in world.nations if name != me and covert_terms(outlook, name, weights)]
    if not found:
        return made
    target = max(found, key=lambda name: (outlook.table.hostility(me, name).value, outlook.tie(name)))
    kind = kinds[dice(world.seed, world.turn, "covert", f"kind {target}") * len(kinds) // 1000]
    tried = replace(made, covert=(Covert(target, kind),))
    return made if sheet_problems(outlook.view, tried) else tried


def covert_terms(outlook: Outlook, target: str, weights: Weights = WEIGHTS) -> tuple[Term, ...]:
    """Why this seat would have a nation sabotaged; empty where it would not think of it.

    Never a nation it has promised to protect or to leave alone, nor a partner of any treaty.
    """
    world, me = outlook.world, outlook.seat
    hostile = outlook.table.hostility(me, target).value
    if hostile < weights.covert_hostility or any(target in treaty.parties for _, treaty in treaties_of(world, me)):
        return ()
    for duty in outlook.table.duties[me]:
        if isinstance(duty, Abstain) and target in duty.toward:
            return ()
    found_out = attribution_over_time(world, target, me)
    if found_out > weights.covert_found:
        return ()
    exposed = found_out * -world.rules.trust_attributed / 100
    answered = found_out * answers_feared(outlook, target) / 100
    wish, price = hostile / 10, exposed / 10 + answered
    if wish <= price:
        return ()  # what was declared against hidden hands is believed
    return (Term("provocation", tenths(wish), target), Term("reputation", -tenths(price), target))


def _left(outlook: Outlook, made: Sheet) -> int:
    """RP free after a sheet's orders."""
    world, me = outlook.world, outlook.seat
    return free_points(world, me, made.budget.home_cut) - sheet_cost(world, me, made)


def _given(outlook: Outlook, made: Sheet, fate_id: str, amount: int) -> Sheet:
    """The sheet with so much relief, or as it was where that is nothing or not allowed."""
    if amount < 1:
        return made
    tried = replace(made, relief={**made.relief, fate_id: amount})
    return made if sheet_problems(outlook.view, tried) else tried
