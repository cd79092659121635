"""Counters against every draft of a small space: where one is good for both, it is found, and most of the gain.

Joint gain is the product of what each gains (Nash 1950): four fifths of it each make 64 per cent of the product.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations, product

from game.ai.answer import counter_to
from game.ai.edits import AUTOMATICITY, homes
from game.ai.judging import judged
from game.ai.outlook import Outlook
from game.ai.search import climb
from game.ai.valuation import value
from game.ai.weights import WEIGHTS
from game.core.clauses import Clause, Consultation, JointExercises, MutualDefence
from game.core.drafts import Draft, Payment, Revision, Thread
from game.core.engine import open_game
from game.core.view import view_of
from game.core.world import State
from game.scenario import load

HARD: tuple[tuple[Clause, ...], ...] = (
    (MutualDefence(automaticity="automatic", earmark=60),),
    (MutualDefence(automaticity="automatic", earmark=100), Consultation()),
    (MutualDefence(automaticity="consulted", earmark=20), JointExercises(scale=2)),
)


def small_space(world: State, a: str, b: str) -> Iterator[Draft]:
    """Every draft of a guarantee, counsel and exercises at a few terms, with and without a payment."""
    areas = ((), homes(world, (a, b)))
    guards = [None, *(MutualDefence(automaticity=m, earmark=e, area=area)
                      for m, e, area in product(AUTOMATICITY, (20, 60, 100), areas))]  # fmt: skip
    richer, poorer = sorted((a, b), key=lambda name: -world.nations[name].income)
    payments = ((), (Payment(richer, poorer, 2),), (Payment(richer, poorer, 4),))
    for guard, counsel, scale, paid in product(guards, (None, Consultation()), (0, 1), payments):
        clauses = tuple(one for one in (guard, counsel, JointExercises(scale=scale) if scale else None) if one)
        if clauses:
            yield Draft(title="-", parties=tuple(sorted((a, b))), clauses=clauses, payments=paid)


def on_table(state: State, by: str, draft: Draft) -> tuple[State, Thread]:
    thread = Thread(by=by, parties=draft.parties, opened=1, deadline=3, revisions=(Revision(by, draft, 1, (by,)),))
    return replace(state, threads={"t": thread}), thread


def test_where_a_draft_is_good_for_both_it_is_found_with_most_of_the_gain() -> None:
    cases = found_one = near_best = 0
    for scenario, step in (("nato-1949-class", 1), ("nato-1949", 17)):
        state = replace(open_game(load(scenario).start(3))[0], threads={})
        for a, b in list(permutations(state.nations, 2))[::step]:
            mine, theirs = Outlook(view_of(state, a)), Outlook(view_of(state, b))
            gains = [(judged(mine, a, d).total, judged(theirs, b, d).total) for d in small_space(state, a, b)]
            best = max((x * y for x, y in gains if x > 0 and y > 0), default=0)
            for clauses in HARD if best else ():
                draft = Draft(title="-", parties=tuple(sorted((a, b))), clauses=clauses)
                laid, thread = on_table(state, b, draft)
                outlook = Outlook(view_of(laid, a))
                if judged(outlook, a, draft).total > 0:
                    continue  # it would simply sign
                cases += 1
                said = counter_to(outlook, thread)
                if said is None:
                    continue
                assert judged(outlook, a, said).total > 0, "a counter is signed by its maker"
                if value(theirs, b, said).total >= 0:
                    found_one += 1
                    x, y = judged(mine, a, said).total, judged(theirs, b, said).total
                    near_best += x > 0 and y > 0 and x * y >= best * 0.64
    assert cases >= 15
    assert found_one >= 0.8 * cases, f"{found_one} of {cases}"
    assert near_best >= 0.8 * found_one, f"{near_best} of {found_one}"


def test_without_steps_nothing_but_the_draft_itself_and_a_payment_is_tried() -> None:
    state = replace(open_game(load("nato-1949-class").start(3))[0], threads={})
    draft = Draft(title="-", parties=("FRA", "USA"), clauses=(MutualDefence(automaticity="automatic", earmark=100),))
    outlook = Outlook(view_of(state, "FRA"))
    still = climb(outlook, draft, replace(WEIGHTS, search_steps=0))
    walked = climb(outlook, draft, WEIGHTS)
    assert walked is not None
    assert still is None or still.draft.clauses in (draft.clauses, (Consultation(),))
    assert walked.own > 0
    assert walked.theirs > 0
