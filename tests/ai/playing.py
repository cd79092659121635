"""Whole games between minds, played on the engine alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.ai.minds import Mind
from game.core import engine
from game.core.acts import Act
from game.core.crises import Answer
from game.core.dice import dice, shuffled
from game.core.events import Event
from game.core.orders import Sheet
from game.core.problems import ActError
from game.core.view import view_of
from game.core.world import State

ROUNDS = 3


@dataclass
class Played:
    """A game that was played: where it ended, what happened, what was tried."""

    state: State
    events: list[Event] = field(default_factory=list)
    done: list[tuple[int, str, Act]] = field(default_factory=list)
    """Turn, nation and act of everything the rules allowed."""
    refused: list[tuple[int, str, Act]] = field(default_factory=list)

    def told(self, kind: str) -> list[Event]:
        """Every event of a kind."""
        return [event for event in self.events if event.kind == kind]


def play(start: State, minds: Mapping[str, Mind], seed: int) -> Played:
    """Play a world from its first Opening to its end; `start` stands before turn 1."""
    nations = {
        name: replace(nation, temper=dice(seed, 0, "temper", name), initiatives=0)
        for name, nation in start.nations.items()
    }
    state, events = engine.open_game(replace(start, seed=seed, turn=0, nations=nations))
    game = Played(state, list(events))
    while game.state.stage != "over":
        if game.state.stage == "negotiation":
            for number in range(ROUNDS):
                for name in shuffled(tuple(game.state.nations), seed, game.state.turn, f"round {number}"):
                    moves = minds[name](view_of(game.state, name))
                    assert isinstance(moves, tuple)
                    for move in moves:
                        _do(game, name, move)
            sheets: dict[str, Sheet] = {}
            for name in game.state.nations:
                sheet = minds[name](view_of(game.state, name, "orders"))
                assert isinstance(sheet, Sheet)
                sheets[name] = sheet
            game.state, events = engine.advance(game.state, sheets=sheets)
        else:
            answers: dict[str, dict[str, Answer]] = {}
            for name in game.state.nations:
                said = minds[name](view_of(game.state, name))
                assert isinstance(said, dict)
                answers[name] = said
            game.state, events = engine.advance(game.state, answers=answers)
        game.events += events
    return game


def _do(game: Played, name: str, move: Act) -> None:
    turn = game.state.turn
    try:
        game.state, events = engine.act(game.state, name, move)
    except ActError:
        game.refused.append((turn, name, move))
    else:
        game.done.append((turn, name, move))
        game.events += events
