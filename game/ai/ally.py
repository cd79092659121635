"""The ally in a sealed call: come, speak up, mediate, stay out, refuse, each for reasons that can be named."""

from game.ai.aims import brokerage
from game.ai.outlook import Outlook
from game.ai.promises import stands_aside
from game.ai.safety import worth_of_security
from game.ai.showdown import Prospect, Reasons, chosen, expected, prospect, slipping, wider
from game.ai.weights import WEIGHTS, Weights
from game.ai.word import judged, weighed
from game.core.arith import clamp
from game.core.clauses import Consultation
from game.core.crises import Answer, Call, Crisis, Stance
from game.core.options import (
    available,
    consulted,
    earmark_to,
    sending_price,
    sending_wear,
    stances,
    support_price,
    treaties_of,
)
from game.core.standing_by import by_firmness, toll
from game.core.statements import tested, word_price

WEAR_TURNS = 4
"""Turns for which a loss of readiness would have to last to count in full, at the pace at which it comes back."""
MEDIATORS = 2
"""How many go between two others at once: more would be in each other's way."""


def sealed(outlook: Outlook, crisis_id: str, forces: int, weights: Weights = WEIGHTS) -> Answer:
    """An ally's sealed answer; `forces` is the FP it can still send, other cases being answered at the same time."""
    world, me = outlook.world, outlook.seat
    crisis = world.crises[crisis_id]
    calls = tuple(call for call in crisis.calls if call.ally == me)
    most = min(forces, available(world, me, crisis))
    promised = earmark_to(outlook.table, me, crisis)
    sent = clamp(promised if promised else max(1, most // 4), 0, most)

    others = expected(outlook, crisis, without=me)
    alone = prospect(outlook, crisis, {**others, me: Answer("stay_out")})
    backed = prospect(outlook, crisis, {**others, me: Answer("support")})
    stake = stake_in(outlook, crisis, weights)
    options: dict[Stance, Reasons] = {}
    if sent and "come" in stances(world, me, crisis_id):
        came = prospect(outlook, crisis, {**others, me: Answer("come", sent)})
        options["come"] = {
            **_help(stake, alone, came, weights.crisis_solidarity),
            ("trust", crisis.target): outlook.trust(me, crisis.target) * weights.crisis_trust,
            ("losses", ""): -_losses(outlook, came, sent, weights),
            ("slip", crisis.challenger): -_losses(
                outlook, Prospect(came.balance, slipping(outlook, crisis, came)), sent, weights
            ),
            ("wider", crisis.challenger): -(came.strike + slipping(outlook, crisis, came))
            * wider(outlook, crisis, False, weights),
            ("home", ""): -bared(outlook, sent, weights) - worn(outlook, sent, weights) - tired(outlook, weights),
            ("toll", crisis.target): -weighed(
                outlook, toll(world, me, crisis, Answer("come", sent), outlook.ground.steps), weights
            ),
            ("cost", ""): -price_of(outlook, sending_price(world, me, crisis, sent, outlook.ground.steps), weights),
            ("provocation", crisis.challenger): -anger(outlook, crisis.challenger, world.rules.provoked_came, weights),
            **_word(outlook, crisis_id, calls, "come", sent, weights),
            **_aside(outlook, crisis, weights),
        }
    share = weights.support_share
    options["support"] = {
        **_help(stake, alone, backed, weights.crisis_solidarity * share),
        ("trust", crisis.target): outlook.trust(me, crisis.target) * weights.crisis_trust * share,
        ("home", ""): -tired(outlook, weights) * share,
        ("toll", crisis.target): -weighed(outlook, toll(world, me, crisis, Answer("support")), weights),
        ("cost", ""): -price_of(outlook, support_price(world.rules, crisis), weights),
        ("provocation", crisis.challenger): -anger(outlook, crisis.challenger, world.rules.provoked_support, weights),
        **_word(outlook, crisis_id, calls, "support", 0, weights),
        **_aside(outlook, crisis, weights),
    }
    if calls:
        options["refuse"] = {
            **_word(outlook, crisis_id, calls, "refuse", 0, weights),
            **_spoken(outlook, crisis, weights),
        }
    else:
        options["stay_out"] = {
            ("reputation", crisis.target): -weights.reputation_guarantor,
            **_spoken(outlook, crisis, weights),
        }
        sides = (outlook.trust(me, crisis.target), outlook.trust(me, crisis.challenger))
        if min(sides) >= weights.mediate_trust and well_heard(outlook, crisis):
            options["mediate"] = {
                ("reputation", ""): weights.mediate_gain,
                ("objective", ""): brokerage(outlook, crisis_id, crisis, weights),
            }
    stance, why = chosen(options, world.seed)
    return Answer(stance, forces=sent if stance == "come" else 0, because=why.terms)


def stake_in(outlook: Outlook, crisis: Crisis, weights: Weights) -> dict[str, float]:
    """What the target's cause is worth to this seat, in points: ground denied to the challenger, its own shield."""
    me, rival = outlook.seat, crisis.challenger
    size = crisis.stakes / 40
    worth = min(1.0, weights.denial_base + outlook.power(crisis.target) * 10)
    denied = outlook.hostility(rival, me) * outlook.weight_against(me, rival) * worth * weights.crisis_denial * size
    protection = outlook.table.protection(me)
    given = sum(part.amount for part in protection.parts if part.name == "guarantor" and part.about == crisis.target)
    return {"denial": denied, "security": weights.crisis_security * size * given / max(1, protection.value)}


def _help(stake: dict[str, float], alone: Prospect, helped: Prospect, solidarity: float) -> Reasons:
    """What one's stand adds to the target's cause: the balance shifted, the strike made less likely, solidarity."""
    shift = (alone.balance - helped.balance) + (alone.strike - helped.strike) + solidarity
    return {("denial", ""): stake["denial"] * shift, ("security", ""): stake["security"] * shift}


def _losses(outlook: Outlook, came: Prospect, sent: int, weights: Weights) -> float:
    rules = outlook.world.rules
    share = (came.balance * rules.clash_loser + (1 - came.balance) * rules.clash_winner) / 1000
    return came.strike * share * weights.crisis_losses * sent / max(1, outlook.world.nations[outlook.seat].forces)


def bared(outlook: Outlook, sent: int, weights: Weights) -> float:
    """What it costs to send forces away from a home that is itself not safe."""
    short = max(0, 50 - outlook.table.secure(outlook.seat))
    return short * weights.crisis_home * sent / max(1, outlook.world.nations[outlook.seat].forces)


def worn(outlook: Outlook, sent: int, weights: Weights) -> float:
    """Points of security that forces sent cost their own country while they are worn, which readiness makes good."""
    table, me, rules = outlook.table, outlook.seat, outlook.world.rules
    nation = outlook.world.nations[me]
    wear = sending_wear(outlook.world, me, sent)
    own = sum(part.amount for part in table.protection(me).parts if part.name == "own_forces")
    shield, fear = table.protection(me).value, table.exposure(me).value
    less = shield - own * min(wear, nation.readiness) / max(1, nation.readiness)
    lost = worth_of_security(100 * shield / max(1, shield + fear), weights) - worth_of_security(
        100 * less / max(1, less + fear), weights
    )
    return lost * min(1.0, wear / max(1, rules.readiness_drift) / WEAR_TURNS)


def tired(outlook: Outlook, weights: Weights) -> float:
    """Points a foreign quarrel costs a government its own people are losing patience with."""
    return max(0, 50 - outlook.world.nations[outlook.seat].support) * weights.crisis_tired


def well_heard(outlook: Outlook, crisis: Crisis) -> bool:
    """Whether this seat is among the few whom both sides trust most: others leave going between to those."""
    sides = (crisis.target, crisis.challenger)
    mine = min(outlook.trust(side, outlook.seat) for side in sides)
    if mine < outlook.world.rules.mediator_trust:
        return False
    better = [
        name
        for name in outlook.world.nations
        if name not in sides and name != outlook.seat and min(outlook.trust(side, name) for side in sides) > mine
    ]
    return len(better) < MEDIATORS


def price_of(outlook: Outlook, cost: int, weights: Weights) -> float:
    """Points that paying for forces or supplies is worth: dearer to those with little to spare."""
    spare = max(0, outlook.world.nations[outlook.seat].treasury)
    return cost * weights.resource_once * (2.0 if cost * 2 > spare else 1.0)


def anger(outlook: Outlook, rival: str, points: int, weights: Weights) -> float:
    """Points of security lost to a nation provoked by so much, as it fades over the next turns."""
    table, me = outlook.table, outlook.seat
    rules = outlook.world.rules
    keeps = rules.provocation_keeps / 1000
    lasting = (1 + keeps) * (1 + keeps * keeps) / 4
    force = outlook.ground.projected(rival, outlook.world.nations[me].home)
    more = force * points * rules.threat_permille / 100_000
    shield, fear = table.protection(me).value, table.exposure(me).value
    before = worth_of_security(100 * shield / max(1, shield + fear), weights)
    return lasting * (before - worth_of_security(100 * shield / max(1, shield + fear + more), weights))


def _word(
    outlook: Outlook, crisis_id: str, calls: tuple[Call, ...], stance: Stance, sent: int, weights: Weights
) -> Reasons:
    """What a stance does to one's word: nothing when it keeps every promise called on, its price when it breaks one."""
    crisis = outlook.world.crises[crisis_id]
    if not calls:
        return {("reputation", crisis.target): 0.0}
    price, short = 0.0, 0.0
    for call in calls:
        cost = _breach(outlook, crisis, call, weights)
        if _keeps(outlook, crisis_id, call, stance, sent):
            continue
        if stance == "come" and sent < call.earmark:
            short = max(short, cost)
        else:
            price = max(price, cost)
    return {("reputation", crisis.target): -price, ("earmark", ""): -max(0.0, short - price)}


def _aside(outlook: Outlook, crisis: Crisis, weights: Weights) -> Reasons:
    """What joining against the challenger costs one that has promised it to stand aside."""
    if not stands_aside(outlook.table, outlook.seat, crisis.challenger):
        return {}
    price = weights.reputation_abstain * scruple(outlook, weights)
    price += judged(outlook, outlook.world.rules.trust_broke_abstain, weights)
    return {("reputation", crisis.challenger): -price}


def scruple(outlook: Outlook, weights: Weights) -> float:
    """How much its word weighs with this government: its own affair, and nobody else knows it beforehand."""
    return weights.reputation_least + (weights.reputation_most - weights.reputation_least) * outlook.world.seed / 999


def _spoken(outlook: Outlook, crisis: Crisis, weights: Weights) -> Reasons:
    """What standing aside costs one that has spoken up in public: its own people remember it."""
    said = tested(outlook.world, outlook.seat, crisis)
    return {("audience", ""): len(said) * word_price(outlook.world, outlook.seat) * weights.word_support}


def _breach(outlook: Outlook, crisis: Crisis, call: Call, weights: Weights) -> float:
    """Points that breaking one call costs: by how it was promised, and who watches."""
    world, me = outlook.world, outlook.seat
    rules, how = world.rules, call.automaticity
    share = by_firmness(rules, how, 1000) / 1000
    cost = next(points for kind, points in weights.reputation if kind == how)
    watching = dict.fromkeys(
        name for _, treaty in treaties_of(world, me) for name in treaty.parties if name not in (me, crisis.target)
    )
    cost += len(watching) * weights.reputation_onlooker * share
    cost += weights.reputation_home * share if world.nations[me].regime > 0 else 0.0
    return cost * scruple(outlook, weights) + judged(outlook, by_firmness(rules, how, rules.trust_broke_guard), weights)


def _keeps(outlook: Outlook, crisis_id: str, call: Call, stance: Stance, sent: int) -> bool:
    """Whether an answer in the last round would keep this call, as the rules judge it."""
    crisis, world = outlook.world.crises[crisis_id], outlook.world
    came = stance == "come" and sent >= call.earmark
    if call.earmark == 0:
        came = stance in ("come", "support")
    if call.automaticity == "own_way":
        return stance in ("come", "support")
    if call.automaticity == "consulted" and came and not crisis.opened_live:
        owes = any(isinstance(clause, Consultation) for clause in world.treaties[call.treaty].clauses)
        return not owes or consulted(world, outlook.seat, call.treaty, crisis_id)
    return came
