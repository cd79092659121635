"""The desks, driven by events as a person would: drafting, dispatches, orders, the sealed call, the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pygame
import pytest

from game.core import acts
from game.core.checks.answers import Answers
from game.core.clauses import CLAUSES, Basing, CapacityBuilding, Consultation, JointExercises, MutualDefence
from game.core.crises import Answer, Call, Stance
from game.core.drafts import Draft
from game.core.duties import Automaticity
from game.core.events import Event
from game.core.options import asked, default_sheet, exercises_due, invocable, stances
from game.core.orders import Sheet
from game.core.terms import Term
from game.core.view import Lookout, View
from game.core.world import Treaty
from game.reports.duties_told import does_not_count
from game.reports.results import Called
from game.saves.records import Acted, Answered, Drafted
from game.scenario import load
from game.table import Table
from game.ui import theme
from game.ui.kit import Button, Centred, Envelope, Label, ScrollView, Widget, plain
from game.ui.scene import Scene, Settings, Stage
from game.ui.scenes import draft_clauses, draft_terms
from game.ui.scenes.dispatches import DispatchesScene
from game.ui.scenes.dispatches_list import rows
from game.ui.scenes.draft import DraftScene
from game.ui.scenes.draft_clauses import default_clause
from game.ui.scenes.draft_outlook import Prospect, drawn_text, newly_drawn
from game.ui.scenes.draft_overlaps import overlaps
from game.ui.scenes.draft_terms import with_parties
from game.ui.scenes.game import GameScene
from game.ui.scenes.orders import OrdersScene
from game.ui.scenes.showdown import ShowdownScene
from game.ui.scenes.showdown_answer import first_answer
from game.ui.scenes.showdown_steps import Decision, Opening, Outcome, steps
from game.ui.scenes.summary import SummaryScene
from game.ui.scenes.summary_chronicle import ChronicleScene
from game.ui.session import Session

Drive = Callable[[Any], Any]
Move = tuple[acts.Act, ...] | Sheet | Answers
GUARANTEE = "GBR-0-1"
"""The opening hand's draft, which awaits France."""


class Floor(Scene):
    """What lies under the desks, in place of the game screen."""

    def build(self) -> Widget:
        return Label("the map")


class Nation:
    """A scripted mind: it does to drafts what it is told, stays at home, and stands where it is told."""

    def __init__(self, drafts: str = "wait", stance: Stance | None = None) -> None:
        self.drafts = drafts
        self.stance = stance

    def __call__(self, view: View) -> Move:
        if view.stage == "negotiation":
            return self.talk(view)
        if view.stage == "orders":
            return default_sheet(view.world, view.seat)
        return {case: self.answer(view, case) for case in asked(view.world, view.seat)}

    def talk(self, view: View) -> tuple[acts.Act, ...]:
        done: list[acts.Act] = []
        for key, thread in view.world.threads.items():
            latest, number = thread.latest, len(thread.revisions)
            heard = any(refusal.nation == view.seat for refusal in latest.refusals)
            if thread.status != "open" or view.seat in latest.agreed or heard:
                continue
            if self.drafts == "accept":
                done.append(acts.Accept(thread=key, revision=number))
            elif self.drafts == "refuse":
                wish = replace(latest.draft, clauses=(Consultation(),))
                why = (Term("autonomy", -140),)
                done.append(acts.Refuse(thread=key, revision=number, because=why, instead=wish))
        return tuple(done)

    def answer(self, view: View, case: str) -> Answer:
        open_to = stances(view.world, view.seat, case)
        if self.stance in open_to:
            treaties = invocable(view.world, view.seat, case) if self.stance == "invoke" else ()
            return Answer(self.stance, treaties=treaties, forces=1 if self.stance == "come" else 0)
        return Answer(next(mild for mild in ("stand_firm", "stay_out", "back_down") if mild in open_to))


def seated(seat: str = "FRA", *, seed: int = 7, **others: Nation) -> Session:
    """A game with a person in one seat and scripted minds in all others, at its first decision."""
    table = Table.new(load("nato-1949-class"), seed)
    for nation in table.state.nations:
        if nation != seat:
            table.sit(nation, others.get(nation, Nation()))
    table.sit(seat)
    table.run()
    return Session(table, seat)


def on_stage(scene: Scene, *, reduced_motion: bool = True) -> Stage:
    """A stage with a floor and this desk on it."""
    stage = Stage(settings=Settings(reduced_motion=reduced_motion))
    stage.push(Floor())
    stage.push(scene)
    return stage


