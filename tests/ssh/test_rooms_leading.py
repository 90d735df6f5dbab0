"""Leading a room over a line: by a listed key, by a leader's code; and the screen for all."""

import asyncio
from collections.abc import Callable

import asyncssh
import pytest
from tests.ssh.caller import Caller, call, connect
from tests.ssh.conftest import Serve
from tests.ssh.place import Place, the_pack
from tests.ssh.rooming import CTRL_Q, LOBBY, ask, opened, room_of
from tests.ssh.walking import SERVE

from nowwhat.group.commands import End
from nowwhat.ssh.limits import Limits
from nowwhat.ssh.seats import Held


def listing(place: Place, *keys: asyncssh.SSHKey) -> Place:
    """List keys that may lead."""
    lines = b"".join(key.export_public_key() for key in keys)
    place.state.facilitators.write_bytes(lines)
    return place


async def so(place: Place, what: Callable[[], bool]) -> None:
    await asyncio.to_thread(place.wait_for, what)


def leaders(place: Place, held: Held) -> list[bool]:
    return [each.present for each in room_of(place, held).leaders]


def the_room(place: Place) -> Held:
    [held] = place.house.rooms.all()
    return held


async def painted(caller: Caller) -> None:
    await caller.when(lambda: "\x1b[?1049h" in caller.heard.decode("utf-8", "replace"))


def test_a_listed_key_opens_a_room_and_comes_back_to_it(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = listing(serve(guests=False, any_key=False), keys[0])

    async def live() -> None:
        async with call(place, keys[0], name="lead") as caller:
            await so(place, lambda: len(place.house.rooms) == 1)
            held = the_room(place)
            await so(place, lambda: leaders(place, held) == [True])
            await painted(caller)
            caller.cut()
        await so(place, lambda: leaders(place, held) == [False])
        async with call(place, keys[0], name="LEAD+screen"):
            await so(place, lambda: leaders(place, held) == [True])
        assert the_room(place) is held

    asyncio.run(live())


def test_a_key_that_is_not_listed_is_told_so_and_leads_nothing(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = listing(serve(), keys[0])

    async def live() -> None:
        for key in (keys[1], None):
            with pytest.raises(asyncssh.PermissionDenied):
                await connect(place, key, "lead")

    asyncio.run(live())
    assert len(place.house.rooms) == 0


def test_where_nobody_is_listed_lead_is_anybodys_name(serve: Serve) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, name="lead") as caller:
            await caller.until(SERVE.guest[0])

    asyncio.run(live())


def test_a_key_leads_its_own_room_and_the_servers_where_it_has_one(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = listing(serve(), keys[0], keys[1])

    async def live() -> None:
        async with call(place, keys[0], name="lead"):
            await so(place, lambda: len(place.house.rooms) == 1)
            async with call(place, keys[1], name="lead"):
                await so(place, lambda: len(place.house.rooms) == 2)
        own = opened(place)
        place.house.leads = own
        async with call(place, keys[0], name="lead"):
            await so(place, lambda: leaders(place, own) == [True])
        assert len(place.house.rooms) == 3

    asyncio.run(live())


def test_when_ones_room_is_over_a_new_one_is_offered(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = listing(serve(), keys[0])

    async def live() -> None:
        async with call(place, keys[0], name="lead"):
            await so(place, lambda: len(place.house.rooms) == 1)
            held = the_room(place)
            await so(place, lambda: leaders(place, held) == [True])
            ask(place, held, End())
        async with call(place, keys[0], name="lead") as caller:
            await caller.until(LOBBY.room_is_over, LOBBY.to_it, LOBBY.open_new)
            caller.type("2\r")
            await so(place, lambda: len(place.house.rooms) == 2)

    asyncio.run(live())


def test_a_leaders_code_leads_and_two_who_have_it_are_two(serve: Serve) -> None:
    place = serve(guests=False, any_key=False)
    held = opened(place)

    async def live() -> None:
        async with call(place, name=held.leader_code.replace("-", "")):
            await so(place, lambda: leaders(place, held) == [True])
            async with call(place, name=held.leader_code):
                await so(place, lambda: leaders(place, held) == [True, True])
        await so(place, lambda: leaders(place, held) == [False, False])

    asyncio.run(live())
    assert room_of(place, held).participants == ()


def test_in_lines_there_is_neither_console_nor_wall(serve: Serve) -> None:
    place = serve(guests=False, any_key=False)
    held = opened(place)

    async def live() -> None:
        for name, term in (
            (f"{held.leader_code}+plain", "xterm"),
            (f"{held.code}+screen", None),
            (held.leader_code, None),
        ):
            async with call(place, name=name, term=term) as caller:
                assert await caller.ended() == 1
                assert LOBBY.needs_screen in caller.heard.decode()

    asyncio.run(live())
    assert room_of(place, held).leaders == ()


def test_the_wall_takes_no_part_and_stays_without_a_key(serve: Serve) -> None:
    place = serve(guests=False, any_key=False, limits=Limits(idle=0.5, end=10.0))
    held = opened(place)

    async def live() -> None:
        async with call(place, name=f"{held.code}+screen") as wall:
            await painted(wall)
            async with call(place, name=held.code) as other:
                await other.ended()  # nothing came from them
            assert wall.status is None
            wall.type(CTRL_Q)
            await wall.ended()

    asyncio.run(live())
    room = room_of(place, held)
    assert (len(room.participants), len(room.leaders)) == (0, 0)
    assert [each["what"] for each in place.events("limit")] == ["idle"]


def test_a_leaders_code_is_no_code_to_join_by_and_the_other_way_round(serve: Serve) -> None:
    place = serve()
    held = opened(place)
    assert len(held.code.split("-")) < len(held.leader_code.split("-"))
    assert set(held.leader_code.split("-")) <= set(the_pack().resume_words)

    async def live() -> None:
        async with call(place, name=held.code) as caller:
            await caller.until(LOBBY.who_knows[0])

    asyncio.run(live())
    assert room_of(place, held).leaders == ()
