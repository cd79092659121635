"""How far a nation meets its objectives in a world, objective by objective."""

from game.core.appraisal import Appraisal
from game.core.arith import clamp, divide
from game.core.burden import shares_burden, treaty_fairness
from game.core.duties import Consult, Guard, Provide
from game.core.objectives import (
    AllianceWith,
    AutonomyAtLeast,
    BeBroker,
    BurdenFair,
    ClauseInForce,
    InfluenceAtLeast,
    InteroperabilityWith,
    KeepOut,
    NoWar,
    Objective,
    SecurityAtLeast,
    SettleCrisis,
    StabilityAtLeast,
)
from game.core.relations import interop
from game.core.stability import stability
from game.core.triggers import duties_of
from game.core.world import State

SHORTFALL = 50
"""Permille lost for each point below a level, so that twenty points short is worth nothing."""
SHORT_INFLUENCE = 250
"""The same for influence, of which there are ten points in all."""
PENDING = 500
"""Permille while a case that is to be settled has not come, or ended with nobody the wiser."""


def met(table: Appraisal, name: str, aim: Objective) -> int:
    """Permille by which a nation meets an objective now."""
    world = table.world
    match aim:
        case SecurityAtLeast():
            return _level(table.secure(name), aim.level)
        case AutonomyAtLeast():
            return _level(table.autonomy(name).value, aim.level)
        case InfluenceAtLeast():
            return _level(world.nations[name].influence, aim.level, SHORT_INFLUENCE)
        case StabilityAtLeast():
            return _level(stability(table).value, aim.level)
        case AllianceWith():
            return 1000 if allied(world, name, aim.nation) else 0
        case KeepOut():
            there = based(world, aim.nation, aim.partner) if aim.of == "bases" else allied(
                world, aim.nation, aim.partner
            )  # fmt: skip
            return 0 if there else 1000
        case InteroperabilityWith():
            return _level(interop(world, name, aim.nation), aim.level)
        case ClauseInForce():
            return 1000 if clause_binds(world, name, aim.clause, aim.nation) else 0
        case BurdenFair():
            return _burden(world, name, aim.level)
        case NoWar():
            return 0 if any(crisis.stage in ("fighting", "war") for crisis in world.crises.values()) else 1000
        case SettleCrisis():
            return _settled(world, aim.crisis)
        case BeBroker():
            return min(1000, divide(1000 * brokered(world, name), max(1, aim.times)))


def _level(value: int, level: int, shortfall: int = SHORTFALL) -> int:
    return clamp(1000 - shortfall * (level - value), 0, 1000)


def allied(world: State, a: str, b: str) -> bool:
    """Whether a defence or consultation pact in force binds two nations."""
    return any(
        a in treaty.parties
        and b in treaty.parties
        and treaty.in_force(world.turn)
        and any(isinstance(duty, Guard | Consult) for duty in duties_of(treaty_id, treaty))
        for treaty_id, treaty in world.treaties.items()
    )


def based(world: State, guest: str, host: str) -> bool:
    """Whether a treaty in force opens a host's bases to a guest."""
    return any(
        isinstance(duty, Provide) and duty.what == "base" and duty.by == host and guest in duty.to
        for treaty_id, treaty in world.treaties.items()
        if host in treaty.parties and guest in treaty.parties and treaty.in_force(world.turn)
        for duty in duties_of(treaty_id, treaty)
    )


def clause_binds(world: State, name: str, clause: str, other: str = "") -> bool:
    """Whether a treaty in force binds a nation, and another if one is named, by a kind of clause."""
    return any(
        any(held.kind == clause for held in treaty.clauses)
        for treaty in world.treaties.values()
        if name in treaty.parties and (not other or other in treaty.parties) and treaty.in_force(world.turn)
    )


def _burden(world: State, name: str, level: int) -> int:
    """The least fair of one's pacts decides; who has none shares no burden at all."""
    found = [
        treaty_fairness(world, treaty_id)
        for treaty_id, treaty in world.treaties.items()
        if name in treaty.parties and treaty.in_force(world.turn) and shares_burden(treaty_id, treaty)
    ]
    return _level(min(found), level) if found else 0


def _settled(world: State, crisis: str) -> int:
    """Whole once such a case was settled by agreement and none is alive; nothing while one is, or after a strike."""
    cases = [case for case_id, case in world.crises.items() if crisis in (case_id, case.kind)]
    if any(case.live or case.stage == "war" or case.outcome in ("struck_won", "struck_lost") for case in cases):
        return 0
    return 1000 if any(case.outcome == "compromise" for case in cases) else PENDING


def brokered(world: State, name: str) -> int:
    """Cases settled by agreement on terms a nation brought, or in whose sealed rounds it mediated."""
    return sum(
        1
        for case in world.crises.values()
        if (case.outcome in ("compromise", "mediated") and case.terms_by == name)
        or (
            case.outcome == "compromise"
            and any(name in answers and answers[name].stance == "mediate" for answers in case.answers)
        )
    )