def acted(session: Session) -> list[acts.Act]:
    """What this seat did, by the log."""
    return [e.act for e in session.table.log if isinstance(e, Acted) and e.nation == session.nation]


def to_call(session: Session) -> Session:
    """On to the first sealed call that asks something of this seat."""
    while not session.seat.asked:
        assert not session.over
        session.commit()
    return session


# --- the drafting table


def test_a_treaty_is_proposed_by_mouse(drive: Drive) -> None:
    session = seated(USA=Nation("accept"))
    hand = drive(on_stage(DraftScene(session)))
    assert not hand.find("send").works
    hand.click("United States")
    hand.click("Add mutual defence")
    hand.click("Add burden sharing")
    hand.click("mutual_defence-how", "Automatic")
    hand.click("mutual_defence-area-western_europe")
    hand.click("against-URS")
    hand.click("mutual_defence-earmark", "+")
    hand.click("burden_sharing-target", "-")
    hand.click("notice", "+")
    hand.click("duration", "+")
    hand.click("secret")
    hand.click("send")
    assert acted(session) == [], "nothing is sent before it is confirmed"
    assert hand.sees("final once sent")
    hand.click("Propose it")
    assert isinstance(hand.scene, Floor)
    (sent,) = acted(session)
    assert isinstance(sent, acts.Propose)
    defence, burden = sent.draft.clauses
    assert isinstance(defence, MutualDefence)
    assert (defence.automaticity, defence.area, defence.against, defence.earmark) == (
        "automatic", ("western_europe",), ("URS",), 50,
    )  # fmt: skip
    assert burden.target == 20  # type: ignore[union-attr]
    assert (sent.draft.notice, sent.draft.duration, sent.draft.secret) == (2, 1, True)
    assert sent.draft.title == "Franco-American Treaty of Mutual Defence", "a title nobody chose follows the clauses"
    assert any(treaty.title == sent.draft.title for treaty in session.world.treaties.values())
    assert any("signed" in text for text in hand.ui.notices.texts), "the answer that came at once is told"


def test_a_treaty_is_proposed_by_keyboard_alone(drive: Drive) -> None:
    session = seated()
    hand = drive(on_stage(DraftScene(session)))
    hand.tab_to("Title")
    hand.key("ctrl+a")
    hand.type("Pact of Narvik")
    hand.tab_to("Norway")
    hand.key("space")
    hand.tab_to("Add consultation")
    hand.key("return")
    hand.tab_to("Add a payment")
    hand.key("return")
    hand.tab_to("Amount")
    hand.key("right", "right")
    hand.tab_to("Offer stands")
    hand.key("right")
    assert hand.key("ctrl+return")
    hand.key("return")
    (sent,) = acted(session)
    assert isinstance(sent, acts.Propose)
    assert sent.draft.title == "Pact of Narvik"
    assert sent.draft.parties == ("FRA", "NOR")
    assert [clause.kind for clause in sent.draft.clauses] == ["consultation"]
    assert [(pay.payer, pay.payee, pay.amount) for pay in sent.draft.payments] == [("FRA", "NOR", 3)]
    assert sent.turns == 2


def test_a_change_to_a_draft_can_be_undone_and_leaving_asks_first(drive: Drive) -> None:
    session = seated()
    scene = DraftScene(session, ("USA",))
    hand = drive(on_stage(scene))
    before = scene.draft
    hand.click("Add consultation")
    hand.click("Remove consultation")
    hand.click("Add joint exercises")
    hand.key("ctrl+z", "ctrl+z")
    assert [clause.kind for clause in scene.draft.clauses] == ["consultation"]
    hand.key("escape")
    assert hand.sees("is not kept")
    hand.click("Go on drafting")
    hand.key("ctrl+z")
    assert scene.draft == before
    hand.key("escape")
    assert isinstance(hand.scene, Floor), "an untouched draft is left without a question"
    assert acted(session) == []


