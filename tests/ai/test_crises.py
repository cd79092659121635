"""Crises: pressing or letting lapse, calling, consulting, the sealed answers and the last decision."""

from dataclasses import replace

import pytest

from game.ai.ally import tired
from game.ai.challenger import decision, demands
from game.ai.crisis import crisis_acts, sealed_answers
from game.ai.outlook import Outlook
from game.ai.showdown import chosen, prospect, wider
from game.ai.statements import public_words
from game.ai.target import firm
from game.ai.weights import WEIGHTS
from game.ai.word import judged
from game.core import acts
from game.core.appraisal import Appraisal
from game.core.challenge import beside, challenge, strike_worth
from game.core.checks.answers import answer_problems
from game.core.clauses import Consultation, MutualDefence, Neutrality, NonAggression
from game.core.crises import Answer, Call
from game.core.legality import problems
from game.core.resolve import told_by_pressing
from game.core.world import LedgerEntry, Pair, State
from game.scenario.library import crisis_kinds
from tests.ai.worlds import nato, seen, standing, trio, with_crisis, with_nation, with_treaty


def showdown(state: State, number: int = 1, **fields: object) -> State:
    """A world with a case in a sealed round."""
    return replace(with_crisis(state, stage="showdown", **fields), stage="showdown", round=number)


def answer_of(state: State, nation: str) -> Answer:
    """A nation's sealed answer in the case, which must be allowed."""
    view = seen(state, nation)
    said = sealed_answers(Outlook(view))
    assert answer_problems(view, said) == ()
    return said["clash"]


def called(ally: str, treaty: str, automaticity: str = "automatic", earmark: int = 5) -> Call:
    """A call on an ally."""
    return Call(treaty, ally, automaticity, earmark)  # type: ignore[arg-type]


# -- challenging --------------------------------------------------------------------------------------------


def brewing(state: State, resolve: int, **fields: object) -> State:
    """A world with a case brewing."""
    return with_crisis(state, stage="brewing", opened=0, resolve=resolve, **fields)


def test_a_case_that_pays_is_pressed_and_one_that_does_not_is_let_lapse() -> None:
    state = nato()
    target = {"target": "NOR", "theatre": "northern_europe"}
    bold = crisis_acts(Outlook(seen(brewing(state, 15, **target), "URS")))
    assert [act.kind for act in bold] == ["press"]
    assert isinstance(bold[0], acts.Press)
    assert sum(term.tenths for term in bold[0].because) > 0
    assert crisis_acts(Outlook(seen(brewing(state, -15, **target), "URS"))) == ()


def test_a_promise_to_leave_a_nation_alone_speaks_against_pressing_it() -> None:
    target = {"target": "NOR", "theatre": "northern_europe"}
    bound = with_treaty(nato(), "calm", ("NOR", "URS"), NonAggression())
    free, held = (crisis_acts(Outlook(seen(brewing(state, 40, **target), "URS"))) for state in (nato(), bound))
    names = [
        {term.name for act in made if isinstance(act, acts.Press) for term in act.because} for made in (free, held)
    ]
    assert "reputation" not in names[0]
    assert "reputation" in names[1]


def test_no_word_is_broken_on_the_last_turn_for_what_would_be_decided_after_it() -> None:
    target = {"target": "NOR", "theatre": "northern_europe"}
    bound = with_treaty(nato(), "calm", ("NOR", "URS"), NonAggression())
    for pace in ("slow", "acute"):
        for state, turn, pressed in ((bound, 1, True), (bound, bound.turns, False), (nato(), bound.turns, True)):
            case = brewing(replace(state, turn=turn), 90, since=1, pace=pace, **target)
            assert any(isinstance(act, acts.Press) for act in crisis_acts(Outlook(seen(case, "URS")))) is pressed


def test_a_strike_weighs_the_word_it_would_break() -> None:
    bound = with_treaty(nato(), "calm", ("GBR", "URS"), NonAggression())
    free, held = (answer_of(replace(showdown(state), stage="strike"), "URS").because for state in (nato(), bound))
    assert "reputation" not in {term.name for term in free}
    assert any(term.name == "reputation" and term.tenths < 0 for term in held)


