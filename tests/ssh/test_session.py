"""A whole session by a client's key, seen through a terminal emulator, and what is kept of it."""

import asyncio
import stat

import asyncssh
from tests.ssh.caller import Caller, call
from tests.ssh.conftest import Serve
from tests.ssh.place import Place, the_pack
from tests.ssh.walking import (
    ACTION,
    HOME,
    NOTE,
    SERVE,
    asks,
    come_in,
    to_home,
    to_the_card,
    to_the_note,
)

from nowwhat.ssh.visitor import Person, id_of
from nowwhat.store import Journal


def journal_of(place: Place, key: asyncssh.SSHKey) -> Journal:
    folder = place.state.of(Person(id_of(key.get_fingerprint())))
    return Journal(folder, clock=lambda: None)  # type: ignore[arg-type,return-value]


def test_a_whole_session_by_key_is_kept_in_a_folder_of_ones_own(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> int | None:
        async with call(place, keys[0]) as caller:
            await to_the_note(caller)
            await to_the_card(caller)
            caller.type("1\r")
            status = await caller.ended()
            assert "\x1b[?1049l" in caller.heard.decode()
            assert "\x1b[?25h" in caller.heard.decode()
            return status

    assert asyncio.run(live()) == 0
    journal = journal_of(place, keys[0])
    assert [each.text for each in journal.insights()] == [NOTE]
    assert [each.text for each in journal.actions()] == [ACTION]
    folder = place.state.of(Person(id_of(keys[0].get_fingerprint())))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "journal.json").stat().st_mode) == 0o600
    assert place.state.ids() == [folder.name]


