"""Limits: how many, how long, how much; and what is never granted."""

import asyncio
import itertools
from typing import Any

import asyncssh
import pytest
from tests.ssh.caller import Caller, call, connect
from tests.ssh.conftest import Serve
from tests.ssh.place import Place, the_pack
from tests.ssh.walking import SERVE, asks, to_home, to_the_note

from nowwhat.ssh.limits import Limits


def reached(place: Place) -> list[str]:
    return [event["what"] for event in place.events("limit")]


@pytest.mark.parametrize("limits", [Limits(sessions=2), Limits(per_address=2)])
def test_there_are_so_many_seats_and_the_next_is_told_so(serve: Serve, limits: Limits) -> None:
    place = serve(limits=limits)

    async def live() -> None:
        async with call(place) as one, call(place) as two:
            await one.until(SERVE.confirm)
            await two.until(SERVE.confirm)
            if limits.sessions == 2:
                async with call(place) as three:
                    assert await three.ended() == 1
                    assert SERVE.full in three.seen
            else:  # from one address, nobody comes as far as that
                with pytest.raises((asyncssh.ConnectionLost, ConnectionError)):
                    await connect(place)
        await place.emptied()
        async with call(place) as again:
            await again.until(SERVE.confirm)

    asyncio.run(live())
    assert reached(place) == ["sessions" if limits.sessions == 2 else "connections"]


def test_only_so_many_stand_at_the_door(serve: Serve) -> None:
    place = serve(limits=Limits(logins=3, login=2.0))

    async def live() -> None:
        knocking = [await asyncio.open_connection("127.0.0.1", place.port) for _ in range(3)]
        for reader, _ in knocking:
            assert (await reader.readline()).startswith(b"SSH-2.0-nowwhat")
        with pytest.raises((asyncssh.ConnectionLost, ConnectionError)):
            await connect(place)
        for reader, writer in knocking:  # who says nothing is not waited for
            await reader.read()
            writer.close()
        async with call(place) as caller:
            await caller.until(SERVE.confirm)

    asyncio.run(live())
    assert reached(place) == ["connections"]


