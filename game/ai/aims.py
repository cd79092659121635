"""A nation's objectives as its mind weighs them: in drafts, in whom it seeks, in whether it mediates."""

from collections.abc import Iterator

from game.ai.outlook import Outlook
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core.aims import SHORTFALL, met
from game.core.appraisal import Appraisal
from game.core.crises import Crisis
from game.core.objectives import AutonomyAtLeast, Objective, SecurityAtLeast
from game.core.terms import Term, TermName

UNTOUCHED = ("no_war", "influence_at_least", "stability_at_least", "settle_crisis", "be_broker")
"""Objectives that signing a draft does not move by itself."""

MARGIN = 4
"""Points above a level that count half as much as those just below it: others sign and arm meanwhile."""
FAINT = 10
"""Permille a point that is worth still, or already, where a level is too far to be seen from here."""


def hoped(table: Appraisal, nation: str, aim: Objective) -> int:
    """How near a nation is to an objective, in permille: as it is judged, with a margin above and a slope below.

    What is judged is a level and the twenty points under it; a mind that saw no further would give away the last
    point above it, and anything at all once it stood below.
    """
    match aim:
        case SecurityAtLeast():
            value = table.secure(nation)
        case AutonomyAtLeast():
            value = table.autonomy(nation).value
        case _:
            return met(table, nation, aim)
    spared = min(MARGIN, max(0, value - aim.level)) * SHORTFALL // 2
    lost = max(0, aim.level - value)
    far = max(0, lost - 1000 // SHORTFALL)
    return 1000 + spared - (lost - far) * SHORTFALL - far * FAINT


def aims(outlook: Outlook, after: Appraisal, nation: str, weights: Weights) -> Iterator[Term]:
    """How far the draft serves the objectives a nation is known to have, each by its share of all known points."""
    known = outlook.world.nations[nation].objectives
    points = sum(aim.points for aim in known)
    for aim in known:
        if aim.kind not in UNTOUCHED and points:
            step = hoped(after, nation, aim) - _hoped_now(outlook, nation, aim)
            about = aim.nation if aim.kind in ("alliance_with", "interoperability_with") else ""
            yield Term(_named(aim), tenths(weights.objective * aim.points * step / (1000 * points)), about)


def _named(aim: Objective) -> TermName:
    """What an aim is called where it is a reason: a secret one is only an aim."""
    if aim.secret or aim.kind not in ("autonomy_at_least", "security_at_least"):
        return "objective"
    return "aim_autonomy" if aim.kind == "autonomy_at_least" else "aim_security"


def _hoped_now(outlook: Outlook, nation: str, aim: Objective) -> int:
    """`hoped` before any draft, worked out once."""
    key = ("hoped", nation, aim)
    known = outlook.judgements.get(key)
    if not isinstance(known, int):
        known = outlook.judgements[key] = hoped(outlook.table, nation, aim)
    return known


def drawn_to(outlook: Outlook, me: str, other: str, weights: Weights = WEIGHTS) -> float:
    """Points by which a nation's objectives draw it to a partner, before any draft is thought of."""
    drawn = 0.0
    for aim in outlook.world.nations[me].objectives:
        if _names(aim, other) and met(outlook.table, me, aim) < 1000:
            drawn += weights.objective / 3
        elif aim.kind == "keep_out" and other == aim.partner:
            # Whoever is bound to oneself has less need of the one that is to be kept out.
            drawn += weights.objective / 6
    return drawn


def unbound_to(outlook: Outlook) -> tuple[str, ...]:
    """Nations with which this seat's objectives ask for an alliance that it has not got."""
    world, me = outlook.world, outlook.seat
    return tuple(
        aim.nation
        for aim in world.nations[me].objectives
        if aim.kind == "alliance_with" and aim.nation in world.nations and not met(outlook.table, me, aim)
    )


def _names(aim: Objective, other: str) -> bool:
    """Whether an objective can be had with a nation, or with nobody else."""
    if aim.kind in ("alliance_with", "interoperability_with"):
        return aim.nation == other
    return aim.kind == "clause_in_force" and aim.nation == other


def brokerage(outlook: Outlook, crisis_id: str, crisis: Crisis, weights: Weights = WEIGHTS) -> float:
    """Points that this seat's objectives give to settling a case, and to having brokered it."""
    known = outlook.world.nations[outlook.seat].objectives
    points = sum(aim.points for aim in known)
    gain = 0.0
    for aim in known:
        wanted = aim.kind == "settle_crisis" and aim.crisis in (crisis_id, crisis.kind)
        if (aim.kind == "be_broker" and met(outlook.table, outlook.seat, aim) < 1000) or wanted:
            gain += weights.objective * aim.points / points
    return gain
