"""The sealed sheet: promises first, then safety, then friends; always within what the rules allow."""

from dataclasses import replace

from game.ai.arming import armed, left_over, reserve_of
from game.ai.burden import share_gap, shares, tempted
from game.ai.gifts import withheld
from game.ai.hardship import own_relief, relief, sabotage
from game.ai.keeping import held_together, peaces_to_keep, room_below_ceiling
from game.ai.outlook import Outlook
from game.ai.propose import promise
from game.ai.weights import WEIGHTS, Weights
from game.core.appraisal import Appraisal
from game.core.arith import divide
from game.core.checks.sheets import sheet_problems
from game.core.duties import Guard
from game.core.geography import may_leave, steps_known
from game.core.options import (
    exercise_share,
    exercises_due,
    live_crises,
    readiness_price,
    sheet_cost,
)
from game.core.orders import Mission, MissionKind, Sheet
from game.core.relations import interop
from game.core.triggers import covers
from game.core.world import pair_of

GARRISON = 6
"""Part of what may leave home, as one in so many, that stays in a theatre when no case calls for more."""
FAR = 3
"""Steps from which nobody is visited with whom there are no dealings."""


def sheet(outlook: Outlook, weights: Weights = WEIGHTS) -> Sheet:
    """This seat's orders for the turn."""
    made = _stationed(outlook, Sheet(withheld=withheld(outlook, weights)))
    made = _exercised(outlook, made)
    reserve = reserve_of(outlook)
    made = own_relief(outlook, made, reserve)
    made = _pledged(outlook, made, weights)
    made = relief(outlook, made, reserve, weights)
    made = armed(outlook, made, reserve, weights)
    made = _visited(outlook, made, reserve, weights)
    return sabotage(outlook, made, weights)


def _fits(outlook: Outlook, made: Sheet) -> bool:
    return not sheet_problems(outlook.view, made)


