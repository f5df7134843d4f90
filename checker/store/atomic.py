"""Files of `claims/`: written whole or not at all, and by one run at a time."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCRAP = ".claims-"

if sys.platform == "win32":
    import msvcrt

    LOCK_FILE = ".lock"

    @contextmanager
    def _only_one(folder: Path, *, wait: bool) -> Iterator[None]:
        """Wait for the folder; the system lets go of it when the process ends, however."""
        with (folder / LOCK_FILE).open("a") as file:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError as error:
                raise error if wait else BlockingIOError from None
            try:
                yield
            finally:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    @contextmanager
    def _only_one(folder: Path, *, wait: bool) -> Iterator[None]:
        """Wait for the folder; the system lets go of it when the process ends, however."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        finally:
            os.close(handle)


@contextmanager
def locked(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Be the only one who writes in a folder, which is made where it is missing.

    Raises OSError where the folder cannot be made, and BlockingIOError where somebody
    else writes and this is not to `wait`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _only_one(folder, wait=wait):
        # Whoever writes holds the lock: what lies about was left by a run that was killed.
        for scrap in folder.glob(f"{SCRAP}*"):
            scrap.unlink(missing_ok=True)
        yield


def write_atomically(path: Path, content: bytes, *, durable: bool = False) -> None:
    """Write a file so that nobody ever sees half of it; `durable` outlives a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=SCRAP)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
