"""What a draft is worth: terms that sum, and that say what the theory says."""

from dataclasses import replace

import pytest

from game.ai.outlook import Outlook
from game.ai.partners import WELCOME, partnership
from game.ai.valuation import Valuation, temper_range, value
from game.ai.weights import WEIGHTS
from game.core.accession import opened_to
from game.core.clauses import (
    Basing,
    BurdenSharing,
    CapacityBuilding,
    Clause,
    Consultation,
    IntelligenceSharing,
    JointExercises,
    MutualDefence,
    Neutrality,
    NonAggression,
)
from game.core.drafts import Payment
from game.core.world import State
from tests.ai.worlds import a_draft, nato, seen, standing, trio, with_nation, with_treaty

GUARD = MutualDefence(automaticity="consulted", earmark=30)
DRAFTS: tuple[tuple[tuple[str, ...], tuple[Clause, ...]], ...] = (
    (("NOR", "USA"), (GUARD, Consultation())),
    (("GBR", "USA"), (GUARD, JointExercises(scale=3, per_year=2))),
    (("FRA", "URS"), (Consultation(),)),
    (("ITA", "NOR"), (BurdenSharing(target=60),)),
    (("FRA", "GBR", "ITA", "NOR", "USA"), (GUARD, Consultation(), JointExercises(), BurdenSharing(target=40))),
    (("NOR", "USA"), (GUARD, IntelligenceSharing(level=2), CapacityBuilding(donor="USA"), Basing(host="NOR"))),
    (("NOR", "URS"), (Consultation(), NonAggression())),
    (("ITA", "URS"), (Neutrality(),)),
)


def worth(state: State, nation: str, *parties: str, clauses: tuple[Clause, ...] = (GUARD,)) -> Valuation:
    """What a nation itself thinks of a draft."""
    return value(Outlook(seen(state, nation)), nation, a_draft(*parties, clauses=clauses))


def term(found: Valuation, name: str) -> int:
    """Tenths of all terms of one name."""
    return sum(one.tenths for one in found.terms if one.name == name)


@pytest.mark.parametrize(("parties", "clauses"), DRAFTS)
def test_terms_sum_to_the_decision_value(parties: tuple[str, ...], clauses: tuple[Clause, ...]) -> None:
    state = nato()
    for reader in state.nations:
        outlook = Outlook(seen(state, reader))
        for nation in parties:
            found = value(outlook, nation, a_draft(*parties, clauses=clauses))
            assert sum(one.tenths for one in found.terms) == found.total
            assert all(one.tenths for one in found.terms), "a term of nothing is not a reason"
            names = [(one.name, one.about) for one in found.terms]
            assert len(names) == len(dict.fromkeys(names)), "one term a name and what it is about"


def test_a_hegemon_signs_with_the_weak_only_to_deny_them_to_its_rival() -> None:
    state = nato()
    outlook = Outlook(seen(state, "USA"))
    draft = a_draft("NOR", "USA", clauses=(GUARD, Consultation()))
    found = value(outlook, "USA", draft)
    assert term(found, "security") <= 5, "Norway adds next to nothing to American safety"
    assert term(found, "denial") > 0
    without = value(outlook, "USA", draft, replace(WEIGHTS, denial=0.0))
    # Odds of ratification weigh the whole, so they are set aside where a part is taken out of it.
    bare = [one.total - term(one, "ratification") for one in (without, found)]
    assert bare[0] + term(found, "denial") == bare[1]
    assert term(found, "denial") > -term(found, "entrapment"), "the ground denied outweighs the quarrel it brings"


def test_a_guarantee_against_no_common_threat_lacks_its_reason() -> None:
    state = nato()
    named = MutualDefence(against=("DEU",), automaticity="consulted")
    found = worth(state, "NOR", "NOR", "USA", clauses=(named,))
    assert term(found, "no_shared_threat") < 0
    assert term(found, "shared_threat") == 0
    assert term(worth(state, "NOR", "NOR", "USA"), "shared_threat") > 0


def test_the_threatened_fear_drawing_anger_and_being_drawn_in() -> None:
    found = worth(nato(), "NOR", "NOR", "USA")
    assert term(found, "security") > 0
    assert term(found, "provocation") < 0
    assert term(found, "entrapment") < 0


def test_rivals_do_not_want_each_other() -> None:
    state = nato()
    for one, other in (("USA", "URS"), ("URS", "USA"), ("GBR", "URS"), ("NOR", "URS")):
        found = worth(state, one, one, other)
        assert found.total < 0
        assert term(found, "trust") < 0


