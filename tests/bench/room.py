"""Measures a room: `python -m tests.bench.room [--at 50,100,200] [--steps 50] [--loop asyncio]`.

The server is a process of its own, as `nowwhat serve` begins it; whoever leads and everybody in
the room are clients in this one, which only counts bytes. For each number of people: from "next"
to the last new screen, what the server needs for it, and how far apart the phases of a breathing
together come. Times in milliseconds.
"""

import argparse
import asyncio
import re
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import asyncssh
import pyte
from tests.bench.ssh import Server, told
from tests.ssh.caller import connect
from tests.ssh.walking import SERVE

from nowwhat.packs.pack import Pack

WORDS = Pack.find("en").words
ENTERED = b"\x1b[?1049h"
SCREEN = 120
"""Bytes of a frame that shows another step; a clock or a row of its own take fewer."""

QUIET = 0.6
"""Seconds without such a frame after which nobody waits for one."""

PATIENCE = 60.0
_CODE = re.compile(r"(?<![\w-])[a-z]+-[a-z]+-[a-z]+(?![\w-])")
_WAY = 12
"""After the first part it goes on by so many, then back by as many, and on again."""

_STAYS = 6.0
"""Seconds in each part, where a group takes minutes: what follows is made ready meanwhile."""

_IN_TURN = 6
"""People who come in at once."""

BREATHS = 40.0
"""Seconds of breathing together that are looked at."""


class Client(asyncssh.SSHClientSession[bytes]):
    """Somebody who notes when frames come."""

    def __init__(self) -> None:
        self.heard, self.news = bytearray(), asyncio.Event()
        self.frames: list[tuple[float, bytes]] = []

    connection: asyncssh.SSHClientConnection
    channel: asyncssh.SSHClientChannel[bytes]

    def data_received(self, data: bytes, datatype: int | None) -> None:
        del datatype
        self.frames.append((time.perf_counter(), data))
        self.heard += data
        self.news.set()

    def type(self, keys: str) -> None:
        self.channel.write(keys.encode())

    async def until(self, words: bytes) -> None:
        async with asyncio.timeout(PATIENCE):
            while words not in self.heard:
                self.news.clear()
                await self.news.wait()

    def new_screen(self, since: float) -> float | None:
        """When the last frame came that shows another step; none: none has."""
        times = [at for at, data in self.frames if at >= since and len(data) >= SCREEN]
        return max(times, default=None)


async def enter(
    port: int, name: str, key: asyncssh.SSHKey | None = None, size: tuple[int, int] = (80, 24)
) -> Client:
    """Open a session under a name."""
    client = Client()
    place: Any = SimpleNamespace(port=port)
    client.connection, _ = await connect(place, key, name)
    client.channel, _ = await client.connection.create_session(
        lambda: client, term_type="xterm-256color", term_size=size, encoding=None
    )
    return client


async def join(port: int, code: str, number: int) -> Client:
    """Join a room, and wait until its page is there."""
    client = await enter(port, code)
    await client.until(SERVE.confirm.split()[-1].encode())
    client.type("\r")
    await client.until(WORDS.lobby.name.split()[0].encode())
    client.type(f"Person {number}\r")
    await client.until(ENTERED)
    return client


async def lead(port: int, key: asyncssh.SSHKey) -> tuple[Client, str]:
    """Open a room, and give its code as the console shows it."""
    leader = await enter(port, "lead", key, (120, 40))
    screen = pyte.Screen(120, 40)
    stream = pyte.ByteStream(screen)
    async with asyncio.timeout(PATIENCE):
        while True:
            await leader.until(ENTERED)
            screen.reset()
            stream.feed(bytes(leader.heard))
            found = _CODE.search("\n".join(screen.display))
            if found:
                return leader, found[0]
            leader.news.clear()
            await leader.news.wait()


async def quiet(people: list[Client]) -> None:
    """Wait until no screen has changed for a while."""
    async with asyncio.timeout(PATIENCE):
        while any(each.new_screen(time.perf_counter() - QUIET) for each in people):  # noqa: ASYNC110 - a clock, no event
            await asyncio.sleep(QUIET / 4)


