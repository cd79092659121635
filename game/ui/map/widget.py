"""The map as scenes use it: give it a model, draw it, ask what lies under the pointer, move it about."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.ui import theme
from game.ui.kit.metrics import Metrics
from game.ui.map import curves, labels, overlay, signs
from game.ui.map.atlas import SEA_CELL, Atlas, Box, world
from game.ui.map.camera import CLOSEST, Camera, framing
from game.ui.map.controls import Controls
from game.ui.map.gazetteer import Gazetteer
from game.ui.map.model import MapModel
from game.ui.map.naming import wishes
from game.ui.map.paint import Painter, palette
from game.ui.map.sheet import Sheet
from game.ui.map.shown import Shown

NEAR = 12
"""Units within which a click beside a small state's capital still means it."""


class WorldMap:
    """A `width` x `height` pixel map at an interface scale (1.0 to 2.0).

    All positions are relative to the map's top left corner. `draw` changes nothing that can be seen: drawing
    twice gives the same picture, and only `update` lets time pass.
    """

    def __init__(self, size: tuple[int, int], scale: float = 1.0, atlas: Atlas | None = None) -> None:
        self.atlas = atlas or world()
        self.metrics = Metrics(scale)
        self.scale = scale
        self.model = MapModel()
        self.phase = 0.0
        """0..1: how far the exercise rings have grown. `update` moves it unless `reduced_motion`."""
        self.reduced_motion = False
        self.covered: tuple[pygame.Rect, ...] = ()
        self._sheet = Sheet()
        self._still: pygame.Surface | None = None
        self._labels: list[labels.Label] = []
        self._controls = Controls()
        self._glide: tuple[Camera, Camera, float, float] | None = None
        self._moving = False
        width, height = size
        self.camera = Camera(0.0, 0.0, 1.0, width, height)
        self.camera = self._whole_world()
        self._use_model(MapModel(), repaint=True)

    # --- what is shown
    @property
    def size(self) -> tuple[int, int]:
        return self.camera.width, self.camera.height

    def set_model(self, model: MapModel) -> None:
        """Show a model. The land is repainted only when fills or arcs differ from those shown."""
        if model != self.model:
            self._use_model(model, (model.fills, model.arcs) != (self.model.fills, self.model.arcs))

    def select(self, owner: str | None) -> None:
        self.set_model(replace(self.model, selected=owner))

    def hover(self, owner: str | None) -> None:
        self.set_model(replace(self.model, hovered=owner))

    def set_covered(self, rects: tuple[pygame.Rect, ...]) -> None:
        """Rectangles of the map that panels lie over: no label is put there."""
        if rects != self.covered:
            self.covered, self._still = rects, None

    def resize(self, size: tuple[int, int], scale: float | None = None) -> None:
        """Change the size, keeping the middle where it is."""
        if scale is not None and scale != self.scale:
            self.scale, self.metrics = scale, Metrics(scale)
            self._use_model(self.model, repaint=True)
        dx, dy = (self.camera.width - size[0]) / 2, (self.camera.height - size[1]) / 2
        self._look(replace(self.camera.moved(dx, dy), width=size[0], height=size[1]))

    def _use_model(self, model: MapModel, repaint: bool) -> None:
        painted = palette(self.atlas, model.fills) if repaint else self._painter.colours
        places = Gazetteer(self.atlas, model.fills) if repaint else self.places
        for marker in (*model.markers, *model.rings):
            places.spot(marker.place)
        if repaint:
            for arc in model.arcs:
                for end in (arc.a, arc.b):
                    if end not in places.capitals:
                        raise ValueError(f"an arc ends at {end!r}, which has no capital on the map")
            strokes = curves.strokes(
                [
                    (
                        places.capitals[arc.a],
                        places.capitals[arc.b],
                        arc.weight,
                        arc.dashed,
                        arc.colour or theme.ACCENT,
                    )
                    for arc in model.arcs
                ]
            )
            self._painter = Painter(self.atlas, painted, strokes, self.scale)
            self._sheet.use(self._painter)
        self.model, self.places, self._still = model, places, None

    # --- drawing
    def draw(self, surface: pygame.Surface) -> None:
        """Draw onto the surface's top left; pass a subsurface to draw elsewhere."""
        if self._still is None or self._still.get_size() != self.size:
            self._still = self._compose()
        surface.blit(self._still, (0, 0))
        for ring in self.model.rings:
            at = self.camera.to_screen(*self.places.spot(ring.place))
            signs.draw_ring(surface, at, ring.colour, self.phase, self.scale)

    def _compose(self) -> pygame.Surface:
        still = pygame.Surface(self.size, 0, 32)
        self._sheet.show(still, self.camera, sharp=not self._moving)
        shown = Shown(self.camera, self.places, self.model, self.scale)
        overlay.draw_outlines(still, shown, self._painter)
        signs_at: list[pygame.Rect] = []
        tags = overlay.put_markers(still, shown, signs_at)
        signs_at += overlay.put_capitals(still, shown, signs_at)
        window = pygame.Rect((0, 0), self.size)
        taken = [*self.covered, *signs_at]
        self._labels = labels.place(wishes(shown, tags), window, taken, self.metrics)
        labels.draw(still, self._labels, self.metrics)
        return still

    # --- asking
    def pick(self, pos: tuple[float, float]) -> str | None:
        """The owner at a position: its land, else its name, else the nearest capital within 12 units."""
        near = self._nearest_capital(pos)
        cell = self.atlas.cell_at(*self.camera.to_units(*pos))
        number = int(self._painter.colours.owner[cell]) if cell != SEA_CELL else 0
        if number:
            owner = self.model.fills[number - 1].owner
            # A state too small to hit wins over the land around it when its capital is what was pointed at.
            if near and near[0] != owner and near[1] <= NEAR / 2 * self.scale and self._is_small(near[0]):
                return near[0]
            return owner
        for label in self._labels:
            if label.owner and label.rect.collidepoint(pos):
                return label.owner
        return near[0] if near and near[1] <= NEAR * self.scale else None

    def territory_at(self, pos: tuple[float, float]) -> str | None:
        """The atlas code of the land at a position, owned or not."""
        return self.atlas.codes[self.atlas.cell_at(*self.camera.to_units(*pos))] or None

    def position_of(self, place: str | tuple[float, float]) -> tuple[float, float]:
        """Where an owner's capital, a territory or a (latitude, longitude) is in the window now."""
        return self.camera.to_screen(*self.places.spot(place))

    def labels(self) -> tuple[tuple[str, str, pygame.Rect], ...]:
        """Owner (empty for land without one), text and rectangle of each label drawn last."""
        return tuple((label.owner, label.text, label.rect.copy()) for label in self._labels)

    def _nearest_capital(self, pos: tuple[float, float]) -> tuple[str, float] | None:
        best: tuple[str, float] | None = None
        for owner, spot in self.places.capitals.items():
            x, y = self.camera.to_screen(*spot)
            far = ((x - pos[0]) ** 2 + (y - pos[1]) ** 2) ** 0.5
            if best is None or far < best[1]:
                best = owner, far
        return best

    def _is_small(self, owner: str) -> bool:
        west, north, east, south = self.places.box([owner], None) or (0.0, 0.0, 0.0, 0.0)
        return max(east - west, south - north) * self.camera.zoom < 2 * NEAR * self.scale

    # --- moving
    def _limits(self) -> tuple[float, float]:
        west, north, east, south = self.atlas.box
        least = min(self.camera.width / (east - west), self.camera.height / (south - north))
        return least, max(least, CLOSEST * self.scale)

    def _whole_world(self) -> Camera:
        return framing(self.atlas.box, *self.size, (0, 0, 0, 0), *self._limits())

    def _look(self, camera: Camera) -> None:
        camera = camera.clamped(self.atlas.box)
        if camera != self.camera:
            self._moving = self._moving or camera.zoom != self.camera.zoom
            self.camera, self._still = camera, None

    def pan(self, dx: float, dy: float) -> None:
        """Move the land by `dx`, `dy` pixels, as a drag does."""
        self._glide = None
        self._look(self.camera.moved(-dx, -dy))

    def zoom(self, factor: float, around: tuple[float, float] | None = None) -> None:
        """Nearer (factor above 1) or further; the place under `around` (by default the middle) stays put.

        Until a few updates later the ground may be stretched; `settle` sharpens it at once.
        """
        self._glide = None
        middle = (self.camera.width / 2, self.camera.height / 2)
        self._look(self.camera.zoomed(factor, around or middle, *self._limits()))

    def focus(
        self,
        owners: tuple[str, ...] | list[str],
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        reach_km: float | None = None,
        glide: float = 0.0,
    ) -> None:
        """Frame some owners (or territories) inside margins (left, top, right, bottom pixels, under panels).

        With `reach_km` only what lies that near each capital counts: 2500 shows the Atlantic half of the
        United States and the Soviet Union to the Urals. No owners: the world. `glide`: seconds it takes.
        """
        box = self.places.box(owners, reach_km)
        camera = framing(box or self.atlas.box, *self.size, margins, *self._limits()).clamped(self.atlas.box)
        if glide > 0 and not self.reduced_motion:
            self._glide = (self.camera, camera, 0.0, glide)
        else:
            self._glide = None
            self._look(camera)
            self.settle()

    def shown(self) -> Box:
        """The window's box in units."""
        return (*self.camera.to_units(0, 0), *self.camera.to_units(*self.size))

    def settle(self) -> None:
        """End all movement: what is drawn next is final and sharp."""
        if self._glide is not None:
            target = self._glide[1]
            self._glide = None
            self._look(target)
        if self._moving:
            self._moving, self._still = False, None

    def update(self, dt: float) -> None:
        """Let `dt` seconds pass: rings grow, glides go on, a stretched ground is repainted bit by bit."""
        if self.model.rings and not self.reduced_motion:
            self.phase = (self.phase + dt / signs.RING_PERIOD) % 1.0
        if self._glide is not None:
            start, goal, passed, whole = self._glide
            passed += dt
            self._look(start.between(goal, theme.ease_out(passed / whole)) if passed < whole else goal)
            self._glide = (start, goal, passed, whole) if passed < whole else None
        elif self._moving:
            self._sheet.advance()
            if self._sheet.ready_for(self.camera):
                self._moving, self._still = False, None

    def process_event(self, event: pygame.event.Event) -> pygame.event.Event | None:
        """Wheel, drag, arrow keys, plus, minus and Home move the map. None when consumed, else the event.

        A press is passed on, and so is its release unless the pointer was dragged in between: pick on
        release.
        Positions must be relative to the map; the wheel zooms about the last motion's position.
        """
        return None if self._controls.process(event, self) else event
