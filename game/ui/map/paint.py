"""Paint any rectangle of the map's ground: sea, graticule, land, hatching, coasts, borders and treaty arcs.

Pixels are numbered on one endless grid a zoom, so rectangles painted at different times fit together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.ui import theme
from game.ui.map import raster
from game.ui.map.atlas import SEA_CELL, Atlas, Floats, Ints, segments_of
from game.ui.map.curves import Stroke
from game.ui.map.hatching import mask
from game.ui.map.model import Fill

BORDER_COLOUR = theme.mix(theme.SEA, (0, 0, 0), 0.25)
BORDER_SHARE = 0.62
QUIET_BORDER_SHARE = 0.34
COAST_COLOUR = theme.mix(theme.SEA, theme.LINE, 0.62)
COAST_SHARE = 0.9
CASING = 2.0
CASING_SHARE = 0.6
"""A treaty arc is edged in dark, so that it reads on land of any colour."""
GRATICULE_COLOUR = theme.mix(theme.SEA, theme.LINE, 0.20)
LAND_COLOUR = theme.mix(theme.LAND, theme.SEA, 0.28)
"""Unaligned land, a little quieter than the theme's so that owners come forward."""


Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of the endless grid: `left` and `top` in pixels at `zoom` pixels a unit."""

    left: int
    top: int
    width: int
    height: int
    zoom: float


@dataclass(frozen=True, slots=True)
class Palette:
    """Who owns which cell and how it is filled."""

    owner: Ints
    """By cell: 0 nobody, else 1 + the place of its fill."""
    channels: Floats
    """Rows red, green, blue and share of sea; a column a cell."""
    hatches: dict[str, Floats]
    """By kind in use: rows red, green, blue, what the hatching adds to a cell's colour."""


def palette(atlas: Atlas, fills: Iterable[Fill]) -> Palette:
    """Colours for every cell; later fills overwrite earlier ones. Unknown territories raise ValueError."""
    count = len(atlas.codes)
    owner = np.zeros(count, np.int64)
    channels = np.zeros((4, count))
    channels[:3] = np.array(LAND_COLOUR)[:, None]
    channels[:, SEA_CELL] = (*theme.SEA, 1.0)
    hatches: dict[str, Floats] = {}
    for number, fill in enumerate(fills, start=1):
        for code in fill.territories:
            if code not in atlas.territories:
                raise ValueError(f"{fill.owner}: the map has no territory {code!r}")
            for cell in atlas.territories[code].cells:
                owner[cell] = number
                channels[:3, cell] = fill.colour
                for hatch in hatches.values():
                    hatch[:, cell] = 0.0
                if fill.hatch_colour:
                    hatch = hatches.setdefault(fill.hatch_kind, np.zeros((3, count)))
                    hatch[:, cell] = np.subtract(fill.hatch_colour, fill.colour)
    return Palette(owner, channels, hatches)


