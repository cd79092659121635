"""The lines of a log: how they are sealed, and what can be read from a file's bytes. Touches no file.

    {"format":"foedus-save","format_version":1,"rules_version":"0.1.0","scenario":{...},"seed":7,"sum":"..."}
    {"n":1,"record":{...},"sum":"..."}

A line's `sum` is BLAKE2b (8 bytes, hex) over the sum of the line before and the line's own text up to
`,"sum"`, so an altered, missing, doubled or exchanged line is noticed. The first line keeps its shape in
every format version.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal

from game.saves.errors import SaveEmpty, SaveForeign, SaveHeaderDamaged, SaveNewer

FORMAT = "foedus-save"
FORMAT_VERSION = 1

_RESERVED = ("format", "format_version", "sum")
_OPENING = f'{{"format":"{FORMAT}"'.encode()
_LINE = re.compile(rb'(\{.*),"sum":"([0-9a-f]{16})"\}')
_RECORD = re.compile(rb'\{"n":(\d{1,15}),"record":\{.*\}')
_TRACE = re.compile(rb'^\{"n":\d{1,15},"record":\{', re.MULTILINE)

PEEK = 1 << 20
"""Bytes of a file that are searched for traces of a saved game when it does not begin like one."""

DamageKind = Literal["torn", "unreadable", "altered", "order"]


@dataclass(frozen=True, slots=True)
class Damage:
    """Where a log stops being trustworthy, and what was recovered."""

    kind: DamageKind
    """torn: the last line was not completely written; unreadable: no record at all; altered: its checksum is
    wrong; order: lines before it are missing, doubled or exchanged."""
    line: int
    """Number of the first bad line; the header is line 1."""
    recovered: int
    """Records before it, all sound."""
    lost: int
    """Lines from it to the end."""
    sentence: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read from a log."""

    header: dict[str, Any]
    """As given when the log was created."""
    records: tuple[dict[str, Any], ...]
    damage: Damage | None
    size: int
    """Bytes up to the end of the last sound line."""
    chain: str
    """Checksum of the last sound line."""


def is_log(head: bytes) -> bool:
    """Whether a file beginning with `head` claims to be a log, so that reading all of it is worth while."""
    return head.startswith(_OPENING)


def header_line(header: Mapping[str, Any]) -> tuple[bytes, str]:
    """The first line of a log, and the checksum that the next line is chained on.

    `ValueError` when the header names a key that the format writes, or holds a number that is not finite;
    `TypeError` for what JSON cannot say.
    """
    taken = [key for key in _RESERVED if key in header]
    if taken:
        raise ValueError(f"the header may not hold {taken[0]!r}: the format writes it")
    return _seal(_json({"format": FORMAT, "format_version": FORMAT_VERSION, **header}), "")


def record_line(number: int, record: Mapping[str, Any], chain: str) -> tuple[bytes, str]:
    """The line of record `number` (from 1) after the line with checksum `chain`, and its own. Errors as
    there."""
    return _seal(_json({"n": number, "record": dict(record)}), chain)


def parse(path: Path, data: bytes) -> Contents:
    """Everything sound in a log's bytes. A `SaveError` naming `path` when the first line cannot be used."""
    line, position, terminated = _next_line(data, 0)
    header, chain = _parse_header(path, data, line)
    records: list[dict[str, Any]] = []
    sound = position
    while position < len(data):
        line, position, terminated = _next_line(data, position)
        found = _parse_record(line, len(records) + 1, chain)
        if isinstance(found, str):
            kind: DamageKind = found if terminated else "torn"
            lost = data.count(b"\n", sound) + (not data.endswith(b"\n"))
            damage = Damage(
                kind, len(records) + 2, len(records), lost, _sentence(path, kind, len(records), lost)
            )
            return Contents(header, tuple(records), damage, sound, chain)
        record, chain = found
        records.append(record)
        sound = position
    return Contents(header, tuple(records), None, sound, chain)


