"""Shapes of joint work and restraint worth thinking of between two nations, a few at a time."""

from game.ai.outlook import Outlook
from game.core.attribution import sabotage_known
from game.core.clauses import CapacityBuilding, Clause, NonAggression
from game.core.joint_work import (
    CyberDefence,
    CyberDeterrence,
    DisasterResponse,
    Favour,
    IntegratedCommand,
    MutualSupport,
    Peacekeeping,
    PersonnelExchange,
    Reconstruction,
    Resilience,
    Standardisation,
    TechnologyTransfer,
)
from game.core.restraints import ArmsLimits, ConfidenceBuilding
from game.core.world import State

BEHIND = 8
"""Points of technology by which a partner lags that are worth a transfer."""
CLOSE = 30
"""Interoperability from which two may think of one standard."""
AT_ONCE = 3
"""Shapes thought of in one turn; others have their turn in the next."""


def joint_shapes(outlook: Outlook, other: str, have: list[str]) -> list[tuple[Clause, ...]]:
    """What two that get on may do together: standards, officers and one command among allies; help for who lags."""
    me, world = outlook.seat, outlook.world
    nations, allied = world.nations, "mutual_defence" in have
    friendly = min(outlook.trust(me, other), outlook.trust(other, me)) >= 10
    found: list[tuple[Clause, ...]] = []
    for donor, taker in ((me, other), (other, me)):
        lag = nations[donor].technology - nations[taker].technology
        if (allied or friendly) and lag >= BEHIND and outlook.spare_points(donor) >= 2:
            found.append((TechnologyTransfer(donor=donor),))
    if allied:
        found += [(Standardisation(),), (IntegratedCommand(share=40),), (Resilience(),)]
    if allied or friendly:
        found += [(PersonnelExchange(),), (DisasterResponse(),)]
        if sabotage_known(world):
            found += [(CyberDefence(),), (CyberDefence(), CyberDeterrence())]
    elif outlook.trust(other, me) > -10:
        found.append((MutualSupport(favours=(Favour(me, other, "case"), Favour(other, me, "case"))),))
    fresh = [shape for shape in found if not any(clause.kind in have for clause in shape)]
    start = (world.turn * AT_ONCE) % len(fresh) if len(fresh) > AT_ONCE else 0
    return (fresh + fresh)[start : start + min(AT_ONCE, len(fresh))]


def calming_shapes(outlook: Outlook, other: str) -> tuple[tuple[Clause, ...], ...]:
    """Restraint short of renouncing anything: notice of exercises, and a ceiling where both are armed."""
    mine, theirs = outlook.world.nations[outlook.seat].forces, outlook.world.nations[other].forces
    found: tuple[tuple[Clause, ...], ...] = ((ConfidenceBuilding(),), (NonAggression(), ConfidenceBuilding()))
    if mine and theirs:
        found = (*found, (ConfidenceBuilding(), ArmsLimits(ceiling=min(300, -(-max(mine, theirs) // 10) * 10))))
    return found


def joint_clauses(world: State, parties: tuple[str, ...]) -> tuple[Clause, ...]:
    """One of each clause of joint work and restraint between some nations: what a mind that tries anything tries."""
    first, second = parties[:2]
    return (
        ConfidenceBuilding(keep_away=True),
        ArmsLimits(ceiling=min(300, world.nations[first].forces // 10 * 10)),
        Standardisation(),
        IntegratedCommand(share=60),
        PersonnelExchange(),
        CyberDefence(),
        CyberDeterrence(answer="offensive"),
        CapacityBuilding(donor=first, training=2),
        TechnologyTransfer(donor=second),
        Resilience(),
        DisasterResponse(),
        Peacekeeping(),
        Reconstruction(),
        MutualSupport(favours=(Favour(first, second, "case"), Favour(second, first, "claim"))),
    )
