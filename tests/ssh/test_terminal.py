"""The terminal and the place are the caller's: size, kind, lines, time zone, country."""

import asyncio
from datetime import UTC, datetime

import asyncssh
import pytest
from tests.ssh.caller import call
from tests.ssh.conftest import Serve
from tests.ssh.place import Place, the_pack
from tests.ssh.walking import ACTION, BEGIN, HOME, NOTE, SERVE, asks, come_in, to_home

from nowwhat.settings.preferences import Preferences, load
from nowwhat.ssh.visitor import Person, id_of

WORDS = the_pack().words


def preferences_of(place: Place, key: asyncssh.SSHKey) -> Preferences:
    folder = place.state.of(Person(id_of(key.get_fingerprint())))
    return load(folder / "preferences.json")


@pytest.mark.parametrize(
    ("name", "term"),
    [("me+plain", "xterm-256color"), ("me", None), ("me", "dumb"), ("a+b+PLAIN", "xterm")],
)
def test_a_whole_session_is_spoken_in_lines(
    serve: Serve, keys: list[asyncssh.SSHKey], name: str, term: str | None
) -> None:
    place = serve()
    answers = (
        ("", SERVE.country),
        ("", WORDS.home.ask),
        ("1", asks("insight")),
        (NOTE, asks("discomfort")),
        ("6", asks("breath_helps")),
        ("1", asks("pause")),
        ("4", asks("door")),
        ("2", asks("action")),
        (ACTION, asks("hurt")),
        ("1", asks("when")),
        ("today after supper", asks("obstacle")),
        ("", WORDS.plain.say_i_will),
        ("I will", asks("start")),
    )

    async def live() -> int | None:
        async with call(place, keys[0], name=name, term=term) as caller:
            await caller.until(SERVE.confirm)
            for answer, then in answers:
                caller.type(answer + ("\r" if term else "\n"))
                await caller.until(then)
            caller.type("2\r" if term else "2\n")
            status = await caller.ended()
            assert b"\x1b" not in caller.heard
            assert (b"\r\n" in caller.heard) is (term is not None)
            assert ACTION in caller.seen
            return status

    assert asyncio.run(live()) == 0


def test_a_terminal_that_says_it_is_dumb_has_the_screen_where_that_is_asked_for(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0], name="me+screen", term="dumb") as caller:
            await come_in(caller)
            await caller.until(BEGIN)
            assert b"\x1b[?1049h" in caller.heard

    asyncio.run(live())


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (7, 3), (100_000, 100_000), (20, 200)])
def test_a_terminal_of_any_size_breaks_nothing(
    serve: Serve, keys: list[asyncssh.SSHKey], size: tuple[int, int]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await to_home(caller)
            caller.channel.change_terminal_size(*size)
            caller.channel.change_terminal_size(80, 24)
            caller.type("\r")
            await caller.until(asks("insight"))

    asyncio.run(live())
    assert not place.events("mishap")


def test_ones_own_clock_is_kept_and_decides_what_is_night(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0], size=(80, 30)) as caller:
            await caller.until(SERVE.confirm)
            caller.type("nowhere in particular\r")
            await caller.until(SERVE.not_a_place)
            caller.type("tokyo\r")  # where 17:30 in Dublin is half past two in the night
            await caller.until("02:30", "Asia/Tokyo")
            caller.type("\r")
            await caller.until(BEGIN)
            caller.type("\r")
            await caller.until(HOME, WORDS.front.night)
        await place.emptied()
        async with call(place, keys[0]) as caller:
            await caller.until(HOME, WORDS.front.night)

    asyncio.run(live())
    assert preferences_of(place, keys[0]).zone == "Asia/Tokyo"


def test_a_time_that_is_typed_is_asked_for_again_as_summers_come(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await caller.until(SERVE.confirm)
            caller.type("23:02\r")
            await caller.until(BEGIN)
        await place.emptied()
        async with call(place, keys[0]) as caller:
            await caller.until("23:00", SERVE.confirm)

    asyncio.run(live())
    assert preferences_of(place, keys[0]).zone == "UTC+05:30"


def test_what_the_client_tells_of_its_place_is_the_first_guess(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        for environ, zone in (
            ({"TZ": "America/New_York"}, "America/New York"),
            ({"LANG": "fi_FI.UTF-8"}, "Europe/Helsinki"),
            ({"LANG": "en_US.UTF-8"}, "Europe/Dublin"),
            ({"TZ": "../../etc/passwd"}, "Europe/Dublin"),
        ):
            async with call(place, environ=environ) as caller:
                await caller.until(f"({zone})")

    asyncio.run(live())


def test_the_country_is_guessed_by_where_one_is_and_kept(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await come_in(caller)
            await caller.until(BEGIN, "Ireland")
            caller.type("\r")
            await caller.until(HOME)
        async with call(place, keys[1], name="me+plain") as caller:
            await caller.until(SERVE.confirm)
            caller.type("\r")
            await caller.until(SERVE.country)
            caller.type("Finland\r")
            await caller.until(WORDS.home.ask)

    asyncio.run(live())
    assert preferences_of(place, keys[0]).country == "IE"
    assert preferences_of(place, keys[1]).country == "FI"


def test_the_environment_of_the_server_is_nobodys(
    serve: Serve, keys: list[asyncssh.SSHKey], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    place = serve()
    place.clock.at = datetime(2026, 7, 3, 17, 30, tzinfo=UTC)

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await caller.until("18:30", "Europe/Dublin")
            await to_home(caller)
            assert b"\x1b[?1049h" in caller.heard

    asyncio.run(live())
