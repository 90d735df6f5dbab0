"""Disks that fail: at any call, with any errno, or by the death of the program."""

import errno
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import pytest

from nowwhat.store.disk import Disk, RealDisk
from nowwhat.store.lock import Held


class Died(BaseException):
    """The program was killed here: nothing below may catch this and go on."""


class QuickDisk(RealDisk):
    """The real disk without its slowest calls, for tests that cut no power."""

    def fsync(self, descriptor: int) -> None:
        assert os.fstat(descriptor)

    def fsync_folder(self, folder: Path) -> None:
        assert folder.is_dir()


class _Released:
    """A lock of a disk that may die: the kernel has let go of it by then."""

    def __init__(self, held: Held, disk: "FailingDisk") -> None:
        self._held, self._disk = held, disk

    def release(self) -> None:
        if not self._disk.dead:
            self._held.release()


class FailingDisk:
    """A disk whose call number `at` fails, with an errno or by the death of the program.

    `late` lets the call happen first (half of it, for a write): power goes at any instant.
    """

    def __init__(self, at: int, number: int | None, *, late: bool = False) -> None:
        self.calls: list[str] = []
        self.dead = False
        self._real = QuickDisk()
        self._at, self._number, self._late = at, number, late
        self._held: list[Held] = []
        self._open: set[int] = set()

    @property
    def failed(self) -> bool:
        return len(self.calls) > self._at

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*args: Any) -> Any:
            if self.dead:
                raise Died
            if name == "exists":
                return self._real.exists(*args)
            self.calls.append(name)
            if len(self.calls) - 1 == self._at:
                self._fail(name, *args)
            return self._remember(name, getattr(self._real, name)(*args), *args)

        return call

    def _remember(self, name: str, result: Any, *args: Any) -> Any:
        if name == "create":
            self._open.add(result)
        if name == "close":
            self._open.discard(*args)
        if name in {"lock", "claim"}:
            self._held.append(result)
            return _Released(result, self)
        return result

    def _fail(self, name: str, *args: Any) -> None:
        if self._late and name == "write":
            self._real.write(args[0], args[1][: len(args[1]) // 2])
        elif self._late:
            self._remember(name, getattr(self._real, name)(*args), *args)
        if self._number is not None:
            if name == "close" and not self._late:
                self._real.close(*args)
            if name == "create" and self._late:
                self._real.close(self._open.pop())
            if name in {"lock", "claim"} and self._late:
                self._held.pop().release()
            raise OSError(self._number, os.strerror(self._number))
        self.dead = True
        for held in self._held:
            held.release()
        for descriptor in self._open:
            with suppress(OSError):
                os.close(descriptor)
        raise Died


class KilledDisk(QuickDisk):
    """A disk that kills its own process, for good, at one of its calls."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattribute__(self, name: str) -> Any:
        if not name.startswith("_") and name == self._name:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__getattribute__(name)


FAULTS = [
    pytest.param(errno.ENOSPC, False, id="full"),
    pytest.param(errno.EIO, False, id="failing"),
    pytest.param(errno.EIO, True, id="failing-half-way"),
    pytest.param(errno.EROFS, False, id="read-only"),
    pytest.param(None, False, id="killed-before"),
    pytest.param(None, True, id="killed-after"),
]


def failing_disks(number: int | None, *, late: bool) -> Iterator[FailingDisk]:
    """Disks that fail at their first call, their second, … as long as there is one to fail at."""
    at = 0
    while True:
        disk = FailingDisk(at, number, late=late)
        yield disk
        if not disk.failed:
            assert at > 3, "no call ever failed"
            return
        at += 1


def as_disk(disk: FailingDisk) -> Disk:
    """Tell the type checker what `__getattr__` makes of it."""
    return cast("Disk", disk)
