"""Law 2: whatever a verb of the draft changes, it records; and what it records is what it changed."""

import inspect
from collections.abc import Callable
from dataclasses import replace

import pytest

from game.core.burden import BurdenRow
from game.core.charters import Charter, Motion, Plan
from game.core.control import Desk, GiveNews, Inject, OnTurn
from game.core.councils import text_of
from game.core.crises import Answer, Call
from game.core.drafts import Revision, Thread
from game.core.misfortunes import Misfortune, ScheduledMisfortune
from game.core.orders import Exercise, Sheet
from game.core.terms import Term
from game.core.turn import Turn
from game.core.world import LedgerEntry, Question, State, Statement
from tests.worlds import DEFENCE, PACT, clash_on, opened, small_world, with_elis, with_misfortunes

READING = {"world", "table", "done", "treaty_audience"}
"""Methods of the draft that change nothing."""

NEWS = Inject(what=GiveNews(text="A word."), when=OnTurn(turn=3))
DRILL = Exercise(participants=("ARD", "BOR"), theatre="north")
Verb = Callable[[Turn], object]

CALLS: dict[str, tuple[Verb, ...]] = {
    "explain": (lambda t: t.explain("ARD", (Term("trust", 10),), "pact", "accept"),),
    "receive_income": (lambda t: t.receive_income("ARD"),),
    "spend": (
        lambda t: t.spend("ARD", 3, "forces"),
        lambda t: t.spend("ARD", 3, "upkeep"),
        lambda t: t.spend("ARD", 3, "home"),
    ),
    "pay": (lambda t: t.pay("ARD", "BOR", 3, "ARD-1-1"),),
    "pay_into_fund": (lambda t: t.pay_into_fund("ARD", "pact", 2),),
    "draw_fund": (lambda t: t.draw_fund("pact", 2, "exercise"),),
    "share_out_fund": (lambda t: t.share_out_fund("pact", ("ARD", "BOR")),),
    "publish_burden": (lambda t: t.publish_burden("pact", (BurdenRow("ARD", 4, 3, 20, 0, 0, 3),), 75),),
    "note_contagion": (lambda t: t.note_contagion("bridge", "BOR"),),
    "note_incident": (lambda t: t.note_incident("ARD", "CAS", "west"),),
    "plan_case": (lambda t: t.plan_case(clash_on(turn=3, id="planned")),),
    "play_on": (lambda t: t.play_on(),),
    "plead": (lambda t: t.plead("BOR", "pact", Term("cost", -20)),),
    "earn": (lambda t: t.earn("ARD", 1, "influence"),),
    "send_excess_home": (lambda t: t.send_excess_home("ARD"),),
    "shift_influence": (
        lambda t: t.shift_influence("ARD", 1, "mediated"),
        lambda t: t.shift_influence("ARD", -9, "stakes"),
    ),
    "grant_initiatives": (lambda t: t.grant_initiatives("ARD", 3),),
    "use_initiative": (lambda t: t.use_initiative("ARD", "propose"), lambda t: t.use_initiative("BOR", "propose")),
    "raise_forces": (lambda t: t.raise_forces("ARD", 2),),
    "lose_forces": (lambda t: t.lose_forces("ARD", 2, "clash"), lambda t: t.lose_forces("ARD", 17, "clash")),
    "shift_readiness": (
        lambda t: t.shift_readiness("ARD", 5, "bought"),
        lambda t: t.shift_readiness("ARD", -500, "upkeep"),
    ),
    "bear_toll": (lambda t: t.bear_toll("ARD", 12, "clash"),),
    "station": (lambda t: t.station("ARD", {"east": 1}), lambda t: t.station("ARD", {})),
    "commit_sheet": (lambda t: t.commit_sheet("ARD", Sheet()),),
    "file_sheet": (lambda t: t.file_sheet("CAS"),),
    "shift_trust": (
        lambda t: t.shift_trust("ARD", "BOR", 5, "signed", "pact"),
        lambda t: t.shift_trust("BOR", "ARD", -200, "broke_guard", "clash"),
    ),
    "provoke": (lambda t: t.provoke("CAS", "ARD", 5, "came", "clash"),),
    "shift_technology": (
        lambda t: t.shift_technology("ARD", 5, ""),
        lambda t: t.shift_technology("ARD", -500, ""),
    ),
    "shift_resilience": (
        lambda t: t.shift_resilience("ARD", 5, ""),
        lambda t: t.shift_resilience("ARD", 500, ""),
    ),
    "shift_slump": (
        lambda t: t.shift_slump("ARD", 50, "shock", "flood"),
        lambda t: t.shift_slump("ARD", 5000, "shock", "flood"),
    ),
    "keep_standard": (lambda t: t.keep_standard("ARD", "BOR", 1, ""),),
    "practise": (
        lambda t: t.practise("ARD", "BOR", 5, "exercise"),
        lambda t: t.practise("ARD", "BOR", 500, "exercise", "west", "relief", 4),
    ),
    "end_claim": (lambda t: t.end_claim("CAS", "BOR", "clash"),),
    "shift_support": (lambda t: t.shift_support("ARD", 5, "drift"), lambda t: t.shift_support("ARD", -500, "lost")),
    "learn": (lambda t: t.learn("ARD", "CAS"),),
    "hold_exercise": (lambda t: t.hold_exercise(("ARD", "BOR"), DRILL),),
    "miss_exercise": (lambda t: t.miss_exercise("ARD", "pact"),),
    "send_mission": (lambda t: t.send_mission("ARD", "CAS", "visit"),),
    "say": (lambda t: t.say("ARD", ("BOR",), "A word."),),
    "open_thread": (lambda t: t.open_thread("ARD", DEFENCE, 1),),
    "deal_thread": (lambda t: t.deal_thread("T"),),
    "revise": (lambda t: t.revise("T", "BOR", replace(DEFENCE, notice=2)),),
    "agree": (lambda t: t.agree("T", "BOR"),),
    "refuse": (lambda t: t.refuse("T", "BOR", Term("trust", -10), DEFENCE),),
    "close_thread": (lambda t: t.close_thread("T", "recalled", "ARD"), lambda t: t.close_thread("T", "lapsed")),
    "reopen_thread": (lambda t: t.reopen_thread("T"),),
    "sign": (lambda t: t.sign("T"),),
    "sign_settlement": (lambda t: t.sign_settlement("clash-settlement", PACT, "CAS"),),
    "drop_clause": (lambda t: t.drop_clause("ARD", "pact", "mutual_defence"),),
    "announce_withdrawal": (lambda t: t.announce_withdrawal("ARD", "pact"),),
    "leave_treaty": (lambda t: t.leave_treaty("ARD", "pact"), lambda t: t.leave_treaty("ARD", "three")),
    "end_treaty": (lambda t: t.end_treaty("pact", "duration"),),
    "call_vote": (lambda t: t.call_vote("ARD", Motion(kind="dissolve", treaty="pact", by="ARD", opened=1)),),
    "vote": (lambda t: t.vote("BOR", "M", "against"),),
    "close_motion": (lambda t: t.close_motion("M", "carried"), lambda t: t.close_motion("M", "failed")),
    "note_outvoted": (lambda t: t.note_outvoted("three", ("CAS",), "M"),),
    "suspend": (lambda t: t.suspend("three", "CAS"),),
    "restore": (lambda t: t.restore("rest", "CAS"),),
    "expel": (lambda t: t.expel("three", "CAS"),),
    "waive_creed": (lambda t: t.waive_creed("pact", "CAS"),),
    "speak_jointly": (lambda t: t.speak_jointly("pact", "CAS"),),
    "agree_plan": (lambda t: t.agree_plan("three", Plan("north", "armed_attack", 1)),),
    "rehearse": (lambda t: t.rehearse("rest", "north/armed_attack", 60, "exercise"),),
    "follow_plan": (lambda t: t.follow_plan("pact", "clash"),),
    "sign_text": (lambda t: t.sign_text("T", replace(DEFENCE, amends="pact")),),
    "change_text": (lambda t: t.change_text("new"),),
    "enter_force": (lambda t: t.enter_force("pact"),),
    "note_expiry": (lambda t: t.note_expiry("T"),),
    "meet": (lambda t: t.meet("ARD", "BOR", 5, "visit"),),
    "ratify": (lambda t: t.ratify("ARD", "pact", 70, True), lambda t: t.ratify("ARD", "pact", 70, False)),
    "narrow": (lambda t: t.narrow("three", ("ARD", "BOR")),),
    "lobby": (lambda t: t.lobby("CAS", "BOR", "pact", -8),),
    "conclude_brokered": (lambda t: t.conclude_brokered("T"),),
    "ask_price": (lambda t: t.ask_price("ARD", "T", "BOR"),),
    "name_price": (lambda t: t.name_price("ARD", "T", "BOR", (DEFENCE,)),),
    "forget_prices": (lambda t: t.forget_prices("ARD"),),
    "declare": (lambda t: t.declare("ARD", Statement("support", 1, "BOR")),),
    "break_word": (lambda t: t.break_word("ARD", Statement("support", 1, "BOR"), "BOR", "clash"),),
    "misread": (lambda t: t.misread("ARD", "BOR", -2, "tone", "T"),),
    "find_out": (lambda t: t.find_out("quiet", "CAS"),),
    "make_known": (lambda t: t.make_known("quiet"),),
    "brew": (lambda t: t.brew(clash_on(id="new"), 5),),
    "next_case_id": (lambda t: t.next_case_id("CAS"),),
    "take_scheduled": (lambda t: t.take_scheduled(t.schedule[0]),),
    "open_crisis": (lambda t: t.open_crisis("note", "warning", live=True),),
    "bring_to_showdown": (lambda t: t.bring_to_showdown("clash"),),
    "invoke": (
        lambda t: t.invoke("clash", "pact", (Call("pact", "ARD", "automatic", 4),)),
        lambda t: t.invoke("clash", "quiet", ()),
    ),
    "read_as_not_the_case": (lambda t: t.read_as_not_the_case("clash", "pact", "ARD", "area"),),
    "mediate": (lambda t: t.mediate("clash", "ARD", "terms"),),
    "decline": (lambda t: t.decline("clash", "BOR", "refused"),),
    "offer": (lambda t: t.offer("clash", "BOR"),),
    "warn": (lambda t: t.warn("clash", "ARD"),),
    "begin_war": (lambda t: t.begin_war("clash", True, 9, {"BOR": 8, "CAS": 80}),),
    "fight": (lambda t: t.fight("clash", False, 3),),
    "entrap": (lambda t: t.entrap("ARD", "BOR", "clash"),),
    "abandon": (lambda t: t.abandon("BOR", ("ARD",), "clash"),),
    "rekindle": (lambda t: t.rekindle("clash-again", "clash"),),
    "spread": (lambda t: t.spread("clash", "ARD"),),
    "slip": (lambda t: t.slip("clash"),),
    "seal": (lambda t: t.seal("clash", {"BOR": Answer("stand_firm", because=(Term("stakes", 10),))}),),
    "close_crisis": (
        lambda t: t.close_crisis("clash", "conceded"),
        lambda t: t.close_crisis("clash", "struck_won", 9),
        lambda t: t.close_crisis("note", "lapsed"),
        lambda t: t.close_crisis("clash", "frozen"),
    ),
    "record_not_made": (lambda t: t.record_not_made("note", (Term("stakes", 10),), "pact", "ARD"),),
    "enter_ledger": (lambda t: t.enter_ledger("ARD", LedgerEntry(1, "pact", "consult", "BOR", "kept", 1, "clash")),),
    "take_fate": (lambda t: t.take_fate(t.fates[0]),),
    "strike_misfortune": (
        lambda t: t.strike_misfortune("new", t.misfortunes["spate"]),
        lambda t: t.strike_misfortune("new", replace(t.misfortunes["bridge"], since=1)),
    ),
    "give_relief": (lambda t: t.give_relief("spate", "ARD", 2),),
    "end_misfortune": (
        lambda t: t.end_misfortune("spate", "met", 1000),
        lambda t: t.end_misfortune("bridge", "unattributed"),
    ),
    "accuse": (lambda t: t.accuse("bridge", "ELI"),),
    "judge_accusation": (lambda t: t.judge_accusation("bridge", False),),
    "attribute": (lambda t: t.attribute("bridge"),),
    "plan": (lambda t: t.plan(NEWS),),
    "unplan": (lambda t: t.unplan("inject-1", "cancelled"), lambda t: t.unplan("inject-1", "void", "No.")),
    "break_news": (lambda t: t.break_news("A word.", ()), lambda t: t.break_news("A word.", ("ARD",))),
    "set_figure": (
        lambda t: t.set_figure("ARD", "income", 20, "Oil."),
        lambda t: t.set_figure("ARD", "support", 500, "Oil."),
        lambda t: t.set_figure("ARD", "initiatives", 1, "Oil."),
    ),
    "bring_home": (lambda t: (t.set_figure("ARD", "forces", 8, "Ice."), t.bring_home("ARD")),),
    "set_trust": (lambda t: t.set_trust("ARD", "BOR", -40, "A scandal."),),
    "set_interop": (lambda t: t.set_interop("ARD", "BOR", 50, "Practice."),),
    "set_rivalry": (lambda t: t.set_rivalry("ARD", "CAS", 10, "Peace."),),
    "set_length": (lambda t: t.set_length(9, "More time."),),
    "hold_open": (lambda t: t.hold_open(2),),
    "call_time": (lambda t: t.call_time("stage"),),
    "open_turn": (lambda t: t.open_turn(),),
    "open_round": (lambda t: t.open_round(1),),
    "open_strike": (lambda t: t.open_strike(),),
    "close_turn": (lambda t: t.close_turn(),),
    "end_game": (lambda t: t.end_game(),),
    "mark": (lambda t: t.mark("ARD", (1000, 0, 500)),),
    "note_stability": (lambda t: t.note_stability(80),),
}  # fmt: skip
"""Every verb with arguments that make it do something."""


