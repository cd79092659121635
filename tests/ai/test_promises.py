"""Lesser promises in play: gifts withheld for reasons, treaties left, restraint offered, bases and knowledge asked."""

from dataclasses import replace

from game.ai.challenger import demands
from game.ai.edits import neighbours, payments
from game.ai.gifts import gift_sums, withheld
from game.ai.leaving import withdrawals, worth_of
from game.ai.outlook import Outlook
from game.ai.propose import proposals
from game.ai.shapes import feared_neighbour, restraints, understandings
from game.ai.valuation import value
from game.core import acts
from game.core.checks.drafts import draft_problems
from game.core.checks.sheets import sheet_problems
from game.core.clauses import (
    Basing,
    CapacityBuilding,
    Clause,
    Consultation,
    IntelligenceSharing,
    MutualDefence,
    Neutrality,
    NonAggression,
)
from game.core.legality import problems
from game.core.options import gifts_due
from game.core.orders import Sheet
from game.core.world import State
from tests.ai.test_orders import orders_of
from tests.ai.worlds import a_draft, nato, pair, seen, trio, with_crisis, with_nation, with_treaty

GIFT = CapacityBuilding(donor="USA", amount=2)


def estranged(state: State, one: str, other: str, points: int) -> State:
    """The same world with deep feelings between two."""
    key, made = pair(one, other, points, points)
    return replace(state, pairs={**state.pairs, key: made})


def test_a_promised_gift_is_paid_to_a_friend_and_withheld_from_one_no_longer_trusted() -> None:
    state = with_treaty(nato(), "aid", ("NOR", "USA"), GIFT)
    assert orders_of(state, "USA").withheld == ()
    sour = estranged(state, "NOR", "USA", -50)
    outlook = Outlook(seen(sour, "USA", "orders"))
    assert withheld(outlook) == ("aid",)
    sums = gift_sums(outlook, gifts_due(sour, "USA")[0])
    assert sums.total < 0
    assert sums.decisive is not None
    assert (sums.decisive.name, sums.decisive.about) == ("trust", "NOR")
    assert orders_of(sour, "USA").withheld == ("aid",)


def test_what_cannot_be_paid_is_withheld_and_the_sheet_stays_allowed() -> None:
    state = with_nation(with_treaty(nato(), "aid", ("NOR", "USA"), GIFT), "USA", treasury=25)
    view = seen(state, "USA", "orders")
    assert sheet_problems(view, Sheet()) != ()
    made = orders_of(state, "USA")
    assert made.withheld == ("aid",)


def test_nobody_leaves_a_text_it_has_lately_signed_and_that_has_not_failed_it() -> None:
    state = with_treaty(trio(), "old", ("BEL", "CAR"), MutualDefence(), Neutrality())
    lately = replace(state.treaties["old"], signed=3)
    state = replace(estranged(state, "BEL", "CAR", -50), turn=5, treaties={**state.treaties, "old": lately})
    assert withdrawals(Outlook(seen(state, "BEL"))) == ()
    later = Outlook(seen(replace(state, turn=9), "BEL"))
    assert [act.treaty for act in withdrawals(later) if isinstance(act, acts.Withdraw)] == ["old"]


def test_a_treaty_with_one_who_has_become_a_threat_is_left_for_reasons_that_sum_below_nothing() -> None:
    state = with_treaty(trio(), "old", ("BEL", "CAR"), MutualDefence(), Neutrality())
    state = estranged(state, "BEL", "CAR", -50)
    made = withdrawals(Outlook(seen(state, "BEL")))
    assert [act.treaty for act in made] == ["old"]
    assert not problems(seen(state, "BEL"), made[0])
    assert sum(term.tenths for term in made[0].because) == worth_of(Outlook(seen(state, "BEL")), "old").total < 0
    assert any(term.name == "trust" and term.tenths < 0 for term in made[0].because)
    assert withdrawals(Outlook(seen(nato(), "FRA"))) == (), "nobody leaves friends"


def test_a_withdrawal_is_announced_once() -> None:
    state = estranged(with_treaty(trio(), "old", ("BEL", "CAR"), MutualDefence()), "BEL", "CAR", -50)
    left = replace(state, treaties={"old": replace(state.treaties["old"], leaving={"BEL": 2})})
    assert withdrawals(Outlook(seen(left, "BEL"))) == ()


def test_the_exposed_think_of_restraint_with_whom_they_fear_and_never_with_a_guarantor() -> None:
    outlook = Outlook(seen(trio(), "BEL"))
    assert feared_neighbour(outlook) == "CAR"
    assert restraints(outlook, "CAR")
    allied = with_treaty(trio(), "guard", ("BEL", "CAR"), MutualDefence())
    assert restraints(Outlook(seen(allied, "BEL")), "CAR") == ()
    assert feared_neighbour(Outlook(seen(with_nation(trio(), "BEL", forces=900), "BEL"))) == ""


def kinds_between(state: State, one: str, other: str) -> list[str]:
    """Kinds of clauses that one thinks of agreeing on with another."""
    parties = (one, other) if one < other else (other, one)
    shapes = understandings(Outlook(seen(state, one)), parties)
    return [clause.kind for shape in shapes for clause in shape]


