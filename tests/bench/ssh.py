"""Measures a server: `python tests/bench/ssh.py [--at 1,50,100,200] [--loop asyncio|uvloop]`.

The server is a process of its own, as `nowwhat serve` begins it; the clients are in this one. For
each number of people: connect to the full paint, memory, all joining at once, breathing at ten
frames a second, keys meanwhile. Times in milliseconds, memory in MB of 10^6 bytes.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import asyncssh

PAINTED, PATTERN, NOTE = "quickly", "Which way", "sentence or two"
_TIDIED = 12.0
"""Seconds after which a server has cleared away what those left who have gone."""

_BEGINNING = 0.1
"""Seconds, for each who breathes, until all of them do."""

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Server:
    """`nowwhat serve`, and what it uses."""

    def __init__(self, folder: Path, loop: str) -> None:
        self.log = (folder / "log").open("w")
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "nowwhat", "serve", "--port", "0", "--any-key"),
                *("--state", str(folder), "--max-sessions", "1000", "--per-address", "1000"),
            ],
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
            env=os.environ | {"NOWWHAT_LOOP": loop},
        )
        assert self.process.stdout
        self.port = int(self.process.stdout.readline().split()[-2])
        self._proc = Path(f"/proc/{self.process.pid}")

    def seconds(self) -> float:
        """Processor time so far."""
        fields = (self._proc / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory(self) -> float:
        """Resident, in MB."""
        return int((self._proc / "statm").read_text().split()[1]) * _PAGE / 1e6

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)


class Client(asyncssh.SSHClientSession[bytes]):
    """Somebody who types and reads."""

    def __init__(self) -> None:
        self.heard, self.news, self.frames = bytearray(), asyncio.Event(), 0

    connection: asyncssh.SSHClientConnection
    channel: asyncssh.SSHClientChannel[bytes]

    def data_received(self, data: bytes, datatype: int | None) -> None:
        del datatype
        self.frames += 1
        self.heard += data
        self.news.set()

    async def until(self, words: str) -> None:
        async with asyncio.timeout(30):
            while words.encode() not in self.heard:
                self.news.clear()
                await self.news.wait()

    async def type(self, keys: str, until: str) -> None:
        self.heard.clear()
        self.channel.write(keys.encode())
        await self.until(until)

    async def echo(self, key: str) -> float:
        """Type a key, and give the seconds until something was shown."""
        self.heard.clear()
        self.news.clear()
        began = time.perf_counter()
        self.channel.write(key.encode())
        while key.encode() not in self.heard:
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), 60)
        return time.perf_counter() - began


def _day() -> str:
    """Name a zone in which it is noon: at night other things are asked."""
    return f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"


class People:
    """People who have been here before: their zone is known, the first run is over."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self.keys: list[asyncssh.SSHKey] = []

    def key(self, number: int) -> asyncssh.SSHKey:
        from nowwhat.ssh.visitor import id_of  # noqa: PLC0415 - a bench runs without an install

        while len(self.keys) <= number:
            key = asyncssh.generate_private_key("ssh-ed25519")
            folder = self._state / "people" / id_of(key.get_fingerprint())
            folder.mkdir(parents=True)
            chosen = {"seen": True, "country": "IE", "zone": _day(), "breath": "helps"}
            (folder / "preferences.json").write_text(json.dumps(chosen))
            self.keys.append(key)
        return self.keys[number]


async def join(port: int, key: asyncssh.SSHKey) -> tuple[Client, float]:
    """Connect, and give the seconds until all of the first screen was painted."""
    client = Client()
    began = time.perf_counter()
    client.connection = await asyncssh.connect(
        "127.0.0.1",
        port,
        username="me",
        known_hosts=None,
        client_keys=[key],
        agent_path=None,
        config=None,
    )
    client.channel, _ = await client.connection.create_session(
        lambda: client, term_type="xterm-256color", term_size=(80, 24), encoding=None
    )
    await client.until(PAINTED)
    return client, time.perf_counter() - began