def busy() -> State:
    """A world in which every verb finds something to do."""
    note = clash_on(target="ARD", stage="brewing", id="note")
    three = replace(PACT, title="Three", parties=("ARD", "BOR", "CAS"))
    quiet = replace(PACT, title="Quiet", secret=True)
    plans = {"north/armed_attack": Plan("north", "armed_attack", 0)}
    apart = replace(three, title="Rest", charter=Charter(), suspended=("CAS",))
    new = replace(PACT, title="New", coming=replace(text_of("new", PACT), parties=("ARD", "BOR", "CAS")))
    schedule = (clash_on(), note, clash_on(turn=4, id="late"))
    state = opened(small_world(("pact", PACT), ("three", three), ("quiet", quiet), ("rest", apart), ("new", new),
                               schedule=schedule))  # fmt: skip
    motion = Motion(kind="dissolve", treaty="rest", by="ARD", opened=1, votes={"ARD": "for"})
    thread = Thread("ARD", ("ARD", "BOR"), 1, 2, (Revision("ARD", DEFENCE, 1, ("ARD",)),), countered=("BOR",))
    nations = {
        **state.nations,
        "ARD": replace(
            state.nations["ARD"], standing={"north": 6, "east": 3}, treasury=30, questions=(Question("BOR", "T", 1),)
        ),
        "BOR": replace(state.nations["BOR"], initiatives=0, influence=3),
        "CAS": replace(state.nations["CAS"], sheet=Sheet()),
    }
    spate = Misfortune(kind="flood", target="BOR", theatre="north", severity=2, since=1)
    bridge = replace(spate, kind="sabotage", culprit="CAS")
    fate = ScheduledMisfortune(id="next", turn=3, kind="flood", target="ARD", severity=1)
    state = with_misfortunes(state, fate)
    return replace(
        state,
        nations=nations,
        threads={"T": thread},
        motions={"M": motion},
        plans={"rest": plans},
        misfortunes={"spate": spate, "bridge": bridge},
        desk=Desk(planned={"inject-1": NEWS}, made=1),
    )


