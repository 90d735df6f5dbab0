"""Who may enter: a key that is listed, any key, or anybody at all, as the operator says."""

import os
from pathlib import Path

import asyncssh

from nowwhat.ssh.links import Links
from nowwhat.ssh.state import State, StateError
from nowwhat.ssh.visitor import Person, id_of


class Access:
    """Decides who may enter.

    Attributes:
        any_key: Whoever has a key has a folder here.
        guests: Whoever has none that is known is a guest.
        keys: The file of listed keys, in the form of OpenSSH's authorized_keys.
    """

    def __init__(self, state: State, keys: Path, *, any_key: bool, guests: bool) -> None:
        self.any_key, self.guests, self.keys = any_key, guests, keys
        self._links = Links(state)
        self._stamp: tuple[int, int] | None = None
        self._listed: asyncssh.SSHAuthorizedKeys | None = None

    def person(self, key: asyncssh.SSHKey, address: str) -> Person | None:
        """Say whose key this is; none: it opens nothing here."""
        key_id = id_of(key.get_fingerprint())
        owner = self._links.all().get(key_id)
        if owner is not None:
            return Person(owner)
        if self.any_key or self._is_listed(key, address):
            return Person(key_id)
        return None

    def listed(self) -> int:
        """Count the keys that are listed.

        Raises:
            StateError: The file cannot be read.
        """
        if self._read() is None:
            return 0
        return len(_lines(self.keys.read_text(encoding="utf-8", errors="replace")))

    def further(self) -> int:
        """Count the further keys that people were given.

        Raises:
            StateError: The file cannot be read.
        """
        return len(self._links.all())

    def _is_listed(self, key: asyncssh.SSHKey, address: str) -> bool:
        listed = self._read()
        # Of the options that a line may have, `from=` is heeded; the others promise nothing here.
        return listed is not None and listed.validate(key, address, address) is not None

    def _read(self) -> asyncssh.SSHAuthorizedKeys | None:
        """Read the file, if it has changed since.

        Raises:
            StateError: It cannot be read.
        """
        try:
            found = self.keys.stat()
            stamp = (found.st_mtime_ns, found.st_size)
            if stamp != self._stamp:
                text = self.keys.read_text(encoding="utf-8", errors="replace")
                self._listed = asyncssh.import_authorized_keys(text) if _lines(text) else None
                self._stamp = stamp
        except FileNotFoundError:
            self._listed, self._stamp = None, None
        except OSError as error:
            reason = os.strerror(error.errno or 0)
            raise StateError(f"{self.keys} cannot be read: {reason}") from None
        except ValueError:
            self._listed, self._stamp = None, None
            raise StateError(f"{self.keys} is no file of authorized keys") from None
        return self._listed


def _lines(text: str) -> list[str]:
    """List the lines that name a key."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]
