"""The full screen of a call: an application of its own, from the first paint to the last."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress

from textual.app import ScreenStackError

from nowwhat.screens.entrance import Entrance, Parting, Terminal
from nowwhat.session.typed import shown
from nowwhat.settings.places import country_of, country_of_zone
from nowwhat.ssh.call import Call
from nowwhat.ssh.hosted import Hosted
from nowwhat.ssh.house import House
from nowwhat.wire.abilities import abilities_of, palette_of
from nowwhat.wire.palette import Palette
from nowwhat.wire.wire import Wire

_BUSY = 64
"""Bytes after which it is looked whether the application has taken them."""

_PATIENCE = 2.0
"""Seconds that a first paint may take, and keys on their way, before others go on."""

_LEFT_UNFINISHED, _BUG = 3, 70


class Screen:
    """A `Front`."""

    def __init__(self, house: House, call: Call, entrance: Entrance | None = None) -> None:
        """Prepare; the caller's lodging is known. They come in at home, or as it is said."""
        self._house, self._call = house, call
        self._fed, self._busy = 0, False
        self._tasks: set[asyncio.Task[None]] = set()
        self._painted = asyncio.Event()
        self._app = Hosted(
            call.lodging.desk(house.pack_for(call)),
            entrance or Entrance("home", house.script),
            call.outlet,
            terminal=terminal_of(call),
            painter=Wire(abilities_of(environ_of(call))),
            mishap=self._tell_of,
            ready=self._painted.set,
        )

    async def run(self) -> int:
        """Show it until the person leaves or something ends it; gives the exit status."""
        call, app = self._call, self._app
        async with self._house.opening:
            if call.ending:
                return _LEFT_UNFINISHED
            running = asyncio.create_task(app.run_async(size=call.size))
            call.outlet.tell_of_stalls(app.hold)
            await self._first_paint(running)
        call.stand(self)
        try:
            parting = await running
        except asyncio.CancelledError:
            running.cancel()
            raise
        finally:
            call.stand(None)
            for task in self._tasks:
                task.cancel()
        if app.failed:
            await app.keep()
        call.outlet.say("".join(f"{shown(line)}\n" for line in app.parting_lines(parting)))
        return self._status(parting)

    def feed(self, data: bytes) -> bool:
        """Take what came, unless there is enough on its way already."""
        driver = self._app.channel_driver
        if driver is None or self._busy:
            return False
        driver.feed(data)
        self._fed += len(data)
        if self._fed >= _BUSY:
            self._busy, self._fed = True, 0
            self._do(self._catch_up())
        return True

    def resize(self, width: int, height: int) -> None:
        """Take the size of the terminal."""
        if self._app.channel_driver is not None:
            self._app.channel_driver.resize(width, height)

    def finish(self) -> None:
        """End: keys are all there is, and none will come."""
        self._call.end("hung_up")

    def end(self) -> None:
        """End soon, with what is typed kept."""
        self._do(self._end())

    async def _first_paint(self, running: "asyncio.Task[Parting | None]") -> None:
        painted = asyncio.create_task(self._painted.wait())
        await asyncio.wait(
            {running, painted}, timeout=_PATIENCE, return_when=asyncio.FIRST_COMPLETED
        )
        painted.cancel()

    async def _end(self) -> None:
        with suppress(TimeoutError, ScreenStackError):
            await asyncio.wait_for(self._app.drained(), _PATIENCE)
        await self._app.end(_LEFT_UNFINISHED)

    async def _catch_up(self) -> None:
        with suppress(TimeoutError, ScreenStackError):
            await asyncio.wait_for(self._app.drained(), _PATIENCE)
        self._busy = False
        self._call.pump()

    def _do(self, work: "Coroutine[None, None, None]") -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _tell_of(self, error: BaseException) -> str:
        self._house.log.mishap(error, call=self._call.number)
        return self._house.pack.words.serve.mishap

    def _status(self, parting: Parting | None) -> int:
        app, call = self._app, self._call
        if app.failed:
            call.why, call.sentence = "mishap", app.sentence
            return _BUG
        return parting.status if parting is not None else app.return_code or 0


def terminal_of(call: Call) -> Terminal:
    """Say what is known of a caller's terminal: by what their client sent, never by the server's.

    OpenSSH sends only the locale unless it is told to send more, so 256 colours are expected.
    """
    environ = environ_of(call)
    palette = palette_of(environ)
    return Terminal(
        light=environ.get("COLORFGBG", "").split(";")[-1] in ("7", "15"),
        few=palette is Palette.FEW,
        none=palette is Palette.NONE,
        country=lambda: country_of(environ) or country_of_zone(call.lodging.clock.now().zone),
    )


def environ_of(call: Call) -> dict[str, str]:
    """Give the environment of a caller's terminal, its name included."""
    return {**call.environ, "TERM": call.terminal}
