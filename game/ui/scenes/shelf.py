"""The saved games in their folder: what each holds, as far as it can be read without playing it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from game.core.rules import RULES_VERSION
from game.paths import saves_dir
from game.reports.words import date_text, name_bare
from game.saves import Contents, SaveError, read
from game.scenario import Scenario, ScenarioError, from_document
from game.ui.scenes.eve import eve
from game.ui.scenes.starting import SUFFIX


@dataclass(frozen=True)
class Kept:
    """One saved game."""

    path: Path
    written: datetime
    """When its file was last written, local time."""
    title: str = ""
    """The scenario's; empty where the file does not say."""
    scenario: Scenario | None = None
    name: str = ""
    """What a person called it; empty for one that saves itself."""
    seat: str = ""
    """Id of the nation a person plays; empty when nobody does."""
    seat_name: str = ""
    turn: int = 0
    turns: int = 0
    date: str = ""
    acts: int = 0
    """Acts taken so far, by everybody."""
    sentence: str = ""
    """What is wrong with it; empty when nothing is."""
    sound: bool = True
    """Whether it can be loaded as it is."""
    recoverable: bool = False
    """Whether it can be loaded up to where it is damaged, the rest left out."""

    @property
    def heading(self) -> str:
        """What it is called in the list."""
        return self.name or self.title or self.path.stem


def shelf() -> list[Kept]:
    """Every saved game, the one written last first. A folder that is not there or cannot be read is empty."""
    found: list[Kept] = []
    try:
        paths = sorted(saves_dir().glob(f"*{SUFFIX}"))
    except OSError:
        return []
    for path in paths:
        try:
            written = datetime.fromtimestamp(path.stat().st_mtime)
        except (OSError, ValueError, OverflowError):
            written = datetime.fromtimestamp(0)
        found.append(_kept(path, written))
    return sorted(found, key=lambda kept: (-kept.written.timestamp(), kept.path.name))


def _kept(path: Path, written: datetime) -> Kept:
    try:
        contents = read(path)
    except SaveError as error:
        return Kept(path, written, sentence=str(error), sound=False)
    try:
        return _described(path, written, contents)
    except (ScenarioError, KeyError, TypeError, ValueError, AttributeError):
        return Kept(
            path, written, sentence=f"{path} is a saved game, but its contents are not understood.", sound=False
        )


def _described(path: Path, written: datetime, contents: Contents) -> Kept:
    scenario = from_document(contents.header["scenario"], path.name)
    world = eve(scenario)
    seat = _seat(contents.records)
    if seat and seat not in scenario.nations:
        raise ValueError(seat)
    turn = min(_turn(contents.records), scenario.file.turns)
    damage, version = contents.damage, contents.header.get("rules_version")
    sentence, sound, recoverable = "", True, False
    if version != RULES_VERSION:
        sentence = f"It was played under rules {version}; this is {RULES_VERSION}. Open it with the version of "
        sentence, sound = f"{sentence}Foedus that wrote it.", False
    elif damage is not None:
        sentence, sound = damage.sentence, damage.kind == "torn"
        recoverable = not sound and damage.recovered > 0
    return Kept(
        path,
        written,
        title=scenario.title,
        scenario=scenario,
        name=_name(contents.records),
        seat=seat,
        seat_name=name_bare(world, seat) if seat else "",
        turn=turn,
        turns=scenario.file.turns,
        date=date_text(world, turn),
        acts=sum(1 for record in contents.records if record.get("kind") == "acted"),
        sentence=sentence,
        sound=sound,
        recoverable=recoverable,
    )


def _seat(records: tuple[Mapping[str, Any], ...]) -> str:
    """The first person who still sits."""
    people: list[str] = []
    for record in records:
        if record.get("kind") == "sat":
            nation = str(record["nation"])
            people = [name for name in people if name != nation]
            if record["who"] == "person":
                people.append(nation)
    return people[0] if people else ""


def _turn(records: tuple[Mapping[str, Any], ...]) -> int:
    """The turn that is open.

    A stage's end does not say whether the turn went on; but in a turn that has opened the AI nations are asked
    at once, and that is on record.
    """
    turn, ended = 1, 0
    for record in records:
        kind = record.get("kind")
        if kind == "stage_ended":
            ended = int(record["turn"]) if record["stage"] != "opening" else 0
            turn = max(1, ended)
        elif kind in ("asked", "drafted", "committed") and ended:
            turn = ended + 1
    return turn


def _name(records: tuple[Mapping[str, Any], ...]) -> str:
    """What it was called when it was last saved by name."""
    for record in reversed(records):
        if record.get("kind") == "snapshot" and record.get("name"):
            return str(record["name"])
    return ""
