"""The table: one game with its seats, begun anew or taken up again from a save."""

from __future__ import annotations

from os import PathLike
from typing import Self

from game.scenario import Scenario
from game.table.play import Play
from game.table.resume import resume


class Table(Play):
    """A game and its seats. Every seat is an AI until someone sits down."""

    @classmethod
    def new(cls, scenario: Scenario, seed: int = 1, *, keep_log: bool = True) -> Self:
        """A new game of a scenario. The same seed and the same decisions give the same game.

        `keep_log=False` is for batches that are never saved.
        """
        return cls(scenario, seed, keep_log=keep_log)

    @classmethod
    def load(cls, path: str | PathLike[str]) -> Self:
        """The game of a save, at the point where it stood, still being written to that file.

        Replays the log; no mind is asked. Raises SaveError with a sentence where it cannot be.
        """
        return resume(cls, path)
