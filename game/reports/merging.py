"""Small changes of one turn merged into readable sums: trust, support, forces, books."""

from collections.abc import Callable, Sequence

from game.core.events import Event, EventKind
from game.core.world import State
from game.reports.causes import cause
from game.reports.grammar import capital, figure, listing, sentence_of, signed
from game.reports.lines import Line
from game.reports.reasons import sums_text
from game.reports.sentences import SMALL_SHIFT, Importance, sentence
from game.reports.words import fp, name, names, theatre, treaty_name

Group = tuple[str, int, tuple[tuple[str, str], ...]]
"""A cause, the change each pair saw, and the pairs: holder first."""

MOST_GROUPS = 6
"""Groups of equal changes told one by one at the ordinary level; the rest are counted."""


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


def groups(events: Sequence[Event], world: State) -> tuple[Group, ...]:
    """Directed changes of equal cause and size put together, the greatest first. A pair's own sums are kept."""
    sums: dict[tuple[str, str, str], int] = {}
    for event in events:
        for other in event.whom:
            key = (cause(world, event), event.who, other)
            sums[key] = sums.get(key, 0) + event.amount
    found: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for (why, holder, other), amount in sums.items():
        found.setdefault((why, amount), []).append((holder, other))
    order = sorted(found.items(), key=lambda item: (-abs(item[0][1]), -len(item[1])))
    return tuple((why, amount, tuple(pairs)) for (why, amount), pairs in order)


def pairs_text(world: State, pairs: Sequence[tuple[str, str]], joint: str = "in") -> str:
    """Who toward whom: "among France, Norway and Italy", "France and Norway in Italy"."""
    nations = sorted({nation for pair in pairs for nation in pair})
    whole = {(a, b) for a in nations for b in nations if a != b}
    if len(pairs) > 1 and set(pairs) == whole:
        return f"{'between' if len(nations) == 2 else 'among'} {names(world, nations)}"
    toward: dict[str, list[str]] = {}
    for holder, other in pairs:
        toward.setdefault(other, []).append(holder)
    if len(toward) > 1 and len({holder for holder, _ in pairs}) == 1:
        return f"{name(world, pairs[0][0])} {joint} {names(world, toward)}"
    return ", ".join(f"{names(world, holders)} {joint} {name(world, other)}" for other, holders in toward.items())


def _directed(label: str, joint: str, level: Importance) -> Callable[[Sequence[Event], State], list[Line]]:
    def tell(events: Sequence[Event], world: State) -> list[Line]:
        found = groups(events, world)
        parts = [f"{pairs_text(world, pairs, joint)} {signed(amount)} ({why})" for why, amount, pairs in found]
        turn = events[0].turn
        nations = tuple(dict.fromkeys(event.who for event in events))
        if len(parts) <= MOST_GROUPS:
            return [Line(turn=turn, text=f"{label}: {'; '.join(parts)}.", importance=level, nations=nations)]
        rest = len(parts) - MOST_GROUPS
        return [
            Line(
                turn=turn,
                text=f"{label}: {'; '.join(parts[:MOST_GROUPS])}; and {rest} smaller changes.",
                importance=level,
                nations=nations,
            ),
            Line(
                turn=turn,
                text=f"{label}, the smaller changes: {'; '.join(parts[MOST_GROUPS:])}.",
                importance="detail",
                nations=nations,
            ),
        ]

    return tell


def _by_nation(label: str, always: bool) -> Callable[[Sequence[Event], State], list[Line]]:
    """Sums a nation with their causes; small ones are a detail unless `always`."""

    def tell(events: Sequence[Event], world: State) -> list[Line]:
        parts: dict[str, list[tuple[str, int]]] = {}
        for event in events:
            parts.setdefault(event.who, []).append((cause(world, event), event.amount))
        great, small = [], []
        for nation, causes in parts.items():
            total = sum(amount for _, amount in causes)
            text = f"{name(world, nation)} {sums_text(causes)}"
            (great if always or abs(total) >= SMALL_SHIFT else small).append((nation, text))
        lines: list[Line] = []
        levels: tuple[tuple[list[tuple[str, str]], Importance], ...] = ((great, "ordinary"), (small, "detail"))
        for found, level in levels:
            if found:
                text = f"{label}: {'; '.join(words for _, words in found)}."
                nations = tuple(nation for nation, _ in found)
                lines.append(Line(turn=events[0].turn, text=text, importance=level, nations=nations))
        return lines

    return tell


def _amounts(label: str, level: Importance, unit: Callable[[int], str]) -> Callable[[Sequence[Event], State], list[Line]]:
    """One figure a nation: "Forces raised: the Soviet Union 15 FP and France 2 FP"."""

    def tell(events: Sequence[Event], world: State) -> list[Line]:
        sums: dict[str, int] = {}
        for event in events:
            sums[event.who] = sums.get(event.who, 0) + event.amount
        order = sorted(sums.items(), key=lambda item: -abs(item[1]))
        text = f"{label}: {listing([f'{name(world, who)} {unit(amount)}' for who, amount in order])}."
        return [Line(turn=events[0].turn, text=text, importance=level, nations=tuple(who for who, _ in order))]

    return tell


