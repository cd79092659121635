"""Editing one line of text, without any drawing: cursor, selection, undo, clipboard."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame


class Clipboard:
    """The system's clipboard where there is one, else one of our own."""

    def __init__(self) -> None:
        self._own = ""

    def put(self, text: str) -> None:
        self._own = text
        if pygame.display.get_init():
            try:
                pygame.scrap.put_text(text)
            except pygame.error:
                return

    def get(self) -> str:
        if pygame.display.get_init():
            try:
                return pygame.scrap.get_text() or self._own
            except pygame.error:
                return self._own
        return self._own


CLIPBOARD = Clipboard()


@dataclass
class Editor:
    """A line of at most ``most`` characters. ``cursor`` and ``anchor`` (the other end of the selection)
    count characters."""

    text: str = ""
    most: int = 200
    cursor: int = 0
    anchor: int = 0
    _past: list[tuple[str, int]] = field(default_factory=list)

    @property
    def selection(self) -> tuple[int, int]:
        """First and last edge of what is selected; equal when nothing is."""
        return min(self.cursor, self.anchor), max(self.cursor, self.anchor)

    @property
    def selected(self) -> str:
        low, high = self.selection
        return self.text[low:high]

    def set(self, text: str) -> None:
        """Replace everything; the cursor goes to the end."""
        self.text = text[: self.most]
        self.cursor = self.anchor = len(self.text)

    def move(self, to: int, keep: bool = False) -> None:
        """Put the cursor there (clamped); ``keep`` extends the selection."""
        self.cursor = max(0, min(len(self.text), to))
        if not keep:
            self.anchor = self.cursor

    def select_all(self) -> None:
        self.anchor, self.cursor = 0, len(self.text)

    def select_word(self, at: int) -> None:
        """Select the word around this place."""
        low, high = at, at
        while low > 0 and self.text[low - 1].isalnum():
            low -= 1
        while high < len(self.text) and self.text[high].isalnum():
            high += 1
        self.anchor, self.cursor = low, high

    def word(self, by: int) -> int:
        """The edge of the next word in direction ``by`` (1 or -1)."""
        at = self.cursor
        if by < 0:
            while at > 0 and not self.text[at - 1].isalnum():
                at -= 1
            while at > 0 and self.text[at - 1].isalnum():
                at -= 1
        else:
            while at < len(self.text) and not self.text[at].isalnum():
                at += 1
            while at < len(self.text) and self.text[at].isalnum():
                at += 1
        return at

    def insert(self, text: str) -> bool:
        """Put text in place of the selection, as much as there is room for; True when anything changed."""
        low, high = self.selection
        clean = "".join(ch for ch in text.replace("\n", " ").replace("\t", " ") if ch.isprintable())
        clean = clean[: self.most - (len(self.text) - (high - low))]
        if not clean and low == high:
            return False
        self._past.append((self.text, self.cursor))
        self.text = self.text[:low] + clean + self.text[high:]
        self.cursor = self.anchor = low + len(clean)
        return True

    def delete(self, to: int) -> bool:
        """Remove the selection, or from the cursor to ``to`` when there is none; True when anything
        changed."""
        if self.cursor == self.anchor:
            self.anchor = max(0, min(len(self.text), to))
        low, high = self.selection
        if low == high:
            return False
        self._past.append((self.text, max(self.cursor, self.anchor)))
        self.text = self.text[:low] + self.text[high:]
        self.cursor = self.anchor = low
        return True

    def undo(self) -> bool:
        """Take back the last change; True when there was one."""
        if not self._past:
            return False
        self.text, cursor = self._past.pop()
        self.cursor = self.anchor = min(cursor, len(self.text))
        return True
