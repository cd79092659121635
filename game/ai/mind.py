"""The honest mind: a pure function of a view. It keeps nothing, and says nothing but what it weighed."""

from typing import TypeAlias

from game.ai.answer import answer, follow_up
from game.ai.broker import brokering
from game.ai.council import council_acts
from game.ai.courtesies import courtesy
from game.ai.crisis import crisis_acts, sealed_answers
from game.ai.leaving import withdrawals
from game.ai.lobby import lobbying
from game.ai.orders import sheet
from game.ai.outlook import Outlook
from game.ai.prices import asked_prices, named_prices, taken_prices
from game.ai.propose import proposals
from game.ai.statements import public_words
from game.ai.weights import WEIGHTS, Weights
from game.core.accession import only_opens, takes_several
from game.core.acts import Act
from game.core.crises import Answer
from game.core.drafts import Thread
from game.core.orders import Sheet
from game.core.view import View

Move: TypeAlias = tuple[Act, ...] | Sheet | dict[str, Answer]
"""What a mind gives back: acts in negotiation, a sheet for orders, answers by case in a showdown or at the strike."""


def honest_mind(view: View, base: Weights = WEIGHTS) -> Move:
    """What a nation does, from its view alone; `base` are the weights of its level, before its own character.

    Raises ValueError when the view asks nothing of it."""
    outlook = Outlook(view, base)
    match view.stage:
        case "negotiation":
            return negotiate(outlook)
        case "orders":
            return sheet(outlook, outlook.weights_of(view.seat))
        case "showdown" | "strike":
            return sealed_answers(outlook, outlook.weights_of(view.seat))
        case "over":
            raise ValueError("The game is over: a mind is asked for nothing more.")


def negotiate(outlook: Outlook) -> tuple[Act, ...]:
    """Acts for a round of talk: what cases ask, answers owed, then treaties left and new proposals.

    A seat that owes an answer gives it before it opens anything itself, and proposes only when it has no answer to
    give: what is signed or refused now may change what is worth proposing a round later.
    """
    weights = outlook.weights_of(outlook.seat)
    cases = (*crisis_acts(outlook, weights), *council_acts(outlook, weights))
    answers: list[Act] = []
    door = ""
    for thread_id, thread in outlook.world.threads.items():
        if thread.status == "open" and outlook.seat in thread.parties and (not door or _opens(outlook, thread, door)):
            made = answer(outlook, thread_id, weights) or follow_up(outlook, thread_id, weights)
            if made is not None:
                answers.append(made)
                if made.kind == "accept":
                    # One signature at a time: the next draft is judged in a world that holds this one. But who comes
                    # to the door of a pact that stands since long in the same turn is let in by the same hand.
                    door = thread.latest.draft.amends
                    if not _opens(outlook, thread, door):
                        break
    answers += named_prices(outlook, weights)
    if answers:
        return (*cases, *answers)
    costly = sum(1 for act in cases if act.kind in ("consult", "press", "call_vote"))
    left = withdrawals(outlook, weights)
    if left:
        # Whoever denounces a treaty lets the others take it in before it asks for anything.
        return (*cases, *left)
    pleas = asked_prices(outlook, weights) or taken_prices(outlook, weights)
    return (*cases, *pleas, *lobbying(outlook, weights), *_initiatives(outlook, costly, weights))


def _opens(outlook: Outlook, thread: Thread, treaty_id: str) -> bool:
    """Whether what is on a table does nothing but open this treaty, which may take several in, to others."""
    draft = thread.latest.draft
    treaty = outlook.world.treaties.get(treaty_id)
    if treaty is None or draft.amends != treaty_id:
        return False
    return takes_several(outlook.world, treaty) and only_opens(outlook.world, draft)


def _initiatives(outlook: Outlook, costly: int, weights: Weights) -> tuple[Act, ...]:
    """What initiatives are left for: a word in public first, then drafts of one's own, then drafts between others."""
    free = outlook.world.nations[outlook.seat].initiatives - costly
    words = public_words(outlook, free, weights)
    drafts = proposals(outlook, costly + len(words), weights)
    said = courtesy(outlook) if drafts else ()
    return (*said, *words, *drafts, *(brokering(outlook, free - len(words), weights) if not drafts else ()))
