"""Minds in a council: what they move, when, and why; and what a vote is worth to them."""

from dataclasses import replace

from game.ai.council import accession, charter_for, council_acts, entry, recast, within_call
from game.ai.ideas import Idea
from game.ai.mind import negotiate
from game.ai.motions import appraised, own_motion
from game.ai.outlook import Outlook
from game.ai.titles import retitled
from game.ai.valuation import valuation, value
from game.ai.weights import WEIGHTS
from game.core import acts
from game.core.accession import opened_to
from game.core.charters import Charter, Motion
from game.core.clauses import Clause, Consultation, JointExercises, MutualDefence
from game.core.drafts import Draft
from game.core.engine import open_game
from game.core.view import view_of
from game.core.world import LedgerEntry, State, Treaty
from game.scenario import load
from tests.ai.worlds import a_draft, nato, on_table, seen, standing, with_crisis, with_nation, with_treaty

GUARD = MutualDefence(automaticity="consulted", earmark=30)


def alliance(*parties: str, **charter: object) -> State:
    """The six of 1949 with a pact among some of them, in which a plan has been agreed already."""
    terms = {"rule": "majority", **charter}
    return with_treaty(nato(), "pact", parties, GUARD, charter=Charter(**terms))  # type: ignore[arg-type]


def moved(state: State, seat: str) -> acts.CallVote | None:
    """What a seat puts to the council."""
    return own_motion(Outlook(seen(state, seat)), WEIGHTS)


def worth(state: State, seat: str, motion: Motion) -> int:
    return valuation(appraised(Outlook(seen(state, seat)), motion, WEIGHTS)).total


def broke(state: State, who: str, toward: str, turns_ago: int = 0) -> State:
    """A member has stayed away from a call, and the one left alone knows what to think of it."""
    entry = LedgerEntry(max(0, state.turn - turns_ago), "pact", "guard", toward, "broken", 8, "clash")
    state = with_nation(state, who, ledger=(*state.nations[who].ledger, entry))
    pairs = dict(state.pairs)
    for other in state.treaties["pact"].parties:
        if other != who:
            key = "-".join(sorted((other, who)))
            pair = pairs[key]
            pairs[key] = replace(pair, trust={**pair.trust, other: standing(-60)})
    return replace(state, pairs=pairs)


def test_a_member_that_broke_its_word_is_moved_against_with_reasons() -> None:
    state = broke(alliance("FRA", "GBR", "ITA", "USA"), "ITA", "FRA")
    act = moved(state, "FRA")
    assert act is not None
    assert (act.motion, act.nation) == ("suspend", "ITA")
    assert any(term.name == "trust" and term.tenths > 0 for term in act.because)
    assert sum(term.tenths for term in act.because) >= 20


def test_who_kept_its_word_is_left_in_peace() -> None:
    act = moved(alliance("FRA", "GBR", "ITA", "USA"), "FRA")
    assert act is None or act.motion != "suspend"


def test_the_one_nobody_can_do_without_is_not_put_out() -> None:
    state = broke(alliance("FRA", "GBR", "ITA", "USA"), "ITA", "FRA")
    out = Motion(kind="suspend", treaty="pact", by="GBR", opened=state.turn, nation="ITA")
    needed = replace(out, nation="USA")
    assert worth(state, "FRA", out) > 0
    assert worth(state, "FRA", needed) < 0


def test_nobody_nags_a_council() -> None:
    state = broke(alliance("FRA", "GBR", "ITA", "USA"), "ITA", "FRA")
    before = Motion(kind="suspend", treaty="pact", by="GBR", opened=state.turn - 1, nation="ITA", status="failed")
    again = moved(replace(state, motions={"GBR-0-1": before}), "FRA")
    assert again is None or again.motion != "suspend"


def test_a_suspension_is_lifted_once_trust_is_back() -> None:
    state = alliance("FRA", "GBR", "NOR", "USA")
    state = replace(state, treaties={**state.treaties, "pact": replace(state.treaties["pact"], suspended=("GBR",))})
    act = moved(state, "NOR")
    assert act is not None
    assert (act.motion, act.nation) == ("lift", "GBR")
    lately = Motion(
        kind="suspend", treaty="pact", by="USA", opened=state.turn, nation="GBR", status="carried", closed=state.turn
    )
    still = moved(replace(state, motions={"USA-0-1": lately}), "NOR")
    assert still is None or still.motion != "lift"


def test_the_members_speak_with_one_voice_when_one_is_pressed() -> None:
    state = with_crisis(alliance("FRA", "GBR", "NOR", "USA"), challenger="URS", target="NOR", stage="open")
    act = moved(state, "NOR")
    assert act is not None
    assert (act.motion, act.nation) == ("statement", "URS")
    calm = moved(alliance("FRA", "GBR", "NOR", "USA"), "NOR")
    assert calm is None or calm.motion != "statement"


