"""A group around one person at the screen: its hub, its facilitator, a clock that is the test's."""

import asyncio
from collections.abc import Awaitable, Callable

from msgspec.structs import replace
from tests.end_to_end.inside import Inside
from tests.screens.living import DESIGNED, STILL, Guest
from tests.screens.sitting_down import desk_of

from nowwhat.app import Entrance, NowWhat, Parting, Terminal
from nowwhat.group.agenda import agenda_of
from nowwhat.group.carrying import encode
from nowwhat.group.commands import Command, Join
from nowwhat.group.hub import LocalHub
from nowwhat.group.link import Link, participants_link
from nowwhat.group.pace import Forward, Pace
from nowwhat.group.room import Participant, Room
from nowwhat.group.rules import By
from nowwhat.group.views import ParticipantView
from nowwhat.screens.group.session import RoomSession
from nowwhat.sitting.desk import Desk
from nowwhat.store import MemoryDrafts, MemoryJournal
from nowwhat.widgets.field import Field

CODE = "pond-lamp-chair"
OTHERS = ("Ben", "Cleo", "Dov", "Eun", "Fay")


class Company:
    """A room with people in it, and one more who sits at the screen.

    Attributes:
        time: Seconds of the room's clock.
        desk: Of the one at the screen; all of it in memory.
        hub: Carries the room.
        seen: The room's bytes, each time it changed.
        app: What is shown to them.
        guest: They.
    """

    app: NowWhat
    guest: Guest

    def __init__(
        self, inside: Inside, *, name: str = "Ada", others: int = 5, back: str = ""
    ) -> None:
        self._back = back
        self.time, self.seen = 0.0, list[bytes]()
        desk = desk_of(inside)
        drafts = MemoryDrafts(clock=inside.clock.now)
        self.desk: Desk = replace(desk, journal=MemoryJournal(), drafts=drafts)
        self.mishaps: list[Exception] = []
        self.hub = LocalHub(self.now, self.mishaps.append)
        pace = Pace(agenda_of(desk.pack.script("group")))
        patterns = tuple(pattern.id for pattern in desk.pack.patterns)
        room = Room(CODE, "group", pace, salt=7, opened=0, expires=7200, patterns=patterns)
        self.hub.open(room)
        self.hub.watch(CODE, lambda room: self.seen.append(encode(room)))
        for number, each in enumerate((name, *OTHERS[:others]), 1):
            self.ask(Join(f"t{number}", each), "newcomer")

    def now(self) -> float:
        return self.time

    @property
    def room(self) -> Room:
        room = self.hub.room(CODE)
        assert room is not None
        return room

    @property
    def link(self) -> Link[ParticipantView]:
        return participants_link(self.hub, CODE, 1, self.now)

    @property
    def entrance(self) -> Entrance:
        return Entrance(to="room", room=self.link, back=self._back)

    @property
    def page(self) -> RoomSession:
        page = next(each for each in self.app.screen_stack if isinstance(each, RoomSession))
        assert isinstance(page, RoomSession)
        return page

    @property
    def me(self) -> Participant:
        """The one at the screen, as the room has them."""
        return self.room.participants[0]

    @property
    def field(self) -> Field:
        """The field that takes the keys."""
        assert isinstance(self.guest.focused, Field), self.guest.focused
        return self.guest.focused

    @property
    def line(self) -> str:
        """The room's row."""
        return self.guest.rows[-2].strip()

    def ask(self, command: Command, by: By = "facilitator") -> None:
        self.hub.send(CODE, command, by)

    async def lead(self, *commands: Command) -> None:
        """Lead the room, and wait until the page has followed."""
        for command in commands:
            self.ask(command)
        await self.guest.settle()

    def open(self, stop: str) -> None:
        """Lead the room to a stop, from before it."""
        while self.link.view().pacing.stop != stop:
            assert not self.room.pace.over, stop
            self.ask(Forward())

    async def to(self, stop: str) -> None:
        self.open(stop)
        await self.guest.settle()

    def sit(
        self,
        living: Callable[["Company"], Awaitable[None]],
        *,
        size: tuple[int, int] = DESIGNED,
        terminal: Terminal = STILL,
        keep: Callable[[], None] | None = None,
    ) -> Parting | None:
        """Let them live in the room; give how they parted."""

        async def go() -> Parting | None:
            entrance = replace(self.entrance, keep=keep)
            self.app = NowWhat(self.desk, entrance, terminal=terminal)
            async with self.app.run_test(size=size) as pilot:
                self.guest = Guest(self.app, pilot)
                await self.guest.settle()
                await living(self)
            assert not self.app.failed, self.app.sentence
            assert not self.mishaps
            return self.app.return_value

        return asyncio.run(go())