def test_an_alliance_that_stands_already_adds_little() -> None:
    state = nato()
    again = worth(state, "GBR", "FRA", "GBR")
    told = partnership(Outlook(seen(state, "GBR")), "GBR", a_draft("FRA", "GBR", clauses=(GUARD,)), WEIGHTS)
    assert abs(sum(one.tenths for one in told)) == 0, "what the partner is is no news"
    assert term(again, "redundant") < 0
    assert term(again, "detachment") == 0
    assert again.total <= 0
    fresh = worth(replace(state, treaties={}), "GBR", "FRA", "GBR")
    assert term(fresh, "security") > 0 >= term(again, "security")
    assert term(fresh, "redundant") == 0


def test_nobody_bars_from_a_pact_one_whom_it_guards_already() -> None:
    state = with_treaty(nato(), "pact", ("FRA", "USA"), GUARD)
    draft = a_draft("FRA", "GBR", "USA", clauses=(GUARD,), amends="pact")
    told = partnership(Outlook(seen(state, "FRA")), "FRA", draft, WEIGHTS)
    assert sum(one.tenths for one in told) == WELCOME


def test_more_automatic_guarantees_cost_more_freedom() -> None:
    state = nato()
    costs = [
        term(worth(state, "NOR", "NOR", "USA", clauses=(MutualDefence(automaticity=kind),)), "autonomy")
        for kind in ("own_way", "consulted", "automatic")
    ]
    assert costs[0] > costs[1] > costs[2]


def test_freedom_is_dearer_to_those_who_want_more_of_it() -> None:
    easy, proud = with_nation(nato(), "NOR", autonomy_wanted=30), with_nation(nato(), "NOR", autonomy_wanted=90)
    assert term(worth(easy, "NOR", "NOR", "USA"), "autonomy") > term(worth(proud, "NOR", "NOR", "USA"), "autonomy")


def test_safety_is_dearer_to_the_unsafe() -> None:
    weak = trio()
    strong = with_nation(weak, "BEL", forces=60)
    assert term(worth(weak, "BEL", "ALB", "BEL"), "security") > term(worth(strong, "BEL", "ALB", "BEL"), "security")


def test_payments_are_cost_to_one_and_receipts_to_the_other() -> None:
    state = nato()
    draft = a_draft("NOR", "USA", clauses=(GUARD,), payments=(Payment("USA", "NOR", 4),))
    norway = value(Outlook(seen(state, "NOR")), "NOR", draft)
    america = value(Outlook(seen(state, "USA")), "USA", draft)
    assert term(norway, "receipts") > 0
    assert term(america, "cost") < 0
    assert term(norway, "receipts") > -term(america, "cost"), "a point is worth more to the poor"


def test_gifts_are_cost_to_the_giver_who_gains_a_stronger_partner_and_receipts_to_the_taker() -> None:
    state = nato()
    draft = a_draft("NOR", "USA", clauses=(CapacityBuilding(donor="USA", amount=2),))
    norway = value(Outlook(seen(state, "NOR")), "NOR", draft)
    america = value(Outlook(seen(state, "USA")), "USA", draft)
    assert term(norway, "receipts") > -term(america, "cost") > 0
    assert term(norway, "cost") == term(america, "receipts") == 0
    assert term(america, "denial") > 0 == term(norway, "denial")


def test_knowledge_is_worth_more_from_those_who_see_well_and_leaks_to_those_not_trusted() -> None:
    state = nato()
    sharing = (IntelligenceSharing(level=2),)
    plain = worth(state, "NOR", "NOR", "USA", clauses=sharing)
    keen = worth(with_nation(state, "USA", intelligence=80), "NOR", "NOR", "USA", clauses=sharing)
    assert term(keen, "knowledge") > term(plain, "knowledge") > 0
    assert term(worth(state, "NOR", "NOR", "URS", clauses=sharing), "trust") < term(plain, "trust")


def test_a_feared_neighbour_is_worth_a_promise_to_be_left_alone_and_it_ties_the_neighbours_hands() -> None:
    state = trio()
    for clause in (NonAggression(), Neutrality()):
        small = worth(state, "BEL", "BEL", "CAR", clauses=(clause,))
        assert term(small, "provocation") > 0, "less to fear"
        large = worth(state, "CAR", "BEL", "CAR", clauses=(clause,))
        assert term(large, "autonomy") < term(small, "autonomy"), "it would press, and may not"
        assert term(large, "denial") > 0, "one neighbour less beside its rival"


def test_promises_that_go_against_each_other_cost_a_good_name() -> None:
    aside = (Neutrality(),)
    free = worth(trio(), "BEL", "BEL", "CAR", clauses=aside)
    assert term(free, "reputation") == 0
    guarded = with_treaty(trio(), "guard", ("ALB", "BEL"), GUARD)
    assert term(worth(guarded, "BEL", "BEL", "CAR", clauses=aside), "reputation") < 0
    neutral = with_treaty(trio(), "aside", ("BEL", "CAR"), *aside)
    assert term(worth(neutral, "BEL", "ALB", "BEL"), "reputation") < 0
    assert term(worth(trio(), "BEL", "ALB", "BEL"), "reputation") == 0


