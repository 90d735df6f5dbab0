"""Being in a room: its page, what one may do there beside writing, and how one parts from it."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from nowwhat.group.commands import Leave
from nowwhat.group.hub import NoRoomError
from nowwhat.packs.filling import fill
from nowwhat.screens.group.menu import RoomMenu
from nowwhat.screens.group.session import RoomSession
from nowwhat.screens.group.taking import ask_along, carried
from nowwhat.screens.places import Places
from nowwhat.session.state import Ending
from nowwhat.sitting.attending import Attending, asked_of
from nowwhat.sitting.desk import Desk
from nowwhat.sitting.parted import Parted
from nowwhat.sitting.parting_ways import Along
from nowwhat.sitting.rejoining import take_up
from nowwhat.sitting.sitting import Sitting
from nowwhat.sitting.taken_along import has_written

if TYPE_CHECKING:
    from nowwhat.group.link import Link
    from nowwhat.group.views import ParticipantView


async def stay_in_room(
    desk: Desk,
    places: Places,
    link: "Link[ParticipantView]",
    keep: Callable[[], None] | None = None,
    back: str = "",
) -> Parted:
    """Stay until the person leaves, or is done on their own.

    Args:
        desk: What a sitting works with; all of it in memory.
        places: Where it takes place.
        link: A participant's.
        keep: Keeps their journal for good, if they want; waits for a disk. None: none is kept.
        back: The words that bring them back; empty: none do.
    """
    attending = Attending(link, desk.pack.words.room)
    sitting = await places.aside(lambda: take_up(desk, desk.pack.script(attending.view.script)))
    if stop := attending.stop_for(sitting):
        await places.aside(partial(sitting.paced, stop))
    return await _Stay(desk, places, attending, sitting, keep, back=back).run(link)


class _Stay:
    """One person in a room."""

    def __init__(
        self,
        desk: Desk,
        places: Places,
        attending: Attending,
        sitting: Sitting,
        keep: Callable[[], None] | None,
        *,
        back: str,
    ) -> None:
        self._desk, self._places, self._keep = desk, places, keep
        self._attending, self._sitting = attending, sitting
        self._words = desk.pack.words
        self._along = Along()
        back = fill(self._words.room.back, {"words": back}) if back else ""
        self._page = RoomSession(
            desk,
            attending,
            still=places.still,
            back=back,
            menu=lambda: places.beside(self._open_menu),
            leaves=lambda: places.beside(self._leave),
        )
        self._menu = RoomMenu(desk, places, attending, sitting, self._page.say, back=back)

    async def run(self, link: "Link[ParticipantView]") -> Parted:
        """Go through it."""
        with suppress(NoRoomError):
            self._page.attend(link.watch)
        parted = await self._places.sit_on(self._page, self._sitting)
        over = self._attending.over and self._sitting.state.paced
        self._leave_room()
        if self._sitting.state.alone and has_written(self._sitting.draft, self._sitting.state):
            await self._ask_along(stays=False)
        if parted.ending is Ending.LEFT and over:  # whoever has no action at the end owes nothing
            parted = replace(parted, ending=Ending.OPEN)
        took = await carried(self._desk, self._places, self._sitting, self._along, self._keep)
        return replace(parted, stays=(*parted.stays, *took.stays), says=(*parted.says, *took.says))

    def _leave_room(self) -> None:
        asked_of(self._attending.room, Leave(), self._words.room_refused)

    async def _open_menu(self) -> None:
        match await self._menu.run():
            case "alone":
                await self._go_alone()
            case "leave":
                await self._leave()

    async def _leave(self) -> None:
        self._page.keep()  # a line that is half written is taken along, too
        match await self._ask_along(stays=True):
            case "alone":
                await self._go_alone()
            case "leave":
                await self._page.part_now(self._words.room_end.left)

    async def _ask_along(self, *, stays: bool) -> str:
        way, self._along = await ask_along(
            self._desk,
            self._places,
            self._sitting,
            self._along,
            over=self._attending.over,
            may_keep=self._keep is not None,
            stays=stays,
        )
        return way

    async def _go_alone(self) -> None:
        await self._page.go_alone()
        if self._sitting.state.alone:
            self._leave_room()
