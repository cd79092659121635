"""The challenger's ally in a sealed call: whether to come in beside it, though it promised to guard, not to attack."""

from game.ai.ally import anger, bared, price_of, tired, worn
from game.ai.outlook import Outlook
from game.ai.promises import stands_aside
from game.ai.showdown import Reasons, chosen, expected, prospect, slipping, wider
from game.ai.weights import WEIGHTS, Weights
from game.ai.word import weighed
from game.core.crises import Answer, Stance
from game.core.options import available, sending_price
from game.core.standing_by import toll


def sealed(outlook: Outlook, crisis_id: str, forces: int, weights: Weights = WEIGHTS) -> Answer:
    """A sealed answer beside the challenger; `forces` is the FP it can still send.

    What speaks for it: what this seat fears of the target, what it would lose if its own guarantor were beaten, and
    liking; against it: losses, the price, a word given to the target, and its anger.
    """
    world, me = outlook.world, outlook.seat
    crisis = world.crises[crisis_id]
    sent = min(forces, available(world, me, crisis)) // 4
    options: dict[Stance, Reasons] = {"stay_out": {("temper", ""): 0.0}}
    if sent:
        others = expected(outlook, crisis, without=me)
        alone = prospect(outlook, crisis, {**others, me: Answer("stay_out")})
        joined = prospect(outlook, crisis, {**others, me: Answer("join", sent)})
        shift = joined.balance - alone.balance + weights.crisis_solidarity * joined.strike
        size = crisis.stakes / 40
        shield = outlook.table.protection(me)
        given = sum(
            part.amount for part in shield.parts if part.name == "guarantor" and part.about == crisis.challenger
        )
        feared = (
            outlook.hostility(crisis.target, me) * outlook.weight_against(me, crisis.target) * weights.crisis_denial
        )
        lost = (1 - joined.balance) * world.rules.clash_loser + joined.balance * world.rules.clash_winner
        chance = joined.strike + slipping(outlook, crisis, joined)
        share = sent / max(1, world.nations[me].forces)
        options["join"] = {
            ("shared_threat", crisis.target): feared * size * shift,
            ("security", crisis.challenger): weights.crisis_security * size * given / max(1, shield.value) * shift,
            ("trust", crisis.challenger): outlook.trust(me, crisis.challenger) * weights.crisis_trust,
            ("losses", ""): -chance * lost / 1000 * weights.crisis_losses * share,
            ("wider", crisis.target): -chance * wider(outlook, crisis, True, weights),
            ("home", ""): -bared(outlook, sent, weights) - worn(outlook, sent, weights) - tired(outlook, weights),
            ("toll", crisis.challenger): -weighed(
                outlook, toll(world, me, crisis, Answer("join", sent), outlook.ground.steps), weights
            ),
            ("cost", ""): -price_of(outlook, sending_price(world, me, crisis, sent, outlook.ground.steps), weights),
            ("provocation", crisis.target): -anger(outlook, crisis.target, world.rules.provoked_came, weights),
            ("reputation", crisis.target): -weights.reputation_abstain
            if stands_aside(outlook.table, me, crisis.target)
            else 0.0,
        }
    stance, why = chosen(options, world.seed)
    return Answer(stance, forces=sent if stance == "join" else 0, because=why.terms)
