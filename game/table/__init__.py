"""The table: seats people and minds at one game, takes acts one at a time and keeps the log."""

from game.table.play import Waiting
from game.table.seat import Seat
from game.table.table import Table
from game.table.talks import Incident

__all__ = ["Incident", "Seat", "Table", "Waiting"]