class Painter:
    """Paints windows of one atlas with one palette and set of treaty strokes, at one interface scale."""

    sea = theme.SEA

    def __init__(self, atlas: Atlas, colours: Palette, strokes: tuple[Stroke, ...], scale: float) -> None:
        self.atlas, self.colours, self.strokes, self.scale = atlas, colours, strokes, scale
        left, right = atlas.left, atlas.right
        self._steps = colours.channels[:, left] - colours.channels[:, right]
        self._hatch_steps = {kind: hatch[:, left] - hatch[:, right] for kind, hatch in colours.hatches.items()}
        inland = (left != SEA_CELL) & (right != SEA_CELL)
        a, b = colours.owner[left], colours.owner[right]
        unions = sorted(set(atlas.union_of.values()))
        union = np.arange(len(atlas.codes))
        for cell, code in atlas.union_of.items():
            union[cell] = -1 - unions.index(code)
        self._border = inland & (a != b)
        self._quiet = inland & (a == 0) & (b == 0) & (union[left] != union[right])
        self._meridians = {step: _meridians(atlas, step) for step in (15, 30)}
        self._parallels = {step: _parallels(atlas, step) for step in (15, 30)}
        self._shore = max(1, round(1.2 * scale))

    def paint(self, window: Window) -> raster.Pixels:
        """The window's pixels, 0xRRGGBB, as an array of `height` rows."""
        # A shore looks at its neighbours, and lines are cut less exactly at the very edge, so a little more
        # than the window is painted.
        m = self._shore + 1
        wide = Window(window.left - m, window.top - m, window.width + 2 * m, window.height + 2 * m, window.zoom)
        w, h = wide.width, wide.height
        x0, y0, x1, y1, arc = self._segments(wide)
        pieces = raster.cut(raster.Edges(x0, y0, x1, y1), w, h)
        first, value = raster.runs(pieces, self._steps[:, arc], self.colours.channels[:, SEA_CELL], w, h)
        image = raster.spread(first, raster.pack(value), w, h).reshape(-1)
        sea = raster.spread(first, np.clip(value[3] * 255 + 0.5, 0, 255).astype(np.uint8), w, h)
        for kind, steps in self._hatch_steps.items():
            self._hatch(image, wide, pieces, steps[:, arc], kind)
        self._draw_graticule(image, sea, wide)
        self._draw_shore(image, sea)
        seen = (np.maximum(x0, x1) > -m) & (np.minimum(x0, x1) < w + m)
        for chosen, share in (
            (self._quiet[arc] & seen, QUIET_BORDER_SHARE),
            (self._border[arc] & seen, BORDER_SHARE),
        ):
            lines = raster.outline(x0[chosen], y0[chosen], x1[chosen], y1[chosen], self.scale)
            pixel, cover = raster.coverage(lines, w, h, raster.stride_of(w))
            raster.blend(image, pixel, cover * share, BORDER_COLOUR)
        self._draw_strokes(image, wide)
        return image.reshape(h, -1)[m : h - m, m : w - m]

    def _draw_graticule(self, image: raster.Pixels, sea: Bytes, window: Window) -> None:
        w, h, zoom = window.width, window.height, window.zoom
        stride = raster.stride_of(w)
        step = 15 if zoom > 0.09 else 30
        x0, y0, x1, y1 = (v * zoom for v in self._meridians[step])
        near = (np.maximum(x0, x1) > window.left - 2) & (np.minimum(x0, x1) < window.left + w + 2)
        x0, x1 = x0[near] - window.left, x1[near] - window.left
        y0, y1 = y0[near] - window.top, y1[near] - window.top
        pixel, cover = raster.coverage(raster.outline(x0, y0, x1, y1, self.scale), w, h, stride)
        raster.blend(image, pixel, cover * sea.reshape(-1)[pixel] / 255, GRATICULE_COLOUR)
        for y, west, east in self._parallels[step]:
            row = round(y * zoom) - window.top
            first, stop = (round(side * zoom) - window.left for side in (west, east))
            columns = np.arange(max(0, first), min(w, stop))
            for line in range(max(0, row), min(h, row + round(self.scale))):
                raster.blend(image, line * stride + columns, sea[line, columns] / 255, GRATICULE_COLOUR)

    def _draw_shore(self, image: raster.Pixels, sea: Bytes) -> None:
        """Lighten the sea along the land."""
        near = sea.copy()
        for _ in range(self._shore):
            far = near.copy()
            np.minimum(near[1:], far[:-1], out=near[1:])
            np.minimum(near[:-1], far[1:], out=near[:-1])
            np.minimum(near[:, 1:], far[:, :-1], out=near[:, 1:])
            np.minimum(near[:, :-1], far[:, 1:], out=near[:, :-1])
        lit = (sea - near).reshape(-1)  # never below zero: `near` only shrinks
        pixel = np.flatnonzero(lit != 0)
        raster.blend(image, pixel, lit[pixel] * (COAST_SHARE / 255), COAST_COLOUR)

    def _draw_strokes(self, image: raster.Pixels, window: Window) -> None:
        w, h = window.width, window.height
        stride = raster.stride_of(w)
        area = (window.left, window.top, w, h)
        cases = [stroke.segments(window.zoom, self.scale, area, solid=True) for stroke in self.strokes]
        cases = [segments for segments in cases if segments is not None]
        if not cases:
            return
        *ends, pens = (np.concatenate(column) for column in zip(*cases, strict=True))
        pixel, cover = raster.coverage(raster.outline(*ends, pens + CASING * self.scale), w, h, stride)
        raster.blend(image, pixel, cover * CASING_SHARE, theme.SEA)
        for stroke in self.strokes:
            segments = stroke.segments(window.zoom, self.scale, area)
            if segments is not None:
                pixel, cover = raster.coverage(raster.outline(*segments), w, h, stride)
                raster.blend(image, pixel, cover, stroke.colour)

    def edge_of(self, owner: int, window: Window, width: float) -> tuple[Ints, Floats]:
        """Pixels and shares of the line round everything that fill number `owner` (from 1) holds."""
        left, right = self.colours.owner[self.atlas.left], self.colours.owner[self.atlas.right]
        x0, y0, x1, y1, _ = self._segments(window, (left == owner) != (right == owner))
        seen = (np.maximum(x0, x1) > -width) & (np.minimum(x0, x1) < window.width + width)
        x0, y0, x1, y1 = x0[seen], y0[seen], x1[seen], y1[seen]
        lines = raster.outline(x0, y0, x1, y1, width)
        return raster.coverage(lines, window.width, window.height, window.width)

    def _segments(self, window: Window, only: np.ndarray | None = None) -> tuple[Floats, Floats, Floats, Floats, Ints]:
        """All segments that matter to a window, in its pixels, and their arcs.

        A chunk wholly west of the window, or smaller than a pixel, matters only by where it begins and ends,
        so it becomes one segment.
        """
        lines = self.atlas.lines(self.atlas.level_for(window.zoom))
        zoom, left, top = window.zoom, window.left, window.top
        slack = 4 * self.scale / zoom
        north, south = top / zoom - slack, (top + window.height) / zoom + slack
        west, east = left / zoom - slack, (left + window.width) / zoom + slack
        near = (lines.north <= south) & (lines.south >= north) & (lines.west <= east)
        if only is not None:
            near &= only[lines.arc]
        whole = (lines.east >= west) & (np.maximum(lines.east - lines.west, lines.south - lines.north) * zoom > 0.7)
        inside = np.flatnonzero(near & whole)
        beyond = np.flatnonzero(near & ~whole)
        index, chunk = segments_of(lines, inside)
        start = np.concatenate((index, lines.start[beyond]))
        stop = np.concatenate((index + 1, lines.start[beyond] + lines.length[beyond]))
        arc = np.concatenate((lines.arc[chunk], lines.arc[beyond]))
        x, y = lines.x * zoom - left, lines.y * zoom - top
        y0, y1 = y[start], y[stop]
        seen = (np.maximum(y0, y1) > -4 * self.scale) & (np.minimum(y0, y1) < window.height + 4 * self.scale)
        return x[start][seen], y0[seen], x[stop][seen], y1[seen], arc[seen]

    def _hatch(self, image: raster.Pixels, window: Window, pieces: raster.Pieces, steps: Floats, kind: str) -> None:
        """Add one kind of hatching; only pieces at a hatched cell's edge matter to it."""
        w, h = window.width, window.height
        matters = np.abs(steps).max(axis=0)[pieces.edge] > 0
        pieces = raster.Pieces(pieces.pixel[matters], pieces.share[matters], pieces.edge[matters])
        first, value = raster.runs(pieces, steps, np.zeros(3), w, h)
        stride = raster.stride_of(w)
        length = np.diff(np.append(first, h * stride))
        marked = np.flatnonzero(np.abs(value).max(axis=0) > 0.5)
        length, start = length[marked], first[marked]
        run = np.repeat(np.arange(len(marked)), length)
        pixel = start[run] + np.arange(len(run)) - np.repeat(np.cumsum(length) - length, length)
        row, column = pixel // stride, pixel % stride
        share = mask(kind, self.scale)
        share = share[(row + window.top) % share.shape[0], (column + window.left) % share.shape[1]]
        touched = np.flatnonzero(share > 0)
        at = pixel[touched]
        old = image[at]
        rgb = np.stack(((old >> 16) & 255, (old >> 8) & 255, old & 255)).astype(np.float64)
        image[at] = raster.pack(rgb + value[:, marked[run[touched]]] * share[touched])


def _meridians(atlas: Atlas, every: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Meridians every so many degrees and the world's two edges, as segments in units."""
    edge = atlas.meridian
    places = [*range(-180 + every, 181, every), edge - 179.999, edge + 179.999]
    lines = [[atlas.project(lat, lon) for lat in range(-90, 91, 5)] for lon in places]
    starts = np.array([p for line in lines for p in line[:-1]])
    stops = np.array([p for line in lines for p in line[1:]])
    return starts[:, 0], starts[:, 1], stops[:, 0], stops[:, 1]


def _parallels(atlas: Atlas, every: int) -> list[tuple[float, float, float]]:
    """Parallels, which Equal Earth draws level: y and the two ends in units."""
    edge = atlas.meridian
    ends = [(atlas.project(lat, edge - 179.999), atlas.project(lat, edge + 179.999)) for lat in range(-90, 91, every)]
    return [(west[1], west[0], east[0]) for west, east in ends]
