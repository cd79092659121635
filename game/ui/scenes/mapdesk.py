"""How one person looks at the map: overlay, direction, frame; and what the map is given to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from game.core.events import Event
from game.ui import theme
from game.ui.kit import Ui, Widget
from game.ui.map import Ring
from game.ui.scenes.mapmodel import Look, hover_words, map_model
from game.ui.scenes.mapview import GameMap, MapPane, MapTag, overlay_box
from game.ui.scenes.playback import place_of
from game.ui.session import Overlay, Selection, Session

REACH_KM: Final = 1000
"""How far from its capital a nation's land counts when the map frames it."""
GLIDE: Final = theme.CALM
PAN_STEP: Final = 80
ZOOM_STEP: Final = 1.25
LATELY: Final = 400
"""Events looked through for last turn's exercises."""


class MapDesk:
    """The map of one game screen. ``on_change`` hears that the screen must be built anew."""

    def __init__(
        self, session: Session, ui: Ui, on_pick: Callable[[str], object], on_change: Callable[[], object]
    ) -> None:
        self._session = session
        self._ui = ui
        self._on_change = on_change
        self.shown = GameMap((theme.START_SIZE[0] - theme.SIDE_PANEL, theme.START_SIZE[1] - theme.DISPATCHES))
        self.pane = MapPane(self.shown, on_pick, key="map")
        self.about = session.nation
        """The nation overlays are about: the last one selected."""
        self.from_it = False
        """Trust overlay: what the nation feels toward others, not what they feel toward it."""
        self.hatching = False

    @property
    def look(self) -> Look:
        """How the map is looked at."""
        return Look(self._session.overlay, self.about, self.from_it, self.hatching)

    # --- overlays

    def set_overlay(self, overlay: Overlay) -> None:
        """Colour the map by this."""
        self._session.overlay = overlay
        self._on_change()

    def trust(self) -> None:
        """Colour the map by trust; asked again, in the other direction."""
        if self._session.overlay == "trust":
            self.from_it = not self.from_it
        self.set_overlay("trust")

    def set_direction(self, from_it: bool) -> None:
        """Trust of the nation, or trust in it."""
        self.from_it = from_it
        self._on_change()

    def legend(self, on_frame: Callable[[], object], on_treaty: Callable[[str], object]) -> Widget:
        """The box that chooses the overlay and says what its colours mean."""
        return overlay_box(self._session, self.look, self.set_overlay, self.set_direction, on_frame, on_treaty)

    def tag(self) -> Widget:
        """The name beside the pointer."""
        return MapTag(self.pane, lambda owner: hover_words(self._session.appraisal, self.look, owner))

    # --- where it is looked at from

    def frame(self, right: int = 0, glide: float = GLIDE, owners: tuple[str, ...] = ()) -> None:
        """Frame these nations, or all of the game, in the part of the map that is free; ``right`` pixels are not."""
        placed = [fill.owner for fill in self.shown.model.fills]
        wanted = [owner for owner in owners if owner in placed] or placed
        px = self._ui.m.px
        self.shown.focus(wanted, (px(16), px(16), px(16) + right, px(64)), REACH_KM, glide)
        self._ui.dirty = True

    def pan(self, across: int, down: int) -> None:
        """Move the land by whole steps."""
        step = PAN_STEP * self._ui.m.scale
        self.shown.pan(across * step, down * step)

    def zoom(self, nearer: bool) -> None:
        """One step nearer or further."""
        self.shown.zoom(ZOOM_STEP if nearer else 1 / ZOOM_STEP)

    # --- what is shown

    def show(self, selection: Selection, event: Event | None) -> None:
        """Give the map the world as it stands; while an event is told, point at where it happened."""
        session = self._session
        if selection.kind == "nation":
            self.about = selection.id
        events = session.seat.events[-LATELY:]
        model = map_model(session.appraisal, self.look, session.nation, events)
        hovered = self.pane.over
        if event is not None:
            place = place_of(session.world, event)
            model = replace(model, rings=(Ring(place),) if place is not None else ())
            hovered = event.who or None
        placed = [fill.owner for fill in model.fills]
        chosen = selection.id if selection.kind == "nation" and selection.id in placed else None
        self.shown.set_model(replace(model, hovered=hovered, selected=chosen))
