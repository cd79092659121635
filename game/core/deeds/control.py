"""What each act of the instructor does, and when what was planned is given."""

from dataclasses import replace

from game.core import control as acts
from game.core.checks.control import holds, matter_problems
from game.core.control import Control, Inject, Matter
from game.core.figures import figure_of
from game.core.phases.cases import begin
from game.core.phases.hardship import strike
from game.core.turn import Turn


def perform_control(turn: Turn, act: Control) -> None:
    """Carry out an act that `control_problems` allows. Going back a turn is no change to a state: see the engine."""
    match act:
        case acts.Inject():
            turn.plan(act)
        case acts.Cancel():
            turn.unplan(act.inject, "cancelled")
        case acts.Override():
            _set(turn, act)
        case acts.Extend():
            turn.hold_open(act.rounds)
        case acts.End():
            turn.call_time(act.what)
        case acts.RollBack():
            raise ValueError("A roll-back takes the place of a state; it does not change one.")


def give_what_is_due(turn: Turn, live: bool) -> None:
    """Give everything planned whose moment has come. `live` when negotiation was open already.

    News is given at any time; what touches the game waits until negotiation is open. What can no longer be given
    falls away, and the referee is told why.
    """
    if turn.stage == "over":
        return
    for key, inject in turn.desk.planned.items():
        if (turn.stage == "negotiation" or inject.what.kind == "news") and holds(turn.world(), inject.when, turn.table):
            _give_or_drop(turn, key, inject, live)


def _give_or_drop(turn: Turn, key: str, inject: Inject, live: bool) -> None:
    found = matter_problems(turn.world(), inject.what)
    if found:
        turn.unplan(key, "void", " ".join(problem.text for problem in found))
        return
    turn.unplan(key, "given")
    _give(turn, inject.what, live)


def _give(turn: Turn, what: Matter, live: bool) -> None:
    match what:
        case acts.GiveCase():
            begin(turn, replace(what.case, turn=turn.turn), live)
        case acts.GiveMisfortune():
            fate = what.fate
            strike(turn, fate.id, fate.kind, fate.target, fate.severity)
        case acts.GiveNews():
            turn.break_news(what.text, what.to)
        case acts.GiveResources():
            before = figure_of(turn.nations[what.nation], what.figure)
            turn.set_figure(what.nation, what.figure, before + what.amount, what.text)
            turn.bring_home(what.nation)


def _set(turn: Turn, act: acts.Override) -> None:
    match act.figure:
        case "turns":
            turn.set_length(act.value, act.reason)
        case "trust":
            turn.set_trust(act.nation, act.other, act.value, act.reason)
        case "interop":
            turn.set_interop(act.nation, act.other, act.value, act.reason)
        case "rivalry":
            turn.set_rivalry(act.nation, act.other, act.value, act.reason)
        case _:
            turn.set_figure(act.nation, act.figure, act.value, act.reason)
            turn.bring_home(act.nation)
