"""The shapes of drafts worth thinking of between some nations: what friends, patrons and neighbours agree on."""

from dataclasses import replace

from game.ai.edits import AUTOMATICITY, homes, in_order
from game.ai.joint_shapes import calming_shapes, joint_shapes
from game.ai.outlook import Outlook
from game.core.clauses import (
    Basing,
    BurdenSharing,
    CapacityBuilding,
    Clause,
    Consultation,
    IntelligenceSharing,
    JointExercises,
    MutualDefence,
    Neutrality,
    NonAggression,
)
from game.core.geography import may_leave, steps

Shape = tuple[Clause, ...]

CONSULT = Consultation()
TRAIN = JointExercises(costs="by_income")
GUARANTEES: tuple[Shape, ...] = tuple(
    (MutualDefence(automaticity=automaticity, earmark=30), CONSULT) for automaticity in AUTOMATICITY
)
"""Plain guarantees, from the loosest to the most automatic."""
CONFIDING = 20
"""Trust each way from which friends may let each other see."""
RICH = 3
"""Spare RP a turn from which a nation may help another."""
FEARED = 4
"""Part, as one in so many, of all a nation fears that makes a neighbour worth a pact of restraint."""


HOSTILE = 20
"""Hostility from which a promise to leave alone is worth having."""


def in_common(outlook: Outlook, parties: tuple[str, ...]) -> list[str]:
    """Kinds of clauses that bind every one of these nations to every other already."""
    pairs = [(a, b) for index, a in enumerate(parties) for b in parties[index + 1 :]]
    first = outlook.bound_kinds(*pairs[0])
    return [kind for kind in dict.fromkeys(first) if all(kind in outlook.bound_kinds(a, b) for a, b in pairs[1:])]


def guarded(outlook: Outlook, parties: tuple[str, ...]) -> bool:
    """Whether every one of these nations is bound by treaty to guard every other already."""
    return "mutual_defence" in in_common(outlook, parties)


def guarantees(outlook: Outlook, parties: tuple[str, ...]) -> tuple[Shape, ...]:
    """The usual guarantees, without a promise to consult where these nations have made it to each other already.

    A nation with nothing to send promises to come in its own way or not at all.
    """
    bound = "consultation" in in_common(outlook, parties)
    offered = GUARANTEES if all(may_leave(outlook.world.nations[name]) for name in parties) else GUARANTEES[:1]
    if len(parties) > 2 and may_leave(outlook.world.nations[outlook.seat]):
        # In a pact of many one that can send nothing hides behind the others.
        offered = GUARANTEES
    return tuple(shape[:1] if bound else shape for shape in offered)


def regional(outlook: Outlook, parties: tuple[str, ...], guarantee: Shape) -> Shape:
    """A guarantee kept to the parties' own theatres, with exercises that make it believed."""
    area = homes(outlook.world, parties)
    narrowed = [replace(c, area=area) if isinstance(c, MutualDefence) else c for c in guarantee]
    drilled = () if "joint_exercises" in in_common(outlook, parties) else (TRAIN,)
    return in_order((*narrowed, *drilled))


def understandings(outlook: Outlook, parties: tuple[str, ...]) -> tuple[Shape, ...]:
    """What these nations might agree on short of a guarantee or beside it, and have not yet."""
    have = in_common(outlook, parties)
    found: list[Shape] = [(CONSULT, TRAIN), (CONSULT,), (TRAIN,)]
    if "mutual_defence" in have:
        found.append((BurdenSharing(target=40),))
    if len(parties) == 2:
        found += _between_two(outlook, parties[0] if parties[1] == outlook.seat else parties[1], have)
    return tuple(shape for shape in found if not any(clause.kind in have for clause in shape))


def _between_two(outlook: Outlook, other: str, have: list[str]) -> list[Shape]:
    """What two may agree on: knowledge among friends, help for the threatened, a base in exchange for a guarantee."""
    me, table = outlook.seat, outlook.table
    found: list[Shape] = []
    if min(outlook.trust(me, other), outlook.trust(other, me)) >= CONFIDING:
        found += [(IntelligenceSharing(level=1),), (IntelligenceSharing(level=2),)]
    for donor, taker in ((me, other), (other, me)):
        richer = outlook.world.nations[donor].income >= 2 * outlook.world.nations[taker].income
        richer = richer and outlook.spare_points(donor) >= max(RICH, outlook.spare_points(taker) + RICH)
        if richer and table.secure(taker) < 60:
            found += [(CapacityBuilding(donor=donor, amount=1),), (CapacityBuilding(donor=donor, amount=2),)]
            if "consultation" not in have:
                found.append((CONSULT, CapacityBuilding(donor=donor, amount=1)))
    if outlook.world.nations[me].rank == "great" and table.secure(other) < 60 and _abroad(outlook, other):
        base = Basing(host=other)
        if "mutual_defence" in have:
            found.append((CapacityBuilding(donor=me, amount=1), base))
        else:
            found.append(in_order((*GUARANTEES[0], base)))
    return found + joint_shapes(outlook, other, have)


def _abroad(outlook: Outlook, other: str) -> bool:
    """Whether a nation lies where the seat's forces do not reach at once anyway."""
    nations = outlook.world.nations
    return steps(outlook.world, nations[outlook.seat].home, nations[other].home) >= 1


def restraints(outlook: Outlook, other: str) -> tuple[Shape, ...]:
    """Pacts by which two that fear each other, or one the other, may live side by side; none between allies."""
    have = outlook.bound_kinds(outlook.seat, other)
    if "mutual_defence" in have or "neutrality" in have:
        return ()
    shapes: tuple[Shape, ...] = ((NonAggression(),), (Neutrality(),), (CONSULT, NonAggression()))
    shapes += calming_shapes(outlook, other)
    return tuple(shape for shape in shapes if not any(clause.kind in have for clause in shape))


def feared_neighbour(outlook: Outlook) -> str:
    """The nation this seat has most reason to come to terms with: one it fears much, or that fears it and stands
    alone; empty when there is none."""
    me, table = outlook.seat, outlook.table
    best, most = "", 0
    for part in table.threats(me)[:1]:
        hostile = table.hostile(part.about, me) >= HOSTILE
        if hostile and part.amount * FEARED >= table.feared(me) and part.amount * 4 >= table.protection(me).value:
            best, most = part.about, part.amount
    if best or outlook.world.nations[me].rank != "great":
        return best
    for other in outlook.world.nations:
        if other != me and not table.guards[other]:
            threat = table.threat(me, other)
            feared = table.hostile(me, other) >= HOSTILE and threat * FEARED >= table.feared(other)
            if feared and threat > most and restraints(outlook, other):
                best, most = other, threat
    return best
