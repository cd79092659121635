"""Answers to drafts: accept above the aspiration, otherwise say truly why not, what would do, and try it once."""

from dataclasses import replace
from itertools import combinations, permutations

import pytest

from game.ai.answer import answer, eased, follow_up
from game.ai.edits import neighbours
from game.ai.estimate import doubt_about
from game.ai.heard import BEYOND, heard, hoped
from game.ai.judging import aspiration, judged
from game.ai.memory import same_terms
from game.ai.outlook import Outlook
from game.core import acts
from game.core.checks.drafts import draft_problems
from game.core.clauses import BurdenSharing, Clause, Consultation, IntelligenceSharing, JointExercises, MutualDefence
from game.core.drafts import Draft, Payment, Refusal
from game.core.engine import act
from game.core.legality import problems
from game.core.terms import Term
from game.core.world import State
from tests.ai.worlds import a_draft, nato, on_table, seen, with_nation, with_treaty

SHAPES: tuple[tuple[Clause, ...], ...] = (
    (MutualDefence(automaticity="automatic", earmark=100), Consultation(), JointExercises(scale=3, per_year=4)),
    (MutualDefence(automaticity="consulted"), Consultation()),
    (MutualDefence(automaticity="own_way", area=("western_europe",)),),
    (Consultation(), BurdenSharing(target=60)),
)


def puts(state: State, by: str, draft: Draft, to: str) -> acts.Accept | acts.Refuse | acts.Counter:
    """The answer of one nation to a draft another has put on the table."""
    laid = on_table(state, by, draft)
    found = answer(Outlook(seen(laid, to)), "talk")
    assert isinstance(found, acts.Accept | acts.Refuse | acts.Counter)
    assert not problems(seen(laid, to), found)
    return found


def every_pair() -> list[tuple[str, str, Draft]]:
    """Every shape between every two nations of the test world, with its proposer and its addressee."""
    found: list[tuple[str, str, Draft]] = []
    for one, other in combinations(nato().nations, 2):
        for clauses in SHAPES:
            found.append((one, other, a_draft(one, other, clauses=clauses)))
            found.append((other, one, a_draft(one, other, clauses=clauses)))
    return found


def flips(laid: State, by: str, to: str, said: acts.Refuse) -> bool:
    """Whether the nation that refused signs its own words when they are put to it."""
    assert said.instead is not None
    refused, _ = act(laid, to, said)
    countered, _ = act(refused, by, acts.Counter(thread="talk", revision=1, draft=said.instead))
    return isinstance(answer(Outlook(seen(countered, to)), "talk"), acts.Accept)


def test_an_answer_is_its_terms() -> None:
    state, kinds = nato(), {"accept": 0, "refuse": 0, "counter": 0}
    for by, to, draft in every_pair():
        said = puts(state, by, draft, to)
        total = sum(term.tenths for term in said.because)
        outlook = Outlook(seen(on_table(state, by, draft), to))
        good = judged(outlook, to, draft).total
        assert good > 0 if said.kind == "accept" else good <= 0 or said.kind == "counter"
        meant = said.draft if isinstance(said, acts.Counter) else draft
        assert total == judged(outlook, to, meant).total
        if good > 0 and isinstance(said, acts.Counter):
            assert total > good, "what is good already is only bettered"
            theirs = [judged(outlook, by, one).total for one in (draft, said.draft)]
            assert total * theirs[1] > good * theirs[0] * 1.05 or theirs[0] <= 0, "and for both together"
        assert (total > 0) == (said.kind != "refuse")
        kinds[said.kind] += 1
    assert min(kinds.values()) >= 3, f"every kind of answer is given: {kinds}"


def test_what_would_do_is_bettered_for_both_once_in_a_thread() -> None:
    state, bettered = nato(), 0
    for by, to, draft in every_pair():
        said = puts(state, by, draft, to)
        outlook = Outlook(seen(on_table(state, by, draft), to))
        if not isinstance(said, acts.Counter) or judged(outlook, to, draft).total <= 0:
            continue
        bettered += 1
        back, _ = act(on_table(state, by, draft, "talk"), to, replace(said, thread="talk"))
        again, _ = act(back, by, acts.Counter(thread="talk", revision=2, draft=draft))
        assert isinstance(answer(Outlook(seen(again, to)), "talk"), acts.Accept), "put again as it was, it is signed"
    assert bettered >= 3


def test_what_a_refusal_names_instead_would_be_signed_today_and_nothing_nearer_would() -> None:
    state, named = nato(), 0
    for by, to, draft in every_pair():
        laid = on_table(state, by, draft)
        # Whoever has countered this turn refuses what it would otherwise counter.
        laid = replace(laid, threads={"talk": replace(laid.threads["talk"], countered=(to,))})
        outlook = Outlook(seen(laid, to))
        said = answer(outlook, "talk")
        if not isinstance(said, acts.Refuse):
            continue
        nearest = [
            edit
            for edit in neighbours(laid, draft)
            if not draft_problems(laid, edit.draft) and judged(outlook, to, edit.draft).total > 0
        ]
        if said.instead is None:
            assert not nearest, "when a single edit would do, it is named"
            continue
        named += 1
        distance = next(edit.distance for edit in neighbours(laid, draft) if edit.draft == said.instead)
        assert distance == min(edit.distance for edit in nearest)
        assert flips(laid, by, to, said), "applied, it flips the answer"
    assert named >= 5


