"""Lines that drop: what was typed is there, and who comes back goes on where they were."""

import asyncio
import re

import asyncssh
from tests.ssh.caller import Caller, call
from tests.ssh.conftest import Serve
from tests.ssh.place import the_pack
from tests.ssh.walking import GO_ON, SERVE, asks, come_in, to_the_card, to_the_note
from textual._context import active_app

from nowwhat.ssh.limits import Limits

HALF = "I think that I keep waiting for somebody to all"
WORDS = the_pack().words


def words_told(caller: Caller) -> str:
    """The three words that a guest was told."""
    heard = " ".join(caller.heard.decode("utf-8", "replace").split())
    found = re.search(
        re.escape(SERVE.guest_words.partition("{words}")[0].split("}")[-1].strip())
        + r" (\w+ \w+ \w+)",
        heard,
    )
    assert found, heard[-500:]
    return found[1]


def test_what_was_typed_up_to_the_cut_is_there_on_coming_back(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await to_the_note(caller)
            caller.type(HALF)
            await caller.until(HALF)
            caller.cut()
        await place.emptied()
        async with call(place, keys[0]) as caller:
            begun = WORDS.front.resume.partition("{")[0]
            await caller.until(begun)
            caller.type("\r")
            await caller.until(asks("insight"), HALF)
            caller.type("one\r")
            await caller.until(asks("discomfort"))

    asyncio.run(live())
    assert place.events("end")[0]["why"] == "hung_up"


def test_keys_on_their_way_when_the_line_drops_are_taken(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()
    long = "".join(chr(ord("a") + n % 26) for n in range(50))

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await to_the_note(caller)
            for key in long:
                caller.type(key)
            # A connection that is closed with something unread is reset: keys would be lost on TCP.
            caller.channel.close()
            await caller.channel.wait_closed()
        await place.emptied()
        async with call(place, keys[0]) as caller:
            await caller.until(GO_ON)  # home is there before it knows what waits
            caller.type("\r")
            await caller.until(long)

    asyncio.run(live())


def test_a_guest_comes_back_by_three_words(serve: Serve) -> None:
    place = serve()

    async def live() -> None:
        async with call(place) as caller:
            await to_the_note(caller)
            caller.type(HALF)
            await caller.until(HALF)
            words = words_told(caller)
            caller.cut()
        await place.emptied()
        async with call(place) as caller:
            await caller.until(SERVE.resume)
            caller.type(f"  {words.upper()} \r")
            await caller.until(WORDS.front.resume.partition("{")[0])
            assert SERVE.resumed in caller.heard.decode("utf-8", "replace")
            caller.type("\r")
            await caller.until(HALF)
            await to_the_card_again(caller)
        assert len(place.house.guests) == 0

    async def to_the_card_again(caller: Caller) -> None:
        caller.type("\x15")
        await to_the_card(caller)
        caller.type("1\r")
        assert await caller.ended() == 0

    asyncio.run(live())


def test_after_half_an_hour_the_words_bring_nothing_back(serve: Serve) -> None:
    place = serve()

    async def live() -> None:
        async with call(place) as caller:
            await to_the_note(caller)
            words = words_told(caller)
            caller.cut()
        await place.emptied()
        place.clock.ahead += 1799 - 5
        assert place.do(lambda: place.house.guests.named(words, "")) is not None
        place.clock.ahead += 10
        async with call(place) as caller:
            await caller.until(SERVE.resume)
            caller.type(f"{words}\r")
            await caller.until(SERVE.nothing_waits)
        assert place.do(lambda: place.house.guests.named(words, "")) is None

    asyncio.run(live())


def test_words_cannot_be_guessed_on_and_on(serve: Serve) -> None:
    place = serve(limits=Limits(guesses=2))

    async def live() -> None:
        async with call(place) as caller:
            await caller.until(SERVE.resume)
            for number in range(3):
                caller.type(f"acorn amber anchor{number}\r")
            assert await caller.ended() == 1

    asyncio.run(live())
    assert [each["what"] for each in place.events("limit")] == ["guesses"]


def test_who_comes_back_before_the_old_line_is_known_to_be_dead_goes_on_here(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as old:
            await to_the_note(old)
            old.type(HALF)
            await old.until(HALF)
            async with call(place, keys[0]) as new:
                await new.until(SERVE.elsewhere, SERVE.elsewhere_here)
                new.type("1\r")
                await new.until(WORDS.front.resume.partition("{")[0])
                new.type("\r")
                await new.until(HALF)
            assert await old.ended() == 3
            assert SERVE.taken_over in old.left

    asyncio.run(live())


def test_a_guest_takes_over_their_own_old_line_by_their_words(serve: Serve) -> None:
    place = serve()

    async def live() -> None:
        async with call(place) as old:
            await to_the_note(old)
            words = words_told(old)
            old.type(HALF)
            await old.until(HALF)
            async with call(place) as new:
                await new.until(SERVE.resume)
                new.type(f"{words}\r")
                await new.until(WORDS.front.resume.partition("{")[0])
            assert await old.ended() == 3

    asyncio.run(live())


def test_a_peer_that_froze_is_found_and_what_it_typed_is_kept(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve(limits=Limits(keepalive=0.2, keepalives=2))

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await to_the_note(caller)
            caller.type(HALF)
            await caller.until(HALF)
            transport = caller.connection._transport
            assert transport is not None
            frozen = transport.get_extra_info("socket").dup()
            transport.pause_reading()
            await place.emptied()
            frozen.close()
        async with call(place, keys[0]) as caller:
            await caller.until(WORDS.front.resume.partition("{")[0])

    asyncio.run(live())
    assert place.events("end")[0]["why"] == "hung_up"


def test_a_line_cut_while_it_is_spoken_is_kept_as_far_as_it_was_typed(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0], name="me+plain") as caller:
            await come_in(caller)
            await caller.until(SERVE.country)
            caller.type("\r1\r")
            await caller.until(asks("insight"))
            caller.type(HALF)
            await caller.until(HALF)
            caller.cut()
        await place.emptied()
        async with call(place, keys[0], name="me+plain") as caller:
            await caller.until(WORDS.home.ask)
            caller.type("1\r")
            await caller.until(WORDS.visit.resume_yes)
            caller.type("1\r")
            await caller.until(WORDS.plain.begun.partition("{")[0], HALF)

    asyncio.run(live())


def test_a_server_that_stops_keeps_what_was_typed_and_says_so(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as caller, call(place, name="x+plain") as lines:
            await to_the_note(caller)
            await lines.until(SERVE.resume)
            caller.type(HALF)
            place.begin_to_stop()
            assert await caller.ended() == 3
            assert SERVE.stopping in caller.left
            await lines.ended()
            assert SERVE.stopping.split()[0] in lines.seen

    asyncio.run(live())
    place.stop()
    again = serve()

    async def live_again() -> None:
        async with call(again, keys[0]) as caller:
            await caller.until(GO_ON)  # home is there before it knows what waits
            caller.type("\r")
            await caller.until(HALF)

    asyncio.run(live_again())


def test_no_timer_holds_for_minutes_what_a_guest_typed_who_has_gone(serve: Serve) -> None:
    place = serve()

    async def live() -> None:
        for leaves in ("cut", "\x11"):  # Ctrl+Q
            async with call(place) as caller:
                await to_the_note(caller)
                caller.type(HALF)
                await caller.until(HALF)
                if leaves == "cut":
                    caller.cut()
                else:
                    caller.type(leaves)
                    await caller.ended()
        await place.emptied()

    def longest() -> float:
        """Give the seconds until no timer holds an application, stopped as it may be."""
        loop = asyncio.get_running_loop()
        timers = loop._scheduled  # type: ignore[attr-defined]
        assert timers
        held = [each._when for each in timers if active_app in each._context]
        return max(held, default=0) - loop.time()

    asyncio.run(live())
    assert place.do(longest) < 15
