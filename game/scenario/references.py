"""What the shape alone cannot tell: names that lead nowhere, doubles, terms and indices out of range.

Reads the plain document and passes over what has the wrong shape, so that these problems are reported
together with those of shape.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields

from game.core.clauses import CLAUSES
from game.scenario.agreements import drafts, treaties
from game.scenario.characters import personalities
from game.scenario.findings import Path, Problem, suggestion
from game.scenario.hardships import misfortunes, story_blanks
from game.scenario.lookup import Known, Table, doubles, rows, same_id, table, text, whole, within, words
from game.scenario.ranges import OBJECTIVE_RANGES, SEVERITY, STAKES, rule_range

_CLAUSE_KINDS = [str(field.default) for clause in CLAUSES for field in fields(clause) if field.name == "kind"]
STORY_BLANKS = ("challenger", "target", "theatre")


def references(known: Known) -> list[Problem]:
    """Every problem of names, doubles and ranges, in the order of the file's tables."""
    checks: tuple[Callable[[Known], Iterator[Problem]], ...] = (
        _theatres,
        _nations,
        _others,
        _pairs,
        treaties,
        drafts,
        _kinds,
        _crises,
        misfortunes,
        personalities,
        _par,
        _rules,
    )
    return [problem for check in checks for problem in check(known)]


def _theatres(known: Known) -> Iterator[Problem]:
    entries = table(known.document.get("theatres"))
    near: dict[str, list[str]] = {name: [] for name in entries}
    for name, entry in entries.items():
        for index, other in words(table(entry).get("adjoins")):
            path: Path = ("theatres", name, "adjoins", index)
            if other == name:
                yield Problem(path, "a theatre does not adjoin itself")
            elif other not in entries:
                yield from known.theatre(other, path)
            else:
                near[name].append(other)
                near[other].append(name)
        yield from doubles(words(table(entry).get("adjoins")), ("theatres", name, "adjoins"), "theatre")
    reached = list(entries)[:1]
    for name in reached:
        reached.extend(other for other in near[name] if other not in reached)
    for name in entries:
        if name not in reached:
            message = f'no chain of adjoining theatres leads here from "{reached[0]}"; name one it adjoins'
            yield Problem(("theatres", name), message, at="key")


def _nations(known: Known) -> Iterator[Problem]:
    holders: dict[str, str] = {}
    for name, value in table(known.document.get("nations")).items():
        entry, path = table(value), ("nations", name)
        if home := text(entry.get("home")):
            yield from known.theatre(home, (*path, "home"))
        for index, territory in words(entry.get("territories")):
            at = (*path, "territories", index)
            if known.territories and territory not in known.territories:
                yield Problem(at, f'unknown territory "{territory}"{suggestion(territory, known.territories)}')
            elif territory in holders:
                yield Problem(at, f'"{territory}" is already a territory of {holders[territory]}')
            holders.setdefault(territory, name)
        standing = table(entry.get("standing"))
        for theatre in standing:
            if theatre not in known.theatres:
                yield from known.theatre(theatre, (*path, "standing", theatre), "key")
            elif theatre == home:
                yield Problem((*path, "standing", theatre), "is its home; name only other theatres", at="key")
        away, forces = sum(fp for fp in standing.values() if whole(fp)), entry.get("forces")
        if whole(forces) and away > forces // 2:
            yield Problem((*path, "standing"), f"adds up to {away}; at most half of {forces} may leave home")
        income, treasury = entry.get("income"), entry.get("treasury")
        if whole(income) and whole(treasury) and treasury > income:
            yield Problem((*path, "treasury"), f"is {treasury}, above one turn's income of {income}")
        for index, objective in rows(entry, "objectives"):
            at = (*path, "objectives", index)
            kind = text(objective.get("kind"))
            for term, number in objective.items():
                if (kind, term) in OBJECTIVE_RANGES:
                    yield from within(number, *OBJECTIVE_RANGES[kind, term], (*at, term))
            yield from _aim(known, name, objective, at)


def _aim(known: Known, name: str, objective: Table, at: Path) -> Iterator[Problem]:
    """Names in an objective that lead nowhere."""
    for term in ("nation", "partner"):
        if (other := text(objective.get(term))) and other != name:
            yield from known.nation(other, (*at, term))
    kind = text(objective.get("kind"))
    if kind == "clause_in_force" and (clause := text(objective.get("clause"))) and clause not in _CLAUSE_KINDS:
        yield Problem((*at, "clause"), f'unknown clause "{clause}"{suggestion(clause, _CLAUSE_KINDS)}')
    if kind == "settle_crisis" and (crisis := text(objective.get("crisis"))):
        cases = [*known.kinds, *(text(row.get("id")) for _, row in rows(known.document, "crises"))]
        if crisis not in cases:
            message = f'no kind of crisis and no case that is dealt is called "{crisis}"{suggestion(crisis, cases)}'
            yield Problem((*at, "crisis"), message)


