"""Build `assets/map/world.json` from the public-domain Natural Earth 1:50m countries.

Usage (a build-time tool; needs shapely and pycountry, which the game itself does not):

    npm pack world-atlas@2 && tar xzf world-atlas-2*.tgz
    python tools/build_map.py package/countries-50m.json assets/map/world.json

The input is TopoJSON: neighbours share arcs, so simplifying arcs one by one keeps borders closed.
The output is described in `assets/map/README.md`.
"""

from __future__ import annotations

import csv
import heapq
import itertools
import json
import math
import sys
from pathlib import Path
from typing import Any

import pycountry
from shapely.geometry import Point as Geometry
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points, polylabel, unary_union

Point = tuple[float, float]
Ring = list[int]  # arc numbers; ~n means arc n walked backwards, as in TopoJSON

CENTRAL_MERIDIAN = 11.0
UNITS_PER_RADIAN = 6000
KEEP_AREA = 6.0  # square units; a vertex whose triangle is smaller is dropped for good
LEVEL_AREAS = (12, 24, 48, 96, 192, 384, 768, 1536)
# Square units. A vertex of level n is shown while the tolerance is below LEVEL_AREAS[n].
ALWAYS = 9

DROPPED = {"Antarctica"}
NO_ISO_NUMBER = {
    "Kosovo": "XKX",
    "Somaliland": "XSO",
    "N. Cyprus": "XNC",
    "Siachen Glacier": "XSG",
    "Indian Ocean Ter.": "XIO",
}
MERGED = {"Ashmore and Cartier Is.": "AUS"}
NAMES = {
    "USA": "United States",
    "BIH": "Bosnia and Herzegovina",
    "CAF": "Central African Republic",
    "COD": "DR Congo",
    "CZE": "Czechia",
    "DOM": "Dominican Republic",
    "ESH": "Western Sahara",
    "FRO": "Faroe Islands",
    "GNQ": "Equatorial Guinea",
    "MKD": "North Macedonia",
    "SLB": "Solomon Islands",
    "SSD": "South Sudan",
    "SWZ": "Eswatini",
    "XNC": "Northern Cyprus",
    "XIO": "Indian Ocean Territories",
    "STP": "São Tomé and Príncipe",
    "ATG": "Antigua and Barbuda",
    "KNA": "Saint Kitts and Nevis",
    "VCT": "Saint Vincent and the Grenadines",
    "MHL": "Marshall Islands",
    "VAT": "Vatican City",
}

# The line between the two German states of 1949-1990, from the Baltic to Bohemia, as (longitude,
# latitude). Schematic: a few points set by hand, West Berlin left out.
INNER_GERMAN_LINE: list[Point] = [
    (10.90, 53.96), (10.83, 53.87), (10.77, 53.76), (10.82, 53.68), (10.94, 53.57), (10.60, 53.37),
    (10.70, 53.35), (11.05, 53.15), (11.27, 53.12), (11.58, 53.03), (11.30, 52.89), (10.92, 52.84),
    (10.77, 52.79), (10.94, 52.55), (10.99, 52.42), (11.06, 52.22), (10.98, 52.11), (10.62, 52.03),
    (10.60, 51.86), (10.58, 51.78), (10.67, 51.65), (10.61, 51.56), (10.31, 51.50), (10.02, 51.42),
    (9.93, 51.36), (10.17, 51.20), (10.21, 51.12), (10.18, 51.00), (9.95, 50.83), (10.04, 50.64),
    (10.14, 50.53), (10.35, 50.48), (10.61, 50.33), (10.76, 50.26), (10.93, 50.40), (11.15, 50.32),
    (11.26, 50.27), (11.36, 50.50), (11.45, 50.51), (11.66, 50.39), (11.82, 50.41), (11.97, 50.39),
    (12.10, 50.32),
]  # fmt: skip
GERMAN_ISLANDS_EAST_OF = 11.3  # Poel and Ruegen lie east of it, Fehmarn west
GERMAN_HALVES = {"DEU-W": "West Germany", "DEU-E": "East Germany"}

# Too small for the source's scale: a diamond of half this many degrees about the capital.
DOTS = {"TUV": ("Tuvalu", 0.06), "GIB": ("Gibraltar", 0.04)}
DOT_PLACES = {"TUV": (179.20, -8.52), "GIB": (-5.35, 36.14)}


