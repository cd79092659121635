"""The smallest change a refusal names, against every draft one edit away, for 200 refused drafts of many kinds.

It is one of those, is signed when it is put at the same table, and none nearer in the published distance would be;
where none is named, none at all would be.
"""

from dataclasses import replace
from itertools import permutations

import pytest

from game.ai.answer import answer
from game.ai.edits import neighbours
from game.ai.judging import judged
from game.ai.outlook import Outlook
from game.core import acts
from game.core.checks.drafts import draft_problems
from game.core.clauses import (
    Basing,
    BurdenSharing,
    Clause,
    Consultation,
    IntelligenceSharing,
    JointExercises,
    MutualDefence,
    Neutrality,
    NonAggression,
)
from game.core.dice import dice
from game.core.drafts import Draft, Revision, Thread
from game.core.engine import act, open_game
from game.core.legality import problems
from game.core.view import view_of
from game.core.world import State
from game.scenario import load

SEED, DRAFTS = 1, 100


def shapes(by: str) -> tuple[tuple[Clause, ...], ...]:
    """Drafts from the lightest to the heaviest, one of which each pair is given."""
    return (
        (Consultation(),),
        (JointExercises(scale=2),),
        (IntelligenceSharing(level=2), Consultation()),
        (MutualDefence(automaticity="own_way", earmark=20),),
        (MutualDefence(automaticity="consulted", earmark=60), Consultation()),
        (MutualDefence(automaticity="automatic", earmark=100), JointExercises(scale=3, per_year=4)),
        (NonAggression(),),
        (Neutrality(),),
        (Consultation(), BurdenSharing(target=60)),
        (Consultation(), Basing(host=by)),
    )


def fault(state: State, by: str, to: str, draft: Draft) -> str | None:
    """What is wrong with the change that a refusal of this draft names; None where the draft is not refused.

    Empty when all is right; "none" when rightly none is named.
    """
    thread = Thread(by=by, parties=draft.parties, opened=1, deadline=3, revisions=(Revision(by, draft, 1, (by,)),))
    # Whoever has countered this turn refuses what it would otherwise counter.
    laid = replace(state, threads={"t": replace(thread, countered=(to,))})
    outlook = Outlook(view_of(laid, to))
    said = answer(outlook, "t")
    if not isinstance(said, acts.Refuse):
        return None
    near = neighbours(outlook.world, draft)
    would = [
        edit.distance
        for edit in near
        if judged(outlook, to, edit.draft).total > 0 and not draft_problems(outlook.world, edit.draft)
    ]
    if said.instead is None:
        return "one was near and none was named" if would else "none"
    terms = said.instead.clauses, said.instead.payments
    away = [edit.distance for edit in near if (edit.draft.clauses, edit.draft.payments) == terms]
    if not away or min(away) != min(would):
        return "it is not the nearest"
    refused, _ = act(laid, to, said)
    taken = acts.Counter(thread="t", revision=1, draft=said.instead)
    if problems(view_of(refused, by), taken):
        return "it cannot be put"
    countered, _ = act(refused, by, taken)
    reply = answer(Outlook(view_of(countered, to)), "t")
    return "" if isinstance(reply, acts.Accept) else "it is not signed when it is put"


@pytest.mark.parametrize("scenario", ["nato-1949-class", "nato-1949"])
def test_a_hundred_refusals_name_the_smallest_change(scenario: str) -> None:
    state = replace(open_game(load(scenario).start(SEED))[0], threads={})
    pairs = sorted(permutations(state.nations, 2), key=lambda p: (dice(SEED, 0, "pair", "-".join(p)), p))
    kinds, looked, named = len(shapes(pairs[0][0])), 0, 0
    for count in range(kinds * len(pairs)):
        by, to = pairs[count % len(pairs)]
        clauses = shapes(by)[(count + count // len(pairs)) % kinds]
        draft = Draft(title="A draft", parties=tuple(sorted((by, to))), clauses=clauses)
        if looked == DRAFTS or draft_problems(state, draft):
            continue
        found = fault(state, by, to, draft)
        if found is not None:
            looked += 1
            named += found != "none"
            assert found in ("", "none"), f"{by} to {to}, {[clause.kind for clause in clauses]}: {found}"
    assert looked == DRAFTS
    assert named >= DRAFTS // 5
