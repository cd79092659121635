"""The sheet: promises first, then safety, then friends; always allowed."""

from dataclasses import replace

from game.ai.orders import sheet
from game.ai.outlook import Outlook
from game.ai.price import drills_beyond
from game.core.checks.sheets import sheet_problems
from game.core.clauses import BurdenSharing, JointExercises, MutualDefence
from game.core.geography import may_leave
from game.core.objectives import SecurityAtLeast
from game.core.options import exercises_due, home_need, readiness_price, upkeep
from game.core.orders import Sheet
from game.core.world import State
from tests.ai.worlds import a_draft, nato, seen, trio, with_crisis, with_nation, with_treaty


def orders_of(state: State, nation: str) -> Sheet:
    """A nation's sheet, which must be allowed."""
    view = seen(state, nation, "orders")
    made = sheet(Outlook(view))
    assert sheet_problems(view, made) == ()
    return made


def test_every_sheet_is_allowed_however_poor_the_nation() -> None:
    for state in (nato(), with_crisis(nato()), trio()):
        for name in state.nations:
            orders_of(state, name)
            orders_of(with_nation(state, name, treasury=0), name)
            orders_of(with_nation(state, name, forces=0, standing={}), name)
            orders_of(with_nation(state, name, initiatives=0, influence=0), name)


def test_exercises_that_fall_due_are_ordered_alike_by_all() -> None:
    state = replace(with_treaty(nato(), "drill", ("NOR", "USA"), JointExercises(per_year=2)), turn=2)
    due = exercises_due(state, "NOR")
    assert due
    for name in ("NOR", "USA"):
        for exercise in due:
            assert exercise in orders_of(state, name).exercises


def test_a_garrison_gives_way_to_an_exercise_that_was_promised() -> None:
    state = replace(with_treaty(nato(), "drill", ("NOR", "USA"), JointExercises(per_year=2, scale=2)), turn=2)
    abroad = with_nation(state, "NOR", standing={"western_europe": 1})
    made = orders_of(abroad, "NOR")
    assert exercises_due(abroad, "NOR")[0] in made.exercises
    assert made.standing == {}


def test_a_watch_on_what_only_brews_gives_way_to_an_exercise_that_falls_due() -> None:
    state = replace(with_treaty(nato(), "drill", ("NOR", "USA"), JointExercises(per_year=2, scale=2)), turn=2)
    pact = with_treaty(state, "pact", ("ITA", "NOR"), MutualDefence(earmark=100))
    watched = with_crisis(pact, stage="brewing", target="ITA", theatre="mediterranean", opened=0)
    made = orders_of(watched, "NOR")
    assert exercises_due(watched, "NOR")[0] in made.exercises


def test_a_pledge_on_own_spending_is_met() -> None:
    state = with_treaty(nato(), "pledge", ("GBR", "USA"), BurdenSharing(target=50))
    made = orders_of(state, "USA")
    nation, rules = state.nations["USA"], state.rules
    spent = upkeep(rules, nation) + made.budget.forces * rules.price_force
    spent += made.budget.readiness * readiness_price(rules, nation)
    assert spent * 100 >= nation.income * 50
    assert orders_of(nato(), "USA").budget != made.budget


def test_forces_stand_where_a_ward_is_threatened() -> None:
    state = with_treaty(nato(), "guard", ("NOR", "USA"), MutualDefence(automaticity="automatic", earmark=30))
    threatened = with_crisis(state, target="NOR", theatre="northern_europe")
    assert orders_of(threatened, "USA").standing == {"northern_europe": may_leave(state.nations["USA"]) * 30 // 100}
    brewing = with_crisis(state, target="NOR", theatre="northern_europe", stage="brewing", opened=0)
    assert 0 < orders_of(brewing, "USA").standing["northern_europe"] < may_leave(state.nations["USA"]) * 30 // 100
    assert orders_of(state, "USA").standing == {}


def test_a_small_garrison_stays_when_nothing_calls() -> None:
    state = with_nation(nato(), "USA", standing={"western_europe": 40})
    assert orders_of(state, "USA").standing == {"western_europe": may_leave(state.nations["USA"]) // 6}


def test_the_unsafe_arm_and_the_safe_do_not() -> None:
    rich = with_nation(nato(), "NOR", treasury=20)
    assert orders_of(rich, "NOR").budget.readiness > 0
    safe = with_nation(rich, "NOR", forces=200)
    assert orders_of(safe, "NOR").budget.forces == 0


def test_whoever_has_set_itself_a_level_of_security_arms_until_it_is_reached_and_no_further() -> None:
    rich = with_nation(nato(), "USA", treasury=60, objectives=())
    near = Outlook(seen(rich, "USA", "orders")).table.secure("USA")
    spent = []
    for level in (near - 10, 99):
        aims = (SecurityAtLeast(level=level, points=10),)
        made = orders_of(with_nation(rich, "USA", objectives=aims), "USA")
        spent.append(made.budget.readiness + made.budget.forces)
    assert spent[0] < spent[1]


def test_a_nation_without_forces_raises_its_first_and_buys_them_no_readiness_beforehand() -> None:
    aim = (SecurityAtLeast(level=60, points=10),)
    bare = with_nation(nato(), "NOR", forces=0, standing={}, treasury=12, income=12, objectives=aim)
    made = orders_of(bare, "NOR")
    assert made.budget.forces == 1
    assert made.budget.readiness == 0


def test_no_more_forces_are_raised_than_income_keeps_up() -> None:
    state = with_nation(nato(), "URS", treasury=44, objectives=(SecurityAtLeast(level=100, points=10),))
    made = orders_of(state, "URS")
    nation, rules = state.nations["URS"], state.rules
    grown = replace(nation, forces=nation.forces + made.budget.forces)
    assert upkeep(rules, grown) <= max(upkeep(rules, nation), nation.income - home_need(rules, nation) - 1)


def test_a_promised_exercise_comes_before_the_needs_at_home() -> None:
    state = replace(with_treaty(nato(), "drill", ("NOR", "USA"), JointExercises(per_year=2)), turn=2)
    poor = with_nation(state, "NOR", treasury=home_need(state.rules, state.nations["NOR"]))
    made = orders_of(poor, "NOR")
    assert exercises_due(poor, "NOR")[0] in made.exercises
    assert made.budget.home_cut > 0
    assert orders_of(state, "NOR").budget.home_cut == 0


def test_exercises_beyond_what_may_leave_home_speak_against_promising_them() -> None:
    state = with_treaty(nato(), "drill", ("NOR", "USA"), JointExercises(per_year=2))
    outlook = Outlook(seen(state, "NOR"))
    small, large = (a_draft("GBR", "NOR", clauses=(JointExercises(per_year=2, scale=s),)) for s in (1, 3))
    assert drills_beyond(outlook, "NOR", small) < drills_beyond(outlook, "NOR", large)
    assert drills_beyond(outlook, "USA", large) == 0


def test_missions_go_to_promising_partners_and_not_twice_running() -> None:
    state = nato()
    made = orders_of(state, "USA")
    assert 1 <= len(made.missions) <= 2
    assert "URS" not in [mission.to for mission in made.missions]
    assert orders_of(with_nation(state, "USA", initiatives=1), "USA").missions == (), "one is kept for a busier turn"
