"""Misfortunes in a scenario: which kinds are known, what its own say, and what is dealt to whom."""

from collections.abc import Iterator
from string import Formatter

from game.scenario.findings import Path, Problem, suggestion
from game.scenario.lookup import Known, Table, doubles, rows, same_id, text, whole, within, words
from game.scenario.ranges import SEVERITY

FATE_BLANKS = ("target", "theatre")
"""What the stories of a misfortune may leave blank."""


_MOST = {"since": 3000, "spreads": 1000, "returns": 40, "costs": 5, "wears": 5, "slump": 100, "passes": 1000}


def misfortunes(known: Known) -> Iterator[Problem]:
    """Problems of the kinds of misfortune a scenario uses or defines, and of those it deals."""
    yield from _used(known)
    yield from same_id(known.document, "misfortune_kinds")
    used = [word for _, word in words(known.document.get("misfortunes_used"))]
    for index, row in rows(known.document, "misfortune_kinds"):
        path: Path = ("misfortune_kinds", index)
        yield from misfortune_kind(row, path)
        if text(row.get("id")) in used:
            yield Problem((*path, "id"), f'"{row["id"]}" is also named in misfortunes_used; one of the two must go')
    yield from same_id(known.document, "misfortunes")
    for index, row in rows(known.document, "misfortunes"):
        yield from _dealt(known, row, ("misfortunes", index))


def misfortune_kind(row: Table, path: Path) -> Iterator[Problem]:
    """Problems of one kind of misfortune, in a scenario or in a file of its own."""
    yield from within(row.get("severity"), *SEVERITY, (*path, "severity"))
    for term, most in _MOST.items():
        yield from within(row.get(term), 0, most, (*path, term))
    if row.get("stories") == []:
        yield Problem((*path, "stories"), "needs at least one sentence")
    for place, story in words(row.get("stories")):
        yield from story_blanks(story, FATE_BLANKS, (*path, "stories", place))


def story_blanks(story: str, blanks: tuple[str, ...], path: Path) -> Iterator[Problem]:
    """Problems of the blanks in a story."""
    try:
        found = [name for _, name, _, _ in Formatter().parse(story) if name is not None]
    except ValueError as error:
        yield Problem(path, f"has braces that do not match: {error}")
        return
    for name in found:
        if name not in blanks:
            near = suggestion(name, blanks) or f"; known are {', '.join(blanks)}"
            yield Problem(path, f'unknown blank "{{{name}}}"{near}')


def _used(known: Known) -> Iterator[Problem]:
    for index, word in words(known.document.get("misfortunes_used")):
        if word not in known.shipped_misfortunes:
            near = suggestion(word, known.shipped_misfortunes)
            yield Problem(("misfortunes_used", index), f'no kind of misfortune "{word}" is shipped{near}')
    yield from doubles(words(known.document.get("misfortunes_used")), ("misfortunes_used",), "kind")


def _dealt(known: Known, row: Table, path: Path) -> Iterator[Problem]:
    if kind := text(row.get("kind")):
        if kind not in known.misfortunes and kind in known.shipped_misfortunes:
            yield Problem((*path, "kind"), f'"{kind}" is not named in misfortunes_used; add it there')
        elif kind not in known.misfortunes:
            near = suggestion(kind, known.misfortunes)
            yield Problem((*path, "kind"), f'unknown kind of misfortune "{kind}"{near}')
        elif kind in known.hidden_hands:
            yield Problem((*path, "kind"), f'"{kind}" has a hidden hand: nations do it by their orders, no scenario')
    if target := text(row.get("target")):
        yield from known.nation(target, (*path, "target"))
    turn = row.get("turn")
    if known.turns is not None and whole(turn) and turn > known.turns:
        yield Problem((*path, "turn"), f"is {turn}, beyond the last turn, {known.turns}")
    yield from within(row.get("severity"), *SEVERITY, (*path, "severity"))
