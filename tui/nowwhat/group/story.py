"""What may be told of a room afterwards: what was shared, counts, minutes; nothing else."""

import msgspec

from nowwhat.group.board import Item, in_view
from nowwhat.group.counts import told
from nowwhat.group.room import Room
from nowwhat.group.views import Planned, agenda


class Show(msgspec.Struct, frozen=True):
    """A show of hands: at which step, how many; none under five."""

    step: str
    hands: int | None


class Story(msgspec.Struct, frozen=True):
    """A room, told.

    Attributes:
        script: Id of the script that was led.
        items: What stands on the board, hidden things left out; the unnamed in no order of time.
        joined: How many took part; none under five.
        hands: Shows of hands.
        agenda: The stops with their planned and actual minutes.
    """

    script: str
    items: tuple[Item, ...]
    joined: int | None
    hands: tuple[Show, ...]
    agenda: tuple[Planned, ...]


def story_of(room: Room, now: float) -> Story:
    """Tell of a room at a time of its clock."""
    joined = sum(each.presence != "removed" for each in room.participants)
    shows = sorted(room.counted, key=lambda each: each.stop)
    return Story(
        script=room.script,
        items=in_view(room),
        joined=told(joined, joined),
        hands=tuple(
            Show(room.pace.agenda[each.stop].step, told(each.hands, each.hands)) for each in shows
        ),
        agenda=agenda(room.pace, now),
    )
