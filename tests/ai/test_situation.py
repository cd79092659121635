"""Where nations stand: fears relieved, quarrels brought, creeds, and the wish to stand apart."""

from dataclasses import replace

from game.ai.curves import ln, root
from game.ai.outlook import Outlook
from game.ai.partners import bonds, detached, leaning
from game.ai.situation import Situation, situation_on
from game.ai.weights import WEIGHTS
from game.core.clauses import MutualDefence
from game.core.ground import Ground
from game.core.view import Lookout
from game.core.world import State
from tests.ai.worlds import nato, seen, trio, with_nation, with_treaty

GUARD = MutualDefence(automaticity="consulted", earmark=30)


def at(state: State) -> Situation:
    """The situation as the referee would see it."""
    return Situation(Ground(state))


def test_curves_are_those_of_the_text_books() -> None:
    for x, expected in (
        (0.001, -6.907755279),
        (0.5, -0.693147181),
        (1.0, 0.0),
        (2.0, 0.693147181),
        (50.0, 3.912023005),
    ):
        assert abs(ln(x) - expected) < 1e-7
    for x in (0.0, 0.0000005, 0.01, 0.5, 1.0, 2.25):
        assert abs(root(x) * root(x) - x) < 1e-9


def test_a_partner_relieves_the_fears_it_shares_and_is_feared_for_itself() -> None:
    found = at(trio())
    saved = found.ties("BEL", "ALB")
    assert saved.enemy == "CAR"
    assert saved.relief > 0.1 > saved.fear
    neighbour = found.ties("BEL", "CAR")
    assert neighbour.relief == 0.0
    assert neighbour.fear > saved.fear
    assert found.relief("BEL", "ALB", ("ALB",)) == (0.0, "")


def test_help_that_does_not_reach_relieves_nothing() -> None:
    near = at(trio()).ties("BEL", "ALB").relief
    state = trio()
    theatres = {**state.theatres, "isles": replace(state.theatres["isles"], adjoins=())}
    theatres["coast"] = replace(theatres["coast"], adjoins=("plain",))
    assert at(replace(state, theatres=theatres)).ties("BEL", "ALB").relief < near


def test_those_without_quarrels_would_stand_apart() -> None:
    state = trio()
    assert at(state).entangled["BEL"] > 0.2
    key = "BEL-CAR"
    calm = replace(state.pairs[key], rivalry=0, claims=(), provocation={})
    quiet = replace(state, pairs={**state.pairs, key: calm})
    assert at(quiet).entangled["BEL"] == 0.0
    before, after = (leaning(Outlook(seen(one, "BEL")), "BEL", "ALB", WEIGHTS) for one in (state, quiet))
    assert after < before - WEIGHTS.detachment / 4
    old = replace(quiet, pairs={**quiet.pairs, key: replace(calm, disputes=60)})
    assert at(old).entangled["BEL"] > 0.3, "what has been fought over entangles without a live rivalry"


def test_there_is_less_to_stay_out_of_with_one_that_has_no_quarrels_either() -> None:
    state = trio()
    key = "BEL-CAR"
    calm = replace(state.pairs[key], rivalry=0, claims=(), provocation={})
    quiet = replace(state, pairs={**state.pairs, key: calm})
    assert at(quiet).entangled["ALB"] > 0 == at(quiet).entangled["BEL"]
    none = replace(quiet, pairs={**quiet.pairs, "ALB-CAR": replace(quiet.pairs["ALB-CAR"], rivalry=0, disputes=0)})
    assert at(none).entangled["ALB"] < at(quiet).entangled["ALB"]
    busy, idle = (detached(Outlook(seen(one, "BEL")), "BEL", "ALB", WEIGHTS) for one in (quiet, none))
    assert 0 < idle < busy


def test_one_to_whom_freedom_is_dear_counts_on_itself() -> None:
    state = trio()
    usual = with_nation(state, "BEL", autonomy_wanted=60)
    dear = with_nation(state, "BEL", autonomy_wanted=90)
    shares = [bonds(Outlook(seen(one, "BEL")), "BEL", "ALB", WEIGHTS).shared for one in (usual, dear)]
    assert abs(shares[1] - shares[0] / (1.5 * 1.5)) < 1e-9
    apart = [detached(Outlook(seen(one, "BEL")), "BEL", "ALB", WEIGHTS) for one in (usual, dear)]
    assert apart[1] >= 1.5 * 1.5 * apart[0] > 0


