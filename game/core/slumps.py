"""Shocks to income: what one takes, what relief gives back of it, and what partners lose with it.

A banking crisis takes about a tenth of what is produced and years to make good (Reinhart & Rogoff 2014); it travels
along ties, from the large to the small. The sums that rules, words and minds all read.
"""

from game.core.arith import divide, scale
from game.core.misfortunes import Misfortune, MisfortuneOutcome, toll
from game.core.options import treaties_of
from game.core.world import Nation, State


def income_lost(nation: Nation) -> int:
    """RP a turn by which shocks have brought a nation's income down."""
    return divide(nation.income * nation.slump, 1000)


def fall(world: State, fate: Misfortune) -> int:
    """Permille of its income that a shock takes of the one it strikes, by its severity and their resilience."""
    kind = world.misfortune_kinds[fate.kind]
    return toll(world.rules, world.nations[fate.target].resilience, kind.slump * fate.severity)


def given_back(world: State, fate: Misfortune, outcome: MisfortuneOutcome) -> int:
    """Permille of income that relief gives back at once, by how far what was asked for came."""
    whole = scale(fall(world, fate), world.rules.slump_met)
    return whole if outcome == "met" else divide(whole, 2) if outcome == "partly" else 0


def partners_struck(world: State, fate: Misfortune) -> tuple[str, ...]:
    """Those who lose with the one a shock struck: its partners by every treaty in the open."""
    found = dict.fromkeys(
        party for _, treaty in treaties_of(world, fate.target) if not treaty.secret for party in treaty.parties
    )
    return tuple(sorted(name for name in found if name != fate.target and name in world.nations))


def passed_on(world: State, fate: Misfortune, partner: str, outcome: MisfortuneOutcome) -> int:
    """Permille of its income that a partner loses at the next Opening, by the weight of the other beside its own."""
    kind = world.misfortune_kinds[fate.kind]
    left = scale(fall(world, fate) - given_back(world, fate, outcome), world.rules.slump_keeps)
    theirs, mine = world.nations[fate.target], world.nations[partner]
    share = divide(scale(left, kind.passes) * theirs.income, max(1, theirs.income + mine.income))
    return toll(world.rules, mine.resilience, share)