def test_friends_share_knowledge_patrons_help_and_ask_for_bases_and_nothing_is_asked_twice() -> None:
    state = nato()
    assert "intelligence_sharing" in kinds_between(state, "USA", "GBR")
    assert "intelligence_sharing" not in kinds_between(state, "ITA", "FRA")
    assert "basing" in kinds_between(state, "USA", "NOR")
    assert "basing" not in kinds_between(state, "NOR", "ITA")
    poor = with_nation(state, "NOR", forces=1)
    assert "capacity_building" in kinds_between(poor, "USA", "NOR")
    assert "capacity_building" not in kinds_between(poor, "FRA", "ITA"), "the hardly richer do not give"
    clauses: tuple[Clause, ...] = (IntelligenceSharing(), Consultation())
    bound = with_treaty(state, "old", ("GBR", "USA"), *clauses)
    assert "intelligence_sharing" not in kinds_between(bound, "USA", "GBR")
    assert "consultation" not in kinds_between(bound, "USA", "GBR")


def test_every_neighbour_of_a_draft_of_the_new_clauses_is_a_draft() -> None:
    state = nato()
    shapes: tuple[tuple[Clause, ...], ...] = (
        (NonAggression(),),
        (Consultation(), Neutrality()),
        (IntelligenceSharing(level=2), CapacityBuilding(donor="USA", amount=1)),
        (MutualDefence(), Basing(host="NOR")),
    )
    for clauses in shapes:
        draft = a_draft("NOR", "USA", clauses=clauses)
        found = neighbours(state, draft)
        changed = [edit.draft.clauses for edit in found if edit.draft.clauses != clauses]
        assert len(changed) >= 1
        for edit in found:
            assert draft_problems(state, edit.draft) == [], edit
    levels = [c for e in neighbours(state, a_draft("NOR", "USA", clauses=shapes[2])) for c in e.draft.clauses]
    assert IntelligenceSharing(level=1) in levels
    assert IntelligenceSharing(level=3) in levels
    assert CapacityBuilding(donor="USA", amount=2) in levels
    hosts = [c for e in neighbours(state, a_draft("NOR", "USA", clauses=shapes[3])) for c in e.draft.clauses]
    assert Basing(host="USA") in hosts


def test_one_with_nothing_to_send_presses_nothing_and_promises_nothing_automatic() -> None:
    bold = with_crisis(trio(), stage="brewing", challenger="CAR", target="BEL", theatre="coast", resolve=60, opened=0)
    assert demands(Outlook(seen(bold, "CAR")))
    assert demands(Outlook(seen(with_nation(bold, "CAR", forces=1), "CAR"))) == ()
    for name in nato().nations:
        for said in proposals(Outlook(seen(with_nation(nato(), name, forces=1), name)), spare=0):
            had = nato().treaties.get(said.draft.amends)
            if had is not None and name in had.parties and had.parties != said.draft.parties:
                continue  # it asks others into what it has promised already
            for clause in said.draft.clauses:
                assert not isinstance(clause, MutualDefence) or clause.automaticity == "own_way"


def test_what_a_full_treasury_would_lose_arms_those_who_have_something_to_fear() -> None:
    state = with_treaty(nato(), "guard", ("NOR", "USA"), MutualDefence())
    fearful = with_nation(with_nation(state, "USA", readiness=60), "NOR", forces=1)
    assert orders_of(fearful, "USA").budget.readiness > 0
    calm = with_nation(nato(), "USA", readiness=60)
    assert orders_of(calm, "USA").budget.readiness == 0, "who is safe and guards nobody lets it be"


def test_for_mere_talk_nobody_pays() -> None:
    def payers(*clauses: Clause) -> set[str]:
        found = payments(a_draft("NOR", "USA", clauses=clauses))
        return {paid.payer for draft in found for paid in draft.payments}

    assert payers(Consultation()) == set()
    assert payers(Consultation(), Basing(host="NOR")) == {"NOR", "USA"}


def worth_of_terms(state: State, seat: str, other: str) -> int:
    """Tenths of its word that a promise to leave each other alone costs a seat."""
    draft = a_draft(seat, other, clauses=(NonAggression(),))
    found = value(Outlook(seen(state, seat)), seat, draft).terms
    return sum(term.tenths for term in found if term.name == "reputation")


def test_nobody_settles_with_the_rival_of_its_protector_behind_his_back() -> None:
    guarded = with_treaty(nato(), "pact", ("NOR", "USA"), MutualDefence(against=("FRA",)))
    assert guarded.pairs["URS-USA"].rivalry > 0
    assert worth_of_terms(nato(), "NOR", "URS") == 0
    assert worth_of_terms(guarded, "NOR", "URS") < 0


def test_nobody_settles_with_one_sworn_to_the_enemy_of_those_it_defends() -> None:
    pact = with_treaty(nato(), "pact", ("NOR", "USA"), MutualDefence(against=("URS",)))
    sworn = with_treaty(pact, "bloc", ("ITA", "URS"), MutualDefence(against=("FRA",)))
    assert worth_of_terms(pact, "USA", "ITA") == 0
    behind, openly = worth_of_terms(sworn, "USA", "ITA"), worth_of_terms(sworn, "USA", "URS")
    assert openly < behind < 0
