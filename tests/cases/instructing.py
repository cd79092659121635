"""What the instructor does in a case, each a line of text that begins with "the instructor"."""

from collections.abc import Callable
from typing import Any, get_args

from game.core.control import (
    PAIRED,
    AtOnce,
    Cancel,
    Control,
    End,
    Extend,
    GiveCase,
    GiveMisfortune,
    GiveNews,
    GiveResources,
    Inject,
    Matter,
    Moment,
    NationFigure,
    OnIndex,
    OnOutcome,
    OnSigned,
    OnTurn,
    Override,
    RollBack,
)
from game.core.crises import Scheduled
from game.core.misfortunes import ScheduledMisfortune
from game.core.world import State
from tests.cases.outline import CaseError, Line, Phrase, read
from tests.worlds import CLASH, FLOOD

FIGURES = get_args(NationFigure)


def _clash(world: State, key: str, target: str, challenger: str, stage: str, **given: int) -> Matter:
    terms: dict[str, Any] = {"stakes": 20, "severity": 3, "resolve": 0, **given}
    home = world.nations[target].home if target in world.nations else "north"
    return GiveCase(
        case=Scheduled(
            id=key, turn=0, kind=CLASH.id, theatre=home, target=target, challenger=challenger, stage=stage,  # type: ignore[arg-type]
            pace="acute", **terms,
        )
    )  # fmt: skip


def _flood(world: State, key: str, target: str, severity: int = 2) -> Matter:
    return GiveMisfortune(fate=ScheduledMisfortune(id=key, turn=0, kind=FLOOD.id, target=target, severity=severity))


def _news(world: State, text: str, to: tuple[str, ...] = ()) -> Matter:
    return GiveNews(text=text, to=to)


def _resources(world: State, nation: str, amount: int, figure: str, text: str = "") -> Matter:
    return GiveResources(nation=nation, figure=figure, amount=amount, text=text)  # type: ignore[arg-type]


MATTERS: list[tuple[Phrase, Callable[..., Matter]]] = [
    (
        Phrase(
            "clash {key:name} on {target:nation} by {challenger:nation}, {stage:brewing|open}"
            "[, stakes {stakes:number}][, severity {severity:number}][, resolve {resolve:number}]"
        ),
        _clash,
    ),
    (Phrase("flood {key:name} in {target:nation}[, severity {severity:number}]"), _flood),
    (Phrase("news {text:text}[ to {to:nations}]"), _news),
    (Phrase("{nation:nation} {amount:number} {figure:name}[ because {text:text}]"), _resources),
]


def _ends(crisis: str, outcome: str = "") -> Moment:
    return OnOutcome(crisis=crisis, outcome=outcome)  # type: ignore[arg-type]


MOMENTS: list[tuple[Phrase, Callable[..., Moment]]] = [
    (Phrase("at once"), AtOnce),
    (Phrase("in turn {turn:number}"), OnTurn),
    (Phrase("when {parties:nations} sign"), OnSigned),
    (Phrase("when {crisis:name} ends[ {outcome:name}]"), _ends),
    (
        Phrase("when {index:name} of {nation:nation} is {side:at least|at most} {value:number}"),
        lambda side, **given: OnIndex(side=side.replace(" ", "_"), **given),
    ),
]  # fmt: skip


def _gives(world: State, line: Line, matter: str) -> Control:
    what_text, _, moment = matter.partition("; ")
    make_when, when = read(Line(line.file, line.number, moment or "at once"), MOMENTS)
    make_what, what = read(Line(line.file, line.number, what_text), MATTERS)
    return Inject(what=make_what(world, **what), when=make_when(**when))


def _sets(world: State, line: Line, nation: str, figure: str, value: int, text: str) -> Control:
    return Override(figure=figure, nation=nation, value=value, reason=text)  # type: ignore[arg-type]


def _sets_pair(world: State, line: Line, figure: str, nation: str, other: str, value: int, text: str) -> Control:
    return Override(figure=figure, nation=nation, other=other, value=value, reason=text)  # type: ignore[arg-type]


def _length(world: State, line: Line, value: int, text: str) -> Control:
    return Override(figure="turns", value=value, reason=text)


CONTROLS: list[tuple[Phrase, Callable[..., Control]]] = [
    (Phrase("the instructor gives: {matter:rest}"), _gives),
    (Phrase("the instructor cancels {inject:name}"), lambda world, line, inject: Cancel(inject=inject)),
    (
        Phrase("the instructor sets {nation:nation} {figure:name} at {value:number} because {text:text}"),
        _sets,
    ),
    (
        Phrase(
            "the instructor sets {figure:trust|interop|rivalry} of {nation:nation} and {other:nation} at {value:number}"
            " because {text:text}"
        ),
        _sets_pair,
    ),
    (Phrase("the instructor sets the length at {value:number} turns because {text:text}"), _length),
    (
        Phrase("the instructor extends the stage[ by {rounds:number} rounds]"),
        lambda world, line, rounds=1: Extend(rounds=rounds),
    ),
    (Phrase("the instructor ends the {what:stage|turn}"), lambda world, line, what: End(what=what)),
    (
        Phrase("the instructor rolls back to turn {turn:number}[ because {text:text}]"),
        lambda world, line, turn, text="": RollBack(turn=turn, reason=text),
    ),
]  # fmt: skip


def control_of(line: Line, world: State) -> Control:
    """The act of the instructor that a line describes."""
    reader, blanks = read(line, CONTROLS)
    figure = blanks.get("figure", FIGURES[0])
    if figure not in (*FIGURES, *PAIRED):
        raise CaseError(line, f'there is no figure "{figure}"; there are: {", ".join(FIGURES)}')
    made: Control = reader(world, line, **blanks)
    return made
