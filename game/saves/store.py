"""The log file: append-only, flushed to the disk record by record, held by one writer at a time.

A record whose `append` returned is on the disk and stays readable whatever happens to the process afterwards.
Lines are never rewritten. What a record means is none of this module's business; how a line looks is
`game.saves.lines`'.
"""

import dataclasses
import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from game.saves import errors, lock
from game.saves.lines import PEEK, Contents, Damage, header_line, is_log, parse, record_line

__all__ = ["Contents", "Damage", "LogFile", "read"]

# Windows would otherwise translate line feeds.
_BINARY: int = getattr(os, "O_BINARY", 0)


def read(path: str | os.PathLike[str]) -> Contents:
    """Read a log: its header and every record up to the first damage. Raises `SaveError`; changes nothing."""
    where = Path(path)
    try:
        mode = os.stat(where).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError
        if not stat.S_ISREG(mode):
            raise errors.SaveUnreadable(where, f"{where} is a device, not a saved game.")
        with open(where, "rb") as file:
            head = file.read(PEEK)
            return parse(where, head + file.read() if is_log(head) else head)
    except OSError as error:
        raise errors.explained(where, error, "read") from error


class LogFile:
    """A log open for appending. Closing it, or dying, sets it free for the next writer."""

    def __init__(self, path: Path, handle: int, found: Contents) -> None:
        """Called by `create` and `open_append`, which claim the file first."""
        self.path = path
        self.found = found
        """What stood in the file when it was opened; its damage, if any, has been cut off."""
        self._handle: int | None = handle
        self._size = found.size
        self._chain = found.chain
        self._count = len(found.records)
        self._unfinished = False

    @classmethod
    def create(
        cls,
        path: str | os.PathLike[str],
        header: Mapping[str, Any],
        records: Iterable[Mapping[str, Any]] = (),
        *,
        overwrite: bool = False,
    ) -> Self:
        """Start a log with this header and first records: afterwards the whole of it is there, or nothing.

        `SaveExists` when the name is taken. With `overwrite` a saved game (whole or damaged) or an empty file
        is replaced, but never a file of another kind, nor one that another game is writing. Missing folders
        are made.
        """
        where = Path(path)
        text, chain = header_line(header)
        for number, record in enumerate(records, 1):
            line, chain = record_line(number, record, chain)
            text += line
        try:
            if os.path.lexists(where):
                _check_replaceable(where, overwrite)
            _make_folder(where)
            _write_whole(where, text, overwrite)
        except FileExistsError as error:
            raise errors.SaveExists(where, f"{where} exists already and is not replaced.") from error
        except OSError as error:
            raise errors.explained(where, error, "written") from error
        return cls.open_append(where)

    @classmethod
    def open_append(cls, path: str | os.PathLike[str], *, mend: bool = False) -> Self:
        """Open a log to continue it; `found` holds what stands in it.

        A torn last line is cut off, and `found.damage` says so. Any other damage raises `SaveDamaged`, unless
        `mend`: then the file is copied beside itself first, and continued from its last sound record.
        """
        where = Path(path)
        read(where)  # Says what is wrong before anything is opened for writing.
        handle = -1
        try:
            handle = os.open(where, os.O_RDWR | _BINARY)
            if not lock.take(handle) or not _is_still(where, handle):
                raise errors.SaveInUse(where, f"{where} is being written by another running game.")
            found = read(where)
            if found.damage is not None:
                found = _cut(where, handle, found, found.damage, mend)
            return cls(where, handle, _finish_line(handle, found))
        except BaseException as error:
            if handle >= 0:
                os.close(handle)
            if isinstance(error, OSError):
                raise errors.explained(where, error, "written") from error
            raise

    @property
    def count(self) -> int:
        """Records in the file."""
        return self._count

    def append(self, record: Mapping[str, Any]) -> int:
        """Add one record; returns its number, from 1, once it is on the disk. Errors as `extend`."""
        return self.extend((record,))

    def extend(self, records: Iterable[Mapping[str, Any]]) -> int:
        """Add records, flushed to the disk together; returns the number of the last.

        `SaveNotWritten` when the disk refuses: nothing was added, and it may be tried again. `SaveInUse` when
        another program has changed the file. `TypeError` or `ValueError` for what is not JSON; `ValueError`
        when closed.
        """
        if self._handle is None:
            raise ValueError(f"{self.path} is closed")
        chain, count, text = self._chain, self._count, b""
        for record in records:
            count += 1
            line, chain = record_line(count, record, chain)
            text += line
        try:
            self._write(self._handle, text)
        except OSError as error:
            raise errors.explained(self.path, error, "written") from error
        self._size, self._chain, self._count = self._size + len(text), chain, count
        self._unfinished = False
        return count

    def _write(self, handle: int, text: bytes) -> None:
        """Put `text` after the last record, over whatever a failed or interrupted append left there."""
        state = os.fstat(handle)
        if state.st_nlink == 0:
            raise errors.SaveNotWritten(
                self.path, f"{self.path} was removed or replaced while its game was running."
            )
        if state.st_size != self._size:
            if not self._unfinished:
                raise errors.SaveInUse(self.path, f"{self.path} was changed by another program.")
            os.ftruncate(handle, self._size)
        self._unfinished = True
        os.lseek(handle, self._size, os.SEEK_SET)
        _write_all(handle, text)
        lock.flush(handle)

    def close(self) -> None:
        """Set the file free. Closing twice does nothing."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _check_replaceable(where: Path, overwrite: bool) -> None:
    """Raise unless `where` is a saved game, or empty, that nobody is writing and that may be replaced."""
    if not overwrite:
        raise FileExistsError
    try:
        read(where)
    except (errors.SaveEmpty, errors.SaveHeaderDamaged, errors.SaveNewer):
        pass
    except errors.SaveForeign as error:
        raise errors.SaveForeign(
            where, f"{where} is not a saved game of Foedus and is not replaced."
        ) from error
    handle = os.open(where, os.O_RDWR | _BINARY)
    try:
        if not lock.take(handle):
            raise errors.SaveInUse(where, f"{where} is being written by another running game.")
    finally:
        os.close(handle)


def _make_folder(where: Path) -> None:
    try:
        where.parent.mkdir(parents=True, exist_ok=True)
    except PermissionError:
        raise
    except OSError as error:
        raise errors.SaveNotWritten(
            where, f"{where} cannot be written: its folder cannot be made."
        ) from error


def _write_whole(where: Path, text: bytes, overwrite: bool) -> None:
    """Write the file under another name, flush it, and only then give it its name."""
    draft = where.with_name(f".foedus-{os.urandom(6).hex()}.new")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        try:
            _write_all(handle, text)
            lock.flush(handle)
        finally:
            os.close(handle)
        if overwrite:
            os.replace(draft, where)
        else:
            _rename_new(draft, where)
    finally:
        draft.unlink(missing_ok=True)
    lock.flush_folder(where.parent)


def _rename_new(draft: Path, where: Path) -> None:
    """Give `draft` the name `where`; `FileExistsError` when it is taken, even a moment ago."""
    try:
        os.link(draft, where)
    except FileExistsError:
        raise
    except OSError:
        # A drive without hard links: claim the name first.
        os.close(os.open(where, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666))
        os.replace(draft, where)


def _is_still(where: Path, handle: int) -> bool:
    """Whether the open file still bears its name. Windows lets nobody replace an open file."""
    return os.name == "nt" or os.path.samestat(os.fstat(handle), os.stat(where))


def _cut(where: Path, handle: int, found: Contents, damage: Damage, mend: bool) -> Contents:
    """Take away everything after the last sound line, keeping a copy unless only the last line was torn."""
    if damage.kind != "torn":
        if not mend:
            raise errors.SaveDamaged(where, damage.sentence)
        kept = _copy_beside(where)
        sentence = f"{damage.sentence} The damaged file is kept as {kept}."
        found = dataclasses.replace(found, damage=dataclasses.replace(damage, sentence=sentence))
    os.ftruncate(handle, found.size)
    lock.flush(handle)
    return found


def _copy_beside(where: Path) -> Path:
    number = 1
    while True:
        copy = where.with_name(f"{where.name}.damaged-{number}")
        try:
            with open(copy, "xb") as target, open(where, "rb") as source:
                shutil.copyfileobj(source, target)
                target.flush()
                lock.flush(target.fileno())
            return copy
        except FileExistsError:
            number += 1


def _finish_line(handle: int, found: Contents) -> Contents:
    """Add the line feed that a sound last line may lack."""
    os.lseek(handle, found.size - 1, os.SEEK_SET)
    if os.read(handle, 1) == b"\n":
        return found
    _write_all(handle, b"\n")
    lock.flush(handle)
    return dataclasses.replace(found, size=found.size + 1)


def _write_all(handle: int, text: bytes) -> None:
    while text:
        text = text[os.write(handle, text) :]
