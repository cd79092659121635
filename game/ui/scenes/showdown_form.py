"""The form on which a sealed answer, or the challenger's decision, is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.core.crises import Answer, Stance
from game.core.options import available, invocable, stances
from game.reports.grammar import capital
from game.reports.words import fp, title_in_sentence
from game.ui import theme
from game.ui.kit import (
    STRONG,
    Button,
    Caption,
    Check,
    Column,
    Dock,
    Label,
    Panel,
    Quiet,
    Radio,
    Row,
    ScrollView,
    Spacer,
    Stepper,
    Widget,
)
from game.ui.scenes.showdown_answer import balance_bar, meaning_lines, meanings, with_stance
from game.ui.scenes.strike import decision_meanings, stance_words
from game.ui.session import Session

_WIDE = 392
Change = Callable[[Answer], object]
"""Takes the answer as it is to be written from now on."""


def answer_form(
    session: Session,
    key: str,
    answer: Answer,
    cases: int,
    problem: str,
    change: Change,
    seal: Callable[[], object],
) -> Widget:
    """Stance, forces and treaties of one answer, what it would mean, and the seal. `cases` are answered together."""
    deciding = session.world.stage == "strike"
    said = decision_meanings(session, key, answer) if deciding else meanings(session, key, answer)
    radio: Radio[Stance] = Radio(
        [(stance, stance_words(stance)) for stance in stances(session.world, session.nation, key)],
        answer.stance,
        lambda stance: change(with_stance(session, key, stance)),
        label="stance",
        key="stance",
    )
    top = Column(
        Label("Your decision" if deciding else "Your answer", face=STRONG),
        radio,
        _forces(session, key, answer, change),
        _treaties(session, key, answer, change),
        balance_bar(session, key, answer) if not deciding else None,
        Label("What it would mean", face=STRONG),
        meaning_lines(said),
    )
    last = "This cannot be taken back." if deciding else "Letters are opened together; nothing is taken back."
    foot = Column(
        Label(problem, colour=theme.WORSE) if problem else Caption(last),
        Button(
            "Decide" if deciding else "Seal the answer" if cases == 1 else "Seal all answers",
            seal,
            kind="primary",
            icon="seal",
            problem=problem,
            shortcut="ctrl+return",
            align="stretch",
            key="seal",
        ),
        gap=theme.INSIDE,
    )
    return Panel(
        Dock(ScrollView(top, key="form", pad=theme.PADDING), bottom=Panel(foot, edge="top", fill=None)),
        pad=0,
        edge="left",
        width=_WIDE,
    )


def _forces(session: Session, key: str, answer: Answer, change: Change) -> Widget | None:
    if answer.stance not in ("come", "join"):
        return None
    most = available(session.world, session.nation, session.world.crises[key])
    return Row(
        Quiet("Forces sent"),
        Stepper(
            answer.forces,
            lambda v: change(replace(answer, forces=v)),
            least=1,
            most=max(1, most),
            unit="FP",
            label="Forces sent",
            key="forces",
        ),
        Caption(f"of {fp(most)} to hand"),
        Spacer(grow=1),
    )


def _treaties(session: Session, key: str, answer: Answer, change: Change) -> Widget | None:
    if answer.stance != "invoke":
        return None
    can = invocable(session.world, session.nation, key)

    def invoke(treaty: str, on: bool) -> None:
        chosen = tuple(one for one in can if (one in answer.treaties and one != treaty) or (one == treaty and on))
        change(replace(answer, treaties=chosen))

    return Column(
        *[
            Check(
                capital(title_in_sentence(session.world.treaties[treaty].title)),
                treaty in answer.treaties,
                lambda on, treaty=treaty: invoke(treaty, on),  # type: ignore[misc]
                key=f"invoke-{treaty}",
            )
            for treaty in can
        ],
        gap=0,
    )
