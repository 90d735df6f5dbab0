"""Whoever has the code of a room and means no good comes to nobody's seat, and fills nothing."""

import asyncio
from collections.abc import Sequence

import asyncssh
import pytest
from tests.ssh.caller import Caller, call
from tests.ssh.conftest import Serve
from tests.ssh.place import PATIENCE, StandingClock, the_pack
from tests.ssh.rooming import LOBBY, come_to_be, join, only_rooms, opened
from tests.ssh.test_rooms_kept import NOTE, to_the_note, write
from tests.ssh.walking import SERVE

from nowwhat.group.tries import BY_ONE, SECONDS
from nowwhat.ssh.call import Call
from nowwhat.ssh.guests import WRONG_IN_ALL, Guests, TooManyGuessesError
from nowwhat.ssh.limits import Limits

HERE = "here"


async def hears(caller: Caller, words: str, times: int) -> None:
    await caller.when(lambda: heard(caller).count(words) == times)


def heard(caller: Caller) -> str:
    return " ".join(caller.heard.decode().split())


@pytest.mark.parametrize("between", [" ", "-", ", "])
def test_who_guesses_words_is_sent_away_however_they_are_written(
    serve: Serve, between: str
) -> None:
    place = only_rooms(serve)
    held = opened(place)
    wrong = between.join(the_pack().resume_words[:3])

    async def live() -> None:
        async with call(place, name=held.code, term=None) as one:
            one.type(f"{wrong}\n" * (place.house.limits.guesses + 1))
            assert await one.ended() == 1

    asyncio.run(live())
    assert [each["what"] for each in place.events("limit")] == ["guesses"]


def test_who_guesses_on_many_lines_is_not_heard_any_more_and_right_words_neither(
    serve: Serve,
) -> None:
    place = only_rooms(serve)
    held = opened(place)
    wrong = " ".join(the_pack().resume_words[:3])

    async def live() -> None:
        async with call(place, name=held.code) as ada:
            words = await join(ada, "Ada")
            for _ in range(BY_ONE // 5):
                async with call(place, name=held.code, term=None) as one:
                    one.type(f"{wrong}\n" * 5)
                    await hears(one, SERVE.nothing_waits, times=5)
            async with call(place, name=held.code, term=None) as one:
                one.type(f"{words}\n")
                assert await one.ended() == 1
                assert SERVE.too_many_words in heard(one)
            async with call(place, name=held.code, term=None) as one:
                one.type("no such city\n\n")  # nor does it keep anybody new away
                await one.when(lambda: LOBBY.name in heard(one) or SERVE.country in heard(one))
            ada.cut()
        await come_to_be(place, held, ("Ada", "away"))
        place.clock.ahead += SECONDS
        async with call(place, name=held.code) as ada:
            await ada.until(SERVE.resume)
            ada.type(f"{words}\r")
            await come_to_be(place, held, ("Ada", HERE))

    asyncio.run(live())


def test_words_are_guessed_by_all_addresses_together_only_so_often() -> None:
    place_words = the_pack().resume_words
    guests = Guests(StandingClock(), place_words, 1800)
    mine, wrong = guests.welcome(), " ".join(place_words[:3])
    assert mine.said != wrong
    for number in range(WRONG_IN_ALL):
        assert guests.named("nobody has these", f"{number}") is None
        assert guests.named(wrong, f"{number}") is None
    with pytest.raises(TooManyGuessesError):
        guests.named(mine.said, "elsewhere")


def test_two_lines_that_come_back_at_once_are_one_person(
    serve: Serve, keys: list[asyncssh.SSHKey], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = only_rooms(serve)
    held, house = opened(place), place.house
    waiting, both, take_over = [0], asyncio.Event(), house.take_over

    async def together(others: Sequence[Call]) -> None:
        waiting[0] += 1
        if waiting[0] == 2:
            both.set()
        await both.wait()
        await take_over(others)

    monkeypatch.setattr(house, "take_over", together)

    async def live() -> None:
        async with call(place, keys[0], name=held.code) as one:
            await join(one, "Ada")
            await write(one, to_the_note(place, held))
            async with (
                call(place, keys[0], name=held.code) as two,
                call(place, keys[0], name=held.code) as three,
            ):
                await one.ended()
                gone = [asyncio.ensure_future(each.gone.wait()) for each in (two, three)]
                await asyncio.wait(gone, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
                assert [each.done() for each in gone].count(True) == 1
                await (three if two.gone.is_set() else two).until(NOTE)
                assert len(house.seats) == 1
                for each in gone:
                    each.cancel()

    asyncio.run(live())


def test_who_joins_on_two_lines_at_once_has_one_seat_and_is_on_the_later_one(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = only_rooms(serve)
    held = opened(place)

    async def live() -> None:
        async with (
            call(place, keys[0], name=held.code) as one,
            call(place, keys[0], name=held.code) as two,
        ):
            for each in (one, two):
                await each.until(SERVE.confirm)
                each.type("\r")
                await each.until(LOBBY.name)
            one.type("Ada\r")
            await come_to_be(place, held, ("Ada", HERE))
            two.type("Ben\r")
            await one.ended()
            [ada] = await come_to_be(place, held, ("Ada", HERE))
            assert ada.line == 2

    asyncio.run(live())
    assert len(held.guests) == 1


def test_screens_for_all_do_not_take_the_seats_of_people(serve: Serve) -> None:
    place = only_rooms(serve, limits=Limits(walls=2, end=10.0))
    held, other = opened(place), opened(place)

    async def live() -> None:
        wall = f"{held.code}+screen"
        async with call(place, name=wall) as one, call(place, name=wall) as two:
            for each in (one, two):
                await each.until(held.code)
            async with call(place, name=wall) as three:
                assert await three.ended() == 1
                assert LOBBY.no_wall in heard(three)
            async with call(place, name=f"{other.code}+screen") as another:
                await another.until(other.code)
            async with call(place, name=held.code) as ada:
                await join(ada, "Ada")

    asyncio.run(live())


@pytest.mark.parametrize("aim", ["room", "guest"])
def test_who_goes_while_they_are_still_asked_things_leaves_nothing(serve: Serve, aim: str) -> None:
    place = serve(any_key=False)
    held = opened(place)

    async def live() -> None:
        name = held.code if aim == "room" else "me"
        async with call(place, name=name, term=None) as one:
            one.type("\n")
            await one.when(lambda: SERVE.country[:30] in one.heard.decode())
            one.cut()
        await place.emptied()

    asyncio.run(live())
    assert len(held.guests) == len(place.house.guests) == 0
