"""One person's link to their room: what they see of it, and what they may ask of it.

A front end has a link and no more: no other person's view, and no hub.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from nowwhat.group.commands import Command
from nowwhat.group.concern import Concern
from nowwhat.group.hub import Cancel, Hub, NoRoomError
from nowwhat.group.refusing import RefusedError
from nowwhat.group.room import Room
from nowwhat.group.rules import By
from nowwhat.group.views import (
    FacilitatorView,
    ParticipantView,
    ProjectorView,
    facilitator_view,
    participant_view,
    projector_view,
)

V = TypeVar("V")


class Link(Generic[V]):
    """A link to one room, of one who sees it in one way."""

    def __init__(
        self,
        hub: Hub,
        code: str,
        by: By | None,
        see: Callable[[Room, float], V],
        clock: Callable[[], float],
        *,
        concerns: Callable[[Room, Room], bool] = lambda _, __: True,
    ) -> None:
        """Take the room that has this code.

        Args:
            hub: Carries it.
            code: Its code.
            by: Who this is to the room; none: somebody who only looks.
            see: What they see of it, at a time of its clock.
            clock: Seconds of the room's clock.
            concerns: Says of one room and the next whether they may see a difference.

        Raises:
            NoRoomError: There is none of this code.
        """
        room = hub.room(code)
        if room is None:
            raise NoRoomError
        self._hub, self._code, self._by, self._see, self._clock = hub, code, by, see, clock
        self._last, self._concerns = room, concerns

    def now(self) -> float:
        """Tell the seconds of the room's clock, which all its deadlines are on."""
        return self._clock()

    def view(self) -> V:
        """Say how the room is now; once it is gone, how it was at its end."""
        self._last = self._hub.room(self._code) or self._last
        return self._see(self._last, self._clock())

    @property
    def gone(self) -> bool:
        """Whether the room is there no more."""
        return self._hub.room(self._code) is None

    def send(self, command: Command) -> None:
        """Ask something of the room.

        Raises:
            RefusedError: It may not be; nothing has changed.
            NoRoomError: The room is gone.
        """
        if self._by is None:
            raise RefusedError("out_of_turn")
        self._last = self._hub.send(self._code, command, self._by)

    def watch(self, told: Callable[[], None]) -> Cancel:
        """Be told, on the hub's thread and without delay, whenever what they see may have changed.

        Raises:
            NoRoomError: The room is gone.
        """
        known = self._hub.room(self._code)

        def changed(room: Room) -> None:
            nonlocal known
            before, known, self._last = known, room, room
            if before is None or self._concerns(before, room):
                told()

        return self._hub.watch(self._code, changed)


def participants_link(
    hub: Hub, code: str, who: int, clock: Callable[[], float]
) -> Link[ParticipantView]:
    """Link a participant, by their number.

    Raises:
        NoRoomError: There is no such room.
    """
    see = Concern(who)
    return Link(
        hub, code, who, _once(lambda room: participant_view(room, who)), clock, concerns=see
    )


def facilitators_link(hub: Hub, code: str, clock: Callable[[], float]) -> Link[FacilitatorView]:
    """Link somebody who leads.

    Raises:
        NoRoomError: There is no such room.
    """
    return Link(hub, code, "facilitator", facilitator_view, clock)


def walls_link(hub: Hub, code: str, clock: Callable[[], float]) -> Link[ProjectorView]:
    """Link a screen that all can read; whatever it asks is refused.

    Raises:
        NoRoomError: There is no such room.
    """
    return Link(hub, code, None, _once(projector_view), clock)


def _once(see: Callable[[Room], V]) -> Callable[[Room, float], V]:
    """Work out how a room is seen once, however often it is asked."""
    last: tuple[Room, V] | None = None

    def seen(room: Room, now: float) -> V:
        nonlocal last
        del now
        if last is None or last[0] is not room:
            last = room, see(room)
        return last[1]

    return seen
