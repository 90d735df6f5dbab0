"""The house: all that its calls share."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from nowwhat.packs.pack import Pack
from nowwhat.ssh.access import Access
from nowwhat.ssh.call import Call
from nowwhat.ssh.clock import HouseClock
from nowwhat.ssh.guests import Guests, Stay
from nowwhat.ssh.key_file import KeyFile
from nowwhat.ssh.limits import Limits
from nowwhat.ssh.log import Log
from nowwhat.ssh.rooms import Rooms
from nowwhat.ssh.seats import Held, Seat
from nowwhat.ssh.served import ServedPack
from nowwhat.ssh.state import State
from nowwhat.ssh.visitor import Person

AT_ONCE = 3
"""Screens that are painted for the first time at once; more would all be done last, together."""


class Leaving(Protocol):
    """A connection, as far as the house has to do with it."""

    async def close(self) -> None:
        """Close it, once what was said has gone out."""


class House:
    """What there is once, however many are here.

    Attributes:
        state: Where things lie.
        access: Who may enter.
        pack: The words, shared by all who have a key.
        guest_pack: The same for guests.
        limits: How much of everything.
        log: Where events are written.
        clock: What time it is.
        zone: The server's own zone, the last guess at anybody's.
        script: Id of the script that "a session" means.
        calls: Those that are here.
        parted: How many have gone since what they left was last cleared away.
        doors: Their connections.
        guests: The stays of guests.
        stays: Which of them is whose at present.
        room_pack: The words for who is in a room.
        rooms: The rooms that are led here.
        leads: The room for which this server was begun; none: for many things.
        reached: The addresses by which others reach this server, and its port; empty: by which
            each has reached it.
        seats: Whose seat in a room is whose at present.
        opening: Held while a screen is painted for the first time.
    """

    def __init__(
        self,
        state: State,
        access: Access,
        pack: Pack,
        *,
        limits: Limits,
        log: Log,
        clock: HouseClock,
        zone: str,
        script: str,
        facilitators: KeyFile | None = None,
    ) -> None:
        """Furnish it; who may lead stands in the state folder, where no other file was named."""
        self.state, self.access = state, access
        words = pack.words.serve
        self.pack = ServedPack(pack, words.person_lies)
        self.guest_pack = ServedPack(pack, words.guest_lies)
        self.room_pack = ServedPack(pack, pack.words.lobby.lies)
        self.limits, self.log, self.clock = limits, log, clock
        self.zone, self.script = zone, script
        self.calls: set[Call] = set()
        self.parted = 0
        self.guests = Guests(clock, pack.resume_words, limits.kept)
        self.stays: dict[Call, Stay] = {}
        leads = facilitators or KeyFile(state.facilitators)
        self.rooms = Rooms(pack, leads, limits=limits, log=log, clock=clock)
        self.leads: Held | None = None
        self.reached: tuple[tuple[str, ...], int] = ((), 0)
        self.seats: dict[Call, Seat] = {}
        self.opening = asyncio.Semaphore(AT_ONCE)
        self._numbers = 0
        self._knocking: dict[Leaving, str] = {}
        self.doors: set[Leaving] = set()

    def number(self) -> int:
        """Give the next number."""
        self._numbers += 1
        return self._numbers

    def knock(self, door: Leaving, address: str) -> bool:
        """Say whether one more may stand at the door until they have logged in."""
        if len(self._knocking) >= self.limits.logins:
            return False
        here = Counter([*self._knocking.values(), *(call.address for call in self.calls)])
        if here[address] >= self.limits.per_address:
            return False
        self._knocking[door] = address
        self.doors.add(door)
        return True

    def let_in(self, door: Leaving) -> None:
        """Take note that they have logged in."""
        self._knocking.pop(door, None)

    def gone(self, door: Leaving) -> None:
        """Take note that their connection is closed."""
        self._knocking.pop(door, None)
        self.doors.discard(door)

    def has_room(self, address: str) -> bool:
        """Say whether one more may have a session, and one more from there."""
        here = Counter(call.address for call in self.calls)
        # This one is among them already.
        return here.total() <= self.limits.sessions and here[address] <= self.limits.per_address

    def pack_for(self, call: Call) -> Pack:
        """Give the words for one call."""
        if call.aim is not None:
            return self.room_pack
        return self.pack if isinstance(call.visitor, Person) else self.guest_pack

    def stopping_for(self, call: Call) -> str:
        """Say that the server is being stopped, and what becomes of what this caller wrote."""
        if call.aim is None:
            return self.pack.words.serve.stopping
        words = self.pack.words.lobby
        return words.stopping if call.aim.to == "room" else words.stopping_leader

    async def take_over(self, others: Sequence[Call]) -> None:
        """Close other lines of the same caller, and wait until what they held is let go."""
        for other in others:
            other.end("taken_over", self.pack.words.serve.taken_over)
        for other in others:
            await other.over.wait()

    def others_of(self, call: Call) -> list[Call]:
        """List the other calls of the same person."""
        whose = call.visitor
        return [
            other
            for other in self.calls
            if other is not call
            and other.aim is None
            and isinstance(whose, Person)
            and other.visitor == whose
        ]
