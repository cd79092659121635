"""The exercises of the orders: what treaties ask, and what is agreed freely."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from game.core.arith import divide
from game.core.options import exercise_forces, exercise_share, exercises_due
from game.core.orders import Emphasis, Exercise, Form, Sheet
from game.core.practice import MANNERS, alarm, in_its_place, practised
from game.core.relations import cultural_distance, interop
from game.core.world import State, networked
from game.reports.duties_told import does_not_count
from game.reports.grammar import capital, figure, listing
from game.reports.treaties import SCALES
from game.reports.words import fp, name, name_bare, names, rp, theatre, title_in_sentence
from game.ui import theme
from game.ui.kit import (
    STRONG,
    Button,
    Caption,
    Check,
    Column,
    Dropdown,
    Grid,
    Label,
    Panel,
    Quiet,
    Row,
    Segmented,
    Spacer,
    Widget,
)
from game.ui.scenes.draft_terms import field as term
from game.ui.scenes.draft_terms import toggled
from game.ui.scenes.orders_parts import Change, with_exercise
from game.ui.session import Session

FORMS: Final[tuple[tuple[Form, str], ...]] = (
    ("field", "Field exercise"), ("staff", "Staff exercise"), ("relief", "Relief exercise"),
)  # fmt: skip
EMPHASES: Final[tuple[tuple[Emphasis, str], ...]] = (
    ("combined", "All arms"), ("naval", "Naval"), ("air", "Air"), ("cyber", "Cyber"), ("peacekeeping", "Peacekeeping"),
)  # fmt: skip
_NARROW = 150


@dataclass
class Planned:
    """A free exercise being put together; it is ordered only when added."""

    with_whom: tuple[str, ...] = ()
    theatre: str = ""
    form: Form = "field"
    scale: int = 1
    notified: bool = True
    emphasis: Emphasis = "combined"
    observers: bool = False
    ordered: int = field(default=0)
    """Exercises added so far, so that the form starts anew."""


def exercise_of(session: Session, planned: Planned) -> Exercise:
    """The exercise as it would be ordered."""
    return Exercise(
        participants=tuple(sorted({session.nation, *planned.with_whom})),
        theatre=planned.theatre or session.me.home,
        form=planned.form,
        scale=planned.scale,
        notified=planned.notified,
        emphasis="combined" if planned.form == "relief" else planned.emphasis,
        observers=planned.observers and planned.notified,
    )


def exercises_tab(
    session: Session, sheet: Sheet, change: Change, planned: Planned, refresh: Callable[[], object]
) -> Widget:
    """What treaties ask this turn, what is ordered freely, and a form for one more."""
    world, me = session.world, session.nation
    due = exercises_due(world, me)
    parts: list[Widget] = [Label("Asked by treaty this turn", face=STRONG)]
    parts += [_due(session, sheet, exercise, due, change) for exercise in due]
    if not due:
        parts.append(Quiet("No treaty asks for an exercise this turn."))
    free = [exercise for exercise in sheet.exercises if exercise not in due]
    if free:
        parts.append(Label("Ordered freely", face=STRONG))
        parts += [_free(session, sheet, exercise, change) for exercise in free]
    parts.append(_form(session, sheet, change, planned, refresh))
    return Column(*parts)


def exercise_text(world: State, exercise: Exercise) -> str:
    """An exercise in a line: its size and form, where, with whom."""
    form = f"{exercise.form} exercise"
    if exercise.emphasis != "combined":
        form = f"{exercise.emphasis} {form}"
    told = "" if exercise.notified else ", unannounced"
    told += ", with observers" if exercise.observers else ""
    return f"{capital(SCALES[exercise.scale])} {form} in {theatre(world, exercise.theatre)}{told}"


PRACTISED = {
    "field": " For a while pledges among those who came are believed {points} more.",
    "relief": " For a while relief between them goes {points} % further.",
    "cyber": " For a while hidden hands are found {points} % more often.",
}


def _brings(session: Session, exercise: Exercise) -> str:
    """What an exercise would do with each of the others, and whom it would alarm."""
    world, me = session.world, session.nation
    rules = world.rules
    said = []
    for other in exercise.participants:
        if other == me:
            continue
        have = interop(world, me, other)
        culture = cultural_distance(world.nations[me], world.nations[other])
        gain = rules.interop_per_scale * exercise.scale * (100 - have) * (200 - culture)
        gain = divide(divide(gain * MANNERS[exercise.emphasis].interop, 1000), 20_000)
        said.append(f"{name(world, other)} {figure(have)} → {figure(have + gain)}")
    ready = f"; readiness +{exercise.scale}" if exercise.form == "field" else ""
    brings = f"Working together with {listing(said)}; trust +{rules.trust_exercise} each{ready}."
    brings += PRACTISED[practised(exercise)].format(points=rules.practice_scale * exercise.scale)
    alarmed = _alarmed(session, exercise)
    if alarmed and not exercise.notified and exercise.scale == 3:
        brings += " So large and unannounced near a rival, it may go wrong."
    return f"{brings} It would alarm {names(world, alarmed)}." if alarmed else brings


def _alarmed(session: Session, exercise: Exercise) -> list[str]:
    if not alarm(exercise):
        return []
    world, table = session.world, session.appraisal
    near = (exercise.theatre, *world.theatres[exercise.theatre].adjoins)
    return [
        rival
        for rival, nation in world.nations.items()
        if rival not in exercise.participants
        and nation.home in near
        and any(table.hostility(rival, who).value >= world.rules.opportunity_hostility for who in exercise.participants)
    ]


def _price(session: Session, exercise: Exercise) -> str:
    forces = exercise_forces(session.me, exercise)
    cost = rp(exercise_share(session.world, session.nation, exercise))
    return f"{cost}, {fp(forces)} busy" if forces else cost


def _due(session: Session, sheet: Sheet, exercise: Exercise, due: tuple[Exercise, ...], change: Change) -> Widget:
    world = session.world
    on = exercise in sheet.exercises
    title = title_in_sentence(world.treaties[exercise.treaty].title)
    others = [who for who in exercise.participants if who != session.nation]
    left = "Stay away and the word given is broken; trust falls." if not on else _brings(session, exercise)
    other = in_its_place(sheet.exercises, exercise, due) if not on else None
    if other is not None:
        left = does_not_count(world, other, exercise)
    return Panel(
        Column(
            Row(
                Check(
                    f"Attend: {exercise_text(world, exercise)}",
                    on,
                    lambda v: change(with_exercise(sheet, exercise, v)),
                    key=f"due-{exercise.treaty}-{exercise.theatre}",
                    grow=1,
                ),
                Label(_price(session, exercise), colour=theme.QUIET),
            ),
            Quiet(f"{capital(title)}, with {names(world, others)}."),
            Caption(left, colour=theme.QUIET if on else theme.WORSE),
            gap=theme.GRID,
        ),
        pad=theme.BETWEEN,
    )


def _free(session: Session, sheet: Sheet, exercise: Exercise, change: Change) -> Widget:
    world = session.world
    others = [who for who in exercise.participants if who != session.nation]
    text = exercise_text(world, exercise)
    return Panel(
        Column(
            Row(
                Label(text, grow=1),
                Label(_price(session, exercise), colour=theme.QUIET),
                Button(
                    f"Call off: {text}",
                    lambda: change(with_exercise(sheet, exercise, False)),
                    kind="bare",
                    icon="cross",
                    icon_only=True,
                    key=f"off-{'-'.join(others)}-{exercise.theatre}",
                ),
            ),
            Quiet(f"With {names(world, others)}, if they order the same."),
            Caption(_brings(session, exercise)),
            gap=theme.GRID,
        ),
        pad=theme.BETWEEN,
    )


def _form(session: Session, sheet: Sheet, change: Change, planned: Planned, refresh: Callable[[], object]) -> Widget:
    world, me = session.world, session.nation
    exercise = exercise_of(session, planned)

    def put(**terms: object) -> None:
        for label, value in terms.items():
            setattr(planned, label, value)
        refresh()

    def add() -> None:
        change(with_exercise(sheet, exercise, True))

    others = sorted((who for who in world.nations if who != me), key=lambda who: name_bare(world, who))
    found = session.problems(with_exercise(sheet, exercise, True)) if planned.with_whom else ()
    problem = "Choose with whom." if not planned.with_whom else " ".join(one.text for one in found)
    if exercise in sheet.exercises:
        problem = "It is ordered already."
    return Panel(
        Column(
            Label("Another exercise, agreed freely", face=STRONG),
            Caption(
                "Held by those who order the same one. AI governments come only to exercises that a treaty asks for."
            ),
            term(
                "With",
                Grid(
                    *[
                        Check(
                            name_bare(world, who),
                            who in planned.with_whom,
                            lambda on, who=who: put(  # type: ignore[misc]
                                with_whom=toggled(planned.with_whom, who, on, others)
                            ),
                            key=f"with-{who}",
                        )
                        for who in others
                    ],
                    least=_NARROW,
                    gap=0,
                ),
                grow=True,
            ),
            term(
                "Where",
                Dropdown(
                    [(where, capital(theatre(world, where))) for where in world.theatres],
                    exercise.theatre,
                    lambda v: put(theatre=v),
                    label="Where",
                    key="exercise-theatre",
                ),
            ),
            term(
                "Kind",
                Segmented(FORMS, planned.form, lambda v: put(form=v), label="Kind", key="exercise-form"),
            ),
            term(
                "About",
                Dropdown(
                    [one for one in EMPHASES if one[0] != "cyber" or networked(world)],
                    planned.emphasis,
                    lambda v: put(emphasis=v),
                    label="About",
                    key="exercise-emphasis",
                ),
            )
            if planned.form != "relief"
            else None,
            term(
                "Size",
                Segmented(
                    [(size, capital(words)) for size, words in enumerate(SCALES) if words],
                    planned.scale,
                    lambda v: put(scale=v),
                    label="Size",
                    key="exercise-scale",
                ),
            ),
            term(
                "Notice",
                Check(
                    "Announced beforehand to those it might alarm",
                    planned.notified,
                    lambda on: put(notified=on),
                    key="exercise-notified",
                ),
            ),
            term(
                "Guests",
                Check(
                    "Rivals near are invited to look on: half the alarm, and they learn your exact figures",
                    planned.observers,
                    lambda on: put(observers=on),
                    key="exercise-observers",
                ),
            )
            if planned.notified
            else None,
            Caption(_brings(session, exercise)) if planned.with_whom else None,
            Row(
                Button("Add to the orders", add, icon="plus", problem=problem, key="add-exercise"),
                Quiet(_price(session, exercise)) if planned.with_whom else None,
                Spacer(grow=1),
            ),
            gap=theme.INSIDE,
        ),
        pad=theme.BETWEEN,
    )
