"""Forces at the disposal of several nations: how many are promised, and where they are when they are asked for."""

from game.core.arith import divide
from game.core.duties import Contribute
from game.core.geography import may_leave
from game.core.orders import Sheet
from game.core.outlays import peaces
from game.core.triggers import duties_of
from game.core.world import Nation, State


def contributions(world: State, name: str, to: str) -> tuple[Contribute, ...]:
    """What a nation's treaties in force have it contribute to a command, or to a peace."""
    return tuple(
        duty
        for treaty_id, treaty in world.treaties.items()
        if name in treaty.parties and treaty.in_force(world.turn)
        for duty in duties_of(treaty_id, treaty)
        if isinstance(duty, Contribute) and duty.by == name and duty.to == to
    )


def commanded(nation: Nation, duty: Contribute) -> int:
    """FP a nation holds for a common command; at least 1 where anything may leave home."""
    half = may_leave(nation)
    return max(1, divide(half * duty.amount, 100)) if half else 0


def withdrawn(world: State, duty: Contribute, sheet: Sheet) -> int:
    """FP that orders take out of a command's reach: standing, or on exercises of others, beyond its parties' homes."""
    parties = (duty.by, *duty.among)
    homes = [world.nations[name].home for name in parties if name in world.nations]
    nation = world.nations[duty.by]
    away = sum(fp for theatre, fp in nation.standing.items() if theatre not in homes)
    for exercise in sheet.exercises:
        if exercise.form == "field" and any(name not in parties for name in exercise.participants):
            away += min(exercise.scale, may_leave(nation))
    return away


def held_elsewhere(world: State, name: str, target: str) -> int:
    """FP that stand under commands to which the target of a case does not belong: they cannot be sent to it."""
    found = [
        commanded(world.nations[name], duty)
        for duty in contributions(world, name, "command")
        if target not in duty.among
    ]
    return sum(found)


def peace_owed(world: State, duty: Contribute) -> tuple[str, ...]:
    """Cases whose peace a nation has promised to keep now: none in which it is a side itself."""
    if duty.to != "peace":
        return ()
    return tuple(
        case_id
        for case_id in peaces(world)
        if duty.by not in (world.crises[case_id].target, world.crises[case_id].challenger)
        and (not duty.area or world.crises[case_id].theatre in duty.area)
    )


def keeps_peace(nation: Nation, theatre: str, fp: int) -> bool:
    """Whether a nation has so many FP where a peace is to be kept."""
    return nation.standing.get(theatre, 0) >= fp or (nation.home == theatre and nation.forces >= fp)
