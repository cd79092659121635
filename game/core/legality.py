"""Every reason why an act, a sheet or a sealed answer is not allowed, as sentences for people.

Judged on the actor's own View alone, so that a refusal tells nothing the actor could not have known. The same
function greys a button, rejects a request and filters a mind's ideas. The reasons themselves live in `core/checks`.
"""

from game.core import acts
from game.core.acts import Act
from game.core.checks.accusing import accuse_problems
from game.core.checks.answers import Answers, answer_problems
from game.core.checks.cases import consult_problems, invoke_problems, press_problems
from game.core.checks.common import initiative_problems
from game.core.checks.councils import amendment_problems, call_vote_problems, vote_problems
from game.core.checks.drafts import draft_problems
from game.core.checks.sheets import sheet_problems
from game.core.checks.speaking import (
    ask_price_problems,
    broker_problems,
    lobby_problems,
    name_price_problems,
    outsider_problems,
    statement_problems,
)
from game.core.checks.talks import (
    message_problems,
    on_table_problems,
    payable_problems,
    same_open,
    withdraw_problems,
)
from game.core.checks.words import mediate_problems, offer_problems, warn_problems
from game.core.drafts import ENDINGS
from game.core.orders import Sheet
from game.core.problems import Problem, illegal, invalid, stale
from game.core.view import View


def problems(view: View, what: Act | Sheet | Answers) -> tuple[Problem, ...]:
    """Every reason why `view.seat` may not do `what` now; empty when it may."""
    if isinstance(what, Sheet):
        return sheet_problems(view, what)
    if isinstance(what, dict):
        return answer_problems(view, what)
    return act_problems(view, what)


def act_problems(view: View, act: Act) -> tuple[Problem, ...]:
    """Every reason against an act."""
    if view.world.stage != "negotiation":
        return (stale("Acts are taken while negotiation is open; it is closed now."),)
    world, me = view.world, view.seat
    match act:
        case acts.Message():
            return tuple(message_problems(world, me, act))
        case acts.Propose():
            found = draft_problems(world, act.draft)
            if me not in act.draft.parties:
                found.append(
                    illegal("A nation can propose only what it would itself be party to; others it may broker.")
                )
            if not 0 <= act.turns <= 4:
                found.append(invalid("A proposal stands for 0 to 4 turns after this one."))
            if me in act.draft.parties and same_open(world, me, act.draft):
                found.append(illegal("The same draft is already on the table between these nations."))
            return (*found, *initiative_problems(world, me, "Opening a negotiation"))
        case acts.Counter():
            found = on_table_problems(world, me, act.thread, act.revision)
            if found:
                return tuple(found)
            thread = world.threads[act.thread]
            found = draft_problems(world, act.draft)
            if act.draft.parties != thread.parties:
                found.append(illegal("A counter keeps the parties of its thread; for others, open a new one."))
            if act.draft.amends != thread.latest.draft.amends:
                found.append(illegal("A counter is about the same treaty; for another, open a new thread."))
            if act.draft == thread.latest.draft:
                found.append(illegal("The counter is the draft already on the table; accept it instead."))
            if me in thread.countered:
                found.append(illegal("One counter a turn in a thread; this turn's has been made."))
            return tuple(found)
        case acts.Accept():
            found = outsider_problems(world, me, act.thread, act.revision)
            if not found:
                thread = world.threads[act.thread]
                if me in thread.latest.agreed:
                    found.append(illegal("This nation already agrees to that revision."))
                found += payable_problems(world, me, thread.latest.draft)
                found += amendment_problems(world, thread.latest.draft)
            return tuple(found)
        case acts.Refuse():
            found = outsider_problems(world, me, act.thread, act.revision)
            if not found:
                thread = world.threads[act.thread]
                if me in thread.latest.agreed:
                    found.append(illegal("This nation agreed to that revision and cannot refuse it now."))
                if any(refusal.nation == me for refusal in thread.latest.refusals):
                    found.append(illegal("This nation has already refused that revision."))
                if act.instead is not None:
                    found += draft_problems(world, act.instead)
            return tuple(found)
        case acts.Recall():
            known = world.threads.get(act.thread)
            if known is None:
                return (invalid(f'There is no thread "{act.thread}".'),)
            if known.status != "open":
                return (stale(f"That negotiation {ENDINGS[known.status]}."),)
            if known.latest.by != me:
                return (illegal("Only the nation whose draft is on the table can recall it."),)
            return ()
        case acts.Withdraw():
            return tuple(withdraw_problems(world, me, act.treaty))
        case acts.Press():
            return tuple(press_problems(world, me, act))
        case acts.ConsultAct():
            return tuple(consult_problems(world, me, act))
        case acts.Invoke():
            return tuple(invoke_problems(world, me, act))
        case acts.Mediate():
            return tuple(mediate_problems(world, me, act))
        case acts.Offer():
            return tuple(offer_problems(world, me, act))
        case acts.Warn():
            return tuple(warn_problems(world, me, act))
        case acts.Broker():
            return tuple(broker_problems(world, me, act))
        case acts.StatePublicly():
            return tuple(statement_problems(world, me, act))
        case acts.Lobby():
            return tuple(lobby_problems(world, me, act))
        case acts.AskPrice():
            return tuple(ask_price_problems(world, me, act))
        case acts.NamePrice():
            return tuple(name_price_problems(world, me, act))
        case acts.CallVote():
            return tuple(call_vote_problems(world, me, act))
        case acts.Vote():
            return tuple(vote_problems(world, me, act))
        case acts.Accuse():
            return tuple(accuse_problems(world, me, act))
