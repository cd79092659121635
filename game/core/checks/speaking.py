"""Reasons against brokering, public words, lobbying, and asking or naming a price."""

from game.core import acts
from game.core.checks.common import initiative_problems
from game.core.checks.drafts import draft_problems
from game.core.checks.talks import on_table_problems, same_open
from game.core.councils import signatories
from game.core.drafts import ENDINGS
from game.core.problems import Problem, illegal, invalid, stale
from game.core.ratification import awaiting
from game.core.relations import trust
from game.core.statements import alive
from game.core.world import State

PRICES = 12
"""Most drafts in an answer to a price asked."""


def broker_problems(world: State, me: str, act: acts.Broker) -> list[Problem]:
    """Reasons against putting a draft between others: a broker is trusted by all of them, and is none of them."""
    found = draft_problems(world, act.draft)
    if me in act.draft.parties:
        found.append(illegal("A broker is not a party to what it puts forward; propose the draft instead."))
    if not 0 <= act.turns <= 4:
        found.append(invalid("A proposal stands for 0 to 4 turns after this one."))
    for name in act.draft.parties:
        if name in world.nations and name != me and trust(world, name, me) < world.rules.broker_trust:
            had, wanted = trust(world, name, me), world.rules.broker_trust
            said = f"{world.nations[name].name} does not trust this nation enough to let it broker: {had} of {wanted}."
            found.append(illegal(said[:1].upper() + said[1:]))
    if same_open(world, me, act.draft):
        found.append(illegal("The same draft is already on the table between these nations."))
    return [*found, *initiative_problems(world, me, "Brokering")]


def statement_problems(world: State, me: str, act: acts.StatePublicly) -> list[Problem]:
    """Reasons against a public statement."""
    found: list[Problem] = []
    if act.what == "commitment":
        treaty = world.treaties.get(act.treaty)
        if treaty is None:
            found.append(invalid(f'There is no treaty "{act.treaty}".'))
        elif treaty.ended or not treaty.in_force(world.turn):
            found.append(illegal(f"{treaty.title} is not in force."))
        elif me not in treaty.parties:
            found.append(illegal(f"This nation is not a party to {treaty.title}."))
        elif treaty.secret:
            found.append(illegal(f"{treaty.title} is secret: what is said of it in public would be its end."))
        if act.nation:
            found.append(invalid("A commitment names a treaty, not a nation."))
    else:
        if act.nation not in world.nations:
            found.append(invalid(f'There is no nation "{act.nation}".'))
        elif act.nation == me:
            found.append(illegal("A public statement is about another nation."))
        if act.treaty:
            found.append(invalid("Only a commitment names a treaty."))
    for had in world.nations[me].statements:
        if (had.kind, had.nation, had.treaty) == (act.what, act.nation, act.treaty) and alive(world, had):
            found.append(illegal("This nation has said so already, and the word still counts."))
    return [*found, *initiative_problems(world, me, "A public statement")]


def lobby_problems(world: State, me: str, act: acts.Lobby) -> list[Problem]:
    """Reasons against lobbying."""
    found: list[Problem] = []
    rules, treaty = world.rules, world.treaties.get(act.treaty)
    if treaty is None:
        found.append(invalid(f'There is no treaty "{act.treaty}".'))
    elif act.treaty not in awaiting(world):
        found.append(stale(f"{treaty.title} is not awaiting ratification."))
    elif treaty.secret:
        found.append(illegal(f"{treaty.title} is secret: nobody is asked to ratify it."))
    elif act.nation not in signatories(treaty):
        found.append(illegal(f"Only a party to {treaty.title} is asked to ratify it."))
    if not 1 <= act.influence <= rules.lobby_most:
        found.append(invalid(f"Lobbying takes 1 to {rules.lobby_most} influence at a time."))
    if world.nations[me].influence < act.influence:
        found.append(illegal(f"This nation has {world.nations[me].influence} influence."))
    return found


def ask_price_problems(world: State, me: str, act: acts.AskPrice) -> list[Problem]:
    """Reasons against asking a price."""
    thread = world.threads.get(act.thread)
    if thread is None:
        return [invalid(f'There is no thread "{act.thread}".')]
    if thread.status != "open":
        return [stale(f"That negotiation {ENDINGS[thread.status]}.")]
    found: list[Problem] = []
    if act.nation not in thread.parties or act.nation == me:
        found.append(illegal("A price is asked of another party to the negotiation."))
    elif act.nation in thread.latest.agreed:
        found.append(illegal("That nation agrees to the draft on the table already."))
    if any(had.of == act.nation and had.thread == act.thread and had.revision == len(thread.revisions)
           for had in world.nations[me].prices):  # fmt: skip
        found.append(illegal("That nation has named its price for this draft."))
    price = world.rules.price_ask
    if world.nations[me].influence < price:
        found.append(illegal(f"Asking a price costs {price} influence; this nation has {world.nations[me].influence}."))
    return found


def name_price_problems(world: State, me: str, act: acts.NamePrice) -> list[Problem]:
    """Reasons against naming a price."""
    asked = any(one.by == act.to and one.thread == act.thread for one in world.nations[me].questions)
    if not asked:
        return [stale("Nobody is waiting for this nation to name that price.")]
    found: list[Problem] = []
    if len(act.drafts) > PRICES:
        found.append(invalid(f"At most {PRICES} drafts are named at once."))
    parties = world.threads[act.thread].parties
    for draft in act.drafts:
        if draft.parties != parties:
            found.append(illegal("A price keeps the parties of its negotiation."))
        found += draft_problems(world, draft)
    return found


def outsider_problems(world: State, me: str, thread_id: str, revision: int) -> list[Problem]:
    """Reasons why a revision cannot be answered by this nation now; a broker has no answer to give."""
    found = on_table_problems(world, me, thread_id, revision)
    if not found and me not in world.threads[thread_id].parties:
        found.append(illegal("This nation brokers between the parties; the answer is theirs."))
    return found
