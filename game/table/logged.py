"""The log of a game and its file: every entry kept, and flushed to the disk before a call returns."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TypeAlias

from game.core.rules import RULES_VERSION
from game.core.world import State
from game.saves.records import Entry, Snapshot, dump_entry
from game.saves.store import LogFile
from game.scenario import Scenario

File: TypeAlias = str | PathLike[str]


class Logged:
    """A game that remembers what was done in it."""

    def __init__(self, scenario: Scenario, seed: int, keep_log: bool) -> None:
        self.scenario = scenario
        self.seed = seed
        self.state: State = scenario.start(seed)
        self.log: list[Entry] = []
        self.recovered = ""
        """What was lost and recovered when the game was loaded from a damaged file; empty otherwise."""
        self._keep_log = keep_log
        self._file: LogFile | None = None
        self._unwritten: list[Entry] = []

    @property
    def path(self) -> Path | None:
        """The file every act is written to, if there is one."""
        return self._file.path if self._file is not None else None

    def _log(self, entry: Entry) -> None:
        if self._keep_log:
            self.log.append(entry)
            if self._file is not None:
                self._unwritten.append(entry)

    def _write(self) -> None:
        """Flush what is new to the disk. What could not be written is tried again with the next entry."""
        if self._file is not None and self._unwritten:
            self._file.extend([dump_entry(entry) for entry in self._unwritten])
            self._unwritten = []

    @property
    def header(self) -> dict[str, object]:
        """The first line of a save: what the game was begun from."""
        return {"rules_version": RULES_VERSION, "scenario": self.scenario.document, "seed": self.seed}

    def save(self, path: File, name: str = "") -> None:
        """Save under a path; from now on every act is written there as it is taken.

        Saving again to the same file adds a named snapshot. Raises SaveError with a sentence.
        """
        if not self._keep_log:
            raise ValueError("This game keeps no log and cannot be saved.")
        where = Path(path)
        if self._file is not None and where.resolve() == self._file.path.resolve():
            self._log(Snapshot(turn=self.state.turn, name=name, state=self.state))
            self._write()
            return
        file = LogFile.create(where, self.header)
        try:
            whole = [*self.log, Snapshot(turn=self.state.turn, name=name, state=self.state)]
            file.extend([dump_entry(entry) for entry in whole])
        except BaseException:
            file.close()
            raise
        self.close()
        self._file = file
        self.log = whole

    def close(self) -> None:
        """Let go of the file, so that another program may open it."""
        if self._file is not None:
            self._write()
            self._file.close()
            self._file = None