def test_the_card_is_printed_into_the_callers_own_terminal_and_on_no_disk_here(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> str:
        async with call(place, keys[0], size=(80, 30)) as caller:
            await to_the_note(caller)
            await to_the_card(caller)
            caller.type("3\r")
            await caller.until(SERVE.printed)
            caller.type("1\r")
            await caller.ended()
            return caller.left

    left = asyncio.run(live())
    assert f"- {ACTION}" in left
    assert the_pack().words.carry.heading in left
    assert list(place.state.folder.rglob("*.md")) == []


async def to_more_in_the_ledger(caller: Caller) -> None:
    words = the_pack().words
    await caller.until(words.front.open_one)  # home knows what is open
    caller.type("8\r")
    await caller.until(words.ledger.search)
    caller.type("\x1b[18~")
    await caller.until(words.ledger.delete_all)


def test_what_is_deleted_over_the_line_is_in_no_file_of_the_server(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()
    words = the_pack().words

    async def live() -> None:
        async with call(place, keys[0], size=(80, 30)) as caller:
            await to_the_note(caller)
            await to_the_card(caller)
            caller.type("1\r")
            await caller.ended()
        assert NOTE in holding(place)
        async with call(place, keys[0], size=(80, 30)) as caller:
            await to_more_in_the_ledger(caller)
            caller.type("5\r")
            await caller.until(words.edit.sure_ask)
            caller.type("2\r")
            await caller.until(words.edit.deleted)
            caller.type("\x1b")
            await caller.until(words.front.motto)
            caller.type("\x1b")
            await caller.ended()

    asyncio.run(live())
    left = holding(place)
    assert NOTE not in left
    assert ACTION not in left


def holding(place: Place) -> str:
    """All that stands in the files of the server."""
    files = (path for path in place.state.folder.rglob("*") if path.is_file())
    return "".join(path.read_bytes().decode("utf-8", "replace") for path in files)


def test_the_journal_is_printed_into_the_callers_own_terminal_and_on_no_disk_here(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()
    words = the_pack().words

    async def live() -> str:
        async with call(place, keys[0], size=(80, 30)) as caller:
            await to_the_note(caller)
            await to_the_card(caller)
            caller.type("1\r")
            await caller.ended()
        async with call(place, keys[0], size=(80, 30)) as caller:
            await to_more_in_the_ledger(caller)
            caller.type("4\r")
            await caller.until(words.ledger.take_md)
            caller.type("1\r")
            await caller.until(SERVE.printed)
            caller.type("\x1b")
            await caller.until(words.front.motto)
            caller.type("\x1b")
            await caller.ended()
            return caller.left

    left = asyncio.run(live())
    assert words.export.title in left
    assert NOTE in left
    assert ACTION in left
    assert list(place.state.folder.rglob("*.md")) == []


def test_the_clipboard_is_the_callers(serve: Serve, keys: list[asyncssh.SSHKey]) -> None:
    place = serve()

    async def live() -> bytes:
        async with call(place, keys[0], size=(80, 30)) as caller:
            await to_the_note(caller)
            await to_the_card(caller)
            caller.type("2\r")
            await caller.until(the_pack().words.carry.copied)
            return caller.heard

    assert b"\x1b]52;c;" in asyncio.run(live())


def test_who_comes_back_is_asked_nothing_that_is_known(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await to_home(caller)
            caller.type("\x1b")
            assert await caller.ended() == 0
        await place.emptied()
        async with call(place, keys[0]) as caller:
            await caller.until(the_pack().words.front.session)
            assert SERVE.confirm not in caller.heard.decode()

    asyncio.run(live())


def test_the_screen_follows_the_size_of_the_terminal(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0], size=(80, 24)) as caller:
            await to_home(caller)
            foot = the_pack().words.footing.leave_quickly
            for columns, rows in ((120, 40), (60, 20), (200, 50)):
                caller.screen.resize(rows, columns)
                caller.screen.reset()
                caller.channel.change_terminal_size(columns, rows)
                await caller.when(
                    lambda: foot in caller.screen.display[-1] and HOME in caller.seen, foot
                )
                assert len(caller.screen.display) == rows

    asyncio.run(live())


def test_two_at_once_never_see_each_other(serve: Serve, keys: list[asyncssh.SSHKey]) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as one, call(place, keys[1]) as other, call(place) as guest:
            callers = [(one, "heron"), (other, "marble"), (guest, "lantern")]
            for caller, _ in callers:
                await to_the_note(caller)
            for caller, word in callers:
                caller.type(f"I see the {word} now")
            for caller, word in callers:
                await caller.until(f"I see the {word} now")
            for caller, own in callers:
                for _, word in callers:
                    assert (word in caller.seen) is (word == own)
                    assert word == own or word.encode() not in caller.heard
            await asyncio.gather(*(to_end(caller, word) for caller, word in callers))

    async def to_end(caller: Caller, word: str) -> None:
        caller.type("\x15")
        await to_the_card(caller, f"I think the {word} is mine", f"write to the {word} keeper")
        caller.type("1\r")
        assert await caller.ended() == 0

    asyncio.run(live())
    assert [a.text for a in journal_of(place, keys[0]).actions()] == ["write to the heron keeper"]
    assert [a.text for a in journal_of(place, keys[1]).actions()] == ["write to the marble keeper"]
    files = [path.read_bytes() for path in place.state.folder.rglob("*") if path.is_file()]
    assert not any(b"lantern" in file for file in files)
    assert len(place.state.ids()) == 2


def test_ctrl_c_and_ctrl_z_harm_nobody(serve: Serve, keys: list[asyncssh.SSHKey]) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as one, call(place, keys[1]) as other:
            await to_home(one)
            await to_home(other)
            one.type("\x1a")
            one.type("2\r")
            await one.until(asks("insight"))
            one.type("\x03\x1astill here")
            await one.until("still here")
            one.type("\x11")
            assert await one.ended() == 3
            other.type("\r")
            await other.until(asks("insight"))

    asyncio.run(live())


def test_how_to_get_lines_is_said_before_the_screen_opens(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await come_in(caller)
            await caller.until(the_pack().words.first_run.begin)
            before = caller.heard.partition(b"\x1b[?1049h")[0].decode()
            assert "+plain" in before

    asyncio.run(live())
