"""Councils in words: motions, votes, what they changed, plans."""

from game.core.charters import Motion
from game.core.events import EventKind
from game.reports.council_words import CHOICE_WORDS, MOTION_WORDS, motion_text, plan_phrase, votes_text
from game.reports.grammar import article, figure
from game.reports.told import Teller, Told
from game.reports.treaties import clauses_short
from game.reports.words import crisis_name, names, theatre, treaty_name


def _motion(told: Told) -> str:
    """What a motion asks, as far as the reader's world knows it."""
    motion = told.world.motions.get(told.event.about)
    if motion is not None:
        return motion_text(told.world, motion)
    return article(next((words for kind, words in MOTION_WORDS.items() if kind == told.event.why), "motion"))


def _council(told: Told) -> str:
    motion = told.world.motions.get(told.event.about)
    return treaty_name(told.world, motion.treaty) if motion is not None else "the alliance"


def moved(told: Told) -> str:
    """A motion is put to a council."""
    return f"{told.who} moved in the council of {_council(told)}: {_motion(told)}"


def voted(told: Told) -> str:
    """A member votes."""
    how = next((words for choice, words in CHOICE_WORDS.items() if choice == told.event.why), "in its own way")
    return f"{told.who} voted {how}" if told.brief else f"{told.who} voted {how}: {_motion(told)}"


def _votes(told: Told, motion: Motion | None) -> str:
    """How those voted who were members then, in brackets."""
    if motion is None or not motion.votes:
        return ""
    return f" ({votes_text(told.world, motion, (told.event.who, *told.event.whom))})"


def carried(told: Told) -> str:
    """A council has resolved something."""
    motion = told.world.motions.get(told.event.about)
    votes = _votes(told, motion)
    return f"the council of {_council(told)} resolved: {_motion(told)}{votes}"


def motion_failed(told: Told) -> str:
    """A motion came to nothing."""
    motion = told.world.motions.get(told.event.about)
    votes = _votes(told, motion)
    return f"the motion of {told.who} in the council of {_council(told)} failed: {_motion(told)}{votes}"


def outvoted(told: Told) -> str:
    """A member is bound by what it voted against."""
    return f"{told.who} was outvoted and is bound all the same"


def amended(told: Told) -> str:
    """A new text binds the same parties."""
    draft = told.event.draft
    holds = f": {clauses_short(told.world, draft.clauses)}" if draft is not None and draft.clauses else ""
    return f"{told.everyone} are bound by a new text of {told.treaty}{holds}"


def joined(told: Told) -> str:
    """A treaty has new parties."""
    count = max(1, told.event.amount)
    fresh = (told.event.who, *told.event.whom[: count - 1])
    return f"{names(told.world, fresh)} joined {told.treaty}"


def suspended(told: Told) -> str:
    """Duties rest toward a member."""
    return f"the duties of {told.treaty} rest toward {told.who}, and its own toward {told.whom}"


def restored(told: Told) -> str:
    """A suspended member is bound and covered again."""
    return f"{told.treaty} binds and covers {told.who} again"


def expelled(told: Told) -> str:
    """A member is put out."""
    return f"{told.who} was expelled from {told.treaty}; {told.whom} remain bound by it"


def waived(told: Told) -> str:
    """The creed is waived for one nation."""
    return f"the creed of {told.treaty} was waived for {told.who}"


def declared(told: Told) -> str:
    """A joint statement."""
    members = sorted((told.event.who, *told.event.whom[1:]))
    return f"{names(told.world, members)} spoke to {told.one} with one voice under {told.treaty}"


def planned(told: Told) -> str:
    """A plan is agreed, or taken over."""
    plan = _plan(told)
    if told.event.why == "legacy":
        return f"{told.treaty} took over {plan} from an alliance its members had before, at {figure(told.event.amount)}"
    return f"{told.treaty} has {plan} now, which is worth what its exercises make of it"


def rehearsed(told: Told) -> str:
    """A plan is practised, or found wanting."""
    if told.event.why == "found_wanting":
        return f"{_plan(told)} under {told.treaty} was needed and found wanting: {figure(told.event.amount)} is left"
    return f"an exercise practised {_plan(told)} under {told.treaty}: it stands at {figure(told.event.amount)} of 100"


def _plan(told: Told) -> str:
    where, _, threat = told.event.text.partition("/")
    if not where:
        return "a plan"
    return plan_phrase(told.world, where, threat) if threat else f"a plan for {theatre(told.world, where)}"


def plan_followed(told: Told) -> str:
    """A rehearsed plan answers before anybody is asked."""
    treaty = treaty_name(told.world, told.event.why)
    case = crisis_name(told.world, told.event.about)
    return f"the rehearsed plan of {treaty} was put in hand for {told.who} in {case}"


COUNCILS: dict[EventKind, Teller] = {
    "moved": moved,
    "voted": voted,
    "carried": carried,
    "motion_failed": motion_failed,
    "outvoted": outvoted,
    "amended": amended,
    "joined": joined,
    "suspended": suspended,
    "restored": restored,
    "expelled": expelled,
    "waived": waived,
    "declared": declared,
    "planned": planned,
    "rehearsed": rehearsed,
    "plan_followed": plan_followed,
}
"""Words for every kind of event that belongs to councils."""
