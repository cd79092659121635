"""Ending a case by words: what peace with a neighbour is worth, offers half way, a mediator's terms, peace."""

from game.ai.lesser import lesser
from game.ai.outlook import Outlook
from game.ai.safety import worth_of_security
from game.ai.showdown import expected, prospect, slipping
from game.ai.valuation import Valuation, valuation
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core import acts
from game.core.challenge import challenge, local_balance
from game.core.crises import Crisis
from game.core.drafts import Draft
from game.core.legality import problems
from game.core.mediation import parties_of, settlement
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.terms import Term
from game.core.world import pair_of


def calmer(outlook: Outlook, rival: str, points: float, weights: Weights) -> float:
    """Points of security this seat gains where a rival's hostility toward it falls by so much; a loss if it rises."""
    table, me, rules = outlook.table, outlook.seat, outlook.world.rules
    force = outlook.ground.projected(rival, outlook.world.nations[me].home)
    less = min(force * points * rules.threat_permille / 100_000, float(table.threat(rival, me)))
    shield, fear = table.protection(me).value, table.exposure(me).value
    before = worth_of_security(100 * shield / max(1, shield + fear), weights)
    after = worth_of_security(100 * shield / max(1, shield + fear - less), weights)
    return (after - before) * weights.settle_calm


def eased(outlook: Outlook, crisis: Crisis) -> float:
    """Points by which a settlement would lower the hostility between the two: claims closed, promises made, trust."""
    world = outlook.world
    kind, rules = world.kinds[crisis.kind], world.rules
    points = rules.trust_settled / 4
    if kind.takes == "claim" and crisis.challenger in pair_of(world, crisis.target, crisis.challenger).claims:
        points += rules.hostility_claim
    binds = kind.settles in ("non_aggression", "neutrality")
    if binds and (crisis.challenger, crisis.target) not in outlook.table.abstains:
        points += rules.hostility_abstain
    return points


def signed(outlook: Outlook, crisis: Crisis, weights: Weights) -> list[Term]:
    """What the restraint a settlement signs is worth to this seat: what it fears of the other, and gives up itself."""
    clauses = settlement(outlook.world, crisis)
    if not any(isinstance(clause, ArmsLimits | ConfidenceBuilding) for clause in clauses):
        return []
    parties = tuple(sorted(parties_of(crisis)))
    return list(lesser(outlook, outlook.seat, Draft(title="Settlement", parties=parties, clauses=clauses), weights))


