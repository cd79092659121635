"""Talks in words: messages, drafts, answers, treaties signed, left and ended."""

from game.core.beliefs import breakers
from game.core.events import Event, EventKind
from game.core.world import State
from game.reports.council_words import charter_short
from game.reports.differences import changes_to, condition, difference
from game.reports.grammar import counted, figure, sentence_of
from game.reports.motives import amendment, motive_text
from game.reports.reasons import decisive_text, terms_text
from game.reports.tell_pledges import tone_words
from game.reports.told import Teller, Told
from game.reports.treaties import clauses_short
from game.reports.words import name, names, treaty_name

ON_DECIDING: dict[str, str] = {
    "propose": "on proposing it",
    "counter": "on answering with a draft of its own",
    "accept": "on agreeing",
    "refuse": "on declining",
    "recall": "on taking it off the table",
    "withdraw": "on leaving",
    "press": "on pressing its demand",
    "invoke": "on invoking a treaty",
    "broker": "on brokering it",
    "state_publicly": "on speaking in public",
    "lobby": "on lobbying",
    "named_price": "on naming its price",
    "call_vote": "on putting a motion",
    "vote_for": "on voting in favour",
    "vote_against": "on voting against",
    "vote_abstain": "on abstaining",
    "stand_firm": "on standing firm",
    "negotiate": "on offering to negotiate",
    "concede": "on giving way",
    "come": "on coming",
    "join": "on coming in beside the challenger",
    "support": "on giving support",
    "mediate": "on offering to mediate",
    "stay_out": "on staying out",
    "back_down": "on backing down",
    "settle": "on settling",
    "strike": "on striking",
}
"""What a nation was deciding when it weighed these terms, by act or stance."""


def message(told: Told) -> str:
    """Words a nation chose itself, quoted."""
    words = " ".join(told.event.text.split())
    return f"{told.who} to {told.whom}{tone_words(told.event.why)}: “{words}”"


def proposed(told: Told) -> str:
    """A draft is laid on the table, with what it holds."""
    draft = told.event.draft
    if draft is None:
        return f"{told.who} sent {told.whom} a draft"
    holds = clauses_short(told.world, draft.clauses, draft.payments)
    if draft.charter is not None and not draft.amends:
        holds = f"{holds}; {charter_short(told.world, draft.charter)}"
    term = f", for {counted(draft.duration, 'turn')}" if draft.duration else ""
    quiet = (" in secret" if draft.secret else "") + tone_words(told.event.why)
    if told.event.who and told.event.who not in draft.parties:
        return f"{told.who} put {told.draft} before {told.whom} as a broker{quiet}: {holds}{term}"
    if draft.amends:
        text = f"{told.who} proposed to {told.whom} a new text of {treaty_name(told.world, draft.amends)}{quiet}"
        return f"{text}: {changes_to(told.world, draft, told.event.drafts)}"
    ways = (
        f"{told.who} proposed {told.draft} to {told.whom}{quiet}",
        f"{told.who} laid {told.draft} before {told.whom}{quiet}",
        f"{told.who} offered {told.whom} {told.draft}{quiet}",
    )
    return f"{told.pick(ways)}: {holds}{term}"


def countered(told: Told) -> str:
    """Another draft takes the place of the one on the table; what changed is said."""
    draft, before = told.event.draft, told.revision(told.event.amount - 1)
    ways = (f"{told.who} answered {told.draft} with one of its own", f"{told.who} countered {told.draft}")
    opening = f"{told.who} answered with a draft of its own" if told.brief else told.pick(ways)
    opening += tone_words(told.event.why)
    if draft is None:
        return opening
    changed = difference(told.world, before, draft) if before is not None else ""
    said = f"{opening}: {changed or clauses_short(told.world, draft.clauses, draft.payments)}"
    why = changed_for(told.world, told.event)
    return f"{said}. {sentence_of(why)[:-1]}" if why else said


def changed_for(world: State, event: Event) -> str:
    """What a change of a draft was for, by the term its maker told; empty where it told none."""
    if not event.terms or event.kind != "countered":
        return ""
    term, who = event.terms[0], name(world, event.who)
    return f"{who} did so chiefly {amendment(world, term) if term.tenths < 0 else motive_text(world, term)}"


def accepted(told: Told) -> str:
    """A party agrees to the revision on the table."""
    return f"{told.who} agreed" if told.brief else f"{told.who} agreed to {told.draft}"


