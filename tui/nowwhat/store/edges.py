"""Where what the system says becomes what the store says."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EEXIST, EIO, EISDIR, ELOOP, ENAMETOOLONG, ENOSPC, ENOTDIR, EPERM
from pathlib import Path

from nowwhat.store.atomic import make_folder
from nowwhat.store.disk import Disk
from nowwhat.store.errors import NotReadError, NotSavedError, UnusableFolderError

_UNUSABLE = frozenset({EACCES, EEXIST, EISDIR, ELOOP, ENAMETOOLONG, ENOTDIR, EPERM})
"""The folder, or something in it, is not what it should be, and will not be next time either."""

_PASSING = frozenset({EDQUOT, EIO, ENOSPC})


@contextmanager
def saving(path: Path) -> Iterator[None]:
    """Turn an `OSError` into the error of a save.

    Raises:
        UnusableFolderError: The folder of `path` will not do.
        NotSavedError: Anything else.
    """
    try:
        yield
    except OSError as error:
        number = error.errno or EIO
        if number in _UNUSABLE:
            raise UnusableFolderError(path.parent, number) from error
        raise NotSavedError(path, number) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn an `OSError`, other than that there is no file, into the error of a read.

    Raises:
        UnusableFolderError: The folder of `path` will not do.
        NotReadError: Anything else.
    """
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        number = error.errno or EIO
        if number in _UNUSABLE:
            raise UnusableFolderError(path.parent, number) from error
        raise NotReadError(path, number) from error


def have_folder(disk: Disk, folder: Path, path: Path) -> None:
    """Make the folder of `path` where there is none.

    Raises:
        UnusableFolderError: It cannot be made.
        NotSavedError: The disk is full or failing.
    """
    try:
        make_folder(disk, folder)
    except OSError as error:
        number = error.errno or EIO
        if number in _PASSING:
            raise NotSavedError(path, number) from error
        raise UnusableFolderError(folder, number) from error