def test_who_cannot_meet_its_needs_asks_for_a_contribution_and_the_others_weigh_it_as_a_gift() -> None:
    state = alliance("FRA", "GBR", "NOR", "USA")
    act = moved(with_nation(state, "NOR", treasury=0), "NOR")
    assert act is not None
    assert (act.motion, act.nation, act.amount) == ("fund", "NOR", 1)
    assert [term.name for term in act.because] == ["receipts"]
    rich = moved(with_nation(state, "NOR", treasury=40), "NOR")
    assert rich is None or rich.motion != "fund"
    asked = Motion(kind="fund", treaty="pact", by="NOR", opened=state.turn, nation="NOR", amount=1)
    assert worth(state, "USA", asked) > worth(state, "USA", replace(asked, amount=6))


def test_the_creed_is_waived_for_one_who_is_needed_and_would_come() -> None:
    state = with_nation(alliance("NOR", "USA", creed=6), "GBR", regime=4)
    act = moved(state, "NOR")
    assert act is not None
    assert (act.motion, act.nation) == ("waive", "GBR")
    met = moved(alliance("NOR", "USA", creed=6), "NOR")
    assert met is None or met.motion != "waive"


def test_a_vote_owed_is_given_before_anything_is_moved() -> None:
    state = broke(alliance("FRA", "GBR", "ITA", "USA"), "ITA", "FRA")
    open_ = Motion(kind="suspend", treaty="pact", by="GBR", opened=state.turn, nation="ITA", votes={"GBR": "for"})
    done = council_acts(Outlook(seen(replace(state, motions={"GBR-1-1": open_}), "FRA")), WEIGHTS)
    assert [(act.kind, getattr(act, "choice", "")) for act in done] == [("vote", "for")]


def test_a_pact_of_democracies_gets_a_fitting_charter() -> None:
    state = nato()
    among = ("FRA", "GBR", "NOR", "USA")
    found = charter_for(Outlook(seen(state, "USA")), a_draft(*among, clauses=(GUARD,)))
    assert (found.rule, found.creed, found.seat, found.leader) == ("consensus", 6, "GBR", "")
    mixed = charter_for(Outlook(seen(with_nation(state, "NOR", regime=2), "USA")), a_draft(*among, clauses=(GUARD,)))
    assert mixed.creed == -10


def test_a_pact_under_one_closed_government_is_led_by_it() -> None:
    found = charter_for(Outlook(seen(nato(), "URS")), a_draft("ITA", "NOR", "URS", clauses=(GUARD,)))
    assert (found.rule, found.leader, found.creed) == ("leader", "URS", -10)


# -- texts of treaties there are ----------------------------------------------------------------------------


def asked_for(state: State, *clauses: Clause) -> Draft | None:
    """The text in which Norway would put something to the United Kingdom."""
    draft = a_draft("GBR", "NOR", clauses=clauses)
    idea = recast(Outlook(seen(state, "NOR")), Idea(draft, valuation([]), 0, 0), WEIGHTS)
    return idea.draft if idea is not None else None


def test_what_was_settled_last_year_is_not_haggled_over_again() -> None:
    later = replace(nato(), turn=6)
    words = Treaty(title="Words", parties=("GBR", "NOR"), clauses=(Consultation(),), signed=0)
    texts = {
        signed: replace(later, treaties={**later.treaties, "words": replace(words, signed=signed)})
        for signed in (5, 2, 0)
    }
    assert asked_for(texts[5], JointExercises()) is None, "the text is a turn old"
    for signed in (2, 0):
        said = asked_for(texts[signed], JointExercises())
        assert said is not None
        assert said.amends == "words"
    guard = asked_for(texts[5], GUARD)
    assert guard is not None, "to stand by each other may always be asked"
    assert guard.amends == "words"


def joining(state: State, newcomer: str) -> Draft | None:
    """The text in which a leader of a pact would have one more nation in it."""
    idea = accession(Outlook(seen(state, "USA")), newcomer, WEIGHTS)
    return idea.draft if idea is not None else None


def test_a_pact_that_takes_one_in_is_stretched_to_hold_at_its_home() -> None:
    area = ("north_america", "western_europe")
    pact = with_treaty(nato(), "pact", ("FRA", "GBR", "USA"), MutualDefence(automaticity="own_way", area=area))
    text = joining(pact, "NOR")
    assert text is not None
    assert text.parties == ("FRA", "GBR", "NOR", "USA")
    assert [clause.area for clause in text.clauses if clause.kind == "mutual_defence"] == [(*area, "northern_europe")]


def test_nobody_is_taken_into_a_pact_that_guards_nothing_near_it() -> None:
    far = with_treaty(
        nato(), "pact", ("FRA", "GBR", "USA"), MutualDefence(automaticity="own_way", area=("north_america",))
    )
    assert joining(far, "NOR") is None