def equal_earth(lon: float, lat: float) -> Point:
    """Project degrees to units, y growing southwards (Savric, Patterson and Jenny, 2018)."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    root3 = math.sqrt(3.0)
    theta = math.asin(root3 / 2 * math.sin(math.radians(lat)))
    t2 = theta * theta
    t6 = t2**3
    slope = 9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1
    x = 2 * root3 * math.radians(lon - CENTRAL_MERIDIAN) * math.cos(theta) / (3 * slope)
    y = theta * (a4 * t6 * t2 + a3 * t6 + a2 * t2 + a1)
    return x * UNITS_PER_RADIAN, -y * UNITS_PER_RADIAN


def unwrapped(points: list[Point]) -> list[Point]:
    """Remove jumps across 180 degrees, then move the whole arc to the side of the cut it mostly lies on.

    The cut runs through the Bering Strait, where no landmass straddles it; islands are kept whole.
    """
    out = [points[0]]
    for lon, lat in points[1:]:
        out.append((lon + 360 * round((out[-1][0] - lon) / 360), lat))
    middle = sum(lon for lon, _ in out) / len(out)
    shift = -360 * math.floor((middle - CENTRAL_MERIDIAN + 180) / 360)
    return [(lon + shift, lat) for lon, lat in out]


class Topology:
    """Arcs in degrees and, per territory, polygons as lists of rings (outer first)."""

    def __init__(self, source: dict[str, Any]) -> None:
        (sx, sy), (tx, ty) = source["transform"]["scale"], source["transform"]["translate"]
        self.arcs: list[list[Point]] = []
        for arc in source["arcs"]:
            x = y = 0
            points = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                points.append((x * sx + tx, y * sy + ty))
            self.arcs.append(unwrapped(points))
        self.shapes: dict[str, list[list[Ring]]] = {}
        self.names: dict[str, str] = {}
        for geometry in source["objects"]["countries"]["geometries"]:
            self._add(geometry)

    def _add(self, geometry: dict[str, Any]) -> None:
        name = geometry["properties"]["name"]
        if name in DROPPED:
            return
        code = MERGED.get(name) or NO_ISO_NUMBER.get(name)
        if code is None:
            country = pycountry.countries.get(numeric=geometry["id"])
            if country is None:
                raise ValueError(f"{name} has the number {geometry['id']}, which is not an ISO one")
            code = country.alpha_3
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        self.shapes.setdefault(code, []).extend(polygons)
        if name not in MERGED:
            self.names[code] = NAMES.get(code, name)

    def points(self, ring: Ring) -> list[Point]:
        """The ring's vertices in degrees, the first not repeated at the end."""
        out: list[Point] = []
        for number in ring:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            out.extend(arc[:-1])
        return out

    def split_arc_at(self, number: int, index: int) -> None:
        """Cut arc `number` at vertex `index`; the tail becomes a new arc in every ring that used it."""
        arc = self.arcs[number]
        self.arcs[number] = arc[: index + 1]
        self.arcs.append(arc[index:])
        tail = len(self.arcs) - 1
        for polygons in self.shapes.values():
            for polygon in polygons:
                for at, ring in enumerate(polygon):
                    polygon[at] = [
                        piece
                        for member in ring
                        for piece in (
                            (number, tail) if member == number else (~tail, ~number) if member == ~number else (member,)
                        )
                    ]

    def nearest_vertex(self, ring: Ring, target: Point) -> tuple[int, int]:
        """The (arc, index) of the ring vertex nearest to a place in degrees."""
        stretch = math.cos(math.radians(target[1]))
        best = (math.inf, 0, 0)
        for number in ring:
            arc = number if number >= 0 else ~number
            for index, (lon, lat) in enumerate(self.arcs[arc]):
                best = min(best, (math.hypot((lon - target[0]) * stretch, lat - target[1]), arc, index))
        return best[1], best[2]

    def divide_germany(self) -> None:
        """Replace DEU by DEU-W and DEU-E along INNER_GERMAN_LINE, sharing the new arc."""
        polygons = self.shapes.pop("DEU")
        self.shapes["DEU-W"], self.shapes["DEU-E"] = [], []
        main = max(polygons, key=lambda polygon: Polygon(self.points(polygon[0])).area)
        self.shapes["DEU-W"].append(main)  # so that split_arc_at sees it
        ends = []
        for target in (INNER_GERMAN_LINE[0], INNER_GERMAN_LINE[-1]):
            arc, index = self.nearest_vertex(main[0], target)
            ends.append(self.arcs[arc][index])
            if 0 < index < len(self.arcs[arc]) - 1:
                self.split_arc_at(arc, index)
        self.arcs.append([ends[0], *INNER_GERMAN_LINE[1:-1], ends[1]])
        line = len(self.arcs) - 1
        ring = main[0]
        start = next(i for i, n in enumerate(ring) if self._first(n) == ends[0])
        ring = ring[start:] + ring[:start]
        stop = next(i for i, n in enumerate(ring) if self._first(n) == ends[1])
        # A clockwise ring leaves the Baltic end eastwards: the first part bounds the east.
        self.shapes["DEU-W"][0] = [[*ring[stop:], line], *main[1:]]
        self.shapes["DEU-E"].append([[*ring[:stop], ~line]])
        for polygon in polygons:
            if polygon is not main:
                east = self.points(polygon[0])[0][0] > GERMAN_ISLANDS_EAST_OF
                self.shapes["DEU-E" if east else "DEU-W"].append(polygon)
        del self.names["DEU"]
        self.names.update(GERMAN_HALVES)

    def _first(self, number: int) -> Point:
        return self.arcs[number][0] if number >= 0 else self.arcs[~number][-1]

    def add_dots(self) -> None:
        for code, (name, half) in DOTS.items():
            lon, lat = DOT_PLACES[code]
            lon -= 360 if lon > CENTRAL_MERIDIAN + 180 else 0
            diamond = [(lon, lat + half), (lon + half, lat), (lon, lat - half), (lon - half, lat)]
            self.arcs.append([*diamond, diamond[0]])
            self.shapes[code] = [[[len(self.arcs) - 1]]]
            self.names[code] = name


