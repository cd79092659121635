"""The rules of Foedus: pure functions from a state and what nations do to a new state and its events.

Nothing here performs I/O, reads a clock or draws a random number other than through `game.core.dice`.
"""