def test_the_table_tells_at_once_whom_a_draft_draws_in_and_what_it_repeats(drive: Drive) -> None:
    session = seated()
    hand = drive(on_stage(DraftScene(session, ("GBR",))))
    assert not hand.sees("quarrel with the Soviet Union")
    hand.click("Add mutual defence")
    assert hand.sees("Drawn into the United Kingdom's quarrel with the Soviet Union.")
    assert hand.sees("The Treaty of Dunkirk names Germany alone")
    prospect = Prospect(session.view)
    draft = hand.scene.draft
    there = prospect.prospects(replace(draft, parties=("FRA", "GBR", "NOR")))
    mine, theirs = prospect.answer(draft, "FRA"), prospect.answer(draft, "GBR")
    assert mine.low == mine.middle == mine.high, "one's own answer is known"
    assert theirs.low < theirs.middle < theirs.high
    stake = next(one for one in there.stakes if one.nation == "FRA")
    assert stake.autonomy[1] < stake.autonomy[0]
    assert "United Kingdom" in drawn_text(session.world, [one for one in there.drawn if one.by == "FRA"])
    aimed = replace(draft, clauses=(MutualDefence(against=("GBR",)),), parties=("FRA", "NOR"))
    found = overlaps(session.world, aimed, prospect.prospects(aimed).contradictions)
    assert any(one.clash for one in found), "one cannot guard against whom one must aid"


def test_a_newcomer_to_a_pact_is_told_beside_what_binds_it_alone() -> None:
    session = seated()
    brussels = session.world.treaties["brussels-1948"]
    draft = Draft(
        title=brussels.title,
        parties=(*brussels.parties, "NOR"),
        clauses=brussels.clauses,
        amends="brussels-1948",
    )
    assert overlaps(session.world, draft) == (), "the treaty of Dunkirk between old members is no news"
    drawn = newly_drawn(Prospect(session.view), draft)
    assert {one.ward for one in drawn if one.by == "FRA"} == {"NOR"}
    assert {one.ward for one in drawn if one.by == "NOR"} == {"FRA", "GBR"}


def test_where_nations_are_many_parties_are_chosen_from_a_list(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_terms, "MANY", 2)
    monkeypatch.setattr(draft_clauses, "MANY", 2)
    session = seated()
    scene = DraftScene(session)
    hand = drive(on_stage(scene))
    hand.click("Add a party")
    hand.click("menu", "Norway")
    hand.click("Add a party")
    hand.click("menu", "Italy")
    hand.click("party-ITA")
    hand.click("Add mutual defence")
    hand.click("Name a nation")
    hand.click("menu", "Germany")
    assert scene.draft.parties == ("FRA", "NOR")
    assert scene.draft.clauses == (MutualDefence(against=("DEU",)),)


def test_clauses_with_a_part_for_one_party_keep_it_among_the_parties(drive: Drive) -> None:
    session = seated()
    draft = Draft(
        title="Aid",
        parties=("FRA", "ITA", "NOR"),
        clauses=(CapacityBuilding(donor="ITA", amount=2), Basing(host="NOR")),
    )
    less = with_parties(draft, ("FRA", "NOR"))
    assert [clause.kind for clause in less.clauses] == ["capacity_building", "basing"]
    assert less.clauses == (CapacityBuilding(donor="FRA", amount=2), Basing(host="NOR"))
    prospect = Prospect(session.view)
    assert prospect.stake(draft, "ITA").points == 40, "two points a turn to each of two"
    assert prospect.stake(draft, "FRA").points == -20
    for made in CLAUSES:
        clause = default_clause(session.world, made, draft, "FRA")
        assert not session.problems(acts.Propose(draft=replace(draft, clauses=(clause,)))), clause.kind


def test_a_draft_that_is_not_allowed_says_why_and_is_not_sent(drive: Drive) -> None:
    session = seated()
    hand = drive(on_stage(DraftScene(session, ("ITA",))))
    assert not hand.key("ctrl+return")
    assert hand.sees("at least one clause")
    assert acted(session) == []
    hand.click("Add consultation")
    assert hand.find("send").works


# --- dispatches


def test_the_draft_that_awaits_an_answer_lies_on_top_and_is_accepted(drive: Drive) -> None:
    session = seated(USA=Nation("accept"))
    hand = drive(on_stage(DispatchesScene(session)))
    first = rows(session, "all", "")[0]
    assert first.marked
    assert first.id == f"thread:{GUARANTEE}"
    assert hand.sees("Your staff's reading")
    hand.click("accept")
    hand.click("Accept it")
    assert acted(session) == [acts.Accept(thread=GUARANTEE, revision=1)]
    assert session.world.threads[GUARANTEE].status == "signed"
    assert hand.sees("Signed")


def test_a_treaty_a_country_did_not_ratify_is_said_to_have_come_to_nothing(drive: Drive) -> None:
    session = seated()
    table, state = session.table, session.table.state
    draft = state.threads[GUARANTEE].latest.draft
    fallen = Treaty(title=draft.title, parties=draft.parties, clauses=draft.clauses, signed=1, ended=1)
    table.state = replace(
        state,
        treaties={**state.treaties, GUARANTEE: fallen},
        threads={**state.threads, GUARANTEE: replace(state.threads[GUARANTEE], status="signed")},
    )
    table._lookout = Lookout(table.state)
    session = Session(table, session.nation)
    row = next(row for row in rows(session, "all", "") if row.id == f"thread:{GUARANTEE}")
    assert row.end == "came to nothing"
    assert drive(on_stage(DispatchesScene(session, GUARANTEE))).sees("Came to nothing")


