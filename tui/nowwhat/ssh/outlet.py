"""The way out to one client: it is written to as fast as it reads, and no faster."""

import asyncio
from contextlib import suppress
from typing import Protocol

import asyncssh

from nowwhat.ssh.hooks import backlog

_LOOK = 0.05
"""Seconds between two looks whether a client that had stopped reading has read."""


class Stalled(Protocol):
    """Hears that a client has stopped reading, or has read."""

    def __call__(self, *, stalled: bool) -> None:
        """Hear it."""


class Outlet:
    """Bytes to a client.

    Attributes:
        sent: Bytes written so far.
        most: The most bytes that ever waited.
    """

    def __init__(self, channel: "asyncssh.SSHServerChannel[bytes]", queued: int) -> None:
        """Prepare.

        Args:
            channel: Where bytes go.
            queued: Bytes that may wait; with more, the client counts as stalled until most of
                them are gone.
        """
        self._channel, self._queued = channel, queued
        self._stalled: Stalled = _unheard
        self._looking: asyncio.TimerHandle | None = None
        self.sent = self.most = 0

    def tell_of_stalls(self, stalled: Stalled) -> None:
        """Say whom to tell when the client stops reading (True), and when it has read (False)."""
        self._stalled = stalled
        if self.stalled:
            stalled(stalled=True)

    @property
    def open(self) -> bool:
        """Whether anybody is there."""
        return not self._channel.is_closing()

    @property
    def stalled(self) -> bool:
        """Whether the client has stopped reading."""
        return self._looking is not None

    def write(self, data: bytes) -> None:
        """Write, if anybody is there. On the event loop only."""
        if not data or not self.open:
            return
        self.sent += len(data)
        with suppress(OSError):
            self._channel.write(data)
        waiting = backlog(self._channel)
        self.most = max(self.most, waiting)
        if self._looking is None and waiting > self._queued:
            self._look_again()
            self._stalled(stalled=True)

    def say(self, text: str) -> None:
        """Write lines as a terminal wants them."""
        self.write(text.replace("\n", "\r\n").encode("utf-8", "replace"))

    def close(self) -> None:
        """Look no more; who was told of a stall is told that it is over."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
            self._stalled(stalled=False)

    def _look_again(self) -> None:
        self._looking = asyncio.get_running_loop().call_later(_LOOK, self._look)

    def _look(self) -> None:
        if self.open and backlog(self._channel) > self._queued // 4:
            self._look_again()
        else:
            self._looking = None
            self._stalled(stalled=False)


def _unheard(*, stalled: bool) -> None:
    """Nobody has to be told."""
    del stalled
