"""Joining a room by its code: who may, who is told what, and how one is back as oneself."""

import asyncio

import asyncssh
import pytest
from tests.ssh.caller import call, connect
from tests.ssh.conftest import Serve
from tests.ssh.place import the_pack
from tests.ssh.rooming import (
    CTRL_Q,
    LOBBY,
    ask,
    come_to_be,
    join,
    only_rooms,
    opened,
    people,
    room_of,
    words_told,
)
from tests.ssh.walking import SERVE, come_in

from nowwhat.group.commands import Ban, Drop, End, Join, Lock, Remove
from nowwhat.packs.filling import fill
from nowwhat.ssh.limits import Limits

HERE = "here"


def test_the_code_lets_in_where_nobody_has_an_account(serve: Serve) -> None:
    place = only_rooms(serve)
    held = opened(place)

    async def live() -> None:
        async with call(place, name=held.code.upper()) as caller:
            await caller.until(*LOBBY.who_knows)
            await join(caller, "Ada")
            [ada] = await come_to_be(place, held, ("Ada", HERE))
            assert ada.token not in (held.code, "Ada")

    asyncio.run(live())
    assert place.state.ids() == []
    assert place.server.house.guests.__len__() == 0


def test_without_a_name_one_has_none_and_a_name_that_is_refused_is_asked_again(
    serve: Serve,
) -> None:
    place = only_rooms(serve)
    held = opened(place)

    async def live() -> None:
        async with call(place, name=held.code) as one:
            await come_in(one)
            await one.until(LOBBY.name)
            one.type("x" * 41 + "\r")
            await one.until(LOBBY.name_too_long)
            one.type("\r")
            await come_to_be(place, held, ("", HERE))

    asyncio.run(live())


def test_a_name_that_would_act_upon_terminals_is_asked_again(serve: Serve) -> None:
    place = only_rooms(serve)
    held = opened(place)

    async def live() -> None:
        async with call(place, name=held.code, term=None) as one:
            one.type("\n\n\u202eada\n")  # a client without a terminal sends it as it is
            await one.when(lambda: LOBBY.name_not_text[:40] in one.heard.decode())
            one.type("Ada\n")
            await come_to_be(place, held, ("Ada", HERE))

    asyncio.run(live())


def test_a_room_that_is_locked_full_or_over_says_so(serve: Serve) -> None:
    place = only_rooms(serve, limits=Limits(sessions=2, end=10.0))
    locked, full, over = opened(place), opened(place), opened(place)
    ask(place, locked, Lock())
    for number in range(2):
        ask(place, full, Join(f"t{number}"), "newcomer")
    ask(place, over, End())

    async def live() -> None:
        for held, words in ((locked, LOBBY.closed), (over, LOBBY.closed)):
            async with call(place, name=held.code) as caller:
                await caller.until(words)
                caller.type("\r")
                assert await caller.ended() == 1
        async with call(place, name=full.code) as caller:
            await come_in(caller)
            await caller.until(LOBBY.name)
            caller.type("Ada\r")
            assert await caller.ended() == 1
            assert LOBBY.no_seat in caller.heard.decode()

    asyncio.run(live())
    assert people(place, locked) == people(place, over) == []


def test_words_bring_back_who_dropped_also_where_the_room_is_locked(serve: Serve) -> None:
    place = only_rooms(serve)
    held = opened(place)

    async def live() -> None:
        async with call(place, name=held.code) as caller:
            words = await join(caller, "Ada")
            await come_to_be(place, held, ("Ada", HERE))
            caller.cut()
        await come_to_be(place, held, ("Ada", "away"))
        ask(place, held, Lock())
        place.clock.ahead += 2 * 3600
        async with call(place, name=held.code) as caller:
            await caller.until(LOBBY.closed)
            caller.type("nobody has these\r")
            await caller.until(SERVE.nothing_waits)
            caller.type(f"{words}\r")
            [ada] = await come_to_be(place, held, ("Ada", HERE))
            assert ada.line == 2

    asyncio.run(live())


