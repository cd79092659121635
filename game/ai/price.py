"""What a draft costs and brings beside safety: freedom of action, thin promises, resource points, one's own aims."""

from collections.abc import Iterator

from game.ai.outlook import Outlook, exercise_burden, pledge_gap, received
from game.ai.weights import Weights, tenths
from game.core.appraisal import Appraisal
from game.core.clauses import BurdenSharing, CapacityBuilding, JointExercises
from game.core.drafts import Draft
from game.core.geography import may_leave
from game.core.terms import Term


def worth_of_autonomy(level: float, wanted: int, weights: Weights) -> float:
    """Points that a level of autonomy is worth, measured from what is wanted.

    Freedom to spare is cheap and grows dearer the nearer it comes to what is wanted, and dearer still below it,
    where support at home is lost turn after turn.
    """
    gap, span = level - wanted, max(1, 100 - wanted)
    if gap <= 0:
        return gap * (weights.autonomy_below - gap * weights.autonomy_deep)
    steeper = weights.autonomy_below - weights.autonomy_above
    return weights.autonomy_below * gap - steeper * gap * gap / (2 * span)


def sovereignty(outlook: Outlook, after: Appraisal, nation: str, weights: Weights) -> Iterator[Term]:
    """Freedom of action given up, dearer below what a nation wants; and promises beyond the forces there are."""
    before = outlook.table
    wanted = before.autonomy_wanted(nation)
    had = sum(part.amount for part in before.autonomy(nation).parts)
    left = after.autonomy(nation)
    has = sum(part.amount for part in left.parts)
    change = worth_of_autonomy(has, wanted, weights) - worth_of_autonomy(had, wanted, weights)
    # It is said to lean on its strongest guarantor where leaning is most of what it gives up.
    leans = next((part for part in left.parts if part.name == "dependence"), None)
    leant = sum(part.amount for part in before.autonomy(nation).parts if part.name == "dependence")
    leaning = leans.about if leans is not None and abs(leans.amount - leant) * 2 > abs(has - had) else ""
    yield Term("autonomy", tenths(change), leaning)
    thinner = before.coverage(nation) - after.coverage(nation)
    yield Term("overstretch", -tenths(thinner * weights.overstretch))


def dearness(outlook: Outlook, nation: str, weights: Weights) -> float:
    """What one resource point is worth to a nation, beside one with nothing to spare: 0-1."""
    return weights.resource_ease / (weights.resource_ease + outlook.spare_points(nation))


def money(outlook: Outlook, nation: str, draft: Draft, weights: Weights) -> Iterator[Term]:
    """Exercises, pledges and gifts a turn, and what changes hands on signature."""
    dear = dearness(outlook, nation, weights)
    asked = burden(outlook, nation, draft, weights)
    # What cannot be paid out of what is spare must be taken from home.
    beyond = max(0.0, asked - outlook.spare_points(nation)) if asked else 0.0
    points = -(asked + beyond) * weights.resource * dear
    for payment in draft.payments:
        if payment.payer == nation:
            points -= payment.amount * weights.resource_once * dear
    yield Term("cost", tenths(points))
    yield Term("overstretch", -tenths(weights.drill_beyond * drills_beyond(outlook, nation, draft)))
    brought = sum(payment.amount for payment in draft.payments if payment.payee == nation) * weights.resource_once
    for clause in draft.clauses:
        if isinstance(clause, CapacityBuilding):
            brought += max(0, received(nation, draft.parties, clause)) * weights.resource
    yield Term("receipts", tenths(brought * dear))


def drills_beyond(outlook: Outlook, nation: str, draft: Draft) -> float:
    """FP a turn by which a draft's exercises go beyond what may leave home beside those promised already."""
    asked = [clause for clause in draft.clauses if isinstance(clause, JointExercises)]
    if not asked:
        return 0.0
    held = [
        clause
        for treaty_id, treaty in outlook.web.treaties(nation)
        if treaty_id != draft.amends
        for clause in treaty.clauses
        if isinstance(clause, JointExercises)
    ]
    # Exercises of a year may all fall in the same turn.
    busy = sum(clause.scale * max(1.0, clause.per_year * outlook.world.months / 12) for clause in (*held, *asked))
    return max(0.0, busy - may_leave(outlook.world.nations[nation]))


def burden(outlook: Outlook, nation: str, draft: Draft, weights: Weights) -> float:
    """RP a turn that a draft's exercises, pledges and gifts ask of a nation beyond what it spends anyway."""
    total = 0.0
    for clause in draft.clauses:
        if isinstance(clause, JointExercises):
            total += exercise_burden(outlook.world, nation, draft.parties, clause)
        elif isinstance(clause, BurdenSharing):
            kept = 1.0 if clause.formula == "fund" else weights.own_forces_relief
            total += pledge_gap(outlook.world, nation, draft.parties, clause) * kept
        elif isinstance(clause, CapacityBuilding):
            total += max(0, -received(nation, draft.parties, clause))
    return total