def _json(value: Mapping[str, Any]) -> bytes:
    """One line of ASCII, so that no editor, drive or mail changes it on its way."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii")


def _sum(body: bytes, chain: str) -> str:
    return blake2b(chain.encode() + body, digest_size=8).hexdigest()


def _seal(text: bytes, chain: str) -> tuple[bytes, str]:
    body = text[:-1]
    total = _sum(body, chain)
    return body + f',"sum":"{total}"}}\n'.encode(), total


def _unseal(line: bytes, chain: str) -> tuple[dict[str, Any], str] | None:
    """The JSON object of a line whose checksum is right, with that checksum."""
    match = _LINE.fullmatch(line)
    if match is None or match[2].decode() != _sum(match[1], chain):
        return None
    return _object(match[1] + b"}"), match[2].decode()


def _object(text: bytes) -> dict[str, Any]:
    """A JSON object; empty when it is none."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _next_line(data: bytes, position: int) -> tuple[bytes, int, bool]:
    """The line at `position`, where the next one begins, and whether a line feed ended it.

    A carriage return before the line feed is passed over: some tools that move text files add it.
    """
    end = data.find(b"\n", position)
    if end < 0:
        return data[position:], len(data), False
    return data[position:end].removesuffix(b"\r"), end + 1, True


def _parse_header(path: Path, data: bytes, line: bytes) -> tuple[dict[str, Any], str]:
    if not data:
        raise SaveEmpty(path, f"{path} is empty: there is no game in it.")
    claimed = _object(line)
    version = claimed.get("format_version")
    if claimed.get("format") == FORMAT and isinstance(version, int) and version > FORMAT_VERSION:
        reads = f"format {version}, this version reads up to {FORMAT_VERSION}"
        raise SaveNewer(path, f"{path} was written by a later version of Foedus ({reads}).")
    found = _unseal(line, "")
    if found is not None and found[0].get("format") == FORMAT and version == FORMAT_VERSION:
        return {key: value for key, value in found[0].items() if key not in _RESERVED}, found[1]
    if not line.startswith(_OPENING) and not _OPENING.startswith(data) and not _TRACE.search(data):
        raise SaveForeign(path, f"{path} is not a saved game of Foedus.")
    rest = len(_TRACE.findall(data))
    beyond = f" The {_counted(rest, 'record')} after it cannot be used without it." if rest else ""
    raise SaveHeaderDamaged(
        path,
        f"The first line of {path}, with the scenario, is damaged: nothing could be recovered.{beyond}",
    )


def _parse_record(line: bytes, expected: int, chain: str) -> tuple[dict[str, Any], str] | DamageKind:
    """The record of a line and its checksum, or what is wrong with it."""
    shape = _LINE.fullmatch(line)
    inner = _RECORD.fullmatch(shape[1]) if shape is not None else None
    if inner is None:
        return "unreadable"
    if int(inner[1]) != expected:
        return "order"
    found = _unseal(line, chain)
    if found is None:
        return "altered"
    record = found[0].get("record")
    return (record, found[1]) if isinstance(record, dict) else "unreadable"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _sentence(path: Path, kind: DamageKind, recovered: int, lost: int) -> str:
    before = f"the {_counted(recovered, 'record')} before it" if recovered else "no record stood before it"
    match kind:
        case "torn":
            kept = f"{before} {'is' if recovered == 1 else 'are'} whole" if recovered else before
            return f"The last line of {path} was not completely written and is left out; {kept}."
        case "unreadable":
            what = "cannot be read"
        case "altered":
            what = "was altered after it was written"
        case "order":
            what = "does not follow the one before it: lines are missing, doubled or exchanged"
    kept = f"{before} could be recovered" if recovered else before
    gone = f"the {_counted(lost, 'line')} from it on could not" if recovered else "nothing could be recovered"
    return f"Line {recovered + 2} of {path} {what}; {kept}, {gone}."
