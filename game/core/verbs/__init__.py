"""The verbs of a turn, by what they change. `game.core.turn.Turn` is all of them."""
