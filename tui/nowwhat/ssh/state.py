"""The state folder: what a server keeps, and where."""

import os
import re
import stat
from pathlib import Path

from nowwhat.ssh.visitor import Person

_ID = re.compile(r"[0-9a-f]{64}")


class StateError(Exception):
    """The state folder cannot be used; it says why in one line."""


class State:
    """Where things lie in the state folder.

    Attributes:
        folder: The folder.
    """

    def __init__(self, folder: Path) -> None:
        """Name it; nothing is touched."""
        self.folder = folder

    @property
    def host_key(self) -> Path:
        """The private key of this server."""
        return self.folder / "host_key"

    @property
    def authorized_keys(self) -> Path:
        """The keys that may enter, where no other file was named."""
        return self.folder / "authorized_keys"

    @property
    def facilitators(self) -> Path:
        """The keys that may lead, where no other file was named."""
        return self.folder / "facilitators"

    @property
    def serving(self) -> Path:
        """What says that this folder is served, and where."""
        return self.folder / "serving.json"

    @property
    def links(self) -> Path:
        """Which further keys belong to which people."""
        return self.folder / "keys.json"

    @property
    def people(self) -> Path:
        """A folder for each person."""
        return self.folder / "people"

    def of(self, person: Person) -> Path:
        """Where this person's journal lies, and nothing of anybody else's."""
        if not _ID.fullmatch(person.id):
            raise StateError("an id of a person is a SHA-256 in hexadecimal")
        return self.people / person.id

    def prepare(self) -> None:
        """Make the folder, for this user alone; see that files can be written there.

        Raises:
            StateError: They cannot.
        """
        try:
            self.people.mkdir(mode=0o700, parents=True, exist_ok=True)
            for folder in (self.folder, self.people):
                if stat.S_IMODE(folder.stat().st_mode) & 0o077:
                    folder.chmod(0o700)
            probe = self.folder / f".probe-{os.getpid()}"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno else "it cannot be used"
            raise StateError(f"the state folder {self.folder} cannot be used: {reason}") from None

    def ids(self) -> list[str]:
        """List the people who have a folder."""
        try:
            names = sorted(entry.name for entry in self.people.iterdir())
        except OSError:
            return []
        return [name for name in names if _ID.fullmatch(name)]
