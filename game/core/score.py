"""How far objectives are met, what a seat has scored, and how stable the world is."""

from game.core.appraisal import Appraisal
from game.core.arith import clamp, divide, faded
from game.core.duties import Consult, Guard
from game.core.objectives import AllianceWith, AutonomyAtLeast, NoWar, Objective, SecurityAtLeast
from game.core.relations import Measure, Part
from game.core.triggers import duties_of
from game.core.world import Nation, State

SHORTFALL = 50
"""Permille lost for each point below a level, so that twenty points short is worth nothing."""


def met(table: Appraisal, name: str, aim: Objective) -> int:
    """Permille by which a nation meets an objective now."""
    match aim:
        case SecurityAtLeast():
            return _level(table.security(name).value, aim.level)
        case AutonomyAtLeast():
            return _level(table.autonomy(name).value, aim.level)
        case AllianceWith():
            return 1000 if allied(table.world, name, aim.nation) else 0
        case NoWar():
            return 0 if any(crisis.stage == "war" for crisis in table.world.crises.values()) else 1000


def _level(value: int, level: int) -> int:
    return clamp(1000 - SHORTFALL * (level - value), 0, 1000)


def allied(world: State, a: str, b: str) -> bool:
    """Whether a defence or consultation pact in force binds two nations."""
    return any(
        a in treaty.parties
        and b in treaty.parties
        and treaty.in_force(world.turn)
        and any(isinstance(duty, Guard | Consult) for duty in duties_of(treaty_id, treaty))
        for treaty_id, treaty in world.treaties.items()
    )


def last_third(turns: int) -> int:
    """Turns at the end over which objectives are judged."""
    return max(1, -(-turns // 3))


def objective_marks(nation: Nation, turns: int) -> tuple[int, ...]:
    """Permille of each objective over the last third of the turns played so far."""
    judged = nation.marks[-last_third(turns) :]
    if not judged:
        return tuple(0 for _ in nation.objectives)
    return tuple(divide(sum(marks[i] for marks in judged), len(judged)) for i in range(len(nation.objectives)))


def score(state: State, name: str) -> int:
    """Share of a nation's objective points met, in permille: the mean of the last third of the turns."""
    nation = state.nations[name]
    points = sum(aim.points for aim in nation.objectives)
    if not points:
        return 0
    marks = objective_marks(nation, max(1, state.turns))
    return divide(sum(aim.points * mark for aim, mark in zip(nation.objectives, marks, strict=True)), points)


def stability(table: Appraisal) -> Measure:
    """How far the world is at peace with itself, 0-100, with its named parts."""
    world, rules = table.world, table.rules
    parts = [Part("peace", 100)]
    for crisis_id, crisis in world.crises.items():
        if crisis.stage in ("open", "showdown"):
            parts.append(Part("open_crisis", -divide(rules.stability_open * crisis.severity, 3), crisis_id))
        elif crisis.stage == "war":
            keeps = rules.stability_war_keeps
            parts.append(Part("war", -faded(rules.stability_war, world.turn - crisis.ended, keeps), crisis_id))
    fear = sum(100 - table.security(name).value for name in world.nations)
    parts.append(Part("insecurity", -divide(divide(fear, max(1, len(world.nations))) * rules.stability_fear, 1000)))
    kept = tuple(part for part in parts if part.amount)
    return Measure(clamp(sum(part.amount for part in kept), 0, 100), kept)
