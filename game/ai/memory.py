"""Memory without memory: what the threads in view tell of drafts put, refused and put again."""

from game.core.drafts import Draft, Refusal, Thread
from game.core.world import State, pair_of

OUTSIDE = 8
"""Turns for which one that left a treaty neither asks nor is asked to come back."""


def same_terms(a: Draft, b: Draft) -> bool:
    """Whether two drafts are the same but for their titles."""
    same = a.parties == b.parties and a.clauses == b.clauses and a.payments == b.payments
    return same and a.charter == b.charter and a.amends == b.amends


def threads_with(world: State, parties: tuple[str, ...]) -> tuple[Thread, ...]:
    """Every negotiation in view between exactly these nations, oldest first."""
    found = [thread for thread in world.threads.values() if thread.parties == parties]
    return tuple(sorted(found, key=lambda thread: (thread.opened, thread.by)))


def eager(world: State, nation: str, other: str) -> int:
    """Negotiations `nation` has opened with `other` this turn and last, beyond the first: how much it seems to need.

    Counters do not count: whoever takes up the other's own words has not shown need; nor does a firm or sharp tone.
    """
    opened = sum(
        1
        for thread in world.threads.values()
        if thread.by == nation
        and other in thread.parties
        and thread.opened >= world.turn - 1
        and thread.revisions[0].tone in ("cordial", "plain")
    )
    return max(0, opened - 1)


def refusals_of(world: State, parties: tuple[str, ...]) -> tuple[tuple[Draft, Refusal], ...]:
    """Every refusal heard between exactly these nations, with the draft refused."""
    return tuple(
        (revision.draft, refusal)
        for thread in threads_with(world, parties)
        for revision in thread.revisions
        for refusal in revision.refusals
    )


def failed(world: State, draft: Draft) -> int:
    """Last turn in which the same terms were refused, recalled or left to lapse; 0 when they never were."""
    last = 0
    for thread in threads_with(world, draft.parties):
        for number, revision in enumerate(thread.revisions, start=1):
            if not same_terms(revision.draft, draft):
                continue
            came_to_nothing = thread.status in ("refused", "recalled", "lapsed")
            if revision.refusals or (came_to_nothing and number == len(thread.revisions)):
                last = max(last, revision.turn, *(refusal.turn for refusal in revision.refusals), 0)
    return last


def refusers(world: State, draft: Draft) -> tuple[str, ...]:
    """Who has refused the same terms, whoever put them."""
    found = [
        refusal.nation
        for thread in threads_with(world, draft.parties)
        for revision in thread.revisions
        if same_terms(revision.draft, draft)
        for refusal in revision.refusals
    ]
    return tuple(dict.fromkeys(found))


def unratified(world: State, draft: Draft) -> int:
    """Last turn in which the same terms were signed and came to nothing at home; 0 when they never did."""
    last = 0
    for thread in threads_with(world, draft.parties):
        signed = thread.latest.turn
        if thread.status != "signed" or signed >= world.turn or not same_terms(thread.latest.draft, draft):
            continue
        treaty = world.treaties.get(draft.amends) if draft.amends else None
        fell = treaty is not None and (treaty.clauses != draft.clauses or treaty.parties != draft.parties)
        if not draft.amends:
            fell = any(
                one.title == thread.latest.draft.title and one.signed == signed and one.ended == signed
                for one in world.treaties.values()
            )
        if fell:
            last = max(last, signed)
    return last


def settled_on(world: State, treaty_id: str) -> int:
    """Last turn in which the parties of a treaty signed its text, the first or a new one."""
    texts = (one.latest for one in world.threads.values() if one.status == "signed")
    return max((one.turn for one in texts if one.draft.amends == treaty_id), default=world.treaties[treaty_id].signed)


def stood_out(world: State, draft: Draft) -> bool:
    """Whether a text would take into a treaty one that left it not long ago, as those in it remember."""
    treaty = world.treaties.get(draft.amends)
    if treaty is None:
        return False
    return any(
        reason.kind == "left" and reason.about == draft.amends and reason.since > world.turn - OUTSIDE
        for newcomer in draft.parties
        if newcomer not in treaty.parties
        for member in treaty.parties
        for reason in pair_of(world, member, newcomer).trust.get(member, ())
    )


def moved_since(world: State, parties: tuple[str, ...], turn: int) -> bool:
    """Whether anything has happened to these nations since a turn that would make them think again.

    A case against one of them, a case that ended in force anywhere near them, a treaty of theirs signed or ended.
    """
    for crisis in world.crises.values():
        if crisis.target in parties and (crisis.opened > turn or crisis.ended > turn):
            return True
    for treaty in world.treaties.values():
        if any(name in parties for name in treaty.parties) and (treaty.signed > turn or treaty.ended > turn):
            return True
    return False


def talking(world: State, parties: tuple[str, ...]) -> bool:
    """Whether a negotiation among exactly these nations is open."""
    return any(thread.status == "open" for thread in threads_with(world, parties))
