"""The socket of a walk: its notes come to it from other terminals of the same user."""

import asyncio
import contextlib
import fcntl
import os
import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import msgspec

from nowwhat.group.lines import (
    FORMAT,
    MOST_ASKED,
    Hello,
    Left,
    LineTooLongError,
    Splitter,
    Stands,
    asked,
    line,
)
from nowwhat.group.walking import Walking
from nowwhat.settings.runtime import RuntimeFolderError, make_runtime

SOCKET, LOCK = "walk.sock", "walk.lock"

_MOST_AT_ONCE = 8
"""Notes that are attached at once; one leads, and some may help."""

_MOST_WAITING = 262_144
"""Bytes that may wait for notes that have stopped reading; then they are let go of."""


class WalkRunsError(Exception):
    """A walk of this user runs already."""


@contextlib.contextmanager
def only_walk(folder: Path) -> Iterator[None]:
    """Be the one walk of this user, until the end of the process at the latest.

    The lock goes with the process, however that ends; a socket that is left behind by a walk that
    was killed is known by it, and replaced.

    Raises:
        WalkRunsError: Another one is.
        RuntimeFolderError: There is no folder for it.
    """
    make_runtime(folder)
    try:
        held = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        why = os.strerror(error.errno or 0)
        raise RuntimeFolderError(f"{folder / LOCK} cannot be opened ({why})") from None
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WalkRunsError from None
        yield
    finally:
        os.close(held)


@contextlib.contextmanager
def listening(folder: Path) -> Iterator[socket.socket]:
    """Give the socket to which notes come (0600); it is gone afterwards.

    Raises:
        RuntimeFolderError: Its name is longer than a socket's may be, or the like.
    """
    path = folder / SOCKET
    with socket.socket(socket.AF_UNIX) as found:
        before = os.umask(0o177)
        try:
            path.unlink(missing_ok=True)
            found.bind(str(path))
        except OSError as error:
            why = error.strerror or str(error)
            raise RuntimeFolderError(
                f"{path} cannot be listened on ({why}); "
                "set XDG_RUNTIME_DIR to another folder, with a short name"
            ) from None
        finally:
            os.umask(before)
        found.listen(_MOST_AT_ONCE)
        found.setblocking(False)  # noqa: FBT003 - Python's own name for it
        try:
            yield found
        finally:
            path.unlink(missing_ok=True)


class Reception:
    """Tells those who are attached where the walk stands, and asks it what they ask."""

    def __init__(self, walking: Walking) -> None:
        self._walking = walking
        self._attached: set[asyncio.StreamWriter] = set()

    @contextlib.asynccontextmanager
    async def open(self, found: socket.socket) -> AsyncIterator[None]:
        """Be there in this loop for those who come."""
        server = await asyncio.start_unix_server(self._attend, sock=found)
        stop = self._walking.watch(self._tell)
        try:
            yield
        finally:
            stop()
            server.close()
            for writer in tuple(self._attached):
                self._say(writer, line(Left()))
                writer.close()
            for writer in tuple(self._attached):
                with contextlib.suppress(OSError, TimeoutError):
                    await asyncio.wait_for(writer.wait_closed(), 1)

    async def _attend(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if len(self._attached) >= _MOST_AT_ONCE:
            writer.close()
            return
        self._attached.add(writer)
        splitter = Splitter(MOST_ASKED)
        self._say(writer, line(Hello(FORMAT, self._walking.script)) + self._stands)
        try:
            while chunk := await reader.read(MOST_ASKED):
                for each in splitter.split(chunk):
                    self._walking.ask(asked(each))
        except (OSError, msgspec.DecodeError, LineTooLongError):
            pass  # whoever speaks otherwise is no notes of ours
        finally:
            self._attached.discard(writer)
            writer.close()

    @property
    def _stands(self) -> bytes:
        return line(Stands(self._walking.walk, self._walking.elapsed()))

    def _tell(self) -> None:
        for writer in tuple(self._attached):
            self._say(writer, self._stands)

    def _say(self, writer: asyncio.StreamWriter, said: bytes) -> None:
        if writer.transport.get_write_buffer_size() > _MOST_WAITING:
            self._attached.discard(writer)
            writer.transport.abort()
        else:
            writer.write(said)
