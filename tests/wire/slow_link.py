"""The program behind a slow link: a relay holds back what goes each way, as a long line would."""

import fcntl
import heapq
import os
import pty
import select
import struct
import sys
import termios
import time
from codecs import getincrementaldecoder
from pathlib import Path

from tests.wire.emulator import Emulator

RATE = 2000
"""Bytes a second towards the person."""

DELAY = 0.3
"""Seconds each way."""

FLOOR = 2 * DELAY + 1 / RATE
"""Seconds until a key can be seen at best: there and back, and one byte."""


class SlowLink:
    """A program, a link, and a terminal at its end."""

    def __init__(self, folder: Path, size: tuple[int, int] = (80, 24), **environ: str) -> None:
        self.terminal = Emulator(*size)
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._there: list[tuple[float, int, bytes]] = []
        self._back: list[tuple[float, int, bytes]] = []
        self._free, self._count = 0.0, 0
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            given = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TMUX", "STY")}
            given |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
            given |= {"NOWWHAT_DATA": str(folder), "TZ": "Asia/Tokyo", **environ}
            command = [sys.executable, "-m", "nowwhat", "session", "bridge"]
            os.execve(sys.executable, command, given)  # noqa: S606 - ourselves

    def press(self, key: str) -> float:
        """Press a key; when that was."""
        now = time.monotonic()
        self._count += 1
        heapq.heappush(self._there, (now + DELAY, self._count, key.encode()))
        return now

    def run_until(self, end: float, text: str = "") -> float | None:
        """Let the link work until a time, or until something can be read; when that was."""
        while (now := time.monotonic()) < end:
            while self._there and self._there[0][0] <= now:
                os.write(self.fd, heapq.heappop(self._there)[2])
            while self._back and self._back[0][0] <= now:
                arrived, _, data = heapq.heappop(self._back)
                self.terminal.feed(self._decode(data))
                if text and any(text in line for line in self.terminal.text):
                    return arrived
            due = min([end, *(queue[0][0] for queue in (self._there, self._back) if queue)])
            if select.select([self.fd], [], [], max(0.0, due - time.monotonic()))[0]:
                self._take(os.read(self.fd, 65536))
        return None

    def _take(self, data: bytes) -> None:
        """Take what the program sends: it goes on its way as fast as the link is."""
        for start in range(0, len(data), 64):
            part = data[start : start + 64]
            self._free = max(self._free, time.monotonic()) + len(part) / RATE
            self._count += 1
            heapq.heappush(self._back, (self._free + DELAY, self._count, part))

    def end(self) -> None:
        """Cut it."""
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.fd)
