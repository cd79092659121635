"""Searching for a draft that is good for both: a walk from the one on the table, uphill in what both gain by it.

A draft good for both is worth the product of what each gains above what it holds out for (Nash 1950), the other's
gain being what may be expected of it in doubt; while one of them gains nothing, the walk goes where the worse off
loses least. Transfers come last: they divide a gain, they make none. Who gains more pays.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from game.ai.edits import PAYMENTS, in_order, narrowed, payments, steps, with_clause
from game.ai.heard import Heard, hoped
from game.ai.judging import judged, least_of_others
from game.ai.outlook import Outlook
from game.ai.weights import Weights, tenths
from game.core.checks.drafts import draft_problems
from game.core.clauses import Clause, Consultation, JointExercises, MutualDefence
from game.core.drafts import Draft
from game.core.record import record

LIGHT = 20
"""Earmark, in per cent, of a guarantee that asks little."""
LEAST_BETTER = 1.1
"""How much better for both together another draft, or even for the neediest a price, must be to be worth a word."""
Tried: TypeAlias = dict[tuple[tuple[str, ...], tuple[Clause, ...]], None]
"""Drafts, payments aside, that a search has weighed."""


@record
class Found:
    """A draft, what its maker gains by it, and what the least eager of the others seems to gain, in tenths."""

    draft: Draft
    own: int
    theirs: int
    hoped: float
    """What that one may be expected to gain, doubt and what was heard of it considered; 0 where it would refuse."""

    @property
    def height(self) -> tuple[int, float]:
        """What the walk climbs."""
        if self.own > 0 and self.hoped > 0:
            return 1, self.own * self.hoped
        return 0, min(self.own, self.theirs)


def weigh(outlook: Outlook, draft: Draft, weights: Weights, told: Heard) -> Found:
    """What a draft is worth to this seat and, by its own estimate, to the least eager of the others."""
    own = judged(outlook, outlook.seat, draft, weights).total
    return Found(draft, own, least_of_others(outlook, draft, weights), hoped(outlook, draft, told))


def climb(
    outlook: Outlook, draft: Draft, weights: Weights, told: Heard | None = None, most: int | None = None
) -> Found | None:
    """The best draft a few edits away that this seat would sign and all others may; None when it finds none.

    It walks at most `weights.search_steps` edits from the draft, or `most` if that is less, and once more from a plain
    understanding where the draft leads nowhere. `told` is what is known of the others beside the estimate.
    """
    said, steps = told or {}, weights.search_steps if most is None else min(most, weights.search_steps)
    plain = replace(draft, clauses=(Consultation(),), payments=())
    tried: Tried = {}
    best: Found | None = None
    for start in (replace(draft, payments=()), plain):
        at = _walk(outlook, weigh(outlook, start, weights, said), weights, said, tried, steps)
        at = priced(outlook, at, weights, said)
        if best is None or at.height > best.height:
            best = at
        if at.theirs > 0 and at.own > 0:
            break
    return best if best is not None and best.height[0] else None


def priced(outlook: Outlook, at: Found, weights: Weights, told: Heard) -> Found:
    """The same clauses at the price that is best for both, where they are much better for both at it.

    The more a nation needs partners, the readier it pays, and the more it must gain by asking what may be refused.
    """
    need = max(0, 50 - outlook.table.secure(outlook.seat)) * weights.aspiration_need
    giving, most = at.own > at.hoped, tenths(PAYMENTS[-1] * weights.resource_once)
    times = max(LEAST_BETTER, weights.haggle - need) if giving else weights.haggle + need
    if max(at.own, at.hoped) <= 0 or min(at.own, at.hoped) * (times - 1) > most:
        return at  # no payment makes what both lose by good, nor changes much where both gain much
    best = at
    for paid in payments(at.draft):
        if any((one.payer == outlook.seat) != giving for one in paid.payments):
            continue  # who gains less does not pay
        found = weigh(outlook, paid, weights, told)
        better = found.height[0] and found.height > best.height and found.own * found.hoped > at.own * at.hoped * times
        if better and not draft_problems(outlook.world, paid):
            best = found
    return best


def _walk(outlook: Outlook, at: Found, weights: Weights, told: Heard, tried: Tried, steps: int) -> Found:
    for _ in range(steps):
        best = at
        for draft in moves(outlook, at.draft):
            shape = (draft.parties, draft.clauses)
            if shape in tried or draft_problems(outlook.world, draft):
                continue
            tried[shape] = None
            # What one gains too little by oneself needs no look from the other side.
            own = judged(outlook, outlook.seat, draft, weights).total
            if own > (0 if best.height[0] else best.height[1]):
                found = weigh(outlook, draft, weights, told)
                if found.height > best.height:
                    best = found
        if best is at:
            break
        at = best
    return at


def moves(outlook: Outlook, draft: Draft) -> Iterator[Draft]:
    """Drafts one edit away, payments aside."""
    kinds = [clause.kind for clause in draft.clauses]
    for index, clause in enumerate(draft.clauses):
        for changed in (*steps(clause), *narrowed(outlook.world, draft, clause)):
            yield with_clause(draft, index, changed)
        if isinstance(clause, MutualDefence) and clause.earmark > LIGHT:
            # A heavy guarantee is made light in one stride: its earmark is many small steps.
            yield with_clause(draft, index, replace(clause, earmark=LIGHT))
        if len(draft.clauses) > 1:
            yield replace(draft, clauses=draft.clauses[:index] + draft.clauses[index + 1 :])
    if "non_aggression" in kinds or "neutrality" in kinds:
        return
    fresh: tuple[Clause, ...] = (
        Consultation(),
        JointExercises(),
        MutualDefence(automaticity="own_way", earmark=LIGHT),
        MutualDefence(automaticity="consulted", earmark=40),
    )
    for clause in fresh:
        if clause.kind not in kinds:
            yield replace(draft, clauses=in_order((*draft.clauses, clause)))