def weigh(points: list[tuple[int, int]]) -> list[float]:
    """For each vertex the area (square units) below which Visvalingam's method would drop it."""
    count = len(points)
    weight = [math.inf] * count
    before, after = list(range(-1, count - 1)), list(range(1, count + 1))

    def area(i: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = points[before[i]], points[i], points[after[i]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    queue = [(area(i), i) for i in range(1, count - 1)]
    heapq.heapify(queue)
    current = {i: a for a, i in queue}
    floor = 0.0
    while queue:
        a, i = heapq.heappop(queue)
        if current.get(i) != a:
            continue
        floor = max(floor, a)
        weight[i] = floor
        del current[i]
        after[before[i]], before[after[i]] = after[i], before[i]
        for j in (before[i], after[i]):
            if 0 < j < count - 1:
                current[j] = area(j)
                heapq.heappush(queue, (current[j], j))
    return weight


def simplified(points: list[Point]) -> tuple[list[tuple[int, int]], str]:
    """Project, round and thin one arc; returns its vertices and one level digit a vertex."""
    rounded = [(round(x), round(y)) for x, y in (equal_earth(*p) for p in points)]
    thin = [rounded[0]] + [p for q, p in itertools.pairwise(rounded) if p != q]
    if len(thin) == 1:
        thin.append(rounded[-1])
    weight = weigh(thin)
    if thin[0] == thin[-1]:  # an island keeps at least a triangle
        for i in sorted(range(1, len(thin) - 1), key=lambda i: -weight[i])[:2]:
            weight[i] = math.inf
    kept = [(p, w) for p, w in zip(thin, weight, strict=True) if w >= KEEP_AREA]
    levels = "".join(str(ALWAYS if w == math.inf else sum(w >= a for a in LEVEL_AREAS)) for _, w in kept)
    return [p for p, _ in kept], levels


def signed_area(points: list[tuple[int, int]]) -> float:
    """Positive for a ring that looks clockwise on screen (y growing downwards)."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True)) / 2


def reversed_ring(ring: Ring) -> Ring:
    return [~number for number in reversed(ring)]


def label_of(outer: list[tuple[int, int]], holes: list[list[tuple[int, int]]]) -> list[int]:
    """[x, y, room]: the middle of the widest place, sought with y doubled because words are wide."""
    shape = Polygon([(x, 2 * y) for x, y in outer], [[(x, 2 * y) for x, y in hole] for hole in holes])
    if not shape.is_valid:
        shape = shape.buffer(0)
        if shape.geom_type == "MultiPolygon":
            shape = max(shape.geoms, key=lambda part: part.area)
    if shape.is_empty:
        return [*outer[0], 0]
    point = polylabel(shape, tolerance=4.0)
    return [round(point.x), round(point.y / 2), round(point.distance(shape.boundary))]


def ashore(place: Point, shape: BaseGeometry) -> list[int]:
    """The place in whole units, moved onto the (thinned) land when rounding or thinning left it outside."""
    for margin in (2.0, 1.0, 0.0):
        inside = shape.buffer(-margin)
        if not inside.is_empty:
            nearest = nearest_points(Geometry(*place), inside)[1]
            return [round(nearest.x), round(nearest.y)]
    return [round(v) for v in place]


def box_of(points: list[tuple[int, int]]) -> list[int]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return [min(xs), min(ys), max(xs), max(ys)]


def build(source: dict[str, Any], capitals: dict[str, tuple[str, float, float]]) -> dict[str, Any]:
    topology = Topology(source)
    topology.divide_germany()
    topology.add_dots()
    used = sorted({n if n >= 0 else ~n for ps in topology.shapes.values() for p in ps for r in p for n in r})
    number = {old: new for new, old in enumerate(used)}
    arcs = [simplified(topology.arcs[old]) for old in used]

    def vertices(ring: Ring) -> list[tuple[int, int]]:
        out: list[tuple[int, int]] = []
        last = (0, 0)
        for n in ring:
            arc = arcs[n][0] if n >= 0 else arcs[~n][0][::-1]
            if out and abs(arc[0][0] - last[0]) + abs(arc[0][1] - last[1]) > 2:
                raise ValueError("a ring does not close: the cut passes through a landmass")
            out.extend(arc[:-1])
            last = arc[-1]
        return out

    territories: dict[str, Any] = {}
    for code in sorted(topology.shapes):
        parts = []
        for polygon in topology.shapes[code]:
            rings = [[number[n] if n >= 0 else ~number[~n] for n in ring] for ring in polygon]
            for at, ring in enumerate(rings):
                clockwise = signed_area(vertices(ring)) >= 0
                if clockwise != (at == 0):
                    rings[at] = reversed_ring(ring)
            parts.append((abs(signed_area(vertices(rings[0]))), rings))
        parts.sort(key=lambda part: -part[0])
        outlines = [vertices(rings[0]) for _, rings in parts]
        largest = parts[0][0]
        core = [o for o, (size, _) in zip(outlines, parts, strict=True) if size >= largest / 5]
        entry: dict[str, Any] = {
            "name": topology.names[code],
            "polygons": [rings for _, rings in parts],
            "label": label_of(outlines[0], [vertices(hole) for hole in parts[0][1][1:]]),
            "box": box_of([p for outline in outlines for p in outline]),
            "core": box_of([p for outline in core for p in outline]),
        }
        if code in capitals:
            name, lat, lon = capitals[code]
            ((lon, _),) = unwrapped([(lon, lat)])
            shape = unary_union([Polygon(outline).buffer(0) for outline in outlines if len(outline) > 2])
            entry["capital"] = [name, *ashore(equal_earth(lon, lat), shape)]
        if code in GERMAN_HALVES or code in DOTS:
            entry["schematic"] = True
        territories[code] = entry
    name, lat, lon = capitals["DEU"]
    halves = [territories[code] for code in GERMAN_HALVES]
    germany = [round(v) for v in equal_earth(10.4, 51.0)]
    unions = {
        "DEU": {
            "name": "Germany",
            "parts": list(GERMAN_HALVES),
            "label": [*germany, halves[0]["label"][2]],
            "box": _joined(halves, "box"),
            "core": _joined(halves, "core"),
            "capital": [name, *(round(v) for v in equal_earth(lon, lat))],
        }
    }
    return {
        "format": 1,
        "source": "Natural Earth 1:50m (public domain), via world-atlas 2",
        "projection": {
            "name": "Equal Earth",
            "central_meridian": CENTRAL_MERIDIAN,
            "units_per_radian": UNITS_PER_RADIAN,
        },
        "level_areas": list(LEVEL_AREAS),
        "territories": territories,
        "unions": unions,
        "arcs": [_delta(points) for points, _ in arcs],
        "levels": [levels for _, levels in arcs],
    }


def _joined(entries: list[dict[str, Any]], key: str) -> list[int]:
    boxes = [entry[key] for entry in entries]
    low, high = zip(*[(b[:2], b[2:]) for b in boxes], strict=True)
    return [*(min(v) for v in zip(*low, strict=True)), *(max(v) for v in zip(*high, strict=True))]


def _delta(points: list[tuple[int, int]]) -> list[int]:
    out = list(points[0])
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        out += [bx - ax, by - ay]
    return out


def main(argv: list[str]) -> int:
    if len(argv) != 3:
        print("usage: build_map.py countries-50m.json world.json", file=sys.stderr)
        return 2
    table = Path(__file__).with_name("map_capitals.csv").read_text(encoding="utf-8").splitlines()
    capitals = {code: (name, float(lat), float(lon)) for code, name, lat, lon in csv.reader(table)}
    world = build(json.loads(Path(argv[1]).read_text(encoding="utf-8")), capitals)
    text = json.dumps(world, ensure_ascii=False, separators=(",", ":")) + "\n"
    Path(argv[2]).write_text(text, encoding="utf-8")
    vertices = sum(map(len, world["levels"]))
    print(
        f"{len(world['territories'])} territories, {len(world['arcs'])} arcs, {vertices} vertices, "
        f"{len(text.encode()) / 1000:.0f} kB"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
