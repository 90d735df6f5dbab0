"""A small file beside the journal, replaced whole: the person's preferences."""

from pathlib import Path

from nowwhat.store.atomic import make_folder, write_atomically
from nowwhat.store.disk import REAL, Disk
from nowwhat.store.edges import saving

_LOCK_SECONDS = 2.0


def keep_file(path: Path, data: bytes, disk: Disk = REAL) -> None:
    """Replace a file in one go, 0600; its folder is made where it is missing.

    Raises:
        LockedError: Another program has been writing it for two seconds.
        NoLocksError: The mount has no working locks.
        NotSavedError: It could not be written.
        UnusableFolderError: The folder will not do.
    """
    with saving(path):
        make_folder(disk, path.parent)
        lock = disk.lock(path.with_name(f".{path.name}.lock"), _LOCK_SECONDS)
        try:
            write_atomically(disk, path, data)
        finally:
            lock.release()
