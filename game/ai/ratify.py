"""The second level as a mind prices it: that a signature may fail at home, that a secret may come out."""

from collections.abc import Iterator

from game.ai.outlook import Outlook
from game.ai.weights import Weights, tenths
from game.core.appraisal import Appraisal
from game.core.drafts import Draft
from game.core.prospects import standing_key
from game.core.ratification import given_before, odds
from game.core.secrets import kept_in_the_dark, leak_chance
from game.core.terms import Term
from game.core.world import Treaty


def doubts(
    outlook: Outlook, after: Appraisal, nation: str, draft: Draft, so_far: int, weights: Weights
) -> Iterator[Term]:
    """What a draft loses by the chance that it fails at home, or comes out; `so_far` is its value without, in tenths.

    Between two both must ratify; among several each answers for itself, the others may stand without it.
    """
    if draft.secret:
        yield from _leak(outlook, nation, draft, weights)
        return
    own = chance(outlook, after, nation, draft)
    others = [name for name in draft.parties if name != nation]
    theirs = chance(outlook, after, others[0], draft) if len(others) == 1 else 1.0
    failing = max(0, so_far) * (1 - own * theirs) + tenths((1 - own) * weights.not_ratified)
    yield Term("ratification", -int(failing), others[0] if theirs < own else "")


def chance(outlook: Outlook, after: Appraisal, nation: str, draft: Draft) -> float:
    """How likely a nation is to ratify a draft, 0-1; `after` is the outlook with it in force."""
    key = ("ratifies", nation, draft.parties, draft.clauses, draft.charter, draft.amends)
    known = outlook.judgements.get(key)
    if isinstance(known, float):
        return known
    given = given_before(outlook.bound, draft.amends, nation)
    found = odds(outlook.table, after, standing_key(draft), nation, given=given).value / 100
    outlook.judgements[key] = found
    return found


def _leak(outlook: Outlook, nation: str, draft: Draft, weights: Weights) -> Iterator[Term]:
    """What it would cost, and how likely it is, that a secret comes out within the turns that count."""
    world = outlook.world
    treaty = Treaty(title="-", parties=draft.parties, clauses=draft.clauses, signed=world.turn - 1, secret=True)
    hurt = len(kept_in_the_dark(world, treaty, nation)) * weights.leak_partner
    named = [name for clause in draft.clauses for name in getattr(clause, "against", ())]
    hurt += len(named) * weights.leak_named
    comes_out = min(1.0, leak_chance(world, treaty) * weights.leak_turns / 1000)
    yield Term("leak", -tenths(comes_out * (hurt + weights.leak_home)))
