"""What one makes of a partner that did not come when it was called: bind oneself less to it, leave, or stay for cause.

The alternatives are compared as drafts are, in a world without the treaty: what it is worth as it stands, what a looser
text of it would be, and nothing at all, which is what leaving it is worth.
"""

from collections.abc import Iterator

from game.ai.edits import AUTOMATICITY, in_order
from game.ai.judging import judged
from game.ai.outlook import Outlook
from game.ai.partners import guard_in
from game.ai.valuation import Valuation, valuation, value
from game.ai.weights import Weights, tenths
from game.core import acts
from game.core.beliefs import HELD_AGAINST
from game.core.checks.councils import amendment_problems
from game.core.clauses import Consultation
from game.core.councils import text_of, without
from game.core.drafts import Draft
from game.core.legality import problems
from game.core.record import replace
from game.core.terms import Term
from game.core.world import Treaty


def apart_from(outlook: Outlook, treaty_id: str) -> Outlook:
    """The outlook on a world without a treaty, and without those this seat is leaving already; made once."""
    key = ("apart", treaty_id)
    known = outlook.judgements.get(key)
    if not isinstance(known, Outlook):
        rest = {
            name: had
            for name, had in outlook.world.treaties.items()
            if name != treaty_id and outlook.seat not in had.leaving
        }
        known = Outlook(replace(outlook.view, world=replace(outlook.world, treaties=rest)), outlook.base)
        outlook.judgements[key] = known
    return known


def among(treaty_id: str, treaty: Treaty, parties: tuple[str, ...]) -> Draft:
    """A treaty's text among other parties, as a draft of its own."""
    circle = treaty
    for name in treaty.parties:
        if name not in parties:
            circle = without(circle, name)
    return replace(text_of(treaty_id, circle), parties=tuple(sorted(parties)), amends="")


def weighed(outlook: Outlook, treaty_id: str, draft: Draft, nation: str, weights: Weights) -> Valuation:
    """What a text in place of a treaty would be worth to a nation, beside a world without either.

    It is in force: whether it would be ratified is no part of what it is worth.
    """
    found = value(apart_from(outlook, treaty_id), nation, replace(draft, amends="", payments=()), weights)
    return valuation([term for term in found.terms if term.name != "ratification"])


def less(found: Valuation, taken: Valuation) -> list[Term]:
    """The terms of one thing less those of another."""
    return list(valuation([*found.terms, *(replace(term, tenths=-term.tenths) for term in taken.terms)]).terms)


def renegotiated(outlook: Outlook, treaty_id: str, weights: Weights) -> acts.Propose | None:
    """A looser text of a treaty that was broken toward this seat, where that beats both staying and leaving.

    None where nothing looser is worth having, or the partner would seem not to sign it.
    """
    me, treaty = outlook.seat, outlook.world.treaties[treaty_id]
    if outlook.world.nations[me].initiatives < 1 or any(name not in outlook.world.nations for name in treaty.parties):
        return None
    now = weighed(outlook, treaty_id, text_of(treaty_id, treaty), me, weights)
    best: tuple[int, Draft] | None = None
    for text in _looser(text_of(treaty_id, treaty)):
        found = weighed(outlook, treaty_id, text, me, weights).total
        if found < tenths(weights.propose_own) or found <= now.total or (best is not None and found <= best[0]):
            continue
        if amendment_problems(outlook.world, text) or _refused(outlook, text):
            continue
        others = [name for name in treaty.parties if name != me]
        if all(judged(outlook, name, text).total >= tenths(weights.propose_others) for name in others):
            best = (found, text)
    if best is None:
        return None
    then = weighed(outlook, treaty_id, best[1], me, weights)
    act = acts.Propose(draft=best[1], turns=1, because=tuple(less(then, now)))
    return None if problems(outlook.view, act) else act


def _looser(text: Draft) -> Iterator[Draft]:
    """The text with its pledge of aid bound less firmly, or with counsel in its place."""
    guard = guard_in(text)
    if guard is None:
        return
    rest = [clause for clause in text.clauses if clause.kind != "mutual_defence"]
    for step in range(AUTOMATICITY.index(guard.automaticity)):
        looser = replace(guard, automaticity=AUTOMATICITY[step])
        yield replace(text, clauses=in_order((looser, *rest)))
    counsel = [clause for clause in rest if clause.kind == "consultation"] or [Consultation(area=guard.area)]
    yield replace(text, clauses=in_order((*counsel, *(clause for clause in rest if clause.kind != "consultation"))))


def _refused(outlook: Outlook, text: Draft) -> bool:
    """Whether a new text of this treaty came to nothing while the broken call is held against its breaker."""
    return any(
        thread.revisions[-1].draft.amends == text.amends and thread.status != "signed"
        for thread in outlook.world.threads.values()
        if thread.opened > outlook.world.turn - HELD_AGAINST
    )
