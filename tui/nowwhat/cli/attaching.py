"""Attaching to the walk of this user that runs in another terminal."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import msgspec

from nowwhat.cli.walking import SOCKET
from nowwhat.group.lines import (
    FORMAT,
    MOST_TOLD,
    Hello,
    Left,
    LineTooLongError,
    Splitter,
    Stands,
    line,
    told,
)
from nowwhat.group.walk import Command, Walk
from nowwhat.group.walking import Watched
from nowwhat.session.script import Script
from nowwhat.settings.runtime import RuntimeFolderError, check_runtime

_PATIENCE = 5.0
"""Seconds in which a walk says where it stands."""

_PIECE = 65_536


class NoWalkError(Exception):
    """No walk of this user runs, or none that can be understood."""


class Attached(Watched):
    """A `Led` that is shown by another process."""

    def __init__(self, line: socket.socket, elapsed: Callable[[], float]) -> None:
        """Hear where it stands.

        Args:
            line: Connected to the walk.
            elapsed: Seconds of a monotonic clock of this process.

        Raises:
            NoWalkError: It does not say so.
        """
        super().__init__()
        self._line, self._elapsed = line, elapsed
        self._splitter = Splitter(MOST_TOLD)
        self.over = ""
        self._script: Script | None = None
        self._walk: Walk | None = None
        self._hear_first()

    def _hear_first(self) -> None:
        """Read until it is known where the walk stands."""
        self._line.settimeout(_PATIENCE)
        try:
            while self._walk is None or self._script is None:
                chunk = self._line.recv(_PIECE)
                if not chunk:
                    raise NoWalkError
                self._take(chunk)
        except (OSError, msgspec.DecodeError, LineTooLongError):
            raise NoWalkError from None
        self._line.setblocking(False)  # noqa: FBT003 - Python's own name for it

    @property
    def script(self) -> Script:
        """What is led through."""
        assert self._script is not None  # noqa: S101 - it was heard first
        return self._script

    @property
    def walk(self) -> Walk:
        """Where it stands."""
        assert self._walk is not None  # noqa: S101 - it was heard first
        return self._walk

    def elapsed(self) -> float:
        """Tell the present on the walk's clock."""
        return self._elapsed() + self._ahead

    def ask(self, command: Command) -> None:
        """Ask for a change."""
        if not self.over:
            with contextlib.suppress(OSError):
                self._line.send(line(command))

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Listen in this loop."""
        hearing = asyncio.create_task(self._hear())
        try:
            yield
        finally:
            hearing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await hearing

    async def _hear(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while not self.over and (chunk := await loop.sock_recv(self._line, _PIECE)):
                self._take(chunk)
                self.tell()
        except (OSError, msgspec.DecodeError, LineTooLongError):
            pass
        self.over = self.over or "lost"
        self.tell()

    def _take(self, chunk: bytes) -> None:
        for each in self._splitter.split(chunk):
            match told(each):
                case Hello(format=number, script=script):
                    if number != FORMAT:
                        raise NoWalkError
                    self._script = script
                case Stands(walk=walk, elapsed=elapsed):
                    self._walk = walk
                    self._ahead = elapsed - self._elapsed()
                case Left():
                    self.over = "left"


@contextlib.contextmanager
def attached(folder: Path, elapsed: Callable[[], float]) -> Iterator[Attached]:
    """Attach to the walk that runs.

    Raises:
        NoWalkError: None runs.
    """
    with socket.socket(socket.AF_UNIX) as line:
        try:
            check_runtime(folder)
            line.settimeout(_PATIENCE)
            line.connect(str(folder / SOCKET))
        except (OSError, RuntimeFolderError):
            raise NoWalkError from None
        yield Attached(line, elapsed)
