"""A case before the world told as one matter: its signs and demands, the calls, the answers round by round."""

from collections.abc import Sequence
from dataclasses import replace

from game.core.events import Event, EventKind
from game.core.terms import Term
from game.core.world import State
from game.reports.grammar import counted, figure, listing, sentence_of
from game.reports.lines import Line
from game.reports.matter import Matter, Weighed
from game.reports.merging import merged
from game.reports.motives import chief, motive_text
from game.reports.reasons import terms_text
from game.reports.sentences import sentence
from game.reports.words import AUTOMATICITY_WORDS, STANCE_PAST, crisis_name, fp, name, names, treaty_name

MOST_TERMS = 2
"""Terms of a decision told with it; all of them stand in the detail under it."""
SPARED: tuple[EventKind, ...] = ("backed_down", "settled", "frozen")
"""Decisions not to strike: their terms are those of the blow that was not struck."""
MOST_IDLE = 4
"""Nations that were not called and stayed out that are named; of more it is told how many."""
MOST_ANSWERS = 4
"""Sealed answers of a round that are told one by one, each with its reason."""
JUDGED: dict[EventKind, str] = {"duty_kept": "kept", "duty_broken": "broke"}


def case(world: State, events: Sequence[Weighed]) -> list[Line]:
    """One case: its signs and demands, the calls, the sealed answers round by round, and how it ended."""
    events = _blow_first(events)
    matter = Matter(world, events)
    index = 0
    rounds = 0
    lost: list[Event] = []
    read: list[tuple[str, tuple[str, ...]]] = []
    """Treaties found not to mean this case, by whom: each is told once."""
    first: dict[str, tuple[str, int]] = {}
    while index < len(events):
        event, terms = events[index]
        brief = bool(matter.lines)
        indent = 1 if brief else 0
        run = _run(events, index)
        if event.kind == "answered":
            rounds += 1
            _round(matter, run, rounds, first)
            index += len(run)
        elif event.kind == "consulted":
            _counsel(matter, run, indent)
            index += len(run)
        elif len(pledges := _pledges(events, index)) > 2:
            for kind in JUDGED:
                _together(matter, [one for one in pledges if one.kind == kind], indent)
            index += len(pledges)
        elif event.kind == "called":
            _promises(matter, [item[0] for item in run], indent)
            index += len(run)
        elif event.kind == "forces_lost":
            lost += [item[0] for item in run]
            index += len(run)
        elif event.kind == "not_the_case" and (event.who, event.whom) in read:
            index += 1
        else:
            said = sentence(event, world, brief)
            if event.kind == "not_the_case":
                read.append((event.who, event.whom))
            if terms and event.kind in ("pressed", "invoked", "backed_down", "settled", "frozen", "struck"):
                lead = "What a blow held for it" if event.kind in SPARED else "What decided it"
                said = f"{said} {lead}: {terms_text(world, terms, MOST_TERMS)}."
            matter.say(said, event, indent)
            matter.weigh(event, terms, indent + 1)
            index += 1
            if event.kind == "struck" and lost:
                matter.lines += [replace(line, indent=1, about=event.about) for line in merged(lost, world)]
                lost.clear()
    return matter.lines


def _blow_first(events: Sequence[Weighed]) -> list[Weighed]:
    """The same events, a blow before what it meant to those who stood by the target or did not."""
    place = next((place for place, (event, _) in enumerate(events) if event.kind == "struck"), len(events))
    late = [item for item in events[:place] if item[0].kind in ("entrapped", "abandoned")]
    before = [item for item in events[:place] if item not in late]
    return [*before, *events[place : place + 1], *late, *events[place + 1 :]]


def _run(events: Sequence[Weighed], start: int) -> list[Weighed]:
    """Events of one kind that follow each other; of sealed answers, one a nation: a second begins a new round."""
    kind = events[start][0].kind
    run: list[Weighed] = []
    for event, terms in events[start:]:
        if event.kind != kind or (kind == "answered" and any(other.who == event.who for other, _ in run)):
            break
        run.append((event, terms))
    return run


