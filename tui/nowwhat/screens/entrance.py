"""Where one comes in, what is known of the terminal, and how one leaves."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from nowwhat.group.link import Link
    from nowwhat.group.views import FacilitatorView, ParticipantView, ProjectorView

    RoomLink = Link[ParticipantView] | Link[FacilitatorView] | Link[ProjectorView]


class Entrance(msgspec.Struct, frozen=True):
    """Where one comes in.

    Attributes:
        to: Home, one script, a breathing alone, the ledger; a walk's one screen, or its notes; or a
            room, as a participant, as whoever leads it, or as a screen that all can read.
        script: Id of the script.
        nightly: Id of the script that is offered instead at night; empty: none is.
        full: The full form.
        pattern: Id of the pattern.
        seconds: How long it is breathed.
        room: The link to the room, where it is one.
    """

    to: Literal["home", "session", "breathe", "ledger", "walk", "notes", "room", "lead", "wall"] = (
        "home"
    )
    script: str = ""
    nightly: str = ""
    full: bool = False
    pattern: str = ""
    seconds: float = 120.0
    room: "RoomLink | None" = None


class Terminal(msgspec.Struct, frozen=True):
    """What is known of the terminal and of what the person asked their machine for.

    Attributes:
        light: It is light.
        few: It has sixteen colours.
        none: `NO_COLOR`.
        still: Nothing is to move.
        country: Guesses the code of the country that the machine is in; empty where unknown.
    """

    light: bool = False
    few: bool = False
    none: bool = False
    still: bool = False
    country: Callable[[], str] = str


class Parting(msgspec.Struct, frozen=True):
    """How one leaves.

    Attributes:
        status: The exit status.
        lines: What is said in the terminal that one comes back to.
    """

    status: int = 0
    lines: tuple[str, ...] = ()
