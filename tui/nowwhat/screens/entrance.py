"""Where one comes in, what is known of the terminal, and how one leaves."""

from collections.abc import Callable
from os import urandom
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from nowwhat.group.link import Link
    from nowwhat.group.views import FacilitatorView, ParticipantView, ProjectorView

    RoomLink = Link[ParticipantView] | Link[FacilitatorView] | Link[ProjectorView]


def _draw() -> int:
    return int.from_bytes(urandom(4))


def _stays_open() -> float:
    return 0.0


def _as_it_is() -> None:
    """Nothing has to be opened."""


class Joining(msgspec.Struct, frozen=True):
    """What is known of a room from outside of it, for whoever leads it and for its wall.

    Attributes:
        lines: How one joins, in words; the command comes first.
        command: What is shown as a square to be scanned; empty: nothing is.
        leaving: What it means to leave the console.
        draw: Draws a number that nobody can guess.
        shut: Tells for how many seconds some, or all, cannot join, since too many codes were none;
            0: all can.
        reopen: Lets them, from now on.
    """

    lines: tuple[str, ...] = ()
    command: str = ""
    leaving: str = ""
    draw: Callable[[], int] = _draw
    shut: Callable[[], float] = _stays_open
    reopen: Callable[[], None] = _as_it_is


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
        back: The words that bring one back to the room; empty: none do.
        keep: Keeps for good what was written there; waits for a disk; none: nothing is kept.
        joining: What is known of it from outside.
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
    back: str = ""
    keep: Callable[[], None] | None = None
    joining: Joining = Joining()


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
