"""The course of a call, as a short list of small things, each around the next.

Each takes the call and a way to go on, and gives an exit status. Read from above: it is listed,
logged, survives a bug, is told why it ends, has a seat or not, ends when nobody types, is
shown into a room if it is for one, else received, and then is what people come for.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack

from nowwhat.packs.filling import fill
from nowwhat.plain.lines import EndOfInputError
from nowwhat.plain.staying import Stay as PlainStay
from nowwhat.session.state import Ending
from nowwhat.ssh.call import BUG, DONE, NO, UNFINISHED, Call
from nowwhat.ssh.dialogue import speak
from nowwhat.ssh.guests import Stay, TooManyGuessesError
from nowwhat.ssh.house import House
from nowwhat.ssh.joining import participate
from nowwhat.ssh.leading import lead, show_wall
from nowwhat.ssh.lodging import lodge_on_disk
from nowwhat.ssh.names import Aim
from nowwhat.ssh.presence import present
from nowwhat.ssh.receiving import reception
from nowwhat.ssh.reception import lasts
from nowwhat.ssh.screen import Screen
from nowwhat.ssh.visitor import Guest

GoOn = Callable[[], Awaitable[int]]
Middleware = Callable[[House, Call, GoOn], Awaitable[int]]

_LOOK = 15.0
"""Seconds, at most, between two looks whether somebody still types."""


async def listed(house: House, call: Call, go_on: GoOn) -> int:
    """Be among those that are here, from now until all of it is over."""
    house.calls.add(call)
    try:
        return await go_on()
    finally:
        house.calls.discard(call)
        house.parted += 1
        call.over.set()


async def logged(house: House, call: Call, go_on: GoOn) -> int:
    """Write that it begins and how it ended."""
    columns, rows = call.size
    form = "lines" if call.in_lines else "screen"
    house.log.tell("start", call=call.number, form=form, columns=columns, rows=rows)
    began = house.clock.elapsed()
    status = -1
    try:
        status = await go_on()
        return status
    finally:
        seconds = round(house.clock.elapsed() - began, 1)
        house.log.tell("end", call=call.number, why=call.why, status=status, seconds=seconds)


async def told(house: House, call: Call, go_on: GoOn) -> int:
    """Say why it ended, where that was not the caller's doing."""
    del house
    status = await go_on()
    if call.sentence:
        call.outlet.say(f"{call.sentence}\n")
    return status


async def calm(house: House, call: Call, go_on: GoOn) -> int:
    """Let a bug end this call and no other."""
    try:
        return await go_on()
    except Exception as error:  # noqa: BLE001 - whatever it is, the others are not to notice
        house.log.mishap(error, call=call.number)
        call.end("mishap", house.pack.words.serve.mishap)
        return BUG


async def seated(house: House, call: Call, go_on: GoOn) -> int:
    """Refuse where every seat is taken, here or from that address."""
    if house.has_room(call.address):
        return await go_on()
    house.log.tell("limit", call=call.number, what="sessions")
    call.end("full", house.pack.words.serve.full)
    return NO


async def awake(house: House, call: Call, go_on: GoOn) -> int:
    """End it when no key has come for long."""
    watching = asyncio.create_task(_watch(house, call))
    try:
        return await go_on()
    finally:
        watching.cancel()


async def roomed(house: House, call: Call, go_on: GoOn) -> int:
    """Show those into their room whose user name leads there."""
    match call.aim:
        case None:
            return await go_on()
        case Aim(to="room"):
            return await participate(house, call)
        case Aim(to="wall"):
            return await show_wall(house, call)
        case _:
            return await lead(house, call)


async def received(house: House, call: Call, go_on: GoOn) -> int:
    """Find what the caller has here, and ask what has to be known first."""
    if isinstance(call.visitor, Guest):
        return await _as_guest(house, call, go_on)
    folder = house.state.of(call.visitor)
    with ExitStack() as leaving:
        await asyncio.to_thread(leaving.enter_context, present(folder))
        call.lodging = lodge_on_disk(folder, house.clock)
        return await _as_person(house, call, go_on)


async def _watch(house: House, call: Call) -> None:
    if call.aim is not None and call.aim.to != "room":  # a wall has no keys; a room has its own end
        return
    limits = house.limits

    def most() -> float:
        """Seconds without a key: a seat that nobody has taken is not kept from others for long."""
        at_the_door = call.aim is not None and call not in house.seats
        return min(limits.entry, limits.idle) if at_the_door else limits.idle

    while house.clock.elapsed() - call.heard < most():  # noqa: ASYNC110 - an event a key costs more
        await asyncio.sleep(min(most() / 10, _LOOK))
    house.log.tell("limit", call=call.number, what="idle")
    call.end("idle", house.pack.words.serve.idle)


async def _as_person(house: House, call: Call, go_on: GoOn) -> int:
    others = house.others_of(call)
    if others or not lasts(call.lodging.preferences().zone):
        try:
            came = await speak(
                call,
                house.clock,
                lambda lines: reception(house, call, lines).person(
                    call.lodging, here_already=bool(others)
                ),
            )
        except EndOfInputError:
            return UNFINISHED
        if came.takes_over:
            await house.take_over(others)
    return await go_on()


async def at_home(house: House, call: Call, _: GoOn) -> int:
    """What people come for: in lines, or on the full screen."""
    words = house.pack.words.serve
    if not call.in_lines:
        call.outlet.say(f"{words.hint_plain}\n")
        return await Screen(house, call).run()
    desk = call.lodging.desk(house.pack_for(call))
    try:
        ending = await speak(
            call, house.clock, lambda lines: PlainStay(desk, lines, house.script).run()
        )
    except EndOfInputError:
        return UNFINISHED
    return UNFINISHED if ending is Ending.LEFT else DONE


COURSE: tuple[Middleware, ...] = (
    listed,
    logged,
    told,
    calm,
    seated,
    awake,
    roomed,
    received,
    at_home,
)


async def run(house: House, call: Call, course: Sequence[Middleware] = COURSE) -> int:
    """Let a call take its course; gives the exit status."""
    first, *rest = course
    return await first(house, call, lambda: run(house, call, rest))


async def _as_guest(house: House, call: Call, go_on: GoOn) -> int:
    limits = house.limits
    try:
        came = await speak(
            call,
            house.clock,
            lambda lines: reception(house, call, lines).guest(
                house.guests, kept=limits.kept, guesses=limits.guesses
            ),
        )
    except EndOfInputError:
        return UNFINISHED
    except TooManyGuessesError:
        house.log.tell("limit", call=call.number, what="guesses")
        return NO
    stay = came.stay
    assert stay is not None  # noqa: S101 - a guest is always given one
    while others := [c for c in house.calls if house.stays.get(c) is stay]:
        await house.take_over(others)  # meanwhile another line of theirs may have come back to it
    stay.until, house.stays[call] = None, stay
    call.lodging = stay.lodging
    status = UNFINISHED
    try:
        status = await go_on()
        return status
    finally:
        del house.stays[call]
        _part(house, call, stay, finished=status == DONE and not call.ending)


def _part(house: House, call: Call, stay: Stay, *, finished: bool) -> None:
    """Forget a guest who has finished; what else they gave waits for their words."""
    if finished:
        house.guests.forget(stay)
        return
    house.guests.wait(stay)
    words: dict[str, str | int] = {"minutes": round(house.limits.kept / 60), "words": stay.said}
    call.outlet.say(fill(house.pack.words.serve.waits_for, words) + "\n")