def _stationed(outlook: Outlook, made: Sheet) -> Sheet:
    """Forces stand where a ward this seat guards is threatened by a case; elsewhere a small garrison stays."""
    world, me, table = outlook.world, outlook.seat, outlook.table
    nation = world.nations[me]
    wanted: dict[str, int] = {}
    beset = any(case.target == me and case.theatre == nation.home for _, case in live_crises(world))
    for _, crisis in live_crises(world):
        if beset or crisis.theatre == nation.home or me in (crisis.target, crisis.challenger):
            continue  # who is pressed at home sends nobody to stand elsewhere
        promised = max((_promised(table, duty, crisis.target, crisis.theatre, crisis.challenger)
                        for duty in table.duties[me] if isinstance(duty, Guard)), default=0)  # fmt: skip
        if crisis.stage == "brewing":
            promised = divide(promised, 2)
        if promised:
            wanted[crisis.theatre] = max(promised, wanted.get(crisis.theatre, 0))
    for theatre, fp in peaces_to_keep(outlook).items():
        if theatre != nation.home:
            wanted[theatre] = max(fp, wanted.get(theatre, 0))
    room = may_leave(nation)
    held, inside = held_together(outlook)
    for theatre, fp in nation.standing.items():
        wanted[theatre] = max(wanted.get(theatre, 0), min(fp, max(1, room // GARRISON)))
    standing: dict[str, int] = {}
    for theatre, fp in sorted(wanted.items(), key=lambda item: (-item[1], item[0])):
        # What is held for a common command stands only where its parties are at home.
        placed = min(fp, room if theatre in inside else room - held)
        if placed > 0:
            standing[theatre] = placed
            room -= placed
            held = max(0, held - placed) if theatre in inside else held
    tried = replace(made, standing=standing)
    return tried if _fits(outlook, tried) else made


def _promised(table: Appraisal, guard: Guard, ward: str, theatre: str, challenger: str) -> int:
    """FP this Guard promises to a ward in such a case; 0 when it does not read it as its own."""
    if ward not in guard.wards or covers(guard, theatre, "armed_attack", challenger) != "case":
        return 0
    return table.earmarked(guard)


def _exercised(outlook: Outlook, made: Sheet) -> Sheet:
    """Exercises that treaties ask for, as far as money and forces go; a garrison gives way to them, then a watch on
    what only brews, then any: what is due today comes before what may be called on."""
    live = [crisis for _, crisis in live_crises(outlook.world)]
    called = [crisis.theatre for crisis in live]
    burning = [crisis.theatre for crisis in live if crisis.stage != "brewing"]
    for exercise in exercises_due(outlook.world, outlook.seat):
        tried = replace(made, exercises=(*made.exercises, exercise))
        posts = [
            {theatre: fp for theatre, fp in made.standing.items() if theatre in kept} for kept in (called, burning)
        ]
        share = exercise_share(outlook.world, outlook.seat, exercise)
        # A promise comes before butter, if the treasury is empty: what it costs is taken from the needs at home.
        dearer = replace(tried, budget=replace(made.budget, home_cut=made.budget.home_cut + share))
        abroad = (made.standing, *posts, {})
        for attempt in (replace(paid, standing=standing) for paid in (tried, dearer) for standing in abroad):
            if _fits(outlook, attempt):
                made = attempt
                break
    return made


def _pledged(outlook: Outlook, made: Sheet, weights: Weights) -> Sheet:
    """What shares of a burden still ask, spent on readiness first and forces after; or why it is not."""
    left_to_others = {treaty: terms for treaty, terms in tempted(outlook, made, weights).items()
                      if treaty not in made.withheld}  # fmt: skip
    made = replace(made, because={**made.because, **left_to_others})
    short = max((share_gap(outlook, duty, made) for duty in shares(outlook)
                 if duty.formula != "fund" and duty.treaty not in left_to_others), default=0)  # fmt: skip
    if short <= 0:
        return made
    tried = _spend(outlook, made, short)
    # A share that cannot be borne in full buys no good name; only what safety itself asks is then spent.
    world, me = outlook.world, outlook.seat
    met = sheet_cost(world, me, tried) - sheet_cost(world, me, made) >= short
    return tried if met else made


def _spend(outlook: Outlook, made: Sheet, points: int) -> Sheet:
    """A sheet with at least `points` RP more in readiness and forces, if they can be had."""
    rules, nation = outlook.world.rules, outlook.world.nations[outlook.seat]
    step = readiness_price(rules, nation)
    spent = 0
    while spent < points:
        budget = made.budget
        ready = replace(made, budget=replace(budget, readiness=budget.readiness + 1))
        more = replace(made, budget=replace(budget, forces=budget.forces + 1))
        order = (ready, more) if nation.readiness + budget.readiness * rules.readiness_step < 80 else (more, ready)
        for tried in order:
            if _fits(outlook, tried) and tried.budget.forces <= room_below_ceiling(outlook):
                spent += step if tried is ready else rules.price_force
                made = tried
                break
        else:
            break
    return made


def _visited(outlook: Outlook, made: Sheet, reserve: int, weights: Weights) -> Sheet:
    """Missions to promising partners with what initiatives are left beyond the one that can be kept."""
    world, me = outlook.world, outlook.seat
    nation = world.nations[me]
    # One is kept over for a busier turn; great powers keep two delegations abroad, others one.
    abroad = int((2 if nation.rank == "great" else 1) * weights.ceremony + 0.5)
    spare = min(nation.initiatives - world.rules.initiatives_kept, abroad)
    if spare <= 0 or left_over(outlook, made) - world.rules.price_mission < reserve:
        return made
    looked = [
        (promise(outlook, other, weights) - interop(world, me, other) / 10, other)
        for other in _within_call(outlook)
        if not _visited_lately(outlook, other)
    ]
    for worth, other in sorted(looked, key=lambda item: (-item[0], outlook.tie(item[1]))):
        if spare <= 0 or worth <= 0 or left_over(outlook, made) - world.rules.price_mission < reserve:
            break
        warm = outlook.trust(me, other) >= 10
        form: MissionKind = "attache" if weights.observers else "staff_talks" if warm else "visit"
        tried = replace(made, missions=(*made.missions, Mission(to=other, form=form)))
        if _fits(outlook, tried):
            made, spare = tried, spare - 1
    return made


def _within_call(outlook: Outlook) -> list[str]:
    """Nations to which delegations are sent: great powers, those one has dealings with, and those not far away."""
    world, me = outlook.world, outlook.seat
    known, home = {**outlook.ground.related(me), **dict.fromkeys(outlook.linked(me))}, world.nations[me].home
    return [
        other
        for other, nation in world.nations.items()
        if other in known or (other != me and steps_known(world, home, nation.home, outlook.ground.steps) < FAR)
    ]


def _visited_lately(outlook: Outlook, other: str) -> bool:
    """Whether a mission of this seat was there last turn: its mark is a reason of the other's trust."""
    reasons = pair_of(outlook.world, outlook.seat, other).trust.get(other, ())
    return any(reason.kind == "mission" and reason.since >= outlook.world.turn - 1 for reason in reasons)
