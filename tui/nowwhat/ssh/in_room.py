"""Being in a room: the participant's own front end, on the full screen or in lines."""

from nowwhat.group.link import Link
from nowwhat.group.views import ParticipantView
from nowwhat.screens.entrance import Entrance
from nowwhat.ssh.call import Call
from nowwhat.ssh.house import House
from nowwhat.ssh.keeping import keeper
from nowwhat.ssh.screen import Screen
from nowwhat.ssh.seats import Held


async def be_in_room(house: House, call: Call, held: Held, link: Link[ParticipantView]) -> int:
    """Be there until they leave, or their line does; gives the exit status."""
    entrance = Entrance("room", held.script.id, room=link, keep=keeper(house, call))
    return await Screen(house, call, entrance).run()
