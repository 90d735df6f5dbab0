"""A question to the terminal itself: whether it shows frames whole (DECRQM, mode 2026)."""

import contextlib
import os
import re
import select
import termios
import tty
from collections.abc import Iterator
from typing import TextIO

_QUESTION = b"\x1b[?2026$p\x1b[c"
"""The question, and one that every terminal answers, so that nobody waits for the first."""

_ANSWER = re.compile(rb"\x1b\[\?2026;([0-4])\$y")
_END = re.compile(rb"\x1b\[\?[\d;]*c")
_KNOWN = (b"1", b"2")
"""Set, and not set; the others are unknown to it, or for ever one way."""

_PATIENCE = 1.0
"""Seconds; a slow link answers later, and counts as silent."""


def says_whole_frames(keys: TextIO | None, screen: TextIO | None) -> bool | None:
    """Ask the terminal; None where it is none or says nothing.

    Args:
        keys: Where its answer comes from.
        screen: Where it is asked.
    """
    try:
        if keys is None or screen is None or not (keys.isatty() and screen.isatty()):
            return None
        with _unbuffered(keys.fileno()):
            os.write(screen.fileno(), _QUESTION)
            answer = _heard(keys.fileno())
    except (OSError, ValueError, termios.error):
        return None
    found = _ANSWER.search(answer)
    if found is None:
        return False if _END.search(answer) else None
    return found[1] in _KNOWN


def _heard(descriptor: int) -> bytes:
    """Read until the end of the answers, or until nothing comes any more."""
    heard = b""
    while not _END.search(heard) and select.select([descriptor], [], [], _PATIENCE)[0]:
        read = os.read(descriptor, 256)
        if not read:
            break
        heard += read
    return heard


@contextlib.contextmanager
def _unbuffered(descriptor: int) -> Iterator[None]:
    """Read what is typed at once, and show none of it; afterwards as it was."""
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSANOW)
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)
