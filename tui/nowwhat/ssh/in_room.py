"""Being in a room: the participant's own front end, on the full screen or in lines."""

from nowwhat.group.link import Link
from nowwhat.group.views import ParticipantView
from nowwhat.packs.filling import fill
from nowwhat.plain.lines import WIDEST, EndOfInputError, wrapped
from nowwhat.plain.room import RoomStay
from nowwhat.screens.entrance import Entrance
from nowwhat.session.state import Ending
from nowwhat.ssh.call import DONE, UNFINISHED, Call
from nowwhat.ssh.dialogue import on_loop, speak
from nowwhat.ssh.house import House
from nowwhat.ssh.keeping import keeper
from nowwhat.ssh.screen import Screen
from nowwhat.ssh.seats import Held


async def be_in_room(
    house: House, call: Call, held: Held, link: Link[ParticipantView], back: str
) -> int:
    """Be there until they leave, or their line does; gives the exit status.

    Args:
        house: The server.
        call: Their line.
        held: The room.
        link: Theirs to it.
        back: The words that bring them back.
    """
    keep = keeper(house, call)
    if not call.in_lines:
        hint = fill(house.pack.words.lobby.hint_plain, {"code": held.code})
        call.outlet.say(wrapped(hint, WIDEST))
        entrance = Entrance("room", held.script.id, room=link, back=back, keep=keep)
        return await Screen(house, call, entrance).run()
    desk, do = call.lodging.desk(house.room_pack), on_loop()
    try:
        ending = await speak(
            call,
            house.clock,
            lambda lines: RoomStay(desk, lines, link, held.script, call=do, keep=keep).run(),
        )
    except EndOfInputError:
        return UNFINISHED
    return UNFINISHED if ending is Ending.LEFT else DONE
