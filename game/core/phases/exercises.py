"""Exercises and missions: what is practised together, who stayed away, and whom it alarmed."""

from typing import Literal

from game.core.arith import divide
from game.core.councils import rehearsal
from game.core.duties import Abstain, Notify, Train
from game.core.exchange import estrangement
from game.core.options import exercise_share, exercises_due, fund_covers, treaties_of
from game.core.orders import Exercise, Mission
from game.core.phases.manoeuvres import host, received
from game.core.phases.misreadings import exercise_misread
from game.core.practice import MANNERS, alarm, in_its_place, practised
from game.core.relations import drilled
from game.core.triggers import duties_of
from game.core.turn import Turn
from game.core.world import LedgerEntry

LARGE = 2
"""Scale from which an exercise is large."""


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
            _arrived(turn, name, mission)


def _arrived(turn: Turn, name: str, mission: Mission) -> None:
    """Each kind of mission brings one thing home: practice of plans, exact figures, or goodwill; all of them meet."""
    rules, to = turn.rules, mission.to
    match mission.form:
        case "staff_talks":
            turn.meet(name, to, rules.familiar_staff_talks, "staff_talks")
        case "attache":
            turn.learn(name, to)
            turn.meet(name, to, rules.familiar_attache, "attache")
        case "visit":
            turn.shift_trust(to, name, rules.trust_visit, "mission")
            turn.meet(name, to, rules.familiar_visit, "visit")


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
    turn.hold_exercise(tuple(names), exercise)
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
    skill, kept = practised(exercise), rules.practice_scale * exercise.scale
    for index, a in enumerate(names):
        for b in names[index + 1 :]:
            culture = estrangement(turn.world(), a, b)
            have = drilled(turn.world(), a, b)
            gain = rules.interop_per_scale * exercise.scale * (100 - have) * (200 - culture)
            gain = divide(gain * MANNERS[exercise.emphasis].interop, 1000)
            turn.practise(a, b, divide(gain, 20_000), "exercise", exercise.theatre, skill, kept)
            turn.shift_trust(a, b, rules.trust_exercise, "exercise", exercise.theatre)
            turn.shift_trust(b, a, rules.trust_exercise, "exercise", exercise.theatre)
            exercise_misread(turn, a, b, exercise.theatre)
    host(turn, exercise, names)
    _rehearse(turn, exercise, names)
    if exercise.form == "field":
        received(turn, exercise, names, _alarm(turn, exercise, names))


def _rehearse(turn: Turn, exercise: Exercise, names: list[str]) -> None:
    """An alliance's exercise in a theatre practises its plans for it, by the share of the members that came."""
    for key, plan in turn.plans.get(exercise.treaty, {}).items():
        if plan.theatre == exercise.theatre:
            have = rehearsal(turn.world(), plan)
            members = len(turn.treaties[exercise.treaty].active)
            gain = turn.rules.plan_per_scale * exercise.scale * (100 - have) * len(names)
            turn.rehearse(exercise.treaty, key, have + divide(gain, 100 * members), "exercise")


def _alarm(turn: Turn, exercise: Exercise, names: list[str]) -> list[tuple[str, str]]:
    """Hostile nations within a step are provoked by scale; less when they were told beforehand.

    Gives back who took alarm at whom."""
    table = turn.table()
    near = (exercise.theatre, *turn.state.theatres[exercise.theatre].adjoins)
    alarmed: list[tuple[str, str]] = []
    for rival, nation in turn.nations.items():
        if rival in names or nation.home not in near:
            continue
        for name in names:
            if table.hostile(rival, name) >= turn.rules.opportunity_hostility:
                alarmed.append((rival, name))
    points = divide(turn.rules.provoked_exercise * exercise.scale * alarm(exercise), 1000)
    for rival, name in alarmed if points else ():
        told = _told(turn, name, rival)
        if exercise.notified and told is not None and told.observers:
            continue  # who may come and look is not alarmed
        turn.provoke(
            rival,
            name,
            points if not exercise.notified else max(1, points // (4 if told is not None else 2)),
            "exercise",
            exercise.theatre,
        )
    for name in names:
        _confidence(turn, name, exercise, near)
    return alarmed


def _told(turn: Turn, name: str, other: str) -> Notify | None:
    """The promise, if there is one, by which a nation tells another of its exercises."""
    return next(
        (
            duty
            for treaty_id, treaty in treaties_of(turn.world(), name)
            for duty in duties_of(treaty_id, treaty)
            if isinstance(duty, Notify) and duty.by == name and other in duty.among
        ),
        None,
    )


def _confidence(turn: Turn, name: str, exercise: Exercise, near: tuple[str, ...]) -> None:
    """Enter what a nation had promised about exercises near others: to announce them, or to keep large ones away."""
    rules = turn.rules
    for treaty_id, treaty in treaties_of(turn.world(), name):
        for duty in duties_of(treaty_id, treaty):
            if duty.by != name:
                continue
            if isinstance(duty, Notify):
                close = _close(turn, duty.among, exercise, near)
                # What a large exercise gives away by being announced is surprise.
                result, weight = ("kept", exercise.scale - 1) if exercise.notified else ("broken", exercise.scale)
            elif isinstance(duty, Abstain) and "exercise_near" in duty.acts and exercise.scale >= LARGE:
                close = _close(turn, duty.toward, exercise, near)
                result, weight = ("broken", exercise.scale) if close else ("kept", 1)
                close = close or tuple(other for other in duty.toward if other in turn.nations)[:1]
            else:
                continue
            if not close:
                continue
            owed: Literal["notify", "abstain"] = "notify" if isinstance(duty, Notify) else "abstain"
            entry = LedgerEntry(
                turn.turn, treaty_id, owed, close[0], result, weight, exercise.theatre  # type: ignore[arg-type]
            )  # fmt: skip
            turn.enter_ledger(name, entry)
            for other in close if result == "broken" else ():
                turn.shift_trust(other, name, rules.trust_broke_duty, "broke_duty", treaty_id)


def _close(turn: Turn, parties: tuple[str, ...], exercise: Exercise, near: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some nations in whose neighbourhood an exercise is held without them."""
    return tuple(
        other
        for other in parties
        if other in turn.nations and other not in exercise.participants and turn.nations[other].home in near
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
                entry = LedgerEntry(turn.turn, exercise.treaty, "train", exercise.treaty, "broken", cost)
                other = in_its_place(sheet.exercises if sheet is not None else (), exercise, due)
                turn.enter_ledger(name, entry, exercise.theatre if other else "", other.theatre if other else "")
                for partner in entry_for.among:
                    if partner in turn.nations:
                        turn.shift_trust(partner, name, turn.rules.trust_broke_duty // 2, "broke_duty", exercise.treaty)


def _train_of(turn: Turn, name: str, treaty: str) -> Train | None:
    for treaty_id, found in treaties_of(turn.world(), name):
        if treaty_id == treaty:
            for duty in duties_of(treaty_id, found):
                if isinstance(duty, Train) and duty.by == name:
                    return duty
    return None
