"""Further keys of a person: each leads to the folder of the first."""

from pathlib import Path

import msgspec

from nowwhat.ssh.state import State, StateError
from nowwhat.store import keep_file


class Links:
    """Which key is a further key of whom; the file is read again when it has changed."""

    def __init__(self, state: State) -> None:
        self._path: Path = state.links
        self._stamp: tuple[int, int, int] | None = None
        self._links: dict[str, str] = {}

    def all(self) -> dict[str, str]:
        """Give the ids of further keys, and of the people they belong to.

        Raises:
            StateError: The file is damaged. Nobody is to be taken for somebody else.
        """
        try:
            found = self._path.stat()
        except FileNotFoundError:
            self._stamp, self._links = None, {}
            return self._links
        except OSError as error:
            raise self._unusable(error) from None
        stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
        if stamp != self._stamp:
            try:
                self._links = msgspec.json.decode(self._path.read_bytes(), type=dict[str, str])
            except (OSError, msgspec.DecodeError) as error:
                raise self._unusable(error) from None
            self._stamp = stamp
        return self._links

    def add(self, key_id: str, person_id: str) -> None:
        """Let a further key lead to a person."""
        self._keep({**self.all(), key_id: person_id})

    def forget(self, *, key_id: str = "", person_id: str = "") -> list[str]:
        """Let a key, or every further key of a person, lead nowhere; gives which."""
        gone = [key for key, whose in self.all().items() if key == key_id or whose == person_id]
        if gone:
            self._keep({key: whose for key, whose in self.all().items() if key not in gone})
        return gone

    def _keep(self, links: dict[str, str]) -> None:
        raw = msgspec.json.format(msgspec.json.encode(links, order="sorted"), indent=2)
        keep_file(self._path, raw + b"\n")

    def _unusable(self, _: Exception) -> StateError:
        return StateError(f"{self._path} cannot be read; mend it or move it away")
