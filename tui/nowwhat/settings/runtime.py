"""Where what lives only while a program runs has its place: a folder of this user alone."""

import os
import stat
import warnings
from collections.abc import Mapping
from pathlib import Path


class RuntimeFolderError(Exception):
    """There is no folder for it that is this user's alone."""


def find_runtime(environ: Mapping[str, str]) -> Path:
    """Say where it is: in `XDG_RUNTIME_DIR`, or where the system has such a place.

    One user has one, whatever `--data-dir` says: nothing is kept in it, and whoever looks for what
    runs need not know with which options it was begun.
    """
    named = environ.get("XDG_RUNTIME_DIR", "")
    if named:
        return Path(named) / "nowwhat"
    from platformdirs import PlatformDirs  # noqa: PLC0415 - 15 ms that a named folder saves

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a folder below /tmp will do: whose it is, is looked at
        return Path(PlatformDirs("nowwhat", appauthor=False).user_runtime_dir)


def make_runtime(folder: Path) -> None:
    """Make it, for this user's eyes only (0700).

    Raises:
        RuntimeFolderError: It cannot be made, or it is not this user's.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise RuntimeFolderError(_unusable(folder, os.strerror(error.errno or 0))) from None
    check_runtime(folder)


def check_runtime(folder: Path) -> None:
    """Make sure of it: where all may write, another user can have made it first.

    Raises:
        RuntimeFolderError: It is not there, or not this user's.
    """
    try:
        found, above = folder.lstat(), folder.parent.stat()
        ours = found.st_uid == os.geteuid() and above.st_uid in (os.geteuid(), 0)
        if not stat.S_ISDIR(found.st_mode) or not ours:
            raise RuntimeFolderError(_unusable(folder, "it is not a folder of yours"))
        if stat.S_IMODE(found.st_mode) != _OURS:
            folder.chmod(_OURS)
    except OSError as error:
        raise RuntimeFolderError(_unusable(folder, os.strerror(error.errno or 0))) from None


_OURS = 0o700


def _unusable(folder: Path, why: str) -> str:
    return f"{folder} cannot be used ({why}); set XDG_RUNTIME_DIR to a folder of yours"
