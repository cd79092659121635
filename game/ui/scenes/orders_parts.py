"""What the tabs of the orders share: the sheet as it would be with one thing changed, and lines with their price."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.core.geography import may_leave
from game.core.options import exercise_forces
from game.core.orders import Budget, Exercise, Mission, MissionKind, Sheet
from game.core.world import Nation
from game.ui import theme
from game.ui.kit import STRONG, Caption, Column, Label, Panel, Row, Widget

Change = Callable[[Sheet], object]
"""Takes the sheet as it is to be from now on."""


def with_budget(sheet: Sheet, budget: Budget) -> Sheet:
    """The sheet with this budget."""
    return replace(sheet, budget=budget)


def with_standing(sheet: Sheet, theatre: str, forces: int) -> Sheet:
    """The sheet with so many FP standing in a theatre."""
    standing = {where: fp for where, fp in sheet.standing.items() if where != theatre}
    if forces:
        standing[theatre] = forces
    return replace(sheet, standing=dict(sorted(standing.items())))


def with_exercise(sheet: Sheet, exercise: Exercise, on: bool) -> Sheet:
    """The sheet with an exercise, or without it."""
    rest = tuple(had for had in sheet.exercises if had != exercise)
    return replace(sheet, exercises=(*rest, exercise) if on else rest)


def with_mission(sheet: Sheet, to: str, form: MissionKind | None) -> Sheet:
    """The sheet with a mission of this form to a nation, or none."""
    rest = tuple(had for had in sheet.missions if had.to != to)
    if form is None:
        return replace(sheet, missions=rest)
    return replace(sheet, missions=(*rest, Mission(to=to, form=form)))


def away_in(nation: Nation, sheet: Sheet) -> int:
    """FP a sheet takes away from home: what stands abroad and what exercises occupy."""
    return sum(sheet.standing.values()) + sum(exercise_forces(nation, exercise) for exercise in sheet.exercises)


def may_still_leave(nation: Nation, sheet: Sheet) -> int:
    """FP that may still leave home under a sheet; below zero when it asks too many."""
    return may_leave(nation) - away_in(nation, sheet)


def line(label: str, control: Widget, price: str, brings: str, *, bad: bool = False) -> Widget:
    """One thing to order: its name, the control, its price, and under it what it brings."""
    head = Row(Label(label, face=STRONG, grow=1), Label(price, colour=theme.QUIET), control, gap=theme.PADDING)
    said = Caption(brings, colour=theme.WORSE if bad else theme.QUIET)
    return Panel(Column(head, said, gap=theme.GRID), pad=theme.BETWEEN)
