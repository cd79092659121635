"""Choices read off a tape of bytes that hypothesis draws: a whole game from one draw, and one that shrinks."""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")

tapes = st.binary(min_size=1000, max_size=3000)
"""Tapes long enough for a whole game; when one runs out, the rest of the game is the first of every choice."""


class Chooser:
    """Reads choices off a tape."""

    def __init__(self, tape: bytes) -> None:
        self._tape = tape
        self._at = 0

    def number(self, low: int, high: int) -> int:
        """A number from `low` to `high`; `low` when the tape has run out."""
        drawn = int.from_bytes(self._tape[self._at : self._at + 1], "big")
        self._at += 1
        # Mixed with its place, or hypothesis' liking for a few numbers would make every game alike; 0 stays 0.
        mixed = (drawn * 2654435761 + self._at * 40503) >> 7 if drawn else 0
        return low + mixed % (high - low + 1)

    def pick(self, options: Sequence[T]) -> T:
        """One of several."""
        return options[self.number(0, len(options) - 1)]

    def chance(self, percent: int) -> bool:
        """True in so many of a hundred cases, never when the tape has run out."""
        return self.number(0, 99) >= 100 - percent

    def some(self, options: Sequence[T], least: int, most: int) -> tuple[T, ...]:
        """Several different ones, in their order."""
        left = list(options)
        count = min(self.number(least, most), len(left))
        kept = [left.pop(self.number(0, len(left) - 1)) for _ in range(count)]
        return tuple(option for option in options if option in kept)
