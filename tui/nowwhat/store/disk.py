"""Every call that the store makes to the disk, as one small interface that tests can break."""

import os
from contextlib import suppress
from errno import EINVAL, EOPNOTSUPP
from pathlib import Path
from typing import Protocol

from nowwhat.store.lock import Held, hold_claim, hold_lock

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700

Stamp = tuple[int, ...]
"""Equal as long as a file is the same and unchanged."""


class Disk(Protocol):
    """What the store needs of a disk. Everything may raise `OSError`."""

    def read(self, path: Path) -> bytes:
        """Give a file's bytes."""
        ...

    def stamp(self, path: Path) -> Stamp | None:
        """Give what changes whenever a file is replaced; never raises; none where it is unknown."""
        ...

    def names(self, folder: Path) -> tuple[str, ...]:
        """Give the sorted names in a folder; none where there is no folder."""
        ...

    def exists(self, path: Path) -> bool:
        """Say whether something stands there; never raises."""
        ...

    def mkdir(self, folder: Path) -> None:
        """Make one folder, 0700."""
        ...

    def create(self, path: Path) -> int:
        """Open an empty file for writing, 0600; give its descriptor."""
        ...

    def write(self, descriptor: int, data: memoryview) -> int:
        """Write some of the data; say how many bytes."""
        ...

    def fsync(self, descriptor: int) -> None:
        """Wait until a file's bytes are on the disk."""
        ...

    def close(self, descriptor: int) -> None:
        """Close a file."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another name, in the place of what had it, in one step."""
        ...

    def fsync_folder(self, folder: Path) -> None:
        """Wait until a folder's names are on the disk."""
        ...

    def unlink(self, path: Path) -> None:
        """Take a file away."""
        ...

    def lock(self, path: Path, seconds: float) -> Held:
        """Wait for a lock at most so many seconds. Its file stays afterwards."""
        ...

    def claim(self, path: Path) -> Held:
        """Take a lock at once or not at all. Its holder may unlink its file."""
        ...


class RealDisk:
    """The disk of this machine."""

    def read(self, path: Path) -> bytes:
        """Give a file's bytes."""
        return path.read_bytes()

    def stamp(self, path: Path) -> Stamp | None:
        """Give device, inode, size and times."""
        try:
            found = path.stat()
        except OSError:
            return None
        times = (found.st_mtime_ns, found.st_ctime_ns)
        return (found.st_dev, found.st_ino, found.st_size, *times)

    def names(self, folder: Path) -> tuple[str, ...]:
        """Give the sorted names in a folder; none where there is no folder."""
        try:
            return tuple(sorted(os.listdir(folder)))  # noqa: PTH208 - names, not paths, are wanted
        except FileNotFoundError:
            return ()

    def exists(self, path: Path) -> bool:
        """Say whether something stands there."""
        return os.path.lexists(path)

    def mkdir(self, folder: Path) -> None:
        """Make one folder, 0700."""
        folder.mkdir(_PRIVATE_FOLDER)
        folder.chmod(_PRIVATE_FOLDER)

    def create(self, path: Path) -> int:
        """Open an empty file for writing, 0600; give its descriptor."""
        descriptor = os.open(path, _NEW_FILE, _PRIVATE_FILE)
        # A stale file or an odd umask may have left other bits; some mounts know none at all.
        with suppress(OSError):
            os.fchmod(descriptor, _PRIVATE_FILE)
        return descriptor

    def write(self, descriptor: int, data: memoryview) -> int:
        """Write some of the data; say how many bytes."""
        return os.write(descriptor, data)

    def fsync(self, descriptor: int) -> None:
        """Wait until a file's bytes are on the disk."""
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Close a file."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another name, in the place of what had it, in one step."""
        source.replace(target)

    def fsync_folder(self, folder: Path) -> None:
        """Wait until a folder's names are on the disk."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        except OSError as error:
            # Some mounts cannot sync a folder at all; refusing to save there would help nobody.
            if error.errno not in {EINVAL, EOPNOTSUPP}:
                raise
        finally:
            os.close(descriptor)

    def unlink(self, path: Path) -> None:
        """Take a file away."""
        path.unlink()

    def lock(self, path: Path, seconds: float) -> Held:
        """Wait for a lock at most so many seconds. Its file stays afterwards."""
        return hold_lock(path, seconds)

    def claim(self, path: Path) -> Held:
        """Take a lock at once or not at all. Its holder may unlink its file."""
        return hold_claim(path)


REAL = RealDisk()
