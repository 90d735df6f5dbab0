"""Rooms and commands as bytes, and back: what a broker would carry."""

from typing import TypeVar

import msgspec

from nowwhat.group.commands import Command
from nowwhat.group.room import Room
from nowwhat.group.rules import By

T = TypeVar("T")


class Letter(msgspec.Struct, frozen=True, tag="letter"):
    """A command on its way.

    Attributes:
        code: Of which room something is asked.
        command: What.
        by: By whom.
    """

    code: str
    command: Command
    by: By


class LetterError(Exception):
    """These bytes are none of ours; it says no word of what stands in them."""


_ROOM = msgspec.json.Decoder(Room)
_LETTER = msgspec.json.Decoder(Letter)


def encode(value: Room | Letter) -> bytes:
    """Write a room or a command down."""
    return msgspec.json.encode(value)


def room_in(raw: bytes) -> Room:
    """Read a room.

    Raises:
        LetterError: It is none.
    """
    return _read(raw, _ROOM)


def letter_in(raw: bytes) -> Letter:
    """Read a command on its way.

    Raises:
        LetterError: It is none.
    """
    return _read(raw, _LETTER)


def _read(raw: bytes, decoder: msgspec.json.Decoder[T]) -> T:
    try:
        return decoder.decode(raw)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise LetterError("this is nothing that a room or a command could be read from") from None
