"""From a log back to a game: replayed entry by entry, no mind asked, every digest compared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from game.ai.minds import MINDS
from game.core.engine import act as engine_act
from game.core.engine import advance
from game.core.engine import control as engine_control
from game.core.problems import ActError
from game.core.rules import RULES_VERSION
from game.saves.codec import digest
from game.saves.errors import SaveError
from game.saves.records import (
    ENTRY,
    Acted,
    Answered,
    Asked,
    Carried,
    Committed,
    Controlled,
    Drafted,
    Entry,
    Retracted,
    Sat,
    Snapshot,
    StageEnded,
    load_entry,
)
from game.saves.store import Contents, LogFile, read
from game.scenario import ScenarioError, from_document
from game.scenario.shape import SCENARIO
from game.table.older import read_older
from game.table.play import Play

P = TypeVar("P", bound=Play)


class SaveOtherRules(SaveError):
    """Saved under other rules: it cannot be told again move by move, and holds no snapshot to go on from."""


class SaveUnlike(SaveError):
    """The log does not play as it was recorded."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One stage of a log, played again."""

    turn: int
    stage: str
    recorded: str
    played: str

    @property
    def same(self) -> bool:
        """Whether the replayed state is the recorded one."""
        return self.recorded == self.played


def resume(kind: type[P], path: str | PathLike[str]) -> P:
    """The game of a save, at the point where it stood, and still written there. Raises SaveError.

    A save of other rules goes on from its last snapshot, under these and in no file yet: what was lost stands in
    `table.recovered`, and the old file is left as it is.
    """
    file = LogFile.open_append(path)
    try:
        if file.found.header.get("rules_version") != RULES_VERSION:
            carried = _carried_on(kind, file.path, file.found)
            file.close()
            return carried
        table, entries = _begin(kind, file.path, file.found)
        for checked in _replayed(file.path, table, entries):
            if not checked.same:
                raise SaveUnlike(
                    file.path,
                    f"{file.path} does not play as it was recorded: turn {checked.turn}, {checked.stage}. "
                    "It may have been written by another version of the rules.",
                )
    except BaseException:
        file.close()
        raise
    table._file = file
    table.recovered = _said(file.found, table)
    table._reply()
    table._end_now()
    return table


def replay(path: str | PathLike[str]) -> tuple[Play, Iterator[Checked]]:
    """A game read from a save for looking only, and the stages it passes as it is played through again."""
    where = Path(path)
    contents = read(where)
    table, entries = _begin(Play, where, contents)
    table.recovered = _said(contents, table)
    return table, _replayed(where, table, entries)


def _said(contents: Contents, table: Play) -> str:
    """What a person should know of a save that was taken up again: what was damaged, and whose mind is missing."""
    said = [contents.damage.sentence] if contents.damage is not None else []
    for name in table.strangers:
        whose = table.state.nations[name].name
        said.append(f"The program that played {whose} is not in the file; the house AI plays until it sits down again.")
    return " ".join(said)


def _carried_on(kind: type[P], path: Path, contents: Contents) -> P:
    """The game of a save of other rules, at its last snapshot that these rules understand."""
    version = contents.header.get("rules_version")
    played = f"{path} was played under rules {version}; this is {RULES_VERSION}."
    found = next((entry for entry in _understood(contents, "snapshot") if isinstance(entry, Snapshot)), None)
    if found is None:
        raise SaveOtherRules(
            path,
            f"{played} It holds no snapshot that these rules understand; open it with the version that wrote it.",
        )
    try:
        _, scenario = read_older(SCENARIO, contents.header["scenario"])
    except (KeyError, TypeError, ValidationError) as error:
        raise _not_understood(path, error) from error
    table = _fresh(kind, path, replace(contents, header={**contents.header, "scenario": scenario}))
    seats = [entry for entry in reversed(list(_understood(contents, "sat"))) if isinstance(entry, Sat)]
    table.log = [*seats, Carried(rules_version=str(version), state=found.state)]
    for entry in table.log:
        _play(table, entry)
    table.recovered = (
        f"{played} It goes on from the snapshot of turn {found.turn}; what came after that is left behind, and what "
        "came before cannot be verified by replay. The old file is as it was; save the game to keep it."
    )
    return table


