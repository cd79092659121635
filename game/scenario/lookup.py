"""Reading a document that may have any shape, and the names it defines."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, TypeGuard

from game.scenario.findings import At, Json, Path, Problem, suggestion

Table: TypeAlias = dict[str, Json]


class Known:
    """The names a document defines and the shipped data it may refer to."""

    def __init__(
        self,
        document: Json,
        kinds: Mapping[str, str],
        territories: Mapping[str, str],
        misfortunes: Mapping[str, bool] | None = None,
        personalities: Iterable[str] = (),
    ) -> None:
        """`kinds` are the shipped kinds of crisis with their names, `misfortunes` those of misfortune and whether
        each has a hidden hand."""
        top = table(document)
        self.document = top
        self.nations = _named(top, "nations")
        self.others = {key: text(name) for key, name in table(top.get("others")).items()}
        self.theatres = _named(top, "theatres")
        self.shipped = dict(kinds)
        self.territories = dict(territories)
        used = [word for _, word in words(top.get("uses", ["border_clash"])) if word in kinds]
        own = [text(row.get("id")) for _, row in rows(top, "kinds")]
        self.kinds = [*used, *(name for name in own if name)]
        self.shipped_misfortunes = list(misfortunes or {})
        hidden = {word: (misfortunes or {})[word] for _, word in words(top.get("misfortunes_used"))
                  if word in (misfortunes or {})}  # fmt: skip
        hidden |= {text(row.get("id")): row.get("hidden_hand") is True for _, row in rows(top, "misfortune_kinds")}
        self.misfortunes = [name for name in hidden if name]
        """Kinds of misfortune that may happen here."""
        self.hidden_hands = [name for name in self.misfortunes if hidden[name]]
        mine = (text(row.get("id")) for _, row in rows(top, "personalities"))
        self.personalities = list(dict.fromkeys((*personalities, *(name for name in mine if name))))
        """Personalities a nation may name."""
        turns = top.get("turns")
        self.turns = turns if whole(turns) else None

    def nation(self, word: str, path: Path) -> Iterator[Problem]:
        """A problem unless a nation that is played has this id, or none is defined at all."""
        if self.nations and word not in self.nations:
            yield Problem(path, f'unknown nation "{word}"{suggestion(word, self.nations)}')

    def theatre(self, word: str, path: Path, at: At = "value") -> Iterator[Problem]:
        """A problem unless a theatre has this id, or none is defined at all."""
        if self.theatres and word not in self.theatres:
            yield Problem(path, f'unknown theatre "{word}"{suggestion(word, self.theatres)}', at=at)


def table(value: Json) -> Table:
    """The table a value is; an empty one where it is none."""
    return value if isinstance(value, dict) else {}


def _named(top: Table, key: str) -> dict[str, str]:
    """Ids of the tables under a key, with their names."""
    return {name: text(table(entry).get("name")) for name, entry in table(top.get(key)).items()}


def rows(parent: Table, key: str) -> Iterator[tuple[int, Table]]:
    """The tables in a list, with their indices."""
    value = parent.get(key)
    if isinstance(value, list):
        yield from ((index, item) for index, item in enumerate(value) if isinstance(item, dict))


def words(value: Json) -> Iterator[tuple[int, str]]:
    """The texts in a list, with their indices."""
    if isinstance(value, list):
        yield from ((index, item) for index, item in enumerate(value) if isinstance(item, str))


def text(value: Json) -> str:
    """The text a value is; empty where it is none."""
    return value if isinstance(value, str) else ""


def whole(value: object) -> TypeGuard[int]:
    """Whether a value is a whole number (true and false are none)."""
    return isinstance(value, int) and not isinstance(value, bool)


def within(value: Json, least: int, most: int, path: Path) -> Iterator[Problem]:
    """A problem where a whole number lies outside its range."""
    if whole(value) and not least <= value <= most:
        yield Problem(path, f"is {value}; it may be {least} to {most}")


def doubles(found: Iterator[tuple[int, str]], path: Path, what: str) -> Iterator[Problem]:
    """A problem for each word that stands twice in a list."""
    seen: list[str] = []
    for index, word in found:
        if word in seen:
            yield Problem((*path, index), f'names the {what} "{word}" twice')
        seen.append(word)


def same_id(document: Table, key: str) -> Iterator[Problem]:
    """A problem for each table of a list whose id an earlier one has."""
    seen: dict[str, int] = {}
    for index, row in rows(document, key):
        word = text(row.get("id"))
        if word and word in seen:
            yield Problem((key, index, "id"), f'"{word}" is already the id of {key}[{seen[word]}]')
        seen.setdefault(word, index)
