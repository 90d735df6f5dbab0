"""How exactly the breath is paced on a real terminal, and how many bytes it takes.

    python tests/bench/pacer.py [--seconds N] [--pattern ID]

The program runs in a process of its own on a pseudo-terminal of 80x24; what it writes is read here
as it comes, and put on the screen of a terminal emulator. A boundary is a change of the word or of
the seconds; its error is the time from when it was due to when its last byte was read, on the one
monotonic clock that both processes share. The half hour is simulated: timers that wake late, on a
clock that stands in for time.
"""

import argparse
import asyncio
import fcntl
import heapq
import os
import platform
import pty
import random
import select
import struct
import sys
import tempfile
import termios
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO, TextIOWrapper
from statistics import mean, median, quantiles

import pyte
import textual._time
import textual.timer

from nowwhat.app import Entrance, NowWhat, Terminal
from nowwhat.cli.clock import SystemClock
from nowwhat.cli.running import run
from nowwhat.cli.surroundings import Surroundings
from nowwhat.packs.pack import Pack
from nowwhat.session.breathing import Move, Pattern, phase_at
from nowwhat.session.moment import Moment
from nowwhat.widgets.countdown import Countdown

COLUMNS, ROWS = 80, 24
BAR_MS, MOON_MS = 25.0, 10.0
BAR_BYTES, MOON_BYTES = 1000.0, 300.0
HALF_AN_HOUR = 1800.0
_SETTLING = 1.0
"""Seconds at the beginning that are not counted: the first paint is in them."""


@dataclass
class Read:
    """What was read of one breathing.

    Attributes:
        began: When it began, on the monotonic clock.
        chunks: When something came, and how many bytes.
        shown: When the words were first seen to be these: word and seconds.
    """

    began: float = 0.0
    chunks: list[tuple[float, int]] = field(default_factory=list)
    shown: list[tuple[float, str]] = field(default_factory=list)


class TellingClock(SystemClock):
    """Tells through a pipe when it was asked first: that is when the breath begins."""

    def __init__(self, pipe: int, environ: dict[str, str]) -> None:
        super().__init__(environ)
        self._pipe = pipe

    def elapsed(self) -> float:
        now = time.monotonic()
        if self._pipe >= 0:
            os.write(self._pipe, struct.pack("d", now))
            self._pipe = -1
        return now


