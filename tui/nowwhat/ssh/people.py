"""The people of a server, as its operator sees them: fingerprints and days, never a word."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import asyncssh

from nowwhat.ssh.links import Links
from nowwhat.ssh.presence import absent
from nowwhat.ssh.state import State
from nowwhat.ssh.visitor import Person, fingerprint_of, id_of


class PeopleError(Exception):
    """It cannot be done; it says why in one line."""


class People:
    """Everybody who has a folder."""

    def __init__(self, state: State) -> None:
        """Look at a server's state folder."""
        self._state, self._links = state, Links(state)

    def lines(self) -> list[str]:
        """List them, each with the day of the last change, and their further keys below."""
        listed = []
        links = self._links.all()
        for person_id in self._state.ids():
            listed.append(f"{fingerprint_of(person_id)}  {self._changed(person_id)}")
            further = [key for key, whose in links.items() if whose == person_id]
            listed += [f"  also {fingerprint_of(key)}" for key in further]
        return listed

    def add_key(self, person: str, file: Path) -> list[str]:
        """Let a further key open somebody's folder.

        Raises:
            PeopleError: There is no such person or no such key, or it has a folder of its own.
        """
        person_id = self.known(person)
        try:
            key = asyncssh.read_public_key(file)
        except OSError as error:
            raise PeopleError(f"{file}: {error.strerror}") from None
        except asyncssh.KeyImportError:
            raise PeopleError(f"{file} is no public key") from None
        key_id = id_of(key.get_fingerprint())
        if key_id == person_id or key_id in self._state.ids():
            raise PeopleError(f"{key.get_fingerprint()} has a folder of its own")
        self._links.add(key_id, person_id)
        return [f"{key.get_fingerprint()} opens the folder of {fingerprint_of(person_id)}"]

    def forget_key(self, key: str) -> list[str]:
        """Let a further key open nothing any more.

        Raises:
            PeopleError: It is none.
        """
        gone = self._links.forget(key_id=_id(key))
        if not gone:
            raise PeopleError(f"{key} is no further key of anybody")
        return [f"{fingerprint_of(each)} opens nothing any more" for each in gone]

    def known(self, person: str) -> str:
        """Find somebody who has a folder.

        Raises:
            PeopleError: Nobody of this fingerprint has one.
        """
        person_id = _id(person)
        if person_id not in self._state.ids():
            raise PeopleError(f"nobody of the fingerprint {person} has a folder here")
        return person_id

    def purge(self, person: str) -> list[str]:
        """Delete somebody's folder and the ways to it, for good.

        Raises:
            PeopleError: There is none, or they are here.
        """
        person_id = self.known(person)
        folder = self._state.of(Person(person_id))
        with absent(folder) as nobody:
            if not nobody:
                raise PeopleError(f"{person} is here now; try again when they have left")
            self._links.forget(person_id=person_id)
            shutil.rmtree(folder)
        return [f"{person} has no folder here any more"]

    def _changed(self, person_id: str) -> str:
        folder = self._state.of(Person(person_id))
        try:
            times = [each.stat().st_mtime for each in folder.iterdir()]
        except OSError:
            times = []
        return datetime.fromtimestamp(max(times, default=0), UTC).strftime("%Y-%m-%d")


def _id(fingerprint: str) -> str:
    try:
        return id_of(fingerprint)
    except ValueError:
        raise PeopleError(
            f"{fingerprint!r} is no fingerprint; `nowwhat people list` shows them as SHA256:..."
        ) from None
