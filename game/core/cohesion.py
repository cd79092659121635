"""Cohesion of an alliance, 0-100: how far its members would act as one. Computed, never stored.

Shared aims, fair burdens and the manner of deciding hold alliances together or pull them apart (Snyder 1997; Olson &
Zeckhauser 1966 on burdens); a plain treaty has no more and no less of it than paper has.
"""

from game.core.arith import clamp, divide, faded
from game.core.burden import burden_table, fairness
from game.core.charters import Charter
from game.core.councils import beneath_creed
from game.core.ground import Ground
from game.core.relations import Measure, Part
from game.core.world import State, Treaty

PLAIN = 50
"""Cohesion of a treaty without a charter."""


def cohesion(world: State, ground: Ground, treaty_id: str, treaty: Treaty) -> Measure:
    """Cohesion of a treaty, with its named parts."""
    start = Part("start", PLAIN)
    if treaty.charter is None:
        return Measure(PLAIN, (start,))
    members = tuple(name for name in treaty.parties if name in world.nations)
    parts = (
        start,
        Part("trust", _trust(world, ground, members)),
        _aim(world, ground, members, treaty.charter),
        Part("burden", _burden(world, treaty_id, treaty)),
        Part("promise", _promise(world, treaty_id, members)),
        Part("procedure", _procedure(world, treaty)),
        Part("creed", _creed(world, treaty)),
    )
    whole = sum(part.amount for part in parts)
    return Measure(clamp(whole, 0, 100), tuple(part for part in parts if part.amount))


def _trust(world: State, ground: Ground, members: tuple[str, ...]) -> int:
    """Mean trust among the members."""
    both = [ground.trust(a, b) + ground.trust(b, a) for index, a in enumerate(members) for b in members[index + 1 :]]
    most = world.rules.cohesion_trust
    return clamp(divide(sum(both), 2 * world.rules.cohesion_trust_step * len(both)), -most, most) if both else 0


def _aim(world: State, ground: Ground, members: tuple[str, ...], charter: Charter) -> Part:
    """The common purpose: a threat all feel, quiet among themselves, or help that came when it was needed."""
    rules = world.rules
    if not members:
        return Part("shared_threat", 0)
    if charter.against in world.nations:
        felt = divide(sum(clamp(ground.raw(charter.against, name), 0, 100) for name in members), len(members))
        return Part("shared_threat", _felt(world, felt), charter.against)
    if charter.task == "defence":
        # Whom they fear most together, weighed by what it could do.
        rows = [ground.felt(name) for name in members]
        most, who = 0, ""
        for k, row in zip(world.nations, zip(*rows, strict=True), strict=True):
            felt = sum(row) * world.nations[k].potential
            if felt > most and k not in members:
                most, who = felt, k
        felt = divide(sum(clamp(ground.raw(who, name), 0, 100) for name in members), len(members)) if who else 0
        return Part("shared_threat", _felt(world, felt), who)
    if charter.task == "order":
        pairs = [(a, b) for index, a in enumerate(members) for b in members[index + 1 :]]
        between = sum(max(0, ground.raw(a, b)) + max(0, ground.raw(b, a)) for a, b in pairs)
        quiet = 20 - divide(between, 2 * max(1, len(pairs)))
        return Part("shared_aim", clamp(divide(quiet, 2), -rules.cohesion_aim, rules.cohesion_aim))
    met = 0
    for fate in world.misfortunes.values():
        if fate.target in members and fate.ended and fate.ended >= world.turn - rules.cohesion_memory:
            met += {"met": 5, "partly": 0, "unmet": -5}.get(fate.outcome, 0)
    return Part("shared_aim", clamp(met, -rules.cohesion_aim, rules.cohesion_aim))


def _felt(world: State, felt: int) -> int:
    """Points that a threat felt by the members on average brings; below `cohesion_quiet` it takes some away."""
    rules = world.rules
    return clamp(divide(felt - rules.cohesion_quiet, 2), -rules.cohesion_aim, rules.cohesion_aim)


def _burden(world: State, treaty_id: str, treaty: Treaty) -> int:
    """How fairly the burden was borne by the last table published."""
    if not treaty.paid:
        return 0
    rules, fair = world.rules, fairness(burden_table(world, treaty_id, treaty))
    return clamp(divide(fair - rules.cohesion_fair, 3), -rules.cohesion_burden, rules.cohesion_burden // 2)


def _promise(world: State, treaty_id: str, members: tuple[str, ...]) -> int:
    """How its last call was answered, as the ledger has it."""
    rules, now = world.rules, world.turn
    called, kept, broken = 0, 0, 0
    for name in members:
        for entry in reversed(world.nations[name].ledger):
            if entry.turn < max(called, now - rules.cohesion_memory):
                break
            if entry.duty == "guard" and entry.treaty == treaty_id and entry.result != "excused":
                if entry.turn > called:
                    called, kept, broken = entry.turn, 0, 0
                kept += 1 if entry.result == "kept" else 0
                broken += 1 if entry.result == "broken" else 0
    if not kept + broken:
        return 0
    # A call half answered is a call that failed.
    whole = divide(rules.cohesion_kept * kept - rules.cohesion_broken * broken, kept + broken)
    return faded(whole, now - called, rules.ledger_keeps)


def _procedure(world: State, treaty: Treaty) -> int:
    """Votes lost lately, caveats, and members under suspension."""
    rules, charter = world.rules, treaty.charter
    if charter is None:
        return 0
    each = rules.cohesion_led if charter.rule == "leader" else rules.cohesion_outvoted
    tenths = sum(faded(10 * each, world.turn - one.turn, rules.cohesion_forgets) for one in treaty.outvoted)
    lost = divide(tenths, 10) + rules.cohesion_opt_out * len(charter.opt_outs)
    lost += rules.cohesion_suspended * len(treaty.suspended)
    return -min(rules.cohesion_procedure, lost)


def _creed(world: State, treaty: Treaty) -> int:
    """A creed that all meet holds them together; every member that does not takes from it."""
    if treaty.charter is None or treaty.charter.creed <= -10:
        return 0
    beneath = len(beneath_creed(world, treaty))
    if not beneath:
        return world.rules.cohesion_creed if treaty.charter.creed > 0 else 0
    return -min(world.rules.cohesion_procedure, world.rules.cohesion_creed * beneath)


def cohesion_points(value: int) -> int:
    """Points by which cohesion moves credibility and joint action: a fifth of its distance from 50."""
    return divide(value - PLAIN, 5)