def child(pipe: int, folder: str, pattern: str, seconds: float) -> None:
    """Be the program."""
    environ = {**os.environ, "NOWWHAT_DATA": folder, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    environ |= {"COLORTERM": "truecolor", "TEXTUAL_DISABLE_KITTY_KEY": "1"}
    os.environ.update(environ)
    out = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - until it ends
    around = Surroundings(stdout=out, environ=environ, clock=TellingClock(pipe, environ))
    minutes = max(1, round(seconds / 60))
    sys.exit(run(["breathe", pattern, "--minutes", str(minutes)], around))


def watch(pattern: Pattern, seconds: float) -> Read:
    """Let the program breathe on a terminal, and read it."""
    tells, told = os.pipe()
    os.set_inheritable(told, True)
    with tempfile.TemporaryDirectory() as folder:
        pid, end = pty.fork()
        if pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            child(told, folder, pattern.id, seconds)
        os.close(told)
        began = os.read(tells, 8)
        if not began:
            sys.exit(f"the program ended before it breathed:\n{drain(end).decode()}")
        read = Read(struct.unpack("d", began)[0])
        os.close(tells)
        follow(end, read, pattern, read.began + seconds)
        os.write(end, b"\x1b")
        drain(end)
        os.close(end)
        os.waitpid(pid, 0)
    return read


def follow(end: int, read: Read, pattern: Pattern, until: float) -> None:
    """Read what comes, and note when the words change."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    words = {phase.word for phase in pattern.phases}
    while (left := until - time.monotonic()) > 0:
        if not select.select([end], [], [], left)[0]:
            return
        data = os.read(end, 65536)
        now = time.monotonic()
        read.chunks.append((now, len(data)))
        stream.feed(data)
        label = label_of([row.strip() for row in screen.display], words)
        if label and (not read.shown or read.shown[-1][1] != label):
            read.shown.append((now, label))


def label_of(rows: list[str], words: set[str]) -> str:
    """Word and seconds, where both are on the screen."""
    word = next((row for row in rows if row in words), "")
    seconds = next((row for row in rows if row.isdigit()), "")
    return f"{word} {seconds}" if word and seconds else ""


def drain(end: int) -> bytes:
    """Read until the program is gone; give what was read."""
    read = b""
    try:
        while select.select([end], [], [], 5)[0] and (more := os.read(end, 65536)):
            read += more
    except OSError:
        pass
    return read


def errors(read: Read, pattern: Pattern) -> list[float]:
    """Milliseconds by which each boundary was seen late."""
    found: list[float] = []
    for seen, label in read.shown[1:]:
        gone = seen - read.began
        due = due_before(pattern, gone, label)
        if gone > _SETTLING:
            found.append((gone - due) * 1000)
    return found


def due_before(pattern: Pattern, gone: float, label: str) -> float:
    """When the label that is shown was due last, in seconds since the beginning."""
    cycle = int(gone // pattern.cycle_seconds) * pattern.cycle_seconds
    dues: list[float] = []
    for start in (cycle - pattern.cycle_seconds, cycle):
        at = start
        for phase in pattern.phases:
            dues += [
                at + max(0.0, phase.seconds - left)
                for left in range(-int(-phase.seconds // 1), 0, -1)
                if f"{phase.word} {left}" == label
            ]
            at += phase.seconds
    return max(due for due in dues if due <= gone + 0.001)


class Simulated:
    """A clock that stands in for time, and timers on it, each of which wakes late by chance."""

    def __init__(self, seed: int) -> None:
        self.gone = 0.0
        self._chance = random.Random(seed)  # noqa: S311 - chance that can be repeated
        self._asleep: list[tuple[float, int, asyncio.Future[None]]] = []

    def now(self) -> Moment:
        return Moment(datetime.fromtimestamp(self.gone, UTC), "UTC")

    def elapsed(self) -> float:
        return self.gone

    async def sleep(self, seconds: float) -> None:
        late = self._chance.choice((0.0, self._chance.uniform(0, 0.04)))
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._asleep, (self.gone + max(0.0, seconds) + late, id(woken), woken))
        await woken

    async def wake_next(self) -> None:
        """Go on to the next that is to wake, and let what it does be done."""
        due, _, woken = heapq.heappop(self._asleep)
        self.gone = max(self.gone, due)
        if not woken.done():
            woken.set_result(None)
        for _ in range(12):
            await asyncio.sleep(0)


def drift(pattern: Pattern) -> float:
    """Milliseconds by which turns come later at the end of half an hour than at its beginning."""
    time_gone = Simulated(seed=7)
    setattr(textual.timer, "sleep", time_gone.sleep)  # noqa: B010 - a name that is not exported
    setattr(textual._time, "get_time", time_gone.elapsed)  # noqa: B010
    late: list[float] = []

    async def breathe(folder: str) -> None:
        out = TextIOWrapper(BytesIO())
        around = Surroundings(stdout=out, environ={"NOWWHAT_DATA": folder}, clock=time_gone)
        entrance = Entrance("breathe", pattern=pattern.id, seconds=HALF_AN_HOUR)
        app = NowWhat(around.desk(), entrance, terminal=Terminal(still=True))
        async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
            await pilot.pause()
            shown = ""
            while time_gone.gone < HALF_AN_HOUR - pattern.cycle_seconds:
                await time_gone.wake_next()
                word = app.screen.query_one("#breathing-turn", Countdown).text
                if word != shown:
                    late.append(since_turn(pattern, time_gone.gone))
                    shown = word

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(breathe(folder))
    return (mean(late[-100:]) - mean(late[1:101])) * 1000


def since_turn(pattern: Pattern, gone: float) -> float:
    """Seconds since the turn before, on a clock whose sums are rounded."""
    standing = phase_at(pattern, gone + 1e-6)
    return standing.phase.seconds - standing.remains


def verdict(value: float, bar: float, moonshot: float) -> str:
    return "moonshot" if value <= moonshot else "bar met" if value <= bar else "MISSED"


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pattern", default="extended-exhale")
    asked = parser.parse_args()
    pattern = Pack.find("en").pattern(asked.pattern)
    assert all(phase.move is not Move.STILL for phase in pattern.phases), "a breath that is paced"
    read = watch(pattern, asked.seconds)
    late = errors(read, pattern)
    steady = [(at, n) for at, n in read.chunks if at > read.began + _SETTLING]
    lasted = asked.seconds - _SETTLING
    p99 = quantiles(late, n=100, method="inclusive")[98]
    a_second = sum(n for _, n in steady) / lasted
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}, "
          f"load {os.getloadavg()[0]:.1f}")  # fmt: skip
    print(f"{pattern.id}, {asked.seconds:g} s on a terminal of {COLUMNS}x{ROWS}\n")
    print(f"{'boundary error, median of ' + str(len(late)):<34}{median(late):>8.1f} ms")
    print(f"{'boundary error, p99':<34}{p99:>8.1f} ms   bar {BAR_MS:g}, moonshot {MOON_MS:g}: "
          f"{verdict(p99, BAR_MS, MOON_MS)}")  # fmt: skip
    print(f"{'frames a second':<34}{len(steady) / lasted:>8.1f}")
    print(f"{'bytes a second':<34}{a_second:>8.0f}      bar {BAR_BYTES:g}, moonshot "
          f"{MOON_BYTES:g}: {verdict(a_second, BAR_BYTES, MOON_BYTES)}")  # fmt: skip
    print(f"{'drift over half an hour, simulated':<34}{drift(pattern):>8.1f} ms")


if __name__ == "__main__":
    main()