def _par(known: Known) -> Iterator[Problem]:
    for name, value in table(known.document.get("par")).items():
        entry = table(value)
        yield from known.nation(name, ("par", name))
        for key in ("mean", "p10", "p50", "p90"):
            yield from within(entry.get(key), 0, 1000, ("par", name, key))
        marks = [mark for mark in (entry.get("p10"), entry.get("p50"), entry.get("p90")) if whole(mark)]
        if marks != sorted(marks):
            yield Problem(("par", name), "p10, p50 and p90 do not rise")


def _others(known: Known) -> Iterator[Problem]:
    for name in known.others:
        if name in known.nations:
            yield Problem(("others", name), f"{name} is a nation that is played", at="key")


def _pairs(known: Known) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], int] = {}
    for index, row in rows(known.document, "pairs"):
        path: Path = ("pairs", index)
        between = tuple(word for _, word in words(row.get("between")))
        for place, word in words(row.get("between")):
            yield from known.nation(word, (*path, "between", place))
        if len(between) == 2 and between[0] == between[1]:
            yield Problem((*path, "between", 1), f'pairs "{between[0]}" with itself')
        elif len(between) == 2:
            key = tuple(sorted(between))
            if key in seen:
                yield Problem((*path, "between"), f"is the same pair as pairs[{seen[key]}]; join the two")
            seen.setdefault(key, index)
        for place, reason in rows(row, "trust"):
            by = text(reason.get("by"))
            if by and len(between) == 2 and by not in (*between, "both"):
                near = suggestion(by, [*between, "both"])
                yield Problem((*path, "trust", place, "by"), f'"{by}" is neither of the two nor "both"{near}')
        for place, word in words(row.get("claims")):
            if len(between) == 2 and word not in between:
                near = suggestion(word, between)
                yield Problem((*path, "claims", place), f'"{word}" is neither of the two{near}')


def _kinds(known: Known) -> Iterator[Problem]:
    for index, word in words(known.document.get("uses")):
        if word not in known.shipped:
            near = suggestion(word, known.shipped)
            yield Problem(("uses", index), f'no kind of crisis "{word}" is shipped{near}')
    yield from doubles(words(known.document.get("uses")), ("uses",), "kind")
    yield from same_id(known.document, "kinds")
    for index, row in rows(known.document, "kinds"):
        path: Path = ("kinds", index)
        yield from crisis_kind(row, path)
        if text(row.get("id")) in [word for _, word in words(known.document.get("uses", ["border_clash"]))]:
            yield Problem((*path, "id"), f'"{row["id"]}" is also named in uses; one of the two must go')


KIND_RANGES: dict[str, tuple[int, int]] = {
    "since": (0, 3000), "weak": (0, 100), "needs": (0, 100), "cost": (-40, 40), "taken": (0, 40), "wears": (0, 5),
    "slips": (0, 500), "spreads": (0, 500),
}  # fmt: skip
"""Least and most of the numbers of a kind of crisis."""


def crisis_kind(row: Table, path: Path) -> Iterator[Problem]:
    """Problems of one kind of crisis, in a scenario or in a file of its own."""
    yield from _stakes(row, path)
    for key, (least, most) in KIND_RANGES.items():
        yield from within(row.get(key), least, most, (*path, key))
    if row.get("stories") == []:
        yield Problem((*path, "stories"), "needs at least one sentence")
    for place, story in words(row.get("stories")):
        yield from story_blanks(story, STORY_BLANKS, (*path, "stories", place))


def _stakes(row: Table, path: Path) -> Iterator[Problem]:
    stakes = row.get("stakes")
    if whole(stakes) and stakes not in STAKES:
        yield Problem((*path, "stakes"), f"is {stakes}; it may be 10, 20 or 40")
    yield from within(row.get("severity"), *SEVERITY, (*path, "severity"))


def _crises(known: Known) -> Iterator[Problem]:
    yield from same_id(known.document, "crises")
    for index, row in rows(known.document, "crises"):
        path: Path = ("crises", index)
        if (kind := text(row.get("kind"))) and kind not in known.kinds:
            if kind in known.shipped:
                yield Problem((*path, "kind"), f'"{kind}" is not named in uses; add it there')
            else:
                yield Problem((*path, "kind"), f'unknown kind of crisis "{kind}"{suggestion(kind, known.kinds)}')
        if theatre := text(row.get("theatre")):
            yield from known.theatre(theatre, (*path, "theatre"))
        for end in ("target", "challenger"):
            if word := text(row.get(end)):
                yield from known.nation(word, (*path, end))
        if text(row.get("target")) and row.get("target") == row.get("challenger"):
            yield Problem((*path, "challenger"), f'"{row["target"]}" challenges itself')
        turn = row.get("turn")
        if known.turns is not None and whole(turn) and turn > known.turns:
            yield Problem((*path, "turn"), f"is {turn}, beyond the last turn, {known.turns}")
        yield from _stakes(row, path)


def _rules(known: Known) -> Iterator[Problem]:
    for name, value in table(known.document.get("rules")).items():
        least, most = rule_range(name)
        yield from within(value, least, most, ("rules", name))
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from within(item, least, most, ("rules", name, index))
