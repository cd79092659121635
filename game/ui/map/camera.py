"""Where the map is looked at from: a zoom and an origin on the endless pixel grid of that zoom."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.ui.map.atlas import Box

CLOSEST = 0.9
"""Pixels a unit at interface scale 1: nearer, the source's own detail runs out."""

BEYOND = 0.15
"""Share of the window that may lie beyond the world's edge."""


@dataclass(frozen=True, slots=True)
class Camera:
    """`left` and `top` are the grid position of the window's top left corner; they need not be whole."""

    left: float
    top: float
    zoom: float
    width: int
    height: int

    @property
    def origin(self) -> tuple[int, int]:
        """The origin in whole pixels, at which everything is drawn."""
        return round(self.left), round(self.top)

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Units to window pixels."""
        left, top = self.origin
        return x * self.zoom - left, y * self.zoom - top

    def to_units(self, px: float, py: float) -> tuple[float, float]:
        """Window pixels to units."""
        left, top = self.origin
        return (px + left) / self.zoom, (py + top) / self.zoom

    def moved(self, dx: float, dy: float) -> Camera:
        """Looking `dx`, `dy` pixels further east and south."""
        return replace(self, left=self.left + dx, top=self.top + dy)

    def zoomed(self, factor: float, around: tuple[float, float], least: float, most: float) -> Camera:
        """Nearer by `factor` (limits in pixels a unit), the place under `around` staying where it is."""
        zoom = max(least, min(most, self.zoom * factor))
        factor = zoom / self.zoom
        x, y = around
        return replace(self, left=(self.left + x) * factor - x, top=(self.top + y) * factor - y, zoom=zoom)

    def clamped(self, box: Box) -> Camera:
        """The nearest camera that looks past a box of units by no more than a margin."""
        west, north, east, south = (side * self.zoom for side in box)
        return replace(
            self,
            left=_within(self.left, self.width, west, east),
            top=_within(self.top, self.height, north, south),
        )

    def between(self, other: Camera, share: float) -> Camera:
        """A share (0..1) of the way to another camera of the same size, zooming evenly."""
        zoom = self.zoom * (other.zoom / self.zoom) ** share
        ax, ay = self.to_units(self.width / 2, self.height / 2)
        bx, by = other.to_units(self.width / 2, self.height / 2)
        x, y = ax + (bx - ax) * share, ay + (by - ay) * share
        return replace(self, left=x * zoom - self.width / 2, top=y * zoom - self.height / 2, zoom=zoom)


def _within(start: float, length: float, low: float, high: float) -> float:
    slack = length * BEYOND
    if high - low <= length:
        # All of it fits: it may be moved about, but not out of sight.
        middle = (low + high - length) / 2
        slack += (length - (high - low)) / 2
        return min(max(start, middle - slack), middle + slack)
    return min(max(start, low - slack), high + slack - length)


def framing(box: Box, width: int, height: int, margins: tuple[int, int, int, int], least: float, most: float) -> Camera:
    """The camera that shows a box of units as large as fits inside margins (left, top, right, bottom)."""
    left, top, right, bottom = margins
    free_w, free_h = max(1, width - left - right), max(1, height - top - bottom)
    west, north, east, south = box
    zoom = min(free_w / max(east - west, 1e-6), free_h / max(south - north, 1e-6))
    zoom = max(least, min(most, zoom))
    return Camera(
        left=(west + east) / 2 * zoom - (left + free_w / 2),
        top=(north + south) / 2 * zoom - (top + free_h / 2),
        zoom=zoom,
        width=width,
        height=height,
    )
