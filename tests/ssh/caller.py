"""Somebody who calls with asyncssh; what they see is what a terminal emulator shows."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import asyncssh
import pyte
from tests.ssh.place import PATIENCE, Place


class _Guest(asyncssh.SSHClient):
    """Answers no questions, as there are none; keeps what is said before the login."""

    def __init__(self) -> None:
        self.banner = ""

    def auth_banner_received(self, msg: str, lang: str) -> None:
        self.banner += msg

    def kbdint_auth_requested(self) -> str:
        return ""

    def kbdint_challenge_received(
        self, name: str, instructions: str, lang: str, prompts: Any
    ) -> list[str]:
        return []


class _Ear(asyncssh.SSHClientSession[bytes]):
    def __init__(self, caller: "Caller") -> None:
        self.caller = caller

    def data_received(self, data: bytes, datatype: int | None) -> None:
        self.caller.take(data)

    def exit_status_received(self, status: int) -> None:
        self.caller.status = status

    def connection_lost(self, exc: Exception | None) -> None:
        self.caller.gone.set()
        self.caller.news.set()


class Caller:
    """One line to a server.

    Attributes:
        heard: All bytes that came.
        rows: Each row that ever stood on the screen, of which less may have come as bytes.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        self.heard, self.rows = b"", set[str]()
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.news, self.gone = asyncio.Event(), asyncio.Event()
        self.status: int | None = None
        self.reads = True

    connection: asyncssh.SSHClientConnection
    channel: asyncssh.SSHClientChannel[bytes]

    def take(self, data: bytes) -> None:
        self.heard += data
        self._stream.feed(data)
        self._note_rows()
        self.news.set()

    def _note_rows(self) -> None:
        for y in self.screen.dirty:
            row = self.screen.buffer[y]
            self.rows.add("".join(row[x].data for x in range(self.screen.columns)).strip())
        self.screen.dirty.clear()

    @property
    def seen(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def left(self) -> str:
        """What was said after the screen was given back."""
        return self.heard.decode("utf-8", "replace").rpartition("\x1b[?1049l")[2]

    async def until(self, *words: str, seconds: float = PATIENCE) -> str:
        """Wait until all of this is on the screen; breaks of lines do not count."""
        wanted = ["".join(each.split()) for each in words]
        await self.when(
            lambda: all(each in "".join(self.seen.split()) for each in wanted),
            f"{words}",
            seconds=seconds,
        )
        return self.seen

    async def when(
        self, so: Callable[[], bool], what: str = "it", *, seconds: float = PATIENCE
    ) -> None:
        """Wait until what was heard makes something so."""

        async def look() -> None:
            while not so():
                assert not self.gone.is_set(), f"gone before {what}:\n{self.seen}"
                self.news.clear()
                await self.news.wait()

        try:
            await asyncio.wait_for(look(), seconds)
        except TimeoutError:
            raise AssertionError(f"{what} not seen in:\n{self.seen}") from None

    async def ended(self) -> int | None:
        """Wait until the line is closed; gives the exit status."""
        await asyncio.wait_for(self.gone.wait(), PATIENCE)
        return self.status

    def type(self, text: str) -> None:
        self.channel.write(text.encode())

    def cut(self) -> None:
        """Cut the line, as a train does in a tunnel."""
        self.connection.abort()


async def connect(
    place: Place, key: asyncssh.SSHKey | None = None, name: str = "me", **options: Any
) -> tuple[asyncssh.SSHClientConnection, _Guest]:
    """Log in, as a guest where there is no key."""
    connection, client = await asyncssh.create_connection(
        _Guest,
        "127.0.0.1",
        place.port,
        username=name,
        known_hosts=None,
        client_keys=[key] if key else None,
        agent_path=None,
        config=None,
        **options,
    )
    assert isinstance(client, _Guest)
    return connection, client


@asynccontextmanager
async def call(
    place: Place,
    key: asyncssh.SSHKey | None = None,
    *,
    name: str = "me",
    term: str | None = "xterm-256color",
    size: tuple[int, int] = (80, 24),
    environ: Mapping[str, str] | None = None,
) -> AsyncIterator[Caller]:
    """Call; hang up at the end."""
    connection, _ = await connect(place, key, name)
    caller = Caller(size)
    caller.connection = connection
    caller.channel, _ = await connection.create_session(
        lambda: _Ear(caller),
        term_type=term,
        term_size=size,
        env=[f"{name}={value}" for name, value in (environ or {}).items()],
        encoding=None,
        request_pty=term is not None,
    )
    try:
        yield caller
    finally:
        connection.abort()
        await connection.wait_closed()