def _counsel(matter: Matter, run: list[Weighed], indent: int) -> None:
    """Counsel taken with one nation, by all who took it."""
    world = matter.world
    under: dict[str, list[str]] = {}
    for event, _ in run:
        under.setdefault(event.who, []).append(treaty_name(world, event.text))
    lead = run[0][0]
    if len(run) == 1:
        matter.say(sentence(lead, world, brief=indent > 0), lead, indent)
        return
    by_treaty: dict[tuple[str, ...], list[str]] = {}
    for who, treaties in under.items():
        by_treaty.setdefault(tuple(treaties), []).append(who)
    if len(by_treaty) > 2:
        parts = [f"{names(world, list(under))}, each under the treaty that asks it"]
    else:
        parts = [f"{names(world, group)} under {listing(treaties)}" for treaties, group in by_treaty.items()]
    whom = names(world, dict.fromkeys(n for event, _ in run for n in event.whom))
    where = "" if indent else f" in {crisis_name(world, lead.about)}"
    matter.say(sentence_of(f"counsel was taken with {whom}{where} by {'; by '.join(parts)}"), lead, indent)


def _pledges(events: Sequence[Weighed], start: int) -> list[Event]:
    """Pledges kept and broken that are told one after the other."""
    found: list[Event] = []
    for event, _ in events[start:]:
        if event.kind not in JUDGED or event.why != "guard":
            break
        found.append(event)
    return found


def _together(matter: Matter, judged: list[Event], indent: int) -> None:
    """Pledges that many kept, or broke, at once."""
    world = matter.world
    under: dict[tuple[str, tuple[str, ...]], list[Event]] = {}
    for event in judged:
        under.setdefault((event.text, event.whom), []).append(event)
    for (treaty, whom), events in under.items():
        verb = JUDGED[events[0].kind]
        weights = sorted(event.amount for event in events if event.amount) or [0]
        low, high = figure(weights[0]), figure(weights[-1])
        weight = f" (weight {low if low == high else f'{low} to {high}'} of 10)" if weights[-1] else ""
        their = "its pledge" if len(events) == 1 else "their pledges"
        who = names(world, dict.fromkeys(event.who for event in events))
        said = f"{who} {verb} {their} to {names(world, whom)} under {treaty_name(world, treaty)}{weight}"
        matter.say(sentence_of(said), events[0], indent)


def _promises(matter: Matter, calls: list[Event], indent: int) -> None:
    how: dict[str, list[str]] = {}
    for event in calls:
        # Who has nothing that may leave home keeps its pledge by speaking up.
        promised = fp(event.amount) if event.amount else "its voice alone"
        how.setdefault(event.why, []).append(f"{name(matter.world, event.who)} {promised}")
    words: dict[str, str] = dict(AUTOMATICITY_WORDS.items())
    parts = [f"{listing(who)}, {words.get(why, why)}" for why, who in how.items()]
    matter.say(f"Promised under it: {'; '.join(parts)}.", calls[0], indent, "ordinary")


_ROUND = {1: "The first answers, opened together:", 2: "The second answers, on what was seen:"}


