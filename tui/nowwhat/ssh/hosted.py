"""The application as one of many in a process, at the other end of a line that may break."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager

from textual.message_pump import MessagePump

from nowwhat.app import NowWhat, Parting
from nowwhat.screens.entrance import Entrance, Terminal
from nowwhat.sitting.desk import Desk
from nowwhat.ssh.driver import ChannelDriver
from nowwhat.ssh.hooks import stand_apart
from nowwhat.ssh.outlet import Outlet
from nowwhat.widgets.painting import Painter


class Hosted(NowWhat):
    """Somebody's application on a server."""

    def __init__(
        self,
        desk: Desk,
        entrance: Entrance,
        outlet: Outlet,
        *,
        terminal: Terminal,
        painter: Painter,
        mishap: Callable[[BaseException], str],
        ready: Callable[[], None],
    ) -> None:
        """Prepare; `outlet` is where its terminal is."""
        super().__init__(
            desk, entrance, terminal=terminal, painter=painter, mishap=mishap, ready=ready
        )
        stand_apart(self)
        self.outlet, self._held = outlet, None
        self.driver_class = ChannelDriver
        self._prints: tuple[str, ...] = ()

    _held: AbstractContextManager[None] | None

    @property
    def channel_driver(self) -> ChannelDriver | None:
        """The driver, while it runs."""
        return self._driver if isinstance(self._driver, ChannelDriver) else None

    def hold(self, *, stalled: bool) -> None:
        """Paint nothing while the client does not read; then what there is by then, once."""
        if stalled and self._held is None:
            self._held = self.batch_update()
            self._held.__enter__()
        elif not stalled and self._held is not None:
            held, self._held = self._held, None
            held.__exit__(None, None, None)
            if self.is_running:
                self.refresh()

    async def drained(self) -> None:
        """Wait until the keys that have come are taken, by all that stand in line for them."""
        await self._ahead.handed_on()
        focused = self.focused
        line: list[MessagePump] = [self, self.screen]
        if focused is not None:
            line += [focused, *focused.ancestors]
        for pump in line:
            if pump.is_running:
                taken = asyncio.get_running_loop().create_future()
                pump.call_later(_done, taken)
                await taken

    async def end(self, status: int) -> None:
        """End; what is typed is kept."""
        await self.keep()
        self.exit(Parting(status))

    async def keep(self) -> None:
        """Keep what is typed and not given, now; also when all else has ended."""
        if self._session is not None and self._session.seat is not None:
            await asyncio.to_thread(self._session.seat.keep)

    def parting_lines(self, parting: Parting | None) -> list[str]:
        """Give what stays in the terminal: what is said on leaving, and what was to be printed."""
        return [*(parting.lines if parting else ()), *self._prints]

    def prints(self, text: str) -> bool:
        """Print a text into the terminal on leaving."""
        self._prints += ("", *text.splitlines())
        return True


def _done(taken: "asyncio.Future[None]") -> None:
    if not taken.done():
        taken.set_result(None)
