"""A server on a port of its own, in a thread, with a clock and limits that a test chooses."""

import asyncio
import json
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

from nowwhat.cli.mishap import outline
from nowwhat.packs.pack import Pack
from nowwhat.ssh.access import Access
from nowwhat.ssh.clock import HouseClock
from nowwhat.ssh.house import House
from nowwhat.ssh.limits import Limits
from nowwhat.ssh.log import Log, silence
from nowwhat.ssh.served import read_all
from nowwhat.ssh.server import Server
from nowwhat.ssh.state import State

AFTERNOON = datetime(2026, 3, 3, 17, 30, tzinfo=UTC)
PATIENCE = 30.0
"""Seconds until something that should have happened counts as missing."""


class StandingClock(HouseClock):
    """It is one and the same afternoon; seconds go by, and more of them when a test says so."""

    def __init__(self) -> None:
        self.at, self.ahead = AFTERNOON, 0.0

    def now(self) -> datetime:
        return self.at + timedelta(seconds=self.ahead)

    def elapsed(self) -> float:
        return time.monotonic() + self.ahead


class HeldClock(StandingClock):
    """Only a test lets seconds go by, so that minutes are counted to the second."""

    def elapsed(self) -> float:
        return self.ahead


_PACK: list[Pack] = []


def the_pack() -> Pack:
    if not _PACK:
        _PACK.append(Pack.find("en"))
        read_all(_PACK[0])
    return _PACK[0]


class Place:
    """A server that runs until the end of a test."""

    def __init__(
        self,
        folder: Path,
        *,
        any_key: bool = True,
        guests: bool = True,
        limits: Limits | None = None,
        port: int = 0,
        clock: StandingClock | None = None,
    ) -> None:
        silence()
        self.clock, self.written = clock or StandingClock(), StringIO()
        self.state = State(folder)
        self.state.prepare()
        access = Access(self.state, self.state.authorized_keys, any_key=any_key, guests=guests)
        self._build: Callable[[], House] = lambda: House(
            self.state,
            access,
            the_pack(),
            limits=limits or Limits(end=10.0),
            log=Log(self.written, self.clock, outline, as_json=True),
            clock=self.clock,
            zone="Europe/Dublin",
            script="bridge",
        )
        self._wanted, self._ready = port, threading.Event()
        self._failed: list[BaseException] = []
        self._thread = threading.Thread(target=self._run, name="the server")
        self._thread.start()
        assert self._ready.wait(PATIENCE)
        if self._failed:
            self._thread.join()
            raise self._failed[0]

    house: House
    server: Server

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:  # noqa: BLE001 - the test that started it is to have it
            self._failed.append(error)
            self._ready.set()

    async def _serve(self) -> None:
        self._stop, self._loop = asyncio.Event(), asyncio.get_running_loop()
        self.house = self._build()
        async with Server(self.house, "127.0.0.1", self._wanted) as self.server:
            self.port = self.server.port
            self._ready.set()
            await self._stop.wait()

    def do(self, work: Any) -> Any:
        """Do something on the server's loop, and give what came of it."""

        async def call() -> Any:
            return work()

        return asyncio.run_coroutine_threadsafe(call(), self._loop).result(PATIENCE)

    def begin_to_stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)

    def stop(self) -> None:
        """Stop it, and wait until it has."""
        if self._thread.is_alive():
            self.begin_to_stop()
            self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    @property
    def log(self) -> list[dict[str, Any]]:
        """The events so far."""
        return [json.loads(line) for line in self.written.getvalue().splitlines()]

    def events(self, name: str) -> list[dict[str, Any]]:
        return [event for event in self.log if event["event"] == name]

    async def emptied(self) -> None:
        """Wait until nobody is here any more."""
        await asyncio.to_thread(self.wait_for, lambda: not self.house.calls)

    def wait_for(self, what: Any, seconds: float = PATIENCE) -> None:
        """Wait until something is so on the server's loop."""

        async def look() -> None:
            while not what():  # noqa: ASYNC110 - nothing tells of it
                await asyncio.sleep(0.01)

        asyncio.run_coroutine_threadsafe(asyncio.wait_for(look(), seconds), self._loop).result()