def refused(told: Told) -> str:
    """A refusal: what decided it, and what would be signed today instead."""
    refused_draft, instead = told.revision(told.event.amount), told.event.draft
    why = "; ".join(decisive_text(told.world, term) for term in told.event.terms)
    said = f"{told.who} declined" + ("" if told.brief else f" {told.draft}") + tone_words(told.event.why)
    said += f": {why}" if why else ""
    if instead is None:
        return said
    wish = condition(told.world, refused_draft, instead) if refused_draft is not None else ""
    if not wish:
        return f"{said}. It would sign this instead: {clauses_short(told.world, instead.clauses, instead.payments)}"
    return f"{said}. It would sign {wish}"


def reasoned(told: Told) -> str:
    """All the terms of a decision."""
    deciding = ON_DECIDING.get(told.event.why, "on deciding")
    return f"what {told.who} weighed {deciding}: {terms_text(told.world, told.event.terms)}"


def recalled(told: Told) -> str:
    """A draft is taken off the table by its maker."""
    why = "; ".join(decisive_text(told.world, term) for term in told.event.terms)
    return f"{told.who} took {told.draft} off the table" + (f": {why}" if why else "")


def thread_lapsed(told: Told) -> str:
    """A draft came to nothing: refused by all, or out of time."""
    if told.event.why == "refused":
        return f"every other party declined {told.matter}, and the talks are closed"
    if told.event.why == "overtaken":
        return f"{told.matter} was overtaken: the treaty it would change is no longer the one it was written for"
    return f"{told.matter} lapsed unsigned"


def thread_closed(told: Told) -> str:
    """A thread's counters and refusals are counted afresh."""
    return f"talks on {told.draft} may be taken up again"


def signed(told: Told) -> str:
    """All parties agree to one revision."""
    draft = told.event.draft
    if draft is None:
        return f"{told.everyone} signed {told.treaty}"
    title = Told(told.event, told.world).draft
    quiet = "in secret " if draft.secret else ""
    if draft.amends:
        text = f"{told.everyone} agreed on a new text of {treaty_name(told.world, draft.amends)}"
        return text if told.brief else f"{text}: {changes_to(told.world, draft, told.event.drafts)}"
    holds = clauses_short(told.world, draft.clauses, draft.payments)
    if draft.charter is not None:
        holds = f"{holds}; {charter_short(told.world, draft.charter)}"
    if told.brief:
        return f"{told.everyone} {quiet}signed {title}"
    return f"{told.everyone} {quiet}signed {title}: {holds}"


def in_force(told: Told) -> str:
    """A treaty signed this turn binds from now."""
    return f"{told.treaty} binds {told.everyone} from now on"


def withdrawal_announced(told: Told) -> str:
    """A party says it will leave."""
    said = f"{told.who} gave {told.whom} notice of leaving {told.treaty}"
    known = told.event.about in told.world.treaties
    broke = breakers(told.world, told.event.about, told.event.who, told.event.turn) if known else ()
    absent = tuple(name for name in broke if name in told.event.whom)
    if absent:
        said += f", under which {names(told.world, absent)} did not come when it was called"
    return f"{said}; it remains bound through turn {figure(told.event.amount)}"


def left_treaty(told: Told) -> str:
    """A party's notice has run."""
    if len(told.event.whom) > 1:
        return f"{told.who} left {told.treaty}; {told.whom} remain bound by it"
    return f"{told.who} left {told.treaty}, which is thereby at an end"


def clause_ended(told: Told) -> str:
    """A clause was struck from a treaty."""
    if told.event.why == "basing":
        return f"{told.who} took back the bases it lent {told.whom or 'others'} under {told.treaty}"
    return f"a clause of {told.treaty} was struck"


def treaty_ended(told: Told) -> str:
    """A treaty's time has run."""
    ran = {
        "duration": "ran its term and ended",
        "not_ratified": "was not ratified and comes to nothing",
        "war": "was ended by the war between them",
        "dissolved": "was dissolved by its members",
    }.get(told.event.why, "ended")
    return f"{told.treaty} between {told.everyone} {ran}"


TALKS: dict[EventKind, Teller] = {
    "message": message,
    "proposed": proposed,
    "countered": countered,
    "accepted": accepted,
    "refused": refused,
    "reasoned": reasoned,
    "recalled": recalled,
    "thread_lapsed": thread_lapsed,
    "thread_closed": thread_closed,
    "signed": signed,
    "in_force": in_force,
    "withdrawal_announced": withdrawal_announced,
    "left_treaty": left_treaty,
    "treaty_ended": treaty_ended,
    "clause_ended": clause_ended,
}
"""Words for every kind of event that belongs to talks."""
