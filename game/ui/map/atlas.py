"""The world's shapes, read once from `assets/map/world.json`.

Coordinates are *units*: Equal Earth about 11 degrees east, x growing eastwards, y southwards, (0, 0) on the
equator. Land is made of *cells* (numbered, 0 is the sea); arcs run between a cell on their left and one on
their right, so filling, borders and picking all work from arcs alone.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from game.paths import assets_dir

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Box = tuple[float, float, float, float]

SEA_CELL = 0
CHUNK = 48
"""Vertices a chunk: long coasts are looked up, and left out of sight, in pieces of this size."""


@dataclass(frozen=True, slots=True)
class Territory:
    """One code of the atlas. `cells` has several entries for a union."""

    code: str
    name: str
    cells: tuple[int, ...]
    label: tuple[float, float]
    room: float
    """Half the width, in units, of the widest place about `label`."""
    box: Box
    core: Box
    """The box without outlying islands and exclaves."""
    capital: tuple[str, float, float] | None
    schematic: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """All arcs at one level of detail, cut into chunks of at most `CHUNK` segments."""

    x: Floats
    y: Floats
    start: Ints
    """Index of each chunk's first vertex; its last is `start + length`."""
    length: Ints
    """Segments in each chunk."""
    arc: Ints
    west: Floats
    north: Floats
    east: Floats
    south: Floats


