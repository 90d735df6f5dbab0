"""The log says what happened and never a word; a crash ends one session and no other."""

import asyncio
import json
from io import StringIO

import asyncssh
import pytest
from tests.ssh.caller import call, connect
from tests.ssh.conftest import Serve
from tests.ssh.place import StandingClock
from tests.ssh.walking import (
    BEGIN,
    GO_ON,
    SERVE,
    asks,
    come_in,
    to_home,
    to_the_card,
    to_the_note,
)

from nowwhat.cli.mishap import outline
from nowwhat.plain.staying import Stay
from nowwhat.ssh.hosted import Hosted
from nowwhat.ssh.log import Log

SENTINELS = ("quagmire", "zeppelin", "obelisk", "fandango", "hullabaloo")
F9 = "\x1b[20~"


def test_what_is_written_of_a_session_are_names_and_numbers(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0], name="fandango", environ={"LC_X": "hullabaloo"}) as caller:
            await to_the_note(caller)
            await to_the_card(
                caller, note="the quagmire is mine", action="write to the zeppelin keeper"
            )
            caller.type("1\r")
            await caller.ended()
        connection, _ = await connect(place, keys[0], name="fandango+plain")
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.run("cat obelisk", check=True)
        connection.abort()
        await connection.wait_closed()

    asyncio.run(live())
    place.stop()
    written = place.written.getvalue()
    assert [word for word in SENTINELS if word in written] == []
    assert "127.0.0.1" not in written
    names = [event["event"] for event in place.log]
    assert names[:4] == ["connect", "authenticate", "session", "start"]
    assert "end" in names
    assert "refused" in names
    allowed = {
        *("time", "event", "connection", "source", "who", "call", "form", "columns", "rows"),
        *("why", "status", "seconds", "what"),
    }
    assert {name for event in place.log for name in event} <= allowed


def test_one_crash_among_ten_ends_one(
    serve: Serve,
    keys: list[asyncssh.SSHKey],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def crash(self: Hosted) -> None:
        quagmire = "zeppelin"
        raise RuntimeError(f"obelisk {quagmire} {self}")

    monkeypatch.setattr(Hosted, "action_turn_look", crash)
    place = serve()

    async def live() -> None:
        async with asyncio.TaskGroup() as group:
            home, crashed = asyncio.Barrier(10), asyncio.Event()
            for number in range(10):
                group.create_task(one(number, home, crashed))

    async def one(number: int, home: asyncio.Barrier, crashed: asyncio.Event) -> None:
        async with call(place, keys[0] if number == 0 else None) as caller:
            await (to_the_note(caller) if number == 0 else to_home(caller))
            await home.wait()
            if number == 0:
                caller.type("a fandango of my own")
                await caller.until("a fandango of my own")
                caller.type(F9)
                assert await caller.ended() == 70
                assert SERVE.mishap in caller.left
                assert "obelisk" not in caller.heard.decode("utf-8", "replace")
                crashed.set()
            else:
                await crashed.wait()
                caller.type("\r")
                await caller.until(asks("insight"))
                assert SERVE.mishap not in caller.seen

    asyncio.run(live())
    (mishap,) = place.events("mishap")
    assert "RuntimeError" in mishap["trace"]
    assert "test_log.py" in mishap["trace"]
    printed = capfd.readouterr()
    for word in SENTINELS:
        assert word not in place.written.getvalue() + printed.out + printed.err


def test_what_was_half_typed_when_it_crashed_is_there_again(
    serve: Serve, keys: list[asyncssh.SSHKey], monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_: Hosted) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(Hosted, "action_turn_look", crash)
        place = serve()

        async def live() -> None:
            async with call(place, keys[0]) as caller:
                await to_the_note(caller)
                caller.type("half a thought")
                await caller.until("half a thought")
                caller.type(F9)
                await caller.ended()

        asyncio.run(live())

    async def live_again() -> None:
        await place.emptied()
        async with call(place, keys[0]) as caller:
            await caller.until(GO_ON)  # home is there before it knows what waits
            caller.type("\r")
            await caller.until("half a thought")

    asyncio.run(live_again())


def test_a_crash_in_lines_ends_with_the_same_calm_sentence(
    serve: Serve, keys: list[asyncssh.SSHKey], monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_: Stay) -> None:
        raise RuntimeError("obelisk")

    monkeypatch.setattr(Stay, "run", crash)
    place = serve()

    async def live() -> None:
        async with call(place, keys[0], name="me+plain") as caller:
            await come_in(caller)
            await caller.until(SERVE.country)
            caller.type("\r")
            assert await caller.ended() == 70
            assert SERVE.mishap[:40] in caller.seen

    asyncio.run(live())
    assert "obelisk" not in place.written.getvalue()


def test_a_log_that_cannot_be_written_ends_nobodys_session(serve: Serve) -> None:
    place = serve()
    place.house.log._sink = None  # type: ignore[assignment]

    class Full:
        def write(self, _: str) -> int:
            raise OSError(28, "No space left on device")

        def flush(self) -> None:
            raise OSError(28, "No space left on device")

    place.house.log._sink = Full()  # type: ignore[assignment]

    async def live() -> None:
        async with call(place) as caller:
            await come_in(caller)
            await caller.until(BEGIN)

    asyncio.run(live())


def test_a_line_of_the_log_ends_where_it_should_whatever_is_in_it() -> None:
    for as_json in (True, False):
        sink = StringIO()
        log = Log(sink, StandingClock(), outline, as_json=as_json)
        log.tell("limit", what="two words\nand event=start", count=3)
        assert sink.getvalue().count("\n") == 1
        if as_json:
            assert json.loads(sink.getvalue())["count"] == 3
        else:
            assert sink.getvalue().endswith('what="two words\\nand event=start" count=3\n')


def test_an_address_is_told_from_others_and_named_nowhere() -> None:
    one, other = (Log(StringIO(), StandingClock(), outline) for _ in range(2))
    assert one.address("192.0.2.7") == one.address("192.0.2.7") != one.address("192.0.2.8")
    assert one.address("192.0.2.7") != other.address("192.0.2.7")
