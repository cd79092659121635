"""What can be wrong with a saved game: a class each, whose text is a sentence for the person at the table."""

from pathlib import Path


class SaveError(Exception):
    """A saved game that cannot be used as asked. `str()` is the sentence to show, `path` the file it is
    about."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


class SaveMissing(SaveError):
    """There is no such file."""


class SaveIsFolder(SaveError):
    """The path is a folder."""


class SaveDenied(SaveError):
    """The system refuses access to the file or its folder."""


class SaveUnreadable(SaveError):
    """The system cannot read the path: a failing disk, a name that is too long, a device instead of a
    file."""


class SaveEmpty(SaveError):
    """The file holds nothing at all."""


class SaveForeign(SaveError):
    """The file is no saved game of Foedus: a text, a picture, noise."""


class SaveNewer(SaveError):
    """The file was written by a later version of Foedus than this one."""


class SaveHeaderDamaged(SaveError):
    """The first line, without which no other line means anything, is damaged."""


class SaveDamaged(SaveError):
    """A line after the first is damaged: the file cannot be continued without leaving something out."""


class SaveExists(SaveError):
    """A file of that name exists and nobody said it may be replaced."""


class SaveInUse(SaveError):
    """Another running game is writing this file."""


class SaveNotWritten(SaveError):
    """Writing failed (a full disk, a vanished drive). What was saved before is still there."""


def explained(path: Path, error: OSError, doing: str) -> SaveError:
    """The `SaveError` that says in a sentence what the system reported while `doing` ("read", "written")."""
    if isinstance(error, FileNotFoundError):
        return SaveMissing(path, f"There is no saved game at {path}.")
    if isinstance(error, IsADirectoryError):
        return SaveIsFolder(path, f"{path} is a folder, not a saved game.")
    if isinstance(error, PermissionError):
        return SaveDenied(path, f"{path} cannot be {doing}: the system denies access to it.")
    reason = (error.strerror or "input/output error").lower()
    kind = SaveNotWritten if doing == "written" else SaveUnreadable
    return kind(path, f"{path} cannot be {doing}: {reason}.")
