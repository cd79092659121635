"""What words can do in a case: mediation, offers, warnings. The sums that rules, window and minds all read."""

from typing import Literal, TypeAlias

from game.core.appraisal import Appraisal
from game.core.arith import clamp, divide
from game.core.clauses import TERM_RANGES, Clause, Consultation, Neutrality, NonAggression
from game.core.crises import GRADES, Crisis
from game.core.relations import trust
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.world import State

LEAST, MOST = 5, 95
"""Nothing is certain, and nothing is impossible: per cent."""


def parties_of(crisis: Crisis) -> tuple[str, str]:
    """The two between whom a case stands: its target and its challenger."""
    return crisis.target, crisis.challenger


def at_war(world: State, one: str, other: str) -> bool:
    """Whether two nations fight each other, as sides of a war or in arms beside its target."""
    for crisis in world.crises.values():
        if crisis.stage == "fighting" and crisis.challenger in (one, other):
            foe = other if crisis.challenger == one else one
            if foe == crisis.target or foe in crisis.in_arms:
                return True
    return False


def listens(world: State, crisis: Crisis, who: str) -> bool:
    """Whether both sides trust a mediator enough to receive it; nobody receives one it is at war with."""
    if any(at_war(world, who, side) for side in parties_of(crisis)):
        return False
    return all(trust(world, side, who) >= world.rules.mediator_trust for side in parties_of(crisis))


def mediation_chance(world: State, crisis: Crisis, who: str) -> int:
    """Per cent chance that a mediator finds terms to lay before both sides. Whether they take them is theirs to say.

    Trust of both sides and one's own standing help, an offer on the table more; a sharp demand and a war make it harder
    (after Kleiboer 1996 in kind, ours in size).
    """
    rules = world.rules
    chance = rules.mediation + sum(trust(world, side, who) for side in parties_of(crisis)) // 4
    chance += rules.mediation_influence * world.nations[who].influence
    chance += rules.mediation_offer * len(crisis.offers) - rules.mediation_again * len(crisis.mediated)
    if crisis.stage == "open":
        chance -= rules.mediation_grade * GRADES.index(crisis.grade)
    if crisis.stage == "fighting":
        chance -= rules.mediation_war
    return clamp(chance, LEAST, MOST)


FailedBy: TypeAlias = Literal["ultimatum", "warning", "war", "tried", "no_offer", "distrust"]
"""What stood most in the way of a mediator that came back with nothing."""


def failed_by(world: State, crisis: Crisis, who: str) -> FailedBy:
    """What took most off a mediator's chance: of equals, what was said before what was left unsaid.

    All of it is in the open; how much a challenger wants what it asks for is not among it.
    """
    rules = world.rules
    least = min(trust(world, side, who) for side in parties_of(crisis))
    grade = rules.mediation_grade * GRADES.index(crisis.grade) if crisis.stage == "open" else 0
    against: dict[FailedBy, int] = {
        "ultimatum" if crisis.grade == "ultimatum" else "warning": grade,
        "war": rules.mediation_war if crisis.stage == "fighting" else 0,
        "tried": rules.mediation_again * len(crisis.mediated),
        "no_offer": 0 if crisis.offers else rules.mediation_offer,
        "distrust": max(1, (50 - least) // 4),
    }
    return max(against, key=lambda name: against[name])


def covered(world: State, crisis: Crisis, mediators: tuple[str, ...]) -> bool:
    """Whether somebody both sides trust stands between them: what it proposes can be taken without loss of face."""
    return any(listens(world, crisis, name) for name in mediators)


def settlement(world: State, crisis: Crisis) -> tuple[Clause, ...]:
    """What the two sign when they meet half way, by the kind of the case; nothing where they are so bound already."""
    settles = world.kinds[crisis.kind].settles
    for treaty in world.treaties.values():
        both = treaty.in_force(world.turn) and all(side in treaty.parties for side in parties_of(crisis))
        if both and any(clause.kind == settles for clause in treaty.clauses):
            return ()
    match settles:
        case "":
            return ()
        case "consultation":
            return (Consultation(),)
        case "non_aggression":
            return (NonAggression(),)
        case "neutrality":
            return (Neutrality(),)
        case "confidence_building":
            return (ConfidenceBuilding(keep_away=True),)
        case "arms_limits":
            # Neither builds beyond what the stronger has, and each may look (Washington 1922).
            ceiling = max(world.nations[name].forces for name in parties_of(crisis))
            _, most, step = TERM_RANGES["arms_limits", "ceiling"]
            return (ArmsLimits(ceiling=min(most, -(-ceiling // step) * step)), ConfidenceBuilding())


def warned(table: Appraisal, crisis: Crisis) -> int:
    """Percentage points by which public warnings raise the chance that a challenger is held.

    Each counts by what its author could bring there beside what the challenger could.
    """
    attack = max(1, table.reaching(crisis.challenger, crisis.theatre) // 2)
    most = table.rules.warning_most
    total = sum(min(most, divide(most * table.reaching(name, crisis.theatre), attack)) for name in crisis.warned)
    return min(total, 2 * most)
