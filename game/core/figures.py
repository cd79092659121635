"""A nation's figures by name, for what speaks of any of them: the instructor's acts and conditions."""

from dataclasses import replace

from game.core.control import NationFigure
from game.core.world import Nation


def figure_of(nation: Nation, figure: NationFigure) -> int:
    """A figure of a nation as it stands."""
    match figure:
        case "income":
            return nation.income
        case "treasury":
            return nation.treasury
        case "forces":
            return nation.forces
        case "readiness":
            return nation.readiness
        case "support":
            return nation.support
        case "influence":
            return nation.influence
        case "initiatives":
            return nation.initiatives


def with_figure(nation: Nation, figure: NationFigure, value: int) -> Nation:
    """The nation with another value of one figure."""
    match figure:
        case "income":
            return replace(nation, income=value)
        case "treasury":
            return replace(nation, treasury=value)
        case "forces":
            return replace(nation, forces=value)
        case "readiness":
            return replace(nation, readiness=value)
        case "support":
            return replace(nation, support=value)
        case "influence":
            return replace(nation, influence=value)
        case "initiatives":
            return replace(nation, initiatives=value)