def test_a_new_text_says_what_it_changes_in_the_treaty_that_stands(drive: Drive) -> None:
    session = seated()
    draft = Draft(
        title="Treaty of Brussels",
        parties=session.world.treaties["brussels-1948"].parties,
        clauses=(*session.world.treaties["brussels-1948"].clauses, JointExercises()),
        amends="brussels-1948",
    )
    session.act(acts.Propose(draft=draft))
    key = next(key for key, thread in session.world.threads.items() if thread.latest.draft == draft)
    assert drive(on_stage(DispatchesScene(session, key))).sees("A new text of the Treaty of Brussels: joint exercises")


def test_a_draft_is_declined_with_a_reason_by_keyboard(drive: Drive) -> None:
    session = seated()
    hand = drive(on_stage(DispatchesScene(session)))
    hand.tab_to("Decline…")
    hand.key("return", "down")
    assert acted(session) == []
    hand.tab_to("Decline it")
    hand.key("return")
    (sent,) = acted(session)
    assert isinstance(sent, acts.Refuse)
    assert len(sent.because) == 1
    assert sent.because[0].tenths < 0


class Changing(Nation):
    """A scripted mind that strikes the pledge from what is put to it, and says what for."""

    def talk(self, view: View) -> tuple[acts.Act, ...]:
        return tuple(
            acts.Counter(
                thread=key,
                revision=1,
                draft=replace(thread.latest.draft, clauses=(Consultation(),)),
                because=(Term("trust", 40, "FRA"),),
                changed_for=Term("autonomy", -30),
            )
            for key, thread in view.world.threads.items()
            if view.seat in thread.parties and thread.by == "FRA" and len(thread.revisions) == 1
        )


def test_a_counter_of_another_government_shows_in_the_thread_what_it_is_for(drive: Drive) -> None:
    session = seated(ITA=Changing())
    session.act(
        acts.Propose(draft=Draft(title="Pact", parties=("FRA", "ITA"), clauses=(Consultation(), MutualDefence())))
    )
    key = next(key for key, thread in session.world.threads.items() if thread.latest.by == "ITA" and thread.by == "FRA")
    hand = drive(on_stage(DispatchesScene(session, key)))
    assert hand.sees("Italy did so chiefly to keep its freedom of action (autonomy \u22123.0 as it stood).")


def test_a_counter_starts_from_the_draft_on_the_table(drive: Drive) -> None:
    session = seated()
    hand = drive(on_stage(DispatchesScene(session)))
    hand.click("counter")
    assert isinstance(hand.scene, DraftScene)
    assert hand.scene.draft == session.world.threads[GUARANTEE].latest.draft
    assert not hand.find("party-ITA").works, "a counter keeps its parties"
    hand.click("mutual_defence-how", "Each in its own way")
    assert hand.sees("The guarantee each in its own way")
    hand.click("send")
    hand.click("Counter it")
    (sent,) = acted(session)
    assert isinstance(sent, acts.Counter)
    assert (sent.thread, sent.revision) == (GUARANTEE, 1)
    assert isinstance(hand.scene, DispatchesScene)
    assert hand.sees("Revision 2, by France")
    assert not hand.find("counter").works, "one counter a turn"
    hand.click("recall")
    hand.click("Recall it")
    assert session.world.threads[GUARANTEE].status == "recalled"


def test_a_refusers_wish_is_taken_up(drive: Drive) -> None:
    session = seated(ITA=Nation("refuse"))
    draft = Draft(title="Pact of Turin", parties=("FRA", "ITA"), clauses=(MutualDefence(), Consultation()))
    session.act(acts.Propose(draft=draft))
    key = next(key for key, thread in session.world.threads.items() if thread.latest.draft == draft)
    hand = drive(on_stage(DispatchesScene(session, key)))
    assert hand.sees("Italy writes")
    assert hand.sees("bind our hands too far (autonomy")
    hand.click("Take that as a counter…")
    assert isinstance(hand.scene, DraftScene)
    assert [clause.kind for clause in hand.scene.draft.clauses] == ["consultation"]
    hand.click("send")
    hand.click("Counter it")
    assert isinstance(acted(session)[-1], acts.Counter)


