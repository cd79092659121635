"""The council chamber and charters on the drafting table, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.core import acts
from game.core.charters import MOTION_KINDS, Charter, OptOut
from game.core.clauses import MutualDefence
from game.core.councils import text_of
from game.core.drafts import Draft
from game.scenario import load
from game.table import Table
from game.ui.scenes.council import CouncilScene
from game.ui.scenes.council_call import CallVoteDialog, subjects
from game.ui.scenes.council_motions import awaiting_vote
from game.ui.scenes.draft import DraftScene
from game.ui.scenes.draft_terms import with_parties
from game.ui.scenes.game import GameScene
from game.ui.session import Selection, Session
from tests.ui.conftest import Driver
from tests.ui.test_desks import Nation, acted, on_stage

Drive = Callable[..., Driver]
BRUSSELS = "brussels-1948"


class Mover(Nation):
    """A mind that puts one plan before the council of Brussels."""

    def talk(self, view):  # type: ignore[no-untyped-def]
        if view.world.motions:
            return super().talk(view)
        return (acts.CallVote(treaty=BRUSSELS, motion="plan", theatre="western_europe"),)


def seated(seat: str = "FRA", **others: Nation) -> Session:
    table = Table.new(load("nato-1949"), 7)
    for nation in table.state.nations:
        if nation != seat:
            table.sit(nation, others.get(nation, Nation()))
    table.sit(seat)
    table.run()
    return Session(table, seat)


@pytest.fixture(scope="module")
def quiet() -> Session:
    """A seat in the council of Brussels, before which nothing lies; not to be played on."""
    return seated()


def test_the_chamber_shows_what_the_alliance_is(quiet: Session, drive: Drive) -> None:
    hand = drive(on_stage(CouncilScene(quiet)))
    for words in ("by consensus", "Cohesion", "Where every treaty starts", "Members (5)", "Host of the council"):
        assert hand.sees(words), words
    assert hand.sees("Nothing is before the council.")


def test_a_vote_is_called_by_keyboard_alone(drive: Drive) -> None:
    session = seated()
    hand = drive(on_stage(CouncilScene(session)))
    hand.key("v")
    assert hand.sees("one of four initiatives")
    hand.key("return")
    hand.tab_to("Call the vote")
    hand.key("return")
    moved = acted(session)[-1]
    assert isinstance(moved, acts.CallVote)
    assert moved.motion == "plan"
    assert hand.sees("France: for")
    assert hand.sees("Belgium: not yet")
    assert not hand.find("Vote for").works
    assert hand.sees("Who moves a motion has voted for it.")


def test_every_kind_of_motion_can_be_chosen_and_is_explained(quiet: Session, drive: Drive) -> None:
    scene = CouncilScene(quiet)
    drive(on_stage(scene))
    treaty = quiet.world.treaties[BRUSSELS]
    dialog = CallVoteDialog(scene.ui, quiet, BRUSSELS, scene.do)
    works = []
    for kind in MOTION_KINDS:
        dialog._kind(kind)
        works += [kind] if dialog._send.works else []
        assert dialog.act.motion == kind
        assert dialog._send.works or dialog._send.problem
    assert works == ["invoke", "fund", "plan", "statement", "suspend", "expel", "dissolve"]
    assert subjects(quiet.world, replace(treaty, suspended=("LUX",)), "lift", "FRA") == ("LUX",)
    assert "FRA" not in subjects(quiet.world, treaty, "expel", "FRA")


def test_a_motion_is_voted_on_by_mouse_after_a_question(drive: Drive) -> None:
    session = seated(GBR=Mover())
    (motion,) = awaiting_vote(session)
    hand = drive(on_stage(CouncilScene(session)))
    assert hand.sees("The United Kingdom moves a plan against an armed attack in Western Europe.")
    assert hand.sees("Your staff speaks for it")
    hand.click(f"against-{motion}")
    assert hand.sees("The other members see your vote, which is final.")
    hand.click("Vote against it")
    assert acted(session)[-1] == acts.Vote(motion=motion, choice="against")
    assert not awaiting_vote(session)
    assert hand.sees("Failed")
    assert hand.sees("against it: France")


def test_a_motion_stands_in_the_dispatches_and_leads_to_the_chamber(drive: Drive) -> None:
    session = seated(GBR=Mover())
    game = GameScene(session)
    hand = drive(on_stage(game))
    (motion,) = awaiting_vote(session)
    game.open_link(f"motion:{motion}")
    hand.step()
    assert isinstance(hand.scene, CouncilScene)
    hand.key("escape")
    assert hand.scene is game


def test_who_sits_in_no_council_is_told_how_one_comes_about(drive: Drive) -> None:
    table = Table.new(load("nato-1949-class"), 7)
    table.sit("FRA")
    table.run()
    hand = drive(on_stage(CouncilScene(Session(table, "FRA"))))
    assert hand.sees("You know of no council")


def test_the_treaty_panel_leads_to_the_chamber_and_to_a_new_text(quiet: Session, drive: Drive) -> None:
    quiet.selection = Selection("treaty", BRUSSELS)
    hand = drive(on_stage(GameScene(quiet)))
    hand.click("council")
    assert isinstance(hand.scene, CouncilScene)
    hand.key("escape")
    hand.click("invite")
    assert hand.sees("with one more party")
    hand.click("invite-go")
    assert isinstance(hand.scene, DraftScene)
    assert hand.scene.draft.amends == BRUSSELS
    assert len(hand.scene.draft.parties) == len(quiet.world.treaties[BRUSSELS].parties) + 1
    assert hand.sees("New text of a treaty")


def test_who_stands_outside_a_pact_asks_to_join_it_from_the_legend_of_the_map(drive: Drive) -> None:
    session = seated("NOR")
    hand = drive(on_stage(GameScene(session)))
    hand.click(session.world.treaties[BRUSSELS].title)
    assert session.selection == Selection("treaty", BRUSSELS)
    hand.tab_to("Ask to join…")
    hand.key("return")
    assert isinstance(hand.scene, DraftScene)
    draft = hand.scene.draft
    assert draft.amends == BRUSSELS
    assert "NOR" in draft.parties
    (guard,) = [clause for clause in draft.clauses if isinstance(clause, MutualDefence)]
    assert not guard.area or session.world.nations["NOR"].home in guard.area
    assert hand.find("send").works, hand.find("send").problem


def test_a_new_text_may_keep_its_term_and_takes_in_a_party(quiet: Session, drive: Drive) -> None:
    start = text_of(BRUSSELS, quiet.world.treaties[BRUSSELS])
    scene = DraftScene(quiet, start=start)
    hand = drive(on_stage(scene))
    assert [p.text for p in quiet.problems(scene.act)] == ["The new text is the one in force."]
    assert not hand.find("party-BEL").works
    scene.change(with_parties(scene.draft, [*scene.draft.parties, "USA"]))
    hand.step()
    assert hand.find("send").works, hand.find("send").problem
    assert hand.sees("Changes")


def test_a_text_that_changes_nothing_costs_and_brings_nothing(quiet: Session) -> None:
    start = text_of(BRUSSELS, quiet.world.treaties[BRUSSELS])
    stake = DraftScene(quiet, start=start).prospect.stake(start, "FRA")
    assert stake.security[0] == stake.security[1]
    assert stake.autonomy[0] == stake.autonomy[1]
    assert stake.points == 0


def test_a_charter_is_attached_to_a_draft_with_its_terms(quiet: Session, drive: Drive) -> None:
    pact = Draft(title="Pact", parties=("FRA", "GBR"), clauses=(MutualDefence(),))
    scene = DraftScene(quiet, start=pact)
    hand = drive(on_stage(scene))
    hand.click("add-charter")
    assert scene.draft.charter == Charter()
    hand.click("charter-creed", "+")
    hand.click("add-caveat")
    hand.tab_to("Decides")
    hand.key("return", "end", "return")
    charter = scene.draft.charter
    assert charter is not None
    assert (charter.creed, charter.rule, charter.leader) == (-9, "leader", "FRA")
    assert charter.opt_outs == (OptOut("FRA", "guard"),)
    assert not quiet.problems(scene.act)
    hand.key("ctrl+z")
    hand.click("remove-charter")
    assert scene.draft.charter is None


def test_a_charter_names_nobody_who_is_no_party() -> None:
    charter = Charter(rule="leader", leader="USA", seat="USA", against="URS", opt_outs=(OptOut("USA", "pay"),))
    draft = Draft(title="Pact", parties=("FRA", "GBR", "USA"), clauses=(MutualDefence(),), charter=charter)
    assert with_parties(draft, ["FRA", "GBR", "URS"]).charter == Charter(rule="majority")