def test_a_rift_is_not_driven_to_a_rupture_by_who_needs_the_tie() -> None:
    needed = with_treaty(nato(), "shield", ("NOR", "USA"), MutualDefence(automaticity="automatic", earmark=5))
    rift = {"kind": "alliance_rift", "target": "USA", "challenger": "NOR", "theatre": "northern_europe", "resolve": 25}
    needed = replace(needed, kinds=crisis_kinds())
    bound, loose = needed, with_treaty(replace(nato(), kinds=crisis_kinds()), "words", ("NOR", "USA"), Consultation())
    said = [answer_of(replace(showdown(state, **rift), stage="strike"), "NOR") for state in (bound, loose)]
    assert [one.stance for one in said] == ["settle", "strike"]
    assert any(term.name == "tie" and term.tenths < 0 for term in said[0].because)
    assert all(term.name != "tie" for term in said[1].because)


def test_what_a_blow_without_forces_costs_is_not_called_losses() -> None:
    world = replace(nato(), kinds=crisis_kinds())
    for kind, name in (("border_clash", "losses"), ("insurgency", "price")):
        because = answer_of(replace(showdown(world, kind=kind), stage="strike"), "URS").because
        assert {"losses", "price"} & {term.name for term in because} == {name}


def test_a_word_is_worth_what_its_breaking_takes_from_what_one_is_judged_by() -> None:
    state = nato()
    now, last = (Outlook(seen(replace(state, turn=turn), "FRA")) for turn in (1, state.turns))
    guard = state.rules.trust_broke_guard
    assert judged(now, guard, WEIGHTS) == 40 * WEIGHTS.objective * WEIGHTS.word_judged / 1000
    assert judged(last, guard, WEIGHTS) == 40 * state.rules.last_breach * WEIGHTS.objective * WEIGHTS.word_judged / 1000
    aimless = Outlook(seen(with_nation(state, "FRA", objectives=()), "FRA"))
    assert judged(aimless, guard, WEIGHTS) == 0


def slippery(state: State, slips: int = 200) -> State:
    """The same world where a case may come to blows though nobody chose it."""
    return replace(state, kinds={name: replace(kind, slips=slips) for name, kind in state.kinds.items()})


def test_what_may_slip_out_of_hand_speaks_against_pressing_it() -> None:
    state = brewing(nato(), 4, target="NOR", theatre="northern_europe")
    (pressed,) = demands(Outlook(seen(state, "URS")))
    assert not any(term.name == "slip" for term in pressed.because)
    assert demands(Outlook(seen(slippery(state, 500), "URS"))) == ()
    bold = brewing(nato(), 40, target="NOR", theatre="northern_europe")
    (pressed,) = demands(Outlook(seen(slippery(bold), "URS")))
    assert any(term.name == "slip" and term.tenths < 0 for term in pressed.because)


def test_a_target_and_its_ally_weigh_that_it_may_slip() -> None:
    state = showdown(nato(), resolve=-30, calls=(called("FRA", "brussels"),))
    crisis = slippery(state).crises["clash"]
    outlook = Outlook(seen(slippery(state), "GBR"))
    sure, risky = (
        firm(one, crisis, prospect(one, crisis, {}), WEIGHTS) for one in (Outlook(seen(state, "GBR")), outlook)
    )
    assert sure["slip", "URS"] == 0
    assert risky["slip", "URS"] < 0
    assert {**sure, ("slip", "URS"): 0} == {**risky, ("slip", "URS"): 0}
    said = answer_of(slippery(state, 400), "FRA")
    assert any(term.name == "slip" and term.tenths < 0 for term in said.because)


def test_a_challenger_counts_on_those_who_might_come_in_beside_it() -> None:
    state = with_treaty(nato(), "axis", ("FRA", "URS"), MutualDefence(automaticity="automatic", earmark=100))
    odds = [challenge(Appraisal(one), "URS", "NOR", "northern_europe", 20).balance for one in (nato(), state)]
    assert odds[1] > odds[0]
    both = with_treaty(state, "shield", ("FRA", "NOR"), MutualDefence(automaticity="automatic", earmark=100))
    table = Appraisal(both)
    assert beside(table, "URS", "NOR", "northern_europe") == 0
    assert beside(Appraisal(state), "URS", "NOR", "northern_europe") > 0