def _moved(events: Sequence[Event], world: State) -> list[Line]:
    moves: dict[tuple[str, bool], list[tuple[str, int]]] = {}
    for event in events:
        moves.setdefault((event.about, event.amount > 0), []).append((event.who, event.amount))
    parts = []
    for (where, out), sent in moves.items():
        who = listing([f"{name(world, nation)} {fp(abs(amount))}" for nation, amount in sent])
        parts.append(f"to {theatre(world, where)}, {who}" if out else f"home from {theatre(world, where)}, {who}")
    nations = tuple(dict.fromkeys(event.who for event in events))
    return [Line(turn=events[0].turn, text=f"Forces moved: {'; '.join(parts)}.", nations=nations)]


def _missions(events: Sequence[Event], world: State) -> list[Line]:
    told = [sentence(event, world).rstrip(".") for event in events]
    text = "; ".join([told[0], *(_lower_first(words) for words in told[1:])])
    nations = tuple(dict.fromkeys(event.who for event in events))
    return [Line(turn=events[0].turn, text=f"{text}.", nations=nations)]


def _lower_first(words: str) -> str:
    """A sentence as a clause: only "The" loses its capital, names keep theirs."""
    return f"the{words[3:]}" if words.startswith("The ") else words


def _treaties(label: str, level: Importance) -> Callable[[Sequence[Event], State], list[Line]]:
    def tell(events: Sequence[Event], world: State) -> list[Line]:
        parts = [
            f"{treaty_name(world, event.about)} between {names(world, sorted((event.who, *event.whom)))}"
            for event in events
        ]
        nations = tuple(dict.fromkeys(nation for event in events for nation in (event.who, *event.whom)))
        text = sentence_of(f"{label}: {'; '.join(parts)}")
        return [Line(turn=events[0].turn, text=text, importance=level, nations=nations)]

    return tell


def _duties(events: Sequence[Event], world: State) -> list[Line]:
    by_treaty: dict[tuple[str, str, str], list[str]] = {}
    for event in events:
        result = event.kind.removeprefix("duty_")
        by_treaty.setdefault((event.text, event.why, result), []).append(event.who)
    did = {
        ("train", "kept"): "held the exercise",
        ("train", "excused"): "appeared for the exercise and met nobody",
        ("pay", "kept"): "spent on their forces what was pledged",
        ("pay", "excused"): "were excused from the spending pledged",
        ("consult", "kept"): "took counsel",
        ("consult", "excused"): "were excused from counsel",
    }
    parts = []
    for (treaty, why, result), who in by_treaty.items():
        words = did.get((why, result), result)
        if len(who) == 1:
            words = words.replace("their", "its").replace("were", "was")
        parts.append(f"under {treaty_name(world, treaty)}, {names(world, who)} {words}")
    nations = tuple(dict.fromkeys(event.who for event in events))
    text = sentence_of(capital("; ".join(parts)))
    return [Line(turn=events[0].turn, text=text, importance="detail", nations=nations)]


def _books(events: Sequence[Event], world: State) -> list[Line]:
    label: dict[EventKind, str] = {
        "income": "income",
        "upkeep": "upkeep",
        "home_need": "needs at home",
        "excess_home": "treasury full",
    }
    books: dict[str, list[tuple[str, int]]] = {}
    for event in events:
        words = label.get(event.kind) or cause(world, event)
        if event.amount:
            books.setdefault(event.who, []).append((words, event.amount))
    parts = [f"{name(world, nation)} {sums_text(items)}" for nation, items in books.items()]
    if not parts:
        return []
    text = f"The books, in RP: {'; '.join(parts)}."
    return [Line(turn=events[0].turn, text=text, importance="detail", nations=tuple(books))]


def _percent(permille: int) -> str:
    return f"{figure((permille + 5) // 10)} %"


MERGED: dict[EventKind, EventKind] = {
    **{kind: kind for kind in ("trust", "provoked", "interop", "support", "influence", "readiness", "standing")},
    **{kind: kind for kind in ("forces_raised", "forces_lost", "mission", "in_force", "mark")},
    "duty_kept": "duty_kept",
    "duty_excused": "duty_kept",
    "income": "income",
    "upkeep": "income",
    "home_need": "income",
    "spent": "income",
    "earned": "income",
    "excess_home": "income",
}
"""Kinds told in sum, and the kind under which their sum is told."""

_TELLERS: dict[EventKind, Callable[[Sequence[Event], State], list[Line]]] = {
    "in_force": _treaties("In force from now on", "ordinary"),
    "mission": _missions,
    "standing": _moved,
    "forces_raised": _amounts("Forces raised", "ordinary", fp),
    "forces_lost": _amounts("Forces lost", "ordinary", lambda amount: fp(-amount)),
    "trust": _directed("Trust", "in", "ordinary"),
    "provoked": _directed("Provocation", "by", "detail"),
    "interop": _directed("Forces that learnt to work together", "with", "detail"),
    "support": _by_nation("Support at home", always=False),
    "influence": _by_nation("Influence", always=True),
    "readiness": _by_nation("Readiness", always=False),
    "duty_kept": _duties,
    "income": _books,
    "mark": _amounts("Aims met today", "detail", _percent),
}
