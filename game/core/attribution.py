"""How likely a hidden hand is to be found: the one sum that the rules, the window and the minds all read."""

from game.core.appraisal import Appraisal
from game.core.arith import divide
from game.core.duties import Provide
from game.core.practice import best_practice
from game.core.triggers import duties_of
from game.core.view import shared_levels
from game.core.world import State, in_its_time

LEAST, MOST = 5, 95
"""Nothing is certain, and nothing is impossible: per cent."""


def attribution_sum(world: State, target: str) -> int:
    """Per cent before the culprit's own intelligence is taken off: what the one that was harmed can do.

    A share that only a secret treaty gives counts in the worlds of those who know the treaty.
    """
    rules, shared = world.rules, max(shared_levels(world, target).values(), default=0)
    own = rules.attribution + world.nations[target].intelligence // 2
    return own + rules.attribution_shared * shared + joint_search(world, target) + best_practice(world, target, "cyber")


def joint_search(world: State, target: str) -> int:
    """Per cent that partners in cyber defence add: those of the ablest of them."""
    most = 0
    for treaty_id, treaty in world.treaties.items():
        if target in treaty.parties and treaty.in_force(world.turn):
            for duty in duties_of(treaty_id, treaty):
                if isinstance(duty, Provide) and duty.what == "cyber" and target in duty.to:
                    known = world.nations.get(duty.by)
                    most = max(most, known.technology if known is not None else 0)
    return max(0, most - world.rules.attribution_able) * world.rules.attribution_joint // 1000


def attribution_chance(world: State, target: str, culprit: str) -> int:
    """Per cent chance a turn that an act of `culprit` against `target` is laid at its door, 5-95."""
    return max(LEAST, min(MOST, attribution_sum(world, target) - world.nations[culprit].intelligence // 4))


def attribution_over_time(world: State, target: str, culprit: str) -> int:
    """Per cent chance that it is found before the search is given up."""
    unseen, chance = 1000, attribution_chance(world, target, culprit)
    for _ in range(world.rules.attribution_turns):
        unseen = unseen * (100 - chance) // 100
    return (1000 - unseen + 5) // 10


def attribution_range(world: State, target: str) -> tuple[int, int]:
    """Least and most of the chance over everybody who may have done it, for those who do not know who did."""
    found = [attribution_chance(world, target, name) for name in world.nations if name != target]
    return (min(found), max(found)) if found else (LEAST, LEAST)


def relief_need(world: State, fate_id: str) -> int:
    """RP that meet a misfortune in full."""
    return world.misfortunes[fate_id].severity * world.rules.relief_per_severity


def relief_asked(world: State) -> tuple[str, ...]:
    """Ids of the misfortunes for which relief is asked now, the gravest first."""
    live = [
        fate_id
        for fate_id, fate in world.misfortunes.items()
        if fate.live and not world.misfortune_kinds[fate.kind].hidden_hand
    ]
    return tuple(sorted(live, key=lambda fate_id: (-world.misfortunes[fate_id].severity, fate_id)))


def covert_kinds(world: State, who: str) -> tuple[str, ...]:
    """Kinds of covert work this world knows by now and a nation has the skill for, by id."""
    return tuple(
        name
        for name, kind in sorted(world.misfortune_kinds.items())
        if kind.hidden_hand
        and in_its_time(world, kind.since)
        and kind.skill <= world.nations[who].intelligence
        and kind.technology <= world.nations[who].technology
    )


def suspicion(table: Appraisal, target: str) -> dict[str, int]:
    """Permille by which each nation is suspected of a hidden hand's work: hostility times what it is able to do.

    Nobody is suspected whose hostility is below `suspected_from`.
    """
    world, weights = table.world, dict[str, int]()
    for name, nation in world.nations.items():
        hostile = table.hostile(name, target) if name != target else 0
        if hostile >= table.rules.suspected_from:
            weights[name] = hostile * hostile * max(10, nation.intelligence)
    total = sum(weights.values())
    return {name: divide(1000 * weight, total) for name, weight in weights.items()}


def sabotage_known(world: State) -> bool:
    """Whether this world knows covert work at all."""
    return any(kind.hidden_hand for kind in world.misfortune_kinds.values())
