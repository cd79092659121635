"""How well nations know each other's ways, and how likely what passes between them is to be misread."""

from game.core.arith import clamp, divide, faded
from game.core.exchange import exchange_level
from game.core.relations import Measure, Part, cultural_distance, interop
from game.core.world import State, pair_of


def familiarity(world: State, a: str, b: str) -> Measure:
    """How well two nations know each other's ways, 0-100: people who met, treaties shared, forces that train together.

    Every contact fades from its date; a third party sees the treaties it knows of and the practice alone.
    """
    rules, pair = world.rules, pair_of(world, a, b)
    shared = sum(1 for treaty in world.treaties.values()
                 if a in treaty.parties and b in treaty.parties and treaty.in_force(world.turn))  # fmt: skip
    parts = [
        *(Part(one.kind, divide(faded(one.tenths, world.turn - one.since, rules.familiar_keeps), 10))
          for one in pair.contacts),
        Part("exchange", rules.familiar_exchange * exchange_level(world, a, b)),
        Part("treaties", min(rules.familiar_treaties, shared * rules.familiar_treaty)),
        Part("practice", divide(interop(world, a, b) * rules.familiar_practice, 1000)),
    ]  # fmt: skip
    return Measure(clamp(sum(part.amount for part in parts), 0, 100), tuple(part for part in parts if part.amount))


def misreading(world: State, a: str, b: str) -> int:
    """Permille chance a turn that what passes between two nations is misread: distance without familiarity."""
    distance = cultural_distance(world.nations[a], world.nations[b])
    return divide(world.rules.misread * distance * (100 - familiarity(world, a, b).value), 10_000)
