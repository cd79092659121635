"""Plain text as an outline of lines, and phrases that say what a line may look like.

A phrase is written as it is read: `{who:nation} accepts {thread:name} revision {revision:number}`. A part in square
brackets may be left out. Kinds of blanks: nation, nations, number, name, names, text (in quotes), rest, or the
words themselves, parted by `|`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any


@dataclass(frozen=True)
class Line:
    """A line, with the lines that stand indented under it."""

    file: str
    number: int
    text: str
    under: tuple["Line", ...] = ()


class CaseError(Exception):
    """A case that is not understood, or did not go as it says; the message begins with file and line."""

    def __init__(self, line: Line, message: str) -> None:
        super().__init__(f"{line.file}:{line.number}: {message}")


def outline(text: str, file: str) -> tuple[Line, ...]:
    """The outline of a text by its indentation. `#` starts a comment. Raises CaseError where depths do not fit."""
    bare: list[tuple[int, Line]] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        kept = re.sub(r'#(?=(?:[^"]*"[^"]*")*[^"]*$).*', "", raw).rstrip()
        if kept.strip():
            line = Line(file, number, kept.strip())
            if "\t" in kept:
                raise CaseError(line, "indent with spaces, not with tabs")
            bare.append((len(kept) - len(kept.lstrip()), line))
    return _nest(bare, 0)[0]


def _nest(bare: list[tuple[int, Line]], least: int) -> tuple[tuple[Line, ...], list[tuple[int, Line]]]:
    found: list[Line] = []
    depth = bare[0][0] if bare else 0
    while bare and bare[0][0] >= least:
        here, line = bare[0]
        if here != depth:
            raise CaseError(line, f"indented by {here}; its neighbours are indented by {depth}")
        under, bare = _nest(bare[1:], depth + 1) if len(bare) > 1 and bare[1][0] > depth else ((), bare[1:])
        found.append(Line(line.file, line.number, line.text, under))
    return tuple(found), bare


_NATION = r"[A-Z][A-Z0-9]{1,7}"
_NAME = r"[A-Za-z][\w-]*"
_KINDS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "nation": (_NATION, str),
    "nations": (rf"{_NATION}(?:(?:, | and ){_NATION})*", lambda text: tuple(re.split(r", | and ", text))),
    "number": (r"-?\d+", int),
    "name": (_NAME, str),
    "names": (rf"{_NAME}(?: and {_NAME})*", lambda text: tuple(text.split(" and "))),
    "text": (r'"[^"]*"', lambda text: text[1:-1]),
    "rest": (r".+", str),
}


class Phrase:
    """One way in which a line may be written."""

    def __init__(self, template: str) -> None:
        self.template = template
        self._converters: dict[str, Callable[[str], Any]] = {}
        pattern = ""
        for piece in re.split(r"(\{[^}]*\}|\[|\])", template):
            if piece == "[":
                pattern += "(?:"
            elif piece == "]":
                pattern += ")?"
            elif piece.startswith("{"):
                blank, _, kind = piece[1:-1].partition(":")
                known, convert = _KINDS.get(kind, ("|".join(map(re.escape, kind.split("|"))), str))
                self._converters[blank] = convert
                pattern += f"(?P<{blank}>{known})"
            else:
                pattern += re.escape(piece)
        self._pattern = re.compile(pattern)

    @property
    def shown(self) -> str:
        """The phrase as people are told it: blanks in capitals, choices in round brackets."""
        text = re.sub(
            r"\{\w+:([^{}]*\|[^{}]*)\}", lambda found: "(" + found[1].replace("|", " | ") + ")", self.template
        )
        text = re.sub(r"\{\w+:(nation|nations)\}", lambda found: found[1].upper(), text)
        text = text.replace("{text:", '"{text:').replace("{title:", '"{title:').replace(":text}", ':text}"')
        text = re.sub(r"\{\w+:number\}", "N", text)
        text = re.sub(r"\{(\w+):(?:name|names|rest|text)\}", lambda found: found[1].upper(), text)
        return re.sub(r"\{\w+:(\w+)\}", r"\1", text)

    def read(self, text: str) -> dict[str, Any] | None:
        """What stands in the blanks; blanks that were left out are absent. None when the text is another one."""
        match = self._pattern.fullmatch(text)
        if match is None:
            return None
        return {
            blank: self._converters[blank](value) for blank, value in match.groupdict().items() if value is not None
        }


Reader = Callable[..., Any]


def read(line: Line, phrases: Sequence[tuple[Phrase, Reader]]) -> tuple[Reader, dict[str, Any]]:
    """The reader whose phrase fits a line, and its blanks. Raises CaseError naming the nearest phrase."""
    for phrase, reader in phrases:
        found = phrase.read(line.text)
        if found is not None:
            return reader, found
    raise CaseError(line, f'not understood: "{line.text}"; perhaps: {nearest(line.text, phrases)}')


def nearest(text: str, phrases: Sequence[tuple[Phrase, Reader]]) -> str:
    """The phrase, as people are told it, that shares most with a text that fits none."""
    words = re.findall(r"\w+", text)

    def shared(phrase: Phrase) -> float:
        own = re.findall(r"[a-z]+", phrase.shown)
        return sum(max((_alike(word, other) for other in own), default=0.0) for word in words)

    return max((phrase for phrase, _ in phrases), key=shared).shown


def _alike(word: str, other: str) -> float:
    ratio = SequenceMatcher(None, word, other).ratio()
    return ratio if ratio > 0.7 else 0.0
