"""Two minds with one answer to every draft, in everything else the honest mind: yardsticks and sparring partners."""

from collections.abc import Callable

from game.ai.mind import Move, honest_mind
from game.core import acts
from game.core.acts import Act
from game.core.legality import problems
from game.core.terms import Term
from game.core.view import View

ANSWERS = ("accept", "refuse", "counter", "recall")


def accepting(view: View) -> Move:
    """Signs every draft it may, one that it pays for at a time; withdraws from nothing."""
    return _answering(view, _accepts, withdraws=False)


def refusing(view: View) -> Move:
    """Refuses every draft, and proposes none."""
    return _answering(view, _refuses, proposes=False)


def _answering(
    view: View, answers: Callable[[View], tuple[Act, ...]], withdraws: bool = True, proposes: bool = True
) -> Move:
    move = honest_mind(view)
    if view.stage != "negotiation" or not isinstance(move, tuple):
        return move
    left_out = (*ANSWERS, *(() if withdraws else ("withdraw",)), *(() if proposes else ("propose",)))
    made = answers(view)
    # Whoever answers does not also propose: what is signed now may change what is worth proposing a round later.
    kept = tuple(act for act in move if act.kind not in left_out and not (made and act.kind == "propose"))
    return (*kept, *made)


def _owed(view: View) -> tuple[tuple[str, int], ...]:
    """Threads with a draft that this seat has not agreed to, and the number of the revision on each table."""
    return tuple(
        (name, len(thread.revisions))
        for name, thread in view.world.threads.items()
        if thread.status == "open" and view.seat in thread.parties and view.seat not in thread.latest.agreed
    )


def _accepts(view: View) -> tuple[Act, ...]:
    made: list[Act] = []
    paid = False
    renewed: list[str] = []
    for thread, revision in _owed(view):
        act = acts.Accept(thread=thread, revision=revision)
        draft = view.world.threads[thread].latest.draft
        pays = any(payment.payer == view.seat for payment in draft.payments)
        if not (pays and paid) and draft.amends not in renewed and not problems(view, act):
            made.append(act)
            paid = paid or pays
            if draft.amends:
                renewed.append(draft.amends)  # a treaty has one new text at a time
    return tuple(made)


def _refuses(view: View) -> tuple[Act, ...]:
    tried = [
        acts.Refuse(thread=thread, revision=revision, because=(Term("temper", -10),))
        for thread, revision in _owed(view)
    ]
    return tuple(act for act in tried if not problems(view, act))
