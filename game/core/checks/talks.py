"""Reasons against words, drafts and withdrawals."""

from game.core import acts
from game.core.checks.common import unseen_problems
from game.core.drafts import ENDINGS, Draft, Thread
from game.core.problems import Problem, illegal, invalid, stale
from game.core.world import State

REFUSALS_A_TURN = 3


def message_problems(world: State, me: str, act: acts.Message) -> list[Problem]:
    """Reasons against a message."""
    found: list[Problem] = []
    if not act.to:
        found.append(invalid("A message needs at least one nation to go to."))
    for name in act.to:
        if name not in world.nations:
            found.append(invalid(f'There is no nation "{name}".'))
        elif name == me:
            found.append(illegal("A message goes to other nations."))
    if len(dict.fromkeys(act.to)) != len(act.to):
        found.append(invalid("A message names each nation once."))
    if not act.text.strip():
        found.append(invalid("The message is empty."))
    if len(act.text) > 2000:
        found.append(invalid("A message holds at most 2000 characters."))
    return found + unseen_problems(act.text, "The message", lines=True)


def same_open(world: State, me: str, draft: Draft) -> bool:
    """Whether a draft like this one lies on the table already."""
    return any(
        thread.status == "open" and thread.parties == draft.parties and thread.latest.draft.clauses == draft.clauses
        and thread.latest.draft.payments == draft.payments
        and thread.latest.draft.charter == draft.charter and thread.latest.draft.amends == draft.amends
        for thread in world.threads.values()
    )  # fmt: skip


def on_table_problems(world: State, me: str, thread_id: str, revision: int) -> list[Problem]:
    """Reasons why a revision cannot be answered now."""
    thread: Thread | None = world.threads.get(thread_id)
    if thread is None:
        return [invalid(f'There is no thread "{thread_id}".')]
    if thread.status != "open":
        return [stale(f"That negotiation {ENDINGS[thread.status]}.")]
    if revision != len(thread.revisions):
        if 1 <= revision < len(thread.revisions):
            return [stale(f"Revision {revision} is no longer on the table; revision {len(thread.revisions)} is.")]
        return [invalid(f"There is no revision {revision} in that thread.")]
    if thread.refused_drafts >= REFUSALS_A_TURN:
        return [illegal("Three drafts were refused in this thread this turn; it is closed until the next.")]
    return []


def payable_problems(world: State, me: str, draft: Draft) -> list[Problem]:
    """That a nation cannot pay what a draft asks of it at once."""
    owed = sum(payment.amount for payment in draft.payments if payment.payer == me)
    if owed > world.nations[me].treasury:
        return [illegal(f"The draft asks {owed} RP of this nation, which has {world.nations[me].treasury}.")]
    return []


def withdraw_problems(world: State, me: str, treaty_id: str) -> list[Problem]:
    """Reasons against announcing withdrawal."""
    treaty = world.treaties.get(treaty_id)
    if treaty is None:
        return [invalid(f'There is no treaty "{treaty_id}".')]
    if treaty.ended:
        return [stale(f"{treaty.title} ended in turn {treaty.ended}.")]
    if me not in treaty.parties:
        return [illegal(f"This nation is not a party to {treaty.title}.")]
    if me in treaty.leaving:
        return [illegal(f"Withdrawal from {treaty.title} has been announced already.")]
    return []
