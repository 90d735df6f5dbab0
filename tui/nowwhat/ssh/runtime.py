"""Who serves a state folder at present, and where: a lock on a file that says so."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import msgspec

from nowwhat.ssh.state import State, StateError

Tell = Callable[[str, int], None]
"""Writes down where it is served: host and port."""


class Served(msgspec.Struct, frozen=True):
    """Where a state folder is served; the port is 0 where that is not known yet."""

    host: str = ""
    port: int = 0


class ServedError(Exception):
    """Somebody else serves this folder.

    Attributes:
        where: Where.
    """

    def __init__(self, where: Served) -> None:
        super().__init__("this state folder is served already")
        self.where = where


@contextmanager
def serving_alone(state: State) -> Iterator[Tell]:
    """Be the only one who serves this folder, from now until all of it is over.

    Raises:
        ServedError: Somebody does.
        StateError: It cannot be known.
    """
    with _opened(state) as number:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ServedError(_read(number)) from None
        except OSError as error:  # a folder on another machine may know no locks
            raise _unusable(state, error) from None
        yield _teller(number)


@contextmanager
def serving(state: State) -> Iterator[Tell]:
    """Be one of those who serve this folder; who serves it alone is not disturbed.

    Raises:
        StateError: It cannot be written where it is served.
    """
    with _opened(state) as number:
        try:
            fcntl.flock(number, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            yield _tell_nobody
        else:
            yield _teller(number)


@contextmanager
def _opened(state: State) -> Iterator[int]:
    try:
        number = os.open(state.serving, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:  # it is a root's, say, who served here once
        raise _unusable(state, error) from None
    try:
        yield number
    finally:
        os.close(number)


def _unusable(state: State, error: OSError) -> StateError:
    return StateError(f"{state.serving} cannot be used: {os.strerror(error.errno or 0)}")


def _teller(number: int) -> Tell:
    def tell(host: str, port: int) -> None:
        data = msgspec.json.encode(Served(host, port))
        with suppress(OSError):  # a full disk is no reason not to serve
            os.pwrite(number, data, 0)
            os.ftruncate(number, len(data))

    with suppress(OSError):
        os.ftruncate(number, 0)
    return tell


def _tell_nobody(host: str, port: int) -> None:
    del host, port


def _read(number: int) -> Served:
    try:
        return msgspec.json.decode(os.pread(number, 4096, 0), type=Served)
    except (msgspec.MsgspecError, OSError):
        return Served()
