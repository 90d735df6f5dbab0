"""One channel of a connection, as asyncssh hands it over: it becomes a call."""

import asyncio

import asyncssh

from nowwhat.ssh import course
from nowwhat.ssh.call import UNFINISHED, Call
from nowwhat.ssh.house import House
from nowwhat.ssh.outlet import Outlet
from nowwhat.ssh.pasting import PasteLimit

_WIDEST, _HIGHEST = 500, 200
"""Columns and rows of the largest terminal that is believed."""

_LOOK = 0.05


class Channel(asyncssh.SSHServerSession[bytes]):
    """A session of one caller: a shell, and nothing else."""

    def __init__(self, house: House, call: Call) -> None:
        """Prepare."""
        self._house, self._call = house, call
        self._paste = PasteLimit(house.limits.paste)
        self._task: asyncio.Task[None] | None = None

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        """Take the channel."""
        self._chan = chan
        self._call.outlet = Outlet(chan, self._house.limits.queued)

    def pty_requested(
        self,
        term_type: str,
        term_size: tuple[int, int, int, int],
        term_modes: object,
    ) -> bool:
        """Take what terminal there is."""
        del term_modes
        self._call.terminal = term_type or "dumb"
        self._call.size = _believed(term_size[0], term_size[1])
        return True

    def shell_requested(self) -> bool:
        """Offer the one thing that there is here."""
        return True

    def exec_requested(self, command: str) -> bool:
        """Refuse; a command may be private, and is written nowhere."""
        del command
        return self._refuse("exec")

    def subsystem_requested(self, subsystem: str) -> bool:
        """Refuse: SFTP, and whatever else."""
        del subsystem
        return self._refuse("subsystem")

    def session_started(self) -> None:
        """Begin; what the client sends of its environment came after its terminal."""
        self._call.environ = dict(self._chan.get_environment())
        self._task = asyncio.create_task(self._run())

    def data_received(self, data: bytes, datatype: int | None) -> None:
        """Take what the client sent; it waits while there is enough."""
        del datatype
        if self._call.hear(self._paste.take(data)) > self._house.limits.ahead:
            self._chan.pause_reading()
            self._look_later()

    def eof_received(self) -> bool:
        """Take note that no more will come; what is said still goes out."""
        self._call.finish()
        return True

    def terminal_size_changed(self, width: int, height: int, pixwidth: int, pixheight: int) -> None:
        """Take the size of the terminal."""
        del pixwidth, pixheight
        self._call.resize(*_believed(width, height))

    def signal_received(self, signal: str) -> None:
        """End, as a program would that is sent this signal."""
        if signal in ("HUP", "INT", "QUIT", "TERM", "KILL"):
            self._call.end("hung_up")

    def connection_lost(self, exc: Exception | None) -> None:
        """End; nobody is there."""
        del exc
        self._call.end("hung_up")
        self._call.outlet.close()
        if self._task is not None:
            asyncio.get_running_loop().call_later(self._house.limits.end, self._task.cancel)

    async def _run(self) -> None:
        status = UNFINISHED
        try:
            status = await course.run(self._house, self._call)
        finally:
            if self._call.outlet.open:
                self._chan.exit(status)

    def _refuse(self, what: str) -> bool:
        self._house.log.tell("refused", call=self._call.number, what=what)
        return False

    def _look_later(self) -> None:
        asyncio.get_running_loop().call_later(_LOOK, self._look)

    def _look(self) -> None:
        if not self._call.outlet.open:
            return
        if self._call.unheard > self._house.limits.ahead // 2:
            self._look_later()
        else:
            self._chan.resume_reading()


def _believed(width: int, height: int) -> tuple[int, int]:
    """Take a size, within reason; a terminal that tells none has the usual one."""
    return min(width or 80, _WIDEST), min(height or 24, _HIGHEST)