def _many(matter: Matter, answers: list[Weighed], called: list[str]) -> None:
    """The answers of many in a line each sort; why is a detail under it, but for those who did not come when called."""
    world = matter.world
    sorts: dict[str, list[Weighed]] = {}
    for item in answers:
        event = item[0]
        absent = event.stance in ("stay_out", "refuse") and event.who in called
        sorts.setdefault(f"{event.stance} {absent}", []).append(item)
    for found in sorts.values():
        lead = found[0][0]
        if lead.stance == "come":
            sent = listing([f"{name(world, event.who)} with {fp(event.amount)}" for event, _ in found])
            said = f"{sent} came" if len(found) > 1 else sentence(lead, world, brief=True)
        elif lead.stance == "join":
            said = "; ".join(sentence(event, world, brief=True).rstrip(".") for event, _ in found)
        else:
            though = ", though called," if lead.stance == "stay_out" and lead.who in called else ""
            past = STANCE_PAST[lead.stance] if lead.stance is not None else "sent no answer"
            past = past.replace("its ", "their ") if len(found) > 1 else past
            who = names(world, [event.who for event, _ in found])
            if lead.stance in ("stay_out", "refuse") and lead.who in called:
                who = listing([f"{name(world, event.who)}{_why(world, terms)}" for event, terms in found])
            said = f"{who}{though} {past}"
        matter.say(sentence_of(said), lead, 2, "ordinary")
        for event, terms in found:
            matter.weigh(event, terms, 3)


def _alike(answers: Sequence[Weighed]) -> list[list[Weighed]]:
    """Answers one by one; those of one kind for which no reason is known, and which name no forces, together."""
    found: dict[str, list[Weighed]] = {}
    for event, terms in answers:
        plainly = not terms and event.stance in ("support", "refuse", "mediate", "stay_out")
        found.setdefault(event.stance if plainly and event.stance else event.who, []).append((event, terms))
    return list(found.values())


def _why(world: State, terms: tuple[Term, ...]) -> str:
    """What spoke most for an answer, in brackets; nothing where it is not known."""
    most = chief(terms)
    return f" ({motive_text(world, most)})" if most is not None else ""


def _round(
    matter: Matter,
    run: list[Weighed],
    number: int,
    first: dict[str, tuple[str, int]],
) -> None:
    """The envelopes of one round. In the second, those who stood by their first answer are named together."""
    world = matter.world
    lead = run[0][0]
    crisis = world.crises.get(lead.about)
    called = [call.ally for call in crisis.calls] if crisis is not None else []
    idle: list[str] = []
    same: list[str] = []
    told: list[Weighed] = []
    for event, terms in run:
        answer = (event.stance or "", event.amount)
        if number > 1 and first.get(event.who) == answer:
            same.append(event.who)
        elif event.stance == "stay_out" and event.who not in called:
            idle.append(event.who)
        else:
            told.append((event, terms))
        first[event.who] = answer
    if same and not told and not idle:
        matter.say("On what was seen, all stood by their answers.", lead, 1, "ordinary")
        return
    matter.say(_ROUND.get(number, f"Answers of round {number}:"), lead, 1, "ordinary")
    target = crisis.target if crisis is not None else ""
    told.sort(key=lambda item: (item[0].who != target, item[0].who not in called))
    alone = told
    if len(told) > MOST_ANSWERS:
        alone = [item for item in told if item[0].who == target]
    for together in _alike(alone):
        event, terms = together[0]
        said = sentence(event, world, brief=True).rstrip(".")
        if len(together) > 1 and event.stance is not None:
            past = STANCE_PAST[event.stance].replace("its ", "their ")
            who = names(world, [each.who for each, _ in together])
            said = f"{who}{', though called,' if event.stance == 'stay_out' else ''} {past}"
        matter.say(f"{sentence_of(said).rstrip('.')}{_why(world, terms)}.", event, 2, "ordinary")
        matter.weigh(event, terms, 3)
    if len(told) > MOST_ANSWERS:
        _many(matter, [item for item in told if item[0].who != target], called)
    if idle:
        who = names(world, idle)
        short = who if len(idle) <= MOST_IDLE else counted(len(idle), "other")
        matter.say(sentence_of(f"{short}, not called, stayed out"), lead, 2, "ordinary")
        if short != who:
            matter.say(sentence_of(f"not called, {who} stayed out"), lead, 3, "detail")
        for event, terms in run:
            if event.who in idle:
                matter.weigh(event, terms, 3)
    if same:
        whose = "its answer" if len(same) == 1 else "their answers"
        matter.say(sentence_of(f"{names(world, same)} stood by {whose}"), lead, 2, "ordinary")
