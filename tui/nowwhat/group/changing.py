"""Pieces of rooms replaced: a participant, an item; everything else as it was."""

from collections.abc import Callable

from msgspec.structs import replace

from nowwhat.group.room import Participant, Room, Shared


def with_participant(room: Room, changed: Participant) -> Room:
    """Put a participant in the place of the one of their number."""
    number = changed.id - 1
    others = room.participants
    return replace(room, participants=(*others[:number], changed, *others[number + 1 :]))


def with_all(room: Room, change: Callable[[Participant], Participant]) -> Room:
    """Change every participant."""
    return replace(room, participants=tuple(map(change, room.participants)))


def with_item(room: Room, changed: Shared) -> Room:
    """Put an item in the place of the one of its id."""
    items = (changed if each.id == changed.id else each for each in room.shared)
    return replace(room, shared=tuple(items))
