"""Rich text: runs of words with weight, colour and links, and their breaking into lines.

``rich("**Norway** answered [France](nation:FRA).")`` reads the little markup that our own sentences use. A
plain
``str`` is never read as markup, so what a player typed can be shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from game.ui import theme
from game.ui.kit.metrics import Face, Metrics
from game.ui.theme import Colour


class Run(NamedTuple):
    """A stretch of text in one style. ``link`` is what a click hands to ``on_link``; ``None`` colour is
    inherited."""

    text: str
    bold: bool = False
    colour: Colour | None = None
    link: str | None = None
    mono: bool = False


Text = str | Run | Sequence["str | Run"]


class Fragment(NamedTuple):
    """Words placed on a line: ``x`` and ``width`` in pixels from the line's left edge."""

    text: str
    x: int
    width: int
    face: Face
    colour: Colour | None
    link: str | None


Line = tuple[Fragment, ...]

_MARK = re.compile(r"\*\*(?P<bold>.+?)\*\*|\[(?P<name>[^\]\n]+)\]\((?P<link>[^)\s]+)\)")
_PIECE = re.compile(r"\n|(?:[^ \t\n]|(?<=\d) (?=(?:%|RP|FP)(?!\w)))+|[ \t]+")
"""Words, blanks and new lines; a figure and its unit are one word."""


def rich(markup: str) -> tuple[Run, ...]:
    """Read ``**bold**`` and ``[name](link)``; everything else stands as written."""
    runs: list[Run] = []
    at = 0
    for found in _MARK.finditer(markup):
        if found.start() > at:
            runs.append(Run(markup[at : found.start()]))
        if found["bold"] is not None:
            runs.append(Run(found["bold"], bold=True))
        else:
            runs.append(Run(found["name"], link=found["link"]))
        at = found.end()
    if at < len(markup):
        runs.append(Run(markup[at:]))
    return tuple(runs)


def runs_of(text: Text) -> tuple[Run, ...]:
    """Any accepted form of text as runs."""
    if isinstance(text, Run):
        return (text,)
    if isinstance(text, str):
        return (Run(text),) if text else ()
    return tuple(part if isinstance(part, Run) else Run(part) for part in text)


def plain(text: Text) -> str:
    """The words alone."""
    return "".join(run.text for run in runs_of(text))


def signed(value: int) -> str:
    """``+12``, ``−14`` or ``0``, with the true minus sign."""
    return f"+{value}" if value > 0 else f"−{-value}" if value < 0 else "0"


def change(value: int, unit: str = "", good: bool = True) -> Run:
    """A change as a run: signed, green when it helps and red when it hurts (``good`` = more is better)."""
    better = value == 0 or (value > 0) == good
    colour = None if value == 0 else theme.BETTER if better else theme.WORSE
    return Run(signed(value) + (f" {unit}" if unit else ""), colour=colour, mono=True)


class _Piece(NamedTuple):
    text: str
    width: int
    run: Run
    face: Face


def wrap(m: Metrics, text: Text, width: int, face: Face) -> list[Line]:
    """Break the text into lines none of which is wider than ``width`` pixels (one letter is the least).

    Breaks fall at blanks; a word longer than a line is broken where it must. Newlines in the text are kept.
    An empty text is one empty line.
    """
    breaker = _Breaker(m, max(1, width))
    cluster: list[_Piece] = []
    for run in runs_of(text):
        own = Face(face.size, face.bold or run.bold, face.mono or run.mono)
        for found in _PIECE.finditer(run.text):
            word = found.group()
            if word == "\n":
                breaker.add(cluster)
                cluster = []
                breaker.newline()
            elif word[0] in " \t":
                breaker.add(cluster)
                cluster = []
                breaker.blank(_Piece(word, m.width(word, own), run, own))
            else:
                cluster.append(_Piece(word, m.width(word, own), run, own))
    breaker.add(cluster)
    breaker.newline()
    return breaker.lines


class _Breaker:
    """Greedy line breaking over clusters (pieces with no blank between them, of whatever style)."""

    def __init__(self, m: Metrics, width: int) -> None:
        self.m = m
        self.width = width
        self.lines: list[Line] = []
        self._line: list[_Piece] = []
        self._x = 0
        self._blank: _Piece | None = None

    def blank(self, piece: _Piece) -> None:
        if self._line:
            self._blank = piece

    def newline(self) -> None:
        self.lines.append(_placed(self.m, self._line))
        self._line, self._x, self._blank = [], 0, None

    def add(self, cluster: list[_Piece]) -> None:
        if not cluster:
            return
        wide = sum(piece.width for piece in cluster)
        gap = self._blank.width if self._blank else 0
        if self._line and self._x + gap + wide > self.width:
            # Words measured one by one add up to a little more than together: look closely before breaking.
            blank = [self._blank] if self._blank else []
            together = line_width(_placed(self.m, [*self._line, *blank, *cluster]))
            if together <= self.width:
                self._line, self._x, self._blank = [*self._line, *blank, *cluster], together, None
                return
            self.newline()
            gap = 0
        if wide > self.width:
            self._force(cluster)
            return
        if self._blank is not None:
            self._line.append(self._blank)
            self._x += gap
            self._blank = None
        self._line.extend(cluster)
        self._x += wide

    def _force(self, cluster: list[_Piece]) -> None:
        """Break a word that is longer than a line."""
        for piece in cluster:
            rest = piece.text
            while rest:
                room = self.width - self._x
                count = self._fitting(rest, piece.face, room)
                if count == 0 and self._line:
                    self.newline()
                    continue
                part = rest[: max(1, count)]
                wide = self.m.width(part, piece.face)
                self._line.append(_Piece(part, wide, piece.run, piece.face))
                self._x += wide
                rest = rest[len(part) :]

    def _fitting(self, text: str, face: Face, room: int) -> int:
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.m.width(text[:middle], face) <= room:
                low = middle
            else:
                high = middle - 1
        return low


def _placed(m: Metrics, line: list[_Piece]) -> Line:
    """Pieces joined by style and given their places on a line."""
    joined: list[list[_Piece]] = []
    for piece in line:
        if joined and joined[-1][-1].run is piece.run:
            joined[-1].append(piece)
        else:
            joined.append([piece])
    x = 0
    placed: list[Fragment] = []
    for pieces in joined:
        words = "".join(piece.text for piece in pieces)
        run, wide = pieces[0].run, pieces[0].width
        if len(pieces) > 1:
            wide = min(sum(piece.width for piece in pieces), m.fresh_width(words, pieces[0].face))
        placed.append(Fragment(words, x, wide, pieces[0].face, run.colour, run.link))
        x += wide
    return tuple(placed)


def line_width(line: Line) -> int:
    """Width in pixels of a broken line."""
    return line[-1].x + line[-1].width if line else 0


def widest(lines: Iterable[Line]) -> int:
    """Width in pixels of the widest of the lines."""
    return max((line_width(line) for line in lines), default=0)