def test_a_demand_tells_of_the_resolve_behind_it() -> None:
    """Where pressing hardly pays, only the resolved press: a strike is likelier than of one whose case was dealt."""
    dealt = showdown(nato(), resolve=0)
    pressed = showdown(nato(), resolve=0, opened_live=True)
    chances = []
    for state in (dealt, pressed):
        outlook = Outlook(seen(state, "FRA"))
        chances.append(prospect(outlook, outlook.world.crises["clash"], {}).strike)
    assert chances[0] < chances[1] < 1
    assert [told_by_pressing(100, worth, 6) for worth in (200, 100)] == [1000, 1000]
    told = [told_by_pressing(-200, worth, 6) for worth in (-200, -220, -260, -400)]
    assert told == sorted(told, reverse=True)
    assert told[0] == 1000


def test_a_great_power_fears_to_make_a_war_general_and_others_do_not() -> None:
    state = showdown(nato(), target="NOR", theatre="northern_europe")
    for name in ("USA", "FRA"):
        nation = state.nations[name]
        state = with_nation(state, name, marks=(tuple(1000 for _ in nation.objectives),))
    crisis = state.crises["clash"]
    fears = {name: wider(Outlook(seen(state, name)), crisis, False, WEIGHTS) for name in ("USA", "FRA", "ITA")}
    ranks = {name: state.nations[name].rank for name in fears}
    assert {name for name, fear in fears.items() if fear > 0} == {name for name in fears if ranks[name] == "great"}
    beside = replace(crisis, answers=({"NOR": Answer("stand_firm"), "USA": Answer("come", 5)},))
    assert wider(Outlook(seen(state, "FRA")), beside, False, WEIGHTS) == 0


def test_a_stronger_resolve_presses_more_sharply() -> None:
    grades = []
    for resolve in (0, 6, 30):
        state = brewing(nato(), resolve, target="NOR", theatre="northern_europe")
        grades += [act.grade for act in demands(Outlook(seen(state, "URS")))]
    assert grades == ["request", "warning", "ultimatum"]


def test_a_believed_guarantee_deters() -> None:
    target = {"target": "NOR", "theatre": "northern_europe"}
    alone = brewing(nato(), 4, **target)
    guarded = with_treaty(alone, "guard", ("NOR", "USA"), MutualDefence(automaticity="automatic", earmark=60))
    assert demands(Outlook(seen(alone, "URS")))
    assert demands(Outlook(seen(guarded, "URS"))) == ()


def test_the_weak_do_not_threaten_the_strong_whatever_their_resolve_says() -> None:
    state = with_crisis(
        nato(), challenger="ITA", target="URS", theatre="eastern_europe", stage="brewing", opened=0, resolve=12
    )
    assert demands(Outlook(seen(state, "ITA"))) == ()


def test_nobody_raises_a_demand_unprompted_against_a_friend_or_twice_running() -> None:
    state = trio()
    weak = with_nation(state, "BEL", forces=1, support=20)
    assert [act.target for act in demands(Outlook(seen(weak, "CAR")))] == ["BEL"]
    assert demands(Outlook(seen(weak, "ALB"))) == ()
    bound = with_treaty(weak, "peace", ("BEL", "CAR"), Consultation())
    assert demands(Outlook(seen(bound, "CAR"))) == ()
    lately = with_crisis(weak, challenger="CAR", target="BEL", theatre="coast", stage="settled", ended=1)
    assert demands(Outlook(seen(lately, "CAR"))) == ()


@pytest.mark.parametrize("resolve", [-20, 0, 30, 60])
def test_the_last_decision_is_the_rules_own_sum(resolve: int) -> None:
    state = replace(showdown(nato(), target="NOR", theatre="northern_europe", resolve=resolve), stage="strike", round=0)
    crisis = state.crises["clash"]
    crisis = replace(crisis, answers=({"NOR": Answer("stand_firm")}, {"NOR": Answer("stand_firm")}))
    state = replace(state, crises={"clash": crisis})
    view = seen(state, "URS")
    said = decision(Outlook(view), "clash")
    worth = strike_worth(Appraisal(view.world), crisis)
    assert sum(term.tenths for term in said.because) == worth
    assert (said.stance == "strike") == (worth > 0)
    assert answer_problems(view, {"clash": said}) == ()


