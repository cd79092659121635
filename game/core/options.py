"""What a nation could do now, read from its own world: for buttons, minds and the referee's checks alike."""

from game.core.appraisal import Appraisal
from game.core.arith import divide
from game.core.burden import payment_due
from game.core.commands import held_elsewhere
from game.core.councils import least_rehearsed, levies_due
from game.core.crises import ALLY_STANCES, CHALLENGER_STANCES, JOINER_STANCES, TARGET_STANCES, Crisis, Stance
from game.core.duties import Consult, Duty, Guard, Pay, Train
from game.core.geography import Steps, away, may_leave
from game.core.orders import Exercise, Sheet
from game.core.outlays import outlays_due
from game.core.rules import Rules
from game.core.standing_by import weighed_by_way
from game.core.triggers import duties_of, reading
from game.core.world import Nation, State, Treaty


def upkeep(rules: Rules, nation: Nation) -> int:
    """RP a turn that keep the forces in being."""
    return -(-nation.forces // rules.upkeep_fp)


def home_need(rules: Rules, nation: Nation) -> int:
    """RP a turn needed at home."""
    return divide(nation.income * (rules.home_permille_closed if nation.regime < 0 else rules.home_permille), 1000)


def initiatives_of(rules: Rules, nation: Nation) -> int:
    """Initiatives a nation is given each turn."""
    return rules.initiatives_great if nation.rank == "great" else rules.initiatives


def initiatives_to_spend(rules: Rules, nation: Nation) -> int:
    """Initiatives left, counting those its influence could buy."""
    return nation.initiatives + nation.influence // rules.initiative_price


def most_new_forces(rules: Rules, nation: Nation) -> int:
    """FP a nation may raise in a turn."""
    return max(1, -(-nation.forces * rules.force_growth_percent // 100))


def readiness_price(rules: Rules, nation: Nation) -> int:
    """RP for one step of readiness."""
    return max(1, -(-nation.forces // rules.price_readiness_fp))


def fund_covers(world: State, exercise: Exercise) -> int:
    """RP that a treaty's common fund pays of an exercise of all its parties."""
    treaty = world.treaties.get(exercise.treaty)
    if treaty is None or not treaty.fund:
        return 0
    if exercise.participants != tuple(name for name in treaty.parties if name in world.nations):
        return 0
    return min(treaty.fund, world.rules.price_exercise[exercise.scale - 1])


def exercise_share(world: State, nation: str, exercise: Exercise, came: tuple[str, ...] = ()) -> int:
    """RP one participant pays: an equal share, or by income where its treaty says so; rounded up.

    `came`: those who did come, among whom alone the price is shared; all who were asked unless given.
    """
    among = came or exercise.participants
    price = world.rules.price_exercise[exercise.scale - 1] - fund_covers(world, exercise)
    treaty = world.treaties.get(exercise.treaty)
    by_income = treaty is not None and any(
        isinstance(duty, Train) and duty.costs == "by_income" for duty in duties_of(exercise.treaty, treaty)
    )
    if by_income:
        incomes = sum(world.nations[name].income for name in among)
        return -(-price * world.nations[nation].income // max(1, incomes))
    return -(-price // len(among))


def exercise_forces(nation: Nation, exercise: Exercise) -> int:
    """FP an exercise occupies: none for a staff exercise."""
    return min(exercise.scale, may_leave(nation)) if exercise.form == "field" else 0


def gifts_due(world: State, name: str) -> tuple[Pay, ...]:
    """What a nation's treaties have it give to others, or to a common fund, this turn."""
    return tuple(
        duty
        for treaty_id, treaty in treaties_of(world, name)
        for duty in duties_of(treaty_id, treaty)
        if isinstance(duty, Pay) and duty.by == name and (duty.amount or duty.formula == "fund")
    )


def sheet_cost(world: State, name: str, sheet: Sheet) -> int:
    """RP a sheet spends, beyond upkeep and the needs at home: gifts and levies not withheld are part of it."""
    rules, nation = world.rules, world.nations[name]
    cost = sum([points for treaty, points in asked_by_treaties(world, name) if treaty not in sheet.withheld])
    cost += sheet.budget.forces * rules.price_force
    cost += sheet.budget.readiness * readiness_price(rules, nation)
    cost += sum(exercise_share(world, name, exercise) for exercise in sheet.exercises)
    cost += sum(sheet.relief.values()) + len(sheet.covert) * rules.price_covert
    return cost + len(sheet.missions) * rules.price_mission


def own_spending(world: State, name: str, sheet: Sheet) -> int:
    """RP a nation spends on its own forces this turn: upkeep, new forces, readiness, exercises."""
    rules, nation = world.rules, world.nations[name]
    spent = upkeep(rules, nation) + sheet.budget.forces * rules.price_force
    spent += sheet.budget.readiness * readiness_price(rules, nation)
    return spent + sum(exercise_share(world, name, exercise) for exercise in sheet.exercises)


def free_points(world: State, name: str, home_cut: int = 0) -> int:
    """RP a nation may spend this turn once the needs at home are met, less what it withholds from them."""
    nation = world.nations[name]
    return max(0, nation.treasury - home_need(world.rules, nation) + home_cut)


def at_hand(world: State, name: str) -> int:
    """FP at home that may still be sent: what the half allows, less what stands abroad or is on exercise."""
    nation = world.nations[name]
    sheet = nation.sheet
    busy = sum(exercise_forces(nation, exercise) for exercise in sheet.exercises) if sheet is not None else 0
    return may_leave(nation) - away(nation) - busy


def available(world: State, name: str, crisis: Crisis) -> int:
    """FP a nation could send to a crisis: what is at hand, with those standing in that theatre, less what stands under
    a command that has no part in it."""
    near = at_hand(world, name) + world.nations[name].standing.get(crisis.theatre, 0)
    helped = crisis.challenger if may_join(world, name, crisis) else crisis.target
    return max(0, near - held_elsewhere(world, name, helped))


def exercises_due(world: State, name: str) -> tuple[Exercise, ...]:
    """The exercises a nation's treaties ask of it this turn, each as it belongs on every participant's sheet.

    Hosts rotate in the order of the parties; where there are plans, the one rehearsed least is rehearsed. So many a
    year are spread over the turns of a year.
    """
    due: list[Exercise] = []
    for treaty_id, treaty in world.treaties.items():
        if name not in treaty.parties or not treaty.in_force(world.turn):
            continue
        for duty in duties_of(treaty_id, treaty):
            if isinstance(duty, Train) and duty.by == name:
                age = world.turn - max(0, treaty.signed)
                among = tuple(d.by for d in duties_of(treaty_id, treaty) if isinstance(d, Train))
                among = tuple(n for n in among if n in world.nations)
                count = duty.per_year * world.months
                for held in range((age - 1) * count // 12, age * count // 12):
                    exercise = Exercise(
                        participants=among,
                        theatre=least_rehearsed(world, treaty_id) or world.nations[among[held % len(among)]].home,
                        form="field",
                        scale=duty.scale,
                        treaty=treaty_id,
                    )
                    if exercise not in due:
                        due.append(exercise)
    return tuple(due)


def default_sheet(world: State, name: str) -> Sheet:
    """The sheet of a nation that wrote none: forces stay where they stand, nothing is bought."""
    asked = asked_by_treaties(world, name)
    withheld = sum([points for _, points in asked]) > free_points(world, name)
    return Sheet(
        standing=dict(world.nations[name].standing),
        withheld=tuple(dict.fromkeys([treaty for treaty, _ in asked])) if withheld else (),
    )


def may_withhold(world: State, name: str) -> tuple[str, ...]:
    """Treaties that have a nation give or spend this turn: what they ask can be kept back, treaty by treaty."""
    return tuple(dict.fromkeys(treaty for treaty, _ in asked_by_treaties(world, name)))


def asked_by_treaties(world: State, name: str) -> list[tuple[str, int]]:
    """Treaties that have a nation give or spend this turn, and RP: gifts, outlays and what councils voted."""
    asked = [(gift.treaty, payment_due(world, gift)) for gift in gifts_due(world, name)]
    asked += [(one.treaty, one.points) for one in outlays_due(world, name)]
    return asked + [(levy.treaty, levy.amount) for _, levy in levies_due(world, name)]


def live_crises(world: State) -> tuple[tuple[str, Crisis], ...]:
    """Cases that still ask something of somebody, by id."""
    return tuple((name, crisis) for name, crisis in world.crises.items() if crisis.live)


def treaties_of(world: State, name: str) -> tuple[tuple[str, Treaty], ...]:
    """Treaties in force to which a nation is party."""
    return tuple((k, t) for k, t in world.treaties.items() if name in t.parties and t.in_force(world.turn))


def ties(world: State, one: str, other: str) -> tuple[str, ...]:
    """Ids of the treaties under which one guards another or lends it bases, or could be: what a rupture cuts."""
    return tuple(
        treaty_id
        for treaty_id, treaty in treaties_of(world, one)
        if other in treaty.parties
        and one not in treaty.leaving
        and any(clause.kind in ("mutual_defence", "basing") for clause in treaty.clauses)
    )


def invocable(world: State, name: str, crisis_id: str) -> tuple[str, ...]:
    """Treaties under which a target may call for aid in a crisis and has not yet."""
    crisis = world.crises[crisis_id]
    if crisis.target != name or crisis.stage not in ("open", "showdown"):
        return ()
    called = [call.treaty for call in crisis.calls]
    found: list[str] = []
    for treaty_id, treaty in treaties_of(world, name):
        if treaty_id not in called and any(
            isinstance(duty, Guard) and duty.by != name and reading(world, duty, crisis).holds
            for duty in duties_of(treaty_id, treaty)
        ):
            found.append(treaty_id)
    return tuple(found)


def in_case_of(treaty_id: str, treaty: Treaty, ward: str) -> bool:
    """Whether a treaty promises somebody's aid to a party in some case."""
    return any(isinstance(duty, Guard) and ward in duty.wards for duty in duties_of(treaty_id, treaty))


def consults_due(world: State, name: str) -> tuple[tuple[str, str], ...]:
    """Treaty and crisis of every counsel a nation owes now."""
    due: list[tuple[str, str]] = []
    for crisis_id, crisis in live_crises(world):
        if crisis.stage in ("open", "showdown"):
            for treaty_id, treaty in treaties_of(world, name):
                if crisis.target == name or crisis.target not in treaty.active or crisis.challenger in treaty.parties:
                    continue
                for duty in duties_of(treaty_id, treaty):
                    owed = isinstance(duty, Consult) and duty.by == name
                    if owed and in_area(duty, crisis) and not consulted(world, name, treaty_id, crisis_id):
                        due.append((treaty_id, crisis_id))
    return tuple(due)


def in_area(duty: Duty, crisis: Crisis) -> bool:
    """Whether a duty with an area extends to the theatre of a crisis."""
    area = duty.area if isinstance(duty, Guard | Consult) else ()
    return not area or crisis.theatre in area


def consulted(world: State, name: str, treaty: str, crisis: str) -> bool:
    """Whether the ledger already holds a nation's counsel under a treaty in a crisis."""
    return any(
        entry.duty == "consult" and entry.treaty == treaty and entry.about == crisis
        for entry in world.nations[name].ledger
    )


def stances(world: State, name: str, crisis_id: str) -> tuple[Stance, ...]:
    """The sealed answers open to a nation in a crisis now; empty when it is not asked."""
    crisis = world.crises[crisis_id]
    if crisis.stage != "showdown":
        return ()
    if world.stage == "strike":
        return CHALLENGER_STANCES if crisis.challenger == name else ()
    if world.stage != "showdown" or name == crisis.challenger:
        return ()
    if name == crisis.target:
        if world.round == 1 and invocable(world, name, crisis_id):
            return TARGET_STANCES
        return tuple(stance for stance in TARGET_STANCES if stance != "invoke")
    if may_join(world, name, crisis):
        return JOINER_STANCES
    shut: tuple[Stance, ...]
    if is_called(crisis, name):
        shut = ()
    elif name in crisis.warned or is_guarantor(world, name, crisis):
        shut = ("refuse",)  # there is no call to refuse
    else:
        return ()
    if world.kinds[crisis.kind].means == "ties":
        shut = (*shut, "come")  # no forces are sent into a quarrel of friends
    return tuple(stance for stance in ALLY_STANCES if stance not in shut)


def may_join(world: State, name: str, crisis: Crisis) -> bool:
    """Whether a nation may come in beside the challenger where forces decide: one that has promised to guard it, and
    neither guards the target, nor has been called or has spoken for it."""
    if world.kinds[crisis.kind].means != "forces" or is_called(crisis, name) or name in crisis.warned:
        return False
    mine = treaties_of(world, name)
    return _guards(mine, name, crisis.challenger) and not _guards(mine, name, crisis.target)


def _guards(treaties: tuple[tuple[str, Treaty], ...], name: str, ward: str) -> bool:
    return any(
        isinstance(duty, Guard) and duty.armed and duty.by == name and ward in duty.wards
        for treaty_id, treaty in treaties
        if ward in treaty.active and name in treaty.active
        for duty in duties_of(treaty_id, treaty)
    )


def sending_price(world: State, name: str, crisis: Crisis, forces: int, known: Steps | None = None) -> int:
    """RP that sending forces to a case costs: what stands there once, what comes from home once more for each step."""
    return -(-weighed_by_way(world, name, crisis, forces, known) // world.rules.deploy_fp)


def sending_wear(world: State, name: str, forces: int) -> int:
    """Points of readiness that sending forces to another's case costs: worn men and machines come back from it."""
    return divide(world.rules.deploy_wear * forces, max(1, world.nations[name].forces))


def support_price(rules: Rules, crisis: Crisis) -> int:
    """RP that speaking up in a case costs."""
    return -(-crisis.stakes // rules.support_stakes)


def is_called(crisis: Crisis, name: str) -> bool:
    """Whether a nation has been called in a crisis."""
    return any(call.ally == name for call in crisis.calls)


def is_guarantor(world: State, name: str, crisis: Crisis) -> bool:
    """Whether a nation is bound to the target by a treaty in force, whatever that treaty says of this case."""
    return any(crisis.target in treaty.active and name in treaty.active for _, treaty in treaties_of(world, name))


def asked(world: State, name: str) -> tuple[str, ...]:
    """Crises in which a nation is asked for a sealed answer now."""
    return tuple(crisis_id for crisis_id, _ in live_crises(world) if stances(world, name, crisis_id))


def earmark_to(table: Appraisal, name: str, crisis: Crisis) -> int:
    """FP a nation has promised to this crisis under the calls made on it."""
    return max((call.earmark for call in crisis.calls if call.ally == name), default=0)
