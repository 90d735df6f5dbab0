"""Locks between programs: one that is waited for, and one that is had at once or not at all."""

import fcntl
import os
from contextlib import suppress
from errno import EINVAL, ENOLCK, ENOSYS, ENOTSUP, EOPNOTSUPP
from io import FileIO
from pathlib import Path
from typing import Protocol

from nowwhat.store.errors import LockedError, NoLocksError

_LOCKLESS = frozenset({EINVAL, ENOLCK, ENOSYS, ENOTSUP, EOPNOTSUPP})
"""What a mount without working locks answers to flock(2)."""

_POLL = 0.01
"""Seconds between two tries; a save takes about as long."""

_LOCK_FILE = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC


class Held(Protocol):
    """A lock that is held; the kernel lets go of it, too, when the program ends in any way."""

    def release(self) -> None:
        """Let go."""
        ...


def hold_lock(path: Path, seconds: float) -> Held:
    """Wait for the lock at `path`.

    Args:
        path: The lock's file; it is made, 0600, and stays.
        seconds: How long to wait at most.

    Raises:
        LockedError: It was not to be had in that time.
        NoLocksError: The mount has no working locks.
        OSError: The lock's file cannot be made.
    """
    # Here and not above: it costs 40 ms, and a reader needs no lock.
    from filelock import Timeout, UnixFileLock  # noqa: PLC0415

    # One thread may take it and another let go. A soft lock would be a guess, so there is none.
    lock = UnixFileLock(path, mode=0o600, thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire(timeout=seconds, poll_interval=_POLL)
    except Timeout:
        raise LockedError(path) from None
    except OSError as error:
        _refuse_lockless(path, error)
        raise
    return lock


class _Claim:
    """An flock(2) on an open file; an object of files, so that a forgotten one is warned about."""

    def __init__(self, file: FileIO) -> None:
        self._file = file

    def release(self) -> None:
        """Let go, by closing."""
        self._file.close()


def hold_claim(path: Path) -> Held:
    """Take the lock at `path` at once.

    `filelock` always leaves its file behind; here the holder may unlink it before letting go,
    since whoever gets a lock looks whether the file that they locked is still the one at `path`.

    Args:
        path: The lock's file; it is made, 0600.

    Raises:
        LockedError: Somebody has it.
        NoLocksError: The mount has no working locks.
        OSError: The lock's file cannot be made.
    """
    while True:
        file = FileIO(os.open(path, _LOCK_FILE, 0o600))
        with suppress(OSError):  # an odd umask; some mounts know no permissions at all
            os.fchmod(file.fileno(), 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            still_there = _is_at(path, file)
        except (BlockingIOError, PermissionError):
            file.close()
            raise LockedError(path) from None
        except OSError as error:
            file.close()
            _refuse_lockless(path, error)
            raise
        if still_there:
            return _Claim(file)
        file.close()


def _is_at(path: Path, file: FileIO) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _refuse_lockless(path: Path, error: OSError) -> None:
    if error.errno in _LOCKLESS:
        raise NoLocksError(path, error.errno) from error
