"""What may be told of a room afterwards: what was shared, counts, minutes; nothing else."""

import msgspec
from msgspec.structs import replace

from nowwhat.group.agenda import title_of
from nowwhat.group.board import Item
from nowwhat.group.counts import told
from nowwhat.group.room import Room
from nowwhat.group.views import FacilitatorView, Planned, Show, facilitator_view
from nowwhat.session.script import Script


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


def named(story: Story, script: Script) -> Story:
    """Call the script and its steps what those call them who read of it, and not by their ids."""
    return replace(
        story,
        script=script.title,
        hands=tuple(replace(show, step=_title(show.step, script)) for show in story.hands),
        agenda=tuple(replace(stop, step=_title(stop.step, script)) for stop in story.agenda),
    )


def _title(step: str, script: Script) -> str:
    return title_of(script.step(step))


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
