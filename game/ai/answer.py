"""Answering a draft: accept above what one holds out for, otherwise say truly why not, and what would do.

The terms of an answer sum to its decision value: nothing is signed unless that is above zero, nor refused when it is.
A refusal holds the terms of the draft refused; a counter those of the draft it puts in its place: one that would do,
or the same clauses at a fairer price.
"""

from game.ai.courting import asked_beside
from game.ai.edits import neighbours
from game.ai.heard import heard
from game.ai.judging import judged, least_of_others
from game.ai.memory import refusals_of, same_terms
from game.ai.outlook import Outlook
from game.ai.search import LEAST_BETTER, climb, priced, weigh
from game.ai.titles import retitled
from game.ai.tones import tone_toward
from game.ai.valuation import value
from game.ai.weights import WEIGHTS, Weights
from game.core import acts
from game.core.acts import Act
from game.core.checks.drafts import draft_problems
from game.core.checks.talks import REFUSALS_A_TURN
from game.core.drafts import Draft, Thread
from game.core.legality import problems
from game.core.terms import Term, TermName

STRIDES = 2
"""Most edits of a draft that would do as it is, or of a plain understanding, that are tried in its place."""


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


def counter_to(outlook: Outlook, thread: Thread, weights: Weights = WEIGHTS) -> Draft | None:
    """The best draft near the one on the table that this seat would sign and the others, by its estimate, may too.

    None when the search finds none, or what it finds has been on this table already, or where too many sit at it.
    """
    if len(thread.parties) > weights.search_among:
        return None
    found = climb(outlook, thread.latest.draft, weights, heard(outlook, thread))
    return _unsaid(thread, found.draft) if found is not None else None


def bettered(outlook: Outlook, thread: Thread, weights: Weights = WEIGHTS) -> Draft | None:
    """A draft much better for both than one this seat would sign, and better for itself; of a new text, only a price.

    It is asked once in a thread: whoever has put a draft there takes what it is offered or leaves it; and what one has
    said one would sign, at this table or another, is signed.
    """
    me, latest = outlook.seat, thread.latest.draft
    if len(thread.parties) != 2 or any(had.by == me for had in thread.revisions):
        return None
    for _, refusal in refusals_of(outlook.world, thread.parties):
        if refusal.nation == me and refusal.instead is not None and same_terms(refusal.instead, latest):
            return None
    told = heard(outlook, thread)
    at = weigh(outlook, latest, weights, told)
    found = priced(outlook, at, weights, told) if latest.amends else climb(outlook, latest, weights, told, STRIDES)
    if found is None or found.own <= at.own or found.height <= (at.height[0], at.height[1] * LEAST_BETTER):
        return None
    return _unsaid(thread, found.draft)


def _unsaid(thread: Thread, draft: Draft) -> Draft | None:
    said = any(same_terms(draft, had.draft) for had in thread.revisions)
    return None if said else retitled(draft, thread.latest.draft)


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
    if me not in thread.countered:
        wanted = asked_beside(outlook, thread)
        asked = None if wanted is None else _allowed(outlook, countering(outlook, thread_id, wanted, weights))
        if asked is not None:
            return asked
    good = found.total > 0
    if me not in thread.countered and not _opens(outlook, latest.draft):
        other = bettered(outlook, thread, weights) if good else counter_to(outlook, thread, weights)
        if other is not None:
            made = countering(outlook, thread_id, other, weights)
            if _allowed(outlook, made) is not None:
                return made
    if good:
        return _allowed(outlook, acts.Accept(thread=thread_id, revision=number, because=found.terms))
    wish = None if _opens(outlook, latest.draft) else instead_of(outlook, latest.draft, weights)
    instead = retitled(wish, latest.draft) if wish is not None else None
    tone = tone_toward(outlook, latest.draft.parties)
    refusal = acts.Refuse(thread=thread_id, revision=number, because=found.terms, instead=instead, tone=tone)
    return _allowed(outlook, refusal)


