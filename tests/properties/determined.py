"""Prints the digests of some games: run under different hash seeds, they must be the same."""

from game.saves.codec import digest
from game.scenario import load
from game.table import Table
from tests.properties.playing import Tally, four_nations, play

TAPE = bytes((index * index * 31 + index * 7) % 251 for index in range(3000))


def main() -> None:
    """Print a digest a line: a generated game, and one that minds play."""
    print(digest(play(four_nations(), TAPE, Tally())))
    table = Table.new(load("nato-1949-class"), seed=7)
    table.play()
    print(digest(table.state))


if __name__ == "__main__":
    main()