def _understood(contents: Contents, kind: str) -> Iterator[Entry]:
    """Entries of a kind that these rules understand, the last first; what they no longer know in them is left out."""
    for record in reversed(contents.records):
        if record.get("kind") == kind:
            try:
                yield read_older(ENTRY, record)[0]
            except ValidationError:
                continue


def _begin(kind: type[P], path: Path, contents: Contents) -> tuple[P, list[Entry]]:
    header: dict[str, Any] = contents.header
    version = header.get("rules_version")
    if version != RULES_VERSION:
        raise SaveOtherRules(
            path,
            f"{path} was played under rules {version}; this is {RULES_VERSION}. It cannot be replayed move by move; "
            "open it with the version of Foedus that wrote it.",
        )
    table = _fresh(kind, path, contents)
    try:
        return table, [load_entry(json.dumps(record)) for record in contents.records]
    except ValidationError as error:
        raise _not_understood(path, error) from error


def _fresh(kind: type[P], path: Path, contents: Contents) -> P:
    """A new game of the scenario and the seed in a save."""
    header = contents.header
    seed = header.get("seed")
    if not isinstance(seed, int):
        raise SaveUnlike(path, f"{path} is a saved game, but its seed is not a whole number.")
    try:
        scenario = from_document(header["scenario"], f"the scenario inside {path}")
        return kind(scenario, seed)
    except (KeyError, TypeError, ValueError, ScenarioError, ValidationError) as error:
        raise _not_understood(path, error) from error


def _not_understood(path: Path, error: Exception) -> SaveUnlike:
    return SaveUnlike(path, f"{path} is a saved game, but its contents are not understood: {_first(error)}")


def _first(error: Exception) -> str:
    """The first line of what an error says, closed like a sentence."""
    said = str(error).splitlines()[0] if str(error) else type(error).__name__
    return said if said.endswith(".") else f"{said}."


def _replayed(path: Path, table: Play, entries: list[Entry]) -> Iterator[Checked]:
    """Play the entries onto a fresh table, giving each stage's digests as it passes."""
    if not entries:
        return
    table.log = []
    for number, entry in enumerate(entries, start=1):
        try:
            checked = _play(table, entry)
        except (ActError, KeyError, ValueError) as error:
            raise SaveUnlike(
                path, f"{path} does not play as it was recorded, at entry {number}: {_first(error)}"
            ) from error
        table.log.append(entry)
        if checked is not None:
            yield checked


def _play(table: Play, entry: Entry) -> Checked | None:
    match entry:
        case Sat():
            if entry.who == "person":
                table._seat(entry.nation, None)
            else:
                # A program of somebody's own is not in the file: until it sits down again the house AI plays.
                table._unseat(entry.nation)
                if entry.mind in MINDS:
                    table._seat(entry.nation, MINDS[entry.mind])
                elif entry.who == "bot":
                    table.strangers.append(entry.nation)
        case Acted():
            state, events = engine_act(table.state, entry.nation, entry.act, table._lookout)
            table._adopt(state, events)
            if entry.nation in table.people:
                addressed = table._addressed(entry.nation, entry.act)
                table._replies = [name for name in addressed if name not in table.people]
        case Controlled():
            state, events = engine_control(table.state, entry.act, table.openings)
            table._controlled(entry.act, state, events)
            return Checked(state.turn, f"the instructor's {entry.act.kind}", entry.digest, digest(state))
        case Asked():
            if entry.round and entry.round != table._round:
                table._asked = []
            table._was_asked(entry.nation, entry.round)
        case Drafted():
            table.drafts[entry.nation] = entry.sheet
        case Committed():
            table._commit(entry.nation)
        case Retracted():
            if entry.nation in table.committed:
                table.committed.remove(entry.nation)
        case Answered():
            table.sealed[entry.nation] = entry.answers
        case StageEnded():
            if entry.stage == "opening":
                return Checked(0, entry.stage, entry.digest, digest(table.state))
            before = table.state.turn
            state, events = advance(table.state, entry.sheets, entry.answers)
            table._adopt(state, events)
            table._moved(before)
            return Checked(entry.turn, entry.stage, entry.digest, digest(state))
        case Snapshot():
            pass
        case Carried():
            table._carry(entry.state)
    return None
