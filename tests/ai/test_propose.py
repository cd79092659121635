"""Proposals: few, legal, good for their maker and by its estimate for the others, and never the same again."""

from dataclasses import replace

from game.ai.coalition import coalition
from game.ai.ideas import fresh
from game.ai.judging import judged
from game.ai.memory import same_terms
from game.ai.outlook import Outlook
from game.ai.propose import agenda, in_reach, proposals, ranked
from game.ai.titles import title_for
from game.ai.valuation import value
from game.ai.weights import WEIGHTS, tenths
from game.core import acts
from game.core.clauses import Consultation, JointExercises, MutualDefence
from game.core.drafts import Refusal
from game.core.legality import problems
from game.core.objectives import AllianceWith
from game.core.world import State
from tests.ai.worlds import nato, on_table, seen, trio, with_crisis, with_nation, with_treaty

GUARD = MutualDefence(automaticity="own_way", earmark=30)


def said_by(state: State, nation: str) -> tuple[acts.Propose, ...]:
    """What a nation proposes."""
    return proposals(Outlook(seen(state, nation)), spare=0)


def test_proposals_are_legal_few_and_good_for_all_in_the_eyes_of_their_maker() -> None:
    state, made = nato(), 0
    for nation in state.nations:
        outlook = Outlook(seen(state, nation))
        said = proposals(outlook, spare=0)
        assert len(said) <= WEIGHTS.threads_a_turn
        for one in said:
            made += 1
            assert not problems(outlook.view, one)
            assert value(outlook, nation, one.draft).total >= tenths(WEIGHTS.propose_own)
            assert sum(term.tenths for term in one.because) == value(outlook, nation, one.draft).total
            for other in one.draft.parties:
                if other != nation:
                    assert judged(outlook, other, one.draft).total >= tenths(WEIGHTS.propose_others)
    assert made >= 3


def test_rivals_are_not_thought_of_and_those_with_whom_nothing_is_agreed_come_first() -> None:
    state = nato()
    assert "URS" not in ranked(Outlook(seen(state, "USA")))
    assert ranked(Outlook(seen(state, "URS"))) == ()
    outlook = Outlook(seen(state, "FRA"))
    friends = ranked(outlook)
    today = agenda(outlook, friends)
    assert sorted(today) == sorted(friends)
    assert today[-1] == "GBR", "Dunkirk and Brussels leave little to add"
    assert today[:-1] == tuple(name for name in friends if name != "GBR"), "the others stand as they promise"


def test_the_hegemon_gathers_several_round_itself() -> None:
    found = coalition(Outlook(seen(nato(), "USA")), ("GBR", "FRA", "ITA", "NOR"), WEIGHTS)
    assert found is not None
    assert len(found.draft.parties) >= 3
    assert "URS" not in found.draft.parties


def test_a_refused_draft_is_not_put_again_until_the_world_has_moved() -> None:
    state = nato()
    first = said_by(state, "NOR")[0].draft
    laid = on_table(state, "NOR", first)
    thread = laid.threads["talk"]
    refused = replace(thread.latest, refusals=tuple(Refusal(n, 1, None, None) for n in first.parties if n != "NOR"))
    gone = replace(laid, threads={"talk": replace(thread, revisions=(refused,), status="refused")}, turn=2)
    outlook = Outlook(seen(gone, "NOR"))
    assert not fresh(outlook, first)
    assert not any(same_terms(one.draft, first) for one in proposals(outlook, spare=0))
    moved = with_crisis(gone, target=first.parties[0], opened=2, since=2)
    assert fresh(Outlook(seen(moved, "NOR")), first)


def test_one_matter_at_a_time_between_two() -> None:
    state = nato()
    first = said_by(state, "NOR")[0].draft
    waiting = on_table(state, "NOR", first)
    for one in said_by(waiting, "NOR"):
        assert not any(name in first.parties for name in one.draft.parties if name != "NOR")


def test_what_was_signed_this_turn_is_let_stand() -> None:
    state = nato()
    first = said_by(state, "NOR")[0].draft
    others = tuple(name for name in first.parties if name != "NOR")
    signed = with_treaty(state, "new", first.parties, *first.clauses)
    signed = replace(signed, treaties={**signed.treaties, "new": replace(signed.treaties["new"], signed=1)})
    for one in said_by(signed, "NOR"):
        assert not any(name in others for name in one.draft.parties)


def test_no_initiative_no_proposal() -> None:
    state = with_nation(nato(), "NOR", initiatives=0, influence=0)
    assert said_by(nato(), "NOR")
    assert said_by(state, "NOR") == ()


def test_what_initiatives_are_wanted_for_elsewhere_is_left() -> None:
    outlook = Outlook(seen(nato(), "NOR"))
    assert proposals(outlook, spare=3) == ()


def test_titles_say_who_and_what_and_are_not_used_twice() -> None:
    state = nato()
    assert title_for(state, ("GBR", "NOR"), (GUARD,)) == "Anglo-Norwegian Treaty of Mutual Defence"
    assert title_for(state, ("FRA", "ITA"), (Consultation(),)) == "Franco-Italian Consultation Agreement"
    assert title_for(state, ("NOR", "USA"), (JointExercises(),)) == "American-Norwegian Exercise Agreement"
    assert title_for(state, ("FRA", "GBR", "USA"), (GUARD,)) == "Western Europe Defence Pact"
    assert title_for(state, ("FRA", "ITA", "USA"), (GUARD,)) == "Tripartite Defence Pact"
    again = with_treaty(state, "x", ("GBR", "NOR"), GUARD)
    again = replace(
        again, treaties={"x": replace(again.treaties["x"], title="Anglo-Norwegian Treaty of Mutual Defence")}
    )
    assert title_for(again, ("GBR", "NOR"), (GUARD,)) == "Anglo-Norwegian Treaty of Mutual Defence of 1949"
    assert title_for(trio(), ("ALB", "BEL"), (GUARD,)) == "Albian-Belmarkian Treaty of Mutual Defence"


def test_two_who_are_not_great_and_live_far_apart_seek_no_mere_promise_to_talk() -> None:
    state = nato()
    far, near = Outlook(seen(state, "ITA")), Outlook(seen(state, "NOR"))
    assert not in_reach(far, "NOR")
    assert in_reach(far, "USA"), "the great have business everywhere"
    aims = (AllianceWith(nation="ITA", points=10),)
    assert in_reach(Outlook(seen(with_nation(state, "NOR", objectives=aims), "NOR")), "ITA")
    assert in_reach(near, "GBR")
