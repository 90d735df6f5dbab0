"""Opening the screens of a room: the console of whoever leads it, and its wall."""

from typing import TYPE_CHECKING, cast

from nowwhat.screens.entrance import Entrance
from nowwhat.screens.group.console import Console
from nowwhat.screens.group.wall import Wall
from nowwhat.screens.stage import Stage
from nowwhat.sitting.desk import Desk

if TYPE_CHECKING:
    from nowwhat.group.link import Link
    from nowwhat.group.views import FacilitatorView, ProjectorView


def console_of(desk: Desk, stage: Stage, entrance: Entrance, *, still: bool) -> Console:
    """Give the console of a room; `still`: nothing is to move, and nothing does."""
    del still
    assert entrance.room is not None  # noqa: S101 - one comes in here with a room
    return Console(desk, stage, cast("Link[FacilitatorView]", entrance.room), entrance.joining)


def wall_of(desk: Desk, stage: Stage, entrance: Entrance, *, still: bool) -> Wall:
    """Give the wall of a room; `still`: nothing is to move."""
    del stage
    assert entrance.room is not None  # noqa: S101 - as above
    link = cast("Link[ProjectorView]", entrance.room)
    return Wall(desk, link, entrance.joining, still=still)