def verbs() -> set[str]:
    """The names of the draft's public methods that are no mere reading."""
    return {name for name, _ in inspect.getmembers(Turn, inspect.isfunction) if not name.startswith("_")} - READING


def test_every_verb_is_tried() -> None:
    assert set(CALLS) == verbs(), "a new verb wants a call here"


@pytest.mark.parametrize("name", sorted(CALLS))
def test_a_verb_records_what_it_does(name: str) -> None:
    for call in CALLS[name]:
        turn = Turn(busy())
        call(turn)
        assert turn.events, "it did nothing that anybody could tell"


@pytest.mark.parametrize("name", sorted(CALLS))
def test_a_verb_leaves_the_state_it_began_from_alone(name: str) -> None:
    for call in CALLS[name]:
        state, before = busy(), busy()
        call(Turn(state))
        assert state == before


@pytest.mark.parametrize("name", sorted(CALLS))
def test_the_draft_reads_what_a_verb_has_written(name: str) -> None:
    """The world and the appraisal a draft has given out are stale once a verb has changed anything."""
    for call in CALLS[name]:
        turn = Turn(busy())
        first, table = turn.world(), turn.table()
        call(turn)
        now = turn.world()
        assert now.nations == turn.nations
        assert now.pairs == turn.pairs
        assert (now.treaties, now.threads, now.crises) == (turn.treaties, turn.threads, turn.crises)
        assert (now.motions, now.plans) == (turn.motions, turn.plans)
        assert (now.misfortunes, now.fates) == (turn.misfortunes, turn.fates)
        assert (now.desk, now.turns) == (turn.desk, turn.turns)
        assert (now.turn, now.stage, now.round, now.schedule) == (turn.turn, turn.stage, turn.round, turn.schedule)
        assert now is first or turn.table() is not table