def test_the_decisive_term_of_a_refusal_is_the_worst_of_the_truth() -> None:
    said = puts(nato(), "URS", a_draft("URS", "USA", clauses=(MutualDefence(),)), "USA")
    assert isinstance(said, acts.Refuse)
    worst = min(said.because, key=lambda term: term.tenths)
    assert worst.name in ("trust", "no_shared_threat")


def test_a_counter_would_be_signed_by_its_maker_and_leaves_the_other_no_worse() -> None:
    state, made = nato(), 0
    for by, to, draft in every_pair():
        said = puts(state, by, draft, to)
        if isinstance(said, acts.Counter):
            made += 1
            outlook = Outlook(seen(on_table(state, by, draft), to))
            assert judged(outlook, to, said.draft).total > 0
            # What one cannot know about the other, or its own draft has shown, may make up for what it seems to lose.
            assert judged(outlook, by, said.draft).total > -(1 + BEYOND) * doubt_about(outlook, said.draft, by)
            assert not same_terms(said.draft, draft)
    assert made >= 3


def test_a_counter_says_what_its_change_is_for_and_the_change_does_it() -> None:
    state, objections, gains = nato(), 0, 0
    for by, to, draft in every_pair():
        said = puts(state, by, draft, to)
        if not isinstance(said, acts.Counter) or said.changed_for is None:
            continue
        told, outlook = said.changed_for, Outlook(seen(on_table(state, by, draft), to))
        before, after = (
            sum(t.tenths for t in judged(outlook, to, one).terms if (t.name, t.about) == (told.name, told.about))
            for one in (draft, said.draft)
        )
        assert after > before, "the term told is one the change betters"
        assert told.tenths == (before if before < 0 else after - before)
        objections, gains = objections + (told.tenths < 0), gains + (told.tenths > 0)
    assert objections
    assert gains


def test_a_change_that_betters_nothing_but_what_is_held_out_for_has_no_reason() -> None:
    before, after = (Term("autonomy", -20),), (Term("autonomy", -60), Term("aspiration", 40))
    assert eased(before, after) is None
    assert eased(after, before) == Term("autonomy", -60)
    assert eased((), (Term("objective", 30, "USA"),)) == Term("objective", 30)


def test_one_counter_a_turn() -> None:
    state = nato()
    for by, to, draft in every_pair():
        if puts(state, by, draft, to).kind == "counter":
            laid = on_table(state, by, draft)
            laid = replace(laid, threads={"talk": replace(laid.threads["talk"], countered=(to,))})
            # Having countered, it takes the next draft or refuses it.
            assert isinstance(answer(Outlook(seen(laid, to)), "talk"), acts.Accept | acts.Refuse)
            return
    pytest.fail("no draft was countered")


def test_an_answer_given_is_not_given_again() -> None:
    draft = a_draft("URS", "USA", clauses=(MutualDefence(),))
    state = on_table(nato(), "URS", draft)
    said = answer(Outlook(seen(state, "USA")), "talk")
    assert said is not None
    after, _ = act(state, "USA", said)
    assert answer(Outlook(seen(after, "USA")), "talk") is None


def held_out(state: State, nation: str, other: str) -> int:
    """What a nation holds out for from another, in tenths."""
    return aspiration(Outlook(seen(state, nation)), nation, (nation, other))


def test_need_softens_and_eagerness_of_the_other_hardens() -> None:
    calm = nato()
    usual = held_out(calm, "NOR", "USA")
    assert held_out(with_nation(calm, "NOR", forces=0), "NOR", "USA") < usual
    draft = a_draft("NOR", "USA", clauses=(Consultation(),))
    pressed = on_table(on_table(calm, "USA", draft, "one"), "USA", draft, "two")
    assert held_out(pressed, "NOR", "USA") > usual


def test_what_cannot_be_paid_is_refused_for_its_cost() -> None:
    paid = (Payment("NOR", "USA", 50),)
    draft = a_draft("NOR", "USA", clauses=(MutualDefence(automaticity="own_way"),), payments=paid)
    assert puts(nato(), "USA", draft, "NOR").kind != "accept"
    found = judged(Outlook(seen(nato(), "NOR")), "NOR", draft)
    assert any(term.name == "cost" and term.tenths < 0 for term in found.terms)