def test_letters_are_written_found_and_filed(drive: Drive) -> None:
    session = seated()
    hand = drive(on_stage(DispatchesScene(session)))
    hand.click("letter-to")
    hand.click("menu", "Norway")
    hand.click("Letter")
    hand.type("On Narvik, and what followed.")
    hand.key("return")
    assert acted(session) == [acts.Message(to=("NOR",), text="On Narvik, and what followed.")]
    assert hand.sees("Letters with Norway")
    assert hand.find("Letter").text == ""  # type: ignore[attr-defined]
    assert [item.id for item in rows(session, "all", "followed")] == ["letters:NOR"]
    assert rows(session, "all", "Zanzibar") == ()
    assert [item.id for item in rows(session, "yours", "")] == [f"thread:{GUARANTEE}"]
    hand.click("search")
    hand.type("narvik")
    assert [item.id for item in hand.find("dispatches").items] == ["letters:NOR"]  # type: ignore[attr-defined]


# --- orders


def drafted(session: Session) -> list[Sheet]:
    """The sheets this seat has drafted, by the log."""
    return [e.sheet for e in session.table.log if isinstance(e, Drafted) and e.nation == session.nation]


def test_every_page_of_the_orders_goes_into_the_log(drive: Drive) -> None:
    session = seated()
    hand = drive(on_stage(OrdersScene(session)))
    hand.click("forces", "+")
    hand.click("readiness", "+")
    hand.click("home-cut", "+")
    hand.key("2")
    hand.click("stand-mediterranean", "+")
    hand.click("stand-mediterranean", "+")
    hand.click("stand-mediterranean", "-")
    hand.key("3")
    hand.click("with-ITA")
    hand.click("exercise-scale", "Middling")
    hand.click("exercise-form", "Staff exercise")
    hand.click("exercise-notified")
    hand.click("add-exercise")
    hand.key("4")
    hand.click("mission-NOR", "Attaché")
    sheet = drafted(session)[-1]
    assert (sheet.budget.forces, sheet.budget.readiness, sheet.budget.home_cut) == (1, 1, 1)
    assert sheet.standing == {"mediterranean": 1}
    (exercise,) = sheet.exercises
    assert (exercise.participants, exercise.scale, exercise.form, exercise.notified) == (
        ("FRA", "ITA"), 2, "staff", False,
    )  # fmt: skip
    assert [(mission.to, mission.form) for mission in sheet.missions] == [("NOR", "attache")]
    hand.key("ctrl+z")
    assert drafted(session)[-1].missions == ()
    for _ in range(6):
        hand.key("ctrl+z")
    assert drafted(session)[-1].budget.home_cut == 0
    assert session.seat.sheet == drafted(session)[-1]


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_page_of_the_orders_stands_under_its_tabs_however_long_it_is(size: tuple[int, int], scale: float) -> None:
    stage = Stage(size, Settings(ui_scale=scale, reduced_motion=True))
    stage.push(Floor())
    stage.push(OrdersScene(seated(), "exercises"))
    stage.update(0.0)
    stage.draw(pygame.Surface(size))
    tabs, page = (next(w for w in stage.top.ui.top.walk() if w.key == key) for key in ("tabs", "page-exercises"))
    assert isinstance(page, ScrollView)
    assert isinstance(page.child, Centred)
    assert (tabs.rect.left, tabs.rect.right) == (page.child.child.rect.left, page.child.child.rect.right)


def test_orders_are_written_by_keyboard(drive: Drive) -> None:
    session = seated()
    hand = drive(on_stage(OrdersScene(session, "missions")))
    hand.tab_to("Mission to Italy")
    hand.key("right")
    hand.tab_to("Pages")
    hand.key("home")
    hand.tab_to("Readiness")
    hand.key("right")
    assert session.seat.sheet.budget.readiness == 1
    assert session.seat.sheet.missions[0].to == "ITA"
    hand.key("escape")
    assert isinstance(hand.scene, Floor)


def test_orders_that_cost_too_much_are_not_kept_and_leaving_says_so(drive: Drive) -> None:
    session = seated()
    scene = OrdersScene(session)
    hand = drive(on_stage(scene))
    hand.tab_to("Readiness")
    hand.key("end")
    assert scene.problems
    assert hand.sees(scene.problems)
    assert session.seat.sheet.budget.readiness == 0
    hand.key("escape")
    hand.click("Mend them")
    hand.key("ctrl+z")
    assert not scene.problems
    hand.key("escape")
    assert isinstance(hand.scene, Floor)