def test_who_types_nothing_for_long_is_let_go_and_their_words_are_kept(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve(limits=Limits(idle=10))

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await to_the_note(caller)
            caller.type("half a sentence that")
            await caller.until("half a sentence that")
            place.clock.ahead += 11
            assert await caller.ended() == 3
            assert SERVE.idle in caller.left
        await place.emptied()
        async with call(place, keys[0]) as caller:
            await caller.until(the_pack().words.front.resume.partition("{")[0])
            caller.type("\r")
            await caller.until("half a sentence that")

    asyncio.run(live())
    assert "idle" in reached(place)


def test_a_client_may_try_so_many_keys(serve: Serve) -> None:
    place = serve(any_key=False, guests=False, limits=Limits(tries=4))
    many = [asyncssh.generate_private_key("ssh-ed25519") for _ in range(8)]

    async def live() -> None:
        with pytest.raises((asyncssh.DisconnectError, ConnectionError)):
            await asyncssh.connect(
                "127.0.0.1",
                place.port,
                username="me",
                known_hosts=None,
                client_keys=many,
                agent_path=None,
                config=None,
            )

    asyncio.run(live())
    assert reached(place) == ["tries"]


def test_a_paste_is_taken_up_to_a_limit_and_holds_nobody_up(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as one, call(place, keys[1]) as other:
            await to_the_note(one)
            await to_the_note(other)
            one.type("\x1b[200~" + "word " * 400_000 + "\x1b[201~")
            slowest = 0.0
            for number in range(10):
                asked = asyncio.get_running_loop().time()
                other.type(f"k{number}")
                await other.until(f"k{number}")
                slowest = max(slowest, asyncio.get_running_loop().time() - asked)
            assert slowest < 2
            await one.until("word word")
            one.type("\r")
            await one.until(asks("discomfort"))

    asyncio.run(live())
    assert not place.events("mishap")


def test_keys_that_come_faster_than_they_are_taken_wait_at_the_client(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve(limits=Limits(ahead=400))

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await to_the_note(caller)
            (here,) = place.house.calls
            for _ in range(10):
                caller.type("k" * 300)
            caller.type(" end\r")
            await caller.until("kkk")
            most = max([place.do(lambda: here.unheard) for _ in range(100)])
            await caller.until(asks("discomfort"), seconds=120)
            assert 0 < most <= 3 * 400

    asyncio.run(live())


def test_a_client_that_does_not_read_is_held_and_then_shown_what_there_is(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve(limits=Limits(queued=20_000))

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await to_home(caller)
            (here,) = place.house.calls
            transport = caller.connection._transport
            assert isinstance(transport, asyncio.Transport)
            transport.pause_reading()
            sizes = itertools.cycle(range(80, 120))

            def stalls() -> bool:
                here.resize(next(sizes), 24)
                return here.outlet.stalled

            await asyncio.to_thread(place.wait_for, stalls)
            sent, looks = here.outlet.sent, iter(range(200))
            await asyncio.to_thread(place.wait_for, lambda: stalls() and next(looks) == 100)
            place.do(lambda: here.resize(80, 24))
            assert here.outlet.sent - sent < 1000
            assert here.outlet.most < 20_000 + 40_000
            caller.screen.reset()
            transport.resume_reading()
            await asyncio.to_thread(place.wait_for, lambda: not here.outlet.stalled)
            caller.type("\r")
            await caller.until(asks("insight"))

    asyncio.run(live())


async def refused(attempt: object) -> None:
    with pytest.raises((asyncssh.Error, asyncssh.ChannelListenError, OSError)):
        await attempt  # type: ignore[misc]


def test_nothing_but_a_session_is_granted(serve: Serve, keys: list[asyncssh.SSHKey]) -> None:
    place = serve()

    async def live() -> None:
        connection, _ = await connect(place, keys[0])
        await refused(connection.run("id", check=True))
        await refused(connection.start_sftp_client())
        await refused(asyncssh.scp((connection, "/etc/passwd"), "/dev/null"))
        await refused(connection.open_connection("127.0.0.1", 22))
        await refused(connection.open_unix_connection("/tmp/x"))  # noqa: S108
        await refused(connection.forward_remote_port("127.0.0.1", 0, "127.0.0.1", 22))
        await refused(connection.forward_remote_path("/tmp/x", "/tmp/y"))  # noqa: S108
        await refused(connection.create_process(subsystem="netconf"))
        await refused(
            connection.create_process(x11_forwarding=True, x11_display=":0", term_type="xterm")
        )
        connection.close()
        await connection.wait_closed()

    asyncio.run(live())
    refusals = [event["what"] for event in place.events("refused")]
    assert refusals == [
        *("exec", "subsystem", "exec", "forwarding", "forwarding"),
        *("listening", "listening", "subsystem"),
    ]
    assert not place.events("start")


def test_an_agent_is_not_forwarded(serve: Serve, keys: list[asyncssh.SSHKey]) -> None:
    place = serve()

    async def live() -> None:
        connection, _ = await asyncssh.create_connection(
            asyncssh.SSHClient,
            "127.0.0.1",
            place.port,
            username="me",
            known_hosts=None,
            client_keys=[keys[0]],
            agent_path="/nonexistent",
            agent_forwarding=True,
            config=None,
        )
        caller = Caller((80, 24))
        process = await connection.create_process(term_type="xterm", encoding=None)
        opened: list[Any] = []

        def look() -> None:
            opened.extend(place.house.doors)

        place.do(look)
        (door,) = opened
        assert door._conn.get_agent_path() is None
        process.close()
        connection.close()
        await connection.wait_closed()
        assert caller.status is None

    asyncio.run(live())


def test_the_words_of_the_limits_are_words_of_the_pack() -> None:
    words = the_pack().words.serve
    assert all((words.full, words.idle, words.mishap, words.stopping))


def test_a_size_among_the_keys_is_none(serve: Serve, keys: list[asyncssh.SSHKey]) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await to_the_note(caller)
            caller.type("\x1b[48;99999;99999;1;1t")
            caller.type("\x1b[48;12;30;1;1t")
            caller.type("still here")
            await caller.until("still here")
            (there,) = place.house.calls
            assert there.size == (80, 24)
            assert caller.screen.display[-1].strip()

    asyncio.run(live())
