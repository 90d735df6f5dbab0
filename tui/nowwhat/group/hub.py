"""The hub: it carries rooms; every command goes through it, and who watches a room is told.

It is one small interface, so that another can carry rooms over a message broker: rooms and commands
are values that `carrying` writes and reads.
"""

from collections import deque
from collections.abc import Callable
from itertools import count
from typing import Protocol

from nowwhat.group.commands import Command, Expire
from nowwhat.group.room import Room
from nowwhat.group.rules import By, apply

Watcher = Callable[[Room], None]
"""Is told of each room that follows another."""

Cancel = Callable[[], None]
"""Ends a watch; once more does nothing."""

Mishap = Callable[[Exception], None]
"""Is told of what a watcher raised; it keeps to itself whatever words stand in it."""


class NoRoomError(Exception):
    """No room has this code, or none has it any more."""


class RoomTakenError(Exception):
    """A room has this code already; draw another."""


class Hub(Protocol):
    """Carries rooms; all of it on one thread."""

    def open(self, room: Room) -> None:
        """Take in a room.

        Raises:
            RoomTakenError: There is one of its code.
        """

    def send(self, code: str, command: Command, by: By) -> Room:
        """Ask something of a room, and give the one that follows it.

        Raises:
            NoRoomError: There is none of this code.
            RefusedError: It may not be; nobody is told.
        """

    def watch(self, code: str, watcher: Watcher) -> Cancel:
        """Be told of every change from now on, in order; how it is now, `room` says.

        A watcher is never called while another one is: what one of them sends is told after.

        Raises:
            NoRoomError: There is none of this code.
        """

    def room(self, code: str) -> Room | None:
        """Give a room as it is; none where there is none of this code."""

    def codes(self) -> tuple[str, ...]:
        """List the codes of all rooms."""

    def close(self, code: str) -> None:
        """Forget a room, and who watches it; nothing where there is none."""

    def expire(self) -> tuple[str, ...]:
        """End the rooms whose time is up, tell who watches them, forget them; give their codes."""


class LocalHub:
    """A hub in one process."""

    def __init__(self, clock: Callable[[], float], mishap: Mishap) -> None:
        """Prepare.

        Args:
            clock: Seconds of the rooms' clock, monotonic.
            mishap: Told of what a watcher raised.
        """
        self._clock, self._mishap = clock, mishap
        self._rooms: dict[str, Room] = {}
        self._watchers: dict[str, dict[int, Watcher]] = {}
        self._numbers = count()
        self._untold: deque[tuple[Room, dict[int, Watcher], tuple[int, ...]]] = deque()
        self._telling = False

    def open(self, room: Room) -> None:
        """Take in a room; see `Hub`."""
        if room.code in self._rooms:
            raise RoomTakenError
        self._rooms[room.code] = room
        self._watchers[room.code] = {}

    def send(self, code: str, command: Command, by: By) -> Room:
        """Ask something of a room; see `Hub`."""
        before = self._open(code)
        room = apply(before, command, by, self._clock())
        if room != before:
            self._rooms[code] = room
            self._tell(room)
        return room

    def watch(self, code: str, watcher: Watcher) -> Cancel:
        """Be told of every change; see `Hub`."""
        self._open(code)
        watchers, number = self._watchers[code], next(self._numbers)
        watchers[number] = watcher

        def cancel() -> None:
            watchers.pop(number, None)

        return cancel

    def room(self, code: str) -> Room | None:
        """Give a room; see `Hub`."""
        return self._rooms.get(code)

    def codes(self) -> tuple[str, ...]:
        """List all codes; see `Hub`."""
        return tuple(self._rooms)

    def close(self, code: str) -> None:
        """Forget a room; see `Hub`."""
        if self._rooms.pop(code, None) is not None:
            self._watchers.pop(code).clear()

    def expire(self) -> tuple[str, ...]:
        """End what is over; see `Hub`."""
        now = self._clock()
        gone = tuple(code for code, room in self._rooms.items() if now >= room.expires)
        for code in gone:
            before = self._rooms.pop(code)
            watchers = self._watchers.pop(code)
            room = apply(before, Expire(), "clock", now)
            if room != before:
                self._untold.append((room, watchers, tuple(watchers)))
        self._tell_all()
        return gone

    def _open(self, code: str) -> Room:
        room = self._rooms.get(code)
        if room is None:
            raise NoRoomError
        return room

    def _tell(self, room: Room) -> None:
        watchers = self._watchers[room.code]
        self._untold.append((room, watchers, tuple(watchers)))  # who comes later knows it already
        self._tell_all()

    def _tell_all(self) -> None:
        if self._telling:
            return
        self._telling = True
        try:
            while self._untold:
                room, watchers, numbers = self._untold.popleft()
                for number in numbers:
                    watcher = watchers.get(number)
                    if watcher is not None:
                        self._call(watcher, room)
        finally:
            self._telling = False

    def _call(self, watcher: Watcher, room: Room) -> None:
        try:
            watcher(room)
        except Exception as error:  # noqa: BLE001 - one watcher's bug is not another one's
            self._mishap(error)
