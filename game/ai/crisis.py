"""Crises as a mind meets them: in open negotiation, in the sealed rounds, and at the last decision."""

from game.ai import ally, joining, target
from game.ai.accuse import accusations
from game.ai.challenger import decision, demands
from game.ai.mediation import words
from game.ai.outlook import Outlook
from game.ai.settling import offers
from game.ai.weights import WEIGHTS, Weights
from game.core import acts
from game.core.acts import Act
from game.core.crises import Answer
from game.core.geography import away, may_leave
from game.core.legality import problems
from game.core.options import asked, consults_due, initiatives_to_spend, stances


def crisis_acts(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[Act, ...]:
    """What cases ask of this seat while negotiation is open: calls, counsel owed, demands; in that order."""
    made: list[Act] = [*target.invocations(outlook, weights)]
    world, me = outlook.world, outlook.seat
    left = initiatives_to_spend(world.rules, world.nations[me])
    owed: dict[str, str] = {}
    for treaty, crisis in consults_due(world, me):
        owed.setdefault(crisis, treaty)  # once taken on a case it is taken under every treaty that asks it
    for crisis, treaty in owed.items():
        act = acts.ConsultAct(treaty=treaty, crisis=crisis)
        if left > 0 and not problems(outlook.view, act):
            made.append(act)
            left -= 1
    made += offers(outlook, weights)
    made += accusations(outlook, weights) if left > 0 else ()
    pressed = demands(outlook, weights) if left > 0 else ()
    made += pressed
    made += words(outlook, left - len(pressed), weights)
    return tuple(made)


def sealed_answers(outlook: Outlook, weights: Weights = WEIGHTS) -> dict[str, Answer]:
    """This seat's sealed answers in every case that asks it now."""
    world, me = outlook.world, outlook.seat
    answers: dict[str, Answer] = {}
    nation = world.nations[me]
    home = may_leave(nation) - away(nation)
    for crisis_id in asked(world, me):
        crisis = world.crises[crisis_id]
        if world.stage == "strike":
            answers[crisis_id] = decision(outlook, crisis_id, weights)
        elif crisis.target == me:
            answers[crisis_id] = target.sealed(outlook, crisis_id, weights)
        else:
            there = nation.standing.get(crisis.theatre, 0)
            # Beside whom a nation may stand, the rules say: no one is asked for both sides of a case.
            side = joining if "join" in stances(world, me, crisis_id) else ally
            said = side.sealed(outlook, crisis_id, max(0, home) + there, weights)
            home -= max(0, said.forces - there)
            answers[crisis_id] = said
    return answers
