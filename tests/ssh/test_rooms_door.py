"""The door of a room: codes that are none, codes that are guessed, and who stays at it."""

import asyncio

import asyncssh
import pytest
from tests.ssh.caller import call, connect
from tests.ssh.conftest import Serve
from tests.ssh.place import Place, the_pack
from tests.ssh.rooming import (
    LOBBY,
    come_to_be,
    join,
    only_rooms,
    opened,
    people,
)
from tests.ssh.walking import SERVE, come_in

from nowwhat.group.tries import BY_ONE
from nowwhat.ssh.limits import Limits

HERE = "here"


def test_a_code_that_is_none_is_explained_where_there_are_only_rooms(serve: Serve) -> None:
    place = only_rooms(serve)
    held = opened(place)

    async def live(name: str) -> str:
        client: list[str] = []

        class Hears(asyncssh.SSHClient):
            def auth_banner_received(self, msg: str, lang: str) -> None:
                client.append(msg)

            def kbdint_auth_requested(self) -> str:
                return ""

        with pytest.raises(asyncssh.PermissionDenied):
            await asyncssh.create_connection(
                Hears, "127.0.0.1", place.port, username=name, known_hosts=None,
                client_keys=[], agent_path=None, config=None,
            )  # fmt: skip
        return "".join(client).replace("\r\n", "\n")

    near = held.code.rpartition("-")[0] + "-" + another_word(held.code)
    assert asyncio.run(live(near)) == LOBBY.need_code
    assert asyncio.run(live("me")) == LOBBY.need_code


async def guess(place: Place, wrong: str) -> None:
    """Try a code that is none until no more are heard."""
    for _ in range(BY_ONE):
        connection, _ = await connect(place, name=wrong)
        connection.abort()


def another_word(code: str) -> str:
    return next(word for word in the_pack().resume_words if word not in code)


def test_with_guests_a_code_that_is_none_is_anybody(serve: Serve) -> None:
    place = serve()
    held = opened(place)

    async def live() -> None:
        near = held.code.rpartition("-")[0] + "-" + another_word(held.code)
        async with call(place, name=near) as caller:
            await caller.until(SERVE.guest[0])
        async with call(place, name=held.code) as caller:
            await caller.until(LOBBY.who_knows[0])

    asyncio.run(live())


def test_who_tries_too_many_codes_is_not_heard_any_more_and_names_cost_nothing(
    serve: Serve,
) -> None:
    place = serve()
    held = opened(place)
    wrong = "-".join([another_word(held.code)] * 3)

    async def live() -> None:
        for number in range(BY_ONE + 5):
            connection, _ = await connect(place, name=f"me{number}")
            connection.abort()
        await guess(place, wrong)
        async with call(place, name=held.code) as caller:
            await caller.until(SERVE.guest[0])
        place.clock.ahead += 16 * 60
        async with call(place, name=held.code) as caller:
            await caller.until(LOBBY.who_knows[0])

    asyncio.run(live())
    assert [each["what"] for each in place.events("limit")] == ["codes"]


def test_a_shut_door_lets_back_whose_key_has_a_seat_and_nobody_else(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve(any_key=False)
    held = opened(place)
    wrong = "-".join([another_word(held.code)] * 3)

    async def live() -> None:
        async with call(place, keys[0], name=held.code) as caller:
            await join(caller, "Ada")
            await come_to_be(place, held, ("Ada", HERE))
            caller.cut()
        await come_to_be(place, held, ("Ada", "away"))
        await guess(place, wrong)
        for key in (None, keys[1]):
            async with call(place, key, name=held.code) as caller:
                await caller.until(SERVE.guest[0])
        async with call(place, keys[0], name=held.code):
            await come_to_be(place, held, ("Ada", HERE))
        async with call(place, keys[0], name=wrong) as caller:
            await caller.until(SERVE.guest[0])
        assert 14 * 60 < place.house.rooms.shut() <= 15 * 60
        place.do(lambda: place.house.rooms.reopen(held))
        assert place.house.rooms.shut() == 0
        async with call(place, keys[1], name=held.code) as caller:
            await caller.until(LOBBY.who_knows[0])

    asyncio.run(live())


def test_who_stays_at_the_door_of_a_room_keeps_no_seat_from_others(serve: Serve) -> None:
    place = only_rooms(serve, limits=Limits(entry=10, end=10.0))
    held = opened(place)

    async def live() -> None:
        async with call(place, name=held.code) as ada, call(place, name=held.code) as ben:
            await join(ada, "Ada")
            await come_to_be(place, held, ("Ada", HERE))
            await come_in(ben)
            await ben.until(LOBBY.name)
            place.clock.ahead += 11
            assert await ben.ended() == 3
            assert people(place, held) == [("Ada", HERE)]
            assert not ada.gone.is_set()

    asyncio.run(live())
    assert [each["what"] for each in place.events("limit")] == ["idle"]
