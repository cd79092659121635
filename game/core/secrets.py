"""How likely a secret treaty is to become known, whom it is aimed at, and who was kept in the dark."""

from game.core.appraisal import Appraisal
from game.core.world import State, Treaty

LEAST = 5
"""Permille: nothing said between two governments is wholly safe."""


def outsiders(world: State, treaty: Treaty) -> tuple[str, ...]:
    """Nations that do not know of a secret treaty, the best informed first."""
    apart = [name for name in world.nations if name not in (*treaty.parties, *treaty.finders)]
    return tuple(sorted(apart, key=lambda name: (-world.nations[name].intelligence, name)))


def leak_chance(world: State, treaty: Treaty) -> int:
    """Permille chance a turn that a secret treaty becomes known to somebody."""
    rules, apart = world.rules, outsiders(world, treaty)
    if not apart:
        return 0
    parties = [name for name in treaty.parties if name in world.nations]
    guarded = sum(world.nations[name].intelligence for name in parties) // len(parties)
    sight = rules.leak_sight * (world.nations[apart[0]].intelligence - guarded)
    return max(LEAST, rules.leak + sight + rules.leak_party * (len(parties) - 2))


def aimed_at(table: Appraisal, treaty_id: str) -> tuple[str, ...]:
    """Nations a treaty's Guards name."""
    named: list[str] = []
    for guards in table.guards.values():
        for guard in guards:
            if guard.treaty == treaty_id:
                named += [name for name in guard.against if name in table.world.nations]
    return tuple(sorted(dict.fromkeys(named)))


def kept_in_the_dark(world: State, treaty: Treaty, party: str) -> tuple[str, ...]:
    """Partners of a party in open treaties who are not of the secret one."""
    partners = dict.fromkeys(
        name
        for other in world.treaties.values()
        if party in other.parties and other.in_force(world.turn) and not other.secret
        for name in other.parties
        if name not in treaty.parties and name in world.nations
    )
    return tuple(partners)
