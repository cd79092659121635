"""Which kinds of case may arise between two nations: read from the kinds' own data and the world as one sees it."""

from game.core.crises import Among, CrisisKind
from game.core.duties import Guard, Provide
from game.core.geography import steps
from game.core.triggers import duties_of
from game.core.world import State, in_its_time, pair_of

BETWEEN_FRIENDS: tuple[Among, ...] = ("allies", "host")
"""Quarrels that hostility does not explain: they grow where a tie chafes."""
NARROW: tuple[Among, ...] = ("host", "claim", "allies", "neighbours", "nuclear", "rivals", "any")
"""From the narrowest occasion to the widest."""


def fits(world: State, kind: CrisisKind, challenger: str, target: str) -> bool:
    """Whether a case of this kind may arise between two nations."""
    if not in_its_time(world, kind.since):
        return False
    able = world.nations[challenger].intelligence >= kind.needs and world.nations[target].support <= kind.weak
    return able and _among(world, kind.among, challenger, target)


def _among(world: State, among: Among, challenger: str, target: str) -> bool:
    one, other = world.nations[challenger], world.nations[target]
    pair = pair_of(world, challenger, target)
    match among:
        case "any":
            return True
        case "neighbours":
            return challenger in pair.claims or steps(world, one.home, other.home) <= 1
        case "claim":
            return challenger in pair.claims
        case "rivals":
            return pair.rivalry >= world.rules.rivals_least
        case "allies":
            return guards(world, challenger, target) and challenger not in pair.claims
        case "host":
            return lends_base(world, challenger, target) != ""
        case "nuclear":
            shield = other.nuclear or any(world.nations[name].nuclear for name in guardians(world, target))
            return one.nuclear > 0 and bool(shield)


def guardians(world: State, ward: str) -> tuple[str, ...]:
    """Nations bound by a guarantee to one."""
    return tuple(
        duty.by
        for treaty_id, treaty in world.treaties.items()
        if ward in treaty.parties and treaty.in_force(world.turn)
        for duty in duties_of(treaty_id, treaty)
        if isinstance(duty, Guard) and ward in duty.wards and duty.by in world.nations
    )


def guards(world: State, guardian: str, ward: str) -> bool:
    """Whether one nation is bound by a guarantee to another."""
    return guardian in guardians(world, ward)


def lends_base(world: State, host: str, guest: str) -> str:
    """Id of the treaty under which one nation lends another its bases; empty when there is none."""
    for treaty_id, treaty in world.treaties.items():
        if host in treaty.parties and treaty.in_force(world.turn):
            for duty in duties_of(treaty_id, treaty):
                if isinstance(duty, Provide) and duty.what == "base" and duty.by == host and guest in duty.to:
                    return treaty_id
    return ""


def demand_kind(world: State, challenger: str, target: str) -> CrisisKind:
    """What a demand raised out of nowhere is: the narrowest kind that fits these two, else the first there is.

    Kinds that only a scenario deals are no answer to the question unless it knows no other. Raises KeyError where the
    scenario knows no kind of crisis.
    """
    timely = sorted(name for name, kind in world.kinds.items() if in_its_time(world, kind.since))
    kinds = timely or sorted(world.kinds)
    drawn = [name for name in kinds if world.kinds[name].drawn]
    found = [name for name in drawn if fits(world, world.kinds[name], challenger, target)]
    best = min(found, key=lambda name: (NARROW.index(world.kinds[name].among), name), default="")
    return world.kinds[best or next(iter(drawn), min(kinds, default=""))]