def told(name: str, seconds: list[float]) -> str:
    ranked = sorted(seconds)
    p99 = ranked[min(len(ranked) - 1, int(len(ranked) * 0.99))]
    return f"{name} p50 {median(ranked) * 1000:.0f} p99 {p99 * 1000:.0f} ms"


async def measure(server: Server, people: People, count: int) -> None:
    """Measure with so many people."""
    before = server.memory()
    here: list[Client] = []
    times, used = [], server.seconds()
    for number in range(count):
        client, seconds = await join(server.port, people.key(number))
        here.append(client)
        times.append(seconds)
    spent = (server.seconds() - used) / count * 1000
    await asyncio.sleep(1)
    each = (server.memory() - before) / count
    say(count, f"{told('connect to full paint', times)}; {each:.2f} MB a session")
    say(count, f"server, for one to come in: {spent:.0f} ms of a core")
    typist = here[0]
    await typist.type("1\r", NOTE)
    say(count, told("key, others still", await keys(typist, 100)))
    if count > 1:
        await breathe(server, here, typist)
    await leave(here)
    began = time.perf_counter()
    joined = await asyncio.gather(*(join(server.port, people.key(n)) for n in range(count)))
    seconds = time.perf_counter() - began
    say(count, f"all joining at once: {seconds:.2f} s; {told('each', [s for _, s in joined])}")
    await leave([client for client, _ in joined])


async def keys(typist: Client, count: int) -> list[float]:
    """Type; letters that stand nowhere else in a frame would be hard to find among the colours.

    The field is emptied first: where it scrolls, a letter may come to stand where it stood before.
    """
    times = []
    typist.channel.write(b"\x15")  # Ctrl+U
    await asyncio.sleep(0.2)
    for number in range(count):
        times.append(await typist.echo("QXZJ"[number % 4]))
        await asyncio.sleep(0.03)
    return times


async def breathe(server: Server, here: list[Client], typist: Client) -> None:
    """Let all but one breathe."""
    others = [client for client in here if client is not typist]
    for client in others:
        await client.type("6\r", PATTERN)
    for client in others:
        client.channel.write(b"\r")
    await asyncio.sleep(max(4, _BEGINNING * len(others)))
    frames, bytes_before = sum(c.frames for c in others), sum(len(c.heard) for c in others)
    used, began = server.seconds(), time.perf_counter()
    await asyncio.sleep(15)
    gone = time.perf_counter() - began
    share = (server.seconds() - used) / gone * 100
    fps = (sum(c.frames for c in others) - frames) / gone / len(others)
    rate = (sum(len(c.heard) for c in others) - bytes_before) / gone / len(others)
    what = f"{share:.0f} % of a core, {fps:.1f} writes/s, {rate:.0f} B/s each"
    say(len(here), f"{len(others)} breathing: {what}")
    say(len(here), told("key, others breathing", await keys(typist, 200)))


async def leave(here: list[Client]) -> None:
    for client in here:
        client.connection.abort()
    await asyncio.gather(*(client.connection.wait_closed() for client in here))
    await asyncio.sleep(1.5)


def say(count: int, what: str) -> None:
    print(f"{count:4}  {what}", flush=True)


async def main(at: list[int], loop: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), loop)
        try:
            people = People(Path(folder))
            client, _ = await join(server.port, people.key(0))  # the first one loads what is shared
            await leave([client])
            print(f"{loop or 'uvloop, where installed'}; server alone {server.memory():.0f} MB")
            for count in at:
                await measure(server, people, count)
            await asyncio.sleep(_TIDIED)
            print(f"      after all have left and that was cleared away: {server.memory():.0f} MB")
        finally:
            server.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--at", default="1,50,100,200")
    parser.add_argument("--loop", default="", choices=["", "asyncio"])
    chosen = parser.parse_args()
    run: Callable[..., None] = asyncio.run
    run(main([int(each) for each in chosen.at.split(",")], chosen.loop))
