"""Beside the loop: while somebody's words are written to a disk, nobody else waits for it."""

import asyncio
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import asyncssh
import pytest
from tests.ssh.caller import call
from tests.ssh.conftest import Serve
from tests.ssh.walking import GO_ON, HOME, NOTE, asks, to_home, to_the_card, to_the_note

LOOP = "the server"
_TOUCHING = {"os.rename", "os.mkdir", "os.chmod", "fcntl.flock", "shutil.rmtree"}
_WRITES = os.O_WRONLY | os.O_RDWR


class Watch:
    """Sees which thread touches the files of people, while it is told to."""

    def __init__(self) -> None:
        self.folder, self.on_the_loop, self.beside = "", set[str](), set[str]()
        sys.addaudithook(self._see)  # none can be taken away again; it does nothing from then on

    def _see(self, event: str, args: tuple[object, ...]) -> None:
        if not self.folder or not args or not isinstance(args[0], str | os.PathLike):
            return
        written = event == "open" and isinstance(args[2], int) and args[2] & _WRITES
        read = event == "open" and str(args[0]).endswith("journal.json")
        if not str(args[0]).startswith(self.folder) or not (written or read or event in _TOUCHING):
            return
        here = threading.current_thread().name == LOOP
        name = Path(str(args[0])).name.lstrip(".")
        (self.on_the_loop if here else self.beside).add(f"{event} {name[:12]}")


@pytest.fixture
def watch() -> Iterator[Watch]:
    watching = Watch()
    yield watching
    watching.folder = ""


def test_the_files_of_people_are_written_and_their_journals_read_beside_the_loop(
    serve: Serve, keys: list[asyncssh.SSHKey], watch: Watch
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await to_home(caller)
            watch.folder = str(place.state.people)
            caller.type("\x1b[20~")  # F9: the other look
            caller.type("\r")
            await caller.until(asks("insight"))
            caller.type("half a word")
            await caller.until("half a word")
            caller.type("\x1b[19~")  # F8: leave quickly
            await caller.ended()
        async with call(place, keys[0]) as caller:
            await caller.until(GO_ON)
            caller.type("1\r")
            await caller.until("half a word")
            caller.type("\x15")
            await to_the_card(caller, NOTE)
            caller.type("1\r")
            await caller.ended()
        async with call(place, keys[0]) as caller:  # now an action is open
            await caller.until(HOME)
            caller.type("\r")
            await asyncio.sleep(0)
            caller.type("\x11")
            await caller.ended()

    asyncio.run(live())
    assert {each.split()[1] for each in watch.beside} >= {"journal.json", "preferences."}
    assert not watch.on_the_loop


def test_the_watch_sees_what_is_written_on_the_loop(
    serve: Serve, keys: list[asyncssh.SSHKey], watch: Watch
) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await to_the_note(caller)
            watch.folder = str(place.state.people)
            (there,) = place.house.calls
            place.do(lambda: there.lodging.prefer(there.lodging.preferences()))

    asyncio.run(live())
    assert watch.on_the_loop
