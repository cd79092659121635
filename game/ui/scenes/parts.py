"""Pieces the panels of the game share: sections, breakdowns as tooltips, links, small diagrams."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pygame

from game.core.world import State
from game.reports.breakdown import Entry
from game.reports.grammar import capital
from game.reports.words import crisis_name, name, title_in_sentence
from game.ui import theme
from game.ui.kit import Column, Label, Metrics, Quiet, Run, Text, Tip, Widget, paint
from game.ui.kit.metrics import BODY, FIGURE, SMALL, STRONG
from game.ui.theme import Colour

Follow = Callable[[str], None]
"""Takes a link such as ``nation:FRA`` and shows what it names."""


def section(title: str, *parts: Widget | None, gap: float = theme.INSIDE) -> Widget | None:
    """A group under a small heading; nothing when there is nothing in it."""
    found = [part for part in parts if part is not None]
    if not found:
        return None
    return Column(Label(title, face=STRONG), *found, gap=gap)


def breakdown_tip(title: str, entries: Sequence[Entry], note: str = "", sums: int = 1) -> Tip:
    """A number's parts as a tooltip; the last ``sums`` entries are what they come to."""
    parts, totals = entries[: len(entries) - sums], entries[len(entries) - sums :]
    total = totals[0] if totals else None
    more = [f"{entry.label}: {entry.figure}." for entry in totals[1:]]
    return Tip(
        title=title,
        lines=[(entry.label, entry.figure) for entry in parts],
        total=(total.label, total.figure) if total is not None else None,
        note=" ".join([*more, *([note] if note else [])]),
    )


def nation_link(world: State, nation: str) -> Run:
    """A nation's name that leads to it, where it is one of the game's."""
    words = name(world, nation)
    return Run(words, link=f"nation:{nation}") if nation in world.nations else Run(words)


def treaty_link(world: State, treaty: str) -> Run:
    """A treaty's title, as in a sentence, that leads to it."""
    return Run(title_in_sentence(world.treaties[treaty].title), link=f"treaty:{treaty}")


def crisis_link(world: State, crisis: str) -> Run:
    """A case's name that leads to it."""
    return Run(crisis_name(world, crisis), link=f"crisis:{crisis}")


def first(run: Run) -> Run:
    """The run with a capital letter, for the start of a line."""
    return run._replace(text=capital(run.text))


def listed(runs: Iterable[Run]) -> list[str | Run]:
    """Runs as a list within a sentence."""
    found = list(runs)
    out: list[str | Run] = []
    for place, run in enumerate(found):
        if place:
            out.append(" and " if place == len(found) - 1 else ", ")
        out.append(run)
    return out


def linked(text: Text, follow: Follow, **common: Any) -> Label:
    """A paragraph whose links are followed."""
    return Label(text, on_link=follow, **common)


class ReasonLine(Widget):
    """Words that wrap at the left, their figure at the right: green or red by what it does, plain for neither.

    ``room`` units are kept for the figure.
    """

    def __init__(self, words: str, figure: str, good: bool | None, *, room: float = 56, **common: Any) -> None:
        super().__init__(**common)
        self.room = room
        self.words = words
        self.figure = figure
        self.good = good
        self._label = Quiet(words)
        self.adopt(self._label)

    @property
    def name(self) -> str:
        return self.words

    @property
    def children(self) -> Sequence[Widget]:
        return (self._label,)

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return width, self._label.measure(m, max(1, width - m.px(self.room)))[1]

    def arrange(self, m: Metrics) -> None:
        self._label.place(
            m,
            pygame.Rect(self.rect.left, self.rect.top, max(1, self.rect.width - m.px(self.room)), self.rect.height),
        )

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        self.draw_children(surface, m)
        row = pygame.Rect(self.rect.left, self.rect.top, self.rect.width, m.line(BODY))
        ink = theme.TEXT if self.good is None else theme.BETTER if self.good else theme.WORSE
        m.draw(surface, self.figure, FIGURE, ink, row, "right")


class Ladder(Widget):
    """Stages of a case from left to right, those passed filled, the one it stands at in the accent."""

    def __init__(self, steps: Sequence[str], at: int, *, colour: Colour = theme.ACCENT, **common: Any) -> None:
        super().__init__(**common)
        self.steps = tuple(steps)
        self.at_step = at
        self.colour = colour

    @property
    def name(self) -> str:
        return self.steps[self.at_step]

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return width, m.px(14) + m.line(SMALL)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        wide = self.rect.width / len(self.steps)
        y = self.rect.top + m.px(6)
        thick = max(1, m.px(2))
        for place, words in enumerate(self.steps):
            left, right = self.rect.left + round(place * wide), self.rect.left + round((place + 1) * wide)
            middle = (left + right) // 2
            tone = self.colour if place == self.at_step else theme.QUIET if place < self.at_step else theme.EDGE
            if place:
                before = self.rect.left + round((place - 0.5) * wide)
                line = theme.QUIET if place <= self.at_step else theme.LINE
                surface.fill(line, (before + m.px(7), y - thick // 2, max(0, middle - before - m.px(14)), thick))
            filled = place <= self.at_step
            paint.disc(surface, (middle, y), m.px(5), tone if filled else theme.PANEL, tone, 1.5 * m.scale)
            row = pygame.Rect(left, self.rect.bottom - m.line(SMALL), right - left, m.line(SMALL))
            face = SMALL._replace(bold=place == self.at_step)
            ink = theme.TEXT if place == self.at_step else theme.QUIET
            m.draw(surface, words, face, ink, row, "center")
