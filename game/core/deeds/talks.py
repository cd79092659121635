"""What drafts do once they are agreed to or refused."""

from game.core.councils import legacy
from game.core.deeds.councils import agree_text, can_pay
from game.core.terms import Term
from game.core.turn import Turn


def decisive(terms: tuple[Term, ...]) -> Term | None:
    """The term that spoke most against; None when nothing did."""
    against = [term for term in terms if term.tenths < 0]
    # What a nation holds out for, or its humour, tells the others little while there is anything else to name.
    against = [term for term in against if term.name not in ("aspiration", "temper")] or against
    return min(against, key=lambda term: (term.tenths, term.name, term.about), default=None)


def sign_if_agreed(turn: Turn, thread_id: str) -> None:
    """Sign a thread's draft when every party agrees to the same revision and its payments can be made."""
    thread = turn.threads[thread_id]
    draft = thread.latest.draft
    if draft.amends:
        agree_text(turn, thread_id)
        return
    if any(name not in thread.latest.agreed for name in thread.parties):
        return
    if not can_pay(turn, draft):
        turn.close_thread(thread_id, "lapsed")
        return
    # What is left of an alliance its members had before: plans, as SEATO left some, for who has a council again.
    left = legacy(turn.world(), draft) if draft.charter is not None else {}
    turn.sign(thread_id)
    for plan in left.values():
        turn.agree_plan(thread_id, plan, "legacy")
    for payment in draft.payments:
        turn.pay(payment.payer, payment.payee, payment.amount, thread_id, draft.parties if draft.secret else None)
    for holder in draft.parties:
        for other in draft.parties:
            if other != holder:
                turn.shift_trust(holder, other, turn.rules.trust_signed, "signed", thread_id)
    if thread.by not in thread.parties:
        turn.conclude_brokered(thread_id)
        turn.shift_influence(thread.by, turn.rules.influence_brokered, "brokered", "" if draft.secret else thread_id)
        for party in thread.parties:
            turn.shift_trust(party, thread.by, turn.rules.trust_brokered, "brokered", thread_id)


def close_if_refused(turn: Turn, thread_id: str, who: str) -> None:
    """A draft that every nation it was put to has refused is done with; between two, there is still a counter."""
    thread = turn.threads[thread_id]
    put_to = [name for name in thread.parties if name != thread.latest.by]
    if len(thread.latest.refusals) >= len(put_to) > 1:
        turn.close_thread(thread_id, "refused", who)
