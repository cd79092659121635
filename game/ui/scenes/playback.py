"""What has just happened, told on the map event by event: a caption band, and the nations it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import pygame

from game.core.events import Event
from game.core.world import State
from game.reports.sentences import importance, sentence
from game.ui import icons, theme
from game.ui.kit import Metrics, Widget, paint
from game.ui.kit.metrics import BODY, SMALL
from game.ui.kit.text import wrap
from game.ui.scenes.mapmodel import Spot, capital_spot, crisis_place, theatre_spot, unproject

MOST: Final = 18
"""Events played at most; beyond that only those that matter most, the rest stands in the chronicle."""
LINES: Final = 3
"""Sentences in sight at once, so that each can be read for longer than its step takes."""
LAST_STAYS: Final = 1.6
"""Seconds the last sentence stands."""
ICONS: Final = {
    "proposed": "envelope",
    "countered": "envelope",
    "accepted": "check",
    "refused": "cross",
    "message": "pen",
    "signed": "treaty",
    "in_force": "treaty",
    "withdrawal_announced": "cross",
    "pressed": "triangle",
    "brewing": "triangle",
    "showdown": "triangle",
    "answered": "envelope-open",
    "invoked": "shield",
    "called": "shield",
    "consulted": "consult",
    "struck": "clash",
    "war_began": "clash",
    "battle": "clash",
    "slipped": "clash",
    "warned": "shield",
    "offered": "pen",
    "declined": "cross",
    "mediated": "consult",
    "accused": "search",
    "stated": "pen",
    "ratified": "seal",
    "not_ratified": "cross",
    "leaked": "eye",
    "moved": "consult",
    "carried": "check",
    "motion_failed": "cross",
    "exercise_held": "exercise",
    "mission": "person",
    "duty_kept": "check",
    "duty_broken": "cross",
    "trust": "trust",
    "support": "support",
    "forces_raised": "forces",
    "standing": "forces",
    "stability": "globe",
    "misfortune": "support",
    "relief": "support",
    "met": "support",
    "sabotage": "eye",
    "attributed": "eye",
    "unattributed": "eye",
}


def worth_telling(events: Sequence[Event], world: State) -> list[Event]:
    """The events a reader is told as they happen, in order, at most `MOST`."""
    told = [event for event in events if importance(event, world) in ("headline", "ordinary")]
    if len(told) > MOST:
        # The headlines, and of the rest what came last; in the order in which they happened.
        chief = [i for i, event in enumerate(told) if importance(event, world) == "headline"][-MOST:]
        other = [i for i in range(len(told)) if i not in chief]
        kept = sorted([*chief, *other[len(other) - (MOST - len(chief)) :]])
        told = [told[i] for i in kept]
    return told


def place_of(world: State, event: Event) -> Spot | None:
    """Where on the map an event happened, as latitude and longitude."""
    crisis = world.crises.get(event.about)
    if crisis is not None:
        return crisis_place(world, crisis)
    spot = theatre_spot(world, event.about) if event.about in world.theatres else None
    spot = spot or (capital_spot(world, event.who) if event.who else None)
    return unproject(*spot) if spot is not None else None


class Playback:
    """Steps through events; the scene asks which one is on and lets time pass."""

    def __init__(self, on_end: Callable[[], object]) -> None:
        self._on_end = on_end
        self._events: list[Event] = []
        self._sentences: list[str] = []
        self._at = 0
        self._time = 0.0

    @property
    def running(self) -> bool:
        """Whether events are being played."""
        return bool(self._events)

    @property
    def event(self) -> Event | None:
        """The event on show."""
        return self._events[self._at] if self._events else None

    @property
    def sentences(self) -> list[tuple[str, str]]:
        """Icon and sentence of the events in sight, oldest first."""
        low = max(0, self._at + 1 - LINES)
        return [
            (ICONS.get(self._events[i].kind, "more"), self._sentences[i])
            for i in range(low, min(self._at + 1, len(self._events)))
        ]

    @property
    def progress(self) -> tuple[int, int]:
        """Number of the event on show, and how many there are."""
        return self._at + 1, len(self._events)

    def start(self, events: Sequence[Event], world: State) -> None:
        """Play these; with none worth telling it ends at once."""
        self._events = worth_telling(events, world)
        self._sentences = [sentence(event, world) for event in self._events]
        self._at, self._time = 0, 0.0
        if not self._events:
            self._on_end()

    def skip(self) -> None:
        """End it now."""
        if self._events:
            self._events, self._sentences, self._at = [], [], 0
            self._on_end()

    def update(self, dt: float) -> bool:
        """Let time pass; True when another event is on show, or none."""
        if not self._events:
            return False
        self._time += dt
        last = self._at + 1 >= len(self._events)
        if self._time < (LAST_STAYS if last else theme.STEP):
            return False
        self._time = 0.0
        if last:
            self.skip()
        else:
            self._at += 1
        return True


class CaptionBand(Widget):
    """The sentences being played, newest lowest; the older ones quieter."""

    def __init__(self, playback: Playback, **common: Any) -> None:
        super().__init__(**common)
        self._playback = playback

    @property
    def name(self) -> str:
        return " ".join(words for _, words in self._playback.sentences)

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        wide = min(width, m.px(680))
        return wide, LINES * m.line(BODY) * 2 + m.line(SMALL) + m.px(28)

    def at(self, pos: tuple[int, int]) -> Widget | None:
        return None

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        found = self._playback.sentences
        if not found:
            return
        inner = self.rect.inflate(-2 * m.px(theme.PADDING), -2 * m.px(theme.BETWEEN))
        blocks = [(icon, wrap(m, words, inner.width - m.px(28), BODY)) for icon, words in found]
        high = sum(len(lines) for _, lines in blocks) * m.line(BODY) + (len(blocks) - 1) * m.px(4) + m.line(SMALL)
        box = pygame.Rect(self.rect.left, 0, self.rect.width, high + 2 * m.px(theme.BETWEEN))
        box.bottom = self.rect.bottom
        paint.box(surface, box, theme.PANEL, theme.EDGE, m.px(theme.CORNER), max(1, int(m.scale)))
        y = box.top + m.px(theme.BETWEEN)
        for place, (icon, lines) in enumerate(blocks):
            newest = place == len(blocks) - 1
            ink = theme.TEXT if newest else theme.QUIET
            icons.draw(
                surface,
                icon,
                (inner.left + m.px(8), y + m.line(BODY) // 2),
                m.px(14),
                theme.ACCENT if newest else theme.QUIET,
            )
            for line in lines:
                for f in line:
                    surface.blit(m.text(f.text, f.face, f.colour or ink), (inner.left + m.px(28) + f.x, y))
                y += m.line(BODY)
            y += m.px(4)
        now, whole = self._playback.progress
        row = pygame.Rect(inner.left, box.bottom - m.px(theme.INSIDE) - m.line(SMALL), inner.width, m.line(SMALL))
        m.draw(surface, f"{now} of {whole}", SMALL, theme.QUIET, row)
        m.draw(surface, "any key skips", SMALL, theme.QUIET, row, "right")