def test_counsel_that_becomes_a_guarantee_is_called_one_from_then_on() -> None:
    before = Draft(title="Anglo-Norwegian Consultation Agreement", parties=("GBR", "NOR"), clauses=(Consultation(),))
    after = replace(before, clauses=(GUARD, Consultation()), amends="talks")
    assert retitled(after, before).title == "Anglo-Norwegian Treaty of Mutual Defence"
    named = replace(after, title="North Sea Staff Talks")
    assert retitled(named, before).title == "North Sea Staff Talks", "a name of its own is kept"


def test_a_treaty_of_two_from_before_the_game_is_not_opened_to_a_third() -> None:
    old = with_treaty(nato(), "old", ("FRA", "NOR"), GUARD)
    young = replace(old, turn=9, treaties={"old": replace(old.treaties["old"], signed=2)})
    for state, opened in ((old, False), (young, True)):
        draft = a_draft("NOR", "USA", clauses=(GUARD,))
        outlook = Outlook(seen(state, "NOR"))
        idea = recast(outlook, Idea(draft, value(outlook, "NOR", draft), 10, 10), WEIGHTS)
        assert idea is not None
        assert (idea.draft.amends == "old") is opened


def test_a_pact_of_neighbours_takes_in_none_that_is_near_to_few_of_them() -> None:
    state = open_game(load("nato-1949").start(1))[0]
    league = Treaty(title="League", parties=("DNK", "NOR", "SWE"), clauses=(MutualDefence(),), signed=0)
    wider = replace(league, parties=("DEU", "DNK", "NOR", "SWE"))
    outlook = Outlook(view_of(state, "SWE"))
    assert within_call(outlook, league, "DEU")
    assert not within_call(outlook, wider, "GRC"), "near to Bonn alone"
    assert within_call(outlook, replace(wider, parties=(*wider.parties, "USA")), "GRC"), "a great power reaches it"


def beside_norway(signed: int = -9, turn: int = 1) -> State:
    """Three great powers in a pact signed in a given turn, which holds near Norway and Italy."""
    area = ("north_america", "western_europe")
    state = with_treaty(nato(), "pact", ("FRA", "GBR", "USA"), MutualDefence(automaticity="own_way", area=area))
    pact = replace(state.treaties["pact"], signed=signed)
    return replace(state, turn=turn, turns=20, treaties={**state.treaties, "pact": pact})


def test_who_would_gain_by_a_pact_that_has_long_stood_asks_for_itself() -> None:
    found = entry(Outlook(seen(beside_norway(), "NOR")), WEIGHTS)
    assert found is not None
    assert found.draft.amends == "pact"
    assert found.draft.parties == ("FRA", "GBR", "NOR", "USA")
    assert entry(Outlook(seen(beside_norway(), "USA")), WEIGHTS) is None, "who is in it does not enter"


def test_nobody_needs_two_pacts_for_one_matter() -> None:
    def asked_into(*guards: str) -> bool:
        state = beside_norway(signed=2, turn=3)
        other = with_treaty(state, "other", tuple(sorted((*guards, "NOR"))), GUARD).treaties["other"]
        opened = replace(state, treaties={**state.treaties, "other": other})
        return accession(Outlook(seen(opened, "NOR")), "FRA", WEIGHTS) is not None

    assert asked_into("GBR"), "the lesser part of the pact guards it already"
    assert asked_into("GBR", "USA"), "what it is in is less than what it would be in"
    assert not asked_into("GBR", "ITA", "URS", "USA"), "France would add little to those"


def test_a_young_pact_is_asked_into_through_its_members() -> None:
    assert entry(Outlook(seen(beside_norway(signed=2, turn=3), "NOR")), WEIGHTS) is None
    assert entry(Outlook(seen(beside_norway(signed=2, turn=12), "NOR")), WEIGHTS) is not None


def test_who_comes_to_the_door_of_an_old_pact_in_the_same_turn_is_let_in_by_the_same_hand() -> None:
    def accepted(state: State) -> list[str]:
        for by in ("ITA", "NOR"):
            treaty = state.treaties["pact"]
            draft = opened_to("pact", treaty, by, state.nations[by].home)
            state = on_table(state, by, draft, name=by)
        return [act.thread for act in negotiate(Outlook(seen(state, "USA"))) if isinstance(act, acts.Accept)]

    assert len(accepted(beside_norway())) == 2
    assert len(accepted(beside_norway(signed=2, turn=3))) == 1, "a young one signs one thing at a time"


def test_a_pact_that_has_long_stood_is_an_order_more_than_a_side() -> None:
    def apart(state: State) -> int:
        draft = opened_to("pact", state.treaties["pact"], "NOR", "northern_europe")
        found = value(Outlook(seen(state, "NOR")), "NOR", draft).terms
        return sum(term.tenths for term in found if term.name == "detachment")

    young, old = apart(beside_norway(signed=2, turn=3)), apart(beside_norway(signed=-9, turn=3))
    assert young < old < 0