def countering(outlook: Outlook, thread_id: str, draft: Draft, weights: Weights) -> acts.Counter:
    """A draft put in the place of the one on a table, with its reasons."""
    thread = outlook.world.threads[thread_id]
    found, before = (judged(outlook, outlook.seat, one, weights).terms for one in (draft, thread.latest.draft))
    return acts.Counter(
        thread=thread_id,
        revision=len(thread.revisions),
        draft=draft,
        because=found,
        changed_for=eased(before, found) if thread.latest.by != outlook.seat else None,
    )


def eased(before: tuple[Term, ...], after: tuple[Term, ...]) -> Term | None:
    """What a change of a draft is for: the term it betters most, as the objection it was or as what it brings now.

    None where it betters nothing that a government would give as its reason. What it holds out for, its humour and
    its word are no reasons for a text, and which nation an aim of its own is about is nobody's business.
    """
    had = {(term.name, term.about): term.tenths for term in before}
    gains = [(term.tenths - had.pop((term.name, term.about), 0), term) for term in after if term.name not in UNGIVEN]
    gains += [(-tenths, Term(name, 0, about)) for (name, about), tenths in had.items() if name not in UNGIVEN]
    gain, best = max(gains, key=lambda one: (one[0], one[1].name, one[1].about), default=(0, Term("trust", 0)))
    if gain <= 0:
        return None
    objection = best.tenths - gain
    about = "" if best.name == "objective" else best.about
    return Term(best.name, objection if objection < 0 else gain, about)


UNGIVEN: tuple[TermName, ...] = ("aspiration", "temper", "reputation")
"""Terms that are no reason to change a text."""


def _opens(outlook: Outlook, draft: Draft) -> bool:
    """Whether a draft opens a treaty to more parties: about its text there is nothing to bargain, yes or no."""
    had = outlook.world.treaties.get(draft.amends)
    return had is not None and had.parties != draft.parties


def _allowed(outlook: Outlook, act: Act) -> Act | None:
    return None if problems(outlook.view, act) else act


def follow_up(outlook: Outlook, thread_id: str, weights: Weights = WEIGHTS) -> Act | None:
    """What the maker of the draft on the table does once it has been refused, or no longer wants it.

    Once a turn it takes up what the refuser has said it would sign, when it would sign that itself; or it yields as
    far as it can to what the refusal tells. It takes a draft that has lost its worth off the table.
    """
    thread, me = outlook.world.threads[thread_id], outlook.seat
    latest = thread.latest
    if thread.status != "open" or latest.by != me:
        return None
    worth = value(outlook, me, latest.draft, weights)
    if worth.total <= 0:
        if not latest.turn and outlook.world.turn == 1 and not latest.refusals:
            # What lay on the table before play began is history's offer: it is left there for the turn to be answered.
            return None
        wanted = asked_beside(outlook, thread) if me not in thread.countered else None
        if wanted is not None:
            return _allowed(outlook, countering(outlook, thread_id, wanted, weights))
        lately = latest.turn or outlook.world.turn > 1
        return _allowed(outlook, acts.Recall(thread=thread_id, because=worth.terms)) if lately else None
    if not latest.refusals or me in thread.countered or thread.refused_drafts >= REFUSALS_A_TURN:
        return None
    draft = taken_up(outlook, thread, weights) or counter_to(outlook, thread, weights) or asked_beside(outlook, thread)
    return None if draft is None else _allowed(outlook, countering(outlook, thread_id, draft, weights))


def taken_up(outlook: Outlook, thread: Thread, weights: Weights = WEIGHTS) -> Draft | None:
    """The best for this seat of the drafts the refuser of its own has said it would sign, if it would sign it too.

    They are what the refusal names instead, and what the refuser itself has put on this table before.
    """
    best: Draft | None = None
    most = 0
    for refusal in thread.latest.refusals:
        offered = [had.draft for had in thread.revisions if refusal.nation in had.agreed]
        wished = refusal.instead
        if wished is not None and not any(same_terms(wished, had.draft) for had in thread.revisions):
            offered.append(wished)
        for draft in offered:
            own = judged(outlook, outlook.seat, draft, weights).total
            rest = [name for name in draft.parties if name not in (outlook.seat, refusal.nation)]
            willing = all(judged(outlook, name, draft, weights).total > 0 for name in rest)
            if own > most and willing and draft.parties == thread.parties:
                best, most = draft, own
    return best
