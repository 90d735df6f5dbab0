"""The journal's file as bytes: a format number, its tables, and how an older one is brought up."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import msgspec
from msgspec.json import Decoder, Encoder

from nowwhat.store.kept import Kept

TABLES: Final = ("insights", "actions", "checkins", "sessions", "ladders", "rungs")
"""A file that lacks one of them has no such records: it is older than they are."""

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
"""Brings a whole decoded journal, without its number, from one format to the next.
`Any`, since what an old format held is known to its step alone."""


class DamagedError(Exception):
    """These bytes are no journal; caught inside the store, which sets the file aside."""


class TooNewError(Exception):
    """The number found is above what is known; the store names the file and says so."""

    def __init__(self, found: int) -> None:
        self.found = found
        super().__init__(found)


class Formats(msgspec.Struct, frozen=True):
    """The format that is written, and the way up to it.

    Attributes:
        current: The number of the format that is written.
        steps: By the number of the older format, what brings it to the next.
    """

    current: int
    steps: Mapping[int, Upgrade] = {}


FORMATS: Final = Formats(current=1)


class Contents(msgspec.Struct, frozen=True):
    """A journal's file, parted but not read: most calls want a small part of it.

    Attributes:
        found: The format number that stood in the file; `None` where there was no file.
        tables: Each of `TABLES`, still as bytes.
        rest: Everything else, kept as it is.
    """

    found: int | None
    tables: dict[str, msgspec.Raw]
    rest: dict[str, msgspec.Raw]


_PARTS = Decoder(dict[str, msgspec.Raw])
_NUMBER = Decoder(int)
_ENCODER = Encoder(enc_hook=Kept.stored)
_NO_ROWS = msgspec.Raw(b"{}")

UNREADABLE: Final = (msgspec.MsgspecError, ValueError, RecursionError)
"""Whatever msgspec raises on bytes that are not what they should be."""


def empty() -> Contents:
    """Give the contents of a journal that does not exist yet."""
    return Contents(None, dict.fromkeys(TABLES, _NO_ROWS), {})


def part(data: bytes, formats: Formats) -> Contents:
    """Part the bytes of a journal into its tables, brought up to the current format.

    Raises:
        DamagedError: They are no journal.
        TooNewError: They are of a newer format.
    """
    try:
        parts = _PARTS.decode(data)
        found = _NUMBER.decode(parts.pop("format"))
    except (KeyError, *UNREADABLE):
        raise DamagedError from None
    if found > formats.current:
        raise TooNewError(found)
    if found < formats.current:
        parts = _brought_up(data, found, formats)
    tables = {name: parts.pop(name, _NO_ROWS) for name in TABLES}
    if not all(memoryview(rows)[:1].tobytes() == b"{" for rows in tables.values()):
        raise DamagedError
    return Contents(found, tables, parts)


def join(tables: Mapping[str, object], rest: Mapping[str, msgspec.Raw], formats: Formats) -> bytes:
    """Make the bytes of a journal of the current format; the same contents give the same bytes."""
    return _ENCODER.encode({"format": formats.current, **tables, **rest})


def _brought_up(data: bytes, found: int, formats: Formats) -> dict[str, msgspec.Raw]:
    try:
        whole: dict[str, Any] = msgspec.json.decode(data)
    except UNREADABLE:
        raise DamagedError from None
    del whole["format"]
    for number in range(found, formats.current):
        if number not in formats.steps:
            raise DamagedError
        # An error of the step's own is a bug of ours, and must not pass for a damaged file.
        whole = formats.steps[number](whole)
    return _PARTS.decode(_ENCODER.encode(whole))