def test_a_base_costs_its_host_freedom_and_gives_its_guest_reach() -> None:
    state = trio()
    plain = worth(state, "BEL", "ALB", "BEL")
    lent = worth(state, "BEL", "ALB", "BEL", clauses=(GUARD, Basing(host="BEL")))
    assert term(lent, "autonomy") < term(plain, "autonomy")
    assert term(lent, "security") > term(plain, "security"), "a guarantor on the spot is believed"
    far = with_nation(state, "ALB", sea_power=False)
    alone, based = (
        worth(far, "ALB", "ALB", "BEL", clauses=clauses) for clauses in ((GUARD,), (GUARD, Basing(host="BEL")))
    )
    assert term(based, "denial") > term(alone, "denial")


def test_deep_distrust_outweighs_what_a_rival_would_gain() -> None:
    state = nato()
    found = worth(state, "USA", "NOR", "USA")
    pair = replace(state.pairs["NOR-USA"], trust={"USA": standing(-50), "NOR": standing(20)})
    doubted = worth(replace(state, pairs={**state.pairs, "NOR-USA": pair}), "USA", "NOR", "USA")
    assert term(doubted, "denial") > 0
    assert -term(doubted, "trust") > term(doubted, "denial") + term(found, "trust")


def test_exercises_cost_and_make_pledges_believed() -> None:
    state = trio()
    plain = worth(state, "BEL", "ALB", "BEL")
    trained = worth(state, "BEL", "ALB", "BEL", clauses=(GUARD, JointExercises(scale=3, per_year=2)))
    assert term(trained, "cost") < 0
    assert term(trained, "security") > term(plain, "security")


def test_likeness_counts_for_more_in_a_divided_world() -> None:
    divided = worth(nato(), "GBR", "GBR", "USA")
    calm = nato()
    calm = replace(calm, pairs={**calm.pairs, "URS-USA": replace(calm.pairs["URS-USA"], rivalry=0)})
    assert term(divided, "affinity") > term(worth(calm, "GBR", "GBR", "USA"), "affinity") >= 0


def test_promises_beyond_the_forces_there_are_count_against() -> None:
    loaded = with_treaty(nato(), "loaded", ("FRA", "ITA"), MutualDefence(earmark=100))
    clauses = (MutualDefence(earmark=60),)
    assert term(worth(loaded, "ITA", "ITA", "USA", clauses=clauses), "overstretch") < 0
    assert term(worth(nato(), "ITA", "ITA", "USA", clauses=clauses), "overstretch") == 0


def test_own_aims_count_and_those_of_others_only_when_public() -> None:
    state = nato()
    aims = state.nations["FRA"].objectives
    secret = with_nation(state, "FRA", objectives=tuple(replace(aim, secret=True) for aim in aims))
    draft = a_draft("FRA", "USA", clauses=(GUARD,))
    assert term(value(Outlook(seen(secret, "FRA")), "FRA", draft), "objective") > 0
    assert term(value(Outlook(seen(state, "USA")), "FRA", draft), "objective") > 0
    assert term(value(Outlook(seen(secret, "USA")), "FRA", draft), "objective") == 0


def test_humour_is_private_small_and_the_same_for_neighbouring_guarantees() -> None:
    state = nato()
    own = Outlook(seen(state, "NOR"))
    first = value(own, "NOR", a_draft("NOR", "USA", clauses=(GUARD,)))
    second = value(own, "NOR", a_draft("NOR", "USA", clauses=(replace(GUARD, earmark=60), Consultation())))
    assert term(first, "temper") == term(second, "temper")
    assert abs(term(first, "temper")) <= WEIGHTS.temper * 10
    theirs = value(Outlook(seen(state, "USA")), "NOR", a_draft("NOR", "USA", clauses=(GUARD,)))
    assert term(theirs, "temper") == 0


def test_over_who_may_join_a_pact_a_government_indulges_its_humour_less() -> None:
    state = with_treaty(nato(), "pact", ("GBR", "NOR", "USA"), MutualDefence())
    outlook = Outlook(seen(state, "GBR"))
    text = opened_to("pact", state.treaties["pact"], "FRA", state.nations["FRA"].home)
    whole = WEIGHTS.temper
    assert temper_range(outlook, "GBR", text) == whole * WEIGHTS.temper_voting < whole
    assert temper_range(outlook, "FRA", text) == whole, "who would join decides for itself alone"
    assert temper_range(outlook, "GBR", replace(text, amends="")) == whole
