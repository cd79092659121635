"""Minds and misfortunes: their own first, friends for reasons, and seldom a hidden hand."""

from dataclasses import replace

from game.ai.hardship import covert_terms, fair_part, relief_terms
from game.ai.orders import sheet
from game.ai.outlook import Outlook
from game.ai.valuation import value
from game.core.checks.sheets import sheet_problems
from game.core.clauses import MutualDefence, NonAggression
from game.core.drafts import Draft
from game.core.misfortunes import Misfortune, MisfortuneKind
from game.core.orders import Sheet
from game.core.world import Pair, State
from tests.ai.worlds import nato, seen, standing, with_nation, with_treaty

FLOOD = MisfortuneKind(id="flood", name="flood", severity=3, stories=("The rivers of {target} rose.",))
SABOTAGE = MisfortuneKind(
    id="sabotage", name="sabotage", severity=2, stories=("Cables were cut in {target}.",), hidden_hand=True
)


def struck(target: str, severity: int = 3, state: State | None = None) -> State:
    """The six nations, one of them under water."""
    world = state or nato()
    fate = Misfortune(
        kind="flood", target=target, theatre=world.nations[target].home, severity=severity, since=world.turn
    )
    return replace(world, misfortunes={"deluge": fate}, misfortune_kinds={"flood": FLOOD, "sabotage": SABOTAGE})


def orders_of(state: State, nation: str) -> Sheet:
    """A nation's sheet, which must be allowed."""
    view = seen(state, nation, "orders")
    made = sheet(Outlook(view))
    assert sheet_problems(view, made) == ()
    return made


def given(state: State, nation: str) -> int:
    """RP a nation gives after the flood."""
    return orders_of(state, nation).relief.get("deluge", 0)


def test_a_nation_meets_its_own_disaster_whole_where_nobody_is_bound_to_it() -> None:
    assert given(with_nation(struck("NOR"), "NOR", treasury=20), "NOR") == 6


def test_it_gives_half_where_partners_may_give_the_rest() -> None:
    state = with_treaty(with_nation(struck("NOR"), "NOR", treasury=20), "guard", ("NOR", "USA"), MutualDefence())
    assert given(state, "NOR") == 3
    assert 3 <= given(state, "USA") <= 5, "as much as a poor victim's own half may leave"


def test_own_people_come_before_arming() -> None:
    poor = with_nation(struck("NOR"), "NOR", treasury=4)
    made = orders_of(poor, "NOR")
    assert made.relief["deluge"] >= 1
    assert made.budget.forces == 0


def test_partners_share_what_is_left_and_give_no_more_than_that() -> None:
    partners = ("FRA", "GBR", "NOR", "USA")
    state = with_treaty(struck("NOR", 5), "pact", partners, MutualDefence())
    parts = {name: fair_part(Outlook(seen(state, name, "orders")), "deluge") for name in partners if name != "NOR"}
    assert 5 <= sum(parts.values()) <= 10
    assert parts["USA"] == max(parts.values())


def test_nobody_helps_those_it_fears() -> None:
    assert given(struck("URS"), "NOR") == 0
    assert given(struck("URS"), "USA") == 0


def test_a_friend_without_a_treaty_makes_a_gesture_and_a_stranger_none() -> None:
    state = struck("NOR")
    warm = Pair(trust={"USA": standing(60), "NOR": standing(60)})
    cold = Pair(trust={"USA": standing(10), "NOR": standing(10)})
    assert given(replace(state, pairs={**state.pairs, "NOR-USA": warm}), "USA") == 1
    assert given(replace(state, pairs={**state.pairs, "NOR-USA": cold}), "USA") == 0


def test_every_gift_has_named_reasons_of_trust_treaty_and_price() -> None:
    state = with_treaty(struck("NOR"), "guard", ("NOR", "USA"), MutualDefence())
    terms = {term.name: term.tenths for term in relief_terms(Outlook(seen(state, "USA", "orders")), "deluge", 4)}
    assert terms["reputation"] == 30
    assert terms["trust"] > 0
    assert terms["cost"] < 0
    bare = {term.name: term.tenths for term in relief_terms(Outlook(seen(struck("NOR"), "USA")), "deluge", 4)}
    assert "reputation" not in bare


def shocked(state: State) -> State:
    """The same misfortune as a shock to income that reaches partners."""
    kind = replace(FLOOD, slump=50, passes=500)
    return replace(state, misfortune_kinds={**state.misfortune_kinds, "flood": kind})


def test_a_partner_s_crisis_is_met_for_one_s_own_trade_too_more_by_the_smaller() -> None:
    state = shocked(with_treaty(struck("GBR"), "pact", ("GBR", "NOR", "USA"), MutualDefence()))
    own = {
        name: next(
            (term.tenths for term in relief_terms(Outlook(seen(state, name, "orders")), "deluge", 4)
             if term.name == "trade"), 0
        )
        for name in ("NOR", "USA", "URS")
    }  # fmt: skip
    assert own["NOR"] > own["USA"] > 0
    assert own["URS"] == 0, "no treaty carries it there"


def test_nobody_binds_itself_lightly_to_one_whose_banks_are_failing() -> None:
    state = struck("GBR", 5)
    pact = Draft(title="Pact", parties=("GBR", "NOR"), clauses=(NonAggression(),))
    calm, failing = (
        {term.name: term.tenths for term in value(Outlook(seen(one, "NOR")), "NOR", pact).terms}
        for one in (state, shocked(state))
    )
    assert "trade" not in calm
    assert failing["trade"] < 0


# -- a hidden hand ------------------------------------------------------------------------------------------


def hateful(**more: object) -> State:
    """A rich Soviet Union that hates a nation which could hardly find out."""
    state = with_nation(nato(), "URS", treasury=40, regime=-9, intelligence=100)
    state = with_nation(state, "NOR", intelligence=0)
    pair = Pair(rivalry=100, claims=("URS",), trust={"URS": standing(-100)})
    state = replace(state, misfortune_kinds={"sabotage": SABOTAGE}, pairs={**state.pairs, "NOR-URS": pair})
    return replace(state, **more)  # type: ignore[arg-type]


def acts(state: State, nation: str, tempers: range = range(0, 1000, 25)) -> list[str]:
    """Whom a nation would have sabotaged, temper after temper."""
    found = []
    for temper in tempers:
        made = orders_of(with_nation(state, nation, temper=temper), nation)
        found += [covert.target for covert in made.covert]
    return found


def test_sabotage_is_seldom_and_goes_to_the_most_hated() -> None:
    found = acts(hateful(), "URS")
    assert 1 <= len(found) <= 16, "by temper, and seldom: at most two in five of the tempers tried"
    assert set(found) == {"NOR"}


def test_none_without_hatred_idle_means_or_a_fair_chance_to_stay_unseen() -> None:
    state = hateful()
    assert covert_terms(Outlook(seen(state, "URS")), "NOR")
    assert not covert_terms(Outlook(seen(with_nation(state, "NOR", intelligence=100), "URS")), "NOR")
    assert not covert_terms(Outlook(seen(state, "USA")), "NOR")
    assert acts(with_nation(state, "URS", treasury=3), "URS") == []
    assert acts(replace(state, misfortune_kinds={}), "URS") == []


def test_a_promise_to_leave_somebody_alone_is_kept() -> None:
    state = with_treaty(hateful(), "quiet", ("NOR", "URS"), NonAggression())
    assert not covert_terms(Outlook(seen(state, "URS")), "NOR")
