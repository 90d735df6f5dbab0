"""The program as a real process: on pipes, or on a terminal of its own."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

STANDING = Path(__file__).with_name("standing.py")
"""The program at a clock that stands still."""

PATIENCE = 30.0
"""Seconds until something that should have been said counts as missing."""


def surroundings(folder: Path, **others: str) -> dict[str, str]:
    """An environment in which it is day, with this data folder and nothing of the tester's own."""
    hours = 12 - datetime.now(UTC).hour
    taken = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return {
        **taken,
        "HOME": str(folder.parent),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "TZ": f"Etc/GMT{-hours:+d}",
        "NOWWHAT_DATA": str(folder),
        **others,
    }


def command(*args: str, standing: bool = False) -> list[str]:
    """The command line that runs the program with these arguments."""
    return [sys.executable, *([str(STANDING)] if standing else ["-m", "nowwhat"]), *args]


class _Talking:
    """What is common: a descriptor to read, what was read, a deadline."""

    def __init__(self, reads: int) -> None:
        self._reads = reads
        self.read = b""
        self._seen = 0

    def until(self, words: str) -> str:
        """Wait until these words are said after those waited for last; give what was said.

        Breaks of lines and indents do not count.
        """
        deadline = time.monotonic() + PATIENCE
        wanted = "".join(words.split())
        while True:
            fresh = self.read[self._seen :].decode("utf-8", "replace")
            at = "".join(fresh.split()).find(wanted)
            if at >= 0:
                self._seen += len(fresh[: _place(fresh, at + len(wanted))].encode())
                return fresh
            if not self._more(deadline):
                raise AssertionError(f"{words!r} was not said after:\n{fresh}")

    def rest(self) -> str:
        """Wait until nothing more is said; give everything that was."""
        deadline = time.monotonic() + PATIENCE
        while self._more(deadline):
            pass
        return self.read.decode("utf-8", "replace")

    def _more(self, deadline: float) -> bool:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([self._reads], [], [], left)[0]:
            return False
        try:
            chunk = os.read(self._reads, 65536)
        except OSError:  # a terminal whose program has ended
            return False
        self.read += chunk
        return bool(chunk)


def _place(text: str, count: int) -> int:
    """Where `count` characters that are no space have gone by."""
    for at, char in enumerate(text):
        count -= not char.isspace()
        if count == 0:
            return at + 1
    return len(text)


class Program(_Talking):
    """A program on pipes."""

    def __init__(
        self, args: Sequence[str], environ: Mapping[str, str], *, standing: bool = False
    ) -> None:
        self.process = subprocess.Popen(
            command(*args, standing=standing),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=dict(environ),
        )
        assert self.process.stdout
        super().__init__(self.process.stdout.fileno())

    def type(self, *lines: str) -> None:
        assert self.process.stdin
        self.process.stdin.write("".join(f"{line}\n" for line in lines).encode())
        self.process.stdin.flush()

    def signal(self, number: int) -> int:
        """Send a signal and wait for the end."""
        self.process.send_signal(number)
        return self.ended()

    def ended(self) -> int:
        """Let no more be typed, read all that is said, and give the exit status."""
        assert self.process.stdin
        assert self.process.stderr
        self.process.stdin.close()
        self.rest()
        self.err = self.process.stderr.read().decode()
        status = self.process.wait(PATIENCE)
        self.close()
        return status

    def close(self) -> None:
        """End it, whatever it does."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream:
                stream.close()


class Terminal(_Talking):
    """A program at a terminal of its own, which it controls."""

    def __init__(
        self,
        args: Sequence[str],
        environ: Mapping[str, str],
        *,
        columns: int = 80,
        standing: bool = False,
    ) -> None:
        line = command(*args, standing=standing)
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            os.execve(line[0], line, dict(environ))  # noqa: S606 - it needs no shell
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self._status: int | None = None
        super().__init__(self._end)

    def type(self, *lines: str) -> None:
        for line in lines:
            os.write(self._end, f"{line}\n".encode())

    def as_written(self) -> None:
        """From here on read exactly what the program writes: no echo, no returns put in."""
        modes = termios.tcgetattr(self._end)
        modes[1] &= ~termios.OPOST
        modes[3] &= ~termios.ECHO
        termios.tcsetattr(self._end, termios.TCSANOW, modes)

    def press(self, key: bytes) -> None:
        os.write(self._end, key)

    def hang_up(self) -> int:
        """Close the terminal and give the exit status."""
        os.close(self._end)
        self._end = -1
        return self._wait()

    def ended(self) -> int:
        """Read all that is said, and give the exit status."""
        self.rest()
        return self._wait()

    def _wait(self) -> int:
        if self._status is None:
            deadline = time.monotonic() + PATIENCE
            pidfd = os.pidfd_open(self.pid)
            select.select([pidfd], [], [], deadline - time.monotonic())
            os.close(pidfd)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            assert done, "the program goes on for ever"
            self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def close(self) -> None:
        """End it, whatever it does."""
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._end >= 0:
            os.close(self._end)
