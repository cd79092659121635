"""A scenario on the eve of its first turn: its world, and the map that cards and seats show of it."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.core.clauses import Consultation, MutualDefence
from game.core.world import State, Treaty
from game.reports.words import name_bare
from game.scenario import Scenario
from game.ui import theme
from game.ui.map import Arc, Fill, MapModel, WorldMap

REACH_KM = 1100.0
"""How much of a large country the map shows about its capital."""
_RANKS = {"great": 4, "middle": 3, "small": 2}
_PICTURE = (720, 430)
_FIRST_SEED = 1


def eve(scenario: Scenario) -> State:
    """The world as the first turn will find it, treaties in force. Nothing in it that a briefing may not say."""
    return replace(scenario.start(_FIRST_SEED), turn=1)


def eve_model(world: State, chosen: str = "", *, labels: bool = True) -> MapModel:
    """The nations of a scenario, the `chosen` one in the accent, with its treaties that stand."""
    fills = tuple(
        Fill(
            nation.territories,
            name,
            theme.ACCENT if name == chosen else theme.UNSIGNED[_RANKS[nation.rank]],
            label=name_bare(world, name) if labels else "",
            importance=nation.potential,
            great=nation.rank == "great",
        )
        for name, nation in world.nations.items()
        if nation.territories
    )
    shown = [fill.owner for fill in fills]
    arcs = tuple(
        Arc(a, b, _weight(treaty), treaty.secret, theme.TEXT)
        for treaty in world.treaties.values()
        if chosen in treaty.parties
        for place, a in enumerate(treaty.parties)
        for b in treaty.parties[place + 1 :]
        if chosen in (a, b) and a in shown and b in shown
    )
    return MapModel(fills, _strongest(arcs), selected=chosen or None, name_others=False)


def _weight(treaty: Treaty) -> int:
    weights = [1]
    for clause in treaty.clauses:
        if isinstance(clause, MutualDefence):
            weights.append(3 if clause.automaticity == "automatic" else 2)
        elif isinstance(clause, Consultation):
            weights.append(1)
    return max(weights)


def _strongest(arcs: tuple[Arc, ...]) -> tuple[Arc, ...]:
    """One arc a pair: of several treaties the strongest."""
    best: dict[tuple[str, str], Arc] = {}
    for arc in arcs:
        held = best.get((arc.a, arc.b))
        if held is None or arc.weight > held.weight:
            best[arc.a, arc.b] = arc
    return tuple(best.values())


def frame(shown: WorldMap) -> None:
    """Look at every nation of the map's model. What is free north of the world is given to the south."""
    margin = round(16 * shown.scale)
    owners = [fill.owner for fill in shown.model.fills]
    shown.focus(owners, (margin, margin, margin, margin), reach_km=REACH_KM)
    above = shown.atlas.box[1] - shown.shown()[1]
    if above > 0:
        shown.pan(0, -above * shown.camera.zoom)


def thumbnail(world: State, chosen: str = "") -> pygame.Surface:
    """A small picture of where a scenario is played, for its card; with a seat, that one in the accent."""
    shown = WorldMap(_PICTURE)
    shown.set_model(replace(eve_model(world, chosen, labels=False), arcs=()))
    frame(shown)
    picture = pygame.Surface(_PICTURE)
    shown.draw(picture)
    return picture
