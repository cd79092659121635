"""Asking what exactly another would sign, and saying so when asked: the whole neighbourhood, not one wish."""

from game.ai.answer import acceptable
from game.ai.edits import neighbours
from game.ai.judging import judged
from game.ai.memory import same_terms
from game.ai.outlook import Outlook
from game.ai.titles import retitled
from game.ai.valuation import value
from game.ai.weights import WEIGHTS, Weights, tenths
from game.core import acts
from game.core.checks.drafts import draft_problems
from game.core.checks.speaking import PRICES
from game.core.legality import problems


def named_prices(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[acts.NamePrice, ...]:
    """Every price this seat has been asked, answered truthfully: all drafts one edit away that it would sign today."""
    made: list[acts.NamePrice] = []
    for question in outlook.world.nations[outlook.seat].questions:
        draft = outlook.world.threads[question.thread].latest.draft
        would = [
            retitled(edit.draft, draft)
            for edit in neighbours(outlook.world, draft)
            if acceptable(outlook, edit.draft, weights) and not draft_problems(outlook.world, edit.draft)
        ]
        because = judged(outlook, outlook.seat, draft, weights).terms
        act = acts.NamePrice(thread=question.thread, to=question.by, drafts=tuple(would[:PRICES]), because=because)
        if not problems(outlook.view, act):
            made.append(act)
    return tuple(made)


def asked_prices(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[acts.AskPrice, ...]:
    """A price worth asking: of one that refused a draft this seat values, and named nothing this seat would sign."""
    world, me = outlook.world, outlook.seat
    if world.nations[me].influence - weights.influence_kept < world.rules.price_ask:
        return ()
    for thread_id, thread in world.threads.items():
        latest = thread.latest
        if thread.status != "open" or latest.by != me or me in thread.countered or len(thread.parties) > 2:
            continue
        for refusal in latest.refusals:
            wished = refusal.instead is not None and acceptable(outlook, refusal.instead, weights)
            if wished or value(outlook, me, latest.draft, weights).total < tenths(weights.price_worth):
                continue
            act = acts.AskPrice(thread=thread_id, nation=refusal.nation)
            if not problems(outlook.view, act):
                return (act,)
    return ()


def taken_prices(outlook: Outlook, weights: Weights = WEIGHTS) -> tuple[acts.Counter, ...]:
    """The named draft that is worth most to this seat, put in the place of the one refused."""
    world, me = outlook.world, outlook.seat
    for price in world.nations[me].prices:
        thread = world.threads[price.thread]
        if len(thread.revisions) != price.revision:
            continue
        fresh = [draft for draft in price.drafts if not any(same_terms(draft, had.draft) for had in thread.revisions)]
        best = max(fresh, key=lambda draft: judged(outlook, me, draft, weights).total, default=None)
        if best is None:
            continue
        found = judged(outlook, me, best, weights)
        act = acts.Counter(thread=price.thread, revision=price.revision, draft=best, because=found.terms)
        if found.total > 0 and not problems(outlook.view, act):
            return (act,)
    return ()
