"""What words can do in a case: mediation, offers, warnings. The sums that rules, window and minds all read."""

from game.core.appraisal import Appraisal
from game.core.arith import clamp, divide
from game.core.crises import GRADES, Crisis
from game.core.relations import trust
from game.core.world import State

LEAST, MOST = 5, 95
"""Nothing is certain, and nothing is impossible: per cent."""


def parties_of(crisis: Crisis) -> tuple[str, str]:
    """The two between whom a case stands: its target and its challenger."""
    return crisis.target, crisis.challenger


def listens(world: State, crisis: Crisis, who: str) -> bool:
    """Whether both sides trust a mediator enough to receive it."""
    return all(trust(world, side, who) >= world.rules.mediator_trust for side in parties_of(crisis))


def mediation_chance(world: State, crisis: Crisis, who: str) -> int:
    """Per cent chance that a mediator ends a case, before the challenger's resolve, which it does not know.

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


def warned(table: Appraisal, crisis: Crisis) -> int:
    """Percentage points by which public warnings raise the chance that a challenger is held.

    Each counts by what its author could bring there beside what the challenger could.
    """
    attack = max(1, table.reaching(crisis.challenger, crisis.theatre) // 2)
    most = table.rules.warning_most
    total = sum(min(most, divide(most * table.reaching(name, crisis.theatre), attack)) for name in crisis.warned)
    return min(total, 2 * most)
