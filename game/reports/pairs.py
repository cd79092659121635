"""Changes between pairs of nations put together, and whom they concern in words."""

from collections.abc import Sequence
from typing import TypeAlias

from game.core.events import Event
from game.core.world import State
from game.reports.causes import cause
from game.reports.words import name, names

Group: TypeAlias = tuple[str, int, tuple[tuple[str, str], ...]]
"""A cause, the change each pair saw, and the pairs: holder first."""


def groups(events: Sequence[Event], world: State, mutual: bool = False) -> tuple[Group, ...]:
    """Changes of equal cause and size put together, the greatest first. A pair's own sums are kept: each way by itself,
    or, where what happens to one happens to both (`mutual`), of both ways together."""
    sums: dict[tuple[str, str, str], int] = {}
    for event in events:
        for other in event.whom:
            one, two = sorted((event.who, other)) if mutual else (event.who, other)
            key = (cause(world, event), one, two)
            sums[key] = sums.get(key, 0) + event.amount
    found: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for (why, holder, other), amount in sums.items():
        found.setdefault((why, amount), []).append((holder, other))
    order = sorted(found.items(), key=lambda item: (-abs(item[0][1]), -len(item[1])))
    return tuple((why, amount, tuple(pairs)) for (why, amount), pairs in order)


def mutual_text(world: State, pairs: Sequence[tuple[str, str]]) -> str:
    """Pairs that hold both ways: "among France, Norway and Italy", "between France and each of Norway and Italy"."""
    left = list(dict.fromkeys((min(pair), max(pair)) for pair in pairs))
    nations = sorted({nation for pair in left for nation in pair})
    if len(left) == len(nations) * (len(nations) - 1) // 2:
        return f"{'between' if len(nations) == 2 else 'among'} {names(world, nations)}"
    parts: list[str] = []
    while left:
        hub = max(nations, key=lambda nation: (sum(nation in pair for pair in left), nation))
        spokes = [b if a == hub else a for a, b in left if hub in (a, b)]
        left = [pair for pair in left if hub not in pair]
        each = "each of " if len(spokes) > 1 else ""
        parts.append(f"between {name(world, hub)} and {each}{names(world, spokes)}")
    return ", ".join(parts)


def pairs_text(world: State, pairs: Sequence[tuple[str, str]], joint: str = "in") -> str:
    """Who toward whom: "among France, Norway and Italy", "France and Norway in Italy"."""
    nations = sorted({nation for pair in pairs for nation in pair})
    whole = {(a, b) for a in nations for b in nations if a != b}
    if len(pairs) > 1 and set(pairs) == whole:
        return f"{'between' if len(nations) == 2 else 'among'} {names(world, nations)}"
    if len(pairs) > 2 and all((b, a) in pairs for a, b in pairs):
        return mutual_text(world, pairs)
    toward: dict[str, list[str]] = {}
    for holder, other in pairs:
        toward.setdefault(other, []).append(holder)
    if len(toward) > 1 and len({holder for holder, _ in pairs}) == 1:
        return f"{name(world, pairs[0][0])} {joint} {names(world, toward)}"
    return ", ".join(f"{names(world, holders)} {joint} {name(world, other)}" for other, holders in toward.items())
