"""The painted ground, kept a little larger than the window so that panning is mostly copying.

Panning paints only the strip that comes into sight. After a change of zoom the old ground is stretched while
the new one is painted band by band, one band an `advance`.
"""

from __future__ import annotations

import pygame

from game.ui.map.camera import Camera
from game.ui.map.paint import Painter, Window

STRIP = 96
"""Pixels painted ahead of a pan."""
BANDS = 5
"""Updates over which the ground of a new zoom is painted."""


class Sheet:
    """One window's ground. `show` blits it; `advance` lets pending bands be painted."""

    def __init__(self) -> None:
        self._painter: Painter | None = None
        self._surface: pygame.Surface | None = None
        self._zoom = 0.0
        self._left = self._top = 0
        self._pending: _Pending | None = None

    def use(self, painter: Painter) -> None:
        """Paint with another painter from now on; everything painted so far is dropped."""
        self._painter, self._surface, self._pending = painter, None, None

    def ready_for(self, camera: Camera) -> bool:
        """Whether showing this camera would be sharp without painting a whole window at once."""
        done = self._pending is not None and self._pending.done and self._pending.camera.zoom == camera.zoom
        return done or (self._surface is not None and self._zoom == camera.zoom)

    def advance(self) -> None:
        """Paint one band of a pending ground."""
        if self._pending is not None and self._painter is not None:
            self._pending.paint_band(self._painter)

    def show(self, surface: pygame.Surface, camera: Camera, sharp: bool) -> None:
        """Blit the ground for a camera to the surface's top left. Not sharp: stretching will do for now."""
        if self._painter is None:
            return
        if self._pending is not None and self._pending.done and self._pending.camera.zoom == camera.zoom:
            self._take(self._pending)
        if self._surface is None or camera.zoom != self._zoom:
            if sharp or self._surface is None:
                self._start(camera)
            else:
                self._stretch(surface, camera)
                return
        self._pending = None
        self._reach(camera)
        assert self._surface is not None
        left, top = camera.origin
        area = (left - self._left, top - self._top, camera.width, camera.height)
        surface.blit(self._surface, (0, 0), area)

    def _start(self, camera: Camera) -> None:
        self._take(_Pending(camera, 1))

    def _take(self, pending: _Pending) -> None:
        assert self._painter is not None
        while not pending.done:
            pending.paint_band(self._painter)
        self._surface, self._zoom = pending.surface, pending.camera.zoom
        self._left, self._top = pending.camera.origin
        self._pending = None

    def _stretch(self, surface: pygame.Surface, camera: Camera) -> None:
        if self._pending is None or self._pending.camera.zoom != camera.zoom:
            self._pending = _Pending(camera, BANDS)
        assert self._surface is not None
        assert self._painter is not None
        factor = camera.zoom / self._zoom
        left, top = camera.origin
        x0, y0 = left / factor - self._left, top / factor - self._top
        x1, y1 = x0 + camera.width / factor, y0 + camera.height / factor
        whole = self._surface.get_rect()
        part = pygame.Rect(int(x0), int(y0), int(x1) - int(x0) + 2, int(y1) - int(y0) + 2).clip(whole)
        surface.fill(self._painter.sea)
        if part.width < 1 or part.height < 1:
            return
        size = (max(1, round(part.width * factor)), max(1, round(part.height * factor)))
        place = (
            round((part.left + self._left) * factor) - left,
            round((part.top + self._top) * factor) - top,
        )
        surface.blit(pygame.transform.scale(self._surface.subsurface(part), size), place)

    def _reach(self, camera: Camera) -> None:
        """Extend the painted rectangle so that it takes in the window, dropping what is left far behind."""
        assert self._surface is not None
        assert self._painter is not None
        left, top = camera.origin
        right, bottom = left + camera.width, top + camera.height
        have_w, have_h = self._surface.get_size()
        old = pygame.Rect(self._left, self._top, have_w, have_h)
        need = pygame.Rect(left, top, camera.width, camera.height)
        if old.contains(need):
            return
        if not old.colliderect(need):
            self._start(camera)
            return
        # Grow by whole strips on the sides that lack, shrink the opposite sides to two strips.
        west = old.left if left >= old.left else left - STRIP
        north = old.top if top >= old.top else top - STRIP
        east = old.right if right <= old.right else right + STRIP
        south = old.bottom if bottom <= old.bottom else bottom + STRIP
        west, east = max(west, left - 2 * STRIP), min(east, right + 2 * STRIP)
        north, south = max(north, top - 2 * STRIP), min(south, bottom + 2 * STRIP)
        new = pygame.Rect(west, north, east - west, south - north)
        fresh = pygame.Surface(new.size, 0, 32)
        fresh.blit(self._surface, (old.left - new.left, old.top - new.top))
        for strip in _missing(new, old.clip(new)):
            _paint(self._painter, fresh, new.topleft, strip, camera.zoom)
        self._surface, self._left, self._top = fresh, new.left, new.top


class _Pending:
    """A ground being painted band by band."""

    def __init__(self, camera: Camera, bands: int) -> None:
        self.camera = camera
        self.surface = pygame.Surface((camera.width, camera.height), 0, 32)
        self._bands, self._next = bands, 0

    @property
    def done(self) -> bool:
        return self._next >= self._bands

    def paint_band(self, painter: Painter) -> None:
        if self.done:
            return
        height = self.camera.height
        first, stop = height * self._next // self._bands, height * (self._next + 1) // self._bands
        self._next += 1
        left, top = self.camera.origin
        _paint(
            painter,
            self.surface,
            (left, top),
            pygame.Rect(left, top + first, self.camera.width, stop - first),
            self.camera.zoom,
        )


def _paint(painter: Painter, surface: pygame.Surface, origin: tuple[int, int], rect: pygame.Rect, zoom: float) -> None:
    image = painter.paint(Window(rect.left, rect.top, rect.width, rect.height, zoom))
    pixels = pygame.surfarray.pixels2d(surface)
    x, y = rect.left - origin[0], rect.top - origin[1]
    pixels[x : x + rect.width, y : y + rect.height] = image.T


def _missing(whole: pygame.Rect, have: pygame.Rect) -> list[pygame.Rect]:
    """`whole` without `have` (which lies inside it), as at most four rectangles."""
    return [
        rect
        for rect in (
            pygame.Rect(whole.left, whole.top, whole.width, have.top - whole.top),
            pygame.Rect(whole.left, have.bottom, whole.width, whole.bottom - have.bottom),
            pygame.Rect(whole.left, have.top, have.left - whole.left, have.height),
            pygame.Rect(have.right, have.top, whole.right - have.right, have.height),
        )
        if rect.width > 0 and rect.height > 0
    ]