def test_an_exercise_a_treaty_asks_for_is_attended_by_a_tick(drive: Drive) -> None:
    session = seated(ITA=Nation("accept"))
    hand = drive(on_stage(DraftScene(session, ("ITA",))))
    hand.click("Add joint exercises")
    hand.click("joint_exercises-per_year", "+")
    hand.click("send")
    hand.click("Propose it")
    session.commit()
    (due,) = exercises_due(session.world, "FRA")
    hand = drive(on_stage(OrdersScene(session, "exercises")))
    elsewhere = next(where for where in session.world.theatres if where != due.theatre)
    session.draft(replace(session.seat.sheet, exercises=(replace(due, theatre=elsewhere, treaty=""),)))
    hand = drive(on_stage(OrdersScene(session, "exercises")))
    warning = does_not_count(session.world, replace(due, theatre=elsewhere), due)
    assert hand.sees(warning)
    game = drive(on_stage(GameScene(session)))
    game.scene.acts.commit()
    assert game.sees(warning)
    session.draft(replace(session.seat.sheet, exercises=()))
    hand = drive(on_stage(OrdersScene(session, "exercises")))
    assert not hand.sees(warning)
    hand.click(f"due-{due.treaty}-{due.theatre}")
    assert drafted(session)[-1].exercises == (due,)
    hand.key("1")
    assert hand.sees("This turn's account")


def test_committed_orders_are_only_read(drive: Drive) -> None:
    table = Table.new(load("nato-1949-class"), 7)
    table.sit("FRA")
    table.sit("ITA")
    table.run()
    session = Session(table, "FRA")
    session.commit()
    hand = drive(on_stage(OrdersScene(session)))
    hand.click("forces", "+")
    assert hand.sees("Withdraw the commitment to change them.")
    assert drafted(session) == []


# --- the sealed call


def answered(session: Session) -> list[Answers]:
    """The letters this seat sealed, by the log."""
    return [e.answers for e in session.table.log if isinstance(e, Answered) and e.nation == session.nation]


def letters(scene: Scene) -> dict[str, str]:
    """What stands in the opened letters, by writer."""
    found = [w for w in scene.ui.root.walk() if isinstance(w, Envelope) and w.openness == 1.0]
    return {letter.to: plain(letter.letter) for letter in found}


def test_a_call_is_answered_through_both_rounds_to_the_outcome(drive: Drive) -> None:
    session = to_call(seated(GBR=Nation(stance="invoke"), URS=Nation(stance="back_down")))
    told = session.told
    hand = drive(on_stage(ShowdownScene(session)))
    assert hand.sees("The Treaty of Brussels reads")
    assert hand.sees("The Treaty of Dunkirk names Germany alone")
    hand.click("stance", "Give support")
    hand.click("seal")
    assert letters(hand.scene) == {"United Kingdom": "We call upon our allies.", "France": "You have our support."}
    hand.click("go-on")
    assert session.world.round == 2
    assert hand.sees("It calls you: automatically")
    assert hand.sees("It breaks your word under the Treaty of Brussels.")
    hand.click("stance", "Come with forces")
    assert hand.sees("It keeps your word under the Treaty of Brussels.")
    hand.click("forces", "-")
    assert hand.sees("are short of the")
    hand.click("forces", "+")
    hand.click("seal")
    assert hand.sees("as promised")
    hand.key("return")
    assert letters(hand.scene) == {"The Soviet Union": "We withdraw the demand."}
    hand.key("return")
    assert hand.sees("The Soviet Union backed down before the United Kingdom.")
    assert hand.sees("France kept its pledge")
    hand.key("return")
    assert isinstance(hand.scene, Floor)
    assert session.told > told, "what was read here is not told again"
    first, second = answered(session)
    assert [first[case].stance for case in first] == ["support"]
    assert [second[case].stance for case in second] == ["come"]


def test_the_form_of_an_answer_begins_with_the_least_that_keeps_the_promise() -> None:
    table = to_call(seated()).table
    case, crisis = next((key, one) for key, one in table.state.crises.items() if one.stage == "showdown")
    treaty = next(key for key, one in table.state.treaties.items() if {"FRA", "GBR"} <= set(one.parties))

    def begun(*how: Automaticity) -> tuple[str, bool]:
        calls = tuple(Call(treaty, "FRA", one, 5) for one in how)
        table.state = replace(table.state, crises={**table.state.crises, case: replace(crisis, calls=calls)})
        table._lookout = Lookout(table.state)
        found = first_answer(Session(table, "FRA"), case)
        return found.stance, found.forces > 0

    assert begun() == ("stay_out", False)
    assert begun("own_way") == ("support", False)
    assert begun("own_way", "automatic") == ("come", True)