IDLE: dict[str, Verb] = {
    "no excess to send home": lambda t: t.send_excess_home("BOR"),
    "influence that has nowhere to go": lambda t: t.shift_influence("ELI", -1, "stakes"),
    "no claim to end": lambda t: t.end_claim("ARD", "BOR", "clash"),
    "forces that stay where they are": lambda t: t.station("ARD", {"north": 6, "east": 3}),
    "nothing to say in explanation": lambda t: t.explain("ARD", (), "x", "y"),
    "readiness that does not move": lambda t: t.shift_readiness("ARD", 0, "drift"),
    "support that does not move": lambda t: t.shift_support("ARD", 0, "drift"),
    "no prices to forget": lambda t: t.forget_prices("BOR"),
    "a thread with nothing to count afresh": lambda t: t.reopen_thread("quiet thread"),
}


@pytest.mark.parametrize("name", IDLE)
def test_what_changes_nothing_says_nothing(name: str) -> None:
    state = with_elis(busy())
    idle = replace(state.threads["T"], countered=())
    nations = {
        **state.nations,
        "BOR": replace(state.nations["BOR"], treasury=3),
        "ELI": replace(state.nations["ELI"], influence=0),
    }
    state = replace(state, nations=nations, threads={**state.threads, "quiet thread": idle})
    turn = Turn(state)
    IDLE[name](turn)
    assert turn.events == []
    assert turn.done()[0] == state


