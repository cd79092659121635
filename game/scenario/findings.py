"""A finding: one problem of a file, where it stands, and what to do about it."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Path: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the top of a file to a value."""
Severity: TypeAlias = Literal["error", "warning"]
At: TypeAlias = Literal["value", "key", "table"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem before its line is known."""

    path: Path
    message: str
    severity: Severity = "error"
    at: At = "value"
    """Point at the value, at its key, or at the header of the table its last key is missing from."""


def warned(path: Path, message: str) -> Problem:
    """A warning that points at the key of a value."""
    return Problem(path, message, "warning", "key")


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its place. Lines and columns count from 1, columns in characters."""

    file: str
    line: int
    col: int
    severity: Severity
    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.col}: {self.severity}: {self.path}: {self.message}"


def dotted(path: Path) -> str:
    """A path as people read it: `treaties[2].clauses[0].kind`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def suggestion(word: str, known: dict[str, str] | list[str] | tuple[str, ...]) -> str:
    """`; did you mean "X"?` for the nearest of the known words, or nothing when none is near.

    `known` may give each word a fuller name, by which it is found too ("France" for FRA).
    """
    names = known if isinstance(known, dict) else dict.fromkeys(known, "")
    best, nearest = 0.0, ""
    for candidate, name in names.items():
        likeness = max(_likeness(word, candidate), _likeness(word, name) if name else 0.0)
        if likeness > best:
            best, nearest = likeness, candidate
    return f'; did you mean "{nearest}"?' if best >= 0.6 else ""


def _likeness(word: str, candidate: str) -> float:
    """How near two words are, 0-1; one part of a compound counts nearly as much as the whole."""
    word, candidate = word.casefold(), candidate.casefold()
    if word == candidate:
        return 1.0
    if len(word) >= 3 and candidate.startswith(word):
        return 0.9
    parts = [part for part in candidate.replace("-", "_").replace(" ", "_").split("_") if len(part) > 3]
    whole = SequenceMatcher(None, word, candidate).ratio()
    if word[:1] == candidate[:1]:
        # The first letter is seldom the wrong one.
        whole += 0.05
    return max([whole, *(SequenceMatcher(None, word, part).ratio() * 0.95 for part in parts)])
