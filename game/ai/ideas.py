"""Ideas: drafts worth putting on a table, and the best of those that could hold between some nations."""

from game.ai.judging import judged
from game.ai.memory import failed, moved_since, refusals_of, unratified
from game.ai.outlook import Outlook
from game.ai.shapes import CONSULT, Shape, guarantees, guarded, regional, understandings
from game.ai.valuation import Valuation, value
from game.ai.weights import Weights, tenths
from game.core.drafts import Draft
from game.core.record import record

PATIENCE = 2
"""Turns for which a text that a country did not ratify is not put to it again."""


@record
class Idea:
    """A draft worth putting on a table, what it is worth to its maker, and to the least eager of the others."""

    draft: Draft
    own: Valuation
    theirs: int
    merit: int
    """What ideas are compared by, in tenths."""


def idea(outlook: Outlook, parties: tuple[str, ...], clauses: Shape, weights: Weights) -> Idea | None:
    """A draft of these clauses between these parties, if its maker gains by it and all others seem to."""
    draft = Draft(title="-", parties=parties, clauses=clauses)
    own = value(outlook, outlook.seat, draft, weights)
    if own.total < tenths(weights.propose_own):
        return None
    theirs: int | None = None
    for name in parties:
        if name != outlook.seat:
            found = judged(outlook, name, draft, weights).total
            if found < tenths(weights.propose_others):
                return None
            theirs = found if theirs is None else min(theirs, found)
    least = theirs or 0
    return Idea(draft, own, least, own.total + int(least * weights.propose_others_share))


def best_form(outlook: Outlook, parties: tuple[str, ...], weights: Weights) -> Idea | None:
    """The best draft between these parties that is not on a table, in force, or refused and unchanged since."""
    wished = tuple(
        refusal.instead.clauses
        for _, refusal in refusals_of(outlook.world, parties)
        if refusal.instead is not None and not refusal.instead.payments and refusal.nation != outlook.seat
    )
    light = understandings(outlook, parties)
    if (CONSULT,) in light and _hopeless(outlook, parties, (CONSULT,), 1.0, weights):
        light = ()  # with whom one would not even talk
    best = best_of(outlook, parties, tuple(dict.fromkeys((*wished[-2:], *light))), weights)
    if not guarded(outlook, parties):
        offered = guarantees(outlook, parties)
        # What is too much even in the loosest form needs no look in the stricter ones.
        too_much = _hopeless(outlook, parties, offered[0], 2.0, weights)
        pledge = None if too_much else best_of(outlook, parties, offered, weights)
        if pledge is not None:
            narrow = best_of(outlook, parties, (regional(outlook, parties, pledge.draft.clauses),), weights)
            for found in (pledge, narrow):
                if found is not None and (best is None or found.merit > best.merit):
                    best = found
    return best


def _hopeless(outlook: Outlook, parties: tuple[str, ...], lightest: Shape, margin: float, weights: Weights) -> bool:
    """Whether even the lightest draft of its kind is so far from anybody's liking that its variants need no look."""
    draft = Draft(title="-", parties=parties, clauses=lightest)
    if value(outlook, outlook.seat, draft, weights).total < tenths(weights.propose_own - margin):
        return True
    least = tenths(weights.propose_others - margin)
    return any(judged(outlook, name, draft, weights).total < least for name in parties if name != outlook.seat)


def best_of(outlook: Outlook, parties: tuple[str, ...], shapes: tuple[Shape, ...], weights: Weights) -> Idea | None:
    best: Idea | None = None
    for clauses in shapes:
        found = idea(outlook, parties, clauses, weights)
        if found is not None and (best is None or found.merit > best.merit) and fresh(outlook, found.draft):
            best = found
    return best


def fresh(outlook: Outlook, draft: Draft) -> bool:
    """Whether a draft is worth saying: not in force already, and not refused unless the world has moved since."""
    world = outlook.world
    for treaty in world.treaties.values():
        if treaty.parties == draft.parties and treaty.clauses == draft.clauses and not treaty.ended:
            return False
    fell = unratified(world, draft)
    if fell and fell >= world.turn - PATIENCE:
        return False  # a country that has said no is not asked again at once
    turn = failed(world, draft)
    return not turn or moved_since(world, draft.parties, turn)


def rebuffed(outlook: Outlook, parties: tuple[str, ...]) -> bool:
    """Whether these nations talked this turn or last, without signing, and nothing has happened since: nobody nags."""
    last = 0
    for thread in outlook.world.threads.values():
        if thread.parties == parties and thread.status != "signed":
            last = max(last, thread.revisions[-1].turn)
    return bool(last) and last >= outlook.world.turn - 1 and not moved_since(outlook.world, parties, last)
