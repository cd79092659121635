"""Saved games: one append-only file a game, from which every turn can be told again."""

from game.saves.errors import SaveError
from game.saves.store import Contents, Damage, LogFile, read

__all__ = ["Contents", "Damage", "LogFile", "SaveError", "read"]
