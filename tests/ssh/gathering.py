"""One who leads, a wall and twelve people in one room, and the pace at which they are led."""

import asyncio
from collections.abc import Iterable
from contextlib import AsyncExitStack

import asyncssh
from tests.ssh.caller import Caller, call
from tests.ssh.leader import CONSOLE, Leader
from tests.ssh.partaker import WORDS, Partaker
from tests.ssh.place import HeldClock, Place
from tests.ssh.rooming import room_of

from nowwhat.group import carrying
from nowwhat.group.agenda import agenda_of
from nowwhat.packs.filling import fill
from nowwhat.ssh.seats import Held, Seat

SAID, WALL, WALK = WORDS.room, WORDS.wall, WORDS.walk


class Gathering:
    """Who is there, and what was heard of it.

    Attributes:
        people: All twelve, by their id. Abe is taken out, Kai comes late, Lea gave no name and goes
            on alone, Hana and Ivo are in lines; Gil and Ivo go without an action.
        rooms: The room's bytes, each time it changed.
        seats: What each has on the server, by the number that the room counts them as.
    """

    held: Held
    lines: AsyncExitStack
    wall: Caller

    def __init__(self, place: Place, keys: list[asyncssh.SSHKey]) -> None:
        self.place = place
        script = self.script = place.house.pack.script("group")
        place.state.facilitators.write_bytes(keys[0].export_public_key())
        self.lead = Leader(place, keys[0], script)
        own = {"Ada": keys[1], "Cleo": keys[2]}
        names = ("Abe", "Ada", "Ben", "Cleo", "Dov", "Eun", "Fay", "Gil", "Hana", "Ivo", "Kai", "")
        people = [
            Partaker(
                place, script, name,
                by=name.casefold() or "lea", plain=name in ("Hana", "Ivo"), key=own.get(name),
            )
            for name in names
        ]  # fmt: skip
        self.people = {each.id: each for each in people}
        self.rooms: list[bytes] = []
        self.seats: dict[int, Seat] = {}

    def of(self, ids: str) -> list[Partaker]:
        """Some of them, by their ids."""
        return [self.people[each] for each in ids.split()]

    def but(self, ids: str) -> list[Partaker]:
        """All others."""
        return [each for each in self.people.values() if each.id not in ids.split()]

    def words_of(self, people: Iterable[Partaker]) -> set[str]:
        """Each word of their own that these ever typed."""
        return {word for each in people for word in each.typed.values()}

    def shared(self, *what: str) -> set[str]:
        """Words by whom and where: `ada action`."""
        return {self.people[who].typed[where] for who, where in map(str.split, what)}

    @property
    def names(self) -> set[str]:
        """Of all who gave one."""
        return {each.name for each in self.people.values() if each.name}

    def seat_of(self, one: Partaker) -> Seat:
        """What somebody has on the server."""
        joined = [each.name for each in room_of(self.place, self.held).participants]
        return self.seats[joined.index(one.name) + 1]

    # Pace

    @property
    def clock(self) -> HeldClock:
        assert isinstance(self.place.clock, HeldClock)
        return self.place.clock

    def spend(self) -> None:
        """Let the time of the open stop go by, to the second."""
        self.clock.ahead = room_of(self.place, self.held).pace.until

    async def open(self, stop: str) -> None:
        """Go on to a stop, in front of all."""
        await self.lead.open(stop)
        stops = [each.step for each in agenda_of(self.script)]
        number = fill(WALK.number, {"number": stops.index(stop) + 1, "all": len(stops)})
        await self.wall.until(number)

    async def live(self, stop: str, people: Iterable[Partaker]) -> None:
        """Let these answer what it asks."""
        await asyncio.gather(*(each.live(stop) for each in people))
        self.note_seats()

    def note_seats(self) -> None:
        self.seats.update({seat.number: seat for seat in self.place.house.seats.values()})

    async def come_in(self) -> None:
        await self.lead.come(self.lines)
        await self.lead.caller.until(CONSOLE.lobby_notes)
        [self.held] = self.place.house.rooms.all()
        self.place.do(
            lambda: self.place.house.rooms.hub.watch(
                self.held.code, lambda room: self.rooms.append(carrying.encode(room))
            )
        )
        at_wall = call(self.place, name=f"{self.held.code}+screen")
        self.wall = await self.lines.enter_async_context(at_wall)
        await self.wall.until(self.held.code)
        early = self.but("kai")
        await asyncio.gather(*(each.come(self.lines, self.held.code) for each in early))
        await self.lead.caller.until(fill(CONSOLE.present, {"count": 11}))
        await self.wall.until(fill(WALL.here, {"count": 11}))
