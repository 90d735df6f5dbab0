"""Whoever leads a room over a line: keys at the console, and what it shows."""

from contextlib import AsyncExitStack

import asyncssh
from tests.ssh.caller import Caller, call
from tests.ssh.place import Place, the_pack
from tests.ssh.rooming import pick

from nowwhat.group.agenda import agenda_of, title_of
from nowwhat.packs.filling import fill
from nowwhat.session.script import Script

CONSOLE, ERRAND = the_pack().words.console, the_pack().words.errand


class Leader:
    """One facilitator, known by their key.

    Attributes:
        lines: Every line they were on, the last one is theirs now.
    """

    def __init__(self, place: Place, key: asyncssh.SSHKey, script: Script) -> None:
        self._place, self._key, self._script = place, key, script
        self._stops = [stop.step for stop in agenda_of(script)]
        self.lines: list[Caller] = []

    @property
    def caller(self) -> Caller:
        return self.lines[-1]

    @property
    def heard(self) -> bytes:
        """All that ever reached their terminal."""
        return b"".join(each.heard for each in self.lines)

    @property
    def rows(self) -> set[str]:
        """Each row that ever stood on their screen."""
        return set[str]().union(*(each.rows for each in self.lines))

    async def come(self, lines: AsyncExitStack) -> None:
        """Come to lead, or back to it."""
        line = call(self._place, self._key, name="lead", size=(120, 40))
        self.lines.append(await lines.enter_async_context(line))

    def head(self, stop: str) -> str:
        """What the console says of a stop that is open."""
        number = self._stops.index(stop)
        told = {"number": number + 1, "all": len(self._stops)}
        return fill(CONSOLE.stop, {**told, "title": title_of(self._script.step(stop))})

    async def open(self, stop: str) -> None:
        """Go on to a stop."""
        self.caller.type(" ")
        await self.caller.until(self.head(stop))

    async def press(self, key: str, *then: str) -> None:
        """Press a key, and wait for what comes of it."""
        self.caller.type(key)
        await self.caller.until(*then)

    async def remove(self, name: str) -> None:
        """Take somebody out of the room."""
        await self.press("w", ERRAND.people)
        await pick(self.caller, f"{name}:")
        await pick(self.caller, ERRAND.remove)
        await self.caller.until(fill(ERRAND.remove_sure, {"name": name}))
        await pick(self.caller, ERRAND.remove)
        await self.caller.until(fill(ERRAND.person, {"name": name, "presence": ERRAND.removed}))
        await pick(self.caller, ERRAND.back)
        await self.caller.until(CONSOLE.following)
