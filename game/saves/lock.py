"""One writer a file: a lock that the system drops by itself when the writer is killed."""

import errno
import os
import sys

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK)

if sys.platform == "win32":
    import msvcrt

    # Windows locks ranges of bytes, and keeps others from reading them: this one lies beyond any save's end.
    _PLACE = 1 << 40

    def _lock(handle: int) -> None:
        place = os.lseek(handle, 0, os.SEEK_CUR)
        os.lseek(handle, _PLACE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, place, os.SEEK_SET)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def take(handle: int) -> bool:
    """Claim the open file for this writer until the handle is closed; False when another holds it.

    Some network drives offer no locks. There it returns True as well: the log still notices a second writer,
    by the file having grown under its hands.
    """
    try:
        _lock(handle)
    except OSError as error:
        return error.errno not in _TAKEN
    return True


def flush(handle: int) -> None:
    """Return only when the system has put on the disk what was written. `OSError` when it cannot."""
    if sys.platform == "darwin":
        # fsync there leaves the drive's own cache unwritten.
        try:
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
        except OSError:
            pass
    os.fsync(handle)


def flush_folder(folder: str | os.PathLike[str]) -> None:
    """Put a new name in `folder` on the disk, where the system has a way to say so."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError:
            pass  # Some network drives refuse this; the file itself was flushed.
        finally:
            os.close(handle)