async def followed(people: list[Client], began: float) -> list[float]:
    """Wait until all have another screen, and none changes any more; gives when each had it."""
    async with asyncio.timeout(PATIENCE):
        while None in [each.new_screen(began) for each in people]:  # noqa: ASYNC110 - as above
            await asyncio.sleep(QUIET / 4)
    await quiet(people)
    return [at for each in people if (at := each.new_screen(began)) is not None]


async def follow(server: Server, leader: Client, people: list[Client], steps: int) -> None:
    """Go on and back, and see how long it takes until all have followed."""
    slowest, middle, spent = [], [], []
    for number in range(steps):
        await quiet(people)
        await asyncio.sleep(_STAYS)
        for each in people:
            each.frames.clear()
        used, began = server.seconds(), time.perf_counter()
        leader.type(" " if number == 0 or (number - 1) // _WAY % 2 == 0 else "\x1b[D")
        there = await followed(people, began)
        waited = sorted(at - began for at in there)
        slowest.append(waited[-1])
        middle.append(waited[len(waited) // 2])
        spent.append(server.seconds() - used)
    say(
        people,
        f"{told('next to the last new screen', slowest)}; {told('to the middle one', middle)}",
    )
    say(
        people,
        f"server, for one to follow: {sum(spent) / steps / len(people) * 1000:.1f} ms of a core",
    )


async def breathe(server: Server, leader: Client, people: list[Client]) -> None:
    """Breathe together, and see how far apart a phase begins for one and another."""
    leader.type("b")
    await asyncio.sleep(2)
    leader.type("\r")  # the first of the patterns
    await asyncio.sleep(3)
    for each in people:
        each.type("\x1b[18~")  # F7: what the row says that it opens
    await asyncio.sleep(8)
    words = {phase.word.encode() for phase in Pack.find("en").patterns[0].phases}
    for each in people:
        each.frames.clear()
    used, began = server.seconds(), time.perf_counter()
    await asyncio.sleep(BREATHS)
    share = (server.seconds() - used) / (time.perf_counter() - began) * 100
    turns = [turns_of(each, words) for each in people]
    count = min(map(len, turns))
    assert count >= 3, "nobody sees it breathe"
    spreads = []
    first = max(times[0] for times in turns)
    for turn in [at for at in turns[0] if at > first + 1][: count - 2]:
        near = [min(times, key=lambda at: abs(at - turn)) for times in turns]
        spreads.append(max(near) - min(near))
    say(
        people, f"breathing together: {told('spread of a phase', spreads)}; {share:.0f} % of a core"
    )
    leader.type("b")
    await asyncio.sleep(2)


def turns_of(client: Client, words: set[bytes]) -> list[float]:
    """When the word of a phase gave way to another one."""
    times, last = [], b""
    for at, data in client.frames:
        word = next((each for each in words if each in data), last)
        if word != last:
            times.append(at)
        last = word
    return times


def say(people: list[Client], what: str) -> None:
    print(f"{len(people):4}  {what}", flush=True)


async def measure(server: Server, key: asyncssh.SSHKey, count: int, steps: int) -> None:
    """Measure a room of so many."""
    before = server.memory()
    leader, code = await lead(server.port, key)
    people: list[Client] = []
    for first in range(0, count, _IN_TURN):
        numbers = range(first, min(first + _IN_TURN, count))
        people += await asyncio.gather(*(join(server.port, code, n) for n in numbers))
    await quiet(people)
    say(people, f"{(server.memory() - before) / count:.2f} MB each")
    await follow(server, leader, people, steps)
    await breathe(server, leader, people)
    for client in (*people, leader):
        client.connection.abort()
    await asyncio.gather(*(client.connection.wait_closed() for client in (*people, leader)))
    await asyncio.sleep(2)


async def main(at: list[int], steps: int, loop: str) -> None:
    for count in at:
        with tempfile.TemporaryDirectory() as folder:
            key = asyncssh.generate_private_key("ssh-ed25519")
            (Path(folder) / "facilitators").write_bytes(key.export_public_key())
            server = Server(Path(folder), loop)
            try:
                await measure(server, key, count, steps)
            finally:
                server.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--at", default="50,100,200")
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--loop", default="", choices=["", "asyncio"])
    chosen = parser.parse_args()
    asyncio.run(main([int(n) for n in chosen.at.split(",")], chosen.steps, chosen.loop))
