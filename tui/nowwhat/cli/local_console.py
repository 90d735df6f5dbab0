"""The console in the terminal that a room was opened from, in the very loop of its server."""

import asyncio
import os
import sys

import click

from nowwhat.app import NowWhat
from nowwhat.cli.mishap import tell_of_mishap
from nowwhat.cli.surroundings import Surroundings
from nowwhat.cli.terminal import terminal_of, wire_of
from nowwhat.group.commands import Attend, End
from nowwhat.group.hub import NoRoomError
from nowwhat.group.link import facilitators_link
from nowwhat.packs.filling import fill
from nowwhat.screens.entrance import Entrance, Joining
from nowwhat.ssh.hooks import leave_streams
from nowwhat.ssh.house import House
from nowwhat.ssh.seats import Held

_LINE = 4096


class LocalConsole:
    """Shows the console until the room is closed, or the machine asks for an end."""

    def __init__(
        self,
        around: Surroundings,
        house: House,
        held: Held,
        joining: Joining,
        stop: asyncio.Event,
    ) -> None:
        """Prepare.

        Args:
            around: The terminal.
            house: The server.
            held: The room.
            joining: How one joins.
            stop: Set when the machine asks for an end.
        """
        self._around, self._house, self._held, self._stop = around, house, held, stop
        self._joining = joining
        self._words = around.pack.words.leading

    async def run(self) -> None:
        """Lead until the end; who is still finishing then may do so."""
        hub, code = self._house.rooms.hub, self._held.code
        hub.send(code, Attend(self._held.token("lead here")), "facilitator")
        while not self._stop.is_set():
            await self._show()
            if self._stop.is_set() or self._over:
                break
            words = self._words
            self._say(words.still_open, fill(words.still_ways, {"end": words.end}))
            line = await self._line()
            if line is None or line.casefold() == words.end.casefold():
                break
        if not self._over:
            hub.send(code, End(), "facilitator")
        if self._others and not self._stop.is_set():
            self._say(self._words.still_here)
            await self._emptied()

    @property
    def _over(self) -> bool:
        room = self._house.rooms.hub.room(self._held.code)
        return room is None or room.ended

    @property
    def _others(self) -> int:
        return len(self._house.seats)

    async def _show(self) -> None:
        """Show the console until it is left."""
        around, house = self._around, self._house
        try:
            link = facilitators_link(house.rooms.hub, self._held.code, house.clock.elapsed)
        except NoRoomError:  # its time was up
            return
        app = NowWhat(
            around.desk(),
            Entrance("lead", self._held.script.id, room=link, joining=self._joining),
            terminal=terminal_of(around.environ, around.clock),
            painter=wire_of(around.environ),
            folder=around.paths.data,
            mishap=lambda error: tell_of_mishap(error, around),
        )
        leave_streams(app)
        showing = asyncio.create_task(app.run_async())
        stopping = asyncio.create_task(self._stop.wait())
        await asyncio.wait({showing, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if self._stop.is_set() and not showing.done():
            app.hung_up()
        stopping.cancel()
        parting = await showing
        if app.failed:
            self._say(app.sentence)
        elif parting is not None:
            self._say(*parting.lines)

    async def _emptied(self) -> None:
        """Wait until all have left, or whoever leads wants no longer to wait."""
        line = asyncio.create_task(self._line())
        while self._others and not line.done() and not self._stop.is_set():
            await asyncio.wait({line}, timeout=0.5)
        line.cancel()

    async def _line(self) -> str | None:
        """Wait for a line that is typed; none: there is no more, or an end was asked for."""
        loop, stdin = asyncio.get_running_loop(), self._around.stdin
        came: asyncio.Future[str | None] = loop.create_future()

        def read() -> None:
            data = os.read(stdin, _LINE)
            _give(came, data.decode("utf-8", "replace").strip() if data else None)

        loop.add_reader(stdin, read)
        stopping = asyncio.create_task(self._stop.wait())
        stopping.add_done_callback(lambda _: _give(came, None))
        try:
            return await came
        finally:
            stopping.cancel()
            loop.remove_reader(stdin)

    def _say(self, *lines: str) -> None:
        for line in lines:
            click.echo(line, file=self._around.stdout)
        self._around.stdout.flush()
        sys.stdout.flush()


def _give(came: "asyncio.Future[str | None]", line: str | None) -> None:
    if not came.done():
        came.set_result(line)
