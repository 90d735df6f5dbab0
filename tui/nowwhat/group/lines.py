"""What a walk and its notes say to each other: one JSON object a line, of a bounded length."""

from collections.abc import Iterator

import msgspec

from nowwhat.group.walk import Command, Walk
from nowwhat.session.script import Script

FORMAT = 1
"""The format of these lines; whoever reads another one says so and goes."""

MOST_ASKED = 4_096
"""Bytes of a line that asks for something."""

MOST_TOLD = 1_048_576
"""Bytes of a line that tells; the longest one holds the script."""


class LineTooLongError(Exception):
    """More came without an end of line than any line has."""


class Hello(msgspec.Struct, frozen=True, tag="hello"):
    """The first line: what is led through."""

    format: int
    script: Script


class Stands(msgspec.Struct, frozen=True, tag="stands"):
    """Where it stands, and at what time of its clock, in seconds, that was said."""

    walk: Walk
    elapsed: float


class Left(msgspec.Struct, frozen=True, tag="left"):
    """The last line: the walk was left."""


Told = Hello | Stands | Left


def line(said: Told | Command) -> bytes:
    """Write a line."""
    return msgspec.json.encode(said) + b"\n"


_told = msgspec.json.Decoder(Told)
_asked = msgspec.json.Decoder(Command)


def told(raw: bytes) -> Told:
    """Read a line that tells.

    Raises:
        msgspec.DecodeError: It is none.
    """
    said: Told = _told.decode(raw)
    return said


def asked(raw: bytes) -> Command:
    """Read a line that asks.

    Raises:
        msgspec.DecodeError: It is none.
    """
    said: Command = _asked.decode(raw)
    return said


class Splitter:
    """Cuts what comes in pieces into lines."""

    def __init__(self, most: int) -> None:
        """Take lines of at most so many bytes."""
        self._most, self._held = most, b""

    def split(self, chunk: bytes) -> Iterator[bytes]:
        """Give the lines that are whole by now, without their ends.

        Raises:
            LineTooLongError: One has no end within `most` bytes.
        """
        *whole, self._held = (self._held + chunk).split(b"\n")
        for each in whole:
            if len(each) > self._most:
                raise LineTooLongError
            yield each
        if len(self._held) > self._most:
            raise LineTooLongError
