"""From bytes to a plain document: decoding, TOML, and what TOML can say that a scenario cannot."""

import re
from datetime import date, datetime, time
from pathlib import Path as File

import tomli

from game.scenario.findings import Finding, Json, Path, Problem

DATED = ("start", "signed")
"""Keys whose value may be written as a TOML date."""

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

_DOUBLES = {
    "Cannot overwrite a value": "this key is given a value twice",
    "Cannot declare": "this table is begun twice",
}
"""The parser's words for doubles, and ours."""


def read_text(file: File, shown: str) -> str | Finding:
    """The text of a file without byte order mark, lines ended by a plain newline; or why it cannot be read.

    Raises OSError where there is no such file, or it is a folder.
    """
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Finding(shown, 1, 1, "error", "file", "is not UTF-8 text; save it as UTF-8")
    if not text.strip():
        return Finding(shown, 1, 1, "error", "file", 'is empty; "foedus new FILE" writes one to start from')
    return text.replace("\r\n", "\n")


def parse(text: str, shown: str) -> dict[str, object] | Finding:
    """The tables of a TOML text, or the first place at which it is not TOML."""
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        message = str(error)
        found = _PLACE.search(message)
        line, col = _end(text)
        if found is not None:
            if found[1]:
                line, col = int(found[1]), int(found[2])
            message = message[: found.start()]
        if message.startswith("Cannot"):
            # A double is noticed at its end; people look for it at its beginning.
            given = text.split("\n")[line - 1]
            col = len(given) - len(given.lstrip()) + 1
            message = _DOUBLES.get(message.split(" (")[0], message)
        return Finding(shown, line, col, "error", "syntax", message[:1].lower() + message[1:])
    except RecursionError:
        return Finding(shown, 1, 1, "error", "syntax", "arrays or tables are nested too deeply")
    except ValueError:
        return Finding(shown, 1, 1, "error", "syntax", "a number is too long to read")


def _end(text: str) -> tuple[int, int]:
    """The last place of a text that holds anything."""
    kept = text.rstrip("\n")
    return kept.count("\n") + 1, len(kept) - (kept.rfind("\n") + 1) + 1


def as_json(value: object, problems: list[Problem], path: Path = ()) -> Json:
    """The value as JSON. Dates become text where a date is meant, and a problem anywhere else."""
    if isinstance(value, dict):
        return {str(key): as_json(item, problems, (*path, str(key))) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item, problems, (*path, index)) for index, item in enumerate(value)]
    if isinstance(value, datetime | date | time):
        if type(value) is not date or not path or path[-1] not in DATED:
            problems.append(Problem(path, "is a date or time here; put it in quotes if text is meant"))
        elif path[-1] == "start":
            return value.isoformat()[:-3]
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"TOML holds no {type(value).__name__}")