def test_short_of_a_strike_an_offer_to_negotiate_is_taken_up() -> None:
    state = replace(showdown(nato(), resolve=0), stage="strike", round=0)
    for stance, expected in (("negotiate", "settle"), ("stand_firm", "settle")):
        crisis = replace(state.crises["clash"], answers=({"GBR": Answer(stance)},) * 2)  # type: ignore[arg-type]
        assert decision(Outlook(seen(replace(state, crises={"clash": crisis}), "URS")), "clash").stance == expected
    helped = {"GBR": Answer("stand_firm"), "FRA": Answer("come", 5)}
    crisis = replace(state.crises["clash"], answers=(helped, helped))
    assert decision(Outlook(seen(replace(state, crises={"clash": crisis}), "URS")), "clash").stance == "back_down"


def test_losses_are_told_by_whoever_makes_a_blow_dearest() -> None:
    state = replace(showdown(nato(), resolve=0), stage="strike", round=0)
    helped = {"GBR": Answer("stand_firm"), "FRA": Answer("come", 9), "USA": Answer("come", 5)}
    for atoms, against in ((0, "FRA"), (1, "USA")):
        armed = with_nation(state, "USA", nuclear=atoms)
        armed = replace(armed, crises={"clash": replace(armed.crises["clash"], answers=(helped, helped))})
        because = decision(Outlook(seen(armed, "URS")), "clash").because
        assert next(term.about for term in because if term.name == "losses") == against


# -- calling and consulting ---------------------------------------------------------------------------------


def test_the_target_calls_the_treaty_that_reads_the_case_and_not_the_other() -> None:
    made = crisis_acts(Outlook(seen(with_crisis(nato()), "GBR")))
    invoked = [act.treaty for act in made if isinstance(act, acts.Invoke)]
    assert invoked == ["brussels"], "Dunkirk named Germany alone"
    for act in made:
        assert problems(seen(with_crisis(nato()), "GBR"), act) == ()
    assert all(sum(term.tenths for term in act.because) > 0 for act in made if isinstance(act, acts.Invoke))


def test_counsel_owed_is_taken_once_for_all_treaties_that_ask_it() -> None:
    made = crisis_acts(Outlook(seen(with_crisis(nato()), "FRA")))
    assert [(act.kind, act.treaty) for act in made if isinstance(act, acts.ConsultAct)] == [
        ("consult", "dunkirk"),
    ]
    poor = with_nation(with_crisis(nato()), "FRA", initiatives=1, influence=0)
    assert len(crisis_acts(Outlook(seen(poor, "FRA")))) == 1


# -- sealed answers -----------------------------------------------------------------------------------------


def test_an_ally_called_comes_with_what_it_promised_and_says_why() -> None:
    said = answer_of(showdown(nato(), calls=(called("FRA", "brussels"),)), "FRA")
    assert said.stance == "come"
    assert said.forces >= 5
    assert sum(term.tenths for term in said.because) > 0
    assert said.because[0].name == "reputation", "its word weighs most"


def test_an_ally_not_called_weighs_less_than_its_word() -> None:
    free = answer_of(showdown(nato()), "FRA")
    bound = answer_of(showdown(nato(), calls=(called("FRA", "brussels"),)), "FRA")
    assert not any(term.name == "reputation" and term.tenths > 30 for term in free.because)
    assert any(term.name == "reputation" and term.tenths > 30 for term in bound.because)


def test_an_ally_in_fear_for_itself_keeps_its_pledge_as_far_as_its_word_weighs_with_it() -> None:
    state = with_treaty(nato(), "north", ("GBR", "NOR"), MutualDefence(automaticity="automatic"))
    calls = (called("NOR", "north", "automatic", 1),)
    scrupulous = answer_of(showdown(with_nation(state, "NOR", temper=950), calls=calls), "NOR")
    assert scrupulous.stance == "come"
    assert any(term.name == "reputation" and term.tenths > 0 for term in scrupulous.because)
    careless = answer_of(showdown(with_nation(state, "NOR", temper=30), calls=calls), "NOR")
    assert careless.stance != "come"
    assert any(term.name == "provocation" for term in careless.because)


