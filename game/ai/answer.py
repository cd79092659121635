"""Answering a draft: accept above what one holds out for, otherwise say truly why not, and what would do.

The terms of an answer sum to its decision value: a draft is signed exactly when that is above zero. A refusal holds
the terms of the draft refused; a counter those of the draft it puts in its place.
"""

from game.ai.edits import neighbours
from game.ai.memory import eager, same_terms
from game.ai.outlook import Outlook
from game.ai.partners import strength
from game.ai.valuation import Valuation, valuation, value
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core import acts
from game.core.acts import Act
from game.core.checks.drafts import draft_problems
from game.core.checks.talks import REFUSALS_A_TURN
from game.core.drafts import Draft, Thread
from game.core.legality import problems
from game.core.terms import Term


def aspiration(
    outlook: Outlook, nation: str, parties: tuple[str, ...], weights: Weights = WEIGHTS, share: float = 1.0
) -> int:
    """The least a nation holds out for today, in tenths, over a draft that is so much of an alliance (0-1).

    Who gives little away holds out for little.
    It yields as the nation's own need grows and as time runs out, and hardens as another party shows eagerness by
    draft after draft.
    """
    least = weights.aspiration
    safe = outlook.table.security(nation).value
    least -= max(0, 50 - safe) * weights.aspiration_need
    if safe >= 50:
        world = outlook.world
        least += weights.aspiration_patience * (world.turns - world.turn) / max(1, world.turns)
    shown = max((eager(outlook.world, other, nation) for other in parties if other != nation), default=0)
    least += min(2, shown) * weights.aspiration_hardens
    least *= weights.aspiration_light + (1 - weights.aspiration_light) * share
    return tenths(max(weights.aspiration_least, least))


def judged(outlook: Outlook, nation: str, draft: Draft, weights: Weights = WEIGHTS) -> Valuation:
    """A draft's value with the aspiration taken off: signed when the total is above zero."""
    if nation != outlook.seat:
        weights = outlook.weights_of(nation)
    found = value(outlook, nation, draft, weights)
    wanted = aspiration(outlook, nation, draft.parties, weights, strength(draft, weights))
    terms = [*found.terms, Term("aspiration", -wanted)]
    whole = valuation(terms)
    if whole.total > 0 and not can_pay(outlook, nation, draft):
        # More than the treasury holds: no worth can outweigh what cannot be paid.
        whole = valuation([*terms, Term("cost", -whole.total - 10, "treasury")])
    return whole


def can_pay(outlook: Outlook, nation: str, draft: Draft) -> bool:
    """Whether what a draft asks of a nation once is in its treasury, as this outlook sees it."""
    owed = sum(payment.amount for payment in draft.payments if payment.payer == nation)
    return owed <= max(0, outlook.world.nations[nation].treasury)


def acceptable(outlook: Outlook, draft: Draft, weights: Weights = WEIGHTS) -> bool:
    """Whether this seat would sign a draft today."""
    return judged(outlook, outlook.seat, draft, weights).total > 0


def instead_of(outlook: Outlook, draft: Draft, weights: Weights = WEIGHTS) -> Draft | None:
    """The nearest draft one edit away that this seat would sign today; among equals the best for the others.

    None when no single edit would do.
    """
    best: Draft | None = None
    reach, most = 0, 0
    for edit in neighbours(outlook.world, draft):
        if best is not None and edit.distance > reach:
            break
        if not acceptable(outlook, edit.draft, weights) or draft_problems(outlook.world, edit.draft):
            continue
        theirs = least_of_others(outlook, edit.draft, weights)
        if best is None or theirs > most:
            best, reach, most = edit.draft, edit.distance, theirs
    return best


def least_of_others(outlook: Outlook, draft: Draft, weights: Weights = WEIGHTS) -> int:
    """The lowest estimate, among the other parties, of a draft's value above what they hold out for."""
    return min(judged(outlook, name, draft, weights).total for name in draft.parties if name != outlook.seat)


def counter_to(outlook: Outlook, thread: Thread, weights: Weights = WEIGHTS) -> Draft | None:
    """The draft one edit away with the best joint value that this seat would sign and the others, by its estimate,
    would too. None when there is no such draft, or it has been on this table already."""
    draft = thread.latest.draft
    best: Draft | None = None
    most = 0
    for edit in neighbours(outlook.world, draft):
        if any(same_terms(edit.draft, had.draft) for had in thread.revisions):
            continue
        if not acceptable(outlook, edit.draft, weights):
            continue
        theirs = least_of_others(outlook, edit.draft, weights)
        if theirs <= 0 or draft_problems(outlook.world, edit.draft):
            continue
        joint = theirs + min(theirs, judged(outlook, outlook.seat, edit.draft, weights).total)
        joint -= tenths(weights.far_edit * edit.distance)
        if best is None or joint > most:
            best, most = edit.draft, joint
    return best


def answer(outlook: Outlook, thread_id: str, weights: Weights = WEIGHTS) -> Act | None:
    """What this seat says to the revision on a table; None when it has said it already or the thread is closed."""
    world, me = outlook.world, outlook.seat
    thread = world.threads[thread_id]
    latest, number = thread.latest, len(thread.revisions)
    if thread.status != "open" or me in latest.agreed or any(had.nation == me for had in latest.refusals):
        return None
    if thread.refused_drafts >= REFUSALS_A_TURN:
        return None
    found = judged(outlook, me, latest.draft, weights)
    if found.total > 0:
        return _allowed(outlook, acts.Accept(thread=thread_id, revision=number, because=found.terms))
    if me not in thread.countered:
        other = counter_to(outlook, thread, weights)
        if other is not None:
            made = acts.Counter(
                thread=thread_id, revision=number, draft=other, because=judged(outlook, me, other, weights).terms
            )
            if _allowed(outlook, made) is not None:
                return made
    instead = instead_of(outlook, latest.draft, weights)
    return _allowed(outlook, acts.Refuse(thread=thread_id, revision=number, because=found.terms, instead=instead))


def _allowed(outlook: Outlook, act: Act) -> Act | None:
    return None if problems(outlook.view, act) else act


def follow_up(outlook: Outlook, thread_id: str, weights: Weights = WEIGHTS) -> Act | None:
    """What the maker of the draft on the table does once it has been refused, or no longer wants it.

    It takes up the refuser's own words when it would sign them itself, once a turn; it takes a draft that has lost
    its worth off the table.
    """
    thread = outlook.world.threads[thread_id]
    latest = thread.latest
    if thread.status != "open" or latest.by != outlook.seat:
        return None
    if value(outlook, outlook.seat, latest.draft, weights).total <= 0:
        return _allowed(outlook, acts.Recall(thread=thread_id))
    if outlook.seat in thread.countered or thread.refused_drafts >= REFUSALS_A_TURN:
        return None
    for refusal in latest.refusals:
        wished = refusal.instead
        if wished is None or wished.parties != thread.parties:
            continue
        if any(same_terms(wished, had.draft) for had in thread.revisions) or not acceptable(outlook, wished, weights):
            continue
        rest = [name for name in wished.parties if name not in (outlook.seat, refusal.nation)]
        if all(judged(outlook, name, wished, weights).total > 0 for name in rest):
            found = judged(outlook, outlook.seat, wished, weights)
            made = acts.Counter(thread=thread_id, revision=len(thread.revisions), draft=wished, because=found.terms)
            if _allowed(outlook, made) is not None:
                return made
    return None
