"""Judging a draft: its worth less the least a nation holds out for today; signed when that is above zero."""

from game.ai.memory import eager, same_terms
from game.ai.outlook import Outlook
from game.ai.partners import strength, votes_on_newcomer
from game.ai.valuation import Valuation, valuation, value
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core.drafts import Draft
from game.core.terms import Term

OWN_WORD = 15
"""Tenths that a nation's word is worth to it where it said it would sign exactly this, this turn or last."""


def aspiration(
    outlook: Outlook, nation: str, parties: tuple[str, ...], weights: Weights = WEIGHTS, share: float = 1.0
) -> int:
    """The least a nation holds out for today, in tenths, over a draft that is so much of an alliance (0-1).

    Who gives little away holds out for little.
    It yields as the nation's own need grows and as time runs out, and hardens as another party shows eagerness by
    draft after draft.
    """
    least = weights.aspiration
    safe = outlook.table.secure(nation)
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
    own = outlook.weights_of(nation)
    if nation != outlook.seat:
        weights = own
    key = ("judged", nation, draft.parties, draft.clauses, draft.charter, draft.amends, draft.payments, draft.secret)
    known = outlook.judgements.get(key)
    if isinstance(known, Valuation) and weights is own:
        return known
    found = value(outlook, nation, draft, weights)
    if any(same_terms(wished, draft) for wished in outlook.wished(nation, draft.parties)):
        # It named these terms itself a turn ago: it holds out for no more, and its word counts for something.
        terms = [*found.terms, Term("reputation", OWN_WORD)]
    elif votes_on_newcomer(outlook, nation, draft):
        terms = list(found.terms)
    else:
        wanted = aspiration(outlook, nation, draft.parties, weights, strength(draft, weights))
        terms = [*found.terms, Term("aspiration", -wanted)]
    whole = valuation(terms)
    if whole.total > 0 and not can_pay(outlook, nation, draft):
        # More than the treasury holds: no worth can outweigh what cannot be paid.
        whole = valuation([*terms, Term("cost", -whole.total - 10, "treasury")])
    if weights is own:
        outlook.judgements[key] = whole
    return whole


def can_pay(outlook: Outlook, nation: str, draft: Draft) -> bool:
    """Whether what a draft asks of a nation once is in its treasury, as this outlook sees it."""
    owed = sum(payment.amount for payment in draft.payments if payment.payer == nation)
    return owed <= max(0, outlook.world.nations[nation].treasury)


def least_of_others(outlook: Outlook, draft: Draft, weights: Weights = WEIGHTS) -> int:
    """The lowest estimate, among the other parties, of a draft's value above what they hold out for."""
    return min(judged(outlook, name, draft, weights).total for name in draft.parties if name != outlook.seat)
