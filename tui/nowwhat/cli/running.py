"""Running a command line: each error becomes one clear line and its exit status.

0 done · 1 an honest no · 2 bad input or unusable surroundings · 3 left unfinished, resumable ·
4 locked · 128+n signal · 70 a bug, with a trace that holds no word of the person's.
"""

import contextlib
import errno
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from types import FrameType
from typing import TextIO

import click

from nowwhat.cli.commands import nowwhat
from nowwhat.cli.mishap import tell_of_mishap
from nowwhat.cli.surroundings import Surroundings

_NO_OUTPUT = frozenset({errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What a terminal that is gone and a full disk answer to a write; the store has its own errors."""

DONE, HONEST_NO, BAD, UNFINISHED, LOCKED, BUG = 0, 1, 2, 3, 4, 70


class SignalledError(BaseException):
    """A signal asks the program to end; what is open is released on the way out."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__()


def run(arguments: Sequence[str], around: Surroundings, stderr: TextIO | None = None) -> int:
    """Run one command line.

    Args:
        arguments: Without the program's name.
        around: What it stands in.
        stderr: Where errors are said.

    Returns:
        The exit status.
    """
    err = stderr or sys.stderr
    try:
        # Not `nowwhat.main`: it has a way of its own out of a broken pipe.
        with _signals(), nowwhat.make_context("nowwhat", [*arguments], obj=around) as context:
            status = nowwhat.invoke(context)
    except click.exceptions.Exit as error:
        return error.exit_code
    except SignalledError as error:
        return 128 + error.number
    except (KeyboardInterrupt, click.Abort):
        return 128 + signal.SIGINT
    except BrokenPipeError:
        _forget_stdout()
        return 128 + signal.SIGPIPE
    except click.ClickException as error:
        return _say(err, " ".join(error.format_message().split()), BAD)
    except Exception as error:  # noqa: BLE001 - the last net; what is expected is sorted out in it
        return _sorted_out(error, around, err)
    return status if isinstance(status, int) else DONE


def _sorted_out(error: Exception, around: Surroundings, err: TextIO) -> int:
    from nowwhat.cli.mode import NoTerminalError  # noqa: PLC0415 - only when something is amiss
    from nowwhat.packs.faults import LedScriptError, PackError, UnknownNameError  # noqa: PLC0415
    from nowwhat.settings.preferences import PreferencesError  # noqa: PLC0415
    from nowwhat.store import LockedError, StoreError  # noqa: PLC0415

    if isinstance(error, LockedError):
        return _say(err, str(error), LOCKED)
    expected = (
        StoreError, PackError, UnknownNameError, LedScriptError, PreferencesError, NoTerminalError,
    )  # fmt: skip
    if isinstance(error, expected):
        return _say(err, str(error), BAD)
    if isinstance(error, OSError) and error.errno in _NO_OUTPUT and error.filename is None:
        _forget_stdout()
        return _say(err, f"the output takes no more words ({os.strerror(error.errno)})", BAD)
    return _say(err, tell_of_mishap(error, around), BUG)


def _say(err: TextIO, message: str, status: int) -> int:
    with contextlib.suppress(OSError, ValueError):
        err.write("".join(f"nowwhat: {line}\n" for line in message.splitlines()))
        err.flush()
    return status


@contextlib.contextmanager
def _signals() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into an exception, so that everything is let go of properly."""

    def raise_it(number: int, _: FrameType | None) -> None:
        raise SignalledError(number)

    asked = (signal.SIGTERM, signal.SIGHUP)
    try:
        before = {number: signal.signal(number, raise_it) for number in asked}
    except ValueError:  # not the main thread: signals are somebody else's
        yield
        return
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _forget_stdout() -> None:
    """Nobody reads any more: keep the interpreter from saying so at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
