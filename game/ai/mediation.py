"""Words from third nations: mediating between two who trust one, warning one whom a pledge should have deterred."""

from dataclasses import replace

from game.ai.aims import brokerage
from game.ai.ally import well_heard
from game.ai.outlook import Outlook
from game.ai.showdown import expected, guards_reading, prospect
from game.ai.valuation import Valuation, valuation
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core import acts
from game.core.acts import Act
from game.core.arith import logistic
from game.core.challenge import challenge
from game.core.crises import Crisis
from game.core.legality import problems
from game.core.mediation import listens, mediation_chance
from game.core.terms import Term


def words(outlook: Outlook, left: int, weights: Weights = WEIGHTS) -> tuple[Act, ...]:
    """At most one mediation or warning: the one worth most, if an initiative can be spared for it."""
    world, me = outlook.world, outlook.seat
    best: tuple[int, tuple[int, str], Act] | None = None
    for crisis_id, crisis in world.crises.items():
        if left < 1 or not crisis.live or me in (crisis.target, crisis.challenger):
            continue
        for act, why in (
            (acts.Mediate(crisis=crisis_id), carrying(outlook, crisis_id, crisis, weights)),
            (acts.Warn(crisis=crisis_id), warning(outlook, crisis, weights)),
        ):
            if why.total > 0 and (best is None or why.total > best[0]):
                said = replace(act, because=why.terms)
                if not problems(outlook.view, said):
                    best = (why.total, outlook.tie(crisis.target), said)
    return (best[2],) if best is not None else ()


def carrying(outlook: Outlook, crisis_id: str, crisis: Crisis, weights: Weights) -> Valuation:
    """What mediating is worth: the chance that both take what it brings times what peace there is worth to this seat.

    Against it: the effort, and the name it loses where it comes back with nothing.
    """
    world, me, rules = outlook.world, outlook.seat, outlook.world.rules
    if me in crisis.mediated or crisis.terms_by or not listens(world, crisis, me):
        return valuation([])
    wanted = brokerage(outlook, crisis_id, crisis, weights)
    if not wanted and not well_heard(outlook, crisis):
        return valuation([])  # a broker by vocation goes wherever it is heard, others where they are heard best
    found = mediation_chance(world, crisis, me) / 100
    chance = found * willing(outlook, crisis, weights)
    lost = min(-rules.influence_mediation_failed, world.nations[me].influence)
    # One that would gladly see the target humbled has no reason to help.
    gladly = max(0, outlook.table.hostile(me, crisis.target) - 20) * weights.mediate_gain / 20
    return valuation(
        [
            Term("standing", tenths(chance * weights.mediate_gain * (1 + crisis.severity / 3))),
            Term("audience", -tenths((1 - found) * lost * weights.influence_point)),
            Term("objective", tenths(chance * wanted)),
            Term("provocation", -tenths(gladly), crisis.target),
            Term("cost", -tenths(weights.word_cost)),
        ]
    )


def willing(outlook: Outlook, crisis: Crisis, weights: Weights) -> float:
    """Chance that both sides would take terms, as far as a third can tell without the challenger's resolve."""
    table, kind, stakes = outlook.table, outlook.world.kinds[crisis.kind], crisis.stakes
    if crisis.stage == "fighting":
        return 0.5
    worth = challenge(table, crisis.challenger, crisis.target, crisis.theatre, stakes, kind, crisis).worth
    half = 0.0 if crisis.stage == "brewing" else weights.compromise_gain * stakes
    scale = outlook.world.rules.resolve_scale * 10
    rests = logistic(tenths(half) - max(0, worth), scale) / 1000
    if crisis.stage == "brewing":
        return rests
    ahead = prospect(outlook, crisis, expected(outlook, crisis))
    feared = ahead.strike * ahead.balance - weights.compromise_share
    return rests * logistic(tenths(feared * stakes), scale) / 1000


def warning(outlook: Outlook, crisis: Crisis, weights: Weights) -> Valuation:
    """What a public warning is worth to a guarantor whose pledge reads this case: a challenge the less."""
    world, me, table = outlook.world, outlook.seat, outlook.table
    if crisis.stage != "brewing" or me in crisis.warned or world.nations[me].forces < 1:
        return valuation([])
    mine = [guard for guard in guards_reading(outlook, crisis) if guard.by == me]
    if not mine or table.credibility(mine[0], crisis.target).value < weights.warn_meant:
        return valuation([])
    kind = world.kinds[crisis.kind]

    def held(case: Crisis) -> int:
        return challenge(table, crisis.challenger, crisis.target, crisis.theatre, crisis.stakes, kind, case).held

    gain = held(replace(crisis, warned=(*crisis.warned, me))) - held(crisis)
    return valuation(
        [
            Term("denial", tenths(gain / 1000 * crisis.stakes * weights.warn_gain), crisis.target),
            Term("provocation", -tenths(world.rules.provoked_warning * weights.warn_anger), crisis.challenger),
            Term("cost", -tenths(weights.word_cost)),
        ]
    )
