"""Lines in and lines out: what line mode needs of a terminal, a pipe, or a test."""

import os
import re
import select
import textwrap
from typing import Protocol, TextIO

from nowwhat.session.typed import shown
from nowwhat.sitting.desk import Clock

WIDEST = 78
"""Cells of a line at most."""

_MOST_BYTES = 1_000_000
"""A line is read up to here, and what comes after is dropped; no answer is as long."""


_BEGINNING = re.compile(r" *(?:\d+  )?")
"""What a line begins with: its indent, and the number of a choice."""


class EndOfInputError(Exception):
    """No more lines will come.

    Attributes:
        half: What was typed of a line that was never given, where that is known.
    """

    def __init__(self, half: str = "") -> None:
        self.half = half
        super().__init__()


class Lines(Protocol):
    """A dialogue partner."""

    def say(self, text: str = "") -> None:
        """Say a paragraph."""

    def show(self, text: str) -> None:
        """Show a text line by line as it is, never wrapped, so that it can be copied."""

    def ask(self) -> str:
        """Wait for a line.

        Raises:
            EndOfInputError: None will come.
        """

    def wait(self, seconds: float) -> str | None:
        """Wait for a line for so many seconds at most; none came: None.

        Raises:
            EndOfInputError: None will come.
        """

    def rest(self, seconds: float) -> None:
        """Let time go by without listening."""

    def bell(self) -> None:
        """Ring."""


def wrapped(text: str, width: int) -> str:
    """Wrap a paragraph at so many cells; nothing in it acts on a terminal any more."""
    said = []
    for line in shown(text).split("\n"):
        beginning = _BEGINNING.match(line)
        said += textwrap.wrap(
            line,
            width,
            subsequent_indent=" " * (beginning.end() if beginning else 0),
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return "".join(f"{line}\n" for line in said)


class StreamLines:
    """Lines over a file descriptor and a text stream: terminal, pipe or file."""

    def __init__(self, source: int, sink: TextIO, clock: Clock, *, width: int = WIDEST) -> None:
        """Read from `source` and write to `sink`, wrapped at `width` cells."""
        self._source, self._sink, self._clock = source, sink, clock
        self._width = max(20, min(width, WIDEST))
        self.interactive = os.isatty(source)
        self._pending = bytearray()
        self._ended = False

    def say(self, text: str = "") -> None:
        """Say a paragraph, wrapped; whatever it holds, nothing in it acts on the terminal."""
        self._write(wrapped(text, self._width))
        self._sink.flush()

    def show(self, text: str) -> None:
        """Show a text line by line as it is; nothing in it acts on the terminal."""
        self._write("".join(f"{shown(line)}\n" for line in text.splitlines()))
        self._sink.flush()

    def ask(self) -> str:
        """Wait for a line."""
        self._prompt()
        while True:
            line = self._next()
            if line is not None:
                return line
            self._fill(None)

    def wait(self, seconds: float) -> str | None:
        """Wait for a line for so many seconds at most."""
        until = self._clock.elapsed() + seconds
        while True:
            line = self._next()
            if line is not None:
                return line
            left = until - self._clock.elapsed()
            if left <= 0 or not self._fill(left):
                return None

    def rest(self, seconds: float) -> None:
        """Let time go by without listening."""
        select.select([], [], [], max(0.0, seconds))

    def bell(self) -> None:
        """Ring the terminal's bell."""
        self._write("\a")
        self._sink.flush()

    def _prompt(self) -> None:
        if self.interactive:
            self._write("> ")
            self._sink.flush()

    def _write(self, text: str) -> None:
        self._sink.write(text)

    def _next(self) -> str | None:
        """Take a line out of what has come."""
        end = self._pending.find(b"\n")
        if end < 0 and not self._ended:
            return None
        if end < 0 and not self._pending:
            raise EndOfInputError
        end = len(self._pending) if end < 0 else end
        raw = bytes(self._pending[:end])
        del self._pending[: end + 1]
        return raw.decode("utf-8", "replace").removesuffix("\r")

    def _fill(self, seconds: float | None) -> bool:
        """Read what comes within `seconds`; say whether anything did."""
        try:
            ready, _, _ = select.select([self._source], [], [], seconds)
            if not ready:
                return False
            read = os.read(self._source, 65536)
        except OSError:  # the terminal hung up, or there never was an input
            read = b""
        if not read:
            self._ended = True
        if len(self._pending) < _MOST_BYTES or b"\n" in read:
            self._pending += read
        return True
