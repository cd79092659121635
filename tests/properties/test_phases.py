"""The phases one by one: each tells what it changes, and together they are the step the engine takes."""

from collections.abc import Mapping

from hypothesis import given, settings

from game.core.appraisal import Appraisal
from game.core.checks.answers import Answers
from game.core.engine import OPENING, RESOLUTION, advance, open_game
from game.core.orders import Sheet
from game.core.phases.muster import muster
from game.core.phases.showdown import decisions, sealed_round
from game.core.turn import Turn
from game.core.world import State
from game.saves.codec import digest
from tests.properties.invariants import check_audience, check_step
from tests.properties.playing import Game, Tally, four_nations
from tests.properties.tape import tapes


def by_phases(state: State, sheets: Mapping[str, Sheet], answers: Mapping[str, Answers]) -> Turn:
    """Play one stage phase by phase, asserting of each that what it changed it told."""
    turn = Turn(state)

    def run(phase, *given) -> None:
        before, told = turn.world(), len(turn.events)
        phase(turn, *given)
        events = turn.events[told:]
        check_step(before, turn.world(), events)
        kept, fresh = turn.table(), Appraisal(turn.world())
        for name in turn.nations:
            assert kept.security(name) == fresh.security(name), "the draft's appraisal is of an older world"
        check_audience(turn.world(), events)

    match state.stage:
        case "negotiation":
            run(muster, sheets)
        case "showdown":
            run(sealed_round, answers)
        case _:
            run(decisions, answers)
    heads = any(crisis.stage == "showdown" for crisis in turn.crises.values())
    if heads and state.stage == "negotiation":
        turn.open_round(1)
    elif heads and state.stage == "showdown":
        turn.open_round(2) if state.round == 1 else turn.open_strike()
    else:
        for phase in RESOLUTION:
            run(phase)
        if turn.stage != "over":
            for phase in OPENING:
                run(phase)
    return turn


def test_phases_tell_what_they_change_and_make_up_a_step() -> None:
    stages = []

    @given(tapes)
    @settings(max_examples=8)
    def one_game(tape: bytes) -> None:
        game = Game(four_nations(), tape, Tally())
        game.take(open_game)
        while game.state.stage != "over":
            sheets, answers = {}, {}
            if game.state.stage == "negotiation":
                for name in game.state.nations:
                    game.one_act(name)
                sheets = game.orders()
            else:
                answers = game.answers()
            stages.append((game.state.stage, game.state.round))
            turn = by_phases(game.state, sheets, answers)
            game.take(lambda before, given=(sheets, answers): advance(before, *given))
            assert turn.done()[0] == game.state
            assert digest(turn.done()[0]) == digest(game.state)

    one_game()
    assert set(stages) == {("negotiation", 0), ("showdown", 1), ("showdown", 2), ("strike", 0)}