def test_who_joins_a_pact_takes_its_side_once() -> None:
    state = with_treaty(nato(), "pact", ("GBR", "USA"), GUARD)
    outlook = Outlook(seen(state, "NOR"))
    alone = detached(outlook, "NOR", "GBR", WEIGHTS)
    joined = detached(outlook, "NOR", "GBR", WEIGHTS, ("GBR", "NOR", "USA"))
    assert alone > 0
    assert abs(joined - alone * (1 - WEIGHTS.side_taken)) < 1e-9


def test_a_partner_with_rivals_brings_them_along() -> None:
    state = trio()
    assert at(state).ties("BEL", "ALB").quarrels > 0
    key = "ALB-CAR"
    friends = replace(state, pairs={**state.pairs, key: replace(state.pairs[key], rivalry=0)})
    assert at(friends).ties("BEL", "ALB").quarrels == 0.0


def test_free_governments_stand_together_where_most_power_is_free() -> None:
    state = trio()
    divided = at(state).ties("BEL", "ALB").fellowship
    turned = at(with_nation(state, "CAR", regime=8))
    assert turned.ties("BEL", "ALB").fellowship == 1.0 > 8 * divided - 0.5 > 0
    assert at(with_nation(state, "BEL", regime=3)).ties("BEL", "ALB").fellowship == 0.0
    half = (
        at(with_nation(state, "CAR", regime=8)).freedom["CAR"],
        at(with_nation(state, "CAR", regime=5)).freedom["CAR"],
    )
    assert half == (1.0, 0.4), "a government answers to voters by degrees"


def test_doctrines_divide_a_world_of_two_rivals() -> None:
    state = nato()
    named = {"USA": "liberty", "GBR": "liberty", "URS": "plan", "ITA": "plan", "NOR": "custom"}
    for name, doctrine in named.items():
        state = with_nation(state, name, doctrine=doctrine)
    found = at(state)
    assert found.ties("USA", "GBR").contest == found.contest > 0
    assert found.ties("USA", "ITA").contest == -found.contest
    assert 0 < found.ties("USA", "NOR").contest < found.contest
    assert found.ties("URS", "ITA").contest == found.contest


def test_names_and_order_do_not_matter() -> None:
    one, other = at(trio()), at(trio("ZAN", "YOR", "XAN"))
    assert one.ties("BEL", "ALB")._replace(enemy="") == other.ties("YOR", "ZAN")._replace(enemy="")
    assert one.entangled["BEL"] == other.entangled["YOR"]


def test_it_is_worked_out_once_for_all_who_look() -> None:
    outlook = Outlook(seen(nato(), "NOR"))
    assert situation_on(outlook.ground.common, outlook.view.workings.common) is outlook.situation


def test_what_a_nation_alone_knows_of_itself_is_no_part_of_what_all_share() -> None:
    state = with_nation(nato(), "NOR", autonomy_wanted=99)
    shared = Lookout(state)
    own = bonds(Outlook(shared.view("NOR")), "NOR", "GBR", WEIGHTS)
    seen_after = bonds(Outlook(shared.view("USA")), "NOR", "GBR", WEIGHTS)
    assert seen_after == bonds(Outlook(seen(state, "USA")), "NOR", "GBR", WEIGHTS) != own


def test_who_is_in_a_pact_already_minds_only_the_quarrels_that_a_newcomer_brings() -> None:
    state = with_treaty(nato(), "pact", ("GBR", "NOR", "USA"), GUARD)
    outlook = Outlook(seen(state, "NOR"))
    quiet, busy = "ITA", "FRA"
    entangled = outlook.situation.entangled
    assert entangled[quiet] < entangled[busy]
    parts = []
    for name in (quiet, busy):
        outside = detached(outlook, "NOR", name, WEIGHTS)
        parts.append(detached(outlook, "NOR", name, WEIGHTS, inside=True) / outside)
    assert 0 <= parts[0] < parts[1] < 1, "the fewer quarrels, the less there is to stay out of"
