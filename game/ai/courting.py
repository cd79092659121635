"""What a nation puts on a table to be bound to one its own aims are about: not what both would like best, but what
the other would just sign, with all it fears or lacks laid beside the promise that is wanted."""

from collections.abc import Iterator
from dataclasses import replace

from game.ai.aims import unbound_to
from game.ai.ideas import Idea, fresh, rebuffed
from game.ai.judging import can_pay, judged
from game.ai.memory import same_terms
from game.ai.outlook import Outlook
from game.ai.shapes import CONSULT, Shape
from game.ai.titles import retitled
from game.ai.valuation import value
from game.ai.weights import Weights, tenths
from game.core.checks.drafts import draft_problems
from game.core.clauses import CapacityBuilding, NonAggression
from game.core.drafts import Draft, Payment, Thread
from game.core.restraints import ConfidenceBuilding

CALMING: tuple[Shape, ...] = (
    (),
    (NonAggression(),),
    (NonAggression(), ConfidenceBuilding()),
    (ConfidenceBuilding(),),
)
GIFTS = (1, 2, 3)
"""RP a turn that may be laid beside a promise."""
SUMS = (2, 4, 8)
"""RP once that may be."""
BINDING = ("mutual_defence", "consultation")
SURE = 5
"""Tenths of a point by which the other should gain: less might be a misjudgement."""


def wooing(outlook: Outlook, weights: Weights) -> Idea | None:
    """The draft that brings this seat most by binding to it a nation its aims name, if one can be thought of."""
    best: Idea | None = None
    me = outlook.seat
    for other in unbound_to(outlook):
        parties = (me, other) if me < other else (other, me)
        talking = any(one.status == "open" and {me, other} <= {*one.parties} for one in outlook.world.threads.values())
        if talking or rebuffed(outlook, parties):
            continue
        found = offer_to(outlook, other)
        if found is not None and (best is None or found.own.total > best.own.total):
            best = found
    return best if best is not None and best.own.total >= tenths(weights.propose_own) else None


def binds(draft: Draft) -> bool:
    """Whether a draft makes allies of its parties, as objectives are judged."""
    return any(clause.kind in BINDING for clause in draft.clauses)


def offer_to(outlook: Outlook, other: str) -> Idea | None:
    """The best for this seat of what that nation would sign. Nothing is given for what can be had without."""
    return _best(outlook, bare(outlook, other)) or _best(outlook, sweetened(outlook, other))


def asked_beside(outlook: Outlook, thread: Thread) -> Draft | None:
    """What this seat asks for where a nation its aims name talks to it of something else, or has refused it as it
    was: no less than it could have by signing what the other put on the table."""
    others = [name for name in thread.parties if name != outlook.seat]
    if len(others) != 1 or others[0] not in unbound_to(outlook):
        return None
    found = offer_to(outlook, others[0])
    on_table, mine = thread.latest.draft, thread.latest.by == outlook.seat
    if on_table.amends or on_table.secret or (not mine and binds(on_table)):
        return None
    had = 0 if mine else value(outlook, outlook.seat, on_table, outlook.weights_of(outlook.seat)).total
    if found is None or found.own.total <= had:
        return None
    if any(same_terms(found.draft, had.draft) for had in thread.revisions):
        return None
    return retitled(replace(on_table, clauses=found.draft.clauses, payments=found.draft.payments), on_table)


def _best(outlook: Outlook, drafts: Iterator[Draft]) -> Idea | None:
    """That of some drafts with one other nation which brings this seat most, among those the other would sign."""
    me = outlook.seat
    best: Idea | None = None
    for draft in drafts:
        own = value(outlook, me, draft, outlook.weights_of(me))
        if own.total <= 0 or (best is not None and own.total <= best.own.total):
            continue
        other = next(name for name in draft.parties if name != me)
        theirs = judged(outlook, other, draft, outlook.weights_of(other)).total
        may = can_pay(outlook, me, draft) and not draft_problems(outlook.world, draft)
        if theirs >= SURE and may and fresh(outlook, draft):
            best = Idea(draft, own, theirs, own.total)
    return best


def bare(outlook: Outlook, other: str) -> Iterator[Draft]:
    """The promise alone, and beside what lets two that fear each other live side by side."""
    have = outlook.bound_kinds(outlook.seat, other)
    for beside in CALMING:
        if not any(clause.kind in have for clause in beside):
            yield _draft(outlook, other, (CONSULT, *beside))


def sweetened(outlook: Outlook, other: str) -> Iterator[Draft]:
    """The same with something given: aid turn by turn, or a sum on signature."""
    me, nations = outlook.seat, outlook.world.nations
    if nations[me].income < nations[other].income:
        return
    helping = "capacity_building" in outlook.bound_kinds(me, other)
    for draft in bare(outlook, other):
        for amount in SUMS:
            yield _draft(outlook, other, draft.clauses, (Payment(me, other, amount),))
        for amount in () if helping else GIFTS:
            yield _draft(outlook, other, (*draft.clauses, CapacityBuilding(donor=me, amount=amount)))


def _draft(outlook: Outlook, other: str, clauses: Shape, payments: tuple[Payment, ...] = ()) -> Draft:
    me = outlook.seat
    parties = (me, other) if me < other else (other, me)
    return Draft(title="-", parties=parties, clauses=clauses, payments=payments)
