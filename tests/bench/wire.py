"""Bytes and CPU of what a person does, beside the same program on stock Textual in the same run.

    python tests/bench/wire.py [--seconds N]

Two real processes on two terminals of their own get the same keys, one painted by the wire and one
as Textual does (`NOWWHAT_WIRE=stock`). CPU is the time that the process's threads had of a core.
"""

import argparse
import fcntl
import os
import platform
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

SIZES = ((80, 24), (200, 50))
STILL = 0.25
"""Seconds without a byte after which a frame is over."""

NOTE = "I put it off, I fear the answer"
SESSION: tuple[tuple[str, bytes], ...] = (
    *(("a key in the note", letter.encode()) for letter in NOTE),
    ("a step change", b"\r"),
    ("", b"4"),
    ("a step change", b"\r"),
    ("a list move", b"\x1b[B"),
    ("a list move", b"\x1b[B"),
    ("a list move", b"\x1b[A"),
    ("a step change", b"\r"),
    *(("a list move", b"\x1b[B") for _ in range(3)),
    ("a step change", b"\r"),
    ("a list move", b"\x1b[B"),
    ("a step change", b"\r"),
    ("", b"say hello to one person on my street"),
    ("a step change", b"\r"),
    ("a step change", b"\r"),
    ("", b"after work"),
    ("a step change", b"\r"),
    ("a step change", b"\r"),
    ("a step change", b"\r"),
    ("", b"2"),
    ("a step change", b"\r"),
    ("", b"\x1b"),
)
BARS = {"a key in the note": "≤ 400, moonshot 120", "a second of breathing": "≤ 1000, moonshot 300"}


class Program:
    """The program on a terminal of its own."""

    def __init__(self, arguments: list[str], folder: str, size: tuple[int, int], wire: str) -> None:
        environ = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TMUX", "STY")}
        environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TZ": "Asia/Tokyo"}
        environ |= {"LANG": "C.UTF-8", "NOWWHAT_WIRE": wire, "NOWWHAT_DATA": folder}
        command = [sys.executable, "-m", "nowwhat", *arguments]
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execve(command[0], command, environ)  # noqa: S606 - ourselves

    def read(self, seconds: float) -> int:
        """Read until nothing comes for so long, or for three seconds; how many bytes."""
        found, end = 0, time.monotonic() + 3.0
        while time.monotonic() < end and select.select([self.fd], [], [], seconds)[0]:
            try:
                read = os.read(self.fd, 65536)
            except OSError:
                break
            if not read:
                break
            found += len(read)
        return found

    def read_for(self, seconds: float) -> int:
        """Read for so long, whatever comes; how many bytes."""
        found, end = 0, time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.fd], [], [], left)[0]:
                found += len(os.read(self.fd, 65536))
        return found

    def press(self, key: bytes) -> tuple[int, float]:
        """Press a key; bytes until all is still, and seconds of CPU."""
        before = self.cpu
        os.write(self.fd, key)
        return self.read(STILL), self.cpu - before

    @property
    def cpu(self) -> float:
        """Seconds that its threads had of a core (Linux)."""
        total = 0
        for task in Path(f"/proc/{self.pid}/task").glob("*/schedstat"):
            try:
                total += int(task.read_text().split()[0])
            except (OSError, IndexError):
                continue
        return total / 1e9

    def end(self) -> None:
        """End it, whatever it does."""
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


Found = dict[str, list[tuple[float, float]]]
"""Bytes and seconds of CPU of each thing that was done."""


def lead(size: tuple[int, int], wire: str, seconds: float) -> Found:
    """Go through a session and a breathing."""
    found: Found = {}
    with tempfile.TemporaryDirectory() as folder:
        program = Program(["session"], folder, size, wire)
        first = program.read(2.0)
        found["the first screen"] = [(first, program.cpu)]
        whole, cpu = float(first), program.cpu
        for name, key in SESSION:
            cost, spent = program.press(key)
            whole, cpu = whole + cost, cpu + spent
            if name:
                found.setdefault(name, []).append((cost, spent))
        found["a whole session"] = [(whole, cpu)]
        program.end()
        program = Program(["breathe", "--minutes", "3"], folder, size, wire)
        program.read_for(2.0)
        before = program.cpu
        found["a second of breathing"] = [
            (program.read_for(seconds) / seconds, (program.cpu - before) / seconds)
        ]
        program.end()
    return found


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60.0, help="of breathing")
    asked = parser.parse_args()
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, xterm-256color, truecolor")
    for size in SIZES:
        ours, stock = (lead(size, wire, asked.seconds) for wire in ("", "stock"))
        print(
            f"\n{size[0]}x{size[1]}{'bytes':>28}{'stock':>9}{'ratio':>9}{'CPU ms':>9}{'stock':>9}"
        )
        for name, costs in ours.items():
            report(name, costs, stock[name])


def report(name: str, ours: list[tuple[float, float]], stock: list[tuple[float, float]]) -> None:
    """Print one row: medians."""
    mine, theirs = (statistics.median(cost for cost, _ in each) for each in (ours, stock))
    spent, spent_by_stock = (
        statistics.median(seconds for _, seconds in each) * 1000 for each in (ours, stock)
    )
    print(
        f"{name:<24}{mine:>9.0f}{theirs:>9.0f}{f'1/{theirs / max(mine, 1):.1f}':>9}"
        f"{spent:>9.1f}{spent_by_stock:>9.1f}   {BARS.get(name, '')}"
    )


if __name__ == "__main__":
    main()
