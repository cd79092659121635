"""What each live act does, once it has been found allowed."""

from game.core import acts
from game.core.acts import Act
from game.core.deeds.accusing import accuse
from game.core.deeds.cases import invoke, press
from game.core.deeds.councils import agree_text, call_vote, cast
from game.core.deeds.speaking import lobby, speak, state_publicly
from game.core.deeds.talks import close_if_refused, decisive, sign_if_agreed
from game.core.deeds.words import mediate, offer, warn
from game.core.options import consults_due
from game.core.turn import Turn
from game.core.world import LedgerEntry


def perform(turn: Turn, who: str, act: Act) -> None:
    """Carry out an act that `problems()` allows."""
    match act:
        case acts.Message():
            turn.say(who, act.to, act.text, act.tone)
            speak(turn, who, act.to, act.tone)
        case acts.Propose():
            turn.use_initiative(who, "propose")
            thread_id = turn.open_thread(who, act.draft, act.turns, act.tone)
            speak(turn, who, act.draft.parties, act.tone)
            turn.explain(who, act.because, thread_id, "propose")
            if act.draft.amends:
                agree_text(turn, thread_id)
        case acts.Counter():
            turn.revise(act.thread, who, act.draft, act.tone, act.changed_for)
            speak(turn, who, act.draft.parties, act.tone)
            turn.explain(who, act.because, act.thread, "counter")
            if act.draft.amends:
                agree_text(turn, act.thread)
        case acts.Accept():
            turn.agree(act.thread, who)
            turn.explain(who, act.because, act.thread, "accept")
            sign_if_agreed(turn, act.thread)
        case acts.Refuse():
            turn.refuse(act.thread, who, decisive(act.because), act.instead, act.tone)
            speak(turn, who, turn.threads[act.thread].parties, act.tone)
            turn.explain(who, act.because, act.thread, "refuse")
            close_if_refused(turn, act.thread, who)
        case acts.Recall():
            turn.close_thread(act.thread, "recalled", who, decisive=decisive(act.because))
            turn.explain(who, act.because, act.thread, "recall")
        case acts.Withdraw():
            turn.announce_withdrawal(who, act.treaty)
            turn.explain(who, act.because, act.treaty, "withdraw")
            for other in turn.treaties[act.treaty].parties:
                if other != who:
                    turn.shift_trust(other, who, turn.rules.trust_left, "left", act.treaty)
        case acts.Press():
            press(turn, who, act)
        case acts.ConsultAct():
            turn.use_initiative(who, "consult")
            target = turn.crises[act.crisis].target
            # Who takes counsel on a case has taken it with all who are owed it.
            for treaty in [treaty for treaty, case in consults_due(turn.world(), who) if case == act.crisis]:
                turn.enter_ledger(who, LedgerEntry(turn.turn, treaty, "consult", target, "kept", 1, act.crisis))
            turn.shift_trust(target, who, turn.rules.trust_kept_duty, "kept_duty", act.crisis)
        case acts.Invoke():
            turn.explain(who, act.because, act.crisis, "invoke")
            invoke(turn, act.crisis, act.treaty)
        case acts.Mediate():
            mediate(turn, who, act)
        case acts.Offer():
            offer(turn, who, act)
        case acts.Warn():
            warn(turn, who, act)
        case acts.Broker():
            turn.use_initiative(who, "broker")
            thread_id = turn.open_thread(who, act.draft, act.turns, act.tone)
            speak(turn, who, act.draft.parties, act.tone)
            turn.explain(who, act.because, thread_id, "broker")
        case acts.StatePublicly():
            state_publicly(turn, who, act)
        case acts.Lobby():
            lobby(turn, who, act)
        case acts.AskPrice():
            turn.shift_influence(who, -turn.rules.price_ask, "asked_price")
            turn.ask_price(who, act.thread, act.nation)
        case acts.NamePrice():
            turn.name_price(who, act.thread, act.to, act.drafts)
            turn.explain(who, act.because, act.thread, "named_price")
        case acts.CallVote():
            call_vote(turn, who, act)
        case acts.Vote():
            cast(turn, who, act)
        case acts.Accuse():
            accuse(turn, who, act)