class Atlas:
    """Shapes, names and places of all territories."""

    def __init__(self, data: dict[str, Any]) -> None:
        if data.get("format") != 1:
            raise ValueError("the map file is of another format than this program reads")
        self.meridian = float(data["projection"]["central_meridian"])
        self.units = float(data["projection"]["units_per_radian"])
        self.level_areas: tuple[float, ...] = tuple(data["level_areas"])
        codes = list(data["territories"])
        self.cells: dict[str, int] = {code: number for number, code in enumerate(codes, start=1)}
        self.codes: tuple[str, ...] = ("", *codes)
        self.territories: dict[str, Territory] = {}
        for code, entry in data["territories"].items():
            self.territories[code] = _territory(code, entry, (self.cells[code],))
        for code, entry in data["unions"].items():
            self.territories[code] = _territory(code, entry, tuple(self.cells[part] for part in entry["parts"]))
        self.union_of: dict[int, str] = {
            self.cells[part]: code for code, entry in data["unions"].items() for part in entry["parts"]
        }
        count = len(data["arcs"])
        self.left = np.zeros(count, np.int64)
        self.right = np.zeros(count, np.int64)
        for code, entry in data["territories"].items():
            for number in (n for polygon in entry["polygons"] for ring in polygon for n in ring):
                # Rings run clockwise on screen (holes the other way), so the land is on the right hand.
                (self.right if number >= 0 else self.left)[number if number >= 0 else ~number] = self.cells[code]
        sizes = np.array([len(text) for text in data["levels"]], np.int64)
        self._first = np.concatenate(([0], np.cumsum(sizes)))
        flat = np.array([value for arc in data["arcs"] for value in arc], np.float64).reshape(-1, 2)
        sums = np.cumsum(flat, axis=0)
        before = np.zeros((count, 2))
        before[1:] = sums[self._first[1:-1] - 1]
        points = sums - np.repeat(before, sizes, axis=0)
        self._x, self._y = np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1])
        self._levels = np.frombuffer("".join(data["levels"]).encode(), np.uint8) - ord("0")
        self._arc_of = np.repeat(np.arange(count), sizes)
        self._lines: dict[int, Lines] = {}
        self.box: Box = (*self.project(0.0, self.meridian - 180), *self.project(0.0, self.meridian + 180))
        self.box = (self.box[0], self.project(84.0, 0.0)[1], self.box[2], self.project(-58.0, 0.0)[1])

    def project(self, lat: float, lon: float) -> tuple[float, float]:
        """Degrees to units (Equal Earth; Savric, Patterson and Jenny, 2018)."""
        lon = (lon - self.meridian + 180) % 360 - 180 if abs(lon - self.meridian) > 180 else lon - self.meridian
        theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(lat)))
        t2 = theta * theta
        t6 = t2**3
        slope = 9 * 0.003796 * t6 * t2 + 7 * 0.000893 * t6 - 3 * 0.081106 * t2 + 1.340264
        x = 2 * math.sqrt(3) * math.radians(lon) * math.cos(theta) / (3 * slope)
        y = theta * (0.003796 * t6 * t2 + 0.000893 * t6 - 0.081106 * t2 + 1.340264)
        return x * self.units, -y * self.units

    def level_for(self, zoom: float) -> int:
        """The coarsest level whose error stays out of sight at `zoom` pixels a unit."""
        tolerance = 0.6 / (zoom * zoom)
        return sum(tolerance >= area for area in self.level_areas)

    def lines(self, level: int) -> Lines:
        """All arcs at a level of detail: 0 is everything, `len(level_areas)` the coarsest."""
        if level not in self._lines:
            self._lines[level] = self._cut(level)
        return self._lines[level]

    def _cut(self, level: int) -> Lines:
        keep = self._levels >= level
        x, y, arc = self._x[keep], self._y[keep], self._arc_of[keep]
        first = np.concatenate(([0], np.flatnonzero(arc[1:] != arc[:-1]) + 1))
        segments = np.diff(np.concatenate((first, [len(x)]))) - 1
        pieces = np.maximum(1, -(-segments // CHUNK))
        owner = np.repeat(np.arange(len(first)), pieces)
        nth = np.arange(len(owner)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
        start = first[owner] + nth * CHUNK
        length = np.minimum(CHUNK, segments[owner] - nth * CHUNK)
        # A chunk ends on the vertex where the next begins, so its box takes in one vertex more.
        low_x = np.minimum(np.minimum.reduceat(x, start), x[start + length])
        high_x = np.maximum(np.maximum.reduceat(x, start), x[start + length])
        low_y = np.minimum(np.minimum.reduceat(y, start), y[start + length])
        high_y = np.maximum(np.maximum.reduceat(y, start), y[start + length])
        return Lines(x, y, start, length, arc[start], low_x, low_y, high_x, high_y)

    def cell_at(self, x: float, y: float) -> int:
        """The number of the cell at a point in units; `SEA_CELL` when there is no land."""
        lines = self.lines(0)
        near = np.flatnonzero((lines.north <= y) & (lines.south >= y) & (lines.west <= x))
        if not len(near):
            return SEA_CELL
        index, chunk = segments_of(lines, near)
        y0, y1 = lines.y[index], lines.y[index + 1]
        crosses = (y0 <= y) != (y1 <= y)
        index, arc = index[crosses], lines.arc[chunk[crosses]]
        x0, x1, y0, y1 = lines.x[index], lines.x[index + 1], y0[crosses], y1[crosses]
        west = x0 + (y - y0) / (y1 - y0) * (x1 - x0) <= x
        down = np.where(y1 > y0, 1, -1)
        return int(((self.left[arc] - self.right[arc]) * down)[west].sum())


def segments_of(lines: Lines, chunks: Ints) -> tuple[Ints, Ints]:
    """Index of the first vertex of every segment of some chunks, and the chunk each belongs to."""
    length = lines.length[chunks]
    ends = np.cumsum(length)
    chunk = np.repeat(chunks, length)
    return np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(lines.start[chunks] - ends + length, length), chunk


def _territory(code: str, entry: dict[str, Any], cells: tuple[int, ...]) -> Territory:
    x, y, room = entry["label"]
    return Territory(
        code=code,
        name=entry["name"],
        cells=cells,
        label=(x, y),
        room=room,
        box=tuple(entry["box"]),
        core=tuple(entry["core"]),
        capital=tuple(entry["capital"]) if "capital" in entry else None,
        schematic=entry.get("schematic", False) or len(cells) > 1,
    )


def _asset() -> Path:
    """The map file of a checkout, or of an installed copy."""
    return assets_dir() / "map" / "world.json"


@cache
def world() -> Atlas:
    """The one atlas of this process, read on first use."""
    return Atlas(json.loads(_asset().read_text(encoding="utf-8")))