def test_letters_are_opened_one_after_the_other_and_any_key_opens_the_rest(drive: Drive) -> None:
    session = to_call(seated())
    scene = ShowdownScene(session)
    hand = drive(on_stage(scene, reduced_motion=False))
    hand.key("ctrl+return")
    letters = [w for w in scene.ui.root.walk() if isinstance(w, Envelope)]
    assert len(letters) >= 2
    assert scene.opening
    hand.step(theme.STEP + 0.1)
    assert letters[0].openness == 1.0
    assert letters[-1].openness < 1.0
    assert scene.animating
    assert hand.ui.find("go-on") is None
    hand.key("x")
    assert not scene.opening
    assert all(w.openness == 1.0 for w in scene.ui.root.walk() if isinstance(w, Envelope))
    assert scene.shown == 0, "the key that opens the rest does nothing else"
    hand.key("return")
    assert scene.shown == 1


def test_letters_open_by_themselves_in_the_end(drive: Drive) -> None:
    session = to_call(seated())
    scene = ShowdownScene(session)
    hand = drive(on_stage(scene, reduced_motion=False))
    hand.key("ctrl+return")
    hand.step(theme.STEP * 4)
    assert not scene.opening
    assert hand.focused == "Go on"


def test_the_target_invokes_and_the_challenger_decides(drive: Drive) -> None:
    session = to_call(seated("GBR"))
    hand = drive(on_stage(ShowdownScene(session)))
    hand.click("stance", "Invoke a treaty")
    assert hand.find("seal").works
    hand.click("invoke-brussels-1948")
    assert not hand.find("seal").works, "to invoke nothing is no answer"
    hand.click("invoke-brussels-1948")
    hand.click("seal")
    (case,) = answered(session)[0].values()
    assert (case.stance, case.treaties) == ("invoke", ("brussels-1948",))


def test_the_challenger_sees_both_rounds_and_then_decides(drive: Drive) -> None:
    session = to_call(seated("URS"))
    assert session.world.stage == "strike"
    scene = ShowdownScene(session)
    hand = drive(on_stage(scene))
    assert isinstance(scene.step, Opening)
    hand.key("return", "return")
    assert hand.sees("Striking against stepping back")
    hand.click("stance", "Strike")
    assert hand.sees("The chance to prevail is")
    hand.click("seal")
    assert isinstance(scene.step, Decision)
    hand.key("return")
    assert isinstance(scene.step, Outcome)
    assert scene.step.ending.kind in ("struck", "war_began")
    hand.key("return")
    assert isinstance(hand.scene, Floor)


def test_a_call_that_asks_nothing_of_a_seat_is_read_all_the_same(drive: Drive) -> None:
    session = seated("ITA")
    while not any(event.kind == "showdown" for event in session.seat.events):
        session.commit()
    assert not session.seat.asked
    scene = ShowdownScene(session)
    hand = drive(on_stage(scene))
    seen = []
    while isinstance(hand.scene, ShowdownScene):
        seen.append(type(scene.step))
        hand.key("return")
    assert seen == [Opening, Opening, Decision, Outcome]


def test_esc_leaves_an_answer_unwritten_and_the_call_waiting(drive: Drive) -> None:
    session = to_call(seated())
    hand = drive(on_stage(ShowdownScene(session)))
    hand.key("escape")
    assert isinstance(hand.scene, Floor)
    assert session.seat.asked
    assert answered(session) == []


def test_calls_of_one_turn_keep_their_letters_apart() -> None:
    def event(kind: str, about: str = "", who: str = "", amount: int = 0) -> Event:
        return Event(kind=kind, turn=2, about=about, who=who, amount=amount)  # type: ignore[arg-type]

    told = (
        event("showdown", "a"), event("showdown", "b"), event("round_opened", amount=1),
        event("answered", "a", "X"), event("answered", "a", "Y"), event("answered", "b", "Z"),
        event("conceded", "b", "W"), event("round_opened", amount=2), event("answered", "a", "X"),
        event("answered", "a", "Y"), event("duty_kept", "a", "Y"), event("round_opened", amount=3),
        event("struck", "a", "W"), event("trust", "a", "X"),
    )  # fmt: skip
    found = steps(told, 2)
    assert [(type(step), step.crisis) for step in found] == [
        (Opening, "a"), (Opening, "b"), (Outcome, "b"), (Opening, "a"), (Decision, "a"), (Outcome, "a"),
    ]  # fmt: skip
    assert [step.round for step in found if isinstance(step, Opening)] == [1, 1, 2]
    last = found[-1]
    assert isinstance(last, Outcome)
    assert [event.kind for event in last.events] == ["duty_kept", "trust"]
    assert steps(told, 3) == ()


