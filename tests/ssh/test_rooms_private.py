"""What is typed in a room and not shared reaches nobody: no console, no wall, no log, no disk."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import asyncssh
from tests.ssh.caller import Caller, call
from tests.ssh.conftest import Serve
from tests.ssh.place import Place, the_pack
from tests.ssh.rooming import ask, come_to_be, join, opened, room_of
from tests.ssh.test_rooms_kept import to_the_note

from nowwhat.group import carrying
from nowwhat.group.commands import End, OpenSharing, Share
from nowwhat.ssh.seats import Held

SECRET, SHARED, NAME = "quagmire", "obelisk", "fandango"
LONG = "there is {} " + "behind the house, and nobody asks it anything, " * 8
"""So long that no wall has room to draw it large, where no byte would be found."""


@asynccontextmanager
async def a_room(place: Place, held: Held) -> AsyncIterator[tuple[Caller, Caller, Caller]]:
    """A console, a wall, and a participant."""
    async with AsyncExitStack() as lines:
        console = await lines.enter_async_context(call(place, name=held.leader_code))
        wall = await lines.enter_async_context(call(place, name=f"{held.code}+screen"))
        person = await lines.enter_async_context(call(place, name=held.code))
        yield console, wall, person


def test_words_that_were_typed_reach_no_console_no_wall_no_log_and_no_disk(serve: Serve) -> None:
    place = serve(any_key=False, guests=False)
    held = opened(place)
    discomfort = held.script.step("discomfort").ask[0]

    async def live() -> None:
        async with a_room(place, held) as (console, wall, person):
            await join(person, NAME)
            await console.until(held.code)
            await wall.until(held.code)
            note = to_the_note(place, held)
            await person.until(note)
            await wall.until(held.script.step("insight").hint)
            person.type(LONG.format(SECRET) + "\r")
            await person.until(discomfort)
            person.type("7\r")
            await person.until(the_pack().words.waiting.ask)
            ask(place, held, OpenSharing())
            ask(place, held, Share(LONG.format(SHARED), "sentence"), 1)
            console.type("o")
            await console.until(SHARED)
            await wall.until(SHARED)
            heard = {who: at.heard for who, at in (("console", console), ("wall", wall))}
            for each, bytes_ in heard.items():
                assert SECRET.encode() not in bytes_, each
            assert NAME.encode() not in wall.heard
            ask(place, held, End())

    asyncio.run(live())
    room = room_of(place, held)
    assert NAME.encode() in carrying.encode(room)
    assert SECRET.encode() not in carrying.encode(room)
    place.stop()
    written = place.written.getvalue()
    secrets = (SECRET, SHARED, NAME, held.code, held.leader_code, room.participants[0].token)
    assert [word for word in secrets if word in written] == []
    assert on_disk(place.state.folder, SECRET, SHARED, NAME, held.code) == []


def on_disk(folder: Path, *words: str) -> list[str]:
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return [word for word in words if any(word.encode() in each for each in files)]


def test_the_log_tells_of_rooms_in_numbers_alone(serve: Serve, keys: list[asyncssh.SSHKey]) -> None:
    place = serve(any_key=False, guests=False)
    held = opened(place)

    async def live() -> None:
        async with call(place, keys[0], name=held.code) as caller:
            await join(caller, NAME)
            to_the_note(place, held)
            caller.cut()
        await come_to_be(place, held, (NAME, "away"))
        async with call(place, keys[0], name=held.code):
            await come_to_be(place, held, (NAME, "here"))
        await come_to_be(place, held, (NAME, "away"))
        ask(place, held, End())

    asyncio.run(live())
    place.stop()
    told = [event["what"] for event in place.events("room")]
    assert told.count("stop") == 3
    assert [what for what in told if what != "stop"] == [
        *("opened", "joined", "parted", "returned", "parted", "ended"),
    ]
    allowed = {"time", "event", "room", "what", "call", "stop"}
    assert {name for event in place.events("room") for name in event} <= allowed
    numbers = [event[name] for event in place.events("room") for name in ("room", "call", "stop")
               if name in event]  # fmt: skip
    assert all(isinstance(number, int) for number in numbers)
