"""What is written in a room: in memory, through a dropped line, and kept by choice alone."""

import asyncio
import re
from pathlib import Path

import asyncssh
from tests.ssh.caller import Caller, call
from tests.ssh.conftest import Serve
from tests.ssh.place import Place, the_pack
from tests.ssh.rooming import LOBBY, ask, come_to_be, join, opened, room_of
from tests.ssh.test_session import journal_of
from tests.ssh.walking import SERVE

from nowwhat.group.pace import Forward
from nowwhat.ssh.seats import Held
from nowwhat.ssh.visitor import Person, id_of

SENTINEL = "quagmire"
NOTE = f"my {SENTINEL} begins on Sundays"
END = the_pack().words.room_end
ESCAPE = "\x1b"


def to_the_note(place: Place, held: Held) -> str:
    """Open the stop at which something is noted; gives what it asks."""
    script = held.script
    note = next(step for step in script.steps if step.id == "insight")
    agenda = [stop.step for stop in room_of(place, held).pace.agenda]
    assert note.id in agenda
    for _ in range(agenda.index(note.id) + 1):
        ask(place, held, Forward())
    return note.ask[0]


async def write(caller: Caller, asks: str) -> None:
    await caller.until(asks)
    caller.type(NOTE)
    await caller.until(NOTE)


def words_on_disk(folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [str(path) for path in files if SENTINEL.encode() in path.read_bytes()]


def test_a_half_written_line_is_there_again_after_a_dropped_line_and_on_no_disk(
    serve: Serve,
) -> None:
    place = serve(any_key=False, guests=False)
    held = opened(place)

    async def live() -> None:
        async with call(place, name=held.code) as caller:
            words = await join(caller, "Ada")
            await write(caller, to_the_note(place, held))
            caller.cut()
        await come_to_be(place, held, ("Ada", "away"))
        async with call(place, name=held.code) as caller:
            await caller.until(LOBBY.who_knows[0])
            caller.type(f"{words}\r")
            await caller.until(NOTE)

    asyncio.run(live())
    assert words_on_disk(place.state.folder) == []
    assert SENTINEL not in place.written.getvalue()


def test_a_key_with_a_folder_keeps_nothing_unless_it_is_chosen(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()
    held = opened(place)
    folder = place.state.of(Person(id_of(keys[0].get_fingerprint())))

    async def live(*, keeps: bool) -> None:
        async with call(place, keys[0], name=held.code, size=(80, 40)) as caller:
            if not keeps:
                await join(caller, "Ada")
                await write(caller, to_the_note(place, held))
                caller.type("\r")
            await caller.until(held.script.step("discomfort").ask[0])
            caller.type(ESCAPE)
            await caller.until(END.keep)
            if keeps:
                await choose(caller, END.keep)
                await caller.until(END.keep_yes)
            await choose(caller, END.leave)
            await caller.ended()

    asyncio.run(live(keeps=False))
    assert not folder.exists()
    asyncio.run(live(keeps=True))
    assert words_on_disk(folder) != []
    assert journal_of(place, keys[0]).sessions() == ()


async def choose(caller: Caller, words: str) -> None:
    """Press the number that stands before something."""
    numbered = re.compile(rf"(\d) +{re.escape(words)}$", re.MULTILINE)
    await caller.when(lambda: numbered.search(caller.seen) is not None, words)
    found = numbered.search(caller.seen)
    assert found
    caller.type(f"{found[1]}\r")


def test_to_whom_no_folder_belongs_none_is_offered(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve(any_key=False, guests=False)
    held = opened(place)

    async def live() -> None:
        async with call(place, keys[0], name=held.code, size=(80, 40)) as caller:
            await join(caller, "Ada")
            await write(caller, to_the_note(place, held))
            caller.type("\r")
            await caller.until(held.script.step("discomfort").ask[0])
            caller.type(ESCAPE)
            await caller.until(END.leave, END.whole)
            assert END.keep not in caller.seen

    asyncio.run(live())
    assert place.state.ids() == []


def test_in_lines_too_what_was_written_waits_and_is_kept_by_choice(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve()
    held = opened(place)
    folder = place.state.of(Person(id_of(keys[0].get_fingerprint())))
    discomfort = held.script.step("discomfort").ask[0]

    async def live() -> None:
        async with call(place, keys[0], name=f"{held.code}+plain") as caller:
            await caller.until(SERVE.confirm)
            caller.type("\r")
            await caller.until(SERVE.country)
            caller.type("\r")
            await caller.until(LOBBY.name)
            caller.type("Ada\r")
            await come_to_be(place, held, ("Ada", "here"))
            asks = to_the_note(place, held)
            caller.type("\r")
            await caller.until(asks)
            caller.type(f"{NOTE}\r")
            await caller.until(discomfort)
            caller.cut()
        await come_to_be(place, held, ("Ada", "away"))
        assert not folder.exists()
        async with call(place, keys[0], name=f"{held.code}+plain") as caller:
            await caller.until(SERVE.resumed, discomfort)
            caller.type(the_pack().words.command.leave[0] + "\r")
            await choose(caller, END.keep)
            await choose(caller, END.leave)
            await caller.ended()

    asyncio.run(live())
    assert words_on_disk(folder) != []
    assert SENTINEL not in place.written.getvalue()
