"""Who may enter: a key that is listed, any key, or anybody at all, as the operator says."""

from pathlib import Path

import asyncssh

from nowwhat.ssh.key_file import KeyFile
from nowwhat.ssh.links import Links
from nowwhat.ssh.state import State
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
        self._links, self._file = Links(state), KeyFile(keys)

    def person(self, key: asyncssh.SSHKey, address: str) -> Person | None:
        """Say whose key this is; none: it opens nothing here."""
        key_id = id_of(key.get_fingerprint())
        owner = self._links.all().get(key_id)
        if owner is not None:
            return Person(owner)
        if self.any_key or self._file.lists(key, address):
            return Person(key_id)
        return None

    def listed(self) -> int:
        """Count the keys that are listed.

        Raises:
            StateError: The file cannot be read.
        """
        return self._file.count()

    def further(self) -> int:
        """Count the further keys that people were given.

        Raises:
            StateError: The file cannot be read.
        """
        return len(self._links.all())
