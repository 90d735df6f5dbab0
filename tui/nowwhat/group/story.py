"""What may be told of a room afterwards: what was shared, counts, minutes; nothing else."""

import msgspec

from nowwhat.group.board import Item
from nowwhat.group.counts import told
from nowwhat.group.room import Room
from nowwhat.group.views import FacilitatorView, Planned, Show, facilitator_view


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
    return story_seen(facilitator_view(room, now))


def story_seen(view: FacilitatorView) -> Story:
    """Tell of a room what whoever leads it sees and may take along."""
    joined = sum(each.presence != "removed" for each in view.people)
    return Story(
        script=view.script,
        items=tuple(item for item in view.board if not item.hidden),
        joined=told(joined, joined),
        hands=view.shows,
        agenda=view.agenda,
    )
