"""The engine: `act`, `advance` and the instructor's `control`, from a state to a new state and the events between them.

None touches its input, performs I/O, reads a clock or draws a number other than through `game.core.dice`.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from game.core.acts import Act
from game.core.checks.answers import Answers
from game.core.checks.control import control_problems
from game.core.control import Control, RollBack
from game.core.deeds.control import give_what_is_due, perform_control
from game.core.events import Event
from game.core.legality import act_problems
from game.core.orders import Sheet
from game.core.performing import perform
from game.core.phases.aftershocks import aftershocks
from game.core.phases.burden import burdens
from game.core.phases.cases import cases_wear
from game.core.phases.contributing import contributions_fall_due
from game.core.phases.duties import duties_fall_due
from game.core.phases.exercises import exercises_and_missions
from game.core.phases.giving import outlays_fall_due
from game.core.phases.hardship import misfortunes_strike, relief_and_sabotage
from game.core.phases.misreadings import misreadings
from game.core.phases.muster import muster
from game.core.phases.opening import opening
from game.core.phases.ratification import ratifications
from game.core.phases.secrets import secrets_leak
from game.core.phases.showdown import decisions, sealed_round
from game.core.phases.spoken import words_tested
from game.core.phases.standing import (
    books,
    cases_lapse,
    closing,
    drafts_overtaken,
    marks,
    opportunity,
    support,
    talks_end,
)
from game.core.phases.war import aftermath, wars
from game.core.problems import Problem, StaleAct, act_error
from game.core.turn import Turn
from game.core.view import Lookout
from game.core.world import State

Step: TypeAlias = tuple[State, tuple[Event, ...]]
Phase: TypeAlias = Callable[[Turn], None]

RESOLUTION: tuple[Phase, ...] = (
    duties_fall_due,
    outlays_fall_due,
    contributions_fall_due,
    exercises_and_missions,
    relief_and_sabotage,
    burdens,
    wars,
    cases_wear,
    misreadings,
    words_tested,
    cases_lapse,
    books,
    talks_end,
    ratifications,
    drafts_overtaken,
    secrets_leak,
    support,
    opportunity,
    marks,
    closing,
)
"""The phases of a Resolution, in order. An Opening follows unless the game is over."""

STAGES = ("negotiation", "showdown", "strike", "over")
"""Where the engine stops because somebody must decide. Showdowns are skipped when no case has come to a head."""
OPENING = (opening, aftermath, misfortunes_strike, aftershocks)
"""The phases with which a further turn opens, in order."""


def open_game(state: State) -> Step:
    """The first Opening: from a scenario's turn 0 to the negotiation of turn 1."""
    turn = Turn(state)
    opening(turn)
    aftermath(turn)
    misfortunes_strike(turn)
    aftershocks(turn)
    give_what_is_due(turn, live=False)
    return turn.done()


def act(state: State, nation: str, what: Act, lookout: Lookout | None = None) -> Step:
    """Carry out a nation's live act.

    `lookout`, when given, must be one made for `state`; it saves making the views again. Raises InvalidAct,
    IllegalAct or StaleAct with every reason; the state is then unchanged.
    """
    if nation not in state.nations:
        raise act_error(nation, (Problem("invalid", f'There is no nation "{nation}".'),))
    found = act_problems((lookout or Lookout(state)).view(nation), what)
    if found:
        raise act_error(nation, found)
    turn = Turn(state)
    perform(turn, nation, what)
    give_what_is_due(turn, live=True)
    return turn.done()


def control(state: State, what: Control, past: Mapping[int, State] | None = None) -> Step:
    """Carry out an act of the instructor.

    `past` holds the state at the opening of every turn that can be gone back to. Raises InvalidAct, IllegalAct or
    StaleAct with every reason; the state is then unchanged.
    """
    kept = past or {}
    found = control_problems(state, what, kept)
    if found:
        raise act_error("instructor", found)
    if isinstance(what, RollBack):
        told = Event(kind="rolled_back", turn=what.turn, amount=state.turn, text=what.reason)
        return kept[what.turn], (told,)
    turn = Turn(state)
    perform_control(turn, what)
    give_what_is_due(turn, live=True)
    return turn.done()


def advance(
    state: State, sheets: Mapping[str, Sheet] | None = None, answers: Mapping[str, Answers] | None = None
) -> Step:
    """Move the game to where somebody must decide next.

    From negotiation with the sealed `sheets`; from a showdown or a strike with the sealed `answers`. What is
    missing or no longer possible is replaced by standing still. Raises StaleAct when the game is over.
    """
    turn = Turn(state)
    match state.stage:
        case "negotiation":
            muster(turn, sheets or {})
            if _in_showdown(turn):
                turn.open_round(1)
            else:
                _resolve(turn)
        case "showdown":
            sealed_round(turn, answers or {})
            if not _in_showdown(turn):
                _resolve(turn)
            elif state.round == 1:
                turn.open_round(2)
            else:
                turn.open_strike()
        case "strike":
            decisions(turn, answers or {})
            _resolve(turn)
        case "over":
            raise StaleAct("game", (Problem("stale", "The game is over."),))
    give_what_is_due(turn, live=False)
    return turn.done()


def _in_showdown(turn: Turn) -> bool:
    return any(crisis.stage == "showdown" for crisis in turn.crises.values())


def _resolve(turn: Turn) -> None:
    for phase in RESOLUTION:
        phase(turn)
    if turn.stage != "over":
        for phase in OPENING:
            phase(turn)
