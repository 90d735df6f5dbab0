"""Joining a room: who can know what, a name or none, and back again after a dropped line."""

from contextlib import suppress

from nowwhat.group.commands import Drop, Join, Return
from nowwhat.group.hub import Hub, NoRoomError
from nowwhat.group.link import participants_link
from nowwhat.group.refusing import Reason, RefusedError
from nowwhat.group.room import Room
from nowwhat.packs.filling import fill
from nowwhat.packs.lobby_words import LobbyWords
from nowwhat.plain.lines import WIDEST, EndOfInputError, wrapped
from nowwhat.ssh.call import NO, UNFINISHED, Call
from nowwhat.ssh.dialogue import speak
from nowwhat.ssh.guests import TooManyGuessesError
from nowwhat.ssh.house import House
from nowwhat.ssh.in_room import be_in_room
from nowwhat.ssh.receiving import reception
from nowwhat.ssh.seats import Held, Seat


async def participate(house: House, call: Call) -> int:
    """Take part in the room that they gave the code of; gives the exit status."""
    words = house.pack.words.lobby
    try:
        held = _held(house, call)
        seat = await _come_in(house, call, held)
        return NO if seat is None else await _stay(house, call, held, seat)
    except EndOfInputError:
        return UNFINISHED
    except TooManyGuessesError:
        house.log.tell("limit", call=call.number, what="guesses")
    except RefusedError as refused:
        house.log.tell("refused", call=call.number, what=refused.reason)
        call.outlet.say(wrapped(_said(refused.reason, words), WIDEST))
    except NoRoomError:
        call.outlet.say(f"{words.gone}\n")
    return NO


def _held(house: House, call: Call) -> Held:
    """Give the room of their code.

    Raises:
        NoRoomError: It is there no more.
    """
    held = house.rooms.held(call.aim.code) if call.aim else None
    if held is None:
        raise NoRoomError
    return held


async def _come_in(house: House, call: Call, held: Held) -> Seat | None:
    """Come to one's seat, or back to it; none: it was left at the door.

    Raises:
        RefusedError: The room takes them not.
        NoRoomError: It is there no more.
        EndOfInputError: They are gone.
        TooManyGuessesError: They typed too many words that bring back nothing.
    """
    room, hub = _room(house.rooms.hub, held), house.rooms.hub
    seat = held.seat_of_key(call.key)
    stay = None
    if seat is None:
        closed = room.locked or room.ended
        came = await speak(
            call,
            house.clock,
            lambda lines: reception(house, call, lines).participant(
                held.guests, guesses=house.limits.guesses, closed=closed
            ),
        )
        stay = came.stay
        if stay is None:
            return None
        seat = held.seat_of_stay(stay)
    if seat is not None:
        while others := [each for each in house.calls if house.seats.get(each) is seat]:
            await house.take_over(others)  # meanwhile another line of theirs may have come back
        hub.send(held.code, Return(seat.token), "newcomer")
        call.outlet.say(f"{house.pack.words.serve.resumed}\n")
        house.log.tell("room", room=held.number, what="returned", call=call.number)
        return seat
    assert stay is not None  # noqa: S101 - one who is not known was given one
    seat = held.offer(stay, call.key)
    try:
        await _join(house, call, held, seat)
    except BaseException as error:
        held.guests.forget(stay)
        if isinstance(error, RefusedError) and error.reason == "known":
            return await _come_in(house, call, held)  # meanwhile, on another line of theirs
        raise
    house.log.tell("room", room=held.number, what="joined", call=call.number)
    words = house.pack.words.lobby
    told = words.back_by_key if seat.by_key else words.back_by_words
    call.outlet.say(wrapped(fill(told, {"words": stay.said}), WIDEST))
    return seat


async def _join(house: House, call: Call, held: Held, seat: Seat) -> None:
    """Ask for a name until there is one that the room takes."""
    words, hub = house.pack.words.lobby, house.rooms.hub
    if seat.token in _room(hub, held).banned:
        raise RefusedError("banned")
    ask = words.name
    while True:
        name = await _name(house, call, ask)
        try:
            room = hub.send(held.code, Join(seat.token, name), "newcomer")
        except RefusedError as refused:
            if refused.reason not in ("name_too_long", "name_not_text"):
                raise
            ask = _said(refused.reason, words)
            continue
        found = room.holder(seat.token)
        assert found is not None  # noqa: S101 - they have just joined
        held.give(seat, found.id)
        return


async def _name(house: House, call: Call, ask: str) -> str:
    return await speak(call, house.clock, lambda lines: reception(house, call, lines).name(ask))


async def _stay(house: House, call: Call, held: Held, seat: Seat) -> int:
    """Be in the room until they leave, or their line does."""
    hub, code, number = house.rooms.hub, held.code, seat.number
    who = _room(hub, held).participant(number)
    assert who is not None  # noqa: S101 - they have just come in
    link = participants_link(hub, code, number, house.clock.elapsed)
    house.seats[call], call.lodging = seat, seat.stay.lodging
    try:
        return await be_in_room(house, call, held, link, seat.stay.said)
    finally:
        del house.seats[call]
        with suppress(RefusedError, NoRoomError):
            hub.send(code, Drop(who.line), number)
        house.log.tell("room", room=held.number, what="parted", call=call.number)
        _part(house, call, held, seat)


def _part(house: House, call: Call, held: Held, seat: Seat) -> None:
    """Say how one comes back, to whom it concerns."""
    room = house.rooms.hub.room(held.code)
    who = room.participant(seat.number) if room else None
    if who is not None and who.presence == "away" and call.why not in ("stopping", "taken_over"):
        back = fill(house.pack.words.lobby.back_again, {"words": seat.stay.said})
        call.outlet.say(wrapped(back, WIDEST))


def _room(hub: Hub, held: Held) -> Room:
    room = hub.room(held.code)
    if room is None:
        raise NoRoomError
    return room


def _said(reason: Reason, words: LobbyWords) -> str:
    match reason:
        case "full":
            return words.no_seat
        case "banned":
            return words.banned
        case "name_too_long":
            return words.name_too_long
        case "name_not_text":
            return words.name_not_text
        case "out_of_turn":
            return words.over
        case _:
            return words.no_entry
