"""Every private hook of Textual that we lean on stands here; a test fails when one moves."""

import os
import selectors
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from io import StringIO
from typing import TextIO, TypeVar

from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.containers import Vertical
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Paste, Resize
from textual.geometry import Size
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.worker import WorkerFailed

from nowwhat.widgets.painting import Painted
from nowwhat.widgets.pasting import Pastes

T = TypeVar("T")

WIDEST, HIGHEST = 1000, 500
"""Columns and rows of the largest terminal that is believed where its size comes among the keys."""

HOOKS: tuple[tuple[type, str], ...] = (
    (App, "_fatal_error"),
    (App, "_close_messages_no_wait"),
    (App, "_exception"),
    (App, "_return_code"),
    (App, "_display"),
    (App, "_batch_count"),
    (App, "_sync_available"),
    (App, "_driver"),
    (MessagePump, "_running"),
    (MessagePump, "_closed"),
    (Widget, "_styles_cache"),
    (Widget, "_size_updated"),
    (StylesCache, "set_dirty"),
    (App, "_exit"),
    (LinuxDriver, "_run_input_thread"),
    (LinuxDriver, "run_input_thread"),
    (LinuxDriver, "write"),
    (XTermParser, "feed"),
    (XTermParser, "tick"),
)
"""What must be there, and where."""


class Gone:
    """A stream that may be gone: then what is written to it is dropped, and nobody dies of it.

    Textual's writer would end at the first error, and whoever waits for room in its queue would
    wait for ever.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write, if anybody is there."""
        with suppress(OSError, ValueError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Send it, if anybody is there."""
        with suppress(OSError, ValueError):
            self._stream.flush()


class TerminalDriver(LinuxDriver):
    """The terminal, until it is gone: then nothing spins, nothing blocks, and the app is told.

    Textual's own driver reads a dead terminal in a tight loop, stops reading at the first byte
    that is no UTF-8, waits for ever on a writer that has died, and takes parts of what is pasted
    for keys.
    """

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = Gone(sys.__stderr__ or StringIO())  # type: ignore[assignment]  # it writes

    def _run_input_thread(self) -> None:
        """Tell the app of a bug here as of any other; Textual would print all it knows of it."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - a thread has no other way to tell
            app = self._app
            if isinstance(app, Hooked):
                self._loop.call_soon_threadsafe(app.broken, error)

    def run_input_thread(self) -> None:
        """Read keys until the app ends or the terminal is gone."""
        parser, pastes = XTermParser(self._debug), Pastes()
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    read = self._read()
                    if not read:
                        self._hung_up()
                        break
                    for pasted, text in pastes.split(decode(read)):
                        events = [Paste(text)] if pasted else parser.feed(text)
                        for event in events:
                            self.process_message(event)
                elif pastes.held:
                    for event in parser.feed(pastes.release()):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        for _ in parser.feed(""):
            pass

    def process_message(self, message: Message) -> None:
        """Take what came; a size that no terminal has is noise, and would be painted for hours."""
        if isinstance(message, Resize) and not _is_believed(message.size):
            return
        super().process_message(message)

    def write(self, data: str) -> None:
        """Write, unless nothing writes any more."""
        writer = self._writer_thread
        if writer is not None and writer.is_alive():
            writer.write(data)
        if isinstance(self._app, Painted):
            self._app.overhear(data)

    def start_application_mode(self) -> None:
        """Begin, and ask what the terminal can do."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # it has no types
        if isinstance(self._app, Painted) and self._app.question:
            self.write(self._app.question)

    def stop_application_mode(self) -> None:
        """End, or pause: the pen that was in hand is not the shell's."""
        self.write("\x1b[m")
        super().stop_application_mode()

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _hung_up(self) -> None:
        app = self._app
        if isinstance(app, Hooked):
            self._loop.call_soon_threadsafe(app.hung_up)  # without waiting: the end waits for us


def _is_believed(size: Size) -> bool:
    return 0 < size.width <= WIDEST and 0 < size.height <= HIGHEST


class Stack(Vertical):
    """A column that never scrolls: that it has grown is no reason to lay all out once more.

    Textual does so for whatever might need a scrollbar; a step change would cost twice as much.
    """

    def _size_updated(
        self,
        size: Size,
        virtual_size: Size,
        container_size: Size,
        layout: bool = True,  # noqa: FBT001, FBT002 - Textual's
    ) -> bool:
        del layout
        return super()._size_updated(size, virtual_size, container_size, layout=False)


class Hooked(Painted[T]):
    """An application whose mishaps are told calmly and without a word of the person's."""

    mishap: Callable[[BaseException], str] | None = None

    def hung_up(self) -> None:
        """The terminal is gone."""
        self.exit(return_code=129)

    def broken(self, error: Exception) -> None:
        """End after a bug that happened elsewhere than in the loop."""
        self._exception, self._return_code = error, 1
        self._fatal_error()

    def _fatal_error(self) -> None:
        """End after a bug: one calm sentence, and a trace without values or messages."""
        error: BaseException | None = self._exception
        if isinstance(error, WorkerFailed):
            error = error.error
        if self._exit:  # what fails while all is being let go of is no bug that somebody meets
            self._exception = None
        elif error is not None and self.mishap is not None:
            self.sentence = self.mishap(error)
        self._close_messages_no_wait()

    sentence = ""
    """What is said of the mishap, once the terminal is as it was; empty where there was none."""

    @property
    def failed(self) -> bool:
        """Whether a bug ended it."""
        return self._exception is not None
