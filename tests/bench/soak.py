"""Wears a server: `python -m tests.bench.soak [--minutes 10] [--connections 1000]`.

People join, type and leave for minutes; connections are opened and dropped; a reader stalls while
everything is painted anew. Memory has to stay flat, and no application may be left alive. Server
and clients are in one process, so that what is left can be counted; memory is of both.
"""

import argparse
import asyncio
import gc
import itertools
import os
import random
import tempfile
import time
from pathlib import Path

import asyncssh
from tests.ssh.caller import call, connect
from tests.ssh.place import Place
from tests.ssh.walking import HOME, SERVE, to_home, to_the_note

from nowwhat.ssh.hosted import Hosted
from nowwhat.ssh.limits import Limits

_PAGE = os.sysconf("SC_PAGE_SIZE")
_LINGERS = Limits().keepalive + 2.0
"""Seconds after which nothing waits for a call any more: a timer, even one that is stopped, holds
who set it until it is due; asyncssh has one that asks whether the client is still there."""

_LAST = 0
"""Applications that may be left."""

_GROWS = 1.25
"""Memory at the end, beside memory once everything was met for the first time."""


def memory() -> float:
    """Resident, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 1e6


def alive() -> int:
    """Count the applications that something still holds."""
    gc.collect()
    return sum(isinstance(each, Hosted) for each in gc.get_objects())


def say(what: str) -> None:
    print(f"{what}; {memory():.0f} MB, {alive()} applications", flush=True)


async def one(place: Place, key: asyncssh.SSHKey | None, chance: random.Random) -> None:
    """Join, type, leave in one of the ways in which people leave."""
    async with call(place, key) as caller:
        if key is None:
            await to_the_note(caller)
        else:
            await caller.until(HOME)
        caller.type("".join(chance.choice("abcdefgh ") for _ in range(chance.randrange(40))))
        match chance.randrange(4):
            case 0:
                caller.cut()
            case 1:
                caller.type("\x11")  # Ctrl+Q
                await caller.ended()
            case 2:
                caller.channel.change_terminal_size(chance.randrange(200), chance.randrange(80))
            case _:
                caller.channel.write_eof()


async def soak(place: Place, keys: list[asyncssh.SSHKey], minutes: float) -> None:
    """Let people come and go, six at a time."""
    chance, ends, count = random.Random(7), time.monotonic() + minutes * 60, 0  # noqa: S311
    met = 0.0
    while time.monotonic() < ends:
        several = [chance.choice([None, key]) for key in keys]
        await asyncio.gather(*(one(place, key, chance) for key in several))
        await place.emptied()
        count += len(several)
        if count >= 60 and not met:
            await asyncio.sleep(_LINGERS)
            met = memory()
            say(f"{count} came and went")
    await asyncio.sleep(_LINGERS)
    place.do(gc.collect)  # a loop that sleeps lets go of what is due when it is woken
    say(f"{count} came and went in {minutes:g} minutes")
    assert alive() <= _LAST, "applications are left"
    assert not met or memory() < met * _GROWS, "memory grows"


async def drop(place: Place, connections: int) -> None:
    """Open connections and drop them, at every stage of getting in."""
    before = memory()
    for number in range(connections):
        if number % 3 == 0:
            _, writer = await asyncio.open_connection("127.0.0.1", place.port)
            writer.close()
        else:
            connection, _ = await connect(place)
            if number % 3 == 1:
                await connection.create_process(term_type="xterm-256color", encoding=None)
            connection.abort()
            await connection.wait_closed()
    await place.emptied()
    say(f"{connections} connections opened and dropped, from {before:.0f} MB")
    assert memory() < before + 30, "memory grows"


async def stall(place: Place, key: asyncssh.SSHKey) -> None:
    """Read nothing while the screen is painted anew, hundreds of times."""
    async with call(place, key) as caller:
        await caller.until(HOME)
        (here,) = place.house.calls
        transport = caller.connection._transport
        assert isinstance(transport, asyncio.Transport)
        transport.pause_reading()
        before, sizes, looks = memory(), itertools.cycle(range(80, 200)), iter(range(900))

        def wriggle() -> bool:
            here.resize(next(sizes), 40)
            return next(looks) == 300

        await asyncio.to_thread(place.wait_for, wriggle, 300)
        say(f"a reader stalled: at most {here.outlet.most} bytes waited, from {before:.0f} MB")
        assert here.outlet.most < 200_000
        transport.resume_reading()


async def main(place: Place, minutes: float, connections: int) -> None:
    keys = [asyncssh.generate_private_key("ssh-ed25519") for _ in range(6)]
    for key in keys:  # for the first time
        async with call(place, key) as caller:
            await to_home(caller)
    await place.emptied()
    say("everybody was here once")
    await stall(place, keys[0])
    await place.emptied()
    await drop(place, connections)
    await soak(place, keys, minutes)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--connections", type=int, default=1000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        served = Place(Path(folder) / "state", limits=Limits(end=2.0))
        try:
            asyncio.run(main(served, chosen.minutes, chosen.connections))
        finally:
            served.stop()
        print(f"mishaps: {len(served.events('mishap'))}")
        assert SERVE.mishap
        assert not served.events("mishap")
