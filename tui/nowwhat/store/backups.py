"""The journal's backups: one a day and one before each migration, the newest few of them kept."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec

from nowwhat.store.atomic import make_folder, sweep, write_atomically
from nowwhat.store.disk import Disk
from nowwhat.store.edges import reading
from nowwhat.store.errors import StoreError

KEPT = 7
"""How many backups are kept."""

_NAME = re.compile(r"journal-(\d{8})(?:-before-format-\d+)?\.json")


class Backup(msgspec.Struct, frozen=True):
    """A copy of the journal's file as it was at the beginning of a day's first save."""

    path: Path
    day: date


class Backups:
    """The folder `backups/`. Whoever writes there holds the journal's lock.

    Attributes:
        folder: The folder; there may be none.
    """

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.folder = folder / "backups"
        self._disk = disk

    def keep_daily(self, stored: bytes, today: date) -> None:
        """Keep a copy, unless today has one.

        That there is no room for a copy must not keep an answer from being saved: the next save
        tries again.
        """
        with suppress(OSError, StoreError):
            self._keep(f"journal-{today:%Y%m%d}.json", stored, today)

    def keep_before(self, number: int, stored: bytes, today: date) -> None:
        """Keep a copy before a migration to the format of this number.

        Raises:
            OSError: There is no copy, so there must be no migration.
        """
        self._keep(f"journal-{today:%Y%m%d}-before-format-{number}.json", stored, today)

    def newest_first(self, today: date) -> Iterator[Backup]:
        """Give the backups, newest first; those of a day yet to come, from a wrong clock, last.

        Raises:
            NotReadError: The disk does not give the folder out.
            UnusableFolderError: There is no such folder to be had.
        """
        yield from sorted(
            self._found(),
            key=lambda backup: (backup.day <= today, backup.day, backup.path),
            reverse=True,
        )

    def paths(self) -> tuple[Path, ...]:
        """Give the backups' files; raises as `newest_first` does."""
        return tuple(backup.path for backup in self._found())

    def _found(self) -> list[Backup]:
        with reading(self.folder):
            names = self._disk.names(self.folder)
        return [Backup(self.folder / name, day) for name in names if (day := _day(name))]

    def _keep(self, name: str, stored: bytes, today: date) -> None:
        if self._disk.exists(self.folder / name):
            return
        make_folder(self._disk, self.folder)
        sweep(self._disk, self.folder, "journal")
        write_atomically(self._disk, self.folder / name, stored)
        # An old copy too many does no harm; a save that fails for its sake would.
        with suppress(OSError, StoreError):
            for backup in list(self.newest_first(today))[KEPT:]:
                self._disk.unlink(backup.path)


def _day(name: str) -> date | None:
    match = _NAME.fullmatch(name)
    if not match:
        return None
    try:
        return date.fromisoformat(match[1])
    except ValueError:
        return None
