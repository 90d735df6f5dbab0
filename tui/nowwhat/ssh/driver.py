"""The terminal of somebody at the other end of an SSH channel, as Textual wants a terminal."""

from codecs import getincrementaldecoder
from typing import Any

from textual import constants, events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message

from nowwhat.ssh.hooks import Keys
from nowwhat.ssh.outlet import Outlet
from nowwhat.widgets.painting import Painted

_BEGIN = "\x1b[?1049h\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?7l\x1b[?2026$p"
_MOUSE_ON, _MOUSE_OFF = "\x1b[?1000h\x1b[?1006h", "\x1b[?1006l\x1b[?1000l"
"""Clicks alone: reports of every move (1003) would come by the hundred."""
_END = "\x1b[?2004l\x1b[?1004l\x1b[?7h\x1b[0m\x1b[?1049l\x1b[?25h"


class ChannelDriver(Driver):
    """Reads and writes an SSH channel, on the event loop, without a thread or a signal of its own.

    Attributes:
        outlet: Where it writes; its application's.
    """

    outlet: Outlet

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Prepare; the arguments are Textual's."""
        super().__init__(app, debug=False, mouse=mouse, size=size)
        del debug  # it would write every key to a file
        self.outlet = app.outlet  # type: ignore[attr-defined]  # `Hosted` has one
        self._keys = Keys()
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._frame: list[str] = []
        self._ended = False

    def write(self, data: str) -> None:
        """Write; what is written in one turn of the loop goes out as one."""
        if not self._frame:
            self._loop.call_soon(self._send)
        self._frame.append(data)
        if isinstance(self._app, Painted):
            self._app.overhear(data)

    def flush(self) -> None:
        """Do nothing: what is written in this turn of the loop goes out at its end, together."""

    def feed(self, data: bytes) -> None:
        """Take what the client sent."""
        if self._ended:
            return
        text = self._decode(data)
        if not text:  # half a character; and nothing would mean the end
            return
        for message in self._keys.feed(text):
            self._take(message)
        # An escape alone is a key once nothing has followed it.
        self._loop.call_later(constants.ESCAPE_DELAY * 1.1, self._tick)

    def resize(self, width: int, height: int) -> None:
        """Take the size of the terminal, in cells."""
        self._size = (width, height)
        if not self._ended:
            self.send_message(events.Resize(Size(width, height), Size(width, height)))

    def send_message(self, message: Message) -> None:
        """Hand a message to the application, which runs in this very loop."""
        self._app.post_message(message)

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self.resize(*(self._size or (80, 24)))
        self.write(_BEGIN + (_MOUSE_ON if self._mouse else ""))

    def disable_input(self) -> None:
        """Take no more keys."""
        if not self._ended:
            self._ended = True
            self._keys.end()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.disable_input()
        self.write((_MOUSE_OFF if self._mouse else "") + _END)
        self._send()

    def open_url(self, url: str, new_tab: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Open nothing: it would open on the server."""

    def deliver_binary(self, *_: Any, **__: Any) -> None:
        """Deliver nothing: it would be written to the server's disk."""

    def _send(self) -> None:
        frame, self._frame = "".join(self._frame), []
        self.outlet.write(frame.encode("utf-8", "replace"))

    def _tick(self) -> None:
        if not self._ended:
            for message in self._keys.tick():
                self._take(message)

    def _take(self, message: Message) -> None:
        """Take a key. A size among the keys is none: SSH tells it; one of millions is a trap."""
        if not isinstance(message, events.Resize):
            self.process_message(message)
