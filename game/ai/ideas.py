"""Ideas: drafts worth putting on a table, and the best of those that could hold between some nations."""

from game.ai.judging import judged
from game.ai.memory import failed, moved_since, refusals_of, refusers, stood_out, unratified
from game.ai.outlook import Outlook
from game.ai.shapes import CONSULT, Shape, guarantees, guarded, regional, understandings
from game.ai.valuation import Valuation, value
from game.ai.weights import Weights, tenths
from game.core.drafts import Draft
from game.core.record import record
from game.core.world import State

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


def weighed(outlook: Outlook, draft: Draft, weights: Weights) -> Idea | None:
    """A draft as an idea, if its maker gains by it and all others seem to."""
    own = value(outlook, outlook.seat, draft, weights)
    if own.total < tenths(weights.propose_own):
        return None
    theirs: list[int] = []
    for name in draft.parties:
        if name != outlook.seat:
            theirs.append(judged(outlook, name, draft, weights).total)
            if theirs[-1] < tenths(weights.propose_others):
                return None
    least = min(theirs)
    return Idea(draft, own, least, own.total + int(least * weights.propose_others_share))


def first_bond(outlook: Outlook, parties: tuple[str, ...], weights: Weights) -> Idea | None:
    """The form in which nations with nothing between them would bind themselves: a guarantee, or a promise to talk.

    The lightest of each kind is looked at first: what is too much even so needs no look in stricter forms.
    """
    talks = best_of(outlook, parties, (*_wished(outlook, parties), (CONSULT,)), weights)
    offered = guarantees(outlook, parties)
    loose = best_of(outlook, parties, offered[:1], weights)
    if loose is None:
        return talks
    stricter = best_of(outlook, parties, offered[1:], weights)
    pledge = stricter if stricter is not None and stricter.merit > loose.merit else loose
    narrow = best_of(outlook, parties, (regional(outlook, parties, pledge.draft.clauses),), weights)
    return max([one for one in (talks, pledge, narrow) if one is not None], key=lambda one: one.merit)


def best_form(outlook: Outlook, parties: tuple[str, ...], weights: Weights) -> Idea | None:
    """The best draft between nations already bound to each other, not on a table, in force, or refused and unchanged
    since."""
    shapes = (*_wished(outlook, parties), *understandings(outlook, parties))
    best = best_of(outlook, parties, tuple(dict.fromkeys(shapes)), weights)
    if not guarded(outlook, parties):
        pledge = first_bond(outlook, parties, weights)
        if pledge is not None and (best is None or pledge.merit > best.merit):
            best = pledge
    return best


def _wished(outlook: Outlook, parties: tuple[str, ...]) -> tuple[Shape, ...]:
    """What the others last named in place of what they refused, payments aside."""
    wished = tuple(
        refusal.instead.clauses
        for _, refusal in refusals_of(outlook.world, parties)
        if refusal.instead is not None and not refusal.instead.payments and refusal.nation != outlook.seat
    )
    return wished[-2:]


def best_of(outlook: Outlook, parties: tuple[str, ...], shapes: tuple[Shape, ...], weights: Weights) -> Idea | None:
    best: Idea | None = None
    for clauses in shapes:
        found = weighed(outlook, Draft(title="-", parties=parties, clauses=clauses), weights)
        if found is not None and (best is None or found.merit > best.merit) and fresh(outlook, found.draft):
            best = found
    return best


def fresh(outlook: Outlook, draft: Draft) -> bool:
    """Whether a draft is worth saying: not in force already, and not refused unless the world has moved since."""
    world = outlook.world
    for treaty in world.treaties.values():
        if treaty.parties == draft.parties and treaty.clauses == draft.clauses and not treaty.ended:
            return False
    if draft.amends and (stood_out(world, draft) or _to_be_dissolved(world, draft.amends)):
        return False
    fell = unratified(world, draft)
    if fell and fell >= world.turn - PATIENCE:
        return False  # a country that has said no is not asked again at once
    turn = failed(world, draft)
    # Among many something always moves: whoever stood aside from a pact is asked again when its own world has.
    barred = refusers(world, draft) if draft.amends and len(draft.parties) > 2 else ()
    return not turn or moved_since(world, barred or draft.parties, turn)


def _to_be_dissolved(world: State, treaty: str) -> bool:
    """Whether a council has before it whether a treaty is to be at all: nobody adds to it meanwhile."""
    return any(
        motion.treaty == treaty and motion.kind == "dissolve" and motion.status == "open"
        for motion in world.motions.values()
    )


def rebuffed(outlook: Outlook, parties: tuple[str, ...]) -> bool:
    """Whether these nations talked this turn or last, without signing, and nothing has happened since: nobody nags."""
    last = 0
    for thread in outlook.world.threads.values():
        if thread.parties == parties and thread.status != "signed":
            last = max(last, thread.revisions[-1].turn)
    return bool(last) and last >= outlook.world.turn - 1 and not moved_since(outlook.world, parties, last)