def test_a_promise_to_stand_aside_from_the_challenger_speaks_against_joining() -> None:
    state = with_treaty(nato(), "north", ("GBR", "NOR"), MutualDefence(automaticity="own_way"))
    calls = (called("NOR", "north", "own_way", 1),)
    free = answer_of(showdown(with_nation(state, "NOR", temper=950), calls=calls), "NOR")
    assert free.stance in ("come", "support")
    torn = with_treaty(state, "aside", ("NOR", "URS"), Neutrality())
    said = answer_of(showdown(with_nation(torn, "NOR", temper=950), calls=calls), "NOR")
    assert any(term.name == "reputation" and term.about == "URS" for term in said.because)


def test_a_promise_to_come_after_counsel_that_was_not_taken_is_no_longer_kept_by_coming() -> None:
    state = with_treaty(nato(), "talks", ("GBR", "ITA"), MutualDefence(automaticity="consulted"), Consultation())
    state = with_nation(state, "ITA", temper=900)
    calls = (called("ITA", "talks", "consulted", 2),)
    taken = with_nation(state, "ITA", ledger=(LedgerEntry(1, "talks", "consult", "GBR", "kept", 1, "clash"),))
    kept = answer_of(showdown(taken, calls=calls), "ITA")
    missed = answer_of(showdown(state, calls=calls), "ITA")
    assert any(term.name == "reputation" for term in kept.because)
    assert not any(term.name == "reputation" for term in missed.because)


def test_a_neutral_both_sides_can_bear_offers_to_mediate() -> None:
    state = with_treaty(nato(), "talks", ("GBR", "ITA"), Consultation())
    warm = {"ITA": standing(10), "URS": standing(10)}
    friendly = replace(state, pairs={**state.pairs, "ITA-URS": replace(state.pairs["ITA-URS"], trust=warm, rivalry=0)})
    assert answer_of(showdown(friendly), "ITA").stance == "mediate"
    assert answer_of(showdown(state), "ITA").stance != "mediate"
    # Two whom both sides trust more are enough: the third leaves it to them.
    better = {"URS": standing(30), "GBR": standing(30), "FRA": standing(30), "NOR": standing(30)}
    crowded = replace(friendly, pairs={**friendly.pairs, **{
        key: replace(friendly.pairs[key], trust=better)
        for key in friendly.pairs if key in ("FRA-GBR", "FRA-URS", "GBR-NOR", "NOR-URS")
    }})  # fmt: skip
    assert answer_of(showdown(crowded), "ITA").stance != "mediate"


def test_a_government_its_own_people_are_tired_of_thinks_twice_about_a_foreign_quarrel() -> None:
    state = with_treaty(nato(), "pact", ("GBR", "NOR"), MutualDefence(automaticity="own_way", earmark=20))
    costs = []
    for support in (60, 30, 0):
        # One that is judged by nothing: its word alone stands against the mood at home.
        asked = showdown(
            with_nation(state, "NOR", support=support, objectives=()), calls=(called("NOR", "pact", "own_way", 1),)
        )
        outlook = Outlook(seen(asked, "NOR"))
        costs.append(tired(outlook, WEIGHTS))
    assert costs[0] == 0 < costs[1] < costs[2]
    said = answer_of(asked, "NOR")
    assert said.stance == "refuse"
    assert any(term.name == "home" and term.tenths > 0 for term in said.because), "it says so"


def test_a_target_stands_firm_behind_help_and_thinks_again_alone_before_a_resolved_giant() -> None:
    state = showdown(nato(), calls=(called("FRA", "brussels"),))
    assert answer_of(state, "GBR").stance == "stand_firm"
    weak = showdown(trio(), target="BEL", challenger="CAR", theatre="coast", stakes=40, grade="ultimatum")
    giant = with_nation(weak, "CAR", forces=900)
    said = answer_of(giant, "BEL")
    assert said.stance in ("negotiate", "concede")
    assert sum(term.tenths for term in said.because) > 0


