"""What the window says of gifts, shared intelligence, bases and promises to abstain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.appraisal import Appraisal
from game.core.clauses import CLAUSES, Basing, CapacityBuilding, Clause, IntelligenceSharing, Neutrality, NonAggression
from game.core.drafts import Draft
from game.core.orders import Sheet
from game.core.view import Lookout, sharpness
from game.core.world import Treaty
from game.scenario import load
from game.table import Table
from game.ui.kit import Check, Label, Widget, plain
from game.ui.scenes.draft_clauses import clause_cards, default_clause
from game.ui.scenes.draft_explained import explained
from game.ui.scenes.draft_terms import threats_known
from game.ui.scenes.nation_facts import knowledge, ledger_line
from game.ui.scenes.orders_budget import budget_tab
from game.ui.scenes.treaty_panel import treaty_panel
from game.ui.session import Session

ME = "USA"
PARTIES = ("FRA", "NOR", "USA")


def seated(*clauses: Clause) -> Session:
    """The United States at the table, bound to France and Norway by these clauses."""
    table = Table.new(load("nato-1949-class"), seed=1)
    table.sit(ME)
    treaty = Treaty(title="Treaty of Aid", parties=PARTIES, clauses=clauses, signed=0, notice=1)
    table.state = replace(table.state, treaties={**table.state.treaties, "aid": treaty})
    table._lookout = Lookout(table.state)
    return Session(table, ME)


def words(widget: Widget) -> str:
    """Everything a widget and those in it say."""
    said = plain(widget.text) if isinstance(widget, Label) else widget.name
    return " ".join([said, *(words(child) for child in widget.children)])


def find(widget: Widget, key: str) -> Widget | None:
    """The widget of this key in a tree."""
    if widget.key == key:
        return widget
    return next((found for child in widget.children if (found := find(child, key)) is not None), None)


def test_a_part_that_one_party_has_falls_to_whom_it_suits() -> None:
    session = seated(NonAggression())
    draft = Draft(title="Pact", parties=PARTIES, clauses=())
    assert default_clause(session.world, CapacityBuilding, draft, "NOR") == CapacityBuilding(donor="USA")
    assert default_clause(session.world, Basing, draft, "NOR") == Basing(host="NOR"), "the weakest opens its ground"
    alone = replace(draft, parties=(ME,))
    assert default_clause(session.world, Basing, alone, ME) == Basing(host=ME)
    assert len(CLAUSES) == 22


def test_networks_are_defended_on_no_paper_before_there_are_any() -> None:
    session = seated(NonAggression())
    draft = Draft(title="Pact", parties=PARTIES, clauses=())
    then = session.appraisal
    now = Appraisal(replace(then.world, start_year=1990))
    for table, there in ((then, False), (now, True)):
        cards = clause_cards(table, draft, ME, lambda found: None)
        assert cards is not None
        assert (find(cards, "add-cyber_defence") is not None) == there
        assert ("cyber" in threats_known(table.world)) == there


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        (NonAggression(), "trust \u221225"),
        (Neutrality(), "\u221212"),
        (IntelligenceSharing(level=2), "readiness to"),
        (CapacityBuilding(donor=ME, amount=2), "You pay 4 RP a turn in all"),
        (CapacityBuilding(donor="FRA"), "France pays 2 RP a turn in all"),
        (Basing(host="NOR"), "%"),
    ],
)
def test_what_a_clause_comes_to_stands_beside_its_terms(clause: Clause, said: str) -> None:
    session = seated(NonAggression())
    draft = Draft(title="Pact", parties=PARTIES, clauses=(clause,))
    assert said in " ".join(explained(session.world, draft, clause, ME))


def test_a_panel_says_what_narrows_what_is_known() -> None:
    session = seated(IntelligenceSharing(level=2))
    own = sharpness(session.world.rules, session.me)
    (shared,) = knowledge(session, "NOR")
    assert "intelligence shared in reports under the Treaty of Aid (halved twice)" in shared
    (stranger,) = knowledge(session, "URS")
    assert ("your own services" in stranger) == (own > 0)
    assert "Treaty of Aid" not in stranger
    (mine,) = knowledge(session, ME)
    assert mine == "You share intelligence with France and Norway in reports."


def test_a_gift_due_is_ticked_counted_and_may_be_withheld_at_a_price() -> None:
    session = seated(CapacityBuilding(donor=ME, amount=2))
    chosen: list[Sheet] = []
    tab = budget_tab(session, Sheet(), chosen.append)
    tick = find(tab, "gift-aid")
    assert isinstance(tick, Check)
    assert tick.value
    assert "2 RP each to France and Norway." in words(tab)
    tick.on_change(False)
    assert chosen == [Sheet(withheld=("aid",))]
    assert not session.problems(chosen[0])
    withheld = budget_tab(session, chosen[0], chosen.append)
    assert "Withheld: \u22128 trust of each of them" in words(withheld)


def test_a_treaty_panel_tells_what_one_owes_what_one_alone_owes_and_what_is_owed_likewise() -> None:
    session = seated(CapacityBuilding(donor="FRA"), Neutrality(), Basing(host="NOR"))
    said = words(treaty_panel(session, "aid", _acts()))
    assert "France gives Norway and the United States 1 RP each a turn." in said
    assert "The United States presses no demand on France or Norway" in said
    assert "Norway opens its bases" in said
    assert "The other parties owe neutrality likewise." in said


def _acts() -> object:
    class Acts:
        def follow(self, link: str) -> None:
            raise AssertionError(link)

        def withdraw(self, key: str) -> None:
            raise AssertionError(key)

        def do(self, act: object) -> None:
            raise AssertionError(act)

        def proposing(self) -> str:
            return ""

    return Acts()


def test_the_ledger_has_words_for_every_duty() -> None:
    from game.core.world import LedgerEntry

    session = seated(CapacityBuilding(donor=ME))
    said = [
        words(ledger_line(session.world, LedgerEntry(1, "aid", duty, "FRA", "broken", 2), _acts(), owner=ME))
        for duty in ("guard", "consult", "train", "pay", "abstain")
    ]
    assert "Aid promised" in said[3]
    assert "Promise of restraint" in said[4]
