"""The map in its pane: clicks, hovering, the overlay box with its legend, the name under the pointer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import pygame

from game.reports.grammar import counted, signed_hundredths
from game.reports.words import name, names
from game.ui import theme
from game.ui.kit import (
    Button,
    Caption,
    Chip,
    Column,
    Embed,
    Metrics,
    Panel,
    Row,
    Segmented,
    Spacer,
    Tip,
    Widget,
)
from game.ui.kit.layers import hang
from game.ui.kit.metrics import SMALL
from game.ui.kit.tip import TipBox
from game.ui.map import WorldMap
from game.ui.scenes.mapmodel import Look, bloc_hatch, blocs, most_threat
from game.ui.session import Overlay, Session
from game.ui.theme import Colour

OVERLAYS: Final[tuple[tuple[Overlay, str], ...]] = (("blocs", "Blocs"), ("trust", "Trust"), ("threat", "Threat"))


class GameMap(WorldMap):
    """A world map that tells the window when it moves by itself."""

    @property
    def animating(self) -> bool:
        """Whether time alone changes the picture: rings grow, a glide goes on, the ground is being sharpened."""
        rings = bool(self.model.rings) and not self.reduced_motion
        return rings or self._glide is not None or self._moving


class MapPane(Embed):
    """The map as a widget: a click selects a nation, the pointer names it."""

    def __init__(self, shown: GameMap, on_pick: Callable[[str], object], **common: Any) -> None:
        self.shown = shown
        self._on_pick = on_pick
        self.over: str | None = None
        """The nation under the pointer."""
        self.pointer = (0, 0)
        super().__init__(shown, label="Map", on_event=self._offered, on_leave=self._left, **common)

    def _offered(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.MOUSEMOTION:
            self.pointer = (event.pos[0] + self.rect.x, event.pos[1] + self.rect.y)
            self._hovering(self.shown.pick(event.pos))
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            owner = self.shown.pick(event.pos)
            if owner is not None:
                self._on_pick(owner)
            return True
        return False

    def _left(self) -> None:
        self._hovering(None)

    def _hovering(self, owner: str | None) -> None:
        if owner != self.over:
            self.over = owner
            self.shown.hover(owner)
            self.touch(layout=False)


class MapTag(Widget):
    """The name and one line beside the pointer; takes no room and no clicks."""

    def __init__(self, pane: MapPane, words: Callable[[str], tuple[str, str]], **common: Any) -> None:
        super().__init__(**common)
        self._pane = pane
        self._words = words

    def at(self, pos: tuple[int, int]) -> Widget | None:
        return None

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        owner = self._pane.over
        if owner is None:
            return
        title, line = self._words(owner)
        box = TipBox(Tip(title=title, text=line))
        x, y = self._pane.pointer
        box.place(m, hang(box, m, pygame.Rect(x + m.px(12), y - m.px(8), 1, m.px(24)), self.rect))
        box.draw(surface, m)


class Scale(Widget):
    """The seven steps of an overlay between its two ends in words."""

    def __init__(self, steps: Sequence[Colour], low: str, high: str, **common: Any) -> None:
        super().__init__(**common)
        self.steps = tuple(steps)
        self.low = low
        self.high = high

    def natural(self, m: Metrics, width: int) -> tuple[int, int]:
        return min(width, m.px(220)), m.px(10) + m.line(SMALL)

    def draw(self, surface: pygame.Surface, m: Metrics) -> None:
        wide = self.rect.width / len(self.steps)
        for i, colour in enumerate(self.steps):
            left = self.rect.left + round(i * wide)
            surface.fill(colour, (left, self.rect.top, self.rect.left + round((i + 1) * wide) - left, m.px(8)))
        row = pygame.Rect(self.rect.left, self.rect.bottom - m.line(SMALL), self.rect.width, m.line(SMALL))
        m.draw(surface, self.low, SMALL, theme.QUIET, row)
        m.draw(surface, self.high, SMALL, theme.QUIET, row, "right")


def overlay_box(
    session: Session,
    look: Look,
    on_overlay: Callable[[Overlay], object],
    on_direction: Callable[[bool], object],
    on_frame: Callable[[], object],
    on_treaty: Callable[[str], object],
) -> Widget:
    """Which overlay is on, and what its colours mean."""
    switch = Segmented(
        [(key, words) for key, words in OVERLAYS],
        look.overlay,
        on_overlay,
        label="Overlay",
        key="overlay",
        tooltip=Tip(text="What the colours of the map mean.", shortcut="1, 2, 3"),
    )
    world = session.world
    about = name(world, look.about)
    frame = Button(
        "Frame all",
        on_frame,
        kind="bare",
        icon="globe",
        icon_only=True,
        tooltip=Tip(title="Frame all", text="Key Z frames the selected nation; , and . go through the nations."),
        shortcut="f",
        key="frame-all",
    )
    parts: list[Widget] = [Row(switch, Spacer(grow=1), frame, gap=0)]
    if look.overlay == "blocs":
        found = blocs(world)
        order = sorted(found, key=lambda bloc: (session.nation not in bloc.members, -len(bloc.members), bloc.founded))
        shown = [bloc for bloc in found if bloc in order[:MOST_BLOCS]]
        parts += [
            Chip(
                bloc.title,
                lambda treaty=bloc.treaty: on_treaty(treaty),  # type: ignore[misc]
                swatch=bloc.colour,
                hatch=bloc_hatch(world, bloc, found, look.hatching),
                tooltip=f"{bloc.title}: {names(world, bloc.members)}, bound by guarantees in force.",
            )
            for bloc in shown
        ]
        if len(shown) < len(found):
            rest = [bloc for bloc in found if bloc not in shown]
            parts.append(
                Caption(
                    f"and {counted(len(rest), 'lesser bloc')}",
                    tooltip=" ".join(f"{bloc.title}: {names(world, bloc.members)}." for bloc in rest),
                )
            )
        parts.append(Chip("Bound to nobody", swatch=theme.LAND))
    elif look.overlay == "trust":
        said = f"How far {about} trusts others" if look.from_it else f"How far others trust {about}"
        parts.append(Caption(said))
        parts.append(
            Segmented(
                [(False, "In it"), (True, "Its own")],
                look.from_it,
                on_direction,
                label="Direction of trust",
                key="direction",
                tooltip="What others feel toward the nation, or what it feels toward them.",
            )
        )
        parts.append(Scale(theme.SIGNED, "distrust −100", "trust +100"))
    else:
        most = signed_hundredths(most_threat(session.appraisal, look.about)).lstrip("+")
        parts.append(Caption(f"Threat to {about}"))
        parts.append(Scale(theme.UNSIGNED, "0 FP", f"{most} FP"))
    return Panel(Column(*parts, gap=theme.INSIDE), pad=theme.INSIDE, width=_WIDE, key="legend")


_WIDE: Final = 252
MOST_BLOCS: Final = 5
"""Blocs the legend names: one's own and the greatest, so that it leaves the map in sight."""


def covered(pane: Widget, over: Sequence[Widget]) -> tuple[pygame.Rect, ...]:
    """The parts of the map that lie under other widgets, in the map's own pixels."""
    x, y = pane.rect.topleft
    return tuple(widget.rect.move(-x, -y).inflate(4, 4) for widget in over if widget.visible and widget.rect.width)
