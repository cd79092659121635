"""Reasons against a sealed sheet, checked as a whole."""

from game.core.attribution import covert_kinds, relief_need
from game.core.burden import formula_of
from game.core.geography import may_leave
from game.core.options import (
    exercise_forces,
    free_points,
    home_need,
    initiatives_to_spend,
    may_withhold,
    most_new_forces,
    sheet_cost,
)
from game.core.orders import Sheet
from game.core.problems import Problem, illegal, invalid, stale
from game.core.view import View
from game.core.world import State, in_its_time


def sheet_problems(view: View, sheet: Sheet) -> tuple[Problem, ...]:
    """Every reason against a sheet, checked as a whole."""
    world, me = view.world, view.seat
    rules, nation = world.rules, world.nations[me]
    if world.stage != "negotiation":
        return (stale("Orders are written while negotiation is open; it is closed now."),)
    found: list[Problem] = []
    budget = sheet.budget
    if budget.forces < 0 or budget.readiness < 0 or budget.home_cut < 0:
        found.append(invalid("A budget holds no negative amounts."))
    most = most_new_forces(rules, nation)
    if budget.forces > most:
        found.append(illegal(f"At most {most} FP can be raised this turn (a tenth of the forces in being)."))
    if budget.readiness > 0 and nation.readiness + (budget.readiness - 1) * rules.readiness_step >= 100:
        found.append(illegal(f"Readiness is {nation.readiness}; that many steps would pass 100."))
    if budget.home_cut > home_need(rules, nation):
        found.append(illegal(f"The needs at home are {home_need(rules, nation)} RP; no more can be withheld."))
    total = 0
    for theatre, fp in sheet.standing.items():
        if theatre not in world.theatres:
            found.append(invalid(f'There is no theatre "{theatre}".'))
        elif theatre == nation.home:
            found.append(illegal("Forces at home are not named in the sheet."))
        if fp < 1:
            found.append(invalid("Forces stand abroad in whole FP, at least 1."))
        total += max(0, fp)
    for exercise in sheet.exercises:
        total += exercise_forces(nation, exercise)
    if total > may_leave(nation):
        abroad = sum(max(0, fp) for fp in sheet.standing.values())
        found.append(
            illegal(
                f"{total} FP are ordered away from home, {abroad} to stand abroad and {total - abroad} on exercises; "
                f"at most {may_leave(nation)} may leave."
            )
        )
    found += _exercises(world, me, sheet)
    seen: list[str] = []
    for mission in sheet.missions:
        if mission.to not in world.nations:
            found.append(invalid(f'There is no nation "{mission.to}".'))
        elif mission.to == me:
            found.append(illegal("A mission goes abroad."))
        elif mission.to in seen:
            found.append(illegal("One mission to a nation a turn."))
        seen.append(mission.to)
    for fate_id, amount in sheet.relief.items():
        fate = world.misfortunes.get(fate_id)
        if fate is None:
            found.append(invalid(f'There is no misfortune "{fate_id}".'))
        elif not fate.live or world.misfortune_kinds[fate.kind].hidden_hand:
            found.append(stale("Relief is no longer asked for there."))
        elif amount > relief_need(world, fate_id):
            found.append(illegal(f"No more than {relief_need(world, fate_id)} RP is asked for there."))
        if amount < 1:
            found.append(invalid("Relief is given in whole RP, at least 1."))
    if len(sheet.covert) > 1:
        found.append(illegal("At most one act of covert work a turn."))
    for covert in sheet.covert:
        if covert.target not in world.nations:
            found.append(invalid(f'There is no nation "{covert.target}".'))
        elif covert.target == me:
            found.append(illegal("Covert work is done abroad."))
        kind = world.misfortune_kinds.get(covert.kind)
        if kind is None or not kind.hidden_hand:
            found.append(illegal(f'This scenario knows no covert work of the kind "{covert.kind}".'))
        elif not in_its_time(world, kind.since):
            found.append(illegal(f"There is no {kind.name} before {kind.since}."))
        elif covert.kind not in covert_kinds(world, me):
            takes = f"intelligence of at least {kind.skill} and technology of at least {kind.technology}"
            found.append(illegal(f"A {kind.name} takes {takes}."))
    if sheet.withheld:
        asking = may_withhold(world, me)
        if any(treaty not in asking for treaty in sheet.withheld):
            found.append(illegal("Only what a treaty or its council has this nation give or spend can be withheld."))
    for treaty_id in sheet.because:
        treaty = world.treaties.get(treaty_id)
        if treaty is None or me not in treaty.parties or formula_of(treaty) is None:
            found.append(illegal("Reasons are given for shares of a burden that a treaty asks of this nation."))
    can = initiatives_to_spend(rules, nation)
    if len(sheet.missions) > can:
        found.append(illegal(f"{len(sheet.missions)} missions take as many initiatives; {can} can be had."))
    if not found:
        cost, free = sheet_cost(world, me, sheet), free_points(world, me, budget.home_cut)
        if cost > free:
            found.append(illegal(f"The orders cost {cost} RP; {free} are free."))
    return tuple(found)


def _exercises(world: State, me: str, sheet: Sheet) -> list[Problem]:
    found: list[Problem] = []
    for index, exercise in enumerate(sheet.exercises):
        if (
            len(exercise.participants) < 2
            or tuple(sorted(dict.fromkeys(exercise.participants))) != exercise.participants
        ):
            found.append(invalid("An exercise names two or more nations, each once, in order."))
        if any(name not in world.nations for name in exercise.participants):
            found.append(invalid("An exercise names nations of this game."))
        if me not in exercise.participants:
            found.append(illegal("A nation orders only exercises it takes part in."))
        if exercise.theatre not in world.theatres:
            found.append(invalid(f'There is no theatre "{exercise.theatre}".'))
        if not 1 <= exercise.scale <= 3:
            found.append(invalid("The scale of an exercise is 1, 2 or 3."))
        if exercise.observers and not exercise.notified:
            found.append(illegal("Observers are invited only to an exercise that is announced."))
        known = [world.nations[name] for name in exercise.participants if name in world.nations]
        if exercise.emphasis == "naval" and known and not any(nation.sea_power for nation in known):
            found.append(illegal("A naval exercise takes a participant with sea power."))
        if exercise.emphasis != "combined" and exercise.form == "relief":
            found.append(invalid("An exercise of relief has no other emphasis."))
        if exercise in sheet.exercises[:index]:
            found.append(illegal("The same exercise is ordered twice."))
        if exercise.treaty:
            treaty = world.treaties.get(exercise.treaty)
            if treaty is None or me not in treaty.parties or not treaty.in_force(world.turn):
                found.append(illegal("The treaty named for an exercise does not bind this nation now."))
            elif any(name not in treaty.parties for name in exercise.participants):
                found.append(illegal("Only parties take part in a treaty's exercise."))
    return found
