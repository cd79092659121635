"""What is spent on arms: by need, by what would be lost otherwise, and as far as a nation's own aims ask for it."""

from dataclasses import replace

from game.ai.keeping import room_below_ceiling
from game.ai.outlook import Outlook
from game.ai.weights import WEIGHTS, Weights
from game.core.checks.sheets import sheet_problems
from game.core.duties import Guard
from game.core.geography import ready as strength
from game.core.objectives import SecurityAtLeast
from game.core.options import (
    exercise_share,
    exercises_due,
    free_points,
    home_need,
    live_crises,
    most_new_forces,
    readiness_price,
    sheet_cost,
    upkeep,
)
from game.core.orders import Sheet
from game.core.slumps import income_lost

SAFE = 50
"""Security from which a nation no longer arms by itself."""
SECURE = 60
"""Security below which what would otherwise be lost is spent on readiness and forces."""
FOND = 1.5
"""Fondness of arms from which what would be lost is spent on them even in safety."""
MARGIN = 2
"""Points by which security is carried beyond the level a nation has set itself: others arm meanwhile."""


def reserve_of(outlook: Outlook) -> int:
    """RP kept back: next turn's exercises, and for what may come little when threatened, more when safe.

    Nothing on the last turn: what is left then is lost.
    """
    if last_turn(outlook):
        return 0
    income = outlook.world.nations[outlook.seat].income
    safe = outlook.table.secure(outlook.seat) >= SAFE
    return promised_points(outlook) + max(1, income // (5 if safe else 10))


def last_turn(outlook: Outlook) -> bool:
    """Whether no turn is known to follow this one."""
    return outlook.world.turn >= outlook.world.turns


def promised_points(outlook: Outlook) -> int:
    """RP that exercises of the next turn will take."""
    later = replace(outlook.bound, turn=outlook.world.turn + 1)
    return sum(exercise_share(later, outlook.seat, due) for due in exercises_due(later, outlook.seat))


def left_over(outlook: Outlook, made: Sheet) -> int:
    """RP free after a sheet's orders."""
    world, me = outlook.world, outlook.seat
    return free_points(world, me, made.budget.home_cut) - sheet_cost(world, me, made)


def armed(outlook: Outlook, made: Sheet, reserve: int, weights: Weights = WEIGHTS) -> Sheet:
    """Readiness and forces by need: more where security is low or a case stands against one's own soil or wards.

    What would be lost because the treasury is full is spent where anything is to be feared, for oneself or wards; and
    whoever has set itself a level of security arms until it is reached.
    """
    world, me = outlook.world, outlook.seat
    rules, nation = world.rules, world.nations[me]
    security = outlook.table.secure(me)
    alarmed = any(me in (crisis.target, crisis.challenger) for _, crisis in live_crises(world))
    # A government fond of arms calls itself unsafe sooner than one that is not.
    safe, secure = SAFE * weights.arms, SECURE * weights.arms
    watchful = alarmed or security < secure or wards_in_fear(outlook) or weights.arms >= FOND
    keep = min(reserve, promised_points(outlook)) if alarmed else reserve
    idle = idle_points(outlook)
    wanted_ready = 70 if alarmed else 60 if watchful else 50
    if watchful and idle > 0:
        wanted_ready = 80
    step = readiness_price(rules, nation)
    while nation.readiness + made.budget.readiness * rules.readiness_step < wanted_ready and left_over(
        outlook, made
    ) - step >= min(keep, nation.income - idle):
        tried = _readier(outlook, made)
        if tried is None:
            break
        made = tried
    if security < safe or (watchful and idle > 0):
        # Forces need upkeep for ever after: not more than a nation's own means can carry.
        carried = forces_carried(outlook)
        if security >= safe:
            carried = min(carried, (idle + rules.price_force - 1) // rules.price_force, nation.forces // 20 + 1)
        while made.budget.forces < carried and left_over(outlook, made) - rules.price_force >= keep:
            tried = _stronger(outlook, made)
            if tried is None:
                break
            made = tried
    # Aims are judged by how things stand in the end: by then nothing is held back but what is promised.
    if 3 * world.turn > 2 * world.turns:
        keep = min(keep, 0 if last_turn(outlook) else promised_points(outlook))
    return _toward_aim(outlook, made, keep, weights)


def forces_carried(outlook: Outlook) -> int:
    """FP that could be added and kept up out of income, with a point a turn left over for what is promised."""
    rules, nation = outlook.world.rules, outlook.world.nations[outlook.seat]
    points = int(outlook.spare_points(outlook.seat)) - 1
    return max(0, (upkeep(rules, nation) + points) * rules.upkeep_fp - nation.forces)


def _readier(outlook: Outlook, made: Sheet) -> Sheet | None:
    """A sheet with a step of readiness more, if there is one to be had."""
    rules, nation = outlook.world.rules, outlook.world.nations[outlook.seat]
    if not nation.forces or nation.readiness + made.budget.readiness * rules.readiness_step >= 100:
        return None
    return _allowed(outlook, replace(made, budget=replace(made.budget, readiness=made.budget.readiness + 1)))


def _stronger(outlook: Outlook, made: Sheet) -> Sheet | None:
    """A sheet with an FP more, if there is one to be had."""
    rules, nation = outlook.world.rules, outlook.world.nations[outlook.seat]
    if made.budget.forces >= min(most_new_forces(rules, nation), room_below_ceiling(outlook)):
        return None
    return _allowed(outlook, replace(made, budget=replace(made.budget, forces=made.budget.forces + 1)))


def _allowed(outlook: Outlook, tried: Sheet) -> Sheet | None:
    return None if sheet_problems(outlook.view, tried) else tried


def level_wanted(outlook: Outlook) -> int:
    """The security a nation has set itself as an aim; 0 where it has set none."""
    known = outlook.world.nations[outlook.seat].objectives
    return max((aim.level for aim in known if isinstance(aim, SecurityAtLeast)), default=0)


def security_with(outlook: Outlook, made: Sheet) -> float:
    """Security once a sheet's forces and readiness are there, all else as it is."""
    rules, me = outlook.world.rules, outlook.seat
    nation, shield = outlook.world.nations[me], outlook.table.protection(me)
    own = next((part.amount for part in shield.parts if part.name == "own_forces"), 0)
    ready = min(100, nation.readiness + made.budget.readiness * rules.readiness_step)
    if not made.budget.readiness and nation.readiness > 50:
        ready = max(50, nation.readiness - rules.readiness_drift)
    mine = strength(rules, replace(nation, forces=nation.forces + made.budget.forces, readiness=ready))
    whole = shield.value + mine * rules.protection_own / 1000 - own
    return 100 * whole / max(1.0, whole + outlook.table.exposure(me).value)


def _toward_aim(outlook: Outlook, made: Sheet, keep: int, weights: Weights) -> Sheet:
    """What is left goes where it brings most security for an RP, until the level aimed at is reached.

    Forces have to be kept up: no more of them than what income leaves can carry, but for the last turn.
    """
    aim = level_wanted(outlook)
    wanted = (aim + MARGIN) * weights.toward_aims if aim else 0.0
    rules, nation = outlook.world.rules, outlook.world.nations[outlook.seat]
    carried = forces_carried(outlook)
    while security_with(outlook, made) < wanted:
        now = security_with(outlook, made)
        found: list[tuple[float, Sheet]] = []
        for tried, price in ((_readier(outlook, made), readiness_price(rules, nation)),
                             (_stronger(outlook, made), rules.price_force)):  # fmt: skip
            if tried is None or left_over(outlook, tried) < keep:
                continue
            if tried.budget.forces > made.budget.forces and tried.budget.forces > carried and not last_turn(outlook):
                continue
            found.append(((security_with(outlook, tried) - now) / price, tried))
        gain, better = max(found, key=lambda one: one[0], default=(0.0, made))
        if gain <= 0:
            return made
        made = better
    return made


def idle_points(outlook: Outlook) -> int:
    """RP that next turn's income would push over what a treasury holds, if nothing were spent beyond the usual."""
    rules, nation = outlook.world.rules, outlook.world.nations[outlook.seat]
    return max(0, nation.treasury - income_lost(nation) - upkeep(rules, nation) - home_need(rules, nation))


def wards_in_fear(outlook: Outlook) -> bool:
    """Whether a nation this seat has promised to guard is not safe."""
    table = outlook.table
    wards = dict.fromkeys(ward for duty in table.duties[outlook.seat] if isinstance(duty, Guard) for ward in duty.wards)
    return any(table.secure(ward) < SAFE for ward in wards if ward in outlook.world.nations)
