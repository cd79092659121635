"""Altering what is hidden changes no view, no refusal, and no choice of a mind."""

from itertools import pairwise

from hypothesis import Phase, given, settings

from game.ai.minds import MINDS
from game.core.appraisal import Appraisal
from game.core.challenge import challenge
from game.core.engine import act
from game.core.legality import problems
from game.core.problems import ActError
from game.core.view import Lookout, view_of
from game.core.world import State
from game.saves.codec import dump_state
from tests.properties.hidden import altered
from tests.properties.moves import answers, sensible_act, sheet, wild_act
from tests.properties.playing import Game, Tally, four_nations, play
from tests.properties.tape import Chooser, tapes
from tests.properties.test_games import shipped


def refusal(state: State, name: str, move) -> str:
    """What the engine says against a move; nothing when it carries it out."""
    try:
        act(state, name, move)
    except ActError as error:
        return f"{type(error).__name__}: {error}"
    return ""


def look(game: Game, seat: str) -> None:
    """Assert that a seat cannot tell this game from one whose hidden side is another."""
    state, choose = game.state, game.choose
    other = altered(state, seat, choose)
    assert other != state
    here, there = game.lookout.view(seat), view_of(other, seat)
    assert here == there, "altering the hidden changed a view"
    assert dump_state(here.world) == dump_state(there.world), "even the order of keys must not tell"
    _same_numbers(here, there)
    if state.stage != "negotiation":
        sealed = answers(choose, here)
        assert problems(here, sealed) == problems(there, sealed)
        return
    for _ in range(3):
        move = wild_act(choose, state) if choose.chance(50) else sensible_act(choose, here)
        assert refusal(state, seat, move) == refusal(other, seat, move), "a refusal told something hidden"
    orders = sheet(choose, here)
    assert problems(here, orders) == problems(there, orders)


def _same_numbers(here, there) -> None:
    one, two = Appraisal(here.world, here.ground), Appraisal(there.world, there.ground)
    alone = Appraisal(here.world)
    names = tuple(here.world.nations)
    for name in names:
        assert one.security(name) == two.security(name) == alone.security(name)
        assert one.autonomy(name) == two.autonomy(name) == alone.autonomy(name)
    for challenger, target in pairwise(names):
        home = here.world.nations[target].home
        assert challenge(one, challenger, target, home, 20) == challenge(two, challenger, target, home, 20)


def test_altering_the_hidden_changes_no_view_and_no_refusal() -> None:
    looked = []

    @given(tapes)
    @settings(max_examples=14)
    def one_game(tape: bytes) -> None:
        play(four_nations(), tape, Tally(), lambda game, seat: looked.append(look(game, seat)))

    one_game()
    assert len(looked) > 100


def test_what_is_kept_from_step_to_step_shows_what_would_be_made_afresh() -> None:
    looked = []

    def compare(game: Game, seat: str) -> None:
        kept, fresh = game.lookout.view(seat), Lookout(game.state).view(seat)
        assert kept == fresh
        _same_numbers(kept, fresh)
        looked.append(seat)

    @given(tapes)
    @settings(max_examples=9)
    def one_game(tape: bytes) -> None:
        play(shipped(), tape, Tally(), compare)

    one_game()
    assert len(looked) > 100


def test_altering_the_hidden_changes_no_choice_of_a_mind() -> None:
    looked = []

    def choose_alike(game: Game, seat: str) -> None:
        other = altered(game.state, seat, Chooser(bytes(range(1, 255)) * 4))
        stages = ("negotiation", "orders") if game.state.stage == "negotiation" else (game.state.stage,)
        for stage in stages:
            here, there = game.lookout.view(seat, stage), Lookout(other).view(seat, stage)
            for mind in MINDS.values():
                before = dump_state(here.world)
                assert mind(here) == mind(there)
                assert dump_state(here.world) == before, "a mind touched its view"
        looked.append(game.state.stage)

    # Without shrinking: every try asks minds hundreds of times.
    @given(tapes)
    @settings(max_examples=4, phases=[Phase.generate])
    def one_game(tape: bytes) -> None:
        play(shipped(), tape, Tally(), choose_alike)

    one_game()
    assert len(looked) > 30
    assert {"negotiation", "showdown", "strike"} <= set(looked)