def test_the_maker_takes_up_the_words_of_a_refusal_it_would_sign_itself() -> None:
    hard = a_draft("NOR", "USA", clauses=(MutualDefence(automaticity="automatic", earmark=30),))
    soft = a_draft("NOR", "USA", clauses=(MutualDefence(automaticity="own_way", earmark=30),))
    state = on_table(nato(), "NOR", hard)
    thread = state.threads["talk"]
    heard = replace(thread.latest, refusals=(Refusal("USA", 1, None, soft),))
    state = replace(state, threads={"talk": replace(thread, revisions=(heard,), refused_drafts=1)})
    said = follow_up(Outlook(seen(state, "NOR")), "talk")
    assert isinstance(said, acts.Counter)
    assert said.draft == soft


def test_a_draft_that_has_lost_its_worth_is_taken_off_the_table() -> None:
    guard = MutualDefence(automaticity="consulted")
    draft = a_draft("GBR", "USA", clauses=(guard,))
    state = on_table(nato(), "GBR", draft)
    assert follow_up(Outlook(seen(state, "GBR")), "talk") is None
    signed_elsewhere = with_treaty(state, "same", ("GBR", "USA"), guard)
    assert isinstance(follow_up(Outlook(seen(signed_elsewhere, "GBR")), "talk"), acts.Recall)


def test_words_of_ones_own_that_are_taken_up_are_signed() -> None:
    state, kept = nato(), 0
    for by, to, draft in every_pair():
        laid = on_table(state, by, draft)
        laid = replace(laid, threads={"talk": replace(laid.threads["talk"], countered=(to,))})
        said = answer(Outlook(seen(laid, to)), "talk")
        if not isinstance(said, acts.Refuse) or said.instead is None:
            continue
        refused, _ = act(laid, to, said)
        taken = acts.Counter(thread="talk", revision=1, draft=said.instead)
        if problems(seen(refused, by), taken):
            continue
        countered, _ = act(refused, by, taken)
        reply = answer(Outlook(seen(countered, to)), "talk")
        assert isinstance(reply, acts.Accept), (by, to)
        kept += 1
    assert kept >= 5


def test_a_thread_tells_what_the_other_may_gain() -> None:
    state, light = nato(), a_draft("NOR", "USA", clauses=(Consultation(),))
    guard = a_draft("NOR", "USA", clauses=(MutualDefence(automaticity="own_way"),))
    put = Outlook(seen(on_table(state, "USA", guard), "NOR"))
    refused = on_table(state, "NOR", guard)
    thread = refused.threads["talk"]
    said = replace(thread.latest, refusals=(Refusal("USA", 1, None, None),))
    refused = replace(refused, threads={"talk": replace(thread, revisions=(said,))})
    other = Outlook(seen(refused, "NOR"))
    for draft in (light, guard):
        before = hoped(put, draft, {})
        assert hoped(put, draft, heard(put, put.world.threads["talk"])) >= before, "it put a draft: it gains by it"
        assert hoped(other, draft, heard(other, other.world.threads["talk"])) <= before, "it refused one"
    assert hoped(other, guard, heard(other, other.world.threads["talk"])) == 0, "what was refused is not hoped for"


def test_whoever_is_refused_yields_once_a_turn_and_never_to_what_it_would_not_sign() -> None:
    state, yielded = nato(), 0
    for by, to, draft in every_pair():
        laid = on_table(state, by, draft)
        if judged(Outlook(seen(laid, by)), by, draft).total <= 0:
            continue
        thread = laid.threads["talk"]
        heard_no = replace(thread.latest, refusals=(Refusal(to, 1, None, None),))
        laid = replace(laid, threads={"talk": replace(thread, revisions=(heard_no,), refused_drafts=1)})
        outlook = Outlook(seen(laid, by))
        said = follow_up(outlook, "talk")
        if isinstance(said, acts.Counter):
            assert judged(outlook, by, said.draft).total > 0
            assert not same_terms(said.draft, draft)
            told = heard(outlook, laid.threads["talk"])
            assert hoped(outlook, said.draft, told) > 0
            if judged(outlook, to, draft).total < doubt_about(outlook, draft, to):
                yielded += 1
                assert hoped(outlook, draft, told) < 1e-9, "what was refused is not put again in other words"
            after, _ = act(laid, by, said)
            assert follow_up(Outlook(seen(after, by)), "talk") is None
    assert yielded >= 3


def test_who_gains_less_is_offered_a_price_and_asks_one_once() -> None:
    state, asked = nato(), 0
    for by, to in permutations(nato().nations, 2):
        laid = on_table(state, by, a_draft(by, to, clauses=(IntelligenceSharing(),)))
        said = answer(Outlook(seen(laid, to)), "talk")
        if isinstance(said, acts.Counter) and said.draft.clauses == (IntelligenceSharing(),):
            asked += 1
            assert [one.payer for one in said.draft.payments] == [by]
            countered, _ = act(laid, to, said)
            back, _ = act(
                countered, by, acts.Counter(thread="talk", revision=2, draft=laid.threads["talk"].latest.draft)
            )
            assert isinstance(answer(Outlook(seen(back, to)), "talk"), acts.Accept | acts.Refuse)
    assert asked
