"""What else holds a journal's words: its backups, and the damaged files that were put aside."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nowwhat.store.aside import is_aside
from nowwhat.store.backups import Backups
from nowwhat.store.disk import Disk
from nowwhat.store.edges import reading, saving
from nowwhat.store.errors import NewerFormatError
from nowwhat.store.file import JournalFile
from nowwhat.store.format import UNREADABLE, DamagedError

if TYPE_CHECKING:
    from nowwhat.store.tables import JournalStorage

Change = Callable[[dict[str, dict[str, Any]]], bool]
"""Changes rows, by table and id, and says whether there was anything to change. `Any`: values
are of every kind that JSON has."""


class Copies:
    """Copies of a journal, to be changed as the journal is. Whoever does it holds its lock.

    Every method may raise `NotReadError` and `UnusableFolderError`, and those that change,
    `NotSavedError`: what was not reached yet is as it was.
    """

    def __init__(self, file: JournalFile, backups: Backups, disk: Disk) -> None:
        self._file, self._backups, self._disk = file, backups, disk

    def change(self, change: Change) -> tuple[Path, ...]:
        """Change every copy; give those in which nothing can be found, which stay as they are."""
        return tuple(
            p for p in (*self._asides(), *self._backups.paths()) if not self._do(p, change)
        )

    def unreadable(self) -> tuple[Path, ...]:
        """Give the set-aside files in which nothing can be found."""
        return tuple(path for path in self._asides() if self._staged(path) is None)

    def all(self) -> tuple[Path, ...]:
        """Give every copy."""
        return (*self._asides(), *self._backups.paths())

    def unlink(self, paths: Iterable[Path]) -> None:
        """Take copies away, if any, and the halves of others that killed programs left."""
        left = [f / n for f in self._folders() for n in self._names(f) if self._is_left(n)]
        for path in (*left, *paths):
            with saving(path):
                self._disk.unlink(path)
        for folder in self._folders():
            with saving(folder / self._file.path.name):
                self._disk.fsync_folder(folder)

    def _do(self, path: Path, change: Change) -> bool:
        staged = self._staged(path)
        if staged is None:
            return False
        try:
            changed = change(staged.read())
        except UNREADABLE:
            return False
        if changed:
            staged.save()
        return True

    def _staged(self, path: Path) -> "JournalStorage | None":
        from nowwhat.store.tables import JournalStorage  # noqa: PLC0415 - see Journal.record

        file = self._file.beside(path)
        try:
            contents = file.understand(file.stored())
            # Brought up, one that an older nowwhat wrote would be a backup of nothing.
            older = contents.found is not None and contents.found < file.formats.current
            return None if older else JournalStorage(file, contents)
        except (DamagedError, NewerFormatError, *UNREADABLE):
            return None

    def _asides(self) -> tuple[Path, ...]:
        path = self._file.path
        names = [name for name in self._names(path.parent) if name.startswith(f"{path.stem}-")]
        return tuple(path.with_name(name) for name in names if is_aside(name))

    def _is_left(self, name: str) -> bool:
        return name.startswith(f".{self._file.path.stem}") and name.endswith(".tmp")

    def _folders(self) -> list[Path]:
        folders = (self._file.path.parent, self._backups.folder)
        return [folder for folder in folders if self._disk.exists(folder)]

    def _names(self, folder: Path) -> tuple[str, ...]:
        with reading(folder):
            return self._disk.names(folder)
