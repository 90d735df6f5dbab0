"""Replaces a file so that at every instant either the old one or the new one stands there whole."""

from contextlib import suppress
from errno import EIO
from pathlib import Path

from nowwhat.store.disk import Disk


def write_atomically(disk: Disk, path: Path, data: bytes) -> None:
    """Replace a file: sibling temporary file, fsync, rename, fsync of the folder.

    The temporary name is a fixed one, so whoever writes must hold the lock of that file;
    in return, what a killed program left is overwritten by the next write.

    Raises:
        OSError: It may or may not have been replaced; what stands there is whole.
    """
    temporary = _temporary(path)
    try:
        _fill(disk, temporary, data)
        disk.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            disk.unlink(temporary)
        raise
    disk.fsync_folder(path.parent)


def make_folder(disk: Disk, folder: Path) -> None:
    """Make a folder and those above it, 0700; those that exist stay as they are.

    Raises:
        OSError: It cannot be made.
    """
    if disk.exists(folder):
        return
    make_folder(disk, folder.parent)
    with suppress(FileExistsError):
        disk.mkdir(folder)
    disk.fsync_folder(folder.parent)


def sweep(disk: Disk, folder: Path, stem: str) -> None:
    """Take away the temporary files of `stem` that killed programs left; ours alone, by name.

    Whoever sweeps holds the lock of the files that begin with `stem`.
    """
    with suppress(OSError):
        for name in disk.names(folder):
            if name.startswith(f".{stem}") and name.endswith(".tmp"):
                disk.unlink(folder / name)


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.tmp")


def _fill(disk: Disk, path: Path, data: bytes) -> None:
    descriptor = disk.create(path)
    try:
        rest = memoryview(data)
        while rest:
            written = disk.write(descriptor, rest)
            if not written:
                raise OSError(EIO, "nothing was written")
            rest = rest[written:]
        disk.fsync(descriptor)
    finally:
        disk.close(descriptor)
