"""Writing an export to a file that only its owner can read, in the place of none that was there."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


class ExportError(Exception):
    """It could not be written; it says why and never what."""


def write_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file, 0600; what cannot be written whole is not there at all.

    Args:
        path: Where.
        data: What.
        force: Take the place of a file that is there, in one step.

    Raises:
        ExportError: There is one already, or the folder takes no file.
    """
    try:
        if force:
            _replace(path, data)
        else:
            _fill(os.open(path, _NEW, 0o600), path, data)
    except FileExistsError:
        raise ExportError("there is a file of this name") from None
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else ""
        raise ExportError(reason or "this is no name for a file") from None


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")  # 0600, by itself
    temporary = Path(name)
    _fill(descriptor, temporary, data)
    try:
        temporary.replace(path)
    except OSError:
        temporary.unlink()
        raise


def _fill(descriptor: int, path: Path, data: bytes) -> None:
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise
