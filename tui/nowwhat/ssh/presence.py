"""Whether somebody is here: a lock in their folder, which each session of theirs shares."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_NAME = ".here"


@contextmanager
def present(folder: Path) -> Iterator[None]:
    """Be here, with others of the same person; a folder that is not there yet is made."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _opened(folder) as number:
        fcntl.flock(number, fcntl.LOCK_SH)
        try:
            yield
        finally:
            _leave_nothing(folder, number)


@contextmanager
def absent(folder: Path) -> Iterator[bool]:
    """Keep somebody from coming; gives False where they are here."""
    with _opened(folder) as number:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    number = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield number
    finally:
        os.close(number)


def _leave_nothing(folder: Path, number: int) -> None:
    """Take the folder of somebody away who has left nothing in it: many only knock."""
    with suppress(OSError):
        if [entry.name for entry in folder.iterdir()] == [_NAME]:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            (folder / _NAME).unlink()
            folder.rmdir()
