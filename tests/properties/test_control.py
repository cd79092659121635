"""Games in which an instructor does anything at any moment: the rules hold, nothing planned is seen, replays agree."""

from collections import Counter
from typing import get_args

import pytest
from hypothesis import given, settings

from game.core import control as acts
from game.core.checks.control import control_problems
from game.core.control import Control, Index, Matter, Moment, NationFigure
from game.core.crises import Outcome, Scheduled
from game.core.engine import advance, control, open_game
from game.core.misfortunes import ScheduledMisfortune
from game.core.problems import ActError
from game.core.view import view_of
from game.core.world import State
from game.saves.codec import digest, dump_control, load_control
from tests.properties.invariants import check_audience, check_state
from tests.properties.playing import Game, Tally, four_nations
from tests.properties.tape import Chooser, tapes

KINDS = {kind.__dataclass_fields__["kind"].default for kind in get_args(get_args(Control)[0])}


def matter(choose: Chooser, state: State) -> Matter:
    """Something to give, possible or not."""
    names = (*state.nations, "XYZ") if choose.chance(10) else tuple(state.nations)
    number = choose.number(0, 10) if choose.chance(10) else choose.number(1, 5)
    key = f"given-{choose.number(1, 60)}"
    return choose.pick(
        (
            lambda: acts.GiveCase(
                case=Scheduled(
                    id=key, turn=0, kind=choose.pick((*state.kinds, *state.kinds, "riddle")), target=choose.pick(names),
                    theatre=choose.pick(tuple(state.theatres)), challenger=choose.pick(names), severity=number,
                    stakes=choose.pick((10, 20, 40)), pace="acute", stage=choose.pick(("brewing", "open")),
                )
            ),
            lambda: acts.GiveMisfortune(
                fate=ScheduledMisfortune(
                    id=key, turn=0, kind=choose.pick((*state.misfortune_kinds, "comet")), target=choose.pick(names),
                    severity=number,
                )
            ),
            lambda: acts.GiveNews(text=choose.pick(("", "A word.", "x" * 2001)), to=choose.some(names, 0, 2)),
            lambda: acts.GiveResources(
                nation=choose.pick(names), figure=choose.pick(get_args(NationFigure)), amount=choose.number(-30, 30)
            ),
        )
    )()  # fmt: skip


def moment(choose: Chooser, state: State) -> Moment:
    """A moment to wait for, possible or not."""
    return choose.pick(
        (
            lambda: acts.AtOnce(),
            lambda: acts.AtOnce(),
            lambda: acts.OnTurn(turn=choose.number(0, 7)),
            lambda: acts.OnSigned(parties=choose.some(tuple(state.nations), 1, 2)),
            lambda: acts.OnOutcome(
                crisis=choose.pick((*state.crises, "given-1", "clash")), outcome=choose.pick(get_args(Outcome))
            ),
            lambda: acts.OnIndex(
                nation=choose.pick(tuple(state.nations)), index=choose.pick(get_args(Index)),
                side=choose.pick(("at_least", "at_most")), value=choose.number(0, 100),
            ),
        )
    )()  # fmt: skip


def instruction(choose: Chooser, state: State) -> Control:
    """An act of the instructor, possible or not."""
    figures = (*get_args(NationFigure), "trust", "interop", "rivalry", "turns")
    names = ("", *state.nations, *state.nations)
    return choose.pick(
        (
            lambda: acts.Inject(what=matter(choose, state), when=moment(choose, state)),
            lambda: acts.Inject(what=matter(choose, state), when=moment(choose, state)),
            lambda: acts.Cancel(inject=f"inject-{choose.number(0, 9)}"),
            lambda: acts.Override(
                figure=choose.pick(figures), value=choose.number(-5, 60), nation=choose.pick(names),
                other=choose.pick(names) if choose.chance(50) else "", reason=choose.pick(("So it is.", "")),
            ),
            lambda: acts.Extend(rounds=choose.number(0, 4)),
            lambda: acts.End(what=choose.pick(("stage", "turn"))),
            lambda: acts.RollBack(turn=choose.number(0, state.turn + 1), reason="Once more."),
        )
    )()  # fmt: skip


def instructed(game: Game, past: dict[int, State], tried: Counter[tuple[str, bool]]) -> None:
    """One act of the instructor, and what must hold of it."""
    act = instruction(game.choose, game.state)
    before = game.state
    found = control_problems(before, act, past)
    if found:
        with pytest.raises(ActError) as refused:
            control(before, act, past)
        assert refused.value.problems == found
        assert all(problem.text.endswith(".") for problem in found)
        assert game.state == game._twin, "a refused act of the instructor changed the state"
        tried[act.kind, False] += 1
        return
    after, events = control(before, act, past)
    tried[act.kind, True] += 1
    assert load_control(dump_control(act)) == act
    assert events, "the instructor did something that nobody is told of"
    if act.kind == "roll_back":
        assert digest(after) == digest(past[after.turn]), "a turn did not come back as it was"
    elif all(event.audience == () for event in events):
        assert all(view_of(after, name) == view_of(before, name) for name in after.nations), "a plan was seen"
    for turn in [turn for turn in past if turn > after.turn]:
        del past[turn]
    check_state(after)
    check_audience(after, events)
    game.resume(after)


def test_generated_games_with_an_instructor_keep_every_rule() -> None:
    tried: Counter[tuple[str, bool]] = Counter()

    @settings(max_examples=30)
    @given(tapes)
    def one_game(tape: bytes) -> None:
        game = Game(four_nations(), tape, Tally())
        game.resume(open_game(game.state)[0])
        past = {1: game.state}
        for _ in range(40):
            for _ in range(game.choose.number(0, 3)):
                instructed(game, past, tried)
            if game.state.stage == "over":
                break
            sheets, sealed = ({}, game.answers()) if game.state.stage != "negotiation" else (game.orders(), {})
            turn = game.state.turn
            state, events = advance(game.state, sheets, sealed)
            check_state(state)
            check_audience(state, events)
            game.resume(state)
            if state.turn != turn:
                past[state.turn] = state

    one_game()
    assert {kind for kind, done in tried if done} == KINDS
    assert {kind for kind, done in tried if not done} >= KINDS - {"end"}, "some act was never refused"
