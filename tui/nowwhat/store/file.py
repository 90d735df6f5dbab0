"""The journal's one file: read whole, replaced whole, through codec and disk."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from nowwhat.store.atomic import write_atomically
from nowwhat.store.codec import Codec
from nowwhat.store.disk import Disk, Stamp
from nowwhat.store.edges import reading, saving
from nowwhat.store.errors import NewerFormatError
from nowwhat.store.format import Contents, DamagedError, Formats, TooNewError, empty, join, part

NAME = "journal.json"


class JournalFile:
    """Where a journal is, and how to make sense of its bytes."""

    def __init__(self, folder: Path, codec: Codec, disk: Disk, formats: Formats) -> None:
        self.path = folder / NAME
        self.formats = formats
        self._codec = codec
        self._disk = disk

    def beside(self, path: Path) -> "JournalFile":
        """Give another file of this kind: a copy of the journal."""
        other = JournalFile(path.parent, self._codec, self._disk, self.formats)
        other.path = path
        return other

    def stored(self, path: Path | None = None) -> bytes | None:
        """Give a file's bytes as they are stored; `None` where there is no file.

        Raises:
            UnusableFolderError: The folder will not do.
            NotReadError: The disk does not give it out.
        """
        path = path or self.path
        try:
            with reading(path):
                return self._disk.read(path)
        except FileNotFoundError:
            return None

    def stamp(self) -> Stamp | None:
        """Give what changes whenever the file does; none where that is unknown."""
        return self._disk.stamp(self.path)

    def understand(self, stored: bytes | None) -> Contents:
        """Make sense of stored bytes.

        Raises:
            DamagedError: They are no journal.
            NewerFormatError: They are one of a newer format.
        """
        if stored is None:
            return empty()
        try:
            data = self._codec.decode(stored)
        except ValueError:
            raise DamagedError from None
        try:
            return part(data, self.formats)
        except TooNewError as error:
            raise NewerFormatError(self.path, error.found, self.formats.current) from None

    def save(self, tables: Mapping[str, object], rest: Mapping[str, msgspec.Raw]) -> None:
        """Replace the file, in one step. Its lock must be held.

        Raises:
            NotSavedError: What was there before still stands.
            UnusableFolderError: The folder will not do.
        """
        self.restore(self._codec.encode(join(tables, rest, self.formats)))

    def restore(self, stored: bytes) -> None:
        """Replace the file by bytes that are encoded already. Its lock must be held."""
        with saving(self.path):
            write_atomically(self._disk, self.path, stored)

    def settle(self) -> None:
        """Wait until the last replacement is on the disk, which an earlier try may not have."""
        with saving(self.path):
            self._disk.fsync_folder(self.path.parent)
