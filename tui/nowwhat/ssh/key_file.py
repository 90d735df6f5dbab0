"""A file of listed keys, in the form of OpenSSH's authorized_keys; read again when it changes."""

import os
from pathlib import Path

import asyncssh

from nowwhat.ssh.state import StateError


class KeyFile:
    """Keys that somebody has listed; a file that is not there lists none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: tuple[int, int] | None = None
        self._listed: asyncssh.SSHAuthorizedKeys | None = None

    def lists(self, key: asyncssh.SSHKey, address: str) -> bool:
        """Say whether this key is listed for who comes from there.

        Raises:
            StateError: The file cannot be read.
        """
        listed = self._read()
        # Of the options that a line may have, `from=` is heeded; the others promise nothing here.
        return listed is not None and listed.validate(key, address, address) is not None

    def count(self) -> int:
        """Count the keys that are listed.

        Raises:
            StateError: The file cannot be read.
        """
        if self._read() is None:
            return 0
        return len(_lines(self._path.read_text(encoding="utf-8", errors="replace")))

    def _read(self) -> asyncssh.SSHAuthorizedKeys | None:
        """Read the file, if it has changed since.

        Raises:
            StateError: It cannot be read.
        """
        try:
            found = self._path.stat()
            stamp = (found.st_mtime_ns, found.st_size)
            if stamp != self._stamp:
                text = self._path.read_text(encoding="utf-8", errors="replace")
                self._listed = asyncssh.import_authorized_keys(text) if _lines(text) else None
                self._stamp = stamp
        except FileNotFoundError:
            self._listed, self._stamp = None, None
        except OSError as error:
            reason = os.strerror(error.errno or 0)
            raise StateError(f"{self._path} cannot be read: {reason}") from None
        except ValueError:
            self._listed, self._stamp = None, None
            raise StateError(f"{self._path} is no file of authorized keys") from None
        return self._listed


def _lines(text: str) -> list[str]:
    """List the lines that name a key."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]
