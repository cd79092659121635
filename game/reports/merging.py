"""Small changes of one turn merged into readable sums: trust, support, forces, books."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from game.core.events import Event, EventKind
from game.core.world import State
from game.reports.causes import cause
from game.reports.doings import exercises, gifts, missions, moved, relief, slumps
from game.reports.duties_told import DID, SOMEHOW, drilled_elsewhere
from game.reports.grammar import counted, figure, listing, sentence_of, signed, tenths
from game.reports.lines import Line
from game.reports.pairs import groups, mutual_text, pairs_text
from game.reports.reasons import sums_text
from game.reports.sentences import SMALL_SHIFT, Importance, importance, sentence
from game.reports.told import Told
from game.reports.treaties import purse_duty
from game.reports.words import crisis_name, fp, name, names, stillborn, treaty_name

Merger: TypeAlias = Callable[[Sequence[Event], State], list[Line]]
"""Tells events of one kind and turn in sum."""

MOST_GROUPS = 6
"""Groups of equal changes told at the ordinary level; the rest are a detail."""
MOST_LAPSING = 3
"""Drafts about to lapse that are named; more of them are a detail."""
MOST_RATIFIED = 2
"""Treaties ratified that are named, those least sure of it."""
LEAST_SHIFT = 12
"""Points of trust below which a change is a detail."""


def merged(events: Sequence[Event], world: State) -> tuple[Line, ...]:
    """The lines that tell these events in sum. Every kind in `MERGED` is told whole; others are left out."""
    by_kind: dict[EventKind, list[Event]] = {}
    for event in events:
        leader = MERGED.get(event.kind)
        if leader is not None:
            by_kind.setdefault(leader, []).append(event)
    lines: list[Line] = []
    for kind, teller in _TELLERS.items():
        if kind in by_kind:
            lines += teller(by_kind[kind], world)
    return tuple(lines)


_ALIKE = {
    "signed ": "among the parties of each treaty signed",
    "exercised together ": "among those who exercised together",
}
"""Causes that come in numbers and touch exactly those whom another line has named: told once for all."""


def _directed(label: str, joint: str, level: Importance, mutual: bool = False) -> Merger:
    """Changes between pairs; `mutual` when what one pair sees holds both ways.

    The greatest are told at `level`, the slight and the many as a detail.
    """

    def tell(events: Sequence[Event], world: State) -> list[Line]:
        told: list[str] = []
        slight: list[str] = []
        found = groups(events, world, mutual)
        for beginning, words in _ALIKE.items():
            alike = [group for group in found if group[0].startswith(beginning)]
            if len(alike) > 1 and len({amount for _, amount, _ in alike}) == 1:
                found = tuple(group for group in found if group not in alike)
                (told if abs(alike[0][1]) >= LEAST_SHIFT else slight).append(f"{words} {signed(alike[0][1])}")
        for why, amount, pairs in found:
            whom = mutual_text(world, pairs) if mutual else pairs_text(world, pairs, joint)
            great = abs(amount) >= LEAST_SHIFT and len(told) < MOST_GROUPS
            (told if great else slight).append(f"{whom} {signed(amount)} ({why})")
        nations = tuple(dict.fromkeys(event.who for event in events))
        lines: list[Line] = []
        levels: tuple[tuple[list[str], Importance], ...] = ((told, level), (slight, "detail"))
        for parts, at in levels:
            if parts:
                text = f"{label}: {'; '.join(parts)}."
                lines.append(Line(turn=events[0].turn, text=text, importance=at, nations=nations))
        return lines

    return tell


def _by_nation(label: str, for_great: Importance, for_small: Importance) -> Merger:
    """Sums a nation with their causes, great ones and small ones each at its level."""

    def tell(events: Sequence[Event], world: State) -> list[Line]:
        parts: dict[str, list[tuple[str, int]]] = {}
        for event in events:
            parts.setdefault(event.who, []).append((cause(world, event), event.amount))
        great: list[tuple[str, str]] = []
        small: list[tuple[str, str]] = []
        for nation, causes in parts.items():
            total = sum(amount for _, amount in causes)
            text = f"{name(world, nation)} {sums_text(causes)}"
            told = bool(total) and (for_great == for_small or abs(total) >= SMALL_SHIFT)
            (great if told else small).append((nation, text))
        lines: list[Line] = []
        least: Importance = "detail" if for_great == for_small else for_small
        levels: tuple[tuple[list[tuple[str, str]], Importance], ...] = ((great, for_great), (small, least))
        for found, level in levels:
            if found:
                text = f"{label}: {'; '.join(words for _, words in found)}."
                nations = tuple(nation for nation, _ in found)
                lines.append(Line(turn=events[0].turn, text=text, importance=level, nations=nations))
        return lines

    return tell


def _amounts(label: str, level: Importance, unit: Callable[[int], str]) -> Merger:
    """One figure a nation: "Forces raised: the Soviet Union 15 FP and France 2 FP"."""

    def tell(events: Sequence[Event], world: State) -> list[Line]:
        sums: dict[str, int] = {}
        for event in events:
            sums[event.who] = sums.get(event.who, 0) + event.amount
        order = sorted(sums.items(), key=lambda item: -abs(item[1]))
        text = f"{label}: {listing([f'{name(world, who)} {unit(amount)}' for who, amount in order])}."
        return [Line(turn=events[0].turn, text=text, importance=level, nations=tuple(who for who, _ in order))]

    return tell


def _lost(events: Sequence[Event], world: State) -> list[Line]:
    """Forces lost, a case at a time."""
    by_case: dict[str, list[Event]] = {}
    for event in events:
        by_case.setdefault(event.about, []).append(event)
    lines: list[Line] = []
    for about, found in by_case.items():
        where = f" in {crisis_name(world, about)}" if about in world.crises else ""
        lines += _amounts(f"Forces lost{where}", "ordinary", lambda amount: fp(-amount))(found, world)
    return lines


def _treaties(label: str, level: Importance) -> Merger:
    def tell(events: Sequence[Event], world: State) -> list[Line]:
        parts = [
            f"{treaty_name(world, event.about)} between {names(world, sorted((event.who, *event.whom)))}"
            for event in events
        ]
        nations = tuple(dict.fromkeys(nation for event in events for nation in (event.who, *event.whom)))
        text = sentence_of(f"{label}: {'; '.join(parts)}")
        return [Line(turn=events[0].turn, text=text, importance=level, nations=nations)]

    return tell


def duties(events: Sequence[Event], world: State) -> list[Line]:
    """Duties other than Guards, a treaty at a time: those broken are told, those kept are a detail."""
    who: dict[tuple[str, str, str, str], list[str]] = {}
    elsewhere: dict[str, list[str]] = {}
    for event in events:
        said = drilled_elsewhere(world, event, treaty_name(world, event.text))
        if said:
            elsewhere.setdefault(said, []).append(event.who)
            continue
        case = event.about if event.about in world.crises else ""
        purse = purse_duty(world, event.text, event.who) if event.why == "pay" else ""
        why = purse if purse in ("gift", "both", "share") else event.why
        if why == "abstain" and not case:
            why = "restraint"
        who.setdefault((event.text, why, event.kind.removeprefix("duty_"), case), []).append(event.who)
    under: dict[tuple[tuple[str, ...], str, str, str], list[str]] = {}
    for (treaty, why, result, case), nations in who.items():
        under.setdefault((tuple(nations), why, result, case), []).append(treaty_name(world, treaty))
    lines: list[Line] = []
    for broken in (True, False):
        parts = [f"{names(world, group)} {said}" for said, group in elsewhere.items()] if broken else []
        told = [one for group in elsewhere.values() for one in group] if broken else []
        for (group, why, result, case), treaties in under.items():
            if (result == "broken") != broken:
                continue
            one = len(group) == 1
            words = DID.get((why, result), SOMEHOW[result])
            words = words.replace("{their}", "its" if one else "their").replace("{were}", "was" if one else "were")
            where = f" in {crisis_name(world, case)}" if case else ""
            parts.append(f"{names(world, group)} {words} under {listing(treaties)}{where}")
            told += group
        if parts:
            level: Importance = "ordinary" if broken else "detail"
            text = sentence_of("; ".join(parts))
            lines.append(Line(turn=events[0].turn, text=text, importance=level, nations=tuple(dict.fromkeys(told))))
    return lines


_BOOKS: dict[EventKind, str] = {
    "income": "income",
    "upkeep": "upkeep",
    "home_need": "needs at home",
    "excess_home": "treasury full",
}


def books(events: Sequence[Event], world: State) -> dict[str, list[tuple[str, int]]]:
    """What came into each treasury and what left it, with the cause."""
    found: dict[str, list[tuple[str, int]]] = {}
    for event in events:
        if event.amount and MERGED.get(event.kind) == "income":
            words = _BOOKS.get(event.kind) or cause(world, event)
            found.setdefault(event.who, []).append((words, event.amount))
    return found


def _books(events: Sequence[Event], world: State) -> list[Line]:
    found = books(events, world)
    parts = [f"{name(world, nation)} {sums_text(items)}" for nation, items in found.items()]
    if not parts:
        return []
    text = f"The books, in RP: {'; '.join(parts)}."
    return [Line(turn=events[0].turn, text=text, importance="detail", nations=tuple(found))]


def _last_words(events: Sequence[Event], world: State) -> list[Line]:
    return [Line(turn=event.turn, text=sentence(event, world), importance=importance(event, world)) for event in events]


def _known(events: Sequence[Event], world: State) -> list[Line]:
    who: dict[tuple[str, int], list[str]] = {}
    for event in events:
        who.setdefault((event.who, event.amount), []).extend(event.whom)
    parts = [
        f"{name(world, one)} of {names(world, others)} through turn {until}" for (one, until), others in who.items()
    ]
    text = f"Exact figures brought home: {'; '.join(parts)}."
    return [Line(turn=events[0].turn, text=text, importance="detail", nations=tuple(one for one, _ in who))]


def _lapsing(events: Sequence[Event], world: State) -> list[Line]:
    """Drafts that lie open for the last turn, by those who put them."""
    events = [event for event in events if not _answered_no(world, event.about)]
    if not events:
        return []
    by: dict[str, list[str]] = {}
    for event in events:
        by.setdefault(event.who, []).append(Told(event, world).draft)
    parts = [f"{listing(drafts)}, put by {name(world, who)}" for who, drafts in by.items()]
    text = sentence_of(f"To be signed this turn or lapse: {'; '.join(parts)}")
    nations = tuple(dict.fromkeys(nation for event in events for nation in (event.who, *event.whom)))
    # A reader of one nation's mail has a few; all of the world's are for whoever wants everything.
    level: Importance = "ordinary" if len(events) <= MOST_LAPSING else "detail"
    return [Line(turn=events[0].turn, text=text, importance=level, nations=nations)]


def _answered_no(world: State, thread: str) -> bool:
    """Whether somebody whose signature it needs has refused what lies on the table: nobody waits for it any more."""
    found = world.threads.get(thread)
    return found is not None and bool(found.latest.refusals)


def _misread(events: Sequence[Event], world: State) -> list[Line]:
    """Misunderstandings: one told whole, several of tone together; why they happen stands in the words."""
    tone = [event for event in events if event.why == "tone"]
    lines = [
        Line(turn=event.turn, text=sentence(event, world), nations=(event.who, *event.whom))
        for event in events
        if event.why != "tone" or len(tone) == 1
    ]
    if len(tone) > 1:
        by_size: dict[int, list[str]] = {}
        for event in tone:
            pair = f"{name(world, event.whom[0])} that of {name(world, event.who)}"
            by_size.setdefault(event.amount, []).append(pair)
        parts = [f"{listing(pairs)} ({signed(size)} trust)" for size, pairs in by_size.items()]
        text = sentence_of(f"Misunderstandings, not slights: a tone was taken worse than meant, by {'; '.join(parts)}")
        nations = tuple(dict.fromkeys(nation for event in tone for nation in (event.who, *event.whom)))
        lines.append(Line(turn=tone[0].turn, text=text, nations=nations))
    return lines


def _new_texts(events: Sequence[Event], world: State) -> list[Line]:
    """Treaties that bind in a new text from now on; what was changed is told where it was agreed."""
    parts = [
        f"{treaty_name(world, event.about)} between {names(world, sorted((event.who, *event.whom)))}"
        for event in events
    ]
    nations = tuple(dict.fromkeys(nation for event in events for nation in (event.who, *event.whom)))
    text = f"New texts bind from now on: {'; '.join(parts)}."
    return [Line(turn=events[0].turn, text=text, importance="ordinary", nations=nations)]


def _ratified(events: Sequence[Event], world: State) -> list[Line]:
    """Who ratified what, a treaty at a time, with the odds it had."""
    whom: dict[str, list[str]] = {}
    for event in events:
        whom.setdefault(event.about, []).append(f"{name(world, event.who)} ({event.amount} %)")
    parts = [f"{treaty_name(world, treaty)} by {listing(who)}" for treaty, who in whom.items()]
    nations = tuple(dict.fromkeys(event.who for event in events))
    least = {treaty: min(event.amount for event in events if event.about == treaty) for treaty in whom}
    # What one country ratified and another did not came to nothing: that is told by itself.
    least = {treaty: odds for treaty, odds in least.items() if not stillborn(world, treaty)}
    order = sorted(least.items(), key=lambda item: item[1])
    short = [f"{treaty_name(world, treaty)} ({figure(odds)} %)" for treaty, odds in order[:MOST_RATIFIED]]
    if len(order) > MOST_RATIFIED:
        short.append(f"{counted(len(order) - MOST_RATIFIED, 'other')} at {figure(order[MOST_RATIFIED][1])} % or better")
    told = sentence_of(f"Ratified, with the odds where they were worst: {listing(short)}")
    whole = sentence_of(f"Ratified: {'; '.join(parts)}")
    turn = events[0].turn
    detail = Line(turn=turn, text=whole, importance="detail", indent=1 if order else 0, nations=nations)
    return [Line(turn=turn, text=told, importance="ordinary", nations=nations), detail] if order else [detail]


def _met(events: Sequence[Event], world: State) -> list[Line]:
    """Whose people met, and how."""
    parts = [
        f"{mutual_text(world, pairs)} {signed(amount)} ({why})" for why, amount, pairs in groups(events, world, True)
    ]
    nations = tuple(dict.fromkeys(nation for event in events for nation in (event.who, *event.whom)))
    text = f"Familiarity: {'; '.join(parts)}."
    return [Line(turn=events[0].turn, text=text, importance="detail", nations=nations)]


def _percent(permille: int) -> str:
    return f"{figure((permille + 5) // 10)} %"


MERGED: dict[EventKind, EventKind] = {
    **{kind: kind for kind in ("trust", "provoked", "interop", "support", "influence", "readiness", "standing")},
    **{kind: kind for kind in ("toll", "forces_raised", "forces_lost", "mission", "in_force", "mark")},
    "ratified": "ratified",
    "familiarity": "familiarity",
    "expires": "expires",
    "misread": "misread",
    "amended": "amended",
    "known": "known",
    "paid": "paid",
    "exercise_held": "exercise_held",
    "relief": "relief",
    "met": "relief",
    "slump": "slump",
    "stability": "stability",
    "game_over": "game_over",
    "duty_kept": "duty_kept",
    "duty_broken": "duty_kept",
    "duty_excused": "duty_kept",
    "income": "income",
    "upkeep": "income",
    "home_need": "income",
    "spent": "income",
    "earned": "income",
    "excess_home": "income",
}
"""Kinds told in sum, and the kind under which their sum is told."""

_TELLERS: dict[EventKind, Merger] = {
    "in_force": _treaties("In force from now on", "detail"),
    "expires": _lapsing,
    "amended": _new_texts,
    "ratified": _ratified,
    "misread": _misread,
    "mission": missions,
    "familiarity": _met,
    "standing": moved,
    "forces_raised": _amounts("Forces raised", "ordinary", fp),
    "forces_lost": _lost,
    "paid": gifts,
    "relief": relief,
    "slump": slumps,
    "exercise_held": exercises,
    "trust": _directed("Trust", "in", "ordinary"),
    "provoked": _directed("Provocation", "by", "detail"),
    "interop": _directed("Forces that learnt to work together", "with", "detail", mutual=True),
    "support": _by_nation("Support at home", "ordinary", "detail"),
    "influence": _by_nation("Influence", "ordinary", "ordinary"),
    "readiness": _by_nation("Readiness", "detail", "detail"),
    "duty_kept": duties,
    "income": _books,
    "toll": _amounts("What standing by others costs the score", "ordinary", lambda points: f"{tenths(points)} %"),
    "mark": _amounts("Aims met today", "detail", _percent),
    "known": _known,
    "stability": _last_words,
    "game_over": _last_words,
}
