"""A call: one session of somebody's, from the opening of its channel until it is over."""

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, Protocol

from nowwhat.ssh.lodging import Lodging
from nowwhat.ssh.names import Aim, Form
from nowwhat.ssh.outlet import Outlet
from nowwhat.ssh.visitor import Visitor

if TYPE_CHECKING:
    from nowwhat.ssh.dialogue import Dialogue

_SLICE = 64
"""Bytes handed on at once."""

DONE, NO, UNFINISHED, BUG = 0, 1, 3, 70
"""Exit statuses."""

Why = Literal["left", "hung_up", "idle", "stopping", "taken_over", "mishap", "full", "removed"]
"""Why a call ended; `left` is by its own."""


class Front(Protocol):
    """What takes a caller's keys: a dialogue of lines, or a screen."""

    def feed(self, data: bytes) -> bool:
        """Take what came; False: later, it has enough to do."""

    def resize(self, width: int, height: int) -> None:
        """Take the size of the terminal, in cells."""

    def finish(self) -> None:
        """No more will come, by the caller's own will."""

    def end(self) -> None:
        """End soon, with what is typed kept."""


class Call:
    """One session.

    Attributes:
        number: Tells it from others of this server.
        visitor: Who calls.
        form: The form they asked for.
        aim: Where in a room their name leads; none: to no room.
        reached: The address and the port of this server that they connected to.
        key: Id of the key that they proved to have; empty: none.
        address: Where from, named so that nobody can tell where that is.
        nearby: The same of the network that one household or host has; empty: not known.
        outlet: The way to them.
        terminal: The name of their terminal; empty: they have none.
        size: Its columns and rows.
        environ: What their client sent of its environment.
        lodging: What they have here; set once that is known.
        heard: When a key came last, in seconds of the server's clock.
        why: Why it ended, or is about to.
        sentence: What the caller is told about it; empty where nobody is there.
        over: Set when all of it has ended.
        dialogue: What is spoken with them in lines, once there was any.
    """

    lodging: Lodging
    reached: tuple[str, int] = ("127.0.0.1", 22)
    nearby: str = ""

    def __init__(
        self,
        number: int,
        visitor: Visitor,
        form: Form,
        address: str,
        elapsed: Callable[[], float],
        *,
        aim: Aim | None = None,
        key: str = "",
    ) -> None:
        """Take one; `elapsed` tells seconds."""
        self.aim, self.key = aim, key
        self.number, self.visitor, self.form, self.address = number, visitor, form, address
        self.terminal, self.size = "", (80, 24)
        self.environ: Mapping[str, str] = {}
        self.why: Why = "left"
        self.over = asyncio.Event()
        self._elapsed, self.heard = elapsed, elapsed()
        self.sentence = ""
        self.dialogue: Dialogue | None = None
        self._finished = False
        self._front: Front | None = None
        self._waiting = bytearray()

    outlet: Outlet

    @property
    def in_lines(self) -> bool:
        """Whether it is spoken in lines: as asked, else as the terminal can carry."""
        if not self.terminal or self.form == "plain":
            return True
        return self.terminal == "dumb" and self.form != "screen"

    @property
    def ending(self) -> bool:
        """Whether it is to end by another will than the caller's."""
        return self.why != "left"

    def stand(self, front: Front | None) -> None:
        """Let this take the keys from here on; those that nothing has taken yet come first."""
        self._front = front
        if front is not None and self.ending:
            front.end()
        self.pump()

    def hear(self, data: bytes) -> int:
        """Take what came; gives the bytes that wait to be taken."""
        self.heard = self._elapsed()
        self._waiting += data
        self.pump()
        return len(self._waiting)

    @property
    def unheard(self) -> int:
        """Bytes that came and were not taken yet."""
        return len(self._waiting)

    def resize(self, width: int, height: int) -> None:
        """Take the size of the terminal."""
        self.size = (width, height)
        if self._front is not None:
            self._front.resize(width, height)

    def end(self, why: Why, sentence: str = "") -> None:
        """End it, for a reason that is said to the caller, if they are there."""
        if self.ending:
            return
        self.why, self.sentence = why, sentence
        if self._front is not None:
            self._front.end()

    def finish(self) -> None:
        """Take note that no more will come, once what came is taken."""
        self._finished = True
        self.pump()

    def pump(self) -> None:
        """Hand on what waits, a little at a time, so that nobody's paste holds others up.

        A front calls it when it can take more.
        """
        while self._waiting and self._front is not None:
            if not self._front.feed(bytes(self._waiting[:_SLICE])):
                return
            del self._waiting[:_SLICE]
        if self._finished and self._front is not None:
            self._front.finish()