# --- the end


@pytest.fixture(scope="module")
def finished() -> Session:
    """A game played to its end, France answering every call by coming."""
    session = seated(GBR=Nation("accept", stance="invoke"), ITA=Nation("accept"))
    while not session.over:
        if session.seat.asked:
            answers = {}
            for case in session.seat.asked:
                can = stances(session.world, "FRA", case)
                answers[case] = Answer("come", forces=6) if "come" in can else Answer(can[0])
            session.answer(answers)
        else:
            session.commit()
    return session


def test_the_end_shows_scores_calls_treaties_and_the_chronicle(drive: Drive, finished: Session) -> None:
    hand = drive(on_stage(SummaryScene(finished)))
    for words in (
        "Who was called and came", "Who paid for whom", "Challenges not made", "France, your seat",
        "World stability", "Treaties made and ended", "Your ledger", "What the game turned on",
        "A defence or consultation pact with the United States", "Security at 62 or more",
    ):  # fmt: skip
        assert hand.sees(words), words
    assert hand.sees("France, called to the aid of the United Kingdom under the Treaty of Brussels, kept its word")
    hand.click("chronicle")
    assert isinstance(hand.scene, ChronicleScene)
    everything = len(hand.scene.entries())
    hand.click("detail", "Headlines")
    assert 0 < len(hand.scene.entries()) < everything
    hand.click("search")
    hand.type("brussels")
    found = [entry for entry in hand.scene.entries() if not entry.heading]
    assert found
    assert all("brussels" in str(entry.text).casefold() for entry in found)
    hand.key("escape", "escape")
    assert isinstance(hand.scene, SummaryScene)
    hand.click("title")
    assert isinstance(hand.scene, Floor)


def test_the_end_of_a_crowded_game_puts_calls_and_lesser_treaties_together(drive: Drive) -> None:
    table = Table.new(load("nato-1949"), 7)
    for nation in table.state.nations:
        table.sit(nation, Nation("accept"))
    table.run()
    session = Session(table, "NOR")
    scene = SummaryScene(session)
    call = Called(turn=1, ally="GBR", target="NOR", treaty="brussels-1948", crisis="-", result="kept", weight=3)
    answers = (call, replace(call, ally="FRA"), replace(call, ally="BEL", result="broken"))
    scene.found = replace(scene.found, called=answers)
    hand = drive(on_stage(scene))
    assert hand.sees("to the aid of Norway")
    assert hand.sees("The United Kingdom and France came.")
    assert hand.sees("Belgium did not.")
    assert not hand.sees("kept its word")
    assert hand.sees("lesser treaties between two")
    assert hand.sees("The Washington Paper")
    assert not hand.sees("The Latin Understanding")


def test_before_the_end_a_seat_reads_only_what_it_may_know(drive: Drive) -> None:
    session = seated()
    scene = SummaryScene(session)
    hand = drive(on_stage(scene))
    assert hand.sees("How things stand")
    assert not hand.sees("(secret)") or all(
        not aim.secret for seat in scene.found.seats if seat.nation != "FRA" for aim in seat.aims
    )
    assert hand.ui.find("title") is None


# --- every size


@pytest.mark.parametrize(("size", "scale"), [((1024, 640), 1.0), ((1280, 800), 1.0), ((1920, 1200), 1.5)])
def test_every_desk_fits_its_window(size: tuple[int, int], scale: float, finished: Session) -> None:
    session, calling = seated(), to_call(seated())
    scenes: list[Scene] = [
        DraftScene(session, thread=GUARANTEE),
        DispatchesScene(session),
        *[OrdersScene(session, tab) for tab in ("budget", "forces", "exercises", "missions")],
        ShowdownScene(calling),
        SummaryScene(finished),
    ]
    for scene in scenes:
        stage = Stage(size, Settings(ui_scale=scale, reduced_motion=True))
        stage.push(scene)
        stage.update(0.0)
        for widget in scene.ui.root.walk():
            if isinstance(widget, Button) and widget.seen().height > 0:
                m = scene.ui.m
                assert widget.rect.width >= min(widget.natural(m, 10_000)[0], widget.rect.height), widget.text
                assert widget.rect.right <= size[0], f"{widget.text} of {scene.title} lies outside the window"
