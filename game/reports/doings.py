"""What nations did in a turn, told in sum: forces moved, missions, gifts, exercises, relief."""

from collections.abc import Sequence
from dataclasses import replace

from game.core.arith import divide
from game.core.events import Event
from game.core.world import State
from game.reports.grammar import capital, counted, figure, listing, number, sentence_of
from game.reports.hardship_words import income_moved, relief_sentence, relief_sum
from game.reports.lines import Line
from game.reports.sentences import sentence
from game.reports.tell_affairs import EXERCISE_WORDS
from game.reports.treaties import SCALES
from game.reports.words import fp, misfortune_name, name, names, places, rp, theatre, treaty_name, whose

MANY = 5
"""Nations from which on a list of gifts is told by its sums."""
FEW_FORCES = 3
"""FP below which a move is named in sum with others to the same place."""


def moved(events: Sequence[Event], world: State) -> list[Line]:
    """Forces sent abroad and brought home, a place at a time; no figure is left out of the sums."""
    moves: dict[tuple[str, bool], list[tuple[str, int]]] = {}
    for event in events:
        moves.setdefault((event.about, event.amount > 0), []).append((event.who, event.amount))
    parts = []
    for (where, out), sent in moves.items():
        great = [(nation, abs(amount)) for nation, amount in sent if abs(amount) >= FEW_FORCES]
        small = [(nation, abs(amount)) for nation, amount in sent if abs(amount) < FEW_FORCES]
        if len(small) < 3:
            great, small = [(nation, abs(amount)) for nation, amount in sent], []
        told = [f"{name(world, nation)} {fp(amount)}" for nation, amount in great]
        if small:
            told.append(f"{counted(len(small), 'other')} {fp(sum(amount for _, amount in small))} in all")
        parts.append(f"{listing(told)} {'to' if out else 'home from'} {theatre(world, where)}")
    nations = tuple(dict.fromkeys(event.who for event in events))
    return [Line(turn=events[0].turn, text=f"Forces moved: {'; '.join(parts)}.", nations=nations)]


def missions(events: Sequence[Event], world: State) -> list[Line]:
    """Missions by their form."""
    sent: dict[tuple[str, str], list[str]] = {}
    for event in events:
        sent.setdefault((event.why, event.who), []).extend(event.whom)
    by_form: dict[str, list[str]] = {}
    for (form, who), to in sent.items():
        by_form.setdefault(form, []).append(f"{name(world, who)} to {names(world, to)}")
    forms = {"staff_talks": "officers", "attache": "attachés", "visit": "ministers"}
    parts = [f"{forms.get(form, 'envoys')} of {', of '.join(who)}" for form, who in by_form.items()]
    nations = tuple(dict.fromkeys(event.who for event in events))
    text = f"Missions: {'; '.join(parts)}."
    return [Line(turn=events[0].turn, text=text, importance="detail", nations=nations)]


def gifts(events: Sequence[Event], world: State) -> list[Line]:
    """What treaties had nations give to others this turn."""
    given: dict[tuple[str, str, int], list[str]] = {}
    for event in events:
        given.setdefault((event.who, event.about, event.amount), []).extend(event.whom)
    parts = [
        f"{name(world, who)} {rp(amount)}{' each' if len(whom) > 1 else ''} to {names(world, whom)} under "
        f"{treaty_name(world, treaty)}"
        for (who, treaty, amount), whom in given.items()
    ]
    nations = tuple(dict.fromkeys(nation for event in events for nation in (event.who, *event.whom)))
    full = Line(turn=events[0].turn, text=f"Given under treaties: {'; '.join(parts)}.", nations=nations)
    if len(nations) <= MANY:
        return [full]
    sums: dict[str, list[Event]] = {}
    for event in events:
        sums.setdefault(event.who, []).append(event)
    totals = []
    for who, found in sorted(sums.items(), key=lambda item: -sum(event.amount for event in item[1])):
        takers = tuple(dict.fromkeys(nation for event in found for nation in event.whom))
        whom = names(world, takers) if len(takers) < MANY else counted(len(takers), "nation")
        totals.append(f"{name(world, who)} {rp(sum(event.amount for event in found))} to {whom}")
    lead = replace(full, text=f"Aid given: {'; '.join(totals)}.")
    return [lead, replace(full, importance="detail")]