def offers(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[acts.Offer, ...]:
    """Offers this seat makes now in its own cases, and those of the other side that it takes."""
    made: list[acts.Offer] = []
    for crisis_id, crisis in outlook.world.crises.items():
        if outlook.seat not in (crisis.target, crisis.challenger) or outlook.seat in crisis.offers:
            continue
        if crisis.terms_by:
            made += _answered(outlook, crisis_id, crisis, weights)
            continue
        if crisis.stage == "fighting":
            why = peace(outlook, crisis, weights)
        elif crisis.stage == "open" and crisis.target == outlook.seat:
            why = half_way(outlook, crisis, weights)
        elif crisis.stage in ("open", "brewing") and crisis.target in crisis.offers:
            why = taken(outlook, crisis, weights)
        else:
            continue
        act = acts.Offer(crisis=crisis_id, because=why.terms)
        if why.total > 0 and not problems(outlook.view, act):
            made.append(act)
    return tuple(made)


def _answered(outlook: Outlook, crisis_id: str, crisis: Crisis, weights: Weights) -> list[acts.Offer]:
    """Yes or no to what a mediator brought: silence would be no, and would tell nobody why."""
    why = brought(outlook, crisis, crisis.terms_by, weights)
    act = acts.Offer(crisis=crisis_id, terms="compromise" if why.total > 0 else "decline", because=why.terms)
    return [] if problems(outlook.view, act) else [act]


def brought(outlook: Outlook, crisis: Crisis, mediator: str, weights: Weights = WEIGHTS) -> Valuation:
    """What terms that a mediator brings are worth to this side: the matter itself, its face, and who asks it."""
    rules, me = outlook.world.rules, outlook.seat
    if crisis.stage == "fighting":
        matter = peace(outlook, crisis, weights)
    elif crisis.stage == "brewing":
        matter = at_rest(outlook, crisis, weights)
    else:
        matter = (half_way if me == crisis.target else taken)(outlook, crisis, weights)
    face = rules.support_compromise * crisis.stakes * (1000 - rules.mediation_cover) / 1_000_000
    covered = me == crisis.target and crisis.stage != "brewing"
    return valuation(
        [
            *matter.terms,
            Term("home", tenths(face * weights.word_support) if covered else 0),
            Term("trust", tenths(outlook.trust(me, mediator) * weights.crisis_trust), mediator),
            Term("reputation", -tenths(rules.trust_spurned * weights.trust), mediator),
        ]
    )


def at_rest(outlook: Outlook, crisis: Crisis, weights: Weights) -> Valuation:
    """What it is worth to this side that a matter which only brews is let rest, by word given to a third."""
    world, me = outlook.world, outlook.seat
    if me == crisis.target:
        ahead = prospect(outlook, crisis, expected(outlook, crisis))
        return valuation([Term("stakes", tenths(ahead.balance * crisis.stakes), crisis.challenger)])
    kind = world.kinds[crisis.kind]
    sums = challenge(outlook.table, me, crisis.target, crisis.theatre, crisis.stakes, kind, crisis)
    return valuation([Term("resolve", -max(0, sums.worth + crisis.resolve * 10), crisis.target)])


def half_way(outlook: Outlook, crisis: Crisis, weights: Weights) -> Valuation:
    """Why the target would rather meet the challenger half way than stand firm, before anything is sealed."""
    rules = outlook.world.rules
    ahead = prospect(outlook, crisis, expected(outlook, crisis))
    lost = ahead.strike * ahead.balance * crisis.stakes
    return valuation(
        [
            Term("stakes", tenths(lost - weights.compromise_share * crisis.stakes), crisis.challenger),
            Term("losses", tenths(ahead.strike * rules.clash_loser * weights.crisis_losses / 1000)),
            Term("slip", tenths(slipping(outlook, crisis, ahead) * crisis.stakes), crisis.challenger),
            Term("audience", -tenths((1 - ahead.strike) * weights.firm_face)),
            Term("security", tenths(calmer(outlook, crisis.challenger, eased(outlook, crisis), weights))),
            Term(
                "provocation",
                -tenths(calmer(outlook, crisis.challenger, -rules.provoked_frozen, weights)),
                crisis.challenger,
            ),
            *signed(outlook, crisis, weights),
        ]
    )


def taken(outlook: Outlook, crisis: Crisis, weights: Weights) -> Valuation:
    """Why the challenger would rather have half than go on."""
    world, me = outlook.world, outlook.seat
    kind = world.kinds[crisis.kind]
    sums = challenge(outlook.table, me, crisis.target, crisis.theatre, crisis.stakes, kind, crisis)
    on = max(0.0, sums.worth / 10 + crisis.resolve)
    return valuation(
        [
            Term("stakes", tenths(weights.compromise_gain * crisis.stakes), crisis.target),
            Term("resolve", -tenths(on)),
            Term("security", tenths(calmer(outlook, crisis.target, eased(outlook, crisis), weights))),
            *signed(outlook, crisis, weights),
        ]
    )


def peace(outlook: Outlook, crisis: Crisis, weights: Weights) -> Valuation:
    """Why this side of a war would rather end it half way: above zero it offers to."""
    share = local_balance(outlook.table, crisis) / 1000
    mine = share if outlook.seat == crisis.challenger else 1 - share
    tired = max(0, 50 - outlook.world.nations[outlook.seat].support) * weights.war_tired
    return valuation(
        [
            Term("stakes", -tenths((2 * mine - 1) * crisis.stakes)),
            Term("losses", tenths(weights.war_cost)),
            Term("home", tenths(tired)),
        ]
    )
