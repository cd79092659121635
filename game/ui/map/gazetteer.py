"""Where owners stand: capitals, boxes and label places of a model on an atlas, in units."""

from __future__ import annotations

from collections.abc import Iterable

from game.ui.map.atlas import Atlas, Box, Territory
from game.ui.map.model import Fill, Place

KM_PER_RADIAN = 6371.0
Spot = tuple[float, float]


class Gazetteer:
    """Looks up the places of one model's fills."""

    def __init__(self, atlas: Atlas, fills: tuple[Fill, ...]) -> None:
        self.atlas = atlas
        self.fills = {fill.owner: fill for fill in fills}
        self.capitals: dict[str, Spot] = {}
        for fill in fills:
            spot = self._capital(fill)
            if spot is not None:
                self.capitals[fill.owner] = spot
        self.lands = {fill.owner: self._ranked(fill) for fill in fills}
        """An owner's territories: the capital's own first, then those with the most room for a name."""
        self.free = self._unowned(fills)
        """Land without an owner, roomiest first; a union rather than its parts where all are free."""

    def _capital(self, fill: Fill) -> Spot | None:
        if isinstance(fill.capital, tuple):
            return self.atlas.project(*fill.capital)
        codes = (fill.capital,) if fill.capital else fill.territories
        for code in codes:
            territory = self.atlas.territories.get(code)
            if territory is not None and territory.capital is not None:
                return territory.capital[1], territory.capital[2]
        return self.atlas.territories[fill.territories[0]].label if fill.territories else None

    def _ranked(self, fill: Fill) -> list[Territory]:
        known = [self.atlas.territories[code] for code in fill.territories]
        capital = self.capitals.get(fill.owner)

        def away(territory: Territory) -> bool:
            west, north, east, south = territory.core
            return capital is None or not (west <= capital[0] <= east and north <= capital[1] <= south)

        return sorted(known, key=lambda territory: (away(territory), -territory.room))

    def _unowned(self, fills: tuple[Fill, ...]) -> list[Territory]:
        known = self.atlas.territories
        owned = {cell for fill in fills for code in fill.territories for cell in known[code].cells}
        free = [territory for territory in known.values() if owned.isdisjoint(territory.cells)]
        whole = {cell for territory in free if len(territory.cells) > 1 for cell in territory.cells}
        free = [territory for territory in free if len(territory.cells) > 1 or territory.cells[0] not in whole]
        return sorted(free, key=lambda territory: (-territory.room, territory.code))

    def spot(self, place: Place) -> Spot:
        """An owner's capital, a territory's label place, or a (latitude, longitude); else ValueError."""
        if isinstance(place, tuple):
            return self.atlas.project(*place)
        if place in self.capitals:
            return self.capitals[place]
        if place in self.atlas.territories:
            return self.atlas.territories[place].label
        raise ValueError(f"the map knows no owner or territory {place!r}")

    def box(self, owners: Iterable[str], reach_km: float | None) -> Box | None:
        """The box of owners without their outliers; with a reach, only what lies that near their capitals."""
        boxes: list[Box] = []
        for owner in owners:
            fill = self.fills.get(owner)
            codes = fill.territories if fill else (owner,)
            cores = [self.atlas.territories[code].core for code in codes if code in self.atlas.territories]
            if not cores:
                raise ValueError(f"the map knows no owner or territory {owner!r}")
            box = joined(cores)
            capital = self.capitals.get(owner)
            if reach_km is not None and capital is not None:
                r = reach_km / KM_PER_RADIAN * self.atlas.units
                x, y = capital
                near = max(box[0], x - r), max(box[1], y - r), min(box[2], x + r), min(box[3], y + r)
                if near[0] < near[2] and near[1] < near[3]:
                    box = near
                box = joined([box, (x, y, x, y)])
            boxes.append(box)
        return joined(boxes) if boxes else None


def joined(boxes: list[Box]) -> Box:
    """The smallest box around some boxes."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
