"""What happens to a damaged journal: it is set aside, and the newest good backup is opened."""

from datetime import date

from nowwhat.session.moment import Moment
from nowwhat.store.aside import free_name
from nowwhat.store.atomic import write_atomically
from nowwhat.store.backups import Backup, Backups
from nowwhat.store.contract import Trouble
from nowwhat.store.disk import Disk
from nowwhat.store.documents import verify
from nowwhat.store.edges import saving
from nowwhat.store.errors import NewerFormatError
from nowwhat.store.file import JournalFile
from nowwhat.store.format import DamagedError, empty


def rescue(disk: Disk, file: JournalFile, backups: Backups, damaged: bytes, at: Moment) -> Trouble:
    """Set a damaged journal aside and put the newest good backup in its place.

    The copy is made first and the file then replaced, so that a program killed between the two
    leaves the damaged journal to be found again, never a missing one that would pass for empty.

    Raises:
        NotReadError: The disk does not give a backup out; nothing was changed.
        NotSavedError: The disk does not take it; the damaged file is where it was.
    """
    good = _newest_good(file, backups, at.at.date())
    with saving(file.path):
        taken = disk.names(file.path.parent)
        aside = file.path.with_name(free_name(file.path.name, at, taken.__contains__))
        write_atomically(disk, aside, damaged)
    if good is None:
        nothing = empty()
        file.save(nothing.tables, nothing.rest)
        return Trouble(aside)
    backup, stored = good
    file.restore(stored)
    return Trouble(aside, backup.path, backup.day)


def _newest_good(file: JournalFile, backups: Backups, today: date) -> tuple[Backup, bytes] | None:
    # A backup that the disk does not give out is no reason to open an older one: that is an error
    # to put right, and trying again may help.
    for backup in backups.newest_first(today):
        stored = file.stored(backup.path)
        try:
            verify(file.understand(stored))
        except (DamagedError, NewerFormatError):
            continue
        if stored is not None:
            return backup, stored
    return None