# -- amounts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("points", [-500, -7, 0, 7, 500])
def test_amounts_told_are_those_that_happened(points: int) -> None:
    turn = Turn(busy())
    before = turn.nations["ARD"]
    turn.shift_support("ARD", points, "drift")
    turn.shift_readiness("ARD", points, "drift")
    turn.shift_influence("ARD", points, "stakes")
    after = turn.nations["ARD"]
    told = {event.kind: event.amount for event in turn.events}
    assert after.support - before.support == told.get("support", 0)
    assert after.readiness - before.readiness == told.get("readiness", 0)
    assert after.influence - before.influence == told.get("influence", 0)
    assert 0 <= after.support <= 100
    assert 0 <= after.readiness <= 100
    assert 0 <= after.influence <= turn.rules.influence_cap


def test_a_payment_takes_what_it_gives() -> None:
    turn = Turn(busy())
    before = {name: nation.treasury for name, nation in turn.nations.items()}
    turn.pay("ARD", "BOR", 7, "ARD-1-1")
    after = {name: nation.treasury for name, nation in turn.nations.items()}
    assert (after["ARD"], after["BOR"], after["CAS"]) == (before["ARD"] - 7, before["BOR"] + 7, before["CAS"])


@pytest.mark.parametrize("lost", [0, 1, 2, 3, 9, 17, 19, 20, 25])
def test_forces_lost_are_taken_from_home_first_and_told_where_they_stood(lost: int) -> None:
    turn = Turn(busy())
    turn.lose_forces("ARD", lost, "clash")
    after = turn.nations["ARD"]
    assert after.forces == max(0, 20 - lost)
    assert sum(after.standing.values()) == min(9, after.forces // 2)
    moved = {event.about: event.amount for event in turn.events if event.kind == "standing"}
    for theatre, stood in (("north", 6), ("east", 3)):
        assert after.standing.get(theatre, 0) - stood == moved.get(theatre, 0)
    assert all(fp > 0 for fp in after.standing.values())


def test_reasons_of_one_kind_merge_and_authored_ones_stay() -> None:
    turn = Turn(busy())
    turn.shift_trust("ARD", "BOR", 4, "exercise", "north")
    turn.shift_trust("ARD", "BOR", 4, "exercise", "west")
    reasons = turn.pairs["ARD-BOR"].trust["ARD"]
    assert [(r.kind, r.tenths, r.since, r.about) for r in reasons] == [
        ("standing", 200, 0, ""),
        ("exercise", 80, 1, "west"),
    ]


def test_a_pair_that_hardly_knew_each_other_gets_a_record() -> None:
    state = busy()
    bare = replace(state, pairs={key: pair for key, pair in state.pairs.items() if key != "ARD-BOR"})
    turn = Turn(bare)
    turn.shift_trust("BOR", "ARD", 5, "signed", "pact")
    turn.practise("ARD", "BOR", 5, "exercise")
    assert turn.pairs["ARD-BOR"].interop == 5
    assert turn.pairs["ARD-BOR"].interop_turn == 1
    assert list(turn.pairs["ARD-BOR"].trust) == ["BOR"]


def test_bought_initiatives_cost_influence_and_kept_ones_are_limited() -> None:
    turn = Turn(busy())
    turn.use_initiative("BOR", "propose")
    assert (turn.nations["BOR"].initiatives, turn.nations["BOR"].influence) == (0, 1)
    turn.use_initiative("ARD", "propose")
    turn.grant_initiatives("ARD", 3)
    assert turn.nations["ARD"].initiatives == 3 + turn.rules.initiatives_kept
    turn.grant_initiatives("BOR", 3)
    assert turn.nations["BOR"].initiatives == 3
