"""Exercises and missions: what is practised together, who stayed away, and whom it alarmed."""

from game.core.arith import divide
from game.core.duties import Train
from game.core.options import exercise_share, exercises_due, fund_covers, treaties_of
from game.core.orders import Exercise
from game.core.relations import cultural_distance, interop
from game.core.triggers import duties_of
from game.core.turn import Turn
from game.core.world import LedgerEntry


def exercises_and_missions(turn: Turn) -> None:
    """Hold the exercises whose sheets match, enter the Trains that fell due, send the missions."""
    ordered = _ordered(turn)
    held: dict[str, list[Exercise]] = {name: [] for name in turn.nations}
    for exercise, names in ordered:
        if len(names) < 2:
            turn.miss_exercise(names[0], exercise.treaty)
            continue
        _hold(turn, exercise, names)
        for name in names:
            held[name].append(exercise)
    _judge(turn, held)
    for name in turn.nations:
        sheet = turn.nations[name].sheet
        for mission in sheet.missions if sheet is not None else ():
            turn.spend(name, turn.rules.price_mission, "mission", mission.to)
            turn.send_mission(name, mission.to, mission.form)
            turn.practise(name, mission.to, turn.rules.interop_mission, "mission")
            turn.shift_trust(mission.to, name, turn.rules.trust_mission, "mission")
            turn.learn(name, mission.to)


def _ordered(turn: Turn) -> list[tuple[Exercise, list[str]]]:
    """Every exercise on a sheet, with those whose sheets hold the same one."""
    found: list[tuple[Exercise, list[str]]] = []
    for name in turn.nations:
        sheet = turn.nations[name].sheet
        for exercise in sheet.exercises if sheet is not None else ():
            for other, names in found:
                if other == exercise:
                    names.append(name)
                    break
            else:
                found.append((exercise, [name]))
    return found


def _hold(turn: Turn, exercise: Exercise, names: list[str]) -> None:
    rules = turn.rules
    turn.hold_exercise(
        tuple(names), exercise.scale, exercise.theatre, "notified" if exercise.notified else "unannounced"
    )
    world, came = turn.world(), tuple(names)
    covered = fund_covers(world, exercise)
    if covered:
        turn.draw_fund(exercise.treaty, covered, "exercise")
    for name in names:
        # Who comes shares the price among those who came; nobody goes into debt for the absent.
        share = min(exercise_share(world, name, exercise, came), max(0, turn.nations[name].treasury))
        turn.spend(name, share, "exercise", exercise.theatre)
        if exercise.form == "field":
            turn.shift_readiness(name, exercise.scale, "exercise")
    for index, a in enumerate(names):
        for b in names[index + 1 :]:
            culture = cultural_distance(turn.nations[a], turn.nations[b])
            have = interop(turn.world(), a, b)
            gain = rules.interop_per_scale * exercise.scale * (100 - have) * (200 - culture)
            turn.practise(a, b, divide(gain, 20_000), "exercise", exercise.theatre)
            turn.shift_trust(a, b, rules.trust_exercise, "exercise", exercise.theatre)
            turn.shift_trust(b, a, rules.trust_exercise, "exercise", exercise.theatre)
    if exercise.form == "field":
        _alarm(turn, exercise, names)


def _alarm(turn: Turn, exercise: Exercise, names: list[str]) -> None:
    """Hostile nations within a step are provoked by scale; less when they were told beforehand."""
    table = turn.table()
    near = (exercise.theatre, *turn.state.theatres[exercise.theatre].adjoins)
    alarmed: list[tuple[str, str]] = []
    for rival, nation in turn.nations.items():
        if rival in names or nation.home not in near:
            continue
        for name in names:
            if table.hostile(rival, name) >= turn.rules.opportunity_hostility:
                alarmed.append((rival, name))
    points = turn.rules.provoked_exercise * exercise.scale
    for rival, name in alarmed:
        turn.provoke(
            rival,
            name,
            points if not exercise.notified else max(1, points // 2),
            "exercise",
            exercise.theatre,
        )


def _judge(turn: Turn, held: dict[str, list[Exercise]]) -> None:
    """Enter every Train: due exercises held are kept; one nobody else came to is no fault of one's own."""
    state = turn.world()
    for name in turn.nations:
        due = exercises_due(state, name)
        for exercise in due:
            entry_for = _train_of(turn, name, exercise.treaty)
            if entry_for is None:
                continue
            sheet = turn.nations[name].sheet
            ordered = sheet is not None and exercise in sheet.exercises
            cost = min(10, exercise_share(state, name, exercise))
            if exercise in held[name]:
                turn.enter_ledger(name, LedgerEntry(turn.turn, exercise.treaty, "train", exercise.treaty, "kept", cost))
            elif ordered or not state.nations[name].forces:
                turn.enter_ledger(name, LedgerEntry(turn.turn, exercise.treaty, "train", exercise.treaty, "excused", 0))
            else:
                turn.enter_ledger(
                    name, LedgerEntry(turn.turn, exercise.treaty, "train", exercise.treaty, "broken", cost)
                )
                for other in entry_for.among:
                    if other in turn.nations:
                        turn.shift_trust(other, name, turn.rules.trust_broke_duty // 2, "broke_duty", exercise.treaty)


def _train_of(turn: Turn, name: str, treaty: str) -> Train | None:
    for treaty_id, found in treaties_of(turn.world(), name):
        if treaty_id == treaty:
            for duty in duties_of(treaty_id, found):
                if isinstance(duty, Train) and duty.by == name:
                    return duty
    return None
