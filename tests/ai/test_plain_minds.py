"""The minds that sign everything, sign nothing, or take what pays today: legal, and as good as their names."""

from dataclasses import replace

import pytest

from game.ai.answer import acceptable
from game.ai.greedy import greedy, staying_away, today
from game.ai.mind import honest_mind
from game.ai.minds import CUSTOM, MINDS, name_of
from game.ai.outlook import Outlook
from game.ai.plain_minds import accepting, refusing
from game.core import acts
from game.core.clauses import CapacityBuilding, Consultation, MutualDefence
from game.core.crises import Answer, Call
from game.core.drafts import Payment
from game.core.orders import Sheet
from tests.ai.playing import play
from tests.ai.worlds import a_draft, nato, on_table, seen, trio, with_crisis, with_treaty

AUTOMATIC = (MutualDefence(automaticity="automatic", earmark=100),)


@pytest.mark.parametrize("name", ["accept", "refuse", "greedy"])
def test_a_plain_mind_stays_legal_among_honest_ones(name: str) -> None:
    for state in (nato(), trio()):
        for seed in (1, 2):
            some = list(state.nations)[::2]
            game = play(state, {who: MINDS[name] if who in some else honest_mind for who in state.nations}, seed)
            assert [what for _, who, what in game.refused if who in some] == []
            assert game.done


def test_who_accepts_signs_what_no_honest_mind_would() -> None:
    draft = a_draft("NOR", "URS", clauses=AUTOMATIC)
    view = seen(on_table(nato(), "URS", draft), "NOR")
    assert [act.kind for act in honest_mind(view) if act.kind != "message"] != ["accept"]
    assert accepting(view)[-1] == acts.Accept(thread="talk", revision=1)


def test_who_accepts_pays_for_one_draft_at_a_time() -> None:
    state = nato()
    for name, other in (("one", "USA"), ("two", "GBR")):
        pact = a_draft("NOR", other, clauses=(Consultation(),), payments=(Payment("NOR", other, 3),))
        state = on_table(state, other, pact, name)
    made = accepting(seen(state, "NOR"))
    assert [act.thread for act in made if act.kind == "accept"] == ["one"]


def test_who_refuses_refuses_what_any_honest_mind_would_sign_and_proposes_nothing() -> None:
    draft = a_draft("NOR", "USA", clauses=(MutualDefence(automaticity="automatic"), Consultation()))
    view = seen(on_table(nato(), "USA", draft), "NOR")
    assert acceptable(Outlook(view), draft)
    assert any(act.kind in ("accept", "counter") for act in honest_mind(view))
    kinds = [act.kind for act in refusing(view)]
    assert kinds[-1] == "refuse"
    for state in (nato(), trio()):
        game = play(state, dict.fromkeys(state.nations, refusing), 1)
        assert not [act for _, _, act in game.done if act.kind in ("propose", "accept", "counter")]


def test_the_greedy_mind_counts_only_what_is_felt_today() -> None:
    draft = a_draft("NOR", "USA", clauses=AUTOMATIC)
    outlook = Outlook(seen(on_table(nato(), "USA", draft), "USA"))
    terms = {term.name for term in today(outlook, draft).terms}
    assert terms
    assert not terms & {"entrapment", "overstretch", "reputation", "trust", "aspiration"}


def test_the_greedy_mind_keeps_no_promise_that_costs() -> None:
    state = with_treaty(nato(), "aid", ("NOR", "USA"), CapacityBuilding(donor="USA", amount=2))
    orders = greedy(seen(state, "USA", "orders"))
    assert isinstance(orders, Sheet)
    assert orders.withheld == ("aid",)
    assert honest_mind(seen(state, "USA", "orders")).withheld == ()
    called = with_treaty(nato(), "pact", ("NOR", "USA"), *AUTOMATIC)
    calls = (Call("pact", "USA", "automatic", 40),)
    called = with_crisis(called, target="NOR", stage="showdown", calls=calls)
    view = seen(replace(called, stage="showdown", round=1), "USA", "showdown")
    assert staying_away(view, {"clash": Answer("come", 5)}) == {"clash": Answer("support")}
    assert greedy(view)["clash"].stance in ("support", "refuse")


def test_a_mind_is_known_by_its_name() -> None:
    assert all(name_of(mind) == name for name, mind in MINDS.items())
    assert name_of(lambda view: ()) == CUSTOM
