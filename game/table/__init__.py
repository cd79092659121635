"""The table: seats people and minds at one game, takes acts one at a time and keeps the log."""

from game.table.play import Incident, Waiting
from game.table.seat import Seat
from game.table.table import Table

__all__ = ["Incident", "Seat", "Table", "Waiting"]
