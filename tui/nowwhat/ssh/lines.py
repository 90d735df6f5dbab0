"""Line mode over a channel: the dialogue is a thread of its own, the channel is on the loop."""

import asyncio
import queue
from collections.abc import Callable
from threading import Event

from nowwhat.plain.lines import EndOfInputError, wrapped
from nowwhat.session.typed import shown
from nowwhat.ssh.clock import HouseClock
from nowwhat.ssh.editing import Editor, Ended
from nowwhat.ssh.outlet import Outlet

_AHEAD = 256
"""Lines that may come before they are asked for."""


class ChannelLines:
    """A `Lines` for a thread; `feed`, `hang_up` and `resize` are for the loop.

    Attributes:
        interactive: Somebody types.
    """

    interactive = True

    def __init__(
        self,
        outlet: Outlet,
        clock: HouseClock,
        *,
        shows: bool,
        width: int,
        taken: Callable[[], None],
    ) -> None:
        """Prepare; on the loop.

        Args:
            outlet: Where words go.
            clock: What time it is.
            shows: The client's terminal is raw, so what is typed is shown from here.
            width: Its columns.
            taken: Called on the loop when a line was heard, so that there is room for others.
        """
        self._loop = asyncio.get_running_loop()
        self._outlet, self._clock = outlet, clock
        self._editor = Editor(shows=shows)
        self._break = "\r\n" if shows else "\n"
        self._came: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._over, self._room = Event(), Event()
        self._room.set()
        self._half = ""
        self.resize(width)
        outlet.tell_of_stalls(self._stalled)
        self._taken = taken

    def feed(self, data: bytes) -> bool:
        """Take what the client sent, unless there is enough that waits to be heard."""
        if self._came.qsize() > _AHEAD:
            return False
        try:
            echo, lines = self._editor.feed(data)
        except Ended:
            self._outlet.say("\n")
            self.hang_up()
            return True
        self._outlet.say(echo)
        for line in lines:
            self._came.put(line)
        return True

    def hang_up(self) -> None:
        """Nobody is there any more: whoever waits for a line gets none."""
        if not self._over.is_set():
            self._half, self._editor.text = self._editor.text, ""
            self._over.set()
            self._room.set()
            self._came.put(None)

    def resize(self, width: int) -> None:
        """Take the columns of the terminal."""
        self._width = max(20, min(width - 1, 78))

    def say(self, text: str = "") -> None:
        """Say a paragraph, wrapped; waits while the client does not read."""
        self._room.wait()
        self._write(wrapped(text, self._width))

    def show(self, text: str) -> None:
        """Show a text line by line as it is; waits while the client does not read."""
        for line in text.splitlines():
            self._room.wait()
            self._write(f"{shown(line)}\n")

    def ask(self) -> str:
        """Wait for a line."""
        self._write("> ")
        return self._line(None)

    def wait(self, seconds: float) -> str | None:
        """Wait for a line for so many seconds at most."""
        try:
            return self._line(max(0.0, seconds))
        except queue.Empty:
            return None

    def rest(self, seconds: float) -> None:
        """Let time go by without listening."""
        if self._over.wait(max(0.0, seconds)):
            raise EndOfInputError

    def bell(self) -> None:
        """Ring."""
        self._write("\a")

    def _line(self, seconds: float | None) -> str:
        line = self._came.get(timeout=seconds)
        self._loop.call_soon_threadsafe(self._taken)
        if line is None:
            self._came.put(None)
            half, self._half = self._half, ""
            raise EndOfInputError(half)
        return line

    def _write(self, text: str) -> None:
        data = text.replace("\n", self._break).encode("utf-8", "replace")
        self._loop.call_soon_threadsafe(self._outlet.write, data)

    def _stalled(self, *, stalled: bool) -> None:
        if stalled and not self._over.is_set():
            self._room.clear()
        else:
            self._room.set()
