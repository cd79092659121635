"""A whole game played by generated moves, every step looked at."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pytest

from game.core.engine import act, advance, open_game
from game.core.events import Event
from game.core.legality import problems
from game.core.options import asked
from game.core.problems import ActError, act_error
from game.core.view import view_of
from game.core.world import State
from game.saves.codec import digest, dump_state, load_state
from tests.properties.invariants import check_audience, check_state, check_step
from tests.properties.moves import answers, sensible_act, sheet, wild_act
from tests.properties.tape import Chooser
from tests.worlds import PACT, clash_on, small_world, with_elis

Watch = Callable[[State, str, Chooser], None]


@dataclass
class Tally:
    """What a run of games has tried and seen."""

    accepted: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    sheets: Counter[bool] = field(default_factory=Counter)
    games: int = 0

    @property
    def legal(self) -> float:
        """Share of the generated acts that were allowed."""
        return self.accepted.total() / (self.accepted.total() + self.refused.total())


def four_nations(seed: int = 1) -> State:
    """Four nations before the first Opening: pacts open and secret, cases to come, and others arising often."""
    secret = replace(PACT, title="Quiet Pact", parties=("ARD", "CAS"), secret=True)
    cases = (clash_on(), clash_on(target="ARD", turn=2, stage="brewing", id="note", pace="slow"))
    state = with_elis(small_world(("pact", PACT), ("quiet", secret), schedule=cases, seed=seed))
    return replace(state, rules=replace(state.rules, opportunity=250))


def play(start: State, tape: Sequence[int], tally: Tally, watch: Watch | None = None) -> State:
    """Play a game to its end by a tape, asserting at every step what must hold. Returns the last state."""
    choose = Chooser(tape)
    state, events = checked(start, lambda: open_game(start), tally)
    while state.stage != "over":
        if state.stage == "negotiation":
            for name in (*state.nations, *reversed(state.nations)):
                for _ in range(choose.number(0, 2)):
                    state = one_act(state, name, choose, tally)
                if watch is not None and choose.chance(25):
                    watch(state, name, choose)
            orders = {}
            for name in state.nations:
                orders[name] = sheet(choose, view_of(state, name))
                tally.sheets[not problems(view_of(state, name), orders[name])] += 1
            before = state
            state, events = checked(before, lambda b=before, o=orders: advance(b, o), tally)
        else:
            sealed = {name: answers(choose, view_of(state, name)) for name in state.nations if asked(state, name)}
            before = state
            state, events = checked(before, lambda b=before, s=sealed: advance(b, answers=s), tally)
        tally.events.update(event.kind for event in events)
    tally.games += 1
    tally.outcomes.update(crisis.outcome for crisis in state.crises.values())
    return state


def one_act(state: State, name: str, choose: Chooser, tally: Tally) -> State:
    """Try one act of a nation; the state after it, which is the state before it when it is refused."""
    view = view_of(state, name)
    move = wild_act(choose, state) if choose.chance(25) else sensible_act(choose, view)
    found, mark = problems(view, move), digest(state)
    if found:
        with pytest.raises(ActError) as refused:
            act(state, name, move)
        assert refused.value.problems == found, "problems() foresees every refusal, with the same words"
        assert refused.type is type(act_error(name, found))
        assert digest(state) == mark, "a refused act changed the state"
        tally.refused[move.kind] += 1
        tally.errors[refused.type.__name__] += 1
        return state
    after, events = checked(state, lambda: act(state, name, move), tally)
    tally.accepted[move.kind] += 1
    tally.events.update(event.kind for event in events)
    return after


def checked(
    before: State, step: Callable[[], tuple[State, tuple[Event, ...]]], tally: Tally
) -> tuple[State, tuple[Event, ...]]:
    """Take a step and assert what must hold of it: the input untouched, the state sound, every change told."""
    mark = digest(before)
    after, events = step()
    assert digest(before) == mark, "a step changed the state it began from"
    assert load_state(dump_state(after)) == after, "a state does not come back from JSON as it went"
    check_state(after)
    if before.turn:
        check_step(before, after, events)
    check_audience(after, events)
    return after, events
