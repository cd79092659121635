"""How far the world is at peace with itself, and whether it has come to a general war."""

from game.core.appraisal import Appraisal
from game.core.arith import clamp, divide, faded
from game.core.crises import Crisis
from game.core.relations import Measure, Part
from game.core.world import State


def stability(table: Appraisal) -> Measure:
    """How far the world is at peace with itself, 0-100, with its named parts."""
    world, rules = table.world, table.rules
    parts = [Part("peace", 100)]
    for crisis_id, crisis in world.crises.items():
        if crisis.stage in ("open", "showdown"):
            parts.append(Part("open_crisis", -divide(rules.stability_open * crisis.severity, 3), crisis_id))
        elif crisis.stage == "fighting":
            parts.append(Part("war", -rules.stability_war, crisis_id))
        elif crisis.stage == "war":
            keeps = rules.stability_war_keeps
            parts.append(Part("war", -faded(rules.stability_war, world.turn - crisis.ended, keeps), crisis_id))
    for fate_id, fate in world.misfortunes.items():
        kind = world.misfortune_kinds.get(fate.kind)
        if fate.live and kind is not None and not kind.hidden_hand:
            parts.append(Part("hardship", -divide(rules.stability_hardship * fate.severity, 3), fate_id))
    if general_war(world):
        parts.append(Part("general_war", -rules.stability_general_war))
    fear = sum(100 - table.secure(name) for name in world.nations)
    parts.append(Part("insecurity", -divide(divide(fear, max(1, len(world.nations))) * rules.stability_fear, 1000)))
    kept = tuple(part for part in parts if part.amount)
    return Measure(clamp(sum(part.amount for part in kept), 0, 100), kept)


def belligerents(crisis: Crisis) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who stood with the challenger, and who with the target, in a case that came to war."""
    last = crisis.answers[-1] if crisis.answers else {}
    came = tuple(name for name in sorted(last) if last[name].stance == "come" and name != crisis.target)
    return (crisis.challenger, *sorted(crisis.beside)), (crisis.target, *came)


def general_war(world: State) -> bool:
    """Whether a war of this game had great powers on both sides, or was fought by many (`general_war_nations`)."""
    return any(
        crisis.stage in ("fighting", "war") and general(world, *belligerents(crisis))
        for crisis in world.crises.values()
    )


def general(world: State, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a war between these would be a general one."""
    great = {name for name, nation in world.nations.items() if nation.rank == "great"}
    return bool(great.intersection(one) and great.intersection(other)) or (
        len(one) + len(other) >= world.rules.general_war_nations
    )
