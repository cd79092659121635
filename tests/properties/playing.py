"""A whole game played by generated moves, every step looked at."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from game.core.charters import Charter, Plan
from game.core.checks.answers import Answers
from game.core.clauses import Basing, BurdenSharing, Consultation, JointExercises, MutualDefence
from game.core.engine import act, advance, open_game
from game.core.events import Event
from game.core.joint_work import TechnologyTransfer
from game.core.legality import problems
from game.core.misfortunes import ScheduledMisfortune
from game.core.options import asked
from game.core.orders import Sheet
from game.core.problems import ActError, act_error
from game.core.view import Lookout, open_view
from game.core.world import State
from game.saves.codec import dump_state, load_state
from tests.properties.invariants import check_audience, check_state, check_step
from tests.properties.moves import answers, sensible_act, sheet, wild_act
from tests.properties.tape import Chooser
from tests.worlds import CLASH, FLOOD, PACT, clash_on, small_world, with_elis, with_misfortunes

Watch = Callable[["Game", str], None]
"""Called now and then with a game and one of its nations, and at every sealed round with each that is asked."""


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
    cases = (
        clash_on(),
        clash_on(target="ARD", turn=2, stage="brewing", id="note", pace="slow"),
        clash_on(target="ARD", turn=3, kind="notice", id="bases"),
    )
    spate = ScheduledMisfortune(id="spate", turn=2, kind="flood", target="BOR", severity=3)
    narrow = replace(PACT, title="Treaty against Doria", clauses=(MutualDefence(against=("DOR",)),))
    league = replace(
        PACT,
        title="League",
        parties=("ARD", "BOR", "CAS", "ELI"),
        clauses=(
            MutualDefence(automaticity="own_way"),
            JointExercises(),
            BurdenSharing(target=10, formula="fund"),
            TechnologyTransfer(donor="ELI", amount=1),
        ),
        charter=Charter(rule="majority", seat="BOR"),
        suspended=("CAS",),
    )
    circle = replace(
        PACT, title="Circle", parties=("ARD", "BOR", "ELI"), charter=Charter(rule="leader", leader="ARD", creed=5)
    )
    bases = replace(PACT, title="Lease", parties=("ARD", "CAS"), clauses=(Basing(host="CAS"), Consultation()))
    shares = replace(PACT, title="Shares", clauses=(BurdenSharing(target=60, formula="by_capability"),))
    fresh = replace(PACT, title="Fresh Pact", parties=("ARD", "BOR", "ELI"), clauses=(MutualDefence(),), signed=1)
    treaties = (
        ("pact", PACT), ("fresh", fresh), ("quiet", secret), ("narrow", narrow), ("league", league), ("circle", circle),
        ("bases", bases), ("shares", shares),
    )  # fmt: skip
    state = with_misfortunes(with_elis(small_world(*treaties, schedule=cases, seed=seed)), spate)
    some = {
        "ELI": replace(state.nations["ELI"], influence=8, intelligence=50, technology=80, treasury=8),
        "CAS": replace(state.nations["CAS"], intelligence=75),
    }
    rules = replace(
        state.rules, opportunity=250, disaster=200, leak=600, mediator_trust=-60, mediation=60, broker_trust=-10,
        ratification=70, incident=1000, war_starts=3, war_turns=1, aftermath_turns=1,
        ratification_least=50, ratification_most=50, end_more=1000, end_most=1,
    )  # fmt: skip
    clash = replace(CLASH, slips=200, spreads=400)
    kinds = {"border_clash": clash, "notice": replace(clash, id="notice", means="ties", blow="rupture", takes="base")}
    flood = replace(FLOOD, spreads=600, lingers=True, slump=80, passes=600)
    plans = {"league": {"north/armed_attack": Plan("north", "armed_attack", 0, 80)}}
    return replace(
        state, rules=rules, nations={**state.nations, **some}, plans=plans, kinds=kinds, uncertain_end=True,
        misfortune_kinds={**state.misfortune_kinds, "flood": flood},
    )  # fmt: skip


class Game:
    """A game in play: its state, and a twin of it made from its JSON, to tell whether anything has touched it."""

    def __init__(self, start: State, tape: bytes, tally: Tally) -> None:
        self.choose = Chooser(tape)
        self.tally = tally
        self.state, self._twin = start, load_state(dump_state(start))
        self.lookout = Lookout(start)

    def take(self, step: Callable[[State], tuple[State, tuple[Event, ...]]]) -> None:
        """Take a step and assert what must hold of it: its input untouched, the state sound, every change told."""
        before = self.state
        after, events = step(before)
        assert before == self._twin, "a step changed the state it began from"
        twin = load_state(dump_state(after))
        assert twin == after, "a state does not come back from JSON as it went"
        check_state(after)
        if before.turn:
            check_step(before, after, events)
        check_audience(after, events)
        self.state, self._twin = after, twin
        # Made from the one before, as the table makes them: what is kept from step to step must not be stale.
        self.lookout = Lookout(after, self.lookout)
        self.tally.events.update(event.kind for event in events)

    def resume(self, state: State) -> None:
        """Go on from a state that something other than a step of the game has led to."""
        self.state, self._twin = state, load_state(dump_state(state))
        self.lookout = Lookout(state)

    def one_act(self, name: str) -> None:
        """Try one act of a nation."""
        state, choose = self.state, self.choose
        view = self.lookout.view(name)
        move = wild_act(choose, state) if choose.chance(25) else sensible_act(choose, view)
        found = problems(view, move)
        if not found:
            self.take(lambda before: act(before, name, move, self.lookout))
            self.tally.accepted[move.kind] += 1
            return
        with pytest.raises(ActError) as refused:
            act(state, name, move, self.lookout)
        assert refused.value.problems == found, "problems() foresees every refusal, with the same words"
        assert refused.type is type(act_error(name, found))
        assert state == self._twin, "a refused act changed the state"
        self.tally.refused[move.kind] += 1
        self.tally.errors[refused.type.__name__] += 1

    def orders(self) -> dict[str, Sheet]:
        """A sheet for every nation."""
        found = {}
        for name in self.state.nations:
            view = self.lookout.view(name)
            found[name] = sheet(self.choose, view)
            against = problems(view, found[name])
            assert against == problems(open_view(self.state, name), found[name]), "the engine would judge otherwise"
            self.tally.sheets[not against] += 1
        return found

    def answers(self) -> dict[str, Answers]:
        """Sealed answers of every nation that is asked."""
        found = {}
        for name in self.state.nations:
            if asked(self.state, name):
                view = self.lookout.view(name)
                found[name] = answers(self.choose, view)
                against = problems(view, found[name])
                assert against == problems(open_view(self.state, name), found[name]), "the engine would judge otherwise"
        return found


def play(start: State, tape: bytes, tally: Tally, watch: Watch | None = None) -> State:
    """Play a game to its end by a tape, asserting at every step what must hold. Returns the last state."""
    game = Game(start, tape, tally)
    game.take(open_game)
    while game.state.stage != "over":
        if game.state.stage == "negotiation":
            for name in (*start.nations, *reversed(start.nations)):
                for _ in range(game.choose.number(0, 2)):
                    game.one_act(name)
                if watch is not None and game.choose.chance(25):
                    watch(game, name)
            orders = game.orders()
            game.take(lambda before, sheets=orders: advance(before, sheets))
        else:
            for name in start.nations:
                if watch is not None and asked(game.state, name):
                    watch(game, name)
            sealed = game.answers()
            game.take(lambda before, given=sealed: advance(before, answers=given))
    tally.games += 1
    tally.outcomes.update(crisis.outcome for crisis in game.state.crises.values())
    tally.outcomes.update(fate.outcome for fate in game.state.misfortunes.values())
    return game.state