def test_a_key_brings_back_without_a_question_and_from_a_second_line(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = only_rooms(serve)
    held = opened(place)

    async def live() -> None:
        async with call(place, keys[0], name=held.code) as one:
            await join(one, "Ada")
            await come_to_be(place, held, ("Ada", HERE))
            async with call(place, keys[0], name=held.code) as two:
                await two.when(lambda: SERVE.resumed in two.heard.decode())
                await one.ended()
                assert SERVE.taken_over in " ".join(one.left.split())
                [ada] = await come_to_be(place, held, ("Ada", HERE))
                assert ada.line == 2
        await come_to_be(place, held, ("Ada", "away"))

    asyncio.run(live())
    assert place.state.ids() == []


def test_keys_and_words_of_others_bring_nobody_to_ones_seat(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = only_rooms(serve)
    held, other = opened(place), opened(place)

    async def live() -> None:
        async with call(place, keys[0], name=held.code) as one:
            words = await join(one, "Ada")
            async with call(place, keys[1], name=held.code) as two:
                await join(two, "Ben")
            async with call(place, keys[0], name=other.code) as three:
                await three.until(SERVE.confirm)
                three.type(f"{words}\r")
                await three.until(SERVE.nothing_waits)
                three.type("\r")
                await three.until(LOBBY.name)
                three.type("Ada\r")
                await come_to_be(place, other, ("Ada", HERE))
        await come_to_be(place, held, ("Ada", "away"), ("Ben", "away"))

    asyncio.run(live())
    tokens = {room_of(place, each).participants[0].token for each in (held, other)}
    assert len(tokens) == 2, "the same key is not known by the same token in two rooms"


def test_several_sessions_of_one_connection_are_several_people_without_a_key(
    serve: Serve,
) -> None:
    place = only_rooms(serve)
    held = opened(place)

    async def live() -> None:
        async with call(place, name=held.code) as one:
            await join(one, "Ada")
            result = await one.connection.create_process(
                term_type="xterm", encoding="utf-8", request_pty=True
            )
            result.stdin.write("\rBen\r")
            await come_to_be(place, held, ("Ada", HERE), ("Ben", HERE))

    asyncio.run(live())


def test_who_was_removed_may_come_back_and_who_was_banned_may_not(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = only_rooms(serve)
    held = opened(place)

    async def live() -> None:
        async with call(place, keys[0], name=held.code) as one:
            await join(one, "Ada")
            ask(place, held, Remove(1))
        async with call(place, keys[0], name=held.code):
            await come_to_be(place, held, ("Ada", HERE))
            ask(place, held, Ban(1))
        async with call(place, keys[0], name=held.code) as one:
            assert await one.ended() == 1
            assert "".join(LOBBY.banned.split()) in "".join(one.heard.decode().split())
        await come_to_be(place, held, ("Ada", "removed"))

    asyncio.run(live())


def test_who_leaves_unfinished_is_told_how_to_come_back(serve: Serve) -> None:
    place = only_rooms(serve)
    held = opened(place)

    async def live() -> None:
        async with call(place, name=held.code) as caller:
            words = await join(caller, "Ada")
            await caller.when(lambda: "\x1b[?1049h" in caller.heard.decode())
            caller.type(CTRL_Q)
            await caller.ended()
            assert words in " ".join(caller.left.split())
            assert words_told(caller) == words

    asyncio.run(live())


def test_a_room_goes_when_its_time_is_up(serve: Serve) -> None:
    place = only_rooms(serve, limits=Limits(room=3600, end=10.0))
    held = opened(place)

    async def live() -> None:
        async with call(place, name=held.code) as caller:
            await join(caller, "Ada")
        place.clock.ahead += 3601
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(place, name=held.code)

    asyncio.run(live())
    assert place.house.rooms.held(held.code) is None
    assert "expired" in [each["what"] for each in place.events("room")]


def test_when_the_server_is_stopped_participants_hear_that_their_words_go(serve: Serve) -> None:
    place = only_rooms(serve)
    held = opened(place)

    async def live() -> None:
        async with call(place, name=held.code) as caller:
            await join(caller, "Ada")
            place.begin_to_stop()
            await caller.ended()
            assert LOBBY.stopping in " ".join(caller.heard.decode().split())

    asyncio.run(live())


def test_a_line_that_dropped_long_ago_changes_nothing(serve: Serve) -> None:
    place = only_rooms(serve)
    held = opened(place)

    async def live() -> None:
        async with call(place, name=held.code) as caller:
            await join(caller, "Ada")
            ask(place, held, Drop(0), 1)
            await come_to_be(place, held, ("Ada", HERE))

    asyncio.run(live())


def test_the_words_that_bring_one_back_stand_on_the_full_screen_too(serve: Serve) -> None:
    """A client that is killed leaves its terminal where the first lines are not seen any more."""
    place = only_rooms(serve)
    held = opened(place)

    def said(words: str) -> str:
        return fill(the_pack().words.room.back, {"words": words})

    async def live() -> None:
        async with call(place, name=held.code) as caller:
            words = await join(caller, "Ada")
            await caller.until(f"{held.code}+plain")
            await caller.when(lambda: "\x1b[?1049h" in caller.heard.decode())
            await caller.when(lambda: said(words) in " ".join(caller.seen.split()))

    asyncio.run(live())
