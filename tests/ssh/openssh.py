"""The `ssh` that people have, in a terminal of its own, seen through a terminal emulator."""

import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import termios
import time
from collections.abc import Mapping
from pathlib import Path

import asyncssh
import pyte
import pytest
from tests.ssh.place import PATIENCE, Place

SSH = shutil.which("ssh")
needs_ssh = pytest.mark.skipif(SSH is None, reason="there is no OpenSSH client here")


def key_file(folder: Path, key: asyncssh.SSHKey, name: str = "key") -> Path:
    """Write a private key as OpenSSH wants it."""
    path = folder / name
    path.touch(mode=0o600)
    path.write_bytes(key.export_private_key())
    return path


def command(
    place: Place, *more: str, key: Path | None = None, name: str = "me", quiet: bool = True
) -> list[str]:
    """The command line of a client that knows nothing of the tester's own."""
    identity = ["-i", str(key)] if key else ["-o", "IdentityFile=none"]
    return [
        str(SSH),
        *("-F", "none", "-p", str(place.port)),
        *("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"),
        *("-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none"),
        *(("-o", "LogLevel=ERROR") if quiet else ()),
        *identity,
        *more[: more.index("--") if "--" in more else len(more)],
        f"{name}@127.0.0.1",
        *(more[more.index("--") + 1 :] if "--" in more else ()),
    ]


class Ssh:
    """One `ssh` in a terminal."""

    def __init__(
        self,
        line: list[str],
        folder: Path,
        *,
        size: tuple[int, int] = (80, 24),
        environ: Mapping[str, str] | None = None,
    ) -> None:
        around = {"HOME": str(folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        around |= {"TERM": "xterm-256color", **(environ or {})}
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execve(line[0], line, around)  # noqa: S606 - it needs no shell
        self.resize(*size)
        self.heard = b""
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._status: int | None = None

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def seen(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def type(self, text: str) -> None:
        os.write(self._end, text.encode())

    def until(self, *words: str) -> str:
        """Wait until all of this is on the screen; breaks of lines do not count."""
        deadline = time.monotonic() + PATIENCE
        wanted = ["".join(each.split()) for each in words]
        while not all(each in "".join(self.seen.split()) for each in wanted):
            if not self._more(deadline):
                raise AssertionError(f"{words} not seen in:\n{self.seen}")
        return self.seen

    def ended(self) -> int:
        """Wait for the end; gives the exit status."""
        deadline = time.monotonic() + PATIENCE
        while self._more(deadline):
            pass
        _, status = os.waitpid(self.pid, 0)
        self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def kill(self, number: int = signal.SIGKILL) -> None:
        os.kill(self.pid, number)

    def close(self) -> None:
        if self._status is None:
            self.kill()
            os.waitpid(self.pid, 0)
        os.close(self._end)

    def _more(self, deadline: float) -> bool:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([self._end], [], [], left)[0]:
            return False
        try:
            chunk = os.read(self._end, 65536)
        except OSError:  # its program has ended
            return False
        self.heard += chunk
        self._stream.feed(chunk)
        return bool(chunk)