def exercises(events: Sequence[Event], world: State) -> list[Line]:
    """The exercises held, each in a few words where there are several."""
    nations = tuple(dict.fromkeys(nation for event in events for nation in (event.who, *event.whom)))
    if len(events) == 1:
        return [Line(turn=events[0].turn, text=sentence(events[0], world), nations=nations)]
    parts = []
    for event in events:
        size = SCALES[event.amount] if 0 < event.amount < len(SCALES) else ""
        manner = [size] if size else []
        manner += [EXERCISE_WORDS[event.text].removesuffix(" exercise")] if event.text not in ("", "combined") else []
        manner += ["unannounced"] if event.why == "unannounced" else []
        said = f" ({', '.join(manner)})" if manner else ""
        where = f" {places(world, (event.about,))}" if event.about else ""
        parts.append(f"{names(world, sorted((event.who, *event.whom)))}{where}{said}")
    text = f"Exercises held: {'; '.join(parts)}."
    return [Line(turn=events[0].turn, text=text, nations=nations)]


MANY_FATES = 4
"""Misfortunes of one turn above which those that ended alike are told together."""


def relief(events: Sequence[Event], world: State) -> list[Line]:
    """A turn's relief, a misfortune at a time: who gave, of how much, and what came of it, in one sentence each; those
    of a bad turn that ended alike together."""
    by_fate: dict[str, list[Event]] = {}
    for event in events:
        by_fate.setdefault(event.about, []).append(event)
    lines: list[Line] = []
    alike: dict[str, list[str]] = {}
    for about, found in by_fate.items():
        outcome = next((event.why for event in found if event.kind == "met"), "")
        gave = tuple(event.who for event in found if event.kind == "relief")
        who = tuple(dict.fromkeys(name for name in (*gave, *(event.who for event in found)) if name in world.nations))
        alike.setdefault(outcome if about in world.misfortunes else "", []).append(about)
        lines.append(
            Line(
                turn=found[0].turn,
                text=sentence_of(relief_sentence(world, about, outcome, gave)),
                nations=who,
                about=about,
            )
        )
    if len(lines) <= MANY_FATES:
        return lines
    together: list[Line] = []
    for outcome, fates in alike.items():
        single = [line for line in lines if line.about in fates]
        if outcome and len(single) > 1:
            nations = tuple(dict.fromkeys(nation for line in single for nation in line.nations))
            together.append(replace(single[0], text=sentence_of(relief_sum(world, fates, outcome)), nations=nations))
            single = [replace(line, importance="detail", indent=1) for line in single]
        together += single
    return together


MOST_HIT = 3
"""Nations whose incomes moved together that are told one by one; of more, how many and by how much."""


def slumps(events: Sequence[Event], world: State) -> list[Line]:
    """Incomes that fell with another's, by the shock that reached them; and those that recover, as a detail."""
    by_cause: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        by_cause.setdefault((event.why, event.about), []).append(event)
    lines: list[Line] = []
    for (why, about), group in by_cause.items():
        passed = why == "passed"
        struck = f"{capital(misfortune_name(world, about))} brought down the income of "
        lead = struck if passed else "Incomes that recover: "
        whom = "its partners by treaty: " if passed else ""
        nations = tuple(event.who for event in group)
        each = listing([f"{name(world, event.who)} {income_moved(world, event.who, event.amount)}" for event in group])
        one = Line(
            turn=group[0].turn, text=f"{lead}{whom}{each}.", importance="ordinary" if passed else "detail",
            nations=nations,
        )  # fmt: skip
        if passed and len(group) > MOST_HIT:
            least, most = (pick(group, key=lambda event: abs(event.amount)) for pick in (min, max))
            low, high = (max(1, abs(divide(event.amount, 10))) for event in (least, most))
            by = (
                f"{figure(high)} %"
                if low == high
                else f"{figure(low)} to {figure(high)} %, {whose(world, most.who)} most"
            )
            short = f"{lead}{number(len(group))} partners by treaty, by {by}."
            lines += [replace(one, text=short), replace(one, text=sentence_of(each), importance="detail", indent=1)]
        else:
            lines.append(one)
    return lines
