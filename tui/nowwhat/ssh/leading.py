"""Leading a room over a line: the console, by a listed key or a code; and the screen for all."""

import secrets
from collections.abc import Sequence
from contextlib import suppress

from msgspec.structs import replace

from nowwhat.group.commands import Attend, Depart
from nowwhat.group.hub import NoRoomError
from nowwhat.group.link import facilitators_link, walls_link
from nowwhat.group.refusing import RefusedError
from nowwhat.packs.filling import fill
from nowwhat.plain.lines import EndOfInputError
from nowwhat.screens.entrance import Entrance
from nowwhat.ssh.call import NO, UNFINISHED, Call
from nowwhat.ssh.dialogue import speak
from nowwhat.ssh.house import House
from nowwhat.ssh.inviting import invitation, ssh_command
from nowwhat.ssh.lodging import lodge_in_memory
from nowwhat.ssh.receiving import reception
from nowwhat.ssh.screen import Screen
from nowwhat.ssh.seats import Held


async def lead(house: House, call: Call) -> int:
    """Lead a room: the one of their code, or of their key; gives the exit status."""
    if _refused_in_lines(house, call):
        return NO
    try:
        held = await _room_of(house, call)
    except EndOfInputError:
        return UNFINISHED
    if held is None:
        call.outlet.say(f"{house.pack.words.lobby.gone}\n")
        return NO
    hub, code = house.rooms.hub, held.code
    # Two who come by the same code are two: only a key says that somebody is who they were.
    token = held.token(f"lead {call.key or secrets.token_hex()}")
    try:
        found = hub.send(code, Attend(token), "facilitator").leader(token)
        link = facilitators_link(hub, code, house.clock.elapsed)
    except NoRoomError:
        call.outlet.say(f"{house.pack.words.lobby.gone}\n")
        return NO
    house.log.tell("room", room=held.number, what="led", call=call.number)
    _lodge(house, call)
    words, (hosts, port) = house.pack.words.leading, _reached(house, call)
    beside = ssh_command(held.leader_code, hosts[0], port)
    call.outlet.say(fill(words.leader, {"command": beside}) + "\n")
    going = house.pack.words.lobby.goes_on
    joining = invitation(house.rooms, held, words, hosts, port, leaving=going)
    entrance = Entrance("lead", held.script.id, room=link, joining=joining)
    try:
        return await Screen(house, call, entrance).run()
    finally:
        with suppress(RefusedError, NoRoomError):
            hub.send(code, Depart(token, found.line if found else None), "facilitator")


async def show_wall(house: House, call: Call) -> int:
    """Show what all in the room may read, until the room is gone; gives the exit status."""
    if _refused_in_lines(house, call):
        return NO
    code = call.aim.code if call.aim else ""
    held = house.rooms.held(code)
    if held is None:
        call.outlet.say(f"{house.pack.words.lobby.gone}\n")
        return NO
    if sum(each.aim == call.aim for each in house.calls) > house.limits.walls:
        house.log.tell("limit", call=call.number, what="walls")
        call.outlet.say(f"{house.pack.words.lobby.no_wall}\n")
        return NO
    link = walls_link(house.rooms.hub, code, house.clock.elapsed)
    house.log.tell("room", room=held.number, what="wall", call=call.number)
    _lodge(house, call)
    words, rooms = house.pack.words.leading, house.rooms
    joining = invitation(rooms, held, words, *_reached(house, call), wall=True)
    entrance = Entrance("wall", held.script.id, room=link, joining=joining)
    return await Screen(house, call, entrance).run()


async def _room_of(house: House, call: Call) -> Held | None:
    """Find the room that they lead; a key opens one where it leads none.

    Raises:
        EndOfInputError: They are gone.
    """
    rooms = house.rooms
    if call.aim is not None and call.aim.code:
        held = rooms.held(call.aim.code)
    elif house.leads is not None:
        held = house.leads
    else:
        mine = rooms.led_by(call.key)
        held = mine[-1] if mine else None
        if held is None or (_is_over(house, held) and await _wants_new(house, call)):
            held = rooms.open(house.pack.script(await _which(house, call)))
    if held is not None and call.key:
        held.leaders.add(call.key)
    return held


def _reached(house: House, call: Call) -> tuple[tuple[str, ...], int]:
    """Say how others reach this server: as it knows, else as this one did."""
    hosts, port = house.reached
    return (hosts, port) if hosts else ((call.reached[0],), call.reached[1])


def _is_over(house: House, held: Held) -> bool:
    room = house.rooms.hub.room(held.code)
    return room is None or room.ended


async def _wants_new(house: House, call: Call) -> bool:
    words = house.pack.words.lobby
    return await _ask(house, call, words.room_is_over, (words.to_it, words.open_new)) == 1


async def _which(house: House, call: Call) -> str:
    """Say which script is led; asked where there are several."""
    names = house.pack.group_names
    if len(names) == 1:
        return names[0]
    titles = [house.pack.script(name).title for name in names]
    return names[await _ask(house, call, house.pack.words.lobby.which_script, titles)]


async def _ask(house: House, call: Call, ask: str, options: Sequence[str]) -> int:
    return await speak(
        call, house.clock, lambda lines: reception(house, call, lines).one_of(ask, options)
    )


def _refused_in_lines(house: House, call: Call) -> bool:
    if call.in_lines:
        call.outlet.say(f"{house.pack.words.lobby.needs_screen}\n")
    return call.in_lines


def _lodge(house: House, call: Call) -> None:
    """Give them a place for their choices; it is gone with them."""
    call.lodging = lodge_in_memory(house.clock)
    call.lodging.prefer(replace(call.lodging.preferences(), zone=house.zone))
