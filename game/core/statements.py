"""What nations have said in public: how long it counts, what it is believed for, when it is put to the test."""

from game.core.crises import Crisis
from game.core.world import State, Statement


def alive(world: State, statement: Statement) -> bool:
    """Whether a statement still counts."""
    return world.turn - statement.turn < world.rules.statement_turns


def stated(world: State, by: str, treaty: str, ward: str) -> int:
    """Points of credibility a public word adds to a Guard: more where a government can be voted out for breaking it."""
    nation = world.nations[by]
    if not nation.statements:
        return 0
    for had in nation.statements:
        spoken = (had.kind == "commitment" and had.treaty == treaty) or (had.kind == "support" and had.nation == ward)
        if spoken and alive(world, had):
            return world.rules.credibility_stated_closed if nation.regime < 0 else world.rules.credibility_stated
    return 0


def warned_off(world: State, by: str, challenger: str) -> bool:
    """Whether a nation has publicly warned another of late."""
    return any(
        had.kind == "warning" and had.nation == challenger and alive(world, had) for had in world.nations[by].statements
    )


def tested(world: State, name: str, crisis: Crisis) -> tuple[Statement, ...]:
    """The statements of a nation that a case puts to the test: it stood by the target, or warned the challenger off
    its partners."""
    if name in (crisis.target, crisis.challenger):
        return ()
    found: list[Statement] = []
    for had in world.nations[name].statements:
        if not alive(world, had):
            continue
        treaty = world.treaties.get(had.treaty)
        if (
            (had.kind == "support" and had.nation == crisis.target)
            or (had.kind == "commitment" and treaty is not None and {name, crisis.target} <= {*treaty.parties})
            or (had.kind == "warning" and had.nation == crisis.challenger and _partners(world, name, crisis.target))
        ):
            found.append(had)
    return tuple(found)


def _partners(world: State, a: str, b: str) -> bool:
    return any(
        a in treaty.parties and b in treaty.parties and treaty.in_force(world.turn)
        for treaty in world.treaties.values()
    )


def word_price(world: State, name: str) -> int:
    """What breaking a public word costs a nation in support, as a number below zero."""
    rules = world.rules
    return rules.support_broke_word_closed if world.nations[name].regime < 0 else rules.support_broke_word
