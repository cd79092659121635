"""Events told as one matter: a misfortune that spread, a treaty that failed at home, a motion, letters."""

from collections.abc import Sequence
from dataclasses import replace

from game.core.world import State
from game.reports.grammar import sentence_of
from game.reports.lines import Line
from game.reports.matter import Matter, Weighed, plain
from game.reports.sentences import sentence
from game.reports.told import Told
from game.reports.words import misfortune_name, names


def spread(world: State, events: Sequence[Weighed]) -> list[Line]:
    """A misfortune that was not met and reached others, in one sentence; what it brought each is a detail."""
    matter = Matter(world, events)
    reached: dict[str, list[str]] = {}
    for event, _ in events:
        if event.kind == "contagion":
            reached.setdefault(event.about, []).append(event.who)
    parts = [f"{misfortune_name(world, source)} reached {names(world, whom)}" for source, whom in reached.items()]
    nations = tuple(dict.fromkeys(who for whom in reached.values() for who in whom))
    matter.say(sentence_of(f"not met in time, {'; '.join(parts)}"), replace(events[0][0], whom=nations), 0)
    for event, _ in events:
        if event.kind != "contagion":
            matter.say(sentence(event, world), event, 1, "detail")
    return matter.lines


def at_home(world: State, events: Sequence[Weighed]) -> list[Line]:
    """A treaty that failed at home, in one sentence with what became of it; anything else event by event."""
    failed = [event for event, _ in events if event.kind == "not_ratified"]
    rest = [event for event, _ in events if event.kind != "not_ratified"]
    if not failed or not rest:
        return plain(world, events)
    matter = Matter(world, events)
    # Its fate in the same breath: the reader need not look for it further down.
    parts = [sentence(event, world, brief=place > 0).rstrip(".") for place, event in enumerate(failed)]
    if all(event.kind == "treaty_ended" and event.why == "not_ratified" for event in rest):
        matter.say(f"{'; '.join(parts)}; it comes to nothing between {Told(rest[0], world).everyone}.", failed[0], 0)
    else:
        fate = " ".join(sentence(event, world) for event in rest)
        matter.say(f"{'; '.join(parts)}. {fate}", failed[0], 0)
    return matter.lines


def motion(world: State, events: Sequence[Weighed]) -> list[Line]:
    """A motion and what came of it; once it is decided, that it was put is a detail."""
    decided = [item for item in events if item[0].kind in ("carried", "motion_failed")]
    if not decided:
        return plain(world, events)
    rest = [item for item in events if item not in decided]
    return [*plain(world, decided), *(replace(line, importance="detail", indent=1) for line in plain(world, rest))]


def messages(world: State, events: Sequence[Weighed]) -> list[Line]:
    """Who wrote to whom, by whom it went to; the words stand under it as a detail."""
    to: dict[tuple[str, ...], list[str]] = {}
    for event, _ in events:
        to.setdefault(event.whom, []).append(event.who)
    parts = [f"{names(world, dict.fromkeys(who))} to {names(world, whom)}" for whom, who in to.items()]
    matter = Matter(world, events)
    matter.say(f"Messages went from {'; from '.join(parts)}.", events[0][0], 0)
    for event, _ in events:
        matter.say(sentence(event, world), event, 1, "detail")
    return matter.lines
