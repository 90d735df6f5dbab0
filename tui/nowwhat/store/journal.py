"""One person's journal in a folder: every read is of one file, every change replaces it whole."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from nowwhat.session.moment import Moment
from nowwhat.session.records import Action, Batch, CheckIn, Insight, Ladder, Rung, Session
from nowwhat.store.atomic import sweep
from nowwhat.store.backups import Backups
from nowwhat.store.closing import open_actions
from nowwhat.store.codec import PLAIN, Codec
from nowwhat.store.contract import Trouble
from nowwhat.store.copies import Change, Copies
from nowwhat.store.disk import REAL, Disk, Stamp
from nowwhat.store.documents import R, documents, records, verify
from nowwhat.store.edges import have_folder, saving
from nowwhat.store.errors import MissingRecordError
from nowwhat.store.file import JournalFile
from nowwhat.store.format import FORMATS, Contents, DamagedError, Formats
from nowwhat.store.mending import mending
from nowwhat.store.naming import TRACE
from nowwhat.store.rescue import rescue

if TYPE_CHECKING:
    from nowwhat.store.tables import JournalStorage

T = TypeVar("T")

_LOCK = "journal.lock"


class Journal:
    """A journal on a disk; see `JournalStore` for what it does.

    Making one touches nothing. Reading takes no lock, since the file is only ever replaced whole,
    and makes no folder. Every method may raise `UnusableFolderError`, `NewerFormatError` and
    `NotReadError`; `record`, and whatever has to set a damaged file aside, also `LockedError`,
    `NoLocksError` and `NotSavedError`.

    Args:
        folder: The data folder.
        clock: What time it is, for the dates in the names of backups and damaged files.
        codec: Between the journal and its bytes on the disk.
        disk: The disk.
        lock_seconds: How long to wait for another program that is writing, in seconds.
        formats: The format to write, and how older ones are brought up to it.
    """

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], Moment],
        codec: Codec = PLAIN,
        disk: Disk = REAL,
        lock_seconds: float = 10.0,
        formats: Formats = FORMATS,
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._disk = disk
        self._lock_seconds = lock_seconds
        self._file = JournalFile(folder, codec, disk, formats)
        self._backups = Backups(folder, disk)
        self._copies = Copies(self._file, self._backups, disk)
        self._trouble: Trouble | None = None
        self._seen: tuple[Stamp | None, dict[str, object]] = (None, {})

    @property
    def trouble(self) -> Trouble | None:
        """What was found damaged by any call so far, and set aside; the latest, if any."""
        return self._trouble

    def insights(self) -> tuple[Insight, ...]:
        """Give every insight, oldest first."""
        return self._records(Insight)

    def actions(self) -> tuple[Action, ...]:
        """Give every action, oldest first."""
        return self._records(Action)

    def checkins(self) -> tuple[CheckIn, ...]:
        """Give every check-in, oldest first."""
        return self._records(CheckIn)

    def sessions(self) -> tuple[Session, ...]:
        """Give every session, in the order in which they began."""
        return self._records(Session)

    def ladders(self) -> tuple[Ladder, ...]:
        """Give every ladder, oldest first."""
        return self._records(Ladder)

    def rungs(self) -> tuple[Rung, ...]:
        """Give the rungs of all ladders, in the order in which they were written."""
        return self._records(Rung)

    def open_actions(self) -> tuple[Action, ...]:
        """Give the actions that no check-in has closed, oldest first."""
        return self._read("open", open_actions)

    def record(self, batch: Batch) -> None:
        """Take all of these records or none; when it returns, they are on the disk."""
        # Here and not above: reading needs no TinyDB, and `nowwhat now` must be quick.
        from nowwhat.store.tables import JournalStorage, add_missing  # noqa: PLC0415

        rows = documents(batch)
        if not rows:
            return
        with self._locked():
            stored, contents = self._verified()
            storage = JournalStorage(self._file, contents)
            if not add_missing(storage, rows):
                self._file.settle()
                return
            if stored is not None:
                self._back_up(stored, contents)
            storage.save()

    def mend(self, key: str, words: Mapping[str, str], at: Moment) -> None:
        """Put other words in the place of some of one record's, here and in every copy."""
        change = mending(key, words, at)
        with self._locked():
            storage = self._staged()
            if not any(key in rows for rows in storage.read().values()):
                raise MissingRecordError(key)
            changed = change(storage.read())
            self._copies.change(change)
            self._copies.unlink(())
            if changed:
                storage.save()

    def forget(self, ids: Collection[str], *, unreadable: bool = False) -> None:
        """Take these records away for good, out of the journal and every copy of it."""
        change = _forgetting(ids)
        with self._locked():
            storage = self._staged()
            lost = self._copies.change(change)
            # A backup in which nothing can be found could not be opened in an emergency either.
            goes = [p for p in lost if unreadable or p.parent == self._backups.folder]
            self._copies.unlink(goes)
            if change(storage.read()):
                storage.save()

    def unreadable(self) -> tuple[str, ...]:
        """Give the names of the damaged files put aside in which nothing can be looked for."""
        return tuple(path.name for path in self._copies.unreadable())

    def forget_everything(self) -> None:
        """Take away every file of the journal for good: backups, set-aside files, trace, locks."""
        if not self._disk.exists(self._folder):
            return
        with self._locked():
            self._copies.unlink(self._copies.all())
            # The journal is the last with words in it: as long as it is there, so is the rest
            # to be taken away. Its lock goes while it is held, so that nobody waits at a file
            # that has no name; whoever does looks again.
            for name in (TRACE, self._file.path.name, _LOCK):
                path = self._folder / name
                if self._disk.exists(path):
                    with saving(path):
                        self._disk.unlink(path)
            self._file.settle()

    def _staged(self) -> "JournalStorage":
        from nowwhat.store.tables import JournalStorage  # noqa: PLC0415 - see `record`

        return JournalStorage(self._file, self._verified()[1])

    def _records(self, kind: type[R]) -> tuple[R, ...]:
        return self._read(kind.__name__, lambda contents: records(contents, kind))

    def _read(self, name: str, view: Callable[[Contents], T]) -> T:
        """Read a view of the file, or give it as it was read last, if the file has not changed."""
        stamp = self._file.stamp()
        if stamp is None or self._seen[0] != stamp:
            self._seen = (stamp, {})
        views = self._seen[1]  # another thread may begin another dictionary meanwhile
        if name not in views:
            try:
                views[name] = view(self._contents(views))
            except DamagedError:
                with self._locked():
                    return view(self._verified()[1])
        found: T = views[name]  # type: ignore[assignment]  # each name stands for one type
        return found

    def _contents(self, views: dict[str, object]) -> Contents:
        found = views.get("")
        if not isinstance(found, Contents):
            views[""] = found = self._file.understand(self._file.stored())
        return found

    def _verified(self) -> tuple[bytes | None, Contents]:
        """Read everything under the lock; first set it aside if that cannot be done."""
        stored = self._file.stored()
        try:
            contents = self._file.understand(stored)
            verify(contents)
        except DamagedError:
            self._trouble = rescue(
                self._disk, self._file, self._backups, stored or b"", self._clock()
            )
            stored = self._file.stored()
            contents = self._file.understand(stored)
        return stored, contents

    def _back_up(self, stored: bytes, contents: Contents) -> None:
        today, current = self._clock().at.date(), self._file.formats.current
        if contents.found == current:
            self._backups.keep_daily(stored, today)
        else:
            with saving(self._file.path):
                self._backups.keep_before(current, stored, today)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        path = self._folder / _LOCK
        have_folder(self._disk, self._folder, path)
        with saving(path):
            held = self._disk.lock(path, self._lock_seconds)
        try:
            sweep(self._disk, self._folder, "journal")
            yield
        finally:
            # What is saved is saved; the kernel lets go at the latest when the program ends.
            with suppress(OSError):
                held.release()


def _forgetting(ids: Collection[str]) -> Change:
    def change(tables: dict[str, dict[str, Any]]) -> bool:  # values of every kind that JSON has
        found = [(rows, key) for rows in tables.values() for key in ids if key in rows]
        for rows, key in found:
            del rows[key]
        return bool(found)

    return change