def test_a_target_that_has_not_called_can_still_do_so_as_its_first_answer() -> None:
    said = answer_of(showdown(nato()), "GBR")
    assert said.stance == "invoke"
    assert said.treaties == ("brussels",)


def test_the_second_round_answers_what_was_seen_in_the_first() -> None:
    weak = with_treaty(trio(), "north", ("ALB", "BEL"), MutualDefence(automaticity="automatic", earmark=60))
    weak = with_nation(weak, "CAR", forces=900)
    base = {"target": "BEL", "challenger": "CAR", "theatre": "coast", "stakes": 40, "grade": "ultimatum"}
    calls = (called("ALB", "north", earmark=18),)
    came = ({"BEL": Answer("stand_firm"), "ALB": Answer("come", 18)},)
    refused = ({"BEL": Answer("stand_firm"), "ALB": Answer("refuse")},)
    with_help = answer_of(showdown(weak, 2, calls=calls, answers=came, **base), "BEL")
    alone = answer_of(showdown(weak, 2, calls=calls, answers=refused, **base), "BEL")
    assert with_help.because != alone.because


def test_the_same_forces_do_not_go_to_two_cases() -> None:
    state = with_treaty(nato(), "south", ("FRA", "ITA"), MutualDefence(automaticity="automatic", earmark=100))
    state = showdown(state, calls=(called("FRA", "brussels", earmark=16),))
    other = replace(
        state.crises["clash"], target="ITA", theatre="mediterranean", calls=(called("FRA", "south", earmark=16),)
    )
    state = replace(state, crises={**state.crises, "second": other})
    view = seen(state, "FRA")
    said = sealed_answers(Outlook(view))
    assert answer_problems(view, said) == ()
    assert sum(answer.forces for answer in said.values()) <= 16


def test_the_terms_of_a_choice_are_its_margin_over_the_next_best() -> None:
    stance, why = chosen({
        "come": {("reputation", "GBR"): 3.0, ("losses", ""): -1.0},
        "support": {("reputation", "GBR"): 1.0},
        "stay_out": {("reputation", "GBR"): -2.0},
    })  # fmt: skip
    assert stance == "come"
    assert why.total == 10
    assert [(term.name, term.tenths) for term in why.terms] == [("reputation", 20), ("losses", -10)]


# -- beside the challenger ----------------------------------------------------------------------------------


def axis(**toward: int) -> State:
    """Italy bound to guard the Soviet Union, which presses Norway; how Italy stands to the two."""
    state = with_treaty(nato(), "axis", ("ITA", "URS"), MutualDefence())
    rival = Pair(rivalry=toward["rivalry"], trust={"ITA": standing(-toward["rivalry"])})
    friend = Pair(trust={"ITA": standing(toward["friendship"])})
    state = replace(state, pairs={**state.pairs, "ITA-NOR": rival, "ITA-URS": friend})
    return showdown(state, target="NOR", theatre="northern_europe", resolve=20, stakes=40)


def test_who_hates_the_target_and_likes_the_challenger_comes_in_beside_it() -> None:
    said = answer_of(axis(rivalry=80, friendship=90), "ITA")
    assert said.stance == "join"
    assert said.forces > 0
    assert sum(term.tenths for term in said.because) > 0
    assert any(term.name == "trust" and term.about == "URS" for term in said.because)


def test_a_promise_to_guard_alone_makes_nobody_attack() -> None:
    said = answer_of(axis(rivalry=0, friendship=0), "ITA")
    assert said.stance == "stay_out"
    assert sum(term.tenths for term in said.because) >= 0


def test_nobody_says_in_public_that_it_stands_by_one_whose_call_it_would_refuse() -> None:
    for how, promised, says in (("automatic", 15, False), ("own_way", 15, True), ("automatic", 5, True)):
        calls = (called("FRA", "brussels", how, promised),)
        weak = with_nation(nato(), "FRA", forces=10 if promised == 15 else 30, initiatives=3)
        spoken = public_words(Outlook(seen(with_crisis(weak, calls=calls, resolve=60), "FRA")), 3)
        assert [act.what for act in spoken] == (["support"] if says else [])
        answered = answer_of(showdown(weak, calls=calls, resolve=60), "FRA")
        assert (answered.stance in ("come", "support")) == says
